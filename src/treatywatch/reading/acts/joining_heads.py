"""Which words of a clause tell of an act towards a treaty, or of a standing in one."""

from treatywatch.reading.acts.bare_joinings import (
    agent_follows,
    by_persons,
    denies_those_told,
    goes_into_a_body,
    has_subject,
    is_passive,
    joins_bare,
    of_another_body,
    timed,
)
from treatywatch.reading.acts.bindings import after_for, bound, for_those_told, for_whom
from treatywatch.reading.acts.notices import opens_as_made
from treatywatch.reading.acts.objects import (
    object_before,
    object_of,
    refers_by_pronoun,
    stands_alone,
    takes_effect_for_it,
)
from treatywatch.reading.acts.papers import signs_a_paper
from treatywatch.reading.acts.standings import handed_papers, is_said_to_be, ranked
from treatywatch.reading.acts.topics import Topic
from treatywatch.reading.acts.voice import negated
from treatywatch.reading.naming.mentions import CueHit
from treatywatch.reading.syntax.cast import Party, Stand
from treatywatch.reading.syntax.scenes import Scene, Stage
from treatywatch.reading.vocabulary.words_acts import CueKind, Tense

HEADS = (
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
_AFTER_SIGNING = (CueKind.RATIFY, CueKind.BELONG)  # what may not follow: "but is not a party"
ALWAYS_OUT = (CueKind.OUTSIDE, CueKind.HOLDOUT, CueKind.ATTRACT)
NEAR_OBJECT = 90  # characters between a verb and the treaty that it is about


def heads(stage: Stage, scene: Scene, about: Topic) -> list[CueHit]:
    """The heads of a clause: one for each party or date that it has of its own."""
    towards_it = [h for h in scene.of(*HEADS) if not goes_into_a_body(stage, h)]
    heads = [h for h in towards_it if _is_joining(stage, scene, h, about)]
    chosen: list[CueHit] = []
    for head in heads:
        if chosen and not _separate(scene, chosen[-1], head):
            denied = any(c.end <= chosen[-1].start for c in scene.of(CueKind.NEGATION))
            short_of = head.kind in _AFTER_SIGNING and negated(scene, head) and not denied
            refused = chosen[-1].kind is CueKind.OUTSIDE and head.kind in _CONSENTS
            refused = refused and head.start - chosen[-1].end <= _TO  # "has refused to sign it"
            refused = refused or _is_a_rank(stage, chosen[-1])
            if chosen[-1].tense is Tense.NOUN or head.kind in ALWAYS_OUT or short_of or refused:
                chosen[-1] = head
            continue
        chosen.append(head)
    if any(head.kind is not CueKind.BELONG for head in chosen):
        return chosen
    instead = ranked(stage, scene)
    if instead is None and not chosen:
        instead = bound(stage, scene) or handed_papers(stage, scene, about)
    return [instead] if instead else chosen


def _is_a_rank(stage: Stage, head: CueHit) -> bool:
    """Whether belonging only tells of whose kind: "the only member never to have signed"."""
    words = set(stage.folded[head.start : head.end].split())
    return head.kind is CueKind.BELONG and bool(words & stage.acts.grammar["rank"])


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
        listed = any(p.ids and 0 <= p.start - head.end <= LISTED for p in scene.parties)
        return object_of(scene, head, NEAR_OBJECT) is not None or (alone and named) or listed
    if head.kind is CueKind.BELONG:
        alone = stands_alone(stage, scene, head) or timed(stage, scene, head)
        told = alone and not of_another_body(stage, scene, head)
        after = any(p.ids and 0 < p.start - head.end <= LISTED for p in scene.parties)
        turned = after and turned_round(stage, head)
        subject = _subject_before(scene, head) or _after_signing(stage, scene, head)
        subject = subject or denies_those_told(stage, scene, head)
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


def turned_round(stage: Stage, head: CueHit) -> bool:
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
LISTED = 12  # characters between "outside" and the list of those who are: " are the "
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
        persons = by_persons(stage, scene, head) and signs_for(stage, scene, head) is None
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
        first = set(stage.folded[scene.start : head.end].split()[:1])  # in "it takes" no pronoun
        it = scene.has(CueKind.PRONOUN) or bool(first & stage.acts.grammar["object_pronoun"])
        by_pronoun = about is not Topic.EXIT and it
        which = scene.clause.opener in stage.acts.grammar["relative"]
        by_pronoun = by_pronoun or (for_it and which)
        return whom and (bool(scene.treaties) or by_pronoun) and not scene.has(CueKind.WHOSE_EFFECT)
    if head.kind is CueKind.REJECT:
        return scene.has(CueKind.PARLIAMENT) and object_of(scene, head, _CLOSE) is not None
    if head.kind is CueKind.APPROVE and (_voted_down(stage, head) or opens_as_made(scene, head)):
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


def signs_for(stage: Stage, scene: Scene, head: CueHit) -> Party | None:
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
