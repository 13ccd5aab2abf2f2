"""Bodies that are no treaty of the record, where somebody joins or leaves them.

"Nicaragua quit the Human Rights Council" and "Finland joined NATO" are no claims about the treaty
that the report is on. The name is a mention of which nothing is known, as that of a treaty that the
record does not hold (``strangers.py``); elsewhere a body is nothing to the reader.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence, Set

from treatywatch.reading.naming.attributes import plain_words
from treatywatch.reading.naming.lexicon import Lexicon
from treatywatch.reading.naming.mentions import CueHit, Sighting
from treatywatch.reading.vocabulary.fold import fold
from treatywatch.reading.vocabulary.grammar import grammar
from treatywatch.reading.vocabulary.in_order import Meeting
from treatywatch.reading.vocabulary.spans import (
    OTHER_BODY,
    Mention,
    MentionKind,
    Passage,
    PassageKind,
)
from treatywatch.reading.vocabulary.words_acts import ActWords, CueKind, Tense

_ACTS = frozenset({CueKind.EXIT, CueKind.EXIT_OBJECT, CueKind.ACCEDE})
_LEAVING = frozenset({CueKind.EXIT, CueKind.EXIT_OBJECT})
_STANDINGS = frozenset({CueKind.BELONG, CueKind.OUTSIDE})
_CAPITAL = r"[^\W\d_a-zß-öø-ÿа-яёѐ-џ]"
_DESCRIBES = re.compile(rf"(?:[\s-]+(?!{_CAPITAL})[\w'’-]+){{0,3}}?[\s-]+$")
_LETTERS = re.compile(rf"(?:{_CAPITAL}){{2,}}\d*(?:[-:]?[^\W\d]{{1,4}})?|{_CAPITAL}\d+")
_PAUSE = re.compile(r"(?<!\d)[.,;:!?]")
_AROUND = 60  # characters between a verb and what is left, where words stand in any order
_LEAD = 20  # characters of "is not " or "has become " before "a member"
_OWNER = 9  # characters of " of the " and the first of a name
_NOUN = 40  # characters behind a name in which the noun stands that it describes


def other_bodies(
    text: str,
    passages: Sequence[Passage],
    sighting: Sighting,
    named: Sequence[Mention],
    lexicon: Lexicon,
) -> Iterator[Mention]:
    """The names of what is joined or left, where they are none of a treaty or a State."""
    known = Meeting((*sighting.mentions, *named))
    nouns = (cue.start for cue in sighting.cues if cue.kind is CueKind.TREATY_NOUN)
    treaties = sorted((*nouns, *(mention.start for mention in named)))
    keepers = [cue.start for cue in sighting.cues if cue.kind is CueKind.DEPOSITARY]
    around = lexicon.acts.syntax.object_before
    for cue, start, end in _led(text, passages, sighting.cues, known, lexicon.acts):
        if around and (_between(treaties, cue, start) or _meets(keepers, start, end)):
            continue
        name, met = text[start:end], known.meeting(start, end)
        if met and not _is_a_body(name, met, cue, lexicon.acts):
            continue
        if _is_described(text, start, end, treaties):
            continue
        if not _may_be_its_own(name, sighting.treaties, lexicon):
            yield Mention(start, end, MentionKind.TREATY, (OTHER_BODY,), "name")


def _led(
    text: str,
    passages: Sequence[Passage],
    cues: Sequence[CueHit],
    known: Meeting[Mention],
    acts: ActWords,
) -> Iterator[tuple[CueHit, int, int]]:
    """The words of joining and leaving in running text, each with the name of a body behind it."""
    starts = [passage.start for passage in passages]
    for cue in cues:
        acting = cue.kind in _ACTS or _tells_a_standing(text, cue, acts)
        passage = passages[max(0, bisect_right(starts, cue.start) - 1)]
        if not acting or text[cue.start].isupper() or passage.kind is PassageKind.HEADLINE:
            continue
        led = _led_to(acts).match(text, _behind(cue, known), passage.end)
        if led is None and acts.syntax.object_before:
            led = _beside(text, cue, passage, acts)
        if led is not None and _is_called_a_body(led["body"], cue, acts):
            yield cue, *led.span("body")


def _beside(text: str, cue: CueHit, passage: Passage, acts: ActWords) -> re.Match[str] | None:
    """Where what is left may stand before its verb, or apart: "ist aus der NATO ausgetreten"."""
    low = max(passage.start, cue.start - _AROUND)
    high = min(passage.end, cue.end + _AROUND)
    for led in _anywhere(acts).finditer(text, low, high):
        first, last = min(led.start(), cue.start), max(led.end(), cue.end)
        if not _PAUSE.search(text, first, last):
            return led
    return None


def _meets(starts: Sequence[int], start: int, end: int) -> bool:
    return bisect_left(starts, end) > bisect_left(starts, start)


def _between(treaties: Sequence[int], cue: CueHit, start: int) -> bool:
    """Whether a treaty is named between the verb and the body, and is what is left."""
    low, high = min(cue.start, start), max(cue.end, start)
    return _meets(treaties, low, high)


def _tells_a_standing(text: str, cue: CueHit, acts: ActWords) -> bool:
    """Whether somebody is said to be a member; "the last member of the Union to" is who acts."""
    if cue.kind not in _STANDINGS:
        return False
    own = set(fold(text[cue.start : cue.end]).split())
    if cue.kind is CueKind.OUTSIDE:
        return bool(own & acts.grammar["led_as_member"])
    lead = fold(text[max(0, cue.start - _LEAD) : cue.start]).split()[-2:]
    words = {*lead, *own}
    stands = acts.grammar["be"] | acts.grammar["becomes"]
    return bool(words & stands) and bool(words & acts.grammar["led_as_member"])


def _is_called_a_body(name: str, cue: CueHit, acts: ActWords) -> bool:
    """Whether a name is that of a body by its noun or by its letters, and not of a town.

    One is a member of "the alliance", but a quarrel too may have "sunk the coalition".
    """
    words = fold(name).split()
    called = not acts.grammar["named_bodies"].isdisjoint(words)
    known = fold(name) in acts.grammar["other_body"]
    known = known and (name != name.lower() or cue.kind not in _LEAVING)
    return called or known or _LETTERS.fullmatch(name.rpartition(" ")[2]) is not None


def _behind(cue: CueHit, known: Meeting[Mention]) -> int:
    """Where what is left may be told: behind the verb, or "the exit of Mali"."""
    near = known.meeting(cue.end, cue.end + _OWNER)
    owner = cue.tense is Tense.NOUN and near and near[0].kind is MentionKind.PARTICIPANT
    return near[0].end if owner else cue.end


def _is_a_body(name: str, met: Sequence[Mention], cue: CueHit, acts: ActWords) -> bool:
    """Whether who acts elsewhere is what is joined or left here: the European Union, the G20."""
    if fold(name) in acts.grammar["other_body"]:
        return True
    group = len(met) == 1 and met[0].role == "group" and met[0].end - met[0].start == len(name)
    return group and cue.kind is not CueKind.ACCEDE  # "joined the Baltic Three in leaving"


def _is_described(text: str, start: int, end: int, nouns: Sequence[int]) -> bool:
    """Whether the name only tells which treaty is meant: "left the Oslo cluster bomb ban"."""
    for noun in nouns[bisect_left(nouns, start) : bisect_left(nouns, end + _NOUN)]:
        if noun < end or _DESCRIBES.fullmatch(text, end, noun):
            return True
    return False


def _may_be_its_own(name: str, treaties: Sequence[str], lexicon: Lexicon) -> bool:
    """Whether it may be another name of a treaty of the report, or of its body: "the Court"."""
    grammar, calendar = lexicon.acts.grammar, lexicon.words.calendar
    words = set(plain_words(fold(name))) - grammar["name_joints"] - grammar["broad_in_names"]
    own = [lexicon.attributes.known[one] for one in treaties if one in lexicon.attributes.known]
    days = words & (calendar.months.keys() | calendar.weekdays.keys())
    return bool(days) or words <= grammar["institution"].union(*(one.words for one in own))


@grammar
def _led_to(acts: ActWords) -> re.Pattern[str]:
    """What stands behind the verb: " from the Group of Seven", " NATO", " de l'OTAN"."""
    small = rf"(?:(?:{_any(acts.grammar['led_to_body'])})(?:\s|(?<=['’])))"
    joints = _any(acts.grammar["name_joints"] - acts.grammar["place"])
    word = rf"{_CAPITAL}[\w'’.&-]*\w"
    known = _known(acts)
    written = rf"{word}(?:\s(?:(?:{joints})\s){{0,2}}{word})*"
    return re.compile(rf"\s{small}{{0,3}}(?P<body>{known}|{written})")


@grammar
def _anywhere(acts: ActWords) -> re.Pattern[str]:
    """ " der NATO", wherever it stands in its clause: only bodies that are known, or letters."""
    small = _any(acts.grammar["led_to_body"])
    letters = rf"(?:{_CAPITAL}){{2,}}\d*"
    return re.compile(rf"(?<!\w)(?:{small})\s(?P<body>{_known(acts)}|{letters}(?!\w))")


def _known(acts: ActWords) -> str:
    return rf"(?=\w)(?i:{_any(acts.grammar['other_body'])})(?!\w)"


def _any(forms: Set[str]) -> str:
    longest = sorted(forms, key=len, reverse=True)
    return "|".join(re.escape(form).replace("'", "['’]") for form in longest) or "(?!)"
