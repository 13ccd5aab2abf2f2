"""What dates in a text mean, at the precision they have; many lean on the report's own date."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from treatywatch.errors import NotADate
from treatywatch.law.calendar import PartialDate
from treatywatch.reading.quantities.date_grammar import DateForm, DateWords, find_date_words
from treatywatch.reading.quantities.days_first import with_days_first
from treatywatch.reading.quantities.entry_years import with_years_of_entries
from treatywatch.reading.quantities.relative_dates import (
    Bounds,
    Lean,
    ago_bounds,
    day_near,
    halved,
    month_after,
    month_before,
    month_near,
    relative_bounds,
    weekday_near,
    years_before,
)
from treatywatch.reading.quantities.roman import roman_number
from treatywatch.reading.vocabulary.fold import fold
from treatywatch.reading.vocabulary.grammar import grammar
from treatywatch.reading.vocabulary.spans import DateMention, DateModifier
from treatywatch.reading.vocabulary.wording import any_of, whole_words
from treatywatch.reading.vocabulary.words import Words
from treatywatch.reading.vocabulary.words_sections import CalendarWords, TimeUnit
from treatywatch.values import frozen

_CLAUSE_END = re.compile(r"(?<!\.\w)[.!?;]\s|\n\s*\n")  # but not behind "U.N."
_PAUSE = re.compile(r"[,:()]|\s-+\s")
_BREAK = 30  # characters that a pause between a word of tense and a date counts for
_YEARS = {"year", "named_year", "which"}
_NOWHERE = 10_000
_BACK = 300  # characters between a day and "that same day"
_REACH = 120  # characters on either side of a date that may tell whether it is past or to come


@frozen
class _Cues:
    ahead: re.Pattern[str]
    back: re.Pattern[str]
    modifier: re.Pattern[str]
    joiner: re.Pattern[str]
    joined: re.Pattern[str]
    takes_effect: re.Pattern[str]
    the_one_before: re.Pattern[str]
    back_then: re.Pattern[str]
    dates_papers: re.Pattern[str]


@frozen
class _Setting:
    """What a date may lean on.

    The report's date, the date named last, days named so far by month and day, the words around.
    """

    calendar: CalendarWords
    published: PartialDate | None
    earlier: PartialDate | None
    earlier_end: int
    named: Mapping[tuple[int | None, int | None], PartialDate]
    folded: str
    one: DateWords
    words: Words

    @property
    def lean(self) -> Lean:
        """Which way the words around the date point; most dates have a year and do not ask."""
        return _lean(self.folded, self.one, self.words)


def find_dates(
    text: str,
    words: Words,
    published: PartialDate | None,
    start: int = 0,
    end: int | None = None,
) -> tuple[DateMention, ...]:
    """Dates between two offsets, in order and disjoint.

    A day or month without a year, a weekday, "last year" are resolved from ``published`` and left
    out where that is not known well enough; so is a date that does not exist (30 February).
    """
    folded = fold(text)
    found: list[DateMention] = []
    named: dict[tuple[int | None, int | None], PartialDate] = {}
    date_words = with_days_first(find_date_words(text, words, start, end))
    date_words = with_years_of_entries(text, date_words)
    for number, written in enumerate(date_words):
        if found and written.start < found[-1].end:
            continue  # the day of "ten years ago today"
        following = date_words[number + 1 : number + 2]
        one = _with_year(folded, written, following, words)
        one = _in_a_row(folded, one, found[-1:], following) if published else one
        one = _of_back_then(folded, one, found[-1:], words)
        earlier, ended = (found[-1].first, found[-1].end) if found else (None, 0)
        setting = _Setting(words.calendar, published, earlier, ended, named, folded, one, words)
        bounds = _bounds(one, setting)
        jubilee = _jubilee(setting, date_words[number + 1 : number + 2])
        if jubilee is not None:
            one, bounds = replace(one, end=date_words[number + 1].end), jubilee
        if bounds is not None:
            modifier = _modifier(folded, one, words)
            found.append(DateMention(one.start, one.end, *bounds, modifier, _leans(one)))
            named[bounds[0].month, bounds[0].day] = bounds[0]
    return tuple(found)


def _in_a_row(
    folded: str, one: DateWords, earlier: Sequence[DateMention], following: Sequence[DateWords]
) -> DateWords:
    """A month without its year between two of long ago: "made in May 2008, signed in December".

    Both stand in the same sentence: "..., signed in Oslo in December and in force since 2010".
    """
    if one.form is not DateForm.MONTH or one.parts.keys() & _YEARS or not (earlier and following):
        return one
    before, after = earlier[0], following[0].parts.get("year")
    between = folded[before.end : one.start] + folded[one.end : following[0].start]
    if after is None or before.relative or _STOP.search(between):
        return one
    year = str(before.first.year)
    told = before.first.month is not None and year in folded[before.start : before.end]
    rising = int(after) > before.first.year
    if not (told and rising):
        return one
    return replace(one, form=DateForm.WRITTEN, parts={**one.parts, "year": year})


_STOP = re.compile(r"[.!?;]\s|\n\s*\n")


def _of_back_then(
    folded: str, one: DateWords, earlier: Sequence[DateMention], words: Words
) -> DateWords:
    """A month or day of the year told last: "tried it in 2020. Back then the note went in July"."""
    dated = one.form in (DateForm.WRITTEN, DateForm.MONTH)
    if not (dated and earlier) or one.parts.keys() & _YEARS:
        return one
    before = folded[earlier[0].end : one.start]
    if len(before) > _BACK or not _cues(words).back_then.search(_CLAUSE_END.split(before)[-1]):
        return one
    year = str(earlier[0].first.year)
    return replace(one, form=DateForm.WRITTEN, parts={**one.parts, "year": year})


def _with_year(
    folded: str, one: DateWords, following: Sequence[DateWords], words: Words
) -> DateWords:
    """The date with the year of the one that it is joined to: "18 March and 2 April 2025"."""
    lacks = one.form in (DateForm.WRITTEN, DateForm.MONTH) and not one.parts.keys() & _YEARS
    for other in following if lacks else ():
        year = other.parts.get("year")
        joined = _cues(words).joiner.fullmatch(folded, one.end, other.start)
        if year and joined and other.form is DateForm.WRITTEN:
            return replace(one, form=DateForm.WRITTEN, parts={**one.parts, "year": year})
    return one


def _leans(one: DateWords) -> bool:
    return "year" not in one.parts and "decade" not in one.parts


def _bounds(one: DateWords, setting: _Setting) -> Bounds | None:
    try:
        return _RESOLVERS[one.form](one, setting)
    except (NotADate, OverflowError, ValueError):
        return None


def _written(one: DateWords, setting: _Setting) -> Bounds | None:
    parts, calendar = one.parts, setting.calendar
    month = calendar.months[parts["month"].rstrip(".")]
    day = int(parts["day"]) if "day" in parts else None
    if "year" in parts:
        return _same(_checked(int(parts["year"]), month, day))
    if "named_year" in parts:
        year = _named_year(_plain(parts["named_year"]), setting)
        return _same(_checked(year, month, day)) if year else None
    if setting.published is None or day is None:
        return None
    weekday = _weekday(parts["weekday"], calendar) if "weekday" in parts else None
    lean = _which(parts, setting)
    named = setting.named.get((month, day))
    if named and weekday is None and lean not in (Lean.BEFORE, Lean.AFTER):
        return _same(named)  # the same day, named before
    return _same(day_near(month, day, weekday, setting.published, lean))


def _named_year(phrase: str, setting: _Setting) -> int | None:
    where = setting.calendar.relative.get(phrase)
    if where is None:
        return setting.earlier.year if setting.earlier else None
    return setting.published.year + where.shift if setting.published else None


def _numeric(one: DateWords, _: _Setting) -> Bounds:
    parts = one.parts
    year = int(parts["year"])
    if "day" not in parts and "either" not in parts:
        return _same(_checked(year, int(parts["month"]), None))
    if "either" not in parts:
        month = roman_number(parts["roman"]) if "roman" in parts else int(parts["month"])
        return _same(_checked(year, month or 0, int(parts["day"])))
    either, other = int(parts["either"]), int(parts["or"])
    if either != other and max(either, other) <= 12:
        return _same(PartialDate(year))  # 03/04/2025: nobody can say which is the month
    return _same(_checked(year, min(either, other), max(either, other)))


def _named_day(one: DateWords, setting: _Setting) -> Bounds | None:
    month, day = setting.calendar.named_days[_plain(one.parts["named_day"])]
    if "year" in one.parts:
        return _same(_checked(int(one.parts["year"]), month, day))
    if setting.published is None:
        return None
    return _same(day_near(month, day, None, setting.published, setting.lean))


def _month(one: DateWords, setting: _Setting) -> Bounds | None:
    if setting.published is None:
        return None
    month = setting.calendar.months[one.parts["month"].rstrip(".")]
    if setting.earlier is not None and _cues(setting.words).the_one_before.match(
        setting.folded, one.end
    ):
        return _same(month_before(month, setting.earlier))
    if "same" in one.parts and setting.earlier is not None:
        return _same(month_after(month, setting.earlier))
    return _same(month_near(month, setting.published, _which(one.parts, setting)))


def _weekday_bounds(one: DateWords, setting: _Setting) -> Bounds | None:
    if setting.published is None:
        return None
    number = _weekday(one.parts["weekday"], setting.calendar)
    day = weekday_near(number, setting.published, _which(one.parts, setting))
    return _same(day) if day else None


def _year(one: DateWords, setting: _Setting) -> Bounds:
    year = int(one.parts["year"])
    if "part" not in one.parts:
        return _same(PartialDate(year))
    part = setting.calendar.parts[_plain(one.parts["part"])]
    return PartialDate(year, part.months[0]), PartialDate(year, part.months[1])


def _years(one: DateWords, _: _Setting) -> Bounds:
    year, until = int(one.parts["year"]), one.parts["until"]
    last = int(until) if len(until) == 4 else year - year % 100 + int(until)
    if last <= year:
        raise NotADate(f"{year}-{until}", "the second year is not later")
    return PartialDate(year), PartialDate(last)


def _decade(one: DateWords, setting: _Setting) -> Bounds:
    decade, first, last = int(one.parts["decade"]), 0, 9
    if "part" in one.parts:
        first, last = setting.calendar.parts[_plain(one.parts["part"])].years
    return PartialDate(decade + first), PartialDate(decade + last)


def _relative(one: DateWords, setting: _Setting) -> Bounds | None:
    where = setting.calendar.relative[_plain(one.parts["phrase"])]
    return relative_bounds(where, setting.published) if setting.published else None


def _ago(one: DateWords, setting: _Setting) -> Bounds | None:
    if setting.published is None:
        return None
    return ago_bounds(int(one.parts["count"]), _unit(one, setting), setting.published)


def _unit(one: DateWords, setting: _Setting) -> TimeUnit:
    """What is counted: years in "three years ago", fifty of them in "half a century ago"."""
    unit = setting.calendar.units[_plain(one.parts["unit"])]
    return halved(unit) if "halved" in one.parts else unit


def _jubilee(setting: _Setting, following: Sequence[DateWords]) -> Bounds | None:
    """ "Fifty years ago today", "half a century ago this week": that day, so many years back."""
    one = setting.one
    if one.form is not DateForm.AGO or not following:
        return None
    unit, day = _unit(one, setting), following[0]
    apart = setting.folded[one.end : day.start].strip()
    if unit.unit != _IN_YEARS or day.form not in _OF_THESE_DAYS or apart:
        return None
    bounds = _bounds(day, replace(setting, one=day))
    years = int(one.parts["count"]) * unit.times
    if bounds is None or bounds[0].month is None:
        return None
    return years_before(bounds[0], years), years_before(bounds[1], years)


_IN_YEARS = "year"
_OF_THESE_DAYS = frozenset({DateForm.RELATIVE, DateForm.WEEKDAY})


def _later(one: DateWords, setting: _Setting) -> Bounds | None:
    """ "Two years later", "a year before": from the date named last, to the year."""
    if setting.earlier is None:
        return None
    years = 1
    if "unit" in one.parts:
        years = int(one.parts["count"]) * setting.calendar.units[_plain(one.parts["unit"])].times
    return _same(PartialDate(setting.earlier.year + (-years if "back" in one.parts else years)))


def _same_year(_: DateWords, setting: _Setting) -> Bounds | None:
    return _same(PartialDate(setting.earlier.year)) if setting.earlier else None


def _same_day(one: DateWords, setting: _Setting) -> Bounds | None:
    """The day named last, where it is near; of a month or year in its sentence no more is known."""
    day = setting.earlier
    if day is None:
        return None
    between = setting.folded[setting.earlier_end : one.start]
    told = _plain(setting.folded[one.start : one.end])
    if told in setting.calendar.in_same_month:
        return _same(PartialDate(day.year, day.month)) if day.month is not None else None
    near = day.day is not None or not _STOP.search(between)
    return _same(day) if near and len(between) <= _BACK else None


def _following_year(_: DateWords, setting: _Setting) -> Bounds | None:
    return _same(PartialDate(setting.earlier.year + 1)) if setting.earlier else None


_RESOLVERS = {
    DateForm.WRITTEN: _written,
    DateForm.NUMERIC: _numeric,
    DateForm.NAMED_DAY: _named_day,
    DateForm.MONTH: _month,
    DateForm.WEEKDAY: _weekday_bounds,
    DateForm.YEAR: _year,
    DateForm.YEARS: _years,
    DateForm.DECADE: _decade,
    DateForm.RELATIVE: _relative,
    DateForm.AGO: _ago,
    DateForm.LATER: _later,
    DateForm.SAME_YEAR: _same_year,
    DateForm.FOLLOWING_YEAR: _following_year,
    DateForm.SAME_DAY: _same_day,
}


def _same(day: PartialDate) -> Bounds:
    return day, day


def _checked(year: int, month: int, day: int | None) -> PartialDate:
    """The date, or :class:`NotADate` where the calendar has no such day."""
    written = f"{year:04d}-{month:02d}" + (f"-{day:02d}" if day is not None else "")
    return PartialDate.parse(written)


def _plain(phrase: str) -> str:
    return " ".join(phrase.split())


def _weekday(form: str, calendar: CalendarWords) -> int:
    known = calendar.weekdays.get(form)
    return calendar.weekday_abbreviations[form] if known is None else known


def _which(parts: Mapping[str, str], setting: _Setting) -> Lean:
    which = _plain(parts.get("which", ""))
    if which in setting.calendar.last:
        return Lean.BEFORE
    return Lean.AFTER if which in setting.calendar.next else setting.lean


def _lean(folded: str, one: DateWords, words: Words) -> Lean:
    """Which way the words around a date point: the nearest word of tense in its sentence decides.

    A comma, a dash, a colon, an "and" or a "that" between the two counts as a longer way.
    """
    cues = _cues(words)
    if one.form is DateForm.WEEKDAY and folded.startswith("'s", one.end):
        return Lean.BACK
    before = _CLAUSE_END.split(folded[max(0, one.start - _REACH) : one.start])[-1]
    if cues.dates_papers.search(before):
        return (
            Lean.BACK
        )  # "by a notice of 3 March"; "will give notice of its exit on Friday" is not
    after = _CLAUSE_END.split(folded[one.end : one.end + _REACH])[0]
    ahead = _distance(cues.ahead, cues.joined, before, after)
    told = (cues.ahead.sub(_blotted, part) for part in (before, after))  # "will be signed"
    back = _distance(cues.back, cues.joined, *told)
    if _modifier(folded, one, words) is DateModifier.UNTIL and back >= ahead:
        return Lean.AHEAD
    if ahead == back or cues.takes_effect.search(before):
        return Lean.UNTOLD  # what is done has effect before or after it is told
    return Lean.AHEAD if ahead < back else Lean.BACK


def _blotted(match: re.Match[str]) -> str:
    return "_" * len(match.group())  # one word that tells nothing


def _distance(cue: re.Pattern[str], joined: re.Pattern[str], before: str, after: str) -> int:
    """How far the nearest word of tense stands from a date between these words."""
    ways = [before[match.end() :] for match in cue.finditer(before)]
    ways += [after[: match.start()] for match in cue.finditer(after)]
    return min((_way(between, joined) for between in ways), default=_NOWHERE)


def _way(between: str, joined: re.Pattern[str]) -> int:
    pauses = len(_PAUSE.findall(between)) + len(joined.findall(between))
    return len(between) + _BREAK * pauses


def _modifier(folded: str, one: DateWords, words: Words) -> DateModifier:
    if _cues(words).takes_effect.search(folded[max(0, one.start - _REACH) : one.start]):
        return DateModifier.EFFECTIVE
    written = folded[one.start : one.end].split()
    if any(word.endswith(words.calendar.until_endings) for word in written):
        return DateModifier.UNTIL  # "veebruarini", "helmikuuhun 2026"
    match = _cues(words).modifier.search(folded[max(0, one.start - 24) : one.start])
    if match is None or (one.form is DateForm.YEAR and match["article"]):
        return DateModifier.AT  # "from the 1997 treaty" says nothing of a beginning
    return words.calendar.modifiers[_plain(match["word"])]


@grammar
def _cues(words: Words) -> _Cues:
    calendar = words.calendar
    modifier = any_of(calendar.modifiers)
    article = any_of(words.numbers.articles + words.speech.determiners)
    joiner = any_of((*words.speech.joiners, *words.numbers.range_joiners))
    return _Cues(
        whole_words(calendar.future_cues),
        whole_words(calendar.past_cues),
        re.compile(rf"(?<!\w)(?P<word>{modifier})\s+(?P<article>{article}\s+)?$"),
        re.compile(rf"\s*(?:,|-|{joiner}|,\s*{joiner})\s*(?:{article}\s+)?"),
        whole_words((*words.speech.joiners, *calendar.turns)),
        _right_before(calendar.takes_effect_cues),
        _right_behind(calendar.preceding),
        whole_words(calendar.back_then) if calendar.back_then else re.compile(r"(?!)"),
        _right_before(calendar.dates_papers),
    )


def _right_behind(forms: Sequence[str]) -> re.Pattern[str]:
    """What stands right behind a month: "im Oktober zuvor"; nothing where there are no forms."""
    return re.compile(rf"\s(?:{any_of(forms)})(?!\w)" if forms else r"(?!)")


def _right_before(forms: Sequence[str]) -> re.Pattern[str]:
    """What stands right before a date; nothing where there are no forms."""
    return re.compile(rf"(?<!\w)(?:{any_of(forms)})\s$" if forms else r"(?!)")
