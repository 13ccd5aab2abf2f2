"""Spans of time in a text: "six months", "nine to twelve months", "a year's notice"."""

import re
from functools import lru_cache

from treatywatch.reading.claim import Bound
from treatywatch.reading.quantities.date_grammar import find_date_words
from treatywatch.reading.quantities.number_grammar import NumberGrammar, number_grammar
from treatywatch.reading.vocabulary.fold import fold
from treatywatch.reading.vocabulary.grammar import grammar
from treatywatch.reading.vocabulary.in_order import Stretches
from treatywatch.reading.vocabulary.spans import DurationMention
from treatywatch.reading.vocabulary.wording import Led, any_of, whole_words
from treatywatch.reading.vocabulary.words import Words
from treatywatch.reading.vocabulary.words_sections import TimeUnit
from treatywatch.values import frozen

MASK = "\0"


@frozen
class _Patterns:
    numbers: NumberGrammar
    span: re.Pattern[str]
    half: Led
    one_word: re.Pattern[str]
    bound_before: re.Pattern[str]
    before_article: re.Pattern[str]
    runs_from: re.Pattern[str]


def find_durations(
    text: str, words: Words, start: int = 0, end: int | None = None
) -> tuple[DurationMention, ...]:
    """Spans of time between two offsets, in order and disjoint; an age or "years ago" is none.

    A word for a longer span is counted in the unit that it is made of: two decades are 20 years.
    """
    return _found(text, words, start, len(text) if end is None else end)


_ONE_DAY = "day"  # "one day" may be any day


@lru_cache(maxsize=2)
def _found(text: str, words: Words, start: int, last: int) -> tuple[DurationMention, ...]:
    folded = fold(text)
    dates = find_date_words(text, words, start, last)
    masked = mask(folded, [(one.start, one.end) for one in dates])
    patterns = _patterns(words)
    found = [
        mention
        for match in patterns.span.finditer(masked, start, last)
        if (mention := _mention(masked, match, patterns, words)) is not None
    ]
    spelt_out = Stretches((one.start, one.end) for one in found)
    found += [
        _half(match, words)
        for match in patterns.half.finditer(masked, start, last)
        if not spelt_out.cover(match.start())
    ]
    words_alone = patterns.one_word.finditer(masked, start, last)
    found += [_in_one_word(match, words) for match in words_alone]
    return tuple(sorted(found, key=lambda one: one.start))


def mask(folded: str, spans: list[tuple[int, int]]) -> str:
    """The folded text with the spans, given in order, blotted out; offsets stay."""
    pieces: list[str] = []
    at = 0
    for start, end in spans:
        if start >= at:
            pieces += [folded[at:start], MASK * (end - start)]
            at = end
    return "".join((*pieces, folded[at:]))


def _mention(
    masked: str, match: re.Match[str], patterns: _Patterns, words: Words
) -> DurationMention | None:
    low_form, high_form = match["low"], match["high"] or match["low"]
    before = masked[max(0, match.start() - 40) : match.start()]
    unit = words.calendar.units[match["unit"]]
    if low_form in words.numbers.one_more:
        low_form = high_form = words.numbers.articles[0]
    elif low_form in words.numbers.articles:
        tied = masked[match.end("low")] == "-"  # "the one-year period"
        lasts = low_form in words.numbers.words and unit.unit != _ONE_DAY  # "one year", no article
        sure = lasts or tied or match["own"] is not None or match["full"] is not None
        if not sure and not patterns.before_article.search(before):
            return None
    low, high = patterns.numbers.value(low_form), patterns.numbers.value(high_form)
    nth = low.ordinal and patterns.runs_from.match(masked, match.end()) and low.low > 1
    if (low.ordinal and not nth) or high.ordinal is not low.ordinal:
        return None
    if low.percent or low.low > high.high:
        return None
    more = 0.5 if match["and_half"] else 0.0
    bound = patterns.bound_before.search(before)
    return DurationMention(
        match.start() - (len(bound.group()) if bound else 0),
        match.end(),
        (low.low + more) * unit.times,
        (high.high + more) * unit.times,
        f"{unit.unit}s",
        words.numbers.bounds_before[" ".join(bound["bound"].split())] if bound else Bound.EXACT,
    )


def _in_one_word(match: re.Match[str], words: Words) -> DurationMention:
    unit = _span_in_one(match.group(), words)
    return DurationMention(match.start(), match.end(), unit.times, unit.times, f"{unit.unit}s")


def _span_in_one(written: str, words: Words) -> TimeUnit:
    """Its form leaves an ending open, or has one space where the text has two."""
    spans = words.calendar.spans
    exactly = spans.get(written)
    if exactly is not None:
        return exactly
    return next(spans[form] for form in spans if whole_words([form]).fullmatch(written))


def _half(match: re.Match[str], words: Words) -> DurationMention:
    unit = words.calendar.units[match["unit"]]
    if unit.unit == "year" and unit.times == 1:
        return DurationMention(match.start(), match.end(), 6, 6, "months")
    amount = 0.5 * unit.times
    return DurationMention(match.start(), match.end(), amount, amount, f"{unit.unit}s")


@grammar
def _patterns(words: Words) -> _Patterns:
    numbers = number_grammar(words)
    listed = words.numbers
    units, number = any_of(words.calendar.units), numbers.number
    article = any_of(listed.articles)
    ages, ago = any_of(listed.ages), any_of(words.calendar.ago)
    joiner = rf"(?:\s*-\s*|\s+{any_of(listed.range_joiners)}[\s-]+)"
    span = (
        rf"(?<!\w)(?<!\w[.,-])(?P<low>{number}|{article}|{any_of(listed.one_more)})(?!\w)"
        rf"(?:{joiner}(?P<high>{number}))?(?P<full>\s+{any_of(listed.in_full)})?"
        rf"[\s-]+(?P<unit>{units})(?P<own>'s?)?(?!\w)(?P<and_half>\s+{any_of(listed.and_a_half)})?"
        rf"(?![\s-]+(?:{ages}|{ago})(?!\w))"
    )
    return _Patterns(
        numbers,
        re.compile(span),
        Led(listed.half, rf"[\s-]+(?P<unit>{units})"),
        whole_words(words.calendar.spans),
        re.compile(rf"(?<!\w)(?P<bound>{any_of(listed.bounds_before)})\s+$"),
        re.compile(rf"(?<!\w){any_of(listed.before_span)}\s+$"),
        re.compile(rf"\s+{any_of(listed.nth_runs_from)}(?!\w)"),
    )
