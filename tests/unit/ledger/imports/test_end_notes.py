"""End notes: what they tell of, and that none of their words vanish."""

import pytest

from tests.unit.ledger.imports.status_pages import Page, acts_of, codes, only, row
from treatywatch.ledger.imports.imported import Import

ACCESSION = "9 Jan 2012 a"


def told_of_finland(*notes: str, cell: str = ACCESSION, signature: str = "") -> Import:
    numbers = range(1, len(notes) + 1)
    return Page([row("Finland", signature, cell, notes=list(numbers))], notes=notes).read()


def test_a_withdrawal_has_its_day_of_receipt_its_effect_and_its_notification() -> None:
    imported = told_of_finland(
        "On 10 July 2025, the Government of Finland deposited with the Secretary-General a "
        "notification of withdrawal (See depositary notification C.N.372.2025.TREATIES-XXVI-5 of "
        "11 July 2025).  The withdrawal took effect for Finland on 10 January 2026 in accordance "
        "with article 20 (3) of the Convention.",
        cell=f"[{ACCESSION}]",
    )
    notice = only(imported, "FIN", "withdrawal-notice")
    assert str(notice.received_on) == "2025-07-10"
    assert str(notice.effect_printed) == "2026-01-10"
    assert notice.note == "C.N.372.2025.TREATIES-XXVI-5"
    assert imported.faults == ()


def test_notice_and_effect_may_stand_in_one_sentence() -> None:
    imported = told_of_finland(
        "On 27 October 2016, the Government of Finland notified the Secretary-General of its "
        "decision to withdraw from the Statute which took effect for Finland on 27 October 2017."
    )
    notice = only(imported, "FIN", "withdrawal-notice")
    assert (str(notice.done_on), str(notice.effect_printed)) == ("2016-10-27", "2017-10-27")


def test_a_denunciation_without_an_effect_leaves_the_effect_open() -> None:
    imported = told_of_finland(
        "In a communication received on 5 January 1999, the Government of Finland notified the "
        "Secretary-General of its denunciation of the Convention."
    )
    assert only(imported, "FIN", "withdrawal-notice").effect_printed is None
    assert imported.faults == ()


def test_a_revocation_points_to_the_notice_it_revokes() -> None:
    imported = Page(
        [row("Gambia", "", "28 Jun 2002", notes=[1])],
        notes=[
            "On 10 November 2016, the Government of the Republic of The Gambia notified the "
            "Secretary-General of its decision to withdraw from the Statute.<br><br>On 10 February "
            "2017, the Government of Gambia notified the Secretary-General of its decision to "
            "rescind its notification of withdrawal deposited earlier."
        ],
    ).read()
    revoked = only(imported, "GMB", "withdrawal-revoked")
    assert revoked.target == "widgets:GMB:withdrawal-notice:2016-11-10"
    assert len(imported.acts) == 3
    assert imported.faults == ()


def test_a_revocation_of_nothing_is_a_fault() -> None:
    imported = told_of_finland(
        "On 10 February 2017, the Government of Finland informed the Secretary-General that it "
        "revoked its notification of withdrawal."
    )
    assert codes(imported) == ["revocation-of-nothing"]


def test_a_ratification_taken_back_is_no_withdrawal() -> None:
    imported = told_of_finland(
        "On 3 November 2023, the Government of Finland notified the Secretary-General of the "
        "revocation of its ratification of the Treaty.",
        cell="[30 Jun 2000]",
        signature="24 Sep 1996",
    )
    assert acts_of(imported) == [
        ("FIN", "signature", "1996-09-24"),
        ("FIN", "ratification", "2000-06-30"),
        ("FIN", "consent-withdrawn", "2023-11-03"),
    ]
    assert imported.faults == ()


def test_a_suspension_is_a_notice_of_its_own() -> None:
    imported = told_of_finland(
        "On 18 July 2025, the Government of Finland notified the Secretary-General of the "
        "suspension of the operation of the Convention."
    )
    assert str(only(imported, "FIN", "suspension-notice").done_on) == "2025-07-18"
    assert "withdrawal-notice" not in [kind for _, kind, _ in acts_of(imported)]


def test_an_objection_is_the_act_of_the_one_who_objects() -> None:
    imported = told_of_finland(
        "On 1 October 2025, the Secretary-General received from the Government of Norway an "
        "objection to the suspension by Finland."
    )
    assert acts_of(imported)[-1] == ("NOR", "objection", "2025-10-01")


def test_a_letter_on_not_becoming_a_party_leaves_the_signature_in_the_list_and_is_noted() -> None:
    imported = Page(
        [row("United States of America", "25 Sep 2013", "", notes=[1])],
        notes=[
            "In a communication received on 18 July 2019, the Government of the United States of "
            "America informed the Secretary-General of the following:<br><br>“This is to inform "
            "you that the United States does not intend to become a party. Accordingly, "
            "the United States has no legal obligations arising from its signature.”"
        ],
        status="Signatories : 1. Parties : 0",
    ).read()
    assert acts_of(imported) == [("USA", "signature", "2013-09-25")]
    assert "intention not to become a party" in imported.acts[0].note
    assert imported.faults == ()


def test_what_a_predecessor_did_is_the_predecessors_act_told_once() -> None:
    imported = Page(
        [
            row("Czech Republic", "", "22 Feb 1993 d", notes=[1]),
            row("Slovakia", "", "28 May 1993 d", notes=[1]),
        ],
        notes=[
            "Czechoslovakia had signed and ratified the Convention on 18 May 1977 and 12 May 1978, "
            "respectively. See also note 1 under “Czech Republic” and note 1 under “Slovakia” in "
            "the “Historical Information” section in the front matter of this volume."
        ],
    ).read()
    assert acts_of(imported) == [
        ("CSK", "signature", "1977-05-18"),
        ("CSK", "ratification", "1978-05-12"),
        ("CZE", "succession", "1993-02-22"),
        ("SVK", "succession", "1993-05-28"),
    ]
    assert imported.faults == ()


def test_a_third_date_behind_respectively_is_about_something_else() -> None:
    imported = Page(
        [row("Montenegro", "", "23 Oct 2006 d", notes=[1])],
        notes=[
            "The former Yugoslavia had signed and ratified the Convention on 5 May 1981 and "
            "24 May 1983, respectively, consenting to be bound by Protocols of "
            "10 October 1980."
        ],
    ).read()
    assert acts_of(imported)[-2:] == [
        ("YUG", "signature", "1981-05-05"),
        ("YUG", "ratification", "1983-05-24"),
    ]


def test_a_predecessor_that_is_not_known_is_not_taken_for_its_successor() -> None:
    imported = Page(
        [row("Yemen", "18 May 1977", "", notes=[1])],
        notes=["Democratic Yemen had acceded to the Convention on 12 June 1979."],
    ).read()
    assert acts_of(imported) == [("YEM", "signature", "1977-05-18")]
    assert codes(imported) == ["predecessor-not-read"]


def test_predecessors_with_more_acts_than_days_are_a_fault() -> None:
    imported = told_of_finland("Czechoslovakia had signed and ratified the Convention in May 1977.")
    assert codes(imported) == ["predecessor-not-read"]


@pytest.mark.parametrize(
    "note",
    [
        "See note 1 under “Finland” in the “Historical Information” section in the front matter.",
        "Formerly: “Suomi”. See also note 1 under “Finland”.",
        "On 9 January 2020, the Secretary-General received a communication from the Government of "
        "Finland relating to the islands. See C.N.52.2020.TREATIES-XXVI.5 for the text.",
    ],
)
def test_history_and_communications_are_understood_as_no_acts(note: str) -> None:
    imported = told_of_finland(note)
    assert acts_of(imported) == [("FIN", "accession", "2012-01-09")]
    assert imported.faults == ()
    assert imported.end_notes[0].participants == ("FIN",)
    assert imported.end_notes[0].meanings


def test_an_extension_to_territories_is_an_act_of_the_state_of_the_row() -> None:
    imported = Page(
        [row("United Kingdom", "", "31 Jul 1998", notes=[1])],
        notes=[
            "On 4 December 2001: Extension to the following territories for whose international "
            "relations the United Kingdom is responsible: Anguilla, St. Helena and Dependencies."
            "<br><br>On 3 April 2002: Extension to the Bailiwick of Guernsey and the Isle of Man."
        ],
    ).read()
    assert acts_of(imported) == [
        ("GBR", "ratification", "1998-07-31"),
        ("GBR", "territorial-application", "2001-12-04"),
        ("GBR", "territorial-application", "2002-04-03"),
    ]
    assert imported.faults == ()


def test_an_extension_told_in_a_quoted_letter_has_the_letters_day() -> None:
    imported = Page(
        [row("United Kingdom", "", "31 Jul 1998", notes=[1])],
        notes=[
            "On 21 February 2014, the Government of the United Kingdom informed the "
            "Secretary-General of the following:<br>“The Government wishes the ratification of the "
            "Convention be extended to the territory of the Isle of Man.”"
        ],
    ).read()
    assert str(only(imported, "GBR", "territorial-application").done_on) == "2014-02-21"


def test_a_dispute_about_a_territory_is_nobodys_act() -> None:
    imported = Page(
        [row("United Kingdom", "", "31 Jul 1998", notes=[1])],
        notes=[
            "On 14 November 2005, the Secretary-General received from the Government of Norway the "
            "following communication:<br>Norway rejects the extension to the island, which was "
            "discussed on 7 June 2005.<br>It affirms that the island is Norwegian."
        ],
    ).read()
    assert acts_of(imported) == [("GBR", "ratification", "1998-07-31")]
    assert imported.faults == ()


@pytest.mark.parametrize(
    "note",
    [
        "Until further notice, the Convention shall not apply to the islands.",
        'Upon ratification, Finland notified the Secretary-General of the following: "The Treaty '
        'shall not apply to the islands in the north until further notice."',
    ],
)
def test_a_territory_left_out_is_told_in_the_note_of_the_acts(note: str) -> None:
    imported = told_of_finland(note)
    assert imported.acts[0].note == "end note 1: territory left out"
    assert len(imported.acts) == 1


def test_words_that_cannot_be_read_are_a_fault_that_shows_them() -> None:
    imported = told_of_finland("The instrument was eaten by a dog on 3 May 2014.")
    [fault] = imported.faults
    assert fault.code == "end-note-not-read"
    assert "eaten by a dog" in fault.words
    assert fault.line > 0


def test_a_notice_without_a_day_is_a_fault() -> None:
    imported = told_of_finland(
        "The Government of Finland deposited with the depositary a notification of withdrawal."
    )
    assert codes(imported) == ["notice-without-date"]


def test_a_day_that_does_not_exist_in_a_note_is_a_fault() -> None:
    imported = told_of_finland(
        "On 31 June 2025, the Government of Finland deposited a notification of withdrawal."
    )
    assert codes(imported) == ["not-a-date"]


def test_a_number_without_its_note_is_a_fault() -> None:
    imported = Page([row("Finland", "", ACCESSION, notes=[3])]).read()
    assert codes(imported) == ["no-such-end-note"]


def test_an_effect_in_brackets_belongs_to_the_notice_before_it() -> None:
    imported = told_of_finland(
        "On 15 December 2011, the Government of Finland notified the Secretary-General that it had "
        "decided to withdraw from the Protocol (the action shall become effective on 15 December "
        "2012, see C.N.796.2011.TREATIES-1)."
    )
    notice = only(imported, "FIN", "withdrawal-notice")
    assert (str(notice.done_on), str(notice.effect_printed)) == ("2011-12-15", "2012-12-15")
    assert notice.note == "C.N.796.2011.TREATIES-1"
    assert imported.faults == ()


def test_a_document_has_its_own_day_and_another_on_which_it_came() -> None:
    imported = told_of_finland(
        "On 25 August 1997, the Secretary-General received from the Government of Finland a "
        "notification of withdrawal, dated 23 August 1997."
    )
    notice = only(imported, "FIN", "withdrawal-notice")
    assert str(notice.done_on) == "1997-08-23"
    assert str(notice.received_on) == str(notice.learned_on) == "1997-08-25"


def test_leaving_and_coming_back_are_told_in_turn() -> None:
    imported = told_of_finland(
        "On 26 May 1998, the Government of Finland notified the Secretary-General of its decision "
        "to denounce the Protocol with effect from 26 August 1998. On 26 August 1998, Finland "
        "re-acceded to the Protocol. On 27 March 2000, the Government of Finland notified the "
        "Secretary-General that it had decided to denounce the Protocol for the second time with "
        "effect from 27 June 2000.",
        cell="[14 Nov 1980 a]",
    )
    assert [(kind, day) for _, kind, day in acts_of(imported)] == [
        ("accession", "1980-11-14"),
        ("withdrawal-notice", "1998-05-26"),
        ("accession", "1998-08-26"),
        ("withdrawal-notice", "2000-03-27"),
    ]
    assert [str(act.effect_printed) for act in imported.acts if act.effect_printed] == [
        "1998-08-26",
        "2000-06-27",
    ]


@pytest.mark.parametrize(
    "note",
    [
        "On 5 May 2003, the Government of Finland informed the Secretary-General that it decided "
        "to withdraw the reservation made upon its ratification.",
        "On 5 May 2003, the Government of Finland notified the Secretary-General of the withdrawal "
        "of its declaration in respect of article 3.",
        "On 5 May 2003, the Government of Finland notified the depositary of the denunciation "
        "of the Convention for the territory of the islands.",
    ],
)
def test_a_reservation_withdrawn_or_a_territory_taken_out_ends_nothing(note: str) -> None:
    imported = told_of_finland(note)
    assert acts_of(imported) == [("FIN", "accession", "2012-01-09")]
    assert imported.faults == ()


def test_the_depositarys_own_words_after_a_quotation_are_read_again() -> None:
    imported = told_of_finland(
        "On 3 March 2020, the Government of Finland informed the Secretary-General of the "
        "following:<br>“The Republic of Finland considers that the Convention is of the greatest "
        "importance for its people.”<br>The ink had faded."
    )
    [fault] = imported.faults
    assert "The ink had faded" in fault.words


def test_what_a_state_itself_had_done_before_is_its_own_act() -> None:
    imported = told_of_finland(
        "The Government of Finland had initially acceded to the Protocol on 10 May 1993 (See "
        "C.N.182.1993.TREATIES-2 of 27 August 1993)."
    )
    assert ("FIN", "accession", "1993-05-10") in acts_of(imported)
    assert imported.faults == ()


def test_others_speaking_in_turn_are_no_acts_and_hide_nothing_behind_them() -> None:
    imported = told_of_finland(
        "Subsequently, the Secretary-General received the following communications on the dates "
        "indicated:<br><i>Norway (17 March 2000):</i><br>“The Government of Norway doubts that "
        'denouncing and acceding again at once is in order".<br><i>Poland (8 August 2000):</i><br>'
        '"Poland objects to the reservation, and the Protocol remains in force between the two."'
        "<br>On 1 June 2001, the Government of Finland deposited a notification of withdrawal."
    )
    assert acts_of(imported) == [
        ("FIN", "withdrawal-notice", "2001-06-01"),
        ("FIN", "accession", "2012-01-09"),
    ]
    assert imported.faults == ()


def test_the_day_of_a_depositary_notification_is_not_the_day_of_the_act() -> None:
    imported = told_of_finland(
        "The above notification of withdrawal was circulated under cover of "
        "C.N.467.1997.TREATIES-10 of 12 November 1997."
    )
    assert codes(imported) == ["notice-without-date"]
    assert acts_of(imported) == [("FIN", "accession", "2012-01-09")]


def test_a_predecessor_may_have_acceded_in_plain_words() -> None:
    imported = Page(
        [row("Czech Republic", "", "22 Feb 1993 d", notes=[1])],
        notes=["Czechoslovakia acceded to the Protocol on 12 March 1991."],
    ).read()
    assert ("CSK", "accession", "1991-03-12") in acts_of(imported)


def test_a_quotation_that_is_never_closed_does_not_hide_what_follows() -> None:
    imported = told_of_finland(
        "On 3 March 2020, the Government of Finland informed the Secretary-General of the "
        "following:<br>“The Republic of Finland considers that the Convention is important for all "
        "its people.<br>On 4 May 2021, the Government of Finland deposited a notification of "
        "withdrawal."
    )
    assert ("FIN", "withdrawal-notice", "2021-05-04") in acts_of(imported)
