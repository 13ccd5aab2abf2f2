"""Entry into force: of the treaty, and for each participant (VCLT Art. 24)."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from treatywatch.law.act import Act
from treatywatch.law.calendar import Interval, PartialDate, Undetermined, When, in_words
from treatywatch.law.clauses.final import LaterDeposits, LaterEntry, Threshold, TreatyEntry
from treatywatch.law.clauses.general_succession import NEWLY_INDEPENDENT
from treatywatch.law.clauses.printed import prefer_printed
from treatywatch.law.clauses.reckoning import (
    Anchor,
    FixedDate,
    Reckoning,
    SameDay,
    TakesEffect,
    reckon,
)
from treatywatch.law.clauses.thresholds import (
    Reached,
    is_derivable,
    reached,
    shortfall,
    threshold_words,
)
from treatywatch.law.effect import Effect, EffectKind, Reason, art
from treatywatch.law.terms import ActKind
from treatywatch.law.treaty import Holds, MilestoneKind, Treaty
from treatywatch.values import frozen

GENERAL_SUCCESSION = TakesEffect(SameDay(), Anchor.STATE_SUCCESSION)


@frozen
class TreatyStart:
    """The treaty's own entry into force, and the day on which the threshold was reached.

    ``difference`` tells where a printed day stands that is not the one which the acts give.
    """

    effect: Effect
    threshold_on: date | None
    difference: tuple[Reason, ...] = ()

    @property
    def earliest(self) -> date | None:
        """The first day on which the treaty can be in force; None while it cannot be."""
        when = self.effect.when
        if isinstance(when, date):
            return when
        return when.not_before if isinstance(when, Interval) else None


def treaty_start(treaty: Treaty, acts: Sequence[Act], known_on: date | None = None) -> TreatyStart:
    """When the treaty enters into force, from the acts towards it and the threshold.

    A printed day (the milestone entered-into-force) wins where it differs, once it has come by
    ``known_on``; the difference is among the reasons.
    """
    clause = treaty.final_clauses.of_the_treaty
    when, reasons, first = _computed_start(treaty, clause, acts)
    milestone = treaty.milestone(MilestoneKind.ENTERED_INTO_FORCE)
    difference: tuple[Reason, ...] = ()
    if milestone and (known_on is None or milestone.on.first() <= known_on):
        underivable = _not_derived(treaty, clause, when, milestone.on)
        when, difference = prefer_printed(when, milestone.on, art(clause.article))
        if underivable:
            difference = (underivable,)
        elif milestone.why_it_differs:
            why = f"; {milestone.why_it_differs}"
            difference = tuple(replace(line, words=line.words + why) for line in difference)
    effect = Effect(treaty.id, "", EffectKind.ENTERS_INTO_FORCE, when, reasons + difference)
    return TreatyStart(effect, first.on if first else None, difference)


def _not_derived(
    treaty: Treaty, clause: TreatyEntry, computed: When, printed: PartialDate
) -> Reason | None:
    """Why the printed day stands alone: the record lacks the acts, or the weights of a share."""
    if not isinstance(computed, Undetermined):
        return None
    lacks = []
    if treaty.coverage.holds is Holds.EXITS_ONLY:
        lacks.append("who joined and when")
    if not is_derivable(clause.needs):
        lacks.append("the share of each participant")
    if not lacks:
        return None
    words = f"in force on {in_words(printed)}: published, not derived; the record does not hold "
    return Reason(words + " and ".join(lacks), art(clause.article), day=printed.exact())


def _computed_start(
    treaty: Treaty, clause: TreatyEntry, acts: Sequence[Act]
) -> tuple[When, tuple[Reason, ...], Reached | None]:
    if clause.needs is None:
        fixed = clause.takes_effect.rule
        if isinstance(fixed, FixedDate):
            return fixed.day, (_line(clause, reckon(clause.takes_effect, fixed.day)),), None
        return _not_yet(treaty, "the text names no condition"), (), None
    # Where only some of those who joined are known, nobody's instrument is known as the last one.
    counted = () if treaty.coverage.holds is Holds.EXITS_ONLY else acts
    first = reached(clause.needs, counted, PartialDate.first)
    last = reached(clause.needs, counted, PartialDate.last)
    if first is None or last is None:
        return _not_yet(treaty, _lacking(treaty, clause.needs, acts)), (), None
    early, late = _start_from(treaty, clause, first), _start_from(treaty, clause, last)
    when: When = early.day
    if early.day != late.day:
        when = Interval(early.day, late.day, "some deposits are known only by month or year")
    words = f"{threshold_words(clause.needs)} reached by the deposits of {in_words(last.on)}"
    reached_line = Reason(words, art(clause.article), last.acts, day=last.on)
    return when, (reached_line, _line(clause, late)), last


def _start_from(treaty: Treaty, clause: TreatyEntry, threshold: Reached) -> Reckoning:
    reckoning = reckon(clause.takes_effect, threshold.on)
    opened = treaty.milestone(MilestoneKind.OPENED_FOR_SIGNATURE)
    if clause.not_before is None or opened is None:
        return reckoning
    earliest = reckon(clause.not_before, opened.on.first())
    return reckoning if reckoning.day >= earliest.day else earliest


def _lacking(treaty: Treaty, needs: Threshold, acts: Sequence[Act]) -> str:
    """Why the treaty has not begun; a record of exits only cannot tell how much is lacking."""
    if treaty.coverage.holds is Holds.EXITS_ONLY:
        return f"the condition ({threshold_words(needs)}) is not met by the acts known"
    return shortfall(needs, acts)


def _not_yet(treaty: Treaty, why: str) -> Undetermined:
    return Undetermined(
        f"the {treaty.short_title} is not known to have entered into force: {why}",
        "the instruments that are still lacking",
    )


def _line(clause: TreatyEntry | LaterEntry, reckoning: Reckoning) -> Reason:
    return Reason(
        f"in force {clause.takes_effect.words}",
        art(clause.article),
        arithmetic=reckoning.arithmetic,
        assumption=reckoning.assumption,
        day=reckoning.day,
    )


def entry_for(
    treaty: Treaty,
    act: Act,
    start: TreatyStart,
    succession_day: PartialDate | None = None,
    law_of_succession: str = NEWLY_INDEPENDENT,
) -> Effect:
    """When the treaty enters into force for the participant by this act of consent.

    ``succession_day`` is the date of State succession where the act itself names none;
    ``law_of_succession`` the article of general law on how the State came about.
    """
    if act.kind is ActKind.SUCCESSION:
        when, reasons = _by_succession(treaty, act, start, succession_day, law_of_succession)
    else:
        when, reasons = _by_deposit(treaty, act, start)
    article = reasons[-1].article if reasons else None
    when, difference = prefer_printed(when, act.effect_printed, article)
    return Effect(
        treaty.id, act.participant, EffectKind.ENTERS_INTO_FORCE, when, reasons + difference
    )


def _by_deposit(treaty: Treaty, act: Act, start: TreatyStart) -> tuple[When, tuple[Reason, ...]]:
    in_force = start.effect.when
    if isinstance(in_force, Undetermined):
        return in_force, (Reason(in_force.why, art(treaty.final_clauses.of_the_treaty.article)),)
    first, last = act.received_on.first(), act.received_on.last()
    early, reasons = _from_day(treaty, act, start, first)
    late, reasons_late = (early, reasons) if first == last else _from_day(treaty, act, start, last)
    if isinstance(early, Interval) or isinstance(late, Interval):
        return late, reasons_late
    if early == late and isinstance(in_force, date):
        return late, reasons_late
    latest = max(late, in_force.not_after or late) if isinstance(in_force, Interval) else late
    if early == latest:
        return late, reasons_late
    why = f"the deposit is known only as {in_words(act.received_on)}"
    if act.received_on.exact():
        why = "the day on which the treaty entered into force is known only within bounds"
    return Interval(early, latest, why), reasons


def _from_day(
    treaty: Treaty, act: Act, start: TreatyStart, deposit: date
) -> tuple[date | Interval, tuple[Reason, ...]]:
    """The day for one day of deposit; the treaty is in force or will be on a known day."""
    in_force = start.earliest
    assert in_force is not None
    later = treaty.final_clauses.for_a_later_participant
    # Surely later, also where the record lacks one of those that made the threshold.
    surely = act.received_on.first() > in_force
    if later is None or not (surely or _is_later(later, deposit, start, in_force)):
        return max(in_force, deposit) if later is None else in_force, _with_treaty(
            treaty, in_force, start
        )
    rule = later.of_kinds.get(act.kind, later.takes_effect)
    counted_from, assumption = _anchor_day(rule.after, act, deposit, in_force)
    if counted_from is None:
        why = f"{rule.after.words} is not in the record, and without it the rule does not run"
        return Interval(deposit, None, why), (Reason(why, art(later.article), act.cited),)
    reckoning = reckon(rule, counted_from)
    line = Reason(
        f"in force {rule.words}",
        art(later.article),
        act.cited,
        reckoning.arithmetic,
        assumption or reckoning.assumption,
        max(reckoning.day, in_force),
    )
    if reckoning.day < in_force:
        return in_force, (line, *_with_treaty(treaty, in_force, start))
    return reckoning.day, (line,)


def _is_later(later: LaterEntry, deposit: date, start: TreatyStart, in_force: date) -> bool:
    match later.deposits:
        case LaterDeposits.AFTER_THRESHOLD_DAY:
            return start.threshold_on is None or deposit > start.threshold_on
        case LaterDeposits.AFTER_ENTRY_INTO_FORCE:
            return deposit > in_force
        case LaterDeposits.FROM_ENTRY_INTO_FORCE_ON:
            return deposit >= in_force
        case LaterDeposits.ALL:
            return True


def _anchor_day(
    anchor: Anchor, act: Act, deposit: date, in_force: date
) -> tuple[date | None, str | None]:
    match anchor:
        case Anchor.WAIVER if act.named_date is None:
            return deposit, "the waiver is taken to have come with the deposit; no day is recorded"
        case Anchor.WAIVER:
            return act.named_date, None
        case Anchor.NOTIFICATION_BY_DEPOSITARY if act.named_date is None:
            return deposit, "the day of the depositary's notification is not in the record"
        case Anchor.NOTIFICATION_BY_DEPOSITARY | Anchor.STATE_SUCCESSION:
            return act.named_date, None
        case Anchor.NOTICE:
            return act.done_on.first(), None
        case Anchor.ENTRY_INTO_FORCE:
            return in_force, None
        case _:
            return deposit, None


def _with_treaty(treaty: Treaty, in_force: date, start: TreatyStart) -> tuple[Reason, ...]:
    article = art(treaty.final_clauses.of_the_treaty.article)
    sums = [reason.arithmetic for reason in start.effect.reasons if reason.arithmetic]
    words = f"in force with the treaty itself on {in_words(in_force)}"
    if start.difference:  # a sum that gives another day is no reason for this one
        return (Reason(words, article, day=in_force), *start.difference)
    return (Reason(words, article, arithmetic=sums[-1] if sums else None, day=in_force),)


def _by_succession(
    treaty: Treaty,
    act: Act,
    start: TreatyStart,
    succession_day: PartialDate | None,
    law_of_succession: str,
) -> tuple[When, tuple[Reason, ...]]:
    clause = treaty.final_clauses.succession
    rule = clause.takes_effect if clause else GENERAL_SUCCESSION
    article = art(clause.article) if clause and clause.article else law_of_succession
    in_force = start.earliest
    if in_force is None and isinstance(start.effect.when, Undetermined):
        return start.effect.when, (Reason(start.effect.when.why, article, act.cited),)
    assert in_force is not None
    received = act.received_on.last()
    since = PartialDate.of(act.named_date) if act.named_date else succession_day
    if rule.after is not Anchor.STATE_SUCCESSION:
        since = act.received_on
    if since is None or (act.named_date is None and since.first() > received):
        why = "the date of State succession is not in the record"
        bounds = Interval(min(in_force, received), received, why)
        return bounds, (Reason(why, article, act.cited),)
    early, late = reckon(rule, since.first()), reckon(rule, since.last())
    first, last = max(early.day, in_force), max(late.day, in_force)
    words = f"bound {rule.words}"
    if first == last:
        return last, (Reason(words, article, act.cited, late.arithmetic, day=last),)
    why = f"the State succession is known only as {in_words(since)}"
    return Interval(first, last, why), (Reason(f"{words}, {in_words(since)}", article, act.cited),)
