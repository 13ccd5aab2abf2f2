"""The desk's work: a proposal with the record's answer beside it, and a decision written down."""

from collections.abc import Iterable
from datetime import date
from typing import Annotated, Any
from urllib.parse import urlsplit

from fastapi import HTTPException, Request
from pydantic import BaseModel, ConfigDict, Field
from sqlalchemy import Connection

from treatywatch import api
from treatywatch.checking.doubts.beyond_the_record import ACTS_TO_PROPOSE
from treatywatch.errors import TreatywatchError
from treatywatch.law.calendar import PartialDate, in_words
from treatywatch.law.terms import ActKind, Confidence
from treatywatch.ledger.ledger import Ledger
from treatywatch.publishing.plain_json import plain
from treatywatch.status.answers import EffectAnswer, StatusAnswer
from treatywatch.values import frozen
from treatywatch.web.imports import is_page
from treatywatch.workspace.accounts import Account
from treatywatch.workspace.database import writing
from treatywatch.workspace.proposals import (
    ActToAdd,
    Change,
    Decision,
    Outcome,
    Proposal,
    State,
    decide,
    proposal,
    proposals_of,
)
from treatywatch.workspace.readings import ask_reading
from treatywatch.workspace.reports import report_kept

_AROUND = 600  # characters of a report before and after the words in question
Words = Annotated[str, Field(max_length=2_000)]
Code = Annotated[str, Field(max_length=64)]


class DecisionIn(BaseModel):
    """A decision. An acceptance needs a source, its address and the day of receipt.

    What is left out of ``participant`` and ``act`` is as proposed; what is given corrects it.
    """

    model_config = ConfigDict(extra="forbid", str_strip_whitespace=True)
    outcome: Outcome
    note: Words = ""
    source: Words = ""
    source_url: Words = ""
    received_on: Annotated[
        str, Field(max_length=10, description="The day the depositary received it, ISO 8601")
    ] = ""
    done_on: Annotated[str, Field(max_length=10, description="The act's own day, EDTF")] = ""
    confidence: Confidence = Confidence.MEDIUM
    participant: Code = ""
    act: Code = ""


@frozen
class InContext:
    """The words of a proposal with what stands around them."""

    before: str
    quote: str
    after: str


def in_context(text: str, told: Proposal) -> InContext:
    """The claim in its place in the report."""
    start, end = told.told.start, told.told.end
    return InContext(
        text[max(0, start - _AROUND) : start], text[start:end], text[end : end + _AROUND]
    )


def known_to(ledger: Ledger, found: Iterable[Proposal]) -> list[Proposal]:
    """Those about treaties and States of this record: it may be another than they were made by."""
    return [
        one
        for one in found
        if one.told.treaty in ledger.treaties and one.told.participant in ledger.participants
    ]


def record_answer(told: Proposal, ledger: Ledger) -> StatusAnswer:
    """What the record says of the State and the treaty today."""
    return api.status(told.told.participant, told.told.treaty, ledger=ledger)


def would_follow(told: Proposal, ledger: Ledger) -> EffectAnswer | None:
    """When the act would take effect if it was received on the day that the report gives."""
    day = PartialDate.parse(told.told.day).exact() if told.told.day else None
    if day is None:
        return None
    try:
        proposed = told.told
        who = proposed.participant
        return api.effect(proposed.treaty, proposed.act, day, participant=who, ledger=ledger)
    except TreatywatchError:
        return None


def write_decision(
    request: Request, proposal_id: int, account: Account, told: DecisionIn
) -> Proposal:
    """Keep a decision, all of it in one transaction; the proposal as it stands after it.

    :class:`HTTPException` 422 for an acceptance without what it needs, 409 where another decision
    has come first.
    """
    state = request.app.state
    ledger = state.ledger.renewed()
    with writing(state.engine) as connection:
        known = proposal(connection, proposal_id)
        _decide(connection, known, account, told, ledger)
        after = proposal(connection, proposal_id)
    _tell(request)
    return after


def accept_page(request: Request, document: int, account: Account, told: DecisionIn) -> int:
    """Accept all that waits of a depositary's page, each as received on the day the page gives.

    All of it in one transaction: how many acts joined the record.
    """
    state = request.app.state
    ledger = state.ledger.renewed()
    with writing(state.engine) as connection:
        waiting = [p for p in proposals_of(connection, document) if p.state is State.WAITING]
        for known in waiting:
            dated = told.model_copy(update={"received_on": known.told.day or ""})
            _decide(connection, known, account, dated, ledger)
    _tell(request)
    return len(waiting)


def _tell(request: Request) -> None:
    """Let what was decided count at once."""
    request.app.state.ledger.renewed()
    request.app.state.reading_room.nudge()


def _decide(
    connection: Connection, known: Proposal, account: Account, told: DecisionIn, ledger: Ledger
) -> None:
    act = _act(known, told, ledger) if told.outcome is Outcome.ACCEPTED else None
    done = decide(
        connection,
        known.id,
        told.outcome,
        account_id=account.id,
        note=told.note,
        change=_change(known, told.outcome, act, ledger),
        act=act,
    )
    if done is None:
        stands = proposal(connection, known.id).state
        raise HTTPException(409, f"It is not its turn: the proposal is {stands} by now.")
    if told.outcome is not Outcome.REJECTED and not is_page(
        report_kept(connection, known.report_id)
    ):
        ask_reading(connection, known.report_id)


def proposal_object(told: Proposal, ledger: Ledger) -> dict[str, Any]:
    """A proposal as plain values, with the record's answer."""
    proposed = told.told
    return {
        "proposal": told.id,
        "state": str(told.state),
        "report": told.report_id,
        "quote": proposed.quote,
        "start": proposed.start,
        "end": proposed.end,
        "treaty": proposed.treaty,
        "participant": proposed.participant,
        "act": proposed.act,
        "day": proposed.day,
        "made_at": told.made_at.isoformat(),
        "standing": plain(record_answer(told, ledger).spell.standing),
        "page": f"/desk/{told.id}",
    }


def decision_object(step: Decision) -> dict[str, Any]:
    """One step of the desk as plain values."""
    return {
        "decision": step.id,
        "outcome": str(step.outcome),
        "account": step.account,
        "decided_at": step.decided_at.isoformat(),
        "note": step.note,
        "act": step.act_id,
    }


def _act(known: Proposal, told: DecisionIn, ledger: Ledger) -> ActToAdd:
    kind = api.act_kind(told.act or known.told.act)
    if kind not in ACTS_TO_PROPOSE:
        raise HTTPException(422, f"The desk cannot add an act of the kind {kind}.")
    return ActToAdd(
        treaty=known.told.treaty,
        participant=ledger.participant(told.participant or known.told.participant).id,
        act=kind.value,
        received_on=_received_on(told),
        done_on=_done_on(told),
        source=_source(told),
        source_url=_address(told.source_url),
        confidence=told.confidence.value,
        note=told.note,
    )


def _source(told: DecisionIn) -> str:
    if not told.source:
        raise HTTPException(422, "source: name where the act can be seen.")
    return told.source


def _address(url: str) -> str:
    try:
        parts = urlsplit(url)
    except ValueError:
        parts = urlsplit("")
    if parts.scheme not in {"http", "https"} or not parts.netloc:
        raise HTTPException(422, "source_url: give the address of the source, https://…")
    return url


def _received_on(told: DecisionIn) -> str:
    if not told.received_on:
        raise HTTPException(422, "received_on: give the day on which the depositary received it.")
    day = api.exact_day(told.received_on)
    if day > date.today():
        raise HTTPException(422, f"received_on: {in_words(day)} has not come yet.")
    return day.isoformat()


def _done_on(told: DecisionIn) -> str | None:
    if not told.done_on:
        return None
    done = PartialDate.parse(told.done_on)
    if done.first() > api.exact_day(told.received_on):
        raise HTTPException(422, "done_on: an act is done before it is received.")
    return str(done)


def _change(known: Proposal, outcome: Outcome, act: ActToAdd | None, ledger: Ledger) -> Change:
    """What the feeds will tell: about the act as accepted, or as it was proposed."""
    treaty = known.told.treaty
    who = act.participant if act else known.told.participant
    kind = ActKind(act.act if act else known.told.act).value.replace("-", " ")
    name, title = ledger.participants[who].common_name, ledger.treaties[treaty].short_title
    done = {Outcome.ACCEPTED: "accepted into the record", Outcome.TAKEN_BACK: "taken back"}
    words = f"{name}, {title}: {kind} {done.get(outcome, 'rejected')} by the desk"
    return Change(str(outcome), treaty, who, words, f"/treaties/{treaty}/participants/{who}")
