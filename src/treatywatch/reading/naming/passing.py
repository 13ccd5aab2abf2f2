"""Treaties named in passing: in words set apart, behind which their sentence goes on as before.

"The Marshall Islands, which ratified the mine ban in March, are outside as well" goes on about the
treaty that was told of before, and so does what follows "the pact, which it holds to be at odds
with the Non-Proliferation Treaty", "the convention (unlike the Ottawa one)" and "Unlike the Ottawa
Convention, the pact ...".
"""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence, Set

from treatywatch.reading.naming.mentions import CueHit
from treatywatch.reading.vocabulary.grammar import grammar
from treatywatch.reading.vocabulary.spans import OTHER_BODY, UNKNOWN, Mention, Passage
from treatywatch.reading.vocabulary.words_acts import ActWords, CueKind

_REACH = 200  # characters from the word that sets words apart to a treaty in them
_BRACKETS = {"(": ")", "[": "]"}


def named_in_passing(
    folded: str,
    passages: Sequence[Passage],
    named: Sequence[Mention],
    cues: Sequence[CueHit],
    acts: ActWords,
) -> Mapping[int, int]:
    """Where the mentions set apart begin, each with where its words end.

    The first mention in a paragraph is none: nothing was told of before it. A treaty that the
    record does not hold is, and the law of treaties, where one sentence speaks of it and no more.
    """
    begins = [passage.start for passage in passages]
    law = _law(acts)
    free = [m.ids[0] in UNKNOWN or bool(law.search(folded, m.start, m.end)) for m in named]
    told = [cue for cue in cues if cue.kind in _ACTS]
    pronouns = [bool(_it(acts).match(folded, cue.end)) for cue in told]
    taking = {
        bisect_right(begins, cue.start) - 1
        for cue, takes in zip(told, pronouns, strict=True)
        if takes and acts.syntax.pronoun_after
    }
    found = _by_the_way(passages, named, free, told, taking)
    found |= _held_against(folded, passages, named, taking, acts)
    paragraph = -1
    for mention in named:
        place = bisect_right(begins, mention.start) - 1
        if place < 0:
            continue
        passage = passages[place]
        end = _end_of_aside(folded, passage, mention, acts)
        apart = _end_of_contrast(folded, passage, mention, acts)
        if apart is not None:
            found[mention.start] = apart
        elif passage.paragraph == paragraph and end is not None:
            found[mention.start] = end
        paragraph = passage.paragraph
    return found


@grammar
def _it(acts: ActWords) -> re.Pattern[str]:
    return re.compile(rf"\s(?:{acts.any_of('object_pronoun')})(?!\w)")


@grammar
def _law(acts: ActWords) -> re.Pattern[str]:
    """The law that is for all treaties: reports on any of them appeal to it."""
    forms = acts.grammar["law_for_all"]
    return re.compile(rf"(?<!\w)(?:{acts.any_of('law_for_all')})(?!\w)" if forms else r"(?!)")


def _by_the_way(
    passages: Sequence[Passage],
    named: Sequence[Mention],
    free: Sequence[bool],
    acts: Sequence[CueHit],
    taking: Set[int],
) -> dict[int, int]:
    """Where treaties begin that only one sentence speaks of, with where it ends.

    ``free`` tells of each mention whether it may be so: of the law for all treaties, and of what
    the record does not hold. ``taking`` are the sentences in which somebody "signed it".

    One that opens its sentence, that somebody joins or leaves there, or that the sentence behind it
    takes up, is what it goes on about; not a body that is joined: a report tells of exits then.
    """
    begins = [passage.start for passage in passages]
    ends = [cue.end for cue in acts]
    found: dict[int, int] = {}
    for before, mention, may in zip((None, *named), named, free, strict=False):
        if not may:
            continue
        place = max(0, bisect_right(begins, mention.start) - 1)
        opens = mention.start - begins[place] <= _SUBJECT
        act = bisect_right(ends, mention.start) - 1
        since = max(begins[place], before.end if before is not None else 0)
        joined = act >= 0 and mention.ids == (OTHER_BODY,) and acts[act].kind in _JOINING
        opens = opens or place + 1 in taking
        if joined or (not opens and (act < 0 or acts[act].start < since)):
            found[mention.start] = passages[place].end
    return found


def _held_against(
    folded: str,
    passages: Sequence[Passage],
    named: Sequence[Mention],
    taking: Set[int],
    acts: ActWords,
) -> dict[int, int]:
    """Where treaties begin that a sentence only holds its own against, with where it ends.

    "Their use was outlawed by the Geneva Protocol" and "older than the NPT" go on about the treaty
    told before, unless that is named less often.
    """
    if not acts.grammar["holds_against"]:
        return {}
    begins = [passage.start for passage in passages]
    often = Counter(mention.ids[0] for mention in named)
    found: dict[int, int] = {}
    about = ""
    for mention in named:
        treaty = mention.ids[0]
        place = max(0, bisect_right(begins, mention.start) - 1)
        before = folded[max(begins[place], mention.start - _REACH) : mention.start]
        other = about not in ("", treaty) and often[treaty] <= often[about]
        taken = place + 1 in taking or _is_taken_up(folded, passages, place + 1, acts)
        if other and not taken and _against(acts).search(before):
            found[mention.start] = passages[place].end
        else:
            about = treaty
    return found


def _is_taken_up(folded: str, passages: Sequence[Passage], place: int, acts: ActWords) -> bool:
    """Whether a sentence goes on about what was told last: "to ratify that one"."""
    if place >= len(passages):
        return False
    return _that_one(acts).search(folded, passages[place].start, passages[place].end) is not None


@grammar
def _that_one(acts: ActWords) -> re.Pattern[str]:
    nouns = f"{acts.cues_of(CueKind.TREATY_NOUN)}|{acts.any_of('in_place_of_noun')}"
    return re.compile(rf"(?<!\w)(?:{acts.any_of('last_told') or '(?!)'})\s(?:{nouns})(?!\w)")


@grammar
def _against(acts: ActWords) -> re.Pattern[str]:
    article = acts.maybe("name_article")
    return re.compile(rf"(?<!\w)(?:{acts.any_of('holds_against')})\s{article}(?:[\w-]+\s)?$")


_JOINING = frozenset({CueKind.ACCEDE, CueKind.BELONG})
_SUBJECT = 6  # characters of "The " before what a sentence is about
_ACTS = frozenset(
    {
        CueKind.EXIT,
        CueKind.EXIT_OBJECT,
        CueKind.EXIT_NOTICE,
        CueKind.OUT_OF,
        CueKind.NOTIFY,
        CueKind.SIGN,
        CueKind.RATIFY,
        CueKind.ACCEDE,
        CueKind.BELONG,
        CueKind.SUSPEND,
    }
)


def _end_of_aside(folded: str, passage: Passage, mention: Mention, acts: ActWords) -> int | None:
    """Where the words set apart end that the mention stands in; None where it stands in none."""
    if is_set_beside(folded, mention, acts):
        return mention.end
    before = folded[max(passage.start, mention.start - _REACH) : mention.start]
    for opens, closes in _BRACKETS.items():
        if before.rfind(opens) > before.rfind(closes):
            return _next(folded, closes, mention.end, passage.end)
    if _apposed(acts).search(before) and folded[mention.end : mention.end + 1] == ",":
        return mention.end
    follows = folded[mention.end : passage.end].lstrip()[:1]
    if follows.isalpha() and _of_a_kind(acts).search(before):
        return mention.end
    relative = _relative(acts)
    last = max((m.end() for m in relative.finditer(before)), default=None)
    if last is None or ";" in before[last:] or "," in before[last:]:
        return None
    return _next(folded, ",", mention.end, passage.end)


@grammar
def _apposed(acts: ActWords) -> re.Pattern[str]:
    """ "Mexico, [its partner in] NAFTA, has signed": what only describes who acts."""
    uses = [use for use in ("article", "possessive") if acts.grammar[use]]
    opening = "|".join(acts.any_of(use) for use in uses)
    return re.compile(rf",\s(?:{opening})\s(?:[\w-]+\s){{1,5}}$" if opening else r"(?!)")


@grammar
def _of_a_kind(acts: ActWords) -> re.Pattern[str]:
    """ "Is [the only member of] ASEAN that has joined": a body that only tells of whose kind."""
    if not acts.grammar["rank"] or not acts.grammar["genitive"]:
        return re.compile(r"(?!)")
    ranks, of = acts.any_of("rank"), acts.any_of("genitive")
    article = acts.maybe("name_article")
    return re.compile(rf"(?<!\w)(?:{ranks})\s(?:[\w-]+\s){{1,3}}(?:{of})\s{article}$")


def _end_of_contrast(folded: str, passage: Passage, mention: Mention, acts: ActWords) -> int | None:
    """ "Unlike the NPT, which dates from 1968, the pact ...": its sentence is about the other."""
    before = folded[max(passage.start, mention.start - _REACH) : mention.start]
    if not _contrast(acts).match(before.rpartition(", ")[2]):
        return None
    end = folded.find(",", mention.end, passage.end)
    if end >= 0 and _relative(acts).match(folded, end):
        return _next(folded, ",", end + 1, passage.end)
    return max(end, mention.end)


@grammar
def _contrast(acts: ActWords) -> re.Pattern[str]:
    forms = acts.grammar["contrast"]
    return re.compile(rf"(?:{acts.any_of('contrast')})(?!\w)" if forms else r"(?!)")


def is_set_beside(folded: str, mention: Mention, acts: ActWords) -> bool:
    """Whether it only keeps another treaty company: "adopted together with the Covenant".

    Or is the law that somebody goes by: "relies on the Vienna Convention".
    """
    if not acts.grammar["at_one"] and not acts.grammar["goes_by_law"]:
        return False
    before = folded[max(0, mention.start - _LED) : mention.start]
    return _at_one(acts).search(before) is not None


_LED = 30  # characters of "together with the " before a treaty


@grammar
def _at_one(acts: ActWords) -> re.Pattern[str]:
    article = acts.maybe("name_article")
    led = "|".join(acts.any_of(use) for use in ("at_one", "goes_by_law") if acts.grammar[use])
    return re.compile(rf"(?<!\w)(?:{led})\s{article}$")


def _next(folded: str, sign: str, start: int, end: int) -> int:
    found = folded.find(sign, start, end)
    return found if found >= 0 else end


@grammar
def _relative(acts: ActWords) -> re.Pattern[str]:
    return re.compile(rf",\s(?:{acts.any_of('relative')})(?!\w)")
