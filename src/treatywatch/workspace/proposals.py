"""Proposals: acts that reports tell of and the record lacks, and what editors decided on them.

Nothing is overwritten: a decision is a row, an accepted act is a row, and taking one back is a row
that says so. The last decision holds.
"""

from collections.abc import Iterable
from dataclasses import fields
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection, Select, func, insert, or_, select

from treatywatch.errors import UnknownName
from treatywatch.values import frozen
from treatywatch.workspace.moments import now
from treatywatch.workspace.tables import (
    ACCOUNTS,
    ACTS,
    CHANGES,
    DECISIONS,
    PROPOSALS,
    READINGS,
    REPORTS,
)


class Outcome(StrEnum):
    """What an editor decides. What was taken back waits again."""

    ACCEPTED = "accepted"
    REJECTED = "rejected"
    TAKEN_BACK = "taken-back"


class State(StrEnum):
    """Where a proposal stands after the last decision on it."""

    WAITING = "waiting"
    ACCEPTED = "accepted"
    REJECTED = "rejected"


_AFTER = {
    None: State.WAITING,
    Outcome.ACCEPTED: State.ACCEPTED,
    Outcome.REJECTED: State.REJECTED,
    Outcome.TAKEN_BACK: State.WAITING,
}
# What may follow: an act that was accepted has to be taken back before it is decided on anew.
_MAY_FOLLOW = {
    State.WAITING: frozenset({Outcome.ACCEPTED, Outcome.REJECTED}),
    State.REJECTED: frozenset({Outcome.ACCEPTED}),
    State.ACCEPTED: frozenset({Outcome.TAKEN_BACK}),
}


@frozen
class Proposed:
    """An act to propose, with the words of the report that tell of it."""

    start: int
    end: int
    quote: str
    treaty: str
    participant: str
    act: str
    day: str | None


@frozen
class Proposal:
    """A proposal as it stands."""

    id: int
    report_id: int
    report_name: str
    told: Proposed
    made_at: datetime
    state: State


@frozen
class Decision:
    """One step of the desk, by whom and when; ``act_id`` is the row of the act it wrote."""

    id: int
    outcome: Outcome
    account: str
    decided_at: datetime
    note: str
    act_id: int | None


@frozen
class ActToAdd:
    """An act as an editor accepts it; days as EDTF, ``received_on`` a full day."""

    treaty: str
    participant: str
    act: str
    received_on: str
    done_on: str | None
    source: str
    source_url: str
    confidence: str
    note: str


_OF_AN_ACT = tuple(one.name for one in fields(ActToAdd))


@frozen
class Change:
    """What the feeds tell of a decision."""

    kind: str
    treaty: str
    participant: str
    words: str
    path: str


def propose(
    connection: Connection, reading_id: int, report_id: int, proposed: Iterable[Proposed]
) -> int:
    """Let acts wait for an editor, each once for each place of a report; how many are new."""
    same_report = select(PROPOSALS).join(READINGS, READINGS.c.id == PROPOSALS.c.reading_id)
    held = connection.execute(same_report.where(READINGS.c.report_id == report_id)).all()
    known = {(p.start, p.end, p.treaty, p.participant, p.act) for p in held}
    new = 0
    for one in proposed:
        key = (one.start, one.end, one.treaty, one.participant, one.act)
        if key in known:
            continue
        known.add(key)
        row = dict(zip(("start", "end", "treaty", "participant", "act"), key, strict=True))
        row |= {"quote": one.quote, "day": one.day, "reading_id": reading_id, "made_at": now()}
        connection.execute(insert(PROPOSALS).values(row))
        new += 1
    return new


def proposals(
    connection: Connection, state: State | None, most: int, before: int | None = None
) -> tuple[Proposal, ...]:
    """Proposals in that state (in any, if None), the newest first."""
    newest_first = _proposals().order_by(PROPOSALS.c.id.desc()).limit(most)
    query, last = _with_last(newest_first)
    if state is not None:
        outcomes = [outcome for outcome, after in _AFTER.items() if after is state]
        named = last.c.outcome.in_([str(outcome) for outcome in outcomes if outcome is not None])
        query = query.where(or_(named, last.c.outcome.is_(None)) if None in outcomes else named)
    if before is not None:
        query = query.where(PROPOSALS.c.id < before)
    return tuple(_proposal(row) for row in connection.execute(query))


def proposals_of(connection: Connection, report_id: int) -> tuple[Proposal, ...]:
    """Those that come from one report, in the order of its text."""
    query, _ = _with_last(_proposals().where(REPORTS.c.id == report_id))
    in_order = query.order_by(PROPOSALS.c.start, PROPOSALS.c.id)
    return tuple(_proposal(row) for row in connection.execute(in_order))


def proposal(connection: Connection, proposal_id: int) -> Proposal:
    """The proposal of that number; :class:`UnknownName` where there is none."""
    query, _ = _with_last(_proposals().where(PROPOSALS.c.id == proposal_id))
    row = connection.execute(query).one_or_none()
    if row is None:
        raise UnknownName("proposal", str(proposal_id))
    return _proposal(row)


def decisions(connection: Connection, proposal_id: int) -> tuple[Decision, ...]:
    """Every step on a proposal, the first one first."""
    query = (
        select(DECISIONS, ACCOUNTS.c.name, ACTS.c.id.label("act_id"))
        .join(ACCOUNTS, ACCOUNTS.c.id == DECISIONS.c.account_id)
        .outerjoin(ACTS, ACTS.c.decision_id == DECISIONS.c.id)
        .where(DECISIONS.c.proposal_id == proposal_id)
        .order_by(DECISIONS.c.id)
    )
    return tuple(
        Decision(row.id, Outcome(row.outcome), row.name, row.decided_at, row.note, row.act_id)
        for row in connection.execute(query)
    )


def decide(
    connection: Connection,
    proposal_id: int,
    outcome: Outcome,
    *,
    account_id: int,
    note: str,
    change: Change,
    act: ActToAdd | None = None,
) -> int | None:
    """Keep a decision with the act and the change it brings; its id, None if it is not its turn.

    ``act`` goes with an acceptance; taking back concerns the act that was accepted last. Two
    editors who decide at once come one after the other.
    """
    locked = select(PROPOSALS.c.id).where(PROPOSALS.c.id == proposal_id).with_for_update()
    connection.execute(locked)
    known = proposal(connection, proposal_id)
    if outcome not in _MAY_FOLLOW[known.state]:
        return None
    moment = now()
    row = {"proposal_id": proposal_id, "account_id": account_id, "decided_at": moment}
    made = connection.execute(
        insert(DECISIONS).values(**row, outcome=outcome, note=note).returning(DECISIONS.c.id)
    )
    decision_id = int(made.scalar_one())
    if outcome is Outcome.ACCEPTED:
        assert act is not None
        _add(connection, decision_id, act, moment.date())
    elif outcome is Outcome.TAKEN_BACK:
        _take_back(connection, proposal_id, decision_id, note, moment.date())
    if outcome is not Outcome.REJECTED:
        tell_change(connection, change)
    return decision_id


def tell_change(connection: Connection, change: Change) -> None:
    """Keep a change for the feeds."""
    told = {"kind": change.kind, "words": change.words, "path": change.path, "at": now()}
    about = {"treaty": change.treaty, "participant": change.participant}
    connection.execute(insert(CHANGES).values(**told, **about))


def _add(connection: Connection, decision_id: int, act: ActToAdd, today: date) -> None:
    row = {name: getattr(act, name) for name in _OF_AN_ACT}
    connection.execute(
        insert(ACTS).values(**row, decision_id=decision_id, learned_on=today, stands=True)
    )


def _take_back(
    connection: Connection, proposal_id: int, decision_id: int, note: str, today: date
) -> None:
    accepted = (
        select(ACTS)
        .join(DECISIONS, DECISIONS.c.id == ACTS.c.decision_id)
        .where(DECISIONS.c.proposal_id == proposal_id, ACTS.c.stands)
        .order_by(ACTS.c.id.desc())
        .limit(1)
    )
    known = connection.execute(accepted).one()
    row = {name: getattr(known, name) for name in _OF_AN_ACT if name != "note"}
    connection.execute(
        insert(ACTS).values(
            **row,
            note=note,
            decision_id=decision_id,
            learned_on=today,
            stands=False,
            takes_back=known.id,
        )
    )


def _proposals() -> Select[Any]:
    return (
        select(PROPOSALS, REPORTS.c.id.label("report_id"), REPORTS.c.name, REPORTS.c.title)
        .join(READINGS, READINGS.c.id == PROPOSALS.c.reading_id)
        .join(REPORTS, REPORTS.c.id == READINGS.c.report_id)
    )


def _with_last(query: Select[Any]) -> tuple[Select[Any], Any]:
    """The query with the outcome of the last decision on each proposal, None without one."""
    newest = (
        select(func.max(DECISIONS.c.id).label("id")).group_by(DECISIONS.c.proposal_id).subquery()
    )
    last = (
        select(DECISIONS.c.proposal_id, DECISIONS.c.outcome)
        .join(newest, newest.c.id == DECISIONS.c.id)
        .subquery()
    )
    joined = query.outerjoin(last, last.c.proposal_id == PROPOSALS.c.id)
    return joined.add_columns(last.c.outcome), last


def _proposal(row: Any) -> Proposal:
    told = Proposed(row.start, row.end, row.quote, row.treaty, row.participant, row.act, row.day)
    last = None if row.outcome is None else Outcome(row.outcome)
    return Proposal(row.id, row.report_id, row.title or row.name, told, row.made_at, _AFTER[last])
