"""Negations that deny nothing: "did not notify until August" tells of a notice, and when."""

from treatywatch.reading.mentions import CueHit
from treatywatch.reading.scenes import Scene, Stage

_DAY = 30  # characters of " the depositary until the end of " before a day


def not_until(stage: Stage, scene: Scene, head: CueHit) -> bool:
    """Whether "until" and a day follow the head."""
    days = [d.start for d in scene.dates if 0 < d.start - head.end <= _DAY]
    between = stage.folded[head.end : days[0]].split() if days else []
    return bool(set(between) & stage.acts.grammar["not_until"])
