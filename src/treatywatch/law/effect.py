"""What an act brings about under a final clause, with the arithmetic that leads there."""

import re
from dataclasses import field
from datetime import date
from enum import StrEnum
from functools import cache

from treatywatch.law.calendar import When
from treatywatch.values import frozen

_NUMBERED = re.compile(r"(?:[0-9]+|[IVXLCDM]+)(?:\W|$)")


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
    ENDS_PROVISIONAL_APPLICATION = "ends-provisional-application"
    SUSPENSION_CLAIMED = "suspension-claimed"


@frozen
class Reason:
    """One line of an explanation.

    ``words`` a sentence for the reader; ``article`` the clause ("Art. 20(3)", "VCLT Art. 26");
    ``acts`` the ids of the acts it rests on; ``arithmetic`` the sum, where one was made
    ("10 July 2025 + 6 months = 10 January 2026"); ``assumption`` what was taken for granted;
    ``day`` the day that the line is about, where it is about one.
    """

    words: str
    article: str | None = None
    acts: tuple[str, ...] = ()
    arithmetic: str | None = None
    assumption: str | None = None
    day: date | None = None

    def without(self, act: str) -> "Reason":
        """The same line, which no longer rests on the act of that id."""
        if act not in self.acts:
            return self
        others = tuple(known for known in self.acts if known != act)
        return Reason(self.words, self.article, others, self.arithmetic, self.assumption, self.day)


@frozen
class Effect:
    """A change of standing on a day, in an interval, or undetermined, and why."""

    treaty: str
    participant: str
    kind: EffectKind
    when: When
    reasons: tuple[Reason, ...] = field(default=())


@cache
def art(article: str) -> str:
    """ "Art. 17(2)"; an article that already names its instrument stays as it is."""
    return f"Art. {article}" if _NUMBERED.match(article) else article
