"""Standings over time, with their reasons."""

from dataclasses import replace
from datetime import date

from treatywatch.ledger.ledger import Ledger
from treatywatch.status.answers import StatusAnswer, Timeline
from treatywatch.status.continuity import under_another_name
from treatywatch.status.docket import docket
from treatywatch.status.horizon import compared_on
from treatywatch.status.units import unit_statuses
from treatywatch.status.views import other_views, view_taken


def timeline(
    ledger: Ledger, participant: str, treaty: str, *, as_known_on: date | None = None
) -> Timeline:
    """How one participant has stood to one treaty, from the beginning of time on.

    ``participant`` and ``treaty`` are ids or names. ``as_known_on`` leaves out what could not yet
    be known on that day. Raises :class:`treatywatch.errors.UnknownName`.
    """
    who = _participant_id(ledger, participant)
    known = docket(ledger, treaty, as_known_on)
    compared = compared_on(ledger, known.treaty.id)
    line = under_another_name(known, who) or known.timeline(who)
    return replace(line, view=view_taken(known, who), compared_on=compared)


def status(
    ledger: Ledger,
    participant: str,
    treaty: str,
    on: date,
    as_known_on: date | None = None,
) -> StatusAnswer:
    """How one participant stands to one treaty on the day ``on``, and what comes next.

    The standing holds for the whole of the day. Raises :class:`treatywatch.errors.UnknownName`.
    """
    found = timeline(ledger, participant, treaty, as_known_on=as_known_on)
    known = docket(ledger, found.treaty, as_known_on)
    return StatusAnswer(
        found.treaty,
        found.participant,
        on,
        found.as_known_on,
        found.standing_on(on),
        found.next_standing(on),
        view_taken(known, found.participant, on),
        found.compared_on,
        unit_statuses(known, found, on),
        other_views(known, found.participant, on),
    )


def _participant_id(ledger: Ledger, name: str) -> str:
    return name if name in ledger.participants else ledger.participant(name).id
