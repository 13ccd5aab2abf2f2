"""What if: which standings, counts, thresholds and deadlines a supposed act would change."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

from treatywatch.law.calendar import When, in_words
from treatywatch.law.effect import Effect
from treatywatch.law.unit import WHOLE, Unit, in_order
from treatywatch.ledger.ledger import Ledger
from treatywatch.status.answers import CountRule, Spell, Timeline
from treatywatch.status.count_history import CountHistory, Universe, count_history
from treatywatch.status.deadline import Deadline
from treatywatch.status.deadlines import deadlines
from treatywatch.status.docket import docket
from treatywatch.status.horizon import beyond_the_horizon, compared_on
from treatywatch.status.supposing import (
    Hypothesis,
    SupposedAct,
    as_all_there_is,
    peace_taken_for_granted,
    supposing,
)
from treatywatch.status.threshold import ThresholdProgress, threshold_progress
from treatywatch.values import frozen


@frozen
class StandingChange:
    """Days on which a standing is another one: from ``since`` on, up to but without ``until``.

    Both spells carry their reasons; where only the views differ, ``contested`` tells them apart.
    """

    treaty: str
    participant: str
    since: date | None
    until: date | None
    before: Spell
    after: Spell
    unit: Unit = WHOLE

    @property
    def words(self) -> str:
        """ "apmbc FIN from 2026-01-10: party, then former-party"."""
        span = f"from {self.since}" if self.since else "at all times"
        span += f" to {self.until - timedelta(days=1)}" if self.until else ""
        change = f"{self.before.standing} becomes {self.after.standing}"
        if self.before.standing is self.after.standing:
            change = f"stays {self.after.standing}, contested in another way"
        about = f" ({self.unit.words})" if self.unit.words else ""
        return f"{self.treaty} {self.participant}{about} {span}: {change}"


@frozen
class CountChange:
    """Days on which a count is another number; ``last`` None means that nothing known ends them."""

    treaty: str
    rule: CountRule
    since: date
    last: date | None
    before: int
    after: int


@frozen
class EntryChange:
    """A treaty's own entry into force, or how far it is from it, that is another one."""

    treaty: str
    before: Effect
    after: Effect
    progress_before: ThresholdProgress | None
    progress_after: ThresholdProgress | None

    @property
    def moved(self) -> bool:
        """Whether the day itself is another one; else only the threshold is nearer or farther."""
        return _day(self.before.when) != _day(self.after.when)


@frozen
class DeadlineChange:
    """A deadline that moves, falls away, or arises; None where there is none."""

    before: Deadline | None
    after: Deadline | None


@frozen
class Consequences:
    """Everything that suppositions change, old and new; empty where they change nothing."""

    hypotheses: tuple[Hypothesis, ...]
    on: date
    standings: tuple[StandingChange, ...]
    counts: tuple[CountChange, ...]
    entries: tuple[EntryChange, ...]
    deadlines: tuple[DeadlineChange, ...]
    assumptions: tuple[str, ...] = ()  # what the suppositions take for granted beside themselves
    cautions: tuple[str, ...] = ()  # of each treaty, where its record does not reach to the day

    def counts_on(self, day: date) -> tuple[CountChange, ...]:
        """The counts that are other numbers on that day."""
        return tuple(c for c in self.counts if c.since <= day and (c.last is None or day <= c.last))


def what_if(
    ledger: Ledger,
    hypotheses: Sequence[Hypothesis],
    on: date | None = None,
    *,
    as_known_on: date | None = None,
    until: date | None = None,
) -> Consequences:
    """What follows if the suppositions held, held against what follows without them.

    Standings, counts and entries into force are compared over all of time; deadlines from ``on``
    (today) up to ``until``. ``as_known_on`` takes what was known on a day as all there is.
    Raises :class:`treatywatch.errors.UnknownName`.
    """
    day = on or date.today()
    before = as_all_there_is(ledger, as_known_on)
    after = supposing(before, hypotheses)
    who = tuple(dict.fromkeys(before.participant(h.participant).id for h in hypotheses))
    touched = _touched(before, hypotheses, who)
    entries = [e for treaty in touched if (e := _entry(before, after, treaty)) is not None]
    standings = [s for treaty in touched for s in _standings(before, after, treaty, who)]
    changed = dict.fromkeys(s.treaty for s in standings)
    return Consequences(
        tuple(hypotheses),
        day,
        tuple(standings),
        tuple(c for treaty in changed for c in _counts(before, after, treaty)),
        tuple(entries),
        tuple(
            d for treaty in touched for d in _deadlines(before, after, treaty, who, (day, until))
        ),
        tuple(
            f"{before.participants[one.participant].common_name} is in no armed conflict from "
            f"{in_words(one.since.first())} on: no source in the record says that it is in one"
            for one in peace_taken_for_granted(before, hypotheses)
        ),
        tuple(_cautions(before, touched, day)),
    )


def _cautions(ledger: Ledger, touched: Sequence[str], day: date) -> Iterator[str]:
    for treaty in touched:
        words = beyond_the_horizon(compared_on(ledger, treaty), day)
        if words is not None:
            yield f"{ledger.treaties[treaty].short_title}: {words}"


def _touched(ledger: Ledger, hypotheses: Sequence[Hypothesis], who: Sequence[str]) -> list[str]:
    """The treaties that can be affected: named, of one in conflict, or ending with another."""
    touched = {ledger.treaty(h.treaty).id for h in hypotheses if isinstance(h, SupposedAct)}
    if any(not isinstance(h, SupposedAct) for h in hypotheses):
        touched |= {
            treaty
            for treaty in ledger.treaties
            if any(act.participant in who for act in ledger.acts.get(treaty, ()))
        }
    while True:
        led_along = {
            treaty.id
            for treaty in ledger.treaties.values()
            if any(clause.treaty in touched for clause in treaty.final_clauses.ends_with)
        }
        if led_along <= touched:
            return sorted(touched)
        touched |= led_along


def _entry(before: Ledger, after: Ledger, treaty: str) -> EntryChange | None:
    old, new = docket(before, treaty), docket(after, treaty)
    progress_old = threshold_progress(old.treaty, old.acts)
    progress_new = threshold_progress(new.treaty, new.acts)
    change = EntryChange(treaty, old.start.effect, new.start.effect, progress_old, progress_new)
    nearer = progress_old != progress_new and not isinstance(old.start.effect.when, date)
    return change if change.moved or nearer else None


def _day(when: When) -> object:
    """An open question stays the same question, however it is put into words."""
    return when if isinstance(when, date) else type(when)


def _standings(
    before: Ledger, after: Ledger, treaty: str, who: Sequence[str]
) -> Iterator[StandingChange]:
    old, new = docket(before, treaty), docket(after, treaty)
    for participant in _reached(before, after, treaty, who):
        one, other = old.timeline(participant), new.timeline(participant)
        yield from _changes(one, other)
        for unit in in_order(line.unit for line in (*one.units, *other.units)):
            lines = (found.unit_timeline(participant, unit) for found in (old, new))
            yield from _changes(*lines)


def _reached(before: Ledger, after: Ledger, treaty: str, who: Sequence[str]) -> Sequence[str]:
    """Those named, or everyone where a supposition about one can affect the others."""
    if not _reaches_all(before, after, treaty):
        return who
    old, new = docket(before, treaty), docket(after, treaty)
    return sorted({*old.by_participant, *new.by_participant})


def _reaches_all(before: Ledger, after: Ledger, treaty: str) -> bool:
    """Whether others can be affected: by the treaty's start, or by its end with one exit."""
    old, new = docket(before, treaty), docket(after, treaty)
    return old.start.effect.when != new.start.effect.when or old.end_by_exit != new.end_by_exit


def _changes(old: Timeline, new: Timeline) -> Iterator[StandingChange]:
    days = sorted({s.since for s in (*old.spells, *new.spells) if s.since is not None})
    found: list[StandingChange] = []
    for since, until in pairwise([None, *days, None]):
        day = since or date.min
        one, other = old.on(day), new.on(day)
        change = StandingChange(new.treaty, new.participant, since, until, one, other, new.unit)
        if _seen(change.before) == _seen(change.after):
            continue
        if found and found[-1].until == since and _alike(found[-1], change):
            change = replace(found.pop(), until=until)
        found.append(change)
    yield from found


def _seen(spell: Spell) -> tuple[object, ...]:
    return spell.standing, tuple(reason.words for reason in spell.contested)


def _alike(one: StandingChange, other: StandingChange) -> bool:
    return (_seen(one.before), _seen(one.after)) == (_seen(other.before), _seen(other.after))


def _counts(before: Ledger, after: Ledger, treaty: str) -> Iterator[CountChange]:
    old, new = count_history(before, treaty), count_history(after, treaty)
    for rule in CountRule:
        yield from _changes_of_count(old, new, rule)


def _changes_of_count(
    old: CountHistory, new: CountHistory, rule: CountRule
) -> Iterator[CountChange]:
    way = (rule, Universe.EVERYONE)
    days = sorted({day for history in (old, new) for day, _ in history.steps.get(way, ())})
    for since, until in pairwise([*days, None]):
        if since is None:
            continue
        before, after = old.number(rule, since), new.number(rule, since)
        if before != after:
            last = until - timedelta(days=1) if until else None
            yield CountChange(new.treaty, rule, since, last, before, after)


def _deadlines(
    before: Ledger,
    after: Ledger,
    treaty: str,
    who: Sequence[str],
    span: tuple[date, date | None],
) -> Iterator[DeadlineChange]:
    on, until = span
    old: dict[str, Deadline] = {}
    new: dict[str, Deadline] = {}
    for one in _reached(before, after, treaty, who):
        for ledger, found in ((before, old), (after, new)):
            due = deadlines(ledger, participant=one, treaty=treaty, on=on, until=until)
            found.update({deadline.id: deadline for deadline in due})
    for name in sorted({*old, *new}):
        was, follows = old.get(name), new.get(name)
        if was is None or follows is None or _moved(was, follows):
            yield DeadlineChange(was, follows)


def _moved(one: Deadline, other: Deadline) -> bool:
    return (one.due, one.state) != (other.due, other.state)
