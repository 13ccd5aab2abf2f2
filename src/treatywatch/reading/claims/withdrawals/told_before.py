"""Who was told of before an exit that names nobody: by a heading, or as the one who acted last."""

from treatywatch.reading.syntax.cast import Party
from treatywatch.reading.syntax.scenes import Scene, Stage
from treatywatch.reading.vocabulary.words_acts import CueKind

_BACK = 14  # clauses within which the one who acted last is still spoken of
_NUMBERED = 8  # characters of "12. The " beside the name in a heading


def acted_last(stage: Stage, scene: Scene, chief: str | None, since: int = 0) -> tuple[str, ...]:
    """The chief actor of the report, if it acted lately, else the single State that acted last.

    Only after the offset ``since``; nobody where none acted.
    """
    told: tuple[str, ...] = ()
    for index in range(scene.index - 1, max(-1, scene.index - _BACK), -1):
        acting = acts_by_itself(stage, stage.scenes[index])
        if stage.scenes[index].start < since:
            break
        if stage.scenes[index].has(CueKind.DEPOSITARY_RULE):
            continue  # who keeps the treaty does not thereby leave it
        if acting is not None and len(acting.ids) == 1:
            told = told or acting.ids
            if acting.ids == (chief,):
                return acting.ids
    return told


def acts_by_itself(stage: Stage, scene: Scene) -> Party | None:
    """Who acts in the clause, unless it only tells when or of whom: "..., when Norway met us"."""
    hangs = stage.acts.grammar["conditional"] | stage.acts.grammar["relative"]
    return None if scene.clause.opener in hangs else scene.acting()


def sentence_before(stage: Stage, scene: Scene) -> int:
    """Where the sentence before that of the clause begins."""
    index = scene.index
    while index and stage.scenes[index].clause.passage == scene.clause.passage:
        index -= 1
    return stage.scenes[index].clause.passage.start


def headed(stage: Stage, scene: Scene, since: int) -> tuple[str, ...]:
    """The State whose bare name heads the section, if the heading follows the offset ``since``."""
    for index in range(scene.index - 1, max(-1, scene.index - _BACK), -1):
        heading = stage.scenes[index]
        if heading.start < since:
            break
        if len(heading.people) != 1 or heading.cues or heading.treaties:
            continue
        name, line = heading.people[0], heading.clause.passage
        alone = (line.end - line.start) - (name.end - name.start) <= _NUMBERED
        if alone or (_is_line(stage, heading) and _names_only(heading)):
            return name.ids
    return ()


def _names_only(scene: Scene) -> bool:
    name = scene.people[0]
    return (scene.end - scene.start) - (name.end - name.start) <= _NUMBERED


def _is_line(stage: Stage, scene: Scene) -> bool:
    """Whether the clause ends its line: "2. Burundi", the number being a sentence of its own."""
    return stage.text[scene.end : scene.end + 1] in {"", "\n", "\r"}
