"""Those who are told in the same breath: of whom the same is said by a few words behind.

"Athens ratified in 2003 along with Turkey" and "Finland is next, then Poland" each say one thing
of all who are named.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from treatywatch.reading.claim import Claim, ClaimType
from treatywatch.reading.claims.verbless import names_in_a_row
from treatywatch.reading.syntax.scenes import Stage
from treatywatch.reading.vocabulary.grammar import grammar
from treatywatch.reading.vocabulary.spans import Mention
from treatywatch.reading.vocabulary.words_acts import ActWords

_ACTS = frozenset({ClaimType.PARTICIPATION, ClaimType.WITHDRAWAL})
_WHEN = 12  # characters of " as early as " between the last of them and the day


def in_one_breath(stage: Stage, told: Sequence[Claim]) -> list[Claim]:
    """The claims in text order, each with those of whom the words behind it say the same."""
    ordered = sorted(told, key=_place)
    starts = [claim.start for claim in ordered]
    return [_with_company(stage, claim, starts) for claim in ordered]


def _place(claim: Claim) -> tuple[int, int]:
    return claim.start, claim.end


def _with_company(stage: Stage, claim: Claim, starts: Sequence[int]) -> Claim:
    """The claim with those named "together with" whom it tells of, or "then"."""
    passage = stage.context.passage_at(claim.start)
    if claim.type not in _ACTS or not claim.participants or passage is None:
        return claim
    end = min(claim.end + _FAR, passage.end)
    for found in (
        _at_one(stage.acts).search(stage.folded, claim.start, end),
        _then(stage.acts).match(stage.folded, claim.end, end),
    ):
        if found is None or not _beside(stage, claim, found.start()):
            continue
        names = names_in_a_row(stage, found.end())
        ids = tuple(i for name in names for i in name.ids)
        if not ids or set(ids) & set(claim.participants) or not _ends_there(stage, names[-1]):
            continue
        if bisect_left(starts, found.start()) != bisect_left(starts, names[-1].end):
            continue  # somebody else's claim begins there
        return _over(stage, claim, ids, names[-1].end)
    return claim


def _beside(stage: Stage, claim: Claim, at: int) -> bool:
    """Whether nothing stands between; who joined behind a comma did so in a claim of their own."""
    gap = stage.folded[claim.end : at]
    joins = claim.type is ClaimType.PARTICIPATION
    return not gap.strip(" ,") and not (joins and stage.folded.endswith(", ", 0, at))


_FAR = 24  # characters behind a claim within which "together with" begins


def _ends_there(stage: Stage, name: Mention) -> bool:
    """Whether nothing follows the last name but a day, or what a comma sets apart."""
    rest = stage.folded[name.end : name.end + 1]
    return not rest.strip(",;.)\n:") or (rest == " " and _then_a_day(stage, name.end))


def _then_a_day(stage: Stage, at: int) -> bool:
    return bool(stage.context.dates_in(at, at + _WHEN))


def _over(stage: Stage, claim: Claim, ids: tuple[str, ...], end: int) -> Claim:
    """The claim of these as well, told up to that offset."""
    whole = max(claim.end, end)
    return replace(
        claim,
        participants=tuple(dict.fromkeys((*claim.participants, *ids))),
        quote=stage.text[claim.start : whole],
        end=whole,
        named_group=None,
    )


@grammar
def _at_one(acts: ActWords) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{acts.any_of('at_one')})\s{acts.maybe('name_article')}(?=\w)")


@grammar
def _then(acts: ActWords) -> re.Pattern[str]:
    return re.compile(rf",\s(?:{acts.any_of('then_follows')})\s(?=\w)")
