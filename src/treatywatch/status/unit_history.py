"""One unit's history: a territory or a part of a treaty, read like a participant's own."""

from collections.abc import Sequence
from datetime import date

from treatywatch.law.act import Act
from treatywatch.law.calendar import Come, Interval, When, has_come, turning_days
from treatywatch.law.clauses.extent import covers_all
from treatywatch.law.effect import Effect, EffectKind, Reason
from treatywatch.law.terms import ActKind
from treatywatch.law.treaty import Treaty
from treatywatch.status.history import ActReader, Circle, History, Membership, Reader

_LEAVING = frozenset(
    {
        ActKind.WITHDRAWAL_NOTICE,
        ActKind.WITHDRAWAL_REVOKED,
        ActKind.CONSENT_WITHDRAWN,
        ActKind.SUSPENSION_NOTICE,
        ActKind.EXPULSION,
    }
)
INDIVISIBLE = "VCLT Art. 44(1)"


def indivisible(treaty: Treaty, act: Act, acts: Sequence[Act]) -> str | None:
    """Why the part that a notice names cannot be left on its own; None where it can.

    ``acts`` are those of the participant: who is bound by that part alone leaves the treaty.
    """
    part = treaty.part(act.part) if act.part else None
    if act.part is None or (part is not None and part.left_alone_by):
        return None
    if covers_all(act, acts, treaty.parts):
        return None
    name = part.name if part else act.part
    return f"the treaty lets nobody leave {name} alone: it is left as a whole"


class UnitReader(Reader):
    """Reads the acts that bear on one unit.

    ``acts`` are all of the participant's, ``whole`` is the history of the participant itself.
    """

    def __init__(
        self, circle: Circle, acts: Sequence[Act], whole: History, left_out_by: Sequence[Act]
    ) -> None:
        super().__init__(circle)
        self.history.left_out_by = tuple(left_out_by)
        self._acts = acts
        self._whole = whole

    def _reader_of(self, kind: ActKind) -> ActReader:
        if kind is ActKind.TERRITORIAL_APPLICATION:
            return self._application
        read = super()._reader_of(kind)
        return self._unless_it_passes_by(read) if kind in _LEAVING else read

    def _unless_it_passes_by(self, read: ActReader) -> ActReader:
        """An act about the whole cannot end for a unit what has not reached it."""

        def read_if_bound(act: Act) -> None:
            last = act.received_on.last()
            left_out = any(a.received_on.first() <= last for a in self.history.left_out_by)
            if not (act.unit.is_whole and left_out and self._current(act) is None):
                read(act)

        return read_if_bound

    def _notice(self, act: Act) -> None:
        why = indivisible(self._treaty, act, self._acts)
        if why is not None:
            words = f"a notice of withdrawal without effect: {why}"
            self._contest(act, words, INDIVISIBLE)
            return
        super()._notice(act)

    def _application(self, act: Act) -> None:
        """An extension, once: where the treaty applies already, one more changes nothing."""
        if self._current(act) is not None:
            return
        bound = self._whole.consent_on(act.received_on.last())
        if bound is None:
            words = "an extension to a territory by one that is bound by nothing"
            self._contest(act, words, "VCLT Art. 29")
            return
        entry = extension(act, bound)
        standing = [n for n in bound.notices if n.act.received_on.first() <= _first(act)]
        self.history.memberships.append(Membership(act, entry, standing))
        self.history.effects.append(entry)


def extension(act: Act, bound: Membership) -> Effect:
    """When an extension binds the territory: from receipt, but not before the State is bound."""
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
    return Effect(act.treaty, act.participant, EffectKind.ENTERS_INTO_FORCE, when, (line,))


def _first(act: Act) -> date:
    return next(iter(turning_days(act.received_on)), act.received_on.first())
