"""The words before and between names, which tell how whoever is named stands in the clause."""

import re

from treatywatch.reading.vocabulary.grammar import grammar
from treatywatch.reading.vocabulary.words_acts import ActWords, CueKind


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


@grammar
def set_beside(acts: ActWords) -> re.Pattern[str]:
    """What sets a name beside a subject: "Russia, like China, has never joined"."""
    articles = acts.any_of("before_name")
    return re.compile(rf",\s(?:{acts.any_of('set_beside')})\s(?:(?:{articles})\s)*+")


@grammar
def by_example(acts: ActWords) -> re.Pattern[str]:
    """What stands between a vague party and its examples: "nations like China"."""
    articles = acts.any_of("before_name")
    examples = rf"[\s,-]*(?:{acts.cues_of(CueKind.INCLUDE)})\s+"
    return re.compile(rf"(?:{examples}|\s-\s|:\s|\s\()(?:{articles}|\s)*+")


@grammar
def in_a_list(acts: ActWords) -> re.Pattern[str]:
    """What stands between the names of one list."""
    return re.compile(rf"(?:'s\b|[\s,;/&()'-]|\b(?:{acts.any_of('between')})\b)*+")


@grammar
def in_contrast(acts: ActWords) -> re.Pattern[str]:
    """What sets a name apart from the subject: "unlike the EU"."""
    return re.compile(
        rf"\b(?:{acts.any_of('contrast')})\s(?:(?:{acts.any_of('before_name')})\s)*+$"
    )
