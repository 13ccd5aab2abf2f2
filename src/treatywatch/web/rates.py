"""How often one visitor may come: a bucket that fills at a steady rate, one for each key.

Each worker counts for itself, so that a server with n workers lets through n times as much.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass

_MOST_KEYS = 10_000  # beyond this the buckets that are full again are forgotten


@dataclass(slots=True)
class _Bucket:
    held: float
    at: float


class Rate:
    """So many in a minute, in bursts of as many at the most."""

    def __init__(self, per_minute: int, clock: Callable[[], float] = time.monotonic) -> None:
        self._size, self._per_second, self._clock = float(per_minute), per_minute / 60, clock
        self._buckets: dict[str, _Bucket] = {}

    def wait_for(self, key: str) -> float:
        """Take one for the key: 0.0 if it may go on, else the seconds until it may."""
        moment = self._clock()
        if len(self._buckets) > _MOST_KEYS:
            self._forget(moment)
        bucket = self._buckets.setdefault(key, _Bucket(self._size, moment))
        bucket.held = self._held(bucket, moment)
        bucket.at = moment
        if bucket.held < 1:
            return (1 - bucket.held) / self._per_second
        bucket.held -= 1
        return 0.0

    def _held(self, bucket: _Bucket, moment: float) -> float:
        return min(self._size, bucket.held + (moment - bucket.at) * self._per_second)

    def _forget(self, moment: float) -> None:
        self._buckets = {
            key: bucket
            for key, bucket in self._buckets.items()
            if self._held(bucket, moment) < self._size
        }
