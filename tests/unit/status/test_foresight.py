"""When an act would take effect: as of which day, in whose view, and acts that meet on one day."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from tests.unit.status.told import told_act, told_conflict, told_ledger
from treatywatch.law.calendar import PartialDate, Undetermined, When
from treatywatch.law.participant import Participant, ParticipantKind
from treatywatch.law.terms import ActKind, Answer, Standing
from treatywatch.law.unit import Unit
from treatywatch.ledger.ledger import Ledger
from treatywatch.status.arithmetic import redo
from treatywatch.status.coming import coming_effects
from treatywatch.status.conflicts import armed_conflict
from treatywatch.status.docket import docket
from treatywatch.status.explain import effect_lines, timeline_lines
from treatywatch.status.foresight import effect
from treatywatch.status.proof import proof_of_effect
from treatywatch.status.timeline import timeline

IN_FORCE = ["AAA ratification 2000-05-01", "BBB ratification 2000-06-01"]
REVOKED = "CCC withdrawal-revoked 2005-02-15"
OF_THREE = [*IN_FORCE, "CCC ratification 2001-03-01"]


def lighthouse(*acts: str) -> Ledger:
    return told_ledger({"lighthouse": [told_act("lighthouse", told) for told in acts]})


def test_an_answer_says_as_of_which_day_it_was_given() -> None:
    ledger = lighthouse(*OF_THREE)
    notice = ("lighthouse", ActKind.WITHDRAWAL_NOTICE, date(2005, 1, 10), "AAA")
    assert effect(ledger, *notice, date(2004, 1, 1)).as_known_on == date(2004, 1, 1)
    assert effect(ledger, *notice).as_known_on is None


def test_an_answer_about_a_disputed_act_says_whose_view_it_takes(packaged: Ledger) -> None:
    notice = ("npt", ActKind.WITHDRAWAL_NOTICE, date(2003, 1, 10), "PRK")
    assert effect(packaged, *notice).view == "the depositaries"
    assert "Korea" in effect(packaged.seen_by("own"), *notice).view


def test_a_notice_can_be_taken_back_on_the_day_it_was_given() -> None:
    ledger = lighthouse(*OF_THREE, "AAA withdrawal-notice 2005-01-10")
    revocation = ("lighthouse", ActKind.WITHDRAWAL_REVOKED, date(2005, 1, 10), "AAA")
    assert effect(ledger, *revocation).when == date(2005, 1, 10)


def test_consent_that_was_never_given_cannot_be_taken_back() -> None:
    ledger = lighthouse(*IN_FORCE)
    back = ("lighthouse", ActKind.CONSENT_WITHDRAWN, date(2000, 7, 1))
    refused = effect(ledger, *back, "DDD")
    assert isinstance(refused.when, Undetermined)
    assert "no consent that it could take back" in refused.reasons[0].words
    assert effect(ledger, *back, "AAA").when == date(2000, 7, 1)
    # Of nobody in particular only the rule is asked: it takes effect at once.
    assert effect(ledger, *back).when == date(2000, 7, 1)


@pytest.mark.parametrize(
    ("state", "kind", "caution"),
    [
        ("SDN", ActKind.ACCESSION, "opens accession to those who have not signed"),
        ("TUV", ActKind.RATIFICATION, "opens ratification, acceptance and approval to signatories"),
    ],
)
def test_an_instrument_of_the_wrong_kind_counts_with_a_caution(
    packaged: Ledger, state: str, kind: ActKind, caution: str
) -> None:
    told = effect(packaged, "ccw", kind, date(2026, 1, 15), state)
    assert told.when == date(2026, 7, 15)
    assert caution in told.reasons[-1].words
    assert told.reasons[-1].assumption


def test_effects_still_to_come_are_told_up_to_a_day_and_of_one_state() -> None:
    noticed = [f"{who} withdrawal-notice 2005-01-{day}" for who, day in (("AAA", 10), ("BBB", 20))]
    ledger = lighthouse(*OF_THREE, *noticed, "CCC withdrawal-notice 2005-02-01", REVOKED)

    def coming(**asked: Any) -> list[tuple[str, When, int]]:
        found = coming_effects(ledger, on=date(2005, 3, 1), **asked)
        return [(c.effect.participant, c.effect.when, c.revision) for c in found]

    ends = [("AAA", date(2005, 7, 10), 0), ("BBB", date(2005, 7, 20), 0)]
    called_off = ("CCC", date(2005, 8, 1), 1)
    assert coming() == [*ends, called_off]
    assert coming(until=date(2005, 7, 20)) == ends
    assert coming(until=date(2005, 7, 19)) == ends[:1]
    assert coming(participant="BBB") == ends[1:]


def test_a_headline_names_the_state_and_not_its_code(packaged: Ledger) -> None:
    notice = ("apmbc", ActKind.WITHDRAWAL_NOTICE, date(2025, 7, 10))
    named = effect_lines(effect(packaged, *notice, "FIN"), packaged)[0].words
    assert "withdrawal notice by Finland on 10 July 2025" in named
    assert " by " not in effect_lines(effect(packaged, *notice), packaged)[0].words


def test_each_standing_of_a_timeline_has_its_article() -> None:
    ledger = lighthouse(*OF_THREE)
    lines = timeline_lines(timeline(ledger, "AAA", "lighthouse"), ledger)
    assert [line.article for line in lines[1:4]] == ["VCLT Art. 34", "VCLT Art. 16", "Art. 5(1)"]


@pytest.mark.parametrize(
    ("acts", "unit", "article"),
    [
        (["AAA ratification 2000-01-01 part dues"], Unit("ferries"), "VCLT Art. 17(1)"),
        (
            [
                "AAA ratification 2000-01-01",
                "AAA territorial-application 2004-04-01 territory AAA-ISLES",
            ],
            Unit(territory="AAA-ISLES"),
            "VCLT Art. 29",
        ),
    ],
    ids=["a chapter", "a territory"],
)
def test_what_a_consent_leaves_out_is_told_with_its_article(
    acts: list[str], unit: Unit, article: str
) -> None:
    ledger = told_ledger({"ferry": [told_act("ferry", told) for told in acts]})
    units = timeline(ledger, "AAA", "ferry").units
    spell = next(line for line in units if line.unit == unit).on(date(2003, 1, 1))
    assert spell.standing is Standing.THIRD_STATE
    assert [reason.article for reason in spell.reasons] == [article]


def test_the_end_of_a_war_is_known_on_its_last_day() -> None:
    statement = told_conflict('AAA "yes" 2005-01-01 2006-03-31')
    ledger = lighthouse(*OF_THREE)

    def at_war_on_the_first_of_april(known_on: date) -> Answer:
        return armed_conflict(ledger, [statement], known_on, date(2006, 4, 1)).answer

    assert at_war_on_the_first_of_april(date(2006, 3, 30)) is Answer.YES
    assert at_war_on_the_first_of_april(date(2006, 3, 31)) is Answer.UNKNOWN


def test_what_a_state_does_on_its_first_day_is_its_own() -> None:
    def state(code: str, since: int, *predecessors: str) -> Participant:
        begun = PartialDate(since, 6, 1)
        named = Participant(code, ParticipantKind.STATE, code, code, exists_from=begun)
        return replace(named, predecessors=predecessors)

    states = {"AAA": state("AAA", 2006, "BBB"), "BBB": state("BBB", 1992)}
    found = docket(replace(lighthouse(*OF_THREE), participants=states), "lighthouse")
    assert found.date_of_succession("AAA", date(2006, 6, 1)) == PartialDate(2006, 6, 1)
    assert found.date_of_succession("AAA", date(2006, 5, 31)) == PartialDate(1992, 6, 1)


def test_a_proof_says_what_part_was_asked_about_and_nothing_where_it_was_the_whole() -> None:
    ledger = told_ledger({"ferry": [told_act("ferry", "AAA ratification 2000-01-01")]})
    notice = ("ferry", ActKind.WITHDRAWAL_NOTICE, date(2007, 1, 1), "AAA")
    in_part = proof_of_effect(ledger, *notice, unit=Unit("ferries"))["question"]
    of_the_whole = proof_of_effect(ledger, *notice)["question"]
    assert isinstance(in_part, dict)
    assert isinstance(of_the_whole, dict)
    assert in_part["part"] == "ferries"
    assert "part" not in of_the_whole


def test_a_result_that_is_no_day_is_no_sum() -> None:
    assert "is no sum that can be done again" in redo("10 July 2025 + 6 months = soon").words
