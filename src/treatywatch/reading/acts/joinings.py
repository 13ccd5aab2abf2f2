"""Where a report speaks of joining a treaty, belonging to it, breaking it or staying outside."""

from collections.abc import Iterator
from dataclasses import replace

from treatywatch.reading.actors.subjects import party_of
from treatywatch.reading.acts.bare_joinings import (
    agent_follows,
    by_persons,
    has_subject,
    is_passive,
    joins_bare,
    of_another_body,
    timed,
)
from treatywatch.reading.acts.bindings import after_for, bound, for_those_told, for_whom, is_binding
from treatywatch.reading.acts.echoes import Turn, as_told, echo_in
from treatywatch.reading.acts.negations import opens_with_none
from treatywatch.reading.acts.objects import (
    object_before,
    object_meant,
    object_of,
    refers_by_pronoun,
    stands_alone,
    takes_effect_for_it,
)
from treatywatch.reading.acts.only_named import is_asked
from treatywatch.reading.acts.papers import as_signed, named_after, signs_a_paper
from treatywatch.reading.acts.standings import handed_papers, is_said_to_be, ranked
from treatywatch.reading.acts.suppositions import Supposed, supposed
from treatywatch.reading.acts.topics import Topic, topics
from treatywatch.reading.acts.voice import negated
from treatywatch.reading.naming.mentions import CueHit
from treatywatch.reading.syntax.cast import Party, Stand
from treatywatch.reading.syntax.leaving_out import ends_in_all_but
from treatywatch.reading.syntax.scenes import Scene, Stage
from treatywatch.reading.vocabulary.spans import Mention
from treatywatch.reading.vocabulary.words_acts import CueKind, Tense
from treatywatch.values import frozen

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
    CueKind.EFFECT,
)
_OF_JOINING = frozenset(
    {
        *_HEADS,
        CueKind.ECHO,
        CueKind.ECHO_NOT,
        CueKind.AMONG_THEM,
        CueKind.FOLLOW,
        CueKind.SAME_AGAIN,
        CueKind.NEGATION,
        CueKind.HAND_IN,
        CueKind.NOTIFY,
        CueKind.PAPER,
        CueKind.BIND,
        CueKind.STATE_NOUN_ONE,
    }
)
_LEAVING = (
    CueKind.EXIT,
    CueKind.TAKE_BACK,
    CueKind.RELEASED,
    CueKind.END_RATIFICATION,
    CueKind.SUSPEND,
)
_AFTER_SIGNING = (CueKind.RATIFY, CueKind.BELONG)  # what may not follow: "but is not a party"
_ALWAYS_OUT = (CueKind.OUTSIDE, CueKind.HOLDOUT, CueKind.ATTRACT)
_NEAR_OBJECT = 90  # characters between a verb and the treaty that it is about


@frozen
class Joining:
    """One mention of joining, belonging or staying outside."""

    scene: Scene
    head: CueHit
    treaty: str | None
    object: Mention | None
    party: Party | None
    out: bool


def joinings(stage: Stage) -> list[Joining]:
    """Every mention of joining, belonging or staying outside, in text order."""
    about = topics(stage)
    found: list[Joining] = []
    for scene in stage.scenes:
        if scene.kinds.isdisjoint(_OF_JOINING) and not _may_take_up(scene, found):
            continue
        if scene.has(*_LEAVING) or (scene.has(CueKind.TAKE_OUT) and scene.has(CueKind.OUT_OF)):
            continue
        if is_asked(stage, scene):
            continue
        found += _told(stage, scene, about[scene.index])
        if found:
            _take_up(stage, scene, found, about[scene.index])
    return found


def _may_take_up(scene: Scene, found: list[Joining]) -> bool:
    """Whether somebody named may do, without a verb, what was told just before."""
    lately = bool(found) and scene.index - found[-1].scene.index <= _SINCE_TOLD
    return lately and any(p.ids for p in scene.parties)


def _told(stage: Stage, scene: Scene, about: Topic) -> Iterator[Joining]:
    for head in _heads(stage, scene, about):
        signed = as_signed(stage, scene, head)
        found = object_meant(stage, scene, head, _NEAR_OBJECT)
        if signed.kind is CueKind.ENACT:
            found = named_after(scene, head) or found
        treaty = found.ids[0] if found else stage.context.treaty_at(head.start)
        if found is not None and _of_an_exit(scene, head, found):
            continue
        denied = negated(scene, head) and not _only_later(stage, scene, head)
        denied = denied or opens_with_none(stage, scene)
        out = denied or head.kind in _ALWAYS_OUT or _declined(stage, scene, head)
        if head.kind is CueKind.VIOLATE and out:
            continue
        if negated_before(stage, scene):
            continue  # "neither signed nor ratified" has been said
        awaited = supposed(stage, scene, head)
        if awaited is Supposed.ONLY:
            continue
        # a law on ratification that is signed is no ratification still to come
        out = denied if signed.kind is CueKind.ENACT else out or awaited is Supposed.AWAITED
        party = _party(stage, scene, head)
        out = out is not (party is not None and _is_left_out(stage, scene, party))
        yield Joining(scene, signed, treaty, found, party, out)


def _is_left_out(stage: Stage, scene: Scene, party: Party) -> bool:
    """Whether it is said of all others: "all but Israel have ratified it"."""
    before = stage.folded[scene.clause.passage.start : party.start].split()
    while before and before[-1] in stage.acts.grammar["article"]:
        before.pop()
    return ends_in_all_but(stage.acts).search(" ".join(before)) is not None


def _only_later(stage: Stage, scene: Scene, head: CueHit) -> bool:
    """Whether "not" only tells how late it was done: "did not join until 2012"."""
    later = stage.acts.grammar["not_until"]
    dates = [d for d in scene.dates if 0 < d.start - head.end <= _UNTIL]
    gap = stage.folded[head.end : dates[0].start].replace("'", "' ") if dates else ""
    return bool(set(gap.split()) & later)


_UNTIL = 40  # characters between a verb and the day until which it was not done


def _declined(stage: Stage, scene: Scene, head: CueHit) -> bool:
    """Whether it was decided against: "decided against signing"."""
    before = stage.folded[scene.start : head.start].split()[-1:]
    return bool(set(before) & stage.acts.grammar["voted_down"])


_FEW = 3  # joinings back among which the one taken up is
_SINCE_TOLD = 2  # clauses within which an act told is taken up again


def _take_up(stage: Stage, scene: Scene, found: list[Joining], about: Topic) -> None:
    """Add what the clause says of the act told last: "and so does France", "Russia has not"."""
    echo = echo_in(stage, scene)
    if echo is None:
        return
    cue, party, turn = echo
    if turn is not Turn.SAME and scene.clause.opener in stage.acts.grammar["conditional"]:
        return  # "unless Washington does"
    if about is Topic.EXIT and cue.kind in {CueKind.FOLLOW, CueKind.SAME_AGAIN}:
        return
    if any(c.end <= cue.start for c in scene.of(CueKind.EXIT, CueKind.EXIT_OBJECT)):
        return
    told = [one for one in found[-_FEW:] if one.head.end <= cue.start]
    told = [one for one in told if not _tells_which(stage, one.scene)]
    if not told or scene.index - told[-1].scene.index > _SINCE_TOLD:
        return
    last = told[-1]
    counted = last.party is None or not last.party.ids
    after = cue.start >= last.head.end
    again = party.start > cue.start and cue.tense is Tense.OTHER  # "and so has Russia"
    again = again and any(p.ids and p.start > party.end for p in scene.parties)
    if last.scene is not scene or (after and (turn is not Turn.SAME or counted or again)):
        out = last.out or turn is Turn.NOT_DONE or negated(scene, cue)
        out = out and turn is not Turn.DONE
        found.append(Joining(scene, as_told(last.head, cue), last.treaty, None, party, out))
    elif last.party is not None and after and last is found[-1]:
        ids = tuple(dict.fromkeys((*last.party.ids, *party.ids)))
        found[-1] = replace(last, party=replace(last.party, ids=ids, end=party.end))


def _tells_which(stage: Stage, scene: Scene) -> bool:
    """Whether a relative clause without a comma only tells which ones: "of the ten that signed"."""
    relative = scene.clause.opener in stage.acts.grammar["relative"]
    return relative and stage.folded[max(0, scene.start - 2) : scene.start].strip() != ","


def negated_before(stage: Stage, scene: Scene) -> bool:
    """Whether the clause only goes on from a denial: "nor ratified"."""
    if scene.index == 0 or scene.start == scene.clause.passage.start or scene.acting():
        return False
    joint = stage.folded[stage.scenes[scene.index - 1].end : scene.start].split()
    return bool(set(joint) & stage.acts.grammar["nor"])


def _of_an_exit(scene: Scene, head: CueHit, treaty: Mention) -> bool:
    """Whether it is an exit that is ratified: "must ratify Kyiv's exit from the treaty"."""
    exits = scene.of(CueKind.EXIT, CueKind.EXIT_OBJECT)
    return any(head.end <= c.start < treaty.start for c in exits)


def _heads(stage: Stage, scene: Scene, about: Topic) -> list[CueHit]:
    """The heads of a clause: one for each party or date that it has of its own."""
    heads = [h for h in scene.of(*_HEADS) if _is_joining(stage, scene, h, about)]
    chosen: list[CueHit] = []
    for head in heads:
        if chosen and not _separate(scene, chosen[-1], head):
            denied = any(c.end <= chosen[-1].start for c in scene.of(CueKind.NEGATION))
            short_of = head.kind in _AFTER_SIGNING and negated(scene, head) and not denied
            refused = chosen[-1].kind is CueKind.OUTSIDE and head.kind in _CONSENTS
            refused = refused and head.start - chosen[-1].end <= _TO  # "has refused to sign it"
            if chosen[-1].tense is Tense.NOUN or head.kind in _ALWAYS_OUT or short_of or refused:
                chosen[-1] = head
            continue
        chosen.append(head)
    if any(head.kind is not CueKind.BELONG for head in chosen):
        return chosen
    instead = ranked(stage, scene)
    if instead is None and not chosen:
        instead = bound(stage, scene) or handed_papers(stage, scene, about)
    return [instead] if instead else chosen


def _separate(scene: Scene, one: CueHit, other: CueHit) -> bool:
    between = [p for p in scene.parties if one.end <= p.start < other.start and p.ids]
    dated = any(one.end <= d.start < other.start for d in scene.dates)
    after = any(d.start >= other.end for d in scene.dates)
    again = scene.of(CueKind.PRONOUN)
    if any(one.end <= c.start and 0 < other.start - c.end <= _ITS_VERB for c in again):
        return True  # "ratified in 2012, fifteen years after it had signed"
    return bool(between) or (dated and after and one.kind is not other.kind)


def _is_joining(stage: Stage, scene: Scene, head: CueHit, about: Topic) -> bool:
    """Whether the head is an act towards a treaty, or a standing in one."""
    special = _by_kind(stage, scene, head, about)
    if special is not None:
        return special
    if head.tense is Tense.PAST and head.kind in _CONSENTS and _says_only_when(stage, scene, head):
        return False
    if _is_only_described(scene, head) or _by_other_people(scene, head):
        return False
    if _is_when_an_exit_came(scene, head):
        return False
    if object_of(scene, head, 40) or refers_by_pronoun(stage, scene, head):
        return True
    if head.kind in {CueKind.OUTSIDE, CueKind.VIOLATE}:
        alone = head.kind is CueKind.OUTSIDE and stands_alone(stage, scene, head)
        named = any(p.ids and p.end <= head.start for p in scene.parties)
        named = named or has_subject(stage, scene, head) or _after_signing(stage, scene, head)
        listed = any(p.ids and 0 <= p.start - head.end <= _LISTED for p in scene.parties)
        return object_of(scene, head, _NEAR_OBJECT) is not None or (alone and named) or listed
    if head.kind is CueKind.BELONG:
        alone = stands_alone(stage, scene, head) or timed(stage, scene, head)
        told = alone and not of_another_body(stage, head)
        after = any(p.ids and 0 < p.start - head.end <= _LISTED for p in scene.parties)
        turned = after and _turned_round(stage, head)
        subject = _subject_before(scene, head) or _after_signing(stage, scene, head)
        subject = subject or _after_joining(stage, scene, head)
        return turned or ((about is Topic.JOIN or told) and subject)
    if head.kind is CueKind.SIGNATORY:
        return negated(scene, head) or is_said_to_be(stage, scene, head)
    if head.tense is Tense.NOUN and _handed_in(scene, head):
        return True
    if head.tense is Tense.NOUN and _owned(stage, scene, head):
        return about is not Topic.EXIT or object_of(scene, head, 40) is not None
    if head.tense is Tense.NOUN:
        return object_before(scene, head) is not None or agent_follows(scene, head)
    return joins_bare(stage, scene, head, about)


def _is_when_an_exit_came(scene: Scene, head: CueHit) -> bool:
    """Whether it only dates an exit told by a noun: "Moscow's exit came in December"."""
    dated = any(0 < d.start - head.end <= _TO for d in scene.dates)
    exits = scene.of(CueKind.EXIT, CueKind.EXIT_OBJECT)
    gone = any(c.tense in _NOUNS and c.end <= head.start for c in exits)
    return head.kind is CueKind.ACCEDE and dated and gone


_NOUNS = frozenset({Tense.NOUN, Tense.OTHER, Tense.BASE})


def _by_other_people(scene: Scene, head: CueHit) -> bool:
    """Whether a union or the like acts, and no State: "miners ratified their agreement"."""
    people = any(c.end <= head.start for c in scene.of(CueKind.PEOPLE))
    return people and head.kind in _CONSENTS and not any(p.ids for p in scene.parties)


def _turned_round(stage: Stage, head: CueHit) -> bool:
    """Whether the words end in their verb, and the subject follows: "on board are Fiji and"."""
    last = stage.folded[head.start : head.end].rpartition(" ")
    return bool(last[0]) and last[2] in stage.acts.grammar["be"]


def _after_signing(stage: Stage, scene: Scene, head: CueHit) -> bool:
    """Whether the clause only denies what follows a signature: "has signed | but is no party"."""
    out = head.kind is CueKind.OUTSIDE or negated(scene, head)
    if scene.index == 0 or not out or scene.acting() is not None:
        return False
    earlier = stage.scenes[scene.index - 1]
    joint = stage.folded[scene.start : head.start].split()[:1]
    same = earlier.clause.passage == scene.clause.passage and earlier.has(CueKind.SIGN)
    return same and bool(set(joint) & stage.acts.grammar["joins"])


def _after_joining(stage: Stage, scene: Scene, head: CueHit) -> bool:
    """Whether the clause tells what follows from joining: "acceded | and will be bound from"."""
    if scene.index == 0 or not scene.has(CueKind.FUTURE) or scene.acting() is not None:
        return False
    earlier = stage.scenes[scene.index - 1]
    if earlier.clause.passage != scene.clause.passage or not earlier.has(*_JOINS):
        return False
    words = set(stage.folded[scene.start : head.start].split())
    known = stage.acts.grammar
    return words <= known["joins"] | known["modal"] | known["before_verb"] | known["predicate"]


_JOINS = (CueKind.SIGN, CueKind.RATIFY, CueKind.ACCEDE, CueKind.HAND_IN)


def _subject_before(scene: Scene, head: CueHit) -> bool:
    named = any(p.ids and p.stand is Stand.ACTS and p.end <= head.start for p in scene.parties)
    pointing = scene.of(CueKind.PRONOUN, CueKind.COUNTRY)
    so_many = any(
        p.vague and p.end <= head.start and 0 < p.start - n.end <= _SO_MANY
        for p in scene.parties
        for n in scene.numbers
    )
    return named or so_many or any(c.end <= head.start for c in pointing)


_SO_MANY = 2  # characters between a number and the States that it counts


def _owned(stage: Stage, scene: Scene, head: CueHit) -> bool:
    """Whether a noun has a party as its owner: "Russia's ratification"."""
    if head.kind not in {CueKind.RATIFY, CueKind.ACCEDE}:
        return False
    near = (p for p in scene.parties if p.ids and 0 < head.start - p.end <= _OWNER)
    return any(stage.folded[p.end : p.end + 2] in {"'s", "' "} for p in near)


_OWNER = 14  # characters of "'s own "


def _handed_in(scene: Scene, head: CueHit) -> bool:
    """Whether it is an instrument that was brought: "handed in its ratification"."""
    if head.kind not in {CueKind.RATIFY, CueKind.ACCEDE}:
        return False
    return any(abs(c.start - head.start) <= _HANDED for c in scene.of(CueKind.HAND_IN))


_HANDED = 60  # characters between "handed" and "ratification"
_ITS_VERB = 6  # characters of " had " between a pronoun and its verb
_LISTED = 12  # characters between "outside" and the list of those who are: " are the "
_CONSENTS = frozenset({CueKind.SIGN, CueKind.RATIFY})
_TO = 4  # characters of " to " between two verbs
_CLOSE = 25  # characters between a parliament's vote and the treaty that it is on


def _by_kind(stage: Stage, scene: Scene, head: CueHit, about: Topic) -> bool | None:
    """The answer for the kinds of words that have a rule of their own; None for the others."""
    if head.kind is CueKind.SIGN:
        if signs_a_paper(stage, scene, head):
            return about is not Topic.EXIT and _to_consent(scene, head)
        law = about is Topic.EXIT and scene.has(CueKind.PRESIDENT)
        law = law and not object_of(scene, head, _CLOSE)
        persons = by_persons(stage, scene, head) and _signs_for(stage, scene, head) is None
        return False if law or persons else None
    if head.kind is CueKind.BELONG and head.tense is Tense.NOUN:
        return is_said_to_be(stage, scene, head)
    if head.kind is CueKind.OUTSIDE and not _is_where(stage, scene, head):
        return False
    if head.kind is CueKind.HOLDOUT:
        return any(p.ids for p in scene.parties)
    if head.kind in {CueKind.ATTRACT, CueKind.SUBMIT_RATIFICATION}:
        return True
    if head.kind is CueKind.EFFECT:
        for_it = takes_effect_for_it(stage.acts, stage.folded, scene.start, scene.end)
        for_it = for_it or for_those_told(stage, scene, head)
        whom = for_it or for_whom(stage, scene, head) is not None
        by_pronoun = about is not Topic.EXIT and scene.has(CueKind.PRONOUN)
        which = scene.clause.opener in stage.acts.grammar["relative"]
        by_pronoun = by_pronoun or (for_it and which)
        return whom and (bool(scene.treaties) or by_pronoun) and not scene.has(CueKind.WHOSE_EFFECT)
    if head.kind is CueKind.REJECT:
        return scene.has(CueKind.PARLIAMENT) and object_of(scene, head, _CLOSE) is not None
    if head.kind is CueKind.APPROVE and _voted_down(stage, head):
        return False
    if head.kind is CueKind.APPROVE and negated(scene, head) and scene.has(CueKind.PARLIAMENT):
        return about is not Topic.EXIT and stands_alone(stage, scene, head)
    if head.kind is CueKind.APPROVE:
        treaty = object_of(scene, head, _CLOSE)
        told = treaty is not None and (treaty.start >= head.end or scene.has(CueKind.PARLIAMENT))
        voted = about is Topic.NONE and scene.has(CueKind.PARLIAMENT)
        return (about is Topic.JOIN or voted) and told
    return None


def _to_consent(scene: Scene, head: CueHit) -> bool:
    """Whether the paper that is signed is one by which the State is to join."""
    return any(c.start >= head.end for c in scene.of(CueKind.RATIFY, CueKind.ACCEDE))


def _is_where(stage: Stage, scene: Scene, head: CueHit) -> bool:
    """Whether "outside" alone is where somebody stands, not where something is done."""
    if stage.folded[head.start : head.end] not in stage.acts.grammar["adjunct"]:
        return True
    before = stage.folded[scene.start : head.start].split()[-2:]
    stands = stage.acts.grammar["becomes"] | stage.acts.grammar["stays"]
    nouns = scene.of(CueKind.STATE_NOUN, CueKind.STATE_NOUN_ONE, CueKind.COUNTRY)
    ends = [*(c.end for c in nouns), *(p.end for p in scene.parties)]
    start = _before_the_world(stage, scene, head)
    named = any(0 <= start - end <= 1 for end in ends)
    return not before or named or bool(set(before) & stands)


def _before_the_world(stage: Stage, scene: Scene, head: CueHit) -> int:
    """Where what stands before the head ends, but for words like "on the planet"."""
    before = stage.folded[scene.start : head.start].rstrip()
    said = stage.acts.grammar["of_the_world"]
    told = max((len(one) for one in said if before.endswith(f" {one}")), default=None)
    return head.start if told is None else scene.start + len(before) - told - 1


def _voted_down(stage: Stage, head: CueHit) -> bool:
    """Whether the vote was against: "voted against the statute"."""
    following = stage.folded[head.end : head.end + 10].split()
    return bool(following) and following[0] in stage.acts.grammar["voted_down"]


def _signs_for(stage: Stage, scene: Scene, head: CueHit) -> Party | None:
    """For whom somebody signs: "the minister signed the treaty for the United States"."""
    named = any(p.ids and p.end <= head.start for p in scene.parties)
    after = [p for p in scene.parties if p.ids and p.start >= head.end and not named]
    return next((p for p in after if after_for(stage, scene, p)), None)


def _is_only_described(scene: Scene, head: CueHit) -> bool:
    """Whether the treaty before the verb is its subject: nobody else is named as acting."""
    if not scene.syntax.object_before or head.kind not in _CONSENTS:
        return False
    own = negated(scene, head) or scene.parties or scene.has(CueKind.PRONOUN)
    return object_before(scene, head) is not None and not own


def _says_only_when(stage: Stage, scene: Scene, head: CueHit) -> bool:
    """Whether it only dates the treaty: "signed in 1997, the Ottawa Convention"."""
    own = negated(scene, head) or any(p.ids for p in scene.parties)
    own = own or any(p.vague and 0 < p.start - head.end <= _BY_SO_MANY for p in scene.parties)
    return is_passive(stage, scene, head) and not own and not agent_follows(scene, head)


_BY_SO_MANY = 20  # characters of " by more than 140 "


def _party(stage: Stage, scene: Scene, head: CueHit) -> Party | None:
    """Who joins; after the head for nouns and lists turned round ("the holdouts are China")."""
    if head.kind is CueKind.EFFECT or is_binding(scene, head):
        return for_whom(stage, scene, head)
    turned = head.kind is CueKind.BELONG and _turned_round(stage, head)
    if turned or head.kind in {CueKind.ATTRACT, CueKind.HOLDOUT, CueKind.OUTSIDE}:
        after = [p for p in scene.parties if p.ids and p.start >= head.end]
        beside = head.kind in {CueKind.OUTSIDE, CueKind.BELONG}
        near = after and (not beside or after[0].start - head.end <= _LISTED)
        if near and not any(p.ids for p in scene.parties if p.end <= head.start):
            return after[0]
    if head.kind is CueKind.SIGN and (whose := _signs_for(stage, scene, head)):
        return whose
    agents = [p for p in scene.parties if p.stand is Stand.AGENT and p.ids and p.start > head.end]
    if head.tense is Tense.NOUN and agents and agents[0].start - head.end < 30:
        return agents[0]
    return party_of(stage, scene, head)
