"""Claims of a number: of parties, signatories, ratifications, or of those who stay outside."""

from collections.abc import Iterator
from dataclasses import replace

from treatywatch.reading.claim import Bound, Claim, ClaimType
from treatywatch.reading.claims.span import as_partial, hull, nearest_date, trim
from treatywatch.reading.mentions import CueHit
from treatywatch.reading.scenes import Scene, Stage
from treatywatch.reading.spans import NumberMention
from treatywatch.reading.subjects import antecedent
from treatywatch.reading.voice import negated
from treatywatch.reading.words_acts import CueKind, Tense

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
_LEAVING = (CueKind.EXIT, CueKind.EXIT_OBJECT, CueKind.OUT_OF, CueKind.RELEASED)
_WITHIN = 40  # characters between a number and the States that it counts


def count_claims(stage: Stage) -> list[Claim]:
    """The claims of type count, in text order."""
    return [claim for scene in stage.scenes for claim in _counts(stage, scene)]


def _counts(stage: Stage, scene: Scene) -> Iterator[Claim]:
    for number in scene.numbers:
        head = _head(stage, scene, number) or _total(stage, scene, number)
        if head is not None:
            yield _claim(stage, scene, number, head)
    yield from _relative(stage, scene)
    yield from _shares(stage, scene)


def _total(stage: Stage, scene: Scene, number: NumberMention) -> CueHit | None:
    """ "The number of governments that have signed is 138": the number ends the clause."""
    if scene.index == 0 or not _equals(scene, number) or scene.dates:
        return None
    earlier = stage.scenes[scene.index - 1]
    joining = scene.of(CueKind.RATIFY, CueKind.ACCEDE, CueKind.SIGN, CueKind.BELONG)
    relative = scene.clause.opener in stage.acts.grammar["relative"]
    return joining[0] if joining and relative and earlier.has(CueKind.STATE_NOUN) else None


def _relative(stage: Stage, scene: Scene) -> Iterator[Claim]:
    """ "The 51 countries that had not signed it": the number stands before the relative clause."""
    party = antecedent(stage, scene)
    joining = scene.of(*_JOINING)
    if party is None or party.ids or not joining or scene.has(*_LEAVING):
        return
    earlier = stage.scenes[scene.index - 1]
    numbers = [n for n in earlier.numbers if 0 <= party.start - n.end <= 25 and n.high >= 2]
    if numbers and not numbers[-1].ordinal:
        whole = replace(scene, start=numbers[-1].start)
        yield _claim(stage, whole, numbers[-1], joining[0])


def _head(stage: Stage, scene: Scene, number: NumberMention) -> CueHit | None:
    """The word that says what the number counts, where it counts States towards a treaty."""
    if number.percent or number.high < 2:
        return None
    if any(0 <= number.start - c.end <= 3 for c in scene.of(CueKind.CONDITION)):
        return None
    lead = stage.folded[scene.start : number.start].strip()
    if lead in stage.acts.grammar["of_a_total"]:
        return None
    if number.ordinal:
        return _rank(scene, number)
    if scene.has(*_LEAVING) or (scene.has(CueKind.PARLIAMENT) and not scene.treaties):
        return None
    joining = scene.of(*_JOINING)
    share = scene.of(CueKind.COUNT_VERB) if scene.treaties else ()
    if not joining and not share:
        return None
    counted = [c for c in scene.cues if c.kind in (*_STATES, CueKind.PARTY_NOUN)]
    near = [c for c in counted if 0 <= c.start - number.end <= _WITHIN or _within(number, c)]
    near = [c for c in near if not _another_between(scene, number, c)]
    groups = [p for p in scene.parties if p.vague and 0 <= p.start - number.end <= 12]
    direct = [c for c in joining if 0 <= c.start - number.end <= 12]
    counted += scene.of(CueKind.COUNT_VERB)
    listed = [c for c in counted if 0 < number.start - c.end <= 60]
    passive = [c for c in joining if 0 < number.start - c.end <= 5 and c.tense is Tense.PAST]
    if passive and not near:
        return passive[-1]
    if near or groups or direct or (listed and _equals(scene, number)):
        parties = [c for c in near if c.kind in {CueKind.PARTY_NOUN, CueKind.SIGNATORY}]
        if parties and not scene.treaties and _weak(stage, parties[0]) and not _has(scene, number):
            return None
        return parties[0] if parties else _nearest(joining or share, number)
    return None


def _weak(stage: Stage, noun: CueHit) -> bool:
    return stage.folded[noun.start : noun.end] in stage.acts.grammar["weak_party"]


def _has(scene: Scene, number: NumberMention) -> bool:
    """Whether something is said to have them: "it has 188 members"."""
    return any(c.end <= number.start for c in scene.of(CueKind.PRONOUN, CueKind.STATE_NOUN))


def _another_between(scene: Scene, number: NumberMention, cue: CueHit) -> bool:
    return any(number.end <= other.start < cue.start for other in scene.numbers)


def _within(number: NumberMention, cue: CueHit) -> bool:
    return number.start <= cue.start < number.end


def _equals(scene: Scene, number: NumberMention) -> bool:
    """Whether the number closes its clause: "the number that have signed is 138"."""
    return scene.end - number.end <= 3


def _nearest(joining: tuple[CueHit, ...], number: NumberMention) -> CueHit:
    """The verb nearest to the number, or the noun where there is no verb."""

    def far(cue: CueHit) -> int:
        return max(cue.start - number.end, number.start - cue.end)

    verbs = [c for c in joining if c.kind is not CueKind.PARTY_NOUN]
    return min(verbs or joining, key=far)


def _rank(scene: Scene, number: NumberMention) -> CueHit | None:
    """ "The fifth country to leave": a rank among those who leave."""
    states = [c for c in scene.of(*_STATES) if 0 <= c.start - number.end <= 30]
    if not states:
        return None
    acting = scene.of(*_LEAVING, CueKind.SAME_AGAIN)
    return acting[0] if acting else None


def _shares(stage: Stage, scene: Scene) -> Iterator[Claim]:
    """ "More than half the world's countries" in, or bound by, the treaty."""
    for half in scene.of(CueKind.HALF):
        world = [c for c in scene.of(*_STATES) if 0 <= c.start - half.end <= 30]
        joins = scene.of(CueKind.RATIFY, CueKind.ACCEDE, CueKind.SIGN)
        inside = bool(world) and any(t.start > world[0].end for t in scene.treaties)
        done = [j for j in joins if j.start > half.end or j.tense is Tense.PAST]
        if (inside or (done and scene.treaties)) and not scene.has(*_LEAVING):
            start, end = hull(stage, scene, half, *world[:1], *joins[:1], *scene.treaties[-1:])
            yield Claim(
                type=ClaimType.COUNT,
                quote=stage.text[start:end],
                start=start,
                end=end,
                treaty=scene.treaties[0].ids[0],
                stage=_sub_kind(stage, scene, joins[0]) if joins else "parties",
                bound=Bound.MORE_THAN,
            )


def _claim(stage: Stage, scene: Scene, number: NumberMention, head: CueHit) -> Claim:
    treaty = scene.treaties[0].ids[0] if scene.treaties else None
    dated_else = scene.has(CueKind.EFFECT, CueKind.ADOPT, CueKind.EXTEND)
    date = None if dated_else else nearest_date(scene, head)
    start, end = _span(stage, scene, number, head)
    return Claim(
        type=ClaimType.COUNT,
        quote=stage.text[start:end],
        start=start,
        end=end,
        treaty=treaty or stage.context.treaty_at(head.start),
        stage=_sub_kind(stage, scene, head),
        date=as_partial(date),
        value=number.low,
        value_high=number.high if number.high != number.low else None,
        unit="states",
        bound=number.bound,
        of_total=number.of_total,
    )


def _span(stage: Stage, scene: Scene, number: NumberMention, head: CueHit) -> tuple[int, int]:
    """From the number or its subject to the treaty; up to the next number where there are two."""
    if number.ordinal:
        return trim(stage.text, number.start, scene.end)
    states = [c for c in scene.of(*_STATES) if 0 <= c.start - number.end <= _WITHIN]
    start, end = hull(stage, scene, number, head, *states[:1], *scene.treaties[-1:])
    following = [n.start for n in scene.numbers if n.start > max(number.end, head.end)]
    if _preceded(scene, number):
        start = number.start
    if following and following[0] < end:
        end = following[0]
    return trim(stage.text, start, end)


def _preceded(scene: Scene, number: NumberMention) -> bool:
    """Whether another number of States stands before it: "93 signatories and 70 parties"."""
    nouns = scene.of(CueKind.PARTY_NOUN, *_STATES)
    return any(
        n.end <= noun.start < number.start and noun.start - n.end <= _WITHIN
        for n in scene.numbers
        for noun in nouns
    )


def _party_noun(stage: Stage, head: CueHit) -> str:
    """What a noun for those who joined counts: signatories, ratifications or parties."""
    form = " ".join(stage.folded[head.start : head.end].split())
    kinds = {cue.kind for cue in stage.acts.cues.get(form, ())}
    if kinds & {CueKind.SIGNATORY, CueKind.SIGN}:
        return "signatories"
    return "ratifications" if CueKind.RATIFY in kinds else "parties"


def _sub_kind(stage: Stage, scene: Scene, head: CueHit) -> str | None:
    kinds = {cue.kind for cue in scene.cues}
    if head.kind in _LEAVING:
        return None
    if head.kind is CueKind.OUTSIDE or negated(scene, head):
        return "not_signed" if head.kind is CueKind.SIGN else "not_party"
    if head.kind is CueKind.PARTY_NOUN:
        return _party_noun(stage, head)
    if CueKind.SIGN in kinds and kinds & {CueKind.RATIFY, CueKind.ACCEDE}:
        return "parties_and_signatories"
    if head.kind in {CueKind.SIGN, CueKind.SIGNATORY}:
        return "signatories"
    return "ratifications" if head.kind is CueKind.RATIFY else "parties"
