"""What is told in a stretch that is like a claim of some type: of whom, of what, how many, when."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from treatywatch.reading.cast import Stand
from treatywatch.reading.claim import Claim, ClaimType, ReadBy, Voice
from treatywatch.reading.claims.quote import quote_over
from treatywatch.reading.claims.ruled import date_in
from treatywatch.reading.claims.span import trim
from treatywatch.reading.mentions import CueHit
from treatywatch.reading.scenes import Scene, Stage
from treatywatch.reading.subjects import carried_on
from treatywatch.reading.words_acts import CueKind, Tense


def told_of(
    stage: Stage, kind: ClaimType, start: int, end: int, exit_stage: str | None = None
) -> Claim:
    """The claim of that type over the stretch, never sure; ``exit_stage`` is that of an exit."""
    claim = _MADE.get(kind, _plain)(stage, kind, start, end)
    return replace(claim, stage=exit_stage or claim.stage, read_by=ReadBy.LIKENESS, sure=False)


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


_JOININGS = {
    CueKind.RATIFY: "ratified",
    CueKind.SIGN: "signed",
    CueKind.ACCEDE: "acceded",
}


def _joined(stage: Stage, kind: ClaimType, start: int, end: int) -> Claim:
    claim = _acted(stage, kind, start, end)
    head = _head(stage, start, end, tuple(_JOININGS))
    return replace(claim, stage=_JOININGS[head.kind] if head is not None else "party")


def _acted(stage: Stage, kind: ClaimType, start: int, end: int) -> Claim:
    claim = _plain(stage, kind, start, end)
    inside = stage.context.treaties_in(claim.start, claim.end)
    treaty = inside[0].ids[0] if inside else stage.context.treaty_at(claim.start)
    return replace(claim, treaty=treaty, participants=_actors(stage, claim))


def _actors(stage: Stage, claim: Claim) -> tuple[str, ...]:
    """Who acts in the stretch; else who is named there; else who acted before."""
    scenes = _scenes(stage, claim.start, claim.end)
    parties = [p for s in scenes for p in s.parties if claim.start <= p.start < claim.end]
    acting = next((p.ids for p in parties if p.ids and p.stand is Stand.ACTS), ())
    if acting or claim.participants:
        return acting or claim.participants
    if not scenes:
        return ()
    head = CueHit(claim.start, claim.start, CueKind.PRONOUN, Tense.OTHER)
    return carried_on(stage, scenes[0], head)


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
