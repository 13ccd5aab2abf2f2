"""One mention of leaving a treaty, as the readers of exits hand it on."""

from treatywatch.reading.naming.mentions import CueHit
from treatywatch.reading.syntax.cast import Party
from treatywatch.reading.syntax.scenes import Scene, Stage
from treatywatch.reading.vocabulary.spans import Mention
from treatywatch.values import frozen


@frozen
class Exit:
    """One mention of leaving: the clause, the word that says it, the treaty and the party named.

    ``denied`` tells that the words themselves turn an act told before round: "nor has Latvia";
    ``asked`` that the words are a question, so that nobody is said to leave.
    """

    scene: Scene
    head: CueHit
    treaty: str | None
    treaty_words: tuple[Mention, ...]
    party: Party | None
    denied: bool = False
    asked: bool = False


def names_it_whole(stage: Stage, one: Exit) -> bool:
    """Whether the act names its treaty, and no comma parts them: "takes effect, as it says"."""
    words = one.treaty_words
    return bool(words) and "," not in stage.folded[one.head.end : words[0].start]


def step_of(stage: Stage, scene: Scene, head: CueHit, party: Party | None) -> Exit:
    """A step that does not say what is left: of the treaty that its clause names, else in focus.

    "Served notice on the Kyoto Protocol" is of that one, whichever was told of before.
    """
    named = tuple(dict.fromkeys(t.ids[0] for t in scene.treaties if t.role == "name"))
    treaty = named[0] if len(named) == 1 else stage.context.treaty_at(head.start)
    return Exit(scene, head, treaty, (), party)
