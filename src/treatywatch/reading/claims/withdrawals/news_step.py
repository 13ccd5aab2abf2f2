"""The step that a report tells of, for words that tell an exit without telling its step.

"Japan is leaving the whaling commission" and "the first country to turn its back on it" may be said
of an announcement, of a notice or of the last day. Where the same report tells that notice was
given, and of nobody named that it is out, they mean the notice. "Finland quits the mine ban" does
so where the last day is told as one to come.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from treatywatch.reading.acts.leaving import Exit
from treatywatch.reading.claim import Claim, Voice
from treatywatch.reading.claims.withdrawals.in_chronologies import days_of_entries
from treatywatch.reading.claims.withdrawals.real_exits import BEFORE_LEAVING
from treatywatch.reading.syntax.scenes import Stage
from treatywatch.reading.vocabulary.words_acts import CueKind, Tense

_LEAVES = frozenset({CueKind.EXIT, CueKind.EXIT_OBJECT, CueKind.TAKE_OUT})
_NOTIFIED, _EFFECTIVE, _ANNOUNCED = "notified", "effective", "announced"
_TIME = 70  # characters of "the first time that the United States of America has "
_RANK = 50  # characters of "the first country in its history ever to "


def in_news(stage: Stage, told: Sequence[tuple[Exit, Claim]]) -> Iterator[Claim]:
    """The claims, those that leave their step open as notices where the report tells of one.

    Not what an entry of a chronology tells: its day tells which step is meant.
    """
    dated = days_of_entries(stage.context)
    open_ones = {
        id(claim)
        for one, claim in told
        if one.scene.clause.passage.start not in dated and _leaves_open(stage, one, claim)
    }
    plain = [c for _, c in told if id(c) not in open_ones and not (c.negated or c.hedged)]
    for _, claim in told:
        given = id(claim) in open_ones and _have_given_notice(claim, plain)
        yield _as_notice(claim) if given else claim


def _as_notice(claim: Claim) -> Claim:
    """The claim as one of the notice that was given; its date is that of something to come."""
    return replace(claim, stage=_NOTIFIED, voice=Voice.DID, date=None, under_way=False)


def _have_given_notice(claim: Claim, told: Sequence[Claim]) -> bool:
    """Whether all who are named are told to have given notice, and not to be out.

    Of a rank ("the first to leave") it must be told that the exit is still to come.
    """
    who = set(claim.participants)
    steps = [step for step in told if step.treaty == claim.treaty and who & set(step.participants)]
    given = (s for s in steps if s.stage == _NOTIFIED and s.voice is Voice.DID)
    exits = {step.voice for step in steps if step.stage == _EFFECTIVE}
    ahead = Voice.WILL in exits or (claim.stage == _ANNOUNCED and Voice.DID not in exits)
    ahead = ahead and not (claim.under_way and claim.stage == _EFFECTIVE and Voice.DID in exits)
    return ahead and who <= {i for step in given for i in step.participants}


def _leaves_open(stage: Stage, one: Exit, claim: Claim) -> bool:
    """Whether the words tell no step: they say what is going on, or only a rank."""
    if one.head.kind not in _LEAVES or claim.negated or claim.hedged:
        return False
    if claim.stage == _ANNOUNCED:
        return claim.under_way or _goes_on(stage, one)
    if claim.under_way:  # "Finland quits the mine ban"
        return claim.date is None
    words = _before(stage, one)
    ranked = bool(set(words[-2:]) & stage.acts.grammar["rank_to"])
    ranked = ranked and bool(set(words) & stage.acts.grammar["rank"])
    ranked = ranked or _times(stage, one)
    told = claim.stage == _EFFECTIVE and claim.date is None
    return told and one.head.tense is not Tense.NOUN and ranked


def _times(stage: Stage, one: Exit) -> bool:
    """Whether a time is counted: "it is the first time that the country has left a treaty"."""
    words = stage.acts.grammar
    start = max(one.scene.clause.passage.start, one.head.start - _TIME)
    before = stage.folded[start : one.head.start].split()
    return any(rank in words["rank"] and time in words["times"] for rank, time in pairwise(before))


def _goes_on(stage: Stage, one: Exit) -> bool:
    """Whether leaving is going on: "breaks with the pact", "has begun its formal exit"."""
    begun = bool(set(_before(stage, one)) & stage.acts.grammar["begins"])
    steps = (c for c in one.scene.of(*BEFORE_LEAVING) if c.end <= one.head.start)
    if any(not (begun and c.kind is CueKind.INTEND) for c in steps):
        return False
    bare = one.party is not None and one.head.start - one.party.end == 1
    return begun or (bare and one.head.tense is Tense.PROGRESSIVE)


def _before(stage: Stage, one: Exit) -> list[str]:
    return stage.folded[max(one.scene.start, one.head.start - _RANK) : one.head.start].split()
