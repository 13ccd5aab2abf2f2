"""What the record has after all, where the report itself does not vouch for the words.

"Poland has written too, a graphic says": loose words that the record has otherwise are hardly
misread where they are told of a press without a name, or where the report itself puts them right:
"The accord binds Sudan, said one radio; it never joined". What doubts have held back is then told.
"""

import re

from treatywatch.checking.grounds.judgement import Judgement
from treatywatch.checking.grounds.knowledge import Knowledge
from treatywatch.checking.words import around
from treatywatch.checking.words.count_words import has_one
from treatywatch.checking.words.word_line import PAUSE, find_any, line
from treatywatch.ledger.fact_words import TermWords
from treatywatch.reading.claim import Claim, ReadBy, Voice

NOT_ITS_OWN = "The report tells it as what others say, or puts it right itself."
_BEHIND, _NEXT = 130, 60  # signs
_NEAR, _CLOSE = 12, 6  # words
_BREAK = re.compile(r"[;:(]|\s[-–—]+\s")
_OPENS = re.compile(r"^[\W_]+")


def if_put_right(claim: Claim, judgement: Judgement, knowledge: Knowledge) -> Judgement:
    """The judgement; what it withholds, where the report does not vouch for the words."""
    told = claim.voice is Voice.DID and not claim.hedged and claim.read_by is not ReadBy.TABLE
    if judgement.withheld is None or not told:
        return judgement
    terms = knowledge.ledger.fact_words.terms
    asked = has_one(claim.quote, terms.whether)  # "asked whether it has left. It has not."
    if asked or not is_not_its_own(claim, knowledge):
        return judgement
    return judgement.withheld.noting(NOT_ITS_OWN)


def is_not_its_own(claim: Claim, knowledge: Knowledge) -> bool:
    """Whether others tell the words of the claim, or the report puts them right behind them."""
    terms = knowledge.ledger.fact_words.terms
    behind, aside = around.behind(claim, knowledge, _BEHIND), _aside(claim)
    clause = (*aside, *line(behind.partition(";")[0]))
    return (
        _is_told_by_others(clause, terms)
        or bool(find_any(clause[:_NEAR], terms.in_error))
        or any(_puts_right(part, terms) for part in _BREAK.split(behind)[1:])
        or (";" not in behind and _puts_right(_next_sentence(claim, behind, knowledge), terms))
    )


def _next_sentence(claim: Claim, behind: str, knowledge: Knowledge) -> str:
    """What the paragraph says behind the sentence of the claim."""
    rest = knowledge.text[claim.end + len(behind) :][:_NEXT].partition("\n")[0]
    return _OPENS.sub("", rest)


def _is_told_by_others(words: tuple[str, ...], terms: TermWords) -> bool:
    """ ", wrote a space news site", "as several papers had it", in the words right behind."""
    near = words[:_NEAR]
    said, by = find_any(near, terms.says_so), find_any(near, terms.hearsay)
    by = [one for one in by if not _is_where(near[: one.start], terms)]
    close = any(abs(one.start - two.start) <= _CLOSE for one in said for two in by)
    return close and min(one.start for one in (*said, *by)) <= _CLOSE


def _is_where(before: tuple[str, ...], terms: TermWords) -> bool:
    """ "The President said on television": where he said it."""
    return bool(find_any(before[-1:], terms.on_the_air))


def _aside(claim: Claim) -> tuple[str, ...]:
    """What the words of a claim that likeness cut tell behind a pause: ", wrote a news site"."""
    words = line(claim.quote)
    loosely = claim.read_by is ReadBy.LIKENESS and PAUSE in words
    return words[words.index(PAUSE) :] if loosely else ()


def _puts_right(part: str, terms: TermWords) -> bool:
    found = find_any(line(part), terms.puts_right)
    return bool(found) and not found[0].start
