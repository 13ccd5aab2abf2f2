"""Seasons and ends of years that lean on the day of the report: "last autumn", "by Christmas".

They make no date of a claim, for none can say of which month they are. Each month or day that they
may mean is given instead.
"""

import re
from collections.abc import Iterator

from treatywatch.checking.grounds.knowledge import BOUND, Knowledge
from treatywatch.checking.words import around
from treatywatch.checking.words.count_words import has_one
from treatywatch.law.calendar import PartialDate
from treatywatch.ledger.fact_words import TermWords
from treatywatch.reading.claim import Claim, ClaimType

_NEAR_BY, _FAR = 6, 20  # months to the ends of "this winter", "last summer", "next autumn"
_NEAR = 40  # signs
_BREAK = re.compile(r"[,;:()]|\s-|\s[–—]")
_SPACE = re.compile(r"\s+")


def days_that_lean(claim: Claim, knowledge: Knowledge) -> Iterator[PartialDate]:
    """The months or days that the words may mean, of a claim without a date; none where none."""
    if claim.date is not None or claim.value is not None:
        return
    terms = knowledge.ledger.fact_words.terms
    said = f"{claim.quote}{_up_to_a_break(around.behind(claim, knowledge, _NEAR), terms)}"
    words = _SPACE.sub(" ", said.casefold())
    yield from _of_a_season(words, knowledge, terms)
    if has_one(said, terms.by_years_end) and _is_still_in(claim, knowledge):
        year = knowledge.on.year
        yield PartialDate(year)
        yield PartialDate(year + 1, 1, 1)  # gone "by the end of the year" is gone on New Year's Day


def _up_to_a_break(behind: str, terms: TermWords) -> str:
    """What still belongs to the words before: nothing behind a comma, or "which"."""
    same = _BREAK.split(behind, maxsplit=1)[0]
    opens = (re.search(rf"\b{re.escape(word)}\b", same) for word in terms.breaks_off)
    return same[: min((found.start() for found in opens if found), default=len(same))]


def _is_still_in(claim: Claim, knowledge: Knowledge) -> bool:
    """Whether they have yet to leave: the end of another year is meant of one that has left."""
    if claim.type is not ClaimType.WITHDRAWAL or not claim.participants:
        return False
    spells = (knowledge.spell(one, claim.treaty or "") for one in claim.participants)
    return all(spell.standing in BOUND for spell in spells)


def _of_a_season(words: str, knowledge: Knowledge, terms: TermWords) -> Iterator[PartialDate]:
    """The months of "last autumn", wider than the words: of this year, or of the one before."""
    on, months_of = knowledge.on, knowledge.ledger.fact_words.months
    seasons = (
        (terms.in_spring, months_of.spring),
        (terms.in_summer, months_of.summer),
        (terms.in_autumn, months_of.autumn),
        (terms.in_winter, months_of.one_winter),
    )
    leads = terms.season_gone, terms.season_now, terms.season_next
    told = [
        (lead, season) for lead in leads for names, season in seasons if _leans(words, lead, names)
    ]
    if len(told) != 1:
        return
    lead, season = told[0]
    now = on.year * 12 + on.month - 1  # months are counted from the year 0
    first, last = 12 * on.year, 12 * on.year + 11
    if lead is not terms.season_now:
        first, last = (now - _FAR, now) if lead is terms.season_gone else (now, now + _FAR)
    elif season is months_of.one_winter:
        first, last = now - _NEAR_BY, now + _NEAR_BY
    months = [12 * (on.year + year) + month - 1 for year in (-1, 0, 1) for month in season]
    yield from (PartialDate(m // 12, m % 12 + 1) for m in months if first <= m <= last)


def _leans(words: str, leads: tuple[str, ...], names: tuple[str, ...]) -> bool:
    return any(
        re.search(rf"\b{re.escape(lead)} {re.escape(name)}\b(?! of\b| '?\d)", words)
        for name in names
        if name in words
        for lead in leads
    )
