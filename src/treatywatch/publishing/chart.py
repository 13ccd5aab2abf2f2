"""A timeline of exits as geometry: a row for each State, a mark for each step."""

from collections.abc import Sequence
from datetime import date, timedelta

from treatywatch.checking.exits.exit_steps import rank
from treatywatch.checking.exits.exits import ExitRow
from treatywatch.law.calendar import PartialDate, in_words
from treatywatch.law.terms import Stage
from treatywatch.values import frozen

LEFT, RIGHT, TOP, ROW, WIDTH = 150.0, 40.0, 34.0, 30.0, 960.0
_DAY_OF_MONTH = 15
# As many labelled months as fit the width without touching.
_TICKS = 9
# Reports written long before or after the steps would squeeze them together.
_AROUND = timedelta(days=120)


@frozen
class Mark:
    """One step: where, which shape, and the words for those who cannot see it."""

    x: float
    shape: str
    words: str


@frozen
class Band:
    """A notice period: from receipt to effect."""

    x: float
    width: float


@frozen
class ChartRow:
    """One State: its name, height on the page, marks and notice periods."""

    name: str
    y: float
    marks: tuple[Mark, ...]
    bands: tuple[Band, ...]


@frozen
class Tick:
    """A month on the axis."""

    x: float
    words: str


@frozen
class Chart:
    """Everything the template draws, in units of the view box."""

    width: float
    height: float
    left: float
    rows: tuple[ChartRow, ...]
    ticks: tuple[Tick, ...]
    reports: tuple[Mark, ...]


def exit_chart(rows: Sequence[ExitRow], published: Sequence[tuple[str, date]]) -> Chart | None:
    """The chart of the exits with a line for each report's date; None where there is no exit."""
    if not rows:
        return None
    days = [_middle(s.step.on) for row in rows for s in row.steps]
    days += [effect.day for row in rows for effect in row.to_come if effect.day]
    first, last = min(days) - _AROUND, max(days) + _AROUND
    shown = [(name, day) for name, day in published if first <= day <= last]
    days += [day for _, day in shown]
    scale = _Scale.over(min(days), max(days))
    height = TOP + ROW * len(rows) + 16
    drawn = tuple(_row(row, TOP + ROW * (i + 0.5), scale) for i, row in enumerate(rows))
    lines = tuple(Mark(scale.x(day), "report", f"{name}, {in_words(day)}") for name, day in shown)
    return Chart(WIDTH, height, LEFT, drawn, scale.ticks(), lines)


@frozen
class _Scale:
    first: date
    last: date

    @classmethod
    def over(cls, first: date, last: date) -> "_Scale":
        return cls(first.replace(day=1), _next_month(last))

    def x(self, day: date) -> float:
        share = (day - self.first).days / max(1, (self.last - self.first).days)
        return round(LEFT + share * (WIDTH - LEFT - RIGHT), 1)

    def ticks(self) -> tuple[Tick, ...]:
        months = []
        month = self.first
        while month <= self.last:
            months.append(month)
            month = _next_month(month)
        every = max(1, -(-len(months) // _TICKS))
        return tuple(Tick(self.x(m), f"{m:%b} {m.year}") for m in months[::every])


def _row(row: ExitRow, y: float, scale: _Scale) -> ChartRow:
    marks = [
        Mark(scale.x(_middle(s.step.on)), _shape(s.step.stage), f"{row.name}: {s.step.words}")
        for s in row.steps
    ]
    marks += [
        Mark(scale.x(e.day), "effect-to-come", f"{row.name}: exit takes effect {e.words}")
        for e in row.to_come
        if e.day and not e.has_come
    ]
    return ChartRow(row.name, y, tuple(marks), _bands(row, scale))


def _bands(row: ExitRow, scale: _Scale) -> tuple[Band, ...]:
    given = [_middle(s.step.on) for s in row.steps if s.step.stage is Stage.NOTIFIED]
    ends = [_middle(s.step.on) for s in row.steps if s.step.stage is Stage.EFFECTIVE]
    ends += [e.day for e in row.to_come if e.day and not e.has_come]
    bands = []
    for notice in given:
        following = [end for end in ends if end > notice]
        if following:
            start = scale.x(notice)
            bands.append(Band(start, round(scale.x(min(following)) - start, 1)))
    return tuple(bands)


def _shape(stage: Stage) -> str:
    if rank(stage) is None:
        return "beside"
    if stage in (Stage.NOTIFIED, Stage.EFFECTIVE):
        return stage.value
    voted = (rank(stage) or 0) >= (rank(Stage.APPROVED_BY_GOVERNMENT) or 0)
    return "voted" if voted else "said"


def _middle(day: PartialDate) -> date:
    """Where a month is drawn: in its middle."""
    exact = day.exact()
    if exact is not None:
        return exact
    return day.first().replace(day=_DAY_OF_MONTH, month=day.month or 7)


def _next_month(day: date) -> date:
    return date(day.year + day.month // 12, day.month % 12 + 1, 1)
