"""Of what a milestone is told that has no subject beside it.

A participle leads on to the treaty ("Adopted in Oslo in 1997, the ban ..."), an item of a list
leaves it out ("- Adopted in Oslo, 18 September 1997"), a further verb takes it up ("... and entered
into force in 2010").
"""

from collections.abc import Sequence
from dataclasses import replace

from treatywatch.reading.acts.of_treaty import of_the_treaty, treaty_nearby
from treatywatch.reading.naming.mentions import CueHit
from treatywatch.reading.syntax.scenes import Scene, Stage
from treatywatch.reading.vocabulary.spans import DateMention, PassageKind
from treatywatch.reading.vocabulary.words_acts import CueKind, Tense

_MADE = (CueKind.SIGN, CueKind.ADOPT, CueKind.OPEN_SIGNATURE)
_DATED = (*_MADE, CueKind.EFFECT)
_LEAVING = (
    CueKind.EXIT,
    CueKind.EXIT_OBJECT,
    CueKind.EXIT_NOTICE,
    CueKind.TAKE_OUT,
    CueKind.RELEASED,
    CueKind.TAKE_BACK,
    CueKind.WHOSE_EFFECT,
)
_LEADS = 140  # characters between a participle and the comma before its subject
_ARTICLE = 16  # characters of ", this landmark " before a name, and one of it
_OPENS = 12  # characters of "having been " before a participle that opens a sentence
_IN_A_STATE = 5  # characters of " in " before a State in which it is law
_MARK = 2  # characters of a mark before an item
_NEAR = 400  # characters back to the treaty that an item is about


def leads_to(stage: Stage, scene: Scene, head: CueHit) -> str | None:
    """The treaty that a participle at the head of its sentence leads on to."""
    passage = scene.clause.passage
    if not _opens(stage, scene) or (head.kind is CueKind.ADOPT and head.tense is not Tense.PAST):
        return None
    if head.kind is CueKind.EFFECT and stage.context.people_in(head.end, head.end + _IN_A_STATE):
        return None  # "in force in Latvia since May, it"
    comma = stage.folded.find(",", head.end, min(passage.end, head.end + _LEADS))
    while comma >= 0:
        named = stage.context.treaties_in(comma, comma + _ARTICLE)
        if named:
            return named[0].ids[0]
        first = stage.folded[comma + 1 : comma + 12].split()[:1]
        if set(first) & stage.acts.grammar["object_pronoun"]:
            plainly = head.kind is not CueKind.ADOPT or _is_made(stage, head)
            return stage.context.treaty_at(head.start) if plainly else None
        comma = stage.folded.find(",", comma + 1, min(passage.end, head.end + _LEADS))
    return None


def leads_elsewhere(stage: Stage, scene: Scene, head: CueHit) -> bool:
    """Whether a participle opens the sentence and its subject is no treaty: "Founded here, it"."""
    if not stage.acts.grammar["made_as_text"]:
        return False  # a language whose participles open no sentences so
    passage = scene.clause.passage
    before = set(stage.folded[passage.start : head.start].split())
    if head.start - passage.start > _OPENS or before & stage.acts.grammar["object_pronoun"]:
        return False
    if any(t.end <= head.start for t in scene.treaties):
        return False
    comma = stage.folded.find(",", head.end, min(passage.end, head.end + _LEADS))
    return comma >= 0 and leads_to(stage, scene, head) is None


def _opens(stage: Stage, scene: Scene) -> bool:
    """Whether the sentence opens with a milestone: "Adopted in 1997 and in force since 1999"."""
    first = scene
    while first.index and stage.scenes[first.index - 1].clause.passage == scene.clause.passage:
        first = stage.scenes[first.index - 1]
    begins, small = scene.clause.passage.start, stage.acts.grammar["predicate"]
    opening = [c for c in first.of(*_DATED) if c.start - begins <= _OPENS]
    opening = [c for c in opening if set(stage.folded[begins : c.start].split()) <= small]
    verbs = (c for c in opening if c.tense in {Tense.PAST, Tense.OTHER})
    return any(verbs) and not any(p.ids and p.start < opening[0].start for p in first.parties)


def without_dates_of_others(scene: Scene, head: CueHit, kinds: Sequence[CueKind]) -> Scene:
    """The clause without the days that stand right behind another milestone.

    "Adopted in May 2008, it was signed in December": the one in May is not of the signature.
    """
    others = [c for c in scene.of(*kinds) if c.end <= head.start or c.start >= head.end]
    theirs = {
        date.start
        for date in scene.dates
        if any(0 < date.start - c.end <= _BEHIND and not _between(c, head, date) for c in others)
    }
    if not theirs:
        return scene
    return replace(scene, dates=tuple(d for d in scene.dates if d.start not in theirs))


def _between(other: CueHit, head: CueHit, date: DateMention) -> bool:
    """Whether the head stands between the other milestone and the day."""
    return other.end <= head.start < date.start


_BEHIND = 30  # characters of " in Dublin on Friday, " before a day


def is_left_out(stage: Stage, scene: Scene, head: CueHit) -> bool:
    """Whether an item, or a further verb of the sentence, leaves out the treaty it is about."""
    if head.kind not in _DATED or any(p.ids for p in scene.parties if p.start < head.start):
        return False
    left_out = _is_item(stage, scene, head) or _goes_on(stage, scene, head)
    return left_out or _is_a_life(stage, scene)


def _is_a_life(stage: Stage, scene: Scene) -> bool:
    """Whether a sentence tells nothing but a treaty's days: "Adopted in 1979, in force since 1984".

    No State is both adopted and in force, whoever was told of before.
    """
    made = scene.of(*_MADE)
    if not made or not scene.has(CueKind.EFFECT) or not _opens(stage, scene):
        return False
    verbless = made[0].tense in {Tense.PAST, Tense.OTHER} and _begins(stage, scene, made[0])
    alone = scene.end >= scene.clause.passage.end - _MARK
    return verbless and alone and not any(p.ids for p in scene.parties)


def _is_item(stage: Stage, scene: Scene, head: CueHit) -> bool:
    passage = scene.clause.passage
    if passage.kind is not PassageKind.BULLET or not _begins(stage, scene, head):
        return False  # "- The letter reached New York in May" is of no treaty
    if head.kind is CueKind.ADOPT and not _is_made(stage, head):
        return False
    if scene.acting() is not None:
        return False
    low = max(0, passage.start - _NEAR)
    named = stage.context.treaties_in(low, passage.start)
    people = stage.context.people_in(low, passage.start)
    others = (p for p in people if p.role != _PLACE and not _in_an_item(stage, p.start))
    return bool(named) and not any(p.start > named[-1].start for p in others)


def _in_an_item(stage: Stage, offset: int) -> bool:
    """Whether it stands in another item: only what heads the list says what its items are of."""
    passage = stage.context.passage_at(offset)
    return passage is not None and passage.kind is PassageKind.BULLET


_PLACE = "place"  # the role of a city in which something happens


def _begins(stage: Stage, scene: Scene, head: CueHit) -> bool:
    """Whether an item begins with the milestone, or with "it was" before it."""
    start = scene.clause.passage.start
    small = stage.acts.grammar["object_pronoun"] | stage.acts.grammar["be"]
    return head.start - start <= _MARK or set(stage.folded[start : head.start].split()) <= small


def _goes_on(stage: Stage, scene: Scene, head: CueHit) -> bool:
    """Whether a treaty told of as signed in the same sentence then takes effect."""
    if head.kind is not CueKind.EFFECT or head.start - scene.start > _OPENS:
        return False
    if not treaty_nearby(stage, scene):
        return False
    for earlier in reversed(stage.scenes[max(0, scene.index - _BACK) : scene.index]):
        if earlier.clause.passage != scene.clause.passage or earlier.has(*_LEAVING):
            return False
        made = earlier.of(*_MADE)
        if made:
            return (
                of_the_treaty(stage, earlier, made[0].start)
                or leads_to(stage, earlier, made[0]) is not None
                or is_left_out(stage, earlier, made[0])
            )
    return False


_BACK = 4  # clauses of one sentence between a signature and an entry into force


def _is_made(stage: Stage, head: CueHit) -> bool:
    """Whether it is said of a text: "adopted", not "founded"."""
    words = stage.folded[head.start : head.end].split()
    return bool(set(words) & stage.acts.grammar["made_as_text"])
