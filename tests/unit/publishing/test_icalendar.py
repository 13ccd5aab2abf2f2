"""The calendar file, read back with a library made for it."""

from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

import pytest

from tests.unit.status.harbour import harbour_ledger
from treatywatch.publishing.icalendar import CalendarEvent, calendar_events, icalendar_text
from treatywatch.status.coming import coming_effects
from treatywatch.status.deadlines import deadlines

icalendar = pytest.importorskip("icalendar", reason="the library that reads calendars back")

MADE_AT = datetime(2005, 1, 1, 12, 0, tzinfo=UTC)
PARTIES = ["AAA ratification 2001-03-01", "BBB ratification 2001-03-01"]
NOTICE = "AAA withdrawal-notice 2004-10-15"
PEACE = ['AAA "no" 2001-01-01 2009-12-31']


def event(**changed: Any) -> CalendarEvent:
    told: dict[str, Any] = {
        "id": "one",
        "day": date(2005, 4, 15),
        "summary": "AAA leaves",
        "description": "six months",
        "category": "effect",
        "status": "CONFIRMED",
        "sequence": 0,
    }
    return CalendarEvent(**{**told, **changed})


def read_back(text: str) -> list[Any]:
    return list(icalendar.Calendar.from_ical(text).walk("VEVENT"))


def events_of(case: Mapping[str, Any], on: date, until: date) -> dict[str, Any]:
    ledger = harbour_ledger(case)
    due = deadlines(ledger, participant="AAA", on=on, until=until)
    coming = coming_effects(ledger, participant="AAA", on=on, until=until)
    text = icalendar_text(calendar_events(ledger, due, coming), MADE_AT)
    return {str(found["SUMMARY"]): found for found in read_back(text)}


LEAVES = "AAA ceases to be a party to the Harbour Convention"
REPORTS = "AAA: yearly report (Harbour Convention, Art. 7(2))"


def test_an_event_is_a_whole_day() -> None:
    (found,) = read_back(icalendar_text([event()], MADE_AT))
    start = found["DTSTART"]
    assert start.params["VALUE"] == "DATE"
    assert start.dt == date(2005, 4, 15)
    assert not isinstance(start.dt, datetime)


def test_the_time_of_making_is_in_utc() -> None:
    at = datetime(2005, 1, 1, 1, 30, tzinfo=timezone(timedelta(hours=2)))
    assert "DTSTAMP:20041231T233000Z\r\n" in icalendar_text([event()], at)


@pytest.mark.parametrize(
    "words",
    [
        "commas, semicolons; and \\ backslashes",
        "a line\nand another",
        "Côte d'Ivoire, Türkiye, Україна, 中国 " * 9,
        "x" * 400,
        "",
    ],
)
def test_any_words_come_back_as_they_were(words: str) -> None:
    text = icalendar_text([event(summary=words, description=words)], MADE_AT)
    (found,) = read_back(text)
    assert str(found["SUMMARY"]) == words
    assert str(found["DESCRIPTION"]) == words


def test_no_line_is_longer_than_75_octets_and_all_end_alike() -> None:
    text = icalendar_text([event(summary="Türkiye и Україна " * 30)], MADE_AT)
    assert text.endswith("END:VCALENDAR\r\n")
    lines = text.split("\r\n")
    assert max(len(line.encode()) for line in lines) <= 75
    assert not any("\n" in line or "\r" in line for line in lines)


def test_the_same_event_has_the_same_name_every_time() -> None:
    assert event().uid == event(day=date(2006, 1, 1), sequence=3).uid
    assert event().uid != event(id="another").uid


def test_an_exit_to_come_and_what_falls_away_with_it() -> None:
    case = {"acts": [*PARTIES, NOTICE], "conflicts": PEACE}
    found = events_of(case, date(2004, 11, 1), date(2005, 12, 31))
    assert found[LEAVES]["DTSTART"].dt == date(2005, 4, 15)
    assert found[LEAVES]["STATUS"] == "CONFIRMED"
    assert found[REPORTS]["STATUS"] == "CANCELLED"
    assert found["AAA: sink the old boats (Harbour Convention, Art. 4)"]["STATUS"] == "CONFIRMED"


def test_a_revoked_notice_cancels_its_event_under_the_same_name() -> None:
    case = {"acts": [*PARTIES, NOTICE], "conflicts": PEACE}
    revoked = {**case, "acts": [*case["acts"], "AAA withdrawal-revoked 2004-12-01"]}
    before = events_of(case, date(2004, 11, 1), date(2005, 12, 31))
    after = events_of(revoked, date(2004, 11, 1), date(2005, 12, 31))
    assert after[LEAVES]["STATUS"] == "CANCELLED"
    assert after[LEAVES]["UID"] == before[LEAVES]["UID"]
    assert after[LEAVES]["SEQUENCE"] > before[LEAVES]["SEQUENCE"]
    assert "revoked on 1 December 2004" in after[LEAVES]["DESCRIPTION"]
    assert after[REPORTS]["STATUS"] == "CONFIRMED"
    assert after[REPORTS]["SEQUENCE"] > before[REPORTS]["SEQUENCE"]


def test_an_exit_that_waits_for_peace_is_tentative() -> None:
    case = {"acts": [*PARTIES, NOTICE], "conflicts": ['AAA "yes" 2003-01-01']}
    found = events_of(case, date(2004, 11, 1), date(2005, 12, 31))
    assert found[LEAVES]["STATUS"] == "TENTATIVE"
    assert found[LEAVES]["DTSTART"].dt == date(2005, 4, 15)


def test_an_entry_into_force_to_come() -> None:
    case = {"acts": [*PARTIES, "CCC accession 2004-12-20"]}
    ledger = harbour_ledger(case)
    coming = coming_effects(ledger, on=date(2004, 12, 19), until=date(2005, 1, 31))
    assert [c.id for c in coming] == ["harbour:CCC:accession:2004-12-20:enters-into-force"]
    assert coming_effects(ledger, on=date(2004, 12, 20)) == ()
    assert len(coming_effects(ledger, on=date(2004, 12, 19), until=date(2004, 12, 20))) == 1
    assert coming_effects(ledger, on=date(2004, 12, 18), until=date(2004, 12, 19)) == ()
    assert len(coming_effects(ledger, treaty="harbour", on=date(2004, 12, 19))) == 1


def test_a_calendar_of_nothing_is_a_calendar() -> None:
    assert read_back(icalendar_text([], MADE_AT)) == []
