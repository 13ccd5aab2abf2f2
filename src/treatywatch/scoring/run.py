"""One run over a gold set: reports read, checked, and scored."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path

from treatywatch.checking.check import check
from treatywatch.checking.grounds.finding import Finding
from treatywatch.errors import UnknownName
from treatywatch.ledger.ledger import Ledger
from treatywatch.reading.naming.lexicon import Lexicon, build_lexicon
from treatywatch.reading.quantities.dateline import dated
from treatywatch.reading.read import read
from treatywatch.reading.text.language import find_language
from treatywatch.reports.open import open_report
from treatywatch.reports.report import Report
from treatywatch.scoring.gold import IndexEntry, read_gold, read_index, report_paths
from treatywatch.scoring.score import Score, score


def findings_in(folder: Path, ledger: Ledger) -> Mapping[str, tuple[Finding, ...]]:
    """Read and check each report of a folder; dates and languages come from its index.csv.

    A report in a language that the record has no words for is read as saying nothing: its claims
    count as missed.
    """
    lexicon = cache(lambda language: _lexicon(ledger, language))
    findings: dict[str, tuple[Finding, ...]] = {}
    for name, opened in reports_in(folder):
        known = lexicon(opened.language)
        if known is None:
            findings[name] = ()
            continue
        report = dated(opened, known.words)
        findings[name] = check(report, read(report, known), ledger)
    return findings


def reports_in(folder: Path, language: str | None = None) -> Iterator[tuple[str, Report]]:
    """The reports of a folder by their names, of one language or of all.

    Dates and languages come from its index.csv; a language that it does not tell is found.
    """
    index = read_index(folder)
    for path in report_paths(folder):
        entry = index.get(path.name, IndexEntry(None, ""))
        opened = open_report(path, published=entry.published)
        spoken = entry.language or find_language(opened.text)
        if language in (None, spoken):
            yield path.name, replace(opened, language=spoken)


def score_folder(gold: Path, folder: Path, ledger: Ledger) -> Score:
    """The score of today's reader and checker on one gold set."""
    return score(read_gold(gold), findings_in(folder, ledger))


def _lexicon(ledger: Ledger, language: str) -> Lexicon | None:
    try:
        return build_lexicon(ledger.treaties, ledger.participants, ledger.groups, language)
    except UnknownName:
        return None
