"""The parties of a treaty over time as a line of steps, ready to be drawn as SVG."""

from collections.abc import Callable, Sequence
from datetime import date

from treatywatch.law.calendar import in_words
from treatywatch.values import frozen

WIDTH, HEIGHT, LEFT, BOTTOM, TOP = 720, 190, 44, 24, 10


@frozen
class Label:
    """A word beside an axis, and where it stands."""

    at: float
    words: str


@frozen
class CountChart:
    """A path, the exits as points on it, and the labels of both axes."""

    path: str
    falls: tuple[tuple[float, float, str], ...]
    years: tuple[Label, ...]
    numbers: tuple[Label, ...]
    width: int = WIDTH
    height: int = HEIGHT
    left: int = LEFT
    base: int = HEIGHT - BOTTOM


def count_chart(steps: Sequence[tuple[date, int]], first: date, last: date) -> CountChart | None:
    """The chart of a count from ``first`` to ``last``; None where it never was above nought.

    A fall of the count is marked with its day.
    """
    known = [(day, number) for day, number in steps if day <= last]
    most = max((number for _, number in known), default=0)
    span = (last - first).days
    if not most or span <= 0:
        return None

    def x(day: date) -> float:
        share = max((day - first).days, 0) / span
        return round(LEFT + share * (WIDTH - LEFT - 8), 1)

    def y(number: int) -> float:
        return round(TOP + (1 - number / most) * (HEIGHT - BOTTOM - TOP), 1)

    path, falls, before = f"M{LEFT},{y(0)}", [], 0
    for day, number in known:
        path += f"H{x(day)}V{y(number)}"
        if number < before:
            falls.append((x(day), y(number), f"{in_words(day)}: {before} become {number}"))
        before = number
    path += f"H{x(last)}"
    return CountChart(path, tuple(falls), _years(first, last, x), _numbers(most, y))


def _years(first: date, last: date, x: Callable[[date], float]) -> tuple[Label, ...]:
    every = max(1, round((last.year - first.year) / 8))
    years = range(first.year + 1, last.year + 1, every)
    return tuple(Label(x(date(year, 1, 1)), str(year)) for year in years)


def _numbers(most: int, y: Callable[[int], float]) -> tuple[Label, ...]:
    return tuple(Label(y(number), str(number)) for number in (0, most // 2, most))
