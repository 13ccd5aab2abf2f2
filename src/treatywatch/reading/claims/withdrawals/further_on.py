"""What became of an exit, as its sentence tells further on.

"The decision to leave took effect in May" tells the last day and no decision, "formally withdrew by
depositing its notice" a notice, and "the exit, notified in July, has angered" the one told apart.
"""

from treatywatch.reading.acts.leaving import Exit
from treatywatch.reading.naming.mentions import CueHit
from treatywatch.reading.syntax.scenes import Scene, Stage
from treatywatch.reading.vocabulary.spans import Mention
from treatywatch.reading.vocabulary.words_acts import CueKind, Tense

_TO = 40  # characters of " of the United States to formally " between a decision and its verb
_BY = 4  # characters of " by " before a notice that is given
_OPENS = 14  # characters of " was formally " before a step that a clause opens with
_NOTICES, _GIVING = (CueKind.NOTIFY, CueKind.HAND_IN), Tense.PROGRESSIVE
_VERBS = frozenset({Tense.PAST, Tense.PRESENT, Tense.BASE, Tense.OTHER})


def became_of_decision(stage: Stage, one: Exit) -> str | None:
    """The step that what was decided reached: "its decision to leave was notified in May"."""
    if one.head.tense is not Tense.BASE or not _is_decided(one):
        return None
    later = [c for c in one.scene.cues if c.start > one.head.end]
    if any(c.kind is CueKind.EFFECT and c.tense in _VERBS for c in later):
        return "effective"
    sent = (c for c in later if c.kind is CueKind.ARRIVE)
    told = stage.acts.grammar["notified_as"]
    words = (stage.folded[c.start : c.end].split() for c in sent)
    return "notified" if any(set(w) & told for w in words) else None


def _is_decided(one: Exit) -> bool:
    nouns = (c for c in one.scene.of(CueKind.DECIDE) if c.tense is Tense.NOUN)
    return any(0 < one.head.start - c.end <= _TO for c in nouns)


def told_its_body(stage: Stage, one: Exit) -> bool:
    """Whether the body that is left is told so: "has informed UNESCO that it will leave"."""
    tells = stage.acts.grammar["tells"]
    said = (c for c in one.scene.of(CueKind.ANNOUNCE) if c.end < one.head.start)
    ends = [c.end for c in said if set(stage.folded[c.start : c.end].split()) & tells]
    named = (t for t in one.scene.treaties if t.ids[0] == one.treaty and t.role == "name")
    bodies = [t.start for t in named if _is_whom(stage, one.scene, t)]
    return any(0 < body - end <= _BY for body in bodies for end in ends)


def _is_whom(stage: Stage, scene: Scene, body: Mention) -> bool:
    """Whether "that" or a day follows, and no word that makes it another: "told UNESCO's board"."""
    following = stage.folded[body.end : scene.end].split()[:1]
    dated = any(0 < date.start - body.end <= _BY for date in scene.dates)
    return dated or bool(set(following) & stage.acts.grammar["that"])


def notice_set_apart(stage: Stage, one: Exit) -> bool:
    """Whether its notice is what a clause behind it tells: "the exit, notified in July, has"."""
    after = stage.scenes[one.scene.index + 1 : one.scene.index + 2]
    same = [s for s in after if s.clause.passage == one.scene.clause.passage]
    if one.head.tense is not Tense.NOUN or not same or same[0].has(CueKind.NEGATION):
        return False
    given = same[0].of(CueKind.NOTIFY, CueKind.HAND_IN)
    past = [c.start for c in given if c.tense is Tense.PAST]
    ahead = same[0].has(CueKind.FUTURE, CueKind.HEDGE)
    return not ahead and any(start - same[0].start <= _OPENS for start in past)


def left_by_notice(stage: Stage, one: Exit) -> bool:
    """Whether a notice is how somebody left: "withdrew from it by writing to the depositary"."""
    if one.head.tense is Tense.NOUN:
        return False
    given = (c for c in one.scene.of(*_NOTICES) if c.start > one.head.end and c.tense is _GIVING)
    means = stage.acts.grammar["by_means"]
    return any(_word_before(stage, one.scene, c) in means for c in given)


def _word_before(stage: Stage, scene: Scene, cue: CueHit) -> str:
    words = stage.folded[max(scene.start, cue.start - _BY) : cue.start].split()
    return words[-1] if words else ""
