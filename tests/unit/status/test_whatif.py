"""Runs the problems in tests/cases/asking/what-if.yaml, and supposes things of the real record."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest

from tests.unit.status.harbour import cases, harbour_ledger
from tests.unit.status.test_deadlines import written
from treatywatch.errors import UnknownName
from treatywatch.law.calendar import Undetermined, parse_day
from treatywatch.law.terms import ActKind, Standing
from treatywatch.ledger.ledger import Ledger
from treatywatch.status.supposing import (
    ConflictBegins,
    ConflictEnds,
    Hypothesis,
    SupposedAct,
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


def test_a_war_supposed_within_a_longer_statement_leaves_the_rest_of_it() -> None:
    ledger = harbour_ledger({"acts": [], "conflicts": ['AAA "no" 2001-01-01 2009-12-31']})
    after = supposing(ledger, [ConflictBegins("AAA", date(2005, 1, 1), date(2005, 12, 31))])
    spans = {(str(s.since), str(s.until), str(s.in_armed_conflict)) for s in after.conflicts}
    assert spans == {
        ("2001-01-01", "2004-12-31", "no"),
        ("2005-01-01", "2005-12-31", "yes"),
        ("2006-01-01", "2009-12-31", "no"),
    }


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
