"""Names and days behind a claim of joining that were read as a part of it, each a claim of its own.

"Argentina and Chile have taken part since 1994, Brazil since May of that year": the verb is left
out the second time.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from treatywatch.reading.claim import Claim, ClaimType, Voice
from treatywatch.reading.claims.span import as_partial
from treatywatch.reading.claims.verbless import Item, item_at, told_by_day
from treatywatch.reading.syntax.scenes import Stage
from treatywatch.reading.vocabulary.grammar import grammar
from treatywatch.reading.vocabulary.in_order import Stretches
from treatywatch.reading.vocabulary.words_acts import ActWords

_JOINED = frozenset({"signed", "ratified", "acceded", "party", "entry_into_force"})
_ENDS = 2  # characters of a stop between the end of the item and that of the claim


def with_those_behind(stage: Stage, told: Sequence[Claim]) -> list[Claim]:
    """The claims with one for each of those who follow with their day alone."""
    claims = list(_cut_apart(stage, told))
    of_joining = [c for c in claims if c.type is ClaimType.PARTICIPATION]
    others = [c for c in claims if c.type is ClaimType.WITHDRAWAL]
    held = Stretches((c.start, c.end) for c in others)
    behind = told_by_day(stage, of_joining)
    return [*claims, *(c for c in behind if not held.meet(c.start, c.end))]


def _cut_apart(stage: Stage, told: Sequence[Claim]) -> Iterator[Claim]:
    """The claims, those cut in two that go on with others and their day."""
    for claim in told:
        item = _other(stage, claim) if _may_go_on(claim) else None
        if item is None:
            yield claim
            continue
        at, other = item
        quote = stage.text[claim.start : at]
        yield replace(claim, quote=quote, end=at)
        yield replace(
            claim,
            quote=stage.text[other.start : other.end],
            start=other.start,
            end=other.end,
            participants=other.ids,
            date=as_partial(other.day),
            named_group=None,
        )


def _may_go_on(claim: Claim) -> bool:
    joined = claim.type is ClaimType.PARTICIPATION and claim.stage in _JOINED
    return joined and claim.voice is Voice.DID and not claim.negated and bool(claim.participants)


def _other(stage: Stage, claim: Claim) -> tuple[int, Item] | None:
    """Where the claim is to be cut, and who follows there with a day that closes it."""
    names = [m for m in stage.context.people_in(claim.start, claim.end) if m.ids]
    for name in names[1:]:
        joint = _joint(stage.acts).search(stage.folded, name.start - _JOINT, name.start)
        at = joint.start() if joint is not None else -1
        item = item_at(stage, at) if at > claim.start else None
        if item is None or claim.end - item.end > _ENDS or set(item.ids) & set(claim.participants):
            continue
        return at, item
    return None


_JOINT = 10  # characters of ", and the " before a name


@grammar
def _joint(acts: ActWords) -> re.Pattern[str]:
    joins = acts.any_of("joins")
    led = rf"(?:,|,?\s(?:{joins}))" if joins else ","
    return re.compile(rf"{led}\s{acts.maybe('name_article')}$")
