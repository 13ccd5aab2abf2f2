"""What is asked about one participant when a report says that it leaves."""

from dataclasses import replace
from datetime import date
from functools import cached_property

from treatywatch.checking.exits.exit_steps import ExitStep, exit_steps, exits, rank
from treatywatch.checking.grounds.dates import agree
from treatywatch.checking.grounds.finding import Basis, BasisKind
from treatywatch.checking.grounds.knowledge import CONSENTS, SIGNATURES, Knowledge
from treatywatch.checking.grounds.question import Question
from treatywatch.law.calendar import Interval, PartialDate
from treatywatch.law.effect import Effect
from treatywatch.law.terms import ActKind, Stage
from treatywatch.status.answers import EffectAnswer
from treatywatch.status.foresight import effect as effect_of
from treatywatch.values import frozen


@frozen(slots=False)
class ExitQuestion(Question):
    """Had ``participant`` reached ``stage`` on the day of ``knowledge``, and when ``claimed``?

    ``treaty_named`` tells whether the words name the treaty, or can mean no other: else they may be
    about another one. ``said_as_over`` tells that they speak of an exit that is complete,
    ``by_then`` that the date is one before which it falls, ``said_as_leaving`` that a word of
    leaving stands in them: "throws out the test ban" may be told of a bill. ``day_told`` is the day
    in the words, also where it may be that of something else.
    """

    stage: Stage
    dated: PartialDate | None
    treaty_named: bool = True
    said_as_over: bool = False
    by_then: bool = False
    said_as_leaving: bool = True
    for_good: bool = False
    day_told: PartialDate | None = None

    @cached_property
    def claimed(self) -> PartialDate | None:
        """The date that is given for the step.

        A year before anybody could leave is the treaty's own ("the 1997 Convention") and is not
        taken for that of the step; nor is the month in which the treaty was made.
        """
        joined = self.knowledge.acts(self.participant, self.treaty, CONSENTS)
        if not self.dated or not joined or self.dated.last() >= joined[0].received_on.first():
            return self.dated
        made = self.knowledge.treaty(self.treaty).milestones
        its_own = self.dated.month is None or any(agree(self.dated, m.on) for m in made)
        return None if its_own else self.dated

    @cached_property
    def steps(self) -> tuple[ExitStep, ...]:
        """Steps known and taken by the day in question."""
        return tuple(s for s in self.known_steps if s.on.first() <= self.knowledge.on)

    @cached_property
    def known_steps(self) -> tuple[ExitStep, ...]:
        """Steps known, an effect to come included."""
        return exit_steps(self.knowledge, self.participant, self.treaty)

    @cached_property
    def later_steps(self) -> tuple[ExitStep, ...]:
        """Steps after the day in question that are known today: they explain, they never decide."""
        everything = replace(self.knowledge, known_on=None)
        ever = exit_steps(everything, self.participant, self.treaty)
        return tuple(s for s in ever if s.on.first() > self.knowledge.on)

    @cached_property
    def effects(self) -> tuple[Effect, ...]:
        """The computed exits, past and to come."""
        return exits(self.knowledge, self.participant, self.treaty)

    def at_or_past(self, stage: Stage) -> tuple[ExitStep, ...]:
        """Steps taken that are this stage or a later one."""
        wanted = rank(stage)
        return tuple(
            step
            for step in self.steps
            if wanted is not None and (place := rank(step.stage)) is not None and place >= wanted
        )

    def exactly(self, stage: Stage) -> tuple[ExitStep, ...]:
        """Steps taken of this very stage."""
        return tuple(step for step in self.steps if step.stage is stage)

    def step_on_that_date(self, other_than: ExitStep | None = None) -> ExitStep | None:
        """What it did on the date given, a step known by its day before one known by its month."""
        if self.claimed is None:
            return None
        then = [s for s in self.steps if s is not other_than and agree(self.claimed, s.on)]
        return min(then, key=lambda step: step.on.day is None, default=None)

    def first_later(self, stage: Stage) -> ExitStep | None:
        """The first step of this stage after the day in question, as known today."""
        return next((step for step in self.later_steps if step.stage is stage), None)

    @cached_property
    def was_ever_bound(self) -> bool:
        """Whether it had consented to be bound by the day in question."""
        return bool(self.knowledge.acts(self.participant, self.treaty, CONSENTS))

    @cached_property
    def has_signed(self) -> bool:
        """Whether it had signed by the day in question."""
        return bool(self.knowledge.acts(self.participant, self.treaty, SIGNATURES))

    @cached_property
    def can_be_denied(self) -> bool:
        """Whether the record is so complete and recent that an act's absence means something."""
        knowledge = self.knowledge
        if self.claimed and knowledge.is_before_its_exits(self.treaty, self.claimed.last()):
            return False
        past = self.claimed is not None and knowledge.covers(self.treaty, self.claimed.last())
        return knowledge.is_complete(self.treaty) and (past or knowledge.reaches(self.treaty))

    def earliest_if_received(self, day: date) -> date | None:
        """The first day on which it could be out by a notice received on the day, by the clause."""
        answer = self.if_received(day).when
        earliest = answer.not_before if isinstance(answer, Interval) else answer
        return earliest if isinstance(earliest, date) else None

    def if_received(self, day: date) -> EffectAnswer:
        """What a notice of withdrawal received on the day would bring about, by the clause."""
        return effect_of(
            self.knowledge.ledger,
            self.treaty,
            ActKind.WITHDRAWAL_NOTICE,
            day,
            participant=self.participant,
            as_known_on=self.knowledge.known_on,
        )

    @cached_property
    def would_be_listed(self) -> bool:
        """Whether an exit by that day would be in a record that does not tell who joined."""
        day = self.knowledge.on
        if self.claimed is not None:
            day = min(day, self.claimed.last())
        return self.knowledge.holds_every_exit(self.treaty, day)

    @cached_property
    def standing_basis(self) -> Basis:
        """What its standing rests on: its own act, else the list on which it is not."""
        knowledge = self.knowledge
        acts = knowledge.acts(self.participant, self.treaty, CONSENTS | SIGNATURES)
        if acts:
            return Basis(BasisKind.ACT, acts[-1].id, acts[-1].source)
        return list_basis(knowledge, self.treaty)


def list_basis(knowledge: Knowledge, treaty: str) -> Basis:
    """The depositary's list as a basis: what is not on it was not done."""
    horizon = knowledge.horizon(treaty)
    return Basis(
        BasisKind.COUNT,
        f"{treaty} list of acts, known {knowledge.known_on or 'today'}",
        None if horizon is None else f"compared with its source on {horizon}",
    )
