"""Labels: a treaty and a colon at the head of an item, "CFE: Russia out since November 2023".

What stands behind the label leaves the treaty out.
"""

import re

from treatywatch.reading.syntax.scenes import Scene, Stage
from treatywatch.reading.vocabulary.grammar import grammar
from treatywatch.reading.vocabulary.words_acts import ActWords

_COLON = re.compile(r"[^:.;!?\n]{0,25}:\s")  # " Treaty (1987): "


def is_labelled(stage: Stage, scene: Scene) -> bool:
    """Whether a treaty is the label of the item, and still the one that the clause is on."""
    passage = scene.clause.passage
    named = stage.context.treaties_in(passage.start, scene.start)
    if not named or stage.context.treaty_at(scene.start) != named[0].ids[0]:
        return False
    if _bullet(stage.acts).fullmatch(stage.folded, passage.start, named[0].start) is None:
        return False
    colon = _COLON.match(stage.folded, named[0].end, passage.end)
    return colon is not None and colon.end() <= scene.start


@grammar
def _bullet(acts: ActWords) -> re.Pattern[str]:
    """What may stand before the label: a mark, a number, an article."""
    return re.compile(rf"[\W\d_]*{acts.maybe('name_article')}")
