"""The span of time and the date in a fact about a treaty that was read for its words alone."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from treatywatch.reading.claim import Claim, ClaimType, Voice
from treatywatch.reading.claims.ruled import date_in
from treatywatch.reading.syntax.context import ReadingContext
from treatywatch.reading.syntax.scenes import Stage
from treatywatch.reading.vocabulary.grammar import grammar
from treatywatch.reading.vocabulary.wording import any_of
from treatywatch.reading.vocabulary.words import Words
from treatywatch.reading.vocabulary.words_acts import CueKind

_OPEN = frozenset({None, "content", "withdrawal_rule"})
_EFFECTIVE, _NOTIFIED = "effective", "notified"
_BEFORE = 12  # characters of "in just " before a span
_BEHIND, _ITS_WORDS = 30, 3  # characters of " in about six months", words of "in just over"


def with_spans(stage: Stage, claims: Iterable[Claim]) -> Iterator[Claim]:
    """The claims; a fact of no finer kind has the one span of time and the date in its words.

    So has an exit that is told by the time until it: "will be out in six months", "left a year
    later", and a notice that one counts from: "left, a year after giving notice".
    """
    context = stage.context
    for claim in claims:
        if claim.type is ClaimType.WITHDRAWAL:
            told = _with_what_is_left(stage, claim)
            spanned = _is_ahead(stage, told) or _is_later(stage, told)
            yield _lasting(context, told) if spanned else _since_then(stage, told)
            continue
        if claim.type is ClaimType.TREATY_FACT and claim.stage in _OPEN:
            day = claim.date or date_in(context, claim.start, claim.end)
            yield _lasting(context, replace(claim, date=day))
        else:
            yield claim


def _with_what_is_left(stage: Stage, claim: Claim) -> Claim:
    """The claim with the span until the exit right behind it: "takes effect | in six months"."""
    if claim.stage != _EFFECTIVE or claim.date is not None or claim.negated:
        return claim
    passage = stage.context.passage_at(claim.start)
    end = min(claim.end + _BEHIND, passage.end if passage is not None else claim.end)
    spans = stage.context.durations_in(claim.end, end)
    led = stage.folded[claim.end : spans[0].start].split() if spans else []
    if not led or len(led) > _ITS_WORDS or led[0] not in stage.acts.grammar["place"]:
        return claim
    return replace(claim, end=spans[0].end, quote=stage.text[claim.start : spans[0].end])


def _lasting(context: ReadingContext, claim: Claim) -> Claim:
    spans = context.durations_in(claim.start, claim.end)
    if len(spans) != 1 or claim.value is not None:
        return claim
    (span,) = spans
    high = span.high if span.high != span.low else None
    return replace(claim, value=span.low, value_high=high, unit=span.unit, bound=span.bound)


def _is_ahead(stage: Stage, claim: Claim) -> bool:
    """Whether the exit is to come, and "in" stands before the one span of time in its words.

    Or the span counts from a notice: "would take effect three months after it notifies the UN".
    """
    undated = claim.stage == _EFFECTIVE and claim.voice is Voice.WILL and claim.date is None
    spans = stage.context.durations_in(claim.start, claim.end) if undated else ()
    before = (stage.folded[max(claim.start, d.start - _BEFORE) : d.start].split() for d in spans)
    led = any(set(words[-2:]) & stage.acts.grammar["place"] for words in before)
    return led or any(_after_notice(stage, claim, d.end) for d in spans)


def _is_later(stage: Stage, claim: Claim) -> bool:
    """Whether the exit is over, and told by how long after the step before it: "a year later"."""
    undated = claim.stage == _EFFECTIVE and claim.voice is Voice.DID and claim.date is None
    spans = stage.context.durations_in(claim.start, claim.end) if undated else ()
    after = (stage.folded[d.end : d.end + _BEFORE].split()[:1] for d in spans)
    later = any(word.strip(".,;") in stage.acts.grammar["past_then"] for w in after for word in w)
    return later or any(_after_notice(stage, claim, d.end) for d in spans)


def _since_then(stage: Stage, claim: Claim) -> Claim:
    """A notice that what came so long after it tells of: "a year after it told the UN"."""
    if claim.stage != _NOTIFIED or claim.voice is not Voice.DID or claim.date is not None:
        return claim
    one = _one_after(stage.context.words).match(stage.folded, claim.start, claim.end)
    if one is not None and claim.value is None:
        unit = stage.context.words.calendar.units[one["unit"]]
        return replace(claim, value=float(unit.times), unit=f"{unit.unit}s")
    spans = stage.context.durations_in(claim.start, claim.end)
    opening = [d.end for d in spans if d.start - claim.start <= _BEFORE]
    after = (stage.folded[end : end + _BEHIND].split()[:1] for end in opening)
    counts = any(set(words) & stage.acts.grammar["runs_from"] for words in after)
    return _lasting(stage.context, claim) if counts else claim


@grammar
def _one_after(words: Words) -> re.Pattern[str]:
    """ "A year after", which is no span of time elsewhere."""
    article, units = any_of(words.numbers.articles), any_of(words.calendar.units)
    return re.compile(
        rf"(?:\w+\s)?(?:{article})\s(?P<unit>{units})\s(?:{any_of(words.numbers.nth_runs_from)})(?!\w)"
    )


def _after_notice(stage: Stage, claim: Claim, end: int) -> bool:
    """Whether a span goes on to the notice that it counts from: "three months after giving it"."""
    upto = claim.end if end < claim.end else end + _BEHIND
    counted = stage.folded[end:upto].split()[:1]
    scenes = stage.in_order.meeting(end, upto)
    told = (cue for scene in scenes for cue in scene.of(*_NOTICES))
    counts = bool(set(counted) & stage.acts.grammar["runs_from"])
    return counts and any(end < cue.start < upto for cue in told)


_NOTICES = (CueKind.NOTICE, CueKind.NOTIFY, CueKind.EXIT_NOTICE)
