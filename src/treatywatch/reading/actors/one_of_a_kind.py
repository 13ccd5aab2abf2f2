"""Who is told apart from the rest: "Jordan is the only neighbour of Israel that has joined"."""

from treatywatch.reading.syntax.cast import Party
from treatywatch.reading.syntax.scenes import Scene, Stage

_RANKED = 4  # words of "is still the only"


def is_one_of_a_kind(stage: Stage, subject: Party, scene: Scene) -> bool:
    """Whether a relative clause is about the subject, whatever stands between.

    Not behind a comma: "Norway is the only neighbour of Russia, which left".
    """
    between = stage.folded[subject.end : scene.start]
    words, grammar = between.split(), stage.acts.grammar
    is_one = bool(set(words[:1]) & grammar["becomes"]) and "," not in between
    return is_one and bool(set(words[1:_RANKED]) & grammar["rank"])
