"""Up to which day the record can speak: the last day on which it was held against its sources."""

from datetime import date
from functools import lru_cache

from treatywatch.law.calendar import PartialDate, in_words
from treatywatch.ledger.ledger import Ledger

_SHELF = "_compared_on"  # what was worked out for a ledger stands beside it


def compared_on(ledger: Ledger, treaty: str) -> date | None:
    """The last day on which the acts of the treaty were held against a source; None if unknown.

    That is when the latest of its lists was taken, or up to which later reports have kept it. An
    act done after that day may be missing: nothing can be said to lack it.
    """
    shelf: dict[str, date | None] = vars(ledger).setdefault(_SHELF, {})
    if treaty not in shelf:
        names = {n.strip() for act in ledger.acts.get(treaty, ()) for n in act.source.split(";")}
        found = (ledger.sources.get(name) for name in names)
        listed = _latest(frozenset(s.retrieved for s in found if s and s.retrieved))
        kept = ledger.treaties[treaty].coverage.until
        shelf[treaty] = max((day for day in (listed, kept) if day is not None), default=None)
    return shelf[treaty]


@lru_cache(maxsize=256)
def _latest(retrieved: frozenset[str]) -> date | None:
    return max((PartialDate.parse(text).last() for text in retrieved), default=None)


def beyond_the_horizon(compared: date | None, on: date) -> str | None:
    """The caution that goes with an answer about a later day; None where none is needed."""
    if compared is None:
        return "the record does not say when it was last compared with a list of acts"
    if on <= compared:
        return None
    return (
        f"the record was last compared with its sources on {in_words(compared)}: "
        "acts after that day may be missing"
    )
