"""Whether a State was in armed conflict on a day, as the record's sourced statements have it."""

from collections.abc import Sequence
from datetime import date, timedelta

from treatywatch.law.calendar import in_words
from treatywatch.law.clauses.exit import NOTHING_SAID, ArmedConflict
from treatywatch.law.participant import Conflict
from treatywatch.law.terms import Answer
from treatywatch.ledger.ledger import Ledger


def armed_conflict(
    ledger: Ledger, statements: Sequence[Conflict], known_on: date | None, day: date
) -> ArmedConflict:
    """What the statements on one State say of that day, as they could be known on ``known_on``.

    Statements that disagree give "unknown": who is right is not for a program to say. A statement
    without an end holds on; that it still will on a day to come is said in the words.
    """
    covering = [s for s in statements if _covers(s, day, known_on)]
    answers = {Answer(statement.in_armed_conflict) for statement in covering}
    if not answers:
        return NOTHING_SAID
    words = "; ".join(dict.fromkeys(_words(ledger, s) for s in covering))
    if len(answers) > 1:
        return ArmedConflict(Answer.UNKNOWN, f"the sources disagree: {words}")
    return ArmedConflict(answers.pop(), words, _over_on(covering, known_on))


def _covers(statement: Conflict, day: date, known_on: date | None) -> bool:
    if known_on is not None and statement.since.first() > known_on:
        return False
    ended = _end(statement, known_on)
    return statement.since.first() <= day and (ended is None or day <= ended)


def _end(statement: Conflict, known_on: date | None) -> date | None:
    """The last day of the statement; an end that lies after ``known_on`` was not known."""
    if statement.until is None:
        return None
    last = statement.until.last()
    return None if known_on is not None and last > known_on else last


def _over_on(covering: Sequence[Conflict], known_on: date | None) -> date | None:
    ends = [_end(statement, known_on) for statement in covering]
    known = [end for end in ends if end is not None]
    return max(known) + timedelta(days=1) if len(known) == len(ends) else None


def _words(ledger: Ledger, statement: Conflict) -> str:
    named = (name.strip() for name in statement.source.split(";"))
    sources = ((name, ledger.sources.get(name)) for name in named)
    said_by = "; ".join(dict.fromkeys(s.publisher if s else name for name, s in sources))
    told = {
        Answer.YES: "in armed conflict",
        Answer.NO: "in no armed conflict",
        Answer.UNKNOWN: "in armed conflict or not, which is not known,",
    }
    what = told[Answer(statement.in_armed_conflict)]
    since = in_words(statement.since)
    span = f"from {since} to {in_words(statement.until)}" if statement.until else f"since {since}"
    return f"{what} {span} (source: {said_by})"
