"""Whether words of leaving tell of an exit though no treaty stands in their clause."""

from treatywatch.reading.actors.subjects import antecedent, carried_on, party_of
from treatywatch.reading.acts.bare_joinings import of_another_body
from treatywatch.reading.acts.objects import (
    leads_elsewhere,
    object_pronoun_after,
    refers_by_pronoun,
    stands_alone,
)
from treatywatch.reading.acts.only_named import is_governed
from treatywatch.reading.acts.tense_of_exit import ranked_to
from treatywatch.reading.acts.undone import of_its_part
from treatywatch.reading.naming.mentions import CueHit
from treatywatch.reading.syntax.cast import Stand
from treatywatch.reading.syntax.scenes import Scene, Stage
from treatywatch.reading.vocabulary.words_acts import CueKind, Tense

_JOINS = (CueKind.SIGN, CueKind.RATIFY, CueKind.ACCEDE)
_VERBS = frozenset({Tense.PAST, Tense.PRESENT})
_NEXT = 6  # characters of " the " between a verb and its object


def _treaty_just_told(stage: Stage, scene: Scene) -> bool:
    """Whether "it" may be a treaty: one stands before it, in the sentence or the one before."""
    before = stage.scenes[max(0, scene.index - 1)]
    if any(c.tense is Tense.BASE for c in before.of(*_JOINS)):
        return False  # "to join it was a goal; they dropped it"
    start = min(scene.clause.passage.start, before.clause.passage.start)
    if before.index and _opens_with_it(scene, before):  # "It has 125 members, and Chad left it"
        start = stage.scenes[before.index - 1].clause.passage.start
    return bool(stage.context.treaties_in(start, scene.start))


def _opens_with_it(scene: Scene, before: Scene) -> bool:
    """Whether the clause before is the first of its sentence, and "it" the subject of it."""
    passage = before.clause.passage
    opens = scene.clause.passage == passage and before.start == passage.start
    return opens and any(c.start == before.start for c in before.of(CueKind.PRONOUN))


def is_bare_exit(stage: Stage, scene: Scene, head: CueHit, *, on_topic: bool) -> bool:
    """Whether the head is leaving though no treaty stands in its clause."""
    party = party_of(stage, scene, head) or antecedent(stage, scene)
    named = party is not None and bool(party.ids)
    if head.kind is CueKind.SUSPEND:
        announced = on_topic and head.tense is Tense.NOUN and _is_announced(scene, head)
        return announced or (named and of_its_part(stage, scene, head))
    if _leaves_it(stage, scene, head, named=named):
        return _treaty_just_told(stage, scene)
    if not stands_alone(stage, scene, head) and not _agent_beside(scene, head):
        return False
    if head.kind is CueKind.EXIT:
        if stage.acts.syntax.object_before and not on_topic:
            return False
        return not any(abs(c.start - head.end) < 25 for c in scene.of(CueKind.PEOPLE))
    if head.kind is CueKind.RELEASED:
        following = stage.folded[head.end : head.end + 10].split()
        by_another = bool(following) and following[0] in stage.acts.grammar["bound_by"]
        alone = named or any(c.end < head.start for c in scene.of(CueKind.PRONOUN))
        alone = alone or _goes_on(stage, scene, head)
        by_another = by_another or leads_elsewhere(stage, scene, head)
        return on_topic and alone and not by_another
    if head.kind is not CueKind.EXIT_OBJECT:
        return False
    if on_topic and ranked_to(stage, scene, head):
        return True
    if not on_topic:
        return named and head.tense is Tense.PAST and _left_on_a_day(stage, scene, head)
    if head.tense is Tense.NOUN:
        return _pointed_at(stage, scene, head)
    if head.tense is Tense.BASE and _will_by_pronoun(scene, head):
        return True
    ruled_out = head.tense is Tense.PROGRESSIVE and _right_after_denial(scene, head)
    goes_on = head.tense is Tense.PAST and _dated(scene, head) and _goes_on(stage, scene, head)
    named = named or goes_on  # "waited for six months and left on 27 December"
    return ruled_out or is_governed(scene, head) or (named and head.tense in _VERBS)


def _goes_on(stage: Stage, scene: Scene, head: CueHit) -> bool:
    """Whether who acted first in the sentence is meant: "gave notice and ceased to be a party".

    Also behind what was set apart: "Chad, having given notice in May, ceased to be a party".
    """
    if head.start > scene.start + 1 or not scene.index:
        return False
    before = stage.scenes[scene.index - 1]
    gap = stage.folded[before.end : scene.start]
    if gap.strip() == "," and before.clause.passage == scene.clause.passage:
        return bool(carried_on(stage, scene, head))
    joined = gap.split()[-1:]
    acting = before.acting() is not None or before.has(CueKind.PRONOUN)
    acting = acting or bool(carried_on(stage, scene, head))
    same = acting and before.clause.passage == scene.clause.passage
    return same and bool(set(joined) & stage.acts.grammar["joins"])


def _right_after_denial(scene: Scene, head: CueHit) -> bool:
    """Whether leaving is what somebody denies: "has ruled out leaving"."""
    return any(head.start - c.end == 1 for c in scene.of(CueKind.NEGATION))


def _is_announced(scene: Scene, noun: CueHit) -> bool:
    """Whether the noun is what somebody made known: "it announced a suspension"."""
    makes_known = scene.of(CueKind.ANNOUNCE, CueKind.NOTIFY, CueKind.DECIDE)
    return any(0 < noun.start - c.end <= _ANNOUNCED for c in makes_known)


_ANNOUNCED = 14  # characters of " a temporary " between a verb and its noun


def _leaves_it(stage: Stage, scene: Scene, head: CueHit, *, named: bool) -> bool:
    """Whether "it" is what is left: "renounced it", "вышла из неё"."""
    if not refers_by_pronoun(stage, scene, head) or _lets_it_lie(stage, scene, head):
        return False
    return head.kind is CueKind.EXIT_OBJECT or (head.kind is CueKind.EXIT and named)


def _lets_it_lie(stage: Stage, scene: Scene, head: CueHit) -> bool:
    """Whether it is left to somebody, or as it is: "left it to parliament", "left it open"."""
    it = object_pronoun_after(stage, scene, head)
    if it is None or any(0 <= day.start - it <= _NEXT for day in scene.dates):
        return False  # "left it on 2 May"
    behind = stage.folded[it : scene.end].replace(",", " ").split()[:1]
    return bool(set(behind) & stage.acts.grammar["lets_lie"])


_WILL_LEAVE = 16  # characters of "he would formally " before a verb


def _will_by_pronoun(scene: Scene, head: CueHit) -> bool:
    """Whether a pronoun and "will" stand before the verb: "announced that he would leave"."""
    will = any(0 < head.start - c.end <= _WILL_LEAVE for c in scene.of(CueKind.FUTURE))
    told = scene.has(CueKind.ANNOUNCE, CueKind.DECIDE)
    return will and told and any(0 < head.start - c.end <= 30 for c in scene.of(CueKind.PRONOUN))


_OF = 10  # characters of " of the "


def _agent_beside(scene: Scene, head: CueHit) -> bool:
    """Whether a noun has its owner after it: "the exits of the Baltic states"."""
    if head.tense is not Tense.NOUN:
        return False
    near = (p for p in scene.parties if p.ids and 0 < p.start - head.end <= _OF)
    return any(p.stand is Stand.AGENT for p in near)


def _left_on_a_day(stage: Stage, scene: Scene, head: CueHit) -> bool:
    """Whether a State alone left and a day follows: "before Lithuania left in March"."""
    beside = any(p.ids and 0 < head.start - p.end <= _NEXT for p in scene.parties)
    dated = _dated(scene, head)
    lately = any(s.treaties for s in stage.scenes[max(0, scene.index - 2) : scene.index + 1])
    free = not scene.has(CueKind.PEOPLE) and not of_another_body(stage, scene, head)
    return beside and dated and lately and free


def _dated(scene: Scene, head: CueHit) -> bool:
    return any(0 <= d.start - head.end <= _NEXT for d in scene.dates)


def _pointed_at(stage: Stage, scene: Scene, head: CueHit) -> bool:
    owner = stage.folded[max(scene.start, head.start - 12) : head.start].split()
    owners = ("article", "vague", "possessive", "their_own")
    known = {word for use in owners for word in stage.acts.grammar[use]}
    if any(0 <= head.start - c.end <= 1 for c in scene.of(CueKind.APPROVE, CueKind.ANNOUNCE)):
        return True  # "approves exit"
    if any(p.ids and head.start - p.end == 1 for p in scene.parties):
        return True  # "the US departure"
    return bool(owner) and (owner[-1] in known or owner[-1].endswith("'s"))
