"""Acts towards a treaty, and the domestic steps that are none."""

from dataclasses import field
from datetime import date

from treatywatch.law.calendar import PartialDate
from treatywatch.law.terms import ActKind, Confidence, Stage
from treatywatch.law.unit import WHOLE, Unit
from treatywatch.values import frozen

# What stands in the canonical form of a value only where it is given, so that the acts about the
# whole keep the content that they had before there were others (docs/proofs.md).
_ONLY_IF_GIVEN = {"only_if_given": True}


@frozen
class Act:
    """One act of one participant towards one treaty.

    ``done_on`` is the day of the act itself (for an instrument, its deposit; for a notice, its
    date), ``received_on`` the day the depositary received it (VCLT Arts. 16, 78), ``learned_on``
    the day from which it could be known; both are ``done_on`` where the record does not tell them
    apart. ``effect_printed`` is what a depositary printed, kept beside what the law computes.
    ``named_date`` is a later date that a notice names for its own effect. ``target`` is the id of
    the act that a revocation or an objection is about. ``part`` and ``territory`` narrow the act to
    a part of the treaty, or to a territory of the participant (VCLT Arts. 29, 44).
    """

    treaty: str
    participant: str
    kind: ActKind
    done_on: PartialDate
    received_on: PartialDate
    learned_on: PartialDate
    source: str
    confidence: Confidence = Confidence.HIGH
    effect_printed: PartialDate | None = None
    named_date: date | None = None
    target: str | None = None
    note: str = ""
    part: str | None = field(default=None, metadata=_ONLY_IF_GIVEN)
    territory: str | None = field(default=None, metadata=_ONLY_IF_GIVEN)

    @property
    def unit(self) -> Unit:
        """What the act concerns."""
        whole = self.part is None and self.territory is None
        return WHOLE if whole else Unit(self.part, self.territory)

    @property
    def cited(self) -> tuple[str, ...]:
        """The ids by which a reason may name the act: its own."""
        return (self.id,)

    @property
    def id(self) -> str:
        """Stable and unique: treaty, participant, kind and day of receipt, then the unit if any."""
        about = "".join(f":{name}" for name in (self.part, self.territory) if name)
        return f"{self.treaty}:{self.participant}:{self.kind}:{self.received_on}{about}"


@frozen
class Step:
    """Something done at home about leaving or joining: no standing moves, but reports speak of it.

    ``stage`` is one of terms.Stage, or for joining a free sub-kind ("approved_by_parliament").
    ``by`` says who took it ("defence ministers", "Saeima"). ``of_suspension`` tells that it was a
    step towards suspending the treaty, which ends no membership, and not towards leaving it.
    """

    treaty: str
    participant: str
    stage: Stage
    done_on: PartialDate
    by: str
    source: str
    confidence: Confidence = Confidence.HIGH
    note: str = ""
    of_suspension: bool = False

    @property
    def id(self) -> str:
        """Stable and unique."""
        return f"{self.treaty}:{self.participant}:{self.stage}:{self.done_on}"
