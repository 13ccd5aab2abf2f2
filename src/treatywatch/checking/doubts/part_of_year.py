"""Parts of a year: "left at the end of 2021" of an exit in July is wrong, though the year is right.

So is "in the spring of 2021".

The date of such a claim is the year alone. Where the record bears that out, each month that the
words may mean is asked for; what none of them bears out is wrong. What leans on the report ("left
last autumn") stands without any date, and is asked for in the same way.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from treatywatch.checking.grounds.finding import Verdict
from treatywatch.checking.grounds.judgement import Judgement
from treatywatch.checking.grounds.knowledge import Knowledge
from treatywatch.checking.words.count_words import has_one
from treatywatch.checking.words.leaning_seasons import days_that_lean
from treatywatch.law.calendar import PartialDate
from treatywatch.ledger.fact_words import FactWords, TermWords
from treatywatch.reading.claim import Claim, ClaimType

_DECIDED = (Verdict.BORNE_OUT, Verdict.CONTRADICTED)
_DATED = frozenset({ClaimType.WITHDRAWAL, ClaimType.PARTICIPATION, ClaimType.TREATY_FACT})
_SPACE = re.compile(r"\s+")


def of_that_part(
    judge: Callable[[Claim, Knowledge], Judgement],
    claim: Claim,
    judgement: Judgement,
    knowledge: Knowledge,
) -> Judgement:
    """The judgement, unless what is borne out of the year was not in that part of it.

    Nor is the year wrong of what came on the day after it.
    """
    terms = knowledge.ledger.fact_words.terms
    # "Leaves at the end of the year" is of an exit to come.
    early = judgement.verdict is Verdict.PREMATURE and has_one(claim.quote, terms.leaves_now)
    decided = early or judgement.verdict in _DECIDED
    if not decided or claim.type not in _DATED or claim.negated:
        return judgement
    months = (*_months(claim, knowledge.ledger.fact_words), *days_that_lean(claim, knowledge))
    asked = [judge(replace(claim, date=month), knowledge) for month in months]
    right = next((one for one in asked if one.verdict is Verdict.BORNE_OUT), None)
    if early or judgement.verdict is Verdict.CONTRADICTED:
        return right or judgement
    return judgement if right else _wrong_of_one(judge, claim, months, knowledge) or judgement


def _wrong_of_one(
    judge: Callable[[Claim, Knowledge], Judgement],
    claim: Claim,
    months: Sequence[PartialDate],
    knowledge: Knowledge,
) -> Judgement | None:
    """What is said of one of them, where no month fits it: each may have had a month of its own."""
    for who in claim.participants or (None,):
        alone = claim if who is None else replace(claim, participants=(who,))
        asked = [judge(replace(alone, date=month), knowledge) for month in months]
        if asked and all(one.verdict is Verdict.CONTRADICTED for one in asked):
            return asked[0]
    return None


def _months(claim: Claim, known: FactWords) -> Iterator[PartialDate]:
    """The months that the words may mean; none where the date has a month, or they tell no part."""
    if claim.date is None or claim.date.month is not None:
        return
    words, year = _SPACE.sub(" ", claim.quote.casefold()), claim.date.year
    terms, months = known.terms, known.months
    parts = (
        (terms.early_in, months.early),
        (terms.middle_of, months.middle),
        (terms.late_in, months.late),
        (terms.in_spring, months.spring),
        (terms.in_summer, months.summer),
        (terms.in_autumn, months.autumn),
        (terms.in_winter, months.winter),
    )
    told = [range_ for phrases, range_ in parts if _tells(words, phrases, year, terms)]
    if len(told) == 1:
        yield from (PartialDate(year + (m - 1) // 12, (m - 1) % 12 + 1) for m in told[0])


def _tells(words: str, phrases: tuple[str, ...], year: int, terms: TermWords) -> bool:
    years = (str(year), *terms.that_year)
    return any(
        re.search(rf"\b{re.escape(phrase)}[ -]{re.escape(one)}\b", words)
        for phrase in phrases
        if phrase in words
        for one in years
    )
