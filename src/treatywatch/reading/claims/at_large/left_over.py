"""Figures and plans in what no other claim has been read from.

Their words are those of any report ("will hold", "is about 140 million euros"): they count only in
one that makes other claims, and only where the clause says nothing else that is known.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from treatywatch.reading.claim import Claim, ClaimType
from treatywatch.reading.claims.figures.plan import plan_of
from treatywatch.reading.claims.ruled import bare, ruled_claim, ruled_clauses
from treatywatch.reading.syntax.clauses import Clause
from treatywatch.reading.syntax.context import ReadingContext
from treatywatch.reading.vocabulary.grammar import grammar
from treatywatch.reading.vocabulary.in_order import Meeting
from treatywatch.reading.vocabulary.wording import any_of
from treatywatch.reading.vocabulary.words import Words

_NEARBY = 10**9
_LEAST_WORDS = 3


def claims_left_over(
    context: ReadingContext, told: Sequence[Claim], clauses: Sequence[Clause]
) -> tuple[Claim, ...]:
    """Figures and plans of the clauses, and of parts of clauses, that ``told`` has left alone."""
    words = context.words
    if not told:
        return ()
    near = Meeting(told)
    parts = [part for clause in clauses for part in _left_over(context, clause, near)]
    figures = [
        ruled_claim(context, ClaimType.INDICATOR, one)
        for one in ruled_clauses(context, words.indicators, parts, left_over=True)
    ]
    taken = Meeting(figures)
    plans = [
        plan_of(context, one)
        for one in ruled_clauses(context, words.plans, _statements(words, parts), left_over=True)
        if not taken.meeting(one.start, one.end)
    ]
    return tuple(replace(one, sure=False) for one in (*figures, *plans))


def _statements(words: Words, parts: Sequence[Clause]) -> list[Clause]:
    """The parts but for those that only describe who was named: "who will speak on Friday"."""
    aside = frozenset(words.speech.relatives)
    return [one for one in parts if one.opener not in aside]


def _left_over(context: ReadingContext, clause: Clause, told: Meeting[Claim]) -> Iterator[Clause]:
    """What of a clause no claim covers, as far as it is joined to the rest."""
    inside = told.meeting(clause.start, clause.end)
    if not inside:
        yield clause
        return
    at = clause.start
    for claim in inside:
        if claim.start > at:
            yield from _part(context, clause, at, claim.start)
        at = max(at, claim.end)
    yield from _part(context, clause, at, clause.end)


def _part(context: ReadingContext, clause: Clause, start: int, end: int) -> Iterator[Clause]:
    """The stretch between claims, where a comma or a joiner parts it from each of them."""
    folded = context.folded
    if start > clause.start:
        joined = _joined(context.words).match(folded, start, end)
        if joined is None:
            return
        start = joined.end()
    if end < clause.end:
        parted = _parted(context.words).search(folded, max(start, end - _JOINT), end)
        if parted is None:
            return
        end = parted.start()
    start, end = bare(folded, start, end)
    if len(folded[start:end].split()) >= _LEAST_WORDS:
        yield replace(clause, start=start, end=end, opener="")


_JOINT = 8  # characters of ", while " before a claim


@grammar
def _joined(words: Words) -> re.Pattern[str]:
    joiner = any_of(words.speech.joiners)
    return re.compile(rf"[.\"')]?(?:,\s|\s(?={joiner}\s))")


@grammar
def _parted(words: Words) -> re.Pattern[str]:
    return re.compile(rf"(?:,\s?|(?<!\w){any_of(words.speech.joiners)}\s)$")
