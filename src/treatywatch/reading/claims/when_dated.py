"""The day of a clause: that of a date before it ("in 2018, when its departure became law"), or not.

"A charity founded in 1994 has warned of more after Poland left" dates the charity.
"""

from treatywatch.reading.naming.mentions import CueHit
from treatywatch.reading.syntax.cast import Party
from treatywatch.reading.syntax.scenes import Scene, Stage
from treatywatch.reading.vocabulary.spans import DateMention
from treatywatch.reading.vocabulary.words_acts import CueKind

_OPENS = 12  # characters of "on which the "
_GAP = ", "


def dated_before(stage: Stage, scene: Scene) -> DateMention | None:
    """The date that ends right before the clause, where the clause tells what was done then."""
    words = stage.folded[scene.start : scene.start + _OPENS].split()
    opens = stage.acts.grammar.get("done_then", frozenset())
    if not words or not opens & {words[0], " ".join(words[:2])} or scene.index == 0:
        return None
    dates = stage.scenes[scene.index - 1].dates
    if not dates or stage.folded[dates[-1].end : scene.start].strip(_GAP):
        return None
    return dates[-1]


def of_the_making(scene: Scene, head: CueHit, date: DateMention) -> bool:
    """Whether it is the day of the treaty: "acceded, a decade after it was adopted in 1997"."""
    made = scene.of(CueKind.ADOPT, CueKind.OPEN_SIGNATURE)
    return any(head.end <= c.start and 0 < date.start - c.end <= _OF_IT for c in made)


_OF_IT = 40  # characters of " by the General Assembly in New York in "


def of_what_came_after(stage: Stage, party: Party | None, date: DateMention) -> bool:
    """Whether the date is that of what was done after the act: "in 1994, after Poland left"."""
    if party is None or party.start < date.end:
        return False
    between = stage.folded[date.end : party.start].split()
    return bool(set(between) & stage.acts.grammar["done_before"])
