"""A quick look at a page's words, to tell whether it is worth reading: no tree is built."""

import re
from html import unescape

from treatywatch.reports.characters import plain_characters
from treatywatch.reports.html_tree import BLOCKS
from treatywatch.reports.markup import without_scripts

# Neither form can run on past the next "<", so that broken markup costs no more than whole.
_BREAKING = re.compile(rf"</?(?:{'|'.join(sorted(BLOCKS, reverse=True))}|br)\b[^<>]*>")
_TAG = re.compile(r"<[a-z/!?][^<>]*>")


def glance(markup: str) -> str:
    """All words of a page in lower case, on one line; more than the report's, never fewer.

    Linear in the length of the page, and far quicker than reading it.
    """
    text = without_scripts(markup.lower())
    if "<" in text:
        text = _TAG.sub("", _BREAKING.sub(" ", text))
    if "&" in text:
        text = unescape(text)
    return " ".join(plain_characters(text).split())
