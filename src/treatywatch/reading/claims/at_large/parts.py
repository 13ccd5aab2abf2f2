"""The parts of clauses that no claim has been read from."""

import re
from collections.abc import Iterator
from dataclasses import replace

from treatywatch.reading.claim import Claim
from treatywatch.reading.syntax.cast import Stand
from treatywatch.reading.syntax.scenes import Scene, Stage, by_kind
from treatywatch.reading.vocabulary.grammar import grammar
from treatywatch.reading.vocabulary.in_order import Meeting
from treatywatch.reading.vocabulary.words_acts import ActWords, CueKind


def left_alone(stage: Stage, scene: Scene, told: Meeting[Claim]) -> Iterator[Scene]:
    """The parts of a clause that no claim has been read from, cut where words are joined."""
    inside = told.meeting(scene.start, scene.end)
    if not inside:
        yield from _statements(stage, scene)
        return
    joint = _joint(stage.acts)
    first, last = min(c.start for c in inside), max(c.end for c in inside)
    before = [m.start() for m in joint.finditer(stage.folded, scene.start, first)]
    if before and first - before[-1] <= _JOINT:
        yield as_part(scene, scene.start, before[-1])
    after = joint.search(stage.folded, last, scene.end)
    if after is not None and not set(after[0].split()) & stage.acts.grammar["nor"]:
        yield as_part(scene, after.end(), scene.end)


def _statements(stage: Stage, scene: Scene) -> Iterator[Scene]:
    """The clause, cut before "and" where another subject follows: "it left, and Biden came"."""
    start = scene.start
    for joint in _joint(stage.acts).finditer(stage.folded, scene.start, scene.end):
        words = joint[0].replace(",", " ").split()
        if (
            words
            and _has_subject(scene, start, joint.start())
            and _opens_with_subject(scene, joint)
        ):
            yield as_part(scene, start, joint.start())
            start = joint.end()
    yield scene if start == scene.start else as_part(scene, start, scene.end)


_WHO = (
    CueKind.PRONOUN,
    CueKind.POSSESSIVE,
    CueKind.COUNTRY,
    CueKind.PARLIAMENT,
    CueKind.GOVERNMENT,
    CueKind.PRESIDENT,
    CueKind.MINISTER,
)
ARTICLE = 5  # characters of " the " before a subject


def _has_subject(scene: Scene, start: int, end: int) -> bool:
    named = any(start <= p.start < end and p.stand is Stand.ACTS for p in scene.parties)
    return named or any(start <= c.start < end for c in scene.of(*_WHO))


def _opens_with_subject(scene: Scene, joint: re.Match[str]) -> bool:
    """Whether somebody acts right after the joint, and no list of names goes on over it."""
    reach = joint.end() + ARTICLE
    if any(p.start < joint.start() and joint.end() < p.end for p in scene.parties):
        return False
    named = any(
        joint.end() <= p.start < reach and p.stand is Stand.ACTS and p.ids for p in scene.parties
    )
    return named or any(joint.end() <= c.start < reach for c in scene.of(*_WHO))


_JOINT = 12  # characters of ", and then the " between two parts of a clause


@grammar
def _joint(acts: ActWords) -> re.Pattern[str]:
    return re.compile(rf"(?:,\s|\s)(?:{acts.any_of('joins')})\s|,\s")


def as_part(scene: Scene, start: int, end: int) -> Scene:
    """The scene as if only these of its words stood in it."""
    cues = tuple(c for c in scene.cues if start <= c.start < end)
    return replace(
        scene,
        start=start,
        end=end,
        clause=replace(scene.clause, start=start, end=end, opener=""),
        cues=cues,
        treaties=tuple(t for t in scene.treaties if start <= t.start < end),
        people=tuple(p for p in scene.people if start <= p.start < end),
        parties=tuple(p for p in scene.parties if start <= p.start < end),
        dates=tuple(d for d in scene.dates if start <= d.start < end),
        durations=tuple(d for d in scene.durations if start <= d.start < end),
        numbers=tuple(n for n in scene.numbers if start <= n.start < end),
        by_kind=by_kind(cues),
    )
