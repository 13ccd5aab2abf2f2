"""When, and to whom, a way of joining is open."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from treatywatch.law.calendar import Come
from treatywatch.law.clauses.openness import NotOpen, not_open
from treatywatch.law.terms import ActKind
from treatywatch.ledger.load import load_ledger


def asked(
    treaty: str, kind: ActKind, day: date, *, begun: bool = True, signed: bool | None = None
) -> NotOpen | None:
    clauses = load_ledger().treaties[treaty].final_clauses
    return not_open(clauses, kind, day, begun=Come.YES if begun else Come.NO, signed=signed)


@given(days=st.integers(-4000, 4000))
def test_a_treaty_is_open_for_signature_or_for_accession_and_never_for_both(days: int) -> None:
    day = date(2017, 4, 21) + timedelta(days=days)
    closed = asked("paris", ActKind.SIGNATURE, day)
    too_early = asked("paris", ActKind.ACCESSION, day)
    assert (closed is None) != (too_early is None)


@pytest.mark.parametrize("kind", [ActKind.RATIFICATION, ActKind.ACCEPTANCE, ActKind.APPROVAL])
def test_to_ratify_one_must_have_signed(kind: ActKind) -> None:
    day = date(2005, 1, 10)
    assert asked("apmbc", kind, day, signed=True) is None
    assert asked("apmbc", kind, day, signed=None) is None
    found = asked("apmbc", kind, day, signed=False)
    assert found is not None
    assert (found.article, found.bars) == ("Art. 16(1)", False)


def test_who_has_signed_ratifies_and_does_not_accede() -> None:
    day = date(2005, 1, 10)
    assert asked("apmbc", ActKind.ACCESSION, day, signed=False) is None
    found = asked("apmbc", ActKind.ACCESSION, day, signed=True)
    assert found is not None
    assert not found.bars


def test_before_its_entry_into_force_some_treaties_cannot_be_acceded_to() -> None:
    found = asked("att", ActKind.ACCESSION, date(2014, 10, 1), begun=False)
    assert found is not None
    assert found.bars
    assert asked("tpnw", ActKind.ACCESSION, date(2018, 10, 1), begun=False) is None


def test_a_closed_treaty_is_never_open_for_accession() -> None:
    found = asked("cfe", ActKind.ACCESSION, date(2020, 1, 1))
    assert found is not None
    assert found.bars


def test_where_the_text_says_nothing_a_successor_is_not_asked_for_a_signature() -> None:
    assert asked("apmbc", ActKind.SUCCESSION, date(2006, 10, 23), signed=False) is None
