"""Which acts bear on the whole, and which on one part of a treaty or one territory of a State.

The standing of a participant and that of each unit are worked out by the same reading, each from
its own acts: so no act about a unit can move the standing of the rest.
"""

from collections.abc import Iterable, Iterator, Sequence

from treatywatch.law.act import Act
from treatywatch.law.clauses.consent import CONSENT_KINDS
from treatywatch.law.terms import ActKind
from treatywatch.law.unit import WHOLE, Part, Unit, in_order

JOINING = CONSENT_KINDS | {ActKind.SIGNATURE}
EXTENT_KINDS = frozenset({ActKind.TERRITORIAL_APPLICATION, ActKind.TERRITORIAL_EXCLUSION})


def units_of(acts: Sequence[Act], parts: Iterable[Part] = ()) -> tuple[Unit, ...]:
    """The units that acts name, in a stable order.

    Who consents to one part of a treaty leaves the others out: those of ``parts`` are units then.
    """
    if not acts:
        return ()
    named = [act.unit for act in acts if act.part is not None or act.territory is not None]
    if any(act.part for act in acts if act.kind in CONSENT_KINDS):
        named += [Unit(part.id) for part in parts]
    return in_order(named)


def acts_for_the_whole(acts: Sequence[Act], parts: Sequence[Part] = ()) -> tuple[Act, ...]:
    """The acts that move the standing of the participant itself.

    Who consents for one territory or one part is a party; it leaves only by an act that covers all
    that its consent covers.
    """
    return tuple(act for act in acts if act.kind in JOINING or covers_all(act, acts, parts))


def covers_all(act: Act, acts: Sequence[Act], parts: Sequence[Part] = ()) -> bool:
    """Whether an act that is no consent is about all that binds the participant.

    It may name a part or a territory and be so still: where its consent reaches nothing else, or
    where the other ``parts`` of the treaty have been left before.
    """
    if act.kind in EXTENT_KINDS:
        return False
    if act.unit.is_whole or all(act.unit.covers(unit) for unit in extent(act, acts)):
        return True
    if act.part is None or act.territory is not None:
        return False
    return {part.id for part in parts} <= {act.part, *_parts_left(act, acts)}


def _parts_left(act: Act, acts: Sequence[Act]) -> Iterator[str | None]:
    """The parts that acts of this kind, received before it and not taken back, are about."""
    last = act.received_on.last()
    before = [a for a in acts if a is not act and a.received_on.last() <= last]
    back = {a.unit for a in before if a.kind is ActKind.WITHDRAWAL_REVOKED}
    for other in before:
        if other.kind is act.kind and other.territory is None and other.unit not in back:
            yield other.part


def extent(act: Act, acts: Sequence[Act]) -> tuple[Unit, ...]:
    """What the consents and extensions before an act reach; the whole where no consent is known."""
    last = act.received_on.last()
    before = [other for other in acts if other.received_on.first() <= last]
    consents = [other.unit for other in before if other.kind in CONSENT_KINDS]
    extended = [
        other.unit
        for other in before
        if other.kind is ActKind.TERRITORIAL_APPLICATION and not other.unit.is_whole
    ]
    return (*consents, *extended) if consents else (WHOLE,)


def acts_for_a_unit(acts: Sequence[Act], unit: Unit) -> tuple[Act, ...]:
    """The acts that move the standing of one unit: those about it, and those about all of it.

    A consent does not reach a territory that is excluded on the same day, nor one to which the
    treaty is extended only later: the extension would have had no object.
    """
    bearing = [act for act in acts if act.unit.covers(unit)]
    return tuple(act for act in bearing if not _stops_short(act, bearing, unit))


def consents_short_of(acts: Sequence[Act], unit: Unit) -> tuple[Act, ...]:
    """The consents of the participant that do not reach the unit."""
    reaching = acts_for_a_unit(acts, unit)
    return tuple(act for act in acts if act.kind in CONSENT_KINDS and act not in reaching)


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
