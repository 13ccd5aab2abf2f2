"""Which acts bear on the whole, and which on one part of a treaty or one territory of a State.

The standing of a participant and that of each unit are worked out by the same reading, each from
its own acts: so no act about a unit can move the standing of the rest.
"""

from collections.abc import Iterable, Sequence

from treatywatch.law.act import Act
from treatywatch.law.clauses.consent import CONSENT_KINDS
from treatywatch.law.terms import ActKind
from treatywatch.law.unit import WHOLE, Unit, in_order

JOINING = CONSENT_KINDS | {ActKind.SIGNATURE}
EXTENT_KINDS = frozenset({ActKind.TERRITORIAL_APPLICATION, ActKind.TERRITORIAL_EXCLUSION})


def units_of(acts: Iterable[Act]) -> tuple[Unit, ...]:
    """The units that acts name, in a stable order."""
    return in_order(act.unit for act in acts)


def acts_for_the_whole(acts: Sequence[Act]) -> tuple[Act, ...]:
    """The acts that move the standing of the participant itself.

    Who consents for one territory or one part is a party; it leaves only by an act that covers all
    that its consent covers.
    """
    return tuple(act for act in acts if act.kind in JOINING or _covers_all(act, acts))


def _covers_all(act: Act, acts: Sequence[Act]) -> bool:
    if act.kind in EXTENT_KINDS:
        return False
    return act.unit.is_whole or all(act.unit.covers(unit) for unit in extent(act, acts))


def extent(act: Act, acts: Sequence[Act]) -> tuple[Unit, ...]:
    """What the consents and extensions before an act reach; the whole where none is known."""
    last = act.received_on.last()
    found = tuple(
        other.unit
        for other in acts
        if other.kind in CONSENT_KINDS | {ActKind.TERRITORIAL_APPLICATION}
        and other.received_on.first() <= last
        and not (other.kind is ActKind.TERRITORIAL_APPLICATION and other.unit.is_whole)
    )
    return found or (WHOLE,)


def acts_for_a_unit(acts: Sequence[Act], unit: Unit) -> tuple[Act, ...]:
    """The acts that move the standing of one unit: those about it, and those about all of it.

    A consent does not reach a territory that is excluded on the same day, nor one to which the
    treaty is extended only later: the extension would have had no object.
    """
    bearing = [act for act in acts if act.unit.covers(unit)]
    return tuple(act for act in bearing if not _stops_short(act, bearing, unit))


def _stops_short(act: Act, bearing: Sequence[Act], unit: Unit) -> bool:
    if act.kind not in CONSENT_KINDS or act.unit.territory == unit.territory:
        return False
    return any(_narrows(other, act) for other in bearing)


def _narrows(other: Act, consent: Act) -> bool:
    if other.unit.is_whole:
        return False
    if other.kind is ActKind.TERRITORIAL_EXCLUSION:
        return other.received_on == consent.received_on
    later = other.received_on.first() > consent.received_on.last()
    return other.kind is ActKind.TERRITORIAL_APPLICATION and later
