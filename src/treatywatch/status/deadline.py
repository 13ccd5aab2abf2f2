"""A deadline: the last day for one duty of one party, and whether it will still bind then."""

from datetime import date
from enum import StrEnum

from treatywatch.law.calendar import Interval, Undetermined, When
from treatywatch.law.effect import Reason
from treatywatch.law.terms import Confidence
from treatywatch.values import frozen


class DeadlineState(StrEnum):
    """Whether the party will be bound by the treaty on the day."""

    STANDS = "stands"
    IF_BOUND = "if-bound"  # whether it is bound on that day cannot be said, or waits for a conflict
    FALLS_AWAY = "falls-away"  # it will have left by then


@frozen
class Deadline:
    """The last day for one duty of one party.

    ``membership`` tells several spells of membership apart (1 is the first), ``year`` the yearly
    occurrences, whose first is reckoned from ``first_due``. ``revision`` counts the acts and
    decisions that changed the deadline since it first stood: notices, revocations, extensions.
    """

    treaty: str
    participant: str
    article: str
    what: str
    due: When
    state: DeadlineState
    reasons: tuple[Reason, ...]
    membership: int = 1
    year: int | None = None
    revision: int = 0
    confidence: Confidence = Confidence.HIGH
    first_due: date | None = None

    @property
    def id(self) -> str:
        """Stable while its day moves: treaty, participant, article, duty, membership, year."""
        parts = [self.treaty, self.participant, self.article, self.what, str(self.membership)]
        return ":".join([*parts, *([str(self.year)] if self.year else [])])

    def first_day(self) -> date | None:
        """The first day on which it can fall due; None where no day can be given."""
        return first_of(self.due)


def first_of(when: When) -> date | None:
    """The first day that a day, an interval or an open question can mean; None where none can."""
    match when:
        case date():
            return when
        case Interval(not_before):
            return not_before
        case Undetermined(since=since):
            return since
