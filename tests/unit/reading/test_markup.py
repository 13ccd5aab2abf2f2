"""Marks of Markdown and wikis: what is left of a text, and where it stands in the given one."""

from time import process_time

import pytest

from treatywatch.reading.markup.marks import without_marks
from treatywatch.reading.markup.unmarked import Unmarked


@pytest.mark.parametrize(
    ("given", "left"),
    [
        ("**Latvia** and __Estonia__ *left*", "Latvia and Estonia left"),
        ("[Latvia](https://a.org/b_(c)_d) left[^1]", "Latvia left"),
        ("***Latvia*** left", "Latvia left"),
        ("**Latvia _has_ left**", "Latvia has left"),
        ("see <https://a.org> `now`", "see https://a.org now"),
        ("'''[[Ottawa Treaty|Mines]]''' of [//a.org Oslo]", "Mines of Oslo"),
        ("| parties_now = 161\n{{flag|Latvia}}", "parties now: 161\nLatvia"),
    ],
)
def test_the_words_are_left(given: str, left: str) -> None:
    bare = without_marks(given)
    assert bare is not None
    assert bare.text == left


@pytest.mark.parametrize(
    "given",
    [
        "Latvia* and Estonia** left; * by law, ** by decree",
        "2 * 3 = 6 and 3 * 2 = 6",
        "the file_name_of_it",
        "* Latvia\n* Estonia",
        "He said [sic] (in Oslo) that it was [over]",
    ],
)
def test_what_only_looks_like_a_mark_stays(given: str) -> None:
    assert without_marks(given) is None


def test_words_keep_their_place() -> None:
    given = "The [Mine Ban](https://a.org) **Convention**"
    bare = without_marks(given)
    assert bare is not None
    start = bare.text.index("Mine")
    begin, end = bare.place(start, len(bare.text))
    assert given[begin:end] == "Mine Ban](https://a.org) **Convention"


def test_words_that_stand_for_others_have_the_place_of_them_all() -> None:
    given = "Out on {{dts|2012|1|9}}."
    bare = without_marks(given)
    assert bare is not None
    start = bare.text.index("2012-01-09")
    begin, end = bare.place(start, start + len("2012-01-09"))
    assert given[begin:end] == "{{dts|2012|1|9}}"


@pytest.mark.parametrize(
    "piece",
    ["{|\n", "<!--", "<ref>", "[[a|", "{{", "[a](", "**a", "*a", "| a = ", "== a", "'''", "[^a"],
)
def test_marks_that_never_end_cost_little(piece: str) -> None:
    begun = process_time()
    without_marks("{{x}} [[y]]" + piece * 40_000)
    assert process_time() - begun < 5


def test_what_begins_within_a_change_is_told_with_all_of_it() -> None:
    text = "1/ #OldTown & #X leave"
    new = Unmarked.of(text).changed([(12, 13, "and"), (0, 3, ""), (3, 11, "Old Town")])
    start, end = new.place(new.text.index("Town"), new.text.index("#X") + 2)
    assert new.text == "Old Town and #X leave"
    assert text[start:end] == "#OldTown & #X"


def test_of_two_changes_in_one_place_the_first_counts() -> None:
    assert Unmarked.of("abcd").changed([(0, 3, "x"), (1, 4, "y")]).text == "xd"
