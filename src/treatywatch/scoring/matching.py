"""Which finding answers which annotated claim: one to one, as many as possible."""

from collections.abc import Callable, Sequence

from treatywatch.checking.grounds.finding import Finding
from treatywatch.reading.claim import Claim, ClaimType
from treatywatch.scoring.gold import GoldClaim

Pairs = dict[int, int]
"""Index of the gold claim -> index of the finding, within one report."""

_BY_PARTICIPANTS = frozenset({ClaimType.PARTICIPATION, ClaimType.WITHDRAWAL})


def spans_agree(gold: GoldClaim, claim: Claim) -> bool:
    """Same type, and the spans overlap by at least half of the shorter one."""
    return gold.type is claim.type and 2 * _overlap(gold, claim) >= min(
        gold.end - gold.start, claim.end - claim.start
    )


def strictly_agree(gold: GoldClaim, claim: Claim) -> bool:
    """Spans agree, and so do treaty, participants, stage of an exit, and value of a count."""
    return (
        spans_agree(gold, claim)
        and gold.treaty == claim.treaty
        and (gold.type not in _BY_PARTICIPANTS or gold.participants == set(claim.participants))
        and (gold.type is not ClaimType.WITHDRAWAL or gold.stage == claim.stage)
        and (gold.type is not ClaimType.COUNT or gold.value == claim.value)
    )


def match(gold: Sequence[GoldClaim], findings: Sequence[Finding]) -> tuple[Pairs, Pairs]:
    """The span pairs and the strict pairs of one report.

    Both are maximum matchings. The span pairs grow out of the strict ones, so that a finding which
    answers one claim in full is not given away to another; ties go to the longer overlap, then to
    the earlier place in the text.
    """
    strict = _grow({}, _candidates(gold, findings, strictly_agree))
    return _grow(strict, _candidates(gold, findings, spans_agree)), strict


def _candidates(
    gold: Sequence[GoldClaim],
    findings: Sequence[Finding],
    agree: Callable[[GoldClaim, Claim], bool],
) -> list[list[int]]:
    return [
        sorted(
            (i for i, finding in enumerate(findings) if agree(wanted, finding.claim)),
            key=lambda i: (-_overlap(wanted, findings[i].claim), findings[i].claim.start, i),
        )
        for wanted in gold
    ]


def _grow(begun: Pairs, candidates: Sequence[Sequence[int]]) -> Pairs:
    """A maximum matching by augmenting paths; who is matched in ``begun`` stays matched."""
    owner = {finding: wanted for wanted, finding in begun.items()}
    matched = set(begun)
    for wanted in range(len(candidates)):
        if wanted not in matched:
            _augment(wanted, candidates, owner, set())
    return {wanted: finding for finding, wanted in sorted(owner.items(), key=lambda o: o[1])}


def _augment(
    wanted: int, candidates: Sequence[Sequence[int]], owner: dict[int, int], seen: set[int]
) -> bool:
    for finding in candidates[wanted]:
        if finding in seen:
            continue
        seen.add(finding)
        if finding not in owner or _augment(owner[finding], candidates, owner, seen):
            owner[finding] = wanted
            return True
    return False


def _overlap(gold: GoldClaim, claim: Claim) -> int:
    return max(0, min(gold.end, claim.end) - max(gold.start, claim.start))
