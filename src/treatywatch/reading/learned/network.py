"""The network of a language as it stands in ``record/likeness``, where there is one.

A file of arrays without code in it (``.npz``): the words, a row of whole numbers for each and what
makes them those that are meant, the weights of each look, of what weighs what was seen, and the
names of what is weighed. ``scoring/learning_order.py`` writes it.
"""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING
from zipfile import BadZipFile

from treatywatch.errors import FaultyRecord
from treatywatch.reading.learned.likeness import has_own, table_of

if TYPE_CHECKING:
    from numpy import float16
    from numpy.typing import NDArray

    from treatywatch.reading.learned.layers import Layers, Weighed

    Halves = NDArray[float16]

_LOOKS = 3
_THREADS = "OPENBLAS_NUM_THREADS"  # heeded when it is first imported


def network_of(language: str) -> Path:
    """The file in which the network of a language stands, or would stand."""
    return table_of(language).with_suffix(".npz")


@cache
def layers_of(language: str) -> Layers | None:
    """What was learned of words in their order; None of a language that has no such network.

    Raises :class:`treatywatch.errors.FaultyRecord` if the file cannot be read as one.
    """
    file = network_of(language)
    return read_layers(file) if has_own(language) and file.exists() else None


def read_layers(file: Path) -> Layers:
    """The network that stands in a file."""
    # A sentence is little to calculate: several threads would only wait for each other, and add up
    # in an order of their own. Only who reads a report pays for what calculates with arrays.
    os.environ.setdefault(_THREADS, "1")
    import numpy as np

    from treatywatch.reading.learned.layers import Layers, Weighed

    try:
        with np.load(file, allow_pickle=False) as told:
            weighed = [
                Weighed(
                    told[f"{name}_weights"].astype(np.float32),
                    told[f"{name}_added"].astype(np.float32),
                )
                for name in _names()
            ]
            words, outcomes = (_words(told[name].tobytes()) for name in ("words", "outcomes"))
            numbers = {word: number for number, word in enumerate(words)}
            rows, scale = told["rows"], told["scale"].astype(np.float32)
            if len(rows) != len(numbers) or len(scale) != len(numbers):
                raise ValueError(f"{len(numbers)} words have {len(rows)} rows")
    except (OSError, ValueError, KeyError, BadZipFile) as error:
        raise FaultyRecord([f"likeness/{file.name}: {error}; learn it anew"]) from error
    *looks, hidden, last = weighed
    return Layers(outcomes, numbers, rows, scale, looks, hidden, last)


def write_layers(file: Path, layers: Layers) -> None:
    """Write the network: weights in half of their length, for which reading them is as good."""
    import numpy as np

    weighed = zip(_names(), (*layers.looks, layers.hidden, layers.last), strict=True)
    arrays = {name: array for part, one in weighed for name, array in _halved(part, one)}
    words, outcomes = (
        np.frombuffer(_SPLIT.join(names).encode(), dtype=np.uint8)
        for names in (layers.numbers, layers.outcomes)
    )
    scale = layers.scale.astype(np.float16)
    np.savez(
        file,
        allow_pickle=False,
        words=words,
        outcomes=outcomes,
        rows=layers.rows,
        scale=scale,
        **arrays,
    )


def _halved(name: str, weighed: Weighed) -> list[tuple[str, Halves]]:
    weights, added = weighed.weights.astype("float16"), weighed.added.astype("float16")
    return [(f"{name}_weights", weights), (f"{name}_added", added)]


def _names() -> list[str]:
    return [*(f"look_{number}" for number in range(1, _LOOKS + 1)), "hidden", "last"]


_SPLIT = "\t"  # between words, none of which has one


def _words(told: bytes) -> list[str]:
    return told.decode().split(_SPLIT)
