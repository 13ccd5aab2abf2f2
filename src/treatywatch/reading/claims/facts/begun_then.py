"""A treaty in force from its making on: "signed in 1964, and in force ever since", "at once".

The words give no day of their own, and mean that of the making told right before them.
"""

import re

from treatywatch.reading.claims.span import Stretch
from treatywatch.reading.naming.mentions import CueHit
from treatywatch.reading.syntax.scenes import Scene, Stage
from treatywatch.reading.vocabulary.grammar import grammar
from treatywatch.reading.vocabulary.words_acts import ActWords, CueKind


def from_its_making(stage: Stage, scene: Scene, head: CueHit) -> Stretch | None:
    """The words that close the clause and point back to the making; None where none was told."""
    if head.kind is not CueKind.EFFECT or not _made_before(stage, scene):
        return None
    then = _then(stage.acts).fullmatch(stage.folded, head.end, scene.end)
    return None if then is None else Stretch(*then.span("then"))


def _made_before(stage: Stage, scene: Scene) -> bool:
    """Whether the clause before tells when the treaty was made, and not when anybody joined it."""
    earlier = stage.scenes[scene.index - 1] if scene.index else None
    if earlier is None or not earlier.dates or not earlier.has(*_MAKING):
        return False
    return not any(one.ids for one in earlier.parties)


_MAKING = (CueKind.SIGN, CueKind.ADOPT, CueKind.OPEN_SIGNATURE, CueKind.ARRIVE)


@grammar
def _then(acts: ActWords) -> re.Pattern[str]:
    forms = acts.grammar["begun_then"]
    then = rf",?\s(?P<then>{acts.any_of('begun_then')})\W*"
    return re.compile(then if forms else r"(?P<then>(?!))")
