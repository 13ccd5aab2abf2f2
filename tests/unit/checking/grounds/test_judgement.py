from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.checking.claims import a_claim, a_report
from treatywatch.checking.check import check
from treatywatch.checking.grounds.dates import agree, at
from treatywatch.checking.grounds.finding import Basis, BasisKind, Verdict
from treatywatch.checking.grounds.judgement import (
    Judgement,
    borne_out,
    contradicted,
    listed,
    together,
)
from treatywatch.law.calendar import PartialDate
from treatywatch.ledger.load import load_ledger
from treatywatch.reading.claim import ClaimType, Voice

BASIS = Basis(BasisKind.ARTICLE, "apmbc 20(3)")
DAYS = st.dates(date(1900, 1, 1), date(2100, 12, 31))

MANY = list("ABCDEFG")


@pytest.mark.parametrize("verdict", Verdict)
def test_a_verdict_without_a_basis_does_not_exist(verdict: Verdict) -> None:
    if verdict in (Verdict.NOT_CHECKED, Verdict.UNDETERMINED):
        assert Judgement(verdict, ("open",)).basis == ()
    else:
        with pytest.raises(ValueError, match="without a basis"):
            Judgement(verdict, ("because",))


def test_one_state_that_has_not_done_it_makes_the_sentence_wrong() -> None:
    parts = [borne_out("Estonia: done.", BASIS), contradicted("Poland: not done.", BASIS)]
    judgement = together(parts, ["Estonia", "Poland"])
    assert judgement.verdict is Verdict.CONTRADICTED
    assert judgement.reasons == ("Poland: not done.", "Estonia: done.")
    assert judgement.basis == (BASIS,)


def test_what_is_said_of_several_alike_is_said_once() -> None:
    parts = [borne_out(f"{name}: done.", BASIS) for name in ("Estonia", "Latvia", "Poland")]
    assert together(parts, ["Estonia", "Latvia", "Poland"]).reasons == (
        "Estonia, Latvia and Poland: done.",
    )
    assert [listed(["A"] * n) for n in range(3)] == ["", "A", "A and A"]


@pytest.mark.parametrize(
    ("not_done", "told"),
    [
        (("B", "G"), "Not so of 2 of the 7: B and G."),
        ((), "So of each of the 7."),
        (tuple("ABCDEFG"), "Not so of any of the 7."),
    ],
)
def test_of_many_it_is_told_first_how_many(not_done: tuple[str, ...], told: str) -> None:
    parts = [(contradicted if who in not_done else borne_out)(f"{who}: so.", BASIS) for who in MANY]
    assert together(parts, MANY).reasons[0] == told


@given(DAYS, st.integers(0, 3))
def test_a_day_agrees_with_its_month_and_year_and_a_slack_of_days(day: date, slack: int) -> None:
    assert agree(PartialDate(day.year, day.month), day)
    assert agree(PartialDate(day.year), PartialDate.of(day))
    assert agree(None, day)
    near = PartialDate.of(date.fromordinal(day.toordinal() + slack))
    assert agree(near, day, slack)
    assert agree(near, day) is (slack == 0)


def test_the_end_of_a_month_is_not_the_first_of_the_next() -> None:
    assert not agree(PartialDate(2025, 3), date(2025, 4, 1), slack=3)
    assert (at(date(2025, 4, 1)), at(PartialDate(2025, 4))) == ("on 1 April 2025", "in April 2025")


WORDS = "Finland and 12 others left the Ottawa Convention in 1997."


@given(
    kind=st.sampled_from(ClaimType),
    stage=st.sampled_from(
        [
            "effective",
            "announced",
            "notified",
            "suspended",
            "signed",
            "party",
            "never_party",
            "ratified",
            "parties",
            "not_party",
            "adoption",
            "entry_into_force",
            "notice_period",
            "prohibits",
            "deadline",
            "casualties",
            "vote",
            "use",
            "expires",
            "nonsense",
            None,
        ]
    ),
    treaty=st.sampled_from(["apmbc", "ccm", "att", "nowhere", None]),
    participants=st.lists(st.sampled_from(["FIN", "USA", "UKR", "XYZ"]), max_size=3, unique=True),
    voice=st.sampled_from(Voice),
    flags=st.tuples(st.booleans(), st.booleans()),
    dated=st.sampled_from(["1997", "2025-07", "2025-07-10", "2040-01-01", None]),
    value=st.sampled_from([None, 0.0, 5.0, 133.0, 5_700.0]),
    published=st.sampled_from(["1990", "2025-04", "2025-07-12", "2050-01-01", None]),
)
def test_any_claim_gets_a_verdict_with_reasons_and_no_verdict_lacks_a_basis(
    kind: ClaimType,
    stage: str | None,
    treaty: str | None,
    participants: list[str],
    voice: Voice,
    flags: tuple[bool, bool],
    dated: str | None,
    value: float | None,
    published: str | None,
) -> None:
    fields = {"type": kind, "quote": WORDS, "treaty": treaty, "participants": participants}
    claim = a_claim(WORDS, {**fields, "stage": stage, "voice": voice, "date": dated})
    claim = replace(claim, negated=flags[0], hedged=flags[1], value=value, unit="months")
    report = a_report(WORDS, published)
    (finding,) = check(report, [claim], load_ledger())
    assert finding.reasons
    open_verdicts = (Verdict.NOT_CHECKED, Verdict.UNDETERMINED)
    assert finding.verdict in open_verdicts or finding.basis
    if flags[1] and kind is not ClaimType.COUNT:
        assert finding.verdict is Verdict.NOT_CHECKED
    assert check(report, [claim], load_ledger()) == (finding,)
