"""Reports and their readings, on both databases: kept once, read once, taken over from the dead."""

import os
import subprocess
import sys
from datetime import timedelta

import pytest
from sqlalchemy import Engine, func, select, update

from tests.unit.workspace.newsroom import a_report, newsroom
from treatywatch.errors import UnknownName
from treatywatch.workspace import readings
from treatywatch.workspace.database import reading, writing
from treatywatch.workspace.moments import now
from treatywatch.workspace.readings import State
from treatywatch.workspace.reports import report_kept, report_lines
from treatywatch.workspace.tables import READINGS, REPORTS

FOUND = {"record": "r", "findings": {"told": {"claims": []}, "under_way": []}, "tally": {}}


def test_the_same_text_is_one_report(engine: Engine) -> None:
    newsroom(engine)
    with writing(engine) as connection:
        assert a_report(connection) == a_report(connection)
        assert connection.execute(select(func.count()).select_from(REPORTS)).scalar() == 1


def test_a_date_that_is_given_later_is_kept_and_read_with(engine: Engine) -> None:
    newsroom(engine)
    given = {"published": "2026-03-01", "published_from": "option"}
    with writing(engine) as connection:
        number = a_report(connection)
        a_report(connection, **given)
        assert report_kept(connection, number).particulars["published"] == "2026-03-01"
        a_report(connection, published="2020-01-01", published_from="text")
        assert report_kept(connection, number).particulars["published"] == "2026-03-01"


def test_a_report_that_is_not_there_is_unknown(engine: Engine) -> None:
    newsroom(engine)
    with reading(engine) as connection, pytest.raises(UnknownName):
        report_kept(connection, 1)


def test_each_reading_is_taken_by_one_reader_and_ended_by_it(engine: Engine) -> None:
    newsroom(engine)
    one, other = readings.new_reader(), readings.new_reader()
    with writing(engine) as connection:
        a_report(connection)
        taken = readings.take_reading(connection, one)
        assert taken is not None
        assert readings.take_reading(connection, other) is None
        assert not readings.end_reading(connection, taken.id, other, **FOUND)  # type: ignore[arg-type]
        assert readings.end_reading(connection, taken.id, one, **FOUND)  # type: ignore[arg-type]
        assert report_lines(connection, 10)[0].state == State.DONE
        assert not readings.has_work(connection)


def test_a_silent_reader_loses_its_reading(engine: Engine) -> None:
    newsroom(engine)
    one, other = readings.new_reader(), readings.new_reader()
    with writing(engine) as connection:
        a_report(connection)
        taken = readings.take_reading(connection, one)
        assert taken is not None
        old = now() - readings.SILENT - timedelta(seconds=1)
        connection.execute(update(READINGS).values(alive_at=old))
        again = readings.take_reading(connection, other)
        assert again is not None
        assert again.id == taken.id
        assert not readings.end_reading(connection, taken.id, one, **FOUND)  # type: ignore[arg-type]


def test_what_a_dead_process_was_reading_is_read_at_once(engine: Engine) -> None:
    newsroom(engine)
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    with writing(engine) as connection:
        a_report(connection)
        me = readings.new_reader()
        dead = me.replace(f":{os.getpid()}:", f":{ended.pid}:")
        assert readings.take_reading(connection, dead) is not None
        assert readings.take_reading(connection, me) is not None


def test_a_report_that_ends_every_process_is_given_up(engine: Engine) -> None:
    newsroom(engine)
    with writing(engine) as connection:
        number = a_report(connection)
        for _ in range(readings.MOST_TRIES):
            assert readings.take_reading(connection, readings.new_reader()) is not None
            connection.execute(update(READINGS).values(alive_at=now() - timedelta(hours=1)))
        assert readings.take_reading(connection, readings.new_reader()) is None
        assert readings.newest_reading(connection, number).state is State.FAILED


def test_a_new_reading_leaves_the_old_one(engine: Engine) -> None:
    newsroom(engine)
    me = readings.new_reader()
    with writing(engine) as connection:
        number = a_report(connection)
        first = readings.take_reading(connection, me)
        assert first is not None
        readings.end_reading(connection, first.id, me, **FOUND)  # type: ignore[arg-type]
        asked = readings.ask_reading(connection, number)
        assert readings.ask_reading(connection, number) == asked
        done = readings.reading_if_any(connection, number, State.DONE)
        assert done is not None
        assert done.id == first.id
        again = readings.take_reading(connection, me)
        assert again is not None
        before = readings.reading_before(connection, again)
        assert before is not None
        assert before.id == first.id
