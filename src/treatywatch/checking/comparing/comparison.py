"""Reports held against each other: what they say, from how many sources, what is copied."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from treatywatch.checking.comparing.compare import Disagreement, Said, compare
from treatywatch.checking.comparing.corroboration import Origin, Sources
from treatywatch.checking.comparing.report_words import OwnWords
from treatywatch.checking.comparing.reuse import Overlap, shared_passages
from treatywatch.checking.comparing.sameness import SameThing, same_things
from treatywatch.checking.grounds.finding import Finding
from treatywatch.law.calendar import PartialDate
from treatywatch.reading.claim import Claim
from treatywatch.reading.naming.lexicon import Lexicon
from treatywatch.reading.speaking.attribution import NamedSource, named_sources, published_by
from treatywatch.reading.text.passages import split_passages
from treatywatch.reports.report import Report
from treatywatch.values import frozen

Checked = Sequence[tuple[Report, Sequence[Finding]]]
LexiconOf = Callable[[str], Lexicon | None]


@frozen
class Corroboration:
    """One thing that is said, where it is said, and by how many sources that do not copy.

    ``claim`` is the first that says it; ``participants`` are those of whom just these reports say
    it, ``date`` the most exact date given.
    """

    claim: Claim
    participants: tuple[str, ...]
    date: PartialDate | None
    said: tuple[Said, ...]
    origins: tuple[Origin, ...]

    @property
    def independent(self) -> int:
        """The number of independent sources: never more than there are reports."""
        return len(self.origins)

    @property
    def reports(self) -> tuple[str, ...]:
        """The reports that say it, each once."""
        return tuple(dict.fromkeys(one.report for one in self.said))


@frozen
class Comparison:
    """What reports say together, where they disagree, and what they have from one another."""

    reports: tuple[Report, ...]
    corroborations: tuple[Corroboration, ...]
    disagreements: tuple[Disagreement, ...]
    overlaps: tuple[Overlap, ...]
    named: Mapping[str, tuple[NamedSource, ...]]


def compare_reports(checked: Checked, lexicon_of: LexiconOf) -> Comparison:
    """Hold reports against each other; those of the same name are told apart by a number.

    ``lexicon_of`` gives the lexicon of a language, None where there is none: such reports are
    compared by their words alone.
    """
    distinct = _distinctly_named(checked)
    reports = tuple(report for report, _ in distinct)
    by_report = {report.name: tuple(findings) for report, findings in distinct}
    own = {code: OwnWords(lexicon_of(code)) for code in {r.language for r in reports}}
    sources = Sources(
        {report.name: report for report in reports},
        shared_passages(
            reports,
            lambda report: own[report.language].names(report),
            lambda report: own[report.language].left_out(report),
        ),
        {report.name: _named(report) for report in reports},
        {report.name: _sentence_starts(report, lexicon_of(report.language)) for report in reports},
    )
    return Comparison(
        reports,
        _corroborations(same_things(by_report), sources),
        compare(by_report),
        tuple(sources.overlaps),
        {name: tuple(named) for name, named in sources.named.items() if named},
    )


def _named(report: Report) -> tuple[NamedSource, ...]:
    publisher = published_by(report.url)
    named = named_sources(report.text, report.language)
    return named if publisher is None else (publisher, *named)


def _sentence_starts(report: Report, lexicon: Lexicon | None) -> tuple[int, ...]:
    if lexicon is None:
        return ()
    return tuple(passage.start for passage in split_passages(report.text, lexicon.words))


def _corroborations(things: Iterable[SameThing], sources: Sources) -> tuple[Corroboration, ...]:
    """Each thing with its sources; what the same reports say of several States is one."""
    merged: dict[tuple[object, ...], Corroboration] = {}
    for thing in things:
        origins = sources.origins(thing.said)
        key = (thing.meaning, thing.date, frozenset((o.reports, o.newsrooms) for o in origins))
        known = merged.get(key)
        merged[key] = (
            Corroboration(
                thing.said[0].finding.claim, thing.participants, thing.date, thing.said, origins
            )
            if known is None
            else replace(
                known,
                participants=tuple(dict.fromkeys((*known.participants, *thing.participants))),
                said=tuple(dict.fromkeys((*known.said, *thing.said))),
            )
        )
    return tuple(merged.values())


def _distinctly_named(checked: Checked) -> list[tuple[Report, Sequence[Finding]]]:
    """Reports of one name told apart: "news.txt", "news.txt (2)"."""
    seen: dict[str, int] = {}
    distinct: list[tuple[Report, Sequence[Finding]]] = []
    for report, findings in checked:
        seen[report.name] = count = seen.get(report.name, 0) + 1
        name = report.name if count == 1 else f"{report.name} ({count})"
        distinct.append((replace(report, name=name), findings))
    return distinct
