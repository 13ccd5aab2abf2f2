"""Quantities in a text: how many, how it is meant, out of how many; no dates, no spans of time."""

import re
from collections.abc import Iterator
from dataclasses import replace

from treatywatch.reading.claim import Bound
from treatywatch.reading.quantities.date_grammar import find_date_words
from treatywatch.reading.quantities.durations import find_durations, mask
from treatywatch.reading.quantities.number_grammar import NumberGrammar, Quantity, number_grammar
from treatywatch.reading.vocabulary.fold import fold
from treatywatch.reading.vocabulary.grammar import grammar
from treatywatch.reading.vocabulary.spans import NumberMention
from treatywatch.reading.vocabulary.wording import any_of
from treatywatch.reading.vocabulary.words import Words
from treatywatch.values import frozen

# What holds digits but no quantity, and a character without which it does not occur.
_NO_QUANTITY = (
    ("/", re.compile(r"https?://\S+")),
    ("www", re.compile(r"www\.\S+")),
    ("@", re.compile(r"(?<!\S)[^\s@]{1,64}@\S{1,200}")),
    (":", re.compile(r"\d{1,2}:\d{2}(?::\d{2})?(?!\d)")),
    ("[", re.compile(r"\[\d+\]")),
)
_ITEM = re.compile(r"(?m)^[ \t\xa0]*\(?\d{1,2}[.)](?=\s)")
_REACH = 40  # the longest words before a number that say how it is meant


@frozen
class _Patterns:
    numbers: NumberGrammar
    number: re.Pattern[str]
    high: re.Pattern[str]
    percent: re.Pattern[str]
    total: re.Pattern[str]
    bound_before: re.Pattern[str]
    bound_after: re.Pattern[str]
    label_before: re.Pattern[str]
    between_before: re.Pattern[str]
    pronoun_before: re.Pattern[str]
    pronoun_after: re.Pattern[str]
    part_after: re.Pattern[str]
    age_after: re.Pattern[str]


def find_numbers(
    text: str, words: Words, start: int = 0, end: int | None = None
) -> tuple[NumberMention, ...]:
    """Quantities between two offsets, in order and disjoint.

    The span holds the number with the words that say how it is meant ("more than 80%") and, where
    it has one, the total ("165 of the 193"). Years, days, spans of time, article numbers, times of
    day and addresses are left out. A range of powers ("hundreds of thousands") has both its ends.
    """
    folded = fold(text)
    last = len(folded) if end is None else end
    masked = _masked(text, folded, words, start, last)
    patterns = _patterns(words)
    found: list[NumberMention] = []
    at = start
    while match := patterns.number.search(masked, at, last):
        mention = _mention(masked, match, last, patterns, words)
        at = match.end() if mention is None else mention.end
        if mention is not None:
            found.append(mention)
        at = max(at, match.end())
        second = patterns.high.match(masked, match.end(), last) if at == match.end() else None
        if second and second["sign"]:  # 157-18 is two numbers, not a range
            found += _second(second, patterns)
            at = second.end()
    return tuple(found)


def _masked(text: str, folded: str, words: Words, start: int, end: int) -> str:
    spans = [(one.start, one.end) for one in find_date_words(text, words, start, end)]
    spans += [(one.start, one.end) for one in find_durations(text, words, start, end)]
    for sign, pattern in _NO_QUANTITY:
        if sign in folded:
            spans += [match.span() for match in pattern.finditer(folded, start, end)]
    spans += [match.span() for match in _ITEM.finditer(text, start, end)]
    return mask(folded, list(_merged(sorted(spans))))


def _merged(spans: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    at = 0
    for start, end in spans:
        if end > at:
            yield max(start, at), end
            at = end


def _mention(
    masked: str, match: re.Match[str], last: int, patterns: _Patterns, words: Words
) -> NumberMention | None:
    before = masked[max(0, match.start() - _REACH) : match.start()]
    if not _counts(masked, match, before, patterns, words):
        return None
    low = patterns.numbers.value(match.group())
    high, end = _range(masked, match, low, last, patterns)
    start, bound = match.start(), Bound.EXACT
    if marker := patterns.bound_before.search(before):
        start -= len(marker.group())
        bound = words.numbers.bounds_before[_plain(marker["bound"])]
    percent = patterns.percent.match(masked, end, last)
    end = percent.end() if percent else end
    if marker := patterns.bound_after.match(masked, end, last):
        end, bound = marker.end(), words.numbers.bounds_after[_plain(marker["bound"])]
    mention = NumberMention(
        start, end, high.low, high.high, bound, low.ordinal, low.percent or percent is not None
    )
    return _with_total(masked, mention, last, patterns)


def _counts(
    masked: str, match: re.Match[str], before: str, patterns: _Patterns, words: Words
) -> bool:
    """Whether a number counts something: "Article 20", "no one" and "a third country" do not.

    "Three in four" and "two thirds" always do.
    """
    form = _plain(match.group())
    if patterns.label_before.search(before) or patterns.age_after.match(masked, match.end()):
        return False
    if form in words.numbers.pronoun_numbers:
        return not (
            patterns.pronoun_before.search(before)
            or patterns.pronoun_after.match(masked, match.end())
        )
    if form.replace("-", " ") in words.numbers.fractions:
        first, *_, last = form.replace("-", " ").split() * 2
        several = words.numbers.words.get(first, 0) > 1 or last in words.numbers.words
        return several or bool(patterns.part_after.match(masked, match.end()))
    return True


def _range(
    masked: str, match: re.Match[str], low: Quantity, last: int, patterns: _Patterns
) -> tuple[Quantity, int]:
    """The bounds of a range that begins with this number and where it ends; else the number."""
    second = patterns.high.match(masked, match.end(), last)
    if second is None or low.ordinal:
        return low, match.end()
    before = masked[max(0, match.start() - _REACH) : match.start()]
    between = patterns.between_before.search(before)
    if not second["sign"] and not second["to"] and between is None:
        return low, match.end()
    if second["to"] and between:  # "from 3,000 to 5,700" tells of a change
        return low, match.end()
    high = patterns.numbers.value(second["number"])
    scale = patterns.numbers.scale_of(second["number"])
    if patterns.numbers.scale_of(match.group()) == 1 and low.low * scale <= high.high:
        low = replace(low, low=low.low * scale, high=low.high * scale)
    if high.ordinal or low.low >= high.high:
        return low, match.end()
    return Quantity(low.low, high.high), second.end()


def _second(match: re.Match[str], patterns: _Patterns) -> Iterator[NumberMention]:
    value = patterns.numbers.value(match["number"])
    yield NumberMention(match.start("number"), match.end("number"), value.low, value.high)


def _with_total(
    masked: str, mention: NumberMention, last: int, patterns: _Patterns
) -> NumberMention:
    match = None if mention.ordinal else patterns.total.match(masked, mention.end, last)
    if match is None:
        return mention
    total = patterns.numbers.value(match["number"])
    if (
        total.ordinal
        or total.percent
        or total.low < mention.low
        or patterns.percent.match(masked, match.end(), last)
    ):
        return mention
    return replace(mention, end=match.end(), of_total=total.low)


_WHOSE = r"(?:[\w-]+\s+){0,2}[\w-]+['’]s?"  # "thirty of [the African Union's] 55 members"


def _plain(form: str) -> str:
    return " ".join(form.split())


def _label(words: Words) -> re.Pattern[str]:
    """Words that make a number a name; a full stop after one that is no abbreviation ends it."""
    known = {use: forms for use, forms in words.abbreviations.items() if use != "numbered"}
    shortened = {form for forms in known.values() for form in forms}
    labels = words.numbers.labels
    short = any_of(label for label in labels if label in shortened)
    return re.compile(rf"(?<!\w)(?:{any_of(labels)}|{short}\.)\s*$")


@grammar
def _patterns(words: Words) -> _Patterns:
    numbers, listed = number_grammar(words), words.numbers
    number = numbers.number
    units = any_of(words.calendar.units)
    to, both = any_of(listed.range_joiners), any_of(listed.inner_joiners)
    return _Patterns(
        numbers,
        number=re.compile(rf"(?<!\w)(?<!\w[.,-]){number}(?!\w)"),
        high=re.compile(
            rf"(?:(?P<sign>\s?-\s?)|\s+(?:(?P<and>{both})|(?P<to>{to}))\s+)(?P<number>{number})(?!\w)"
        ),
        percent=re.compile(rf"[\s-]*(?:{any_of(listed.percent)})(?!\w)"),
        total=re.compile(
            rf"\s+{any_of(listed.of_total)}\s+(?:{_WHOSE}\s+)?(?P<number>{number})(?!\w)"
        ),
        bound_before=re.compile(rf"(?<!\w)(?P<bound>{any_of(listed.bounds_before)})\s+$"),
        bound_after=re.compile(rf"[\s-]+(?P<bound>{any_of(listed.bounds_after)})(?!\w)"),
        label_before=_label(words),
        between_before=re.compile(rf"(?<!\w){any_of(listed.between)}\s+$"),
        pronoun_before=re.compile(rf"(?<!\w){any_of(listed.pronoun_before)}\s+$"),
        pronoun_after=re.compile(rf"\s+{any_of(listed.pronoun_after)}(?!\w)"),
        age_after=re.compile(rf"[\s-]+(?:{units}[\s-]+)?{any_of(listed.ages)}(?!\w)"),
        part_after=re.compile(rf"\s+{any_of(listed.part_of)}(?!\w)"),
    )
