"""Objects that two acts have in common: "has signed but not ratified the Kyoto Protocol".

The first act has nothing behind it, so that only the second tells what was signed. Without this the
first would be of whatever treaty the report told of before.
"""

from treatywatch.reading.acts.joining_heads import ALWAYS_OUT, HEADS, NEAR_OBJECT
from treatywatch.reading.acts.objects import object_after, object_meant
from treatywatch.reading.acts.voice import negated
from treatywatch.reading.naming.mentions import CueHit
from treatywatch.reading.syntax.scenes import Scene, Stage
from treatywatch.reading.vocabulary.spans import Mention
from treatywatch.reading.vocabulary.words_acts import CueKind

_JOINT = 12  # characters of "nor has it " before the second verb
_JOINT_AT_MOST = 30  # characters of "but has thus far refused to " before it


def shared_object(stage: Stage, scene: Scene, head: CueHit) -> Mention | None:
    """What a bare act has as its object in common with the act of the clause behind it."""
    after = _the_clause_behind(stage, scene)
    if after is None or not _ends_its_clause(stage, scene, head):
        return None
    if negated_before(stage, after):  # "neither signed | nor ratified it"
        acts = _acts_within(after, _JOINT)
        return object_meant(stage, after, acts[0], NEAR_OBJECT) if acts else None
    acts = _acts_within(after, _JOINT_AT_MOST)
    if not acts or not _only_goes_on(stage, after):
        return None
    dated = any(d.start >= head.end for d in scene.dates)
    if dated and not (head.kind is CueKind.SIGN and _falls_short(after, acts[0])):
        return None  # "ratified in 2024, and has been a party to the NPT since 1970"
    return object_after(after, acts[0], NEAR_OBJECT)


def negated_before(stage: Stage, scene: Scene) -> bool:
    """Whether the clause only goes on from a denial: "nor ratified"."""
    if scene.index == 0 or scene.start == scene.clause.passage.start or scene.acting():
        return False
    joint = stage.folded[stage.scenes[scene.index - 1].end : scene.start].split()
    return bool(set(joint) & stage.acts.grammar["nor"])


def _the_clause_behind(stage: Stage, scene: Scene) -> Scene | None:
    following = stage.scenes[scene.index + 1 : scene.index + 2]
    if not following or following[0].clause.passage != scene.clause.passage:
        return None
    return following[0]


def _ends_its_clause(stage: Stage, scene: Scene, head: CueHit) -> bool:
    """Whether nothing but a day stands behind the act: "signed", "signed in 1996,"."""
    days = [d for d in scene.dates if d.start >= head.end]
    end = days[-1].end if days else head.end
    between = stage.folded[head.end : days[0].start].split() if days else []
    small = stage.acts.grammar["joined_when"]
    return set(between) <= small and not stage.folded[end : scene.end].strip(" ,\n")


def _falls_short(scene: Scene, act: CueHit) -> bool:
    """Whether what follows a signature is denied: "but has never ratified"."""
    later = act.kind is not CueKind.SIGN
    return later and (act.kind in ALWAYS_OUT or negated(scene, act))


def _acts_within(scene: Scene, reach: int) -> list[CueHit]:
    return [c for c in scene.cues if c.kind in HEADS and c.start - scene.start <= reach]


def _only_goes_on(stage: Stage, scene: Scene) -> bool:
    """Whether the clause has no subject of its own: "but has not ratified"."""
    between = stage.folded[stage.scenes[scene.index - 1].end : scene.start].split()
    joint = {*between, *stage.folded[scene.start : scene.end].split()[:1]}
    return bool(joint & stage.acts.grammar["joins"]) and scene.acting() is None
