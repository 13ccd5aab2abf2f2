"""How much a piece of work takes, in calls: the same figure on every machine, however busy."""

import sys
from collections.abc import Callable
from types import FrameType

_CALLS = ("call", "c_call")


def calls_of(work: Callable[[], object]) -> int:
    """The calls of functions, Python's and the interpreter's own, that the work makes."""
    made = 0

    def count(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal made
        made += event in _CALLS

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        work()
    finally:
        sys.setprofile(before)
    return made
