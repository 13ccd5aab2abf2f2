"""Exits told of the treaty: "was denounced by Canada", "left by Russia in December 2021"."""

from treatywatch.reading.acts.objects import object_before
from treatywatch.reading.naming.mentions import CueHit
from treatywatch.reading.syntax.cast import Party
from treatywatch.reading.syntax.scenes import Scene, Stage
from treatywatch.reading.vocabulary.spans import Mention
from treatywatch.reading.vocabulary.words_acts import CueKind, Tense

_LEAVES = frozenset({CueKind.EXIT_OBJECT, CueKind.SUSPEND})
_AGENT = 12  # characters of " by the then " between a participle and who did it
_SUBJECT = 60  # characters between the treaty and the participle


def undergone(stage: Stage, scene: Scene, head: CueHit) -> tuple[Mention, Party] | None:
    """The treaty that is the subject of the passive, and by whom it is left; None where no passive.

    Only of those who are named: what is denounced by critics goes on.
    """
    past = head.kind in _LEAVES and head.tense in {Tense.PAST, Tense.OTHER}
    if not past or scene.syntax.object_before:
        return None
    treaty = object_before(scene, head) or _told_before(stage, scene)
    party = next((p for p in scene.parties if p.ids and p.start > head.end), None)
    if treaty is None or party is None or head.start - treaty.end > _SUBJECT:
        return None
    led = stage.folded[head.end : party.start].split()
    by = bool(set(led[:1]) & stage.acts.grammar["agent_only"])
    return (treaty, party) if by and party.start - head.end <= _AGENT else None


def _told_before(stage: Stage, scene: Scene) -> Mention | None:
    """The treaty that "which" goes back to: "the Kyoto Protocol, which was left by Canada"."""
    if scene.index == 0 or scene.clause.opener not in stage.acts.grammar["relative"]:
        return None
    treaties = stage.scenes[scene.index - 1].treaties
    near = bool(treaties) and 0 <= scene.start - treaties[-1].end <= _COMMA
    return treaties[-1] if near else None


_COMMA = 2  # characters of ", " before "which"
