"""What a question and its answer say together, as one sentence of the reader's own.

"Who has left?" and "Estonia, on 27 December" say that "Estonia has left, on 27 December"; "Has
Finland left?" and "Not yet", that what "Finland has left" tells is denied.
"""

import re
from collections.abc import Iterator
from enum import StrEnum

from treatywatch.law.participant import NameKind
from treatywatch.reading.claims.answers.exchanges import Exchange, Words
from treatywatch.reading.syntax.context import ReadingContext
from treatywatch.reading.syntax.scenes import Stage
from treatywatch.reading.vocabulary.grammar import grammar
from treatywatch.reading.vocabulary.words_acts import ActWords
from treatywatch.values import frozen

_ARTICLE = 6  # characters of " the " between an auxiliary and its subject
_OPENS = 25  # characters of "And since " before the word that asks
_OTHER_WORDS = 2  # "on" and "the" beside the days of an answer
_SEATS = frozenset({NameKind.CAPITAL, NameKind.METONYM, "place"})
_WORD = re.compile(r"[^\W\d_]+")


class Reply(StrEnum):
    """What an answer says to what was asked, if it does not say who or when."""

    YES = "yes"
    NO = "no"
    NEITHER = "neither"


@frozen
class Statement:
    """The sentence that stands for the words of an answer between ``start`` and ``end``.

    ``reply`` tells whether the answer is that it is so, or that it is not.
    """

    start: int
    end: int
    sentence: str
    reply: Reply = Reply.NEITHER


def statements(stage: Stage, exchange: Exchange) -> Iterator[Statement]:
    """What the exchange says; nothing where the answer is a sentence by itself."""
    question, answer = exchange.question, exchange.answer
    replied = _reply(stage.acts).match(stage.folded, answer.start, answer.end)
    who = _asks_who(stage.acts).search(stage.folded, question.start, question.end)
    if who is not None:
        named = Words(replied.end(), answer.end) if replied is not None else answer
        yield from _of_those_named(stage, exchange, who, named)
        return
    when = _asks_when(stage.acts).search(stage.folded, question.start, question.end)
    if when is not None and when.start() - question.start <= _OPENS:
        if replied is None and _only_days(stage.context, answer):
            asked = _in_order(stage, Words(when.end(), question.end))
            yield Statement(answer.start, answer.end, f"{asked}, {_small(stage, answer)}")
        return
    if _asks_what_is_done(stage, question):
        if replied is not None:
            yield from _yes_or_no(stage, exchange, replied)
        behind = answer if replied is None else exchange.behind
        yield from _with_its_day(stage, exchange, behind)


def _yes_or_no(stage: Stage, exchange: Exchange, replied: re.Match[str]) -> Iterator[Statement]:
    """The question as a statement, with the days that a yes or a no names behind it."""
    answer = exchange.answer
    rest = Words(replied.end(), answer.end)
    if rest.start < rest.end and not _only_days(stage.context, rest):
        return
    asked = _in_order(stage, exchange.question)
    more = f", {stage.text[rest.start : rest.end]}" if rest.start < rest.end else ""
    reply = Reply(replied.lastgroup or "")
    if not (reply is Reply.NO and more):
        yield Statement(answer.start, answer.end, asked + more, reply)


def _with_its_day(stage: Stage, exchange: Exchange, behind: Words | None) -> Iterator[Statement]:
    """The question with the day that is told behind a yes or a no: "It will be on 10 January"."""
    if behind is None:
        return
    led = _then(stage.acts).match(stage.folded, behind.start, behind.end)
    if led is None and behind == exchange.answer:  # the day of the report below its headline
        return
    day = Words(led.end() if led is not None else behind.start, behind.end)
    if _only_days(stage.context, day):
        asked = _in_order(stage, exchange.question)
        yield Statement(behind.start, behind.end, f"{asked}, {_small(stage, day)}")


def _asks_what_is_done(stage: Stage, question: Words) -> bool:
    """Whether the question is about an act or a standing: not "Can it?", not "What of them?"."""
    if _asks_openly(stage.acts).match(stage.folded, question.start, question.end) is not None:
        return False
    scenes = stage.in_order.meeting(question.start, question.end)
    return any(one.cues or one.people for one in scenes)


def _of_those_named(
    stage: Stage, exchange: Exchange, who: re.Match[str], named: Words
) -> Iterator[Statement]:
    """The question with the names in place of "who", once for each day that names share."""
    question = exchange.question
    before = stage.text[question.start : who.start()]
    behind = stage.text[who.end() : question.end]
    if not _only_names(stage.context, named):
        return
    for names, day in _by_day(stage.context, named):
        sentence = f"{before}{stage.text[names.start : names.end]}{behind}"
        more = stage.text[day.start : day.end].lstrip(", ")
        yield Statement(names.start, day.end, f"{sentence}, {more}" if more else sentence)


def _by_day(context: ReadingContext, named: Words) -> Iterator[tuple[Words, Words]]:
    """The names up to each day, and the words of that day: "Estonia in June, Poland in August"."""
    people = context.people_in(named.start, named.end)
    start = named.start
    for day in [one.end for one in context.dates_in(named.start, named.end)]:
        before = [one.end for one in people if start <= one.start and one.end < day]
        if before:
            yield Words(start, before[-1]), Words(before[-1], day)
            later = [one.start for one in people if one.start >= day]
            start = later[0] if later else named.end
    left = [one.end for one in people if one.start >= start]
    if left:
        yield Words(start, left[-1]), Words(left[-1], left[-1])


def _only_names(context: ReadingContext, words: Words) -> bool:
    """Whether the words are names of States and days, with little between them."""
    people = context.people_in(words.start, words.end)
    days = context.dates_in(words.start, words.end)
    spans = [*((one.start, one.end) for one in people), *((one.start, one.end) for one in days)]
    if all(one.role in _SEATS for one in people):  # "Vienna, 2 July" may open a report
        return False
    return len(_others(context, words, spans)) <= len(spans)


def _only_days(context: ReadingContext, words: Words) -> bool:
    """Whether the words are a day and what leads up to it: "on", "until"."""
    days = context.dates_in(words.start, words.end)
    if any(str(one.first) == context.report.published for one in days):
        return False  # the day of the report may stand below its headline
    spans = [(one.start, one.end) for one in days]
    return bool(days) and len(_others(context, words, spans)) <= _OTHER_WORDS


def _others(
    context: ReadingContext, words: Words, spans: list[tuple[int, int]]
) -> list[re.Match[str]]:
    found = _WORD.finditer(context.folded, words.start, words.end)
    return [one for one in found if not any(a <= one.start() < b for a, b in spans)]


def _small(stage: Stage, answer: Words) -> str:
    """The answer as the end of a sentence: "on 10 July"."""
    said = stage.text[answer.start : answer.end]
    led = not any(one.start == answer.start for one in stage.context.dates)
    return said[0].lower() + said[1:] if led else said


def _in_order(stage: Stage, words: Words) -> str:
    """The question as it would be told: "Finland is out" of "Is Finland out"."""
    verb = _auxiliary(stage.acts).match(stage.folded, words.start, words.end)
    end = None if verb is None else _subject_ends(stage, verb.end(), words.end)
    if verb is None or end is None:
        return _inverted(stage.acts).sub("", stage.text[words.start : words.end].strip())
    subject, rest = stage.text[verb.end() : end].strip(), stage.text[end : words.end].lstrip()
    return f"{subject[0].upper()}{subject[1:]} {verb[1]} {rest}"


def _subject_ends(stage: Stage, start: int, until: int) -> int | None:
    """Where the name ends that stands right behind the auxiliary of a question, if one does."""
    context = stage.context
    named = (*context.people_in(start, until), *context.treaties_in(start, until))
    return next((one.end for one in named if one.start - start <= _ARTICLE), None)


@grammar
def _reply(acts: ActWords) -> re.Pattern[str]:
    yes, no = acts.any_of("answer_yes"), acts.any_of("answer_no")
    so = rf"(?:[\s,;:–—-]+{acts.any_of('answer_so')})?"
    return re.compile(rf"(?:(?P<no>{no})|(?P<yes>{yes})){so}(?!\w)[\s,;:–—-]*")


@grammar
def _then(acts: ActWords) -> re.Pattern[str]:
    return re.compile(rf"{acts.any_of('answer_then')}(?!\w)\s*")


@grammar
def _asks_who(acts: ActWords) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){acts.any_of('asks_who')}(?!\w)")


@grammar
def _asks_openly(acts: ActWords) -> re.Pattern[str]:
    return re.compile(rf"{acts.maybe('asked_before')}{acts.any_of('asks_openly')}(?!\w)")


@grammar
def _asks_when(acts: ActWords) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){acts.any_of('asks_when')}(?!\w)")


@grammar
def _auxiliary(acts: ActWords) -> re.Pattern[str]:
    return re.compile(rf"\s*({acts.any_of('asks_with')})(?!\w)")


@grammar
def _inverted(acts: ActWords) -> re.Pattern[str]:
    """What only a question has: "-t-elle", "czy"."""
    behind, before = acts.any_of("asked_behind"), acts.any_of("asked_before")
    return re.compile(rf"(?<=\w){behind}(?!\w)|^{before}\s", re.IGNORECASE)
