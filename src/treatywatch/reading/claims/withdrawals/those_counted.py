"""Whom a bare number means that leaves: "the trio walks out", "none of the four has announced it".

The number says how many, and the rest of the report who: those whom a colon or a dash brings, else
a list of just as many that it tells of as leaving the same treaty, else all whom it tells to have
taken that step, or any, if they are as many, else the last list of as many States.
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from treatywatch.reading.claim import Claim, ClaimType, Voice
from treatywatch.reading.syntax.cast import Stand
from treatywatch.reading.syntax.scenes import Stage
from treatywatch.reading.vocabulary.in_order import InOrder
from treatywatch.reading.vocabulary.spans import NumberMention
from treatywatch.reading.vocabulary.words_acts import CueKind

_SEVERAL, _MANY = 2, 9
_THREE = 3
_NOUN = 24  # characters of " military " between a number and "governments"
_TO_LEAVE = frozenset({"recommended", "announced", "notified", "effective"})


def with_those_counted(stage: Stage, told: Sequence[Claim]) -> list[Claim]:
    """The claims, each that only counts those who leave with the States that it counts."""
    leaving = _Leaving(sorted(filter(_leaves, told), key=lambda one: one.start))
    return [_with_whom_it_counts(stage, claim, leaving) for claim in told]


class _Leaving:
    """The exits told in a report, by where they stand and of which treaty they are."""

    def __init__(self, told: Sequence[Claim]) -> None:
        self.in_order = InOrder(told)
        self.of_treaty: dict[str | None, list[Claim]] = {}
        for claim in told:
            self.of_treaty.setdefault(claim.treaty, []).append(claim)


def _with_whom_it_counts(stage: Stage, claim: Claim, leaving: _Leaving) -> Claim:
    if claim.type is not ClaimType.WITHDRAWAL or claim.treaty is None:
        return claim
    words = _words(stage, claim)
    if words is None or _names_somebody(stage, claim):
        return claim
    many, group = words
    behind = _together(_spelt_out(stage, claim, leaving))
    if len(behind) != many:
        behind = _told_right_behind(stage, claim, many, leaving)
    if behind:
        return replace(claim, participants=behind, named_group=group)
    if len(claim.participants) == many:
        return claim
    ids = _just_as_many(claim, many, leaving) or _listed_before(stage, claim, many)
    if ids:
        return replace(claim, participants=ids, named_group=group)
    return _so_many(claim, many, group) if _tells_how_many(stage, claim) else claim


def _so_many(claim: Claim, many: int, group: str) -> Claim:
    """The claim as one of so many States, whoever they are: nobody else is told of as leaving."""
    return replace(claim, participants=(), value=float(many), unit="states", named_group=group)


def _tells_how_many(stage: Stage, claim: Claim) -> bool:
    """Whether the words tell how many have gone: "five have left it", and not "the five have"."""
    first = set(stage.folded[claim.start : claim.end].split()[:_OPENING])
    done = claim.voice is Voice.DID and claim.stage in _GONE and not claim.hedged
    return done and not first & stage.acts.grammar["these_many"]


_GONE, _OPENING = frozenset({"notified", "effective"}), 2


def _words(stage: Stage, claim: Claim) -> tuple[int, str] | None:
    """How many leave, and the words that count them."""
    for number in stage.context.numbers_in(claim.start, claim.end):
        end = _counts_states(stage, number, claim.end)
        if end is not None and _SEVERAL <= number.low <= _MANY and number.low == number.high:
            return int(number.low), stage.text[number.start : end]
    words = set(stage.folded[claim.start : claim.end].split()) & stage.acts.grammar["trio"]
    return (_THREE, min(words)) if words else None


def _counts_states(stage: Stage, number: NumberMention, last: int) -> int | None:
    """Where the words end that count States: "three African governments", "the five announced"."""
    if number.ordinal:
        return None
    for scene in stage.in_order.meeting(number.start, number.end):
        nouns = scene.of(CueKind.STATE_NOUN, CueKind.GOVERNMENT)  # "the three juntas"
        near = [c for c in nouns if 0 < c.start - number.end <= _NOUN]
        between = stage.folded[number.end : near[0].start].split() if near else []
        if near and set(between) <= stage.acts.grammar["remaining"]:
            return None if between else near[0].end  # "two more governments" are others
        if near:
            return near[0].end
    return number.end if _stands_alone(stage, number, last) else None


def _stands_alone(stage: Stage, number: NumberMention, last: int) -> bool:
    """Whether the number is its own noun: "the five announced", "none of the four has"."""
    before = stage.folded[max(0, number.start - _BEFORE) : number.start].split()[-1:]
    if not set(before) & stage.acts.grammar["these_many"]:
        return False
    after = stage.folded[number.end : last].split()[:1]
    verbs = stage.acts.grammar["restarts"] | stage.acts.grammar["becomes"]
    told = any(
        cue.start == number.end + 1
        for scene in stage.in_order.meeting(number.end, number.end + 2)
        for cue in scene.of(*_VERBS)
    )
    return told or not after or bool(set(after) & verbs)


_BEFORE = 10  # characters of "all of the "
_VERBS = (CueKind.ANNOUNCE, CueKind.EXIT, CueKind.EXIT_OBJECT, CueKind.NOTIFY, CueKind.GO_OUT)


def _told_right_behind(stage: Stage, claim: Claim, many: int, leaving: _Leaving) -> tuple[str, ...]:
    """Those whom the paragraph goes on to tell of one by one: "Two have left. Chad did so in May".

    Where a number opens it that points back to nobody ("the two", "both").
    """
    first = stage.folded[claim.start : claim.end].split()[:1]
    if set(first) & stage.acts.grammar["these_many"]:
        return ()
    paragraph = stage.context.paragraph_start(claim.start)
    behind = leaving.in_order.within(claim.end, claim.end + _PARAGRAPH)
    there = takewhile(lambda c: stage.context.paragraph_start(c.start) == paragraph, behind)
    same = [c for c in there if (c.stage, c.treaty) == (claim.stage, claim.treaty)]
    ids = _together(same)
    return ids[:many] if len(ids) >= many else ()


_PARAGRAPH = 5_000  # characters beyond which no paragraph goes on to tell of them


def _names_somebody(stage: Stage, claim: Claim) -> bool:
    """Whether the words name who acts, and so count others, or only some of them."""
    people = stage.context.people_in(claim.start, claim.end)
    return any(one.ids and one.role != "place" for one in people)


def _just_as_many(claim: Claim, many: int, leaving: _Leaving) -> tuple[str, ...]:
    others = [c for c in leaving.of_treaty.get(claim.treaty, ()) if c is not claim]
    lists = [c for c in others if len(c.participants) == many]
    if len({frozenset(c.participants) for c in lists}) == 1:
        return lists[0].participants
    if lists:
        before = [c.participants for c in lists if c.end <= claim.start]
        return before[-1] if before else ()
    same = _together([c for c in others if c.stage == claim.stage])
    whole = same if len(same) == many else _together(others)
    return whole if len(whole) == many else ()


def _spelt_out(stage: Stage, claim: Claim, leaving: _Leaving) -> Sequence[Claim]:
    """Those in the list that a colon or a dash opens behind the claim."""
    opens = stage.folded[claim.end : claim.end + _MARK].strip()[:1]
    if not opens or opens not in _OPENS_A_LIST:
        return ()
    counting = next(iter(stage.in_order.meeting(claim.start, claim.end)), None)
    return leaving.in_order.within(claim.end, counting.clause.passage.end) if counting else ()


_MARK = 3  # characters of " - " between so many and their names
_OPENS_A_LIST = ":-"


def _listed_before(stage: Stage, claim: Claim, many: int) -> tuple[str, ...]:
    """The last list of as many that acts in the report before the claim."""
    before = (scene for scene in reversed(stage.scenes) if scene.end <= claim.start)
    acting = (p for scene in before for p in scene.parties if p.stand is Stand.ACTS)
    return next((p.ids for p in acting if len(p.ids) == many), ())


def _leaves(claim: Claim) -> bool:
    return claim.type is ClaimType.WITHDRAWAL and claim.stage in _TO_LEAVE and not claim.negated


def _together(claims: Sequence[Claim]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(i for one in claims for i in one.participants))
