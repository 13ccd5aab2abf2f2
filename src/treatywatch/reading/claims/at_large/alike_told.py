"""What is told in a stretch that is like a claim of some type: of whom, of what, how many, when."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from treatywatch.reading.actors.subjects import (
    carried_on,
    owner_of_office,
    seat_of_office,
    speaks_for_one,
)
from treatywatch.reading.acts.stages import AS_BEFORE, BY_DATE, stage_of
from treatywatch.reading.claim import Claim, ClaimType, ReadBy, Voice
from treatywatch.reading.claims.participations.participation import told_by
from treatywatch.reading.claims.ruled import date_in
from treatywatch.reading.claims.span import trim
from treatywatch.reading.claims.views.quote import quote_over
from treatywatch.reading.claims.withdrawals.nobody import is_of_nobody
from treatywatch.reading.claims.withdrawals.told_before import acted_last
from treatywatch.reading.naming.mentions import CueHit
from treatywatch.reading.syntax.cast import Stand
from treatywatch.reading.syntax.scenes import Scene, Stage
from treatywatch.reading.vocabulary.words_acts import CueKind, Tense


def told_of(
    stage: Stage, kind: ClaimType, start: int, end: int, exit_stage: str | None = None
) -> Claim:
    """The claim of that type over the stretch, never sure; ``exit_stage`` is that of an exit."""
    claim = _MADE.get(kind, _plain)(stage, kind, start, end)
    told = _step(stage, claim) or exit_stage if exit_stage is not None else claim.stage
    return replace(claim, stage=told, read_by=ReadBy.LIKENESS, sure=False)


_LOOSE: Mapping[CueKind, frozenset[Tense]] = {  # forms that are words for other things too
    CueKind.SUSPEND: frozenset({Tense.BASE, Tense.OTHER}),
    CueKind.ENACT: frozenset({Tense.OTHER}),
    CueKind.NOTIFY: frozenset(),
    CueKind.CONSIDER: frozenset({Tense.BASE, Tense.OTHER}),
}


def _step(stage: Stage, claim: Claim) -> str | None:
    """The stage of an exit of which the stretch tells a step by its own word; else None."""
    for kind in _LOOSE:
        for scene in _scenes(stage, claim.start, claim.end):
            cues = (c for c in scene.of(kind) if c.tense not in _LOOSE[kind])
            head = next((c for c in cues if claim.start <= c.start < claim.end), None)
            if head is not None:
                told = stage_of(scene, head, scene.acting(), stage.context.words.language)
                return None if told in {AS_BEFORE, BY_DATE} else told
    return None


def _plain(stage: Stage, kind: ClaimType, start: int, end: int) -> Claim:
    context = stage.context
    start, end = trim(stage.text, start, end)
    return Claim(
        kind,
        stage.text[start:end],
        start,
        end,
        context.treaty_about(start, end),
        participants=context.participants_in(start, end),
        date=date_in(context, start, end),
    )


def _numbered(stage: Stage, kind: ClaimType, start: int, end: int) -> Claim:
    """With the first number that it tells, where that is the only one."""
    claim = _plain(stage, kind, start, end)
    numbers = [n for n in stage.context.numbers_in(claim.start, claim.end) if not n.ordinal]
    if len(numbers) != 1:
        return claim
    (number,) = numbers
    return replace(
        claim,
        value=number.low,
        value_high=number.high if number.high != number.low else None,
        bound=number.bound,
        of_total=number.of_total,
    )


def _planned(stage: Stage, kind: ClaimType, start: int, end: int) -> Claim:
    return replace(_plain(stage, kind, start, end), voice=Voice.INTENDS)


def _said(stage: Stage, kind: ClaimType, start: int, end: int) -> Claim:  # noqa: ARG001
    return quote_over(stage.context, start, end)


_DENIALS = (CueKind.NEGATION, CueKind.OUTSIDE)  # "those who stayed away include China"
_JOININGS = (CueKind.RATIFY, CueKind.SIGN, CueKind.ACCEDE)


def _joined(stage: Stage, kind: ClaimType, start: int, end: int) -> Claim:
    claim = _acted(stage, kind, start, end)
    head = _head(stage, start, end, _JOININGS)
    denials = (c for s in _scenes(stage, start, end) for c in s.of(*_DENIALS))
    out = any(start <= cue.start < (head.start if head is not None else end) for cue in denials)
    told = told_by(head.kind if head is not None else CueKind.BELONG, out=out)
    return replace(claim, stage=told, negated=out)


def _acted(stage: Stage, kind: ClaimType, start: int, end: int) -> Claim:
    claim = _plain(stage, kind, start, end)
    inside = stage.context.treaties_in(claim.start, claim.end)
    treaty = inside[0].ids[0] if inside else stage.context.treaty_at(claim.start)
    return replace(claim, treaty=treaty, participants=_actors(stage, claim))


def _actors(stage: Stage, claim: Claim) -> tuple[str, ...]:
    """Who acts in the stretch; else whom its pronoun means, who is named, or whose office acts."""
    scenes = _scenes(stage, claim.start, claim.end)
    parties = [p for s in scenes for p in s.parties if claim.start <= p.start < claim.end]
    acting = next((p.ids for p in parties if p.ids and p.stand is Stand.ACTS), ())
    if acting or not scenes:
        return acting or claim.participants
    if len(claim.participants) > 1 and any(p.vague and p.one for p in parties):
        return _member_told_last(stage, claim)
    head = CueHit(claim.start, claim.start, CueKind.PRONOUN, Tense.OTHER)
    if is_of_nobody(stage, scenes[0], claim.start, claim.end) or _of_none(stage, claim):
        return claim.participants
    carried = carried_on(stage, scenes[0], head)
    if carried and _opens_with_pronoun(stage, claim):
        return carried
    return claim.participants or carried or _of_office(stage, scenes[0], head)


def _member_told_last(stage: Stage, claim: Claim) -> tuple[str, ...]:
    """Which member of a group one of them is: "the Baltic state", after Lithuania was named."""
    before = stage.context.people_in(max(0, claim.start - _NAMED), claim.start)
    members = (p.ids for p in reversed(before) if len(p.ids) == 1)
    return next((ids for ids in members if ids[0] in claim.participants), ())


_NAMED = 600  # characters before "the Baltic state" in which it is named


def _of_none(stage: Stage, claim: Claim) -> bool:
    """Whether what acts is none at all: "no other European government"."""
    first = stage.folded[claim.start : claim.end].split()[:1]
    return not stage.acts.grammar["none"].isdisjoint(first)


def _opens_with_pronoun(stage: Stage, claim: Claim) -> bool:
    words = stage.acts.grammar["single"] | stage.acts.grammar["several"]
    return not words.isdisjoint(stage.folded[claim.start : claim.end].split()[:1])


def _of_office(stage: Stage, scene: Scene, head: CueHit) -> tuple[str, ...]:
    """Whose office acts that does not say so: "Parliament had consented in April"."""
    if not speaks_for_one(scene, head):
        return ()
    owned = owner_of_office(stage, scene, head) or seat_of_office(scene)
    chief = stage.protagonist
    return owned or acted_last(stage, scene, chief) or ((chief,) if chief else ())


def _head(stage: Stage, start: int, end: int, kinds: tuple[CueKind, ...]) -> CueHit | None:
    """The first cue of these kinds in the stretch."""
    cues = (cue for scene in _scenes(stage, start, end) for cue in scene.of(*kinds))
    return next((cue for cue in cues if start <= cue.start < end), None)


def _scenes(stage: Stage, start: int, end: int) -> tuple[Scene, ...]:
    return tuple(stage.in_order.meeting(start, end))


_MADE: Mapping[ClaimType, Callable[[Stage, ClaimType, int, int], Claim]] = {
    ClaimType.WITHDRAWAL: _acted,
    ClaimType.PARTICIPATION: _joined,
    ClaimType.COUNT: _numbered,
    ClaimType.INDICATOR: _numbered,
    ClaimType.PLAN: _planned,
    ClaimType.QUOTE: _said,
}
