"""The page as a whole: which treaty, as at when, its own totals, and files that are no page."""

from datetime import date

import pytest

from tests.unit.ledger.imports.status_pages import (
    RETRIEVED,
    P,
    Page,
    acts_of,
    codes,
    participants,
    row,
)
from treatywatch.errors import UnreadableInput
from treatywatch.ledger.imports.untc import import_untc_page

FINLAND = row("Finland", "", "9 Jan 2012 a")


def test_the_head_tells_treaty_day_and_entry_into_force() -> None:
    imported = Page([FINLAND], status="Signatories :\n 0. Parties :\n 1").read()
    assert (imported.reference, imported.treaty) == ("XXVI-5", "widgets")
    assert imported.title == "Convention on Widgets"
    assert imported.as_at == date(2026, 2, 3)
    assert imported.entry_into_force == date(1999, 3, 1)
    assert (imported.signatories, imported.parties) == (0, 1)


@pytest.mark.parametrize(
    ("title", "reference"),
    [
        ("2. c Amendment to Article I", "XXVI-2-c"),
        ("2. a. Additional Protocol", "XXVI-2-a"),
        ("10. Statute of the Court", "XXVI-10"),
    ],
)
def test_the_number_is_made_of_chapter_number_and_letter(title: str, reference: str) -> None:
    assert Page([FINLAND], title=title).read().reference == reference


def test_a_treaty_without_a_file_is_a_fault_and_its_acts_are_kept() -> None:
    imported = Page([FINLAND], title="77. Convention on Gadgets").read()
    assert codes(imported) == ["unknown-treaty"]
    assert imported.acts[0].treaty == "XXVI-77"


def test_totals_count_what_does_not_stand_in_brackets() -> None:
    withdrawn = row("Estonia", "[3 Dec 1997]", "[12 May 2004]", notes=[1])
    note = (
        "On 27 June 2025, the Government of the Republic of Estonia deposited with the "
        "Secretary-General a notification of withdrawal."
    )
    page = Page([FINLAND, withdrawn], notes=[note], status="Signatories : 0. Parties : 1")
    assert page.read().faults == ()


def test_totals_that_differ_from_the_rows_are_a_fault() -> None:
    [fault] = Page([FINLAND], status="Signatories : 0. Parties : 2").read().faults
    assert fault.code == "totals-differ"
    assert "2 parties" in fault.words
    assert "give 1" in fault.words


@pytest.mark.parametrize(
    ("as_at", "code"),
    [
        ("04-02-2026", "another-day-of-status"),
        ("31-02-2026", "not-a-date"),
        ("yesterday", "no-day-of-status"),
    ],
)
def test_a_day_of_status_that_does_not_fit_is_a_fault(as_at: str, code: str) -> None:
    assert codes(Page([FINLAND], as_at=as_at).read()) == [code]


def test_a_page_without_a_chapter_is_a_fault() -> None:
    assert "no-reference" in codes(Page([FINLAND], chapter="").read())


@pytest.mark.parametrize(
    ("html", "why"),
    [
        (b"", "is empty"),
        (b"  \n", "is empty"),
        (b"\x89PNG\x0d\x0a\x00\x00", "is binary"),
        (b"%PDF-1.7 no markup at all", "not a status page"),
        (b"<html><body><p>Page not found</p></body></html>", "not a status page"),
        (b"<table id='x'><tr><td>Participant</td></tr></table>", "not a status page"),
    ],
)
def test_a_file_that_is_no_status_page_says_what_to_do(html: bytes, why: str) -> None:
    with pytest.raises(UnreadableInput) as caught:
        import_untc_page(
            html, name="odd.html", retrieved=RETRIEVED, participants=participants(), treaties={}
        )
    assert why in str(caught.value)
    assert "Save the English status page" in caught.value.what_to_do


def test_broken_utf8_loses_one_name_and_not_the_page() -> None:
    broken = Page([FINLAND, row("Côte d'Ivoire", "4 Dec 1997", "")]).html().encode("latin-1")
    imported = import_untc_page(
        broken,
        name="broken.html",
        retrieved=RETRIEVED,
        participants=participants(),
        treaties={"XXVI-5": "widgets"},
    )
    assert "FIN" in imported.participants
    assert codes(imported) == ["unknown-participant"]


def statement(table: str, who: str, text: str) -> str:
    return (
        f"<table id='{P}{table}'><tr><td><div id='{P}{table}_ctl02_divParticipant'>{who}</div>"
        f"<div id='{P}{table}_ctl02_divText'><p>{who}</p>{text}</div></td></tr></table>"
    )


def test_a_dated_objection_is_an_act() -> None:
    below = statement(
        "dgObj", "Norway", "2 February 2010<br>With regard to the reservation made by Finland:"
    )
    imported = Page([FINLAND], below=below).read()
    assert acts_of(imported)[-1] == ("NOR", "objection", "2010-02-02")
    assert "FIN" in imported.acts[-1].note
    assert imported.faults == ()


def test_an_objection_without_a_day_is_a_fault() -> None:
    below = statement("dgObj", "Norway", "Norway objects to the reservation.")
    assert codes(Page([FINLAND], below=below).read()) == ["statement-without-date"]


def test_a_declaration_under_an_article_without_a_day_is_a_fault() -> None:
    below = statement("dgDecUnderArticle", "Finland", "")
    assert codes(Page([FINLAND], below=below).read()) == ["statement-without-date"]


def test_other_declarations_are_counted() -> None:
    below = statement("dgDec", "Finland", "Finland understands article 1 so and so.")
    imported = Page([FINLAND], below=below).read()
    assert imported.declarations == 1
    assert imported.faults == ()


def test_the_table_of_territories_is_read() -> None:
    below = (
        f"<table id='{P}tblDec'><tr><td>Participant</td><td>Date of receipt</td><td>Where</td></tr>"
        "<tr><td>United Kingdom</td><td>16 May 1978</td><td>Brunei</td></tr></table>"
    )
    imported = Page([FINLAND], below=below).read()
    assert acts_of(imported)[-1] == ("GBR", "territorial-application", "1978-05-16")


def test_a_second_table_is_told_of() -> None:
    below = f"<table id='{P}Table1'><tr><td>Participant</td><td>Protocol I</td></tr></table>"
    assert codes(Page([FINLAND], below=below).read()) == ["second-table"]


def test_importing_a_page_twice_gives_the_same() -> None:
    page = Page([FINLAND, row("Norway", "3 Dec 1997", "9 Jul 1998")])
    assert page.read() == page.read()


def test_the_order_of_the_rows_does_not_matter() -> None:
    rows = [FINLAND, row("Norway", "3 Dec 1997", "9 Jul 1998")]
    assert Page(rows).read().acts == Page(rows[::-1]).read().acts


def test_numbers_of_end_notes_are_no_part_of_title_or_totals() -> None:
    raised = "<SUP><A href='#1'>1</A>, <A href='#2'>2</A> </SUP>"
    imported = Page(
        [FINLAND],
        title=f"5. Convention on Widgets {raised}",
        status=f"Signatories : 0. Parties : 1. {raised}",
        columns=("Signature", f"Ratification, Accession(a) {raised}"),
        notes=["On 23 October 1997, the Government of Norway notified the Secretary-General of its "
               "denunciation of the Protocol.", "The text can be found on the site."],
    ).read()  # fmt: skip
    assert imported.title == "Convention on Widgets"
    assert (imported.signatories, imported.parties) == (0, 1)
    assert acts_of(imported)[-1] == ("NOR", "withdrawal-notice", "1997-10-23")
    assert imported.faults == ()
