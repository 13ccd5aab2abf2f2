"""What an act brings about under a final clause, with the arithmetic that leads there."""

from dataclasses import dataclass, field
from enum import StrEnum

from treatywatch.law.calendar import When


class EffectKind(StrEnum):
    """What changes on the day."""

    BECOMES_SIGNATORY = "becomes-signatory"
    CONSENTS = "consents"
    ENTERS_INTO_FORCE = "enters-into-force"
    GIVES_NOTICE = "gives-notice"
    CEASES_TO_BE_PARTY = "ceases-to-be-party"
    NOTICE_REVOKED = "notice-revoked"
    CONSENT_TAKEN_BACK = "consent-taken-back"
    SIGNATURE_TAKEN_BACK = "signature-taken-back"
    APPLIES_PROVISIONALLY = "applies-provisionally"
    SUSPENSION_CLAIMED = "suspension-claimed"


@dataclass(frozen=True, slots=True)
class Reason:
    """One line of an explanation.

    ``words`` a sentence for the reader; ``article`` the clause ("Art. 20(3)", "VCLT Art. 26");
    ``acts`` the ids of the acts it rests on; ``arithmetic`` the sum, where one was made
    ("10 July 2025 + 6 months = 10 January 2026"); ``assumption`` what was taken for granted.
    """

    words: str
    article: str | None = None
    acts: tuple[str, ...] = ()
    arithmetic: str | None = None
    assumption: str | None = None


@dataclass(frozen=True, slots=True)
class Effect:
    """A change of standing on a day, in an interval, or undetermined, and why."""

    treaty: str
    participant: str
    kind: EffectKind
    when: When
    reasons: tuple[Reason, ...] = field(default=())
