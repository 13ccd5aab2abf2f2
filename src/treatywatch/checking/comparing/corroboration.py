"""How many sources a thing really has: reports that have it from one another count as one.

Two reports are one source of a thing where their words for it stand in a passage that both have,
where one report as a whole was made from the other, or where both name the same newsroom for it.
Words in quotation marks in both are a third one's, and make nobody depend on anybody.
"""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field
from enum import StrEnum
from functools import cached_property

from treatywatch.checking.comparing.compare import Said
from treatywatch.checking.comparing.reuse import Overlap, Place, SharedPassage, published_first
from treatywatch.checking.comparing.word_runs import Span
from treatywatch.reading.speaking.attribution import Credit, NamedSource
from treatywatch.reports.report import Report
from treatywatch.values import frozen

COPIED_WORDS = 12
"""Passages around a claim that come to fewer words than these are chance or a common turn."""

_MOST = 0.5  # share of the claim's characters that the passages must cover, on both sides


class LinkKind(StrEnum):
    """Why two reports are one source."""

    PASSAGE = "passage"  # their words for it are the same, in a longer passage
    COPY = "copy"  # one is largely made from the other, or both from a third
    NEWSROOM = "newsroom"  # both name the same newsroom for it


@frozen
class Link:
    """Two reports that are one source of a thing, and why: ``words`` says it for a reader."""

    kind: LinkKind
    one: str
    other: str
    words: str


@frozen
class Origin:
    """Reports that are one source together. ``first`` was published first, None if that is open.

    ``newsrooms`` are those that the reports name for it.
    """

    reports: tuple[str, ...]
    first: str | None
    newsrooms: tuple[str, ...]
    links: tuple[Link, ...]


@frozen(slots=False)
class Sources:
    """What is needed to tell sources apart: the reports, what they share, whom they name.

    ``sentences`` are the starts of each report's sentences, in order.
    """

    reports: Mapping[str, Report]
    overlaps: Sequence[Overlap]
    named: Mapping[str, Sequence[NamedSource]]
    sentences: Mapping[str, Sequence[int]] = field(default_factory=dict)

    @cached_property
    def _by_report(self) -> Mapping[str, Sequence[Overlap]]:
        found: dict[str, list[Overlap]] = {}
        for overlap in self.overlaps:
            found.setdefault(overlap.one, []).append(overlap)
        return found

    def origins(self, said: Sequence[Said]) -> tuple[Origin, ...]:
        """The independent sources of a thing that is said in these places, in their order."""
        places: dict[str, list[Span]] = {}
        for one in said:
            span = one.finding.claim.start, one.finding.claim.end
            places.setdefault(one.report, []).append(span)
        newsrooms = {report: self.newsrooms(report, spans) for report, spans in places.items()}
        links = [*self._reused(places), *_same_newsroom(newsrooms)]
        return tuple(
            self._origin(group, links, newsrooms) for group in _connected(list(places), links)
        )

    def newsrooms(self, report: str, spans: Sequence[Span]) -> dict[str, str]:
        """The newsrooms that a report names for what it says there, by id, with their names.

        Those named in the same sentence, else those that the whole report is credited to, else the
        one on whose pages it stands.
        """
        named = self.named.get(report, ())
        near = {
            one.outlet: one.name
            for one in named
            if one.credit is Credit.SENTENCE
            for span in spans
            if self._sentence(report, one.start) in self._sentences_of(report, span)
        }
        return near or _by_credit(named, Credit.REPORT) or _by_credit(named, Credit.PUBLISHER)

    def _sentence(self, report: str, offset: int) -> int:
        return bisect_right(self.sentences.get(report, ()), offset)

    def _sentences_of(self, report: str, span: Span) -> range:
        return range(self._sentence(report, span[0]), self._sentence(report, span[1] - 1) + 1)

    def _reused(self, places: Mapping[str, Sequence[Span]]) -> Iterator[Link]:
        for report in places:
            for overlap in self._by_report.get(report, ()):
                if overlap.other not in places:
                    continue
                if overlap.copied:
                    words = f"{overlap.share:.0%} of the shorter report stands in the other"
                    yield Link(LinkKind.COPY, overlap.one, overlap.other, words)
                elif passage := _told_in(overlap, places):
                    text = self.reports[passage.report].text[passage.start : passage.end]
                    words = " ".join(text.split())
                    yield Link(LinkKind.PASSAGE, overlap.one, overlap.other, words)

    def _origin(
        self,
        group: Sequence[str],
        links: Sequence[Link],
        newsrooms: Mapping[str, Mapping[str, str]],
    ) -> Origin:
        named = {name: None for report in group for name in newsrooms[report].values()}
        ours = tuple(link for link in links if link.one in group)
        return Origin(tuple(group), self._first(group), tuple(named), ours)

    def _first(self, group: Sequence[str]) -> str | None:
        for one in group:
            others = (other for other in group if other != one)
            first = (published_first(self.reports[one], self.reports[o]) == one for o in others)
            if all(first):
                return one
        return None


def _by_credit(named: Sequence[NamedSource], credit: Credit) -> dict[str, str]:
    return {one.outlet: one.name for one in named if one.credit is credit}


def _told_in(overlap: Overlap, places: Mapping[str, Sequence[Span]]) -> Place | None:
    """The longest of the passages in which both tell it, None where their words are their own."""
    for one in places[overlap.one]:
        for other in places[overlap.other]:
            around = [
                passage
                for passage in overlap.passages
                if not passage.quoted
                and _shared(passage.one, one) > 0
                and _shared(passage.other, other) > 0
            ]
            if _is_copied(around, one, other):
                return max(around, key=lambda passage: passage.words).one
    return None


def _is_copied(around: Sequence[SharedPassage], one: Span, other: Span) -> bool:
    if sum(passage.words for passage in around) < COPIED_WORDS:
        return False
    in_one = sum(_shared(passage.one, one) for passage in around)
    in_other = sum(_shared(passage.other, other) for passage in around)
    return in_one >= _MOST * (one[1] - one[0]) and in_other >= _MOST * (other[1] - other[0])


def _shared(place: Place, span: Span) -> int:
    return max(0, min(place.end, span[1]) - max(place.start, span[0]))


def _same_newsroom(newsrooms: Mapping[str, Mapping[str, str]]) -> Iterator[Link]:
    """Each report that names a newsroom, linked to the first that names it."""
    first: dict[str, str] = {}
    for report, named in newsrooms.items():
        for outlet, name in named.items():
            if (known := first.setdefault(outlet, report)) != report:
                yield Link(LinkKind.NEWSROOM, known, report, name)


def _connected(reports: Sequence[str], links: Sequence[Link]) -> tuple[tuple[str, ...], ...]:
    """The reports in groups that hang together, in the order given."""
    head = {report: report for report in reports}

    def top(report: str) -> str:
        while head[report] != report:
            head[report] = head[head[report]]
            report = head[report]
        return report

    for link in links:
        head[top(link.other)] = top(link.one)
    groups: dict[str, list[str]] = {}
    for report in reports:
        groups.setdefault(top(report), []).append(report)
    return tuple(tuple(group) for group in groups.values())
