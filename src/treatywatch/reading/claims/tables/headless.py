"""Rows that no head stands above: each is a label with what stands to it."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from treatywatch.reading.claim import Claim, ReadBy
from treatywatch.reading.claims.tables.above import (
    acts_above,
    lines_above,
    notices_above,
    sentences_above,
)
from treatywatch.reading.claims.tables.cells import told_in_words
from treatywatch.reading.claims.tables.columns import (
    EXITS,
    MEANT,
    Column,
    Use,
    columns_of,
    named_in,
)
from treatywatch.reading.claims.tables.grid import Cell, Grid, Row
from treatywatch.reading.claims.tables.marks import acts_marked, marks_of
from treatywatch.reading.claims.tables.names_in_cells import act_of_head, of_names
from treatywatch.reading.claims.tables.rows import of_pair
from treatywatch.reading.naming.mentions import CueHit
from treatywatch.reading.syntax.scenes import Stage
from treatywatch.reading.vocabulary.in_order import InOrder
from treatywatch.reading.vocabulary.words_acts import CueKind

_OF_A_PAIR = 2  # cells: a label, and what stands to it
_FEWEST_PAIRS = 3  # a line or two of two cells are rather a masthead
_FEWEST_STATES = 2
_LONGEST_LABEL = 40  # characters


def without_head(
    stage: Stage, words: InOrder[CueHit], grid: Grid, treaty: str | None
) -> Iterator[tuple[Row, Sequence[Claim]]]:
    """Each row from which something was read, with its claims.

    States with what words say of them, or a box beside an article: "Effective | 1 March 1999".
    """
    if names := [*_names_alone(stage, words, grid, treaty)]:
        yield from names
        return
    told_of = [*_on_states(stage, words, grid, treaty)]
    if len(told_of) >= _FEWEST_STATES:
        yield from told_of
        return
    pairs = [row for row in grid.rows if len(row) == _OF_A_PAIR]
    yield from _of_one_act(stage, words, pairs, treaty)
    if len(pairs) < max(_FEWEST_PAIRS, len(grid.rows)) or treaty is None:
        return
    who = _one_state_above(stage, grid.start)
    for label, cell in pairs:
        (column,) = columns_of(stage, words, [label])
        whose = column.who or who  # "Lithuania ratified | 12 May 2003"
        told = of_pair(stage, column, cell, whose)
        if told is not None and column.treaty is None:
            quote = stage.text[label.start : cell.end]
            claim = replace(told, quote=quote, start=label.start, end=cell.end, treaty=treaty)
            yield (label, cell), [replace(claim, participants=whose, read_by=ReadBy.TABLE)]


def _names_alone(
    stage: Stage, words: InOrder[CueHit], grid: Grid, treaty: str | None
) -> Iterator[tuple[Row, Sequence[Claim]]]:
    """Nothing but States in all cells, below the words that say what they are: "Not party:"."""
    above = next(sentences_above(stage, grid.start, nearest=True), None)
    if above is None or treaty is None:
        return
    act = act_of_head(stage, words, _from_first_cue(words, above))
    filled = [[cell for cell in row if cell.end > cell.start] for row in grid.rows]
    named = all(_is_a_name(stage, cell) for row in filled for cell in row)
    if act is None or act.date is not None or not named or sum(map(len, filled)) < _FEWEST_NAMES:
        return
    for row in filled:
        yield row, [one for cell in row for one in of_names(stage, cell, act, treaty)]


_FEWEST_NAMES = 3


def _from_first_cue(words: InOrder[CueHit], sentence: Cell) -> Cell:
    """The sentence from its first word for an act or a denial on."""
    told = (one.start for one in words.within(*sentence) if one.kind in _TELLING)
    return Cell(min(told, default=sentence.start), sentence.end)


_TELLING = (MEANT | EXITS) | {
    CueKind.NEGATION,
    CueKind.OUTSIDE,
    CueKind.HOLDOUT,
    CueKind.SIGNATORY,
    CueKind.PARTY_NOUN,
    CueKind.BELONG,
}


def _is_a_name(stage: Stage, cell: Cell) -> bool:
    people = stage.context.people_in(*cell)
    return len(people) == 1 and (people[0].start, people[0].end) == tuple(cell)


def _of_one_act(
    stage: Stage, words: InOrder[CueHit], pairs: Sequence[Row], treaty: str | None
) -> Iterator[tuple[Row, Sequence[Claim]]]:
    """States with their days, below the act: "Burundi | 27 October 2017"."""
    whose = [stage.context.participants_in(*label) for label, _ in pairs]
    if treaty is None or not pairs or not all(len(who) == 1 for who in whose):
        return
    start = pairs[0][0].start
    if len(pairs) < _FEWEST_STATES and not _is_labelled(stage, start):
        return
    uses = frozenset({Use.NOTICE} if notices_above(stage, words, start) else ())
    acts = EXITS if uses else acts_above(stage, words, start)
    for (label, cell), who in zip(pairs, whose, strict=True):
        told = of_pair(stage, Column(uses, acts), cell, who)
        if told is not None:
            quote = stage.text[label.start : cell.end]
            claim = replace(told, quote=quote, start=label.start, end=cell.end, treaty=treaty)
            yield (label, cell), [replace(claim, participants=who, read_by=ReadBy.TABLE)]


def _is_labelled(stage: Stage, offset: int) -> bool:
    """Whether the line above is a label and no sentence: "LEFT", above one name alone."""
    line = next(lines_above(stage, offset), None)
    return (
        line is not None
        and line.end - line.start <= _LONGEST_LABEL
        and (stage.text[slice(*line)].rstrip()[-1:] not in set(".!?"))
    )


def _one_state_above(stage: Stage, offset: int) -> tuple[str, ...]:
    """The one State beside a treaty in the line above: "Lithuania and the cluster convention"."""
    line = next(lines_above(stage, offset), None)
    if line is None or not named_in(stage, line) or _is_sentence(stage.text[slice(*line)]):
        return ()
    people = stage.context.participants_in(*line)
    return people if len(people) == 1 else ()


def _is_sentence(line: str) -> bool:
    """Whether the line tells something by itself: "It was signed on the Cook Islands."."""
    return len(line) > _HEADING or line.rstrip().endswith((".", "!", "?", ";"))


_HEADING = 90  # characters at most


def _on_states(
    stage: Stage, words: InOrder[CueHit], grid: Grid, treaty: str | None
) -> Iterator[tuple[Row, Sequence[Claim]]]:
    """ "Finland  notice 10 July 2025  out 10 January 2026": words in each cell, below no heads."""
    marks = marks_of(stage, words, grid)
    for row in grid.rows:
        name, *cells = row
        whose = stage.context.people_in(*name)
        alone = len(whose) == 1 and len(whose[0].ids) == 1 and whose[0].start == name.start
        named = named_in(stage, (row[0].start, row[-1].end))
        if not alone or whose[0].end != name.end or named or treaty is None:
            continue
        told = [one for cell in cells for one in told_in_words(stage, cell, words.within(*cell))]
        told = told or [one for cell in cells for one in acts_marked(stage, cell, marks)]
        if told:
            yield row, [*_with_the_name(stage, row, told, whose[0].ids, treaty)]


def _with_the_name(
    stage: Stage, row: Row, told: Sequence[Claim], who: tuple[str, ...], treaty: str
) -> Iterator[Claim]:
    """The claims of a State; the first has its name too."""
    start: int | None = row[0].start
    for one in told:
        begun = one.start if start is None else start
        start = None
        quote = stage.text[begun : one.end]
        claim = replace(one, quote=quote, start=begun, treaty=treaty, participants=who)
        yield replace(claim, read_by=ReadBy.TABLE)
