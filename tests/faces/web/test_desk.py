"""The desk: what goes beyond the record waits, is accepted with its source, is taken back."""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import select

from tests.faces.web.conftest import visited
from tests.faces.web.newsroom import read_to_the_end, signed_in, token
from tests.workspaces import DATABASES
from treatywatch import api
from treatywatch.status.horizon import compared_on
from treatywatch.workspace.accounts import Role
from treatywatch.workspace.database import reading
from treatywatch.workspace.tables import CHANGES

STATUS = "/api/v1/treaties/apmbc/participants/GRC/status"
TEXT = "Greece has notified the United Nations of its withdrawal from the Ottawa Convention."
SOURCE = {"source": "C.N.12", "source_url": "https://treaties.un.org/doc/CN12.pdf"}


def news_day() -> date:
    compared = compared_on(api.load(), "apmbc")
    assert compared is not None
    return compared + timedelta(10)


@pytest.fixture
def wire(client: TestClient) -> dict[str, str]:
    """A report that goes beyond the record has been read; the header of an editor's program."""
    return read_beyond_the_record(client)


@pytest.fixture(scope="module", params=DATABASES)
def desk(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[TestClient]:
    """The same, for tests that decide nothing: one desk does for all of them."""
    with visited(request.param, tmp_path_factory.mktemp("desk"), writes_per_minute=10_000) as made:
        made.headers.update(read_beyond_the_record(made))
        yield made


def read_beyond_the_record(client: TestClient) -> dict[str, str]:
    header = token(client)
    told = {"text": TEXT, "published": news_day().isoformat()}
    taken = client.post("/api/v1/reports", json=told, headers=header).json()["reports"]
    assert read_to_the_end(client, taken[0]["report"]) == "done"
    return header


def accepted(client: TestClient, wire: dict[str, str], **more: str):  # type: ignore[no-untyped-def]
    told = {"outcome": "accepted", "received_on": news_day().isoformat(), **SOURCE, **more}
    return client.post("/api/v1/proposals/1/decisions", json=told, headers=wire)


def standing(client: TestClient, **asked: str) -> str:
    told: str = client.get(STATUS, params=asked).json()["standing"]
    return told


def test_a_claim_beyond_the_record_waits(client: TestClient, wire: dict[str, str]) -> None:
    waiting = client.get("/api/v1/proposals", params={"state": "waiting"}).json()["proposals"]
    assert [(one["participant"], one["act"], one["standing"]) for one in waiting] == [
        ("GRC", "withdrawal-notice", "party")
    ]
    assert "Greece" in client.get("/desk").text
    page = client.get("/desk/1").text
    assert f'<mark class="undetermined">{TEXT[:40]}' in page
    assert "last held against its sources" in page
    report = client.get("/reports/1").text
    assert '<a href="/desk/1">waiting at the desk</a>' in report
    assert "Now: contradicted" not in report
    assert 'name="source_url"' not in page


def test_an_accepted_act_moves_the_standing_from_today_on(
    client: TestClient, wire: dict[str, str]
) -> None:
    assert standing(client) == "party"
    answer = accepted(client, wire)
    assert (answer.status_code, answer.json()["state"]) == (201, "accepted")
    assert standing(client) != "party"
    yesterday = (date.today() - timedelta(2)).isoformat()
    assert standing(client, as_known_on=yesterday) == "party"
    assert "C.N.12" in client.get("/treaties/apmbc/participants/GRC").text


def test_the_report_is_read_again_and_its_correction_told(
    client: TestClient, wire: dict[str, str]
) -> None:
    accepted(client, wire)
    read_to_the_end(client, 1)
    told = client.get("/api/v1/reports/1").json()["claims"][0]
    assert (told["verdict"], told["verdict_now"]) == ("not_checked", "borne_out")
    assert len(client.get("/api/v1/proposals").json()["proposals"]) == 1
    with reading(client.app.state.engine) as connection:  # type: ignore[attr-defined]
        kinds = connection.execute(select(CHANGES.c.kind).order_by(CHANGES.c.id)).scalars().all()
    assert kinds == ["accepted", "corrected-finding"]


def test_taking_back_restores_what_was(client: TestClient, wire: dict[str, str]) -> None:
    accepted(client, wire)
    told = {"outcome": "taken-back", "note": "a hoax"}
    answer = client.post("/api/v1/proposals/1/decisions", json=told, headers=wire)
    assert answer.json()["state"] == "waiting"
    assert standing(client) == "party"
    steps = client.get("/api/v1/proposals/1").json()["decisions"]
    assert [(one["outcome"], one["account"]) for one in steps] == [
        ("accepted", "wire"),
        ("taken-back", "wire"),
    ]


def test_an_editor_may_correct_who_and_what(client: TestClient, wire: dict[str, str]) -> None:
    accepted(client, wire, participant="Bulgaria", act="withdrawal-notice")
    assert standing(client) == "party"
    told = client.get("/api/v1/treaties/apmbc/participants/BGR/status").json()
    assert told["standing"] != "party"


def test_a_second_decision_comes_too_late(client: TestClient, wire: dict[str, str]) -> None:
    accepted(client, wire)
    answer = accepted(client, wire)
    assert (answer.status_code, answer.headers["content-type"]) == (409, "application/problem+json")


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        ({"source": ""}, "source"),
        ({"source_url": "javascript:alert(1)"}, "source_url"),
        ({"received_on": ""}, "received_on"),
        ({"received_on": "2999-01-01"}, "has not come"),
        ({"done_on": "2998"}, "before it is received"),
        ({"participant": "Atlantis"}, "no participant"),
        ({"act": "objection"}, "cannot add"),
        ({"confidence": "certain"}, "confidence"),
    ],
)
def test_an_acceptance_needs_what_the_record_needs(
    desk: TestClient, wrong: dict[str, str], why: str
) -> None:
    answer = accepted(desk, {}, **wrong)
    assert answer.status_code in {404, 422}
    assert why in answer.json()["detail"]
    assert desk.get("/api/v1/proposals/1").json()["decisions"] == []


def test_only_an_editor_decides(client: TestClient, wire: dict[str, str]) -> None:
    contributor = token(client, "bo", Role.CONTRIBUTOR)
    assert accepted(client, contributor).status_code == 403
    assert accepted(client, {}).status_code == 401


def test_the_form_does_the_same(client: TestClient, wire: dict[str, str]) -> None:
    csrf = signed_in(client)
    assert 'name="source_url"' in client.get("/desk/1").text
    form = {"csrf": csrf, "outcome": "rejected", "note": "no such notification"}
    assert client.post("/desk/1/decisions", data={**form, "csrf": ""}).status_code == 403
    page = client.post("/desk/1/decisions", data=form).text
    assert "rejected by anna: no such notification" in page
    day = news_day().isoformat()
    form = {"csrf": csrf, "outcome": "accepted", "received_on": day, **SOURCE}
    page = client.post("/desk/1/decisions", data=form).text
    assert "Take it back" in page
    assert standing(client) != "party"
