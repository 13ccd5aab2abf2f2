"""Extensions of a dated duty: decisions of the parties that give one of them more time."""

from datetime import date

from treatywatch.law.calendar import PartialDate
from treatywatch.law.terms import Confidence
from treatywatch.values import frozen


@frozen
class DeadlineExtension:
    """More time for one party's duty under one article, granted on a day, until a day.

    ``article`` is that of the duty in the treaty file ("5(1)"), ``granted_on`` the day of the
    decision, as precise as the record knows it, ``until`` the new last day.
    """

    treaty: str
    participant: str
    article: str
    until: date
    granted_on: PartialDate
    source: str
    confidence: Confidence = Confidence.HIGH
    note: str = ""

    @property
    def id(self) -> str:
        """Stable and unique: treaty, participant, "extension", article and new last day."""
        return f"{self.treaty}:{self.participant}:extension:{self.article}:{self.until}"
