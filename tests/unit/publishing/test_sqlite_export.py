"""The SQLite file holds what the ledger holds, and the standings that follow."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from treatywatch import api
from treatywatch.publishing.sqlite_export import write_sqlite
from treatywatch.status.answers import CountRule


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("export") / "treatywatch.db"
    write_sqlite(path, api.load())
    return path


def asked(path: Path, query: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(query).fetchall()


def test_no_act_is_lost_and_every_reference_leads_somewhere(exported: Path) -> None:
    ledger = api.load()
    acts = sum(len(of_treaty) for of_treaty in ledger.acts.values())
    assert asked(exported, "SELECT count(*) FROM acts") == [(acts,)]
    assert asked(exported, "PRAGMA foreign_key_check") == []


def test_a_count_by_sql_is_the_count_of_the_engine(exported: Path) -> None:
    bound = asked(
        exported,
        "SELECT count(*) FROM standings WHERE treaty = 'apmbc' AND since <= '2026-01-05' "
        "AND (until IS NULL OR until > '2026-01-05') "
        "AND standing IN ('party', 'party-under-notice')",
    )
    assert bound == [(api.count("apmbc", on="2026-01-05").by(CountRule.IN_FORCE_FOR).number,)]


def test_acts_are_found_by_their_words(exported: Path) -> None:
    found = asked(exported, "SELECT participant FROM acts_fts WHERE acts_fts MATCH 'withdrawal'")
    assert ("FIN",) in found
