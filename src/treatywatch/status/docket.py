"""One treaty's acts as known on a day, with what has been worked out from them.

Everything is worked out at most once: the treaty's entry into force, each participant's history and
spells. Dockets are kept as long as their ledger lives.
"""

from collections import OrderedDict
from dataclasses import replace
from datetime import date, timedelta
from functools import cached_property, partial

from treatywatch.law.act import Act
from treatywatch.law.calendar import Come, PartialDate, has_come
from treatywatch.law.clauses.ending import exit_with_parent, expiry, extinction
from treatywatch.law.clauses.entry import TreatyStart, treaty_start
from treatywatch.law.clauses.exit import ConflictOn
from treatywatch.law.clauses.extent import (
    acts_for_a_unit,
    acts_for_the_whole,
    consents_short_of,
    units_of,
)
from treatywatch.law.clauses.final import Withdrawal
from treatywatch.law.clauses.general_succession import law_for_the_new_state
from treatywatch.law.effect import Effect, EffectKind, Reason
from treatywatch.law.participant import Conflict
from treatywatch.law.terms import ActKind, Confidence
from treatywatch.law.treaty import MilestoneKind, Treaty
from treatywatch.law.unit import WHOLE, Unit
from treatywatch.ledger.ledger import Ledger
from treatywatch.status.answers import Spell, Timeline
from treatywatch.status.conflicts import armed_conflict
from treatywatch.status.history import Circle, History, Reader
from treatywatch.status.horizon import compared_on
from treatywatch.status.spells import spells
from treatywatch.status.unit_history import UnitReader

_KEPT = 128
_SHELF = "_status_dockets"  # beside the ledger's own cached properties, and as short-lived


def _place(act: Act) -> tuple[date, str, ActKind, str, str]:
    """By day, then in a stable order."""
    return act.received_on.first(), act.participant, act.kind, act.part or "", act.territory or ""


class Docket:
    """The acts towards one treaty that were known on a day, by participant."""

    def __init__(self, ledger: Ledger, treaty: Treaty, known_on: date | None) -> None:
        self.ledger = ledger
        self.treaty = treaty
        self.known_on = known_on
        known = ledger.acts_known_on(treaty.id, known_on)
        self.acts = tuple(sorted(known, key=_place))
        self._of_wholes: dict[str, History] = {}
        self._histories: dict[Unit, dict[str, History]] = {WHOLE: self._of_wholes}
        self._timelines: dict[str, Timeline] = {}
        self._without_acts: dict[date | None, tuple[Spell, ...]] = {}

    @cached_property
    def by_participant(self) -> dict[str, tuple[Act, ...]]:
        """The acts of each participant that has any."""
        found: dict[str, list[Act]] = {}
        for act in self.acts:
            found.setdefault(act.participant, []).append(act)
        return {participant: tuple(acts) for participant, acts in found.items()}

    @cached_property
    def act_by_id(self) -> dict[str, Act]:
        """Every act by its id."""
        return {act.id: act for act in self.acts}

    @cached_property
    def start(self) -> TreatyStart:
        """The treaty's own entry into force."""
        return treaty_start(self.treaty, self.acts, self.known_on)

    @cached_property
    def compared_on(self) -> date | None:
        """The last day on which the acts were compared with a source; None if unknown."""
        return compared_on(self.ledger, self.treaty.id)

    @cached_property
    def opened(self) -> date | None:
        """The first day on which the treaty was open for signature, as far as it is known."""
        opened = self.treaty.milestone(MilestoneKind.OPENED_FOR_SIGNATURE)
        return opened.on.first() if opened else None

    @cached_property
    def _conflicts(self) -> dict[str, tuple[Conflict, ...]]:
        found: dict[str, tuple[Conflict, ...]] = {}
        for statement in self.ledger.conflicts:
            found[statement.participant] = (*found.get(statement.participant, ()), statement)
        return found

    @cached_property
    def _objections(self) -> dict[str, tuple[Act, ...]]:
        found: dict[str, tuple[Act, ...]] = {}
        for act in self.acts:
            if act.kind is ActKind.OBJECTION and act.target in self.act_by_id:
                target = self.act_by_id[act.target].participant
                found[target] = (*found.get(target, ()), act)
        return found

    def conflict_on(self, participant: str) -> ConflictOn:
        """The question of fact on armed conflict, for one participant."""
        statements = self._conflicts.get(participant, ())
        return partial(armed_conflict, self.ledger, statements, self.known_on)

    def history(self, participant: str, unit: Unit = WHOLE) -> History:
        """What the participant did, with what ended it; for a unit, what bears on that unit."""
        histories = self._histories.setdefault(unit, {}) if unit is not WHOLE else self._of_wholes
        known = histories.get(participant)
        if known is not None:
            return known
        if participant in self.by_participant:
            history = self._read(participant, self.endings(participant), unit)
        else:  # nothing that could end, or be objected to
            history = History(self.treaty, participant)
        history.extinct_from = self.extinct_from(participant)
        histories[participant] = history
        return history

    def _read(
        self, participant: str, endings: tuple[Effect, ...] = (), unit: Unit = WHOLE
    ) -> History:
        succession = partial(self.date_of_succession, participant)
        conflict_on = self.conflict_on(participant)
        law = self.law_of_succession(participant)
        circle = Circle(self.treaty, participant, self.start, conflict_on, succession, law)
        acts = self.by_participant.get(participant, ())
        if unit.is_whole:
            history = Reader(circle).read(acts_for_the_whole(acts, self.treaty.parts), endings)
        else:
            left_out_by = consents_short_of(acts, unit)
            reader = UnitReader(circle, acts, self.history(participant), left_out_by)
            history = reader.read(acts_for_a_unit(acts, unit), endings)
        for objection in self._objections.get(participant, ()):
            self._add_objection(history, objection)
        return history

    def date_of_succession(self, participant: str, on: date | None = None) -> PartialDate | None:
        """The day from which a successor State exists, if the record knows it.

        What is listed under a State and was done ``on`` a day before it existed was done by the one
        that it continues (Serbia in 2001: the Federal Republic of Yugoslavia, from 1992).
        """
        known = self.ledger.participants.get(participant)
        since = known.exists_from if known else None
        if known is None or since is None or on is None or since.first() <= on:
            return since
        if len(known.predecessors) != 1:
            return since
        return self.date_of_succession(known.predecessors[0], on)

    def law_of_succession(self, participant: str) -> str:
        """The article of general law by which the State came into the treaties of another."""
        known = self.ledger.participants.get(participant)
        return law_for_the_new_state(len(known.predecessors) if known else 0)

    def extinct_from(self, participant: str) -> date | None:
        """The first day on which the State no longer exists, as far as it was known."""
        known = self.ledger.participants.get(participant)
        if known is None or known.exists_until is None:
            return None
        day = known.exists_until.last() + timedelta(days=1)
        return None if self.known_on is not None and day > self.known_on else day

    def _add_objection(self, history: History, objection: Act) -> None:
        target = self.act_by_id[objection.target or ""]
        objector = self.ledger.participants.get(objection.participant)
        name = objector.common_name if objector else objection.participant
        reason = Reason(
            f"{name} objected", "VCLT Art. 65", (objection.id,), day=objection.received_on.exact()
        )
        history.contested.append((target.received_on.first(), reason))

    def endings(self, participant: str) -> tuple[Effect, ...]:
        """The ends that come with the State, with time, another treaty or the other party."""
        extinct = self.extinct_from(participant)
        expires = expiry(self.treaty, participant, self.known_on)
        return (
            *((self._extinction(participant, extinct),) if extinct else ()),
            *((expires,) if expires else ()),
            *self._parent_exits(participant),
            *self._exit_of_the_other(participant),
        )

    def _extinction(self, participant: str, from_day: date) -> Effect:
        successors = len(self.ledger.successors(participant))
        return extinction(self.treaty, participant, from_day, successors)

    def _parent_exits(self, participant: str) -> tuple[Effect, ...]:
        return tuple(
            exit_with_parent(self.treaty, clause, effect, parent.treaty.short_title)
            for clause in self.treaty.final_clauses.ends_with
            if clause.treaty in self.ledger.treaties
            for parent in [docket(self.ledger, clause.treaty, self.known_on)]
            for effect in parent.history(participant).effects
            if effect.kind is EffectKind.CEASES_TO_BE_PARTY
        )

    def _exit_of_the_other(self, participant: str) -> tuple[Effect, ...]:
        end = self.end_by_exit
        if end is None or end.participant == participant:
            return ()
        words = "the treaty cannot survive the exit of a party, and ends for all"
        reason = Reason(
            words, "VCLT Art. 54(a)", day=end.when if isinstance(end.when, date) else None
        )
        reasons = (reason, *end.reasons)
        return (Effect(end.treaty, participant, end.kind, end.when, reasons),)

    @cached_property
    def end_by_exit(self) -> Effect | None:
        """The first exit from a treaty that cannot survive one."""
        clause = self.treaty.final_clauses.withdrawal
        if not isinstance(clause, Withdrawal) or not clause.ends_the_treaty:
            return None
        exits = [
            (effect.when, participant, effect)
            for participant in self.by_participant
            for effect in self._read(participant).effects
            if effect.kind is EffectKind.CEASES_TO_BE_PARTY and isinstance(effect.when, date)
        ]
        return min(exits, key=lambda found: found[:2])[2] if exits else None

    @cached_property
    def ended_from(self) -> date | None:
        """The first day on which the treaty itself binds nobody any more, if it has one."""
        ends = [self.treaty.final_clauses.duration.end_as_known_on(self.known_on)]
        if self.end_by_exit is not None and isinstance(self.end_by_exit.when, date):
            ends.append(self.end_by_exit.when)
        return min((end for end in ends if end is not None), default=None)

    def spells(self, participant: str) -> tuple[Spell, ...]:
        """The spells of the participant."""
        if participant in self.by_participant:
            return self.timeline(participant).spells
        return self._without_any_act(participant)

    def timeline(self, participant: str) -> Timeline:
        """The timeline of the participant."""
        known = self._timelines.get(participant)
        if known is None:
            units = units_of(self.by_participant.get(participant, ()), self.treaty.parts)
            of_units = tuple(self._line(participant, unit) for unit in units)
            whole = self._line(participant)
            known = replace(whole, units=of_units) if of_units else whole
            self._timelines[participant] = known
        return known

    def unit_timeline(self, participant: str, unit: Unit) -> Timeline:
        """The timeline of a unit, whether an act names it or not."""
        return self._line(participant, unit)

    def _line(self, participant: str, unit: Unit = WHOLE) -> Timeline:
        history = self.history(participant, unit)
        effects = tuple(history.effects)
        spelt = (
            spells(history, self.confidence_of)
            if participant in self.by_participant
            else self._without_any_act(participant)
        )
        return Timeline(self.treaty.id, participant, spelt, effects, self.known_on, unit)

    def _without_any_act(self, participant: str) -> tuple[Spell, ...]:
        """The spells of one without any act: all of them stand alike until they cease to exist."""
        extinct = self.extinct_from(participant)
        if extinct not in self._without_acts:
            self._without_acts[extinct] = spells(self.history(participant), self.confidence_of)
        return self._without_acts[extinct]

    def confidence_of(self, act: str) -> Confidence:
        """The confidence of an act by its id."""
        known = self.act_by_id.get(act)
        return known.confidence if known else Confidence.HIGH

    def has_begun(self, day: date) -> Come:
        """Whether the treaty is in force on the day."""
        return has_come(self.start.effect.when, day)


def docket(ledger: Ledger, treaty: str, as_known_on: date | None = None) -> Docket:
    """The docket of a treaty (by id or name) as known on a day; worked out once per ledger.

    A ledger that already holds only what was known on a day is never asked for more.
    Raises :class:`treatywatch.errors.UnknownName`.
    """
    found = ledger.treaties.get(treaty) or ledger.treaty(treaty)
    days = [day for day in (ledger.known_on, as_known_on) if day is not None]
    known_on = min(days) if days else None
    shelf: OrderedDict[tuple[str, date | None], Docket]
    shelf = vars(ledger).setdefault(_SHELF, OrderedDict())
    key = (found.id, known_on)
    if key not in shelf:
        shelf[key] = Docket(ledger, found, known_on)
        if len(shelf) > _KEPT:
            shelf.popitem(last=False)
    shelf.move_to_end(key)
    return shelf[key]
