"""The ledger: everything the record holds, as known on a day."""

from collections.abc import Mapping
from dataclasses import field, fields, replace
from datetime import date
from functools import cached_property
from typing import Any

from treatywatch.errors import UnknownName
from treatywatch.kept import shelf
from treatywatch.law.act import Act, Step
from treatywatch.law.body import Body
from treatywatch.law.extension import DeadlineExtension
from treatywatch.law.participant import Conflict, Group, NameKind, Participant
from treatywatch.law.state_system import SystemSpell
from treatywatch.law.treaty import DEPOSITARYS, OWN, Treaty
from treatywatch.law.unit import WHOLE, Territory, Unit
from treatywatch.ledger.fact_words import FactWords
from treatywatch.ledger.indicator import Indicator, Source
from treatywatch.ledger.names_asked import NamesAsked
from treatywatch.ledger.word_signs import WordSign
from treatywatch.values import frozen

_OF_NAMES = ("_treaty_names", "_participant_names", "_successors")  # made from the names alone


@frozen
class TakenBack:
    """An act that was taken for one from the day it was learned of until the day before ``on``."""

    act: Act
    on: date

    def was_known_on(self, day: date) -> bool:
        """Whether it was taken for an act on that day."""
        return self.act.learned_on.first() <= day < self.on


@frozen(slots=False)
class Ledger:
    """Treaties, participants and what was done, each fact with its source; never changed."""

    treaties: Mapping[str, Treaty]
    participants: Mapping[str, Participant]
    groups: Mapping[str, Group]
    acts: Mapping[str, tuple[Act, ...]]  # by treaty
    steps: Mapping[str, tuple[Step, ...]]  # by treaty
    conflicts: tuple[Conflict, ...]
    indicators: tuple[Indicator, ...]
    sources: Mapping[str, Source]
    known_on: date | None = None
    extensions: Mapping[str, tuple[DeadlineExtension, ...]] = field(default_factory=dict)
    systems: tuple[SystemSpell, ...] = ()
    bodies: Mapping[str, Body] = field(default_factory=dict)  # who keeps treaties, by id
    fact_words: FactWords = field(default_factory=FactWords)
    word_signs: tuple[WordSign, ...] = ()  # by which a claim may have been read amiss
    territories: Mapping[str, Territory] = field(default_factory=dict)  # of acts, by id
    view: str | None = None  # whose view answers take; the record's own choice where None
    taken_back: Mapping[str, tuple[TakenBack, ...]] = field(default_factory=dict)  # by treaty

    def as_known_on(self, day: date | None) -> "Ledger":
        """The ledger with only what could be known on that day; None gives all there is.

        An act learned later never changes what was known earlier.
        """
        if day is None:
            return self
        return self._with(
            acts={
                treaty: self.acts_known_on(treaty, day)
                for treaty in {**self.acts, **self.taken_back}
            },
            taken_back={
                treaty: tuple(one for one in gone if one.on <= day)
                for treaty, gone in self.taken_back.items()
            },
            steps={
                treaty: tuple(s for s in steps if s.done_on.first() <= day)
                for treaty, steps in self.steps.items()
            },
            known_on=day,
        )

    def acts_known_on(self, treaty: str, day: date | None) -> tuple[Act, ...]:
        """The acts towards a treaty that could be known on that day; None gives all that stand.

        What was taken for an act then, and was taken back later, was known then.
        """
        acts = self.acts.get(treaty, ())
        if day is None:
            return acts
        known = tuple(a for a in acts if a.learned_on.first() <= day)
        gone = self.taken_back.get(treaty, ())
        return known + tuple(one.act for one in gone if one.was_known_on(day))

    def for_keeping(self) -> "Ledger":
        """The same ledger for the next start: large things on shelves, the names ready to find."""
        ready = replace(
            self,
            treaties=shelf(self.treaties),
            participants=shelf(self.participants),
            groups=shelf(self.groups),
            acts=shelf(self.acts),
            steps=shelf(self.steps),
        )
        # Where a cached property looks first.
        vars(ready).update({name: getattr(self, name) for name in _OF_NAMES})
        return ready

    def __getstate__(self) -> dict[str, Any]:
        """What a copy for another process or a later start needs.

        What was worked out from the ledger stays behind: other threads may be adding to it.
        """
        held = vars(self)
        names = (*(one.name for one in fields(self)), *_OF_NAMES)
        return {name: held[name] for name in names if name in held}

    def _with(self, **other: Any) -> "Ledger":
        """The ledger with other acts or views, which change no names."""
        changed = replace(self, **other)
        vars(changed).update({name: vars(self)[name] for name in _OF_NAMES if name in vars(self)})
        return changed

    def acts_by(self, participant: str, treaty: str) -> tuple[Act, ...]:
        """The acts of one participant towards a treaty, in the order of the record."""
        shelf: dict[str, dict[str, tuple[Act, ...]]] = vars(self).setdefault("_acts_by", {})
        if treaty not in shelf:
            found: dict[str, list[Act]] = {}
            for act in self.acts.get(treaty, ()):
                found.setdefault(act.participant, []).append(act)
            shelf[treaty] = {who: tuple(acts) for who, acts in found.items()}
        return shelf[treaty].get(participant, ())

    def successors(self, participant: str) -> tuple[str, ...]:
        """The participants that continue one that ceased to exist, by id."""
        return self._successors.get(participant, ())

    @cached_property
    def _successors(self) -> Mapping[str, tuple[str, ...]]:
        found: dict[str, list[str]] = {}
        for one in self.participants.values():
            for predecessor in one.predecessors:
                found.setdefault(predecessor, []).append(one.id)
        return {predecessor: tuple(ids) for predecessor, ids in found.items()}

    def seen_by(self, view: str | None, treaty: str | None = None) -> "Ledger":
        """The ledger in which every answer takes that view, wherever it is held; None: as it is.

        ``view`` is "depositary", "own" (of each State, of its own acts), a participant by code or
        name, or another name of the treaty files. Raises :class:`UnknownName`, with all that there
        are, for a view that nobody holds on ``treaty`` (any, if None).
        """
        if view is None:
            return self
        name = self._view_named(view, treaty)
        known: dict[str, Ledger] = vars(self).setdefault("_seen_by", {})
        if name not in known:
            seen = {id_: t.taking(name) if t.disputes else t for id_, t in self.treaties.items()}
            known[name] = self._with(treaties=seen, view=name)
        return known[name]

    def views(self, treaty: str | None = None) -> tuple[str, ...]:
        """The names of all views that can be asked for, on one treaty or on any."""
        treaties = [self.treaty(treaty)] if treaty is not None else self.treaties.values()
        return tuple(dict.fromkeys((DEPOSITARYS, OWN, *(v for t in treaties for v in t.viewers()))))

    def _view_named(self, view: str, treaty: str | None) -> str:
        names = self.views(treaty)
        for name in names:
            if name.casefold() == view.strip().casefold():
                return name
        try:
            code = self._participant_names.find(view)
        except UnknownName:
            code = ""
        if code not in names:
            raise UnknownName("view", view, names)
        return code

    def treaty(self, name: str) -> Treaty:
        """The treaty of that id or name; :class:`UnknownName` with the nearest ones otherwise."""
        return self.treaties[self._treaty_names.find(name)]

    def participant(self, name: str) -> Participant:
        """The participant of that code or name; :class:`UnknownName` with the nearest otherwise."""
        return self.participants[self._participant_names.find(name)]

    def unit(self, treaty: str, part: str | None, territory: str | None) -> Unit:
        """A part of the treaty and a territory, each by its id or name; None leaves a side whole.

        Raises :class:`UnknownName`.
        """
        if part is None and territory is None:
            return WHOLE
        parts = [(form, p.id) for p in self.treaty(treaty).parts for form in (p.id, p.name)]
        places = [(form, t.id) for t in self.territories.values() for form in (t.id, t.name)]
        return Unit(
            NamesAsked("part", parts).find(part) if part else None,
            NamesAsked("territory", places).find(territory) if territory else None,
        )

    @cached_property
    def _treaty_names(self) -> NamesAsked:
        treaties = self.treaties.values()
        forms = (
            (form, t.id)
            for t in treaties
            for form in (t.title, t.short_title, *(name.form for name in t.names))
        )
        return NamesAsked("treaty", ((t.id, t.id) for t in treaties), forms)

    @cached_property
    def _participant_names(self) -> NamesAsked:
        participants = self.participants.values()
        codes = ((p.id, p.id) for p in participants)
        own = (
            (form, p.id)
            for p in participants
            for form in (p.common_name, p.official_name, p.iso_alpha2 or p.id)
        )
        others = (
            (name.form, p.id)
            for p in participants
            for name in p.names
            if name.kind is NameKind.NAME
        )
        return NamesAsked("participant", codes, own, others)
