"""Reports read behind the pages: one thread of each worker takes those that wait, one by one."""

import logging
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from hashlib import sha256
from threading import Event, Thread

from sqlalchemy import Connection, Engine

from treatywatch import api
from treatywatch.checking.grounds.finding import Finding
from treatywatch.errors import TreatywatchError, UnknownName
from treatywatch.ledger.ledger import Ledger
from treatywatch.publishing.findings_read import kept_object
from treatywatch.reading.vocabulary.words import languages
from treatywatch.reports.report import Report
from treatywatch.web.kept_reports import report_of
from treatywatch.web.reading_process import ReadingProcess
from treatywatch.workspace.database import reading, writing
from treatywatch.workspace.readings import (
    Reading,
    end_reading,
    give_up_reading,
    has_work,
    new_reader,
    still_reading,
    take_reading,
)
from treatywatch.workspace.reports import report_kept

_LOOK_EVERY = 2.0  # seconds, for what another process or a dead one has left
_TELL_EVERY = 5.0  # seconds, while a reading goes on
_log = logging.getLogger(__name__)

AfterReading = Callable[[Connection, Reading, Report, Sequence[Finding], Ledger], None]


class ReadingRoom:
    """Reads what waits, in this process or in one ``beside`` it.

    ``after`` writes what follows from findings, in the same transaction.
    """

    def __init__(
        self,
        engine: Engine,
        ledger: Callable[[], Ledger],
        after: AfterReading | None = None,
        beside: ReadingProcess | None = None,
    ) -> None:
        self._engine, self._ledger, self._after = engine, ledger, after
        self._beside = beside
        self._name = new_reader()
        self._nudged, self._closed = Event(), Event()
        self._thread: Thread | None = None

    def open(self) -> None:
        """Begin; a room that was closed may be opened again."""
        self._closed.clear()
        self._thread = Thread(target=self._work, name="reading-room", daemon=True)
        self._thread.start()

    def nudge(self) -> None:
        """Something waits: do not sleep on."""
        self._nudged.set()

    def close(self) -> None:
        """Take nothing more; what is being read is read to its end, if that is soon."""
        self._closed.set()
        self._nudged.set()
        if self._thread is not None:
            self._thread.join(5)
        if self._beside is not None:
            self._beside.close()

    def _work(self) -> None:
        while not self._closed.is_set():
            self._nudged.clear()
            try:
                found = self._read_one()
            except Exception:  # whatever happens to one report, the next one waits
                _log.exception("a reading went wrong")
                found = False
            if not found:
                self._nudged.wait(_LOOK_EVERY)

    def _read_one(self) -> bool:
        with reading(self._engine) as connection:
            if not has_work(connection):
                return False
        with writing(self._engine) as connection:
            taken = take_reading(connection, self._name)
        if taken is None:
            return False
        with reading(self._engine) as connection:
            report = report_of(report_kept(connection, taken.report_id))
        with self._telling(taken):
            self._read(taken, report)
        return True

    def _read(self, taken: Reading, report: Report) -> None:
        ledger = self._ledger()
        try:
            findings = self._check(report, ledger)
        except (TreatywatchError, RecursionError, MemoryError) as error:
            self._give_up(taken, str(error))
        except Exception:
            _log.exception("report %s could not be read", report.sha256)
            self._give_up(taken, "Reading it failed; the log of the server tells more.")
        else:
            self._end(taken, report, findings, ledger)

    def _check(self, report: Report, ledger: Ledger) -> tuple[Finding, ...]:
        return (
            checked(report, ledger) if self._beside is None else self._beside.check(report, ledger)
        )

    def _end(
        self, taken: Reading, report: Report, findings: Sequence[Finding], ledger: Ledger
    ) -> None:
        kept = kept_object(report, findings)
        tally = Counter(finding.verdict.value for finding in findings)
        told = {"record": digest_of(ledger), "findings": kept, "tally": tally}
        with writing(self._engine) as connection:
            mine = end_reading(connection, taken.id, self._name, **told)  # type: ignore[arg-type]
            if mine and self._after is not None:
                self._after(connection, taken, report, findings, ledger)

    def _give_up(self, taken: Reading, trouble: str) -> None:
        with writing(self._engine) as connection:
            give_up_reading(connection, taken.id, self._name, trouble)

    @contextmanager
    def _telling(self, taken: Reading) -> Iterator[None]:
        """Tell every few seconds that this one is still being read."""
        over = Event()

        def tell() -> None:
            while not over.wait(_TELL_EVERY):
                try:
                    with writing(self._engine) as connection:
                        still_reading(connection, taken.id, self._name)
                except Exception:  # the next time may succeed
                    _log.exception("it could not be told that a report is still being read")

        teller = Thread(target=tell, name="reading-room-tells", daemon=True)
        teller.start()
        try:
            yield
        finally:
            over.set()
            teller.join(5)


def checked(report: Report, ledger: Ledger) -> tuple[Finding, ...]:
    """The findings of a report; :class:`UnknownName` for a language without words."""
    if report.language not in languages():
        raise UnknownName("language", report.language, sorted(languages()))
    return api.check(report, ledger=ledger)


def digest_of(ledger: Ledger) -> str:
    """Names the acts and steps that a record holds: the same acts, the same name."""
    digest = sha256()
    for shelf in (ledger.acts, ledger.steps):
        for treaty in sorted(shelf):
            for one in sorted(shelf[treaty], key=lambda known: known.id):
                digest.update(f"{one!r}\n".encode())
    return digest.hexdigest()
