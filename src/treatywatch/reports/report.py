"""A report: one text whose offsets never move."""

from treatywatch.values import frozen


@frozen
class Report:
    """One document to be read.

    ``text`` is the normalised text that all offsets refer to, ``sha256`` its hash over UTF-8.
    ``language`` is an ISO 639-1 code, empty until it is told by the document, an index or the text.
    ``published`` is an EDTF date ("2025-03-18", "2025-04") or None; ``published_from`` says where
    it comes from, so that a reader of the finding can judge it: "index", "json-ld", "opengraph",
    "meta", "time", "pdf", "feed", "text" (a date line) or "option". What else the document says of
    itself is None where it does not: ``title``, ``author``, ``url`` (its canonical address) and
    ``modified``, an EDTF date that never stands in for the day of publication. ``window_title`` is
    what the frame of the page is headed by, where the text below has none of it.
    """

    name: str
    text: str
    sha256: str
    published: str | None
    published_from: str | None
    language: str = ""
    title: str | None = None
    author: str | None = None
    url: str | None = None
    modified: str | None = None
    window_title: str | None = None
