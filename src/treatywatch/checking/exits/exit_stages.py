"""Stages on the way out before the effect: words, votes, and the notice."""

from datetime import date

from treatywatch.checking.exits.exit_question import ExitQuestion
from treatywatch.checking.exits.exit_steps import ExitStep, effect_words, rank, stage_words
from treatywatch.checking.grounds.dates import agree, at, is_before
from treatywatch.checking.grounds.judgement import (
    Judgement,
    borne_out,
    contradicted,
    not_checked,
    premature,
    silent_on,
)
from treatywatch.checking.grounds.knowledge import BOUND
from treatywatch.law.calendar import PartialDate, in_words
from treatywatch.law.effect import Effect
from treatywatch.law.terms import Stage

# Days by which a report may date a step at home otherwise: time zones, late sittings.
_SLACK = 3
_IN_THE_HOUSES = frozenset({Stage.APPROVED_BY_GOVERNMENT, Stage.APPROVED_BY_PARLIAMENT})


def judge_said(question: ExitQuestion) -> Judgement:
    """Considered, recommended, announced: borne out by that step or any later one.

    A joint recommendation made in public counts as an announcement; the reason says what it was.
    """
    at_least = min(question.stage, Stage.RECOMMENDED, key=lambda s: rank(s) or 0)
    taken = _of_this_exit(question, question.at_or_past(at_least))
    if not taken:
        return _nobody_said(question)
    dated = [step for step in taken if agree(question.claimed, step.on, _SLACK)]
    if dated:
        return _has(question, _nearest(question, dated))
    first = taken[0]
    if not is_before(question.claimed, first.on.first()):
        return _has(question, first).noting(f"The record has it {at(first.on)} already.")
    exact = question.exactly(question.stage)
    if exact and question.stage is Stage.ANNOUNCED:
        return contradicted(_wrong_date(question, exact[0]), exact[0].basis)
    return silent_on(question.name, "what it said so early")


def _of_this_exit(question: ExitQuestion, taken: tuple[ExitStep, ...]) -> tuple[ExitStep, ...]:
    """Without the steps of an exit that was taken back, or that a return followed.

    Words without the date of an older step, of one that leaves again, tell of the steps of now;
    where there are none of now, they may tell of the older ones.
    """
    told = question.claimed or question.day_told
    if told is not None and any(agree(told, s.on) for s in taken):
        then = tuple(s for s in taken if agree(told, s.on))
        return taken if question.claimed is not None else then
    line = question.knowledge.timeline(question.participant, question.treaty)
    spell = line.standing_on(question.knowledge.on)
    back = [s.on.last() for s in question.exactly(Stage.REVOKED)]
    back += [spell.since] if spell.standing in BOUND and spell.since else []
    fresh = tuple(step for step in taken if not back or step.on.last() >= max(back))
    return fresh or taken


def judge_under_way(question: ExitQuestion) -> Judgement:
    """ "Is leaving", "quits": under way from the notice on, not from words at home.

    VCLT Art. 67: what sets an exit going is the instrument that reaches the other parties.
    """
    begun = question.exactly(Stage.NOTIFIED) or not question.at_or_past(Stage.RECOMMENDED)
    if begun or not question.was_ever_bound:
        return judge_said(question)
    return no_notice(question)


def judge_going(question: ExitQuestion) -> Judgement | None:
    """ "Quits", of one that has given notice: its exit is under way, and its day is told.

    None before the notice, or where the words give another day than that of the notice.
    """
    given = [s for s in question.exactly(Stage.NOTIFIED) if agree(question.claimed, s.on, _SLACK)]
    if not given:
        return None
    words = f"{question.name}: {given[-1].words}; {pending(question)}"
    return borne_out(f"{words}; until then a party and fully bound.", given[-1].basis)


def judge_vote_to_come(question: ExitQuestion) -> Judgement:
    """A vote or a signature at home still ahead: borne out once it has come, else not judged."""
    later = question.first_later(question.stage)
    if later is None:
        return not_checked(
            f"{question.name}: {stage_words(question.stage)} lay ahead of the report."
        )
    return borne_out(f"{question.name}: {later.words}.", later.basis)


def judge_voted(question: ExitQuestion) -> Judgement:
    """Approved by government or parliament, signed into law: that step, or a later one of them."""
    exact = question.exactly(question.stage)
    dated = [step for step in exact if agree(question.claimed, step.on, _SLACK)]
    if dated:
        return _has(question, dated[-1])
    if exact:
        return _other_day(question, exact)
    implied = [s for s in question.at_or_past(question.stage) if s.stage is not Stage.NOTIFIED]
    implied = [s for s in implied if s.stage is not Stage.EFFECTIVE]
    if implied and question.claimed is None:
        return _has(question, implied[0])
    same_day = question.step_on_that_date()
    if same_day is not None and same_day.on.day is not None and not exact:
        return _has(question, same_day)
    later = question.first_later(question.stage)
    if later is not None and question.steps:
        return premature(
            f"{question.name}: {later.words} and not before; "
            f"until then {question.steps[-1].words}.",
            question.steps[-1].basis,
        )
    return silent_on(question.name, f"such a step: {stage_words(question.stage)}")


def judge_notified(question: ExitQuestion) -> Judgement:
    """Notice given: only receipt by the depositary counts (VCLT Arts. 67, 78)."""
    received = question.exactly(Stage.NOTIFIED)
    dated = [step for step in received if agree(question.claimed, step.on, _SLACK)]
    if dated:
        return borne_out(f"{question.name}: notice received {at(dated[-1].on)}.", dated[-1].basis)
    if received and any(_is_that_day(question, effect) for effect in question.effects):
        return not_checked(f"The day may be that of the exit: {pending(question)}.")
    if received:
        return contradicted(_wrong_date(question, received[-1]), received[-1].basis)
    return no_notice(question)


def _is_that_day(question: ExitQuestion, effect: Effect) -> bool:
    """Whether the date is that of an exit: "ended on 2 August, six months after notice"."""
    return isinstance(effect.when, date) and agree(question.claimed, effect.when)


def no_notice(question: ExitQuestion) -> Judgement:
    """No notice had been received: too early, never possible, or not for us to say."""
    words = f"no notice of withdrawal received {_by(question)}"
    later = question.first_later(Stage.NOTIFIED)
    came = f"; it came only {at(later.on)}" if later else ""
    steps = question.at_or_past(Stage.RECOMMENDED)
    if later is None and not (question.can_be_denied or question.would_be_listed):
        return silent_on(question.name, f"a notice to leave the {question.title}")
    if steps:
        return premature(f"{question.name}: {steps[-1].words}, but {words}{came}.", steps[-1].basis)
    if later is not None:
        return premature(f"{question.name}: {words}{came}.", later.basis)
    return contradicted(f"{question.name}: {words}; {_stands(question)}.", question.standing_basis)


def pending(question: ExitQuestion) -> str:
    """What the law says next: "the exit takes effect on 10 January 2026 (...)"."""
    return "; ".join(f"the exit takes effect {effect_words(effect)}" for effect in question.effects)


def _nobody_said(question: ExitQuestion) -> Judgement:
    never = not question.was_ever_bound and not question.has_signed
    sure = question.can_be_denied and question.treaty_named
    if never and sure and question.stage is not Stage.CONSIDERED:
        return contradicted(
            f"{question.name}: neither signed nor joined the {question.title}, so that there is "
            "nothing to withdraw from.",
            question.standing_basis,
        )
    return silent_on(question.name, f"leaving the {question.title} {_by(question)}")


def _has(question: ExitQuestion, step: ExitStep) -> Judgement:
    return borne_out(f"{question.name}: {step.words}.", step.basis)


def _nearest(question: ExitQuestion, steps: list[ExitStep]) -> ExitStep:
    wanted = rank(question.stage) or 0
    return min(steps, key=lambda step: abs((rank(step.stage) or 0) - wanted))


def _other_day(question: ExitQuestion, exact: tuple[ExitStep, ...]) -> Judgement:
    """Another chamber may have voted that day, so only a known other step contradicts."""
    that_day = [s for s in question.steps if s not in exact and agree(question.claimed, s.on)]
    # A bill is approved by one house after another: words for one may mean the next.
    houses = [step for step in that_day if step.stage in _IN_THE_HOUSES]
    to_the_day = question.claimed is not None and question.claimed.day is not None
    if houses and to_the_day and all(step.on.day is None for step in houses):
        return not_checked(f"The record has it otherwise dated: {exact[-1].words}.")
    if houses:
        return _has(question, houses[0])
    once = question.stage is Stage.SIGNED_INTO_LAW  # where houses vote one after another
    if that_day or (once and not any(_is_near(question.claimed, s.on) for s in exact)):
        return contradicted(_wrong_date(question, exact[-1]), exact[-1].basis)
    return not_checked(f"The record has it otherwise dated: {exact[-1].words}.")


def _is_near(claimed: PartialDate | None, day: PartialDate) -> bool:
    """Whether it is the year told, and, of a month or a day told, not a month or more away."""
    if claimed is None or claimed.year != day.year or None in (claimed.month, day.day):
        return claimed is None or claimed.year == day.year
    return agree(PartialDate(claimed.year, claimed.month, claimed.day or 15), day, _A_MONTH)


_A_MONTH = 45  # days from the middle of a month to the end of the next


def _wrong_date(question: ExitQuestion, step: ExitStep) -> str:
    assert question.claimed is not None
    then = question.step_on_that_date(other_than=step)
    was = f"; {then.words}" if then else ""
    return f"{question.name}: {step.words}, not {at(question.claimed)}{was}."


def _by(question: ExitQuestion) -> str:
    return f"by {in_words(question.knowledge.on)}"


def _stands(question: ExitQuestion) -> str:
    if question.was_ever_bound:
        return "it is a party"
    if not question.can_be_denied:
        return f"the record holds every exit from the {question.title} to that day"
    return "it only signed" if question.has_signed else "it never joined"
