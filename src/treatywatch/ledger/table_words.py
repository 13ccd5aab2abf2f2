"""The words of tables of acts, from depositaries/tables.yaml; read once, and only when needed."""

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from treatywatch.law.terms import ActKind
from treatywatch.values import frozen
from treatywatch.yaml_text import read_text

_WORDS = Path(__file__).parent.parent / "record" / "depositaries" / "tables.yaml"


@frozen
class TableWords:
    """What others call acts, columns and months; the letters that stand for kinds of act."""

    actions: Mapping[str, ActKind]  # each word written with "-"
    letters: Mapping[str, ActKind]
    columns: Mapping[str, tuple[str, ...]]  # what a column is called, the best name first
    printed: tuple[str, ...]
    empty: frozenset[str]
    months: Mapping[str, int]


@cache
def table_words() -> TableWords:
    """The words, as values."""
    read: Any = read_text(_WORDS.read_text(encoding="utf-8")).content
    return TableWords(
        {word.replace("_", "-"): ActKind(kind) for word, kind in read["actions"].items()},
        {letter: ActKind(kind) for letter, kind in read["letters"].items()},
        {
            column: tuple(as_heading(word) for word in (column, *words))
            for column, words in read["columns"].items()
        },
        tuple(as_heading(word) for word in read["printed"]),
        frozenset(read["empty"]),
        read["months"],
    )


def holds_any(heading: str, names: tuple[str, ...]) -> bool:
    """Whether one of the names stands in the heading as whole words."""
    bare = " ".join(_WORD.findall(heading))
    return any(f" {name} " in f" {bare} " for name in names)


_WORD = re.compile(r"\w+")


def as_heading(text: str) -> str:
    """A heading without case, and with single spaces for whatever parts its words."""
    return " ".join(text.casefold().replace("_", " ").replace("-", " ").split())
