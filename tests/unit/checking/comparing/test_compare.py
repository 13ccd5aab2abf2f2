from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import pytest

from tests.unit.checking.claims import a_claim, a_report
from treatywatch.checking.check import check
from treatywatch.checking.comparing.compare import Disagreement, compare, propositions
from treatywatch.checking.exits.exits import ExitRow, exits_table
from treatywatch.checking.grounds.finding import Finding
from treatywatch.law.terms import Stage, Standing
from treatywatch.ledger.ledger import Ledger
from treatywatch.ledger.load import load_ledger

Claims = Sequence[tuple[str, Mapping[str, Any]]]

LEFT = ("Finland is out.", {"type": "withdrawal", "stage": "effective", "participants": ["FIN"]})
SAID = (
    "Finland will go.",
    {"type": "withdrawal", "stage": "announced", "participants": ["FIN"], "voice": "intends"},
)


@pytest.fixture(scope="module")
def ledger() -> Ledger:
    return load_ledger().as_known_on(date(2026, 1, 15))


def read(ledger: Ledger, name: str, dated: str, claims: Claims) -> tuple[Finding, ...]:
    text = " ".join(words for words, _ in claims)
    made = [a_claim(text, {"treaty": "apmbc", **fields, "quote": q}) for q, fields in claims]
    return check(a_report(text, dated, name), made, ledger)


def two(
    ledger: Ledger, one: Claims, other: Claims, later: str = "2025-07-20"
) -> tuple[Disagreement, ...]:
    first = read(ledger, "one", "2025-07-12", one)
    return compare({"one": first, "two": read(ledger, "two", later, other)})


def count(number: float, **fields: Any) -> tuple[str, dict[str, Any]]:
    return (f"{number} parties.", {"type": "count", "stage": "parties", "value": number, **fields})


def test_two_numbers_for_one_time_disagree(ledger: Ledger) -> None:
    (found,) = two(ledger, [count(133)], [count(166)])
    assert (found.about, found.treaty, found.participants) == ("parties", "apmbc", ())
    assert [(side.version, side.said[0].report) for side in found.sides] == [
        ("133", "one"),
        ("166", "two"),
    ]


def test_numbers_of_different_times_or_bounds_do_not(ledger: Ledger) -> None:
    assert two(ledger, [count(165)], [count(162)], "2026-01-12") == ()
    assert two(ledger, [count(161, date="2012-12-31")], [count(166)]) == ()
    assert two(ledger, [count(160, bound="more_than")], [count(166)]) == ()


def test_one_report_alone_disagrees_with_nobody(ledger: Ledger) -> None:
    assert compare({"one": read(ledger, "one", "2025-07-12", [count(133), count(166)])}) == ()


def test_a_state_that_is_out_in_one_report_and_on_its_way_in_another(ledger: Ledger) -> None:
    (found,) = two(ledger, [LEFT], [SAID])
    assert (found.about, found.participants) == ("stage of exit", ("FIN",))
    assert [side.version for side in found.sides] == ["effective", "announced"]


def test_a_step_taken_in_between_is_no_disagreement(ledger: Ledger) -> None:
    assert two(ledger, [SAID], [LEFT], "2026-01-12") == ()


def test_steps_on_the_way_and_the_exit_after_them_can_all_be_true(ledger: Ledger) -> None:
    """A notice of July is still true of a State that was out in January."""
    notice = {"type": "withdrawal", "stage": "notified", "participants": ["FIN"]}
    given = [("Finland gave notice on 10 July.", {**notice, "date": "2025-07-10"})]
    out = [("It was out on 10 January.", {**LEFT[1], "date": "2026-01-10"})]
    assert two(ledger, given, out, "2026-01-12") == ()
    ahead = [("It will be out on 10 January.", {**LEFT[1], "date": "2026-01-10", "voice": "will"})]
    assert two(ledger, ahead, out, "2026-01-12") == ()
    (found,) = two(ledger, [LEFT], ahead)
    assert found.about == "stage of exit"


def test_a_day_whose_year_the_words_leave_open_disagrees_with_no_year(ledger: Ledger) -> None:
    def out(day: str, words: str) -> Claims:
        return [(words, {**LEFT[1], "date": day})]

    a = out("2026-01-10", "Finland was out on 10 January.")
    b = out("2025-01-10", "Finland left on 10 January.")
    assert two(ledger, a, b, "2026-01-12") == ()
    c = out("2025-01-20", "Finland left on 20 January.")
    assert [d.about for d in two(ledger, a, c, "2026-01-12")] == ["day: exit in effect"]


def test_days_of_two_exits_that_both_were_do_not_disagree(ledger: Ledger) -> None:
    def out(year: str) -> Claims:
        fields = {"type": "withdrawal", "stage": "effective", "participants": ["USA"]}
        return [(f"America left UNESCO in {year}.", {**fields, "treaty": "unesco", "date": year})]

    assert two(ledger, out("1984"), out("2018"), "2020-01-12") == ()
    found = two(ledger, out("1984"), out("1990"), "2020-01-12")
    assert [d.about for d in found] == ["day: exit in effect"]


def test_numbers_that_were_both_right_on_their_days_do_not_disagree(ledger: Ledger) -> None:
    first = read(ledger, "one", "2025-12-20", [count(166)])
    second = read(ledger, "two", "2025-12-28", [count(163)])
    assert compare({"one": first, "two": second}) == ()


def test_hedged_words_and_opinions_disagree_with_nobody(ledger: Ledger) -> None:
    hedged = (LEFT[0], {**LEFT[1], "hedged": True})
    assert two(ledger, [hedged], [SAID]) == ()
    quotes = [(f"It is {word}.", {"type": "quote"}) for word in ("wise", "folly")]
    assert two(ledger, quotes[:1], quotes[1:]) == ()


def test_the_same_words_about_several_states_are_one_disagreement(ledger: Ledger) -> None:
    both = {"participants": ["EST", "FIN"]}
    (found,) = two(ledger, [(LEFT[0], {**LEFT[1], **both})], [(SAID[0], {**SAID[1], **both})])
    assert found.participants == ("EST", "FIN")


def test_days_notice_periods_and_standings(ledger: Ledger) -> None:
    def notified(day: str) -> Claims:
        fields = {"type": "withdrawal", "stage": "notified", "participants": ["FIN"], "date": day}
        return [(f"Notice came on {day}.", fields)]

    (days,) = two(ledger, notified("2025-07-10"), notified("2025-07-11"))
    assert days.about == "day: notice received"

    def takes(months: int) -> Claims:
        fields = {
            "type": "treaty_fact",
            "stage": "notice_period",
            "value": months,
            "unit": "months",
        }
        return [(f"It takes {months} months.", fields)]

    (periods,) = two(ledger, takes(6), takes(12))
    assert {side.version for side in periods.sides} == {"6 months", "12 months"}

    def stands(stage: str) -> Claims:
        return [
            (f"USA {stage}.", {"type": "participation", "stage": stage, "participants": ["USA"]})
        ]

    (standing,) = two(ledger, stands("signed"), stands("not_signed"))
    assert (standing.about, standing.participants) == ("standing", ("USA",))
    assert two(ledger, stands("not_signed"), stands("never_party")) == ()


def test_one_proposition_with_all_its_sources(ledger: Ledger) -> None:
    first = read(ledger, "one", "2025-07-12", [SAID, count(166)])
    second = read(ledger, "two", "2025-07-20", [count(166), LEFT])
    said = propositions({"one": first, "two": second})
    assert [(p.stage, [s.report for s in p.said]) for p in said] == [
        ("announced", ["one"]),
        ("parties", ["one", "two"]),
        ("effective", ["two"]),
    ]


def finland(ledger: Ledger, *reports: tuple[str, str, Claims]) -> ExitRow:
    rows = exits_table({n: read(ledger, n, d, claims) for n, d, claims in reports}, ledger)
    return next(row for row in rows if row.participant == "FIN")


def test_the_table_of_exits_has_steps_standing_and_reporters(ledger: Ledger) -> None:
    row = finland(ledger, ("early", "2025-04-04", [LEFT]), ("right", "2025-04-05", [SAID]))
    assert (row.stage, row.standing) == (Stage.EFFECTIVE, Standing.FORMER_PARTY)
    told = {step.step.stage: step.reports for step in row.steps}
    assert told[Stage.ANNOUNCED] == ("right",)
    assert told[Stage.NOTIFIED] == ()
    assert told[Stage.EFFECTIVE] == ()
    assert row.unsupported == ("early",)
    (effect,) = row.to_come
    assert effect.day == date(2026, 1, 10)
    assert effect.has_come


def test_the_exit_is_told_by_a_report_written_after_it(ledger: Ledger) -> None:
    row = finland(ledger, ("late", "2026-01-12", [LEFT]))
    told = {step.step.stage: step.reports for step in row.steps}
    assert told[Stage.EFFECTIVE] == ("late",)
    assert row.unsupported == ()
    assert row.to_come == ()


def test_what_is_still_to_come_is_marked_so(ledger: Ledger) -> None:
    rows = exits_table({"one": read(ledger, "one", "2025-07-12", [SAID])}, ledger)
    poland = next(row for row in rows if row.participant == "POL")
    assert poland.standing is Standing.PARTY_UNDER_NOTICE
    (effect,) = poland.to_come
    assert not effect.has_come
    assert "20 August 2025 + 6 months = 20 February 2026" in effect.words


def test_no_claim_about_leaving_no_table(ledger: Ledger) -> None:
    assert exits_table({"one": read(ledger, "one", "2025-07-12", [count(166)])}, ledger) == ()
