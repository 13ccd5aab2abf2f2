"""Which lines of a table are one row of it, where cells go on in the lines below."""

import pytest

from treatywatch.reports.boxed import boxed_in
from treatywatch.reports.laid_out import columns_in
from treatywatch.reports.wrapped_cells import rows_of, words_of


def rows(text: str) -> list[str]:
    """The rows of the one table, with bars between the cells."""
    (table,) = columns_in(text)
    found = rows_of(text, table)
    assert found is not None
    return [" | ".join(words_of(text, cell) for cell in row) for row in found.rows]


def test_a_date_that_is_broken_in_its_cell_is_whole() -> None:
    text = (
        "State     Signed          Deposited\n"
        "Norway    24 September    15 July\n"
        "          1996            1999\n"
        "Iceland   24 Sept. 1996   26 June\n"
        "                          2000\n"
    )
    assert rows(text) == [
        "State | Signed | Deposited",
        "Norway | 24 September 1996 | 15 July 1999",
        "Iceland | 24 Sept. 1996 | 26 June 2000",
    ]


def test_heads_of_two_lines_are_one_row_wherever_the_first_begins() -> None:
    text = (
        "            Day of      Instrument of\n"
        "Country     signature   ratification received\n"
        "Peru        14.1.1993   20.7.1995\n"
        "Chile       14.1.1993   12.7.1996\n"
    )
    assert rows(text)[0] == "Country | Day of signature | Instrument of ratification received"


@pytest.mark.parametrize(
    "name",
    [
        "Convention on the Rights of\nthe Child",
        "Convention for the Safety of\nNavigators",
    ],
)
def test_a_name_of_two_lines_stands_with_the_values_of_its_last(name: str) -> None:
    first, last = name.split("\n")
    text = (
        "Treaty                         Signed       Ratified\n"
        f"{first}\n"
        f"{last:<31}26.1.1990    4.9.1991\n"
        "Arms Trade Treaty              3.6.2013     2.4.2014\n"
    )
    assert rows(text)[1] == f"{first} {last} | 26.1.1990 | 4.9.1991"


def test_a_name_of_two_lines_stands_with_the_values_of_its_first() -> None:
    text = (
        "State                    Signed       Ratified\n"
        "United Kingdom of Great  3.12.1997    31.7.1998\n"
        "Britain and N. Ireland\n"
        "Spain                    3.12.1997    19.1.1999\n"
    )
    assert rows(text)[1] == "United Kingdom of Great Britain and N. Ireland | 3.12.1997 | 31.7.1998"


def test_headings_among_the_rows_belong_to_none() -> None:
    text = (
        "State         Signed       Ratified\n"
        "EUROPE\n"
        "Spain         3.12.1997    19.1.1999\n"
        "Asia\n"
        "Japan         3.12.1997    30.9.1998\n"
    )
    assert rows(text)[1:] == [
        "EUROPE |  | ",
        "Spain | 3.12.1997 | 19.1.1999",
        "Asia |  | ",
        "Japan | 3.12.1997 | 30.9.1998",
    ]


def test_a_row_without_a_name_is_a_row_where_its_values_are_whole() -> None:
    text = (
        "State     Treaty    Year\n"
        "Canada    Kyoto     2002\n"
        "          Paris     2016\n"
        "Japan     Kyoto     2002\n"
        "          Paris     2016\n"
    )
    assert rows(text)[1:3] == ["Canada | Kyoto | 2002", " | Paris | 2016"]


def test_heads_over_several_columns_keep_the_columns_apart() -> None:
    text = (
        "            Convention on Cluster Munitions   Arms Trade Treaty\n"
        "State       Signed       Ratified             Signed      Ratified\n"
        "Sweden      3.12.2008    23.4.2012            3.6.2013    16.6.2014\n"
        "Japan       3.12.2008    14.7.2009            3.6.2013    9.5.2014\n"
        "Ireland     3.12.2008    3.12.2008            3.6.2013    2.4.2014\n"
    )
    assert rows(text)[0] == " | Convention on Cluster Munitions |  | Arms Trade Treaty | "


def test_columns_of_prose_are_no_rows() -> None:
    left = "the ministers met in the old town and"
    text = "\n".join(f"{left:<44}while on the quay the others were" for _ in range(12))
    (table,) = columns_in(text)
    assert rows_of(text, table) is None


def test_a_box_for_each_row_holds_all_lines_of_its_cells() -> None:
    text = (
        "+---------+------------+\n"
        "| State   | Denounced  |\n"
        "+---------+------------+\n"
        "| Bolivia | 2 May      |\n"
        "|         | 2007       |\n"
        "+---------+------------+\n"
        "| Ecuador | 6 July     |\n"
        "|         | 2009       |\n"
        "+---------+------------+\n"
    )
    (box,) = boxed_in(text)
    assert [" | ".join(words_of(text, cell) for cell in row) for row in box.rows] == [
        "State | Denounced",
        "Bolivia | 2 May 2007",
        "Ecuador | 6 July 2009",
    ]


def test_lines_whose_gaps_stand_nowhere_above_each_other_are_no_table() -> None:
    assert [*columns_in("Norway  left_it\nFin  also_leaves\nSwedenstays  in")] == []
