"""Standings over time, with their reasons."""

from datetime import date

from treatywatch.law.terms import Standing
from treatywatch.law.treaty import Treaty
from treatywatch.ledger.ledger import Ledger
from treatywatch.status.answers import DEPOSITARY, NO_VIEW, Spell, StatusAnswer, Timeline
from treatywatch.status.docket import docket
from treatywatch.status.horizon import compared_on
from treatywatch.status.units import unit_statuses


def timeline(
    ledger: Ledger, participant: str, treaty: str, *, as_known_on: date | None = None
) -> Timeline:
    """How one participant has stood to one treaty, from the beginning of time on.

    ``participant`` and ``treaty`` are ids or names. ``as_known_on`` leaves out what could not yet
    be known on that day. Raises :class:`treatywatch.errors.UnknownName`.
    """
    who = _participant_id(ledger, participant)
    return docket(ledger, treaty, as_known_on).timeline(who)


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
    spell, following = found.on(on), found.after(on)
    view = _view(ledger.treaties[found.treaty], spell, on)
    compared = compared_on(ledger, found.treaty)
    return StatusAnswer(
        found.treaty,
        found.participant,
        on,
        found.as_known_on,
        spell,
        following,
        view,
        compared,
        unit_statuses(docket(ledger, found.treaty, as_known_on), found, on),
    )


def _view(treaty: Treaty, spell: Spell, on: date) -> str:
    """Whose view the standing is, from the disputes that bear on it."""
    cited = {act for reason in (*spell.reasons, *spell.contested) for act in reason.acts}
    disputes = [d for d in treaty.disputes if d.since <= on and d.act_id(treaty.id) in cited]
    if spell.standing is Standing.UNDETERMINED and any(d.taken is None for d in disputes):
        return NO_VIEW
    taken = [dispute.taken.held_by for dispute in disputes if dispute.taken is not None]
    return taken[-1] if taken else DEPOSITARY


def _participant_id(ledger: Ledger, name: str) -> str:
    return name if name in ledger.participants else ledger.participant(name).id
