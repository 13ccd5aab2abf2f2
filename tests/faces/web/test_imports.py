"""A depositary's page handed in: its new acts wait line by line, and are accepted at once."""

from datetime import date

import pytest
from fastapi.testclient import TestClient
from httpx2 import Response

from tests.faces.web.newsroom import signed_in, token
from tests.unit.ledger.imports.status_pages import Page, row
from treatywatch.workspace.accounts import Role

MOROCCO, USA = "/api/v1/treaties/apmbc/participants/MAR/status", "United States of America"
PAGE = Page(
    [row("Morocco", "", "12 Feb 2026 a"), row(USA, "13 Feb 2026", "")],
    title="5. Convention on the Prohibition of the Use of Anti-Personnel Mines",
)
RETRIEVED = "2026-03-01"


def handed_in(
    client: TestClient, header: dict[str, str], html: str | None = None, day: str = RETRIEVED
) -> Response:
    file = {"file": ("page.html", (html or PAGE.html()).encode(), "text/html")}
    told = {"retrieved": day, "url": "https://treaties.un.org/XXVI-5"}
    return client.post("/api/v1/imports", data=told, files=file, headers=header)


def test_what_is_new_on_a_page_waits_and_nothing_has_joined_the_record(client: TestClient) -> None:
    told = handed_in(client, token(client))
    assert told.status_code == 201
    assert (told.json()["treaty"], told.json()["proposed"]) == ("apmbc", 2)
    waiting = client.get("/api/v1/proposals", params={"state": "waiting"}).json()["proposals"]
    assert {(one["participant"], one["act"], one["day"]) for one in waiting} == {
        ("MAR", "accession", "2026-02-12"),
        ("USA", "signature", "2026-02-13"),
    }
    assert all(one["quote"].startswith("new: ") for one in waiting)
    assert client.get(MOROCCO).json()["standing"] == "third-state"
    assert "Morocco, 12 February 2026" in client.get(told.json()["page"]).text


def test_acts_that_the_page_no_longer_has_are_told_and_left_alone(client: TestClient) -> None:
    header = token(client)
    told = handed_in(client, header).json()
    gone = [one for one in told["differences"] if one["kind"] == "vanished"]
    assert gone
    assert "no longer there: accession by Finland" in client.get(told["page"]).text
    status = client.get("/api/v1/treaties/apmbc/participants/NOR/status").json()
    assert status["standing"] == "party"


def test_what_is_new_comes_before_what_is_left_to_the_editor(client: TestClient) -> None:
    page = client.get(handed_in(client, token(client)).json()["page"]).text
    assert "not in the record (2)" in page
    assert page.index("accession by Morocco") < page.index("no longer there: ")


def test_the_same_page_again_is_the_same_document_and_nothing_waits_twice(
    client: TestClient,
) -> None:
    header = token(client)
    first, second = handed_in(client, header).json(), handed_in(client, header).json()
    assert second["document"] == first["document"]
    assert second["proposed"] == 0
    assert len(client.get("/api/v1/proposals").json()["proposals"]) == 2


def test_an_editor_accepts_a_whole_page_and_each_act_has_its_own_day(client: TestClient) -> None:
    form = signed_in(client)
    file = {"file": ("page.html", PAGE.html().encode(), "text/html")}
    told = {"retrieved": RETRIEVED, "url": "https://treaties.un.org/XXVI-5", "csrf": form}
    shown = client.post("/desk/pages", data=told, files=file)
    assert "Accept all that waits (2)" in shown.text
    given = {"csrf": form, "source": "XXVI-5", "source_url": "https://treaties.un.org/XXVI-5"}
    after = client.post(f"{shown.url.path}/decisions", data={**given, "confidence": "high"})
    assert after.status_code == 200
    assert "Accept all" not in after.text
    status = client.get(MOROCCO, params={"on": "2026-08-01"}).json()
    assert status["standing"] == "party"
    assert status["since"] == "2026-08-01"
    before = client.get(MOROCCO, params={"on": "2026-08-01", "as_known_on": "2026-02-20"}).json()
    assert before["standing"] == "third-state"
    # The document is no report: nothing of it is read, listed or proposed again.
    assert len(client.get("/api/v1/proposals").json()["proposals"]) == 2
    assert client.get("/api/v1/reports").json()["reports"] == []


def test_a_page_that_agrees_with_what_was_accepted_says_so_of_those_acts(
    client: TestClient,
) -> None:
    header = token(client)
    handed_in(client, header)
    decided = {"outcome": "accepted", "received_on": "2026-02-12", "source": "XXVI-5"}
    decided["source_url"] = "https://treaties.un.org/XXVI-5"
    proposals = client.get("/api/v1/proposals").json()["proposals"]
    [morocco] = [one["proposal"] for one in proposals if one["participant"] == "MAR"]
    client.post(f"/api/v1/proposals/{morocco}/decisions", json=decided, headers=header)
    again = handed_in(client, header).json()
    assert again["proposed"] == 1
    assert not [one for one in again["differences"] if "MAR" in one["words"]]


@pytest.mark.parametrize(
    ("html", "day", "words"),
    [
        ("<html>no status page</html>", RETRIEVED, "page.html"),
        (Page(PAGE.rows, title="99. Convention on Widgets").html(), RETRIEVED, "XXVI-99"),
        (None, f"{date.today().year + 1}-01-01", "a day to come"),
        (None, "soon", "is not a date"),
        (None, " ", "on which the page was saved"),
    ],
)
def test_what_cannot_be_compared_is_refused_in_words_and_nothing_is_kept(
    reader: TestClient, editor: dict[str, str], html: str | None, day: str, words: str
) -> None:
    answer = handed_in(reader, editor, html, day)
    assert answer.status_code in {400, 422}
    assert words in answer.text
    assert reader.get("/api/v1/proposals").json()["proposals"] == []


def test_only_an_editor_holds_pages_against_the_record(client: TestClient) -> None:
    assert handed_in(client, {}).status_code == 401
    assert handed_in(client, token(client, "reader", Role.CONTRIBUTOR)).status_code == 403
    assert 'name="retrieved"' not in client.get("/desk/pages").text
