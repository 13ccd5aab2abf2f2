"""Whom a rank among those who leave comes after: "the fifth to leave, after Estonia and Latvia"."""

import re
from dataclasses import replace

from treatywatch.reading.syntax.cast import Party
from treatywatch.reading.syntax.scenes import Scene, Stage
from treatywatch.reading.vocabulary.grammar import grammar
from treatywatch.reading.vocabulary.words_acts import ActWords, CueKind

_NOUN = 30  # characters between a rank and its noun: " Latin American "
_REACH = (
    110  # characters from a rank to "after": " country to have quit the landmine ban this year, "
)
_ENDS = frozenset({"", ",", ";", ".", "-", "–", "—", ")", ":"})


def earlier_in_rank(stage: Stage, scene: Scene) -> Party | None:
    """Those who did it before the one that is told to be the fifth; None where nobody is named.

    The words from "after" to the last name are the span.
    """
    last = stage.scenes[min(scene.index + 1, len(stage.scenes) - 1)]
    scenes = (scene, last) if last.clause.passage == scene.clause.passage else (scene,)
    rank = _rank(scenes)
    if rank is None:
        return None
    low, high = rank, min(scenes[-1].end, rank + _REACH)
    found = _after(stage.acts).search(stage.folded, low, high)
    if found is None:
        return None
    parties = (p for one in scenes for p in one.parties if p.ids)
    beside = next((p for p in parties if 0 <= p.start - found.end() <= 1), None)
    if beside is None or stage.folded[beside.end : beside.end + 2].strip()[:1] not in _ENDS:
        return None
    return replace(beside, start=found.start())


def _rank(scenes: tuple[Scene, ...]) -> int | None:
    """Where a rank above the first ends that a noun for States follows: "the fifth country"."""
    for scene in scenes:
        nouns = scene.of(CueKind.STATE_NOUN_ONE, CueKind.COUNTRY)
        for number in scene.numbers:
            ranks = number.ordinal and number.low > 1
            if ranks and any(0 < noun.start - number.end <= _NOUN for noun in nouns):
                return number.end
    return None


def rank_before(stage: Stage, start: int) -> int | None:
    """Where the rank begins that goes before who leaves: "[the first] country that left"."""
    before = stage.folded[max(0, start - _LEADING) : start]
    found = _ranked(stage.acts).search(before)
    return start - len(before) + found.start() if found else None


_LEADING = 45  # characters of "first European member state, " before a clause


@grammar
def _ranked(acts: ActWords) -> re.Pattern[str]:
    ranks, noun = acts.any_of("rank"), acts.cues_of(CueKind.STATE_NOUN_ONE)
    return re.compile(rf"(?<!\w)(?:{ranks})\s(?:(?:[\w-]+\s){{0,2}}?(?:{noun}),?\s)?$")


@grammar
def _after(acts: ActWords) -> re.Pattern[str]:
    articles = acts.any_of("before_name")
    words = acts.any_of("ranks_after")
    return re.compile(rf"\b(?:{words})(?:\s(?:{articles}))*\s")
