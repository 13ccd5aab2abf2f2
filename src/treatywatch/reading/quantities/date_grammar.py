"""The forms that dates take in a language, found in folded text; ``dates`` says what they mean."""

import re
from collections.abc import Iterator, Mapping
from enum import Enum, auto
from functools import lru_cache

from treatywatch.reading.vocabulary.fold import fold
from treatywatch.reading.vocabulary.grammar import grammar
from treatywatch.reading.vocabulary.wording import any_of
from treatywatch.reading.vocabulary.words import Words
from treatywatch.reading.vocabulary.words_sections import CalendarWords, NumberWords
from treatywatch.values import frozen

_YEAR = (
    r"(?<![\d.,/:$£€])(?P<year>(?:1[5-9]|20)\d\d)(?!\d|,\d|\.\d(?!\d{0,2}(?:\s+[^\W\d_]|\s*$))|%)"
)
_NEXT_LINE = re.compile(r"[.,;]?[ \t]*\n\s*(?=\d{4}$)")
_HEADS_ENTRY = re.compile(r"\s?(?::|[-–—|]{1,3}\s)")
_NEXT_ROW = re.compile(r"[ \t]*\n[^a-zа-яäöüõšžąčęėįųūāēģīķļņł]")
_BLANK_LINE = re.compile(r"\n\s*\n")
_WINDOW = 36  # no form of a date reaches farther from its month, year or word for a day
_LINES = 6  # characters of line ends and spaces between two paragraphs
_REACH = 32  # characters beside a word that may tell that it is no date
_SLOT = re.compile(r"\{(\w+)\}|\[|\]|[^{\[\]]+")


class DateForm(Enum):
    """How a date is written; each form is resolved in its own way."""

    WRITTEN = auto()  # a pattern of the language: 18 March 2025, March 18
    NUMERIC = auto()  # 18. 03. 2025, 2025-03-18
    NAMED_DAY = auto()  # Christmas Eve
    MONTH = auto()  # July, last April
    WEEKDAY = auto()  # Friday, next Friday
    YEAR = auto()  # 1997, early 1997
    YEARS = auto()  # 1997-2003
    DECADE = auto()  # the late 1990s
    RELATIVE = auto()  # last year
    AGO = auto()  # three years ago
    LATER = auto()  # two years later
    SAME_YEAR = auto()  # that year
    FOLLOWING_YEAR = auto()  # the following year
    SAME_DAY = auto()  # that same day, but not "the same day as Poland"


@frozen
class DateWords:
    """Where a form of a date stands, and its parts as folded words."""

    start: int
    end: int
    form: DateForm
    parts: Mapping[str, str]


_Forms = tuple[tuple[DateForm, re.Pattern[str]], ...]


@frozen
class _Grammar:
    """``forms`` are those that a date can have, by the kind of word that ``anchor`` finds in it."""

    anchor: re.Pattern[str]
    forms: Mapping[str, _Forms]
    before_month: re.Pattern[str]
    before_year: re.Pattern[str]
    label_before: re.Pattern[str]
    quantity_before: re.Pattern[str]
    quantity_after: re.Pattern[str]


def find_date_words(
    text: str, words: Words, start: int = 0, end: int | None = None
) -> tuple[DateWords, ...]:
    """Every form of a date between two offsets, in order and disjoint; the longest form wins."""
    return _found(text, words, start, len(text) if end is None else end)


@lru_cache(maxsize=2)
def _found(text: str, words: Words, start: int, end: int) -> tuple[DateWords, ...]:
    """Found once for a text, though dates, spans of time and numbers all ask for it."""
    scan = _Scan(text, fold(text), words, _grammar(words))
    found = sorted(
        scan.candidates(start, end), key=lambda one: (one.start, -one.end, one.form.value)
    )
    chosen: list[DateWords] = []
    for one in found:
        if not chosen or one.start >= chosen[-1].end:
            chosen.append(one)
    return tuple(chosen)


@frozen
class _Scan:
    text: str
    folded: str
    words: Words
    grammar: _Grammar

    def candidates(self, start: int, end: int) -> Iterator[DateWords]:
        for forms, low, high in self._windows(start, end):
            for form, pattern in forms:
                for found in pattern.finditer(self.folded, low, high):
                    match = self._within_entry(pattern, found)
                    if match is not None and self._stands(match, form):
                        parts = _parts(match, self.words.numbers)
                        yield DateWords(match.start(), match.end(), form, parts)

    def _within_entry(self, pattern: re.Pattern[str], found: re.Match[str]) -> re.Match[str] | None:
        """The match, without the year that opens the line below: "on 1 August.\\n2025 - ..."."""
        last = _NEXT_LINE.search(self.text, found.start(), found.end())
        if last is None or _HEADS_ENTRY.match(self.text, found.end()) is None:
            return found
        return pattern.match(self.folded, found.start(), last.start())

    def _windows(self, start: int, end: int) -> Iterator[tuple[_Forms, int, int]]:
        """Stretches around the words without which there is no date, and the forms they can take.

        Such words stand by the kind of word; those of one kind that stand near make one stretch.
        """
        reach: dict[str, tuple[int, int]] = {}
        for match in self.grammar.anchor.finditer(self.folded, start, end):
            kind = match.lastgroup or ""
            low, high = reach.get(kind, (start, start))
            if match.start() - _WINDOW > high:
                if high > low:
                    yield self.grammar.forms[kind], low, high
                low = match.start() - _WINDOW
            reach[kind] = low, min(end, match.end() + _WINDOW)
        for kind, (low, high) in reach.items():
            yield self.grammar.forms[kind], low, high

    def _stands(self, match: re.Match[str], form: DateForm) -> bool:
        """Whether words that look like a date are one: "may" and "2000 mines" are not."""
        if _BLANK_LINE.search(self.text, match.start(), match.end()):
            return False
        before = self.folded[max(0, match.start() - _REACH) : match.start()]
        if _BLANK_LINE.search(self.text, max(0, match.start() - _LINES), match.start()):
            before = ""  # "Kyoto Protocol", and below it "2002: Germany ratifies"
        if form is DateForm.YEAR:
            after = self.folded[match.end() : match.end() + _REACH]
            if _NEXT_ROW.match(self.text, match.end()):
                after = ""  # of a line that ends with it, as rows of tables do
            return _is_year(before, after, match, self.grammar)
        return form is not DateForm.MONTH or self._is_month(before, match)

    def _is_month(self, before: str, match: re.Match[str]) -> bool:
        month = match["month"].rstrip(".")
        capital = self.text[match.start("month")].isupper()
        told = match.groupdict()
        led = any(told.get(part) for part in ("which", "same", "part"))
        led = led or bool(self.grammar.before_month.search(before))
        if month in self.words.calendar.months_also_words:
            return led and capital
        return led or capital or not self.words.calendar.capital_months


def _parts(match: re.Match[str], numbers: NumberWords) -> dict[str, str]:
    parts = {name: part for name, part in match.groupdict().items() if part}
    if short := parts.pop("short", ""):
        parts["year"] = str(int(short) + (_CENTURY if int(short) < _TURN else _CENTURY - 100))
    count = parts.get("count")
    if count and count in numbers.half:
        parts["halved"] = count
    if count and not count.isdigit():
        tens, _, ones = count.replace("-", " ").partition(" ")
        parts["count"] = str(numbers.words.get(tens, 1) + numbers.words.get(ones, 0))
    return parts


_CENTURY, _TURN = 2000, 50  # "49" is a year to come, "50" one gone by
_OLDEST = 1800  # the record holds no treaty so old: "1550 deployed warheads" are no year
_WORD_NEXT = re.compile(r"[ \n][^\W\d_]")


def _is_year(before: str, after: str, match: re.Match[str], grammar: _Grammar) -> bool:
    if match["part"]:
        return True
    if grammar.label_before.search(before):
        return False
    if int(match["year"]) < _OLDEST and _WORD_NEXT.match(after):
        return False
    if grammar.quantity_after.match(after):
        return bool(grammar.before_year.search(before)) and not grammar.quantity_before.search(
            before
        )
    return True


@grammar
def _grammar(words: Words) -> _Grammar:
    calendar, numbers = words.calendar, words.numbers
    return _Grammar(
        anchor=re.compile(_anchor(words)),
        forms=_by_anchor(tuple(_patterns(words))),
        before_month=re.compile(rf"(?<!\w){any_of(calendar.before_month)}[\s-]+$"),
        before_year=re.compile(rf"(?<!\w){any_of(calendar.before_year)}\s+$"),
        label_before=re.compile(rf"(?<!\w){any_of(numbers.labels)}\.?\s*$"),
        quantity_before=re.compile(rf"(?<!\w){any_of(calendar.quantity_cues)}\s+$"),
        quantity_after=re.compile(rf"[\s-]+{any_of(calendar.quantity_nouns)}(?!\w)"),
    )


# The kind of word that a form never lacks; a written date may lack all but its month.
_ANCHORS = {
    "month": (DateForm.WRITTEN, DateForm.MONTH),
    "year": (DateForm.NUMERIC, DateForm.YEARS, DateForm.YEAR, DateForm.DECADE),
    "weekday": (DateForm.WEEKDAY,),
    "named_day": (DateForm.NAMED_DAY,),
    "relative": (DateForm.RELATIVE,),
    "ago": (DateForm.AGO,),
    "later": (DateForm.LATER,),
    "named_year": (DateForm.SAME_YEAR, DateForm.FOLLOWING_YEAR),
    "same_day": (DateForm.SAME_DAY,),
}


def _by_anchor(patterns: _Forms) -> dict[str, _Forms]:
    return {
        kind: tuple(one for one in patterns if one[0] in forms) for kind, forms in _ANCHORS.items()
    }


def _anchor(words: Words) -> str:
    calendar = words.calendar
    kinds = {
        "month": calendar.months,
        "weekday": calendar.weekdays,
        "named_year": (*calendar.same_year, *calendar.following_year),
        "named_day": calendar.named_days,
        "same_day": (*calendar.same_day, *calendar.in_same_month),
        "relative": calendar.relative,
        "ago": (*calendar.ago, *calendar.ago_before),
        "later": (*calendar.later, *calendar.earlier),
    }
    named = "|".join(
        rf"(?P<{kind}>{any_of(forms)}(?!\w))" for kind, forms in kinds.items() if forms
    )
    return rf"(?P<year>\d{{4}}|/\d\d(?!\d)|(?<=\.\d\d)\.\d\d(?!\d))|(?<!\w)(?:{named})"


def _patterns(words: Words) -> Iterator[tuple[DateForm, re.Pattern[str]]]:
    calendar = words.calendar
    slots = _slots(calendar)
    which, part = slots["which"], any_of(calendar.parts)
    lead = rf"(?:(?:the\s+)?(?P<part>{part})[\s-]+)?"
    for pattern in calendar.patterns:
        opens = lead if pattern.startswith("{month}") and "{day}" not in pattern else ""
        yield DateForm.WRITTEN, _compiled(opens + _expanded(pattern, slots))
    yield DateForm.WRITTEN, re.compile(rf"{_APART}{_joined(calendar)}(?!\w)")
    yield from ((DateForm.NUMERIC, re.compile(rf"{_APART}(?:{form})(?!\w)")) for form in _NUMERIC)
    same = rf"(?:(?P<same>{any_of(calendar.same_month)})\s+)?" if calendar.same_month else ""
    no_year = rf"(?!(?:\s+{any_of(calendar.before_year)})?\s+\d{{4}}(?!\d))"  # "fin mai 2026"
    yield DateForm.MONTH, _compiled(rf"(?:{which}\s+)?{same}{lead}{slots['month']}{no_year}")
    yield DateForm.WEEKDAY, _compiled(rf"(?:{which}\s+)?(?P<weekday>{any_of(calendar.weekdays)})")
    yield (
        DateForm.YEARS,
        _compiled(rf"{_YEAR}\s?(?:-|/)\s?(?P<until>(?:1[5-9]|20)?\d\d)(?!-)"),
    )
    ended = rf"(?:{any_of(calendar.year_endings)})?" if calendar.year_endings else ""
    yield DateForm.YEAR, _compiled(rf"{lead}{_YEAR}{ended}")
    endings = any_of(calendar.decade_endings)
    yield DateForm.DECADE, _compiled(rf"{lead}(?P<decade>(?:1[5-9]|20)\d0){endings}")
    of = any_of(calendar.before_year)
    yield (
        DateForm.NAMED_DAY,
        _compiled(rf"(?P<named_day>{any_of(calendar.named_days)})(?:,?\s+(?:{of}\s+)?{_YEAR})?"),
    )
    yield DateForm.RELATIVE, _compiled(rf"(?P<phrase>{any_of(calendar.relative)})")
    yield from _counted(words)
    yield DateForm.SAME_YEAR, _compiled(any_of(calendar.same_year))
    elsewhere = rf"(?!\s+{any_of(calendar.same_day_as)})" if calendar.same_day_as else ""
    yield DateForm.FOLLOWING_YEAR, _compiled(_following_year(calendar) + elsewhere)
    if calendar.same_day:
        then = (*calendar.same_day, *calendar.in_same_month)
        yield DateForm.SAME_DAY, _compiled(any_of(then) + elsewhere)


def _joined(calendar: CalendarWords) -> str:
    """ "29-Apr-98", "3/Dec/1997", as sheets of figures write a day; a year may have two digits."""
    month = rf"(?P<month>{any_of(calendar.months)})\.?"
    return (
        rf"(?P<day>\d{{1,2}})(?P<joint>[-/]){month}(?P=joint)(?:(?P<year>\d{{4}})|(?P<short>\d\d))"
    )


_APART = r"(?<![\w/])(?<!\d[.:])"  # a value pasted from a file may follow on a comma
_NUMERIC = (
    r"(?P<day>\d{1,2})\.\s?(?P<month>\d{1,2})\.\s?(?P<year>\d{4})",
    r"(?P<day>\d{1,2})-(?P<month>\d{1,2})-(?P<year>\d{4})(?!-)",
    r"(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})(?!-)",
    r"(?P<either>\d{1,2})/(?P<or>\d{1,2})/(?P<year>\d{4})(?!/)",
    # The month in Roman numerals, as in many countries of Europe: "27.VI.2025".
    r"(?P<day>\d{1,2})\.\s?(?P<roman>i{1,3}|iv|vi{0,3}|ix|xi{0,2})\.\s?(?P<year>\d{4})",
    # A year may have two digits: "17.03.18" where all have two, "7/4/16" in a cell.
    r"(?P<day>\d\d)\.(?P<month>0[1-9]|1[0-2])\.(?P<short>\d\d)(?![.:]?\d)",
    r"(?:(?<=[|;,\"\t])|(?<=[|;,] )|(?<=  )|(?<=(?<!\w)[a-z] )|(?<=(?<!\w)[a-z][.:] ))"
    r"(?P<either>\d{1,2})/(?P<or>\d{1,2})/(?P<short>\d\d)(?!/)",
    # A month of a year: "09/2024", and in a cell "12/1997", "5.2005"; "Ley 10/2010" is a law.
    r"(?P<month>0[1-9])/(?P<year>(?:19|20)\d\d)(?![/.]\d)",
    r"(?:(?<=[|;,(])|(?<=[|;,] )|(?<=  ))(?P<month>0?[1-9]|1[0-2])[/.](?P<year>(?:19|20)\d\d)"
    r"(?=\s?(?:[|;,)]|\s\s|$))",
)


def _counted(words: Words) -> _Forms:
    """ "Three years ago", "vor drei Jahren", "half a century ago", "two years later"."""
    calendar, numbers = words.calendar, words.numbers
    count = f"{_tens(words)}{any_of((*numbers.words, *numbers.articles, *numbers.half))}"
    units, ago = any_of(calendar.units), any_of(calendar.ago)
    forms = [(DateForm.AGO, _compiled(rf"(?P<count>\d+|{count})\s+(?P<unit>{units})\s+{ago}"))]
    if calendar.ago_before:
        led = any_of(calendar.ago_before)
        span = rf"{led}\s+(?P<count>\d+|{count})\s+(?P<unit>{units})"
        forms.append((DateForm.AGO, _compiled(span)))
    forms += [(DateForm.LATER, _compiled(span)) for span in _shifted(words)]
    return tuple(forms)


def _tens(words: Words) -> str:
    """ "Twenty-five", "thirty five", before the numbers of one word; nothing without such tens."""
    known = words.numbers.words
    tens = [word for word, value in known.items() if value in _ROUND and word.isalpha()]
    ones = [word for word, value in known.items() if 0 < value < min(_ROUND) / 2]
    return rf"(?:{any_of(tens)})[- ](?:{any_of(ones)})|" if tens and ones else ""


_ROUND = frozenset(range(20, 100, 10))


def _shifted(words: Words) -> Iterator[str]:
    """ "Two years later", "dwa lata wcześniej", where no other event follows that it leans on."""
    calendar, numbers = words.calendar, words.numbers
    years = any_of(form for form, unit in calendar.units.items() if unit.unit == "year")
    span = rf"(?P<count>\d+|{any_of(numbers.words)})\s+(?P<unit>{years})"
    if calendar.one_year:
        span = rf"(?:{span}|{any_of(calendar.one_year)})"
    span = rf"{span}\s+"
    apart = rf"(?!\s+{any_of(calendar.same_day_as)})" if calendar.same_day_as else ""
    if calendar.later:
        yield rf"{span}{any_of(calendar.later)}{apart}"
    if calendar.earlier:
        yield rf"{span}(?P<back>{any_of(calendar.earlier)}){apart}"


def _slots(calendar: CalendarWords) -> dict[str, str]:
    weekdays = any_of((*calendar.weekdays, *calendar.weekday_abbreviations))
    years = [phrase for phrase, where in calendar.relative.items() if where.unit == "year"]
    return {
        "day": rf"(?P<day>\d{{1,2}})(?:{any_of(calendar.ordinal_endings)})?(?![\d:.]\d|\d)",
        "month": rf"(?P<month>{any_of(calendar.months)})(?!\w)(?:\.(?=,|\s?\d))?",
        "year": _YEAR,
        "weekday": rf"(?P<weekday>{weekdays})\.?",
        "which": rf"(?P<which>{any_of((*calendar.last, *calendar.this, *calendar.next))})",
        "named_year": rf"(?P<named_year>{any_of((*calendar.same_year, *years))})",
    }


def _expanded(pattern: str, slots: Mapping[str, str]) -> str:
    parts: list[str] = []
    for match in _SLOT.finditer(pattern):
        piece = match.group()
        if match[1]:
            parts.append(slots[match[1]])
        elif piece in "[]":
            parts.append("(?:" if piece == "[" else ")?")
        else:
            parts.append(re.escape(piece).replace(r"\ ", r"\s+"))
    return "".join(parts)


def _following_year(calendar: CalendarWords) -> str:
    """ "Через год", but for the span of time that it may open: "через год после уведомления"."""
    opened = tuple(f"{form} " for form in calendar.following_year)
    spans = [span for span in calendar.spans if span.startswith(opened)]
    longer = rf"(?!{any_of(spans)}(?!\w))" if spans else ""
    return longer + any_of(calendar.following_year)


def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w/])(?<!\d[.,:])(?:{pattern})(?!\w)")
