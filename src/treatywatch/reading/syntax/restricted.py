"""Cues that tell nothing here: "ne prend effet qu'un an après", "No, it has left", "as planned"."""

import re
from collections.abc import Iterable, Iterator

from treatywatch.reading.naming.mentions import CueHit
from treatywatch.reading.vocabulary.grammar import grammar
from treatywatch.reading.vocabulary.spans import Passage
from treatywatch.reading.vocabulary.words_acts import ActWords, CueKind, Tense


def without_bounds(cues: Iterable[CueHit], folded: str, acts: ActWords) -> Iterator[CueHit]:
    """The cues without the first half of "ne ... que", which denies nothing.

    Unless a word of its own denies it before the other half: "n'a pas dit que".
    """
    halved = bool(acts.grammar["bound_first"])
    for cue in cues:
        denies = cue.kind is CueKind.NEGATION
        if not (halved and denies and _bound(acts).match(folded, cue.start)):
            yield cue


def without_answers(
    cues: Iterable[CueHit], folded: str, passages: Iterable[Passage]
) -> Iterator[CueHit]:
    """The cues without the "no" that answers a question: what follows its comma is told."""
    opens = {passage.start for passage in passages}
    for cue in cues:
        answers = cue.kind is CueKind.NEGATION and cue.start in opens
        if not (
            answers and " " not in folded[cue.start : cue.end] and folded.startswith(",", cue.end)
        ):
            yield cue


def without_asides(cues: Iterable[CueHit], folded: str, acts: ActWords) -> Iterator[CueHit]:
    """The cues without those that only say it was no surprise: "As planned, Finland left it"."""
    likened = acts.grammar["as_told"]
    for cue in cues:
        aside = cue.kind is CueKind.FUTURE or (cue.kind in _SPOKEN_OF and cue.tense is Tense.PAST)
        if not (aside and _ENDS.match(folded, cue.end) and _after(folded, cue) in likened):
            yield cue


def without_late(
    cues: Iterable[CueHit], folded: str, days: Iterable[int], acts: ActWords
) -> Iterator[CueHit]:
    """The cues without a "not until" that only tells how late: "not until 2012 did it join".

    ``days`` are where the dates begin.
    """
    begins = frozenset(days)
    late: set[int] = set()
    for cue in cues:
        denies = cue.kind in {CueKind.NEGATION, CueKind.ECHO_NOT}
        until = _until(acts).match(folded, cue.end) if denies else None
        if until is not None and until.end() in begins:
            late.add(until.start("until"))
        elif cue.start not in late:
            yield cue


_SPOKEN_OF = frozenset(
    {CueKind.INTEND, CueKind.ANNOUNCE, CueKind.DECIDE, CueKind.CONSIDER, CueKind.PROPOSE}
)
_ENDS = re.compile(r"[,;.)]|$")
_WORD = 8  # characters of a word before a cue


def _after(folded: str, cue: CueHit) -> str:
    words = folded[max(0, cue.start - _WORD) : cue.start].split()
    return words[-1] if words else ""


@grammar
def _bound(acts: ActWords) -> re.Pattern[str]:
    first, then, denied = (
        acts.any_of(use) for use in ("bound_first", "bound_then", "denied_between")
    )
    between = rf"(?:\s(?!(?:{denied}|{then})(?!\w))[^\s.;:!?,]+){{1,9}}"
    return re.compile(rf"(?:{first}){between}\s(?:{then})")


@grammar
def _until(acts: ActWords) -> re.Pattern[str]:
    until, small = acts.any_of("not_until"), acts.any_of("leads_to_day")
    be = rf"(?:\s(?:{acts.any_of('be')}))?"
    return re.compile(rf"{be}\s(?P<until>{until})\s(?:(?:{small})\s)?")
