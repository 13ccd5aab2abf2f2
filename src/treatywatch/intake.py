"""Intake: from what a user names (a file, a folder, ``-``, a web address) to reports with dates.

A report's date comes from the index of its folder, else from what its document says of itself, else
from its text, else from the caller. The day on which a PDF was made comes last, as files are made
anew.
"""

import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path

from treatywatch.errors import UnreadableInput
from treatywatch.reports.documents import Admits, Opening, everything, open_file, open_stream
from treatywatch.reports.report import Report
from treatywatch.values import frozen

STANDARD_INPUT = "-"
_WEB = ("http://", "https://")
_WEAK = {"pdf"}  # where a date may come from that any other goes before

Refused = Callable[[UnreadableInput], None]


@frozen
class Incoming:
    """The reports of one document, to be read once.

    ``is_archive``: there may be any number of them, given one at a time.
    """

    is_archive: bool
    reports: Iterator[Report]


def incoming(
    source: Path | str,
    *,
    published: str | None = None,
    admits: Admits = everything,
    refused: Refused | None = None,
) -> Iterator[Incoming]:
    """The documents that a source names, each opened when it is its turn.

    ``published`` (EDTF) is the date of reports for which none is found. ``admits`` is asked about
    each record of an archive. ``refused`` is told what cannot be read among the many reports of one
    document; without it the first such is raised. Raises :class:`UnreadableInput` for a source that
    cannot be read at all.
    """
    told = refused or _raise
    if isinstance(source, str) and source.lower().startswith(_WEB):
        yield _settled(_from_the_web(source, admits), published, told)
    elif source == STANDARD_INPUT:
        opening = open_stream(sys.stdin.buffer, "standard input", admits=admits)
        yield _settled(opening, published, told)
    elif Path(source).is_dir():
        yield from _in_folder(Path(source), published, admits, told)
    else:
        yield _settled(open_file(Path(source), admits), published, told)


def settle_language(report: Report) -> Report:
    """The report with its language: as the document says, else as its small words tell."""
    from treatywatch.reading.text.language import find_language

    return report if report.language else replace(report, language=find_language(report.text))


def settle_date(report: Report, published: str | None = None) -> Report:
    """The report with the best date there is; ``published`` where the document has none."""
    from treatywatch.reading.quantities.dateline import dated
    from treatywatch.reading.vocabulary.words import languages, load_words

    report = settle_language(report)
    if report.published is not None and report.published_from not in _WEAK:
        return report
    bare = replace(report, published=None, published_from=None)
    if report.language in languages():
        bare = dated(bare, load_words(report.language))
    if bare.published is not None:
        return bare
    return replace(report, published=published, published_from="option") if published else report


def _in_folder(
    folder: Path, published: str | None, admits: Admits, refused: Refused
) -> Iterator[Incoming]:
    from treatywatch.reports.folder import SUFFIXES, report_files
    from treatywatch.scoring.gold import read_index

    files = report_files(folder)
    if not files:
        known = ", ".join(sorted(SUFFIXES))
        raise UnreadableInput(
            str(folder), f"it holds no report ({known})", "Name the files, or another folder."
        )
    index = read_index(folder)
    for file in files:
        arrived = _settled(open_file(file, admits), published, refused)
        entry = index.get(file.name)
        if entry is None:
            yield arrived
            continue
        known_of = {"language": entry.language} if entry.language else {}
        if entry.published:
            known_of |= {"published": entry.published, "published_from": "index"}
        yield Incoming(
            arrived.is_archive, (replace(report, **known_of) for report in arrived.reports)
        )


def _from_the_web(url: str, admits: Admits) -> Opening:
    from treatywatch.reports.fetch import fetch

    got = fetch(url)
    return open_stream(
        BytesIO(got.body), url, admits=admits, content_type=got.content_type, address=got.address
    )


def _settled(opening: Opening, published: str | None, refused: Refused) -> Incoming:
    return Incoming(opening.is_archive, _dated_one_by_one(opening, published, refused))


def _dated_one_by_one(
    opening: Opening, published: str | None, refused: Refused
) -> Iterator[Report]:
    for one in opening.reports:
        if isinstance(one, UnreadableInput):
            refused(one)
        else:
            yield settle_date(one, published)


def _raise(error: UnreadableInput) -> None:
    raise error
