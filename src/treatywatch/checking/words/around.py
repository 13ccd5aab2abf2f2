"""What the sentence of a claim says beside it."""

import re
from collections.abc import Iterator

from treatywatch.checking.grounds.knowledge import Knowledge
from treatywatch.reading.claim import Claim, ReadBy

_SENTENCE_END = re.compile(r"[.!?]\s|\n")
_CELL_END = re.compile(r"[|\t\n;]|,(?=\S)| {2}")


def before(claim: Claim, knowledge: Knowledge, reach: int) -> str:
    """What its sentence says before the claim, of so many signs; nothing before a cell."""
    if claim.read_by is ReadBy.TABLE:
        return ""  # what stands in other cells is no word on this one
    text = knowledge.text[max(0, claim.start - reach) : claim.start]
    return text[max((end for end in _ends(text)), default=0) :]


def behind(claim: Claim, knowledge: Knowledge, reach: int) -> str:
    """What its sentence says behind the claim, of so many signs, or the rest of its cell."""
    text = knowledge.text[claim.end : claim.end + reach]
    if claim.read_by is ReadBy.TABLE:
        return _CELL_END.split(text, maxsplit=1)[0]
    ends = _SENTENCE_END.finditer(text)
    return text[: next((one.start() for one in ends if not _goes_on(text, one.end())), len(text))]


def _ends(text: str) -> Iterator[int]:
    return (one.end() for one in _SENTENCE_END.finditer(text) if not _goes_on(text, one.end()))


def _goes_on(text: str, at: int) -> bool:
    """Whether a small letter follows the full stop of an ordinal: "1999. aastal"."""
    return text[at : at + 1].islower() and text[at - 2] == "."
