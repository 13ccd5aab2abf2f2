"""A record is read once and kept; an edited record is read anew; a broken cache costs only time."""

import os
from pathlib import Path

import pytest

from tests.unit.ledger.test_load import small_record
from treatywatch.kept import SETTING
from treatywatch.ledger.cache import keep_ledger, kept_ledger
from treatywatch.ledger.load import read_record
from treatywatch.ledger.remembered import kept_of_names


@pytest.fixture
def record(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv(SETTING, str(tmp_path / "cache"))
    folder = tmp_path / "record"
    folder.mkdir()
    return small_record(folder)


@pytest.fixture
def unwritable(tmp_path: Path) -> Path:
    folder = tmp_path / "locked"
    folder.write_text("a file where a folder should be")
    return folder


def kept_files(tmp_path: Path) -> list[Path]:
    return list((tmp_path / "cache").glob("*"))


def test_what_was_read_is_kept(record: Path) -> None:
    ledger, _ = read_record(record)
    assert kept_ledger(record) is None

    keep_ledger(record, ledger)

    assert kept_ledger(record) == ledger


def test_an_edited_record_is_read_anew_and_the_old_one_forgotten(
    record: Path, tmp_path: Path
) -> None:
    ledger, _ = read_record(record)
    keep_ledger(record, ledger)
    table = record / "participants" / "participants.csv"
    table.write_text(table.read_text().replace("Republic of Finland", "Finland"))
    os.utime(table, (0, 0))

    assert kept_ledger(record) is None
    keep_ledger(record, read_record(record)[0])
    assert len(kept_files(tmp_path)) == 1


def test_a_broken_kept_file_is_no_ledger(record: Path, tmp_path: Path) -> None:
    keep_ledger(record, read_record(record)[0])
    for file in kept_files(tmp_path):
        file.write_bytes(b"not a ledger")

    assert kept_ledger(record) is None


def test_nothing_is_kept_when_told_so(
    record: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(SETTING, "off")
    keep_ledger(record, read_record(record)[0])

    assert kept_files(tmp_path) == []


def test_a_cache_that_cannot_be_written_is_no_error(
    record: Path, unwritable: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(SETTING, str(unwritable / "below"))
    keep_ledger(record, read_record(record)[0])

    assert kept_ledger(record) is None


def test_what_is_made_of_the_names_is_kept_for_the_next_start(record: Path) -> None:
    ledger, _ = read_record(record)
    keep_ledger(record, ledger)
    made: list[int] = []

    def make() -> str:
        made.append(1)
        return "made"

    for _ in range(2):  # two starts
        started = kept_ledger(record)
        assert started is not None
        assert kept_of_names(started, "names", str, make, [__file__]) == "made"
        assert kept_of_names(started, "names", str, make, [__file__]) == "made"
    assert len(made) == 1

    assert kept_of_names(ledger, "names", str, make, [__file__]) == "made"
    assert len(made) == 2  # a ledger that is not kept itself has nothing kept beside it
