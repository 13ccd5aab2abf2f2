"""What was worked out from a ledger or a treaty, kept beside it and as short-lived.

Neither ever changes.
"""

from collections import OrderedDict
from collections.abc import Callable, Hashable, Sequence
from functools import wraps
from hashlib import sha256
from pathlib import Path
from typing import TypeVar

from treatywatch.kept import Shelf, keep, kept
from treatywatch.law.treaty import Treaty
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


def once_of_treaty(make: Callable[[Treaty], Made]) -> Callable[[Treaty], Made]:
    """Works a thing out of a treaty alone once, and keeps it beside the treaty.

    Every claim asks how its treaty is called, and a treaty may have hundreds of names.
    """
    name = f"_{make.__module__}.{make.__qualname__}"

    @wraps(make)
    def known(treaty: Treaty) -> Made:
        beside = vars(treaty)
        if name not in beside:
            beside[name] = make(treaty)
        made: Made = beside[name]
        return made

    return known


def kept_of_names(
    ledger: Ledger, what: str, kind: type[Made], make: Callable[[], Made], code: Sequence[str]
) -> Made:
    """What ``make`` gives of the treaties and participants alone, kept for the next start as well.

    ``code`` are the files that make it: what older ones made is made anew.
    """
    return remembered(ledger, what, "", lambda: _kept_or_made(ledger, what, kind, make, code))


def _kept_or_made(
    ledger: Ledger, what: str, kind: type[Made], make: Callable[[], Made], code: Sequence[str]
) -> Made:
    shelves = [one for one in (ledger.treaties, ledger.participants) if isinstance(one, Shelf)]
    if len(shelves) < 2:  # a ledger that is not kept itself
        return make()
    record = " ".join(one.digest for one in shelves)
    name = f"{what}-{sha256(record.encode()).hexdigest()[:8]}"
    files = tuple(map(Path, code))
    value = kept(name, files, record)
    if not isinstance(value, kind):
        value = make()
        keep(name, files, value, record)
    return value
