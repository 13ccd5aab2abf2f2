"""Claims of what somebody says or holds: quotations, reported views, and the author's own."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from treatywatch.law.calendar import PartialDate
from treatywatch.reading.claim import Claim, ClaimType, Voice
from treatywatch.reading.claims.ruled import date_in
from treatywatch.reading.context import ReadingContext
from treatywatch.reading.spans import Manner, Passage, PassageKind, Speech
from treatywatch.reading.wording import whole_words
from treatywatch.reading.words import Words

_WHOLE_WORDS = 8  # a quoted stretch of so many words says something by itself
_LEAST_WORDS = 3
_NEARBY = 2  # paragraphs from the treaty's name within which speech is about it
_AUTHOR = "author"


@dataclass(frozen=True, slots=True)
class _Said:
    start: int
    end: int
    speaker: str | None
    role: str | None
    direct: bool


@dataclass(frozen=True, slots=True)
class _Cues:
    deontic: re.Pattern[str]
    evaluative: re.Pattern[str]
    procedural: re.Pattern[str]
    stances: tuple[tuple[str, re.Pattern[str]], ...]


def quote_claims(context: ReadingContext) -> list[Claim]:
    """Statements of position in the report, in text order, each with speaker, role and stance.

    ``stance`` is towards leaving ("support", "oppose") or towards the treaty ("support_treaty",
    "oppose_treaty"); None where it cannot be told. A report that names no treaty of the record
    yields none.
    """
    if not context.treaties:
        return []
    cues = _cues(context.words)
    near = _paragraphs_near(context)
    said: list[_Said] = []
    for passage in context.passages:
        if passage.kind is PassageKind.BOILERPLATE or passage.paragraph not in near:
            continue
        inside = [s for s in context.speech if passage.start <= s.start < passage.end]
        found = list(_in_passage(context, passage, inside, cues))
        said += found or _author(context, passage, cues)
    return [_claim(context, one, cues) for one in said]


def _in_passage(
    context: ReadingContext, passage: Passage, inside: list[Speech], cues: _Cues
) -> Iterator[_Said]:
    directs = [one for one in inside if one.direct]
    whole = [one for one in directs if _is_whole(context, passage, one)]
    taken: list[tuple[int, int]] = []
    for one in whole:
        taken.append((one.start, one.end))
        yield _Said(one.start, one.end, one.speaker, one.role, True)
    for one in inside:
        if one.direct or not _carries_view(context, one, directs, cues):
            continue
        start, end = _outside(one.whole_start, one.whole_end, taken)
        if len(context.folded[start:end].split()) >= _LEAST_WORDS and _is_free(start, end, taken):
            taken.append((start, end))
            yield _Said(start, end, one.speaker, one.role, False)
    for one in directs:
        few = len(context.folded[one.start : one.end].split()) < _LEAST_WORDS
        if one not in whole and not few and _is_free(one.start, one.end, taken):
            yield _Said(one.start, one.end, one.speaker, one.role, True)


def _is_whole(context: ReadingContext, passage: Passage, quotation: Speech) -> bool:
    text = context.report.text
    words = len(text[quotation.start : quotation.end].split())
    opens = text[quotation.start].isupper() and words > _LEAST_WORDS
    return words >= _WHOLE_WORDS or (opens and quotation.start - passage.start <= 2)


def _carries_view(context: ReadingContext, one: Speech, directs: list[Speech], cues: _Cues) -> bool:
    """Whether reported speech takes a position, rather than telling of an act or a figure."""
    said = context.folded[one.start : one.end]
    quoted = sum(
        len(context.folded[d.start : d.end].split())
        for d in directs
        if one.start <= d.start and d.end <= one.end
    )
    if (
        len(said.split()) - quoted < _LEAST_WORDS
        and one.manner is not Manner.BACKING
        and not quoted
    ):
        return False
    if one.manner in (Manner.OPINION, Manner.BACKING):
        return True
    if one.manner is Manner.NAMING:
        return quoted > 0
    if quoted:
        return True
    if one.manner is Manner.NEWS:
        return False
    return bool(cues.evaluative.search(said)) and not cues.procedural.search(said)


def _outside(start: int, end: int, taken: list[tuple[int, int]]) -> tuple[int, int]:
    """The longer part of a span that lies outside a quotation already taken."""
    for low, high in taken:
        if low < end and start < high:
            start, end = (start, low) if low - start >= end - high else (high, end)
    return start, max(start, end)


def _is_free(start: int, end: int, taken: list[tuple[int, int]]) -> bool:
    return all(end <= low or high <= start for low, high in taken)


def _author(context: ReadingContext, passage: Passage, cues: _Cues) -> list[_Said]:
    """What the report itself demands: "these allies should follow through"."""
    if passage.kind is not PassageKind.PROSE:
        return []
    folded = context.folded[passage.start : passage.end]
    if not cues.deontic.search(folded) or len(folded.split()) < _WHOLE_WORDS:
        return []
    return [_Said(passage.start, passage.end, _AUTHOR, _AUTHOR, False)]


def _paragraphs_near(context: ReadingContext) -> frozenset[int]:
    """Paragraphs in which speech is about a treaty: near one that names it."""
    naming = {
        passage.paragraph
        for passage in context.passages
        if context.treaties_in(passage.start, passage.end)
    }
    return frozenset(number + shift for number in naming for shift in range(-_NEARBY, _NEARBY + 1))


def _claim(context: ReadingContext, said: _Said, cues: _Cues) -> Claim:
    start, end = _trimmed(context.report.text, said)
    return Claim(
        ClaimType.QUOTE,
        context.report.text[start:end],
        start,
        end,
        context.treaty_at(start),
        participants=context.participants_in(start, end),
        voice=Voice.REPORTED,
        date=date_in(context, start, end) or _published(context),
        speaker=said.speaker,
        role=said.role,
        stance=_stance(context.folded[start:end], cues),
    )


def _published(context: ReadingContext) -> PartialDate | None:
    return PartialDate.parse(context.report.published) if context.report.published else None


def _trimmed(text: str, said: _Said) -> tuple[int, int]:
    start, end = said.start, said.end
    while end > start and (text[end - 1].isspace() or text[end - 1] in ",;:–—-"):
        end -= 1
    if not said.direct and end - start > 1 and text[end - 1] == ".":
        end -= 1
    while start < end and (text[start].isspace() or text[start] in ",;:–—-"):
        start += 1
    return start, end


def _stance(said: str, cues: _Cues) -> str | None:
    counted = [(len(pattern.findall(said)), stance) for stance, pattern in cues.stances]
    most = max(count for count, _ in counted)
    leading = [stance for count, stance in counted if count == most]
    return leading[0] if most and len(leading) == 1 else None


@lru_cache(maxsize=8)
def _cues(words: Words) -> _Cues:
    speech = words.speech
    return _Cues(
        whole_words(speech.deontic),
        whole_words(speech.evaluative),
        whole_words(speech.procedural),
        (
            ("support", whole_words(speech.favours_exit)),
            ("oppose", whole_words(speech.against_exit)),
            ("support_treaty", whole_words(speech.favours_treaty)),
            ("oppose_treaty", whole_words(speech.against_treaty)),
        ),
    )
