"""Fact boxes: what stands after a label, "Parties: 183", "In force since 26 March 1975".

The treaty is what a box is on, so that its items leave it out.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from treatywatch.reading.claim import Claim, ClaimType
from treatywatch.reading.claims.span import as_partial, trim
from treatywatch.reading.naming.mentions import CueHit
from treatywatch.reading.syntax.scenes import Stage
from treatywatch.reading.vocabulary.in_order import Meeting
from treatywatch.reading.vocabulary.spans import Passage, PassageKind
from treatywatch.reading.vocabulary.words_acts import CueKind

_LABEL = re.compile(r"([^\W\d][^:\n]{1,45}):\s+(?=\S)")
_WORD = re.compile(r"\w+")
_LONGEST = 6  # words of a label
_DATED = {
    CueKind.EFFECT: "entry_into_force",
    CueKind.OPEN_SIGNATURE: "signature",
    CueKind.SIGN: "signature",
    CueKind.ADOPT: "adoption",
}
_COUNTS = {
    CueKind.SIGNATORY: "signatories",
    CueKind.SIGN: "signatories",
    CueKind.RATIFY: "ratifications",
    CueKind.OUTSIDE: "not_party",
    CueKind.BELONG: "parties",
    CueKind.PARTY_NOUN: "parties",
}
_NAMED = {
    CueKind.OUTSIDE: ("not_party", "not_party"),
    CueKind.RATIFY: ("ratified", "not_ratified"),
    CueKind.SIGN: ("signed", "not_signed"),
    CueKind.SIGNATORY: ("signed", "not_signed"),
    CueKind.BELONG: ("party", "not_party"),
    CueKind.PARTY_NOUN: ("party", "not_party"),
}


class _Item(NamedTuple):
    passage: Passage
    kinds: frozenset[CueKind]  # of the words of the label
    rest: int  # where what the label is for begins


def labelled(stage: Stage, told: Sequence[Claim]) -> Iterator[Claim]:
    """The claims of the items of a fact box that nothing in ``told`` says already."""
    there = Meeting(c for c in told if c.sure)
    for item in _items(stage):
        start, end = item.passage.start, item.passage.end
        said = there.meeting(start, end)
        treaty = stage.context.treaty_at(start)
        claim = _claim(stage, item, treaty) if treaty is not None else None
        if claim is not None and said:
            claim = _its_day(stage, item, claim, said)
        if claim is not None:
            yield claim


def _its_day(stage: Stage, item: _Item, claim: Claim, said: Sequence[Claim]) -> Claim | None:
    """The day alone, where no claim tells it: "In force: 1 July 2002, after 60 ratifications"."""
    days = stage.context.dates_in(item.rest, item.passage.end)
    if claim.date is None or not days or any(one.start < days[0].end for one in said):
        return None
    end = days[0].end
    return replace(claim, quote=stage.text[claim.start : end], end=end)


def _items(stage: Stage) -> Iterator[_Item]:
    cues: dict[int, list[CueHit]] = {}
    for scene in stage.scenes:
        cues.setdefault(scene.clause.passage.start, []).extend(scene.cues)
    for passage in stage.context.passages:
        label = _LABEL.match(stage.folded, passage.start, passage.end)
        if label is None or len(label[1].split()) > _LONGEST:
            continue
        kinds = frozenset(c.kind for c in cues.get(passage.start, ()) if c.start < label.end(1))
        if kinds:
            yield _Item(passage, kinds, label.end())


def _needed(stage: Stage) -> frozenset[str]:
    return stage.acts.grammar["head_needed"]


def _claim(stage: Stage, item: _Item, treaty: str) -> Claim | None:
    context, end = stage.context, item.passage.end
    dates = context.dates_in(item.rest, end)
    spans = context.durations_in(item.rest, end)
    numbers = [n for n in context.numbers_in(item.rest, end) if not n.percent and not n.ordinal]
    first, last = trim(stage.text, item.passage.start, end)
    quote = stage.text[first:last]
    whole = Claim(ClaimType.TREATY_FACT, quote, first, last, treaty, sure=False)
    if spans and item.kinds & {CueKind.NOTICE, CueKind.EXIT, CueKind.EXIT_OBJECT}:
        span = spans[0]
        return replace(whole, stage="notice_period", value=span.low, unit=span.unit)
    if dates:
        sub_kind = next((s for kind, s in _DATED.items() if kind in item.kinds), None)
        return replace(whole, stage=sub_kind, date=as_partial(dates[0])) if sub_kind else None
    if numbers and numbers[0].start - item.rest <= _FIRST:
        if set(_WORD.findall(stage.folded, item.passage.start, item.rest)) & _needed(stage):
            return replace(whole, stage="entry_into_force", value=numbers[0].low, unit="states")
        sub_kind = _counts(item)
        value, bound = numbers[0].low, numbers[0].bound
        counted = replace(whole, type=ClaimType.COUNT, value=value, bound=bound, unit="states")
        return replace(counted, stage=sub_kind) if sub_kind else None
    return _named(whole, item, context.participants_in(item.rest, end)) or _other(whole, item)


_FIRST = 12  # characters of "more than " before the number that a label is for


def _counts(item: _Item) -> str | None:
    if CueKind.NEGATION in item.kinds:
        signed = item.kinds & {CueKind.SIGN, CueKind.SIGNATORY}
        return "signatories_not_parties" if signed else "not_party"
    return next((s for kind, s in _COUNTS.items() if kind in item.kinds), None)


def _named(whole: Claim, item: _Item, people: tuple[str, ...]) -> Claim | None:
    stages = next((s for kind, s in _NAMED.items() if kind in item.kinds), None)
    if stages is None or not people:
        return None
    denied = CueKind.NEGATION in item.kinds
    return replace(
        whole,
        type=ClaimType.PARTICIPATION,
        participants=people,
        stage=stages[denied],
        negated=denied or stages[0] == stages[1],
    )


def _other(whole: Claim, item: _Item) -> Claim | None:
    if item.kinds == {CueKind.DEPOSITARY}:
        return replace(whole, stage="depositary")
    if item.passage.kind is not PassageKind.BULLET:
        return None
    if CueKind.BAN_VERB in item.kinds:
        return replace(whole, stage="prohibits")
    return replace(whole, stage="depositary") if CueKind.DEPOSITARY in item.kinds else None
