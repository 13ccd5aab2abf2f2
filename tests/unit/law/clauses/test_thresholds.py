"""When the condition for entry into force is met."""

from datetime import date

from tests.unit.status.told import told_act
from treatywatch.law.act import Act
from treatywatch.law.clauses.final import Both, Instruments, NamedStates, Share
from treatywatch.law.clauses.thresholds import is_met, missing_states, reached, threshold_words
from treatywatch.law.terms import ActKind

RATIFIED = ActKind.RATIFICATION
ACCEDED = ActKind.ACCESSION


def acts(*told: str) -> list[Act]:
    return [told_act("armistice", line) for line in told]


def test_the_last_needed_instrument_reaches_it() -> None:
    found = reached(
        Instruments(2),
        acts(
            "AAA ratification 2001-01-01", "BBB accession 2001-02-01", "CCC ratification 2001-03-01"
        ),
    )
    assert found is not None
    assert found.on == date(2001, 2, 1)
    assert found.acts == ("armistice:BBB:accession:2001-02-01",)


def test_deposits_of_one_day_count_together_in_whatever_order() -> None:
    of_the_day = acts(
        "BBB ratification 2001-01-01", "AAA ratification 2001-01-01", "CCC ratification 2001-01-01"
    )
    found = reached(Instruments(2), of_the_day)
    assert found == reached(Instruments(2), of_the_day[::-1])
    assert found is not None
    assert len(found.acts) == 3


def test_successions_and_second_instruments_do_not_count() -> None:
    told = acts(
        "AAA ratification 2001-01-01", "BBB succession 2001-02-01", "AAA acceptance 2001-03-01"
    )
    assert reached(Instruments(2), told) is None


def test_consent_taken_back_drops_out() -> None:
    told = acts(
        "AAA ratification 2001-01-01",
        "AAA consent-withdrawn 2001-02-01",
        "BBB ratification 2001-03-01",
        "CCC ratification 2001-04-01",
    )
    found = reached(Instruments(2), told)
    assert found is not None
    assert found.on == date(2001, 4, 1)


def test_only_some_kinds_some_participants_and_no_organisation_may_count() -> None:
    consents = {"AAA": RATIFIED, "BBB": ACCEDED, "EUE": ActKind.FORMAL_CONFIRMATION}
    assert is_met(Instruments(3), consents)
    assert not is_met(Instruments(2, of_kinds=frozenset({RATIFIED})), consents)
    assert not is_met(Instruments(2, among=frozenset({"AAA", "CCC"})), consents)
    assert not is_met(Instruments(3, not_counting=frozenset({"EUE"})), consents)


def test_a_named_state_may_be_held_by_one_of_several_codes() -> None:
    three = NamedStates((("RUS", "SUN"), ("GBR",), ("USA",)))
    assert missing_states(three, {"SUN": RATIFIED, "GBR": RATIFIED}) == ("USA",)
    assert is_met(three, {"SUN": RATIFIED, "GBR": RATIFIED, "USA": RATIFIED})


def test_parties_and_a_share_of_emissions() -> None:
    clause = Both((Instruments(2), Share(55, "emissions", {"AAA": 40, "BBB": 14.9, "CCC": 20})))
    assert not is_met(clause, {"AAA": RATIFIED, "BBB": RATIFIED})
    assert is_met(clause, {"AAA": RATIFIED, "CCC": RATIFIED})
    assert threshold_words(clause) == "2 instruments and 55 percent of emissions"


def test_a_share_is_reached_by_the_very_percentage() -> None:
    clause = Share(55, "emissions", {"AAA": 40, "BBB": 15, "CCC": 14.9})
    assert is_met(clause, {"AAA": RATIFIED, "BBB": RATIFIED})
    assert not is_met(clause, {"AAA": RATIFIED, "CCC": RATIFIED})
