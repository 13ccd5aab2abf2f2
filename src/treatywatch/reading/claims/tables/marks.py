"""Letters that stand for acts: "S" below a treaty, "r 1999", "P = party" in the line above.

What a table explains beside it goes before what letters mostly mean.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from treatywatch.reading.claim import Claim, ClaimType
from treatywatch.reading.claims.span import as_partial
from treatywatch.reading.claims.tables.above import lines_above, lines_below
from treatywatch.reading.claims.tables.cells import DENIED, told_in_words, yes_or_no
from treatywatch.reading.claims.tables.columns import ACTS
from treatywatch.reading.claims.tables.grid import Cell, Grid
from treatywatch.reading.naming.mentions import CueHit
from treatywatch.reading.syntax.scenes import Stage
from treatywatch.reading.vocabulary.grammar import grammar
from treatywatch.reading.vocabulary.in_order import InOrder
from treatywatch.reading.vocabulary.spans import DateMention
from treatywatch.reading.vocabulary.words_acts import ActWords

_STAGES = ("signed", "ratified", "acceded", "party")
_PIECE = re.compile(r"[^,;/+]+(?:(?:(?<=\d)/(?=\d)|(?<=\b[a-z])/(?=[a-z]\b))[^,;/+]+)*")
_LETTERS = re.compile(r"[^\W\d_]+")

Marks = Mapping[str, str]
"""What each mark of a table stands for, as a stage of participation."""


def marks_of(stage: Stage, words: InOrder[CueHit], grid: Grid) -> Marks:
    """What the cells of a table may be marked with: as explained beside it, else as usual."""
    return {**usual_marks(stage), **dict(_explained(stage, words, grid))}


def usual_marks(stage: Stage) -> Marks:
    """What letters mostly mean."""
    return {form: told for told, forms in _usual(stage.acts).items() for form in forms}


def told_in_marks(
    stage: Stage, cell: Cell, marks: Marks, bare: str | None
) -> tuple[tuple[str, DateMention | None, Cell], ...]:
    """The stages in a cell that holds marks and days alone, each with its day and its place.

    ``bare`` is what a day without a mark stands for: "2012, left 2026" is not for here.
    """
    told = []
    for place in _pieces(stage, cell):
        days = stage.context.dates_in(*place)
        day = days[0] if len(days) == 1 else None
        letters = _letters(stage, place, day)
        kept = bare if not letters else marks.get(letters, marks.get(letters.lower()))
        if kept is None and day is None and (asked := _asked(stage, place, marks)):
            kept = DENIED.get(asked) if _is_denied(stage, place) else None
            if kept is None:
                continue  # "R: n/a"
        if kept is None or len(days) > 1 or (day is None and not letters):
            return ()
        told.append((kept, day, _trimmed(stage, place)))
    return tuple(told)


def acts_marked(stage: Stage, cell: Cell, marks: Marks) -> Iterator[Claim]:
    """The acts that marks tell below no head, each on its day: "s 1998, r 2000"."""
    told = told_in_marks(stage, cell, marks, None)
    if any(day is not None for _, day, _ in told):
        for stage_told, day, place in told:
            quote = stage.text[slice(*place)]
            bare = Claim(ClaimType.PARTICIPATION, quote, *place, None, stage=stage_told)
            date = None if day is None else as_partial(day)
            yield replace(bare, date=date, negated=stage_told.startswith("not_"))


def _pieces(stage: Stage, cell: Cell) -> Iterator[Cell]:
    """What commas part, and each day with its letter: "s 14/11/96 r 30/11/00"."""
    for piece in _PIECE.finditer(stage.text, *cell):
        days = stage.context.dates_in(*piece.span())
        behind = bool(days) and not stage.text[piece.start() : days[0].start].strip()
        ends = [day.start if behind else day.end for day in (days[1:] if behind else days[:-1])]
        bounds = (piece.start(), *ends, piece.end())
        yield from (Cell(start, end) for start, end in pairwise(bounds))


def _asked(stage: Stage, place: Cell, marks: Marks) -> str | None:
    """What the mark before a colon stands for: "R: no"."""
    mark, colon, _ = stage.text[slice(*place)].partition(":")
    letters = mark.strip(" .()")
    return marks.get(letters, marks.get(letters.lower())) if colon else None


def _is_denied(stage: Stage, place: Cell) -> bool:
    said = stage.text.index(":", *place) + 1
    return yes_or_no(stage, _trimmed(stage, Cell(said, place.end))) is False


def _letters(stage: Stage, place: Cell, day: DateMention | None) -> str:
    if day is None:
        return stage.text[slice(*place)].strip(" .()")
    around = (stage.text[place.start : day.start], stage.text[day.end : place.end])
    return " ".join(word for part in around for word in _LETTERS.findall(part))


def _trimmed(stage: Stage, place: Cell) -> Cell:
    words = stage.text[slice(*place)]
    start = place.start + len(words) - len(words.lstrip())
    return Cell(start, start + len(words.strip()))


@grammar
def _usual(acts: ActWords) -> dict[str, Sequence[str]]:
    return {told: tuple(acts.grammar[f"mark_{told}"]) for told in _STAGES}


def keys(stage: Stage, grid: Grid) -> list[tuple[int, int]]:
    """Where marks of the table are explained: such words claim nothing."""
    told = _keys(stage, grid)
    return [(min(mark.start, said.start), max(mark.end, said.end)) for mark, said in told]


def _explained(stage: Stage, words: InOrder[CueHit], grid: Grid) -> Iterator[tuple[str, str]]:
    """Each mark of the table that a line above or below it explains, with what it stands for."""
    for mark, said in _keys(stage, grid):
        if (told := _stage_of(stage, words, said)) is not None:
            yield stage.text[slice(*mark)], told


def _keys(stage: Stage, grid: Grid) -> Iterator[tuple[Cell, Cell]]:
    cells = {stage.text[slice(*cell)] for row in grid.rows for cell in row}
    used = {cell.strip(" .()") for cell in cells}
    used |= {letters for cell in cells for letters in _LETTERS.findall(cell)}  # "s 1998, r 2000"
    ends = max(cell.end for row in grid.rows for cell in row)
    for line in (*lines_above(stage, grid.start), *lines_below(stage, ends)):
        for found in _key(stage.acts).finditer(stage.text, *line):
            mark = "mark" if found["mark"] else "sign"
            if found[mark] in used:
                yield Cell(*found.span(mark)), Cell(*found.span("said"))
        for found in _SAID_FIRST.finditer(stage.text, *line):
            if found["mark"] in used:
                yield Cell(*found.span("mark")), Cell(*found.span("said"))


_SAID_FIRST = re.compile(  # "signed (s), ratified (r)"
    r"(?P<said>[^\W\d_]+(?: [^\W\d_]+){0,2}) \((?P<mark>[^\W\d_]{1,2})\)(?![^\s,;.:|])"
)


@grammar
def _key(acts: ActWords) -> re.Pattern[str]:
    """A mark and what it stands for: "P = party", "S means signed", "N (neither)", "■ party"."""
    means = acts.any_of("mark_means")
    between = rf"(?:\s*[=:(]|\s+(?:[-–—]|{means})(?=\s))"
    return re.compile(
        rf"(?<![^\s(,;|\"'“‘])[\"'“‘]?(?:(?P<mark>[^\W\d_]{{1,2}}|[^\w\s.,;:()|])[\"'”’)]?{between}"
        rf"|(?P<sign>[^\w\s.,;:()|–—-])(?=\s))\s*(?P<said>(?:(?! {{2}})[^;,.()|\n=]){{1,60}})"
    )


def _stage_of(stage: Stage, words: InOrder[CueHit], said: Cell) -> str | None:
    cues = words.within(*said)
    acts = {cue.start for cue in cues if cue.kind in ACTS}  # "signatures" are more than standings
    told = told_in_words(
        stage, said, [cue for cue in cues if cue.kind in ACTS or cue.start not in acts]
    )
    if told:
        return told[0].stage
    answer = yes_or_no(stage, _trimmed(stage, said))
    return None if answer is None else "party" if answer else "not_party"
