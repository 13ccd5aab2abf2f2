"""The words of treaty law that the code uses, as closed lists.

Definitions follow the Vienna Convention on the Law of Treaties of 1969 (VCLT); the article stands
beside each word. The text of a member is the word in files and in JSON.
"""

from enum import StrEnum


class Standing(StrEnum):
    """How a State or organisation stands to one treaty on one day."""

    THIRD_STATE = "third-state"  # VCLT Art. 2(1)(h)
    SIGNATORY = "signatory"  # VCLT Art. 18
    CONTRACTING_STATE = "contracting-state"  # consented, not yet in force for it: Art. 2(1)(f)
    PARTY = "party"  # VCLT Art. 2(1)(g)
    PARTY_UNDER_NOTICE = "party-under-notice"  # notice given, still fully bound
    FORMER_PARTY = "former-party"  # VCLT Art. 70
    UNDETERMINED = "undetermined"  # cannot be said; the reason travels with it


class ActKind(StrEnum):
    """What a participant does towards a treaty. Kinds of consent are kept apart, never merged."""

    SIGNATURE = "signature"
    DEFINITIVE_SIGNATURE = "definitive-signature"  # VCLT Art. 12
    RATIFICATION = "ratification"  # VCLT Art. 14
    ACCEPTANCE = "acceptance"
    APPROVAL = "approval"
    ACCESSION = "accession"  # VCLT Art. 15
    SUCCESSION = "succession"
    FORMAL_CONFIRMATION = "formal-confirmation"  # an organisation's ratification
    CONSENT_TO_BE_BOUND = "consent-to-be-bound"
    PROVISIONAL_APPLICATION = "provisional-application"  # VCLT Art. 25
    PROVISIONAL_APPLICATION_ENDED = "provisional-application-ended"  # VCLT Art. 25(2)
    WITHDRAWAL_NOTICE = "withdrawal-notice"  # withdrawal or denunciation: VCLT Arts. 56, 67
    WITHDRAWAL_REVOKED = "withdrawal-revoked"  # VCLT Art. 68
    CONSENT_WITHDRAWN = "consent-withdrawn"  # taken back before entry into force for the State
    SIGNATURE_WITHDRAWN = "signature-withdrawn"  # "unsigning": VCLT Art. 18(a)
    SUSPENSION_NOTICE = "suspension-notice"  # VCLT Arts. 57, 62; ends nothing
    OBJECTION = "objection"  # to another participant's act
    TERRITORIAL_APPLICATION = "territorial-application"  # VCLT Art. 29
    TERRITORIAL_EXCLUSION = "territorial-exclusion"  # said with the consent: VCLT Art. 29
    EXPULSION = "expulsion"


class Stage(StrEnum):
    """Steps on the way out. Only NOTIFIED is an act; EFFECTIVE is computed."""

    CONSIDERED = "considered"
    RECOMMENDED = "recommended"
    ANNOUNCED = "announced"
    APPROVED_BY_GOVERNMENT = "approved_by_government"
    APPROVED_BY_PARLIAMENT = "approved_by_parliament"
    SIGNED_INTO_LAW = "signed_into_law"
    NOTIFIED = "notified"
    EFFECTIVE = "effective"
    REVOKED = "revoked"
    SUSPENDED = "suspended"
    CONSENT_WITHDRAWN = "consent_withdrawn"
    OBJECTION = "objection"


class Confidence(StrEnum):
    """How well a fact is supported; it travels with every answer that rests on the fact."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class Answer(StrEnum):
    """An answer to a question of fact that sources may dispute ("was it in armed conflict?")."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"
