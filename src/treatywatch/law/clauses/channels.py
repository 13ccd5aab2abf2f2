"""How an act reaches the other side: through a depositary, or from one party to the other."""

from treatywatch.law.clauses.final import Withdrawal
from treatywatch.law.clauses.general_succession import law_of_notifying
from treatywatch.law.terms import ActKind
from treatywatch.law.treaty import DEPOSITARYS, NOBODY, Treaty

_EACH_OTHER = {"other-party": "the other party", "other-parties": "the other parties"}


def consent_given(treaty: Treaty, kind: ActKind) -> str:
    """ "ratification deposited with the depositary" (VCLT Art. 16)."""
    what = kind.value.replace("-", " ")
    if treaty.depositary == NOBODY:
        passed = "notified to" if kind is ActKind.SUCCESSION else "exchanged with"
        return f"{what} {passed} the other party"
    return f"{what} deposited with the depositary"


def article_of_consent(kind: ActKind, law_of_succession: str | None) -> str:
    """The article of general law by which the act expresses consent to be bound."""
    if kind is ActKind.SUCCESSION:  # the VCLT leaves succession to others (Art. 73)
        return law_of_notifying(law_of_succession)
    return "VCLT Art. 16"


def notice_received(treaty: Treaty) -> str:
    """ "notice of withdrawal received by the depositary", or by whom the clause names instead."""
    by = _receiver(treaty)
    return f"notice of withdrawal received by {by}" if by else "notice of withdrawal received"


def _receiver(treaty: Treaty) -> str:
    clause = treaty.final_clauses.withdrawal
    told = clause.notice_to if isinstance(clause, Withdrawal) else ()
    if DEPOSITARYS in told or (not told and treaty.depositary != NOBODY):
        return "the depositary"
    return next((_EACH_OTHER[one] for one in told if one in _EACH_OTHER), "")
