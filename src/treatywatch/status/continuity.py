"""A State that is no more, whose acts the record lists under the State that came after it."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from treatywatch.law.effect import Reason
from treatywatch.law.participant import Participant
from treatywatch.law.terms import ActKind, Standing
from treatywatch.status.answers import Spell, Timeline
from treatywatch.status.docket import Docket


def under_another_name(found: Docket, participant: str) -> Timeline | None:
    """Its timeline from the acts that stand under its successor; None where none of those are its.

    What was done before the successor existed was done by the one before it. Where that can have
    been one of several (Yemen before 1990), nobody can say which.
    """
    end = found.extinct_from(participant)
    if end is None or participant in found.by_participant:
        return None
    heir = next(
        (one for one in _heirs(found, participant) if _has_acts_before_it(found, one)), None
    )
    if heir is None:
        return None
    note, spells = _acts_under(found, heir)
    lived = [_cut(spell, end) for spell in spells if spell.since is None or spell.since < end]
    gone = found.spells(participant)[-1]
    told = (_with(note, spell) for spell in (*lived, replace(gone, since=end)))
    return Timeline(found.treaty.id, participant, tuple(told), (), found.known_on)


def states_to_count(found: Docket) -> list[str]:
    """Those that have acts; of a State that another goes on as, that other alone.

    The Soviet Union has rows of its own where it left, and its consent stands under Russia too.
    """
    return [one for one in sorted(found.by_participant) if not _goes_on_under_another(found, one)]


def _goes_on_under_another(found: Docket, participant: str) -> bool:
    if found.extinct_from(participant) is None:
        return False
    heirs = (one for one in _heirs(found, participant) if len(one.predecessors) == 1)
    return any(_has_acts_before_it(found, one) for one in heirs)


def _heirs(found: Docket, participant: str) -> Iterator[Participant]:
    for one in found.ledger.successors(participant):
        yield found.ledger.participants[one]


def _has_acts_before_it(found: Docket, heir: Participant) -> bool:
    if heir.exists_from is None:
        return False
    born = heir.exists_from.first()
    acts = found.by_participant.get(heir.id, ())
    return any(a.received_on.last() < born for a in acts if a.kind is not ActKind.SUCCESSION)


def _acts_under(found: Docket, heir: Participant) -> tuple[Reason, tuple[Spell, ...]]:
    """What has to be said of the acts under the heir's name, and the spells that they give."""
    listed = f"listed under {heir.common_name}"
    if len(heir.predecessors) > 1:
        note = Reason(f"acts that are {listed} can be its own or those of another State")
        return note, (Spell(Standing.UNDETERMINED, None, None, ()),)
    note = Reason(f"its acts are {listed}, which goes on as the same State")
    return note, found.timeline(heir.id).spells


def _with(note: Reason, spell: Spell) -> Spell:
    return replace(spell, reasons=(*spell.reasons, note))


def _cut(spell: Spell, end: date) -> Spell:
    return replace(spell, until=end if spell.until is None else min(spell.until, end))
