"""A report: one text whose offsets never move."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Report:
    """One document to be read.

    ``text`` is the normalised text that all offsets refer to, ``sha256`` its hash over UTF-8.
    ``published`` is an EDTF date ("2025-03-18", "2025-04") or None; ``published_from`` says where
    it comes from ("option", "text", "index") so that a reader of the finding can judge it.
    """

    name: str
    text: str
    sha256: str
    published: str | None
    published_from: str | None
    language: str = "en"
