"""Joining told by taking up what was told before: "so has Russia", "Lithuania followed".

The act is that of the joining told last; "neither" and "not" turn it round.
"""

import re
from enum import StrEnum

from treatywatch.reading.actors.subjects import antecedent
from treatywatch.reading.acts.bare_joinings import timed
from treatywatch.reading.acts.objects import stands_alone
from treatywatch.reading.acts.voice import negated, voice
from treatywatch.reading.claim import Voice
from treatywatch.reading.naming.mentions import CueHit
from treatywatch.reading.syntax.cast import Party, Stand
from treatywatch.reading.syntax.scenes import Scene, Stage
from treatywatch.reading.vocabulary.grammar import grammar
from treatywatch.reading.vocabulary.words_acts import ActWords, CueKind, Tense

_AGAIN = (CueKind.ECHO, CueKind.ECHO_NOT)
_AFTER_SUBJECT = (CueKind.SAME_AGAIN, CueKind.FOLLOW, CueKind.AMONG_THEM)
_SUBJECT = 12  # characters between "so has" and whoever it is said of
_BY = 45  # characters between "followed by" and whoever follows
_LIST = 45  # characters between a name and "followed"


class Turn(StrEnum):
    """How the words that take up an act stand to it."""

    SAME = "same"  # "so has Russia": as it was told, done or not done
    NOT_DONE = "not done"  # "Russia has not"
    DONE = "done"  # "Ukraine did, in 1999", whether or not the one told before did


Echo = tuple[CueHit, Party, Turn]


def echo_in(stage: Stage, scene: Scene) -> Echo | None:
    """The words that take up an act, of whom, and how they stand to it; None without any."""
    for cue in scene.of(*_AGAIN):
        reach = _BY if cue.tense is Tense.PAST else _SUBJECT
        after = [p for p in scene.parties if 0 < p.start - cue.end <= reach and p.ids]
        if after:
            return cue, after[0], Turn.NOT_DONE if cue.kind is CueKind.ECHO_NOT else Turn.SAME
    for cue in scene.of(*_AFTER_SUBJECT):
        before = [p for p in scene.parties if p.ids and 0 < cue.start - p.end <= _LIST]
        if before and before[-1].stand is Stand.ACTS and _free(stage, scene, cue):
            joins = [c for c in scene.of(CueKind.ACCEDE) if c.start == cue.start]
            if joins and not negated(scene, cue):  # whatever those told before did not
                return joins[0], before[-1], Turn.DONE
            return cue, before[-1], Turn.SAME
    return _left_as_one(stage, scene) or _left_out(stage, scene)


def _left_as_one(stage: Stage, scene: Scene) -> Echo | None:
    """ "Leaving the United States | as the only member not to have done so"."""
    again = scene.of(CueKind.SAME_AGAIN)
    if not again or scene.index == 0 or any(p.ids for p in scene.parties):
        return None
    earlier = stage.scenes[scene.index - 1]
    beside = [p for p in earlier.parties if p.ids and 0 <= scene.start - p.end <= _AS]
    if not beside or earlier.clause.passage != scene.clause.passage:
        return None
    between = stage.folded[beside[-1].end : again[0].start].split()
    grammar = stage.acts.grammar
    told = set(between[:1]) & grammar["left_as"] and set(between) & grammar["rank"]
    return (again[0], beside[-1], Turn.SAME) if told else None


_AS = 4  # characters of " as "


def sets_apart(stage: Stage, cue: CueHit) -> bool:
    """Whether it is told of whom the opposite holds: "unlike Austria", after those that did not."""
    told = stage.folded[cue.start : cue.end]
    return any(told.startswith(one) for one in stage.acts.grammar["contrast"])


def says_done(stage: Stage, cue: CueHit) -> bool:
    """Whether it is told that somebody did it, whoever did not: "Lithuania did it in June"."""
    did = _did_it(stage.acts).fullmatch(stage.folded, cue.start, cue.end) is not None
    return did and cue.kind is CueKind.SAME_AGAIN


@grammar
def _did_it(acts: ActWords) -> re.Pattern[str]:
    forms = acts.grammar["did_it"]
    return re.compile(rf"(?:{acts.any_of('did_it')})" if forms else r"(?!)")


def _free(stage: Stage, scene: Scene, cue: CueHit) -> bool:
    """Whether nothing follows that is followed or joined, nor a list after "among them"."""
    if cue.kind is CueKind.FOLLOW:
        return stands_alone(stage, scene, cue) or timed(stage, scene, cue)
    follows = any(0 < p.start - cue.end <= 2 for p in scene.parties)
    after = stage.folded[cue.end : scene.end].split()[:1]
    follows = follows or bool(set(after) & stage.acts.grammar["rank_to"])  # "the first to ratify"
    return cue.kind is not CueKind.AMONG_THEM or not follows


def _left_out(stage: Stage, scene: Scene) -> Echo | None:
    """ "Russia has not", "Chile did in May": a verb left out after its auxiliary."""
    turns = ((_not_done, Turn.NOT_DONE), (_done, Turn.DONE), (_likewise, Turn.SAME))
    for pattern, turn in turns:
        for found in pattern(stage.acts).finditer(stage.folded, scene.start, scene.end):
            party = _subject_of(stage, scene, found.start())
            if party is not None and _ends(stage, scene, found.end()):
                cue = CueHit(found.start(), found.end("verb"), CueKind.NEGATION, Tense.OTHER)
                return cue, party, turn
    return None


def _subject_of(stage: Stage, scene: Scene, verb: int) -> Party | None:
    """Who stands before the verb, or before what is set apart: "Egypt, its host, has not"."""
    before = [p for p in scene.parties if p.ids and 0 < verb - p.end <= _SET_APART]
    if not before and verb - scene.start <= len(scene.clause.opener) + 1:
        about = antecedent(stage, scene)  # "Russia, which has done neither"
        return about if about is not None and about.ids else None
    if not before or before[-1].stand is not Stand.ACTS:
        return None
    gap = stage.folded[before[-1].end : verb]
    apart = gap.startswith(",") and gap.rstrip().endswith(",")
    return before[-1] if apart or len(gap) <= _SUBJECT else None


def _ends(stage: Stage, scene: Scene, offset: int) -> bool:
    """Whether nothing follows but when it was done, or another clause."""
    rest = stage.folded[offset : scene.end].lstrip(" ,")
    if not rest.strip(" .;!\"')") or _goes_on(stage.acts).match(stage.folded, offset, scene.end):
        return True
    at = scene.end - len(rest)
    times = [*(d.start for d in scene.dates), *(d.start for d in scene.durations)]
    after = [start for start in times if 0 <= start - at <= _WHEN]
    between = set(stage.folded[at : min(after)].split()) if after else {"?"}
    return between <= stage.acts.grammar["joined_when"]


@grammar
def _goes_on(acts: ActWords) -> re.Pattern[str]:
    return re.compile(rf"[,;]\s+(?:{acts.any_of('joins')})\s")


@grammar
def _not_done(acts: ActWords) -> re.Pattern[str]:
    return _auxiliary(acts, "left_out")


@grammar
def _done(acts: ActWords) -> re.Pattern[str]:
    return _auxiliary(acts, "left_out_done")


@grammar
def _likewise(acts: ActWords) -> re.Pattern[str]:
    """ "Griechenland und die Türkei ebenfalls", "España tampoco": as it was told before."""
    forms = acts.grammar["likewise_alone"]
    return re.compile(
        rf"\b(?P<verb>{acts.any_of('likewise_alone')})\b" if forms else r"(?P<verb>(?!))"
    )


def _auxiliary(acts: ActWords, kind: str) -> re.Pattern[str]:
    """What stands for a verb that is left out, with adverbs of time after it: "did, later"."""
    then = acts.any_of("left_out_then")
    return re.compile(rf"\b(?P<verb>{acts.any_of(kind)})(?:,?\s(?:{then}))*\b")


_SET_APART = 60  # characters of ", owners of big stockpiles, " before an auxiliary
_WHEN = 12  # characters between an auxiliary and its day


def voice_told(stage: Stage, scene: Scene, head: CueHit) -> Voice:
    """The voice of a joining; of "will follow" it stands in the words that take it up."""
    ahead = set(stage.folded[head.start : head.end].split()) & stage.acts.grammar["modal"]
    return Voice.WILL if ahead else voice(scene, head)


def as_told(head: CueHit, cue: CueHit) -> CueHit:
    """The act told before, standing where it is taken up; joining tells itself."""
    if cue.kind is CueKind.ACCEDE:
        return cue
    return CueHit(cue.start, cue.end, head.kind, Tense.PAST)
