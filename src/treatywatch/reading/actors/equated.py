"""Whom a sentence names as the one it describes: "the first country to ratify was Canada".

What stands before the verb is a description and no subject carried on from elsewhere: the name
behind "was" says who it is.
"""

import re
from collections.abc import Sequence

from treatywatch.reading.naming.mentions import CueHit
from treatywatch.reading.syntax.cast import Party
from treatywatch.reading.syntax.scenes import Scene, Stage
from treatywatch.reading.vocabulary.grammar import grammar
from treatywatch.reading.vocabulary.words_acts import ActWords, Tense

_DESCRIBED = 60  # characters from a description's noun or rank to what it does


def equated(stage: Stage, scene: Scene, before: Sequence[Party], head: CueHit) -> Party | None:
    """The party right behind "was", where a description of it stands before the head."""
    is_noun = head.tense is Tense.NOUN and not any(p.ids for p in before)
    if not is_noun and not _describes(scene, before, head):
        return None
    names = _whose_it_is(stage.acts) if is_noun else _who_it_is(stage.acts)
    last = stage.scenes[scene.index + 1 : scene.index + 2]
    near = [one for one in last if one.clause.passage == scene.clause.passage]
    for party in (p for one in (scene, *near) for p in one.parties if p.ids):
        if party.start >= head.end:
            between = stage.folded[head.end : party.start]
            return party if names.search(between) else None
    return None


def _describes(scene: Scene, before: Sequence[Party], head: CueHit) -> bool:
    """Whether "the country", "the fiftieth" or the like is what the head is said of."""
    if before and before[-1].ids:
        return False
    vague = [p for p in before[-1:] if p.one and head.start - p.end <= _DESCRIBED]
    ranks = (n for n in scene.numbers if n.ordinal and n.end <= head.start)
    return bool(vague) or any(head.start - n.end <= _DESCRIBED for n in ranks)


@grammar
def _who_it_is(acts: ActWords) -> re.Pattern[str]:
    articles = acts.any_of("before_name")
    return re.compile(rf"\b(?:{acts.any_of('becomes')})\s(?:(?:{articles})\s)?$")


@grammar
def _whose_it_is(acts: ActWords) -> re.Pattern[str]:
    """ "The latest ratification was that of Indonesia"."""
    articles, that_of = acts.any_of("before_name"), acts.any_of("that_of")
    return re.compile(rf"\b(?:{acts.any_of('becomes')})\s(?:{that_of})\s(?:(?:{articles})\s)?$")
