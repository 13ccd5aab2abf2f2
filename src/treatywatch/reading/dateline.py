"""The day on which a report was published, where its text says so."""

import re
from dataclasses import replace
from functools import lru_cache

from treatywatch.law.calendar import PartialDate
from treatywatch.reading.dates import find_dates
from treatywatch.reading.fold import fold
from treatywatch.reading.spans import DateMention
from treatywatch.reading.wording import any_of
from treatywatch.reading.words import Words
from treatywatch.reports.report import Report

_HEAD = 2_000  # a date line stands near the head
_TAIL = 600  # or, with a word that says so ("Published:"), at the foot
_LINE_WORDS = 12  # a line with more words beside its date is prose
_DATELINE = re.compile(r"[A-Z][\w.'’ -]{1,30}(?:,[\w.'’ ]{1,30})?(?:,|\s[-–—(]|\()\s*\(?$")


def dated(report: Report, words: Words) -> Report:
    """The report with its date: the one it was given, or else the one its text shows."""
    if report.published is not None:
        return report
    found = find_publication_date(report.text, words)
    return report if found is None else replace(report, published=str(found), published_from="text")


def find_publication_date(text: str, words: Words) -> PartialDate | None:
    """The first full date that stands as a date line, after a place name, or after "Published".

    None where the text has none, or only one without its year: nothing is guessed.
    """
    dates = [*find_dates(text, words, None, 0, _HEAD)]
    if len(text) > _HEAD:
        dates += find_dates(text, words, None, max(_HEAD, len(text) - _TAIL))
    for mention in dates:
        one_day = mention.first.day is not None and mention.first == mention.last
        if one_day and _is_publication(text, mention, words):
            return mention.first
    return None


def _is_publication(text: str, mention: DateMention, words: Words) -> bool:
    line_start = text.rfind("\n", 0, mention.start) + 1
    line_end = text.find("\n", mention.end)
    before = text[line_start : mention.start]
    after = text[mention.end : line_end if line_end >= 0 else len(text)]
    if _cue(words).search(fold(before)):
        return True
    if mention.start >= _HEAD:
        return False
    alone = len(before.split()) + len(after.split()) <= _LINE_WORDS
    if alone and not re.search(r"\w{3}[.!?]\s*$", after):
        return not before.strip() or not before[-2:].strip(" \t\xa0").isalpha()
    return bool(_DATELINE.fullmatch(before.strip(" \t\xa0*_")))


@lru_cache(maxsize=8)
def _cue(words: Words) -> re.Pattern[str]:
    cues = any_of(words.calendar.publication_cues)
    return re.compile(rf"(?:^|[|·•(\]]\s*){cues}(?:\s+on)?\s*:?\s*$")
