"""Claims read by rules over a clause: each names the sets of words that must all stand in it."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import pairwise

from treatywatch.law.calendar import PartialDate
from treatywatch.reading.claim import Bound, Claim, ClaimType
from treatywatch.reading.clauses import Clause, split_clauses
from treatywatch.reading.context import ReadingContext
from treatywatch.reading.grammar import grammar
from treatywatch.reading.rulebook import CompiledRule, Rules, RuleSection, rulebook
from treatywatch.reading.spans import DateMention, NumberMention
from treatywatch.reading.wording import any_of
from treatywatch.reading.words import Words
from treatywatch.reading.words_acts import load_act_words
from treatywatch.reading.words_sections import ClauseRule
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
    context: ReadingContext, words: RuleSection, clauses: Sequence[Clause] | None = None
) -> Iterator[Ruled]:
    """Every stretch of the report that fulfils a rule, in text order; in a clause one rule wins.

    ``clauses`` are those of the report, cut here where they are not given.
    """
    if clauses is None:
        acts = load_act_words(context.words.language)
        clauses = split_clauses(context.folded, context.passages, acts)
    rules = rulebook(context.words).sections[words]
    reading, own = _Reading(context, rules, clauses), context.own_marks.within
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


def _pieces(folded: str, clause: Clause, opened: Iterable[int]) -> Iterator[tuple[int, int]]:
    """A clause cut where a comma and a word that opens another clause, or a share, stand."""
    start = clause.start
    for place in opened:
        if folded[max(0, place - 2) : place] == ", ":
            yield bare(folded, start, place)
            start = place
    yield bare(folded, start, clause.end)


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
    clauses: Sequence[Clause]

    @cached_property
    def paragraphs(self) -> Mapping[int, tuple[int, int]]:
        """From where to where each paragraph goes that one of the clauses stands in."""
        spans: dict[int, tuple[int, int]] = {}
        for clause in self.clauses:
            passage = clause.passage
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
            if of_sentence & ~own(*sentence) or (of_paragraph and of_paragraph & ~own(*paragraph)):
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
        parts = _shares_told(context, clause)
        if parts:
            opened = sorted({*opened, *parts})
        for start, end in _pieces(context.folded, clause, opened):
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
        have: list[int] = []
        ruled_out: list[int] = []
        for one in fitting:
            asks, forbids = one.asks, one.forbids
            have = have or [self.context.own_marks.within(*span) for span in spans]
            if asks.bits[1] & ~have[1] or asks.bits[2] & ~have[2]:
                continue
            ruled_out = ruled_out or [self.context.marks.within(*span) for span in spans]
            if any(bits & there for bits, there in zip(forbids.bits, ruled_out, strict=True)):
                continue
            if not all(self._has(name, spans[where]) for where, name in asks.found):
                continue
            if not any(self._has(name, spans[where]) for where, name in forbids.found):
                return one
        return None

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
            yield Ruled(rule, place.start, place.end, figure, negated)
            return
        cuts = [_cut(self.context, one.end, other.start) for one, other in pairwise(numbers)]
        edges = [place.start, *cuts, place.end]
        for number, (start, end) in zip(numbers, pairwise(edges), strict=True):
            yield Ruled(rule, *bare(self.context.folded, start, end), number, negated)

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


def _numbers(context: ReadingContext, start: int, end: int) -> tuple[NumberMention, ...]:
    first = bisect_left(context.numbers, start, key=lambda one: one.start)
    last = bisect_left(context.numbers, end, first, key=lambda one: one.start)
    found = context.numbers[first:last]
    return tuple(one for one in found if one.end <= end and not one.ordinal)


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


def _cut(context: ReadingContext, start: int, end: int) -> int:
    """Where, between two numbers, the words for the second one begin."""
    joiners = [
        match.start() for match in _joiner(context.words).finditer(context.folded, start, end)
    ]
    return joiners[0] if joiners else end


@grammar
def _score(words: Words) -> re.Pattern[str]:
    """ "107-0", "107 to 0", "107 votes to 0"."""
    return re.compile(rf"\s?(?:-|(?:\w+\s)?{any_of(words.numbers.score_joiners)})\s?")


@grammar
def _joiner(words: Words) -> re.Pattern[str]:
    joiners = any_of((*words.speech.joiners, *words.numbers.range_joiners))
    return re.compile(rf",|(?<!\w){joiners}(?!\w)")
