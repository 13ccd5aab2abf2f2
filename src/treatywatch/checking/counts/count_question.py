"""What is asked when a report gives a number of States, and the numbers that its words allow."""

from datetime import date
from math import inf

from treatywatch.checking.grounds.finding import Basis, BasisKind
from treatywatch.checking.grounds.knowledge import Knowledge
from treatywatch.law.calendar import in_words
from treatywatch.reading.claim import Bound, Claim
from treatywatch.status.answers import Count, CountReport, CountRule
from treatywatch.values import frozen

_ABOUT, _SHORT = 0.05, 0.07  # "nearly 200" falls further short of a number than "some" exceeds it


@frozen
class Acceptable:
    """The numbers that a claim's words allow, both ends included."""

    low: float
    high: float

    def has(self, number: float) -> bool:
        """Whether the number is one of them."""
        return self.low <= number <= self.high


@frozen
class CountQuestion:
    """The number claimed and the day it is claimed for."""

    claim: Claim
    treaty: str
    value: float
    knowledge: Knowledge
    on: date

    def holds(self, number: float) -> bool:
        """Whether the words fit the number."""
        return acceptable(self.claim, self.value).has(number)

    def counts(self, day: date) -> CountReport:
        """Every count of the treaty on that day."""
        return self.knowledge.counts(self.treaty, day)

    def right_spans(self, rule: CountRule) -> list[tuple[date, date]]:
        """The spans of days on which the number was right, the first and the last day counted."""
        wanted = acceptable(self.claim, self.value)
        spans = self.knowledge.count_history(self.treaty).right_spans(wanted.low, wanted.high, rule)
        return [(span.since, span.last or date.max) for span in spans if span.since]

    def by_day(self) -> str:
        """ "by 18 March 2025" """
        return f"by {in_words(self.on)}"

    def basis(self, found: Count) -> Basis:
        """A count of the day as a basis."""
        return Basis(BasisKind.COUNT, f"{self.treaty} {found.rule} on {self.on}: {found.number}")


def acceptable(claim: Claim, value: float) -> Acceptable:
    """The numbers that the words allow: "133", "over 120", "some 50", "60 to 70"."""
    match claim.bound:
        case Bound.MORE_THAN | Bound.AT_LEAST:
            return Acceptable(value, inf)
        case Bound.LESS_THAN | Bound.AT_MOST:
            return Acceptable(0, value)
        case Bound.ABOUT:
            low, high = max(1.0, _SHORT * value), max(1.0, _ABOUT * value)
            return Acceptable(value - low, value + high)
        case Bound.EXACT:
            return Acceptable(value, claim.value_high or value)
