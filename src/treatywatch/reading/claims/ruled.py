"""Claims read by rules over a clause: each rule names the sets of words that must all stand in it."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from treatywatch.law.calendar import PartialDate
from treatywatch.reading.clauses import Clause, split_clauses
from treatywatch.reading.context import ReadingContext
from treatywatch.reading.spans import DateMention, NumberMention
from treatywatch.reading.wording import whole_words
from treatywatch.reading.words_acts import load_act_words
from treatywatch.reading.words_sections import ClauseRule, IndicatorWords, PlanWords

_FOUND_SETS = ("number", "percent", "participant", "date", "duration", "treaty")


@dataclass(frozen=True, slots=True)
class Ruled:
    """A clause that fulfils a rule, with the numbers in it."""

    rule: ClauseRule
    start: int
    end: int
    passage_start: int
    numbers: tuple[NumberMention, ...]


def ruled_clauses(context: ReadingContext, words: IndicatorWords | PlanWords) -> Iterator[Ruled]:
    """Every clause of the report that fulfils a rule, in text order; the first rule wins."""
    sets = _compiled(words)
    acts = load_act_words(context.words.language)
    for clause in split_clauses(context.folded, context.passages, acts):
        start, end = _bare(context, clause)
        sentence = context.folded[clause.passage.start : clause.passage.end]
        for rule in words.rules:
            if _fulfils(context, rule, start, end, sentence, sets):
                numbers = tuple(n for n in context.numbers if start <= n.start and n.end <= end)
                yield Ruled(rule, start, end, clause.passage.start, numbers)
                break


def date_in(context: ReadingContext, start: int, end: int) -> PartialDate | None:
    """The first date in a span, at the precision it has; None where it has none or a range."""
    for mention in dates_in(context, start, end):
        if mention.first == mention.last or mention.relative:
            return mention.first
    return None


def dates_in(context: ReadingContext, start: int, end: int) -> tuple[DateMention, ...]:
    """Dates that lie in a span."""
    return tuple(one for one in context.dates if start <= one.start and one.end <= end)


def _bare(context: ReadingContext, clause: Clause) -> tuple[int, int]:
    start, end = clause.start, clause.end
    folded = context.folded
    while start < end and not (folded[start].isalnum() or folded[start] == "$"):
        start += 1
    while end > start and not (folded[end - 1].isalnum() or folded[end - 1] in "%)"):
        end -= 1
    return start, end


def _fulfils(
    context: ReadingContext,
    rule: ClauseRule,
    start: int,
    end: int,
    sentence: str,
    sets: Mapping[str, re.Pattern[str]],
) -> bool:
    def has(name: str) -> bool:
        if name.startswith("sentence "):
            return bool(sets[name.removeprefix("sentence ")].search(sentence))
        if name in _FOUND_SETS:
            return _has_found(context, name, start, end)
        return bool(sets[name].search(context.folded, start, end))

    return all(has(name) for name in rule.all) and not any(has(name) for name in rule.none)


def _has_found(context: ReadingContext, name: str, start: int, end: int) -> bool:
    if name == "participant":
        return bool(context.people_in(start, end))
    if name == "treaty":
        return bool(context.treaties_in(start, end))
    if name == "date":
        return bool(dates_in(context, start, end))
    if name == "duration":
        return any(start <= one.start and one.end <= end for one in context.durations)
    return any(
        start <= one.start and one.end <= end and not one.ordinal
        for one in context.numbers
        if name == "number" or one.percent
    )


@lru_cache(maxsize=16)
def _compiled(words: IndicatorWords | PlanWords) -> Mapping[str, re.Pattern[str]]:
    return {name: whole_words(forms) for name, forms in words.sets.items()}
