"""Every word of a closed list that a user meets is explained on the page where it belongs."""

import re
from enum import StrEnum
from pathlib import Path

import pytest

from treatywatch.checking.grounds.finding import BasisKind, Verdict
from treatywatch.law.terms import Stage
from treatywatch.reading.claim import Bound, ClaimType, Voice
from treatywatch.status.answers import CountRule

PAGES: list[tuple[str, type[StrEnum]]] = [
    ("commands.md", CountRule),
    ("verdicts.md", Verdict),
    ("verdicts.md", BasisKind),
    ("reading.md", ClaimType),
    ("reading.md", Voice),
    ("reading.md", Stage),
    ("reading.md", Bound),
]


@pytest.mark.parametrize(("page", "words"), PAGES, ids=lambda part: getattr(part, "__name__", part))
def test_every_word_is_explained(page: str, words: type[StrEnum], root: Path) -> None:
    text = (root / "docs" / page).read_text(encoding="utf-8")
    written = set(re.findall(r"`([a-z]+(?:[-_][a-z]+)*)`", text))
    assert [str(word) for word in words if str(word) not in written] == []
