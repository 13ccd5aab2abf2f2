"""Counts: each with its rule, and none that hides what cannot be said."""

from datetime import date

from tests.unit.status.told import told_act, told_conflict, told_ledger
from treatywatch.law.terms import Confidence
from treatywatch.ledger.ledger import Ledger
from treatywatch.status.answers import CountRule
from treatywatch.status.counting import count


def armistice(*told: str, conflicts: tuple[str, ...] = ()) -> Ledger:
    acts = [told_act("armistice", line) for line in told]
    return told_ledger({"armistice": acts}, [told_conflict(line) for line in conflicts])


def numbers(ledger: Ledger, day: date) -> dict[str, int]:
    return {c.rule.value: c.number for c in count(ledger, "armistice", day).counts}


def test_each_rule_counts_its_own() -> None:
    ledger = armistice(
        "AAA signature 2000-02-01",
        "BBB signature 2000-02-01",
        "BBB ratification 2001-01-01",
        "CCC accession 2001-02-01",
        "DDD ratification 2001-03-01",
        "DDD withdrawal-notice 2005-01-10",
        "EEE ratification 2001-03-01",
        "EEE withdrawal-notice 2004-01-10",
        conflicts=('DDD "no" 2000-01-01', 'EEE "no" 2000-01-01'),
    )
    assert numbers(ledger, date(2005, 3, 1)) == {
        "signatories": 2,
        "ever-signed": 2,
        "signatories-not-bound": 1,
        "consent-expressed": 3,
        "consent-expressed-not-under-notice": 2,
        "in-force-for": 3,
        "in-force-for-not-under-notice": 2,
        "under-notice": 1,
        "former-parties": 1,
        "ratified": 2,
        "acceded": 1,
        "consented-otherwise": 0,
        "signed-or-consented": 4,
    }


def test_a_former_party_that_had_signed_has_signed_but_is_listed_no_more() -> None:
    ledger = armistice(
        "AAA signature 2000-02-01",
        "AAA ratification 2001-01-01",
        "AAA withdrawal-notice 2004-01-10",
        conflicts=('AAA "no" 2000-01-01',),
    )
    found = count(ledger, "armistice", date(2005, 1, 1))
    assert found.by(CountRule.SIGNATORIES_NOT_BOUND).number == 0
    assert found.by(CountRule.SIGNATORIES).participants == ()
    assert found.by(CountRule.EVER_SIGNED).participants == ("AAA",)
    assert found.by(CountRule.FORMER_PARTIES).participants == ("AAA",)


def test_an_exit_that_cannot_be_said_is_still_counted_and_named() -> None:
    ledger = armistice("AAA ratification 2001-01-01", "AAA withdrawal-notice 2004-01-10")
    found = count(ledger, "armistice", date(2005, 1, 1)).by(CountRule.IN_FORCE_FOR)
    assert found.number == 1
    assert "of AAA it cannot be said for certain" in found.words


def test_a_month_counts_from_its_end() -> None:
    ledger = armistice("AAA ratification 2001-01-01", "BBB accession 2003-06 low")
    on = {day: count(ledger, "armistice", date(2003, 6, day)) for day in (29, 30)}
    assert on[29].by(CountRule.CONSENT_EXPRESSED).number == 1
    assert on[30].by(CountRule.CONSENT_EXPRESSED).number == 2
    assert on[30].by(CountRule.CONSENT_EXPRESSED).confidence is Confidence.LOW


def test_what_was_not_yet_known_is_not_counted() -> None:
    ledger = armistice("AAA ratification 2001-01-01", "BBB accession 2003-06-01 learned 2003-06-20")
    known = count(ledger, "armistice", date(2003, 6, 10), date(2003, 6, 19))
    assert known.by(CountRule.CONSENT_EXPRESSED).participants == ("AAA",)
    assert known.as_known_on == date(2003, 6, 19)


def test_a_state_that_is_no_more_leaves_the_list_of_signatories() -> None:
    acts = [told_act("armistice", "AAA signature 2000-02-01")]
    ledger = told_ledger({"armistice": acts}, extinct={"AAA": date(2004, 12, 31)})
    while_it_lives = count(ledger, "armistice", date(2004, 12, 31))
    afterwards = count(ledger, "armistice", date(2005, 1, 1))
    assert while_it_lives.by(CountRule.SIGNATORIES).number == 1
    assert afterwards.by(CountRule.SIGNATORIES).number == 0
    assert afterwards.by(CountRule.EVER_SIGNED).number == 1


def test_a_signature_taken_back_is_still_on_the_list() -> None:
    ledger = armistice("AAA signature 2000-02-01", "AAA signature-withdrawn 2004-01-10")
    assert count(ledger, "armistice", date(2005, 1, 1)).by(CountRule.SIGNATORIES).number == 1
