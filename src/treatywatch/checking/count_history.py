"""When a number was right: the last span of days on which the count fitted."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise

from treatywatch.checking.exit_steps import exits
from treatywatch.checking.knowledge import Knowledge
from treatywatch.law.terms import ActKind
from treatywatch.status.answers import CountRule

_LOWERING = frozenset({ActKind.CONSENT_WITHDRAWN, ActKind.SIGNATURE_WITHDRAWN, ActKind.EXPULSION})


@dataclass(frozen=True, slots=True)
class Acceptable:
    """The numbers that a claim's words allow, both ends included."""

    low: float
    high: float

    def has(self, number: float) -> bool:
        """Whether the number is one of them."""
        return self.low <= number <= self.high


def last_right_span(
    knowledge: Knowledge, treaty: str, rule: CountRule, wanted: Acceptable, before: date
) -> tuple[date, date] | None:
    """The first and last day of the latest span before ``before`` on which the count fitted.

    Only days on which somebody deposits, or an exit takes effect, change a count; between two exits
    it can only rise, so that the span is found by halving.
    """
    days = [day for day in _days_of_change(knowledge, treaty) if day < before]
    for stretch in _rising(days, _days_of_fall(knowledge, treaty)):
        counted = _Counted(knowledge, treaty, rule, stretch)
        first = bisect_left(counted, wanted.low)
        after = bisect_right(counted, wanted.high)
        if first < after:
            following = [day for day in days if day > stretch[after - 1]]
            until = min(following, default=before) - timedelta(days=1)
            return stretch[first], until
    return None


@dataclass(frozen=True)
class _Counted(Sequence[int]):
    """The counts of a stretch of days, each made only when it is looked at."""

    knowledge: Knowledge
    treaty: str
    rule: CountRule
    days: Sequence[date]

    def __len__(self) -> int:
        return len(self.days)

    def __getitem__(self, place: int) -> int:  # type: ignore[override]
        return self.knowledge.counts(self.treaty, self.days[place]).by(self.rule).number


def _rising(days: Sequence[date], falls: Sequence[date]) -> Iterator[Sequence[date]]:
    """The days cut wherever a count may fall, the latest stretch first."""
    borders = [0, *sorted({bisect_left(days, fall) for fall in falls}), len(days)]
    for start, end in reversed(list(pairwise(borders))):
        if start < end:
            yield days[start:end]


def _days_of_change(knowledge: Knowledge, treaty: str) -> list[date]:
    done = {act.received_on.first() for act in knowledge.ledger.acts.get(treaty, ())}
    return sorted(done | set(_days_of_fall(knowledge, treaty)))


def _days_of_fall(knowledge: Knowledge, treaty: str) -> list[date]:
    """Days on which a count can fall: exits, consents taken back, States that ceased to exist."""
    everything = replace(knowledge, known_on=None)
    acts = knowledge.ledger.acts.get(treaty, ())
    leavers = {a.participant for a in acts if a.kind is ActKind.WITHDRAWAL_NOTICE}
    ends = [e.when for leaver in sorted(leavers) for e in exits(everything, leaver, treaty)]
    taken_back = {a.received_on.first() for a in acts if a.kind in _LOWERING}
    ceased = {
        participant.exists_until.first()
        for participant in map(knowledge.ledger.participants.get, {a.participant for a in acts})
        if participant is not None and participant.exists_until is not None
    }
    return sorted({when for when in ends if isinstance(when, date)} | taken_back | ceased)
