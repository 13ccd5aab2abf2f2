"""What holds of a treaty for one State is no fact of the treaty itself.

"The convention will bind Fiji from 1 March" tells when it enters into force for Fiji
(VCLT Art. 24(3)), which is another day than that of the treaty as such.
"""

import re
from collections.abc import Iterator, Sequence

from treatywatch.reading.claim import Claim, ClaimType
from treatywatch.reading.syntax.scenes import Stage
from treatywatch.reading.vocabulary.grammar import grammar
from treatywatch.reading.vocabulary.in_order import Meeting
from treatywatch.reading.vocabulary.words_acts import ActWords, CueKind

_CONTENT, _RULE = "content", "withdrawal_rule"
_FACTS = frozenset({"entry_into_force", _CONTENT})
_STANDINGS = frozenset({"entry_into_force", "not_in_force", "party", "not_party"})
_SAME = 0.7  # share of the words of a fact that are told of a State


def without_those_for_one(
    stage: Stage, facts: Sequence[Claim], claims: Sequence[Claim]
) -> Iterator[Claim]:
    """The facts but those that ``claims`` tell of a State in the same words.

    Nor a rule within what somebody said of its own exit: "said that it would take effect at once".
    """
    told = Meeting(c for c in claims if c.type is ClaimType.PARTICIPATION and c.stage in _STANDINGS)
    leaving = Meeting(c for c in claims if c.type is ClaimType.WITHDRAWAL and c.participants)
    for fact in facts:
        if fact.stage == _RULE and any(
            claim.start < fact.start and fact.end <= claim.end
            for claim in leaving.meeting(fact.start, fact.end)
        ):
            continue
        content = fact.stage == _CONTENT and not _tells_whom(stage, fact)
        near = told.meeting(fact.start, fact.end) if fact.stage in _FACTS and not content else ()
        if not any(_is_of_it(claim, fact) for claim in near):
            yield fact


def _tells_whom(stage: Stage, fact: Claim) -> bool:
    """Whether it tells whom the treaty binds, and nothing else."""
    return _binds(stage.acts).search(stage.folded, fact.start, fact.end) is not None


@grammar
def _binds(acts: ActWords) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{acts.cues_of(CueKind.BIND)})\b")


def _is_of_it(claim: Claim, fact: Claim) -> bool:
    shared = min(claim.end, fact.end) - max(claim.start, fact.start)
    same = shared >= _SAME * (fact.end - fact.start) and shared >= _SAME * (claim.end - claim.start)
    same = same or (shared == fact.end - fact.start and _on_the_same_day(claim, fact))
    return same and claim.treaty == fact.treaty and bool(claim.participants)


def _on_the_same_day(claim: Claim, fact: Claim) -> bool:
    """Whether both tell of one entry into force: "entered into force today | for Syria"."""
    return claim.stage == fact.stage and claim.date == fact.date
