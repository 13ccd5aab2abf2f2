"""The way out as the record has it: steps at home, the notice, and the computed effect."""

from collections.abc import Iterator
from datetime import date

from treatywatch.checking.grounds.finding import Basis, BasisKind
from treatywatch.checking.grounds.knowledge import Knowledge
from treatywatch.law.act import Act
from treatywatch.law.calendar import Interval, PartialDate, Undetermined, in_words
from treatywatch.law.clauses.extent import covers_all
from treatywatch.law.effect import Effect, EffectKind
from treatywatch.law.terms import ActKind, Stage
from treatywatch.values import frozen

LADDER = (
    Stage.CONSIDERED,
    Stage.RECOMMENDED,
    Stage.ANNOUNCED,
    Stage.APPROVED_BY_GOVERNMENT,
    Stage.APPROVED_BY_PARLIAMENT,
    Stage.SIGNED_INTO_LAW,
    Stage.NOTIFIED,
    Stage.EFFECTIVE,
)
"""The stages on the way out, first to last; the others stand beside the way."""

_BESIDE = {
    Stage.REVOKED: ActKind.WITHDRAWAL_REVOKED,
    Stage.SUSPENDED: ActKind.SUSPENSION_NOTICE,
    Stage.CONSENT_WITHDRAWN: ActKind.CONSENT_WITHDRAWN,
    Stage.OBJECTION: ActKind.OBJECTION,
}
_SAID = {Stage.NOTIFIED: "notice received", Stage.EFFECTIVE: "exit in effect"}
_NOTICE = frozenset({ActKind.WITHDRAWAL_NOTICE})


@frozen
class ExitStep:
    """One step of one participant, with the day it was taken and where the record has it."""

    stage: Stage
    on: PartialDate
    basis: Basis
    by: str = ""
    of_suspension: bool = False

    @property
    def words(self) -> str:
        """ "announced on 1 April 2025 (president)" """
        done = f"{stage_words(self.stage)} {_at(self.on)}"
        return f"{done} ({self.by})" if self.by else done


def stage_words(stage: Stage) -> str:
    """A stage as a reader says it: "approved by parliament", "notice received"."""
    return _SAID.get(stage, stage.value.replace("_", " "))


def exit_steps(knowledge: Knowledge, participant: str, treaty: str) -> tuple[ExitStep, ...]:
    """Every known step, stage by stage; the effect only where its day is certain.

    A step known by its month alone could not be put in the order of the days.
    """
    steps = [
        ExitStep(
            step.stage,
            step.done_on,
            Basis(BasisKind.STEP, step.id, step.source),
            step.by,
            step.of_suspension,
        )
        for step in knowledge.steps(participant, treaty)
    ]
    steps += notices(knowledge, participant, treaty)
    for stage, kind in _BESIDE.items():
        steps += [
            ExitStep(stage, act.received_on, Basis(BasisKind.ACT, act.id, act.source))
            for act in _about_the_whole(knowledge, participant, treaty, frozenset({kind}))
        ]
    steps += [
        ExitStep(Stage.EFFECTIVE, PartialDate.of(effect.when), effect_basis(effect))
        for effect in exits(knowledge, participant, treaty)
        if isinstance(effect.when, date)
    ]
    return tuple(sorted(steps, key=lambda step: (_place(step.stage), step.on.first())))


def notices(knowledge: Knowledge, participant: str, treaty: str) -> tuple[ExitStep, ...]:
    """The known notices of withdrawal, by the day the depositary received them."""
    return tuple(
        ExitStep(Stage.NOTIFIED, act.received_on, Basis(BasisKind.ACT, act.id, act.source))
        for act in _about_the_whole(knowledge, participant, treaty, _NOTICE)
    )


def _about_the_whole(
    knowledge: Knowledge, participant: str, treaty: str, kinds: frozenset[ActKind]
) -> Iterator[Act]:
    """Known acts of these kinds; one about a part or a territory alone is no step of the State."""
    acts = knowledge.acts(participant, treaty, _EVERY_ACT)
    parts = knowledge.treaty(treaty).parts
    return (a for a in acts if a.kind in kinds and covers_all(a, acts, parts))


_EVERY_ACT = frozenset(ActKind)


def exits(knowledge: Knowledge, participant: str, treaty: str) -> tuple[Effect, ...]:
    """The computed ends of the participant's standing as a party, past and to come.

    A treaty that runs out ends for all of its parties by itself: nobody has left it.
    """
    return tuple(
        effect
        for effect in knowledge.timeline(participant, treaty).effects
        if effect.kind is EffectKind.CEASES_TO_BE_PARTY and _is_done_by_an_act(effect)
    )


def _is_done_by_an_act(effect: Effect) -> bool:
    return any(reason.acts for reason in effect.reasons)


def effect_basis(effect: Effect) -> Basis:
    """The article that ends the standing, else the act."""
    article = next((r.article for r in effect.reasons if r.article), None)
    if article is not None:
        return Basis(BasisKind.ARTICLE, f"{effect.treaty} {article.removeprefix('Art. ')}")
    acts = [act for reason in effect.reasons for act in reason.acts]
    return Basis(BasisKind.ACT, acts[0] if acts else f"{effect.treaty}:{effect.participant}")


def effect_words(effect: Effect) -> str:
    """The day of an exit with the sum that gives it, for a sentence."""
    sums = [r.arithmetic for r in effect.reasons if r.arithmetic]
    article = next((r.article for r in effect.reasons if r.article), None)
    because = "; ".join([*sums, *([article] if article else [])])
    return f"{_when_words(effect)} ({because})" if because else _when_words(effect)


def rank(stage: Stage) -> int | None:
    """The place of a stage on the way out; None for those beside it."""
    return LADDER.index(stage) if stage in LADDER else None


def _when_words(effect: Effect) -> str:
    when = effect.when
    if isinstance(when, Undetermined):
        return f"on a day that cannot be said: {when.why}"
    if isinstance(when, Interval):
        return f"not before {in_words(when.not_before)}: {when.why}"
    return f"on {in_words(when)}"


def _place(stage: Stage) -> int:
    return LADDER.index(stage) if stage in LADDER else len(LADDER)


def _at(day: PartialDate) -> str:
    return f"{'on' if day.day else 'in'} {in_words(day)}"
