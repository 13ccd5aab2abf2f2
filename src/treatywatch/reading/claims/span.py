"""The span of a claim: from its subject to the end of its object, within one clause."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Protocol

from treatywatch.law.calendar import PartialDate
from treatywatch.reading.claim import Claim, ClaimType
from treatywatch.reading.naming.mentions import CueHit
from treatywatch.reading.syntax.scenes import Scene, Stage
from treatywatch.reading.vocabulary.spans import DateMention, DateModifier
from treatywatch.reading.vocabulary.words_acts import CueKind, Tense
from treatywatch.values import frozen

_LEAD = 40  # a lead-in up to this long belongs to the claim: "In March 2025", "The news that"
_TAIL = 12
_NEXT = 2  # characters between a verb, or a name without one, and a span of time
_AFTER = 2  # words of "after that"


@frozen
class Stretch:
    """A stretch of the text that belongs to a span."""

    start: int
    end: int


class Spanned(Protocol):
    """Anything with a place in the text."""

    @property
    def start(self) -> int: ...  # noqa: D102

    @property
    def end(self) -> int: ...  # noqa: D102


def hull(stage: Stage, scene: Scene, *parts: Spanned | None) -> tuple[int, int]:
    """The words from the first of the parts to the last, with a short lead-in, trimmed."""
    present = [part for part in parts if part is not None]
    start = min(part.start for part in present)
    end = max(part.end for part in present)
    lead = stage.folded[scene.start : start]
    if start > scene.start and len(lead) <= _LEAD and "," not in lead:
        start = scene.start
    rest = stage.folded[end : scene.end].strip()
    closes = scene.syntax.object_before and len(rest.split()) == 1  # "ist seit 2001 Vertragspartei"
    if closes or len(rest) <= _TAIL or _only_later(stage, scene, end):
        end = scene.end
    return trim(stage.text, start, end)


def _only_later(stage: Stage, scene: Scene, end: int) -> bool:
    """Whether only a span of time follows: "the Russians thirteen months later"."""
    span = next((d for d in scene.durations if 0 < d.start - end <= _NEXT), None)
    rest = stage.folded[span.end : scene.end].replace(".", " ").split() if span else []
    shifts = stage.acts.grammar["shifts"] | stage.acts.grammar["after_that"]
    dated = any(d.end <= end for d in scene.dates)  # "expelled in March, it left six months later"
    return bool(rest) and not dated and len(rest) <= _AFTER and set(rest) <= shifts


_EDGES = " \t\r\n\xa0,;:.–—-'\"“”‘’()[]•*|>×"


def trim(text: str, start: int, end: int) -> tuple[int, int]:
    """The span without blanks and punctuation at its edges."""
    while start < end and text[start] in _EDGES:
        start += 1
    while end > start and text[end - 1] in _EDGES:
        end -= 1
    return start, end


def claim_over(
    text: str, span: tuple[int, int], kind: ClaimType, treaty: str | None, sub_kind: str
) -> Claim:
    """A claim that the stretch of the text makes, quoted without blanks at its edges.

    Who, when and how much are to be added with ``replace``.
    """
    start, end = trim(text, *span)
    quote = text[start:end]
    return Claim(type=kind, quote=quote, start=start, end=end, treaty=treaty, stage=sub_kind)


def nearest_date(scene: Scene, head: CueHit, *, as_said: bool = False) -> DateMention | None:
    """The date in the clause that stands nearest to the head.

    With ``as_said`` the day on which it was said may be meant, too, not only that of the act.
    """
    dates = [d for d in scene.dates if d.start not in scene.naming]
    dates = [d for d in dates if not (_counted_from(scene, d) or _of_opening(scene, head, d))]
    dates = [d for d in dates if not _of_belonging(scene, head, d)]
    acts = [d for d in dates if d.modifier is not DateModifier.EFFECTIVE]
    dates = acts or dates  # "notified in July, effective in January": the act has its own day
    dates = [d for d in dates if not _of_a_paper(scene, head, d)] or dates
    if not as_said:
        dates = [d for d in dates if not _of_saying(scene, head, d)]
    if not dates:
        return None
    nearest = min(dates, key=lambda d: max(d.start - head.end, head.start - d.end))
    return _told_again(nearest, dates)


def without_days_before_and(stage: Stage, scene: Scene, head: CueHit) -> Scene:
    """The clause without the day of what its verb is joined to: "tested in 1996 and ratified"."""
    joins = stage.acts.grammar["joins"]
    kept = [
        date
        for date in scene.dates
        if date.end > head.start or stage.folded[date.end : head.start].strip(" ,") not in joins
    ]
    return replace(scene, dates=tuple(kept)) if len(kept) < len(scene.dates) else scene


def _of_a_paper(scene: Scene, head: CueHit, date: DateMention) -> bool:
    """Whether it only tells which paper: "its notice of 10 July took effect on 10 January"."""
    papers = (c for c in scene.of(CueKind.PAPER) if 0 < date.start - c.end <= _DATED)
    return head.kind is CueKind.EFFECT and date.end <= head.start and any(papers)


_DATED = 8  # characters of " dated " between a paper and its day


def _told_again(date: DateMention, dates: Sequence[DateMention]) -> DateMention:
    """The day itself, where how long ago it was is told first: "seven years ago, on 1 May 2016"."""
    after = (d for d in dates if not d.relative and d.start - date.end in _SET_OFF)
    return next(after, date) if date.relative else date


_SET_OFF = range(2, 7)  # characters of ", on " between two ways to tell one day


def _of_opening(scene: Scene, head: CueHit, date: DateMention) -> bool:
    """Whether it dates what opens the clause: "Adopted in 1997, the pact was signed by Peru"."""
    if any(p.start < date.start for p in scene.parties):
        return False  # somebody acts: "Finland said on Tuesday that it"
    verbs = (c for c in scene.cues if c.tense is Tense.PAST and c.end <= date.start)
    opens = any(c.start - scene.start <= _OPENS and c.end < head.start for c in verbs)
    subjects: tuple[Spanned, ...] = (*scene.treaties, *scene.of(CueKind.PRONOUN))
    return opens and any(
        0 < one.start - date.end <= _SUBJECT and one.end <= head.start for one in subjects
    )


_OPENS = 12  # characters of "having been " before a participle that opens a clause
_SUBJECT = 6  # characters of ", the " between a day and the subject that it opens for
_SAID_AFTER = 40  # characters between "said" and its day, behind the act
_SAID_BEFORE = 16  # the same before it: "told reporters on Friday that"


def _of_saying(scene: Scene, head: CueHit, date: DateMention) -> bool:
    """Whether the day is that of the report: "has left, its ministry said on Friday"."""
    before = [c for c in scene.cues if c.end <= date.start]
    said = before[-1] if before else head
    if said.kind is not CueKind.ANNOUNCE or said.start == head.start:
        return False
    if head.end <= said.start:
        return date.start - said.end <= _SAID_AFTER
    return date.end <= head.start and date.start - said.end <= _SAID_BEFORE


def _of_belonging(scene: Scene, head: CueHit, date: DateMention) -> bool:
    """Whether it only tells since when who acts belongs: "Poland, a party since 2013, has left"."""
    if date.modifier is not DateModifier.SINCE or date.end > head.start:
        return False
    before = [c for c in scene.cues if c.end <= date.start]
    return bool(before) and before[-1].kind in _STANDING and before[-1].start != head.start


_STANDING = frozenset({CueKind.BELONG, CueKind.SIGNATORY})
_FROM = 8  # characters of " before " between a span and the day that it runs from


def _counted_from(scene: Scene, date: DateMention) -> bool:
    """Whether a span runs from the day: "six months from today" is another day."""
    if date.modifier is DateModifier.UNTIL:
        return False
    return any(0 < date.start - span.end <= _FROM for span in scene.durations)


def only_since_then(
    stage: Stage, head: CueHit, ids: Sequence[str], date: DateMention | None
) -> bool:
    """Whether several did it at some time since: "Chad and Togo have joined since 2010".

    Not where all are told to be so: "have been free of it since May".
    """
    since = date is not None and date.modifier is DateModifier.SINCE
    done = since and len(ids) > 1 and head.tense is Tense.PAST and head.kind in _ACTS
    words = stage.folded[head.start : head.end].split()
    return done and not set(words) & stage.acts.grammar["becomes"]


_ACTS = frozenset({CueKind.EXIT, CueKind.EXIT_OBJECT, CueKind.ACCEDE, CueKind.RATIFY, CueKind.SIGN})


def up_to(date: DateMention | None) -> PartialDate | None:
    """The day up to which something is said to last: "a party until 2 June"."""
    lasts = date is not None and date.modifier is DateModifier.UNTIL
    return as_partial(date) if lasts else None


def only_up_to(date: DateMention | None) -> bool:
    """Whether the date bounds a time without a day: "bound until the end of June"."""
    return date is not None and date.modifier is DateModifier.UNTIL and date.last.day is None


def as_partial(date: DateMention | None) -> PartialDate | None:
    """The date as one value, where it is one."""
    if date is None:
        return None
    if date.first == date.last:
        return date.first
    return PartialDate(date.first.year) if date.first.year == date.last.year else None
