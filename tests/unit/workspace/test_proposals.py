"""The desk, on both databases: every step kept, an accepted act in force from its day on."""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from sqlalchemy import Connection, Engine, func, select

from tests.unit.workspace.newsroom import a_report, newsroom
from treatywatch import api
from treatywatch.law.terms import Standing
from treatywatch.workspace import proposals as desk
from treatywatch.workspace.database import reading, writing
from treatywatch.workspace.ledger_overlay import LedgerOverlay
from treatywatch.workspace.proposals import ActToAdd, Change, Outcome, Proposed, State
from treatywatch.workspace.tables import ACTS, CHANGES, DECISIONS, PROPOSALS

TODAY = date.today()
NOTICE = Proposed(0, 15, "Greece has left", "apmbc", "GRC", "withdrawal-notice", None)
RECEIVED = (TODAY - timedelta(5)).isoformat()
ACT = ActToAdd(
    "apmbc", "GRC", "withdrawal-notice", RECEIVED, None, "C.N.1", "https://un.example/", "high", ""
)
CHANGE = Change("accepted", "apmbc", "GRC", "Greece", "/treaties/apmbc/participants/GRC")


@pytest.fixture
def waiting(engine: Engine) -> Engine:
    newsroom(engine)
    with writing(engine) as connection:
        number = a_report(connection)
        assert desk.propose(connection, 1, number, [NOTICE]) == 1
    return engine


@pytest.fixture
def connection(waiting: Engine) -> Iterator[Connection]:
    with writing(waiting) as open_connection:
        yield open_connection


def decide(connection: Connection, outcome: Outcome, note: str = "") -> int | None:
    act = ACT if outcome is Outcome.ACCEPTED else None
    return desk.decide(connection, 1, outcome, account_id=1, note=note, change=CHANGE, act=act)


def rows(connection: Connection, table: object) -> int:
    count = connection.execute(select(func.count()).select_from(table)).scalar()  # type: ignore[arg-type]
    assert count is not None
    return count


def test_a_claim_is_proposed_once_however_often_its_report_is_read(connection: Connection) -> None:
    assert desk.propose(connection, 1, 1, [NOTICE, NOTICE]) == 0
    assert rows(connection, PROPOSALS) == 1


def test_what_waits_is_listed_until_it_is_decided(connection: Connection) -> None:
    assert [one.told for one in desk.proposals(connection, State.WAITING, 9)] == [NOTICE]
    decide(connection, Outcome.REJECTED)
    assert desk.proposals(connection, State.WAITING, 9) == ()
    assert [one.id for one in desk.proposals(connection, State.REJECTED, 9)] == [1]
    assert [one.id for one in desk.proposals(connection, None, 9)] == [1]


def test_every_step_is_kept(connection: Connection) -> None:
    steps = (Outcome.REJECTED, Outcome.ACCEPTED, Outcome.TAKEN_BACK, Outcome.ACCEPTED)
    for step in steps:
        assert decide(connection, step, f"because {step}") is not None
    kept = desk.decisions(connection, 1)
    assert [(one.outcome, one.account, one.note) for one in kept] == [
        (step, "anna", f"because {step}") for step in steps
    ]
    assert [one.act_id for one in kept] == [None, 1, 2, 3]
    assert (rows(connection, ACTS), rows(connection, CHANGES)) == (3, 3)


@pytest.mark.parametrize(
    ("first", "then"),
    [
        (Outcome.ACCEPTED, Outcome.ACCEPTED),
        (Outcome.ACCEPTED, Outcome.REJECTED),
        (Outcome.REJECTED, Outcome.REJECTED),
        (Outcome.REJECTED, Outcome.TAKEN_BACK),
    ],
)
def test_a_decision_out_of_turn_is_none(
    connection: Connection, first: Outcome, then: Outcome
) -> None:
    decide(connection, first)
    assert decide(connection, then) is None
    assert rows(connection, DECISIONS) == 1


def test_an_accepted_act_is_known_from_its_day_on_and_not_before(waiting: Engine) -> None:
    ledger = LedgerOverlay(waiting, api.load)
    assert ledger() is api.load()
    with writing(waiting) as connection:
        decide(connection, Outcome.ACCEPTED)
    known = ledger.renewed()
    assert known is ledger()
    now = api.status("Greece", "apmbc", ledger=known)
    assert now.spell.standing is Standing.PARTY_UNDER_NOTICE
    yesterday = api.status("Greece", "apmbc", as_known_on=TODAY - timedelta(2), ledger=known)
    assert yesterday.spell.standing is Standing.PARTY
    assert known.sources["desk-1"].url == "https://un.example/"


def test_what_was_taken_back_is_gone_and_was_still_known(waiting: Engine) -> None:
    with writing(waiting) as connection:
        decide(connection, Outcome.ACCEPTED)
        connection.execute(ACTS.update().values(learned_on=TODAY - timedelta(3)))
        decide(connection, Outcome.TAKEN_BACK)
    known = LedgerOverlay(waiting, api.load)()
    asked = {day: api.status("GRC", "apmbc", as_known_on=day, ledger=known) for day in days()}
    standings = [answer.spell.standing.value for answer in asked.values()]
    assert standings == ["party", "party-under-notice", "party-under-notice", "party"]
    assert api.status("GRC", "apmbc", ledger=known).spell.standing is Standing.PARTY
    then = known.as_known_on(TODAY - timedelta(2))
    assert [a.id for a in then.acts["apmbc"]] == [
        a.id for a in known.acts_known_on("apmbc", TODAY - timedelta(2))
    ]


def days() -> list[date]:
    return [TODAY - timedelta(back) for back in (4, 3, 1, 0)]


def test_the_record_itself_and_its_day_of_comparison_stay(waiting: Engine) -> None:
    before = api.status("GRC", "apmbc").compared_on
    with writing(waiting) as connection:
        decide(connection, Outcome.ACCEPTED)
    known = LedgerOverlay(waiting, api.load)()
    assert api.status("GRC", "apmbc", ledger=known).compared_on == before
    assert api.status("GRC", "apmbc").spell.standing is Standing.PARTY


def test_an_act_that_the_record_has_is_the_records(waiting: Engine) -> None:
    theirs = next(act for act in api.load().acts["apmbc"] if act.participant == "FIN")
    row = ActToAdd(
        "apmbc", "FIN", theirs.kind.value, str(theirs.received_on), None, "s", "u", "low", ""
    )
    with writing(waiting) as connection:
        desk.decide(connection, 1, Outcome.ACCEPTED, account_id=1, note="", change=CHANGE, act=row)
    known = LedgerOverlay(waiting, api.load)()
    assert known.acts["apmbc"] == api.load().acts["apmbc"]


def test_the_database_is_asked_once_a_second(waiting: Engine) -> None:
    moment = 0.0
    ledger = LedgerOverlay(waiting, api.load, clock=lambda: moment)
    assert ledger() is api.load()
    with writing(waiting) as connection:
        decide(connection, Outcome.ACCEPTED)
    assert ledger() is api.load()
    moment = 1.5
    assert ledger() is not api.load()
    with reading(waiting) as connection:
        assert rows(connection, ACTS) == 1
