"""Runs the problems in tests/cases/asking/what-if.yaml, and supposes things of the real record."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest

from tests.unit.status.harbour import cases, harbour_ledger
from tests.unit.status.test_deadlines import written
from tests.unit.status.told import told_act, told_conflict, told_ledger
from treatywatch.errors import UnknownName
from treatywatch.law.calendar import Undetermined, parse_day
from treatywatch.law.terms import ActKind, Standing
from treatywatch.law.treaty import MilestoneKind
from treatywatch.ledger.ledger import Ledger
from treatywatch.status.supposing import (
    ConflictBegins,
    ConflictEnds,
    Hypothesis,
    SupposedAct,
    as_all_there_is,
    supposing,
)
from treatywatch.status.timeline import timeline
from treatywatch.status.whatif import Consequences, CountChange, what_if


def supposed(told: str) -> Hypothesis:
    """From "AAA withdrawal-notice 2004-10-15" or "conflict of AAA ends 2006-06-30"."""
    words = told.split()
    if words[0] != "conflict":
        return SupposedAct(words[0], "harbour", ActKind(words[1]), parse_day(words[2]))
    who, what, day = words[2], words[3], parse_day(words[4])
    if what == "ends":
        return ConflictEnds(who, day)
    return ConflictBegins(who, day, parse_day(words[6]) if len(words) > 6 else None)


def told(change: CountChange) -> str:
    until = f" to {change.last}" if change.last else ""
    numbers = f"{change.before} becomes {change.after}"
    return f"{change.rule} from {change.since}{until}, {numbers}"


@pytest.mark.parametrize("case", cases("what-if.yaml"), ids=lambda case: str(case["case"]))
def test_a_supposition(case: Mapping[str, Any]) -> None:
    found = what_if(harbour_ledger(case), [supposed(t) for t in case["suppose"]], **case["asked"])
    assert [change.words for change in found.standings] == case["standings"]
    if case.get("counts") == []:
        assert found.counts == ()
    assert set(case.get("counts", ())) <= set(map(told, found.counts))
    if "deadlines" in case:
        after = [written(d.after) for d in found.deadlines if d.after is not None]
        assert after == case["deadlines"]
    if "entry" in case:
        assert [(e.after.when, e.moved) for e in found.entries] == [(case["entry"], True)]
    if "progress" in case:
        assert progress(found) == case["progress"]


def progress(found: Consequences) -> str:
    (entry,) = found.entries
    assert entry.progress_before is not None
    assert entry.progress_after is not None
    before, after = entry.progress_before.conditions[0], entry.progress_after.conditions[0]
    was = f"{before.reached:g} of {before.needed:g}"
    return f"{was}, then {after.reached:g} of {after.needed:g}"


def test_both_sides_of_a_change_say_why() -> None:
    acts = {"acts": ["AAA ratification 2001-03-01", "BBB ratification 2001-03-01"]}
    notice = SupposedAct("AAA", "harbour", ActKind.WITHDRAWAL_NOTICE, date(2004, 10, 15))
    found = what_if(harbour_ledger(acts), [notice], date(2004, 11, 1))
    assert found.standings
    assert all(change.before.reasons and change.after.reasons for change in found.standings)


def test_counts_on_one_day_are_those_of_the_spans_that_cover_it() -> None:
    acts = {"acts": ["AAA ratification 2001-03-01", "BBB ratification 2001-03-01"]}
    no_war = {**acts, "conflicts": ['AAA "no" 2001-01-01']}
    notice = SupposedAct("AAA", "harbour", ActKind.WITHDRAWAL_NOTICE, date(2004, 10, 15))
    found = what_if(harbour_ledger(no_war), [notice], date(2004, 11, 1))
    assert "under-notice" in {c.rule for c in found.counts_on(date(2005, 4, 14))}
    assert "under-notice" not in {c.rule for c in found.counts_on(date(2005, 4, 15))}


def test_the_record_itself_is_not_touched() -> None:
    ledger = harbour_ledger({"acts": ["AAA ratification 2001-03-01"]})
    before = timeline(ledger, "AAA", "harbour")
    supposing(ledger, [SupposedAct("BBB", "harbour", ActKind.RATIFICATION, date(2002, 1, 1))])
    assert timeline(ledger, "AAA", "harbour") == before


def test_supposing_something_of_nobody_known() -> None:
    with pytest.raises(UnknownName):
        what_if(harbour_ledger({"acts": []}), [ConflictEnds("Atlantis", date(2004, 1, 1))])


@pytest.mark.parametrize(
    ("said", "left"),
    [
        ('AAA "yes" 2003-01-01', ["2003-01-01 to 2006-06-30 yes"]),
        ('AAA "yes" 2003-01-01 2006-06-30', ["2003-01-01 to 2006-06-30 yes"]),
        ('AAA "yes" 2003-01-01 2006-06-29', ["2003-01-01 to 2006-06-29 yes"]),
        ('AAA "yes" 2006-06-30 2007-01-01', ["2006-06-30 to 2006-06-30 yes"]),
        ('AAA "yes" 2006-07-01', []),
    ],
)
def test_a_war_supposed_to_end(said: str, left: list[str]) -> None:
    ends = ConflictEnds("AAA", date(2006, 6, 30))
    assert statements(said, ends) == [*left, "2006-07-01 to None no"]


@pytest.mark.parametrize(
    ("said", "left"),
    [
        (
            'AAA "no" 2001-01-01 2009-12-31',
            ["2001-01-01 to 2004-12-31", "2006-01-01 to 2009-12-31"],
        ),
        ('AAA "no" 2001-01-01', ["2001-01-01 to 2004-12-31", "2006-01-01 to None"]),
        ('AAA "no" 2001-01-01 2004-12-31', ["2001-01-01 to 2004-12-31"]),
        ('AAA "no" 2001-01-01 2005-01-01', ["2001-01-01 to 2004-12-31"]),
        ('AAA "no" 2005-01-01 2005-12-31', []),
        ('AAA "no" 2005-06-01 2006-12-31', ["2006-01-01 to 2006-12-31"]),
        ('AAA "no" 2006-03-01 2006-12-31', ["2006-03-01 to 2006-12-31"]),
    ],
)
def test_a_war_supposed_takes_the_place_of_what_was_said(said: str, left: list[str]) -> None:
    war = ConflictBegins("AAA", date(2005, 1, 1), date(2005, 12, 31))
    expected = [f"{span} no" for span in left]
    assert statements(said, war) == [*expected, "2005-01-01 to 2005-12-31 yes"]


def statements(said: str, hypothesis: Hypothesis) -> list[str]:
    """What is said of AAA under the supposition; BBB's own statement must not change."""
    others = 'BBB "yes" 2003-01-01'
    ledger = harbour_ledger({"acts": [], "conflicts": [said, others]})
    after = supposing(ledger, [hypothesis]).conflicts
    assert ledger.conflicts[1] in after
    mine = [s for s in after if s.participant == "AAA"]
    return [f"{s.since} to {s.until} {s.in_armed_conflict}" for s in mine]


def test_a_war_elsewhere_reaches_only_the_treaties_of_its_own() -> None:
    told = ("AAA ratification 2001-01-01", "AAA withdrawal-notice 2005-01-10")
    acts = {"armistice": [told_act("armistice", line) for line in told]}
    ledger = told_ledger(acts, [told_conflict('AAA "yes" 2004-01-01')])
    found = what_if(ledger, [ConflictEnds("AAA", date(2005, 8, 31))], date(2005, 1, 10))
    assert [change.words for change in found.standings] == [
        "armistice AAA from 2005-09-01: party-under-notice becomes former-party"
    ]


def test_leaving_a_parent_treaty_is_followed_to_its_protocol() -> None:
    """The Rain Protocol ends with the Weather Convention, which takes a year to leave."""
    acts = {
        treaty: [told_act(treaty, "AAA ratification 2001-01-01")]
        for treaty in ("climate", "rain-protocol")
    }
    leave = SupposedAct("AAA", "climate", ActKind.WITHDRAWAL_NOTICE, date(2005, 1, 10))
    found = what_if(told_ledger(acts), [leave], date(2005, 1, 10))
    left = {
        (c.treaty, c.since) for c in found.standings if c.after.standing is Standing.FORMER_PARTY
    }
    assert left == {("climate", date(2006, 1, 10)), ("rain-protocol", date(2006, 1, 10))}


def test_what_was_known_on_a_day_forgets_what_came_after(packaged: Ledger) -> None:
    in_force = MilestoneKind.ENTERED_INTO_FORCE
    before = as_all_there_is(packaged, date(1999, 2, 28)).treaties["apmbc"]
    on_the_day = as_all_there_is(packaged, date(1999, 3, 1)).treaties["apmbc"]
    assert before.milestone(in_force) is None
    assert before.milestone(MilestoneKind.ADOPTED) is not None
    assert on_the_day.milestone(in_force) is not None


@pytest.mark.parametrize(
    ("known_on", "left"),
    [
        (date(2002, 12, 31), []),
        (date(2003, 1, 1), ["2003-01-01 to None"]),
        (date(2004, 6, 29), ["2003-01-01 to None"]),
        (date(2004, 6, 30), ["2003-01-01 to 2004-06-30"]),
    ],
)
def test_a_war_is_known_from_its_first_day_and_its_end_from_its_last(
    known_on: date, left: list[str]
) -> None:
    ledger = harbour_ledger({"acts": [], "conflicts": ['AAA "yes" 2003-01-01 2004-06-30']})
    known = as_all_there_is(ledger, known_on).conflicts
    assert [f"{s.since} to {s.until}" for s in known] == left


def test_nine_more_ratifications_bring_the_test_ban_into_force(packaged: Ledger) -> None:
    """CTBT Art. XIV: 180 days after the last of 44 named States; 1 June 2026 + 180 days."""
    lacking = ("USA", "RUS", "CHN", "EGY", "IND", "IRN", "ISR", "PRK", "PAK")
    day = date(2026, 6, 1)
    acts = [SupposedAct(code, "ctbt", ActKind.RATIFICATION, day) for code in lacking]
    (entry,) = what_if(packaged, acts, day).entries
    assert isinstance(entry.before.when, Undetermined)
    assert entry.after.when == date(2026, 11, 28)
    assert entry.progress_before is not None
    assert set(entry.progress_before.conditions[0].lacking) == set(lacking)


def test_finland_could_have_revoked_its_notice(packaged: Ledger) -> None:
    revoked = SupposedAct("Finland", "apmbc", ActKind.WITHDRAWAL_REVOKED, date(2025, 12, 1))
    found = what_if(packaged, [revoked], date(2026, 1, 10))
    last = found.standings[-1]
    assert (last.since, last.until) == (date(2026, 1, 10), None)
    assert (last.before.standing, last.after.standing) == (Standing.FORMER_PARTY, Standing.PARTY)


def test_a_supposed_notice_supposes_peace_where_nobody_speaks_of_war_and_says_so(
    packaged: Ledger,
) -> None:
    notice = SupposedAct("GRC", "apmbc", ActKind.WITHDRAWAL_NOTICE, date(2026, 5, 1))
    found = what_if(packaged, [notice], date(2026, 12, 1))
    assert Standing.FORMER_PARTY in {change.after.standing for change in found.standings}
    assert ["Greece is in no armed conflict" in words for words in found.assumptions] == [True]


def test_of_a_state_said_to_be_at_war_no_peace_is_supposed(
    packaged: Ledger,
) -> None:
    notice = SupposedAct("UKR", "apmbc", ActKind.WITHDRAWAL_NOTICE, date(2026, 5, 1))
    found = what_if(packaged, [notice], date(2026, 12, 1))
    assert found.assumptions == ()
    assert Standing.FORMER_PARTY not in {change.after.standing for change in found.standings}
