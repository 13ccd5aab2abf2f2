"""What goes on to be said of a treaty: "bans germ weapons | and has no inspectors".

A second predicate says something by itself and is a fact of its own; where it leaves its subject
out, the subject is that of the one before it.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from treatywatch.reading.claim import Claim, ClaimType
from treatywatch.reading.claims.facts.ruled_facts import ruled_facts
from treatywatch.reading.claims.ruled import bare, date_in, going_on
from treatywatch.reading.syntax.clauses import Clause
from treatywatch.reading.syntax.context import ReadingContext
from treatywatch.reading.vocabulary.in_order import Meeting
from treatywatch.reading.vocabulary.rulebook import rulebook
from treatywatch.values import frozen

_CONTENT = "content"
_PLACE = "place"  # the role of a city in which something was done
# what is said of a treaty that may go on, and is not what somebody did with it
_OF_ITSELF = frozenset(
    {
        _CONTENT,
        "prohibits",
        "entry_into_force",
        "expiry",
        "duration",
        "limit",
        "reporting",
        "depositary",
        "withdrawal_rule",
        "name",
        "deadline",
    }
)


def up_to_the_next(context: ReadingContext, claims: Sequence[Claim]) -> list[Claim]:
    """The claims, a fact ending where another predicate goes on."""
    return [_up_to_the_next(context, claim) for claim in claims]


def _up_to_the_next(context: ReadingContext, claim: Claim) -> Claim:
    if claim.type is not ClaimType.TREATY_FACT:
        return claim
    further = next(_predicates(context, claim.start + 1, claim.end), None)
    if further is None:
        return claim
    start, end = bare(context.folded, claim.start, further.joint)
    date = date_in(context, start, end) if claim.stage == _CONTENT else claim.date
    return replace(claim, end=end, quote=context.report.text[claim.start : end], date=date)


def further_predicates(
    context: ReadingContext, told: Sequence[Claim], clauses: Sequence[Clause]
) -> tuple[Claim, ...]:
    """What goes on to be said behind the facts, where no claim has it."""
    facts = [claim for claim in told if _goes_on(context, claim)]
    met = Meeting(told)
    found: list[Claim] = []
    for fact in facts:
        piece = _behind(context, fact, clauses)
        if piece is not None and not met.meeting(piece.start, piece.end):
            by_rule = [c for c in ruled_facts(context, told, [piece]) if c.treaty == fact.treaty]
            found += by_rule or [_as_content(context, fact, piece)]
    return tuple(found)


def _goes_on(context: ReadingContext, claim: Claim) -> bool:
    """Whether it is a fact that has the treaty as its subject, so that more may be said of it."""
    if claim.type is not ClaimType.TREATY_FACT or claim.stage not in _OF_ITSELF:
        return False
    people = context.people_in(claim.start, claim.end)
    return all(one.role == _PLACE for one in people)


def _behind(context: ReadingContext, fact: Claim, clauses: Sequence[Clause]) -> Clause | None:
    """The predicate that follows the fact in its clause, up to the one after that."""
    clause = clauses[bisect_right(clauses, fact.end - 1, key=lambda one: one.start) - 1]
    first, after, *_ = (*_predicates(context, fact.end, clause.end), None, None)
    if first is None or context.folded[fact.end : first.joint].strip(" ,"):
        return None
    start, end = bare(context.folded, first.start, after.joint if after else clause.end)
    if len(context.folded[start:end].split()) < _LEAST or context.people_in(start, end):
        return None
    return replace(clause, start=start, end=end, opener="")


_LEAST = 2  # words of a predicate that says something


def _as_content(context: ReadingContext, fact: Claim, piece: Clause) -> Claim:
    return Claim(
        ClaimType.TREATY_FACT,
        context.report.text[piece.start : piece.end],
        piece.start,
        piece.end,
        fact.treaty,
        stage=_CONTENT,
        date=date_in(context, piece.start, piece.end),
    )


@frozen
class _Predicate:
    """Where a verb begins of which a treaty is the subject, and where the joint before it does."""

    joint: int
    start: int


def _predicates(context: ReadingContext, start: int, end: int) -> Iterator[_Predicate]:
    """The predicates that go on behind "and" between two offsets."""
    rules = rulebook(context.words).sections[context.words.facts]
    for place in going_on(context, rules, start, end):
        yield _Predicate(context.folded.rfind(" ", start, place - 1), place)
