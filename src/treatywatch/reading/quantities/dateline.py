"""The day on which a report was published, where its text says so."""

import re
from collections.abc import Sequence
from dataclasses import replace

from treatywatch.law.calendar import PartialDate
from treatywatch.reading.quantities.date_grammar import DateForm, find_date_words
from treatywatch.reading.quantities.dates import find_dates
from treatywatch.reading.vocabulary.fold import fold
from treatywatch.reading.vocabulary.grammar import grammar
from treatywatch.reading.vocabulary.spans import DateMention
from treatywatch.reading.vocabulary.wording import any_of
from treatywatch.reading.vocabulary.words import Words
from treatywatch.reports.report import Report

_HEAD = 2_000  # a date line stands near the head
_TAIL = 600  # or, with a word that says so ("Published:"), at the foot
_LINE_WORDS = 12  # a line with more words beside its date is prose
_SHORT_LINE = 6
_ITEM = re.compile(r"\s*(?:\d{1,3}[.)]|[-*•–]|\([a-z]\))\s.*[^\W\d_]{3}")
_DATELINE = re.compile(r"[^\W\d_][\w.'’/ -]{1,30}(?:,[\w.'’ ]{1,30})?(?:,|\s[-–—(]|\()\s*\(?$")

_GOES_ON = re.compile(r"\s?(?:\w{1,5}\s?)?,\s[^\W\d_A-ZÀ-ÞА-Я]")  # ", the president signed"


def dated(report: Report, words: Words) -> Report:
    """The report with its date: the one it was given, or else the one its text shows."""
    if report.published is not None:
        return report
    found = find_publication_date(report.text, words)
    return report if found is None else replace(report, published=str(found), published_from="text")


def find_publication_date(text: str, words: Words) -> PartialDate | None:
    """The first full date that stands as a date line, after a place name, or after "Published".

    A date line without its year takes the one year that short lines above it name; a report that
    gives no day is of its month. None where there is none: nothing is guessed.
    """
    dates = [*find_dates(text, words, None, 0, _HEAD)]
    if len(text) > _HEAD:
        dates += find_dates(text, words, None, max(_HEAD, len(text) - _TAIL))
    for mention in dates:
        one_day = mention.first.day is not None and mention.first == mention.last
        if not one_day or not _is_publication(text, mention.start, mention.end, words):
            continue
        if not _is_of_a_title(text, mention, dates):
            return mention.first
    return _completed(text, dates, words) or _month(text, dates, words)


def _is_of_a_title(text: str, day: DateMention, dates: Sequence[DateMention]) -> bool:
    """Whether place and day belong to the title right above, as where a treaty was made.

    "OSLO, 18 SEPTEMBER 1997" dates no paper that gives a list of days, or a line with its own
    day, years later.
    """
    line_start = text.rfind("\n", 0, day.start) + 1
    titled = (
        text[max(0, line_start - 2) : line_start].strip() and text[line_start : day.start].strip()
    )
    if not titled:
        return False
    later = [one for one in dates if one.first.day and one.first.year - day.first.year >= _LATER]
    own = any(_is_whole_line(text, one) for one in later)
    return own or len({one.first for one in later}) >= _SEVERAL


_LATER = 2  # years: a report names hardly a day beyond
_SEVERAL = 3


def _month(text: str, dates: Sequence[DateMention], words: Words) -> PartialDate | None:
    """The month of an issue: "Updated: September 2025", or the one line that is a month alone."""
    months = [one for one in dates if one.first == one.last and one.first.month is not None]
    alone = [one for one in months if one.first.day is None and _is_whole_line(text, one)]
    for one in months:
        line_start = text.rfind("\n", 0, one.start) + 1
        if _cue(words).search(fold(text[line_start : one.start])):
            return one.first
    return alone[0].first if len(alone) == 1 and alone[0].start < _HEAD else None


def _is_whole_line(text: str, one: DateMention) -> bool:
    opens = one.start == 0 or text[one.start - 1] == "\n"
    return opens and text.startswith(("\n", "\r\n"), one.end)


def dateline_end(text: str, start: int, day: DateMention) -> int | None:
    """Where the dateline ends that a paragraph opens with: "BOGOTÁ, 27 June 2023 (EFE).- Eleven".

    None where the day stands in a sentence: what follows a dateline begins with a capital.
    """
    place = text[start : day.start].strip(" \t\xa0*_")
    if day.first.day is None or _DATELINE.fullmatch(place) is None:
        return None
    newsroom = _NEWSROOM.match(text, day.end)
    end = newsroom.end() if newsroom is not None else day.end
    follows = text[end : end + 1]
    return end if follows.isupper() or follows in _OPENING else None


def is_dateline(text: str, start: int, end: int) -> bool:
    """Whether the words are a place in capitals with its country, and a dash follows: "SEOUL, South
    Korea (AP) - ". The country stands there for where it was written, and does nothing."""
    return _PLACED.fullmatch(text, start, end) is not None and bool(_DASH.match(text, end))


_PLACED = re.compile(
    r"[^\W\d_a-zß-ÿ](?:[^\W\d_a-zß-ÿ]|[ .'’-]){2,30},\s"
    r"[^\W\d_][\w .'’-]{1,30}(?:\([^()\n]{1,30}\))?\s?"
)
_DASH = re.compile(r"\s?[-–—]")
_NEWSROOM = re.compile(r"[ \t\xa0.,:–—-]*(?:\([^()\n]{1,40}\))?[ \t\xa0.,:–—-]*")
_OPENING = frozenset('"«„“‘¿¡')


def _completed(text: str, dates: list[DateMention], words: Words) -> PartialDate | None:
    for one in find_date_words(text, words, 0, min(_HEAD, len(text))):
        yearless = one.form is DateForm.WRITTEN and not one.parts.keys() & {"year", "named_year"}
        if not yearless or not _is_publication(text, one.start, one.end, words):
            continue
        above = [each for each in dates if each.end <= one.start and _in_masthead(text, each)]
        years = {each.first.year for each in above}
        named = PartialDate(years.pop()) if len(years) == 1 else None
        return find_dates(text, words, named, one.start, one.end)[0].first if named else None
    return None


def _in_masthead(text: str, year: DateMention) -> bool:
    """Whether a year stands in a short line and in no sentence: "Harbour News, 2010"."""
    start, end = text.rfind("\n", 0, year.start) + 1, text.find("\n", year.end)
    before = text[start : year.start].split()
    return len(text[start:end].split()) <= _SHORT_LINE and not (before and before[-1].islower())


def _is_publication(text: str, start: int, end: int, words: Words) -> bool:
    line_start = text.rfind("\n", 0, start) + 1
    line_end = text.find("\n", end)
    before = text[line_start:start]
    after = text[end : line_end if line_end >= 0 else len(text)]
    if _cue(words).search(fold(before)):
        return True
    closes = not after.strip(" .)*_") and _cue_behind_comma(words).search(fold(before))
    if closes:
        return True
    if start >= _HEAD or _in_a_table(text, line_start):
        return False
    alone = len(before.split()) + len(after.split()) <= _LINE_WORDS
    if not before.strip() and after[1:].strip() and _goes_on_from_above(text, line_start):
        return False
    if _heads_an_entry(text, line_start) or _is_one_of_several(before, after):
        return False
    if _ITEM.match(before) or _tells(before):
        return False  # "13. Kyoto Protocol - Canada (15 December 2012)"
    if alone and not re.search(r"\w{3}[.!?]\s*$", after):
        if before.rstrip().endswith(":"):
            return False  # "In force since: 5 March 1970" labels another day
        return not before.strip() or not before[-2:].strip(" \t\xa0").isalpha()
    place = before.strip(" \t\xa0*_")
    prose = _GOES_ON.match(after) is not None
    return place[:1].isupper() and not prose and _DATELINE.fullmatch(place) is not None


def _goes_on_from_above(text: str, line_start: int) -> bool:
    """Whether the line above breaks off before its sentence is over: "acceded to it on"."""
    above = text[text.rfind("\n", 0, max(0, line_start - 1)) + 1 : line_start].split()
    return len(above) > _SHORT_LINE and above[-1].isalpha() and above[-1].islower()


def _in_a_table(text: str, line_start: int) -> bool:
    """Whether the line is a row of a table: the one above or below it has cells too.

    Where none has more than two, as the box beside an article, it takes three such lines.
    """
    here = text.find("\n", line_start)
    here = here if here >= 0 else len(text)
    above = _filled(text[max(0, line_start - _BESIDE) : line_start])[-2:]
    below = _filled(text[here + 1 : here + 1 + _BESIDE])[:2]
    own = _parted(text[line_start:here])
    near = [*map(_parted, above[::-1])], [*map(_parted, below)]
    if not own or not (near[0][:1] > [0] or near[1][:1] > [0]):
        return False
    more = max(own, *near[0][:1], *near[1][:1]) >= _FEWEST_BETWEEN
    return more or sum(parted > 0 for parted in (*near[0], *near[1])) >= _FEWEST_BETWEEN


def _is_one_of_several(before: str, after: str) -> bool:
    """Whether days of several stand there: "Burundi (27 October 2017), Chad (17 March 2019)"."""
    return before.endswith("(") and bool(_ANOTHER_DAY.search(after))


def _tells(before: str) -> bool:
    """Whether a day in brackets is of what the line tells: "Kenya acceded to the CCM (5 May"."""
    return before.endswith("(") and sum(word[0].islower() for word in before.split()) >= _TOLD


_TOLD = 3  # words in small letters, more than a place or a newsroom has
_ANOTHER_DAY = re.compile(r"\).*\d{4}\)")


def _heads_an_entry(text: str, line_start: int) -> bool:
    """Whether the line is one of a chronology: that above or below opens with a day or year, too.

    "1997: Oslo adopts it", and below it "3 December 1997: opened for signature".
    """
    if not _ENTRY.match(text, line_start):
        return False
    here = text.find("\n", line_start)
    above = _filled(text[max(0, line_start - _BESIDE) : line_start])[-1:]
    below = _filled(text[here + 1 : here + 1 + _BESIDE])[:1] if here >= 0 else []
    return any(_ENTRY.match(line) for line in (*above, *below))


_ENTRY = re.compile(
    r"[\W_]*(?:[\w.]{1,12}[ ,/-]{1,2}){0,3}?(?:\d{4}|\d\d?)\s?(?::|[-–—|](?=\s))\s?\S"
)


def _filled(text: str) -> list[str]:
    return [line for line in text.split("\n") if line.strip()]


_BESIDE = 400  # characters before and behind a line, in which the rows beside it stand


def _parted(line: str) -> int:
    """How many bars, tabs or columns of spaces part cells of the line."""
    return len(_BETWEEN_CELLS.findall(line.strip()))


_BETWEEN_CELLS = re.compile(r"\||\t| {3,}|\.{4,}|;(?=\s?\S)|(?<=[^\W\d]),(?=\S)|,(?=[^\W\d])")
_FEWEST_BETWEEN = 2


@grammar
def _cue(words: Words) -> re.Pattern[str]:
    cues = any_of(words.calendar.publication_cues)
    return re.compile(rf"(?:^\s*|[|·•(/\[\]*]\s*|\s[-–—]\s){cues}(?:\s+on)?\s*:?\s*$")


@grammar
def _cue_behind_comma(words: Words) -> re.Pattern[str]:
    """ "Course reader, published 4 April 2024", where the line ends with the day."""
    return re.compile(rf"[,.;]\s{any_of(words.calendar.publication_cues)}(?:\s+on)?\s*:?\s*$")
