"""Whom a list after a clause names: "Two countries left the pact: Estonia and Latvia"."""

from treatywatch.reading.syntax.cast import Party
from treatywatch.reading.syntax.scenes import Scene, Stage

_MARKS = frozenset({":", "-", "(", "--"})
_SMALL = 8  # characters of words such as " and " that a bare list has beside its names


def spelt_out(stage: Stage, scene: Scene, party: Party) -> Party | None:
    """The list that follows the clause at once, after a colon or a dash, of a vague party."""
    if not party.vague or party.one or scene.index + 1 >= len(stage.scenes):
        return None
    after = stage.scenes[scene.index + 1]
    between = stage.folded[scene.end : after.start].strip()
    if after.clause.passage != scene.clause.passage or between not in _MARKS:
        return None
    named = [p for p in after.parties if p.ids]
    if len(named) != 1 or after.cues or after.treaties or len(named[0].ids) < _SEVERAL:
        return None
    bare = (after.end - after.start) - (named[0].end - named[0].start)
    return named[0] if bare <= _SMALL else None


_SEVERAL = 2
