"""docs/add-a-language.md names every section of a file of words and every key of its syntax."""

from dataclasses import fields
from pathlib import Path

from treatywatch.reading.vocabulary.words import REFERENCE, _read
from treatywatch.reading.vocabulary.words_syntax import Syntax


def _page(root: Path) -> str:
    return (root / "docs" / "add-a-language.md").read_text(encoding="utf-8")


def test_every_section_is_told(root: Path) -> None:
    sections = {*_read(REFERENCE), "syntax"}
    assert [name for name in sorted(sections) if f"`{name}`" not in _page(root)] == []


def test_every_key_of_the_syntax_is_told(root: Path) -> None:
    keys = [field.name for field in fields(Syntax)]
    assert [key for key in keys if f"`{key}`" not in _page(root)] == []
