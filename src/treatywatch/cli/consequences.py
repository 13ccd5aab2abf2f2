"""What suppositions would change, in words: names and days as a reader says them."""

from collections.abc import Iterator
from datetime import date, timedelta

from treatywatch.law.calendar import in_words
from treatywatch.law.terms import Standing
from treatywatch.ledger.ledger import Ledger
from treatywatch.status.deadline import Deadline, DeadlineState
from treatywatch.status.units import unit_name
from treatywatch.status.whatif import Consequences, CountChange, DeadlineChange, StandingChange


def lines(found: Consequences, ledger: Ledger) -> Iterator[str]:
    """A line for each standing, count, entry into force and deadline that becomes another one."""
    yield from (_of_a_standing(change, ledger) for change in found.standings)
    yield from (_of_a_count(change, found.on, ledger) for change in found.counts_on(found.on))
    for entry in found.entries:
        how = "its entry into force moves" if entry.moved else "its threshold is nearer or farther"
        yield f"{_treaty(entry.treaty, ledger)}: {how}"
    yield from (_of_a_deadline(change, ledger) for change in found.deadlines)
    if not (found.standings or found.counts or found.entries or found.deadlines):
        yield "Nothing changes."


def _treaty(treaty: str, ledger: Ledger) -> str:
    return ledger.treaties[treaty].short_title


def _both(participant: str, treaty: str, ledger: Ledger) -> str:
    return f"{ledger.participants[participant].common_name}, {_treaty(treaty, ledger)}"


def _of_a_standing(change: StandingChange, ledger: Ledger) -> str:
    about = unit_name(change.unit, ledger.treaties[change.treaty], ledger)
    unit = f" ({about})" if about else ""
    now = _standing(change.after.standing)
    words = f"{now} instead of {_standing(change.before.standing)}"
    if change.before.standing is change.after.standing:
        words = f"{now} as before, contested in another way"
    who = _both(change.participant, change.treaty, ledger)
    return f"{who}{unit}: {_span(change.since, change.until)} {words}"


def _standing(standing: Standing) -> str:
    return standing.value.replace("-", " ")


def _span(since: date | None, until: date | None) -> str:
    begun = f"from {in_words(since)}" if since else "at all times"
    return f"{begun} to {in_words(until - timedelta(days=1))}" if until else begun


def _of_a_count(change: CountChange, on: date, ledger: Ledger) -> str:
    moved = f"{change.after} instead of {change.before}"
    return f"{_treaty(change.treaty, ledger)}: {moved} {change.rule} on {in_words(on)}"


def _of_a_deadline(change: DeadlineChange, ledger: Ledger) -> str:
    one = change.after or change.before
    assert one is not None
    duty = f"{_both(one.participant, one.treaty, ledger)}: {one.what} (Art. {one.article})"
    return f"{duty}: {_due(change.after)} instead of {_due(change.before)}"


def _due(deadline: Deadline | None) -> str:
    if deadline is None:
        return "nothing due"
    first = deadline.first_day()
    day = f"due on {in_words(first)}" if first else "due on an open day"
    return f"{day} ({_STATES.get(deadline.state, deadline.state)})"


_STATES = {
    DeadlineState.IF_BOUND: "if it is bound then",
    DeadlineState.FALLS_AWAY: "falls away: it will have left",
}
