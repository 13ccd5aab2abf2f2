"""Bodies named in the heading of a table: "UNESCO and its members", above "State | Joined | Left".

A body in a heading says nothing of its treaty by itself; heads of columns that tell of joining and
leaving say whose members are meant.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from treatywatch.law.treaty import NameStrength
from treatywatch.reading.naming.named_places import Place
from treatywatch.reading.vocabulary.grammar import grammar
from treatywatch.reading.vocabulary.spans import Passage
from treatywatch.reading.vocabulary.words_acts import ActWords, CueKind

_WITHIN = 8  # passages from the heading to the heads of its table
_LONGEST = 160  # characters of a line of heads
_FEWEST = 2  # acts that heads tell
_ACTS = frozenset(
    {
        CueKind.SIGN,
        CueKind.RATIFY,
        CueKind.ACCEDE,
        CueKind.EXIT,
        CueKind.EXIT_OBJECT,
        CueKind.EFFECT,
        CueKind.NOTICE,
    }
)
_ENDS = (".", "!", "?", ";", ",")


def above_a_table(
    places: Sequence[Place], passages: Sequence[Passage], folded: str, acts: ActWords
) -> Iterator[tuple[Place, str]]:
    """The names of bodies in headings of tables on who joined or left, each with its treaty."""
    if not any(_bodies(place) for place in places):
        return
    starts = [place.start for place in places]
    inside = [
        places[bisect_left(starts, one.start) : bisect_left(starts, one.end)] for one in passages
    ]
    heads = [
        _is_of_heads(passage, within, folded, acts)
        for passage, within in zip(passages, inside, strict=True)
    ]
    for at, passage in enumerate(passages):
        if _is_a_line(passage, folded) and any(heads[at + 1 : at + 1 + _WITHIN]):
            yield from ((place, of) for place in inside[at] for of in _bodies(place))


def _bodies(place: Place) -> list[str]:
    return [of for of, how in place.treaties if how == NameStrength.BODY]


def _is_of_heads(passage: Passage, places: Sequence[Place], folded: str, acts: ActWords) -> bool:
    """Whether a line names several acts and nobody: "State  Signature  Ratification"."""
    if not _is_a_line(passage, folded) or any(p.participants or p.treaties for p in places):
        return False
    told = [(p.start, p.end) for p in places if {cue.kind for cue in p.cues} & _ACTS]
    by_words = (one.span() for one in _of_heads(acts).finditer(folded, passage.start, passage.end))
    others = [(a, b) for a, b in by_words if not any(a < end and start < b for start, end in told)]
    return len(told) + len(others) >= _FEWEST


@grammar
def _of_heads(acts: ActWords) -> re.Pattern[str]:
    """Words that tell of joining or leaving in heads of columns alone: "Adhered", "Out"."""
    uses = ("head_notice", "head_out", "head_back", "head_since", "head_short_accede")
    return re.compile(rf"(?<!\w)(?:{'|'.join(acts.any_of(use) or '(?!)' for use in uses)})(?!\w)")


def _is_a_line(passage: Passage, folded: str) -> bool:
    words = folded[passage.start : passage.end].strip()
    return 0 < len(words) <= _LONGEST and not words.endswith(_ENDS)
