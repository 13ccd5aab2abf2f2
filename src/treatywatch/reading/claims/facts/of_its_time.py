"""Claims that their day tells to be of another treaty than the one in focus.

"A colonel spoke of the test ban, too. The treaty, in force since 1970, ..." goes on about the
Non-Proliferation Treaty: nothing was signed, joined or in force before it was there. Of those that
the report has named, the last that was there by then is meant, and goes on being meant until a
treaty is named.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from treatywatch.reading.claim import Claim, ClaimType, ReadBy
from treatywatch.reading.naming.attributes import Attributes
from treatywatch.reading.syntax.context import ReadingContext

_ACTS = frozenset({ClaimType.PARTICIPATION, ClaimType.WITHDRAWAL})
_SIGNED = frozenset({"signature", "entry_into_force"})
_MADE = "adoption"
_YEARS_IN_MAKING = 1  # from the last round of talks on a treaty to the day of its signing
_BACK = 30  # mentions of treaties within which the one that is meant is looked for


def of_their_time(
    context: ReadingContext, claims: Sequence[Claim], attributes: Attributes
) -> Iterator[Claim]:
    """The claims in text order, those dated before their treaty was there given to one that was.

    A table tells by its heads what a cell is on, be its day wrong.
    """
    naming = _Naming(context, attributes)
    meant: dict[str | None, str] = {}  # since the last name: what was in focus, and what is meant
    until = 0
    for claim in sorted(claims, key=lambda one: one.start):
        if claim.read_by is ReadBy.TABLE:
            yield claim
            continue
        if claim.start >= until:
            meant, until = {}, naming.next_after(claim.start)
        if claim.treaty not in meant and (older := naming.of_its_day(claim)) is not None:
            meant[claim.treaty] = older
        treaty = None if naming.names_it(claim) else meant.get(claim.treaty)
        yield claim if treaty is None else replace(claim, treaty=treaty)


class _Naming:
    """Where a report names its treaties, and from when on they were there."""

    def __init__(self, context: ReadingContext, attributes: Attributes) -> None:
        self._context, self._attributes = context, attributes
        self._all = [mention.start for mention in context.treaty_mentions]
        self._named = [m.start for m in context.treaty_mentions if m.role != _REFERS]
        self._ends = {passage.paragraph: passage.end for passage in context.passages}

    def next_after(self, start: int) -> int:
        """Where the next treaty is named behind the offset, or its paragraph ends."""
        passage = self._context.passage_at(start)
        end = self._ends[passage.paragraph] if passage is not None else start + 1
        following = bisect_right(self._named, start)
        return min((end, *self._named[following : following + 1]))

    def names_it(self, claim: Claim) -> bool:
        """Whether the words of the claim name a treaty themselves."""
        inside = self._context.treaties_in(claim.start, claim.end)
        return any(mention.role != _REFERS for mention in inside)

    def of_its_day(self, claim: Claim) -> str | None:
        """The treaty that the claim is of by its day; None where that is no other."""
        slack = _YEARS_IN_MAKING if claim.stage == _MADE else 0
        told = claim.type in _ACTS or claim.stage in _SIGNED or claim.stage == _MADE
        if not told or claim.date is None or claim.treaty is None or self.names_it(claim):
            return None
        year = claim.date.last().year
        there = self._attributes.there_since(claim.treaty)
        return self._there_in(year, claim.start) if there and year + slack < there else None

    def _there_in(self, year: int, before: int) -> str | None:
        """The treaty named last before the offset that was there in the year."""
        last = bisect_left(self._all, before)
        for mention in reversed(self._context.treaty_mentions[max(0, last - _BACK) : last]):
            there = self._attributes.there_since(mention.ids[0])
            if there is not None and there <= year:
                return mention.ids[0]
        return None


_REFERS = "anaphor"
