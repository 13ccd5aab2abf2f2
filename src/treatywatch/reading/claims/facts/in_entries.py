"""What a chronology tells of its treaty with a verb alone: "1999: enters into force on 1 March"."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from treatywatch.reading.claim import Claim, ClaimType, ReadBy
from treatywatch.reading.claims.span import as_partial
from treatywatch.reading.claims.tables.columns import FACTS
from treatywatch.reading.claims.withdrawals.in_chronologies import SET_APART, days_of_entries
from treatywatch.reading.naming.mentions import CueHit
from treatywatch.reading.syntax.scenes import Stage
from treatywatch.reading.vocabulary.in_order import InOrder, Meeting
from treatywatch.reading.vocabulary.spans import DateMention
from treatywatch.reading.vocabulary.words_acts import CueKind

_KINDS = FACTS.keys() - {CueKind.SIGN}  # who signs is told by its own reader
_OPENS = 4  # characters of "is " before the verb


def with_facts_of_entries(
    stage: Stage, cues: Sequence[CueHit], told: Sequence[Claim]
) -> tuple[Claim, ...]:
    """The claims told, and of each entry that opens with such a verb what it tells of its treaty.

    Its day is in its own words, or else that under which the entry stands.
    """
    days = days_of_entries(stage.context)
    if not days:
        return tuple(told)
    # by how many votes it was adopted is told beside the adoption
    beside = [one for one in told if one.type is ClaimType.INDICATOR]
    told = [one for one in told if one.type is not ClaimType.INDICATOR]
    by_rules = Meeting([one for one in told if one.read_by is not ReadBy.LIKENESS])
    found = [
        fact
        for fact in _facts(stage, InOrder(cues), days)
        if not by_rules.meeting(fact.start, fact.end)
    ]
    ours = Meeting(found)
    return (*(one for one in told if not ours.meeting(one.start, one.end)), *found, *beside)


def _facts(
    stage: Stage, words: InOrder[CueHit], days: Mapping[int, DateMention]
) -> Iterator[Claim]:
    for start, day in days.items():
        passage = stage.context.passage_at(start)
        if passage is None:
            continue
        opens = start
        if apart := SET_APART.match(stage.folded, day.end, passage.end):
            opens = apart.end()
        verb = next((cue for cue in words.within(opens, passage.end) if cue.kind in _KINDS), None)
        treaty = stage.context.treaty_at(opens)
        if verb is not None and verb.start - opens <= _OPENS and treaty is not None:
            yield _of(stage, verb, passage.end, treaty)


def _of(stage: Stage, verb: CueHit, until: int, treaty: str) -> Claim:
    dates = stage.context.dates_in(verb.end, until)
    near = [one for one in dates if not _parted(stage.folded, verb.end, one.start)][:1]
    end = near[0].end if near else verb.end
    date = as_partial(near[0]) if near else None
    quote = stage.text[verb.start : end]
    told = FACTS[verb.kind]
    return replace(
        Claim(ClaimType.TREATY_FACT, quote, verb.start, end, treaty, stage=told), date=date
    )


def _parted(folded: str, start: int, end: int) -> bool:
    """Whether another clause begins between the verb and the day."""
    return any(sign in folded[start:end] for sign in ",;")
