"""Tables in plain text: "State | Signed | Ratified", and below it a State with its days.

What a column is for stands in the head of the table alone, and of whom or what a row tells in its
first cell.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from treatywatch.reading.claim import Claim, ClaimType
from treatywatch.reading.claims.span import as_partial
from treatywatch.reading.claims.status_lines import state_above
from treatywatch.reading.naming.mentions import CueHit
from treatywatch.reading.syntax.scenes import Stage
from treatywatch.reading.vocabulary.in_order import InOrder
from treatywatch.reading.vocabulary.words_acts import CueKind

_BAR = "|"
_RULE = re.compile(r":?-+:?")
_APART = len(" | ")
_FEWEST = 3  # cells of a row; a line of two is rather a masthead
_ACTS = {  # of a State, the first that the head of its column tells
    CueKind.EFFECT: "entry_into_force",
    CueKind.RATIFY: "ratified",
    CueKind.ACCEDE: "acceded",
    CueKind.SIGN: "signed",
}
_FACTS = {  # of a treaty
    CueKind.EFFECT: "entry_into_force",
    CueKind.ADOPT: "adoption",
    CueKind.OPEN_SIGNATURE: "signature",
    CueKind.SIGN: "signature",
}
_COUNTS = {
    CueKind.SIGNATORY: "signatories",
    CueKind.PARTY_NOUN: "parties",
    CueKind.BELONG: "parties",
    CueKind.RATIFY: "ratifications",
}
_OURS = frozenset({ClaimType.PARTICIPATION, ClaimType.TREATY_FACT, ClaimType.COUNT})


class _Cell(NamedTuple):
    start: int
    end: int


_Row = Sequence[_Cell]
_Kinds = Sequence[frozenset[CueKind]]


def with_tables(stage: Stage, cues: Sequence[CueHit], told: Sequence[Claim]) -> tuple[Claim, ...]:
    """The claims told, those of tables by the heads of their columns; a head claims nothing."""
    if stage.text.count(_BAR) < _FEWEST:
        return tuple(told)
    words = InOrder(cues)
    heads: list[tuple[int, int]] = []
    read: list[tuple[int, int]] = []
    found: list[Claim] = []
    for head, rows in _tables(stage, words):
        heads.append((head[0].start, head[-1].end))
        kinds = [frozenset(c.kind for c in words.within(*cell)) for cell in head]
        whose = state_above(stage, words, head[0].start) if _of_what_one_did(kinds) else ()
        for row in rows:
            claims = [*_of_row(stage, kinds, row, whose)]
            found += claims
            read += [(row[0].start, row[-1].end)] if claims else []
    others = (c for c in told if c.type not in _OURS or not _inside(c, read))
    others = (c for c in others if not _inside(c, heads))
    return (*(_in_its_cell(stage, c) if _inside(c, read) else c for c in others), *found)


def _in_its_cell(stage: Stage, claim: Claim) -> Claim:
    """The claim of the last cell that its words reach, by the day there: "Withdrew in 2017"."""
    cell = claim.quote.rfind(_BAR)
    if claim.type is not ClaimType.WITHDRAWAL or cell < 0:
        return claim
    start = claim.start + cell + len(claim.quote[cell:]) - len(claim.quote[cell:].lstrip("| "))
    ends = (stage.text.find(sign, claim.end) for sign in (_BAR, "\n"))
    last = min((end for end in ends if end >= 0), default=len(stage.text))
    dates = stage.context.dates_in(start, last)
    day = dates[0] if len(dates) == 1 else None
    end = claim.end if day is None else max(claim.end, day.end)
    date = None if day is None else as_partial(day)
    return replace(claim, quote=stage.text[start:end], start=start, end=end, date=date)


def _inside(claim: Claim, read: Sequence[tuple[int, int]]) -> bool:
    return any(start <= claim.start < end for start, end in read)


def _tables(stage: Stage, words: InOrder[CueHit]) -> Iterator[tuple[_Row, list[_Row]]]:
    """Each head with the rows of as many cells below it; empty lines part no table."""
    head: _Row | None = None
    rows: list[_Row] = []
    for line in _lines(stage.text):
        cells = _cells(stage.text, line)
        if cells and all(_RULE.fullmatch(stage.text, *cell) for cell in cells):
            continue  # the rule below the head, as Markdown draws it
        if head is not None and len(cells) == len(head):
            rows.append(cells)
        elif line.start < line.end:
            if head is not None and rows:
                yield head, rows
            head, rows = (cells if _is_head(stage, words, cells) else None), []
    if head is not None and rows:
        yield head, rows


def _lines(text: str) -> Iterator[_Cell]:
    start = 0
    for line in text.split("\n"):
        yield _Cell(start, start + len(line))
        start += len(line) + 1


def _cells(text: str, line: _Cell) -> _Row:
    cells: list[_Cell] = []
    start = line.start
    for cell in text[line.start : line.end].split(_BAR):
        inner = cell.strip()
        first = start + (cell.index(inner) if inner else 0)
        cells.append(_Cell(first, first + len(inner)))
        start += len(cell) + 1
    bare = text[line.start : line.end].strip()
    framed = bare.startswith(_BAR) and bare.endswith(_BAR)  # as Markdown has it
    cells = cells[1:-1] if framed else cells
    return cells if len(cells) >= _FEWEST else ()


def _is_head(stage: Stage, words: InOrder[CueHit], cells: _Row) -> bool:
    """Whether the cells are the heads of columns: words for acts, and neither a day nor a State."""
    if not cells:
        return False
    context, span = stage.context, (cells[0].start, cells[-1].end)
    named = context.dates_in(*span) or context.people_in(*span) or context.numbers_in(*span)
    acts = _ACTS.keys() | _FACTS.keys()
    return not named and any(c.kind in acts for cell in cells[1:] for c in words.within(*cell))


def _of_what_one_did(kinds: _Kinds) -> bool:
    """Whether the columns are for the consent of one State, and not for the making of treaties."""
    told = frozenset().union(*kinds)
    consents = not told.isdisjoint({CueKind.RATIFY, CueKind.ACCEDE})
    return consents and told.isdisjoint({CueKind.ADOPT, CueKind.OPEN_SIGNATURE})


def _of_row(stage: Stage, kinds: _Kinds, row: _Row, above: tuple[str, ...] = ()) -> Iterator[Claim]:
    """What a row tells of the one State or treaty in its first cell.

    Below a heading that names one State a row of a treaty is of what that State did.

    The first claim has the words of that cell too, each further one those of its own cell.
    """
    context, first = stage.context, row[0]
    people, treaties = context.people_in(*first), context.treaties_in(*first)
    read = len(people) + len(treaties) == 1
    start = first.start
    for column, cell in zip(kinds[1:], row[1:], strict=True) if read else ():
        by_state = bool(people or above)
        told = _of_state(stage, column, cell) if by_state else _of_treaty(stage, column, cell)
        if told is not None:
            quote, treaty = stage.text[start : cell.end], context.treaty_at(first.end)
            whose = context.participants_in(*first) or above
            yield replace(
                told, quote=quote, start=start, end=cell.end, treaty=treaty, participants=whose
            )
            start = min(cell.end + _APART, len(stage.text))


def _of_state(stage: Stage, column: frozenset[CueKind], cell: _Cell) -> Claim | None:
    told = next((sub_kind for kind, sub_kind in _ACTS.items() if kind in column), None)
    dates = stage.context.dates_in(*cell)
    if told is None or len(dates) != 1:
        return None
    return replace(_bare(ClaimType.PARTICIPATION, told), date=as_partial(dates[0]))


def _of_treaty(stage: Stage, column: frozenset[CueKind], cell: _Cell) -> Claim | None:
    dates, numbers = stage.context.dates_in(*cell), stage.context.numbers_in(*cell)
    fact = next((sub_kind for kind, sub_kind in _FACTS.items() if kind in column), None)
    if fact is not None and len(dates) == 1:
        return replace(_bare(ClaimType.TREATY_FACT, fact), date=as_partial(dates[0]))
    counted = next((sub_kind for kind, sub_kind in _COUNTS.items() if kind in column), None)
    if counted is None or dates or len(numbers) != 1:
        return None
    return replace(_bare(ClaimType.COUNT, counted), value=numbers[0].low, unit="states")


def _bare(kind: ClaimType, told: str) -> Claim:
    return Claim(kind, "", 0, 0, None, stage=told)
