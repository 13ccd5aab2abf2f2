"""The gate: pinned floors that a score may not fall below, and a fingerprint of the gold set.

The fingerprint keeps anybody from improving the score by editing the gold set unseen; renewing the
floors refuses to lower one unless told to in so many words.
"""

import json
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from treatywatch.errors import UnreadableInput
from treatywatch.scoring.score import Score
from treatywatch.values import frozen


@frozen
class Refused:
    """Renewing would lower floors, or accept other gold, and nobody asked for that.

    ``complaints`` lists what would get worse.
    """

    complaints: tuple[str, ...]


@frozen
class Floors:
    """What must be reached: ``at_least`` by measure, ``at_most`` by count, ``noise`` allowed.

    ``fingerprint`` is that of the gold set the floors were pinned on.
    """

    fingerprint: str
    at_least: Mapping[str, float]
    at_most: Mapping[str, int]
    noise: float = 0.0


def measures(measured: Score) -> dict[str, float]:
    """The measures that have a floor, each between 0 and 1, higher is better."""
    wrong = len(measured.wrong_claims)
    return {
        "span_f1": measured.span().f1,
        "strict_f1": measured.strict().f1,
        "verdict_accuracy": measured.verdicts.precision,
        "checked": 1 - measured.not_checked,
        "wrong_claims_caught": len(measured.caught) / wrong if wrong else 1.0,
    }


def ceilings(measured: Score) -> dict[str, int]:
    """The measures that have a ceiling: lower is better."""
    return {"wrong_contradicted": len(measured.wrong_contradicted)}


def complaints(measured: Score, floors: Floors, fingerprint: str) -> tuple[str, ...]:
    """Why the gate stays shut; empty where the score passes."""
    other_gold = [] if fingerprint == floors.fingerprint else [_OTHER_GOLD]
    return (*other_gold, *_below(measures(measured), ceilings(measured), floors, floors.noise))


def renewed(
    measured: Score, floors: Floors | None, fingerprint: str, *, lower: bool = False
) -> Floors | Refused:
    """Floors pinned at this score.

    Refused where one would fall, a ceiling rise or the gold set is another, unless ``lower``.
    """
    pinned = Floors(
        fingerprint,
        {name: _rounded_down(value) for name, value in measures(measured).items()},
        ceilings(measured),
    )
    if floors is None:
        return pinned
    worse = _below(pinned.at_least, pinned.at_most, floors, noise=0.0)
    other_gold = [] if fingerprint == floors.fingerprint else [_OTHER_GOLD]
    if (worse or other_gold) and not lower:
        return Refused((*other_gold, *worse))
    return replace(pinned, noise=floors.noise)


def read_floors(text: str) -> dict[str, Floors]:
    """The floors of each gold set from JSON text; :class:`UnreadableInput` for anything else."""
    try:
        floors = {str(name): _floors(kept) for name, kept in json.loads(text).items()}
    except (ValueError, KeyError, TypeError, AttributeError) as fault:
        raise UnreadableInput("floors", f"not floors ({fault!r})", "Pin them anew.") from fault
    if not floors:
        raise UnreadableInput("floors", "no floors in it", "Pin them anew.")
    return floors


def floors_as_json(floors: Mapping[str, Floors]) -> str:
    """The floors of each gold set as JSON text, for gold/floors.json."""
    kept = {
        name: {
            "fingerprint": one.fingerprint,
            "at_least": dict(one.at_least),
            "at_most": dict(one.at_most),
            "noise": one.noise,
        }
        for name, one in floors.items()
    }
    return json.dumps(kept, indent=2, sort_keys=True) + "\n"


def _floors(kept: Mapping[str, Any]) -> Floors:
    return Floors(
        str(kept["fingerprint"]),
        {str(k): float(v) for k, v in kept["at_least"].items()},
        {str(k): int(v) for k, v in kept["at_most"].items()},
        float(kept["noise"]),
    )


_OTHER_GOLD = "the gold set is not the one the floors were pinned on (fingerprint differs)"


def _below(
    reached: Mapping[str, float], counted: Mapping[str, int], floors: Floors, noise: float
) -> list[str]:
    low = [
        f"{name} is {reached.get(name, 0.0):.4f}, the floor is {floor:.4f}"
        for name, floor in floors.at_least.items()
        if reached.get(name, 0.0) < floor - noise
    ]
    high = [
        f"{name} is {counted.get(name, 0)}, at most {ceiling} are allowed"
        for name, ceiling in floors.at_most.items()
        if counted.get(name, 0) > ceiling
    ]
    return low + high


def _rounded_down(value: float) -> float:
    return int(value * 10_000) / 10_000
