"""The map: who stands how to a treaty on every day, and where a participant lies on it."""

import json
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from functools import cache
from pathlib import Path

from treatywatch.law.participant import Participant
from treatywatch.law.terms import Standing
from treatywatch.law.treaty import Holds, MilestoneKind, Treaty
from treatywatch.ledger.ledger import Ledger
from treatywatch.status.answers import CountRule, Timeline
from treatywatch.status.count_history import Universe, count_history
from treatywatch.status.docket import docket
from treatywatch.status.explain import exceptions
from treatywatch.status.timeline import timeline
from treatywatch.status.units import unit_statuses
from treatywatch.values import frozen

_OUTLINES = Path(__file__).with_name("world.json")
# What the legend counts, from the many defensible counts: the bound, and those on their way.
RULES = (
    CountRule.IN_FORCE_FOR,
    CountRule.CONSENT_EXPRESSED,
    CountRule.UNDER_NOTICE,
    CountRule.FORMER_PARTIES,
    CountRule.SIGNATORIES_NOT_BOUND,
)


@frozen
class Outlines:
    """Where countries are drawn, by their number in UN M49; ``nobody``: outlines without one."""

    width: int
    height: int
    shapes: Mapping[str, str]
    points: Mapping[str, tuple[float, float]]
    nobody: tuple[str, ...]


@frozen
class Place:
    """A participant with its standings: the days from which each holds, None from the beginning.

    ``exceptions`` tells in the same way what it is not bound by, or alone: "except for Chapter I".
    """

    participant: Participant
    standings: tuple[tuple[date | None, Standing], ...]
    exceptions: tuple[tuple[date | None, str], ...] = ()

    def on(self, day: date) -> Standing:
        """The standing on a day."""
        return next(s for since, s in reversed(self.standings) if since is None or since <= day)

    def except_for(self, day: date) -> str:
        """What the standing of a day does not tell; empty where it tells all."""
        held = (e for since, e in reversed(self.exceptions) if since is None or since <= day)
        return next(held, "")

    def exists_on(self, day: date) -> bool:
        """Whether there is such a participant on that day."""
        begun, ended = self.participant.exists_from, self.participant.exists_until
        return (begun is None or begun.first() <= day) and (ended is None or day <= ended.last())


@frozen
class TreatyMap:
    """One treaty over time: its participants, its counts, and the days that a slider covers."""

    treaty: Treaty
    places: tuple[Place, ...]
    counts: Mapping[CountRule, tuple[tuple[date, int], ...]]
    first: date
    last: date

    def number(self, rule: CountRule, day: date) -> int:
        """How many there are on a day under a rule."""
        passed = [number for since, number in self.counts[rule] if since <= day]
        return passed[-1] if passed else 0


@cache
def outlines() -> Outlines:
    """The outlines of the world, read once."""
    drawn = json.loads(_OUTLINES.read_text(encoding="utf-8"))
    points = {key: (x, y) for key, (x, y) in drawn["points"].items()}
    return Outlines(
        drawn["width"], drawn["height"], drawn["shapes"], points, tuple(drawn["nobody"])
    )


def treaty_map(ledger: Ledger, name: str, as_known_on: date | None, today: date) -> TreatyMap:
    """The map of a treaty; :class:`UnknownName` where there is no such treaty.

    The slider begins with the adoption and ends with the last day of next year.
    """
    treaty = ledger.treaty(name)
    history = count_history(ledger, treaty.id, as_known_on)
    places = tuple(_places(ledger, treaty, as_known_on))
    counts = {rule: history.steps.get((rule, Universe.EVERYONE), ()) for rule in RULES}
    last = date(today.year + 1, 12, 31)
    return TreatyMap(treaty, places, counts, first_day(ledger, treaty), last)


def is_a_full_count(treaty: Treaty) -> bool:
    """Whether the record has every act of the treaty, so that its numbers count something."""
    return treaty.coverage.holds is Holds.ALL_ACTS


def _places(ledger: Ledger, treaty: Treaty, as_known_on: date | None) -> Iterator[Place]:
    acting = {act.participant for act in ledger.acts.get(treaty.id, ())}
    for participant in sorted(ledger.participants.values(), key=lambda p: p.common_name):
        number = str(participant.m49)
        drawn = number in outlines().shapes or number in outlines().points
        if participant.id not in acting and not drawn:
            continue
        found = timeline(ledger, participant.id, treaty.id, as_known_on=as_known_on)
        standings = tuple((s.since, s.standing) for s in found.spells)
        yield Place(participant, standings, tuple(_exceptions(ledger, found)))


def _exceptions(ledger: Ledger, found: Timeline) -> Iterator[tuple[date | None, str]]:
    """The days from which something else is left out; nothing where nothing ever is."""
    if not found.units:
        return
    known = docket(ledger, found.treaty, found.as_known_on)
    days = {spell.since for line in (found, *found.units) for spell in line.spells}
    before = None
    for day in sorted(days, key=lambda one: one or date.min):
        words = exceptions(unit_statuses(known, found, day or date.min)).strip(", ")
        if words != before:
            yield day, words
        before = words


def first_day(ledger: Ledger, treaty: Treaty) -> date:
    """The day of the adoption; without one in the record, the day before the first act."""
    for kind in (MilestoneKind.ADOPTED, MilestoneKind.SIGNED, MilestoneKind.OPENED_FOR_SIGNATURE):
        milestone = treaty.milestone(kind)
        if milestone is not None:
            return milestone.on.first()
    days = [act.received_on.first() for act in ledger.acts.get(treaty.id, ())]
    return min(days, default=date.today()) - timedelta(days=1)
