"""Who is told apart from the rest: "Jordan is the only neighbour of Israel that has joined"."""

from treatywatch.reading.syntax.cast import Party
from treatywatch.reading.syntax.scenes import Scene, Stage

_RANKED = 4  # words of "is still the only"


def is_one_of_a_kind(stage: Stage, told: tuple[Party, Party], scene: Scene) -> bool:
    """Whether a relative clause is about the first of two, and the other only says of whose kind.

    Not behind a comma: "Norway is the only neighbour of Russia, which left".
    """
    subject, other = told
    between = stage.folded[subject.end : other.start].split()
    goes_on = stage.folded[other.end : scene.start].strip()
    grammar = stage.acts.grammar
    is_one = bool(set(between[:1]) & grammar["becomes"]) and not goes_on
    return is_one and bool(set(between[1:_RANKED]) & grammar["rank"])
