"""What reports say together: one proposition for one thing, and how many sources it has."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import pytest

from tests.unit.checking.claims import a_claim, a_report
from treatywatch.checking.comparing.comparison import Comparison, Corroboration, compare_reports
from treatywatch.checking.comparing.corroboration import LinkKind
from treatywatch.checking.grounds.finding import Finding, Verdict
from treatywatch.reading.claim import Claim, ClaimType
from treatywatch.reports.report import Report

Words = tuple[str, Mapping[str, Any]]

NOTIFIED = {
    "type": "withdrawal",
    "treaty": "apmbc",
    "stage": "notified",
    "participants": ["FIN"],
    "quote": "Finland handed in its notice",
}
LONG = (
    "Finland handed in its notice on a rainy morning while nobody in the hall of flags was looking"
)


def finding(claim: Claim) -> Finding:
    return Finding(claim, Verdict.NOT_CHECKED, (), (), None, Verdict.NOT_CHECKED)


def told(name: str, text: str, *claims: Mapping[str, Any], dated: str | None = None) -> Any:
    report = replace(a_report(text, dated, name), language="en")
    made = claims or (NOTIFIED,)
    return report, tuple(finding(a_claim(text, fields)) for fields in made)


def compared(*checked: tuple[Report, Sequence[Finding]]) -> Comparison:
    return compare_reports(checked, lambda _: None)


def only(comparison: Comparison) -> Corroboration:
    (one,) = comparison.corroborations
    return one


def test_two_reports_in_their_own_words_are_two_sources() -> None:
    one = only(
        compared(
            told("a", "In New York, Finland handed in its notice. The hall was empty."),
            told("b", "It rained when Finland handed in its notice, the envoy recalls."),
        )
    )
    assert (one.independent, one.reports) == (2, ("a", "b"))
    assert [origin.links for origin in one.origins] == [(), ()]


def test_the_same_passage_in_two_reports_is_one_source() -> None:
    one = only(
        compared(
            told(
                "paper", f"As we hear, {LONG}. It was a Tuesday of no account.", dated="2025-07-12"
            ),
            told("wire", f"{LONG}. " + "Other things happened too. " * 20, dated="2025-07-11"),
        )
    )
    (origin,) = one.origins
    assert set(origin.reports) == {"paper", "wire"}
    assert origin.first == "wire"
    assert origin.links[0].kind in (LinkKind.PASSAGE, LinkKind.COPY)


def test_a_shared_passage_elsewhere_leaves_the_claims_apart() -> None:
    aside = "the hall of flags was built in 1949 by people who had seen enough of wars and ruins "

    def fill(sign: str) -> str:
        return " ".join(f"{sign}{number}" for number in range(120)) + ". "

    one = only(
        compared(
            told("a", "Now Finland handed in its notice. " + aside + fill("a")),
            told("b", fill("b") + "So Finland handed in its notice. But " + aside),
        )
    )
    assert one.independent == 2


def test_a_report_made_from_another_is_no_second_source_whatever_its_words_for_it() -> None:
    body = "The envoy walked alone through the rain and gave the paper to a clerk in a grey coat. "
    rest = "He then bought a coffee, missed his train, and told nobody of it until the evening. "
    other = {**NOTIFIED, "quote": "Helsinki gave notice"}
    one = only(
        compared(
            told("a", f"Finland handed in its notice. {body}{rest}"),
            told("b", f"Helsinki gave notice. {body}{rest}", other),
        )
    )
    (origin,) = one.origins
    assert {link.kind for link in origin.links} == {LinkKind.COPY}


def test_reports_that_name_the_same_newsroom_for_it_are_one_source() -> None:
    one = only(
        compared(
            told("a", "Finland handed in its notice, an official told Reuters. It rained."),
            told("b", "TURKU, 3 May (Reuters) - On Monday Finland handed in its notice."),
            told("c", "I saw it: Finland handed in its notice at noon."),
        )
    )
    assert one.independent == 2
    named = next(origin for origin in one.origins if len(origin.reports) == 2)
    assert (named.reports, named.newsrooms) == (("a", "b"), ("Reuters",))
    assert [link.kind for link in named.links] == [LinkKind.NEWSROOM]


def test_a_newsroom_named_for_something_else_is_no_source_of_this() -> None:
    def lexicon_free(name: str, aside: str) -> Any:
        return told(name, f"Today Finland handed in its notice. {aside}")

    checked = [
        lexicon_free("a", "The rain will go on, Reuters reported."),
        lexicon_free("b", "Prices fell, a trader told Reuters."),
    ]
    from treatywatch import api

    known = api.lexicon(api.load(), "en")
    assert only(compare_reports(checked, lambda _: known)).independent == 2


def test_a_report_on_five_states_and_one_on_one_of_them_meet() -> None:
    several = {**NOTIFIED, "participants": ["EST", "LVA", "FIN"], "quote": "three gave notice"}
    found = compared(
        told("a", "Finland handed in its notice."), told("b", "All three gave notice.", several)
    ).corroborations
    assert [(c.participants, c.independent) for c in found] == [(("FIN",), 2), (("EST", "LVA"), 1)]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("2025-07-10", "2025-07", True),
        ("2025-07-10", None, True),
        ("2025-07-10", "2025-07-10", True),
        ("2025-07-10", "2025-07-11", False),
        ("2025", "2024-12", False),
    ],
)
def test_dates_meet_where_one_can_be_the_other(one: str, other: str | None, *, same: bool) -> None:
    found = compared(
        told("a", "Finland handed in its notice.", {**NOTIFIED, "date": one}),
        told("b", "So Finland handed in its notice then.", {**NOTIFIED, "date": other}),
    ).corroborations
    assert [len(c.reports) for c in found] == ([2] if same else [1, 1])
    assert str(found[0].date) == one


def test_without_a_date_it_joins_neither_of_two() -> None:
    found = compared(
        told("a", "Finland handed in its notice.", {**NOTIFIED, "date": "2025-07-10"}),
        told("b", "Finland handed in its notice, twice.", {**NOTIFIED, "date": "2024-07-10"}),
        told("c", "Once Finland handed in its notice."),
    ).corroborations
    assert sorted(c.reports for c in found) == [("a",), ("b",), ("c",)]


def test_what_is_denied_hedged_or_to_come_is_another_thing() -> None:
    ways: list[dict[str, Any]] = [
        {},
        {"negated": True},
        {"hedged": True},
        {"voice": "will"},
        {"voice": "urged"},
    ]
    checked = [
        told(f"r{n}", f"Report {n}: Finland handed in its notice.", {**NOTIFIED, **way})
        for n, way in enumerate(ways)
    ]
    assert len(compared(*checked).corroborations) == len(ways)


def test_each_claim_is_in_the_propositions_once_for_each_participant() -> None:
    both = {**NOTIFIED, "participants": ["EST", "FIN"]}
    report, findings = told("a", "Finland handed in its notice.", both)
    one = only(compared((report, findings)))
    assert (one.participants, len(one.said), one.independent) == (("EST", "FIN"), 1, 1)


def test_reports_of_one_name_are_told_apart() -> None:
    found = compared(
        told("news.txt", "Finland handed in its notice."),
        told("news.txt", "Then Finland handed in its notice, we read."),
    )
    assert only(found).reports == ("news.txt", "news.txt (2)")


def test_the_order_of_reports_changes_no_number() -> None:
    checked = [
        told("a", f"As we hear, {LONG}."),
        told("b", f"{LONG}. That is all."),
        told("c", "At noon Finland handed in its notice."),
    ]
    there, back = only(compared(*checked)), only(compared(*reversed(checked)))
    assert there.independent == back.independent == 2
    assert {frozenset(o.reports) for o in there.origins} == {
        frozenset(o.reports) for o in back.origins
    }


def test_a_quote_is_one_thing_only_in_the_same_words() -> None:
    said = {"type": "quote", "treaty": "apmbc", "quote": "we leave"}
    shouted = {**said, "quote": "We  Leave"}
    found = compared(told("a", "He: we leave!", said), told("b", "He: We  Leave!", shouted))
    assert only(found).reports == ("a", "b")
    assert only(found).claim.type is ClaimType.QUOTE


def test_no_reports_no_comparison() -> None:
    nothing = compared()
    assert (nothing.corroborations, nothing.overlaps, nothing.disagreements) == ((), (), ())
    assert replace(nothing) == nothing
