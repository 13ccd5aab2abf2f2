"""Tables and lists of terms in a page: each row a line, each term beside what stands to it."""

import pytest

from tests.unit.reports.web_pages import FIRST, SECOND, framed, read_page


def lines_of(table: str) -> list[str]:
    page = framed(f"<article><h1>Who is out</h1><p>{FIRST}</p>{table}<p>{SECOND}</p></article>")
    text = read_page(page).text
    return text[text.index(FIRST) + len(FIRST) : text.index(SECOND)].strip().split("\n")


def test_a_cell_that_reaches_over_rows_stands_in_each_of_them() -> None:
    assert lines_of(
        "<table><tr><th>State</th><th>Notice</th></tr>"
        "<tr><td>Latvia</td><td rowspan=2>27 June 2025</td></tr><tr><td>Estonia</td></tr></table>"
    ) == ["State | Notice", "Latvia | 27 June 2025", "Estonia | 27 June 2025"]


def test_a_head_over_two_columns_leaves_the_second_to_the_row_below() -> None:
    assert lines_of(
        "<table><tr><th rowspan=2>State</th><th colspan=2>Exit</th></tr>"
        "<tr><th>Notice</th><th>Effect</th></tr>"
        "<tr><td>Latvia</td><td>27 June 2025</td><td>27 December 2025</td></tr></table>"
    ) == ["State | Exit |", "State | Notice | Effect", "Latvia | 27 June 2025 | 27 December 2025"]


@pytest.mark.parametrize(
    ("cell", "words"),
    [
        ("27 June<br>2025", "27 June 2025"),
        ("<p>27 June</p><p>2025</p>", "27 June 2025"),
        ("<ul><li>Latvia</li><li>Estonia</li></ul>", "Latvia, Estonia"),
        ("Signed<sup>[2]</sup>", "Signed²"),
        ("Signed<sup>a</sup>", "Signed*"),
        ('<img src="tick.png" alt="yes">', "yes"),
        ('<span class="no" aria-label="no"></span>', "no"),
    ],
)
def test_what_a_cell_shows_is_on_one_line(cell: str, words: str) -> None:
    row = f"<tr><th>Latvia</th><td>{cell}</td></tr>"
    assert lines_of(f"<table>{row}{row}</table>") == [f"Latvia | {words}"] * 2


def test_terms_stand_beside_what_is_told_of_them() -> None:
    assert lines_of(
        "<dl><dt>Adopted</dt><dd>18 September 1997</dd><dt>Languages:</dt><dd>English</dd>"
        "<dd>French</dd></dl>"
    ) == ["Adopted: 18 September 1997", "Languages: English; French"]


def test_a_title_over_all_columns_and_a_table_for_layout_are_no_rows() -> None:
    title = "<tr><th colspan=2>Ottawa Convention</th></tr>"
    box = f"{title}<tr><td>Parties</td><td>161</td></tr>"
    assert lines_of(f"<table>{box}</table>") == ["Ottawa Convention", "", "Parties | 161"]
    long = "The exit was announced in April by all parties of the house. " * 5
    assert (
        lines_of(f"<table><tr><td>Latvia</td><td><p>{long}</p></td></tr></table>")[-1] == long[:-1]
    )


def test_a_long_table_is_what_the_page_is_about_as_much_as_its_prose() -> None:
    rows = "".join(f"<tr><td>State {n}</td><td>{n} May 1999</td></tr>" for n in range(1, 12))
    note = f"<div><p>{FIRST} {SECOND}</p></div>" * 3
    table = f"<table><tr><td><div><table>{rows}</table></div></td></tr></table>"
    text = read_page(f"<html><body>{table}<div>{note}</div></body></html>".encode()).text
    assert "State 3 | 3 May 1999\nState 4 | 4 May 1999" in text
    assert FIRST in text


BOXES = (
    "<div class=t><div><div>State</div><div>Signed</div></div>"
    "<div><div>Peru</div><div>3 December 1997</div></div>"
    "<div><div>Mali</div><div>3 December 1997</div></div></div>"
)


def test_boxes_in_rows_with_as_many_in_each_are_a_table() -> None:
    assert lines_of(BOXES) == ["State | Signed", "Peru | 3 December 1997", "Mali | 3 December 1997"]


@pytest.mark.parametrize(
    "changed",
    [
        BOXES.replace("<div>Mali</div>", "<div>Mali</div><div>later</div>"),
        BOXES.replace("Peru", "<a href=p.html>Peru</a>"),
        BOXES.replace("Peru", "Peru was among the first of all to sign, as its papers wrote. " * 3),
    ],
)
def test_boxes_of_other_numbers_links_and_prose_are_none(changed: str) -> None:
    assert not any(" | " in line for line in lines_of(changed))
