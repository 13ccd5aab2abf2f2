"""What was worked out from a ledger is worked out once, and never for another ledger."""

from dataclasses import replace
from datetime import date

from treatywatch.law.treaty import Treaty
from treatywatch.ledger.load import load_ledger
from treatywatch.ledger.remembered import once_of_treaty, remembered


def test_the_same_question_is_answered_once() -> None:
    ledger = load_ledger()
    asked: list[str] = []

    def answer() -> str:
        asked.append("asked")
        return "answer"

    told = [remembered(ledger, "test question", "key", answer) for _ in range(3)]

    assert told == ["answer"] * 3
    assert asked == ["asked"]


def test_another_ledger_is_asked_anew() -> None:
    ledger = load_ledger()
    earlier = ledger.as_known_on(date(2000, 1, 1))
    for one in (ledger, earlier):
        acts = sum(len(acts) for acts in one.acts.values())
        assert remembered(one, "test acts", "", lambda acts=acts: acts) == acts  # type: ignore[misc]


def test_of_many_answers_the_first_are_forgotten() -> None:
    ledger = load_ledger().as_known_on(date(2001, 1, 1))
    for number in range(5):
        remembered(ledger, "test few", number, lambda: "once", most=3)

    assert remembered(ledger, "test few", 4, lambda: "anew", most=3) == "once"
    assert remembered(ledger, "test few", 0, lambda: "anew", most=3) == "anew"


def test_what_is_worked_out_of_a_treaty_is_worked_out_once_and_of_no_other() -> None:
    ottawa, kyoto = (load_ledger().treaties[one] for one in ("apmbc", "kyoto"))
    asked: list[str] = []

    @once_of_treaty
    def shouted(treaty: Treaty) -> str:
        asked.append(treaty.id)
        return treaty.short_title.upper()

    renamed = replace(ottawa, short_title="Oslo Treaty")
    told = [shouted(one) for one in (ottawa, ottawa, kyoto, renamed)]
    assert told == [*2 * [ottawa.short_title.upper()], kyoto.short_title.upper(), "OSLO TREATY"]
    assert asked == [ottawa.id, kyoto.id, ottawa.id]
