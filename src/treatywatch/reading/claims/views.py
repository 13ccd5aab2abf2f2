"""Which speech in a sentence takes a position, and which words to show for it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from functools import lru_cache

from treatywatch.reading.spans import Manner, Passage, PassageKind, Speech
from treatywatch.reading.wording import any_of, whole_words
from treatywatch.reading.words import Words

Span = tuple[int, int]

_WHOLE_WORDS = 8  # a quoted stretch of so many words says something by itself
_SHORT_WORDS = 6  # so does a shorter one that begins like a sentence
_LEAST_WORDS = 3
_BESIDE_WORDS = 9  # words beside a quotation that say more than that it was said
_MARKS = "\"“„«‘' \xa0"
_GAP = 3  # characters between two sentences of a paragraph, and an opening mark


@dataclass(frozen=True, slots=True)
class View:
    """Words in which somebody takes a position; offsets into the text.

    ``plain`` bounds what is said where it has no word of opinion: that is a view only where it says
    nothing else that the reader knows ("the decree is void", but not "Finland is a party").
    """

    start: int
    end: int
    speaker: str | None
    role: str | None
    direct: bool
    plain: Span | None = None


class _Weight(Enum):
    """How surely reported speech takes a position."""

    NONE = auto()
    PLAIN = auto()
    VIEW = auto()


@dataclass(frozen=True, slots=True)
class ViewCues:
    """The words that tell a view from the report of an act."""

    deontic: re.Pattern[str]
    evaluative: re.Pattern[str]
    procedural: re.Pattern[str]
    intending: re.Pattern[str]
    state: re.Pattern[str]
    committing: re.Pattern[str]
    unfinished: re.Pattern[str]
    documents: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class SentenceSpeech:
    """One sentence with its speech. ``quoted_next`` tells that the next one is a quotation."""

    text: str
    folded: str
    passage: Passage
    speech: Sequence[Speech]
    quoted_next: bool

    def views(self, cues: ViewCues) -> Iterator[View]:
        """The positions taken in the sentence, each stretch of words once."""
        directs = [one for one in self.speech if one.direct]
        whole = [one for one in directs if self._is_whole(one)]
        taken = [(one.start, one.end) for one in whole]
        for one in whole:
            yield View(one.start, one.end, one.speaker, one.role, direct=True)
        for one in self.speech:
            weight = _Weight.NONE if one.direct else self._weight(one, taken, cues)
            if weight is not _Weight.NONE:
                start, end = _around_cue(one, taken)
                if _is_free(start, end, taken):
                    taken.append((start, end))
                    plain = (one.start, one.end) if weight is _Weight.PLAIN else None
                    yield View(start, end, one.speaker, one.role, direct=False, plain=plain)
        for one in directs:
            enough = self._words(one.start, one.end) >= _LEAST_WORDS
            if enough and one.speaker and _is_free(one.start, one.end, taken):
                yield View(one.start, one.end, one.speaker, one.role, direct=True)

    def own_view(self, cues: ViewCues, author: str) -> Iterator[View]:
        """What the report itself demands: "these allies should follow through"."""
        start, end = self.passage.start, self.passage.end
        long_enough = self._words(start, end) >= _WHOLE_WORDS
        unspoken = self.passage.kind is PassageKind.PROSE and long_enough and not self.speech
        if unspoken and cues.deontic.search(self.folded, start, end):
            yield View(start, end, author, author, direct=False)

    def _words(self, start: int, end: int) -> int:
        return len(self.folded[start:end].split())

    def _is_whole(self, quotation: Speech) -> bool:
        """Whether a quotation is a statement rather than a phrase."""
        words = self._words(quotation.start, quotation.end)
        if words >= _WHOLE_WORDS:
            return True
        before = self.text[self.passage.start : quotation.start].rstrip(_MARKS)
        led = words > _LEAST_WORDS and (not before or before.endswith(":"))
        return self.text[quotation.start].isupper() and (words >= _SHORT_WORDS or led)

    def _weight(self, one: Speech, taken: Sequence[Span], cues: ViewCues) -> _Weight:
        """Whether reported speech holds a view, rather than telling of an act or a figure."""
        phrase = any(other.direct and one.start <= other.start < one.end for other in self.speech)
        if one.speaker is None or (self.passage.kind is PassageKind.HEADLINE and not phrase):
            return _Weight.NONE
        said = _own_words(self.folded, one, taken)
        least = _BESIDE_WORDS if taken else _LEAST_WORDS
        if len(said.split()) < least and (taken or one.manner is not Manner.BACKING):
            return _Weight.NONE
        if one.manner in (Manner.OPINION, Manner.BACKING):
            introduces = self.quoted_next and not phrase
            ruled_out = introduces or cues.intending.match(said)
            if ruled_out:
                return _Weight.NONE
            cue = self.folded[one.cue_start : one.cue_end]
            return _Weight.PLAIN if cues.committing.fullmatch(cue) else _Weight.VIEW
        if phrase and not taken:
            return _Weight.VIEW
        return self._weight_of_saying(one, said, taken, cues)

    def _introduces(self, one: Speech, taken: Sequence[Span]) -> bool:
        """Whether a verb of saying only leads to a quotation: "he said: ..."."""
        return any(
            one.cue_end <= start < self.passage.end and _leads_to(self.folded, one.cue_end, start)
            for start, _ in taken
        )

    def _weight_of_saying(
        self, one: Speech, said: str, taken: Sequence[Span], cues: ViewCues
    ) -> _Weight:
        judges = bool(cues.evaluative.search(said))
        if one.manner is Manner.NAMING:
            return _Weight.VIEW if judges else _Weight.NONE
        if one.manner is Manner.NEWS or self._introduces(one, taken):
            return _Weight.NONE
        demands = cues.deontic.search(said)
        if cues.procedural.search(said) and not demands:
            return _Weight.NONE
        if one.collective or judges:
            return _Weight.PLAIN
        if taken or cues.unfinished.search(said) or not cues.state.search(said):
            return _Weight.NONE  # half a sentence, or an event
        by_text = one.speaker is not None and cues.documents.search(one.speaker.casefold())
        return _Weight.NONE if by_text else _Weight.PLAIN


def _leads_to(folded: str, start: int, quotation: int) -> bool:
    between = folded[start:quotation].rstrip(_MARKS)
    return not between.strip(" ,:") or between.endswith(":")


def _own_words(folded: str, one: Speech, taken: Sequence[Span]) -> str:
    """What is said, less the quotations that are views of their own."""
    pieces: list[str] = []
    at = one.start
    for start, end in taken:
        if at <= start < one.end:
            pieces.append(folded[at:start])
            at = end
    pieces.append(folded[at : max(at, one.end)])
    return " ".join(pieces).strip(' ,."')


def _around_cue(one: Speech, taken: Sequence[Span]) -> Span:
    """The part of the clause that holds the verb, up to a quotation that stands by itself."""
    start, end = one.whole_start, one.whole_end
    for low, high in taken:
        if low >= one.cue_end:
            end = min(end, low)
        elif high <= one.cue_start:
            start = max(start, high)
    return start, max(start, end)


def _is_free(start: int, end: int, taken: Sequence[Span]) -> bool:
    return start < end and all(end <= low or high <= start for low, high in taken)


def is_long_quotation(folded: str, one: Speech) -> bool:
    """Whether speech is a quotation long enough to stand for the sentence that introduces it."""
    return one.direct and len(folded[one.start : one.end].split()) >= _WHOLE_WORDS


def begins_after(passage: Passage, one: Speech) -> bool:
    """Whether speech begins right after a sentence."""
    return 0 <= one.start - passage.end <= _GAP


@lru_cache(maxsize=8)
def view_cues(words: Words) -> ViewCues:
    """The cues of one language."""
    speech = words.speech
    pronouns = any_of((*speech.pronouns_group, *speech.pronouns_thing, *speech.pronouns_person))
    intent = any_of(words.plans.sets["sure_intent"])
    return ViewCues(
        whole_words(speech.deontic),
        whole_words((*speech.evaluative, *speech.opinion)),
        whole_words(speech.procedural),
        re.compile(rf"(?:{any_of(speech.that)}\s+)?{pronouns}\s+{intent}(?!\w)"),
        whole_words(speech.stative),
        whole_words(speech.committing),
        re.compile(rf"(?<!\w){any_of(words.layout.unfinished)}$"),
        whole_words(speech.documents),
    )
