"""A question and the words right behind it, each without the label of whoever speaks."""

import re
from collections.abc import Iterator, Sequence

from treatywatch.reading.syntax.context import ReadingContext
from treatywatch.reading.vocabulary.spans import Passage, PassageKind
from treatywatch.values import frozen

_MARKS = " \n\"')*_»”"  # what may stand behind the mark of a question
_ENDS = _MARKS + ".!"
_SPEAKER = r"[^\w\s]+\s*|[^\W\d]{1,2}[.)]\s+|[^\s:?!.]{1,25}(?: [^\s:?!.]{1,25}){0,2}:\s+"
_LABEL = re.compile(rf"(?:{_SPEAKER})*")
_NUMBERED = re.compile(rf"(?:{_SPEAKER}|\d{{1,3}}[.):]\s*)*")
_LONG = 160  # characters of a question, and of an answer in a fragment
_LETTER = 3  # characters of "A." where it stands by itself


@frozen
class Words:
    """A stretch of the text, without its mark at the end."""

    start: int
    end: int


@frozen
class Exchange:
    """A question without its mark, the sentence that follows it, and the one behind that."""

    question: Words
    answer: Words
    behind: Words | None = None


def exchanges(context: ReadingContext) -> Iterator[Exchange]:
    """Each question of the report with the sentence behind it, if both are short."""
    passages = [one for one in context.passages if one.kind is not PassageKind.BOILERPLATE]
    for at, passage in enumerate(passages[:-1]):
        if not _asks(context, passage):
            continue
        behind = at + 1
        if passages[behind].end - passages[behind].start <= _LETTER and behind + 1 < len(passages):
            behind += not _is_whole(context, passages[behind])
        answer = passages[behind]
        if not _asks(context, answer):
            asked = _bare(context, passage, _NUMBERED, _MARKS + "?")
            said = _bare(context, answer, _LABEL, _ENDS)
            rest = passages[behind + 1 : behind + 2]
            yield from _short(asked, said, _goes_on(context, answer, rest))


def _is_whole(context: ReadingContext, passage: Passage) -> bool:
    """Whether so short a sentence says something: "No." but not "A."."""
    return len(context.folded[passage.start : passage.end].strip(_ENDS)) > 1


def _goes_on(context: ReadingContext, answer: Passage, rest: Sequence[Passage]) -> Words | None:
    """The next sentence of the paragraph, if it tells something."""
    following = next((one for one in rest[:1] if one.paragraph == answer.paragraph), None)
    if following is None or _asks(context, following):
        return None
    return _bare(context, following, _LABEL, _ENDS)


def _short(question: Words, answer: Words, behind: Words | None) -> Iterator[Exchange]:
    if all(0 < one.end - one.start <= _LONG for one in (question, answer)):
        yield Exchange(question, answer, behind)


def _asks(context: ReadingContext, passage: Passage) -> bool:
    return context.folded[passage.start : passage.end].rstrip(_MARKS).endswith("?")


def _bare(context: ReadingContext, passage: Passage, label: re.Pattern[str], ends: str) -> Words:
    """The passage without a label before it and the marks behind it."""
    led = label.match(context.folded, passage.start, passage.end)
    start = led.end() if led is not None else passage.start
    return Words(start, start + len(context.folded[start : passage.end].rstrip(ends)))
