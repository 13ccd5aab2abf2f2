"""A year at the end of a line is none of the name with which the next line begins."""

import re
from collections.abc import Iterator

from treatywatch.reading.naming.lexicon import Lexicon
from treatywatch.reading.vocabulary.stems import Found

_ABOVE = re.compile(r"\d{4}[^\S\n]*\n\s*")


def forms_found(text: str, folded: str, lexicon: Lexicon) -> Iterator[Found]:
    """All forms in the text; of "25 Apr 1997" above "Mine Ban Convention" the name alone."""
    for one in lexicon.find(folded):
        above = _ABOVE.match(text, one.start, one.end)
        if above is None:
            yield one
            continue
        begun = above.end()
        for inner in lexicon.find(folded[begun : one.end]):
            yield inner._replace(start=begun + inner.start, end=begun + inner.end)
