"""Reading beside the server: the same findings, within a time, and a broken child is replaced."""

import io
import pickle
import time
from dataclasses import replace
from itertools import cycle
from threading import Event, Thread

import pytest

from treatywatch import api
from treatywatch.checking.grounds.finding import Finding
from treatywatch.errors import ReadingStopped, TreatywatchError, UnknownName
from treatywatch.ledger.ledger import Ledger
from treatywatch.reports.open import report_from_text
from treatywatch.reports.report import Report
from treatywatch.web.reading_process import ReadingProcess, answer_all

REPORT = replace(
    report_from_text("Finland has ratified the Ottawa Convention.", "wire"), language="en"
)


def test_a_process_beside_finds_what_this_one_finds_and_outlives_a_dead_child() -> None:
    ledger = api.load()
    beside = ReadingProcess(60)
    try:
        assert beside.check(REPORT, ledger) == api.check(REPORT, ledger=ledger)
        assert beside._child is not None
        beside._child.kill()
        beside._child.wait()
        assert beside.check(REPORT, ledger) == api.check(REPORT, ledger=ledger)
    finally:
        beside.close()


def test_a_report_that_takes_too_long_is_given_up_with_words_on_what_to_do() -> None:
    beside = ReadingProcess(1)
    hard = replace(REPORT, text=f"{REPORT.text} " * 40_000, name="endless")
    begun = time.monotonic()
    with pytest.raises(
        ReadingStopped, match=r"endless: it took over 1 seconds\. .*treatywatch check"
    ):
        beside.check(hard, api.load())
    assert time.monotonic() - begun < 20
    beside.close()


def test_a_record_that_others_are_asking_goes_over_whole() -> None:
    """Threads of the server work things out from the ledger while it is on its way."""
    ledger = api.load()
    over = Event()

    def ask() -> None:
        for treaty in cycle(sorted(ledger.treaties)):
            vars(ledger).pop("_seen_by", None)
            ledger.seen_by("own")
            vars(ledger)[f"worked out for {treaty} {time.monotonic()}"] = treaty
            if over.is_set():
                return

    asking = Thread(target=ask)
    asking.start()
    try:
        for _ in range(20):
            copy = pickle.loads(pickle.dumps(ledger))
            assert copy.acts["apmbc"] == ledger.acts["apmbc"]
            assert not [name for name in vars(copy) if name.startswith("worked out")]
    finally:
        over.set()
        asking.join()
        for name in [n for n in vars(ledger) if n.startswith("worked out")]:
            del vars(ledger)[name]


def test_what_checking_complains_of_goes_over_in_words_and_the_next_report_is_read() -> None:
    def picky(report: Report, ledger: Ledger) -> tuple[Finding, ...]:
        if report.name == "wire":
            raise UnknownName("language", "xx")
        return ()

    other = report_from_text("Nothing.", "other")
    questions, answers = io.BytesIO(), io.BytesIO()
    for question in ((REPORT, api.load()), (other, None)):
        pickle.dump(question, questions)
    questions.seek(0)
    answer_all(questions, answers, picky)
    answers.seek(0)
    assert pickle.load(answers) == str(UnknownName("language", "xx"))
    assert pickle.load(answers) == ()


def test_the_child_tells_the_server_and_the_server_tells_the_reader() -> None:
    beside = ReadingProcess(60)
    strange = replace(REPORT, language="xx")
    try:
        with pytest.raises(TreatywatchError, match='no language "xx"'):
            beside.check(strange, api.load())
    finally:
        beside.close()
