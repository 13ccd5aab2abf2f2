"""Several who did the same, each with its day in brackets: "Bolivia (2007), Ecuador (2009) and".

The verb that follows is said of each of them, on the day beside its name.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from treatywatch.reading.claim import Claim, ClaimType
from treatywatch.reading.claims.span import as_partial
from treatywatch.reading.syntax.scenes import Stage
from treatywatch.reading.vocabulary.grammar import grammar
from treatywatch.reading.vocabulary.spans import DateMention, Mention
from treatywatch.reading.vocabulary.words_acts import ActWords

_ACTS = frozenset({ClaimType.WITHDRAWAL, ClaimType.PARTICIPATION})
_JOINT = 16  # characters of ") as well as the " between a day and the next name
_VERB = 80  # characters from the last day within which the claim ends
_NAME = 80  # characters before a day in which its name begins

_BRACKETS = ("(", ")")

_Item = tuple[Mention, DateMention]


def with_dated_rows(stage: Stage, told: Sequence[Claim]) -> list[Claim]:
    """The claims, one that closes a row of dated names as one for each of the names."""
    rows, kept = list(_rows(stage)), list(told)
    for row in rows:
        owner = next((claim for claim in kept if _closes(claim, row)), None)
        if owner is None:
            continue
        first, last = row[0][0].start, row[-1][1].end
        kept = [c for c in kept if c is not owner and not (first <= c.start and c.end <= last + 1)]
        kept += _each(stage, owner, row)
    return sorted(kept, key=lambda claim: (claim.start, claim.end)) if rows else kept


def _each(stage: Stage, owner: Claim, row: Sequence[_Item]) -> Iterator[Claim]:
    for name, day in row:
        end = owner.end if day is row[-1][1] else day.end + 1
        yield replace(
            owner,
            quote=stage.text[name.start : end],
            start=name.start,
            end=end,
            participants=name.ids,
            date=as_partial(day),
            named_group=None,
        )


def _closes(claim: Claim, row: Sequence[_Item]) -> bool:
    """Whether the claim is told of the last of the row by what stands behind it."""
    name, day = row[-1]
    own = {one for mention, _ in row for one in mention.ids}
    whose = claim.type in _ACTS and bool(claim.participants) and own >= set(claim.participants)
    return whose and claim.start <= name.start and 1 < claim.end - day.end <= _VERB


def _rows(stage: Stage) -> Iterator[list[_Item]]:
    row: list[_Item] = []
    for item in _items(stage):
        if row and not _goes_on(stage, row[-1], item):
            if len(row) > 1:
                yield row
            row = []
        row.append(item)
    if len(row) > 1:
        yield row


def _items(stage: Stage) -> Iterator[_Item]:
    """Names with nothing but a day in brackets right behind them."""
    for day in stage.context.dates:
        around = (stage.folded[day.start - 1 : day.start], stage.folded[day.end : day.end + 1])
        near = stage.context.people_in(day.start - _NAME, day.start) if around == _BRACKETS else ()
        if near and near[-1].ids and near[-1].end == day.start - 2:
            yield near[-1], day


def _goes_on(stage: Stage, one: _Item, other: _Item) -> bool:
    gap = stage.folded[one[1].end + 1 : other[0].start]
    return len(gap) <= _JOINT and _joint(stage.acts).fullmatch(gap) is not None


@grammar
def _joint(acts: ActWords) -> re.Pattern[str]:
    small = f"{acts.any_of('joins')}|{acts.any_of('article')}"
    return re.compile(rf"[,;]?\s(?:(?:{small})\s){{0,2}}")
