"""Tables in every form, feeds that readers understand, and a search over everything."""

import csv
import io
import json
from datetime import date

import pyarrow.parquet as parquet
import pytest
from fastapi.testclient import TestClient
from icalendar import Calendar
from lxml import etree

from treatywatch import api

ATOM = "{http://www.w3.org/2005/Atom}"
TABLES = ("treaties", "participants", "treaties/apmbc/acts", "treaties/apmbc/standings", "coming")


def pages(reader: TestClient, path: str, limit: int) -> list[dict[str, object]]:
    rows: list[dict[str, object]] = []
    asked: dict[str, str | int] = {"limit": limit}
    while True:
        told = reader.get(f"/api/v1/{path}", params=asked).json()
        assert len(told["items"]) <= limit
        rows += told["items"]
        if told["next"] is None:
            return rows
        asked["cursor"] = told["next"]


@pytest.mark.parametrize("path", TABLES)
def test_every_form_of_a_table_has_the_same_rows(reader: TestClient, path: str) -> None:
    rows = pages(reader, path, 1000)
    assert pages(reader, path, 37) == rows
    text = reader.get(f"/api/v1/{path}", params={"format": "csv"})
    assert text.headers["content-type"].startswith("text/csv")
    read = list(csv.DictReader(io.StringIO(text.text)))
    table = reader.get(f"/api/v1/{path}", params={"format": "parquet"})
    columns = parquet.read_table(io.BytesIO(table.content))
    assert len(rows) == len(read) == columns.num_rows
    assert rows
    assert read[0].keys() == set(columns.column_names)


def test_a_cursor_of_somebody_elses_is_a_problem(reader: TestClient) -> None:
    answer = reader.get("/api/v1/treaties", params={"cursor": "bm9uZQ=="})
    assert answer.status_code == 422
    assert "next of the page before" in answer.json()["detail"]


def test_the_atom_feed_tells_the_notice_of_finland_once(reader: TestClient) -> None:
    answer = reader.get("/feeds/changes.atom", params={"treaty": "apmbc", "participant": "FIN"})
    feed = etree.fromstring(answer.content)
    ids = [entry.findtext(f"{ATOM}id") for entry in feed.iter(f"{ATOM}entry")]
    assert ids.count("tag:treatywatch,2025:act:apmbc:FIN:withdrawal-notice:2025-07-10") == 1
    assert len(ids) == len(set(ids))
    for entry in feed.iter(f"{ATOM}entry"):
        assert all(entry.find(f"{ATOM}{name}") is not None for name in ("title", "updated", "link"))


def test_both_feeds_tell_the_same(reader: TestClient) -> None:
    told = reader.get("/feeds/changes.json", params={"treaty": "ccm"}).json()
    assert told["version"] == "https://jsonfeed.org/version/1.1"
    feed = etree.fromstring(reader.get("/feeds/changes.atom", params={"treaty": "ccm"}).content)
    in_atom = [entry.findtext(f"{ATOM}id") for entry in feed.iter(f"{ATOM}entry")]
    assert [f"tag:treatywatch,2025:{item['id']}" for item in told["items"]] == in_atom
    assert all(reader.get(item["url"]).status_code == 200 for item in told["items"][:5])


def test_the_calendar_is_one_and_keeps_its_names(reader: TestClient) -> None:
    asked = {"treaty": "apmbc", "participant": "DEU"}
    first = Calendar.from_ical(reader.get("/feeds/calendar.ics", params=asked).content)
    again = Calendar.from_ical(reader.get("/feeds/calendar.ics", params=asked).content)
    uids = [str(event["UID"]) for event in first.walk("VEVENT")]
    assert uids
    assert uids == [str(event["UID"]) for event in again.walk("VEVENT")]
    starts = [event.decoded("DTSTART") for event in first.walk("VEVENT")]
    assert all(type(start) is date for start in starts)


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("ottawa", "/treaties/apmbc"),
        ("suomi", "/participants/FIN"),
        ("finland withdrawal 2025", "/treaties/apmbc/participants/FIN"),
    ],
)
def test_a_search_finds_by_any_name(reader: TestClient, asked: str, found: str) -> None:
    assert f'href="{found}"' in reader.get("/search", params={"q": asked}).text


def test_of_the_acts_that_are_found_the_newest_come_first(reader: TestClient) -> None:
    page = reader.get("/search?q=finland+apmbc").text
    found = page[page.index("Acts") :]
    assert found.index("10 July 2025") < found.index("9 January 2012")


def test_a_proof_names_states_in_words(reader: TestClient) -> None:
    page = reader.get("/proof/count?treaty=ccm&rule=in-force-for&on=2025-03-06").text
    answer = page[page.index("Answer") : page.index("Steps")]
    assert "Belgium, Belize, Benin" in answer
    assert "BEL" not in answer


def test_one_question_has_one_answer_on_every_face(reader: TestClient) -> None:
    told = api.status("LTU", "ccm", on="2025-03-06")
    rest = reader.get("/api/v1/treaties/ccm/participants/LTU/status?on=2025-03-06").json()
    page = reader.get("/treaties/ccm/participants/LTU?on=2025-03-06").text
    count = api.count("ccm", on="2025-03-06")
    counted = reader.get("/api/v1/treaties/ccm/counts?on=2025-03-06").json()
    assert rest["standing"] == told.spell.standing == "former-party"
    assert "FORMER PARTY" in page
    for one in count.counts:
        assert counted["counts"][one.rule]["number"] == one.number
    shown = reader.get("/treaties/ccm?on=2025-03-06").text
    assert all(f'<td class="number">{one.number}</td>' in shown for one in count.counts)


def test_a_treaty_tells_search_engines_what_it_is(reader: TestClient) -> None:
    shown = reader.get("/treaties/tpnw?on=2021-01-22").text
    told = json.loads(shown.partition('application/ld+json">')[2].partition("</script>")[0])
    assert told["@type"] == "Legislation"
    assert told["legislationLegalForce"] == "InForce"
    earlier = reader.get("/treaties/tpnw?on=2021-01-21").text
    assert '"NotInForce"' in earlier
