"""Weights of signs: how they are written and read, and what chance they add up to."""

import csv
from collections.abc import Mapping, Sequence
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from treatywatch.errors import FaultyRecord
from treatywatch.reading.claim import ClaimType
from treatywatch.reading.learned.likeness import (
    ALWAYS,
    PARTS,
    Likeness,
    chance,
    evened,
    has_own,
    likeness_of,
    read_likeness,
    written,
)

TYPES = (ClaimType.COUNT, ClaimType.WITHDRAWAL)
STAGES = ("announced", "notified")


def table(*rows: str) -> Likeness:
    head = "sign,count,withdrawal,withdrawal.announced,withdrawal.notified"
    return read_likeness([head, *rows], "en.csv")


def test_the_signs_of_a_stretch_raise_the_chance_of_what_they_are_signs_of() -> None:
    likeness = table("always,-100,-100,,", "w=left,,300,,", "w=133,300,-50,,")
    left = likeness.of(frozenset({"w=left"})).chances()
    assert left[ClaimType.WITHDRAWAL] > 0.9 > 0.3 > left[ClaimType.COUNT]
    both = likeness.of(frozenset({"w=left", "w=133"})).chances()
    assert both[ClaimType.COUNT] > left[ClaimType.COUNT]


def test_a_sign_that_nothing_is_known_of_says_nothing_and_weakens_the_others() -> None:
    likeness = table("always,0,0,,", "w=left,,300,,")
    alone = likeness.of(frozenset({"w=left"})).chances()
    among = likeness.of(frozenset({"w=left", "w=unheard-of"})).chances()
    assert among[ClaimType.COUNT] == 0.5
    assert alone[ClaimType.WITHDRAWAL] > among[ClaimType.WITHDRAWAL] > 0.5


def test_the_likeliest_stage_of_an_exit() -> None:
    likeness = table("always,,,-10,-20", "w=plans,,,200,-200", "w=letter,,,-100,300")
    for signs, stage in (({"w=plans"}, "announced"), ({"w=letter"}, "notified"), ((), "announced")):
        chances = likeness.of(frozenset(signs)).stages()
        assert max(chances, key=chances.__getitem__) == stage


def test_a_sign_may_mean_one_thing_beside_some_signs_and_another_beside_others() -> None:
    rows = ["always,,,-100", "unit 1,,,400", "w=letter,60,,", "w=love,-80,,"]
    likeness = read_likeness(["sign,unit 1,count,withdrawal", *rows], "en.csv")
    letter = likeness.of(frozenset({"w=letter"})).chances()[ClaimType.WITHDRAWAL]
    of_love = likeness.of(frozenset({"w=letter", "w=love"})).chances()[ClaimType.WITHDRAWAL]
    assert letter == pytest.approx(chance(-1 + 4 * 0.6 * evened(1)))
    assert of_love == chance(-1)  # the unit is silent, and takes nothing away


SIGNS = st.text(st.characters(categories=("L", "N", "P")), min_size=1, max_size=8)


UNITS, OUTCOMES = 2, len(TYPES) + len(STAGES)
ROWS = st.tuples(*[st.integers(-2000, 2000)] * (UNITS + OUTCOMES))
ONWARD = st.tuples(*[st.tuples(*[st.integers(-900, 900)] * OUTCOMES)] * UNITS)


@given(st.dictionaries(SIGNS, ROWS, max_size=30), ONWARD, st.data())
def test_weights_that_were_packed_add_up_as_they_would_one_by_one(
    weights: dict[str, tuple[int, ...]], onward: tuple[tuple[int, ...], ...], data: st.DataObject
) -> None:
    known = {ALWAYS: (0, 0, -90, 40, 1, 0), **weights}
    likeness = _as_read(known, onward)
    signs = frozenset(data.draw(st.lists(st.sampled_from(sorted(known)), unique=True)))
    totals = [
        sum(known[sign][column] for sign in signs) / PARTS * evened(len(signs))
        for column in range(UNITS + OUTCOMES)
    ]
    for column, kind in enumerate(TYPES):
        units = sum(
            max(0, total) * row[column] / PARTS for total, row in zip(totals, onward, strict=False)
        )
        always = known[ALWAYS][UNITS + column] / PARTS
        expected = chance(always + totals[UNITS + column] + units)
        assert likeness.of(signs).chances()[kind] == pytest.approx(expected)


def _as_read(weights: Mapping[str, Sequence[int]], onward: Sequence[Sequence[int]]) -> Likeness:
    parts = {sign: [one / PARTS for one in row] for sign, row in weights.items()}
    file = StringIO(newline="")
    rows = written(TYPES, STAGES, parts, [[one / PARTS for one in row] for row in onward])
    csv.writer(file, lineterminator="\n").writerows(rows)
    return read_likeness(file.getvalue().splitlines(), "en.csv")


@pytest.mark.parametrize(
    ("rows", "fault"),
    [
        (("always,1,2,3",), "likeness/en.csv:2: 'always' has 3 weights"),
        (("always,1,2,3,4", "w=left,1,2,much,4"), "likeness/en.csv:3"),
        (("w=left,1,2,3,4",), "there is no row 'always'"),
        (("always,1,2,3,4", "always,1,2,3,4"), "likeness/en.csv:3: 'always'"),
    ],
)
def test_what_is_no_table_is_told_with_its_line(rows: tuple[str, ...], fault: str) -> None:
    with pytest.raises(FaultyRecord) as told:
        table(*rows)
    assert fault in str(told.value)


def test_a_unit_without_a_row_is_a_fault() -> None:
    with pytest.raises(FaultyRecord, match="there is no row 'unit 1'"):
        read_likeness(["sign,unit 1,count", "always,,1"], "en.csv")


def test_a_column_that_is_no_type_is_a_fault() -> None:
    with pytest.raises(FaultyRecord, match="opinion"):
        read_likeness(["sign,opinion", "always,1"], "en.csv")


def test_a_chance_lies_between_0_and_1_however_much_adds_up() -> None:
    assert 0 <= chance(-1e9) < 1e-9
    assert 1 - 1e-9 < chance(1e9) <= 1
    assert chance(0) == 0.5


@pytest.mark.parametrize("language", ["en", "de"])
def test_a_language_has_weights_of_all_seven_types_and_of_the_stages(language: str) -> None:
    likeness = likeness_of(language)
    assert set(likeness.types) == set(ClaimType)
    assert {"notified", "effective", "announced"} <= set(likeness.stages)


def test_what_was_learned_of_any_language_has_no_words_in_it() -> None:
    assert has_own("en")
    assert not has_own("de")
    assert not has_own("mul")
    words = [sign for sign in likeness_of("de").weights if sign.startswith("w=")]
    assert "w=T_" in words
    assert not [sign for sign in words if sign[2:].isalpha()]
