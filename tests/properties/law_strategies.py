"""Random clauses, treaties, acts and ledgers for the laws that always hold."""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import strategies as st

from tests.unit.status.told import MADE_UP, STATES, imaginary, told_ledger
from treatywatch.law.act import Act
from treatywatch.law.calendar import PartialDate
from treatywatch.law.clauses.final import (
    FinalClauses,
    Instruments,
    LaterDeposits,
    LaterEntry,
    Lock,
    Locked,
    PostponedUntil,
    Postponement,
    TreatyEntry,
    Withdrawal,
)
from treatywatch.law.clauses.reckoning import (
    Anchor,
    EndOfYear,
    FirstOfMonth,
    MonthDay,
    Period,
    Rule,
    SameDay,
    ShortMonth,
    TakesEffect,
    Unit,
    Yearly,
)
from treatywatch.law.participant import Conflict
from treatywatch.law.terms import ActKind, Answer
from treatywatch.law.treaty import Treaty
from treatywatch.ledger.ledger import Ledger

FIRST, LAST = date(2000, 1, 1), date(2012, 12, 31)
ACT_KINDS = [
    ActKind.SIGNATURE,
    ActKind.RATIFICATION,
    ActKind.ACCESSION,
    ActKind.SUCCESSION,
    ActKind.WITHDRAWAL_NOTICE,
    ActKind.WITHDRAWAL_REVOKED,
    ActKind.CONSENT_WITHDRAWN,
    ActKind.SIGNATURE_WITHDRAWN,
    ActKind.SUSPENSION_NOTICE,
    ActKind.PROVISIONAL_APPLICATION,
    ActKind.EXPULSION,
]

days = st.dates(FIRST, LAST)
exact_dates = st.builds(PartialDate.of, days)
month_days = st.builds(MonthDay, st.integers(1, 12), st.integers(1, 28))
periods = st.builds(
    Period, st.integers(0, 24), st.sampled_from(Unit), st.sampled_from(ShortMonth), st.booleans()
)
rules: st.SearchStrategy[Rule] = st.one_of(
    st.just(SameDay()),
    periods,
    st.builds(FirstOfMonth, st.integers(1, 12)),
    st.builds(EndOfYear, st.integers(0, 2), month_days),
    st.builds(Yearly, month_days, month_days),
)


@st.composite
def partial_dates(draw: st.DrawFn) -> PartialDate:
    """Mostly days, sometimes a month or a year."""
    day = draw(days)
    precision = draw(st.sampled_from(["day"] * 6 + ["month", "year"]))
    if precision == "year":
        return PartialDate(day.year)
    return PartialDate(day.year, day.month) if precision == "month" else PartialDate.of(day)


@st.composite
def acts(
    draw: st.DrawFn,
    kinds: list[ActKind] = ACT_KINDS,
    dates: st.SearchStrategy[PartialDate] = partial_dates(),  # noqa: B008 - strategies are values
) -> Act:
    """One act of an imaginary State towards the lighthouse convention."""
    on = draw(dates)
    learned = PartialDate.of(on.last() + timedelta(days=draw(st.integers(0, 90))))
    named = draw(st.one_of(st.none(), st.none(), days))
    kind = draw(st.sampled_from(kinds))
    who = draw(st.sampled_from(STATES[:4]))
    return Act("lighthouse", who, kind, on, on, learned, MADE_UP.id, named_date=named)


def act_lists(
    kinds: list[ActKind] = ACT_KINDS,
    dates: st.SearchStrategy[PartialDate] = partial_dates(),  # noqa: B008 - strategies are values
) -> st.SearchStrategy[list[Act]]:
    """Several acts, none of them twice."""
    return st.lists(acts(kinds, dates), max_size=14, unique_by=lambda act: act.id)


conflicts = st.builds(
    Conflict,
    st.sampled_from(STATES[:4]),
    exact_dates,
    st.none(),
    st.sampled_from([answer.value for answer in Answer]),
    st.just(MADE_UP.id),
)


@st.composite
def withdrawals(draw: st.DrawFn) -> Withdrawal:
    """A clause on withdrawal with any period, sometimes locked, sometimes postponed."""
    lock = Lock(
        "9(1)",
        TakesEffect(Period(draw(st.integers(1, 3)), Unit.YEARS), Anchor.ENTRY_INTO_FORCE_FOR_PARTY),
        draw(st.sampled_from(Locked)),
    )
    postponed = Postponement("9(3)", PostponedUntil.END_OF_CONFLICT)
    rule = TakesEffect(draw(rules), Anchor.RECEIPT_BY_DEPOSITARY, draw(st.booleans()))
    return Withdrawal(
        "9",
        ("depositary",),
        rule,
        later_date_in_notice=draw(st.booleans()),
        lock=draw(st.sampled_from([None, lock])),
        postponed=draw(st.sampled_from([None, postponed])),
    )


@st.composite
def treaties(draw: st.DrawFn) -> Treaty:
    """The lighthouse convention with other clauses."""
    treaty = imaginary("lighthouse")
    entry = TakesEffect(draw(rules), Anchor.DEPOSIT)
    later = TakesEffect(draw(rules), Anchor.DEPOSIT)
    clauses: FinalClauses = replace(
        treaty.final_clauses,
        of_the_treaty=TreatyEntry("5(1)", Instruments(draw(st.integers(1, 3))), entry),
        for_a_later_participant=LaterEntry("5(2)", later, draw(st.sampled_from(LaterDeposits))),
        withdrawal=draw(withdrawals()),
    )
    return replace(treaty, final_clauses=clauses)


def ledger_of(
    treaty: Treaty, of_treaty: list[Act], statements: list[Conflict] | None = None
) -> Ledger:
    """A ledger of one random treaty."""
    ledger = told_ledger({treaty.id: of_treaty}, statements or ())
    return replace(ledger, treaties={treaty.id: treaty})
