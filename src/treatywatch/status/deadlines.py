"""What falls due, for whom and when: the dated duties of every party."""

from collections.abc import Iterator
from datetime import date

from treatywatch.law.calendar import Come
from treatywatch.law.participant import Conflict
from treatywatch.ledger.ledger import Ledger
from treatywatch.status.deadline import Deadline
from treatywatch.status.docket import Docket, docket
from treatywatch.status.duties import Bound, deadlines_of


def deadlines(
    ledger: Ledger,
    *,
    participant: str | None = None,
    treaty: str | None = None,
    until: date | None = None,
    on: date | None = None,
    as_known_on: date | None = None,
) -> tuple[Deadline, ...]:
    """The deadlines that lie on or after ``on`` (today), up to and with ``until``, in their order.

    Without ``until`` there is no end, and of a yearly duty only the next day is given. A party that
    has left by ``on`` has none; one whose exit will come first has its deadlines marked as falling
    away. Deadlines without a day come last. A deadline binds through the day itself.
    Raises :class:`treatywatch.errors.UnknownName`.
    """
    day = on or date.today()
    treaties = [ledger.treaty(treaty).id] if treaty is not None else sorted(ledger.treaties)
    who = ledger.participant(participant).id if participant is not None else None
    found = [
        deadline
        for name in treaties
        if ledger.treaties[name].duties
        for deadline in _of_treaty(docket(ledger, name, as_known_on), who, day, until)
    ]
    return tuple(sorted(found, key=_order))


def _order(deadline: Deadline) -> tuple[date, str]:
    return deadline.first_day() or date.max, deadline.id


def _of_treaty(found: Docket, who: str | None, on: date, until: date | None) -> Iterator[Deadline]:
    conflicts: dict[str, list[Conflict]] = {}
    for statement in found.ledger.conflicts:
        conflicts.setdefault(statement.participant, []).append(statement)
    participants = sorted(found.by_participant) if who is None else [who]
    for participant in participants:
        for bound in _memberships(found, participant, tuple(conflicts.get(participant, ()))):
            if bound.membership.was_taken_back(date.max):
                continue
            if bound.membership.has_ended(on) is Come.YES:
                continue
            for duty in found.treaty.duties:
                yield from deadlines_of(bound, duty, on, until)


def _memberships(
    found: Docket, participant: str, conflicts: tuple[Conflict, ...]
) -> Iterator[Bound]:
    extensions = tuple(
        e for e in found.ledger.extensions.get(found.treaty.id, ()) if e.participant == participant
    )
    for number, membership in enumerate(found.history(participant).memberships, start=1):
        yield Bound(found, participant, membership, number, conflicts, extensions)
