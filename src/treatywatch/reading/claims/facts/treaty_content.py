"""What a treaty says: what it forbids, limits and governs, what it is called."""

from collections.abc import Iterator
from dataclasses import replace

from treatywatch.law.calendar import PartialDate
from treatywatch.reading.acts.objects import object_after
from treatywatch.reading.acts.of_treaty import any_party, of_the_treaty, treaty_nearby
from treatywatch.reading.claim import Claim, ClaimType
from treatywatch.reading.claims.facts.fact import fact
from treatywatch.reading.claims.facts.further_duties import before_joint, end_of_duty, further_duty
from treatywatch.reading.claims.facts.treaty_dates import EXITS
from treatywatch.reading.claims.span import Stretch, as_partial, claim_over
from treatywatch.reading.naming.mentions import CueHit
from treatywatch.reading.syntax.cast import Stand
from treatywatch.reading.syntax.scenes import Scene, Stage
from treatywatch.reading.vocabulary.spans import NumberMention, PassageKind
from treatywatch.reading.vocabulary.words_acts import CueKind, Tense

_PLAINLY = 4  # acts forbidden together that can only be a treaty's
SPELT_OUT = 2  # acts forbidden from which the report has said it fully
_TO = 4


def prohibitions(stage: Stage, scene: Scene, *, spelt_out: bool = True) -> Iterator[Claim]:
    """What the treaty forbids: "banning the use and production of anti-personnel mines".

    Without acts ("which bans landmines") only as a statement of its own, or where the report spells
    them out nowhere.
    """
    for head in scene.of(CueKind.BAN_VERB):
        rule = _rule_for_all(stage, scene, head)
        if not rule and not _forbids(stage, scene, head):
            continue
        if _bars_leaving(scene, head):
            if spelt_out:
                yield _no_way_out_yet(stage, scene, head)
            return
        done = [c for c in scene.of(CueKind.BAN_ACT) if c.start != head.start]
        near = [c for c in done if -80 <= c.start - head.end <= 150]
        stated = rule or _states(stage, scene, head)
        if bool(near or stated) is not spelt_out:
            continue
        first = min(head.start, near[0].start) if near else head.start
        if head.tense is Tense.PAST:
            first = scene.start
        by = head.tense is Tense.PAST and object_after(scene, head, 12) is not None
        if not near and not stated and head.tense is not Tense.PRESENT and not by:
            continue
        duty = None if scene.durations else further_duty(stage, scene, head)
        end = before_joint(stage, duty) if duty else scene.end
        claim = fact(stage, scene, "prohibits", head, Stretch(first, end))
        yield replace(claim, value=max(len(near), SPELT_OUT if stated else 0))
        if duty is not None:
            span = (duty.start, end_of_duty(stage, scene, duty))
            yield claim_over(stage.text, span, ClaimType.TREATY_FACT, claim.treaty, "content")
        return


def _bars_leaving(scene: Scene, head: CueHit) -> bool:
    """Whether it is leaving that may not be: "bars notice for three years", "forbids an exit".

    Those who may not may stand between: "interdit aux parties de le dénoncer".
    """
    barred = scene.of(*EXITS, CueKind.NOTICE, CueKind.EXIT_NOTICE)
    whom = [
        c.start
        for c in scene.of(CueKind.PARTY_NOUN, CueKind.STATE_NOUN, CueKind.STATE_NOUN_ONE)
        if 0 <= c.start - head.end <= _OBJECT
    ]
    reach = _OBJECT + _WHOM if whom else _OBJECT
    return any(0 <= c.start - head.end <= reach for c in barred)


def _no_way_out_yet(stage: Stage, scene: Scene, head: CueHit) -> Claim:
    """The rule that nobody may leave, or not for so long."""
    lasts = next(iter(scene.durations), None)
    kind = "withdrawal_rule" if lasts is None else "notice_period"
    return fact(stage, scene, kind, head, Stretch(head.start, scene.end), amount=lasts)


_WHOM = 24  # more of them where those who may not are named, "aux Etats membres de la"
_OBJECT = 16  # characters between a ban and what it bans, "a formal" or "any such"


def _states(stage: Stage, scene: Scene, head: CueHit) -> bool:
    """Whether it is a sentence of its own that says what the treaty forbids."""
    relative = scene.clause.opener in stage.acts.grammar["relative"]
    prose = scene.clause.passage.kind is not PassageKind.HEADLINE
    finite = head.tense in {Tense.PRESENT, Tense.PAST}
    return finite and prose and not relative and of_the_treaty(stage, scene, head.start)


def _rule_for_all(stage: Stage, scene: Scene, head: CueHit) -> bool:
    """Whether it is said of every party: "members may not authorise exports"."""
    at = any_party(stage, scene)
    return (
        at is not None
        and at < head.start
        and head.tense is Tense.PAST
        and not scene.has(*EXITS, CueKind.GO_OUT)
        and treaty_nearby(stage, scene)
    )


def _forbids(stage: Stage, scene: Scene, head: CueHit) -> bool:
    """Whether it is the treaty that forbids."""
    before = stage.folded[max(scene.start, head.start - _TO) : head.start]
    if head.tense is Tense.BASE and before.split()[-1:] != ["to"]:
        return False
    under = scene.clause.opener in stage.acts.grammar["under_which"]
    if len(scene.of(CueKind.BAN_ACT)) >= _PLAINLY:
        return True
    if scene.treaties or under or of_the_treaty(stage, scene, head.start):
        return True
    first = stage.folded[scene.start : head.start].split()
    it = bool(first) and first[0] in stage.acts.grammar["object_pronoun"]
    return it and scene.has(CueKind.BAN_ACT) and treaty_nearby(stage, scene)


def limits(stage: Stage, scene: Scene) -> Iterator[Claim]:
    """ "1,550 strategic nuclear warheads deployed": a number that the treaty sets."""
    if not scene.has(CueKind.LIMIT_VERB, CueKind.BAN_VERB):
        return
    for noun in scene.of(CueKind.LIMIT_NOUN):
        number = _set_at(stage, scene, noun) or _before_it(stage, scene, noun)
        if number and (scene.treaties or of_the_treaty(stage, scene, number.start)):
            treaty = stage.context.treaty_at(noun.start)
            span = (min(number.start, noun.start), max(number.end, noun.end))
            claim = claim_over(stage.text, span, ClaimType.TREATY_FACT, treaty, "limit")
            unit = stage.folded[noun.start : noun.end]
            yield replace(claim, value=number.low, unit=unit)


def _before_it(stage: Stage, scene: Scene, noun: CueHit) -> NumberMention | None:
    """The number right before a noun: "1,550 deployed warheads"."""
    near = [n for n in scene.numbers if 0 <= noun.start - n.end <= _NUMBER]
    fits = (n for n in near if not _counts_others(scene, n.end, noun.start))
    own = [n for n in fits if not _is_set_at(stage, scene, n)]
    return own[-1] if own else None


def _set_at(stage: Stage, scene: Scene, noun: CueHit) -> NumberMention | None:
    """The number at which a noun is set: "caps deployed warheads at 1,550 and bombers at 700"."""
    behind = [n for n in scene.numbers if 0 < n.start - noun.end <= _NUMBER]
    nouns = [c.start for c in scene.of(CueKind.LIMIT_NOUN) if c.start > noun.start]
    first = behind[0] if behind else None
    own = first is not None and not any(start < first.start for start in nouns)
    return first if first is not None and own and _is_set_at(stage, scene, first) else None


def _is_set_at(stage: Stage, scene: Scene, number: NumberMention) -> bool:
    """Whether "at" stands before the number, and a noun that it limits before that."""
    before = stage.folded[max(scene.start, number.start - _AT) : number.start].split()[-1:]
    nouns = any(c.end <= number.start for c in scene.of(CueKind.LIMIT_NOUN))
    return nouns and bool(set(before) & stage.acts.grammar["set_at"])


_NUMBER = 30  # characters between a number and what it limits
_AT = 6  # characters of " at " before a number


def _counts_others(scene: Scene, start: int, end: int) -> bool:
    """Whether the number is of something before its verb: "signed by 22 states, limits tanks"."""
    between = scene.of(CueKind.STATE_NOUN, CueKind.PARTY_NOUN, CueKind.LIMIT_VERB)
    return any(start <= c.start < end for c in between)


SAYS = {
    CueKind.KNOWN_AS: "name",
    CueKind.FIRST_EVER: "first_ever",
    CueKind.CONTENT_VERB: "content",
}


def sayings(stage: Stage, scene: Scene) -> Iterator[Claim]:
    """What else reports say of a treaty: its full name, that it was the first, what it governs."""
    for kind, name in SAYS.items():
        heads = scene.of(kind)
        if kind is CueKind.CONTENT_VERB:
            heads = () if _is_deadline(scene) else heads or _obliging(scene)
        if not heads or not _of_it(stage, scene, heads[0]):
            continue
        if kind is CueKind.CONTENT_VERB:
            if _says_something_else(scene, heads[0]):
                continue
            end = _up_to_a_ban(scene, heads[0])
            told = Stretch(_start_of(stage, scene, heads[0]), end)
            claim = fact(stage, scene, name, heads[0], told)
            yield replace(claim, date=_date_in(scene, claim))
        else:
            yield fact(stage, scene, name, heads[0], Stretch(heads[0].start, scene.end))


def _start_of(stage: Stage, scene: Scene, head: CueHit) -> int:
    """Where what the treaty says begins: behind what only tells its days.

    "Opened in 1987, | the convention lets", and "the treaty, in force since 1970, | recognises".
    """
    comma = stage.folded.rfind(", ", scene.start, head.start)
    dated = any(scene.start <= one.start and one.end <= comma for one in scene.dates)
    return comma + len(", ") if dated else scene.start


def _date_in(scene: Scene, claim: Claim) -> PartialDate | None:
    """The date in what the treaty is said to lay down, where it is one: "expires in 2026"."""
    inside = [one for one in scene.dates if claim.start <= one.start and one.end <= claim.end]
    return as_partial(inside[0]) if len(inside) == 1 else None


def _is_deadline(scene: Scene) -> bool:
    """Whether it says by when something is to be destroyed, which is told as a deadline."""
    return scene.has(CueKind.DESTROY) and scene.has(CueKind.OBLIGE) and bool(scene.durations)


def _obliging(scene: Scene) -> tuple[CueHit, ...]:
    """The words for what a treaty obliges to."""
    return tuple(c for c in scene.of(CueKind.OBLIGE) if c.tense in {Tense.PRESENT, Tense.PAST})


def _of_it(stage: Stage, scene: Scene, head: CueHit) -> bool:
    if head.kind not in {CueKind.CONTENT_VERB, CueKind.OBLIGE}:
        return bool(scene.treaties) or of_the_treaty(stage, scene, head.start)
    return of_the_treaty(stage, scene, head.start)


def _says_something_else(scene: Scene, head: CueHit) -> bool:
    """Whether the clause is about leaving, forbidding or joining, or somebody else does it."""
    other = scene.of(*EXITS, CueKind.GO_OUT, CueKind.LIMIT_VERB, CueKind.RATIFY, CueKind.SIGN)
    acting = any(p.ids and p.stand is Stand.ACTS and p.end <= head.start for p in scene.parties)
    bans = any(c.start <= head.start for c in scene.of(CueKind.BAN_VERB))
    return acting or bans or any(c.start != head.start for c in other)


def _up_to_a_ban(scene: Scene, head: CueHit) -> int:
    """Where what the treaty says ends: before what it forbids, which is another claim."""
    bans = [c.start for c in scene.of(CueKind.BAN_VERB) if c.start > head.end]
    return bans[0] if bans else scene.end
