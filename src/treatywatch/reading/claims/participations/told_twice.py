"""The same words are not of joining and of leaving: "Ireland and Mauritius did the same"."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from treatywatch.reading.claim import Claim, ClaimType

_LEFT, _JOINED = ClaimType.WITHDRAWAL, ClaimType.PARTICIPATION


def as_told_before(claims: Sequence[Claim]) -> Iterator[Claim]:
    """The claims; of two in the same words, only the one that is like the act told before."""
    acts = sorted((c for c in claims if c.type in (_LEFT, _JOINED)), key=_by_place)
    dropped: set[int] = set()
    before: Claim | None = None
    for one, other in pairwise(acts):
        if (one.start, one.end) != (other.start, other.end) or one.type is other.type:
            before = one
            continue
        if before is not None and before.type is not one.type:
            dropped.add(id(one))
        elif before is not None:
            dropped.add(id(other))
    yield from (c for c in claims if id(c) not in dropped)


def _by_place(claim: Claim) -> tuple[int, int]:
    return claim.start, claim.end
