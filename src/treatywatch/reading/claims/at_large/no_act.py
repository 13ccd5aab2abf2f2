"""Clauses in freer words of which none tells an act: conditions, calls, rules."""

from treatywatch.reading.acts.notice_of import is_of_something_else
from treatywatch.reading.acts.notices import is_awaited, is_ordered
from treatywatch.reading.acts.shared_objects import negated_before
from treatywatch.reading.claims.withdrawals.no_ones import goes_on_with_a_rule
from treatywatch.reading.syntax.scenes import Scene, Stage
from treatywatch.reading.vocabulary.words_acts import CueKind, Tense

_FINITE = frozenset({Tense.PAST, Tense.PRESENT})


def tells_no_act(stage: Stage, scene: Scene) -> bool:
    """Whether the clause only supposes something, or goes on with what any party may do."""
    if _supposes(stage, scene) or is_awaited(stage, scene) or is_ordered(stage, scene):
        return True
    if is_of_something_else(stage, scene):
        return True
    return goes_on_with_a_rule(stage, scene)


def _supposes(stage: Stage, scene: Scene) -> bool:
    """Whether the clause is a condition, a call by others, or hangs on one."""
    first = stage.folded[scene.start : scene.end].split()[:1]
    verbless = not any(c.tense in _FINITE for c in scene.cues)
    if verbless and not scene.dates and set(first) & stage.acts.grammar["absolute"]:
        return True  # "with Lithuania gone, 112 remain"
    supposing = stage.context.words.loose_exits.sets.get("supposing", ())
    if set(first) & {*stage.acts.grammar["hypothetical"], *supposing} or negated_before(
        stage, scene
    ):
        return True
    if scene.clause.opener in stage.acts.grammar["that"]:
        return True
    return _urges(stage, scene) or stage.context.is_quoted(scene.start)


def _urges(stage: Stage, scene: Scene) -> bool:
    """Whether others call for something: "asked it to leave", not "parliament was never asked"."""
    nots = {*stage.context.words.loose_exits.sets.get("negated", ())}
    before = (stage.folded[scene.start : c.start].split()[-1:] for c in scene.of(CueKind.URGING))
    return any(not set(words) & nots for words in before)
