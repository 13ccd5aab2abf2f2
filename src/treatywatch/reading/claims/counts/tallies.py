"""Totals told without a word for those who joined: "that makes fifty", "there are now 53".

What they count is what the report spoke of last: ratifications, signatures, or parties.
"""

import re
from collections.abc import Iterator

from treatywatch.reading.naming.mentions import CueHit
from treatywatch.reading.syntax.scenes import Scene, Stage
from treatywatch.reading.vocabulary.grammar import grammar
from treatywatch.reading.vocabulary.spans import NumberMention
from treatywatch.reading.vocabulary.words_acts import ActWords, CueKind, Tense

_BESIDE = 16  # characters between "that makes" and its number
_BY = 8  # characters of " as from " between a total and its day
_NEEDS = 40  # characters between a number and what tells that so many are needed
_BACK = 8  # clauses before it in which what is counted was told
_MODAL = 6  # characters of "would " before a tally
_MOST = 200  # no treaty has more parties than there are States
COUNTED = {
    CueKind.RATIFY: "ratifications",
    CueKind.SIGN: "signatories",
    CueKind.SIGNATORY: "signatories",
    CueKind.ACCEDE: "parties",
    CueKind.BELONG: "parties",
    CueKind.EXIT: "parties",
    CueKind.EXIT_OBJECT: "parties",
    CueKind.EXIT_NOTICE: "parties",
    CueKind.RELEASED: "parties",
    CueKind.GO_OUT: "parties",
    CueKind.PARTY_NOUN: "parties",
}
_LEAST = 2
_BREAKS = ",;:("
_SURELYCOUNTED = (CueKind.PARTY_NOUN,)
_NOUNS = (CueKind.STATE_NOUN, CueKind.STATE_NOUN_ONE, CueKind.PARTY_NOUN, CueKind.WORLD)
Total = tuple[NumberMention, CueHit, str]


def totals(stage: Stage, scene: Scene, before: str | None = None) -> Iterator[Total]:
    """Each total in the clause: its number, the word that makes it one, and what it counts.

    ``before`` is what the count shortly before it counted, for want of other words.
    """
    if not scene.numbers:
        return
    plain = tuple(_just_told(stage, scene))
    if not plain and not scene.has(CueKind.TALLY, CueKind.COUNT_VERB):
        return
    tallies = (*scene.of(CueKind.TALLY), *plain)
    told = _counted(stage, scene)
    named = next((name for cue in tallies if (name := _named(stage, cue))), None)
    kind = named or told or before
    if kind is None:
        return
    for cue in tallies:
        nouns = _SURELYCOUNTED if cue in plain else _NOUNS
        numbers = [n for n in scene.numbers if n.start >= cue.end and _fits(stage, scene, n, nouns)]
        beside = [n for n in numbers[:1] if n.start - cue.end <= _BESIDE]
        reached = [n for n in numbers if _is_reached(stage, n)]
        for number in (reached or beside)[-1:]:
            yield number, cue, kind
    if not tallies:
        yield from _remaining(stage, scene)


def _named(stage: Stage, tally: CueHit) -> str | None:
    """What the words of the total themselves count: "the number of ratifications"."""
    words = stage.folded[tally.start : tally.end].split()
    if set(words) & stage.acts.grammar["membership"]:
        return "parties"
    kinds = {cue.kind for word in words for cue in stage.acts.cues.get(word, ())}
    return next((name for kind, name in COUNTED.items() if kind in kinds), None)


def _just_told(stage: Stage, scene: Scene) -> Iterator[CueHit]:
    """Words before a number that count whatever was spoken of: "there are", "that leaves"."""
    if stage.scenes[max(0, scene.index - 1)].has(CueKind.PARLIAMENT):
        return  # which has members too
    for number in scene.numbers:
        if number.percent or number.ordinal or not _LEAST <= number.high <= _MOST:
            continue
        before = _before_total(stage.acts).search(stage.folded, scene.start, number.start)
        if before is not None:
            yield CueHit(before.start(), before.end() - 1, CueKind.TALLY, Tense.OTHER)
        elif _is_told_as_total(stage, scene, number):
            yield CueHit(number.start, number.start, CueKind.TALLY, Tense.OTHER)


def _is_told_as_total(stage: Stage, scene: Scene, number: NumberMention) -> bool:
    """Whether a number without its noun is a total by what follows: "183 and rising"."""
    alone = number.start - scene.start <= _OPENS
    return alone and _after_total(stage.acts).match(stage.folded, number.end, scene.end) is not None


_OPENS = 5  # characters of "now " before a number that opens its clause


@grammar
def _after_total(acts: ActWords) -> re.Pattern[str]:
    return re.compile(rf"\s(?:{acts.any_of('after_total')})(?=\W|$)")


@grammar
def _before_total(acts: ActWords) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{acts.any_of('before_total')})\s$")


def is_to_come(stage: Stage, tally: CueHit) -> bool:
    """Whether the total is one that will be reached: "there will be 161", "that would leave 9"."""
    words = stage.folded[max(0, tally.start - _MODAL) : tally.end].split()
    return bool(set(words) & stage.acts.grammar["modal"])


def _fits(stage: Stage, scene: Scene, number: NumberMention, counted: tuple[CueKind, ...]) -> bool:
    """Whether the number counts States or nothing else: not "there are now 53 warheads"."""
    if number.percent or number.ordinal or not _LEAST <= number.high <= _MOST:
        return False
    if any(0 <= c.start - number.end <= _NEEDS for c in scene.of(CueKind.NEEDED)):
        return False
    following = stage.folded[number.end : scene.end].strip(" .!\"')")
    closes = not following or following[0] in _BREAKS
    closes = closes or _after_total(stage.acts).match(f" {following}") is not None
    closes = closes or any(0 < d.start - number.end <= _BY for d in scene.dates)
    closes = closes or bool(set(following.split()[:1]) & stage.acts.grammar["gone_with"])
    return closes or any(0 <= c.start - number.end <= _BESIDE for c in scene.of(*counted))


def _is_reached(stage: Stage, number: NumberMention) -> bool:
    """Whether the number is what a total has come to: "falls from 166 to 163"."""
    before = stage.folded[max(0, number.start - _BESIDE) : number.start].split()
    return bool(before) and before[-1] in stage.acts.grammar["reached"]


def _remaining(stage: Stage, scene: Scene) -> Iterator[Total]:
    """ "Thirty-four countries remain": in the treaty, where the report speaks of leaving it."""
    for head in scene.of(CueKind.COUNT_VERB):
        states = [c for c in scene.of(*_NOUNS) if 0 <= head.start - c.end <= 1]
        numbers = [n for n in scene.numbers if states and 0 <= states[-1].start - n.end <= 2]
        following = stage.folded[head.end : scene.clause.passage.end].lstrip()
        if numbers and not following[:1].isalnum():
            yield numbers[-1], head, "parties"


def _counted(stage: Stage, scene: Scene) -> str | None:
    """What was spoken of last: in the clause itself, else in the few before it."""
    if not stage.context.treaties_in(0, scene.end):
        return None
    for index in range(scene.index, max(-1, scene.index - _BACK - 1), -1):
        told = [c for c in stage.scenes[index].cues if c.kind in COUNTED]
        if told:
            return COUNTED[told[-1].kind]
    return "parties" if _spoken_of_outside(stage, scene) else None


def _spoken_of_outside(stage: Stage, scene: Scene) -> bool:
    """ "The country has been outside the pact since Friday. That leaves 194"."""
    return stage.scenes[max(0, scene.index - 1)].has(CueKind.OUTSIDE)
