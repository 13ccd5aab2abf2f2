"""Whether a way of joining is open on a day, and to the one who takes it (VCLT Arts. 11 to 15)."""

from datetime import date, timedelta

from treatywatch.law.calendar import Come, in_words
from treatywatch.law.clauses.final import Accession, FinalClauses, OnlyFor, Signature, Until
from treatywatch.law.effect import art
from treatywatch.law.terms import ActKind
from treatywatch.values import frozen

_BY_SIGNATORIES = {ActKind.RATIFICATION, ActKind.ACCEPTANCE, ActKind.APPROVAL}


@frozen
class NotOpen:
    """Why an act does not fit the clause on joining.

    ``bars`` tells that the treaty is closed on that day; else only the kind of act is not the one
    that the text has for this participant, which a depositary may let pass.
    """

    words: str
    article: str
    bars: bool


def not_open(
    clauses: FinalClauses, kind: ActKind, day: date, *, begun: Come, signed: bool | None
) -> NotOpen | None:
    """What keeps an act of this kind from fitting the treaty's clauses; None where it fits.

    ``begun`` tells whether the treaty is in force on the day, ``signed`` whether the one who acts
    has signed (None: the record cannot tell, or nobody is named).
    """
    if kind is ActKind.SIGNATURE:
        return _signature(clauses.signature, day, begun)
    if kind is ActKind.ACCESSION:
        return _accession(clauses, day, begun, signed=signed)
    clause = clauses.ratification
    if kind not in _BY_SIGNATORIES or clause is None or signed is not False:
        return None
    words = "the text opens ratification, acceptance and approval to signatories; it has not signed"
    return NotOpen(words, art(clause.article), bars=False)


def _signature(clause: Signature | None, day: date, begun: Come) -> NotOpen | None:
    if clause is None:
        return None
    closed = (
        day > clause.until
        if isinstance(clause.until, date)
        else clause.until is Until.ENTRY_INTO_FORCE and begun is Come.YES
    )
    words = f"the treaty is no longer open for signature on {in_words(day)}"
    return NotOpen(words, art(clause.article), bars=True) if closed else None


def _accession(
    clauses: FinalClauses, day: date, begun: Come, *, signed: bool | None
) -> NotOpen | None:
    clause = clauses.accession
    if not isinstance(clause, Accession):
        return None
    article = art(clause.article)
    if clause.from_when is Until.NEVER:
        return NotOpen("the treaty is not open for accession", article, bars=True)
    if clause.from_when is Until.ENTRY_INTO_FORCE and begun is Come.NO:
        return NotOpen("the treaty is open for accession only once it is in force", article, True)
    opens = opening_for_accession(clauses)
    if opens is not None and day < opens:
        words = f"the treaty is open for accession from {in_words(opens)} on, after the signing"
        return NotOpen(words, article, bars=True)
    if clause.only_for is OnlyFor.NON_SIGNATORIES and signed:
        words = "the text opens accession to those who have not signed; it has, and could ratify"
        return NotOpen(words, article, bars=False)
    return None


def opening_for_accession(clauses: FinalClauses) -> date | None:
    """The day after the last day of signature, where the treaty opens for accession then."""
    accession, signature = clauses.accession, clauses.signature
    if accession is None or accession.from_when is not Until.CLOSING_OF_SIGNATURE:
        return None
    last = signature.until if signature is not None else None
    return last + timedelta(days=1) if isinstance(last, date) else None
