"""Web pages as outlets build them: a report, and around it what does not belong to it."""

from treatywatch.reports.html import report_from_html
from treatywatch.reports.report import Report

FIRST = "Finland has left the Ottawa Convention, its government told parliament on Thursday."
SECOND = "The country shares a border of more than a thousand kilometres with its neighbour."


def page(inside: str, head: str = "", html: str = '<html lang="en">') -> bytes:
    """A page with this head and body."""
    return f"<!doctype html>{html}<head><meta charset=utf-8>{head}</head>{inside}</html>".encode()


def framed(report: str, head: str = "") -> bytes:
    """The report's elements in a page with a menu, a notice of cookies and a foot."""
    return page(
        "<body><header><a href=/>Gazette</a><nav><ul><li><a href=/w>World news today</a>"
        "<li><a href=/s>Sport</a><li><a href=/m>Money</a></ul></nav></header>"
        "<div id=cookie-notice><p>We and our 800 partners keep cookies on your device.</p></div>"
        f"<div class=page>{report}"
        "<aside><h3>Most read</h3><p>A dog that had been lost for a year is home.</p></aside>"
        "</div><footer><p>All that is printed here belongs to the Gazette and its owners.</p>"
        "</footer></body>",
        head,
    )


def read_page(raw: bytes) -> Report:
    """The report on a page."""
    return report_from_html(raw, "page.html")
