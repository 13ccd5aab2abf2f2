"""Where a report speaks of joining a treaty, belonging to it, breaking it or staying outside."""

from collections.abc import Iterator
from dataclasses import replace

from treatywatch.reading.actors.subjects import party_of
from treatywatch.reading.acts.bindings import for_whom, is_binding
from treatywatch.reading.acts.echoes import Turn, as_told, echo_in, says_done, sets_apart
from treatywatch.reading.acts.joining_heads import (
    ALWAYS_OUT,
    HEADS,
    LISTED,
    NEAR_OBJECT,
    heads,
    signs_for,
    turned_round,
)
from treatywatch.reading.acts.negations import acts_of_none, days_before_today, opens_with_none
from treatywatch.reading.acts.objects import object_meant
from treatywatch.reading.acts.only_named import is_asked
from treatywatch.reading.acts.papers import as_signed, named_after
from treatywatch.reading.acts.shared_objects import negated_before, shared_object
from treatywatch.reading.acts.suppositions import Supposed, supposed
from treatywatch.reading.acts.taken_up import joined_before
from treatywatch.reading.acts.topics import Topic, topics
from treatywatch.reading.acts.undone import is_undone
from treatywatch.reading.acts.voice import negated
from treatywatch.reading.naming.mentions import CueHit
from treatywatch.reading.syntax.cast import Party, Stand
from treatywatch.reading.syntax.leaving_out import ends_in_all_but
from treatywatch.reading.syntax.scenes import Scene, Stage
from treatywatch.reading.vocabulary.spans import Mention
from treatywatch.reading.vocabulary.words_acts import CueKind, Tense
from treatywatch.values import frozen

_OF_JOINING = frozenset(
    {
        *HEADS,
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
    CueKind.END_PROVISIONAL,
    CueKind.RELEASED,
    CueKind.END_RATIFICATION,
    CueKind.SUSPEND,
)


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
    for head in heads(stage, scene, about):
        signed = as_signed(stage, scene, head)
        found = shared_object(stage, scene, head) or object_meant(stage, scene, head, NEAR_OBJECT)
        if signed.kind is CueKind.ENACT:
            found = named_after(scene, head) or found
        treaty = found.ids[0] if found else stage.context.treaty_at(head.start)
        if is_undone(scene, head) or (found is not None and _of_an_exit(scene, head, found)):
            continue
        if head.kind is CueKind.BELONG and _has_ceased(stage, scene, head):
            continue
        denied = negated(scene, head) and not only_later(stage, scene, head)
        denied = denied or opens_with_none(stage, scene) or acts_of_none(stage, scene, head)
        denied = denied or _is_still_due(scene, head)
        out = denied or head.kind in ALWAYS_OUT or _declined(stage, scene, head)
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


def _is_still_due(scene: Scene, head: CueHit) -> bool:
    """ "Have still to ratify": what is yet to be done is not done."""
    due = any(0 < head.start - c.end <= 1 for c in scene.of(CueKind.DUE))
    return due and head.tense is Tense.BASE and head.kind in _ACTS


_ACTS = frozenset({CueKind.SIGN, CueKind.RATIFY, CueKind.ACCEDE})


def _is_left_out(stage: Stage, scene: Scene, party: Party) -> bool:
    """Whether it is said of all others: "all but Israel have ratified it"."""
    before = stage.folded[scene.clause.passage.start : party.start].split()
    while before and before[-1] in stage.acts.grammar["article"]:
        before.pop()
    return ends_in_all_but(stage.acts).search(" ".join(before)) is not None


def only_later(stage: Stage, scene: Scene, head: CueHit) -> bool:
    """Whether "not" only tells how late it was done: "did not join until 2012"."""
    later = stage.acts.grammar["not_until"]
    days = days_before_today(stage, scene)
    dates = [d for d in days if 0 < d.start - head.end <= _UNTIL]
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
    if cue.start == scene.start and sets_apart(stage, cue):
        return  # "unlike Ireland, Norway has not signed": of the verb that follows
    if turn is not Turn.SAME and scene.clause.opener in stage.acts.grammar["conditional"]:
        return  # "unless Washington does"
    again = cue.kind in {CueKind.FOLLOW, CueKind.SAME_AGAIN, CueKind.ACCEDE}
    if about is Topic.EXIT and again and not joined_before(stage, scene, cue):
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
        out = out and turn is not Turn.DONE and (not last.out or not says_done(stage, cue))
        out = not last.out if sets_apart(stage, cue) else out
        found.append(Joining(scene, as_told(last.head, cue), last.treaty, None, party, out))
    elif last.party is not None and after and last is found[-1]:
        ids = tuple(dict.fromkeys((*last.party.ids, *party.ids)))
        found[-1] = replace(last, party=replace(last.party, ids=ids, end=party.end))


def _tells_which(stage: Stage, scene: Scene) -> bool:
    """Whether a relative clause without a comma only tells which ones: "of the ten that signed".

    Those that are "among those that have ratified" have done so.
    """
    relative = scene.clause.opener in stage.acts.grammar["relative"]
    if scene.index and stage.scenes[scene.index - 1].has(CueKind.AMONG_THEM):
        return False
    return relative and stage.folded[max(0, scene.start - 2) : scene.start].strip() != ","


def _of_an_exit(scene: Scene, head: CueHit, treaty: Mention) -> bool:
    """Whether it is an exit that is ratified: "must ratify Kyiv's exit from the treaty"."""
    exits = scene.of(CueKind.EXIT, CueKind.EXIT_OBJECT)
    return any(head.end <= c.start < treaty.start for c in exits)


def _has_ceased(stage: Stage, scene: Scene, head: CueHit) -> bool:
    """ "Ceased on Monday to be a party": the day of an exit, which its own verb tells."""
    verbs = [c.end for c in scene.of(CueKind.EXIT, CueKind.EXIT_OBJECT) if c.end <= head.start]
    days = [d for d in scene.dates if verbs and verbs[-1] <= d.start and d.end <= head.start]
    if not days:
        return False
    words = f"{stage.folded[verbs[-1] : days[0].start]} {stage.folded[days[-1].end : head.start]}"
    return len(words.replace(",", " ").split()) <= 1  # "to"


def _party(stage: Stage, scene: Scene, head: CueHit) -> Party | None:
    """Who joins; after the head for nouns and lists turned round ("the holdouts are China")."""
    if head.kind is CueKind.EFFECT or is_binding(scene, head):
        return for_whom(stage, scene, head)
    turned = head.kind is CueKind.BELONG and turned_round(stage, head)
    if turned or head.kind in {CueKind.ATTRACT, CueKind.HOLDOUT, CueKind.OUTSIDE}:
        after = [p for p in scene.parties if p.ids and p.start >= head.end]
        beside = head.kind in {CueKind.OUTSIDE, CueKind.BELONG}
        near = after and (not beside or after[0].start - head.end <= LISTED)
        if near and not any(p.ids for p in scene.parties if p.end <= head.start):
            return after[0]
    if ranked_first := _behind_a_rank(stage, scene, head):
        return ranked_first
    if head.kind is CueKind.SIGN and (whose := signs_for(stage, scene, head)):
        return whose
    agents = [p for p in scene.parties if p.stand is Stand.AGENT and p.ids and p.start > head.end]
    if head.tense is Tense.NOUN and agents and agents[0].start - head.end < 30:
        return agents[0]
    return party_of(stage, scene, head)


def _behind_a_rank(stage: Stage, scene: Scene, head: CueHit) -> Party | None:
    """Who the last to do it were: "the last to join were Myanmar and Angola"."""
    after = [p for p in scene.parties if p.ids and p.start >= head.end]
    if not after or any(p.ids and p.end <= head.start for p in scene.parties):
        return None
    grammar = stage.acts.grammar
    before = stage.folded[scene.start : head.start].split()
    ranked = set(before) & grammar["rank"] and set(before[-1:]) & grammar["to_act"]
    between = stage.folded[head.end : after[0].start]
    verb = set(between.split()[-1:]) & grammar["becomes"]
    near = len(between) <= _ITS_TREATY and "," not in between
    return after[0] if ranked and verb and near else None


_ITS_TREATY = 45  # characters of " the convention before the end of 2015 were "
