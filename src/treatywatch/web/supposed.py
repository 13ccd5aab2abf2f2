"""Suppositions on top of the record, as a question carries them: ``suppose=FIN:apmbc:act:day``."""

from typing import Annotated

from fastapi import Depends, Query

from treatywatch import api
from treatywatch.errors import BadSetting
from treatywatch.ledger.ledger import Ledger
from treatywatch.status.supposing import (
    ConflictBegins,
    ConflictEnds,
    Hypothesis,
    SupposedAct,
    as_all_there_is,
    supposing,
)
from treatywatch.status.whatif import Consequences, what_if
from treatywatch.values import frozen
from treatywatch.web.asking import Days

_FORMS = (
    "PARTICIPANT:TREATY:ACT:DATE, PARTICIPANT:conflict-ends:DATE "
    "or PARTICIPANT:conflict-begins:DATE"
)
_OF_CONFLICT = ("conflict-ends", "conflict-begins")
_MOST = 20


@frozen
class Supposition:
    """One supposition, as it was written and as the law room takes it."""

    text: str
    hypothesis: Hypothesis


def suppositions(
    suppose: Annotated[list[str] | None, Query(description=f"A supposition: {_FORMS}")] = None,
    who: Annotated[str | None, Query(include_in_schema=False)] = None,
    act: Annotated[str | None, Query(include_in_schema=False)] = None,
    day: Annotated[str | None, Query(include_in_schema=False)] = None,
    treaty: Annotated[str | None, Query(include_in_schema=False)] = None,
) -> tuple[Supposition, ...]:
    """What a question supposes: ``suppose``, and one more in the fields of a form."""
    given = list(suppose or ())
    if who and act and day:
        given.append(
            ":".join((who, act, day) if act in _OF_CONFLICT else (who, treaty or "", act, day))
        )
    if len(given) > _MOST:
        raise BadSetting("suppose", f"{len(given)} suppositions", f"suppose {_MOST} at the most")
    return tuple(Supposition(text, _read(text)) for text in given)


Supposed = Annotated[tuple[Supposition, ...], Depends(suppositions)]


def with_suppositions(
    ledger: Ledger, supposed: tuple[Supposition, ...], days: Days
) -> tuple[Ledger, Consequences | None]:
    """The ledger as it would be, and what that changes; the ledger itself where nothing is."""
    if not supposed:
        return ledger, None
    hypotheses = [one.hypothesis for one in supposed]
    found = what_if(ledger, hypotheses, days.on, as_known_on=days.as_known_on)
    return supposing(as_all_there_is(ledger, days.as_known_on), hypotheses), found


def _read(text: str) -> Hypothesis:
    match [part.strip() for part in text.split(":")]:
        case [who, "conflict-ends", day]:
            return ConflictEnds(who, api.exact_day(day))
        case [who, "conflict-begins", day]:
            return ConflictBegins(who, api.exact_day(day))
        case [who, treaty, act, day]:
            return SupposedAct(who, treaty, api.act_kind(act), api.exact_day(day))
    raise BadSetting("suppose", text, f"write {_FORMS}")
