"""Details of participation claims that the cases do not show."""

from tests.unit.reading.the_record import of_type


def test_a_plan_to_join_is_no_act_of_joining() -> None:
    assert of_type("participation", "Fiji plans to join the Ottawa Convention.") == []


def test_two_acts_of_two_states_in_one_sentence_stay_apart() -> None:
    text = "Ukraine ratified the Ottawa Convention in 2005 and Finland acceded to it in 2012."
    told = [(c.participants, c.stage, str(c.date)) for c in of_type("participation", text)]
    assert told == [(("UKR",), "ratified", "2005"), (("FIN",), "acceded", "2012")]


def test_all_those_that_joined_are_nobody_in_particular() -> None:
    text = "Latvia's decision will be notified to all countries that joined the Ottawa Convention."
    assert of_type("participation", text) == []


def test_entry_into_force_for_one_state_is_its_own() -> None:
    text = (
        "Syria acceded to the Chemical Weapons Convention, and the treaty will enter into force "
        "for the country on 14 October 2013."
    )
    told = [(c.participants, c.stage) for c in of_type("participation", text, "2013-09-14")]
    assert told == [(("SYR",), "acceded"), (("SYR",), "entry_into_force")]


def test_a_senate_that_votes_a_treaty_down_has_not_ratified() -> None:
    (claim,) = of_type("participation", "The US Senate rejected the CTBT in 1999.")
    assert (claim.participants, claim.stage) == (("USA",), "not_ratified")
