"""Files are written whole or not at all."""

from pathlib import Path

import pytest

from treatywatch.files import write_whole


def test_a_file_is_written(tmp_path: Path) -> None:
    path = tmp_path / "brief.html"
    write_whole(path, "Türkiye\n")
    assert path.read_bytes() == "Türkiye\n".encode()
    assert list(tmp_path.iterdir()) == [path]


def test_a_file_is_replaced(tmp_path: Path) -> None:
    path = tmp_path / "brief.html"
    path.write_text("old and longer", encoding="utf-8")
    write_whole(path, "new")
    assert path.read_text(encoding="utf-8") == "new"


def test_where_writing_fails_the_old_file_stays_and_nothing_lies_about(tmp_path: Path) -> None:
    path = tmp_path / "brief.html"
    path.write_text("old", encoding="utf-8")
    with pytest.raises(UnicodeEncodeError):
        write_whole(path, "half \ud800")
    assert path.read_text(encoding="utf-8") == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_folder_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        write_whole(tmp_path / "missing" / "brief.html", "text")
