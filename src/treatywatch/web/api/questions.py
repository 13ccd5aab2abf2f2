"""Counts, effects, deadlines, suppositions: what follows from the record."""

from collections.abc import Iterable
from datetime import date
from typing import Annotated, Any, TypedDict

from fastapi import APIRouter, Depends, HTTPException, Query
from fastapi.responses import Response

from treatywatch import api
from treatywatch.publishing.answers_json import (
    count_object,
    deadline_object,
    effect_object,
    status_object,
    when_object,
)
from treatywatch.publishing.plain_json import plain
from treatywatch.status.answers import StatusAnswer
from treatywatch.status.coming import ComingEffect, coming_effects
from treatywatch.status.count_explainer import CountSaying, explain_count
from treatywatch.status.deadlines import deadlines
from treatywatch.status.horizon import beyond_the_horizon
from treatywatch.status.timeline import status
from treatywatch.status.whatif import what_if
from treatywatch.web.api.tables import FORMS, Table, table
from treatywatch.web.asking import AskedDays, Record
from treatywatch.web.supposed import Supposed

router = APIRouter(tags=["questions"])
_STANDING = (
    "treaty",
    "participant",
    "on",
    "standing",
    "except_for",
    "since",
    "until",
    "confidence",
    "contested",
    "compared_on",
)
_DEADLINE = ("id", "treaty", "participant", "article", "what", "due", "state", "confidence")
_COMING = ("id", "treaty", "participant", "kind", "on", "called_off")
Until = Annotated[str | None, Query(description="The last day to be told, ISO 8601")]
Named = Annotated[str | None, Query(description="Only of this one")]


class Narrowed(TypedDict):
    """Which deadlines and effects are meant: of one treaty, of one participant, to a last day."""

    treaty: str | None
    participant: str | None
    until: date | None


def narrowed(treaty: Named = None, participant: Named = None, until: Until = None) -> Narrowed:
    """All of them, unless the question says less."""
    return {"treaty": treaty, "participant": participant, "until": api.as_day(until)}


Among = Annotated[Narrowed, Depends(narrowed)]


@router.get("/treaties/{treaty}/counts")
def counts(treaty: str, days: AskedDays, record: Record) -> dict[str, Any]:
    """Every defensible count of a treaty on a day, each with its rule and who is in it."""
    known_on = days.as_known_on
    return count_object(api.count(treaty, on=days.on, as_known_on=known_on, ledger=record))


@router.get("/treaties/{treaty}/counts/explained")
def explained(
    treaty: str,
    days: AskedDays,
    record: Record,
    number: Annotated[int, Query(ge=0, le=1_000)],
    saying: CountSaying | None = None,
) -> dict[str, Any]:
    """Under which rules a number was right, and on which days."""
    found = explain_count(
        record, treaty, number, days.on, saying=saying, as_known_on=days.as_known_on
    )
    told = {"treaty": found.treaty, "asked": found.asked, "on": plain(found.on)}
    compared = found.report.compared_on
    reach = {"compared_on": plain(compared), "caution": beyond_the_horizon(compared, found.on)}
    return {**told, **reach, "saying": plain(found.saying), "ways": plain(found.ways)}


@router.get("/treaties/{treaty}/standings", response_class=Response, responses=FORMS)
def standings(treaty: str, days: AskedDays, record: Record, asked: Table) -> Response:
    """How every participant with an act towards the treaty stands on a day."""
    known = record.treaty(treaty).id
    who = sorted({act.participant for act in record.acts.get(known, ())})
    told = (status(record, one, known, days.on, days.as_known_on) for one in who)
    return _standings(told, f"{known}-standings", asked)


@router.get("/participants/{participant}/standings", response_class=Response, responses=FORMS)
def of_participant(participant: str, days: AskedDays, record: Record, asked: Table) -> Response:
    """How a participant stands to every treaty on a day."""
    who = record.participant(participant).id
    told = (status(record, who, t, days.on, days.as_known_on) for t in sorted(record.treaties))
    return _standings(told, f"{who}-standings", asked)


@router.get("/effect")
async def effect(
    record: Record,
    treaty: str,
    act: str,
    day: Annotated[str, Query(alias="date", description="The day of receipt, ISO 8601")],
    participant: Named = None,
    as_known_on: str | None = None,
) -> dict[str, Any]:
    """When an act received on a day takes effect, and why."""
    return effect_object(
        api.effect(
            treaty, act, day, participant=participant, as_known_on=as_known_on, ledger=record
        )
    )


@router.get("/deadlines", response_class=Response, responses=FORMS)
def all_deadlines(days: AskedDays, record: Record, asked: Table, among: Among) -> Response:
    """Duties with their last days, from the day asked about on."""
    found = deadlines(record, on=days.on, as_known_on=days.as_known_on, **among)
    return table(asked, "deadlines", _DEADLINE, [deadline_object(one) for one in found])


@router.get("/coming", response_class=Response, responses=FORMS)
def coming(days: AskedDays, record: Record, asked: Table, among: Among) -> Response:
    """Entries into force and exits still to come, and those that were called off."""
    found = coming_effects(record, on=days.on, as_known_on=days.as_known_on, **among)
    return table(asked, "coming", _COMING, [_coming(one) for one in found])


@router.get("/what-if")
def supposed(days: AskedDays, record: Record, hypotheses: Supposed) -> dict[str, Any]:
    """What suppositions would change: standings, counts, entries into force, deadlines."""
    if not hypotheses:
        raise HTTPException(422, "Suppose something: suppose=PARTICIPANT:TREATY:ACT:DATE.")
    given = [one.hypothesis for one in hypotheses]
    found: Any = plain(what_if(record, given, days.on, as_known_on=days.as_known_on))
    return dict(found)


def _standings(answers: Iterable[StatusAnswer], name: str, asked: Table) -> Response:
    told = [
        {
            **status_object(one),
            "contested": bool(one.spell.contested),
            "except_for": "; ".join(unit.name for unit in one.units if unit.differs),
        }
        for one in answers
    ]
    return table(asked, name, _STANDING, [{n: row[n] for n in _STANDING} for row in told])


def _coming(one: ComingEffect) -> dict[str, Any]:
    effect = one.effect
    return {
        "id": one.id,
        "treaty": effect.treaty,
        "participant": effect.participant,
        "kind": str(effect.kind),
        **when_object(effect.when, "on"),
        "called_off": one.called_off_by is not None,
    }
