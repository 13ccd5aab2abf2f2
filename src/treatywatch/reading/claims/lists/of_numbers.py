"""Numbers that stand before what they count: "164 – States parties", "133" above "signatories".

So pages set out figures, and terms with their explanations.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from treatywatch.reading.claim import Claim, ClaimType
from treatywatch.reading.claims.lists.lines import Labelled
from treatywatch.reading.claims.tables.above import treaty_above
from treatywatch.reading.claims.tables.cells import is_denied
from treatywatch.reading.claims.tables.columns import ACTS, COUNTS, EXITS
from treatywatch.reading.claims.tables.grid import Cell
from treatywatch.reading.naming.mentions import CueHit
from treatywatch.reading.syntax.scenes import Stage
from treatywatch.reading.vocabulary.in_order import InOrder
from treatywatch.reading.vocabulary.words_acts import CueKind

_LINE = re.compile(
    r"^[ \t]*(?:[-*•·–—▪◦○][ \t]+)?\**(?P<number>\d{1,3})\**"
    r"(?:[ \t]*[:|][ \t]*|[ \t]+[–—-][ \t]+|[ \t]*\n(?:[ \t]*\n)?[ \t]*)\**"
    r"(?P<what>[^\W\d_][^\n:|\d]{3,60}?)[ \t.*|]*$",
    re.MULTILINE,
)
_FEWEST = 2  # such lines
_MANY_WORDS = 7
_WORD = re.compile(r"[^\W\d_]{5,}")  # shorter ones are "that has", "so far"
_STRANGE = frozenset({CueKind.NEEDED, CueKind.EFFECT}) | EXITS
_DONE = {CueKind.SIGN: "signatories", CueKind.SIGNATORY: "signatories"}


def of_numbers(stage: Stage, words: InOrder[CueHit]) -> Iterator[tuple[Labelled, list[Claim]]]:
    """The lines that tell how many States a treaty has of each kind; none of one line alone."""
    read = []
    for found in _LINE.finditer(stage.text):
        line = Labelled(Cell(*found.span("number")), Cell(*found.span("what")))
        counted = _counted(stage, words, line.rest)
        treaty = treaty_above(stage, line.label.start)
        if counted is None or treaty is None:
            continue
        start, end = line.whole
        told = Claim(ClaimType.COUNT, stage.text[start:end], start, end, treaty, stage=counted)
        read.append((line, [replace(told, value=float(found["number"]), unit="states")]))
    if len(read) >= _FEWEST:
        yield from read


def _counted(stage: Stage, words: InOrder[CueHit], what: Cell) -> str | None:
    """What the words count; None where they name anybody, or speak of something else too."""
    context = stage.context
    if len(stage.text[slice(*what)].split()) > _MANY_WORDS or context.dates_in(*what):
        return None
    if context.people_in(*what) or context.treaties_in(*what):
        return None
    cues = [*words.within(*what)]
    kinds = {cue.kind for cue in cues}
    if kinds & _STRANGE or any(
        not _is_heard(cues, word) for word in _WORD.finditer(stage.text, *what)
    ):
        return None
    denied = {cue.kind for cue in cues if is_denied(stage, words, what, cue)}
    if denied & (ACTS.keys() | COUNTS.keys()):
        left_out = CueKind.RATIFY in denied and kinds & _DONE.keys()
        return "signatories_not_parties" if left_out else None
    return next((told for kind, told in {**COUNTS, **_DONE}.items() if kind in kinds), None)


def _is_heard(cues: list[CueHit], word: re.Match[str]) -> bool:
    """Whether a word belongs to those that tell something of States: not "staff members"."""
    return any(cue.start <= word.start() < cue.end for cue in cues)
