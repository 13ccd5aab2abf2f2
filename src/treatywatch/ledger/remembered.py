"""What was worked out from a ledger, kept beside it and as short-lived: a ledger never changes."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import TypeVar

from treatywatch.ledger.ledger import Ledger

Made = TypeVar("Made")
_MOST = 256


def remembered(
    ledger: Ledger, what: str, key: Hashable, make: Callable[[], Made], most: int = _MOST
) -> Made:
    """What ``make`` gives, asked once for a key; of more than ``most`` the first are forgotten.

    Two threads may both ask; they get the same.
    """
    shelf: OrderedDict[Hashable, Made] = vars(ledger).setdefault(f"_{what}", OrderedDict())
    if key in shelf:
        return shelf[key]
    made = shelf[key] = make()
    if len(shelf) > most:
        shelf.popitem(last=False)
    return made
