"""All gold sets in one run: figures, gains and losses since the kept run, and the gate.

A set in a folder whose name begins with ``sealed`` or ``apart`` shows its figures and nothing else:
no claim of it is printed or kept, so that nobody comes to write a rule for it. What stands apart is
learned from, what is sealed is measured alone.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path

from treatywatch.errors import UnreadableInput
from treatywatch.ledger.ledger import Ledger
from treatywatch.scoring.gains import changes_since, run_as_json
from treatywatch.scoring.gate import (
    Floors,
    Refused,
    complaints,
    floors_as_json,
    read_floors,
    renewed,
)
from treatywatch.scoring.gold import fingerprint
from treatywatch.scoring.lines import change_lines, score_lines, total_lines
from treatywatch.scoring.run import score_folder
from treatywatch.scoring.score import Score
from treatywatch.values import frozen

_SEALED, _APART, _QUOTING = "sealed", "apart", "apart-quoting"
_FLOORS = "floors.json"
_KEPT_RUN = "run.json"


@frozen
class Measured:
    """One gold set with its score and the fingerprint of what was measured."""

    folder: Path
    score: Score
    fingerprint: str

    @property
    def name(self) -> str:
        """The name of the set, which is that of its folder."""
        return self.folder.name

    @property
    def shows_words(self) -> bool:
        """Whether its claims may be seen."""
        return shows_words(self.folder)


def is_sealed(folder: Path) -> bool:
    """Whether the gold set in the folder is one that nothing may be learned from."""
    return folder.name.startswith(_SEALED)


def is_apart(folder: Path) -> bool:
    """Whether the gold set in the folder is one that weights are learned from, and no rule."""
    return folder.name.startswith(_APART)


def marks_quotes(folder: Path) -> bool:
    """Whether the gold set in the folder marks every quotation, not the weightiest alone."""
    return not is_apart(folder) or folder.name.startswith(_QUOTING)


def shows_words(folder: Path) -> bool:
    """Whether the claims of the gold set in the folder may be seen."""
    return not is_sealed(folder) and not is_apart(folder)


def measure(gold: Path, ledger: Ledger) -> tuple[Measured, ...]:
    """Score each folder below ``gold`` that has annotations, in the order of their names.

    Those apart are left out: of what was learned from them their figures say nothing.
    """
    found = sorted(path.parent for path in gold.glob("*/gold.jsonl"))
    folders = [folder for folder in found if not is_apart(folder)]
    if not folders:
        raise UnreadableInput(str(gold), "has no gold sets", "Give the folder that holds them.")
    return tuple(_measured(folder, ledger) for folder in folders)


def report_lines(measured: tuple[Measured, ...]) -> Iterator[str]:
    """The figures of each set, and what changed since its kept run where there is one."""
    for one in measured:
        yield f"== {one.name}"
        yield from score_lines(one.score) if one.shows_words else total_lines(one.score)
        kept = one.folder / _KEPT_RUN
        if one.shows_words and kept.exists():
            yield ""
            earlier = kept.read_text(encoding="utf-8")
            yield from change_lines(changes_since(earlier, one.score))
        yield ""


def gate_complaints(gold: Path, measured: tuple[Measured, ...]) -> tuple[str, ...]:
    """Why the gate stays shut, set by set; empty where all pass or nothing is pinned yet."""
    floors = pinned_floors(gold)
    if not floors:
        return ()
    names = {one.name for one in measured}
    gone = [f"{name}: the gold set is missing" for name in floors if name not in names]
    new = [f"{name}: no floor is pinned for it" for name in sorted(names - floors.keys())]
    low = [
        f"{one.name}: {words}"
        for one in measured
        if one.name in floors
        for words in complaints(one.score, floors[one.name], one.fingerprint)
    ]
    return (*gone, *new, *low)


def renew(gold: Path, measured: tuple[Measured, ...], *, lower: bool = False) -> tuple[str, ...]:
    """Pin the floors at these scores and keep the runs; what refuses it, where something does."""
    floors = pinned_floors(gold)
    fresh: dict[str, Floors] = {}
    refused: list[str] = []
    for one in measured:
        new = renewed(one.score, floors.get(one.name), one.fingerprint, lower=lower)
        if isinstance(new, Refused):
            refused += [f"{one.name}: {words}" for words in new.complaints]
        else:
            fresh[one.name] = new
    if not refused:
        _keep(gold, measured, fresh)
    return tuple(refused)


def pinned_floors(gold: Path) -> Mapping[str, Floors]:
    """The floors in ``gold``, none where none are pinned yet."""
    path = gold / _FLOORS
    return read_floors(path.read_text(encoding="utf-8")) if path.exists() else {}


def _measured(folder: Path, ledger: Ledger) -> Measured:
    annotations, reports = folder / "gold.jsonl", folder / "reports"
    found = score_folder(annotations, reports, ledger)
    return Measured(folder, found, fingerprint(annotations, reports))


def _keep(gold: Path, measured: tuple[Measured, ...], floors: Mapping[str, Floors]) -> None:
    (gold / _FLOORS).write_text(floors_as_json(floors), encoding="utf-8")
    for one in measured:
        if one.shows_words:
            (one.folder / _KEPT_RUN).write_text(run_as_json(one.score), encoding="utf-8")
