"""Tables with a column for each kind of act: "State | Signature | Ratification, Accession (a)"."""

import re
from collections.abc import Iterator, Mapping, Sequence

from treatywatch.cli.effect_row import COLUMNS, Row
from treatywatch.errors import NotADate, UnknownName
from treatywatch.law.terms import ActKind
from treatywatch.ledger.act_words import act_kind
from treatywatch.ledger.table_words import as_heading, holds_any, table_words
from treatywatch.ledger.written_dates import written_date

_KINDS_APART = re.compile(r"[,;/]|\bor\b|\band\b")
_LETTERED = re.compile(r"(?P<day>.*\d)\W*(?P<letter>[A-Za-z]{1,2})\W*")
_SAYS = re.compile(r"\w")
_NO_CONSENT = frozenset({ActKind.SIGNATURE})


def acts_of_columns(heads: Sequence[str], places: Mapping[str, int]) -> Mapping[int, ActKind]:
    """The columns whose heading names a kind of act; the first where it names several."""
    taken = set(places.values())
    kinds = ((at, _kind(head)) for at, head in enumerate(heads) if at not in taken)
    return {at: kind for at, kind in kinds if kind is not None}


def wide_rows(
    heads: Sequence[str],
    places: Mapping[str, int],
    acts: Mapping[int, ActKind],
    lines: Sequence[Sequence[str]],
) -> Iterator[Row]:
    """A row for each cell that gives an act, in the order of the cells.

    A letter behind a day tells its kind more exactly: "9 Apr 2013 (a)" is an accession. The day of
    effect that the table prints is that of the consent.
    """
    taken = {*places.values(), *acts}
    rest = [(head, at) for at, head in enumerate(heads) if head and at not in taken]
    names = table_words().printed
    printed = next((at for head, at in rest if holds_any(as_heading(head), names)), None)
    for line in lines:
        cells = [*line, *[""] * (len(heads) - len(line))]
        about = {name: cells[places[name]] for name in COLUMNS if name in places}
        further = {head: cells[at] for head, at in rest}
        for at, kind in acts.items():
            if _is_empty(cells[at]):
                continue
            day, told = _act(cells[at], kind)
            effect = None if printed is None or told in _NO_CONSENT else cells[printed]
            asked = {**about, "act": str(told), "date": day}
            yield Row({name: asked[name] for name in COLUMNS}, further=further, printed=effect)


def _is_empty(cell: str) -> bool:
    return not _SAYS.search(cell) or cell.strip().casefold() in table_words().empty


def _kind(head: str) -> ActKind | None:
    for piece in _KINDS_APART.split(head):
        try:
            return act_kind(piece.split("(")[0].strip() if "(" in piece else piece)
        except UnknownName:
            continue
    return None


def _act(cell: str, kind: ActKind) -> tuple[str, ActKind]:
    """The day of a cell without its letter, and the kind of act that the letter tells."""
    found = _LETTERED.fullmatch(cell.strip())
    if found is None or _is_a_day(cell):
        return cell, kind
    return found["day"], table_words().letters.get(found["letter"], kind)


def _is_a_day(cell: str) -> bool:
    try:
        written_date(cell)
    except NotADate:
        return False
    return True
