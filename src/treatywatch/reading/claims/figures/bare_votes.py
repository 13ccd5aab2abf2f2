"""Votes told in a sentence of their own: "107 members voted in favour".

They tell how the parliament agreed whose approval was told before, and are no second approval.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from treatywatch.reading.claim import Claim, ClaimType
from treatywatch.reading.syntax.context import ReadingContext
from treatywatch.reading.vocabulary.in_order import Meeting

_APPROVED, _VOTE = "approved_by_parliament", "vote"
_NEAR = 400  # characters between an approval and its votes


def of_their_parliaments(context: ReadingContext, claims: Sequence[Claim]) -> Iterator[Claim]:
    """The claims: votes with the State whose parliament voted, no approval told by them again."""
    votes = Meeting(c for c in claims if c.type is ClaimType.INDICATOR and c.stage == _VOTE)
    approved = [c for c in claims if c.stage == _APPROVED and c.participants]
    nearby = Meeting(approved)
    for claim in claims:
        near = votes.meeting(claim.start, claim.end) if claim.stage == _APPROVED else ()
        within = any(v.start <= claim.start and claim.end <= v.end for v in near)
        bare = within and not context.people_in(claim.start, claim.end)
        if bare and any(_is_the_same(one, claim) for one in approved):
            continue
        yield _with_voters(claim, nearby) if claim.stage == _VOTE else claim


def _is_the_same(one: Claim, other: Claim) -> bool:
    """Whether the approval was told before, of the same States and the same treaty."""
    same = one.type is other.type and one.treaty == other.treaty
    return same and one.participants == other.participants and one.start < other.start


def _with_voters(vote: Claim, approved: Meeting[Claim]) -> Claim:
    """The votes with the State of the approval told last, where they name none."""
    near = () if vote.participants else approved.meeting(vote.start - _NEAR, vote.start)
    before = [c for c in near if c.end <= vote.start and c.treaty == vote.treaty]
    if not before:
        return vote
    last = max(before, key=lambda c: c.start)
    return replace(vote, participants=last.participants) if len(last.participants) == 1 else vote
