"""Entries of a chronology that tell an act in a word or two: "22 Apr 2016 signed".

No sentence is there to read: the day opens the line, whom it is on is named in it or in the heading
above, and the act is all the rest.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from treatywatch.reading.claim import Claim, ClaimType, ReadBy
from treatywatch.reading.claims.span import as_partial
from treatywatch.reading.claims.status_lines import state_above
from treatywatch.reading.claims.tables.above import lines_above, treaty_above
from treatywatch.reading.claims.tables.cells import act_alone
from treatywatch.reading.claims.tables.columns import named_in
from treatywatch.reading.claims.tables.grid import Cell
from treatywatch.reading.naming.mentions import CueHit
from treatywatch.reading.syntax.scenes import Stage
from treatywatch.reading.vocabulary.in_order import InOrder, Meeting
from treatywatch.reading.vocabulary.spans import DateMention, Mention
from treatywatch.reading.vocabulary.words_acts import CueKind
from treatywatch.values import frozen

_LINE = re.compile(
    r"^[ \t]*(?:[-*•·–—▪◦○][ \t]+)?[*`_]{0,2}(?P<words>\w[^\n]{5,140})$", re.MULTILINE
)
_APART = re.compile(r"[*`_]{0,2}\s*(?:[:|–—-]\s*)?[*`_]{0,2}")
_FEWEST = 2  # entries
_LONGEST = 90  # characters of an entry behind its day
_OPENS = 14  # characters before the word for a treaty's own day
_TAIL = 40  # characters of " in Dublin, after ten days of talks"
_FACTS = {
    CueKind.ADOPT: "adoption",
    CueKind.OPEN_SIGNATURE: "signature",
    CueKind.EFFECT: "entry_into_force",
}
_OF_STATES = frozenset({ClaimType.PARTICIPATION, ClaimType.WITHDRAWAL})
_OURS = _OF_STATES | {ClaimType.TREATY_FACT}


@frozen
class _Entry:
    """A line that a day opens, and what stands behind the day."""

    day: DateMention
    rest: Cell

    @property
    def whole(self) -> Cell:
        return Cell(self.day.start, self.rest.end)


def with_entries(stage: Stage, cues: Sequence[CueHit], told: Sequence[Claim]) -> tuple[Claim, ...]:
    """The claims, and those of entries in a word or two that no other reader has read."""
    words = InOrder(cues)
    known = Meeting([claim for claim in told if claim.type in _OURS])
    found: list[Claim] = []
    for run in _runs(stage):
        found += _of_run(stage, words, known, run)
    if not found:
        return tuple(told)
    ours = [(claim.start, claim.end) for claim in found]
    kept = (claim for claim in told if not _is_told_again(claim, ours))
    return tuple(sorted((*kept, *found), key=lambda claim: (claim.start, claim.end)))


def _is_told_again(claim: Claim, ours: Sequence[tuple[int, int]]) -> bool:
    """Whether it is an act of nobody, in an entry that was read."""
    nobodys = claim.type in _OF_STATES and not claim.participants
    return nobodys and any(start <= claim.start < end for start, end in ours)


def _of_run(
    stage: Stage, words: InOrder[CueHit], known: Meeting[Claim], run: Sequence[_Entry]
) -> list[Claim]:
    treaty = treaty_above(stage, run[0].day.start)
    whose = _whose(stage, words, run)
    told = [_claim(stage, words, entry, treaty, whose) for entry in run]
    if sum(one is not None for one in told) < _FEWEST:
        return []
    return [
        one
        for one, entry in zip(told, run, strict=True)
        if one is not None and not any(map(_says_whose, known.meeting(*entry.whole)))
    ]


def _says_whose(claim: Claim) -> bool:
    return bool(claim.participants) or (claim.type not in _OF_STATES and claim.stage is not None)


def _whose(stage: Stage, words: InOrder[CueHit], run: Sequence[_Entry]) -> tuple[str, ...]:
    """The one State that the heading above is on, where the entries are not the treaty's own."""
    kinds = {cue.kind for entry in run for cue in words.within(*entry.rest)}
    if kinds & {CueKind.ADOPT, CueKind.OPEN_SIGNATURE}:
        return ()
    if any(_named(stage, entry.rest) for entry in run):
        return ()
    start = run[0].day.start
    if above := state_above(stage, words, start):
        return above
    for line in lines_above(stage, start):
        people = stage.context.participants_in(*line)
        if people:
            return people if len(people) == 1 and named_in(stage, line) else ()
    return ()


def _claim(
    stage: Stage,
    words: InOrder[CueHit],
    entry: _Entry,
    above: str | None,
    whose: tuple[str, ...],
) -> Claim | None:
    named = named_in(stage, entry.rest)
    treaty = named[0] if len(named) == 1 else above
    if treaty is None or len(named) > 1:
        return None
    people = _named(stage, entry.rest)
    who = tuple(dict.fromkeys(one for name in people for one in name.ids)) or whose
    told: Claim | None = None
    if not people:
        told = _of_the_treaty(stage, words, entry)
    if told is None and who:
        opens = people[-1].end if people and people[0].start == entry.rest.start else None
        cell = entry.rest if opens is None else _bare(stage, Cell(opens, entry.rest.end))
        told = act_alone(stage, cell, words) if not people or opens is not None else None
        told = None if told is None else replace(told, participants=who)
    if told is None:
        return None
    start, end = entry.day.start, told.end
    quote = stage.text[start:end]
    placed = replace(told, quote=quote, start=start, end=end, treaty=treaty)
    return replace(placed, date=as_partial(entry.day), read_by=ReadBy.TABLE)


def _named(stage: Stage, cell: Cell) -> list[Mention]:
    """The States that the words name, and no place: "adopted in Dublin"."""
    return [one for one in stage.context.people_in(*cell) if one.role in _NAMED]


_NAMED = frozenset({"name", "group"})


def _of_the_treaty(stage: Stage, words: InOrder[CueHit], entry: _Entry) -> Claim | None:
    """A day in the life of a treaty: "adopted in Dublin", "opened for signature"."""
    first = next(iter(words.within(*entry.rest)), None)
    cue = next((one for one in words.within(*entry.rest) if one.kind in _FACTS), None)
    if cue is None or first is None or cue.start - entry.rest.start > _OPENS:
        return None
    if entry.rest.end - cue.end > _TAIL:
        return None
    start, end = cue.start, entry.rest.end
    quote = stage.text[start:end]
    return Claim(ClaimType.TREATY_FACT, quote, start, end, None, stage=_FACTS[cue.kind])


def _runs(stage: Stage) -> Iterator[Sequence[_Entry]]:
    """Entries that stand one below the other, at most one empty line between two."""
    run: list[_Entry] = []
    entries = [*_entries(stage)]
    for one, following in pairwise((*entries, None)):
        if one is None:
            break
        run.append(one)
        if following is None or stage.text.count("\n", one.rest.end, following.day.start) > 2:
            if len(run) >= _FEWEST:
                yield run
            run = []


def _entries(stage: Stage) -> Iterator[_Entry]:
    for line in _LINE.finditer(stage.text):
        start, end = line.span("words")
        days = stage.context.dates_in(start, end)
        if not days or days[0].start != start or len(days) > 1:
            continue
        rest = _bare(stage, Cell(days[0].end, end))
        if 0 < rest.end - rest.start <= _LONGEST:
            yield _Entry(days[0], rest)


def _bare(stage: Stage, cell: Cell) -> Cell:
    """The words behind a day or a name, without what parts them."""
    apart = _APART.match(stage.text, *cell)
    start = apart.end() if apart is not None else cell.start
    words = stage.text[start : cell.end]
    return Cell(start, start + len(words.rstrip(" .;")))
