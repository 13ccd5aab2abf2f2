"""Votes of a parliament for a treaty itself, in a report on leaving it.

"The Senate gave its consent in October 1992, and the president ratified the same month"; "that
treaty, which the Senate approved in 1992".
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from treatywatch.reading.claim import Claim, ClaimType
from treatywatch.reading.syntax.scenes import Stage
from treatywatch.reading.vocabulary.grammar import grammar
from treatywatch.reading.vocabulary.words_acts import ActWords, CueKind

_VOTED = "approved_by_parliament"
_JOINED = frozenset({"ratified", "acceded"})
_NEXT = 12  # characters of ", and in 1992 " between the vote and the ratification
_COMMA = 2  # characters between a treaty and the clause about it


def as_votes_to_join(stage: Stage, told: Sequence[Claim]) -> Iterator[Claim]:
    """The claims, a vote that led to the ratification told next as one of joining."""
    ratified = [c for c in told if c.type is ClaimType.PARTICIPATION and c.stage in _JOINED]
    for claim in told:
        voted = claim.type is ClaimType.WITHDRAWAL and claim.stage == _VOTED
        voted = voted and not _names_an_exit(stage, claim)
        if voted and (
            _of_the_treaty(stage, claim)
            or _on_the_treaty(stage, claim)
            or any(_leads_to(claim, c) for c in ratified)
        ):
            yield replace(claim, type=ClaimType.PARTICIPATION, under_way=False)
        else:
            yield claim


def _names_an_exit(stage: Stage, vote: Claim) -> bool:
    """Whether it is said to be the exit that was voted on: "approved the withdrawal"."""
    scenes = stage.in_order.meeting(vote.start, vote.end)
    exits = (c for scene in scenes for c in scene.of(CueKind.EXIT, CueKind.EXIT_OBJECT))
    return any(vote.start <= cue.start < vote.end for cue in exits)


def _leads_to(vote: Claim, act: Claim) -> bool:
    same = vote.treaty == act.treaty and set(vote.participants) == set(act.participants)
    return same and not act.negated and 0 <= act.start - vote.end <= _NEXT


def _of_the_treaty(stage: Stage, vote: Claim) -> bool:
    """Whether the vote is told in a clause about the treaty, whose name or noun it follows."""
    opener = stage.folded[vote.start : vote.end].split()[:1]
    if not set(opener) & stage.acts.grammar["relative"]:
        return False
    near = stage.context.treaties_in(max(0, vote.start - _LONG), vote.start)
    return any(0 < vote.start - treaty.end <= _COMMA for treaty in near)


def _on_the_treaty(stage: Stage, vote: Claim) -> bool:
    """Whether the treaty is what was voted on: "parliament had approved the convention in 2011"."""
    verb = _votes_for(stage.acts)
    return any(
        verb.search(stage.folded, vote.start, treaty.start)
        for treaty in stage.context.treaties_in(vote.start, vote.end)
    )


@grammar
def _votes_for(acts: ActWords) -> re.Pattern[str]:
    """A verb of voting for a treaty, right before it; ``$`` is where the treaty begins."""
    return re.compile(rf"\b{acts.any_of('votes_for')}\s{acts.maybe('article')}$")


_LONG = 80  # characters of the longest names of treaties
