"""Claims that somebody signed, ratified, joined, belongs to, breaks or stays outside a treaty."""

from collections.abc import Iterator
from dataclasses import dataclass

from treatywatch.reading.cast import Party, Stand
from treatywatch.reading.claim import Claim, ClaimType
from treatywatch.reading.claims.span import as_partial, hull, nearest_date
from treatywatch.reading.mentions import CueHit
from treatywatch.reading.objects import (
    object_after,
    object_before,
    refers_by_pronoun,
    stands_alone,
)
from treatywatch.reading.scenes import Scene, Stage
from treatywatch.reading.spans import Mention
from treatywatch.reading.subjects import (
    Subject,
    antecedent,
    beside_noun,
    carried_on,
    party_of,
    protagonist,
)
from treatywatch.reading.topics import Topic, topics
from treatywatch.reading.voice import hedged, negated, voice
from treatywatch.reading.words_acts import CueKind, Tense

_HEADS = (
    CueKind.SIGN,
    CueKind.RATIFY,
    CueKind.ACCEDE,
    CueKind.BELONG,
    CueKind.OUTSIDE,
    CueKind.HOLDOUT,
    CueKind.ATTRACT,
    CueKind.SIGNATORY,
    CueKind.SUBMIT_RATIFICATION,
    CueKind.VIOLATE,
    CueKind.APPROVE,
    CueKind.REJECT,
)
_LEAVING = (
    CueKind.EXIT,
    CueKind.TAKE_BACK,
    CueKind.RELEASED,
    CueKind.END_RATIFICATION,
    CueKind.SUSPEND,
)
_NEGATIVE = {
    CueKind.SIGN: "not_signed",
    CueKind.SIGNATORY: "not_signed",
    CueKind.RATIFY: "not_ratified",
    CueKind.ACCEDE: "never_party",
    CueKind.BELONG: "not_party",
    CueKind.OUTSIDE: "not_party",
    CueKind.HOLDOUT: "not_party",
    CueKind.ATTRACT: "never_party",
    CueKind.SUBMIT_RATIFICATION: "not_ratified",
    CueKind.VIOLATE: "compliance",
    CueKind.APPROVE: "not_ratified",
    CueKind.REJECT: "not_ratified",
}
_POSITIVE = {
    CueKind.SIGN: "signed",
    CueKind.SIGNATORY: "signed",
    CueKind.RATIFY: "ratified",
    CueKind.ACCEDE: "acceded",
    CueKind.BELONG: "party",
    CueKind.OUTSIDE: "not_party",
    CueKind.HOLDOUT: "not_party",
    CueKind.ATTRACT: "never_party",
    CueKind.SUBMIT_RATIFICATION: "submitted",
    CueKind.VIOLATE: "violation",
    CueKind.APPROVE: "approved_by_parliament",
    CueKind.REJECT: "not_ratified",
}
_ALWAYS_OUT = (CueKind.OUTSIDE, CueKind.HOLDOUT, CueKind.ATTRACT)
_NEAR_OBJECT = 90


@dataclass(frozen=True, slots=True)
class Joining:
    """One mention of joining, belonging or staying outside."""

    scene: Scene
    head: CueHit
    treaty: str | None
    object: Mention | None
    party: Party | None
    out: bool


def participation_claims(stage: Stage) -> list[Claim]:
    """The claims of type participation, in text order."""
    joinings = [*_joinings(stage)]
    claims = [claim for one in joinings if (claim := _claim(stage, one, joinings)) is not None]
    return [*claims, *_listed(stage, joinings)]


def _joinings(stage: Stage) -> Iterator[Joining]:
    about = topics(stage)
    for scene in stage.scenes:
        if scene.has(*_LEAVING) or (scene.has(CueKind.TAKE_OUT) and scene.has(CueKind.OUT_OF)):
            continue
        for head in _heads(stage, scene, about[scene.index]):
            found = object_after(scene, head, _NEAR_OBJECT) or object_before(scene, head)
            treaty = found.ids[0] if found else stage.context.treaty_at(head.start)
            out = negated(scene, head) or head.kind in _ALWAYS_OUT
            if head.kind is CueKind.VIOLATE and out:
                continue
            yield Joining(scene, head, treaty, found, _party(scene, head), out)


def _heads(stage: Stage, scene: Scene, about: Topic) -> list[CueHit]:
    """The heads of a clause: one for each party or date that it has of its own."""
    heads = [h for h in scene.of(*_HEADS) if _is_joining(stage, scene, h, about)]
    chosen: list[CueHit] = []
    for head in heads:
        if chosen and not _separate(scene, chosen[-1], head):
            if chosen[-1].tense is Tense.NOUN or head.kind in _ALWAYS_OUT:
                chosen[-1] = head
            continue
        chosen.append(head)
    return chosen


def _separate(scene: Scene, one: CueHit, other: CueHit) -> bool:
    between = [p for p in scene.parties if one.end <= p.start < other.start and p.ids]
    dated = any(one.end <= d.start < other.start for d in scene.dates)
    after = any(d.start >= other.end for d in scene.dates)
    return bool(between) or (dated and after and one.kind is not other.kind)


def _is_joining(stage: Stage, scene: Scene, head: CueHit, about: Topic) -> bool:
    if scene.has(CueKind.ENACT) and head.kind is CueKind.SIGN:
        return False
    if head.kind is CueKind.HOLDOUT:
        return any(p.ids for p in scene.parties)
    if head.kind is CueKind.ATTRACT:
        return True
    if head.kind is CueKind.REJECT:
        return scene.has(CueKind.PARLIAMENT) and object_after(scene, head, 25) is not None
    if head.kind is CueKind.APPROVE:
        return about is Topic.JOIN and object_after(scene, head, 25) is not None
    if head.tense is Tense.PAST and head.kind in {CueKind.SIGN, CueKind.RATIFY}:
        own = negated(scene, head) or any(p.ids for p in scene.parties)
        if _is_passive(stage, scene, head) and not own and not _agent_follows(scene, head):
            return False
    if object_after(scene, head, 40) or refers_by_pronoun(stage, scene, head):
        return True
    if head.kind in {CueKind.OUTSIDE, CueKind.VIOLATE}:
        return object_after(scene, head, _NEAR_OBJECT) is not None
    if head.kind is CueKind.SUBMIT_RATIFICATION:
        return True
    if head.kind is CueKind.BELONG:
        return about is Topic.JOIN and scene.acting() is not None
    if head.kind is CueKind.SIGNATORY:
        return negated(scene, head)
    if head.tense is Tense.NOUN:
        return object_before(scene, head) is not None or _agent_follows(scene, head)
    return _is_bare_joining(stage, scene, head, about)


def _is_bare_joining(stage: Stage, scene: Scene, head: CueHit, about: Topic) -> bool:
    """Whether the head is joining though no treaty follows it: passive, ranked, or on the topic."""
    if any(n.ordinal and head.start - 60 <= n.start < head.start for n in scene.numbers):
        return bool(scene.treaties) or about is Topic.JOIN
    if not stands_alone(stage, scene, head):
        return False
    before = object_before(scene, head)
    if before is not None and (negated(scene, head) or _agent_follows(scene, head)):
        return True
    if negated(scene, head) and about is Topic.JOIN:
        return True
    if head.kind not in {CueKind.SIGN, CueKind.RATIFY}:
        return False
    if negated(scene, head) and about is not Topic.NONE:
        return True
    if before is not None or _is_passive(stage, scene, head):
        return False
    return about is Topic.JOIN or head.kind is CueKind.RATIFY


def _is_passive(stage: Stage, scene: Scene, head: CueHit) -> bool:
    """Whether the treaty is what is signed: "signed in 1997, it ...", "was signed"."""
    words = stage.folded[scene.start : head.start].split()
    return not words or words[-1] in stage.acts.grammar["be"]


def _agent_follows(scene: Scene, head: CueHit) -> bool:
    return any(
        p.stand is Stand.AGENT and 0 <= p.start - head.end < 12 and p.ids for p in scene.parties
    )


def _party(scene: Scene, head: CueHit) -> Party | None:
    """Who joins; after the head for nouns, passives and lists turned round ("holdouts are China")."""
    if head.kind in {CueKind.ATTRACT, CueKind.HOLDOUT}:
        after = [p for p in scene.parties if p.ids and p.start >= head.end]
        if after and not any(p.ids for p in scene.parties if p.end <= head.start):
            return after[0]
    agents = [p for p in scene.parties if p.stand is Stand.AGENT and p.ids and p.start > head.end]
    if head.tense is Tense.NOUN and agents and agents[0].start - head.end < 30:
        return agents[0]
    return party_of(scene, head)


def _claim(stage: Stage, one: Joining, all_of_them: list[Joining]) -> Claim | None:
    subject = _subject(stage, one, all_of_them)
    counted = one.party is not None and _counted(one.scene, one.party)
    if subject is None or one.treaty is None or counted or not (subject.ids or one.out):
        return None
    if _is_a_plan(stage, one):
        return None
    date = nearest_date(one.scene, one.head)
    object_ = (
        one.object if one.object is None or abs(one.object.start - one.head.end) < 90 else None
    )
    start, end = hull(stage, one.scene, (subject.party, one.head, object_, date))
    return Claim(
        type=ClaimType.PARTICIPATION,
        quote=stage.text[start:end],
        start=start,
        end=end,
        treaty=one.treaty,
        participants=subject.ids,
        stage=_sub_kind(one),
        voice=voice(one.scene, one.head),
        negated=one.out,
        hedged=hedged(one.scene, one.head),
        date=as_partial(date),
        named_group=subject.group,
    )


def _is_a_plan(stage: Stage, one: Joining) -> bool:
    """Whether joining is only planned: a claim of type plan or quote says so."""
    if _quoted(stage, one.head) and one.head.tense is Tense.BASE and not one.out:
        return True
    before = [c for c in one.scene.cues if c.end <= one.head.start]
    planned = one.head.tense is Tense.BASE and any(c.kind is CueKind.INTEND for c in before)
    return planned and not one.out


def _counted(scene: Scene, party: Party) -> bool:
    """Whether the party is a number of States: then the claim is a count."""
    if party.ids:
        return False
    return any(
        0 <= party.start - n.end < 25 or n.start <= party.start < n.end for n in scene.numbers
    )


def _sub_kind(one: Joining) -> str:
    if one.out:
        return _NEGATIVE[one.head.kind]
    if one.head.kind is CueKind.BELONG and any(one.scene.dates):
        return "entry_into_force"
    if one.head.kind in {CueKind.SIGN, CueKind.RATIFY, CueKind.ACCEDE}:
        before = [c for c in one.scene.cues if c.end <= one.head.start]
        if any(c.kind in {CueKind.INTEND, CueKind.DECIDE} for c in before):
            return "accession_intended"
        if one.head.tense is Tense.BASE and any(c.kind is CueKind.URGING for c in before):
            return "not_signed"
    return _POSITIVE[one.head.kind]


def _subject(stage: Stage, one: Joining, all_of_them: list[Joining]) -> Subject | None:
    party = one.party or antecedent(stage, one.scene)
    shown = party if party is one.party else None
    if party is not None and party.ids:
        return Subject(party.ids, shown, party.group)
    if party is not None and party.vague and not party.one:
        if one.out and party is one.party:
            words = stage.text[party.start : party.end]
            return Subject(_named_alike(one, all_of_them), shown, words)
        return None
    if _quoted(stage, one.head):
        return None
    beside = beside_noun(stage, one.scene) if party is not None else None
    ids = beside or carried_on(stage, one.scene, one.head) or _for_office(stage, one)
    if not ids and one.head.kind is CueKind.ATTRACT:
        return Subject((), None)
    return Subject(ids, party, inherited=True) if ids else None


def _for_office(stage: Stage, one: Joining) -> tuple[str, ...]:
    """Whose parliament or president it is, where only the office is named."""
    offices = one.scene.of(CueKind.PARLIAMENT, CueKind.GOVERNMENT, CueKind.PRESIDENT)
    if not offices or one.head.kind not in {CueKind.APPROVE, CueKind.SUBMIT_RATIFICATION}:
        return ()
    chief = protagonist(stage.scenes)
    return (chief,) if chief else ()


def _quoted(stage: Stage, head: CueHit) -> bool:
    """Whether somebody says it of themselves in quotation marks: "we will never ratify"."""
    return any(s.direct and s.start <= head.start < s.end for s in stage.context.speech)


def _named_alike(one: Joining, all_of_them: list[Joining]) -> tuple[str, ...]:
    """Those whom the report names as staying outside, for "the major powers" without names."""
    named = (
        i
        for other in all_of_them
        if other.out and other.treaty == one.treaty and other.party is not None
        for i in other.party.ids
    )
    return tuple(dict.fromkeys(named))


def _listed(stage: Stage, joinings: list[Joining]) -> Iterator[Claim]:
    """ "These include China, India and Russia": a list that goes on from the sentence before."""
    for one in joinings:
        if one.scene.index + 1 >= len(stage.scenes) or (one.party and one.party.ids):
            continue
        following = stage.scenes[one.scene.index + 1]
        include = following.of(CueKind.INCLUDE)
        named = [p for p in following.parties if p.ids and include and p.start >= include[0].end]
        if not named or following.treaties or one.treaty is None:
            continue
        start, end = hull(stage, following, (include[0], named[-1]))
        yield Claim(
            type=ClaimType.PARTICIPATION,
            quote=stage.text[start:end],
            start=start,
            end=end,
            treaty=one.treaty,
            participants=tuple(dict.fromkeys(i for p in named for i in p.ids)),
            stage=_sub_kind(one),
            negated=one.out,
        )
