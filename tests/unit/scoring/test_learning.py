"""Learning from annotated stretches what claims look like."""

from dataclasses import replace
from pathlib import Path

from treatywatch.reading.claim import ClaimType
from treatywatch.reading.learned.likeness import Likeness, read_likeness
from treatywatch.scoring.examples import Example
from treatywatch.scoring.learning import learn, write_table

COUNT, EXIT = ClaimType.COUNT, ClaimType.WITHDRAWAL


def stretch(signs: str, *types: ClaimType, stage: str | None = None) -> Example:
    return Example(
        frozenset(signs.split()), frozenset(types), frozenset({stage} if stage else set())
    )


EXAMPLES = (
    *[stretch("many parties", COUNT)] * 80,
    *[stretch("left today", EXIT, stage="effective")] * 120,
    *[stretch("wrote letter", EXIT, stage="notified")] * 120,
    *[stretch("rain today")] * 120,
    stretch("seen once", COUNT),
)


def learned(tmp_path: Path, examples: tuple[Example, ...] = EXAMPLES) -> Likeness:
    write_table(tmp_path / "en.csv", learn(examples))
    return read_likeness((tmp_path / "en.csv").read_text("utf-8").splitlines(), "en.csv")


def test_what_was_met_in_claims_of_a_type_is_like_them(tmp_path: Path) -> None:
    likeness = learned(tmp_path)
    for signs, kind in (({"many", "parties"}, COUNT), ({"left"}, EXIT), ({"letter"}, EXIT)):
        chances = likeness.of(frozenset(signs)).chances()
        assert max(chances, key=chances.__getitem__) is kind
        assert chances[kind] > 0.5
    assert max(likeness.of(frozenset({"rain"})).chances().values()) < 0.3


def test_the_stage_of_an_exit_is_learned_from_exits_alone(tmp_path: Path) -> None:
    likeness = learned(tmp_path)
    assert set(likeness.stages) == {"effective", "notified"}
    for sign, stage in (("letter", "notified"), ("left", "effective")):
        chances = likeness.of(frozenset({sign})).stages()
        assert max(chances, key=chances.__getitem__) == stage


def test_a_sign_met_once_is_not_learned(tmp_path: Path) -> None:
    assert "once" not in learned(tmp_path).weights


def test_the_same_examples_give_the_same_table(tmp_path: Path) -> None:
    write_table(tmp_path / "one.csv", learn(EXAMPLES))
    write_table(tmp_path / "other.csv", learn(EXAMPLES))
    assert (tmp_path / "one.csv").read_bytes() == (tmp_path / "other.csv").read_bytes()


def test_each_round_is_told_and_comes_nearer() -> None:
    losses: list[float] = []
    long_ones = (
        *[stretch("the letter has reached the depositary in time", EXIT, stage="notified")] * 60,
        *[stretch("the rain has reached the harbour by noon")] * 60,
    )
    learn(long_ones, lambda _, loss: losses.append(loss))
    assert len(losses) > 1
    assert losses[-1] < losses[0]  # not to nothing: signs are passed over at random


def test_who_marks_closely_makes_nothing_likelier_elsewhere(tmp_path: Path) -> None:
    words = "ships called at the port"
    elsewhere = [stretch(words)] * 60
    closely = [replace(stretch(words, COUNT), group="closely")] * 60
    told = learned(tmp_path, (*EXAMPLES, *elsewhere, *closely)).of(frozenset(words.split()))
    same = learned(tmp_path, (*EXAMPLES, *elsewhere, *[stretch(words, COUNT)] * 60))
    assert told.chances()[COUNT] < same.of(frozenset(words.split())).chances()[COUNT]


def test_what_some_pass_over_is_learned_from_the_others_alone(tmp_path: Path) -> None:
    words = "she said so on monday"
    quoted = [stretch(words, ClaimType.QUOTE)] * 60
    unmarked = frozenset({ClaimType.QUOTE})
    passed_over = [replace(stretch(words), group="closely", unmarked=unmarked)] * 240
    told = learned(tmp_path, (*EXAMPLES, *quoted, *passed_over)).of(frozenset(words.split()))
    assert told.chances()[ClaimType.QUOTE] > 0.5
