"""Reports read by several processes at once, told in the order in which they were given.

Each process opens the record for itself. No more reports wait than the processes will soon take, so
that an archive larger than memory streams as it does without.
"""

from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from treatywatch import api
from treatywatch.errors import ReadingStopped
from treatywatch.ledger.ledger import Ledger
from treatywatch.reports.report import Report
from treatywatch.values import frozen

if TYPE_CHECKING:
    from concurrent.futures import Future

Result = TypeVar("Result")
Work = Callable[[Report, Ledger], Result]
_AHEAD = 4  # reports handed out for each process


@frozen
class Crew:
    """How many processes read, and the folder of their record, None for the packaged one."""

    jobs: int = 1
    record: Path | None = None


def in_order(
    work: Work[Result], reports: Iterable[Report], ledger: Ledger, crew: Crew
) -> Generator[tuple[Report, Result], None, None]:
    """Each report with what was made of it; ``work`` is a function of a module.

    Raises :class:`ReadingStopped` where a process breaks down, at the first report whose result is
    lost.
    """
    if crew.jobs == 1:
        yield from ((report, work(report, ledger)) for report in reports)
    else:
        yield from _by_several(work, reports, crew)


def _by_several(
    work: Work[Result], reports: Iterable[Report], crew: Crew
) -> Iterator[tuple[Report, Result]]:
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    pool = ProcessPoolExecutor(
        crew.jobs,
        mp_context=get_context("spawn"),
        initializer=_open_record,
        initargs=(crew.record,),
    )
    waiting: deque[tuple[Report, Future[Result]]] = deque()
    try:
        for report in reports:
            waiting.append((report, pool.submit(_worked, work, report)))
            while waiting and (len(waiting) > crew.jobs * _AHEAD or waiting[0][1].done()):
                yield _finished(*waiting.popleft())
        while waiting:
            yield _finished(*waiting.popleft())
    finally:
        pool.shutdown(cancel_futures=True)


def _finished(report: Report, future: "Future[Result]") -> tuple[Report, Result]:
    from concurrent.futures.process import BrokenProcessPool

    try:
        return report, future.result()
    except BrokenProcessPool as error:
        raise ReadingStopped(report.name, None) from error


_opened: dict[str, Ledger] = {}  # in a process of the pool, its record


def _open_record(folder: Path | None) -> None:
    _opened["record"] = api.load(folder)


def _worked(work: Work[Result], report: Report) -> Result:
    return work(report, _opened["record"])
