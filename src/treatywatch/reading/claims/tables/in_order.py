"""Days without a year in the row of an exit: nobody is out before the notice that was given."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from treatywatch.law.calendar import PartialDate
from treatywatch.reading.claim import Claim, ClaimType
from treatywatch.reading.syntax.scenes import Stage


def in_order(stage: Stage, told: Iterable[Claim]) -> Iterator[Claim]:
    """The claims of a row; the exit of "27 June | 27 December" is in the year of its notice.

    A day without its year is taken for the one nearest to the report, which may be gone by then.
    """
    noticed: PartialDate | None = None
    for claim in told:
        if claim.type is ClaimType.WITHDRAWAL and claim.stage == "notified":
            noticed = claim.date
        yield _behind(stage, claim, noticed)


def _behind(stage: Stage, claim: Claim, noticed: PartialDate | None) -> Claim:
    date = claim.date
    exit_told = claim.type is ClaimType.WITHDRAWAL and claim.stage == "effective"
    if not exit_told or date is None or noticed is None or date.month is None:
        return claim
    days = stage.context.dates_in(claim.start, claim.end)
    if not days or not days[-1].relative or date.first() >= noticed.first():
        return claim
    return replace(claim, date=replace(date, year=date.year + 1))
