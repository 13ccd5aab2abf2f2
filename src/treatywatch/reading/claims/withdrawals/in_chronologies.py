"""The days of a chronology: "15 June 2012: Canada's withdrawal takes effect".

The date that opens an entry, or that stands alone on the line above it, is that of what its first
sentence tells first.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from treatywatch.reading.claim import Claim, ClaimType, ReadBy, Voice
from treatywatch.reading.claims.span import as_partial
from treatywatch.reading.syntax.context import ReadingContext
from treatywatch.reading.vocabulary.spans import DateMention, Passage

SET_APART = re.compile(r"\s*(?::|[-–—]{1,3}(?=\s)|\||\.{3,})\s*")
_FRAME = re.compile(r"\|\s*")
_LED = re.compile(r"\.{3}\s*\Z")
_LEADER = 6  # characters before a day, of the dots that lead to it
_FEWEST = 2  # entries: a single day at the head of a line is that of the report
_LASTING = frozenset({"party", "not_party", "never_party", "not_signed", "not_ratified"})
_MILESTONES = frozenset({"adoption", "signature", "entry_into_force"})


def with_days_of_entries(context: ReadingContext, claims: Sequence[Claim]) -> Iterator[Claim]:
    """The claims, what an entry tells first dated by the day that the entry stands under.

    So is each number of States in it: it was so many then.
    """
    days = days_of_entries(context)
    told: set[int] = set()
    for claim in claims:
        passage = context.passage_at(claim.start)
        day = days.get(passage.start) if passage is not None else None
        first = passage is not None and passage.start not in told
        ours = claim.read_by is ReadBy.TABLE  # its head tells its day
        if passage is None or day is None or ours or not (first or claim.type is ClaimType.COUNT):
            yield claim
            continue
        told.add(passage.start)
        yield _dated(context, claim, day) if _happens(claim) else claim


def days_of_entries(context: ReadingContext) -> dict[int, DateMention]:
    """The day of each entry, by where its first sentence starts."""
    found: dict[int, DateMention] = {}
    above: DateMention | None = None
    for passage in context.passages:
        date = _opening(context, passage)
        alone = date is not None and date.end >= passage.end
        own = date if date and SET_APART.match(context.folded, date.end, passage.end) else above
        if own is not None and not alone:
            found[passage.start] = own
        above = date if alone else None
    return found if len(set(found.values())) >= _FEWEST else {}


def _opening(context: ReadingContext, passage: Passage) -> DateMention | None:
    opens = _FRAME.match(context.folded, passage.start, passage.end)
    start = passage.start if opens is None else opens.end()  # "| 1999 | Enters into force |"
    if _LED.search(context.folded, max(start - _LEADER, 0), start):
        return None  # "Poland ........ 27 December 2012"
    dates = context.dates_in(start, start + 1)
    return dates[0] if dates and not dates[0].relative else None


def _happens(claim: Claim) -> bool:
    """Whether the claim tells what is done on a day, and names none itself."""
    if claim.date is not None or claim.negated or claim.voice not in (Voice.DID, Voice.WILL):
        return False
    if claim.type is ClaimType.COUNT:
        return True
    if claim.type is ClaimType.TREATY_FACT:
        return claim.stage in _MILESTONES and claim.value is None
    acts = claim.type in (ClaimType.WITHDRAWAL, ClaimType.PARTICIPATION)
    return acts and claim.stage not in _LASTING


def _dated(context: ReadingContext, claim: Claim, day: DateMention) -> Claim:
    """The claim with the day; what a chronology tells of days gone by was done."""
    date, published = as_partial(day), context.report.published
    over = date is not None and published is not None and str(date) <= published[: len(str(date))]
    return replace(claim, date=date, voice=Voice.DID if over else claim.voice)
