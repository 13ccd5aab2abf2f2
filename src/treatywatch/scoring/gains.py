"""Gains and losses against an earlier run: which claims appeared, vanished or changed verdict."""

import json
from collections.abc import Iterator, Mapping

from treatywatch.errors import UnreadableInput
from treatywatch.scoring.score import Judged, Score
from treatywatch.values import frozen


@frozen
class Change:
    """One gold claim that fares otherwise than before; ``better`` says which way."""

    words: str
    before: str
    after: str
    better: bool


def run_as_json(measured: Score) -> str:
    """A run as JSON text, to be kept and compared with later."""
    return json.dumps(_fates(measured), indent=1, ensure_ascii=False, sort_keys=True) + "\n"


def changes_since(earlier: str, measured: Score) -> tuple[Change, ...]:
    """What changed since the run kept as JSON; :class:`UnreadableInput` where it is none."""
    before = _read_run(earlier)
    after = _fates(measured)
    return tuple(_changes(before, after))


def _changes(before: Mapping[str, str], after: Mapping[str, str]) -> Iterator[Change]:
    for key in sorted(before.keys() | after.keys()):
        old, new = before.get(key, _ABSENT), after.get(key, _ABSENT)
        if old != new:
            yield Change(
                key, old, new, better=_GRADE[new.split(":")[0]] > _GRADE[old.split(":")[0]]
            )


_ABSENT = "absent"
# A surplus finding is worse than none; a found claim is better the more of it is right.
_GRADE = {"surplus": -1, "absent": 0, "missed": 0, "found": 1, "verdict right": 2}


def _fates(measured: Score) -> dict[str, str]:
    """Each claim by report and place, with what became of it."""
    return {_key(judged): _fate(judged) for judged in measured.by_span}


def _key(judged: Judged) -> str:
    marked = judged.gold
    if marked is not None:
        place, kind = (marked.start, marked.end), marked.type
        who = ",".join(sorted(marked.participants))
    else:
        assert judged.finding is not None
        claim = judged.finding.claim
        place, kind, who = (claim.start, claim.end), claim.type, ",".join(claim.participants)
    words = " ".join(judged.words.split())
    return f"{judged.report} {place[0]}-{place[1]} {kind} {who}: {words}"


def _fate(judged: Judged) -> str:
    if judged.gold is None:
        return "surplus"
    if judged.finding is None:
        return "missed"
    right = judged.finding.verdict is judged.gold.verdict
    return f"verdict right: {judged.gold.verdict}" if right else f"found: {judged.finding.verdict}"


def _read_run(text: str) -> dict[str, str]:
    try:
        run = json.loads(text)
    except ValueError as fault:
        raise UnreadableInput("earlier run", f"not JSON ({fault})", "Give a kept run.") from fault
    fates = run.items() if isinstance(run, dict) else ()
    kept = {str(k): v for k, v in fates if isinstance(v, str) and v.split(":")[0] in _GRADE}
    if not isinstance(run, dict) or len(kept) < len(run):
        raise UnreadableInput("earlier run", "not a kept run", "Keep a new one and compare later.")
    return kept
