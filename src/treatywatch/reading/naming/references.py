"""References back: "the treaty", "this pact", "an international landmine ban".

A noun for treaties stands for the treaty in focus there, or for the one that its words describe,
unless a capitalised word or a word such as "peace" before it makes it another one.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import cache

from treatywatch.law.treaty import NameStrength
from treatywatch.reading.naming.attributes import Attributes
from treatywatch.reading.naming.described import described, titles
from treatywatch.reading.naming.families import parent_of
from treatywatch.reading.naming.focus import focus_of
from treatywatch.reading.naming.lexicon import Lexicon
from treatywatch.reading.naming.mentions import CueHit, Sighting
from treatywatch.reading.naming.other_bodies import other_bodies
from treatywatch.reading.naming.passing import named_in_passing
from treatywatch.reading.naming.protocols_to import with_protocols
from treatywatch.reading.naming.strangers import (
    strangers,
    with_their_other_names,
    without_those_inside,
)
from treatywatch.reading.naming.treaties_of_bodies import with_their_treaties
from treatywatch.reading.vocabulary.grammar import grammar
from treatywatch.reading.vocabulary.spans import (
    OTHER_BODY,
    STRANGER,
    Mention,
    MentionKind,
    Passage,
    PassageKind,
)
from treatywatch.reading.vocabulary.words_acts import ActWords, CueKind

_WORDS_BEFORE = re.compile(r"((?:[\w'.-]+ ){0,4})$")
_ENDS = re.compile(r"[^\W\d]{4,}\.")  # a word that ends a sentence, and no abbreviation
_LOOK_BACK = 60  # characters of its sentence before a noun
_NEXT_WORD = 12  # characters in which the word after a noun stands


def resolve_treaties(
    text: str,
    folded: str,
    passages: tuple[Passage, ...],
    sighting: Sighting,
    lexicon: Lexicon,
) -> tuple[Mention, ...]:
    """All mentions of the sighting and those that refer back to a treaty, in text order."""
    if not sighting.treaties:
        return sighting.mentions
    acts, attributes = lexicon.acts, lexicon.attributes
    named = [m for m in sighting.mentions if m.kind is MentionKind.TREATY]
    named = _with(named, titles(folded, passages, attributes, sighting.treaties, acts))
    named = with_protocols(folded, named, lexicon)
    named = with_their_treaties(folded, named, sighting.cues, lexicon)
    unknown = sorted(strangers(text, passages, sighting, named, lexicon), key=lambda m: m.start)
    named = _with(without_those_inside(named, unknown), unknown)
    named = list(with_their_other_names(text, named, acts)) if unknown else named
    named = _with(named, other_bodies(text, passages, sighting, named, lexicon))
    aside = named_in_passing(folded, passages, named, sighting.cues, acts)
    focus = focus_of(folded, passages, named, aside)
    named = _with(named, described(folded, sighting.cues, focus, lexicon))
    aside = named_in_passing(folded, passages, named, sighting.cues, acts)
    focus, paragraph = focus_of(folded, passages, named, aside), _Paragraphs(passages)
    subjects = frozenset(_subject_ends(folded, sighting, acts))
    back: list[Mention] = []
    inside = _names_inside(folded, named, lexicon)
    theirs = {w for m in named if m.ids == (STRANGER,) for w in folded[m.start : m.end].split()}
    for cue in sighting.cues:
        if _points_back(text, folded, cue, paragraph, acts, subjects=subjects):
            treaty = focus.at(cue.start)
            noun = folded[cue.start : cue.end]
            told = reversed(focus.named_before(cue.start))
            known = (*told, *inside)
            if _word_before(folded, cue) & acts.grammar["last_told"]:
                treaty = focus.last_in_paragraph(cue.start) or treaty
            if treaty == OTHER_BODY:  # which nobody calls a treaty
                treaty = next((one for one in known if one != OTHER_BODY), None)
            if treaty == STRANGER and _of_a_kind(text, named, cue, acts):
                treaty = next((one for one in known if one not in (STRANGER, OTHER_BODY)), treaty)
            if treaty != STRANGER or noun not in theirs:
                treaty = treaty or sighting.treaties[0]
                if _is_any(folded, cue, treaty, lexicon):
                    continue
                if not _word_before(folded, cue) & acts.grammar["possessive"]:
                    treaty = _called(noun, treaty, known, lexicon)  # none has signed "its protocol"
            back.append(Mention(cue.start, cue.end, MentionKind.TREATY, (treaty,), "anaphor"))
    back += _institutions(folded, named, acts, attributes)
    treaties = _with(named, back)
    others = [m for m in sighting.mentions if m.kind is not MentionKind.TREATY]
    others = without_those_inside(others, unknown)  # "joined the Australia Group"
    return tuple(sorted((*others, *treaties), key=lambda m: (m.start, m.end)))


def _with(named: list[Mention], found: Iterable[Mention]) -> list[Mention]:
    """The mentions with those found that do not begin within one of them, in text order."""
    starts = [m.start for m in named]
    free = [m for m in found if not _within(m, named, starts)]
    return sorted((*named, *free), key=lambda m: (m.start, m.end))


def _is_any(folded: str, cue: CueHit, treaty: str, lexicon: Lexicon) -> bool:
    """Whether "a protocol" is one of which nothing is known, and not what the treaty is."""
    grammar, noun = lexicon.acts.grammar, folded[cue.start : cue.end]
    formal = noun in grammar["formal_nouns"] and not lexicon.attributes.is_titled(treaty, noun)
    return formal and bool(_word_before(folded, cue) & grammar["anyone"])


def _word_before(folded: str, cue: CueHit) -> frozenset[str]:
    return frozenset(folded[max(0, cue.start - _NEXT_WORD) : cue.start].split()[-1:])


def _of_a_kind(text: str, named: list[Mention], cue: CueHit, acts: ActWords) -> bool:
    """Whether the stranger told last is of a kind that has another noun and no name of its own.

    "Never signed a safeguards agreement. China is not in the treaty": in that of the report.
    """
    told = (m for m in reversed(named) if m.end <= cue.start and m.ids == (STRANGER,))
    last = next((text[m.start : m.end] for m in told), "")
    before = text[max(0, cue.start - _NEXT_WORD) : cue.start].lower().split()[-1:]
    if set(before) & acts.grammar["demonstrative"]:
        return False  # "leave that agreement too"
    return last.islower() and text[cue.start : cue.end].lower() not in last


def _called(noun: str, treaty: str, recent: Iterable[str], lexicon: Lexicon) -> str:
    """The treaty, unless only another one of the report is called by that noun: "the statute".

    What a title tells goes first, also that of the treaty which one of the report goes with: "the
    convention" beside the Kyoto Protocol.
    """
    grammar, attributes = lexicon.acts.grammar, lexicon.attributes
    if noun not in grammar["own_nouns"]:
        return treaty
    told = (treaty, *recent)
    called = next((t for t in told if attributes.is_called(t, noun)), None)
    if noun not in grammar["formal_nouns"]:
        return called or treaty
    fits = (treaty, parent_of(treaty, lexicon.treaties), *told)
    titled = (t for t in fits if t is not None and attributes.is_titled(t, noun))
    return next(titled, None) or called or treaty


def _names_inside(folded: str, named: Iterable[Mention], lexicon: Lexicon) -> tuple[str, ...]:
    """Treaties whose sure names stand within that of another: "Optional Protocol to the ICCPR"."""
    written = dict.fromkeys(folded[m.start : m.end] for m in named if m.role == "name")
    return tuple(
        name.id
        for words in written
        for rest in _without_first_words(words)
        for found in lexicon.find(rest)[:1]
        for name in lexicon.names[found.form]
        if name.what == "treaty" and name.how == NameStrength.SURE and not name.described
    )


def _without_first_words(words: str) -> Iterator[str]:
    """ "Protocol to the ICCPR", "to the ICCPR", "the ICCPR", "ICCPR" of an optional one."""
    while words := words.partition(" ")[2]:
        yield words


def _institutions(
    folded: str, named: list[Mention], acts: ActWords, attributes: Attributes
) -> list[Mention]:
    """ "The Court" for a treaty one of whose names ends in that noun."""
    as_written: dict[str, Mention] = {}
    by_name: dict[str, Mention] = {}
    for mention in named:
        word = folded.rfind(" ", 0, mention.end) + 1
        as_written.setdefault(folded[word : mention.end], mention)
    for mention in {m.ids[0]: m for m in reversed(named)}.values():
        for noun in attributes.last_words(mention.ids[0]):
            known = by_name.get(noun, mention)
            by_name[noun] = min(known, mention, key=lambda m: m.start)
    heads = as_written | by_name
    found: list[Mention] = []
    for noun in sorted(heads.keys() & acts.grammar["institution"]):
        treaty, first = heads[noun].ids, heads[noun].start
        for match in _the(noun).finditer(folded, first):
            found.append(Mention(*match.span(1), MentionKind.TREATY, treaty, "anaphor"))
    return found


@cache
def _the(noun: str) -> re.Pattern[str]:
    return re.compile(rf"\bthe ({re.escape(noun)})\b")


def _within(mention: Mention, named: list[Mention], starts: list[int]) -> bool:
    index = bisect_right(starts, mention.start) - 1
    return index >= 0 and mention.start < named[index].end


class _Paragraphs:
    """Which paragraph an offset lies in; offsets are asked for in rising order or nearly so."""

    def __init__(self, passages: tuple[Passage, ...]) -> None:
        self._passages = passages

    def passage(self, offset: int) -> Passage | None:
        """The last passage that begins at or before the offset."""
        low, high = 0, len(self._passages)
        while low < high:
            middle = (low + high) // 2
            if self._passages[middle].start <= offset:
                low = middle + 1
            else:
                high = middle
        return self._passages[low - 1] if low else None


def _subject_ends(folded: str, sighting: Sighting, acts: ActWords) -> Iterator[int]:
    """Where States and parliaments end that may stand before their object: "Литва конвенцию".

    One in the genitive owns what follows, so that it makes another treaty: "Latvijas līgums".
    """
    owners = acts.syntax.owner_endings
    for mention in sighting.mentions:
        state = mention.kind is MentionKind.PARTICIPANT and mention.role == "name"
        owned = owners and folded.endswith(owners, mention.start, mention.end)
        if state and not owned:
            yield mention.end
    yield from (cue.end for cue in sighting.cues if cue.kind is CueKind.PARLIAMENT)


def _points_back(
    text: str,
    folded: str,
    cue: CueHit,
    paragraphs: _Paragraphs,
    acts: ActWords,
    *,
    subjects: frozenset[int],
) -> bool:
    if cue.kind not in {CueKind.TREATY_NOUN, CueKind.TREATY_NOUN_WEAK}:
        return False
    passage = paragraphs.passage(cue.start)
    first = max(passage.start if passage else 0, cue.start - _LOOK_BACK)
    before = _WORDS_BEFORE.search(folded, first, cue.start)
    words = before[1].split() if before else []
    ends = max((n + 1 for n, word in enumerate(words) if _ENDS.fullmatch(word)), default=0)
    words = words[ends:]
    near = words[-1] if words else ""
    if cue.kind is CueKind.TREATY_NOUN_WEAK and not set(words[-2:]) & _pointing(acts):
        return cue.end - cue.start > 4 and " " in folded[cue.start : cue.end]
    others = acts.grammar["other_treaty"] | acts.grammar["other_matter"]
    if any(word in others for word in words[-3:]):
        return False
    shouted = passage is not None and text[passage.start : passage.end].isupper()
    if not shouted and _is_abbreviation(text, cue.start, near, acts):
        return False
    following = folded[cue.end : cue.end + _NEXT_WORD].split()
    if following and following[0] in acts.syntax.names_after:
        return False
    headline = passage is not None and passage.kind is PassageKind.HEADLINE
    subject = acts.syntax.object_before and cue.start - 1 in subjects
    return headline or subject or not _has_own_name(text, cue.start, near, acts)


def _is_abbreviation(text: str, start: int, near: str, acts: ActWords) -> bool:
    """Whether the word before it is the short name of another treaty: "ABM treaty"."""
    word = text[start - 1 - len(near) : start - 1]
    return len(word) > 1 and word.isupper() and near not in acts.grammar["general"]


def _has_own_name(text: str, start: int, near: str, acts: ActWords) -> bool:
    """Whether the word before it is a capitalised name: "Lisbon Treaty"."""
    if not near or near in acts.grammar["pointing"]:
        return False
    at = start - 1 - len(near)
    opens_sentence = (
        at < 2 or text[at - 2 : at].strip(' "“') in {".", "!", "?"} or text[at - 1] == "\n"
    )
    return text[at].isupper() and near not in acts.grammar["general"] and not opens_sentence


@grammar
def _pointing(acts: ActWords) -> frozenset[str]:
    return acts.grammar["pointing"] | {""}
