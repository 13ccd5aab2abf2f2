"""How a depositary words its pages: read from the record, so that no word stands in code."""

from collections.abc import Mapping, Sequence
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any

from treatywatch.law.body import UNITED_NATIONS
from treatywatch.law.terms import ActKind
from treatywatch.values import frozen
from treatywatch.yaml_text import read_text

_FOLDER = Path(__file__).parent.parent.parent / "record" / "depositaries"


class Role(StrEnum):
    """Which column of a status table an act stands in."""

    SIGNATURE = "signature"
    CONSENT = "consent"
    PROVISIONAL = "provisional"


class Reading(StrEnum):
    """What is taken out of an end note's sentence."""

    NOTICE = "notice"
    TERRITORY = "territory"
    PREDECESSOR = "predecessor"
    REMARK = "remark"


@frozen
class Heading:
    """A kind of act as column headings name it ("Formal confirmation")."""

    words: str
    act: ActKind
    role: Role
    note: str = ""


@frozen
class NoteRule:
    """Words that tell what a sentence of an end note means.

    Every line of ``every`` must be met by one of its words, and none of ``none`` may occur.
    """

    meaning: str
    reads: Reading
    act: ActKind | None
    every: tuple[tuple[str, ...], ...]
    none: tuple[str, ...]
    in_quotes: bool
    noted: bool

    def fits(self, sentence: str) -> bool:
        """Whether the sentence, already in lower case, is one of these."""
        return all(any(word in sentence for word in choice) for choice in self.every) and not any(
            word in sentence for word in self.none
        )


@frozen
class PageWords:
    """The words of one depositary's pages."""

    as_at: str
    chapter: str
    participant: str
    before_names: tuple[str, ...]
    signatories: str
    parties: str
    months: Mapping[str, int]
    headings: tuple[Heading, ...]
    effect: tuple[str, ...]
    actor: tuple[str, ...]
    dated: tuple[str, ...]
    predecessor: tuple[str, ...]
    predecessor_end: tuple[str, ...]
    predecessor_verbs: Mapping[str, ActKind]
    abbreviations: frozenset[str]
    rules: tuple[NoteRule, ...]


@cache
def page_words(depositary: str = UNITED_NATIONS) -> PageWords:
    """The words of that depositary's pages, read once from ``record/depositaries``."""
    written = (_FOLDER / f"{depositary}.yaml").read_text(encoding="utf-8")
    raw: Any = read_text(written).content
    return PageWords(
        as_at=raw["as_at"],
        chapter=raw["chapter"],
        participant=raw["participant"],
        before_names=_folded(raw["before_names"]),
        signatories=raw["totals"]["signatories"],
        parties=raw["totals"]["parties"],
        months={name.casefold(): number for name, number in raw["months"].items()},
        headings=tuple(_heading(row) for row in raw["headings"]),
        effect=_folded(raw["effect"]),
        actor=_folded(raw["actor"]),
        dated=_folded(raw["dated"]),
        predecessor=_folded(raw["predecessor"]),
        predecessor_end=_folded(raw["predecessor_end"]),
        predecessor_verbs={v: ActKind(kind) for v, kind in raw["predecessor_verbs"].items()},
        abbreviations=frozenset(raw["abbreviations"]),
        rules=tuple(_rule(row) for row in raw["endnotes"]),
    )


def _heading(row: Mapping[str, str]) -> Heading:
    return Heading(row["words"], ActKind(row["act"]), Role(row["role"]), row.get("note", ""))


def _rule(row: Mapping[str, Any]) -> NoteRule:
    return NoteRule(
        meaning=row["meaning"],
        reads=Reading(row["reads"]),
        act=ActKind(row["act"]) if "act" in row else None,
        every=tuple(_folded(choice) for choice in row["all"]),
        none=_folded(row.get("none", ())),
        in_quotes=row.get("in_quotes", False),
        noted=row.get("noted", False),
    )


def _folded(words: Sequence[str]) -> tuple[str, ...]:
    return tuple(word.casefold() for word in words)
