"""What a cell may hold beside a name and no words: a day, a dash, a yes or a no, a mark."""

import re
from typing import NamedTuple

from treatywatch.reading.claims.tables.cells import yes_or_no
from treatywatch.reading.claims.tables.grid import BAR, Cell
from treatywatch.reading.claims.tables.marks import usual_marks
from treatywatch.reading.naming.called_in_short import ShortNames
from treatywatch.reading.syntax.scenes import Stage

_LONGEST = 120  # characters of a line that may be a row
_WORD = re.compile(r"\S+")
_LETTER = re.compile(r"(?:[ \t]?\(?[^\W\d_]{1,2}\)?|\*|\d?[/)])(?=\s|$)")
_DASH = re.compile(r"[-–—]{1,3}|\.{2,3}|n/a")
_SIGN = re.compile(r"[^\w\s.,;:()|\"'“”‘’?!/&-]")
_NUMBER = re.compile(r"(?:No\.? ?)?\d{1,3}[.)]?[ \t]+")
_NOTE = re.compile(r"(?:[*†‡§]{1,3}|[ \t]?\d?[a-z]?/|[ \t]?\(?\d\)|[²³¹])(?=\s|$)")


class Value(NamedTuple):
    """Where a value stands, and whether it is a day."""

    cell: Cell
    is_day: bool


def value_at(stage: Stage, start: int, end: int) -> Value | None:
    """The value that begins there; None where other words do. Letters belong to the day before."""
    days = stage.context.dates_in(start, start + 1)
    if days and days[0].end <= end:
        letter = _LETTER.match(stage.text, days[0].end, end)
        return Value(Cell(start, letter.end() if letter else days[0].end), is_day=True)
    word = _WORD.match(stage.text, start, end)
    if word is None:
        return None
    cell = Cell(*word.span())
    return Value(cell, is_day=False) if _is_mark(stage, cell) else None


def _is_mark(stage: Stage, cell: Cell) -> bool:
    words = stage.text[slice(*cell)]
    if _DASH.fullmatch(words) or _SIGN.fullmatch(words) or yes_or_no(stage, cell) is not None:
        return True
    letters = words.strip("()")
    marks = usual_marks(stage)
    return letters in marks or letters.lower() in marks


def name_at(stage: Stage, names: ShortNames, line: Cell) -> Cell | None:
    """The State or the treaty that a line begins with, behind its number and before its notes."""
    text = stage.text
    if line.end - line.start > _LONGEST or BAR in text[slice(*line)]:
        return None
    number = _NUMBER.match(text, *line)
    start = number.end() if number else line.start
    people = [one for one in stage.context.people_in(start, start + 1) if len(one.ids) == 1]
    named = [*people, *stage.context.treaties_in(start, start + 1)]
    end = max((one.end for one in named), default=0) or _code(stage, names, start, line.end)
    if not end or end > line.end:
        return None
    note = _NOTE.match(text, end, line.end)
    return Cell(line.start, note.end() if note else end)


def _code(stage: Stage, names: ShortNames, start: int, end: int) -> int:
    word = _WORD.match(stage.text, start, end)
    return word.end() if word and word[0] in names.codes else 0
