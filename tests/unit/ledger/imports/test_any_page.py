"""What holds for every page, whatever is in it."""

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.unit.ledger.imports.status_pages import RETRIEVED, Page, participants, row
from treatywatch.errors import UnreadableInput
from treatywatch.ledger.imports.imported import Import
from treatywatch.ledger.imports.untc import import_untc_page
from treatywatch.ledger.imports.write import acts_as_csv

NAMES = st.sampled_from(["Finland", "Norway", "Estonia", "Poland", "Atlantis"])
DAYS = st.dates().map(lambda day: f"{day.day} {day:%b} {day.year:04d}")
TEXT = st.text(st.characters(exclude_characters="<>&\0\r", exclude_categories=["Cs"]), max_size=60)


def read(html: bytes) -> Import | None:
    try:
        return import_untc_page(
            html, name="any", retrieved=RETRIEVED, participants=participants(), treaties={}
        )
    except UnreadableInput:
        return None


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused_with_an_error_of_ours(html: bytes) -> None:
    read(html)


@given(st.lists(st.tuples(NAMES, DAYS, DAYS), max_size=6))
def test_the_order_of_rows_does_not_change_the_acts(
    cells: list[tuple[str, str, str]],
) -> None:
    rows = [row(name, first, second) for name, first, second in cells]
    forward = read(Page([row("Ukraine", "", ""), *rows]).html().encode())
    backward = read(Page([*reversed(rows), row("Ukraine", "", "")]).html().encode())
    assert forward is not None
    assert backward is not None
    assert acts_as_csv(forward.acts) == acts_as_csv(backward.acts)


@given(TEXT)
@settings(max_examples=200)
def test_no_cell_and_no_end_note_is_dropped_in_silence(text: str) -> None:
    imported = read(Page([row("Finland", "", text, notes=[1])], notes=[text]).html().encode())
    assert imported is not None
    if any(letter.isalnum() for letter in text):
        codes = {fault.code for fault in imported.faults}
        assert imported.acts or codes & {"cell-not-read", "unknown-letter", "not-a-date"}
        meanings = [meaning for note in imported.end_notes for meaning in note.meanings]
        assert meanings or codes & {"end-note-not-read", "no-such-end-note", "not-a-date"}
