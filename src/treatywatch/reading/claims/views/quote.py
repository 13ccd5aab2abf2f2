"""Claims of what somebody says or holds: quotations, reported views, and the author's own."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from treatywatch.law.calendar import PartialDate
from treatywatch.reading.claim import Claim, ClaimType, Voice
from treatywatch.reading.claims.ruled import date_in
from treatywatch.reading.claims.views.view_cues import view_cues
from treatywatch.reading.claims.views.views import SentenceSpeech, View
from treatywatch.reading.speaking.noun_phrases import AUTHOR
from treatywatch.reading.syntax.context import ReadingContext
from treatywatch.reading.vocabulary.grammar import grammar
from treatywatch.reading.vocabulary.spans import Passage, PassageKind, Speech
from treatywatch.reading.vocabulary.wording import whole_words
from treatywatch.reading.vocabulary.words import Words

_NEARBY = 2  # paragraphs from a treaty's name within which speech is about it
_HEAD = 5  # paragraphs of prose at the head of a report that tell its subject
_GAP = 3  # characters between two sentences of a quotation
_BETWEEN = 3  # characters of a full stop and the quotation mark
_OBJECT = 6  # characters of " the " before what is denounced or ratified
_ACTS = frozenset({ClaimType.WITHDRAWAL, ClaimType.PARTICIPATION, ClaimType.COUNT})
_FIGURES = frozenset({ClaimType.INDICATOR, ClaimType.PLAN, ClaimType.COUNT})


def quote_claims(context: ReadingContext, told: Sequence[Claim] = ()) -> list[Claim]:
    """Statements of position in the report, in text order, each with speaker, role and stance.

    ``told`` are the claims of other types: what somebody says that is already one of those, and has
    no word of opinion, is no view; nor is what stands in quotation marks, with nobody to say it,
    and is such claims from end to end.

    ``stance`` is towards leaving ("support", "oppose") or towards the treaty ("support_treaty",
    "oppose_treaty"); None where it cannot be told. A report that names no treaty of the record
    yields none.
    """
    if not context.treaties:
        return []
    any_other = _Told(told)
    figures = _Told([one for one in told if one.type in _FIGURES])
    acts = _Told([one for one in told if one.type in _ACTS])
    ordered = sorted(
        (
            view
            for view in _views(context)
            if not _is_by_the_way(context, view)
            and not (view.speaker is None and any_other.cover_all(view.start, view.end))
            and not (view.direct and view.hearsay and acts.covers(view.start, view.end))
            and not (view.cue and _is_act(context, view.cue) and any_other.touches(*view.cue))
            and not (view.plain and (figures if view.or_figure else any_other).covers(*view.plain))
        ),
        key=lambda view: (view.start, view.end),
    )
    claims = (_claim(context, view) for view in _joined(ordered))
    return [claim for claim in claims if claim.quote]  # marks alone say nothing


def _is_by_the_way(context: ReadingContext, view: View) -> bool:
    """Whether no view of a treaty is told: a memory ("I stood here"), the mayor's bus, an act.

    Words that judge something are views. Without any, those in which a State does something with a
    treaty tell of an act ("Greece agreed to ratify it"), and those without a word for a treaty, a
    State or their matter, or for what was spoken of before, are of something else.
    """
    start, end = view.start, view.end
    cues, said = view_cues(context.words), context.folded[start:end]
    treaties, people = context.treaties_in(start, end), context.people_in(start, end)
    topical = cues.topical.search(said)
    if view.role == AUTHOR:
        after = context.folded[view.said or start : end]
        return not (treaties or people or topical or cues.reference.search(after))
    if not view.direct and cues.private.fullmatch(_as_common_noun(view.role or view.speaker or "")):
        return not (treaties or topical or cues.last_pronoun.search(said))
    if cues.judging.search(said):
        return False
    if view.direct:
        ours = topical and not cues.of_one.match(said)  # "they took this decision"
        return not (treaties or people or ours) and bool(cues.memory.match(said))
    if view.or_figure or view.argued:
        return False
    object_of = view.plain or (view.said and (view.said, view.said + _OBJECT))
    held = view.plain and cues.state.search(said) and not cues.procedural.search(said)
    if people and object_of and context.treaties_in(*object_of) and not held:
        return True
    if view.speaker and not view.direct and _is_thought(context, view):
        return False  # officials and campaigners speak of the matter in words of their own
    told = cues.reference.search(said) and cues.state.search(said)  # "they are full of them"
    return not (treaties or people or topical or told)


def _is_thought(context: ReadingContext, view: View) -> bool:
    """Whether a whole thought is told: "warned that", or "the clock, they claimed, had run out"."""
    if view.said is None or view.cue is None:
        return False
    that = view_cues(context.words).that.match(context.folded, _word(context, view.said))
    return that is not None or view.said < view.cue[0]


def _word(context: ReadingContext, offset: int) -> int:
    """Where the first word from an offset on begins."""
    rest = context.folded[offset : offset + _GAP]
    return offset + len(rest) - len(rest.lstrip())


def _as_common_noun(speaker: str) -> str:
    """The speaker without the capital of a sentence, which "Doctors Without Borders" keep."""
    first, _, rest = speaker.partition(" ")
    return speaker if rest[:1].isupper() else f"{first.lower()} {rest}".rstrip()


def _is_act(context: ReadingContext, cue: tuple[int, int]) -> bool:
    """Whether the verb may be an act as well as a view: "denounced the convention"."""
    return bool(view_cues(context.words).acting.fullmatch(context.folded[slice(*cue)]))


class _Told:
    """The spans of claims of other types."""

    def __init__(self, claims: Sequence[Claim]) -> None:
        self._spans = sorted((one.start, one.end) for one in claims)
        self._longest = max((end - start for start, end in self._spans), default=0)

    def cover_all(self, start: int, end: int) -> bool:
        """Whether the claims say nearly everything between two offsets: no view is left to hold."""
        left = start
        for low, high in self._spans[bisect_left(self._spans, (start - 1, 0)) :]:
            if low > left + _BETWEEN:
                break
            left = max(left, high)
        return left >= end - _BETWEEN

    def touches(self, start: int, end: int) -> bool:
        """Whether one of the claims reaches into what stands between two offsets."""
        at = bisect_left(self._spans, (start - self._longest, 0))
        return any(low < end and start < high for low, high in self._spans[at:])

    def covers(self, start: int, end: int) -> bool:
        """Whether one of the claims says half of what stands between two offsets."""
        at = bisect_left(self._spans, (start - self._longest, 0))
        for low, high in self._spans[at:]:
            if low >= end:
                return False
            if (min(high, end) - max(low, start)) * 2 >= end - start:
                return True
        return False


def _views(context: ReadingContext) -> Iterator[View]:
    cues = view_cues(context.words)
    for sentence in _sentences(context):
        found = list(sentence.views(cues))
        yield from found or sentence.own_view(cues)


def _sentences(context: ReadingContext) -> Iterator[SentenceSpeech]:
    near = _paragraphs_near(context)
    told = [p for p in context.passages if p.kind is not PassageKind.BOILERPLATE]
    by_passage = _by_passage(told, context.speech)
    for number, passage in enumerate(told):
        if passage.paragraph not in near:
            continue
        yield SentenceSpeech(
            context.report.text,
            context.folded,
            passage,
            by_passage[number],
            bool(context.people_in(passage.start, passage.start + 1)),
        )


def _by_passage(
    passages: list[Passage], speech: Iterable[Speech]
) -> defaultdict[int, list[Speech]]:
    """The speech of each passage, by its number; both are in text order."""
    found: defaultdict[int, list[Speech]] = defaultdict(list)
    number = 0
    for one in sorted(speech, key=lambda one: one.start):
        while number + 1 < len(passages) and passages[number + 1].start <= one.start:
            number += 1
        found[number].append(one)
    return found


def _paragraphs_near(context: ReadingContext) -> frozenset[int]:
    """Paragraphs in which speech is about a treaty.

    All of them in a report that names one at its head, else those near a name.
    """
    told = [p for p in context.passages if p.kind is not PassageKind.BOILERPLATE]
    naming = {p.paragraph for p in told if context.treaties_in(p.start, p.end)}
    paragraphs = list(dict.fromkeys(p.paragraph for p in told))
    prose = dict.fromkeys(p.paragraph for p in told if p.kind is PassageKind.PROSE)
    head = [*prose][:_HEAD][-1:] or paragraphs[-1:]
    if any(number <= head[0] for number in naming):
        return frozenset(paragraphs)
    return frozenset(number + shift for number in naming for shift in range(-_NEARBY, _NEARBY + 1))


def _joined(views: list[View]) -> list[View]:
    """Views with the sentences of one quotation put together: somebody says them in one breath."""
    joined: list[View] = []
    for view in views:
        last = joined[-1] if joined else None
        goes_on = last and last.direct and view.direct and 0 <= view.start - last.end <= _GAP
        if last and goes_on:
            by = view if view.speaker else last
            joined[-1] = replace(last, end=view.end, speaker=by.speaker, role=by.role)
        else:
            joined.append(view)
    return joined


def quote_over(context: ReadingContext, start: int, end: int) -> Claim:
    """The statement that a stretch makes, by whoever is heard to speak in it."""
    heard = next(iter(context.heard_in(start, end)), None)
    speaker, role = (heard.speaker, heard.role) if heard is not None else (None, None)
    direct = heard is not None and heard.direct and heard.start <= start
    return _claim(context, View(start, end, speaker, role, direct))


def _claim(context: ReadingContext, view: View) -> Claim:
    start, end = _trimmed(context, view)
    return Claim(
        ClaimType.QUOTE,
        context.report.text[start:end],
        start,
        end,
        context.treaty_about(start, end),
        participants=context.participants_in(start, end),
        voice=Voice.REPORTED,
        date=date_in(context, start, end) or _published(context),
        speaker=view.speaker,
        role=view.role,
        stance=_stance(context.folded[start:end], context.words),
    )


def _published(context: ReadingContext) -> PartialDate | None:
    published = context.report.published
    return PartialDate.parse(published) if published else None


def _trimmed(context: ReadingContext, view: View) -> tuple[int, int]:
    text, start, end = context.report.text, view.start, view.end
    left_over = view_cues(context.words).left_over.search(context.folded, start, end)
    if left_over and not view.direct:
        end = left_over.start()
    while end > start and (text[end - 1].isspace() or text[end - 1] in ",;:–—-"):
        end -= 1
    if not view.direct and end - start > 1 and text[end - 1] == ".":
        end -= 1
    while start < end and (text[start].isspace() or text[start] in ",;:–—-"):
        start += 1
    return start, end


def _stance(said: str, words: Words) -> str | None:
    counted = [(len(pattern.findall(said)), stance) for stance, pattern in _stances(words)]
    most = max(count for count, _ in counted)
    leading = [stance for count, stance in counted if count == most]
    return leading[0] if most and len(leading) == 1 else None


@grammar
def _stances(words: Words) -> tuple[tuple[str, re.Pattern[str]], ...]:
    speech = words.speech
    return (
        ("support", whole_words(speech.favours_exit)),
        ("oppose", whole_words(speech.against_exit)),
        ("support_treaty", whole_words(speech.favours_treaty)),
        ("oppose_treaty", whole_words(speech.against_treaty)),
    )
