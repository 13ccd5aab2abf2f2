"""Claims of a number: of parties, signatories, ratifications, or of those who stay outside."""

from collections.abc import Iterator

from treatywatch.reading.claim import Bound, Claim, ClaimType
from treatywatch.reading.claims.span import as_partial, hull, nearest_date
from treatywatch.reading.mentions import CueHit
from treatywatch.reading.scenes import Scene, Stage
from treatywatch.reading.spans import NumberMention
from treatywatch.reading.voice import negated
from treatywatch.reading.words_acts import CueKind

_STATES = (CueKind.STATE_NOUN, CueKind.STATE_NOUN_ONE, CueKind.WORLD)
_JOINING = (
    CueKind.RATIFY,
    CueKind.ACCEDE,
    CueKind.BELONG,
    CueKind.SIGN,
    CueKind.SIGNATORY,
    CueKind.PARTY_NOUN,
    CueKind.OUTSIDE,
)
_LEAVING = (CueKind.EXIT, CueKind.EXIT_OBJECT, CueKind.TAKE_OUT, CueKind.RELEASED)
_WITHIN = 40  # characters between a number and the States that it counts


def count_claims(stage: Stage) -> list[Claim]:
    """The claims of type count, in text order."""
    return [claim for scene in stage.scenes for claim in _counts(stage, scene)]


def _counts(stage: Stage, scene: Scene) -> Iterator[Claim]:
    for number in scene.numbers:
        head = _head(scene, number)
        if head is not None:
            yield _claim(stage, scene, number, head)
    yield from _shares(stage, scene)


def _head(scene: Scene, number: NumberMention) -> CueHit | None:
    """The word that says what the number counts, where it counts States towards a treaty."""
    if number.percent or number.high < 2:
        return None
    if number.ordinal:
        return _rank(scene, number)
    joining = scene.of(*_JOINING)
    if not joining or scene.has(*_LEAVING):
        return None
    counted = [c for c in scene.cues if c.kind in (*_STATES, CueKind.PARTY_NOUN)]
    near = [c for c in counted if 0 <= c.start - number.end <= _WITHIN or _within(number, c)]
    direct = [c for c in joining if 0 <= c.start - number.end <= 12]
    listed = [c for c in counted if 0 < number.start - c.end <= 60 and c.kind in _STATES]
    if near or direct or (listed and _equals(scene, number)):
        return _strongest(scene, joining, number)
    return None


def _within(number: NumberMention, cue: CueHit) -> bool:
    return number.start <= cue.start < number.end


def _equals(scene: Scene, number: NumberMention) -> bool:
    """Whether the number closes its clause: "the number that have signed is 138"."""
    return scene.end - number.end <= 3


def _strongest(scene: Scene, joining: tuple[CueHit, ...], number: NumberMention) -> CueHit:
    def far(cue: CueHit) -> int:
        return max(cue.start - number.end, number.start - cue.end)

    verbs = [c for c in joining if c.kind is not CueKind.PARTY_NOUN]
    return min(verbs or joining, key=far)


def _rank(scene: Scene, number: NumberMention) -> CueHit | None:
    """ "The fifth country to leave": a rank among States, joining or leaving."""
    states = [c for c in scene.of(*_STATES) if 0 <= c.start - number.end <= 30]
    if not states:
        return None
    acting = scene.of(*_LEAVING) or scene.of(CueKind.RATIFY, CueKind.ACCEDE, CueKind.SIGN)
    return acting[0] if acting else None


def _shares(stage: Stage, scene: Scene) -> Iterator[Claim]:
    """ "More than half the world's countries" in, or bound by, the treaty."""
    for half in scene.of(CueKind.HALF):
        world = [c for c in scene.of(*_STATES) if 0 <= c.start - half.end <= 30]
        if world and scene.treaties and not scene.has(*_LEAVING):
            parts = (half, world[0], *scene.treaties[-1:])
            start, end = hull(stage, scene, parts)
            yield Claim(
                type=ClaimType.COUNT,
                quote=stage.text[start:end],
                start=start,
                end=end,
                treaty=scene.treaties[0].ids[0],
                stage="parties",
                bound=Bound.MORE_THAN,
            )


def _claim(stage: Stage, scene: Scene, number: NumberMention, head: CueHit) -> Claim:
    treaty = scene.treaties[0].ids[0] if scene.treaties else None
    date = nearest_date(scene, head)
    states = [c for c in scene.of(*_STATES) if 0 <= c.start - number.end <= _WITHIN]
    start, end = hull(stage, scene, (number, head, date, *states[:1], *scene.treaties[-1:]))
    return Claim(
        type=ClaimType.COUNT,
        quote=stage.text[start:end],
        start=start,
        end=end,
        treaty=treaty or stage.context.treaty_at(head.start),
        stage=_sub_kind(scene, head),
        date=as_partial(date),
        value=number.low,
        value_high=number.high if number.high != number.low else None,
        unit="states",
        bound=number.bound,
        of_total=number.of_total,
    )


def _sub_kind(scene: Scene, head: CueHit) -> str | None:
    kinds = {cue.kind for cue in scene.cues}
    if head.kind in _LEAVING:
        return None
    if head.kind is CueKind.OUTSIDE or negated(scene, head):
        return "not_signed" if head.kind is CueKind.SIGN else "not_party"
    if CueKind.SIGN in kinds and kinds & {CueKind.RATIFY, CueKind.ACCEDE}:
        return "parties_and_signatories"
    if head.kind in {CueKind.SIGN, CueKind.SIGNATORY}:
        return "signatories"
    return "parties"
