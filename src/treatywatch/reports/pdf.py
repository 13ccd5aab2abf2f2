"""A PDF read into a report, by a process of its own within bounds of memory and time."""

import json
import os
import re
import subprocess
import sys
from typing import Any

from treatywatch.errors import UnreadableInput
from treatywatch.reports.characters import plain_characters
from treatywatch.reports.html import told_report
from treatywatch.reports.html_heading import language_code
from treatywatch.reports.particulars import Particulars
from treatywatch.reports.pdf_child import DAMAGED, LOCKED, TOO_LARGE
from treatywatch.reports.pdf_text import joined_pages
from treatywatch.reports.report import Report
from treatywatch.reports.written_day import written_day

SECONDS = 30.0
"""So long may a PDF take to be read."""

_CREATED = re.compile(r"(?:D:)?(\d{4})(\d{2})(\d{2})")
_REFUSED = {
    LOCKED: ("it is locked with a password", "Save it without one."),
    DAMAGED: ("it is a damaged PDF", "Open and save it again, or give its text."),
    TOO_LARGE: ("it needs more memory or time than a report may", "Give the pages that matter."),
}
_NO_TEXT = ("it has no text, only pictures", "Have the text recognised (OCR), and give that.")


def report_from_pdf(raw: bytes, name: str, *, seconds: float = SECONDS) -> Report:
    """The report in a PDF, its broken lines and words joined.

    The day on which the file was made stands as ``published`` from "pdf": the weakest of dates, as
    a file may be made at any time. Raises :class:`UnreadableInput` for a PDF that is locked,
    damaged, without text, or that needs too much memory or more than ``seconds``.
    """
    told = _ask_child(raw, name, seconds)
    if (why := told.get("refused")) is not None:
        raise UnreadableInput(name, *_REFUSED[why])
    text = plain_characters(joined_pages([_plain(page) for page in told["pages"]]))
    if not text.strip():
        raise UnreadableInput(name, *_NO_TEXT)
    return told_report(text, name, _particulars(told))


def _plain(page: str) -> str:
    # Lone halves of surrogate pairs come from broken font tables.
    return page.encode("utf-8", errors="ignore").decode("utf-8")


def _ask_child(raw: bytes, name: str, seconds: float) -> dict[str, Any]:
    # The child finds the package and its libraries wherever this process found them.
    found_in = os.pathsep.join(path for path in sys.path if path)
    try:
        done = subprocess.run(
            [sys.executable, "-m", "treatywatch.reports.pdf_child"],
            input=raw,
            capture_output=True,
            timeout=seconds,
            check=False,
            env={**os.environ, "PYTHONPATH": found_in},
        )
        told: dict[str, Any] = json.loads(done.stdout)
    except (subprocess.TimeoutExpired, ValueError) as error:
        raise UnreadableInput(name, *_REFUSED[TOO_LARGE]) from error
    return told


def _particulars(told: dict[str, Any]) -> Particulars:
    created = _CREATED.match(told.get("created") or "")
    day = written_day("-".join(created.groups())) if created else None
    return Particulars(
        title=" ".join((told.get("title") or "").split()) or None,
        author=" ".join((told.get("author") or "").split()) or None,
        published=day,
        published_from="pdf" if day else None,
        language=language_code(told.get("language")),
    )
