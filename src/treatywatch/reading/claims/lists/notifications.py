"""Notices of a depositary: an act and its State in a line, and the day of "the action" below it.

"VANUATU: ACCESSION", and below it "The above action was effected on 5 September 2025."
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from treatywatch.reading.claim import Claim, ClaimType
from treatywatch.reading.claims.lists.lines import Labelled
from treatywatch.reading.claims.span import as_partial
from treatywatch.reading.claims.tables.above import treaty_above
from treatywatch.reading.claims.tables.cells import told_in_words
from treatywatch.reading.claims.tables.grid import Cell
from treatywatch.reading.naming.mentions import CueHit
from treatywatch.reading.syntax.scenes import Stage
from treatywatch.reading.vocabulary.grammar import grammar
from treatywatch.reading.vocabulary.in_order import InOrder
from treatywatch.reading.vocabulary.words_acts import ActWords, Tense
from treatywatch.values import frozen

_LINE = re.compile(r"^[ \t]*(?P<words>[^\W\d_][^\n.|]{4,90}?)[ \t]*$", re.MULTILINE)
_MOST_WORDS = 10
_TO_THE_DAY = 60  # characters between "the action takes effect" and its day


@frozen
class _Headed:
    """What a line tells of whom: an act without its day, if one is known; where the line stands."""

    act: Claim | None
    start: int
    end: int


def notifications(
    stage: Stage, words: InOrder[CueHit]
) -> Iterator[tuple[Labelled, Sequence[Claim]]]:
    """The sentences on the action that stands above them, each with its claim."""
    forms = _actions(stage.acts)
    sentences = [] if forms is None else [*forms.finditer(stage.folded)]
    if not sentences:
        return
    heads = [*_heads(stage, words)]
    for found in sentences:
        above = next((one for one in reversed(heads) if one.end <= found.start()), None)
        days = stage.context.dates_in(found.end(), found.end() + _TO_THE_DAY)
        if above is None or above.act is None or not days:
            continue
        date = as_partial(days[0])
        if not found["effect"]:
            yield _placed(stage, replace(_done(above.act), date=date), above.start, above.end)
        told = _took_effect(above.act) if found["effect"] else _done(above.act)
        yield _placed(stage, replace(told, date=date), found.start(), days[0].end)


def _placed(stage: Stage, claim: Claim, start: int, end: int) -> tuple[Labelled, Sequence[Claim]]:
    quote = stage.text[start:end]
    line = Labelled(Cell(start, start), Cell(start, end))
    return line, [replace(claim, quote=quote, start=start, end=end)]


def _heads(stage: Stage, words: InOrder[CueHit]) -> Iterator[_Headed]:
    """The short lines that name one State and one act and no day."""
    for line in _LINE.finditer(stage.text):
        start, end = line.span("words")
        people = stage.context.people_in(start, end)
        short = len(stage.text[start:end].split()) <= _MOST_WORDS
        if len(people) != 1 or len(people[0].ids) != 1 or not short:
            continue
        cues = words.within(start, end)
        if any(cue.tense in _VERBS for cue in cues):
            continue
        before, behind = Cell(start, people[0].start), Cell(people[0].end, end)
        act = _act(stage, words, behind if people[0].start == start else before)
        treaty = treaty_above(stage, start)
        if treaty is not None:
            told = act and replace(act, treaty=treaty, participants=people[0].ids)
            yield _Headed(told, start, end)


_VERBS = frozenset({Tense.PAST, Tense.PRESENT})


def _act(stage: Stage, words: InOrder[CueHit], place: Cell) -> Claim | None:
    """The one act that stands beside the State."""
    first = place.start + len(stage.text[slice(*place)]) - len(_bare(stage, place))
    bare = Cell(first, max(first, place.end))
    undone = _undone(stage.acts)
    if undone is not None and undone.match(stage.folded, *bare):
        return Claim(ClaimType.WITHDRAWAL, "", 0, 0, None, stage="revoked")
    told = told_in_words(stage, bare, words.within(*bare))
    return told[0] if len(told) == 1 and told[0].date is None else None


def _bare(stage: Stage, place: Cell) -> str:
    return stage.text[slice(*place)].lstrip(" \t:–—-,")


def _done(act: Claim) -> Claim:
    """An exit is effected when its notice arrives."""
    return replace(act, stage="notified") if act.stage == "effective" else act


def _took_effect(act: Claim) -> Claim:
    exits = act.type is ClaimType.WITHDRAWAL
    return replace(act, stage="effective" if exits else "entry_into_force")


@grammar
def _actions(acts: ActWords) -> re.Pattern[str] | None:
    """ "The above action was effected on", "the action shall take effect"; None without words."""
    if not acts.grammar["action_above"]:
        return None
    keys = ("action_above", "action_done", "action_effect")
    above, done, effect = (acts.any_of(key) for key in keys)
    return re.compile(rf"(?<!\w){above}\s+(?:{done}|(?P<effect>{effect}))(?!\w)")


@grammar
def _undone(acts: ActWords) -> re.Pattern[str] | None:
    if not acts.grammar["action_undone"]:
        return None
    return re.compile(rf"{acts.any_of('action_undone')}(?!\w)")
