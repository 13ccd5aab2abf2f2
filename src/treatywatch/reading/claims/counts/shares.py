"""Claims of a share of the world's States: "more than half", "two thirds", "a majority"."""

import re
from collections.abc import Iterator
from dataclasses import replace

from treatywatch.reading.acts.of_treaty import treaty_nearby
from treatywatch.reading.acts.voice import negated
from treatywatch.reading.claim import Bound, Claim, ClaimType
from treatywatch.reading.claims.counts.counted import LEAVING, STATES
from treatywatch.reading.claims.span import claim_over, hull
from treatywatch.reading.naming.mentions import CueHit
from treatywatch.reading.syntax.scenes import Scene, Stage
from treatywatch.reading.vocabulary.grammar import grammar
from treatywatch.reading.vocabulary.spans import NumberMention
from treatywatch.reading.vocabulary.words_acts import ActWords, CueKind, Tense

PERCENT = "percent"
_HALF = 50.0
_WORLD = 30  # characters between a share and the States that it is a share of
_JOINED_BY = 40  # characters of "ratified by " between joining and a share of nothing named
_JOINED = (CueKind.RATIFY, CueKind.ACCEDE, CueKind.SIGN, CueKind.BELONG)


def shares(stage: Stage, scene: Scene) -> Iterator[Claim]:
    """ "More than half the world's countries" in, or bound by, the treaty."""
    if not (scene.numbers or scene.has(CueKind.HALF)):
        return
    if scene.has(*LEAVING, CueKind.PARLIAMENT):
        return
    fractions = [number for number in scene.numbers if number.percent and number.low >= 1]
    told = [c for c in scene.of(CueKind.HALF) if not any(_overlap(c, n) for n in fractions)]
    found: list[CueHit | NumberMention] = [*told, *fractions]
    for share in found:
        if _of_things(stage.acts).match(stage.folded, share.end):
            continue
        world = [c for c in scene.of(*STATES) if 0 <= c.start - share.end <= _WORLD]
        world += [c for c in scene.of(CueKind.WORLD) if c.start <= share.end <= c.end]
        joins = [j for j in scene.of(*_JOINED) if not negated(scene, j)]
        inside = bool(world) and any(t.start > world[0].end for t in scene.treaties)
        done = [j for j in joins if j.start > share.end or j.tense is Tense.PAST]
        done = [j for j in done if world or abs(share.start - j.end) <= _JOINED_BY]
        spoken_of = scene.treaties or (world and treaty_nearby(stage, scene))
        if inside or (done and spoken_of):
            yield _claim(stage, scene, share, [*world[:1], *joins[:1]])


def _overlap(cue: CueHit, number: NumberMention) -> bool:
    return cue.start < number.end and number.start < cue.end


def _claim(stage: Stage, scene: Scene, share: CueHit | NumberMention, parts: list[CueHit]) -> Claim:
    span = hull(stage, scene, share, *parts, *scene.treaties[-1:])
    joins = [part for part in parts if part.kind in _JOINED]
    treaty = scene.treaties[0].ids[0] if scene.treaties else stage.context.treaty_at(share.start)
    counted = _share_of(scene, joins[0]) if joins else "parties"
    return replace(
        claim_over(stage.text, span, ClaimType.COUNT, treaty, counted),
        value=share.low if isinstance(share, NumberMention) else _HALF,
        unit=PERCENT,
        bound=share.bound if isinstance(share, NumberMention) else Bound.MORE_THAN,
    )


def _share_of(scene: Scene, head: CueHit) -> str:
    """What a share of the world has done: signed, or joined, or either."""
    if head.kind is not CueKind.SIGN:
        return "parties_and_signatories" if scene.has(CueKind.SIGN) else "parties"
    joined = scene.has(CueKind.RATIFY, CueKind.ACCEDE)
    return "parties_and_signatories" if joined else "signatories"


@grammar
def _of_things(acts: ActWords) -> re.Pattern[str]:
    """A share of what is measured, and of no States: "55 percent of the world's emissions"."""
    words = rf"(?:[\w'’-]+\s){{0,{_BETWEEN}}}?"
    return re.compile(rf"\s?(?:%\s)?{words}(?:{acts.any_of('measured_shares')})(?!\w)")


_BETWEEN = 5  # words of "of the world's greenhouse gas "
