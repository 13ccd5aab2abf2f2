"""What stands between quotation marks: the outermost pairs, over paragraphs where need be.

In languages that print speech behind a dash ("– To błąd – powiedział minister.") also that.
"""

import re
from collections.abc import Iterable, Iterator

from treatywatch.values import frozen

_CLOSERS = {"“": "”", "„": "“”", "«": "»", "»": "«", "”": "”", '"': '"', "‘": "’", "'": "'"}
_SINGLE = "‘'"
_CLOSER = {mark: re.compile(f"[{closers}]") for mark, closers in _CLOSERS.items()}
_MARK = re.compile(f"[{''.join(_CLOSERS)}]")
_LONGEST = 4_000  # an opened mark that is not closed within so many characters was no quotation


@frozen
class Quotation:
    """A stretch between marks. ``start``/``end`` leave the marks out, the outer offsets hold them.

    ``goes_on`` tells that the next paragraph takes the quotation up again.
    """

    start: int
    end: int
    outer_start: int
    outer_end: int
    goes_on: bool = False


def find_quotations(
    text: str, paragraphs: Iterable[tuple[int, int]], told_by: re.Pattern[str] | None = None
) -> tuple[Quotation, ...]:
    """Quotations in paragraphs given in order; a missing closing mark is at the paragraph's end.

    Nested quotations belong to the outer one. An apostrophe is no mark. ``told_by`` is a dash with
    the verb of saying behind it, in a language that prints speech so.
    """
    spans = list(paragraphs)
    found: list[Quotation] = []
    for number, (start, end) in enumerate(spans):
        following = text[spans[number + 1][0]] if number + 1 < len(spans) else ""
        behind_dashes = [*_behind_dashes(text, start, end, told_by)] if told_by else []
        found += behind_dashes or _in_paragraph(text, start, end, following)
    return tuple(found)


def _behind_dashes(
    text: str, start: int, end: int, told_by: re.Pattern[str]
) -> Iterator[Quotation]:
    """What is said behind a dash, up to the dash before its verb; then to the paragraph's end."""
    lead = _DASH.match(text, max(0, start - _A_DASH))  # one that opens its line is no part of it
    at, told = start, False
    while opens := lead or _DASH.search(text, at, end):
        first = lead is not None or opens.start() == start
        lead = None
        if not first and text[opens.start() - 1] not in _SENTENCE_ENDS:
            at = opens.end()
            continue
        close = told_by.search(text, opens.end(), min(end, opens.end() + _LONGEST))
        if close is None and not told:
            return
        stop = close.start() if close is not None else _before_stop(text, opens.end(), end)
        yield _trimmed(text, opens.end() - 1, stop, stop)
        at, told = (close.end() if close is not None else end), True


def _before_stop(text: str, start: int, end: int) -> int:
    """Where the last word of a paragraph ends, without the full stop of its sentence."""
    return start + len(text[start:end].rstrip().removesuffix("."))


_A_DASH = 2  # characters of "– "
_DASH = re.compile(r"(?:^|\s)[–—-]\s(?=[^\W\d_a-zà-ÿąćęłńśźżа-яё])", re.MULTILINE)
_SENTENCE_ENDS = ".!?…"


def _in_paragraph(text: str, start: int, end: int, following: str) -> Iterator[Quotation]:
    at = start
    unclosed: dict[str, int] = {}  # before this offset no mark closes one of the kind
    while found := _MARK.search(text, at, end):
        at, mark = found.start(), found.group()
        if not _opens(text, at, start, end):
            at += 1
            continue
        single = mark in _SINGLE
        close = _closing(text, at, max(at + 1, unclosed.get(mark, 0)), end)
        if close is not None:
            yield _trimmed(text, at, close, close + 1)
            at = close + 1
        elif single or end - at > _LONGEST:
            unclosed[mark] = min(end, at + _LONGEST)
            at += 1
        else:
            yield _trimmed(text, at, end, end, goes_on=following == mark)
            return


def _opens(text: str, at: int, start: int, end: int) -> bool:
    before = text[at - 1] if at > start else " "
    after = text[at + 1] if at + 1 < end else " "
    if text[at] in "»”" and not after.isalnum():
        return False
    if text[at] in "\"'‘»”":
        return not (before.isalnum() or before in ".,!?…)") and not after.isspace()
    return not after.isspace() or text[at] == "«"


def _closing(text: str, at: int, search_from: int, end: int) -> int | None:
    for match in _CLOSER[text[at]].finditer(text, search_from, min(end, at + _LONGEST)):
        offset = match.start()
        after = text[offset + 1] if offset + 1 < end else " "
        if text[at] in _SINGLE and (after.isalnum() or text[offset - 1].isspace()):
            continue  # an apostrophe
        if text[at] == '"' and text[offset - 1].isspace() and after.isalnum():
            continue  # a nested quotation opens
        return offset
    return None


def _trimmed(text: str, mark: int, end: int, outer_end: int, *, goes_on: bool = False) -> Quotation:
    start = mark + 1
    said = text[start:end]
    bare = said.strip().rstrip(",").rstrip()
    start += len(said) - len(said.lstrip())
    return Quotation(start, start + len(bare), mark, outer_end, goes_on)
