"""Answers are worked out once, and never kept beyond what they depend on."""

from dataclasses import replace

from fastapi.testclient import TestClient

FINLAND = "/api/v1/treaties/apmbc/participants/FIN/status?on=2025-12-31"


def test_a_kept_answer_is_the_same_answer(client: TestClient) -> None:
    first, again = client.get(FINLAND), client.get(FINLAND)
    assert (first.content, first.headers) == (again.content, again.headers)


def test_another_day_is_another_question(client: TestClient) -> None:
    client.get(FINLAND)
    assert client.get(FINLAND.replace("2025-12-31", "2026-01-10")).json()["standing"] == (
        "former-party"
    )


def test_what_was_kept_goes_when_the_record_changes(client: TestClient) -> None:
    state = client.app.state  # type: ignore[attr-defined]
    known = state.ledger()
    assert client.get(FINLAND).json()["standing"] == "party-under-notice"
    bare = replace(known, acts={**known.acts, "apmbc": ()})
    state.ledger = lambda: bare
    assert client.get(FINLAND).json()["standing"] == "third-state"


def test_errors_are_not_kept(client: TestClient) -> None:
    assert client.get("/treaties/none-such").status_code == 404
    assert client.get("/treaties/none-such").status_code == 404
