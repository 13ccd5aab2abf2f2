"""How a standing ends otherwise than by one's own notice: expulsion, a parent treaty, expiry."""

from datetime import date

from treatywatch.law.act import Act
from treatywatch.law.calendar import Interval, Undetermined, When
from treatywatch.law.clauses.final import EndsWith
from treatywatch.law.clauses.general_succession import law_for_the_vanished_state
from treatywatch.law.clauses.printed import prefer_printed
from treatywatch.law.clauses.reckoning import Reckoning, reckon
from treatywatch.law.effect import Effect, EffectKind, Reason, art
from treatywatch.law.treaty import Treaty


def exit_by_expulsion(treaty: Treaty, act: Act) -> Effect:
    """When one that was expelled ceases to be bound (ECHR Art. 58(3): six months on)."""
    clause = treaty.final_clauses.expulsion
    article = art(clause.article) if clause else None
    first, last = act.received_on.first(), act.received_on.last()
    early = reckon(clause.takes_effect, first) if clause else Reckoning(first, "")
    late = reckon(clause.takes_effect, last) if clause else Reckoning(last, "")
    when: When = late.day
    if early.day != late.day:
        when = Interval(early.day, late.day, f"the expulsion is known only as {act.received_on}")
    words = f"expelled; effect {clause.takes_effect.words}" if clause else "expelled"
    assumption = late.assumption if clause else "the text is silent; effect on the day is assumed"
    line = Reason(words, article, act.cited, late.arithmetic or None, assumption, late.day)
    when, difference = prefer_printed(when, act.effect_printed, article)
    return Effect(
        treaty.id,
        act.participant,
        EffectKind.CEASES_TO_BE_PARTY,
        when,
        (line, *difference),
    )


def exit_with_parent(treaty: Treaty, clause: EndsWith, parent_exit: Effect, parent: str) -> Effect:
    """The exit from this treaty that the exit from a parent treaty brings with it.

    ``parent`` is the parent's short title; what is open there is open here.
    """
    words = f"leaving the {parent} ends this treaty too, {clause.takes_effect.words}"
    when, arithmetic = _moved(parent_exit.when, clause)
    day = when if isinstance(when, date) else None
    line = Reason(words, art(clause.article), (), arithmetic, day=day)
    reasons = (line, *parent_exit.reasons)
    return Effect(treaty.id, parent_exit.participant, EffectKind.CEASES_TO_BE_PARTY, when, reasons)


def _moved(when: When, clause: EndsWith) -> tuple[When, str | None]:
    match when:
        case date():
            reckoning = reckon(clause.takes_effect, when)
            return reckoning.day, reckoning.arithmetic
        case Interval(not_before, not_after, why):
            first = reckon(clause.takes_effect, not_before).day
            last = reckon(clause.takes_effect, not_after).day if not_after else None
            return Interval(first, last, why), None
        case Undetermined():
            return when, None


def expiry(treaty: Treaty, participant: str, known_on: date | None) -> Effect | None:
    """The end of the treaty for a participant by the running out of its time, if it has one."""
    duration = treaty.final_clauses.duration
    ends = duration.end_as_known_on(known_on)
    if ends is None:
        return None
    article = art(duration.article) if duration.article else None
    line = Reason("the treaty expires and binds nobody from then on", article, day=ends)
    return Effect(treaty.id, participant, EffectKind.CEASES_TO_BE_PARTY, ends, (line,))


def extinction(treaty: Treaty, participant: str, from_day: date, successors: int) -> Effect:
    """The end of a membership with the State itself; its ``successors`` answer for themselves."""
    article = law_for_the_vanished_state(successors)
    line = Reason("the State itself ceased to exist", article, day=from_day)
    return Effect(treaty.id, participant, EffectKind.CEASES_TO_BE_PARTY, from_day, (line,))
