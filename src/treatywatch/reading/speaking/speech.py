"""Who says what in a report: quotations with their speakers, and speech that is only reported."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from treatywatch.reading.quantities.durations import mask
from treatywatch.reading.speaking.dialogue import in_dialogue
from treatywatch.reading.speaking.noun_phrases import AUTHOR, Speaker
from treatywatch.reading.speaking.recall import resolved
from treatywatch.reading.speaking.saying_cues import is_borrowed
from treatywatch.reading.speaking.sayings import Saying, Sayings
from treatywatch.reading.text.quotations import Quotation, find_quotations
from treatywatch.reading.vocabulary.fold import fold
from treatywatch.reading.vocabulary.grammar import grammar
from treatywatch.reading.vocabulary.spans import Manner, Mention, Passage, PassageKind, Speech
from treatywatch.reading.vocabulary.wording import any_of
from treatywatch.reading.vocabulary.words import Words

_REMEMBERED = 40  # speakers whom "he" or a surname may still mean


def find_speech(
    text: str, passages: tuple[Passage, ...], words: Words, mentions: Sequence[Mention] = ()
) -> tuple[Speech, ...]:
    """All speech of a report in text order; a quotation gives one value for each of its sentences.

    Speakers are as the text names them, references back resolved to those named before. A
    quotation that nobody is said to speak has no speaker.
    """
    folded = fold(text)
    told = [passage for passage in passages if passage.kind is not PassageKind.BOILERPLATE]
    told_by = _told_behind_a_dash(words) if words.speech.behind_dashes else None
    quotations = find_quotations(text, _paragraphs(told), told_by)
    if not words.speech.behind_dashes:  # else a dash closes them too
        spoken = in_dialogue(folded, _paragraphs(told), words)
        quotations = tuple(sorted((*quotations, *spoken), key=lambda one: one.start))
    borrowed = [one for one in quotations if is_borrowed(folded[one.start : one.end], words)]
    spans = [(one.outer_start, one.outer_end) for one in quotations if one not in borrowed]
    masked = mask(_without_marks(folded, borrowed), spans)
    names = [(one.start, one.end) for one in mentions if one.role != "anaphor"]
    reader = _Reader(Sayings(text, masked, mask(masked, names), words), words)
    for passage, inside in _beside(told, quotations):
        reader.take(passage, inside)
    return tuple(sorted(reader.found, key=lambda one: (one.start, one.end)))


@grammar
def _told_behind_a_dash(words: Words) -> re.Pattern[str]:
    speech = words.speech
    verbs = (*speech.saying, *speech.opinion, *speech.asserting, *speech.news, *speech.naming)
    adverbs = rf"(?:{any_of(speech.adverbs)}\s)?" if speech.adverbs else ""
    return re.compile(rf"\s[–—-]\s(?={adverbs}{any_of(verbs)}(?!\w))", re.IGNORECASE)


def _without_marks(folded: str, quotations: Sequence[Quotation]) -> str:
    """The folded text with blanks for the marks of the quotations; offsets stay."""
    pieces: list[str] = []
    at = 0
    for one in quotations:
        pieces += [
            folded[at : one.outer_start],
            " ",
            folded[one.outer_start + 1 : one.outer_end - 1],
        ]
        pieces.append(" " if one.outer_end - one.outer_start > 1 else "")
        at = one.outer_end
    return "".join((*pieces, folded[at:]))


def _beside(
    passages: Sequence[Passage], quotations: Sequence[Quotation]
) -> Iterator[tuple[Passage, list[Quotation]]]:
    """Each passage with the quotations that reach into it; both come in text order."""
    at = 0
    for passage in passages:
        while at < len(quotations) and quotations[at].end <= passage.start:
            at += 1
        last = at
        while last < len(quotations) and quotations[last].start < passage.end:
            last += 1
        yield passage, list(quotations[at:last])


def _paragraphs(passages: Sequence[Passage]) -> list[tuple[int, int]]:
    spans = []
    for _, group in groupby(passages, key=lambda passage: passage.paragraph):
        inside = list(group)
        spans.append((inside[0].start, inside[-1].end))
    return spans


class _Reader:
    """Goes through the passages in order and remembers who has spoken."""

    def __init__(self, sayings: Sayings, words: Words) -> None:
        self.sayings, self.words = sayings, words
        self.found: list[Speech] = []
        self._spoken: list[Speaker] = []  # the latest first
        self._last: Saying | None = None
        self._last_paragraph = -1
        self._carried: Saying | None = None

    def take(self, passage: Passage, quotations: list[Quotation]) -> None:
        """Read one passage."""
        sayings = [self._resolved(one) for one in self.sayings.of(passage)]
        for saying in sayings:
            self.found.append(_reported(saying))
        for quotation in quotations:
            governing = self._governing(passage, quotation, sayings)
            self.found.append(self._direct(passage, quotation, governing))
            self._carried = governing if quotation.goes_on else None
        if sayings:
            self._last, self._last_paragraph = sayings[-1], passage.paragraph

    def _resolved(self, saying: Saying) -> Saying:
        if fold(saying.speaker.name) in self.words.speech.first_person:
            return saying.by(replace(saying.speaker, name=AUTHOR, role=AUTHOR))
        speaker = resolved(saying.speaker, self._spoken, self.words)
        self._spoken = [speaker, *self._spoken[:_REMEMBERED]]
        return saying.by(speaker)

    def _governing(
        self, passage: Passage, quotation: Quotation, sayings: list[Saying]
    ) -> Saying | None:
        if sayings:
            return min(sayings, key=lambda one: _distance(one, quotation))
        if self._carried is not None or self._last_paragraph == passage.paragraph:
            return self._carried or self._last
        if passage.paragraph == self._last_paragraph + 1 and quotation.start - passage.start < 3:
            return self._last
        return None

    def _direct(self, passage: Passage, quotation: Quotation, governing: Saying | None) -> Speech:
        start, end = max(quotation.start, passage.start), min(quotation.end, passage.end)
        speaker = governing.speaker if governing else None
        return Speech(
            start,
            end,
            direct=True,
            cue_start=governing.cue_start if governing else start,
            cue_end=governing.cue_end if governing else start,
            speaker=speaker.name if speaker else None,
            role=speaker.role if speaker else None,
            collective=speaker is not None and speaker.kind == "group",
            whole_start=start,
            whole_end=end,
            manner=governing.manner if governing else Manner.SAYING,
        )


def _reported(saying: Saying) -> Speech:
    speaker = saying.speaker
    return Speech(
        saying.start,
        saying.end,
        direct=False,
        cue_start=saying.cue_start,
        cue_end=saying.cue_end,
        speaker=speaker.name,
        role=speaker.role,
        collective=speaker.kind == "group",
        whole_start=saying.whole_start,
        whole_end=saying.whole_end,
        manner=saying.manner,
    )


def _distance(saying: Saying, quotation: Quotation) -> int:
    if saying.cue_end <= quotation.outer_start:
        return quotation.outer_start - saying.cue_end
    return max(0, saying.cue_start - quotation.outer_end)
