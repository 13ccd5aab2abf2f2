"""Documents in: what can be read as a report, and what is said of what cannot."""

from hashlib import sha256
from pathlib import Path

import pytest

from treatywatch.errors import UnreadableInput
from treatywatch.reports import open as opening
from treatywatch.reports.open import open_report, report_from_bytes, report_from_text


def test_the_text_is_kept_character_for_character(tmp_path: Path) -> None:
    text = "Finland\xa0left.\r\n\r\n“We left,” he said.\n"
    file = tmp_path / "a.txt"
    file.write_bytes(text.encode())
    report = open_report(file)
    assert report.text == text
    assert report.sha256 == sha256(text.encode()).hexdigest()
    assert (report.name, report.published, report.published_from) == ("a.txt", None, None)


def test_a_byte_order_mark_is_no_character() -> None:
    assert report_from_bytes(b"\xef\xbb\xbfPoland", "a").text == "Poland"


def test_a_date_that_the_caller_knows_is_kept_as_such() -> None:
    report = report_from_text("Poland", "a", published="2025-03-18")
    assert (report.published, report.published_from) == ("2025-03-18", "option")


@pytest.mark.parametrize(
    ("raw", "why"),
    [
        (b"", "empty"),
        (b" \n\t\n", "empty"),
        (b"%PDF-1.7\0\0\x01\x02", "binary"),
        (bytes(range(1, 9)) * 40, "binary"),
        ("Zażółć".encode("cp1250"), "not UTF-8"),
    ],
)
def test_what_is_no_text_is_refused_with_what_to_do(raw: bytes, why: str) -> None:
    with pytest.raises(UnreadableInput, match=why) as caught:
        report_from_bytes(raw, "a.txt")
    assert caught.value.what_to_do


def test_half_a_surrogate_pair_is_refused() -> None:
    with pytest.raises(UnreadableInput, match="surrogate"):
        report_from_text("Poland \ud83d", "a")


def test_a_missing_file_and_a_folder_are_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableInput, match="No such file"):
        open_report(tmp_path / "none.txt")
    with pytest.raises(UnreadableInput, match="folder"):
        open_report(tmp_path)


def test_a_file_beyond_the_limit_is_refused_before_it_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "LARGEST_REPORT_BYTES", 10)
    file = tmp_path / "a.txt"
    file.write_bytes(b"more than ten bytes")
    with pytest.raises(UnreadableInput, match="Split it"):
        open_report(file)
    with pytest.raises(UnreadableInput, match="Split it"):
        report_from_bytes(file.read_bytes(), "a")
