"""What is kept comes back as it was, only sooner: values, shelves of them, patterns."""

import os
import pickle
import re
from array import array
from dataclasses import dataclass
from pathlib import Path

import pytest

from treatywatch.kept import SETTING, Shelf, keep, kept, shelf
from treatywatch.law.act import Act
from treatywatch.law.calendar import PartialDate
from treatywatch.law.terms import ActKind

PATTERNS = (
    re.compile(r"(?<!\w)(?P<verb>left|quit)\s+(the)?"),
    re.compile(r"(?P<verb>[Ää]ro|[^\W\d]{2,4})(?:\s(?P=verb))?", re.IGNORECASE | re.MULTILINE),
    re.compile(r"^no group.$", re.DOTALL),
)
TEXTS = ("Finland left the treaty", "ÄRO äro\nno group!", "quit  ", "")


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv(SETTING, str(tmp_path / "cache"))
    return tmp_path / "cache"


def again(value: object) -> object:
    keep("value", (), value)
    return kept("value", ())


def day(written: str) -> PartialDate:
    return PartialDate.parse(written)


@pytest.mark.parametrize("pattern", PATTERNS, ids=str)
def test_a_pattern_finds_what_it_found(pattern: "re.Pattern[str]") -> None:
    found = again(pattern)
    assert isinstance(found, re.Pattern)
    assert (found.pattern, found.flags) == (pattern.pattern, pattern.flags)
    assert (found.groups, found.groupindex) == (pattern.groups, pattern.groupindex)
    for text in TEXTS:
        mine, its = pattern.search(text), found.search(text)
        assert (mine and (mine.span(), mine.groups(), mine.lastgroup)) == (
            its and (its.span(), its.groups(), its.lastgroup)
        )


def test_a_pattern_of_another_interpreter_is_compiled_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("treatywatch.kept._code_of", lambda pattern: ("nothing it knows",))
    assert again(PATTERNS[0]) == PATTERNS[0]


def test_an_act_comes_back_whole() -> None:
    on = day("2025-07-10")
    act = Act("apmbc", "FIN", ActKind.WITHDRAWAL_NOTICE, on, on, on, "cn", part="annex")
    assert again(act) == act


@dataclass(frozen=True, slots=True)
class Sum:
    """A value that is not what it was built from."""

    first: int
    total: int = 0

    def __post_init__(self) -> None:
        object.__setattr__(self, "total", self.total + self.first)


def test_a_value_that_reckons_when_it_is_built_comes_back_as_it_stood() -> None:
    assert again(Sum(2, 3)) == Sum(2, 3)


def test_a_shelf_is_the_mapping_it_was_made_of() -> None:
    values = {"b": (1, 2), "a": frozenset({"x"})}
    made = shelf(values)
    assert again(made) == values == made
    assert list(made) == ["b", "a"]
    assert "a" in made
    assert "c" not in made
    assert made["a"] is made["a"]
    with pytest.raises(KeyError):
        made["c"]


def test_a_shelf_is_told_from_another_by_its_digest() -> None:
    made = shelf({"a": 1})
    assert made.digest == shelf({"a": 1}).digest
    assert made.digest != shelf({"a": 2}).digest
    assert made.digest != shelf({"b": 1}).digest


def test_what_else_a_value_was_made_of_tells_it_apart() -> None:
    keep("value", (), "of one", "one")
    assert kept("value", (), "one") == "of one"
    assert kept("value", (), "another") is None


def test_a_file_damaged_on_the_disk_is_not_read(cache: Path) -> None:
    again("a value")
    (file,) = cache.iterdir()
    held = bytearray(file.read_bytes())
    held[-3] ^= 1
    file.write_bytes(held)
    assert kept("value", ()) is None


def test_a_file_cut_short_is_not_read(cache: Path) -> None:
    again(memoryview(bytes(range(256)) * 1000))
    (file,) = cache.iterdir()
    file.write_bytes(file.read_bytes()[:-5000])
    assert kept("value", ()) is None


@pytest.mark.parametrize("length", [0, 1, 4095, 4096, 4097, 100_001])
def test_tables_come_back_as_they_were(length: int) -> None:
    numbers = memoryview(array("i", range(length)))
    text = memoryview(bytes(length))
    found = again({"numbers": numbers, "on a shelf": shelf({"text": text}), "after": "them"})
    assert isinstance(found, dict)
    assert found["numbers"] == numbers
    assert found["numbers"].format == "i"
    assert found["on a shelf"]["text"] == text
    assert found["after"] == "them"


@pytest.mark.parametrize("protocol", [4, 5])
def test_a_shelf_goes_over_to_another_process_whole(protocol: int) -> None:
    made = shelf({"a": "x" * 10_000, "b": 1})
    for one in (made, again(made)):
        assert isinstance(one, Shelf)
        over = pickle.loads(pickle.dumps(one, protocol))
        assert [*over] == ["a", "b"]
        assert (over["a"], over["b"]) == (one["a"], one["b"]) == ("x" * 10_000, 1)


def test_a_value_that_was_damaged_since_is_not_taken_for_right(cache: Path) -> None:
    again(shelf({"acts": "x" * 10_000}))
    (file,) = cache.iterdir()
    held = bytearray(file.read_bytes())
    held[-5000] ^= 1
    file.write_bytes(held)
    found = kept("value", ())
    with pytest.raises(ValueError, match="damaged"):
        found["acts"]  # type: ignore[index]


def test_what_nobody_has_asked_for_is_dropped_in_time(cache: Path) -> None:
    long_ago = (0, 0)
    for name in ("asked for", "not asked for"):
        keep(name, (), name)
    for file in cache.iterdir():
        os.utime(file, long_ago)
    assert kept("asked for", ()) == "asked for"
    keep("something else", (), 1)
    assert kept("asked for", ()) == "asked for"
    assert kept("not asked for", ()) is None
