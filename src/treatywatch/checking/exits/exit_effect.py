"""Claims that an exit has taken effect, has not, or will on a day."""

from collections.abc import Sequence
from datetime import date, timedelta

from treatywatch.checking.exits.exit_question import ExitQuestion
from treatywatch.checking.exits.exit_stages import judge_said, no_notice, pending
from treatywatch.checking.exits.exit_steps import (
    ExitStep,
    effect_basis,
    effect_words,
    notices,
)
from treatywatch.checking.grounds.dates import agree, at, is_after, is_before
from treatywatch.checking.grounds.finding import Basis, BasisKind, Verdict
from treatywatch.checking.grounds.judgement import (
    Judgement,
    article_of,
    borne_out,
    contradicted,
    not_checked,
    outdated,
    premature,
    silent_on,
    undetermined,
)
from treatywatch.checking.grounds.knowledge import BOUND
from treatywatch.law.calendar import (
    Come,
    Interval,
    PartialDate,
    Undetermined,
    has_come,
    in_words,
)
from treatywatch.law.effect import Effect
from treatywatch.law.terms import ActKind, Stage
from treatywatch.law.treaty import MilestoneKind
from treatywatch.status.entry import entry_into_force

# "Until the end of 9 January" and "on 10 January" are one exit.
_MIDNIGHT = 1
# A step this fresh is what a report tells that has "pulls out" or "has left" without a day.
_WEEKS = timedelta(days=60)
# Days by which a step may come otherwise than was foretold.
_FORETOLD = 7

_INSTEAD = {
    Stage.CONSENT_WITHDRAWN: (
        "took back its consent to be bound {when}, which is not a withdrawal from the treaty"
    ),
    Stage.SUSPENDED: "gave notice of suspension {when}, which ends no membership",
    Stage.REVOKED: "had taken its notice back {when}",
}


def judge_effective(question: ExitQuestion) -> Judgement:
    """Left: only when the period of the notice has run (VCLT Art. 54(a), the treaty's clause)."""
    done = [e for e in question.effects if _is_past(e, question.knowledge.on)]
    again = question.claimed is None and _is_bound(question)
    if done and not (again and done[-1] is not question.effects[-1]):
        return _left(question, done)
    # An end that the treaty itself sets is not what a report means that takes another step for it.
    instead = None if question.exactly(Stage.NOTIFIED) else _something_else(question)
    if instead is not None:
        silent = silent_on(question.name, f"leaving the {question.title}")
        return silent if _early(question) else instead
    if question.effects:
        return _not_yet(question, question.effects[-1])
    return _something_else(question) or _not_in_force(question) or _never_left(question)


def _early(question: ExitQuestion) -> bool:
    """Whether the exit told is of a time before the record holds any: Uzbekistan in 1999."""
    claimed, knowledge = question.claimed, question.knowledge
    return claimed is not None and knowledge.is_before_its_exits(question.treaty, claimed.last())


def _is_bound(question: ExitQuestion) -> bool:
    spell = question.knowledge.spell(question.participant, question.treaty)
    return spell.standing in BOUND


def _since_its_return(question: ExitQuestion, notices: Sequence[ExitStep]) -> tuple[ExitStep, ...]:
    """ "Has yet to hand over the letter", of one that came back: no older notice counts."""
    spell = question.knowledge.spell(question.participant, question.treaty)
    since = spell.since if spell.standing in BOUND else None
    return tuple(one for one in notices if since is None or one.on.last() >= since)


def judge_to_come(question: ExitQuestion) -> Judgement:
    """An exit still ahead: its day compared with the day the law gives for the notice known.

    Of a State that left and came back, the exit ahead is another than the one that is over.
    """
    if question.effects and question.stage is Stage.EFFECTIVE and not _goes_again(question):
        return _day_to_come(question, question.effects[-1])
    given = question.exactly(Stage.NOTIFIED)
    if question.stage is Stage.NOTIFIED and given:
        return _foretold(question, given[-1])
    came = question.first_later(question.stage)
    if came is not None and question.claimed is not None and _about(question.claimed, came.on):
        return borne_out(f"{question.name}: {came.words}.", came.basis)
    too_soon = _too_soon(question)
    if too_soon is not None:
        return too_soon
    undated = ExitQuestion(
        question.knowledge,
        question.participant,
        question.treaty,
        Stage.ANNOUNCED,
        None,
        question.treaty_named,
    )
    intention = judge_said(undated)
    if question.claimed is not None and intention.verdict is Verdict.BORNE_OUT:
        return not_checked(
            f"{question.name}: said to be leaving; when depends on a notice not yet given."
        ).noting(*intention.reasons)
    return intention


def _goes_again(question: ExitQuestion) -> bool:
    """Whether every exit known is over, and the State bound again."""
    on = question.knowledge.on
    return all(_is_past(effect, on) for effect in question.effects) and _is_bound(question)


def judge_not_before(question: ExitQuestion) -> Judgement | None:
    """ "Will not be final before 2028": no earlier exit; None where no notice is known."""
    if not question.effects or question.claimed is None:
        return None
    when = question.effects[-1].when
    words = f"The exit of {question.name} takes effect {effect_words(question.effects[-1])}"
    if not isinstance(when, date):
        return None
    judged = contradicted if when < question.claimed.first() else borne_out
    return judged(f"{words}.", effect_basis(question.effects[-1]))


def _foretold(question: ExitQuestion, given: ExitStep) -> Judgement:
    """A notice still to come that has been given: a day ahead can only be that of the exit."""
    words = f"{question.name}: {given.words}"
    coming = [e for e in question.effects if not _is_past(e, question.knowledge.on)]
    if not is_after(question.claimed, question.knowledge.on):
        return borne_out(f"{words}.", given.basis)
    if coming and isinstance(coming[-1].when, date) and agree(question.claimed, coming[-1].when):
        return borne_out(f"{words}; exit {effect_words(coming[-1])}.", given.basis)
    return not_checked(f"{words}.")


def _about(claimed: PartialDate, day: PartialDate) -> bool:
    """Whether a day foretold is near enough to the one that came."""
    return agree(claimed, day, _FORETOLD)


def judge_not_left(question: ExitQuestion, *, ever: bool = False) -> Judgement:
    """ "has not left", "has not notified": borne out where the record has no such step.

    Who came back has "not left", but is none that "has never left".
    """
    wanted = Stage.EFFECTIVE if question.stage not in (Stage.NOTIFIED,) else Stage.NOTIFIED
    if question.stage not in (Stage.NOTIFIED, Stage.EFFECTIVE):
        return not_checked("What a State did not say or decide cannot be held against the record.")
    taken = question.exactly(wanted)
    if wanted is Stage.NOTIFIED and not ever:
        taken = _since_its_return(question, taken)
    if taken and wanted is Stage.EFFECTIVE and _is_bound(question) and not ever:
        return undetermined(
            f"{question.name}: {taken[-1].words}, and it came back.", taken[-1].basis
        )
    if taken:
        return contradicted(f"{question.name}: {taken[-1].words}.", taken[-1].basis)
    if question.can_be_denied and (question.was_ever_bound or question.has_signed):
        more = f"; {pending(question)}" if question.effects else ""
        return borne_out(
            f"{question.name}: no such step in the record by "
            f"{in_words(question.knowledge.on)}{more}.",
            question.standing_basis,
        )
    return silent_on(question.name, f"the {question.title}")


def _left(question: ExitQuestion, done: list[Effect]) -> Judgement:
    last = done[-1]
    dated = [e for e in done if _may_be_then(e, question.claimed)]
    if dated:
        return _still_out(question, dated[-1])
    given = [
        n
        for n in notices(question.knowledge, question.participant, question.treaty)
        if agree(question.claimed, n.on)
    ]
    loosely = question.claimed is not None and question.claimed.day is None
    words = f"{question.name}: exit took effect {effect_words(last)}"
    if given and loosely and not question.said_as_over:
        return borne_out(f"{words}; notice received {at(given[-1].on)}.", given[-1].basis)
    return contradicted(
        f"{words}, not {_claimed(question)}{_what_then(question)}.", effect_basis(last)
    )


def _still_out(question: ExitQuestion, effect: Effect) -> Judgement:
    words = f"{question.name}: exit took effect {effect_words(effect)}"
    line = question.knowledge.timeline(question.participant, question.treaty)
    spell = line.standing_on(question.knowledge.on)
    if spell.standing in BOUND and (question.claimed is None or question.for_good):
        assert spell.since is not None
        again = _leaving_again(question, spell.since)
        if again is not None:
            return again
        back = f"{words}, but it is a party again since {in_words(spell.since)}."
        came = contradicted if question.for_good else outdated
        return came(back, question.standing_basis)
    return borne_out(f"{words}.", effect_basis(effect))


def _leaving_again(question: ExitQuestion, since: date) -> Judgement | None:
    """Of one that came back and has announced another exit: that one is told, and is to come."""
    steps = [step for step in question.steps if step.on.first() > since]
    fresh = [step for step in steps if _is_of_these_weeks(step, question.knowledge.on)]
    if not fresh or any(step.stage is Stage.NOTIFIED for step in steps):
        return None
    return premature(
        f"{question.name}: {fresh[-1].words}, but no new notice of withdrawal received by "
        f"{in_words(question.knowledge.on)}; a party again since {in_words(since)}.",
        fresh[-1].basis,
        question.standing_basis,
    )


def _is_of_these_weeks(step: ExitStep, on: date) -> bool:
    return on - step.on.last() <= _WEEKS


def _not_yet(question: ExitQuestion, effect: Effect) -> Judgement:
    when = effect.when
    open_end = isinstance(when, Undetermined) or (
        isinstance(when, Interval)
        and when.not_before <= question.knowledge.on
        and not is_before(question.claimed, when.not_before)
    )
    words = f"{question.name}: exit takes effect {effect_words(effect)}"
    if open_end:
        return undetermined(f"{words}.", effect_basis(effect))
    given = question.exactly(Stage.NOTIFIED)
    received = f"; notice received {at(given[-1].on)}" if given else ""
    basis = [given[-1].basis] if given else []
    return Judgement(
        Verdict.PREMATURE,
        (f"{words}{received}; until then a party and fully bound.",),
        (effect_basis(effect), *basis),
    )


def _something_else(question: ExitQuestion) -> Judgement | None:
    """A step beside the way out that reports mistake for an exit."""
    if (let_go := _let_go(question)) is not None:
        return let_go
    for stage, words in _INSTEAD.items():
        taken = question.exactly(stage)
        if taken:
            did = words.format(when=at(taken[-1].on))
            return contradicted(f"{question.name}: {did}.", taken[-1].basis)
    unsigned = question.knowledge.acts(
        question.participant, question.treaty, frozenset({ActKind.SIGNATURE_WITHDRAWN})
    )
    if unsigned and not question.was_ever_bound:
        return contradicted(
            f"{question.name}: only said {at(unsigned[-1].received_on)} that it does not intend to "
            "become a party (VCLT Art. 18(a)); it never was one.",
            Basis(BasisKind.ACT, unsigned[-1].id, unsigned[-1].source),
        )
    return None


def _let_go(question: ExitQuestion) -> Judgement | None:
    """Both consent and signature taken back: nothing binds to a treaty never in force any more."""
    taken = question.exactly(Stage.CONSENT_WITHDRAWN)
    unsigned = question.knowledge.acts(
        question.participant, question.treaty, frozenset({ActKind.SIGNATURE_WITHDRAWN})
    )
    if not (taken and unsigned) or not agree(question.claimed, taken[-1].on):
        return None
    return borne_out(
        f"{question.name}: took back its consent {at(taken[-1].on)} and is no longer bound as a "
        "signatory either (VCLT Art. 18), which is as far as one can leave it.",
        taken[-1].basis,
        Basis(BasisKind.ACT, unsigned[-1].id, unsigned[-1].source),
    )


def _not_in_force(question: ExitQuestion) -> Judgement | None:
    """A treaty that never entered into force binds nobody, so that nobody can leave it."""
    knowledge, treaty = question.knowledge, question.knowledge.treaty(question.treaty)
    begun = entry_into_force(knowledge.ledger, treaty.id, as_known_on=knowledge.known_on).when
    in_force = isinstance(begun, date) and begun <= knowledge.on
    printed = treaty.milestone(MilestoneKind.ENTERED_INTO_FORCE)
    if in_force or printed or not (question.can_be_denied and question.was_ever_bound):
        return None
    return contradicted(
        f"{question.name}: the {question.title} is not in force, so that there is no membership "
        "to end.",
        article_of(treaty.id, treaty.final_clauses.of_the_treaty.article),
    )


def _never_left(question: ExitQuestion) -> Judgement:
    if not question.was_ever_bound and question.can_be_denied:
        if not question.treaty_named or not question.said_as_leaving:
            return silent_on(question.name, f"leaving the {question.title}")
        stands = "only signed" if question.has_signed else "never joined"
        return contradicted(
            f"{question.name}: {stands} the {question.title}; who is not a party cannot withdraw.",
            question.standing_basis,
        )
    return no_notice(question)


def _day_to_come(question: ExitQuestion, effect: Effect) -> Judgement:
    when, words = effect.when, f"The exit of {question.name} takes effect {effect_words(effect)}"
    if isinstance(when, Undetermined):
        return undetermined(f"{words}.", effect_basis(effect))
    if isinstance(when, Interval):
        if is_before(question.claimed, when.not_before):
            return contradicted(f"{words}, not {_claimed(question)}.", effect_basis(effect))
        return undetermined(f"{words}.", effect_basis(effect))
    by_then = question.by_then and question.claimed and when <= question.claimed.last()
    if by_then or agree(question.claimed, when, _MIDNIGHT):
        return borne_out(f"{words}.", effect_basis(effect))
    return contradicted(f"{words}, not {_claimed(question)}.", effect_basis(effect))


def _too_soon(question: ExitQuestion) -> Judgement | None:
    """Before the first day the clause allows, were notice received on the day of the report."""
    if question.claimed is None or question.stage is not Stage.EFFECTIVE:
        return None
    received = _not_received_by(question)
    if not question.was_ever_bound or received is None:
        return None
    earliest = question.earliest_if_received(received)
    article = next((r.article for r in question.if_received(received).reasons if r.article), None)
    if earliest is None or article is None:
        return None
    if question.claimed.last() + timedelta(_MIDNIGHT) >= earliest:
        return None
    return contradicted(
        f"{question.name}: no notice had been received, and one received on "
        f"{in_words(received)} would take effect only on {in_words(earliest)} "
        f"({article}).",
        article_of(question.treaty, article.removeprefix("Art. ")),
    )


def _not_received_by(question: ExitQuestion) -> date | None:
    """The last day by which it is known that no notice had come; later ones take effect later."""
    knowledge = question.knowledge
    horizon = knowledge.horizon(question.treaty)
    complete = knowledge.is_complete(question.treaty)
    return min(horizon, knowledge.on) if complete and horizon is not None else None


def _what_then(question: ExitQuestion) -> str:
    then = question.step_on_that_date()
    return f"; {then.words}" if then else ""


def _claimed(question: ExitQuestion) -> str:
    assert question.claimed is not None
    return at(question.claimed)


def _is_past(effect: Effect, on: date) -> bool:
    return has_come(effect.when, on) is Come.YES


def _may_be_then(effect: Effect, claimed: PartialDate | None) -> bool:
    """Whether its day, or one of those between which it lies, is that which the words give."""
    when = effect.when
    if isinstance(when, Interval) and when.not_after and claimed is not None:
        return claimed.first() <= when.not_after and when.not_before <= claimed.last()
    return not isinstance(when, date) or agree(claimed, when, _MIDNIGHT)
