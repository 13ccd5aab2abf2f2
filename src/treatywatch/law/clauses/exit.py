"""Withdrawal and denunciation: from a notice to the day on which a party ceases to be one."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from treatywatch.law.act import Act
from treatywatch.law.calendar import Interval, PartialDate, Undetermined, When, in_words
from treatywatch.law.clauses.final import (
    Locked,
    PostponedUntil,
    Silence,
    Terms,
    Window,
    Withdrawal,
)
from treatywatch.law.clauses.printed import prefer_printed
from treatywatch.law.clauses.reckoning import Anchor, reckon
from treatywatch.law.effect import Effect, EffectKind, Reason, art
from treatywatch.law.terms import Answer
from treatywatch.law.treaty import Treaty
from treatywatch.values import frozen


@frozen
class ArmedConflict:
    """What the record says of a State and armed conflict on one day.

    ``over_on`` is the first day on which the conflict is over, where the record knows it;
    ``words`` say on whose word the answer rests.
    """

    answer: Answer
    words: str
    over_on: date | None = None


NOTHING_SAID = ArmedConflict(Answer.UNKNOWN, "the record has no statement on armed conflict")

ConflictOn = Callable[[date], ArmedConflict]


@frozen
class Void:
    """A notice that has no effect at all, and why; ``what_would_settle_it`` helps the asker on."""

    reasons: tuple[Reason, ...]
    what_would_settle_it: str

    @property
    def why(self) -> str:
        """The first reason."""
        return self.reasons[0].words


@frozen
class Circumstances:
    """What the rules on leaving need beside the notice itself.

    ``party_since`` is the day on which the treaty entered into force for the party, ``in_force``
    that of the treaty, ``opened`` that of its opening for signature.
    """

    conflict_on: ConflictOn
    party_since: date | None = None
    in_force: date | None = None
    opened: date | None = None

    def anchor(self, anchor: Anchor) -> date | None:
        """The day that an anchor other than the notice stands for.

        Where it is not known since when the party is one, it cannot be earlier than the treaty.
        """
        match anchor:
            case Anchor.ENTRY_INTO_FORCE_FOR_PARTY:
                return self.party_since or self.in_force
            case Anchor.ENTRY_INTO_FORCE:
                return self.in_force
            case Anchor.OPENING_FOR_SIGNATURE:
                return self.opened
            case _:
                return None


def exit_by_notice(treaty: Treaty, notice: Act, around: Circumstances) -> Effect | Void:
    """When a party ceases to be one by this notice of withdrawal, or why it never does.

    VCLT Arts. 54, 56 and 67; the period runs from the anchor of the treaty's own clause.
    """
    clause = treaty.final_clauses.withdrawal
    if isinstance(clause, Silence):
        return Void(
            (Reason(clause.words, "VCLT Art. 56", notice.cited),),
            "the consent of all parties, or proof that a right to leave was intended",
        )
    obstacle = _locked(clause, notice, around) or _outside_window(clause, notice, around)
    if obstacle is not None:
        return obstacle
    when, reasons = _period(clause, notice, around)
    when, reasons = _postponed(clause, notice, when, reasons, around.conflict_on)
    when, difference = prefer_printed(when, notice.effect_printed, art(clause.article))
    return Effect(
        treaty.id,
        notice.participant,
        EffectKind.CEASES_TO_BE_PARTY,
        when,
        reasons + difference,
    )


def _locked(clause: Withdrawal, notice: Act, around: Circumstances) -> Void | None:
    lock = clause.lock
    start = around.anchor(lock.until.after) if lock else None
    if lock is None or lock.locks is not Locked.NOTICE or start is None:
        return None
    opens = reckon(lock.until, start)
    if notice.received_on.first() >= opens.day:
        return None
    words = f"no notice can be given before {in_words(opens.day)}: {lock.until.words}"
    line = Reason(words, art(lock.article), notice.cited, opens.arithmetic, day=opens.day)
    return Void((line,), f"a notice received on or after {in_words(opens.day)}")


def _outside_window(clause: Withdrawal, notice: Act, around: Circumstances) -> Void | None:
    window = clause.window
    if window is None or around.in_force is None:
        return None
    opens = next_opening(window, around.in_force, notice.received_on.first())
    if notice.received_on.first() >= opens:
        return None
    words = (
        f"a notice counts only in {window.open_years} of every {window.every_years} years after "
        f"{in_words(around.in_force)}; the next such span opens on {in_words(opens)}"
    )
    line = Reason(words, art(window.article), notice.cited, day=opens)
    return Void((line,), f"a notice received on or after {in_words(opens)}")


def next_opening(window: Window, in_force: date, day: date) -> date:
    """The opening day of the span that covers ``day``, or of the next one."""
    opens = in_force
    while True:
        opens = _years_on(opens, window.every_years)
        if day < _years_on(opens, window.open_years):
            return opens


def _years_on(day: date, years: int) -> date:
    leap_day = day.month == 2 and day.day == 29
    return date(day.year + years, day.month, 28 if leap_day else day.day)


def _period(
    clause: Withdrawal, notice: Act, around: Circumstances
) -> tuple[When, tuple[Reason, ...]]:
    rule = clause.takes_effect
    start = _counted_from(rule.after, notice)
    fixed = around.anchor(rule.after)
    first, last = fixed or start.first(), fixed or start.last()
    early = reckon(rule, first)
    late = early if first == last else reckon(rule, last)
    line = Reason(
        f"effect {rule.words}",
        art(clause.article),
        notice.cited,
        late.arithmetic,
        late.assumption,
        late.day,
    )
    high, named = _later_of(clause, notice, late.day, around)
    if early is late:
        return high, (line, *named)
    low, named = _later_of(clause, notice, early.day, around)
    if low == high:
        return high, (line, *named)
    why = f"the notice is known only as {in_words(start)}"
    return Interval(low, high, why), (line, *named)


def _counted_from(anchor: Anchor, notice: Act) -> PartialDate:
    if anchor is Anchor.DAY_NAMED_IN_NOTICE and notice.named_date is not None:
        return PartialDate.of(notice.named_date)
    return notice.done_on if anchor is Anchor.NOTICE else notice.received_on


def _later_of(
    clause: Withdrawal, notice: Act, day: date, around: Circumstances
) -> tuple[date, tuple[Reason, ...]]:
    """The day moved on by a lock on the effect, or by a later date that the notice names."""
    reasons: tuple[Reason, ...] = ()
    lock = clause.lock
    start = around.anchor(lock.until.after) if lock else None
    if lock is not None and lock.locks is Locked.EFFECT and start is not None:
        opens = reckon(lock.until, start)
        if opens.day > day:
            day = opens.day
            words = f"not before {in_words(day)}: {lock.until.words}"
            reasons = (Reason(words, art(lock.article), (), opens.arithmetic, day=day),)
    day, reasons = _at_the_end_of_a_term(clause, day, reasons, around)
    if notice.named_date is None or clause.takes_effect.after is Anchor.DAY_NAMED_IN_NOTICE:
        return day, reasons
    named = in_words(notice.named_date)
    if clause.later_date_in_notice and notice.named_date > day:
        words = f"the notice names the later date of {named}"
        day = notice.named_date
    elif clause.later_date_in_notice:
        words = f"the notice names {named}, which is not later and is ignored"
    else:
        words = f"the notice names {named}; the clause gives no choice of date"
    return day, (*reasons, Reason(words, art(clause.article), notice.cited, day=day))


def _at_the_end_of_a_term(
    clause: Withdrawal, day: date, reasons: tuple[Reason, ...], around: Circumstances
) -> tuple[date, tuple[Reason, ...]]:
    """The end of the term that is running when the period of notice ends."""
    terms = clause.terms
    start = around.anchor(terms.after) if terms else None
    if terms is None or start is None:
        return day, reasons
    ends = end_of_term(terms, start, day)
    words = (
        f"only at the end of a term: {terms.first_years} years after {terms.after.words}, "
        f"then every {terms.then_years}"
    )
    return ends, (*reasons, Reason(words, art(terms.article), day=ends))


def end_of_term(terms: Terms, start: date, day: date) -> date:
    """The first end of a term that is not before ``day``."""
    years = terms.first_years
    while _years_on(start, years) < day:
        years += terms.then_years
    return _years_on(start, years)


def _postponed(
    clause: Withdrawal,
    notice: Act,
    when: When,
    reasons: tuple[Reason, ...],
    conflict_on: ConflictOn,
) -> tuple[When, tuple[Reason, ...]]:
    """The effect after the test for armed conflict, made on the day the period ends."""
    if clause.postponed is None:
        return when, reasons
    article = art(clause.postponed.article)
    if not isinstance(when, date):
        return _postponed_bounds(when, reasons, article, conflict_on)
    found = conflict_on(when)
    words = unless_in_conflict(when)
    condition = Reason(words, article, assumption=found.words, day=when)
    if found.answer is Answer.NO:
        return when, (*reasons, condition)
    if found.answer is Answer.UNKNOWN:
        why = f"whether it is in armed conflict on {in_words(when)} is not settled: {found.words}"
        line = replace(condition, words=why, assumption=None)
        settle = "a sourced statement on armed conflict that covers that day"
        return Undetermined(why, settle, when), (*reasons, line)
    words = f"postponed while in armed conflict: {found.words}"
    held = Reason(words, article, notice.cited, day=when)
    over = found.over_on
    if over is None or clause.postponed.until is PostponedUntil.RELEASE_OF_PROTECTED_PERSONS:
        over_words = clause.postponed.until.value.replace("-", " ")
        return Interval(over or when, None, f"not before the {over_words}"), (*reasons, held)
    ended = Reason(f"the conflict was over by {in_words(over)}", article, day=over)
    return over, (*reasons, held, ended)


def unless_in_conflict(day: date) -> str:
    """The condition on an exit that has not yet taken effect."""
    return f"unless in armed conflict on {in_words(day)}"


def as_not_in_conflict(reason: Reason) -> Reason:
    """The same condition once the exit has taken effect; any other reason as it is."""
    if reason.day is None or reason.words != unless_in_conflict(reason.day):
        return reason
    return replace(reason, words=f"was in no armed conflict on {in_words(reason.day)}")


def _postponed_bounds(
    when: Interval | Undetermined,
    reasons: tuple[Reason, ...],
    article: str,
    conflict_on: ConflictOn,
) -> tuple[When, tuple[Reason, ...]]:
    if isinstance(when, Undetermined) or when.not_after is None:
        return when, reasons
    answers = {conflict_on(day).answer for day in (when.not_before, when.not_after)}
    if answers == {Answer.NO}:
        return when, reasons
    why = "whether it is in armed conflict when the period ends is not settled"
    settle = "the day of receipt, and a sourced statement on armed conflict"
    return Undetermined(why, settle, when.not_before), (*reasons, Reason(why, article))
