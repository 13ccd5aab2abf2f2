"""Claims read by rules over a clause: each names the sets of words that must all stand in it."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby, pairwise

from treatywatch.law.calendar import PartialDate
from treatywatch.reading.clauses import Clause, split_clauses
from treatywatch.reading.context import ReadingContext
from treatywatch.reading.spans import DateMention, NumberMention
from treatywatch.reading.wording import any_of, whole_words
from treatywatch.reading.words import Words
from treatywatch.reading.words_acts import load_act_words
from treatywatch.reading.words_sections import ClauseRule, IndicatorWords, PlanWords

_GREAT = 10_000  # a number that no list of States, years or members reaches


@dataclass(frozen=True, slots=True)
class Ruled:
    """A stretch that fulfils a rule, with the number it is about, where there is one."""

    rule: ClauseRule
    start: int
    end: int
    figure: NumberMention | None
    negated: bool


@dataclass(frozen=True, slots=True)
class _Place:
    """A clause within its sentence and its paragraph."""

    start: int
    end: int
    sentence: tuple[int, int]
    paragraph: tuple[int, int]


def ruled_clauses(context: ReadingContext, words: IndicatorWords | PlanWords) -> Iterator[Ruled]:
    """Every stretch of the report that fulfils a rule, in text order; in a clause one rule wins."""
    sets = _compiled(words)
    quoted = sorted((one.start, one.end) for one in context.speech if one.direct)
    starts = [start for start, _ in quoted]
    for place in _places(context, sets["opens"]):
        middle = (place.start + place.end) // 2
        inside = bisect_right(starts, middle) - 1
        if inside >= 0 and middle < quoted[inside][1]:
            continue  # somebody else's words: a claim of type quote
        for rule in words.rules:
            if _fulfils(context, rule, place, sets):
                yield from _stretches(context, rule, place, sets["negated"])
                break


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


def _places(context: ReadingContext, opens: re.Pattern[str]) -> Iterator[_Place]:
    acts = load_act_words(context.words.language)
    clauses = split_clauses(context.folded, context.passages, acts)
    for _, group in groupby(clauses, key=lambda clause: clause.passage.paragraph):
        inside = list(group)
        paragraph = inside[0].passage.start, inside[-1].passage.end
        for clause in inside:
            sentence = clause.passage.start, clause.passage.end
            for start, end in _pieces(context.folded, clause, opens):
                yield _Place(start, end, sentence, paragraph)


def _pieces(folded: str, clause: Clause, opens: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    start = clause.start
    for match in opens.finditer(folded, clause.start, clause.end):
        if folded[max(0, match.start() - 2) : match.start()] == ", ":
            yield _bare(folded, start, match.start())
            start = match.start()
    yield _bare(folded, start, clause.end)


def _bare(folded: str, start: int, end: int) -> tuple[int, int]:
    while start < end and not (folded[start].isalnum() or folded[start] == "$"):
        start += 1
    while end > start and not (folded[end - 1].isalnum() or folded[end - 1] in "%)"):
        end -= 1
    return start, end


def _fulfils(
    context: ReadingContext, rule: ClauseRule, place: _Place, sets: Mapping[str, re.Pattern[str]]
) -> bool:
    def has(name: str) -> bool:
        where, _, which = name.rpartition(" ")
        span = {"sentence": place.sentence, "paragraph": place.paragraph}
        start, end = span.get(where, (place.start, place.end))
        if which in sets:
            return bool(sets[which].search(context.folded, start, end))
        return _has_found(context, which, start, end)

    return all(map(has, rule.all)) and not any(map(has, rule.none))


def _has_found(context: ReadingContext, name: str, start: int, end: int) -> bool:
    if name == "participant":
        return bool(context.people_in(start, end))
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


def _stretches(
    context: ReadingContext, rule: ClauseRule, place: _Place, negation: re.Pattern[str]
) -> Iterator[Ruled]:
    negated = bool(negation.search(context.folded, place.start, place.end))
    numbers = _numbers(context, place.start, place.end)
    if "great_number" in rule.all:
        numbers = tuple(one for one in numbers if one.low >= _GREAT)
    if not rule.each or len(numbers) < 2:
        figure = numbers[0] if numbers else None
        yield Ruled(rule, place.start, place.end, figure, negated)
        return
    cuts = [_cut(context, one.end, other.start) for one, other in pairwise(numbers)]
    edges = [place.start, *cuts, place.end]
    for number, (start, end) in zip(numbers, pairwise(edges), strict=True):
        yield Ruled(rule, *_bare(context.folded, start, end), number, negated)


def _cut(context: ReadingContext, start: int, end: int) -> int:
    """Where, between two numbers, the words for the second one begin."""
    joiners = [
        match.start() for match in _joiner(context.words).finditer(context.folded, start, end)
    ]
    return joiners[0] if joiners else end


@lru_cache(maxsize=8)
def _score(words: Words) -> re.Pattern[str]:
    """ "107-0", "107 to 0", "107 votes to 0"."""
    return re.compile(rf"\s?(?:-|(?:\w+\s)?{any_of(words.numbers.score_joiners)})\s?")


@lru_cache(maxsize=8)
def _joiner(words: Words) -> re.Pattern[str]:
    joiners = any_of((*words.speech.joiners, *words.numbers.range_joiners))
    return re.compile(rf",|(?<!\w){joiners}(?!\w)")


@lru_cache(maxsize=16)
def _compiled(words: IndicatorWords | PlanWords) -> Mapping[str, re.Pattern[str]]:
    return {name: whole_words(forms) for name, forms in words.sets.items()}
