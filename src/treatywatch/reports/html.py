"""A web page read into a report: its main text in order, and what it says of itself."""

import re
from dataclasses import replace

from treatywatch.errors import UnreadableInput
from treatywatch.reports.characters import plain_characters
from treatywatch.reports.encoding import decode_page
from treatywatch.reports.html_blocks import Block, blocks_of, joined
from treatywatch.reports.html_heading import particulars_of
from treatywatch.reports.html_region import find_report
from treatywatch.reports.html_tables import lay_out_tables
from treatywatch.reports.html_tree import Element, drop_what_is_no_text, parse_page, words_of
from treatywatch.reports.open import report_from_text
from treatywatch.reports.particulars import Particulars
from treatywatch.reports.report import Report

_OPENING_BLOCKS = 4  # among these the title is looked for
_SITE = re.compile(r"\s+[|–—·»-]\s+[^|–—·»]{1,60}$")


def report_from_html(
    raw: bytes, name: str, *, content_type: str = "", address: str | None = None
) -> Report:
    """The report on a page, without what surrounds it; its title goes first in the text.

    ``content_type`` is what a server said of it, ``address`` where it was fetched from. Raises
    :class:`UnreadableInput` for a page without text, or nested beyond what pages need.
    """
    root = parse_page(decode_page(raw, content_type), name)
    told = particulars_of(root, address)
    title = _title_in_text(root, told.title)
    if told.title and title and told.title.startswith(title):
        told = replace(told, title=title)  # without the name of the site
    text = plain_characters(joined(_with_title(title, _blocks(root))))
    if not text.strip():
        raise UnreadableInput(name, "the page has no text", "Give the page of one report.")
    unsaid = title if title and _bare(title) not in _bare(text) else None
    return replace(told_report(text, name, told), window_title=_plain(unsaid))


def told_report(text: str, name: str, told: Particulars) -> Report:
    """A report of this text with what its document says of itself."""
    bare = report_from_text(text, name)
    return Report(
        name,
        bare.text,
        bare.sha256,
        told.published,
        told.published_from,
        told.language or bare.language,
        _plain(told.title),
        _plain(told.author),
        told.url,
        told.modified,
    )


def text_of_fragment(markup: str, name: str) -> str:
    """The text of a piece of HTML that stands for a whole report, as feeds carry it."""
    if "<" not in markup and "&" not in markup:
        return plain_characters(markup.strip())
    root = parse_page(f"<html><body>{markup}</body></html>", name)
    drop_what_is_no_text(root)
    lay_out_tables(root)
    return plain_characters(joined(blocks_of(root, root)))


def _blocks(root: Element) -> list[Block]:
    region = find_report(root)
    lay_out_tables(region)
    body = root.find("body")
    return blocks_of(root if body is None else body, region)


def _title_in_text(root: Element, told: str | None) -> str | None:
    """The page's title as its own words have it, without the name of the site."""
    element = root.find("head/title")
    words = words_of(element) if element is not None else ""
    if told and told != words and told in words:
        return told
    return _SITE.sub("", words) or None


def _with_title(title: str | None, blocks: list[Block]) -> list[Block]:
    """The blocks with the title before them, where none of the first holds it already."""
    opening = [_bare(block.text) for block in blocks[:_OPENING_BLOCKS]]
    has_heading = any(block.kind == "heading" for block in blocks[:_OPENING_BLOCKS])
    if title is None or has_heading or any(_bare(title) in text for text in opening):
        return blocks
    return [Block(title, "heading"), *blocks]


def _bare(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))


def _plain(text: str | None) -> str | None:
    return plain_characters(text) or None if text else None
