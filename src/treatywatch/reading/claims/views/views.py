"""Which speech in a sentence takes a position, and which words to show for it."""

from collections.abc import Iterator, Sequence
from enum import Enum, auto

from treatywatch.reading.claims.views.view_cues import ViewCues
from treatywatch.reading.speaking.noun_phrases import AUTHOR
from treatywatch.reading.vocabulary.spans import Manner, Passage, PassageKind, Speech
from treatywatch.values import frozen

Span = tuple[int, int]

_WHOLE_WORDS = 8  # a quoted stretch of so many words says something by itself
_SHORT_WORDS = 6  # so does a shorter one that begins like a sentence
_LEAST_WORDS = 3
_COMMITTING_WORDS = 2  # "want to stay"
_DEMANDING_WORDS = 4  # "Parliament should think twice"
_BEGINNING = 10  # characters within which "to leave" says what somebody wants
_BESIDE_WORDS = 9  # words beside a quotation that say more than that it was said
_THAT = 20  # characters after a verb within which "that" opens what is held
_MARKS = "\"“„«‘' \xa0"


@frozen
class View:
    """Words in which somebody takes a position; offsets into the text.

    ``plain`` bounds what is said where it has no word of opinion: that is a view only where it says
    nothing else that the reader knows ("the decree is void", but not "Finland is a party").
    ``or_figure`` tells that only a figure, a count or a plan takes its place ("66 were in favour").
    ``said`` is where reported words begin, unless they call something a name; ``cue`` bounds their
    verb, and ``argued`` tells that it is word of opinion enough. ``hearsay`` tells that nobody is
    named who vouches for the words: a newspaper, a pronoun, or whoever spoke last.
    """

    start: int
    end: int
    speaker: str | None
    role: str | None
    direct: bool
    plain: Span | None = None
    or_figure: bool = False
    said: int | None = None
    cue: Span | None = None
    hearsay: bool = False
    argued: bool = False


class _Weight(Enum):
    """How surely reported speech takes a position."""

    NONE = auto()
    PLAIN = auto()
    FIRM = auto()  # unless it is a figure or a plan
    VIEW = auto()


@frozen
class SentenceSpeech:
    """One sentence with its speech.

    ``begins_with_state`` tells that a State or a group of them is its subject.
    """

    text: str
    folded: str
    passage: Passage
    speech: Sequence[Speech]
    begins_with_state: bool

    def views(self, cues: ViewCues) -> Iterator[View]:
        """The positions taken in the sentence, each stretch of words once."""
        directs = [one for one in self.speech if one.direct]
        whole = [one for one in directs if self._is_whole(one)]
        taken = [(one.start, one.end) for one in whole]
        heading = self.passage.kind is PassageKind.HEADLINE
        for one in whole:
            if heading and one.speaker is None:
                continue
            yield self._quoted(one, cues)
        quoted = tuple(taken)
        for one in self.speech:
            weight = _Weight.NONE if one.direct else self._weight(one, quoted, cues)
            if weight is not _Weight.NONE:
                start, end = _around_cue(one, taken)
                if _is_free(start, end, taken):
                    taken.append((start, end))
                    argued = weight is _Weight.VIEW and self._is_argued(one, cues)
                    yield _reported(one, start, end, weight, argued=argued)
        for one in directs:
            enough = self._words(one.start, one.end) >= _LEAST_WORDS
            if enough and one.speaker and _is_free(one.start, one.end, taken):
                yield self._quoted(one, cues)

    def _quoted(self, one: Speech, cues: ViewCues) -> View:
        """A quotation as a view of whoever speaks it."""
        carried = not self.passage.start <= one.cue_start < self.passage.end
        speaker = (one.speaker or "").casefold()
        vague = not speaker or cues.nobody.fullmatch(speaker) or cues.media.search(speaker)
        return View(one.start, one.end, one.speaker, one.role, True, hearsay=carried or bool(vague))

    def own_view(self, cues: ViewCues) -> Iterator[View]:
        """What the report itself demands: "these allies should follow through"."""
        start, end = self.passage.start, self.passage.end
        if self.passage.kind is not PassageKind.PROSE:
            return
        words = self._words(start, end)
        if words < _DEMANDING_WORDS or self.text[start:end].rstrip(_MARKS).endswith("?"):
            return
        of_body = cues.of_state if self.begins_with_state else cues.of_body
        of_body_itself = of_body.match(self.folded, start, end)
        if of_body_itself and not any(one.direct for one in self.speech):
            yield View(start, end, AUTHOR, AUTHOR, direct=False)

    def _words(self, start: int, end: int) -> int:
        return len(self.folded[start:end].split())

    def _is_whole(self, quotation: Speech) -> bool:
        """Whether a quotation is a statement rather than a phrase.

        So is each sentence of one that began in the sentence before.
        """
        words = self._words(quotation.start, quotation.end)
        goes_on = quotation.start == self.passage.start and words >= _LEAST_WORDS
        if words >= _WHOLE_WORDS or (goes_on and self.text[quotation.start] not in _MARKS):
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
        cue = self.folded[one.cue_start : one.cue_end]
        commits = bool(cues.committing.fullmatch(cue))
        beside = any(low < one.whole_end and one.whole_start < high for low, high in taken)
        stands = commits or one.manner is Manner.OPINION
        least = _COMMITTING_WORDS if stands else _LEAST_WORDS
        words = len(said.split()) + len(cue.split()) - 1
        if words < (_BESIDE_WORDS if beside else least) and (
            beside or one.manner is not Manner.BACKING
        ):
            return _Weight.NONE
        if cues.asking.fullmatch(cue) or cues.not_said.match(said):
            return _Weight.NONE
        if cues.possible.search(self.folded, self.passage.start, one.cue_start):
            return _Weight.NONE  # "a State may denounce it"
        if commits and (cues.infinitive.match(said) or cues.infinitive.search(f"{cue} ", 1)):
            return _Weight.NONE  # a plan
        if cues.instrument.search(one.speaker.casefold()) and not one.collective:
            return _Weight.NONE
        if one.manner in (Manner.OPINION, Manner.BACKING):
            act = cues.procedural.search(said) if commits else None
            if cues.intending.match(said) or (act and act.start() <= _BEGINNING):
                return _Weight.NONE
            if commits or cues.asserting.fullmatch(cue):
                return _Weight.PLAIN
            return _Weight.FIRM if one.manner is Manner.BACKING else _Weight.VIEW
        if one.role == AUTHOR or cues.media.search(one.speaker.casefold()):
            return _Weight.NONE  # what we said before, and what others report
        if phrase and not taken:
            return _Weight.PLAIN if one.manner is Manner.NEWS else _Weight.FIRM
        return self._weight_of_saying(one, said, taken, cues)

    def _is_argued(self, one: Speech, cues: ViewCues) -> bool:
        """Whether a whole thought is held or asked for, or a thing is called something."""
        said = self.folded[one.start : one.start + _THAT]
        demanded = cues.to_do.search(self.folded, one.start, one.end)
        return one.manner is Manner.NAMING or bool(cues.that.search(said) or demanded)

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
            cue = self.folded[one.cue_start : one.cue_end]
            called = cues.ends_as.search(cue) or cues.predicate.match(said)
            return _Weight.VIEW if judges or called else _Weight.NONE
        if one.manner is Manner.NEWS or self._introduces(one, taken):
            return _Weight.NONE
        demands = cues.deontic.search(said)
        if cues.procedural.search(said) and not demands:
            return _Weight.NONE
        sourced = cues.sourcing.fullmatch(self.folded[one.cue_start : one.cue_end].strip())
        if cues.of_itself.match(said) and not judges:
            return _Weight.NONE  # what it will do
        if judges or (one.collective and not sourced):
            return _Weight.PLAIN
        if sourced:
            return _Weight.NONE
        if taken or cues.unfinished.search(said) or not cues.state.search(said):
            return _Weight.NONE  # half a sentence, or an event
        by_text = one.speaker is not None and cues.documents.search(one.speaker.casefold())
        return _Weight.NONE if by_text else _Weight.PLAIN


def _reported(one: Speech, start: int, end: int, weight: _Weight, *, argued: bool) -> View:
    plain = {_Weight.PLAIN: (one.start, one.end), _Weight.FIRM: (start, end)}.get(weight)
    firm = weight is _Weight.FIRM
    said = None if one.manner is Manner.NAMING else one.start
    return View(
        start,
        end,
        one.speaker,
        one.role,
        False,
        plain=plain,
        or_figure=firm,
        said=said,
        cue=(one.cue_start, one.cue_end),
        argued=argued,
    )


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
