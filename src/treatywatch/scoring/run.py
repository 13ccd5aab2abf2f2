"""One run over a gold set: reports read, checked, and scored."""

from collections.abc import Mapping
from pathlib import Path

from treatywatch.checking.check import check
from treatywatch.checking.finding import Finding
from treatywatch.ledger.ledger import Ledger
from treatywatch.reading.lexicon import build_lexicon
from treatywatch.reading.read import read
from treatywatch.reports.open import open_report
from treatywatch.scoring.gold import IndexEntry, read_gold, read_index, report_paths
from treatywatch.scoring.score import Score, score


def findings_in(folder: Path, ledger: Ledger) -> Mapping[str, tuple[Finding, ...]]:
    """Read and check each report of a folder; dates and languages come from its index.csv."""
    index = read_index(folder)
    lexicons = {
        language: build_lexicon(ledger.treaties, ledger.participants, ledger.groups, language)
        for language in {e.language for e in index.values()} | {"en"}
    }
    findings = {}
    for path in report_paths(folder):
        entry = index.get(path.name, IndexEntry(None, "en"))
        report = open_report(path, published=entry.published)
        claims = read(report, lexicons[entry.language])
        findings[path.name] = check(report, claims, ledger)
    return findings


def score_folder(gold: Path, folder: Path, ledger: Ledger) -> Score:
    """The score of today's reader and checker on one gold set."""
    return score(read_gold(gold), findings_in(folder, ledger))
