"""Negations that deny nothing ("did not notify until August"), and those of so few ("none of")."""

import re

from treatywatch.reading.naming.mentions import CueHit
from treatywatch.reading.syntax.cast import Stand
from treatywatch.reading.syntax.scenes import Scene, Stage
from treatywatch.reading.vocabulary.grammar import grammar
from treatywatch.reading.vocabulary.spans import DateMention
from treatywatch.reading.vocabulary.words_acts import ActWords, CueKind, Tense

_DAY = 30  # characters of " the depositary until the end of " before a day


def not_until(stage: Stage, scene: Scene, head: CueHit) -> bool:
    """Whether "until" and a day follow the head."""
    ends = max([head.end, *(t.end for t in scene.treaties if t.start - head.end <= _DAY)])
    days = [d.start for d in days_before_today(stage, scene) if 0 < d.start - ends <= _DAY]
    between = stage.folded[ends : days[0]].split() if days else []
    return bool(set(between) & stage.acts.grammar["not_until"])


def done_after_all(stage: Stage, scene: Scene, head: CueHit) -> bool:
    """Whether it was done on a day that is past: "did not leave the treaty until 6 March"."""
    today = stage.context.report.published
    past = today and any(head.end < d.start and str(d.last) < today for d in scene.dates)
    return bool(past) and not_until(stage, scene, head)


def days_before_today(stage: Stage, scene: Scene) -> tuple[DateMention, ...]:
    """The days but that of the report: "has not signed it until today" is still so."""
    today = stage.context.report.published
    return tuple(d for d in scene.dates if str(d.first) != today)


def denies_a_rank(stage: Stage, scene: Scene, head: CueHit) -> bool:
    """Whether a place in a line is denied, and not the act: "was not the first State to leave"."""
    before = [c for c in scene.of(CueKind.NEGATION) if c.end <= head.start]
    words = stage.folded[before[-1].end : head.start].split() if before else []
    return bool(set(words[:_TO_RANK]) & stage.acts.grammar["rank"])


_TO_RANK = 3  # words from "no" to "primer": "no fue el primer Estado en"


def opens_with_none(stage: Stage, scene: Scene) -> bool:
    """Whether it is said of so few that none of them did: "none of the nine states has signed"."""
    none = _none_of(stage.acts).match(stage.folded, scene.start, scene.end)
    if none is None:
        return False
    few = (n for n in scene.numbers if 0 <= n.start - none.end() <= _NEAR)
    return any(not n.ordinal and n.low <= _FEW for n in few)


def acts_of_none(stage: Stage, scene: Scene, head: CueHit) -> bool:
    """Whether no member of a group is the subject: "keine Atommacht hat", "aucun pays de l'Union".

    The first word denies a noun that is neither a treaty nor an office, and nobody is named who
    acts.
    """
    first = stage.folded[scene.start : head.start].split()[:1]
    if head.tense is Tense.PROGRESSIVE:
        return False  # "no other country has left after ratifying it"
    if set(first).isdisjoint(stage.acts.grammar["none"]) or scene.has(*_OFFICES):
        return False
    noun = scene.start + len(first[0]) + 1
    if any(c.start <= noun + _NEAR for c in scene.of(CueKind.TREATY_NOUN)):
        return False
    return not any(p.ids and p.stand is Stand.ACTS and p.end <= head.start for p in scene.parties)


_OFFICES = (CueKind.MINISTER, CueKind.PRESIDENT, CueKind.PARLIAMENT, CueKind.PEOPLE)
_NEAR = 2  # characters between "none of the" and a number
_FEW = 12  # of more than a dozen the number is told as well: "none of the 164 parties"


@grammar
def _none_of(acts: ActWords) -> re.Pattern[str]:
    return re.compile(rf"\s*{acts.maybe('joins')}(?:{acts.any_of('none_of')})\b")


def denied_for_ever(stage: Stage, scene: Scene, head: CueHit) -> bool:
    """Whether "never" denies it of all the time so far: "has never been a party"."""
    if scene.has(CueKind.FUTURE):
        return False
    end = scene.end if scene.syntax.object_before else head.end
    return bool(set(stage.folded[scene.start : end].split()) & stage.acts.grammar["never"])
