"""A claim: what a report says about a treaty, tied to the exact characters that say it."""

from enum import StrEnum

from treatywatch.law.calendar import PartialDate
from treatywatch.values import frozen


class ClaimType(StrEnum):
    """The seven types of claim; a claim's ``stage`` is its sub-kind (listed in docs/reading.md)."""

    PARTICIPATION = "participation"
    WITHDRAWAL = "withdrawal"
    COUNT = "count"
    TREATY_FACT = "treaty_fact"
    INDICATOR = "indicator"
    PLAN = "plan"
    QUOTE = "quote"


class Voice(StrEnum):
    """What the report does with the act it speaks of."""

    DID = "did"
    WILL = "will"
    INTENDS = "intends"
    URGED = "urged"
    CONSIDERS = "considers"
    DENIED = "denied"
    REPORTED = "reported"


class Bound(StrEnum):
    """How a number is meant: "133", "over 120", "up to 4", "some 50"."""

    EXACT = "exact"
    MORE_THAN = "more_than"
    LESS_THAN = "less_than"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    ABOUT = "about"


class ReadBy(StrEnum):
    """Whose reading a claim is: by rules, of a table, by likeness, or by a second reader."""

    FIRST = "first"
    TABLE = "table"
    LIKENESS = "likeness"
    SECOND = "second"


@frozen
class Claim:
    """What is claimed, and where.

    ``text[start:end] == quote`` in the report's normalised text, always. ``participants`` are ids
    in the order in which they are named. ``treaty`` None means that none could be told.
    ``date`` has the precision the report gives. ``value`` and ``value_high`` are a number or a
    range ("nine to twelve" is 9 and 12), ``unit`` its unit ("months", "states", "percent"),
    ``bound`` how it is meant, ``of_total`` the second number in "165 of the 193". ``hedged`` tells
    "may", "reportedly" and the like; ``named_group`` the words where participants were named as a
    group.
    ``article`` is an article of the treaty that the report itself cites. ``under_way`` tells that
    an exit is said to be going on ("is leaving", "quits"), without a step that it has reached.
    ``until`` is the day up to which a standing is said to last ("a party until March 2022").
    ``in_full`` is what the words of an answer say with their question: "Finland has left" of "Yes".
    ``sure`` is false where only loose words tell it: such a claim may be borne out, never wrong.
    """

    type: ClaimType
    quote: str
    start: int
    end: int
    treaty: str | None
    participants: tuple[str, ...] = ()
    stage: str | None = None
    voice: Voice = Voice.DID
    negated: bool = False
    hedged: bool = False
    date: PartialDate | None = None
    value: float | None = None
    value_high: float | None = None
    unit: str | None = None
    bound: Bound = Bound.EXACT
    of_total: float | None = None
    article: str | None = None
    named_group: str | None = None
    speaker: str | None = None
    role: str | None = None
    stance: str | None = None
    under_way: bool = False
    read_by: ReadBy = ReadBy.FIRST
    sure: bool = True
    sole: bool = False  # of a cell that tells all that was done: "S" where others have "P"
    in_full: str = ""
    until: PartialDate | None = None
