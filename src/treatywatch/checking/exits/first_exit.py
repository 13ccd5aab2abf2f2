"""Who was the first to leave a treaty: computed from the acts, never written down."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import cached_property

from treatywatch.checking.exits.exit_question import list_basis
from treatywatch.checking.exits.exit_steps import effect_basis, exits, notices
from treatywatch.checking.grounds.dates import agree
from treatywatch.checking.grounds.finding import Basis
from treatywatch.checking.grounds.judgement import (
    Judgement,
    borne_out,
    contradicted,
    listed,
    not_checked,
    nothing_recorded,
    premature,
    undetermined,
)
from treatywatch.checking.grounds.knowledge import Knowledge
from treatywatch.checking.words.antecedent import participants_named
from treatywatch.checking.words.count_words import has_one
from treatywatch.checking.words.first_words import FirstClaim, Step
from treatywatch.checking.words.namings import text_before
from treatywatch.law.calendar import Interval, When, in_words
from treatywatch.law.terms import ActKind, Standing
from treatywatch.reading.claim import Claim, ClaimType, Voice
from treatywatch.values import frozen

_LEAVING = frozenset({ActKind.WITHDRAWAL_NOTICE, ActKind.EXPULSION})
# A report on the first exits, without a name, is about those of the last weeks.
_LATELY = timedelta(days=31)
_SENTENCE_END = re.compile(r"[.!?]\s|\n")
_BEFORE = 30  # signs: "dozens of bilateral treaties that | nobody has denounced"


def judge_first_exit(claim: Claim, knowledge: Knowledge) -> Judgement:
    """ "The first country ever to leave", "no country has ever left": held against all exits.

    Being the first of a narrower circle ("the first European country") can be borne out by being
    the first of all, and is not contradicted by another that came before.
    """
    treaty = knowledge.treaty(claim.treaty or "")
    said = FirstClaim.of(claim, knowledge)
    before = _SENTENCE_END.split(knowledge.text[max(0, claim.start - _BEFORE) : claim.start])[-1]
    firsts = knowledge.ledger.fact_words.firsts
    wider = has_one(before, (*firsts.wider, *firsts.until_then))
    if said.step is Step.NONE or said.is_wider or (said.is_nobody and wider):
        return nothing_recorded(f"such a first of the {treaty.short_title}")
    question = _FirstQuestion(claim, knowledge, treaty.id, said)
    if said.is_nobody or claim.negated:
        return question.nobody()
    return question.those_named() if said.participants else question.somebody()


@frozen(slots=False)
class _FirstQuestion:
    """Who was the first to take the step that the claim tells of?"""

    claim: Claim
    knowledge: Knowledge
    treaty: str
    said: FirstClaim

    @cached_property
    def days(self) -> dict[str, tuple[date, Basis]]:
        """The day on which each left (or gave notice) or, by known notices, will have left."""
        acts = self.knowledge.ledger.acts.get(self.treaty, ())
        leavers = sorted({act.participant for act in acts if act.kind in _LEAVING})
        days = {p: day for p in leavers if (day := self._day(p)) is not None}
        return dict(sorted(days.items(), key=lambda one: one[1][0]))

    def _day(self, participant: str) -> tuple[date, Basis] | None:
        if self.said.step is Step.NOTICE:
            given = notices(self.knowledge, participant, self.treaty)
            return min(
                ((n.on.first(), n.basis) for n in given), default=None, key=lambda one: one[0]
            )
        found = exits(self.knowledge, participant, self.treaty)
        left = [(day, effect_basis(e)) for e in found if (day := _surely_by(e.when)) is not None]
        return min(left, default=None, key=lambda one: one[0])

    @cached_property
    def done(self) -> dict[str, tuple[date, Basis]]:
        """Those who had done it by the day of the report."""
        return {p: day for p, day in self.days.items() if day[0] <= self.knowledge.on}

    @cached_property
    def title(self) -> str:
        return self.knowledge.treaty(self.treaty).short_title

    def nobody(self) -> Judgement:
        """ "No country has ever left": so until the first exit takes effect."""
        done = {p: one for p, one in self.done.items() if p not in self._told_before}
        earlier = {p: one for p, one in done.items() if not self._is_told_of(one[0])}
        if earlier:
            return contradicted(self._first_words(earlier), *self._bases(earlier))
        open_ones = [p for p in self._leavers() if self._is_open(p)]
        if open_ones:
            names = listed([self.knowledge.name(p) for p in open_ones])
            return undetermined(f"Whether {names} left the {self.title} has not been settled.")
        return self._none_by_now()

    @cached_property
    def _told_before(self) -> frozenset[str]:
        """ "No other country has left": besides those whose exits the report has told so far.

        A sentence may tell of leaving in words that no claim was read from.
        """
        firsts = self.knowledge.ledger.fact_words.firsts
        if not has_one(self.claim.quote, firsts.besides):
            return frozenset()
        told = self.knowledge.told_before(self.claim)
        gone = {p for one in told if self._tells_of_leaving(one) for p in one.participants}
        for sentence in _SENTENCE_END.split(text_before(self.knowledge.text, self.claim.start)):
            if has_one(sentence, firsts.leaving):
                gone |= participants_named(sentence, self.knowledge)
        return frozenset(gone)

    def _tells_of_leaving(self, one: Claim) -> bool:
        leaving = one.type is ClaimType.WITHDRAWAL and not one.negated
        return leaving and one.treaty == self.treaty

    def _is_told_of(self, since: date | None) -> bool:
        """ "No country has left before": besides the exit of these days, that is."""
        lately = since is not None and self.knowledge.on - since <= _LATELY
        return self.said.until_now and lately

    def somebody(self) -> Judgement:
        """ "They are the first ever to leave": whoever they are, of the last weeks or of a date."""
        if self.said.is_narrow:
            return not_checked(f"The first of which circle? {self._first_words(self.days)}")
        if not self.done:
            return self._not_yet(self.days) if self._has_happened() else self._none_by_now()
        first = next(iter(self.done.values()))[0]
        dated = self.claim.date is not None and agree(self.claim.date, first)
        if dated or self.knowledge.on - first <= _LATELY:
            return borne_out(self._first_words(self.done), *self._bases(self.done))
        return not_checked(f"The words do not say who. {self._first_words(self.done)}")

    def those_named(self) -> Judgement:
        """ "Lithuania is the first country ever to leave"."""
        named = self.said.participants
        others = {p: day for p, day in self.days.items() if p not in named}
        theirs = {p: self.days[p] for p in named if p in self.days}
        last = max((day for day, _ in theirs.values()), default=None)
        if len(theirs) < len(named):
            last = None  # one of them is not on its way at all
        before = {p: day for p, day in others.items() if last is None or day[0] < last}
        before = {p: d for p, d in before.items() if last is not None or d[0] <= self.knowledge.on}
        if before:
            return self._others_first(before)
        if not self._has_happened():
            return self._to_come(theirs, others)
        if len(theirs) < len(named) or last is None or last > self.knowledge.on:
            return self._not_yet(theirs)
        return self._borne_out(theirs, others)

    def _to_come(
        self, theirs: dict[str, tuple[date, Basis]], others: dict[str, tuple[date, Basis]]
    ) -> Judgement:
        """ "It would be the first": nobody has done it, and nobody else is on the way before."""
        if theirs:
            return self._borne_out(theirs, others)
        return self._none_by_now() if not others else not_checked(self._first_words(others))

    def _has_happened(self) -> bool:
        """Whether the words tell it as done."""
        return self.claim.voice in (Voice.DID, Voice.REPORTED)

    def _others_first(self, before: dict[str, tuple[date, Basis]]) -> Judgement:
        words = self._first_words(before)
        if self.said.is_narrow:
            return not_checked(f"{words} The words may be about a narrower circle.")
        return contradicted(words, *self._bases(before))

    def _borne_out(
        self, theirs: dict[str, tuple[date, Basis]], others: dict[str, tuple[date, Basis]]
    ) -> Judgement:
        words = self._first_words(theirs)
        days = {day for day, _ in theirs.values()}
        beside = [self.knowledge.name(p) for p, (day, _) in others.items() if day in days]
        judgement = borne_out(f"{words} Nobody had done so before.", *self._bases(theirs))
        return judgement.noting(f"On the same day: {listed(beside)}.") if beside else judgement

    def _not_yet(self, days: dict[str, tuple[date, Basis]]) -> Judgement:
        """Told as done before it was; but "the first withdrawal" may be the notice."""
        if days and self.said.names_act:
            notice = replace(self, said=replace(self.said, step=Step.NOTICE, names_act=False))
            return notice.those_named() if self.said.participants else notice.somebody()
        if days:
            coming = self._first_words(days)
            return premature(coming, *self._bases(days))
        if not self._every_exit_is_known:
            return nothing_recorded(f"exits from the {self.title} by that day")
        basis = list_basis(self.knowledge, self.treaty)
        return premature(f"{self._nobody_had()}.", basis)

    def _none_by_now(self) -> Judgement:
        """Borne out by an empty list, if the record is kept up to the day."""
        if not self._every_exit_is_known:
            return nothing_recorded(f"exits from the {self.title} by that day")
        basis = list_basis(self.knowledge, self.treaty)
        if self.done:
            return borne_out(f"{self._first_words(self.done)} Nobody had done so before.", basis)
        judgement = borne_out(f"{self._nobody_had()}.", basis)
        return judgement.noting(self._first_words(self.days)) if self.days else judgement

    @property
    def _every_exit_is_known(self) -> bool:
        """Exits may be known up to a later day than who joined."""
        knowledge, begin = self.knowledge, self.knowledge.treaty(self.treaty).coverage.since
        known = begin is None and knowledge.holds_every_exit(self.treaty, knowledge.on)
        return known or knowledge.reaches(self.treaty)

    def _nobody_had(self) -> str:
        did = "given notice of withdrawal from" if self.said.step is Step.NOTICE else "left"
        return f"By {in_words(self.knowledge.on)} nobody had {did} the {self.title}"

    def _first_words(self, days: dict[str, tuple[date, Basis]]) -> str:
        """ "The exit of Estonia and Latvia took effect on 27 December 2025." """
        if not days:
            return f"{self._nobody_had()}."
        first = min(day for day, _ in days.values())
        who = listed([self.knowledge.name(p) for p, (day, _) in days.items() if day == first])
        what = "notice of withdrawal" if self.said.step is Step.NOTICE else "exit"
        came = "took effect" if first <= self.knowledge.on else "takes effect only"
        if self.said.step is Step.NOTICE:
            came = "was received"
        return f"The {what} of {who} {came} on {in_words(first)}."

    def _bases(self, days: dict[str, tuple[date, Basis]]) -> Sequence[Basis]:
        return tuple(dict.fromkeys(basis for _, basis in days.values()))

    def _leavers(self) -> list[str]:
        acts = self.knowledge.ledger.acts.get(self.treaty, ())
        known = self.knowledge
        return sorted(
            {
                act.participant
                for act in acts
                if act.kind in _LEAVING and known.acts(act.participant, self.treaty, _LEAVING)
            }
        )

    def _is_open(self, participant: str) -> bool:
        spell = self.knowledge.spell(participant, self.treaty)
        return spell.standing is Standing.UNDETERMINED and not self._is_told_of(spell.since)


def _surely_by(when: When) -> date | None:
    """Its day, or the last of those between which it lies: "printed as December 2000"."""
    if isinstance(when, Interval):
        return when.not_after
    return when if isinstance(when, date) else None
