"""A date in the words of a claim that belongs to another deed than the act of joining."""

from collections.abc import Sequence

from treatywatch.checking.grounds.finding import Verdict
from treatywatch.checking.grounds.judgement import Judgement
from treatywatch.checking.grounds.knowledge import Knowledge
from treatywatch.checking.words.word_line import PAUSE, Phrase, find_any, line
from treatywatch.reading.claim import Claim, ClaimType


def dates_another_deed(claim: Claim, judgement: Judgement, knowledge: Knowledge) -> str:
    """Why the date may be of something else than the signature or ratification told of.

    "Sent a letter in 2002, two years after having signed"; "became a signatory, and got rid of its
    last mines in 2016".
    """
    wrong = judgement.verdict is not Verdict.OUTDATED
    papers = knowledge.ledger.fact_words.terms.papers_alone
    alone = {" ".join(line(one)).casefold() for one in papers}
    if claim.type is ClaimType.PARTICIPATION and " ".join(line(claim.quote)).casefold() in alone:
        return "The words name a paper, and tell nothing of it."
    if claim.type is not ClaimType.PARTICIPATION or claim.date is None or not wrong:
        return ""
    words = line(claim.quote)
    year = str(claim.date.year)
    if year not in words:
        return ""
    place = words.index(year)
    terms = knowledge.ledger.fact_words.terms
    reckoned = find_any(words, terms.reckoned_from)
    if any(one.start > place for one in reckoned):
        return "The date is told of what came after it."
    acts = (*terms.signing, *terms.ratifying, *terms.joining, *terms.belonging, *terms.parties)
    if _is_of_an_aside(words, place):
        return "The date may be of what is told in passing."
    if _is_of_what_led_to_it(words, place, find_any(words, acts)):
        return "The date may be of what led to it."
    told = [one.end for one in find_any(words, acts) if one.end <= place]
    if told and _goes_on(words[told[-1] : place], terms.and_then):
        return "The date may be of what the words go on to."
    return ""


def _goes_on(between: tuple[str, ...], joining: tuple[str, ...]) -> bool:
    """Whether another deed stands between: a pause, "and", and more than "in" before the year."""
    for at, word in enumerate(between[:-1]):
        if word == PAUSE and between[at + 1].casefold() in joining:
            return len(between) - at - 2 >= _A_DEED
    return False


def _is_of_what_led_to_it(words: tuple[str, ...], year: int, acts: Sequence[Phrase]) -> bool:
    """ "The Senate turned it down in 1999, so the country is a signatory only"."""
    behind = words[year + 1 :]
    if year < _A_SENTENCE or PAUSE not in behind or any(one.start < year for one in acts):
        return False
    pause = year + 1 + behind.index(PAUSE)
    return bool(acts) and all(one.start > pause for one in acts)


_A_SENTENCE = 5  # words, where "in October 1999" has three


def _is_of_an_aside(words: tuple[str, ...], year: int) -> bool:
    """ "Russia, expelled from the Council of Europe in March 2022, was bound": between pauses."""
    if PAUSE not in words[:year] or PAUSE not in words[year:]:
        return False
    begun = year - 1 - words[:year][::-1].index(PAUSE)
    return year - begun > _A_DATE and words[year + 1 : year + 2] == (PAUSE,)


_A_DATE = 5  # words: a pause, "on", "9", "January" and some more before the year
_A_DEED = 3  # words: "got rid of"
