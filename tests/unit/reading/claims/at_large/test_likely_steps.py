"""The step of an exit that a rule reads, held against what its words are like."""

from collections.abc import Mapping

import pytest

from treatywatch.reading.claim import Claim, ClaimType
from treatywatch.reading.claims.at_large.likely_steps import with_likely_steps
from treatywatch.reading.learned.weighing import Weighed

TEXT = "the letter that ends Poland's membership, which the Sejm had asked for, is in New York"
SURELY_NOTIFIED = {"notified": 0.7, "effective": 0.2, "announced": 0.1}


class Likened:
    """Weighing in which every stretch of the text is like these steps."""

    def __init__(self, stages: Mapping[str, float], *, crosses: bool = False) -> None:
        self._whole = Weighed(0, len(TEXT), {ClaimType.WITHDRAWAL: 0.9}, stages)
        self._crosses = crosses

    def nearest(self, start: int, end: int) -> Weighed | None:
        return None if self._crosses else self._whole


def exit_at(stage: str, words: str = TEXT, kind: ClaimType = ClaimType.WITHDRAWAL) -> Claim:
    start = TEXT.index(words)
    return Claim(kind, words, start, start + len(words), "apmbc", ("POL",), stage)


def steps(weighing: Likened, *told: Claim) -> list[str | None]:
    return [claim.stage for claim in with_likely_steps(weighing, told)]


def test_a_step_that_such_words_hardly_ever_tell_gives_way_to_the_one_they_mostly_tell() -> None:
    assert steps(Likened(SURELY_NOTIFIED), exit_at("effective")) == ["notified"]
    assert steps(Likened(SURELY_NOTIFIED), exit_at("notified")) == ["notified"]


@pytest.mark.parametrize(
    "stages",
    [
        {"notified": 0.7, "effective": 0.3},  # the step of the rule is not so rare
        {"notified": 0.5, "effective": 0.1, "announced": 0.4},  # no other is so likely
        {"notified": 0.9},  # nothing was learned of the step of the rule
        {},  # the words are hardly like an exit
    ],
)
def test_in_doubt_the_step_of_the_rule_stays(stages: Mapping[str, float]) -> None:
    assert steps(Likened(stages), exit_at("effective")) == ["effective"]


def test_words_that_tell_of_several_steps_say_nothing_of_one() -> None:
    asked = exit_at("approved_by_parliament", "which the Sejm had asked for")
    told = steps(Likened(SURELY_NOTIFIED), exit_at("effective"), asked)
    assert told == ["effective", "approved_by_parliament"]


def test_a_claim_that_goes_over_several_sentences_stays_as_it_is() -> None:
    assert steps(Likened(SURELY_NOTIFIED, crosses=True), exit_at("effective")) == ["effective"]


def test_other_claims_have_no_step() -> None:
    joined = exit_at("ratified", kind=ClaimType.PARTICIPATION)
    assert steps(Likened(SURELY_NOTIFIED), joined) == ["ratified"]
