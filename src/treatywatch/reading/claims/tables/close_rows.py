"""Rows whose cells stand one space apart, as in text copied out of a page.

"Peru 3 Dec 1997 17 Jun 1998": a name, and behind it nothing but days, dashes, yes and no, or marks,
in several lines one below the other, with signs between them or without. The head above is cut
into as many cells.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from treatywatch.reading.claims.tables.columns import MEANT, heads
from treatywatch.reading.claims.tables.grid import Cell, Row, lines_of
from treatywatch.reading.claims.tables.values import name_at, value_at
from treatywatch.reading.naming.called_in_short import ShortNames
from treatywatch.reading.naming.mentions import CueHit
from treatywatch.reading.syntax.scenes import Stage
from treatywatch.reading.vocabulary.in_order import InOrder

_FEWEST = 3  # rows
_FEWEST_MARKS = 2  # in a row without a day
_SPACES = re.compile(r"[ \t]*(?:[:,;/](?=[ \t]))?[ \t]*")  # "Peru: 3 Dec 1997 / 17 Jun 1998"
_SIGN = re.compile(r"[:,;/](?=[ \t])")
_WORD = re.compile(r"\S+")
_FAR_APART = re.compile(r"\S(?: {2,}|\t)")
_LONGEST_HEAD = 100


def close_rows(stage: Stage, words: InOrder[CueHit], names: ShortNames) -> Mapping[int, Row]:
    """The cells of all such rows, and of the heads above them, by where their lines start."""
    found: dict[int, Row] = {}
    for head, rows in _runs(stage, names):
        width = Counter(map(len, rows)).most_common(1)[0][0]
        close = [row for row in rows if len(row) == width and _is_close(stage, row)]
        if len(close) < _FEWEST:
            continue
        found |= {row[0].start: row for row in rows if len(row) == width}
        told = _head(stage, words, head, width) if head else ()
        if told and head:
            found[head.start] = told
    return found


def _runs(stage: Stage, names: ShortNames) -> Iterator[tuple[Cell | None, Sequence[Row]]]:
    """Rows one below the other, with the line above the first of them."""
    above: Cell | None = None
    rows: list[Row] = []
    for line in lines_of(stage.text):
        row = _row(stage, names, line)
        if row:
            rows.append(row)
        elif line.end > line.start:
            if len(rows) >= _FEWEST:
                yield above, rows
            above, rows = line, []
    if len(rows) >= _FEWEST:
        yield above, rows


def _row(stage: Stage, names: ShortNames, line: Cell) -> Row:
    name = name_at(stage, names, line)
    if name is None:
        return ()
    cells, days, at = [name], 0, name.end
    while (at := _behind_spaces(stage, at, line.end)) < line.end:
        value = value_at(stage, at, line.end)
        if value is None or (value.is_day and _is_letter(stage, cells[-1])):
            return ()  # "s 1997, r 2001" are cells with marks in them
        cells.append(value.cell)
        days += value.is_day
        at = value.cell.end
    signs = _SIGN.search(stage.text, name.end, line.end) is not None
    fewest = _FEWEST_MARKS if signs or not days or _is_a_year(stage, cells[-1]) else 1
    return cells if len(cells) > fewest else ()


def _is_a_year(stage: Stage, cell: Cell) -> bool:
    """Whether no more than a year stands there: "Burundi 2017" may be anything."""
    days = stage.context.dates_in(*cell)
    return bool(days) and days[0].first.month is None


def _is_letter(stage: Stage, cell: Cell) -> bool:
    return cell.end - cell.start == 1 and stage.text[cell.start].isalpha()


def _behind_spaces(stage: Stage, at: int, end: int) -> int:
    spaces = _SPACES.match(stage.text, at, end)
    return spaces.end() if spaces else at


def _is_close(stage: Stage, row: Row) -> bool:
    """Whether fewer of its cells stand further apart than by one space."""
    line = stage.text[row[0].start : row[-1].end]
    return len(_FAR_APART.findall(line)) < len(row) - 1


def _head(stage: Stage, words: InOrder[CueHit], line: Cell, width: int) -> Row:
    """The line in so many cells, or in one fewer behind an empty one; none if it is no head."""
    if line.end - line.start > _LONGEST_HEAD or stage.context.dates_in(*line):
        return ()
    if ":" in stage.text[slice(*line)]:
        return ()  # "Convention on Cluster Munitions: signature, ratification"
    each = [Cell(*word.span()) for word in _WORD.finditer(stage.text, *line)]
    starts = [word.start for word in each]
    capitals = [word.start for word in each if stage.text[word.start].isupper()]
    for begins in (starts, capitals, _telling(stage, words, line)):
        if begins[:1] != [line.start]:
            continue
        cells = _cut(stage, line, begins)
        if len(cells) == width:
            return cells
        if len(cells) == width - 1 > 1:
            return (Cell(line.start, line.start), *cells)
    return ()


def _telling(stage: Stage, words: InOrder[CueHit], line: Cell) -> Sequence[int]:
    """Where words begin that tell what a column is for."""
    cues = {cue.start for cue in words.within(*line) if cue.kind in MEANT}
    forms = heads(stage.acts).values()
    return sorted(
        cues | {one.start() for form in forms for one in form.finditer(stage.folded, *line)}
    )


def _cut(stage: Stage, line: Cell, begins: Sequence[int]) -> Row:
    ends = [*begins[1:], line.end]
    return [
        Cell(start, start + len(stage.text[start:end].rstrip()))
        for start, end in zip(begins, ends, strict=True)
    ]
