"""Acts told of several treaties at once: "Fiji belongs to both", "joined neither treaty".

No one treaty is meant, so that none is told: what holds of the one need not hold of the other.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from treatywatch.reading.claim import Claim, ClaimType
from treatywatch.reading.syntax.scenes import Stage
from treatywatch.reading.vocabulary.grammar import grammar
from treatywatch.reading.vocabulary.spans import UNKNOWN
from treatywatch.reading.vocabulary.words_acts import ActWords

_BEHIND = 24  # characters of " both treaties" that a claim may leave to the words behind it
_ACTS = frozenset({ClaimType.PARTICIPATION, ClaimType.WITHDRAWAL})
_SEVERAL = 2


def of_several_treaties(stage: Stage, claims: Iterable[Claim]) -> Iterator[Claim]:
    """The claims, those that are told of several treaties of the report being of no one."""
    known = {m.ids[0] for m in stage.context.treaty_mentions} - UNKNOWN
    if len(known) < _SEVERAL or not stage.acts.grammar["several_treaties"]:
        yield from claims
        return
    for claim in claims:
        several = claim.type in _ACTS and _is_of_several(stage, claim)
        yield replace(claim, treaty=None) if several else claim


def _is_of_several(stage: Stage, claim: Claim) -> bool:
    """Whether the words of the claim, or those right behind them, are of several treaties."""
    passage = stage.context.passage_at(claim.start)
    last = passage.end if passage is not None else claim.end
    for found in _several(stage.acts).finditer(stage.folded, claim.start, last):
        between = stage.folded[claim.end : max(claim.end, found.end())]
        if found.start() <= claim.end + 1 and len(between) <= _BEHIND:
            named = stage.context.treaties_in(found.end(), found.end() + _NAMED)
            return not named
    return False


_NAMED = 8  # characters of ", the " or " (the " before the names of the treaties


@grammar
def _several(acts: ActWords) -> re.Pattern[str]:
    whole, last = acts.any_of("several_treaties"), acts.any_of("several_at_the_end")
    ends = r"(?=[.,;:!?)\n]|$|\s\w{2,5}\s\d)"  # or " in 2017"
    return re.compile(rf"(?<!\w)(?:(?:{whole})(?!\w)|(?:{last or '(?!)'}){ends})")
