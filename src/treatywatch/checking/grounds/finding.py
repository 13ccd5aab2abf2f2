"""A finding: a claim with its verdict, the reasons and the basis it rests on."""

from enum import StrEnum

from treatywatch.reading.claim import Claim
from treatywatch.values import frozen


class Verdict(StrEnum):
    """How a claim holds. Opinions and possibilities are NOT_CHECKED; no basis, no verdict."""

    BORNE_OUT = "borne_out"
    CONTRADICTED = "contradicted"
    PREMATURE = "premature"
    OUTDATED = "outdated"
    UNDETERMINED = "undetermined"
    NOT_CHECKED = "not_checked"


class BasisKind(StrEnum):
    """What a verdict may rest on."""

    ACT = "act"  # an act's id
    ARTICLE = "article"  # "apmbc 20(3)"
    STEP = "step"  # a domestic step's id
    COUNT = "count"  # a count with its rule
    MILESTONE = "milestone"  # "apmbc adoption 1997-09-18"
    INDICATOR = "indicator"
    GROUP = "group"
    CLAIM = "claim"  # another claim of the same report


@frozen
class Basis:
    """One thing that a verdict rests on: its kind, its name in the record, and its source."""

    kind: BasisKind
    name: str
    source: str | None = None


@frozen
class Finding:
    """A claim and how it holds.

    ``verdict`` uses what was known on the report's date, ``verdict_now`` what is known now; the
    reasons say which is which. A verdict other than NOT_CHECKED and UNDETERMINED has a basis.
    """

    claim: Claim
    verdict: Verdict
    reasons: tuple[str, ...]
    basis: tuple[Basis, ...]
    as_known_on: str | None
    verdict_now: Verdict
    reasons_now: tuple[str, ...] = ()
