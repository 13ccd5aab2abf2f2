"""Small networks of which it is known what they say."""

from collections.abc import Sequence

import numpy as np

from treatywatch.reading.learned.layers import PARTS, REACHES, UNKNOWN, Layers, Weighed
from treatywatch.reading.learned.windows import PAUSE


def network(words: Sequence[str], width: int = 4, seed: int = 3) -> Layers:
    """A network of three words and more, with weights drawn at random, for two outcomes."""
    random = np.random.default_rng(seed)
    known = (UNKNOWN, PAUSE, *words)

    def drawn(wide: int, high: int) -> Weighed:
        weights = random.normal(0, 0.5, (wide, high)).astype(np.float16).astype(np.float32)
        return Weighed(weights, np.zeros(high, dtype=np.float32))

    widths = (5 + PARTS, *[width] * (len(REACHES) - 1))
    return Layers(
        ("count", "withdrawal"),
        {word: number for number, word in enumerate(known)},
        random.integers(-127, 128, (len(known), 5)).astype(np.int8),
        np.full(len(known), 1 / 64, dtype=np.float32),
        [drawn(3 * wide, width) for wide in widths],
        drawn(4 * width, width),
        drawn(width, 2),
    )
