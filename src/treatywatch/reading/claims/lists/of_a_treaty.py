"""Lines on a treaty each, State by State: "NPT: Iran 1970, Israel no, Egypt signed"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from treatywatch.reading.claim import Claim, ClaimType
from treatywatch.reading.claims.lists.lines import Box, Labelled
from treatywatch.reading.claims.span import as_partial
from treatywatch.reading.claims.tables.above import acts_above
from treatywatch.reading.claims.tables.cells import told_in_words, yes_or_no
from treatywatch.reading.claims.tables.columns import ACTS
from treatywatch.reading.claims.tables.grid import Cell
from treatywatch.reading.naming.mentions import CueHit
from treatywatch.reading.syntax.scenes import Stage
from treatywatch.reading.vocabulary.in_order import InOrder
from treatywatch.reading.vocabulary.spans import Mention

_ROUND = " :,;()–-"
_FEWEST = 2  # States on a line: one alone is rather a sentence
_NAMED = frozenset({"name", "group"})


def of_a_treaty(
    stage: Stage, words: InOrder[CueHit], listed: Sequence[Box]
) -> Iterator[tuple[Labelled, Sequence[Claim]]]:
    """The lines whose label is a treaty, with States behind it and what is said of each."""
    for start, line in ((box.start, line) for box in listed for line in box.lines):
        named = stage.context.treaties_in(*line.label)
        people = stage.context.people_in(*line.rest)
        alone = len(named) == 1 and (named[0].start, named[0].end) == tuple(line.label)
        listed_so = bool(people) and people[0].start == line.rest.start
        if not alone or not listed_so or len(people) < _FEWEST:
            continue
        act = _act(stage, words, start)
        claims = [_of(stage, words, part, who, act) for who, part in _parts(line, people)]
        told = [one for one in claims if one is not None]
        if len(told) == len(people):
            yield line, [replace(one, treaty=named[0].ids[0]) for one in told]


def _act(stage: Stage, words: InOrder[CueHit], start: int) -> str:
    """What a bare day stands for: the act that the line above the list tells, else consent."""
    kinds = acts_above(stage, words, start)
    return next((told for kind, told in ACTS.items() if kind in kinds), "ratified")


def _parts(line: Labelled, people: Sequence[Mention]) -> Iterator[tuple[Mention, Cell]]:
    ends = [*(one.start for one in people[1:]), line.end]
    for one, end in zip(people, ends, strict=True):
        yield one, Cell(one.end, end)


def _of(stage: Stage, words: InOrder[CueHit], part: Cell, who: Mention, act: str) -> Claim | None:
    """The one thing said of a State: words for an act, a day alone, or a yes or a no."""
    if not who.ids or who.role not in _NAMED:
        return None
    told = told_in_words(stage, part, words.within(*part))
    if len(told) == 1:
        return _placed(stage, told[0], who, told[0].end)
    bare = stage.text[slice(*part)]
    start = part.start + len(bare) - len(bare.lstrip(_ROUND))
    inner = Cell(start, max(start, part.start + len(bare.rstrip(_ROUND))))
    days = stage.context.dates_in(*inner)
    if len(days) == 1 and (days[0].start, days[0].end) == tuple(inner):
        claim = Claim(ClaimType.PARTICIPATION, "", 0, 0, None, stage=act)
        return _placed(stage, replace(claim, date=as_partial(days[0])), who, inner.end)
    answer = yes_or_no(stage, inner)
    if answer is None:
        return None
    said = "party" if answer else "not_party"
    claim = Claim(ClaimType.PARTICIPATION, "", 0, 0, None, stage=said)
    return _placed(stage, replace(claim, negated=not answer), who, inner.end)


def _placed(stage: Stage, claim: Claim, who: Mention, end: int) -> Claim:
    quote = stage.text[who.start : end]
    return replace(claim, participants=who.ids, quote=quote, start=who.start, end=end)
