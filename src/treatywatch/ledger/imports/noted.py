"""What end notes give: acts, meanings, complaints."""

from dataclasses import dataclass, field

from treatywatch.law.calendar import PartialDate
from treatywatch.law.terms import ActKind
from treatywatch.values import frozen


@frozen
class NotedAct:
    """An act told outside the table; ``received`` None means on the day on which it was done."""

    participant: str
    kind: ActKind
    day: PartialDate
    received: PartialDate | None = None
    effect: PartialDate | None = None
    note: str = ""


@dataclass(slots=True)
class NoteReading:
    """What one end note was taken to mean; ``told`` belongs into the notes of the row's acts."""

    meanings: list[str] = field(default_factory=list)
    told: list[str] = field(default_factory=list)
    acts: list[NotedAct] = field(default_factory=list)
    complaints: list[tuple[str, str]] = field(default_factory=list)
