"""Which acts express consent to be bound (VCLT Arts. 11-15)."""

from treatywatch.law.terms import ActKind

CONSENT_KINDS = frozenset(
    {
        ActKind.DEFINITIVE_SIGNATURE,
        ActKind.RATIFICATION,
        ActKind.ACCEPTANCE,
        ActKind.APPROVAL,
        ActKind.ACCESSION,
        ActKind.SUCCESSION,
        ActKind.FORMAL_CONFIRMATION,
        ActKind.CONSENT_TO_BE_BOUND,
    }
)

RATIFYING_KINDS = frozenset({ActKind.RATIFICATION, ActKind.ACCEPTANCE, ActKind.APPROVAL})
ACCEDING_KINDS = frozenset({ActKind.ACCESSION, ActKind.SUCCESSION})
OTHER_KINDS = CONSENT_KINDS - RATIFYING_KINDS - ACCEDING_KINDS
