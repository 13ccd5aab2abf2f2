"""Where a sentence, headline, list item or caption begins and ends, and which of these it is."""

from treatywatch.reading.text.layout import blocks
from treatywatch.reading.text.sentences import sentence_spans
from treatywatch.reading.vocabulary.spans import Passage
from treatywatch.reading.vocabulary.words import Words


def split_passages(text: str, words: Words) -> tuple[Passage, ...]:
    """The passages of a text in order: disjoint, inside the text, without spaces at their ends.

    A line is the unit of layout; a line end inside a sentence does not end the passage.
    """
    return tuple(
        Passage(start, end, block.kind, number)
        for number, block in enumerate(blocks(text, words))
        for start, end in sentence_spans(text, block.start, block.end, words)
    )
