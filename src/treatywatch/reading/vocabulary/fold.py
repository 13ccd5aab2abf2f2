"""The shape in which words are compared: same length as the text, so that offsets stay true."""

from functools import cache, lru_cache

_SHORT = 200  # characters; a longer text is a report
_ASCII = 6  # of the odd characters, the first: tab, line ends, and what joins words in files


def fold(text: str) -> str:
    """Lower-case, with plain spaces, quotation marks and dashes; always as long as ``text``.

    Line ends and odd spaces become a space. A character whose lower case is longer is kept.
    """
    return _kept(text) if len(text) > _SHORT else _folded(text)


@lru_cache(maxsize=2)
def _kept(text: str) -> str:
    """Folded once, though every grammar of a report asks for it."""
    return _folded(text)


def _folded(text: str) -> str:
    lowered = text.lower()
    if len(lowered) != len(text):
        lowered = "".join(low if len(low := char.lower()) == 1 else char for char in text)
    odd_ones = _plain_characters()
    if lowered.isascii():
        odd_ones = odd_ones[:_ASCII]
    for odd, plain in odd_ones:
        if odd in lowered:  # looking for a character is much quicker than looking at each
            lowered = lowered.replace(odd, plain)
    return lowered


@cache
def _plain_characters() -> tuple[tuple[str, str], ...]:
    plain = dict.fromkeys(
        (*range(9, 14), ord("_"), 0x85, 0xA0, 0x1680, *range(0x2000, 0x200B)), " "
    )
    plain |= dict.fromkeys((0x2028, 0x2029, 0x202F, 0x205F, 0x3000), " ")
    plain |= dict.fromkeys((0xB2, 0xB3, 0xB9, 0x2070, *range(0x2074, 0x207A)), " ")  # notes
    plain |= dict.fromkeys((0x2018, 0x2019, 0x201A, 0x201B, 0x2039, 0x203A, 0x02BC), "'")
    plain |= dict.fromkeys((0x201C, 0x201D, 0x201E, 0x201F, 0xAB, 0xBB), '"')
    plain |= dict.fromkeys((*range(0x2010, 0x2016), 0x2212, 0xFE58, 0xFF0D), "-")
    return tuple((chr(odd), char) for odd, char in plain.items())
