"""The treaty's own entry into force."""

from datetime import date

from treatywatch.law.effect import Effect
from treatywatch.ledger.ledger import Ledger
from treatywatch.status.docket import docket


def entry_into_force(ledger: Ledger, treaty: str, as_known_on: date | None = None) -> Effect:
    """When the treaty enters into force, derived from the acts and the threshold of its clause.

    The effect's participant is empty. Its reasons hold the deposits that reached the threshold,
    the sum, and the difference from the printed day if there is one. Undetermined while the
    condition is not met. Raises :class:`treatywatch.errors.UnknownName`.
    """
    return docket(ledger, treaty, as_known_on).start.effect
