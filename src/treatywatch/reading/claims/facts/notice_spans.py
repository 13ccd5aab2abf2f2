"""Periods of notice told beside the words for them: behind an exit, or in a comparison.

"Russia was released on 7 November, 150 days after its letter"; "the space treaty can be left at a
year's notice, the test ban at three months'"; "the notice that it takes, which is three months".
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from treatywatch.reading.acts.of_treaty import treaty_nearby
from treatywatch.reading.claim import Claim, ClaimType
from treatywatch.reading.claims.span import claim_over
from treatywatch.reading.syntax.scenes import Scene, Stage
from treatywatch.reading.vocabulary.grammar import grammar
from treatywatch.reading.vocabulary.in_order import Meeting
from treatywatch.reading.vocabulary.words_acts import ActWords, CueKind

_EXITS = (
    CueKind.EXIT,
    CueKind.EXIT_OBJECT,
    CueKind.OUT_OF,
    CueKind.RELEASED,
    CueKind.GO_OUT,
    CueKind.WHOSE_EFFECT,
    CueKind.EXPIRE,
)
_RULE = "notice_period"
_BACK = 2  # clauses of the same sentence back to the exit
_WORDS = 80  # characters of a clause that only compares: "the European convention six"


def behind_exits(stage: Stage, scene: Scene) -> Iterator[Claim]:
    """The span that an exit took from its notice, set apart behind it (VCLT Art. 67(1), 78)."""
    for start, end, value, unit in _spans(stage, scene):
        told = _from_notice(stage.acts).match(stage.folded, end, scene.end)
        if told is None or not _is_set_apart(stage, scene, start):
            continue
        near = stage.scenes[max(0, scene.index - _BACK) : scene.index + 1]
        same = [s for s in near if s.clause.passage == scene.clause.passage]
        if any(c.end <= start for s in same for c in s.of(*_EXITS)):
            yield _claim(stage, (start, told.end()), value, unit)


def _spans(stage: Stage, scene: Scene) -> Iterator[tuple[int, int, float, str]]:
    """The spans of time in the clause, "a year" too, which else may be that of a date."""
    for one in scene.durations:
        if one.low == one.high:
            yield one.start, one.end, one.low, one.unit
    for found in _a_year(stage.acts).finditer(stage.folded, scene.start, scene.end):
        yield *found.span(), 1.0, "years"


@grammar
def _a_year(acts: ActWords) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{acts.any_of('one_year')})\b")


def _is_set_apart(stage: Stage, scene: Scene, start: int) -> bool:
    """Whether a comma or a dash stands before it: "left in May 2020, a year after its notice"."""
    before = stage.folded[max(scene.clause.passage.start, start - 12) : start]
    return _apart(stage.acts).search(before) is not None


@grammar
def _apart(acts: ActWords) -> re.Pattern[str]:
    return re.compile(rf"[,(-]\s*{acts.maybe('just_then')}$")


@grammar
def _from_notice(acts: ActWords) -> re.Pattern[str]:
    leads, papers = acts.any_of("runs_from"), acts.any_of("papers_of_notice")
    owner = rf"(?:{acts.any_of('article')}|{acts.any_of('possessive')})"
    return re.compile(rf"\s(?:{leads})\s(?:{owner}\s)?(?:{papers})\b")


def upon_the_rule(stage: Stage, scene: Scene) -> Iterator[Claim]:
    """When a step that any party may take has effect: "and such a step does so in six months"."""
    spans = list(_spans(stage, scene))
    if scene.index == 0 or len(spans) != 1 or scene.dates or any(p.ids for p in scene.parties):
        return
    earlier = stage.scenes[scene.index - 1]
    ruled = earlier.has(CueKind.WITHDRAWAL_RULE) and not any(p.ids for p in earlier.parties)
    steps = (c for c in scene.of(CueKind.WHOSE_EFFECT) if c.start - scene.start <= _SUCH_A)
    step, effect = next(steps, None), next(iter(scene.of(CueKind.EFFECT)), None)
    if ruled and step is not None and effect is not None:
        start, end, value, unit = spans[0]
        if step.end <= effect.start and 0 < start - effect.end <= _SOON:
            yield _claim(stage, (scene.start, end), value, unit)


_SUCH_A = 12  # characters of "such a formal " before "step"
_SOON = 12  # characters of " only after " before the span


def compared(stage: Stage, told: Sequence[Claim]) -> Iterator[Claim]:
    """The spans of other treaties that only compare with one told: "the test ban three months"."""
    begun = Meeting(claim for claim in told if claim.stage == _RULE and claim.unit)
    last: Claim | None = None
    for scene in stage.scenes:
        own = [c for c in begun.meeting(scene.start, scene.end) if c.start >= scene.start]
        passage = scene.clause.passage
        if own:
            last = own[-1]
            yield from _further(stage, scene, last)
        elif last is not None and not passage.start <= last.start < passage.end:
            last = None
        elif last is not None:
            yield from _alone(stage, scene, last)


def _alone(stage: Stage, scene: Scene, last: Claim) -> Iterator[Claim]:
    """A clause with a treaty and a bare span in it, and no verb of its own."""
    if scene.end - scene.start > _WORDS or not scene.treaties:
        return
    yield from _compares(stage, scene.treaties[0].start, scene.end, last)


def _further(stage: Stage, scene: Scene, last: Claim) -> Iterator[Claim]:
    """The same behind a comma of the clause that told the first."""
    for treaty in scene.treaties:
        if treaty.start > last.end:
            yield from _compares(stage, treaty.start, scene.end, last)


def _compares(stage: Stage, start: int, end: int, last: Claim) -> Iterator[Claim]:
    treaty = stage.context.treaties_in(start, end)[0]
    called = stage.text[treaty.start : treaty.end]
    if treaty.ids[0] == last.treaty or called.islower():
        return  # "the test ban" may be another than the one that is called so most
    spans = stage.context.durations_in(treaty.end, end)
    numbers = stage.context.numbers_in(treaty.end, end)
    one = (spans or numbers)[:1]
    if not one or not _bare(stage.acts).fullmatch(stage.folded, treaty.end, one[0].start):
        return
    if numbers and not spans and stage.folded[numbers[0].end : end].strip(" .;,)"):
        return
    unit = spans[0].unit if spans else last.unit
    yield replace(_claim(stage, (treaty.start, one[0].end), one[0].low, unit), treaty=treaty.ids[0])


@grammar
def _bare(acts: ActWords) -> re.Pattern[str]:
    """What stands between a treaty and its span where the verb is left out: " at ", ", "."""
    return re.compile(rf"[\s,:-]{{1,4}}{acts.maybe('before_bare_span')}")


def which_is(stage: Stage, scene: Scene) -> Iterator[Claim]:
    """ "The notice that a withdrawal would have taken, which is three months"."""
    found = _which_is(stage.acts).match(stage.folded, scene.start, scene.end)
    if found is None or scene.index == 0 or not treaty_nearby(stage, scene):
        return
    near = stage.scenes[max(0, scene.index - _BACK) : scene.index]
    same = [one for one in near if one.clause.passage == scene.clause.passage]
    spans = [d for d in scene.durations if d.start == found.end()]
    asks = any(one.has(CueKind.NOTICE, CueKind.EXIT_NOTICE, CueKind.PAPER) for one in same)
    if spans and asks:
        yield _claim(stage, (scene.start, spans[0].end), spans[0].low, spans[0].unit)


@grammar
def _which_is(acts: ActWords) -> re.Pattern[str]:
    return re.compile(rf"(?:{acts.any_of('relative')})\s(?:{acts.any_of('be')})\s")


def _claim(stage: Stage, span: tuple[int, int], value: float, unit: str | None) -> Claim:
    treaty = stage.context.treaty_at(span[0])
    claim = claim_over(stage.text, span, ClaimType.TREATY_FACT, treaty, _RULE)
    return replace(claim, value=value, unit=unit)


def counted_down(stage: Stage) -> Iterator[Claim]:
    """The spans of time that are called a clock: "which set a six-month countdown running"."""
    for scene in stage.scenes:
        for one in scene.durations:
            behind = _clock(stage.acts).match(stage.folded, one.end, scene.end)
            if behind is not None and one.low == one.high and _is_of_leaving(stage, scene):
                start = one.start
                yield _claim(stage, (start, behind.end()), one.low, one.unit)


@grammar
def _clock(acts: ActWords) -> re.Pattern[str]:
    return re.compile(rf"(?:'s?)?[\s-](?:{acts.any_of('runs_down')})\b")


def _is_of_leaving(stage: Stage, scene: Scene) -> bool:
    """Whether somebody leaves a treaty in the clauses beside it: the clock may be any other."""
    near = stage.scenes[max(0, scene.index - _CLOCK) : scene.index + _CLOCK + 1]
    told = any(one.has(*_EXITS, CueKind.EXIT_NOTICE, CueKind.NOTICE, CueKind.PAPER) for one in near)
    return told and treaty_nearby(stage, scene)


_CLOCK = 2  # clauses on either side among which an exit is told
