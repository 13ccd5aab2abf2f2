"""``effect --from``: a table of acts in, one answer for each row out, in order."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache, partial
from operator import itemgetter
from typing import NamedTuple, TypeVar

from treatywatch import api
from treatywatch.cli.effect_row import COLUMNS, Row
from treatywatch.errors import NotADate, TreatywatchError, UnknownName
from treatywatch.law.calendar import Interval, PartialDate, Undetermined, in_words
from treatywatch.law.effect import Reason
from treatywatch.ledger.ledger import Ledger
from treatywatch.ledger.written_dates import day_stands_first, written_date
from treatywatch.publishing.answers_json import undetermined_object, when_object
from treatywatch.publishing.plain_json import Json, plain
from treatywatch.status.answers import EffectAnswer
from treatywatch.status.docket import docket
from treatywatch.status.foresight import Prospect

Found = TypeVar("Found")

_NEEDED = ("treaty", "act", "date")
_cells_of = itemgetter(*COLUMNS)
_KEPT = 5_000  # answers and dates that may come again further down


class _Unasked(TreatywatchError):
    """A row that asks nothing: a cell is empty, or there are too many."""


def answers(
    rows: Sequence[Row], ledger: Ledger, as_known_on: date | None = None
) -> Iterator[dict[str, Json]]:
    """One object a row: its own columns, then ``effect`` (or null), why, and the reasons.

    A row that names an unknown treaty, participant or act, or a day that does not exist, is
    undetermined with that reason: one bad row does not hide the others. A further column that is
    named like a key of the answer is kept as ``given_...``. Figures like 03/04/2025 are read in the
    order that other dates of the table show. Where the table brings a day of effect
    of its own, ``differs`` says whether it is another one (null where the row has none).
    """
    day_first = day_stands_first(cell for row in rows for cell in _dates(row))
    asker = _Asker(ledger, as_known_on, day_first=day_first)
    for row in rows:
        answer = asker.answer(row)
        if not row.further and row.printed is None:
            yield {**row.asked, **answer}
        else:
            own = _own_columns(row, answer, day_first=day_first)
            yield {**row.asked, **own, **answer}


def _dates(row: Row) -> tuple[str, str, str]:
    return row.asked["date"], row.named_date, row.printed or ""


def _own_columns(
    row: Row, answer: Mapping[str, Json], *, day_first: bool | None
) -> dict[str, Json]:
    """The further columns of the row, and whether its own day of effect is another one."""
    taken = {*answer, *COLUMNS, "differs"}
    kept: dict[str, Json] = {
        f"given_{name}" if name in taken else name: cell
        for name, cell in (row.further or {}).items()
    }
    if row.printed is not None:
        kept["differs"] = _differs(row.printed, answer["effect"], day_first=day_first)
    return kept


def _differs(printed: str, computed: Json, *, day_first: bool | None) -> bool | None:
    if not printed.strip():
        return None
    try:
        return str(written_date(printed, day_first=day_first)) != computed
    except NotADate:
        return True


class _Cells(NamedTuple):
    """What a row asks, as it is written."""

    treaty: str
    participant: str
    act: str
    date: str
    named_date: str
    part: str
    territory: str


class _Written(NamedTuple):
    """A date as a cell has it, and the day where it is one."""

    day: PartialDate
    exact: date | None

    @classmethod
    def read(cls, cell: str, *, day_first: bool | None) -> "_Written":
        """Read the cell; raise :class:`NotADate` for text or years that are none."""
        day = written_date(cell, day_first=day_first)
        api.exact_day(day.first())
        return cls(day, day.exact())


class _Asker:
    """Asks the record row by row; what comes again is not worked out again."""

    def __init__(self, ledger: Ledger, as_known_on: date | None, *, day_first: bool | None) -> None:
        self._ledger = ledger
        self._docket = _once(lambda name: docket(ledger, ledger.treaty(name).id, as_known_on))
        self._participant = _once(lambda name: ledger.participant(name).id)
        self._kind = _once(api.act_kind)
        self._date = lru_cache(_KEPT)(partial(_Written.read, day_first=day_first))
        self._prospect = lru_cache(_KEPT)(self._prospective)
        self._answer = lru_cache(_KEPT)(self._told)

    def answer(self, row: Row) -> Mapping[str, Json]:
        """The answer to one row, without the columns that it was asked with."""
        if row.trouble is not None:
            return undetermined_object(_Unasked(row.trouble))
        further = (row.named_date, row.part, row.territory)
        cells = _Cells._make((*_cells_of(row.asked), *further))
        return self._answer(cells)

    def _told(self, cells: _Cells) -> Mapping[str, Json]:
        try:
            told = self._asked(cells)
        except (UnknownName, NotADate, _Unasked) as error:
            return undetermined_object(error)
        answer = when_object(told.when, "effect")
        answer["as_known_on"] = plain(told.as_known_on)
        answer["view"] = told.view
        answer["reasons"] = plain(told.reasons)
        return answer

    def _asked(self, cells: _Cells) -> EffectAnswer:
        if not (cells.treaty.strip() and cells.act.strip() and cells.date.strip()):
            empty = [name for name in _NEEDED if not getattr(cells, name).strip()]
            raise _Unasked(f"the row has no {' and no '.join(empty)}")
        prospect = self._prospect(
            cells.treaty, cells.participant, cells.act, cells.part, cells.territory
        )
        written = self._date(cells.date)
        named = self._date(cells.named_date).exact if cells.named_date.strip() else None
        if written.exact is not None:
            return prospect.on(written.exact, named)
        return _over(written.day, lambda day: prospect.on(day, named))

    def _prospective(self, *cells: str) -> Prospect:
        """What the acts have in common that the cells name, whatever their days."""
        found, kind = self._docket(cells[0]), self._kind(cells[2])
        who, part, territory = (cell.strip() or None for cell in (cells[1], *cells[3:]))
        participant = self._participant(who) if who else None
        unit = self._ledger.unit(found.treaty.id, part, territory)
        return Prospect.within(found, kind, participant, unit)


def _over(day: PartialDate, on: Callable[[date], EffectAnswer]) -> EffectAnswer:
    """The answer for a month or a year: the one that its first and last day share."""
    last, first = on(day.last()), on(day.first())
    known = Reason(f"the act is dated {in_words(day)} only")
    if first.when == last.when:
        return replace(last, reasons=(known, *last.reasons))
    why = f"the act is dated {in_words(day)} only, and its day decides"
    if isinstance(first.when, date) and isinstance(last.when, date):
        return replace(
            last, when=Interval(first.when, last.when, why), reasons=(known, *last.reasons)
        )
    open_day = Undetermined(why, "the day of the act")
    return replace(last, when=open_day, reasons=(known, *last.reasons))


def _once(look_up: Callable[[str], Found]) -> Callable[[str], Found]:
    """The same look-up, which remembers what it found and what it did not find."""
    found: dict[str, Found | UnknownName] = {}

    def remembered(name: str) -> Found:
        if name not in found:
            try:
                found[name] = look_up(name)
            except UnknownName as error:
                found[name] = error
        known = found[name]
        if isinstance(known, UnknownName):
            raise known
        return known

    return remembered
