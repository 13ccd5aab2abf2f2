"""Participants: one through all treaties, one towards one treaty, two (or two days) compared."""

from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from treatywatch import api
from treatywatch.law.participant import Participant
from treatywatch.law.terms import Standing
from treatywatch.law.treaty import Treaty
from treatywatch.ledger.ledger import Ledger
from treatywatch.status.answers import StatusAnswer
from treatywatch.status.coming import coming_effects
from treatywatch.status.deadlines import deadlines
from treatywatch.status.explain import exceptions, status_lines
from treatywatch.status.timeline import status, timeline
from treatywatch.web.asking import AskedDays, Days, Record
from treatywatch.web.rendering import page

router = APIRouter()
_TELL_LITTLE = {Standing.THIRD_STATE: 1, Standing.UNDETERMINED: 2}


@router.get("/participants")
async def all_participants(request: Request, record: Record) -> HTMLResponse:
    """Every State and organisation of the record."""
    return page(request, "participants.html.j2", participants=_by_name(record))


@router.get("/participants/{name}")
def one_participant(request: Request, name: str, record: Record, days: AskedDays) -> HTMLResponse:
    """Every treaty of one participant, with its standing, what is to come, and its duties."""
    who = record.participant(name)
    asked = {"participant": who.id, "on": days.on, "as_known_on": days.as_known_on}
    return page(
        request,
        "participant.html.j2",
        who=who,
        days=days,
        answers=_standings(record, who, days),
        coming=coming_effects(record, **asked),  # type: ignore[arg-type]
        deadlines=deadlines(record, **asked),  # type: ignore[arg-type]
        record=record,
    )


@router.get("/answer")
async def answer(treaty: str, participant: str, on: str = "") -> Response:
    """From the form of the first page to the answer itself."""
    day = f"?on={api.exact_day(on)}" if on else ""
    path = f"/treaties/{treaty}/participants/{participant}{day}"
    return RedirectResponse(path, 303)


@router.get("/treaties/{treaty}/participants/{name}")
def one_standing(
    request: Request, treaty: str, name: str, record: Record, days: AskedDays
) -> HTMLResponse:
    """How one participant stands to one treaty on a day, why, and over all of time."""
    known_on = days.as_known_on
    told = api.status(name, treaty, on=days.on, as_known_on=known_on, ledger=record)
    known = record.as_known_on(known_on)
    acts = [a for a in known.acts.get(told.treaty, ()) if a.participant == told.participant]
    return page(
        request,
        "standing.html.j2",
        treaty=record.treaties[told.treaty],
        who=record.participants[told.participant],
        days=days,
        told=told,
        lines=status_lines(told, record),
        line=timeline(record, told.participant, told.treaty, as_known_on=known_on),
        acts=sorted(acts, key=lambda a: a.received_on.first()),
        record=record,
    )


@router.get("/compare")
def compare(
    request: Request,
    record: Record,
    days: AskedDays,
    one: Annotated[str, Query()] = "FIN",
    other: Annotated[str, Query()] = "SWE",
    other_on: Annotated[str, Query()] = "",
) -> HTMLResponse:
    """Two participants, or one on two days, treaty by treaty."""
    first, second = record.participant(one), record.participant(other)
    other_days = Days(api.exact_day(other_on) if other_on else days.on, days.as_known_on)
    left, right = _all_standings(record, first, days), _all_standings(record, second, other_days)
    return page(
        request,
        "compare.html.j2",
        first=first,
        second=second,
        days=days,
        other_on=other_days.on,
        rows=_rows(record, left, right),
        participants=_by_name(record),
    )


def _rows(
    record: Ledger, left: dict[str, StatusAnswer], right: dict[str, StatusAnswer]
) -> list[tuple[Treaty, StatusAnswer, StatusAnswer, bool]]:
    """Treaty by treaty; where the two differ first, where least can be said last."""
    rows = [(record.treaties[t], left[t], right[t], _differs(left[t], right[t])) for t in left]
    return sorted(rows, key=lambda row: (not row[3], _tells_little(row[1]), _tells_little(row[2])))


def _by_name(record: Ledger) -> list[Participant]:
    return sorted(record.participants.values(), key=lambda participant: participant.common_name)


def _all_standings(record: Ledger, who: Participant, days: Days) -> dict[str, StatusAnswer]:
    treaties = sorted(record.treaties.values(), key=lambda treaty: treaty.short_title)
    on, known_on = days.on, days.as_known_on
    return {t.id: status(record, who.id, t.id, on, known_on) for t in treaties}


def _standings(record: Ledger, who: Participant, days: Days) -> list[StatusAnswer]:
    """Those where there is something to tell come first."""
    return sorted(_all_standings(record, who, days).values(), key=_tells_little)


def _tells_little(told: StatusAnswer) -> int:
    """0 for a standing of its own, more for none and for what cannot be said."""
    return _TELL_LITTLE.get(told.spell.standing, 0)


def _differs(left: StatusAnswer, right: StatusAnswer) -> bool:
    return left.spell.standing != right.spell.standing or (
        exceptions(left.units) != exceptions(right.units)
    )
