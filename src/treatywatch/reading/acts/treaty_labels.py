"""Labels: a treaty and a colon at the head of an item, "CFE: Russia out since November 2023".

What stands behind the label leaves the treaty out.
"""

import re

from treatywatch.reading.syntax.scenes import Scene, Stage

_BULLET = re.compile(r"[\W\d_]*(?:the\s)?")
_COLON = re.compile(r"[^:.;!?\n]{0,25}:\s")  # " Treaty (1987): "


def is_labelled(stage: Stage, scene: Scene) -> bool:
    """Whether a treaty is the label of the item, and still the one that the clause is on."""
    passage = scene.clause.passage
    named = stage.context.treaties_in(passage.start, scene.start)
    if not named or stage.context.treaty_at(scene.start) != named[0].ids[0]:
        return False
    if _BULLET.fullmatch(stage.folded, passage.start, named[0].start) is None:
        return False
    colon = _COLON.match(stage.folded, named[0].end, passage.end)
    return colon is not None and colon.end() <= scene.start
