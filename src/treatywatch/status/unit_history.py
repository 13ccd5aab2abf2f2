"""One unit's history: a territory or a part of a treaty, read like a participant's own."""

from datetime import date

from treatywatch.law.act import Act
from treatywatch.law.calendar import Come, Interval, When, has_come, turning_days
from treatywatch.law.effect import Effect, EffectKind, Reason
from treatywatch.law.terms import ActKind
from treatywatch.law.treaty import Treaty
from treatywatch.law.unit import Unit
from treatywatch.status.history import ActReader, Circle, History, Membership, Reader

INDIVISIBLE = "VCLT Art. 44(1)"


def indivisible(treaty: Treaty, unit: Unit) -> str | None:
    """Why that part cannot be left on its own; None where the treaty, or its parties, let it."""
    part = treaty.part(unit.part) if unit.part else None
    if unit.part is None or (part is not None and part.left_alone_by):
        return None
    name = part.name if part else unit.part
    return f"the treaty lets nobody leave {name} alone: it is left as a whole"


class UnitReader(Reader):
    """Reads the acts that bear on one unit; ``whole`` is the history of the participant itself."""

    def __init__(self, circle: Circle, unit: Unit, whole: History) -> None:
        super().__init__(circle)
        self._unit = unit
        self._whole = whole

    def _reader_of(self, kind: ActKind) -> ActReader:
        if kind is ActKind.TERRITORIAL_APPLICATION:
            return self._application
        return super()._reader_of(kind)

    def _notice(self, act: Act) -> None:
        why = indivisible(self._treaty, act.unit)
        if why is not None:
            words = f"a notice of withdrawal without effect: {why}"
            self._contest(act, words, INDIVISIBLE)
            return
        super()._notice(act)

    def _application(self, act: Act) -> None:
        """An extension binds the unit from its receipt, but not before the State is bound."""
        if self._current(act) is not None:
            return
        bound = self._whole.consent_on(act.received_on.last())
        if bound is None:
            words = "an extension to a territory by one that is bound by nothing"
            self._contest(act, words, "VCLT Art. 29")
            return
        entry = self._entry(act, bound)
        standing = [n for n in bound.notices if n.act.received_on.first() <= _first(act)]
        self.history.memberships.append(Membership(act, entry, standing))
        self.history.effects.append(entry)

    def _entry(self, act: Act, bound: Membership) -> Effect:
        when: When = act.received_on.exact() or Interval(
            act.received_on.first(),
            act.received_on.last(),
            f"the extension is known only as {act.received_on}",
        )
        words, assumption = "extended to it from receipt on", "the treaty sets no period for it"
        if act.effect_printed is not None and act.effect_printed.exact():
            when = act.effect_printed.exact() or when
            words, assumption = "extended to it from the day that the depositary printed", ""
        if has_come(bound.entry.when, _first(act)) is not Come.YES:
            when, words = bound.entry.when, "extended to it, and in force when it is for the State"
        day = when if isinstance(when, date) else None
        line = Reason(words, "VCLT Art. 29", (act.id,), None, assumption or None, day)
        return Effect(
            self._treaty.id, act.participant, EffectKind.ENTERS_INTO_FORCE, when, (line,)
        )


def _first(act: Act) -> date:
    return next(iter(turning_days(act.received_on)), act.received_on.first())
