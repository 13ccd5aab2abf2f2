"""Reports read by several processes come back in their order, each with its own result."""

import os
from collections.abc import Iterator

import pytest

from treatywatch import api
from treatywatch.cli.jobs import Crew, in_order
from treatywatch.errors import ReadingStopped
from treatywatch.ledger.ledger import Ledger
from treatywatch.reports.report import Report

TWO = Crew(jobs=2)


def _reports(count: int) -> list[Report]:
    return [Report(f"r{number}", "x" * number, "", None, "none") for number in range(count)]


def _length(report: Report, ledger: Ledger) -> int:
    assert ledger.treaties
    return len(report.text)


def _breaks_down(report: Report, ledger: Ledger) -> int:
    if report.name == "r3":
        os._exit(1)
    return _length(report, ledger)


@pytest.mark.parametrize("crew", [Crew(), TWO], ids=["one process", "two"])
def test_each_report_has_its_result_in_the_order_given(crew: Crew) -> None:
    reports = _reports(20)
    told = in_order(_length, iter(reports), api.load(), crew)
    assert [(report.name, length) for report, length in told] == [
        (report.name, len(report.text)) for report in reports
    ]


def test_a_process_that_breaks_down_names_the_report_that_is_lost() -> None:
    with pytest.raises(ReadingStopped) as stopped:
        list(in_order(_breaks_down, _reports(6), api.load(), TWO))
    assert stopped.value.name in {"r0", "r1", "r2", "r3"}


def test_no_more_reports_are_taken_than_will_soon_be_read() -> None:
    taken: list[str] = []

    def endless() -> Iterator[Report]:
        for report in _reports(1_000):
            taken.append(report.name)
            yield report

    told = in_order(_length, endless(), api.load(), TWO)
    assert next(told)[0].name == "r0"
    told.close()
    assert len(taken) < 20
