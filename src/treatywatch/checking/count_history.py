"""When a number was right: the last span of days on which the count fitted."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from treatywatch.checking.exit_steps import exits
from treatywatch.checking.knowledge import Knowledge
from treatywatch.law.terms import ActKind
from treatywatch.status.answers import CountRule


def last_right_span(
    knowledge: Knowledge,
    treaty: str,
    rule: CountRule,
    holds: Callable[[float], bool],
    before: date,
) -> tuple[date, date] | None:
    """The first and last day of the latest span before ``before`` on which the count fitted.

    Only days on which somebody deposits, or an exit takes effect, change a count.
    """
    days = [day for day in _days_of_change(knowledge, treaty) if day < before]
    until: date | None = None
    following = before
    for day in reversed(days):
        if holds(knowledge.counts(treaty, day).by(rule).number):
            until = until or following - timedelta(days=1)
            since = day
        elif until is not None:
            return since, until
        following = day
    return (since, until) if until is not None else None


def _days_of_change(knowledge: Knowledge, treaty: str) -> list[date]:
    everything = replace(knowledge, known_on=None)
    acts = knowledge.ledger.acts.get(treaty, ())
    leavers = {a.participant for a in acts if a.kind is ActKind.WITHDRAWAL_NOTICE}
    ends = [e.when for leaver in sorted(leavers) for e in exits(everything, leaver, treaty)]
    done = {act.received_on.first() for act in acts}
    return sorted(done | {when for when in ends if isinstance(when, date)})
