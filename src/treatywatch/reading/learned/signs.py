"""Signs: what there is to be seen in a stretch of text, each as a short word of its own.

The words of the stretch, with names, dates and numbers told only as such; the cues and the sets of
words that stand in it; where it stands and what stands around it. They are what a likeness is
weighed by (``likeness.py``): no sign means anything by itself.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property, lru_cache
from itertools import combinations, pairwise
from typing import NamedTuple, TypeVar

from treatywatch.reading.naming.mentions import CueHit
from treatywatch.reading.syntax.clauses import Clause
from treatywatch.reading.syntax.context import ReadingContext
from treatywatch.reading.vocabulary.grammar import grammar
from treatywatch.reading.vocabulary.in_order import InOrder, Meeting
from treatywatch.reading.vocabulary.rulebook import rulebook
from treatywatch.reading.vocabulary.spans import Mention, MentionKind
from treatywatch.reading.vocabulary.words import Words
from treatywatch.values import frozen

Kept = TypeVar("Kept")
_TREATY, _STATE, _DAY, _SPAN, _NUMBER = "T_", "S_", "D_", "U_", "N_"
_ANY = "_"  # a word, whichever
_PLACES = 4  # of a clause in its sentence, and numbers of clauses, that are told apart
_LENGTHS, _STEP = 6, 6  # lengths that are told apart, and the words of each
_SHORT, _LONG = 4, 6  # letters that a word begins with: as few, and as many, as are kept
_ENDING = 2  # letters at the end of a word that may be its inflection
_WORD = re.compile(r"\w+|[^\w\s]")
_QUOTES = re.compile('["“]')
_EDGE = 2  # characters of a quotation mark and a space


class _Thing(NamedTuple):
    """A name, date or number, as one word; ``role`` is how somebody or something is named."""

    start: int
    end: int
    word: str
    role: str = ""


Token = tuple[int, str, str]  # where a word begins, the word, and its role if it is a thing


@frozen
class _Seen:
    """What is seen in a stretch: its words in order, kinds of cue, and the bits of sets of words.

    ``begun`` is what each of the words begins with; the signs of a clause are parts of these rows.
    """

    tokens: Sequence[Token]
    begun: Sequence[str]
    cues: frozenset[str]
    sets: int


class Signs:
    """The signs of the stretches of one report.

    Without ``words`` a word is told only as such, as names are: those signs are of any language.
    """

    def __init__(
        self, context: ReadingContext, cues: Iterable[CueHit], *, words: bool = True
    ) -> None:
        self._context, self._words = context, words
        self._cues = InOrder(cues)
        self._number = {passage.start: n for n, passage in enumerate(context.passages)}
        self._sentences: dict[int, _Seen] = {}
        self._besides: dict[int, list[str]] = {}
        self._speech = Meeting(context.speech)
        self._set_names = _set_names(context.words)

    def of_sentence(self, number: int) -> frozenset[str]:
        """The signs of the passage with this number, from 0."""
        passage = self._context.passages[number]
        own = self._of(self._sentence(number), passage.start, passage.end)
        return frozenset((*own, *self._around(number)))

    def of_clause(self, clause: Clause, place: int, clauses: int) -> frozenset[str]:
        """The signs of a clause: ``place``, from 0, among the clauses of its sentence."""
        number = self._number[clause.passage.start]
        whole = self._sentence(number)
        first = bisect_left(whole.tokens, (clause.start,))
        last = bisect_left(whole.tokens, (clause.end,), first)
        own = self._part(whole, first, last, clause)
        return frozenset(
            (
                *self._of(own, clause.start, clause.end),
                *self._around(number),
                *["ps=" + word for word in (*whole.begun[:first], *whole.begun[last:])],
                *["pc=" + cue for cue in whole.cues - own.cues],
                *["pm=" + name for name in _names_of(whole.sets & ~own.sets, self._set_names)],
                f"clauses={min(_PLACES, clauses)}",
                f"place={min(_PLACES - 1, place)}",
                f"opener={clause.opener}",
                *(["last"] if place == clauses - 1 else []),
            )
        )

    def tokens_of(self, number: int) -> Sequence[Token]:
        """The words of the passage with this number and where they begin; none if there is none."""
        known = 0 <= number < len(self._context.passages)
        return self._sentence(number).tokens if known else ()

    def words_of(self, number: int) -> list[str]:
        """The words alone."""
        return [word for _, word, _ in self.tokens_of(number)]

    def _of(self, seen: _Seen, start: int, end: int) -> list[str]:
        words = ["^", *[word for _, word, _ in seen.tokens], "$"]
        return [
            *["w=" + word for word in words],
            *[f"b={one}_{other}" for one, other in pairwise(words)],
            *(["s=" + word for word in ("^", *seen.begun, "$")] if self._words else ()),
            *_signs_of_cues(seen.cues),
            *["m=" + name for name in _names_of(seen.sets, self._set_names)],
            *["r=" + role for _, _, role in seen.tokens if role],
            f"length={min(_LENGTHS, len(words) // _STEP)}",
            *self._spoken(start, end),
        ]

    def _spoken(self, start: int, end: int) -> Iterator[str]:
        speech = self._speech.meeting(start, end)
        if speech:
            yield "speech"
        if any(one.start <= start + _EDGE and one.end >= end - _EDGE for one in speech):
            yield "all speech"
        if _QUOTES.search(self._context.report.text, start, end):
            yield "quotation mark"

    def _around(self, number: int) -> list[str]:
        """Where the sentence stands, and what the ones before and after it speak of."""
        known = self._besides.get(number)
        if known is None:
            known = list(self._told_around(number))
            _keep(self._besides, number, known)
        return known

    def _told_around(self, number: int) -> Iterator[str]:
        passages = self._context.passages
        for sign, other in (("p", number - 1), ("n", number + 1)):
            if 0 <= other < len(passages):
                beside = self._sentence(other)
                yield from [f"{sign}c=" + cue for cue in beside.cues]
                yield from [sign + word for word in _THINGS.intersection(beside.begun)]
        yield f"kind={passages[number].kind}"
        if number <= 1:
            yield f"number={number}"
        if len(self._context.treaties) > 1:
            yield "several treaties"

    def _sentence(self, number: int) -> _Seen:
        seen = self._sentences.get(number)
        if seen is None:
            passage = self._context.passages[number]
            tokens = self._tokens(passage.start, passage.end)
            begun = [_beginning(word) for _, word, _ in tokens]
            seen = self._seen(tokens, begun, passage.start, passage.end)
            _keep(self._sentences, number, seen)
        return seen

    def _part(self, whole: _Seen, first: int, last: int, clause: Clause) -> _Seen:
        row = slice(first, last)
        return self._seen(whole.tokens[row], whole.begun[row], clause.start, clause.end)

    def _seen(self, tokens: Sequence[Token], begun: Sequence[str], start: int, end: int) -> _Seen:
        cues = frozenset([cue.kind for cue in self._cues.within(start, end)])
        sets = self._context.own_marks.within(start, end) if self._words else 0
        return _Seen(tokens, begun, cues, sets)

    def _tokens(self, start: int, end: int) -> list[Token]:
        """The words between two offsets, each name, date and number as one."""
        tokens, at = [], start
        for thing in self._things.within(start, end):
            if thing.start >= at:
                tokens += self._plain(at, thing.start)
                tokens.append((thing.start, thing.word, thing.role))
                at = thing.end
        return tokens + self._plain(at, end)

    def _plain(self, start: int, end: int) -> list[Token]:
        found = _WORD.finditer(self._context.folded, start, end)
        tokens = [(one.start(), one[0], "") for one in found]
        if self._words:
            return tokens
        return [(at, _ANY if word[0].isalnum() else word, role) for at, word, role in tokens]

    @cached_property
    def _things(self) -> InOrder[_Thing]:
        context = self._context
        found = [
            *(_named(mention) for mention in context.mentions),
            *(_Thing(one.start, one.end, _DAY) for one in context.dates),
            *(_Thing(one.start, one.end, _SPAN) for one in context.durations),
            *(_Thing(one.start, one.end, _NUMBER) for one in context.numbers),
        ]
        return InOrder(sorted(found, key=lambda one: (one.start, -one.end)))


def _keep(known: dict[int, Kept], number: int, value: Kept) -> None:
    """Keep it for the sentences nearby; a long document does not keep all of its own."""
    if len(known) >= _KEPT:
        del known[next(iter(known))]
    known[number] = value


_KEPT = 2000  # sentences
_THINGS = frozenset({_TREATY, _STATE, _DAY, _SPAN, _NUMBER})


def _named(mention: Mention) -> _Thing:
    word = _TREATY if mention.kind is MentionKind.TREATY else _STATE
    return _Thing(mention.start, mention.end, word, mention.role)


@lru_cache(maxsize=1 << 12)
def _signs_of_cues(cues: frozenset[str]) -> tuple[str, ...]:
    pairs = combinations(sorted(cues), 2)
    return (*(f"c={cue}" for cue in cues), *(f"cc={one}+{other}" for one, other in pairs))


@lru_cache(maxsize=1 << 14)
def _beginning(word: str) -> str:
    """What a word begins with, without what is likely its inflection: "ratif" of "ratified"."""
    return word if len(word) <= _SHORT else word[: max(_SHORT, min(_LONG, len(word) - _ENDING))]


def _names_of(bits: int, names: Sequence[str]) -> list[str]:
    found = []
    while bits:
        lowest = bits & -bits
        found.append(names[lowest.bit_length() - 1])
        bits ^= lowest
    return found


@grammar
def _set_names(words: Words) -> tuple[str, ...]:
    """The names of the sets of words, by their bits."""
    return tuple(f"{number}.{name}" for number, name in rulebook(words).sets.bit)
