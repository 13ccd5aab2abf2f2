"""The public calls: one for each question, with names or ids, and days as ``date`` or ISO text.

Every call uses the packaged record, read once, unless it is given a ledger of its own (see
:func:`load`). All raise :class:`UnknownName` for a name the record does not have (with
suggestions), :class:`NotADate` for a day that does not exist, :class:`UnreadableInput` for a file
that cannot be read, and :class:`FaultyRecord` where the record itself has faults.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING
from warnings import warn

from treatywatch.errors import NotADate, UnreadableInput
from treatywatch.law.calendar import PartialDate, parse_day
from treatywatch.law.terms import ActKind
from treatywatch.ledger.fault import Fault
from treatywatch.ledger.ledger import Ledger
from treatywatch.reading.claim import Claim
from treatywatch.reports.report import Report
from treatywatch.status.answers import CountReport, EffectAnswer, StatusAnswer, Timeline

if TYPE_CHECKING:
    from treatywatch.checking.comparing.compare import Disagreement
    from treatywatch.checking.comparing.comparison import Comparison
    from treatywatch.checking.grounds.finding import Finding
    from treatywatch.ledger.imports.run import ImportReport
    from treatywatch.reading.naming.lexicon import Lexicon
    from treatywatch.reading.second_reader import SecondReader
    from treatywatch.scoring.score import Score

Day = date | str
Document = Report | Path | str

# Periods are added to days and taken from them: both must stay within what a calendar can hold.
_YEARS = range(1500, 3000)


def load(folder: Path | None = None) -> Ledger:
    """The ledger of a record folder, the packaged one by default; read once and kept.

    Raises :class:`FaultyRecord` with every fault if there is any.
    """
    from treatywatch.ledger.load import PACKAGED_RECORD, load_ledger

    return load_ledger(PACKAGED_RECORD if folder is None else folder)


def lint(folder: Path | None = None) -> tuple[Fault, ...]:
    """Every fault of a record folder: its files, their references, the treaties' examples."""
    from treatywatch.ledger.lint import lint as lint_ledger
    from treatywatch.ledger.load import PACKAGED_RECORD, read_record

    ledger, faults = read_record(PACKAGED_RECORD if folder is None else folder)
    return tuple(sorted({*faults, *lint_ledger(ledger)}))


def status(
    participant: str,
    treaty: str,
    *,
    on: Day | None = None,
    as_known_on: Day | None = None,
    view: str | None = None,
    ledger: Ledger | None = None,
) -> StatusAnswer:
    """How a participant stands to a treaty on a day (today by default), with the reasons.

    ``as_known_on`` answers with what could be known on that day; all there is by default. ``view``
    is whose view the answer takes: "depositary", "own" (the State's own), a participant that holds
    one, or another name of the treaty file; :class:`UnknownName` for a view that nobody holds.
    ``views_differ`` of the answer holds the others.
    """
    from treatywatch.status.timeline import status as ask

    known = (ledger or load()).seen_by(view, treaty)
    return ask(
        known,
        known.participant(participant).id,
        known.treaty(treaty).id,
        as_day(on) or date.today(),
        as_known_on=as_day(as_known_on),
    )


def timeline(
    participant: str,
    treaty: str,
    *,
    as_known_on: Day | None = None,
    view: str | None = None,
    ledger: Ledger | None = None,
) -> Timeline:
    """Every standing of a participant towards a treaty, from the beginning of time on."""
    from treatywatch.status.timeline import timeline as ask

    known = (ledger or load()).seen_by(view, treaty)
    return ask(
        known,
        known.participant(participant).id,
        known.treaty(treaty).id,
        as_known_on=as_day(as_known_on),
    )


def count(
    treaty: str,
    *,
    on: Day | None = None,
    as_known_on: Day | None = None,
    view: str | None = None,
    ledger: Ledger | None = None,
) -> CountReport:
    """Every defensible count of a treaty on a day (today by default), each with its rule."""
    from treatywatch.status.counting import count as ask

    known = (ledger or load()).seen_by(view, treaty)
    return ask(
        known,
        known.treaty(treaty).id,
        as_day(on) or date.today(),
        as_known_on=as_day(as_known_on),
    )


def effect(
    treaty: str,
    act: ActKind | str,
    day: Day,
    *,
    participant: str | None = None,
    as_known_on: Day | None = None,
    view: str | None = None,
    ledger: Ledger | None = None,
    part: str | None = None,
    territory: str | None = None,
) -> EffectAnswer:
    """When an act received on that day would take effect, and why.

    ``act`` is a kind of act by its word ("withdrawal-notice", with - or _ and in any case;
    "withdrawal" and "suspension" mean the notice). Without a participant the answer is for any
    party. ``part`` (of the treaty) and ``territory`` narrow the act to that.
    """
    from treatywatch.law.unit import Unit
    from treatywatch.status.foresight import effect as ask

    known = (ledger or load()).seen_by(view, treaty)
    return ask(
        known,
        known.treaty(treaty).id,
        act_kind(act),
        exact_day(day),
        participant=None if participant is None else known.participant(participant).id,
        as_known_on=as_day(as_known_on),
        unit=Unit(part, territory),
    )


def act_kind(name: str) -> ActKind:
    """The kind of act of that word; :class:`UnknownName` with the nearest words otherwise."""
    from treatywatch.ledger.act_words import act_kind as named

    return named(name)


def open_report(
    document: Document, *, published: str | None = None, language: str | None = None
) -> Report:
    """The report in a file (``Path``: text, HTML or PDF) or of a text (``str``).

    Offsets refer to ``Report.text``. ``published`` is its date as 2025, 2025-03 or 2025-03-18;
    without it the date is that of the document's own particulars, else looked for in the text.
    ``language`` is an ISO 639-1 code; without it what the document says, else the one that the
    small words of the text tell.
    """
    from treatywatch.intake import settle_date, settle_language

    given = edtf(published)
    if isinstance(document, Report):
        document = settle_language(document)
        return replace(document, published=given, published_from="option") if given else document
    opened = _opened(document)
    if language is not None:
        opened = replace(opened, language=language)
    if given is not None:
        return replace(settle_language(opened), published=given, published_from="option")
    return settle_date(opened)


def open_reports(
    source: Path | str,
    *,
    published: str | None = None,
    ledger: Ledger | None = None,
    refused: Callable[[UnreadableInput], None] | None = None,
) -> Iterator[Report]:
    """The reports of a file of any form, a folder, ``"-"`` (standard input) or a web address.

    Feeds and archives (WARC, WET) give many, one at a time; of an archive only those that may name
    a treaty. ``published`` is the date of reports for which none is found. What cannot be read
    among others is told to ``refused``, or else raised.
    """
    from treatywatch.intake import incoming

    admits = names_a_treaty(ledger or load())
    for document in incoming(source, published=edtf(published), admits=admits, refused=refused):
        yield from document.reports


def names_a_treaty(ledger: Ledger) -> Callable[[str], bool]:
    """A quick test of a text: whether it may name a treaty of the ledger in any known language.

    Made ready when it is first asked.
    """
    from treatywatch.reading.naming.lexicon import common_gate
    from treatywatch.reading.vocabulary.fold import fold
    from treatywatch.reading.vocabulary.words import languages

    @cache
    def gate() -> Callable[[str], bool]:
        return common_gate(lexicon(ledger, code) for code in languages())

    return lambda text: gate()(fold(text))


def _opened(document: Path | str) -> Report:
    if isinstance(document, Path):
        from treatywatch.reports.documents import open_one

        return open_one(document)
    from treatywatch.reports.open import report_from_text

    return report_from_text(document, "text")


def edtf(published: str | None) -> str | None:
    """A date as EDTF; None stays None. :class:`NotADate` for text that is none."""
    return None if published is None else str(PartialDate.parse(published))


def read(
    document: Document,
    *,
    published: str | None = None,
    ledger: Ledger | None = None,
    second_reader: "SecondReader | None" = None,
) -> tuple[Claim, ...]:
    """The claims of a report, in the order of its text, each tied to the characters that say it.

    What a second reader adds is marked (``read_by``); what it does wrong is a
    :class:`SecondReaderWarning`.
    """
    from treatywatch.reading.proposals import with_second

    report = open_report(document, published=published)
    return with_second(*_read_twice(report, ledger or load(), second_reader))


def check(
    document: Document,
    *,
    published: str | None = None,
    ledger: Ledger | None = None,
    second_reader: "SecondReader | None" = None,
) -> "tuple[Finding, ...]":
    """The claims of a report, each held against the record as known on its date and now.

    A second reader adds claims as in :func:`read`; the findings without them stay what they are.
    """
    from treatywatch.checking.second_opinion import check_both

    known = ledger or load()
    report = open_report(document, published=published)
    return check_both(report, *_read_twice(report, known, second_reader), known)


def _read_twice(
    report: Report, ledger: Ledger, second_reader: "SecondReader | None"
) -> tuple[tuple[Claim, ...], tuple[Claim, ...]]:
    """The reader's own claims, and those that only the second reader has."""
    from treatywatch.reading.read import read as read_report
    from treatywatch.reading.vocabulary.grammar import keep_grammars

    names = lexicon(ledger, report.language)
    first = read_report(report, names)
    keep_grammars(report.language)
    if second_reader is None:
        return first, ()
    from treatywatch.reading.proposals import second_claims
    from treatywatch.reading.second_reader import SecondReaderWarning

    vetted = second_claims(second_reader, report, first, names)
    for trouble in vetted.refused:
        warn(f"{report.name}: second reader: {trouble}", SecondReaderWarning, stacklevel=3)
    return first, vetted.claims


def compare(
    findings: "Mapping[str, Sequence[Finding]]",
) -> "tuple[Disagreement, ...]":
    """Where reports disagree; the keys are their names, the values what was found in each."""
    from treatywatch.checking.comparing.compare import compare as compare_findings

    return compare_findings(findings)


def compare_reports(
    documents: Sequence[Document],
    *,
    published: str | None = None,
    ledger: Ledger | None = None,
) -> "Comparison":
    """What reports say together, from how many independent sources, and where they disagree.

    ``published`` is the date of each of them; give reports opened with :func:`open_report` for
    dates of their own.
    """
    known = ledger or load()
    reports = [open_report(document, published=published) for document in documents]
    return compare_checked([(one, check(one, ledger=known)) for one in reports], known)


def compare_checked(
    checked: "Sequence[tuple[Report, Sequence[Finding]]]", ledger: Ledger | None = None
) -> "Comparison":
    """The same for reports that have been checked already."""
    from treatywatch.checking.comparing.comparison import compare_reports as compare_them
    from treatywatch.reading.vocabulary.words import languages

    known = ledger or load()
    return compare_them(checked, lambda code: lexicon(known, code) if code in languages() else None)


def score(gold: Path, reports: Path, *, ledger: Ledger | None = None) -> "Score":
    """How well a folder of reports is read, against its annotated claims (JSON Lines)."""
    from treatywatch.scoring.run import score_folder

    return score_folder(gold, reports, ledger or load())


def import_untc(
    pages: Sequence[Path],
    retrieved: Day,
    *,
    out: Path | None = None,
    ledger: Ledger | None = None,
) -> "ImportReport":
    """Read status pages of the UN Treaty Collection into acts, with the faults and the differences.

    ``retrieved`` is the day on which the pages were saved; ``out`` a folder to write the acts to.
    """
    from treatywatch.ledger.imports.run import run_import

    return run_import(pages, exact_day(retrieved), ledger or load(), out)


def lexicon(ledger: Ledger, language: str) -> "Lexicon":
    """The names of a ledger in one language, made ready for reading; built once for its names."""
    return _built_lexicon(_SameNames(ledger), language)


class _SameNames:
    """The names of a ledger as the key of a cache: the same key only for the very same names.

    Ledgers that differ in their acts alone have them in common.
    """

    def __init__(self, ledger: Ledger) -> None:
        self.named = (ledger.treaties, ledger.participants, ledger.groups)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, _SameNames):
            return False
        return all(mine is its for mine, its in zip(self.named, other.named, strict=True))

    def __hash__(self) -> int:
        return hash(tuple(map(id, self.named)))


@lru_cache(maxsize=64)
def _built_lexicon(known: _SameNames, language: str) -> "Lexicon":
    from treatywatch.reading.naming.lexicon import build_lexicon

    return build_lexicon(*known.named, language)


def exact_day(day: Day) -> date:
    """A day from ISO text or as it is; :class:`NotADate` for text or years that are none."""
    known = as_day(day)
    assert known is not None
    return known


def as_day(day: Day | None) -> date | None:
    """A day from ISO text; None stays None. :class:`NotADate` for text or years that are none."""
    known = parse_day(day) if isinstance(day, str) else day
    if known is not None and known.year not in _YEARS:
        bounds = f"give a year between {_YEARS.start} and {_YEARS.stop - 1}"
        raise NotADate(known.isoformat(), bounds)
    return known
