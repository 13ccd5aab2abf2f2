"""The final clauses of a treaty in words, as a reader of the treaty would sum them up."""

from collections.abc import Iterator
from datetime import date

from treatywatch.law.calendar import in_words
from treatywatch.law.clauses.final import (
    Both,
    FinalClauses,
    Instruments,
    NamedStates,
    Share,
    Silence,
    Threshold,
    Until,
    Withdrawal,
)
from treatywatch.law.effect import art
from treatywatch.values import frozen


@frozen
class ClauseLine:
    """One clause: what it is about, what it says, and where it stands (empty: in no article)."""

    about: str
    words: str
    article: str


def clause_lines(clauses: FinalClauses) -> tuple[ClauseLine, ...]:
    """Every final clause of a treaty, from joining to leaving, each with its article."""
    return (*_joining(clauses), *_leaving(clauses), *_around(clauses))


def threshold_words(threshold: Threshold) -> str:
    """What has to come together: "40 instruments", "instruments of 44 named States"."""
    match threshold:
        case Instruments(number, of_kinds):
            kinds = " or ".join(sorted(kind.replace("-", " ") for kind in of_kinds))
            return f"{number} instruments" + (f" of {kinds}" if kinds else "")
        case NamedStates(states):
            return f"the instruments of {len(states)} named States"
        case Share(percent, of):
            return f"instruments of participants with {percent:g} % of {of}"
        case Both(conditions):
            return " and ".join(threshold_words(one) for one in conditions)


def _joining(clauses: FinalClauses) -> Iterator[ClauseLine]:
    if clauses.signature is not None:
        until = _until(clauses.signature.until)
        yield ClauseLine("Signature", f"open {until}", art(clauses.signature.article))
    if clauses.accession is not None:
        begin = {
            Until.ANY_TIME: "open at any time",
            Until.NEVER: "not open",
            Until.ENTRY_INTO_FORCE: "open from the treaty's entry into force",
        }
        words = begin.get(clauses.accession.from_when, "open once signature has closed")
        yield ClauseLine("Accession", words, art(clauses.accession.article))
    entry = clauses.of_the_treaty
    rule = entry.takes_effect.words
    needed = "" if entry.needs is None else f", once there are {threshold_words(entry.needs)}"
    yield ClauseLine("Entry into force of the treaty", f"{rule}{needed}", art(entry.article))
    later = clauses.for_a_later_participant
    if later is not None:
        about = "Entry into force for a later participant"
        yield ClauseLine(about, later.takes_effect.words, art(later.article))
    if clauses.provisional_application is not None:
        applied = clauses.provisional_application
        yield ClauseLine("Provisional application", applied.covers, art(applied.article))


def _leaving(clauses: FinalClauses) -> Iterator[ClauseLine]:
    clause = clauses.withdrawal
    if isinstance(clause, Silence):
        yield ClauseLine("Withdrawal", clause.words, "")
    else:
        yield from _withdrawal(clause)
    suspension = clauses.suspension
    article = "" if isinstance(suspension, Silence) else art(suspension.article)
    yield ClauseLine("Suspension", suspension.words, article)
    if clauses.expulsion is not None:
        expelled = clauses.expulsion
        yield ClauseLine("Expulsion", expelled.takes_effect.words, art(expelled.article))
    for end in clauses.ends_with:
        words = f"leaving {end.treaty} ends this one too, {end.takes_effect.words}"
        yield ClauseLine("End with another treaty", words, art(end.article))


def _withdrawal(clause: Withdrawal) -> Iterator[ClauseLine]:
    article = art(clause.article)
    yield ClauseLine("Withdrawal takes effect", clause.takes_effect.words, article)
    if clause.notice_to:
        told = ", ".join(to.replace("-", " ") for to in clause.notice_to)
        yield ClauseLine("Notice of withdrawal goes to", told, article)
    if clause.grounds:
        yield ClauseLine("Grounds for withdrawal", clause.grounds, article)
    if clause.lock is not None:
        words = f"not before {clause.lock.until.words}"
        yield ClauseLine("Earliest withdrawal", words, art(clause.lock.article))
    if clause.window is not None:
        window = clause.window
        words = f"only within {window.open_years} year in every {window.every_years}"
        yield ClauseLine("Window for a notice", words, art(window.article))
    if clause.postponed is not None:
        until = clause.postponed.until.replace("-", " ")
        words = f"a party in armed conflict when the period ends stays bound until the {until}"
        yield ClauseLine("Postponed withdrawal", words, art(clause.postponed.article))
    if clause.survives:
        yield ClauseLine("What binds after the exit", clause.survives, article)


def _around(clauses: FinalClauses) -> Iterator[ClauseLine]:
    duration = clauses.duration
    ends = duration.end_as_known_on(None)
    words = "unlimited" if ends is None else f"until {in_words(ends)}"
    yield ClauseLine("Duration", words, art(duration.article) if duration.article else "")
    if clauses.reservations is not None:
        reservations = clauses.reservations
        article = art(reservations.article) if reservations.article else ""
        yield ClauseLine("Reservations", reservations.allowed, article)


def _until(until: Until | date) -> str:
    if isinstance(until, date):
        return f"until {in_words(until)}"
    return {
        Until.ANY_TIME: "at any time",
        Until.NEVER: "to nobody",
        Until.ENTRY_INTO_FORCE: "until the treaty enters into force",
    }[until]
