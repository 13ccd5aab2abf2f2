"""What a report does with an act: told done, to come, weighed, denied."""

import pytest

from tests.unit.reading.the_record import of_type


@pytest.mark.parametrize(
    ("text", "voice", "negated"),
    [
        ("Latvia left the Ottawa Convention.", "did", False),
        ("Latvia will leave the Ottawa Convention.", "will", False),
        ("Latvia plans to leave the Ottawa Convention.", "intends", False),
        ("Latvia is weighing an exit from the Ottawa Convention.", "considers", False),
        ("Latvia has not left the Ottawa Convention.", "did", True),
        ("Latvia never left the Ottawa Convention.", "did", True),
        ("Latvia refuses to leave the Ottawa Convention.", "did", True),
    ],
)
def test_voice_and_negation(text: str, voice: str, negated: bool) -> None:  # noqa: FBT001
    (claim,) = of_type("withdrawal", text)
    assert (claim.voice.value, claim.negated) == (voice, negated)


def test_a_hedge_is_kept() -> None:
    (claim,) = of_type("withdrawal", "Latvia has reportedly left the Ottawa Convention.")
    assert claim.hedged


def test_neither_after_the_verb_negates_it() -> None:
    (claim, *_) = of_type("participation", "Israel has signed neither the NPT nor the BWC.")
    assert claim.negated
    assert claim.participants == ("ISR",)
