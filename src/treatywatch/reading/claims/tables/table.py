"""Tables: "State | Signed | Ratified", and below it a State with its days.

What a column is for stands in the head of the table alone, of whom or what a row tells in its
first cells, and of which treaty in a cell, in the head of the column, or above the table.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from itertools import chain

from treatywatch.reading.claim import Claim, ClaimType, ReadBy
from treatywatch.reading.claims.span import as_partial
from treatywatch.reading.claims.status_lines import state_above
from treatywatch.reading.claims.tables.above import (
    acts_above,
    counts_above,
    notices_above,
    only_state_beside,
    treaty_above,
)
from treatywatch.reading.claims.tables.abreast import apart
from treatywatch.reading.claims.tables.acts_in_cells import act_and_day
from treatywatch.reading.claims.tables.below_each_other import stacked
from treatywatch.reading.claims.tables.binary import binary_columns
from treatywatch.reading.claims.tables.borrowed_heads import with_head
from treatywatch.reading.claims.tables.by_order import with_uses_by_order
from treatywatch.reading.claims.tables.close_rows import close_rows
from treatywatch.reading.claims.tables.columns import (
    ACTS,
    EXITS,
    MEMBERS,
    Column,
    Use,
    exit_roles,
    named_in,
    with_acts_above,
    with_acts_of_names,
    with_counts_above,
    with_uses_seen,
)
from treatywatch.reading.claims.tables.grid import (
    BAR,
    Grid,
    Row,
    grids,
    is_of_values,
    may_hold_any,
    over,
)
from treatywatch.reading.claims.tables.headless import without_head
from treatywatch.reading.claims.tables.heads import is_head, is_label, read_head
from treatywatch.reading.claims.tables.in_order import in_order
from treatywatch.reading.claims.tables.lasting import with_spans
from treatywatch.reading.claims.tables.marks import keys, marks_of
from treatywatch.reading.claims.tables.names_in_cells import act_of_head
from treatywatch.reading.claims.tables.rows import of_row
from treatywatch.reading.claims.tables.sections import Section, parts
from treatywatch.reading.claims.tables.subject import Table
from treatywatch.reading.claims.tables.turned import upright
from treatywatch.reading.naming.called_in_short import ShortNames
from treatywatch.reading.naming.mentions import CueHit
from treatywatch.reading.syntax.scenes import Stage
from treatywatch.reading.vocabulary.in_order import InOrder, Meeting, Stretches
from treatywatch.reading.vocabulary.spans import UNKNOWN
from treatywatch.reading.vocabulary.words_acts import CueKind
from treatywatch.values import frozen

_NOT_OURS = frozenset({ClaimType.QUOTE, ClaimType.INDICATOR, ClaimType.PLAN})

_Stretch = tuple[int, int]


def with_tables(
    stage: Stage, cues: Sequence[CueHit], told: Sequence[Claim], names: ShortNames
) -> tuple[Claim, ...]:
    """The claims told, those of tables by the heads of their columns; a head claims nothing."""
    tables = _seen(stage, InOrder(cues), names)
    if not tables.rows:
        return tuple(told)
    kept = (claim for claim in told if tables.leave(claim))
    return (
        *(_in_its_cell(stage, c) if tables.hold(c) else c for c in kept),
        *tables.found,
    )


@frozen
class _Tables:
    """The claims of all tables of a report, and where their heads and rows stand."""

    found: Sequence[Claim]
    rows: int
    heads: Stretches
    read: Stretches
    unread: Stretches
    strange: Stretches
    apart: Stretches
    told: Meeting[Claim]

    def hold(self, claim: Claim) -> bool:
        """Whether it stands in a row, read or not."""
        return self.read.cover(claim.start) or self.unread.cover(claim.start)

    def leave(self, claim: Claim) -> bool:
        """Whether another reader's claim stays: not that of a head, nor of a row that was read.

        An exit told in a cell of its own stays, and a claim of a row that was not read, within it;
        none of a row on a treaty that the record does not hold.
        """
        if self.heads.cover(claim.start) or self.strange.cover(claim.start):
            return False
        if "\n" in claim.quote and self.heads.cover(claim.end - 1):
            return False  # the line above, and the head
        if is_of_values(claim.quote) and self.read.cover(claim.start + 1):
            return False  # a row, and no one's words
        if self.apart.cover(claim.start) and claim.date is None and claim.value is None:
            return False  # "the day of signature and that of ratification", said of the columns
        if not self.read.cover(claim.start):
            return "\n" not in claim.quote or not self.unread.cover(claim.start)
        if claim.type in _NOT_OURS:  # "2 | Cook Islands" looks like a figure
            return claim.read_by is not ReadBy.LIKENESS
        apart = claim.type is ClaimType.WITHDRAWAL
        return apart and not self.told.meeting(claim.start, claim.end)


def _seen(stage: Stage, words: InOrder[CueHit], names: ShortNames) -> _Tables:
    heads: list[_Stretch] = []
    read: list[_Stretch] = []
    unread: list[_Stretch] = []
    strange: list[_Stretch] = []
    found: list[Claim] = []
    told_apart: list[_Stretch] = []
    before: Grid | None = None
    for given in _grids(stage, words, names):
        grid = with_head(stage, words, given, before)
        before = grid if grid.head else before
        heads += [(grid.head[0].start, grid.head[-1].end)] if given.head else []
        if grid.head and not given.head:
            told_apart.append((grid.head[1].start, grid.head[-1].end))
        heads += [(grid.above[0].start, grid.above[-1].end)] if given.above else []
        heads += keys(stage, grid)
        for row, told, section in _read_whole(stage, words, grid, names):
            heads += [section.line] if section is not None and section.tells else []
            claims = [claim for claim in told if claim.treaty not in UNKNOWN]
            found += claims
            where = read if claims else strange if told else unread
            where.append((row[0].start, row[-1].end))
    return _Tables(
        found=found,
        rows=len(heads) + len(read),
        heads=Stretches(heads),
        read=Stretches(read),
        unread=Stretches(unread),
        strange=Stretches(strange),
        apart=Stretches(told_apart),
        told=Meeting(found),
    )


def _read_whole(
    stage: Stage, words: InOrder[CueHit], grid: Grid, names: ShortNames
) -> Iterator[tuple[Row, Sequence[Claim], Section | None]]:
    """Each row with its claims; of tables that stand side by side or were turned, all as one."""
    beside = apart(stage, grid)
    if len(beside) > 1:
        each = [replace(part, treaty=_treaty_over(stage, part)) for part in beside]
        several = [told for part in each for told in _read(stage, words, part, names)]
    else:
        whole = upright(stage, words, grid, names)
        if not whole.turned:
            for section, part in parts(stage, words, whole):
                for row, told in _read(stage, words, part, names, section):
                    yield row, told, section
            return
        several = [*_read(stage, words, whole, names)]
    if several:  # their rows cross each other, or the lines of the text
        head = () if grid.apart else grid.head
        yield (*head, *chain(*grid.rows)), [*chain(*(told for _, told in several))], None


def _grids(stage: Stage, words: InOrder[CueHit], names: ShortNames) -> Iterator[Grid]:
    """All tables, however their cells are parted."""
    close = close_rows(stage, words, names)
    if close or may_hold_any(stage.text):
        head, label = partial(is_head, stage, words, names), partial(is_label, stage, words)
        yield from grids(stage.text, head, label, close)
    yield from stacked(stage, words, names)


def _read(
    stage: Stage,
    words: InOrder[CueHit],
    grid: Grid,
    names: ShortNames,
    section: Section | None = None,
) -> Iterator[tuple[Row, Sequence[Claim]]]:
    """Each row under a head with its claims, if any; and each pair from which one was read."""
    treaty = (section and section.treaty) or grid.treaty or treaty_above(stage, grid.start)
    if not grid.head:
        yield from without_head(stage, words, grid, treaty)
        return
    columns = read_head(stage, words, names, grid.head, [*over(stage.text, grid)])
    columns = section.of_its_acts(columns) if section is not None else columns
    noticed = notices_above(stage, words, grid.start)
    columns = with_acts_above(columns, acts_above(stage, words, grid.start), noticed=noticed)
    columns = with_acts_of_names(stage, columns, grid.rows)
    counted = counts_above(stage, words, grid.start)
    columns = with_counts_above(columns, counted)
    columns = with_uses_seen(stage, columns, grid.rows, names)
    columns = with_spans(stage, columns, grid.head, of_members=bool(counted & MEMBERS))
    whose = {column.who for column in columns if column.who}
    above = whose.pop() if len(whose) == 1 else section.who if section is not None else ()
    of_one = _of_what_one_did(columns)
    if not above and of_one:
        above = state_above(stage, words, grid.start) or only_state_beside(stage, grid)
    of_exits = _of_exits(stage, words, grid, columns)
    columns = with_uses_by_order(stage, columns, grid.rows, of_exits=of_exits)
    roles = exit_roles(columns, of_exits=of_exits)
    marks = marks_of(stage, words, grid)
    heads = zip(columns, grid.head, strict=True)
    told = [act_of_head(stage, words, cell) if one.cues else None for one, cell in heads]
    nobody = of_one and not above
    table = Table(columns, roles, treaty, above, of_exits, names, told, marks, grid.turned, nobody)
    table = replace(
        table,
        told_at=act_and_day(stage, words, columns, grid.rows),
        binary=binary_columns(stage, columns, grid.rows),
    )
    for row in grid.rows:
        yield row, [*in_order(stage, of_row(stage, words, table, row))]


def _treaty_over(stage: Stage, part: Grid) -> str | None:
    """The one treaty that the line above the heads names over one of several tables abreast."""
    named = {treaty for cell in part.above for treaty in named_in(stage, cell)}
    return named.pop() if len(named) == 1 else None


def _of_exits(stage: Stage, words: InOrder[CueHit], grid: Grid, columns: Sequence[Column]) -> bool:
    """Whether its days are those of exits: by a head, or by the nearest line above."""
    consents = any(column.cues & (ACTS.keys() - {CueKind.EFFECT}) for column in columns)
    if consents:
        return False
    if any(column.cues & EXITS or Use.NOTICE in column.uses for column in columns):
        return True
    back = any(column.uses & {Use.BACK, Use.UNDONE} for column in columns)
    if back and any(Use.OUT in column.uses for column in columns):
        return True  # "Out | Back in"
    if any(column.treaty for column in columns[1:]):
        return False  # a column for each treaty, whatever the sentence above goes on about
    return bool(acts_above(stage, words, grid.start) & EXITS)


def _of_what_one_did(columns: Sequence[Column]) -> bool:
    """Whether the columns are for the consent of one State, and not for the making of treaties.

    They are where treaties are adopted by themselves and signed by somebody: "Adopted | Signed |
    Ratified | In force for us".
    """
    told = frozenset[CueKind]().union(*(column.cues for column in columns))
    consents = not told.isdisjoint({CueKind.RATIFY, CueKind.ACCEDE})
    made = CueKind.OPEN_SIGNATURE in told or (CueKind.ADOPT in told and CueKind.SIGN not in told)
    return consents and not made


def _in_its_cell(stage: Stage, claim: Claim) -> Claim:
    """The claim of the last cell that its words reach, by the day there: "Withdrew in 2017"."""
    cell = claim.quote.rfind(BAR)
    if claim.type is not ClaimType.WITHDRAWAL or cell < 0:
        return claim
    start = claim.start + cell + len(claim.quote[cell:]) - len(claim.quote[cell:].lstrip("| "))
    line = stage.text.find("\n", claim.end)
    line = line if line >= 0 else len(stage.text)
    bar = stage.text.find(BAR, claim.end, line)
    last = bar if bar >= 0 else line
    dates = stage.context.dates_in(start, last)
    day = dates[0] if len(dates) == 1 else None
    end = claim.end if day is None else max(claim.end, day.end)
    date = None if day is None else as_partial(day)
    return replace(claim, quote=stage.text[start:end], start=start, end=end, date=date)
