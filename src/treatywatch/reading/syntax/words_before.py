"""The words before a name, which tell how whoever is named stands in the clause."""

import re

from treatywatch.reading.vocabulary.grammar import grammar
from treatywatch.reading.vocabulary.words_acts import ActWords


@grammar
def last_words(acts: ActWords) -> re.Pattern[str]:
    """The last two words before a name, past its articles and numbers."""
    skipped = acts.any_of("before_name")
    number = r"\d{1,3}(?:[.,]\d+)*"
    if acts.syntax.elides:
        gap = r"(?:'\s?|\s+)"
        return re.compile(rf"([\w-]+{gap})?([\w-]+){gap}(?:(?:{skipped}|{number}){gap})*$")
    word = (
        rf"(?<![\w'-])(?!(?:{skipped})\s)([\w'-]+)"  # "unlike the EU": the word before the article
    )
    return re.compile(rf"([\w'-]+\s+)?{word}\s+(?:(?:{skipped}|{number})\s+)*$")


def is_topic(acts: ActWords, folded: str, start: int, offset: int) -> bool:
    """Whether a clause opens with whom it is about: "quant aux États-Unis, ils n'ont", "as for"."""
    return _as_for(acts).fullmatch(folded, start, offset) is not None


@grammar
def _as_for(acts: ActWords) -> re.Pattern[str]:
    return re.compile(rf"\W*(?:{acts.any_of('as_for')})\s{acts.maybe('article')}(?:\w['’])?")
