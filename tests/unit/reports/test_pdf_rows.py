"""How rows of a table are told from lines of prose on a printed page."""

from treatywatch.reports.pdf_rows import rows_of, with_rows

LAID_OUT = """Who is leaving

Country    Notification       Out since
Latvia     27 June 2025       27 December 2025
Lithuania  27 June 2025       27 December 2025
Poland     20 August 2025     20 February 2026

The table shows four of the five.
"""


def test_lines_of_a_table_get_bars_and_prose_gets_none() -> None:
    page = "Who is leaving\nCountry Notification Out since\nPoland 20 August 2025 20 February 2026"
    assert with_rows(page, LAID_OUT).split("\n") == [
        "Who is leaving",
        "Country | Notification | Out since",
        "Poland | 20 August 2025 | 20 February 2026",
    ]


def test_words_of_one_cell_that_stand_below_one_another_are_not_parted() -> None:
    rows = rows_of(LAID_OUT)
    assert rows["Latvia27June202527December2025"] == "Latvia | 27 June 2025 | 27 December 2025"


def test_a_cell_that_touches_its_neighbour_is_parted_where_the_others_are() -> None:
    laid_out = (
        "              Signed   Ratified\n"
        "United States yes      no\n"
        "Israel        yes      no\n"
        "Hungary       yes      yes\n"
    )
    assert rows_of(laid_out)["UnitedStatesyesno"] == "United States | yes | no"


def test_an_empty_cell_keeps_its_place() -> None:
    laid_out = (
        "No.     State       Signature    Accession\n"
        "1      Guyana      20 Sep 2017   20 Sep 2017\n"
        "2   Cook Islands                 4 Sep 2018\n"
    )
    assert rows_of(laid_out)["2CookIslands4Sep2018"] == "2 | Cook Islands |  | 4 Sep 2018"


def test_a_long_head_makes_no_column_of_its_own() -> None:
    laid_out = (
        "State      Ratification or accession    In force\n"
        "Guyana     20 Sep 2017                  22 Jan 2021\n"
        "Malta      21 Sep 2020                  22 Jan 2021\n"
    )
    head = "StateRatificationoraccessionInforce"
    assert rows_of(laid_out)[head] == "State | Ratification or accession | In force"


def test_items_of_a_list_are_no_rows() -> None:
    items = "•   the first of them\n•   the second of them\n•   the third of them\n"
    assert rows_of(items) == {}


def test_two_lines_are_no_table() -> None:
    assert rows_of("Peru     1998\nChile    2009\n") == {}


def test_cells_that_stand_below_one_another_in_the_plain_text_come_into_their_rows() -> None:
    page = (
        "Three capitals\nState\nInstrument\ndeposited\nNorway\n9 July\n1998\n"
        "Peru\n17 June\n1998\nMali\n2 June\n1998\nThat is all."
    )
    laid_out = (
        "Three capitals\n\n"
        "State      Instrument\n           deposited\n"
        "Norway     9 July\n           1998\n"
        "Peru       17 June\n           1998\n"
        "Mali       2 June\n           1998\n\nThat is all.\n"
    )
    assert with_rows(page, laid_out).split("\n") == [
        "Three capitals",
        "State | Instrument deposited",
        "Norway | 9 July 1998",
        "Peru | 17 June 1998",
        "Mali | 2 June 1998",
        "That is all.",
    ]
