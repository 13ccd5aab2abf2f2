"""Insets: a step told in a participle between commas, which is not what its sentence tells.

"Hungary's withdrawal, notified on 2 June, takes effect in a year" tells when the exit takes effect;
that day is the one to check, and the notice only says which exit is meant.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from treatywatch.reading.naming.mentions import CueHit
from treatywatch.reading.syntax.clauses import Clause
from treatywatch.reading.vocabulary.in_order import InOrder, Spanned
from treatywatch.reading.vocabulary.words_acts import CueKind, Tense

Inset = tuple[int, int]

_WHAT = frozenset(
    {
        CueKind.EXIT,
        CueKind.EXIT_OBJECT,
        CueKind.EXIT_NOTICE,
        CueKind.NOTICE,
        CueKind.PAPER,
    }
)
_STEPS = frozenset(
    {
        CueKind.NOTIFY,
        CueKind.ANNOUNCE,
        CueKind.APPROVE,
        CueKind.DECIDE,
        CueKind.ENACT,
        CueKind.ARRIVE,
        CueKind.HAND_IN,
    }
)
_REACH = 90  # characters from a noun for leaving to the participle: "'s exit from the treaty on"
_VERB = 16  # characters of " will formally " before "take effect"
_CLAUSES = 3  # clauses into which the commas may have cut the sentence


def over_insets(
    clauses: Sequence[Clause], cues: InOrder[CueHit], folded: str
) -> list[tuple[Clause, Inset | None]]:
    """The clauses, those that an inset has cut put together again, each with its inset."""
    whole: list[tuple[Clause, Inset | None]] = []
    done = -1
    for index, clause in enumerate(clauses):
        if index <= done:
            continue
        row = _of_one_sentence(clauses[index : index + _CLAUSES])
        found = _inset(cues.within(clause.start, row[-1].end), clause.end, folded)
        if found is None:
            whole.append((clause, None))
            continue
        last = next(n for n, one in enumerate(row) if found[1] < one.end)
        done = index + last
        whole.append((replace(clause, end=row[last].end), found))
    return whole


def outside(inset: Inset | None, found: Iterable[Spanned]) -> tuple[Spanned, ...]:
    """Those of the cues, or of the dates, that do not stand in the inset."""
    return tuple(one for one in found if inset is None or not inset[0] <= one.start < inset[1])


def _of_one_sentence(clauses: Sequence[Clause]) -> list[Clause]:
    """The clauses up to the end of the sentence, or to one that opens with a word of its own."""
    first, row = clauses[0], [clauses[0]]
    for clause in clauses[1:]:
        if clause.passage != first.passage or clause.opener or clause.elliptical:
            break
        row.append(clause)
    return row


def _inset(cues: Sequence[CueHit], first_ends: int, folded: str) -> Inset | None:
    """Where a step stands between an exit that the first clause names and its taking effect."""
    exits = [c.end for c in cues if c.kind in _WHAT and c.tense is Tense.NOUN]
    effects = [c.start for c in cues if c.kind is CueKind.EFFECT and c.tense is not Tense.NOUN]
    if not exits or not effects or min(exits) > first_ends:
        return None
    for step in cues:
        near = any(0 < step.start - end <= _REACH for end in exits)
        if step.kind in _STEPS and step.tense is Tense.PAST and near and _set_off(step, folded):
            ends = (_comma_before(effect, step.end, folded) for effect in effects)
            close = next((end for end in ends if end is not None), None)
            return (step.start, close) if close is not None else None
    return None


def _set_off(step: CueHit, folded: str) -> bool:
    return folded[max(0, step.start - 2) : step.start] == ", "


def _comma_before(verb: int, start: int, folded: str) -> int | None:
    """Where the comma stands that closes the inset: right before the verb of its sentence."""
    comma = folded.rfind(", ", start, verb)
    return comma if comma >= 0 and verb - comma <= _VERB else None
