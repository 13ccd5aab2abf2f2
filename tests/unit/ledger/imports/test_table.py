"""The table of a status page: letters, brackets, names, and what cannot be read."""

import pytest

from tests.unit.ledger.imports.status_pages import Page, acts_of, codes, row


def test_a_date_without_a_letter_is_the_kind_without_one_in_the_heading() -> None:
    imported = Page([row("Finland", "", " &nbsp;9 Jan\t 2012 ")]).read()
    assert acts_of(imported) == [("FIN", "ratification", "2012-01-09")]
    assert imported.faults == ()


@pytest.mark.parametrize(
    ("letter", "kind"),
    [("A", "acceptance"), ("AA", "approval"), ("a", "accession"), ("d", "succession")],
)
def test_a_letter_means_what_the_heading_says(letter: str, kind: str) -> None:
    imported = Page([row("Finland", "", f"9 Jan 2012 {letter}")]).read()
    assert acts_of(imported) == [("FIN", kind, "2012-01-09")]


def test_the_legend_is_the_pages_own() -> None:
    columns = ("Signature, Succession to signature(d)", "Formal confirmation(c), Ratification")
    rows = [row("Montenegro", "23 Oct 2006 d", ""), row("Norway", "", "3 Dec 2008 c")]
    imported = Page(rows, columns=columns).read()
    assert acts_of(imported) == [
        ("MNE", "signature", "2006-10-23"),
        ("NOR", "formal-confirmation", "2008-12-03"),
    ]
    assert imported.acts[0].note == "succession to the signature"


def test_signature_and_consent_on_one_day_are_two_acts_and_so_is_provisional_application() -> None:
    columns = ("Signature", "Provisional application under article 23(n)", CONSENT_ONLY)
    imported = Page([row("Norway", "3 Jun 2013", "3 Jun 2013 n", "3 Jun 2013")], columns=columns)
    assert [kind for _, kind, _ in acts_of(imported.read())] == [
        "provisional-application",
        "ratification",
        "signature",
    ]


CONSENT_ONLY = "Approval(AA), Acceptance(A), Accession(a), Ratification"


def test_a_definitive_signature_is_consent() -> None:
    imported = Page(
        [row("Norway", "3 Dec 2008 s", "")],
        columns=("Signature, Definitive signature(s)", CONSENT_ONLY),
        status="Signatories : 0. Parties : 1",
    ).read()
    assert acts_of(imported) == [("NOR", "definitive-signature", "2008-12-03")]
    assert imported.faults == ()


def test_a_letter_that_the_heading_does_not_explain_is_a_fault_and_no_act() -> None:
    imported = Page([row("Finland", "", "9 Jan 2012 X")]).read()
    [fault] = imported.faults
    assert imported.acts == ()
    assert fault.code == "unknown-letter"
    assert '"X"' in fault.words
    assert "Finland" in fault.words


def test_a_date_without_a_letter_is_a_fault_where_every_kind_has_one() -> None:
    columns = ("Succession(d), Consent to be bound(P)",)
    imported = Page([row("Finland", "9 Jan 2012"), row("Norway", "2 Oct 2007 P")], columns=columns)
    read = imported.read()
    assert codes(read) == ["unknown-letter"]
    assert acts_of(read) == [("NOR", "consent-to-be-bound", "2007-10-02")]


def test_a_heading_that_nobody_knows_is_a_fault() -> None:
    imported = Page([row("Finland", "9 Jan 2012 q")], columns=("Blessing(q), Ratification",)).read()
    assert "unknown-heading" in codes(imported)
    assert "unknown-letter" in codes(imported)


def test_a_day_that_does_not_exist_is_a_fault_and_the_other_cell_is_still_read() -> None:
    imported = Page([row("Finland", "30 Feb 2011", "9 Jan 2012")]).read()
    [fault] = imported.faults
    assert fault.code == "not-a-date"
    assert "30" in fault.words
    assert acts_of(imported) == [("FIN", "ratification", "2012-01-09")]


@pytest.mark.parametrize("cell", ["pending", "9 Brumaire 2012", "9 Jan 2012 and later", "2012"])
def test_words_in_a_cell_are_never_dropped(cell: str) -> None:
    assert {"cell-not-read", "not-a-date", "unknown-letter"} & set(
        codes(Page([row("Finland", "", cell)]).read())
    )


def test_two_dates_in_one_cell_are_two_acts() -> None:
    imported = Page([row("Finland", "", "9 Jan 2012 a<br>10 Jan 2013 d")]).read()
    assert acts_of(imported) == [
        ("FIN", "accession", "2012-01-09"),
        ("FIN", "succession", "2013-01-10"),
    ]


def test_names_are_found_however_their_marks_are_set() -> None:
    rows = [
        row("Bahamas (The)", "3 Dec 1997", ""),
        row("Côte d’Ivoire", "4 Dec 1997", ""),
        row("<A href='#EndDec'>United  Kingdom of Great Britain and Northern Ireland</A>", "", ""),
    ]
    imported = Page(rows).read()
    assert imported.participants == ("BHS", "CIV", "GBR")
    assert codes(imported) == ["row-without-act"]


def test_an_unknown_participant_is_a_fault_with_a_suggestion_and_its_line() -> None:
    page = Page([row("Finland", "", "9 Jan 2012"), row("Estonja", "", "12 May 2004 a")])
    [fault] = page.read().faults
    assert fault.code == "unknown-participant"
    assert "EST" in fault.words
    assert "Estonja" in page.html().splitlines()[fault.line]


def test_a_row_with_a_cell_too_few_is_a_fault() -> None:
    assert codes(Page([row("Finland", "9 Jan 2012")]).read()) == ["torn-row"]


def test_two_rows_for_one_participant_are_a_fault() -> None:
    rows = [row("Czechia", "", "9 Jan 2012"), row("Czech Republic", "", "9 Jan 2013")]
    assert codes(Page(rows).read()) == ["two-rows"]


def test_a_row_in_square_brackets_is_seen() -> None:
    imported = Page([row("[Finland]", "[ &nbsp;3 Dec 2008 ]", "[ 9 Jan 2012 a]")]).read()
    assert acts_of(imported) == [
        ("FIN", "signature", "2008-12-03"),
        ("FIN", "accession", "2012-01-09"),
    ]
    assert codes(imported) == ["brackets-without-note"]
