"""The layout of a plain text: lines joined to blocks, each prose, headline, bullet or ballast."""

import re
from dataclasses import replace
from itertools import pairwise

from treatywatch.reading.vocabulary.grammar import grammar
from treatywatch.reading.vocabulary.spans import PassageKind
from treatywatch.reading.vocabulary.wording import any_of
from treatywatch.reading.vocabulary.words import Words
from treatywatch.values import frozen

_LINE = re.compile(r"[^\r\n\x0b\x0c\x85\u2028\u2029]+")
_BULLET = re.compile(
    r"\s*(?:[•●▪◦‣∙·*✔✓☑►▶➤]|[-–—](?=\s)|\(?\d{1,2}[.)](?=\s+[^\s\d])|\(?[a-z]\)(?=\s))\s*"
)
_FINAL = re.compile(r"[.!?…][\"'”’»)\]]*\s*$")
_ENDS_CLAUSE = re.compile(r"[.!…:;,]\s?[\"'”’»)\]]*$")
_TWO_SENTENCES = re.compile(r"\w{3}[.!…]\s+[^\W\d_]\w*\s")
_HEADLINE_LONGEST = 160
_SHORTEST_BROKEN_LINE = 60  # a shorter line without a full stop is a heading, not half a sentence
_MOST_LINES = 100  # of one paragraph
_NAVIGATION_WORDS = 3
_LABELLED = re.compile(r"[^\W\d_][\w'’ ()/-]{1,29}:\s+\S")  # "Notice period: one year"
_NAVIGATION_RUN = 3
_WRAPPED_SHORTEST, _WRAPPED_LONGEST = 40, 110

_RAGGED = 8  # characters by which a line may fall short of the column
_NARROWEST = 30
_FEWEST_BROKEN = 5  # lines that do not end a sentence, in a text broken at a column
_MOSTLY = 0.8  # of these end where the column makes them


@frozen
class Block:
    """A paragraph, headline or item: lines that belong together. Offsets into the text."""

    start: int
    end: int
    kind: PassageKind


@frozen
class _Line:
    start: int
    end: int
    text: str
    gap: bool  # a blank line stands before it


@frozen
class _Shapes:
    rest_is_boilerplate: re.Pattern[str]
    boilerplate: re.Pattern[str]
    boilerplate_starts: re.Pattern[str]
    caption: re.Pattern[str]
    unfinished: re.Pattern[str]
    dated: re.Pattern[str]  # "19. juunil": a day at the head of a line, not the number of an item


def blocks(text: str, words: Words) -> tuple[Block, ...]:
    """The blocks of a text in order, without spaces at their ends."""
    shapes = _shapes(words)
    found: list[Block] = []
    ballast = False
    lines = _lines(text)
    for group in _joined(lines, shapes, _column(lines)):
        ballast = ballast or bool(shapes.rest_is_boilerplate.fullmatch(group[0].text.casefold()))
        block = _block(group, shapes)
        found.append(replace(block, kind=PassageKind.BOILERPLATE) if ballast else block)
    return tuple(_without_navigation(text, found))


def _lines(text: str) -> list[_Line]:
    lines: list[_Line] = []
    last_end = 0
    for match in _LINE.finditer(text):
        bare = match.group().strip()
        if not bare:
            continue
        start = match.start() + len(match.group()) - len(match.group().lstrip())
        gap = text.count("\n", last_end, start) > 1
        lines.append(_Line(start, start + len(bare), bare, gap))
        last_end = match.end()
    return lines


def _column(lines: list[_Line]) -> int | None:
    """The column at which the text is broken into lines; None for a text that is not.

    In a broken text a line ends where its next word would reach over the column.
    """
    pairs = [(one, other) for one, other in pairwise(lines) if not other.gap]
    unended = [p for p in pairs if not _FINAL.search(p[0].text[-8:]) and not _are_items(*p)]
    if len(unended) < _FEWEST_BROKEN:
        return None
    column = max(len(one.text) for one, _ in pairs)
    broken = sum(_reaches_over(one, other, column) for one, other in unended)
    likely = _NARROWEST <= column <= _WRAPPED_LONGEST
    return column if likely and broken >= _MOSTLY * len(unended) else None


def _reaches_over(one: _Line, other: _Line, column: int) -> bool:
    return len(one.text) + 1 + len(other.text.split(maxsplit=1)[0]) > column - _RAGGED


def _joined(lines: list[_Line], shapes: _Shapes, column: int | None) -> list[list[_Line]]:
    groups: list[list[_Line]] = []
    for line in lines:
        if groups and len(groups[-1]) < _MOST_LINES and _goes_on(groups[-1], line, shapes, column):
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


def _goes_on(group: list[_Line], line: _Line, shapes: _Shapes, column: int | None) -> bool:
    """Whether the line continues the sentence that the group breaks off."""
    last = group[-1]
    if _are_items(last, line):
        return False
    if _FINAL.search(last.text[-8:]) or _BULLET.match(line.text) or last.text.endswith(":"):
        return False
    if not line.gap and column is not None and _reaches_over(last, line, column):
        return True
    if shapes.unfinished.search(last.text[-24:].casefold()) or last.text.endswith(","):
        return len(last.text) >= _WRAPPED_SHORTEST or line.text[0].islower()
    if line.text[0].islower():
        return len(last.text) >= _WRAPPED_SHORTEST
    return not line.gap and len(group) > 1 and _wrapped_width(group, line)


def _are_items(one: _Line, other: _Line) -> bool:
    """Whether two lines of a fact box follow each other: "In force: 1966", "Parties: 158"."""
    return _is_item(one.text) and _is_item(other.text)


def _is_item(line: str) -> bool:
    return line[0].isupper() and _LABELLED.match(line) is not None


def _wrapped_width(group: list[_Line], line: _Line) -> bool:
    """Whether lines are cut at a column, so that a capital may stand in mid-sentence."""
    widths = [len(one.text) for one in group]
    return (
        min(widths) >= _WRAPPED_SHORTEST
        and max(widths) <= _WRAPPED_LONGEST
        and len(line.text) <= max(widths) + 12
    )


def _block(group: list[_Line], shapes: _Shapes) -> Block:
    start, end = group[0].start, group[-1].end
    first = group[0].text.casefold()
    short = len(group[0].text) < 2 * _HEADLINE_LONGEST
    if short and (shapes.boilerplate.search(first) or _opens_ballast(group, shapes)):
        return Block(start, end, PassageKind.BOILERPLATE)
    if shapes.caption.search(first):
        return Block(start, end, PassageKind.CAPTION)
    bullet = None if shapes.dated.match(first.lstrip()) else _BULLET.match(group[0].text)
    if bullet and bullet.end() < len(group[0].text):
        return Block(start + bullet.end(), end, PassageKind.BULLET)
    if not any(char.isalnum() for char in first):
        return Block(start, end, PassageKind.BOILERPLATE)
    if len(group) == 1 and end - start <= _HEADLINE_LONGEST and _is_heading(group[0].text):
        return Block(start, end, PassageKind.HEADLINE)
    return Block(start, end, PassageKind.PROSE)


def _opens_ballast(group: list[_Line], shapes: _Shapes) -> bool:
    """Whether the first word is that of a byline or a link: "By Mary Hill", not "By noon, it"."""
    opens = shapes.boilerplate_starts.match(group[0].text.casefold())
    if opens is None or opens.group().endswith((":", ">")):
        return opens is not None
    return not _FINAL.search(group[-1].text[-8:])


def _is_heading(line: str) -> bool:
    return not _ENDS_CLAUSE.search(line) and not _TWO_SENTENCES.search(line)


def _without_navigation(text: str, found: list[Block]) -> list[Block]:
    """Mark runs of very short lines ("twitter", "A+") as what surrounds a report on its page.

    Not the items of a fact box: "Depositary: United Nations".
    """
    marked = list(found)
    run = 0
    for number, block in enumerate(found):
        line = text[block.start : block.end]
        short = block.kind is PassageKind.HEADLINE and len(line.split()) <= _NAVIGATION_WORDS
        short = short and not _is_item(line)
        run = run + 1 if short else 0
        first = number - run + 1 if run == _NAVIGATION_RUN else number
        if run >= _NAVIGATION_RUN:
            for index in range(first, number + 1):
                marked[index] = replace(found[index], kind=PassageKind.BOILERPLATE)
    return marked


@grammar
def _shapes(words: Words) -> _Shapes:
    layout = words.layout
    return _Shapes(
        re.compile(rf"{any_of(layout.rest_is_boilerplate)}\s*:?"),
        re.compile(any_of(layout.boilerplate)),
        re.compile(rf"\W*{any_of(layout.boilerplate_starts)}"),
        re.compile(rf"{any_of(layout.caption)}|^\W*{any_of(layout.caption_starts)}"),
        re.compile(rf"(?<!\w){any_of(layout.unfinished)}$"),
        re.compile(rf"\d{{1,2}}\.\s+{any_of(words.calendar.months)}(?!\w)"),
    )
