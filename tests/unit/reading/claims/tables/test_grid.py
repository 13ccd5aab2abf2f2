"""How rows of cells are found in a text."""

import pytest

from treatywatch.reading.claims.tables.grid import Grid, Row, grids, may_hold_any

_HEAD = "State"


def rows(text: str) -> list[list[list[str]]]:
    """The cells of each table, its head first."""

    def is_head(cells: Row, _: Row) -> bool:
        return text[slice(*cells[0])] == _HEAD

    def written(grid: Grid) -> list[list[str]]:
        both = [grid.head, *grid.rows] if grid.head else [*grid.rows]
        return [[text[start:end] for start, end in row] for row in both]

    return [written(grid) for grid in grids(text, is_head)]


@pytest.mark.parametrize(
    "text",
    [
        "State | Signed | Ratified\nPeru | 1998 | 2001",
        "State | Signed | Ratified\n\nPeru | 1998 | 2001",
        "| State | Signed | Ratified |\n|---|:---:|---:|\n| Peru | 1998 | 2001 |",
        "State\tSigned\tRatified\nPeru\t1998\t2001",
        "State     Signed    Ratified\n-----     ------    --------\nPeru      1998      2001",
        "State;Signed;Ratified\nPeru;1998;2001",
        "State,Signed,Ratified\nPeru,1998,2001",
    ],
)
def test_bars_tabs_and_columns_of_spaces_part_the_same_cells(text: str) -> None:
    assert rows(text) == [[["State", "Signed", "Ratified"], ["Peru", "1998", "2001"]]]
    assert may_hold_any(text)


def test_an_empty_cell_is_found_by_what_stands_around_it() -> None:
    drawn = "State | Signed | Ratified\nPeru | | 2001"
    spaced = "State     Signed    Ratified\nPeru                2001"
    for text in (drawn, spaced):
        assert rows(text)[0][1] == ["Peru", "", "2001"]


def test_a_row_that_a_cell_reaches_over_is_left_out() -> None:
    text = "State | Signed | Ratified\nPeru | 1998\nChile | 1998 | 2009"
    assert rows(text) == [[["State", "Signed", "Ratified"], ["Chile", "1998", "2009"]]]


def test_a_name_with_nothing_beside_it_ends_no_table() -> None:
    text = "State     Signed\nPeru      1998\nCuba\nChile     1998"
    assert rows(text) == [[["State", "Signed"], ["Peru", "1998"], ["Chile", "1998"]]]


def test_a_line_without_cells_ends_a_table_and_a_head_begins_one() -> None:
    text = "State | Signed\nPeru | 1998\n\nSo much for that, says the ministry.\n\nChile | 1998"
    assert rows(text) == [[["State", "Signed"], ["Peru", "1998"]], [["Chile", "1998"]]]
    text = "State | Signed\nPeru | 1998\nState | Ratified\nPeru | 2001"
    assert [len(table) for table in rows(text)] == [2, 2]


def test_prose_holds_no_table() -> None:
    assert not may_hold_any("Peru signed in 1998. It ratified in 2001.")
