"""Standings over REST: the answer of the command line, and one kind of error."""

import pytest
from fastapi.testclient import TestClient

from treatywatch import api
from treatywatch.publishing.answers_json import status_object, timeline_object

FINLAND = "/api/v1/treaties/apmbc/participants/FIN"


def test_the_standing_is_the_one_that_python_gives(reader: TestClient) -> None:
    told = reader.get(f"{FINLAND}/status", params={"on": "2025-12-31"}).json()
    assert told == status_object(api.status("FIN", "apmbc", on="2025-12-31"))
    assert (told["standing"], told["until"]) == ("party-under-notice", "2026-01-10")


def test_what_was_known_then_is_answered_then(reader: TestClient) -> None:
    days = {"on": "2025-07-15", "as_known_on": "2025-06-01"}
    assert reader.get(f"{FINLAND}/status", params=days).json()["standing"] == "party"


def test_a_history_is_the_one_that_python_gives(reader: TestClient) -> None:
    told = reader.get(f"{FINLAND}/timeline").json()
    assert told == timeline_object(api.timeline("FIN", "apmbc"))


def test_an_unknown_treaty_is_a_problem_with_the_nearest_names(reader: TestClient) -> None:
    answer = reader.get("/api/v1/treaties/apmcb/participants/FIN/status")
    assert answer.status_code == 404
    assert answer.headers["content-type"] == "application/problem+json"
    assert "apmbc" in answer.json()["suggestions"]


def test_a_day_that_does_not_exist_is_a_problem(reader: TestClient) -> None:
    answer = reader.get(f"{FINLAND}/status", params={"on": "2025-02-30"})
    assert (answer.status_code, answer.json()["title"]) == (422, "Unprocessable Entity")
    assert "no day 30" in answer.json()["detail"]


def test_an_unchanged_answer_is_not_sent_twice(reader: TestClient) -> None:
    first = reader.get(f"{FINLAND}/status", params={"on": "2025-12-31"})
    tag = {"If-None-Match": first.headers["etag"]}
    again = reader.get(f"{FINLAND}/status", params={"on": "2025-12-31"}, headers=tag)
    assert (again.status_code, again.content) == (304, b"")
    other = reader.get(f"{FINLAND}/status", params={"on": "2026-01-10"}, headers=tag)
    assert other.status_code == 200


def test_an_address_that_is_none_is_a_page_that_escapes_what_was_asked(reader: TestClient) -> None:
    answer = reader.get("/<script>alert(1)</script>")
    assert answer.status_code == 404
    assert "<script>alert" not in answer.text
    assert "script-src 'self'" in answer.headers["content-security-policy"]


def test_what_comes_next_is_on_one_page_with_its_reasons(reader: TestClient) -> None:
    page = reader.get("/coming?on=2025-07-15&as_known_on=2025-07-15").text
    exits = page[page.index('id="effects"') : page.index('id="deadlines"')]
    rows = [row for row in exits.split("<tr>") if "ceases to be party" in row]
    finland = next(row for row in rows if "/participants/FIN" in row)
    assert "10 January 2026" in finland
    assert "10 July 2025 + 6 months" in finland
    assert "/participants/POL" not in exits  # Poland gave notice in August


def order_of(page: str, *names: str) -> list[str]:
    """The names in the order of their rows."""
    rows = page[page.index("<tbody>") :]
    return sorted(names, key=lambda name: rows.index(f">{name}</a>"))


def test_where_two_differ_comes_first_and_what_cannot_be_said_last(reader: TestClient) -> None:
    page = reader.get("/compare?one=LTU&other=LTU&on=2024-01-01&other_on=2026-02-01").text
    treaties = ("UNIDO Constitution", "Arms Trade Treaty", "Convention on Cluster Munitions")
    assert order_of(page, *treaties) == [
        "Convention on Cluster Munitions",
        "Arms Trade Treaty",
        "UNIDO Constitution",
    ]


def test_a_participants_own_standings_come_before_what_cannot_be_said(reader: TestClient) -> None:
    page = reader.get("/participants/UKR").text
    assert order_of(page, "UNIDO Constitution", "Rome Statute")[0] == "Rome Statute"


# France has left Chapter I of the convention on multiple nationality, and nothing else.


@pytest.mark.parametrize(
    "page",
    [
        "/treaties/multiple-nationality/participants/FRA?on=2025-01-01",
        "/participants/FRA?on=2025-01-01",
        "/compare?one=FRA&other=ESP&on=2025-01-01",
        "/map?treaty=multiple-nationality&on=2025-01-01",
    ],
)
def test_every_page_says_what_a_party_is_not_bound_by(reader: TestClient, page: str) -> None:
    assert "except for Chapter I" in reader.get(page).text


def test_the_map_knows_from_which_day_on_a_party_is_bound_in_part(reader: TestClient) -> None:
    told = reader.get("/api/v1/treaties/multiple-nationality/map").json()["participants"]
    [france] = [place for place in told if place["participant"] == "FRA"]
    assert france["except_for"][0] == [None, ""]
    day, words = france["except_for"][-1]
    assert (day, words) == ("2009-03-05", "except for Chapter I")


def test_a_table_of_standings_says_what_a_party_is_not_bound_by(reader: TestClient) -> None:
    answer = reader.get("/api/v1/participants/FRA/standings?on=2025-01-01&limit=200").json()
    told = {row["treaty"]: row["except_for"] for row in answer["items"]}
    assert told["multiple-nationality"] == "Chapter I"
    assert told["apmbc"] == ""


# The record of the protocol of 1925 was last compared in July 2018.
BEYOND, WITHIN = "on=2019-01-01", "on=2018-07-01"
CAUTION = "last compared with its sources on 31 July 2018: acts after that day may be missing"


@pytest.mark.parametrize(
    "page",
    [
        "/treaties/geneva-protocol",
        "/treaties/geneva-protocol/participants/FRA",
        "/map?treaty=geneva-protocol",
        "/api/v1/treaties/geneva-protocol/counts",
        "/api/v1/treaties/geneva-protocol/participants/FRA/status",
        "/api/v1/treaties/geneva-protocol/counts/explained?number=140",
        "/api/v1/what-if?suppose=FRA:geneva-protocol:withdrawal:2018-01-01",
    ],
)
def test_every_face_says_where_the_record_does_not_reach(reader: TestClient, page: str) -> None:
    joined = "&" if "?" in page else "?"
    assert CAUTION in reader.get(page + joined + BEYOND).text
    assert CAUTION not in reader.get(page + joined + WITHIN).text


def test_what_follows_from_an_act_says_where_the_record_does_not_reach(
    reader: TestClient,
) -> None:
    asked = "/api/v1/effect?treaty=geneva-protocol&act=withdrawal&participant=FRA&date="
    assert CAUTION in reader.get(f"{asked}2019-01-01").json()["caution"]
    assert reader.get(f"{asked}2018-07-01").json()["caution"] is None
    history = reader.get("/api/v1/treaties/geneva-protocol/participants/FRA/timeline").json()
    assert history["compared_on"] == "2018-07-31"


def test_a_page_of_many_treaties_says_how_far_each_record_reaches(reader: TestClient) -> None:
    for page in ("/participants/FRA?", "/compare?one=FRA&other=ESP&"):
        assert "31 July 2018" in reader.get(page + BEYOND).text
