"""One duty of one party: the days on which it falls due, and whether it still binds then."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta

from treatywatch.law.calendar import Interval, PartialDate, Undetermined, When, in_words
from treatywatch.law.clauses.final import Duty
from treatywatch.law.clauses.reckoning import Anchor, FixedDate, TakesEffect, reckon
from treatywatch.law.effect import Effect, Reason, art
from treatywatch.law.extension import DeadlineExtension
from treatywatch.law.participant import Conflict
from treatywatch.law.terms import Answer, Confidence
from treatywatch.law.treaty import MilestoneKind
from treatywatch.status.deadline import Deadline, DeadlineState, first_of
from treatywatch.status.docket import Docket
from treatywatch.status.history import Membership
from treatywatch.values import frozen

_TO_FULFIL = (
    "that there was something to do, and that it is not done yet: the record does not hold whether"
    " a duty has been met"
)
_HOSTILITIES = "that the end of the armed conflict in the record is that of active hostilities"


@frozen
class Bound:
    """One membership of one party as far as its duties need it."""

    docket: Docket
    participant: str
    membership: Membership
    number: int
    conflicts: tuple[Conflict, ...]
    extensions: tuple[DeadlineExtension, ...]

    @property
    def entry(self) -> Interval | None:
        """The bounds of its entry into force; None where no days can be given."""
        return _bounds(self.membership.entry.when)

    @property
    def changes(self) -> int:
        """How many notices and revocations there have been."""
        notices = self.membership.notices
        revoked = sum(notice.revoked_by is not None for notice in notices)
        return len(notices) + revoked + len(self.membership.endings)

    def leaving(self) -> Effect | None:
        """The first exit that stands, by all that is known."""
        exits = self.membership.exits(date.max)
        return min(exits, key=lambda e: first_of(e.when) or date.max, default=None)


def deadlines_of(bound: Bound, duty: Duty, on: date, until: date | None) -> Iterator[Deadline]:
    """The deadlines of one duty that do not lie before ``on``, up to ``until``.

    Without ``until`` a yearly duty gives its next day only.
    """
    if bound.entry is None:
        return
    if duty.every_year is not None:
        yield from _yearly(bound, duty, bound.entry, on, until)
        return
    assert duty.due is not None
    for start, reasons in _starts(bound, duty.due):
        deadline = _extended(bound, duty, _single(bound, duty, start, reasons))
        if _within(deadline, on, until) and _was_bound(bound, deadline):
            yield _held_against_membership(bound, deadline)


def _yearly(
    bound: Bound, duty: Duty, entry: Interval, on: date, until: date | None
) -> Iterator[Deadline]:
    assert duty.every_year is not None
    first_due, before = _first_of_many(bound, duty, entry)
    day = duty.every_year.on_or_after(max(on, first_due + timedelta(days=1)))
    while until is None or day <= until:
        line = Reason(f"{duty.what}, due every {duty.every_year}", art(duty.article), day=day)
        reasons = (line, before, *bound.membership.entry.reasons)
        deadline = replace(_deadline(bound, duty, day, reasons), first_due=first_due)
        yield _held_against_membership(bound, replace(deadline, year=day.year))
        if until is None or day.year == date.max.year:
            return
        day = duty.every_year.in_year(day.year + 1)


def _first_of_many(bound: Bound, duty: Duty, entry: Interval) -> tuple[date, Reason]:
    """The day after which the first yearly day counts, and why."""
    rule = duty.first_due
    start, reasons = next(_starts(bound, rule), (None, ())) if rule is not None else (None, ())
    if rule is None or not isinstance(start, Interval):
        year = entry.not_before.year
        words = f"the first one in the year after that of entry into force, {year}"
        assumption = "that the first one is due in the year after entry into force"
        return date(year, 12, 31), Reason(words, assumption=assumption)
    first = reckon(rule, start.not_before)
    words = f"brings up to date what was first due {rule.words}"
    acts = tuple(act for reason in reasons for act in reason.acts)
    article = art(duty.article)
    line = Reason(words, article, acts, first.arithmetic, first.assumption, first.day)
    return first.day, line


def _deadline(bound: Bound, duty: Duty, due: When, reasons: tuple[Reason, ...]) -> Deadline:
    acts = [act for reason in reasons for act in reason.acts]
    return Deadline(
        bound.docket.treaty.id,
        bound.participant,
        duty.article,
        duty.what,
        due,
        DeadlineState.STANDS,
        reasons,
        bound.number,
        revision=bound.changes,
        confidence=lowest(bound.docket.confidence_of(act) for act in acts),
    )


Start = tuple[Interval | Undetermined, tuple[Reason, ...]]


def _starts(bound: Bound, due: TakesEffect) -> Iterator[Start]:
    """The days from which a duty counts, with the reasons for them."""
    entry = bound.membership.entry
    if isinstance(due.rule, FixedDate) or due.after is Anchor.ENTRY_INTO_FORCE_FOR_PARTY:
        yield bound.entry or _no_anchor(due), entry.reasons
    elif due.after is Anchor.ENTRY_INTO_FORCE:
        start = bound.docket.start.effect
        yield _bounds(start.when) or _no_anchor(due), start.reasons
    elif due.after is Anchor.OPENING_FOR_SIGNATURE:
        opened = bound.docket.treaty.milestone(MilestoneKind.OPENED_FOR_SIGNATURE)
        yield (_of_partial(opened.on) if opened else _no_anchor(due)), ()
    elif due.after is Anchor.END_OF_HOSTILITIES:
        yield from _ends_of_hostilities(bound)
    else:
        yield _no_anchor(due), ()


def _ends_of_hostilities(bound: Bound) -> Iterator[Start]:
    """One start for each armed conflict that the record has while the party was bound."""
    entry = bound.entry
    known_on = bound.docket.known_on
    for statement in bound.conflicts:
        if Answer(statement.in_armed_conflict) is not Answer.YES or entry is None:
            continue
        if known_on is not None and statement.since.first() > known_on:
            continue
        ended = statement.until
        if ended is not None and known_on is not None and ended.last() > known_on:
            ended = None
        if ended is not None and ended.last() < entry.not_before:
            continue
        began = f"in armed conflict since {in_words(statement.since)}"
        if ended is None:
            settle = "the day on which active hostilities end"
            why = f"{began}; the record has no end of it"
            yield Undetermined(why, settle), (Reason(why, assumption=_HOSTILITIES),)
        else:
            words = f"{began}, until {in_words(ended)}"
            line = Reason(words, assumption=_HOSTILITIES, day=ended.exact())
            yield _of_partial(ended), (line,)


def _no_anchor(due: TakesEffect) -> Undetermined:
    what = due.after.words
    return Undetermined(f"the day of {what} is not in the record", f"the day of {what}")


def _single(
    bound: Bound, duty: Duty, start: Interval | Undetermined, reasons: tuple[Reason, ...]
) -> Deadline:
    assert duty.due is not None
    article = art(duty.article)
    if isinstance(start, Undetermined):
        line = Reason(f"{duty.what} {duty.due.words}: {start.why}", article)
        return _deadline(bound, duty, start, (line, *reasons))
    first = reckon(duty.due, start.not_before)
    last = reckon(duty.due, start.not_after) if start.not_after else first
    due: When = last.day
    if first.day != last.day or start.not_after is None:
        due = Interval(first.day, last.day if start.not_after else None, start.why)
    assumptions = "; ".join(a for a in (last.assumption, _TO_FULFIL) if a)
    words = f"{duty.what}, at most {duty.due.words}"
    line = Reason(words, article, (), last.arithmetic, assumptions, last.day)
    return _deadline(bound, duty, due, (line, *reasons))


def _extended(bound: Bound, duty: Duty, deadline: Deadline) -> Deadline:
    """The deadline moved on by every extension known for this duty."""
    granted = sorted(
        (e for e in bound.extensions if e.article == duty.article and _known(bound, e)),
        key=lambda e: (e.granted_on.first(), e.until),
    )
    for extension in granted:
        words = f"extended to {in_words(extension.until)}, granted {_when(extension.granted_on)}"
        article = art(duty.extension_article) if duty.extension_article else art(duty.article)
        line = Reason(words, article, (extension.id,), day=extension.until)
        deadline = replace(
            deadline,
            due=extension.until,
            reasons=(*deadline.reasons, line),
            revision=deadline.revision + 1,
            confidence=lowest((deadline.confidence, extension.confidence)),
        )
    return deadline


def _known(bound: Bound, extension: DeadlineExtension) -> bool:
    known_on, entry = bound.docket.known_on, bound.entry
    granted = extension.granted_on.first()
    in_time = entry is not None and entry.not_before <= extension.granted_on.last()
    return in_time and (known_on is None or granted <= known_on)


def _was_bound(bound: Bound, deadline: Deadline) -> bool:
    """A day that had passed before the party was bound is no deadline of its own."""
    first, entry = deadline.first_day(), bound.entry
    return first is None or entry is None or first >= entry.not_before


def _within(deadline: Deadline, on: date, until: date | None) -> bool:
    first = deadline.first_day()
    if first is None:
        return True
    due = deadline.due
    last = (due.not_after or date.max) if isinstance(due, Interval) else first
    return last >= on and (until is None or first <= until)


def _held_against_membership(bound: Bound, deadline: Deadline) -> Deadline:
    """What an entry between two days, and the exit that stands, make of the deadline."""
    day, entry = deadline.first_day(), bound.entry
    if day is not None and entry is not None and day < (entry.not_after or date.max):
        words = f"binding only if it is a party by then: {entry.why}"
        line = Reason(words, "VCLT Art. 24")
        deadline = replace(
            deadline, state=DeadlineState.IF_BOUND, reasons=(*deadline.reasons, line)
        )
    leaving = bound.leaving()
    return deadline if leaving is None else _held_against_exit(deadline, leaving)


def _held_against_exit(deadline: Deadline, leaving: Effect) -> Deadline:
    left, earliest = _bounds(leaving.when), first_of(leaving.when)
    day, certain = deadline.first_day(), left.not_after if left else None
    if earliest is None or (day is not None and day < earliest):
        return deadline
    if day is not None and certain is not None and certain <= day:
        state = DeadlineState.FALLS_AWAY
        words = f"no longer bound from {in_words(certain)} on"
    else:
        state, words = DeadlineState.IF_BOUND, "binding only if it is still a party then"
    line = Reason(words, "VCLT Art. 70", day=certain)
    return replace(deadline, state=state, reasons=(*deadline.reasons, line, *leaving.reasons))


def _bounds(when: When) -> Interval | None:
    match when:
        case date():
            return Interval(when, when, "")
        case Interval():
            return when
        case Undetermined():
            return None


def _of_partial(day: PartialDate) -> Interval:
    return Interval(day.first(), day.last(), f"known only as {in_words(day)}")


def _when(day: PartialDate) -> str:
    return f"{'on' if day.day else 'in'} {in_words(day)}"


def lowest(confidences: Iterable[Confidence]) -> Confidence:
    """The lowest of several confidences; high where there is none."""
    order = list(Confidence)
    return max(confidences, key=order.index, default=Confidence.HIGH)
