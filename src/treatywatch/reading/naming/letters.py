"""Acronyms by the letters that a text gives them: "Start" is not START, "ctbt_ratified" is."""

from treatywatch.law.treaty import NameStrength
from treatywatch.reading.naming.names import Named
from treatywatch.reading.vocabulary.stems import Found


def is_joined(text: str, found: Found, name: Named) -> bool:
    """Whether letters are part of the name of a column in a file: "ctbt_ratified"."""
    joined = "_" in (text[found.start - 1 : found.start], text[found.end : found.end + 1])
    return joined and name.written.isupper() and text[found.start : found.end].islower()


def is_a_word(name: Named, text: str) -> bool:
    """Whether an acronym that tells little is written like any word: "Start" is not START."""
    return name.how == NameStrength.WEAK and name.written.isupper() and not text.isupper()
