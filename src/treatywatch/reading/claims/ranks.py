"""Ranks that tell how many have joined: "the fortieth ratification", "as the 112th State".

Of a State that is named as the one who acts ("Nigeria became its 111th member") they tell its
joining, and are read there.
"""

import re
from collections.abc import Iterator

from treatywatch.reading.cast import Stand
from treatywatch.reading.grammar import grammar
from treatywatch.reading.mentions import CueHit
from treatywatch.reading.scenes import Scene, Stage
from treatywatch.reading.spans import NumberMention
from treatywatch.reading.words_acts import ActWords, CueKind, Tense

_LEAST, _MOST = 3, 200  # the first two tell who came first; no treaty has more parties than States
_BEFORE = 40  # characters before a rank that tell what it is said of
_JUST = 5  # words of "made Sri Lanka that treaty's" before a rank
_OPENS = 5  # characters of "the " before a rank that opens its clause
_BACK = 2  # clauses back to what "it was the 65th" leaves out
_CONSENT = (CueKind.RATIFY, CueKind.ACCEDE, CueKind.HAND_IN)
_ELSE = (
    CueKind.EXIT,
    CueKind.EXIT_OBJECT,
    CueKind.OUT_OF,
    CueKind.RELEASED,
    CueKind.GO_OUT,
    CueKind.EXIT_NOTICE,
    CueKind.EFFECT,
    CueKind.NEEDED,
    CueKind.CONDITION,
)
Rank = tuple[NumberMention, CueHit, str]


def ranks(stage: Stage, scene: Scene) -> Iterator[Rank]:
    """Each rank that counts those who joined: its number, its noun, and what it counts."""
    ordinals = [n for n in scene.numbers if n.ordinal and _LEAST <= n.low <= _MOST]
    if not ordinals or scene.has(*_ELSE):
        return
    told = _acts_by_name(scene)
    for number in ordinals:
        before = stage.folded[max(scene.start, number.start - _BEFORE) : number.start].split()
        if set(before) & (stage.acts.grammar["later"] - stage.acts.grammar["ranked_as"]):
            continue  # "once the fiftieth country has ratified": a threshold
        noun = _noun(stage.acts).match(stage.folded, number.end, scene.end)
        beside = bool(set(before[-_JUST:]) & stage.acts.grammar["ranked_as"])
        if told and not beside:
            continue
        said = beside or bool(set(before) & stage.acts.grammar["becomes"])
        if noun is not None and noun["papers"] and (said or number.start - scene.start <= _OPENS):
            yield number, _head(number, noun.end(), CueKind.RATIFY), "ratifications"
        elif noun is not None and noun["party"] and said:
            yield number, _head(number, noun.end(), CueKind.PARTY_NOUN), "parties"
        elif noun is None and said and _closes(stage, scene, number) and _of_consent(stage, scene):
            yield number, _head(number, number.end, CueKind.RATIFY), "ratifications"


def _head(number: NumberMention, end: int, kind: CueKind) -> CueHit:
    return CueHit(number.start, end, kind, Tense.NOUN)


def _acts_by_name(scene: Scene) -> bool:
    """Whether a State is named as the one who acts, and its joining is what is told."""
    joins = scene.has(*_CONSENT, CueKind.BELONG)
    return joins and any(p.ids and p.stand is Stand.ACTS for p in scene.parties)


def _closes(stage: Stage, scene: Scene, number: NumberMention) -> bool:
    return not stage.folded[number.end : scene.end].strip(" .!;:\"')")


def _of_consent(stage: Stage, scene: Scene) -> bool:
    """Whether one that ratified was told of just before: "it was the 65th"."""
    earlier = stage.scenes[max(0, scene.index - _BACK) : scene.index]
    return any(one.has(*_CONSENT) for one in earlier)


@grammar
def _noun(acts: ActWords) -> re.Pattern[str]:
    papers, party = acts.any_of("rank_papers"), acts.any_of("rank_parties")
    ends = acts.any_of("rank_ends")
    return re.compile(
        rf"\s+(?:[\w'-]+\s+){{0,2}}?(?:(?P<papers>{papers})\b|(?P<party>{party})\b"
        rf"(?=\W*$|[,.;:)\"]|\s+(?:{ends})\b))"
    )
