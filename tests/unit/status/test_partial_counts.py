"""A record of exits alone counts nobody, and every number says so."""

from dataclasses import replace
from datetime import date

from tests.unit.status.told import told_act, told_ledger
from treatywatch.law.treaty import Coverage, Holds
from treatywatch.status.counting import count
from treatywatch.status.explain import count_lines

WORDS = "the record of this treaty holds only exits: these numbers count no parties"
LEDGER = told_ledger({"armistice": [told_act("armistice", "AAA ratification 2001-01-01")]})
EXITS_ONLY = replace(
    LEDGER,
    treaties={
        "armistice": replace(LEDGER.treaties["armistice"], coverage=Coverage(Holds.EXITS_ONLY))
    },
)


def test_numbers_from_exits_alone_carry_a_caution() -> None:
    report = count(EXITS_ONLY, "armistice", date(2005, 1, 1))

    assert report.holds is Holds.EXITS_ONLY
    assert WORDS in [line.words for line in count_lines(report, EXITS_ONLY)]


def test_numbers_from_all_acts_need_none() -> None:
    report = count(LEDGER, "armistice", date(2005, 1, 1))

    assert WORDS not in [line.words for line in count_lines(report, LEDGER)]
