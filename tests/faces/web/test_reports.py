"""Reports handed in over forms and over REST, read behind the page, shown with their claims."""

from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient

from tests.faces.web.newsroom import read_to_the_end, signed_in, token
from treatywatch import api
from treatywatch.publishing.findings_json import report_object
from treatywatch.reports.open import report_from_text

TEXT = "Finland has left the Ottawa Convention.\n\nThe treaty has 200 parties.\n"
DATED = {"text": TEXT, "published": "2025-04-04"}


def handed_in(client: TestClient, told: dict[str, str] | None = None) -> int:
    """Hand in by form and wait; the report's number."""
    form = {"csrf": signed_in(client), **(told or DATED)}
    answer = client.post("/reports", data=form, follow_redirects=False)
    assert answer.status_code == 303
    number = int(answer.headers["location"].rpartition("/")[2])
    assert read_to_the_end(client, number) == "done"
    return number


def test_a_pasted_report_is_shown_with_its_claims_in_place(client: TestClient) -> None:
    page = client.get(f"/reports/{handed_in(client)}").text
    assert '<mark class="premature">Finland has left the Ottawa Convention' in page
    assert "no notice of withdrawal received" in page
    assert "/treaties/apmbc/participants/FIN?on=2025-04-04&amp;as_known_on=2025-04-04" in page
    assert "/proof/status?treaty=apmbc&amp;participant=FIN" in page


def test_the_findings_are_those_of_the_command_line(client: TestClient) -> None:
    number = handed_in(client)
    report = api.open_report(
        report_from_text(TEXT, "Finland has left the Ottawa Convention."), published="2025-04-04"
    )
    told = report_object(report, api.check(report))
    assert client.get(f"/api/v1/reports/{number}").json() == told


def test_a_program_hands_in_with_its_token(client: TestClient) -> None:
    answer = client.post("/api/v1/reports", json=DATED, headers=token(client))
    assert answer.status_code == 202
    number = answer.json()["reports"][0]["report"]
    assert answer.headers["location"] == f"/api/v1/reports/{number}"
    assert read_to_the_end(client, number) == "done"
    line = client.get("/api/v1/reports").json()["reports"][0]
    assert (line["published"], line["verdicts"]["premature"]) == ("2025-04-04", 1)


def test_the_same_text_twice_is_one_report(client: TestClient) -> None:
    wire = token(client)
    first, again = (client.post("/api/v1/reports", json=DATED, headers=wire) for _ in range(2))
    assert first.json()["reports"][0]["is_new"]
    assert not again.json()["reports"][0]["is_new"]
    assert len(client.get("/api/v1/reports").json()["reports"]) == 1


def test_a_date_that_is_told_later_is_read_with(client: TestClient) -> None:
    wire = token(client)
    client.post("/api/v1/reports", json={"text": TEXT}, headers=wire)
    read_to_the_end(client, 1)
    client.post("/api/v1/reports", json=DATED, headers=wire)
    read_to_the_end(client, 1)
    assert client.get("/api/v1/reports/1").json()["published"] == "2025-04-04"


@pytest.mark.parametrize("upload", ["news.txt", "news.html"])
def test_a_file_is_read_by_what_it_is(client: TestClient, upload: str) -> None:
    body = TEXT if upload.endswith("txt") else f"<html><body><p>{TEXT}</p></body></html>"
    files = {"file": (upload, body.encode())}
    form = {"published": "2025-04-04"}
    answer = client.post("/api/v1/reports", data=form, files=files, headers=token(client))
    assert answer.status_code == 202, answer.text
    read_to_the_end(client, 1)
    assert client.get("/api/v1/reports/1").json()["claims"][0]["verdict"] == "premature"


def test_nobody_writes_without_an_account(client: TestClient) -> None:
    assert client.post("/reports", data=DATED).status_code == 401
    assert client.post("/api/v1/reports", json=DATED).status_code == 401
    signed_in(client)
    assert client.post("/reports", data=DATED).status_code == 403


def test_what_a_report_says_is_never_part_of_the_page(client: TestClient) -> None:
    hostile = "<script>alert(1)</script> Finland has left the Ottawa Convention <img src=x>."
    number = handed_in(client, {"text": hostile, "published": "2025-04-04"})
    page = client.get(f"/reports/{number}").text
    assert "<script>alert" not in page
    assert "<img" not in page
    assert "&lt;script&gt;" in page


@pytest.mark.parametrize(
    ("told", "why"),
    [
        ({}, "one of the three"),
        ({"text": "a", "url": "https://news.example/"}, "one of the three"),
        ({"url": "http://127.0.0.1:1/"}, "127.0.0.1"),
        ({"url": "file:///etc/passwd"}, "only http and https"),
        ({"text": "a", "published": "2025-02-30"}, "no day 30"),
        ({"text": "a", "language": "tlh"}, "no language"),
        ({"text": "a\0b"}, "NUL"),
        ({"text": "a", "colour": "red"}, "colour"),
    ],
)
def test_what_cannot_be_taken_in_says_why(
    reader: TestClient, editor: dict[str, str], told: dict[str, str], why: str
) -> None:
    answer = reader.post("/api/v1/reports", json=told, headers=editor)
    assert answer.status_code in {400, 404, 422}
    assert why in answer.json()["detail"]
    assert reader.get("/api/v1/reports").json()["reports"] == []


@pytest.mark.parametrize(
    "body", [b"", b"\x00\x01\x02" * 50, b"%PDF-1.7\nnothing", b"\x1f\x8bnothing", b"WARC/1.0\r\n"]
)
def test_an_absurd_document_ends_in_a_page_that_says_so(
    reader: TestClient, editor: dict[str, str], body: bytes
) -> None:
    answer = reader.post("/reports", files={"file": ("report", body)}, headers=editor)
    assert answer.status_code == 400
    assert "report" in answer.text


def test_too_long_a_body_is_refused_before_it_is_all_there(
    reader: TestClient, editor: dict[str, str]
) -> None:
    piece, sent = b"a" * 1_000_000, 0

    def pieces() -> Iterator[bytes]:
        nonlocal sent
        for _ in range(100):
            sent += len(piece)
            yield piece

    headers = {**editor, "Content-Type": "application/json"}
    answer = reader.post("/api/v1/reports", content=pieces(), headers=headers)
    assert answer.status_code == 413
    assert "16.1 MB" in answer.json()["detail"]
    assert reader.get("/api/v1/reports").json()["reports"] == []


def test_a_report_that_is_not_there_is_a_problem(reader: TestClient) -> None:
    assert reader.get("/reports/7").status_code == 404
    assert reader.get("/api/v1/reports/7").status_code == 404
    assert reader.get("/api/v1/reports/99999999999").status_code == 422


def test_findings_can_be_taken_away_in_every_form(client: TestClient) -> None:
    number = handed_in(client)
    forms = {
        "brief.html": "text/html",
        "report.md": "text/markdown",
        "findings.json": "application/json",
        "claim-review.json": "application/ld+json",
        "annotations.json": "application/ld+json",
    }
    for name, kind in forms.items():
        answer = client.get(f"/reports/{number}/{name}")
        assert answer.headers["content-type"].startswith(kind)
        assert answer.headers["content-disposition"].startswith("attachment")
        assert "Finland has left" in answer.text
    told = client.get(f"/reports/{number}/findings.json").json()
    assert told == client.get(f"/api/v1/reports/{number}").json()
    review = client.get(f"/reports/{number}/claim-review.json").json()["@graph"][0]
    assert review["url"] == f"http://testserver/reports/{number}#r1c1"


def test_reports_are_held_against_each_other(client: TestClient) -> None:
    wire = token(client)
    other = {"text": "Finland remains a party to the Ottawa Convention.", "published": "2025-04-04"}
    for told in (DATED, other):
        client.post("/api/v1/reports", json=told, headers=wire)
    assert {read_to_the_end(client, number) for number in (1, 2)} == {"done"}
    told = client.get("/api/v1/reports/compare?report=1&report=2").json()
    page = client.get("/reports/compare?report=1&report=2")
    assert page.status_code == 200
    assert [one["report"] for one in told["reports"]] == ["report 1", "report 2"]
    for one in told["disagreements"]:
        assert one["sides"][0]["version"] in page.text


def test_one_report_cannot_be_compared(client: TestClient) -> None:
    handed_in(client)
    assert client.get("/reports/compare?report=1").status_code == 422
    assert client.get("/reports/compare?report=1&report=9").status_code == 404
