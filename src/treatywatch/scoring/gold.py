"""Gold: claims that people marked in reports before the reader saw them."""

import csv
import hashlib
import json
from collections.abc import Mapping
from pathlib import Path

from treatywatch.checking.grounds.finding import Verdict
from treatywatch.errors import UnreadableInput
from treatywatch.reading.claim import ClaimType
from treatywatch.values import frozen

_INDEX = "index.csv"


@frozen
class GoldClaim:
    """One annotated claim; ``report`` is the file's name, offsets are into its text."""

    report: str
    type: ClaimType
    quote: str
    start: int
    end: int
    treaty: str | None
    participants: frozenset[str]
    stage: str | None
    value: float | None
    verdict: Verdict
    why: str = ""


@frozen
class IndexEntry:
    """What the index tells of a report: its EDTF date and its language, empty if neither."""

    published: str | None
    language: str


def read_gold(path: Path) -> tuple[GoldClaim, ...]:
    """The claims of a JSON Lines file; :class:`UnreadableInput` names the line that is wrong."""
    claims = []
    for number, line in enumerate(_lines(path), start=1):
        if not line.strip():
            continue
        try:
            claims.append(_gold_claim(json.loads(line)))
        except (ValueError, KeyError, TypeError) as fault:
            raise UnreadableInput(
                f"{path}:{number}", f"not an annotated claim ({fault})", "Correct the line."
            ) from fault
    return tuple(claims)


def read_index(folder: Path) -> Mapping[str, IndexEntry]:
    """The index.csv of a folder of reports by file name; empty where there is none.

    It stands in the folder, or beside it, as in gold/open/index.csv for gold/open/reports/.
    """
    path = _index_of(folder)
    if path is None:
        return {}
    with path.open(encoding="utf-8", newline="") as lines:
        return {
            row["report"]: IndexEntry(row.get("published") or None, row.get("language") or "")
            for row in csv.DictReader(lines)
        }


def report_paths(folder: Path) -> tuple[Path, ...]:
    """The reports of a folder in the order of their names: those without claims count too."""
    return tuple(sorted(folder.glob("*.txt")))


def fingerprint(gold: Path, folder: Path) -> str:
    """SHA-256 over the annotations, the index and every report: any edit of the gold set shows."""
    digest = hashlib.sha256()
    index = _index_of(folder)
    for path in (gold, *((index,) if index else ()), *report_paths(folder)):
        digest.update(path.name.encode())
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def _index_of(folder: Path) -> Path | None:
    places = (folder / _INDEX, folder / ".." / _INDEX)
    return next((path for path in places if path.exists()), None)


def _lines(path: Path) -> list[str]:
    try:
        return path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as fault:
        raise UnreadableInput(
            str(path), f"cannot be read ({fault})", "Give a gold file."
        ) from fault


def _gold_claim(fields: Mapping[str, object]) -> GoldClaim:
    value = fields.get("value")
    start, end, participants = fields["start"], fields["end"], fields.get("participants") or []
    if not isinstance(start, int) or not isinstance(end, int) or not 0 <= start < end:
        raise ValueError(f"offsets {start!r} to {end!r} are no span")
    if not isinstance(participants, list):
        raise ValueError("participants must be a list")
    return GoldClaim(
        report=str(fields["report"]),
        type=ClaimType(str(fields["type"])),
        quote=str(fields["quote"]),
        start=start,
        end=end,
        treaty=_text(fields.get("treaty")),
        participants=frozenset(str(p) for p in participants),
        stage=_text(fields.get("stage")),
        value=None if value is None else float(str(value)),
        verdict=Verdict(str(fields["verdict"])),
        why=str(fields.get("why") or ""),
    )


def _text(value: object) -> str | None:
    return None if value is None else str(value)
