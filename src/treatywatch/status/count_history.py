"""How every count of a treaty went through time, in one sweep over the days of change."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date
from enum import StrEnum
from functools import cache
from itertools import product
from weakref import WeakKeyDictionary

from treatywatch.law.calendar import turning_days
from treatywatch.law.participant import Participant, ParticipantKind
from treatywatch.ledger.ledger import Ledger
from treatywatch.status import counting
from treatywatch.status.answers import CountRule
from treatywatch.status.continuity import states_to_count
from treatywatch.status.docket import Docket, docket
from treatywatch.values import frozen


class Universe(StrEnum):
    """Who is counted at all. A published number may leave some out without saying so."""

    EVERYONE = "everyone"  # States and organisations, as the depositary lists them
    STATES = "states"  # no organisations
    UN_MEMBERS = "un-members"  # members of the United Nations on the day
    UNCONTESTED = "uncontested"  # nobody whose standing another view contests


Way = tuple[CountRule, Universe]
Ways = frozenset[int]  # by their places in _WAYS

_UNIVERSES = tuple(Universe)
_WAYS: tuple[Way, ...] = tuple(product(counting.IS_IN, _UNIVERSES))


@frozen
class RightSpan:
    """Days on which a number was right: from ``since`` to ``last``, both counted.

    ``since`` None is the beginning of time; ``last`` None means that nothing known ends it.
    """

    since: date | None
    last: date | None


@frozen
class CountHistory:
    """Each way of counting with the days on which its number changed, and the numbers.

    Before the first day every number is 0.
    """

    treaty: str
    steps: Mapping[Way, tuple[tuple[date, int], ...]]

    def number(self, rule: CountRule, on: date, universe: Universe = Universe.EVERYONE) -> int:
        """The number at the end of the day; the same as ``count`` gives for everyone."""
        steps = self.steps.get((rule, universe), ())
        index = bisect_right(steps, on, key=lambda step: step[0])
        return steps[index - 1][1] if index else 0

    def right_spans(
        self,
        low: float,
        high: float,
        rule: CountRule,
        universe: Universe = Universe.EVERYONE,
    ) -> tuple[RightSpan, ...]:
        """The spans of days on which the number lay from ``low`` to ``high``, in their order."""
        steps: list[tuple[date | None, int]] = [(None, 0), *self.steps.get((rule, universe), ())]
        ends = [*(day for day, _ in steps[1:]), None]
        spans: list[tuple[date | None, date | None]] = []
        for (since, number), until in zip(steps, ends, strict=True):
            if not low <= number <= high:
                continue
            goes_on = bool(spans) and since is not None and spans[-1][1] == since
            spans.append((spans.pop()[0] if goes_on else since, until))
        return tuple(RightSpan(since, _before(until)) for since, until in spans)


def _before(day: date | None) -> date | None:
    return date.fromordinal(day.toordinal() - 1) if day is not None else None


_HISTORIES: "WeakKeyDictionary[Docket, CountHistory]" = WeakKeyDictionary()


def count_history(ledger: Ledger, treaty: str, as_known_on: date | None = None) -> CountHistory:
    """Every count of a treaty on every day, worked out once per ledger and day of knowledge.

    Raises :class:`treatywatch.errors.UnknownName`.
    """
    found = docket(ledger, treaty, as_known_on)
    if found not in _HISTORIES:
        _HISTORIES[found] = _sweep(found)
    return _HISTORIES[found]


def _sweep(found: Docket) -> CountHistory:
    changes: dict[int, defaultdict[date, int]] = {}
    for participant in states_to_count(found):
        for day, entered, left in _changes(found, participant):
            for ways, change in ((entered, 1), (left, -1)):
                for way in ways:
                    changes.setdefault(way, defaultdict(int))[day] += change
    steps = {_WAYS[way]: _summed(days) for way, days in changes.items()}
    return CountHistory(found.treaty.id, steps)


def _summed(changes: Mapping[date, int]) -> tuple[tuple[date, int], ...]:
    total = 0
    steps = []
    for day in sorted(changes):
        total += changes[day]
        if changes[day]:
            steps.append((day, total))
    return tuple(steps)


def _changes(found: Docket, participant: str) -> Iterator[tuple[date, Ways, Ways]]:
    """Each day on which the participant is counted in other ways: those it enters and leaves."""
    before: Ways = frozenset()
    for day in _days(found, participant):
        after = _ways(found, participant, day)
        if after != before:
            yield day, after - before, before - after
        before = after


def _days(found: Docket, participant: str) -> list[date]:
    history = found.history(participant)
    days = {
        day for act in found.by_participant[participant] for day in turning_days(act.received_on)
    }
    days |= {spell.since for spell in found.spells(participant) if spell.since is not None}
    for membership in history.memberships:
        for effect in (membership.entry, *(n.exit for n in membership.notices)):
            days |= set(turning_days(effect.when))
        days |= {day for effect in membership.endings for day in turning_days(effect.when)}
    known = found.ledger.participants.get(participant)
    if known is not None:
        days |= {day for day in (known.un_member_from, known.un_member_until) if day is not None}
    return sorted(days)


def _ways(found: Docket, participant: str, day: date) -> Ways:
    """The ways in which the participant is counted on the day, by their place in ``_WAYS``."""
    counted = counting.Counted(found, participant, day)
    universes = tuple(_is_in(u, found, counted, day) for u in _UNIVERSES)
    return _places(counted.position, universes)


@cache
def _places(position: counting.Position, universes: tuple[bool, ...]) -> Ways:
    # The rules have one home, in `counting`: what a rule means is asked there, never repeated.
    both = product((is_in(position) for is_in in counting.IS_IN.values()), universes)
    return frozenset(place for place, (rule, universe) in enumerate(both) if rule and universe)


def _is_in(universe: Universe, found: Docket, counted: counting.Counted, day: date) -> bool:
    known = found.ledger.participants.get(counted.participant)
    match universe:
        case Universe.EVERYONE:
            return True
        case Universe.STATES:
            return known is None or known.kind is not ParticipantKind.ORGANISATION
        case Universe.UN_MEMBERS:
            return known is not None and _is_un_member(known, day)
        case Universe.UNCONTESTED:
            return not counted.contested


def _is_un_member(participant: Participant, day: date) -> bool:
    since, until = participant.un_member_from, participant.un_member_until
    return since is not None and since <= day and (until is None or day < until)
