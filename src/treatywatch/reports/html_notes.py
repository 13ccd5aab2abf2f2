"""Marks that point to notes: the small raised "1" behind a word is none of its letters."""

_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_LONGEST = 3  # characters of a mark


def bare_mark(raised: str) -> str | None:
    """What a raised text has without brackets, if it may be a mark: "1" of "[1]", "th"."""
    bare = raised.strip().strip("[]()")
    return bare if len(bare) <= _LONGEST else None


def as_number(raised: str) -> str:
    """The number of a note in raised figures, which no reader takes for a number of the text."""
    bare = bare_mark(raised)
    return bare.translate(_RAISED) if bare and bare.isdecimal() and bare.isascii() else raised
