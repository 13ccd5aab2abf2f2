"""Parts and territories in an answer: their names, and where they stand otherwise."""

from datetime import date

from treatywatch.law.calendar import Come, has_come
from treatywatch.law.clauses.consent import CONSENT_KINDS
from treatywatch.law.treaty import Treaty
from treatywatch.law.unit import Unit
from treatywatch.ledger.ledger import Ledger
from treatywatch.status.answers import Timeline, UnitStatus
from treatywatch.status.docket import Docket


def unit_name(unit: Unit, treaty: Treaty, ledger: Ledger) -> str:
    """A unit as sentences name it: "Chapter I", "Greenland", "Chapter I in Greenland"."""
    part = treaty.part(unit.part) if unit.part else None
    territory = ledger.territories.get(unit.territory or "")
    of_treaty = part.name if part else unit.part
    of_state = territory.name if territory else unit.territory
    return " in ".join(name for name in (of_treaty, of_state) if name)


def unit_statuses(found: Docket, line: Timeline, on: date) -> tuple[UnitStatus, ...]:
    """How each unit stands on the day: those that an act by then names, and those left out so far.

    A territory to which the treaty is extended later was not reached by the consent before it.
    """
    acts = found.by_participant.get(line.participant, ())
    begun = {a.unit for a in acts if has_come(a.received_on, on) is not Come.NO}
    consents = {a.unit for a in acts if a.kind in CONSENT_KINDS and a.unit in begun}
    whole = line.on(on)
    answers = []
    for one in line.units:
        spell = one.standing_on(on)
        same = spell.standing is whole.standing and set(spell.contested) <= set(whole.contested)
        if same and one.unit not in begun:
            continue
        name = unit_name(one.unit, found.treaty, found.ledger)
        alone = consents == {one.unit}
        answers.append(UnitStatus(one.unit, name, spell, one.next_standing(on), not same, alone))
    return tuple(answers)
