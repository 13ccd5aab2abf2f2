"""Merging: claims in text order, and none said twice."""

from collections.abc import Sequence
from itertools import groupby

from treatywatch.reading.claim import Claim, ClaimType
from treatywatch.reading.vocabulary.in_order import Meeting, Stretches

_NEAR = 3  # claims of one type over the same words, at most
_SAME = 0.5  # share of the shorter span from which two claims of one type are the same


def merge(claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """The claims in text order, without those that repeat another of the same type and place.

    Two claims over the same words both stay where they are of different treaties or participants.
    Of one that is sure and one that is not, the sure one stays.
    """
    kept: list[Claim] = []
    ordered = sorted(claims, key=lambda c: (c.type, c.start, -c.end, c.stage or ""))
    for _, same_type in groupby(ordered, key=lambda c: c.type):
        chosen: list[Claim] = []
        for claim in same_type:
            same = [other for other in chosen[-_NEAR:] if _repeats(claim, other)]
            if same and claim.sure and not any(other.sure for other in same):
                chosen[-_NEAR:] = [other for other in chosen[-_NEAR:] if other not in same]
                same = []
            if not same:
                chosen.append(claim)
        kept.extend(chosen)
    first = Stretches(
        (c.start, c.end) for c in kept if c.type is ClaimType.WITHDRAWAL and c.participants
    )
    kept = [c for c in kept if c.stage != _FIRST or not first.meet(c.start, c.end)]
    ends = Meeting(c for c in kept if c.type is ClaimType.WITHDRAWAL and c.stage == _ENDS)
    kept = [c for c in kept if not _bound_until(c, ends)]
    terms = Meeting(c for c in kept if c.stage == _NOTICE)
    kept = [c for c in kept if c.stage not in _ASKED or not _tells_a_notice(c, terms)]
    leaving = Stretches((c.start, c.end) for c in kept if c.stage in _NO_JOINING)
    voted = Meeting(c for c in kept if c.type is ClaimType.WITHDRAWAL and c.stage == _VOTED)
    kept = [c for c in kept if not (_of_leaving(c, leaving) or _only_of_vote(c, voted))]
    return tuple(sorted(kept, key=lambda c: (c.start, c.end, c.type, c.treaty or "")))


_FIRST = "first_ever"  # of the treaty; of a State that is named, it is its exit
_ENDS = "effective"
_NOTICE = "notice_period"
_ASKED = frozenset({"content", "withdrawal_rule"})  # what a treaty asks for, told with that too
_VOTED = "approved_by_parliament"
_NO_JOINING = frozenset({"signed_into_law", "consent_withdrawn"})
_JOINED = frozenset({"signed", "ratified"})


def _tells_a_notice(claim: Claim, terms: Meeting[Claim]) -> bool:
    """Whether what a treaty is said to ask for is the span of notice that is told by itself."""
    told = terms.meeting(claim.start, claim.end)
    shared = sum(min(one.end, claim.end) - max(one.start, claim.start) for one in told)
    return shared >= _MUCH * (claim.end - claim.start)


_MUCH = 0.25  # share of the words that the span of notice takes


def _bound_until(claim: Claim, ends: Meeting[Claim]) -> bool:
    """Whether a membership is told by its end: "stays a member until June" is of leaving."""
    if claim.type is not ClaimType.PARTICIPATION or claim.stage != "party":
        return False
    near = ends.meeting(claim.start, claim.end)
    same = (c for c in near if c.participants == claim.participants)
    return any(
        min(c.end, claim.end) - max(c.start, claim.start) >= _ALL * (c.end - c.start) for c in same
    )


_ALL = 0.8  # share of its words that make two claims one


def _of_leaving(claim: Claim, leaving: Stretches) -> bool:
    """Whether a signature is of the law of leaving, or a ratification the one taken back."""
    joins = claim.type is ClaimType.PARTICIPATION and claim.stage in _JOINED
    return joins and leaving.meet(claim.start, claim.end)


def _only_of_vote(claim: Claim, voted: Meeting[Claim]) -> bool:
    """Whether a ratification is the one that a vote takes back: its words hold all of the vote."""
    if claim.type is not ClaimType.PARTICIPATION or claim.stage not in _JOINED:
        return False
    near = voted.meeting(claim.start, claim.end)
    same = (v for v in near if v.participants == claim.participants)
    return any(claim.start <= v.start and v.end <= claim.end for v in same)


def _repeats(claim: Claim, other: Claim) -> bool:
    shared = min(claim.end, other.end) - max(claim.start, other.start)
    shorter = min(claim.end - claim.start, other.end - other.start)
    if shared < _SAME * shorter:
        return False
    apart = claim.treaty != other.treaty or not set(claim.participants) & set(other.participants)
    return not apart or (
        claim.participants == other.participants == () and claim.stage == other.stage
    )
