"""Yearly figures that reports quote, and where facts come from."""

from treatywatch.law.terms import Confidence
from treatywatch.values import frozen


@frozen
class Source:
    """Where a fact was found: title, publisher, address, and the day it was seen (ISO date)."""

    id: str
    title: str
    publisher: str
    url: str
    retrieved: str


@frozen
class Indicator:
    """A figure with its year: casualties worldwide in 2013, stockpiled mines destroyed up to 2024.

    ``kind`` is a sub-kind of the claim type indicator; ``participant`` None means worldwide;
    ``low`` and ``high`` bound the value where sources give a range.
    """

    kind: str
    subject: str
    participant: str | None
    year: int
    value: float
    low: float
    high: float
    unit: str
    source: str
    confidence: Confidence
    note: str = ""
