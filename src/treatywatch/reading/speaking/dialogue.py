"""Words that a dash opens and no mark closes: "– Valaanliha kuuluu kulttuuriimme, sanoi Morita"."""

import re
from collections.abc import Iterable, Iterator

from treatywatch.reading.text.quotations import Quotation
from treatywatch.reading.vocabulary.grammar import grammar
from treatywatch.reading.vocabulary.wording import any_of
from treatywatch.reading.vocabulary.words import Words

_DASH = re.compile(r"(?:^|\s)[-–—]\s+$")
_BEFORE = 6  # characters of a dash before a paragraph, which leaves it out as it does a bullet
_MARKS = re.compile(r"[\"“”„«»]")


def in_dialogue(
    folded: str, paragraphs: Iterable[tuple[int, int]], words: Words
) -> Iterator[Quotation]:
    """The words of paragraphs that a dash opens, up to the verb of saying that follows them."""
    for start, end in paragraphs:
        led = _DASH.search(folded[max(0, start - _BEFORE) : start])
        if led is None or _MARKS.search(folded, start, end):
            continue
        told = _then_said(words).search(folded, start, end)
        if told is not None:
            yield Quotation(start, told.start(), start, told.start() + 1)


@grammar
def _then_said(words: Words) -> re.Pattern[str]:
    """A comma, or the mark of a question, and a verb of saying: ", sanoi"."""
    speech = words.speech
    verbs = any_of((*speech.saying, *speech.opinion, *speech.news))
    return re.compile(rf"[,?!]\s+(?:{verbs})(?!\w)")
