"""Ranks that tell how many have joined: "the fortieth ratification", "as the 112th State".

Of a State that is named as the one who acts ("Nigeria became its 111th member") they tell its
joining, and are read there.
"""

import re
from collections.abc import Iterator

from treatywatch.reading.naming.mentions import CueHit
from treatywatch.reading.syntax.cast import Stand
from treatywatch.reading.syntax.scenes import Scene, Stage
from treatywatch.reading.vocabulary.grammar import grammar
from treatywatch.reading.vocabulary.spans import NumberMention
from treatywatch.reading.vocabulary.words_acts import ActWords, CueKind, Tense

_LEAST, _MOST = 3, 200  # the first two tell who came first; no treaty has more parties than States
_BEFORE = 40  # characters before a rank that tell what it is said of
_JUST = 5  # words of "made Sri Lanka that treaty's" before a rank
_OPENS = 5  # characters of "the " before a rank that opens its clause
_COMMA = 24  # characters of ", becoming already the " before a rank
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
        beside = beside or _is_set_apart(stage, scene, number)
        if told and not beside:
            continue
        said = beside or bool(set(before) & stage.acts.grammar["becomes"])
        gets = bool(set(before[-_JUST:]) & stage.acts.grammar["gets_papers"])
        if (
            noun is not None
            and noun["papers"]
            and (said or gets or number.start - scene.start <= _OPENS)
        ):
            yield number, _head(number, noun.end(), CueKind.RATIFY), "ratifications"
        elif noun is not None and noun["party"] and said:
            again = _does_so(stage.acts).match(stage.folded, noun.end(), scene.end)
            kind = "ratifications" if again and _ratified(stage, scene) else "parties"
            yield number, _head(number, noun.end(), CueKind.PARTY_NOUN), kind
        elif (
            noun is None
            and said
            and _closes(stage, scene, number)
            and (beside or _of_consent(stage, scene))
        ):
            kind = "ratifications" if _ratified(stage, scene) else "parties"
            yield number, _head(number, number.end, CueKind.RATIFY), kind


def numbered(stage: Stage, scene: Scene) -> Iterator[Rank]:
    """ "Has become party number 162", "joined, number 198": a rank told by its bare number.

    And "its members number 162", which is what a verb of counting looks like.
    """
    joins = scene.has(*_CONSENT, CueKind.BELONG)
    for found in _by_number(stage.acts).finditer(stage.folded, scene.start, scene.end):
        value = float(found["value"])
        before = set(stage.folded[max(0, found.start() - _BEFORE) : found.start()].split()[-_JUST:])
        if any(c.start < found.start() for c in scene.of(*_ELSE)):
            continue
        given = found["noun"] and before & stage.acts.grammar["ranked_as"]
        if not (joins or found["many"] or given):
            continue
        if not (found["noun"] or found["many"]) and not _behind_act(stage, scene, found.start()):
            continue
        if _LEAST <= value <= _MOST:
            number = NumberMention(found.start("value"), found.end(), value, value)
            kind = "ratifications" if _ratified(stage, scene) and not found["noun"] else "parties"
            yield number, CueHit(found.start(), found.end(), CueKind.PARTY_NOUN, Tense.NOUN), kind


def _behind_act(stage: Stage, scene: Scene, start: int) -> bool:
    """Whether the number stands behind the act and a comma: "joined on Friday, number 198"."""
    after = any(c.end <= start for c in scene.of(*_CONSENT, CueKind.BELONG))
    before = stage.folded[scene.start : start].rstrip()
    return after and (not before or before[-1] in ",;:-(")


@grammar
def _by_number(acts: ActWords) -> re.Pattern[str]:
    nouns, number = acts.any_of("rank_parties"), acts.any_of("rank_number")
    many = rf"(?P<many>{acts.any_of('numbered_many')})\s{acts.maybe('before_verb')}"
    return re.compile(
        rf"\b(?:(?P<noun>{nouns})\s|{many})?(?:{number})\s(?P<value>\d{{1,3}})(?=\W|$)(?!\.\d)"
    )


def _is_set_apart(stage: Stage, scene: Scene, number: NumberMention) -> bool:
    """Whether the rank stands behind a comma after the act: "acceded, the 186th State to do so"."""
    words = stage.folded[max(scene.start, number.start - _COMMA) : number.start]
    after = any(c.end <= number.start for c in scene.of(*_CONSENT, CueKind.BELONG, CueKind.SIGN))
    return after and _behind_a_comma(stage.acts).search(words) is not None


@grammar
def _behind_a_comma(acts: ActWords) -> re.Pattern[str]:
    """ ", becoming already the ", "and became the " """
    leads = rf"(?:{acts.any_of('ranking')}|{acts.any_of('before_verb')})"
    then = rf"\s(?:{acts.any_of('joins')})\s(?:{acts.any_of('becomes')})"
    return re.compile(rf"(?:[,:-]\s(?:{leads}\s)*|{then}\s)(?:{acts.any_of('article')})\s$")


@grammar
def _does_so(acts: ActWords) -> re.Pattern[str]:
    return re.compile(rf"\s(?:{acts.any_of('rank_does_so')})\b")


def _ratified(stage: Stage, scene: Scene) -> bool:
    """Whether the act told last is a ratification, not an accession."""
    near = stage.scenes[max(0, scene.index - _BACK) : scene.index + 1]
    acts = [c for one in near for c in one.of(*_CONSENT)]
    return bool(acts) and acts[-1].kind is CueKind.RATIFY


def _head(number: NumberMention, end: int, kind: CueKind) -> CueHit:
    return CueHit(number.start, end, kind, Tense.NOUN)


def _acts_by_name(scene: Scene) -> bool:
    """Whether a State is named as the one who acts, and its joining is what is told."""
    joins = scene.has(*_CONSENT, CueKind.BELONG)
    return joins and any(p.ids and p.stand is Stand.ACTS for p in scene.parties)


def _closes(stage: Stage, scene: Scene, number: NumberMention) -> bool:
    following = stage.folded[number.end : scene.end]
    again = _does_so(stage.acts).match(following)
    return not following[again.end() if again else 0 :].strip(" .!;:\"')")


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
