"""Claims that somebody leaves a treaty, suspends it, takes back consent, or is on the way to it."""

import re
from collections.abc import Iterator
from dataclasses import replace

from treatywatch.reading.actors.in_rank import earlier_in_rank, rank_before
from treatywatch.reading.actors.subjects import Subject
from treatywatch.reading.acts.exits import exits
from treatywatch.reading.acts.leaving import Exit
from treatywatch.reading.acts.negations import denies_a_rank, done_after_all, not_until
from treatywatch.reading.acts.voice import hedged, negated
from treatywatch.reading.claim import Claim, ClaimType, Voice
from treatywatch.reading.claims.days_of_news import without_days_of_news
from treatywatch.reading.claims.further_treaties import dates_of_each, reaching
from treatywatch.reading.claims.span import (
    as_partial,
    hull,
    nearest_date,
    only_since_then,
    only_up_to,
    without_days_before_and,
)
from treatywatch.reading.claims.verbless import told_by_day
from treatywatch.reading.claims.when_dated import dated_before, of_what_came_after
from treatywatch.reading.claims.withdrawals.by_leavers import by_leavers
from treatywatch.reading.claims.withdrawals.dated_apart import dated_apart, is_day_of_another
from treatywatch.reading.claims.withdrawals.days_of_exit import is_so_many
from treatywatch.reading.claims.withdrawals.exits_told import ExitsTold
from treatywatch.reading.claims.withdrawals.news_step import in_news
from treatywatch.reading.claims.withdrawals.no_ones import is_a_rule
from treatywatch.reading.claims.withdrawals.nobody import nobody_has_left
from treatywatch.reading.claims.withdrawals.real_exits import (
    goes_on,
    is_dated_by_another,
    is_hypothetical,
    only_dates_a_count,
    verb_of,
    voice_of,
)
from treatywatch.reading.claims.withdrawals.step_told import step_told
from treatywatch.reading.claims.withdrawals.who_leaves import who_leaves
from treatywatch.reading.naming.mentions import CueHit
from treatywatch.reading.syntax.scenes import Stage
from treatywatch.reading.vocabulary.grammar import grammar
from treatywatch.reading.vocabulary.words_acts import ActWords, CueKind


def withdrawal_claims(stage: Stage) -> list[Claim]:
    """The claims of type withdrawal, in text order."""
    found = [_of_its_own_days(stage, one) for one in by_leavers(stage, exits(stage))]
    reading = _Withdrawals(stage, found)
    told = [(one, claim) for one in found if not one.asked for claim in reading.claims(one)]
    claims = [*in_news(stage, told), *nobody_has_left(stage)]
    return [*claims, *told_by_day(stage, claims)]


def _of_its_own_days(stage: Stage, one: Exit) -> Exit:
    ends = (one.head.end, *(named.end for named in one.treaty_words))
    scene = without_days_of_news(stage, one.scene, one.head.start, ends)
    return one if scene is one.scene else replace(one, scene=scene)


class _Withdrawals:
    """The claims of one report, each made beside what was told before it."""

    def __init__(self, stage: Stage, found: list[Exit]) -> None:
        self._stage, self._told = stage, ExitsTold(stage, found)

    def claims(self, one: Exit) -> Iterator[Claim]:
        """The claim that a mention of leaving makes, if it can be told who leaves what."""
        subject = who_leaves(self._stage, self._told, one)
        kind = step_told(self._stage, self._told, one)
        together = subject.group is not None and is_so_many(self._stage, one, subject)
        if kind is None or one.treaty is None or not (subject.ids or together):
            return
        if self._retold(one, subject, kind) or is_a_rule(self._stage, one):
            return
        if is_hypothetical(self._stage, one):
            return
        own = without_days_before_and(self._stage, one.scene, one.head)
        date = nearest_date(own, one.head, as_said=kind not in _ACTS_OF_LAW)
        date = date or dated_before(self._stage, one.scene)
        first = min([one.head.start, *([subject.party.start] if subject.party else [])])
        if date is None and only_dates_a_count(self._stage, one, first):
            return
        if date is not None and (
            is_dated_by_another(self._stage, one, kind, date)
            or of_what_came_after(self._stage, one.party, date)
            or is_day_of_another(self._stage, one.scene, one.party, date)
            or only_since_then(self._stage, one.head, subject.ids, date)
        ):
            date = None
        parts = (subject.party, one.head, *one.treaty_words, date, *_governing(one))
        start, end = hull(self._stage, one.scene, *parts)
        rank = rank_before(self._stage, start)
        start = start if rank is None else rank
        claim = Claim(
            type=ClaimType.WITHDRAWAL,
            quote=self._stage.text[start:end],
            start=start,
            end=end,
            treaty=one.treaty,
            participants=tuple(dict.fromkeys(subject.ids)),
            stage=kind,
            voice=voice_of(self._stage, one, kind, date),
            negated=one.denied or self._denied(one, kind),
            hedged=hedged(one.scene, verb_of(one, kind)),
            date=as_partial(None if only_up_to(date) else date),
            until=as_partial(date if only_up_to(date) else None),
            named_group=subject.group,
            under_way=goes_on(self._stage, one, kind),
        )
        if self._only_ranks(one, claim):
            yield from self._gone_before(one, claim)
            return
        yield from dated_apart(self._stage, one, claim)
        self._told.note(self._stage, one, claim)
        for each in self._each(one, claim):
            if each.treaty != one.treaty:
                self._told.note_too(each)
            yield each
        yield from self._gone_before(one, claim)

    def _denied(self, one: Exit, kind: str) -> bool:
        """Whether the exit is said not to be: "not until August" tells that it was, and when."""
        verb = verb_of(one, kind)
        told = kind == "notified" and not_until(self._stage, one.scene, verb)
        told = told or done_after_all(self._stage, one.scene, verb)
        told = told or denies_a_rank(self._stage, one.scene, verb)
        return negated(one.scene, verb) and not told

    def _only_ranks(self, one: Exit, claim: Claim) -> bool:
        """Whether a participle adds a rank to what was just told: "..., becoming the first to"."""
        ranks = self._stage.acts.grammar["ranking"]
        told = self._told.last.get(one.treaty)
        start = max(one.scene.start, one.head.start - _RANKS)
        before = self._stage.folded[start : one.head.start].split()
        same = told is not None and told.start >= one.scene.clause.passage.start
        return (
            bool(set(before) & ranks)
            and told is not None
            and same
            and told.participants == claim.participants
        )

    def _gone_before(self, one: Exit, claim: Claim) -> Iterator[Claim]:
        """Those who did so earlier: "the fifth to leave, after Estonia, Latvia and Poland"."""
        before = earlier_in_rank(self._stage, one.scene)
        if before is None or set(before.ids) & set(claim.participants):
            return
        start, end = before.start, before.end
        quote = self._stage.text[start:end]
        yield replace(
            claim,
            quote=quote,
            start=start,
            end=end,
            participants=before.ids,
            date=None,
            named_group=before.group,
            voice=Voice.DID,
            negated=False,
        )

    def _each(self, one: Exit, claim: Claim) -> Iterator[Claim]:
        """One claim for each treaty of a list; "respectively" gives each its own participant."""
        treaties = tuple(dict.fromkeys(m.ids[0] for m in one.treaty_words)) or (claim.treaty,)
        respectively = _respectively(self._stage.acts).search(
            self._stage.folded, one.scene.start, one.scene.end
        )
        paired = respectively is not None and len(treaties) == len(claim.participants) > 1
        dates = dates_of_each(self._stage, one.scene, one.treaty_words)
        claim = reaching(self._stage, claim, dates[-1].end) if dates else claim
        for number, treaty in enumerate(treaties):
            whole = replace(claim, treaty=treaty)
            if paired:
                whole = replace(whole, participants=claim.participants[number : number + 1])
            yield replace(whole, date=as_partial(dates[number])) if dates else whole

    def _retold(self, one: Exit, subject: Subject, kind: str) -> bool:
        """Whether a "when" clause only says again what its sentence has just said."""
        last = self._told.last.get(one.treaty)
        opener, words = one.scene.clause.opener, self._stage.acts.grammar
        later = opener in words["later"]
        return (
            later
            and last is not None
            and (last.stage == kind or opener in words["at_once"])
            and one.scene.clause.passage.start <= last.start
            and set(subject.ids) <= set(last.participants)
        )


_RANKS = 50  # characters of "becoming the first European country ever to "

# What takes its time: the day on which it is told need not be the day on which it was done.
_ACTS_OF_LAW = frozenset({"notified", "effective", "revoked"})


@grammar
def _respectively(acts: ActWords) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{acts.any_of('respectively')})\b")


_BEFORE_PARTY = 40  # characters that the words of a step may stand before the party they are about


def _governing(one: Exit) -> tuple[CueHit, ...]:
    """The words for the steps on the way that belong to the span of the claim."""
    kinds = (CueKind.ANNOUNCE, CueKind.DECIDE, CueKind.RECOMMEND, CueKind.CONSIDER)
    cues = one.scene.of(*kinds, CueKind.APPROVE, CueKind.NOTIFY, CueKind.EFFECT, CueKind.ENACT)
    if one.party is None or one.party.start > one.head.start:
        return cues
    return tuple(c for c in cues if c.end >= one.party.start - _BEFORE_PARTY)
