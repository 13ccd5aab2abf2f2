"""Lines on an act each, with those who took it: "Never joined: China, India"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from treatywatch.reading.claim import Claim, ClaimType
from treatywatch.reading.claims.lists.lines import Box, Labelled
from treatywatch.reading.claims.span import as_partial
from treatywatch.reading.claims.tables.beside import day_behind, words_beside
from treatywatch.reading.claims.tables.cells import told_in_words
from treatywatch.reading.claims.tables.columns import Use, heads, whole_forms
from treatywatch.reading.claims.tables.grid import Cell
from treatywatch.reading.naming.mentions import CueHit
from treatywatch.reading.syntax.scenes import Stage
from treatywatch.reading.vocabulary.in_order import InOrder
from treatywatch.reading.vocabulary.spans import DateMention, Mention

_OTHERS = 3  # words at most that are neither names nor days: "and", "among them"


def of_acts(
    stage: Stage, words: InOrder[CueHit], listed: Sequence[Box]
) -> Iterator[tuple[Labelled, Sequence[Claim]]]:
    """The lines whose label tells an act or a standing, with a list of States behind it."""
    for treaty, line in ((box.treaty, line) for box in listed for line in box.lines):
        act = _act(stage, words, line, treaty)
        people = stage.context.people_in(*line.rest)
        if act is None or not people or not _is_list(stage, line, people):
            continue
        steps = {one.start: _steps_behind(stage, words, line, one) for one in people}
        days = {one.start: day_behind(stage, one, line.rest.end) for one in people}
        told_apart = [one for one in people if steps[one.start]]
        dated = [one for one in people if days[one.start] is not None and one not in told_apart]
        together = [one for one in people if days[one.start] is None and one not in told_apart]
        claims = [_of(stage, act, [one], days[one.start]) for one in dated]
        claims += [replace(each, treaty=act.treaty) for one in people for each in steps[one.start]]
        if together:
            claims.insert(0, _of(stage, act, together, None))
        first, *rest = sorted(claims, key=lambda claim: claim.start)
        start = line.label.start
        first = replace(first, start=start, quote=stage.text[start : first.end])
        yield line, [first, *rest]


def _steps_behind(
    stage: Stage, words: InOrder[CueHit], line: Labelled, who: Mention
) -> list[Claim]:
    """What brackets behind a name tell step by step: "(notice 26 May 1998, out 26 May 1999)"."""
    opens = _BRACKET.match(stage.text, who.end, line.end)
    if opens is None or stage.context.people_in(*opens.span("told")):
        return []
    told = told_in_words(stage, Cell(*opens.span("told")), words.within(*opens.span("told")))
    dated = bool(told) and all(one.date is not None for one in told)
    return [replace(one, participants=who.ids) for one in told] if dated else []


_BRACKET = re.compile(r"\s*\((?P<told>[^()]*)\)")


def _act(stage: Stage, words: InOrder[CueHit], line: Labelled, above: str | None) -> Claim | None:
    """The one act of the label, of the treaty that it names or else of the one above."""
    context = stage.context
    if any(one.ids for one in context.people_in(*line.label)):
        return None
    told = told_in_words(stage, line.label, words.within(*line.label)) or _out(stage, line)
    named = context.treaties_in(*line.label)
    treaty = named[0].ids[0] if named else above
    if len(told) != 1 or treaty is None or len({one.ids for one in named}) > 1:
        return None
    return replace(told[0], treaty=treaty)


def _out(stage: Stage, line: Labelled) -> tuple[Claim, ...]:
    """ "Out: Latvia (27 December 2025)", "In: Japan": by the words for columns."""
    steps = {use: form for use, form in heads(stage.acts).items() if use in _STEPS}
    told = (_STEPS[u] for u, form in steps.items() if form.fullmatch(stage.folded, *line.label))
    out = tuple(Claim(ClaimType.WITHDRAWAL, "", 0, 0, None, stage=one) for one in told)[:1]
    inside = any(form.fullmatch(stage.folded, *line.label) for form in whole_forms(stage.acts))
    return out or (Claim(ClaimType.PARTICIPATION, "", 0, 0, None, stage="party"),) * inside


_STEPS = {Use.NOTICE: "notified", Use.OUT: "effective"}


def _is_list(stage: Stage, line: Labelled, people: Sequence[Mention]) -> bool:
    """Whether hardly anything but names and days stands behind the label."""
    context = stage.context
    taken: list[Mention | DateMention] = [*people, *context.dates_in(*line.rest)]
    others = words_beside(stage, line.rest, taken)
    named = all(one.ids and one.role in _NAMED for one in people)
    listed = named and not context.treaties_in(*line.rest)
    return listed and others <= _OTHERS and people[0].start - line.rest.start <= _OTHERS


_NAMED = frozenset({"name", "group"})  # no capital: "Signed: Lisbon, December 1994"


def _of(stage: Stage, act: Claim, who: Sequence[Mention], day: DateMention | None) -> Claim:
    start, end = who[0].start, who[-1].end if day is None else day.end
    return replace(
        act,
        participants=tuple(dict.fromkeys(one for mention in who for one in mention.ids)),
        date=act.date if day is None else as_partial(day),
        quote=stage.text[start:end],
        start=start,
        end=end,
    )
