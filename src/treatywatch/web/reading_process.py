"""Reading in a process beside the server: a hard report neither slows pages nor goes on forever.

The server sends pickled questions down a pipe to a child of its own and takes pickled answers; a
child that takes too long is killed, and the next report gets a new one. A child whose server has
died reads the end of its pipe and ends too.
"""

import os
import pickle
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from threading import Event, Timer
from typing import IO

from treatywatch.checking.grounds.finding import Finding
from treatywatch.errors import ReadingStopped, TreatywatchError
from treatywatch.ledger.ledger import Ledger
from treatywatch.reports.report import Report

Check = Callable[[Report, Ledger], tuple[Finding, ...]]
_GIVES_WAY = 5  # of 19: pages that people wait for go first


class ReadingProcess:
    """Checks reports in a child process, each within ``most_seconds``. For one thread."""

    def __init__(self, most_seconds: int) -> None:
        self._most_seconds = most_seconds
        self._child: subprocess.Popen[bytes] | None = None
        self._sent: Ledger | None = None

    def check(self, report: Report, ledger: Ledger) -> tuple[Finding, ...]:
        """The findings of a report.

        Raises :class:`TreatywatchError` in the words of what checking raises, and
        :class:`ReadingStopped` where it took too long or its process died.
        """
        child = self._running()
        too_long = Event()
        timer = Timer(self._most_seconds, _end, (child, too_long))
        timer.start()
        try:
            answer = self._asked(child, report, ledger)
        except (OSError, EOFError, pickle.UnpicklingError) as error:
            self.close()
            limit = self._most_seconds if too_long.is_set() else None
            raise ReadingStopped(report.name, limit) from error
        finally:
            timer.cancel()
        if isinstance(answer, str):
            raise TreatywatchError(answer)
        return answer

    def close(self) -> None:
        """End the child; the next report starts another."""
        child, self._child, self._sent = self._child, None, None
        if child is None:
            return
        child.kill()
        child.wait()
        for pipe in (child.stdin, child.stdout):
            # What was not written down the pipe of a dead child is lost, which is all right.
            with suppress(OSError):
                assert pipe is not None
                pipe.close()

    def _running(self) -> subprocess.Popen[bytes]:
        if self._child is None or self._child.poll() is not None:
            self.close()
            command = [sys.executable, "-m", "treatywatch.web.reading_process"]
            self._child = subprocess.Popen(
                command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, start_new_session=True
            )
        return self._child

    def _asked(
        self, child: subprocess.Popen[bytes], report: Report, ledger: Ledger
    ) -> tuple[Finding, ...] | str:
        assert child.stdin is not None
        assert child.stdout is not None
        # The record is large and seldom changes: it goes over once.
        news = None if ledger is self._sent else ledger
        # Whole before it is sent: half a question would be the child's end.
        child.stdin.write(pickle.dumps((report, news), protocol=pickle.HIGHEST_PROTOCOL))
        child.stdin.flush()
        answer: tuple[Finding, ...] | str = pickle.load(child.stdout)
        self._sent = ledger
        return answer


def answer_all(questions: IO[bytes], answers: IO[bytes], check: Check) -> None:
    """The child's life: check what comes until nothing comes any more."""
    ledger: Ledger | None = None
    while True:
        try:
            report, news = pickle.load(questions)
        except EOFError:
            return
        ledger = ledger if news is None else news
        assert ledger is not None
        answer = _answer(report, ledger, check)
        pickle.dump(answer, answers, protocol=pickle.HIGHEST_PROTOCOL)
        answers.flush()


def _answer(report: Report, ledger: Ledger, check: Check) -> tuple[Finding, ...] | str:
    try:
        return check(report, ledger)
    except (TreatywatchError, RecursionError, MemoryError) as error:
        return str(error)


def _end(child: subprocess.Popen[bytes], too_long: Event) -> None:
    too_long.set()
    child.kill()


def _main() -> None:
    from treatywatch.web.reading_room import checked

    os.nice(_GIVES_WAY)
    # What anything prints must not come between the answers.
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    answer_all(sys.stdin.buffer, answers, checked)


if __name__ == "__main__":
    _main()
