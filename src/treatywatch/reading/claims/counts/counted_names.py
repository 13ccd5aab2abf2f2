"""So many who left or joined, each with a day: "two left, Chad in 2017 and Fiji in 2019".

The number says that the names behind its comma or its colon are those whom it counts, so that all
of it is one claim of all of them, and not one of the first and others of the rest.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from treatywatch.reading.claim import Claim, ClaimType
from treatywatch.reading.claims.verbless import Item, item_at
from treatywatch.reading.syntax.scenes import Stage
from treatywatch.reading.vocabulary.spans import NumberMention

_ACTS = frozenset({ClaimType.PARTICIPATION, ClaimType.WITHDRAWAL})
_OPENS = 12  # characters of "only " before the number that opens a claim
_SEVERAL = 2


def with_whom_they_count(stage: Stage, told: Sequence[Claim]) -> list[Claim]:
    """The claims, those of a number with all whom it counts instead of one claim for each name."""
    counted = {id(claim): whole for claim in told if (whole := _counted(stage, claim)) is not None}
    wholes = tuple(counted.values())
    return [
        counted.get(id(claim), claim)
        for claim in told
        if id(claim) in counted or not any(_within(claim, whole) for whole in wholes)
    ]


def _within(claim: Claim, whole: Claim) -> bool:
    same = claim.type is whole.type
    return same and whole.start < claim.start and claim.end <= whole.end


def _counted(stage: Stage, claim: Claim) -> Claim | None:
    """The claim of all whom its number counts; None where it has none, or others are named."""
    number = _number(stage, claim)
    joint = _joint(stage, claim, number.end) if number is not None else -1
    if number is None or joint < 0 or claim.negated or claim.type not in _ACTS:
        return None
    items = tuple(_items(stage, joint))
    ids = tuple(i for item in items for i in item.ids)
    if len(items) < _SEVERAL or len(ids) != number.low:
        return None
    quote = stage.text[claim.start : items[-1].end]
    return replace(
        claim, quote=quote, end=items[-1].end, participants=ids, date=None, named_group=None
    )


def _joint(stage: Stage, claim: Claim, start: int) -> int:
    """Where the names begin that are counted: behind a comma, or the colon that ends the claim."""
    if stage.folded.startswith(": ", claim.end):
        return claim.end
    return stage.folded.find(", ", start, claim.end + 1)


def _number(stage: Stage, claim: Claim) -> NumberMention | None:
    """The number of those who act, with which the claim opens."""
    numbers = stage.context.numbers_in(claim.start, claim.start + _OPENS)
    return next((n for n in numbers if not n.ordinal and n.low >= _SEVERAL), None)


def _items(stage: Stage, at: int) -> Iterator[Item]:
    item = item_at(stage, at)
    while item is not None:
        yield item
        item = item_at(stage, item.end)
