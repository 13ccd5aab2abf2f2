"""Text reuse: the passages that reports have in common, who had them first, who copied whom.

What is no report's own is left out: navigation and source lists, the names of treaties and States,
and what many reports share that are otherwise strangers to each other.
"""

from collections.abc import Callable, Collection, Iterable, Sequence
from itertools import groupby

from treatywatch.checking.comparing.word_runs import (
    Run,
    Span,
    Vocabulary,
    WordedText,
    common_runs,
)
from treatywatch.law.calendar import PartialDate
from treatywatch.reading.text.quotations import find_quotations
from treatywatch.reports.report import Report
from treatywatch.values import frozen

FEWEST_OWN_WORDS = 6
"""A passage needs so many words that belong to no name of a treaty or participant."""

COPIED_SHARE = 0.25
"""From this share of the shorter report on, one report is taken to be made from the other."""

_COMMON = 4  # what so many reports share is anybody's, unless two of them share far more:
_MANY_PASSAGES = 3  # a good part of their text in several places,
_MOST = 0.5  # or most of it

_NEVER = "9999"

Spans = Callable[[Report], Sequence[Span]]


@frozen
class Place:
    """Where a passage stands: ``text[start:end]`` of the report of that name."""

    report: str
    start: int
    end: int


@frozen
class SharedPassage:
    """The same words in two reports; case, spaces and punctuation aside.

    ``quoted`` tells that they stand in quotation marks in both: a third one's words, which two
    reporters may have heard for themselves.
    """

    one: Place
    other: Place
    words: int
    quoted: bool


@frozen
class Overlap:
    """What two reports have in common, their names in the order of publication, then of the name.

    ``first`` is the one that was published first, None where their dates do not tell.
    ``share`` is the share of the shorter one's words that stand in passages which are not quoted;
    ``copied`` tells that it is so large that one was made from the other or both from a third.
    """

    one: str
    other: str
    first: str | None
    passages: tuple[SharedPassage, ...]
    share: float
    copied: bool


def shared_passages(
    reports: Sequence[Report], names: Spans | None = None, left_out: Spans | None = None
) -> tuple[Overlap, ...]:
    """What each two reports share; the order in which they are given does not matter.

    ``names`` gives the spans of a report whose words are names, ``left_out`` those that are no
    text of its own (navigation, source lists). Reports are known by their names, each given once.
    """
    ordered = sorted(reports, key=lambda report: (report.published or _NEVER, report.name))
    vocabulary = Vocabulary()
    texts = [
        vocabulary.words_of(
            report.text, names(report) if names else (), left_out(report) if left_out else ()
        )
        for report in ordered
    ]
    runs = [run for run in common_runs(texts) if _is_passage(run, texts)]
    quoted = _Quoted(ordered)
    found = [
        _overlap(list(between), ordered, texts, quoted)
        for _, between in groupby(sorted(runs, key=_pair), key=_pair)
    ]
    return tuple(overlap for overlap in found if overlap is not None)


def published_first(one: Report, other: Report) -> str | None:
    """The name of the report that was surely published before the other, None if that is open."""
    if one.published is None or other.published is None:
        return None
    a, b = PartialDate.parse(one.published), PartialDate.parse(other.published)
    if a.last() < b.first():
        return one.name
    return other.name if b.last() < a.first() else None


class _Quoted:
    """Which stretches of a report stand between quotation marks; found when first asked for."""

    def __init__(self, reports: Sequence[Report]) -> None:
        self._reports = reports
        self._found: dict[int, list[Span]] = {}

    def holds(self, number: int, start: int, end: int) -> bool:
        """Whether most of the stretch is quoted."""
        inside = sum(
            min(b, end) - max(a, start) for a, b in self._of(number) if a < end and start < b
        )
        return 2 * inside > end - start

    def _of(self, number: int) -> list[Span]:
        if number not in self._found:
            text = self._reports[number].text
            found = find_quotations(text, _lines(text))
            self._found[number] = [(one.start, one.end) for one in found]
        return self._found[number]


def _lines(text: str) -> Iterable[Span]:
    start = 0
    for line in text.splitlines(keepends=True):
        if line.strip():
            yield start, start + len(line)
        start += len(line)


def _pair(run: Run) -> tuple[int, int]:
    return run.one, run.other


def _is_passage(run: Run, texts: Sequence[WordedText]) -> bool:
    own = texts[run.other].own_words(run.other_first, run.other_first + run.length)
    return own >= FEWEST_OWN_WORDS


def _overlap(
    runs: Sequence[Run], reports: Sequence[Report], texts: Sequence[WordedText], quoted: _Quoted
) -> Overlap | None:
    one, other = runs[0].one, runs[0].other
    shorter = min(len(texts[one]), len(texts[other]))
    passages = {run: _passage(run, reports, texts, quoted) for run in runs}
    plain = {run for run, passage in passages.items() if not passage.quoted}
    whole = _share(plain, shorter)
    if not _is_one_story(whole, plain):
        passages = {run: passage for run, passage in passages.items() if run.texts < _COMMON}
        whole = _share(plain & passages.keys(), shorter)
    if not passages:
        return None
    return Overlap(
        reports[one].name,
        reports[other].name,
        published_first(reports[one], reports[other]),
        tuple(sorted(passages.values(), key=lambda passage: passage.one.start)),
        round(whole, 3),
        whole >= COPIED_SHARE,
    )


def _is_one_story(share: float, runs: Collection[Run]) -> bool:
    """Whether two reports share more than a paragraph that many carry."""
    return share >= _MOST or (share >= COPIED_SHARE and len(runs) >= _MANY_PASSAGES)


def _share(runs: Iterable[Run], words: int) -> float:
    return min(1.0, sum(run.length for run in runs) / max(1, words))


def _passage(
    run: Run, reports: Sequence[Report], texts: Sequence[WordedText], quoted: _Quoted
) -> SharedPassage:
    places = [
        Place(reports[number].name, texts[number].starts[first], texts[number].ends[last - 1])
        for number, first, last in (
            (run.one, run.one_first, run.one_first + run.length),
            (run.other, run.other_first, run.other_first + run.length),
        )
    ]
    both = all(
        quoted.holds(number, place.start, place.end)
        for number, place in zip((run.one, run.other), places, strict=True)
    )
    return SharedPassage(places[0], places[1], run.length, both)
