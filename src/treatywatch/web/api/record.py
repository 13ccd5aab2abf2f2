"""What the record holds: treaties, participants, acts."""

from typing import Any

from fastapi import APIRouter
from fastapi.responses import Response

from treatywatch.law.act import Act
from treatywatch.law.participant import Participant
from treatywatch.law.treaty import Treaty
from treatywatch.publishing.clause_words import clause_lines
from treatywatch.publishing.plain_json import Json, plain
from treatywatch.web.api.tables import FORMS, Table, table
from treatywatch.web.asking import AskedDays, Record

router = APIRouter(tags=["record"])
_TREATY = ("treaty", "short_title", "title", "depositary", "mtdsg", "unts", "holds")
_PARTICIPANT = (
    "participant",
    "kind",
    "name",
    "official_name",
    "alpha2",
    "alpha3",
    "cow",
    "gw",
    "m49",
    "exists_from",
    "exists_until",
)
_ACT = (
    "id",
    "treaty",
    "participant",
    "act",
    "done_on",
    "received_on",
    "learned_on",
    "effect_printed",
    "confidence",
    "source",
    "note",
)


@router.get("/treaties", response_class=Response, responses=FORMS)
def treaties(record: Record, asked: Table) -> Response:
    """Every treaty of the record."""
    rows = [_treaty(record.treaties[name]) for name in sorted(record.treaties)]
    return table(asked, "treaties", _TREATY, rows)


@router.get("/treaties/{treaty}")
async def one_treaty(treaty: str, record: Record) -> dict[str, Any]:
    """One treaty: names, milestones, final clauses in words, duties, contested points."""
    known = record.treaty(treaty)
    return {
        **_treaty(known),
        "names": plain(known.names),
        "milestones": plain(known.milestones),
        "final_clauses": plain(clause_lines(known.final_clauses)),
        "duties": [{"article": duty.article, "what": duty.what} for duty in known.duties],
        "contested": plain(known.disputes),
    }


@router.get("/treaties/{treaty}/acts", response_class=Response, responses=FORMS)
def acts(treaty: str, record: Record, days: AskedDays, asked: Table) -> Response:
    """The acts towards a treaty in the order of receipt, as known on the day."""
    known = record.as_known_on(days.as_known_on)
    found = sorted(known.acts.get(record.treaty(treaty).id, ()), key=_received)
    return table(asked, f"{treaty}-acts", _ACT, [_act(act) for act in found])


@router.get("/participants", response_class=Response, responses=FORMS)
def participants(record: Record, asked: Table) -> Response:
    """Every State and organisation of the record."""
    rows = [_participant(record.participants[code]) for code in sorted(record.participants)]
    return table(asked, "participants", _PARTICIPANT, rows)


@router.get("/participants/{participant}")
async def one_participant(participant: str, record: Record) -> dict[str, Any]:
    """One participant with its codes and predecessors."""
    known = record.participant(participant)
    return {**_participant(known), "predecessors": list(known.predecessors)}


def _received(act: Act) -> tuple[str, str]:
    return act.received_on.first().isoformat(), act.id


def _treaty(treaty: Treaty) -> dict[str, Json]:
    return {
        "treaty": treaty.id,
        "short_title": treaty.short_title,
        "title": treaty.title,
        "depositary": treaty.depositary,
        "mtdsg": treaty.reference.mtdsg,
        "unts": treaty.reference.unts,
        "holds": str(treaty.coverage.holds),
    }


def _participant(participant: Participant) -> dict[str, Json]:
    return {
        "participant": participant.id,
        "kind": str(participant.kind),
        "name": participant.common_name,
        "official_name": participant.official_name,
        "alpha2": participant.iso_alpha2,
        "alpha3": participant.iso_alpha3,
        "cow": participant.cow,
        "gw": participant.gw,
        "m49": participant.m49,
        "exists_from": plain(participant.exists_from),
        "exists_until": plain(participant.exists_until),
    }


def _act(act: Act) -> dict[str, Json]:
    return {
        "id": act.id,
        "treaty": act.treaty,
        "participant": act.participant,
        "act": str(act.kind),
        "done_on": str(act.done_on),
        "received_on": str(act.received_on),
        "learned_on": str(act.learned_on),
        "effect_printed": plain(act.effect_printed),
        "confidence": str(act.confidence),
        "source": act.source,
        "note": act.note,
    }
