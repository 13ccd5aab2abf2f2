"""Claims read by rules over a clause: each names the sets of words that must all stand in it."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import pairwise

from treatywatch.law.calendar import PartialDate
from treatywatch.reading.claim import Bound, Claim, ClaimType
from treatywatch.reading.syntax.clauses import Clause, split_clauses
from treatywatch.reading.syntax.context import ReadingContext
from treatywatch.reading.vocabulary.grammar import grammar
from treatywatch.reading.vocabulary.rulebook import CompiledRule, Rules, RuleSection, rulebook
from treatywatch.reading.vocabulary.spans import DateMention, NumberMention
from treatywatch.reading.vocabulary.wording import any_of
from treatywatch.reading.vocabulary.words import Words
from treatywatch.reading.vocabulary.words_acts import load_act_words
from treatywatch.reading.vocabulary.words_sections import ClauseRule
from treatywatch.values import frozen

_AT = "place"  # the role of a capital in which something happens
_GREAT = 10_000  # a number that no list of States, years or members reaches


@frozen
class Ruled:
    """A stretch that fulfils a rule, with the number it is about, where there is one."""

    rule: ClauseRule
    start: int
    end: int
    figure: NumberMention | None
    negated: bool


@frozen
class _Place:
    """A clause within its sentence and its paragraph."""

    start: int
    end: int
    sentence: tuple[int, int]
    paragraph: tuple[int, int]


def ruled_clauses(
    context: ReadingContext,
    words: RuleSection,
    clauses: Sequence[Clause] | None = None,
    *,
    left_over: bool = False,
) -> Iterator[Ruled]:
    """Every stretch of the report that fulfils a rule, in text order; in a clause one rule wins.

    ``clauses`` are those of the report, cut here where they are not given; ``left_over`` asks for
    the rules that read only what no claim has been read from.
    """
    if clauses is None:
        acts = load_act_words(context.words.language)
        clauses = split_clauses(context.folded, context.passages, acts)
    book = rulebook(context.words)
    rules = (book.left_over if left_over else book.sections)[words]
    reading, own = _Reading(context, rules), context.own_marks.within
    for clause in clauses:
        fitting = rules.fitting(own(clause.start, clause.end))
        if not fitting or not reading.allows_around(clause, fitting):
            continue  # as nearly always
        for place, fitting in reading.places(clause):
            rule = reading.rule_for(place, fitting)
            if rule is not None:
                yield from reading.stretches(rule, place)


def ruled_claim(context: ReadingContext, kind: ClaimType, ruled: Ruled) -> Claim:
    """What a stretch claims: the figure counts only where the rule says what it counts."""
    figure = ruled.figure if ruled.rule.unit else None
    return Claim(
        kind,
        context.report.text[ruled.start : ruled.end],
        ruled.start,
        ruled.end,
        context.treaty_about(ruled.start, ruled.end),
        participants=context.participants_in(ruled.start, ruled.end),
        stage=ruled.rule.stage,
        negated=ruled.negated,
        date=date_in(context, ruled.start, ruled.end),
        value=figure.low if figure else None,
        value_high=figure.high if figure and figure.high != figure.low else None,
        unit=ruled.rule.unit if figure else None,
        bound=figure.bound if figure else Bound.EXACT,
        of_total=figure.of_total if figure else None,
    )


def date_in(context: ReadingContext, start: int, end: int) -> PartialDate | None:
    """The first date in a span, at the precision it has; None where it has none or a range."""
    for mention in dates_in(context, start, end):
        if mention.first == mention.last or mention.relative:
            return mention.first
    return None


def dates_in(context: ReadingContext, start: int, end: int) -> tuple[DateMention, ...]:
    """Dates that lie in a span."""
    first = bisect_left(context.dates, start, key=lambda one: one.start)
    last = bisect_left(context.dates, end, first, key=lambda one: one.start)
    return tuple(one for one in context.dates[first:last] if one.end <= end)


def _pieces(
    folded: str, clause: Clause, opened: Iterable[int], joined: re.Pattern[str]
) -> Iterator[tuple[int, int]]:
    """A clause cut where a comma or a joiner and a word that opens another, or a share, stand."""
    start = clause.start
    for place in opened:
        joint = joined.search(folded, max(clause.start, place - _JOINT), place)
        if joint is not None:
            yield bare(folded, start, joint.start())
            start = place
    yield bare(folded, start, clause.end)


def _treaties_told(context: ReadingContext, clause: Clause) -> list[int]:
    """Where what is said of a treaty begins behind a comma: "gave notice, and the treaty makes"."""
    found: list[int] = []
    for treaty in context.treaties_in(clause.start, clause.end):
        comma = context.folded.rfind(",", clause.start, treaty.start)
        between = context.folded[comma + 1 : treaty.start].split() if comma >= 0 else []
        joined = len(between) in (1, _AND_THE) and between[0] in context.words.speech.joiners
        if joined:
            found.append(comma + 2)
    return found


_AND_THE = 2  # words of "and the" before a treaty


def _led_to(context: ReadingContext, rules: Rules, clause: Clause) -> Iterator[int]:
    """Where a treaty follows what only tells its day: "in force since 1989, | the pact lets".

    Only for rules of which treaties are the subject, which are told how these go on.
    """
    if not rules.goes_on:
        return
    for treaty in context.treaties_in(clause.start, clause.end):
        comma = context.folded.rfind(", ", clause.start, treaty.start)
        near = comma >= 0 and len(context.folded[comma + 1 : treaty.start].split()) <= _THE
        if near and dates_in(context, clause.start, comma):
            yield comma + len(", ")


_THE = 1  # word between a comma and a treaty with which a clause goes on


def going_on(context: ReadingContext, rules: Rules, start: int, end: int) -> Iterator[int]:
    """Where a verb with the subject of the one before it follows "and"."""
    joiner = _and_before(context.words)
    for place in context.own_marks.starts(rules.goes_on, start, end):
        if joiner.search(context.folded, max(0, place - _JOINT), place):
            yield place


@grammar
def _and_before(words: Words) -> re.Pattern[str]:
    return re.compile(rf"\s{any_of(words.speech.joiners)}\s$")


def _shares_told(context: ReadingContext, clause: Clause) -> list[int]:
    """Where a share of those counted before it begins: "killed 200, and half of them children"."""
    numbers = _numbers(context, clause.start, clause.end)
    found: list[int] = []
    for one, share in pairwise(numbers):
        between = context.folded[one.end : share.start]
        comma = between.rfind(",")
        joiner = between[comma + 1 :].strip()
        parted = share.percent or _of_them(context.words).match(context.folded, share.end)
        if parted and comma >= 0 and joiner in ("", *context.words.speech.joiners):
            found.append(one.end + comma + 2)
    return found


def _others_act(context: ReadingContext, clause: Clause) -> Iterator[int]:
    """Where a participant opens a statement of its own: "Tallinn has no plans, and Riga has"."""
    for joint in _and_then(context.words).finditer(context.folded, clause.start, clause.end):
        opens = context.people_in(joint.end(), joint.end() + _NAME)
        if not opens or opens[0].start != joint.end():
            continue
        before = context.people_in(max(clause.start, joint.start() - _NAME), joint.end())
        listed = any(one.end == joint.start() for one in before)
        if not listed and context.folded.startswith(" ", opens[0].end):
            yield joint.start() + len(", ")


_NAME = 60  # characters of the longest name of a participant


@grammar
def _and_then(words: Words) -> re.Pattern[str]:
    return re.compile(rf",\s{any_of(words.speech.joiners)}\s")


@grammar
def _behind_joint(words: Words) -> re.Pattern[str]:
    return re.compile(rf"(?:,\s|\s{any_of(words.speech.joiners)}\s)$")


_JOINT = 6  # characters of " and "


@grammar
def _of_them(words: Words) -> re.Pattern[str]:
    group = any_of(words.speech.pronouns_group)
    return re.compile(rf"\s{any_of(words.numbers.part_of)}\s{group}(?!\w)")


def bare(folded: str, start: int, end: int) -> tuple[int, int]:
    """The span without what is neither word nor figure at its edges."""
    while start < end and not (folded[start].isalnum() or folded[start] == "$"):
        start += 1
    while end > start and not (folded[end - 1].isalnum() or folded[end - 1] in "%)"):
        end -= 1
    return start, end


@frozen(slots=False)
class _Reading:
    """One report under the rules of a section. Words in the name of a treaty may only rule out."""

    context: ReadingContext
    rules: Rules

    @cached_property
    def paragraphs(self) -> Mapping[int, tuple[int, int]]:
        """From where to where each paragraph goes."""
        spans: dict[int, tuple[int, int]] = {}
        for passage in self.context.passages:
            known = spans.get(passage.paragraph)
            start = passage.start if known is None else known[0]
            spans[passage.paragraph] = start, passage.end
        return spans

    def allows_around(self, clause: Clause, fitting: tuple[CompiledRule, ...]) -> bool:
        """Whether the sentence and the paragraph have what one of the rules asks of them.

        They are the same for all parts of the clause, which need not be looked at then.
        """
        own, every = self.context.own_marks.within, self.context.marks.within
        sentence = clause.passage.start, clause.passage.end
        paragraph = self.paragraphs[clause.passage.paragraph]
        for one in fitting:
            _, of_sentence, of_paragraph = one.asks.bits
            if of_sentence & ~own(*sentence) or (
                of_paragraph and of_paragraph & ~every(*paragraph)
            ):
                continue
            _, not_in_sentence, not_in_paragraph = one.forbids.bits
            if not_in_sentence and not_in_sentence & every(*sentence):
                continue
            if not (not_in_paragraph and not_in_paragraph & every(*paragraph)):
                return True
        return False

    def places(self, clause: Clause) -> Iterator[tuple[_Place, tuple[CompiledRule, ...]]]:
        """The parts of the clause that may fulfil a rule, and which; none of a question."""
        context, rules = self.context, self.rules
        sentence = clause.passage.start, clause.passage.end
        if context.folded.startswith("?", sentence[1] - 1):
            return
        opened = context.marks.starts(rules.opens, clause.start, clause.end)
        parts = [
            *_shares_told(context, clause),
            *_others_act(context, clause),
            *_treaties_told(context, clause),
            *_led_to(context, rules, clause),
            *going_on(context, rules, clause.start, clause.end),
        ]
        if parts:
            opened = sorted({*opened, *parts})
        for start, end in _pieces(context.folded, clause, opened, _behind_joint(context.words)):
            fitting = rules.fitting(context.own_marks.within(start, end))
            if fitting and not self._is_quoted(start, end):
                yield (
                    _Place(start, end, sentence, self.paragraphs[clause.passage.paragraph]),
                    fitting,
                )

    def _is_quoted(self, start: int, end: int) -> bool:
        """Whether it is mostly somebody else's words, not only a phrase in its middle.

        They are a claim of type quote.
        """
        quoted = self.context.quoted_around((start + end) // 2)
        if quoted is None:
            return False
        return 2 * (min(quoted[1], end) - max(quoted[0], start)) > end - start

    def rule_for(self, place: _Place, fitting: tuple[CompiledRule, ...]) -> CompiledRule | None:
        """The first of the rules that the place fulfils in all."""
        spans = (place.start, place.end), place.sentence, place.paragraph
        own, every = self.context.own_marks.within, self.context.marks.within
        known = own, own, every  # a paragraph that names a treaty is about what the name tells
        have: list[int] = []
        ruled_out: list[int] = []
        for one in fitting:
            asks, forbids = one.asks, one.forbids
            have = have or [own(*place) for own, place in zip(known, spans, strict=True)]
            if asks.bits[1] & ~have[1] or asks.bits[2] & ~have[2]:
                continue
            ruled_out = ruled_out or [every(*span) for span in spans]
            if any(bits & there for bits, there in zip(forbids.bits, ruled_out, strict=True)):
                continue
            if not all(self._has(name, spans[where]) for where, name in asks.found):
                continue
            if any(self._has(name, spans[where]) for where, name in forbids.found):
                continue
            if self._follow(one.in_turn, place) and self._counts(one.things, place):
                return one
        return None

    def _follow(self, in_turn: tuple[int | str, ...], place: _Place) -> bool:
        """Whether the words and things follow each other in the clause, with others between."""
        at = place.start
        for what in in_turn:
            starts = _starts(self.context, what, at, place.end)
            if not starts:
                return False
            at = min(starts) + 1
        return True

    def _counts(self, things: int, place: _Place) -> bool:
        """Whether a number counts some of the things: "42 unarmed missions"; always if of none."""
        if not things:
            return True
        numbers = _numbers(self.context, place.start, place.end)
        ends = [one.end for one in numbers]
        apart = {",", *self.context.words.speech.of_place, *self.context.words.speech.joiners}
        for start in self.context.own_marks.starts(things, place.start, place.end):
            before = bisect_right(ends, start) - 1
            if before >= 0 and not numbers[before].percent:
                between = self.context.folded[ends[before] : start].replace(",", " , ").split()
                if len(between) <= _BETWEEN and not apart & set(between):
                    return True
        return False

    def _has(self, name: str, span: tuple[int, int]) -> bool:
        return _has_found(self.context, name, *span)

    def stretches(self, one: CompiledRule, place: _Place) -> Iterator[Ruled]:
        """The clause as one claim, or one for each of its numbers where the rule says so."""
        marks, rule = self.context.marks, one.rule
        negated = bool(marks.within(place.start, place.end) & self.rules.negated)
        numbers = _numbers(self.context, place.start, place.end)
        if "great_number" in rule.all:
            numbers = tuple(one for one in numbers if one.low >= _GREAT)
        numbers = _without_totals(self.context, numbers)
        if not rule.each or len(numbers) < 2:
            figure = self._figure(one.counted, numbers, place)
            yield Ruled(rule, *self._said(place.start, place.end), figure, negated)
            return
        edges, counted = [place.start], [numbers[0]]
        for former, number in pairwise(numbers):
            cut = _cut(self.context, former.end, number.start)
            if cut is not None:
                edges.append(cut)
                counted.append(number)
        for number, (start, end) in zip(counted, pairwise([*edges, place.end]), strict=True):
            yield Ruled(rule, *self._said(start, end), number, negated)

    def _said(self, start: int, end: int) -> tuple[int, int]:
        """The stretch without the word that joins it to the one before."""
        joined = _joined(self.context.words).match(self.context.folded, start, end)
        return bare(self.context.folded, joined.end() if joined else start, end)

    def _figure(
        self, counted: int, numbers: Sequence[NumberMention], place: _Place
    ) -> NumberMention | None:
        """The number that stands closest before a word of the rule: "after 13 hours 56 voted"."""
        starts = self.context.marks.starts(counted, place.start, place.end)

        def to_word(one: NumberMention) -> int:
            after = bisect_left(starts, one.end)
            return starts[after] - one.end if after < len(starts) else place.end

        return min(numbers, key=to_word, default=None)


def _has_found(context: ReadingContext, name: str, start: int, end: int) -> bool:
    if name == "participant":
        return bool(context.people_in(start, end))
    if name == "somebody":
        return any(one.role != _AT for one in context.people_in(start, end))
    if name == "place":
        return any(one.role == _AT for one in context.people_in(start, end))
    if name == "treaty":
        return bool(context.treaties_in(start, end))
    if name == "date":
        return bool(dates_in(context, start, end))
    if name == "duration":
        first = bisect_left(context.durations, start, key=lambda one: one.start)
        return first < len(context.durations) and context.durations[first].end <= end
    numbers = _numbers(context, start, end)
    if name == "score":
        return any(
            _score(context.words).fullmatch(context.folded, one.end, other.start)
            for one, other in pairwise(numbers)
        )
    if name == "percent":
        return any(one.percent for one in numbers)
    least = _GREAT if name == "great_number" else 0
    return any(one.low >= least and not one.percent for one in numbers)


def _starts(context: ReadingContext, what: int | str, start: int, end: int) -> Sequence[int]:
    """Where words of a set, given by its bit, or things that the reader finds begin."""
    if isinstance(what, int):
        return context.own_marks.starts(what, start, end)
    if what in _PEOPLE:
        people = context.people_in(start, end)
        return [one.start for one in people if what == _ANYONE or one.role != _AT]
    if what == "treaty":
        return [one.start for one in context.treaties_in(start, end)]
    if what == "date":
        return [one.start for one in dates_in(context, start, end)]
    return [one.start for one in _numbers(context, start, end)]


_BETWEEN = 2  # words between a number and the noun that it counts
_ANYONE = "participant"
_PEOPLE = frozenset({_ANYONE, "somebody"})


def _numbers(context: ReadingContext, start: int, end: int) -> tuple[NumberMention, ...]:
    first = bisect_left(context.numbers, start, key=lambda one: one.start)
    last = bisect_left(context.numbers, end, first, key=lambda one: one.start)
    found = [one for one in context.numbers[first:last] if one.end <= end and not one.ordinal]
    if not found:
        return ()
    named = context.people_in(start, end)  # "the nine states that have the bomb" counts nothing
    return tuple(
        one for one in found if not any(m.start <= one.start and one.end <= m.end for m in named)
    )


def _without_totals(
    context: ReadingContext, numbers: tuple[NumberMention, ...]
) -> tuple[NumberMention, ...]:
    """The numbers but those that another is a part of: "10,600 of the world's 12,200"."""
    part_of = context.words.numbers.part_of[:1]
    kept = list(numbers[:1])
    for one, total in pairwise(numbers):
        between = context.folded[one.end : total.start].split()
        if not (between and between[0] in part_of and len(between) <= _TO_TOTAL):
            kept.append(total)
    return tuple(kept)


_TO_TOTAL = 3  # words of "of the world's" before a total


def _cut(context: ReadingContext, start: int, end: int) -> int | None:
    """Where, between two numbers, the words for the second one begin; None where nothing joins."""
    joiners = [*_joiner(context.words).finditer(context.folded, start, end)]
    return joiners[-1].start() if joiners else None


@grammar
def _score(words: Words) -> re.Pattern[str]:
    """ "107-0", "107 to 0", "107 votes to 0"."""
    return re.compile(rf"\s?(?:-|(?:\w+\s)?{any_of(words.numbers.score_joiners)})\s?")


@grammar
def _joined(words: Words) -> re.Pattern[str]:
    return re.compile(rf"[\s,]*{any_of(words.speech.joiners)}\s+")


@grammar
def _joiner(words: Words) -> re.Pattern[str]:
    joiners = any_of((*words.speech.joiners, *words.numbers.range_joiners))
    return re.compile(rf",|(?<!\w){joiners}(?!\w)")
