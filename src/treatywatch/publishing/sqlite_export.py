"""The record and what follows from it as one SQLite file that Datasette opens as it is."""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path

from treatywatch.law.calendar import PartialDate
from treatywatch.ledger.ledger import Ledger
from treatywatch.status.timeline import timeline

Cell = str | int | float | None

_SCHEMA = """
CREATE TABLE sources (id TEXT PRIMARY KEY, title TEXT, publisher TEXT, url TEXT, retrieved TEXT);
CREATE TABLE treaties (
  id TEXT PRIMARY KEY, short_title TEXT NOT NULL, title TEXT NOT NULL, depositary TEXT, mtdsg TEXT,
  unts TEXT, holds TEXT NOT NULL);
CREATE TABLE participants (
  id TEXT PRIMARY KEY, kind TEXT NOT NULL, name TEXT NOT NULL, official_name TEXT, alpha2 TEXT,
  alpha3 TEXT, cow INTEGER, gw INTEGER, m49 INTEGER, exists_from TEXT, exists_until TEXT);
CREATE TABLE acts (
  id TEXT, treaty TEXT NOT NULL REFERENCES treaties(id),
  participant TEXT NOT NULL REFERENCES participants(id), act TEXT NOT NULL, done_on TEXT,
  received_on TEXT, learned_on TEXT, effect_printed TEXT, confidence TEXT NOT NULL,
  source TEXT REFERENCES sources(id), note TEXT);
CREATE TABLE standings (
  treaty TEXT NOT NULL REFERENCES treaties(id),
  participant TEXT NOT NULL REFERENCES participants(id), since TEXT, until TEXT,
  standing TEXT NOT NULL, confidence TEXT NOT NULL, reasons TEXT, contested INTEGER NOT NULL);
CREATE INDEX acts_by_treaty ON acts (treaty, received_on);
CREATE INDEX acts_by_participant ON acts (participant, received_on);
CREATE INDEX standings_by_treaty ON standings (treaty, since);
CREATE INDEX standings_by_participant ON standings (participant, since);
CREATE VIRTUAL TABLE acts_fts USING fts5 (treaty, participant, act, note, content='acts');
"""


def write_sqlite(path: Path, ledger: Ledger) -> None:
    """Write the file anew; the same ledger gives the same content.

    Tables: sources, treaties, participants, acts, standings (every spell of everyone who acted),
    and a full-text index of the acts. Raises :class:`OSError` where it cannot be written.
    """
    fresh = path.with_name(f".{path.name}.new")
    fresh.unlink(missing_ok=True)
    connection = sqlite3.connect(fresh)
    try:
        with connection:
            connection.executescript(_SCHEMA)
            for table, rows in _tables(ledger):
                _insert(connection, table, rows)
            connection.execute("INSERT INTO acts_fts (acts_fts) VALUES ('rebuild')")
        connection.execute("VACUUM")
    finally:
        connection.close()
    fresh.replace(path)


def _insert(connection: sqlite3.Connection, table: str, rows: Iterable[Sequence[Cell]]) -> None:
    for row in rows:
        places = ", ".join("?" * len(row))
        connection.execute(f"INSERT INTO {table} VALUES ({places})", row)  # table: of our own


def _tables(ledger: Ledger) -> Iterator[tuple[str, Iterable[Sequence[Cell]]]]:
    yield "sources", _sources(ledger)
    yield "treaties", _treaties(ledger)
    yield "participants", _participants(ledger)
    yield "acts", _acts(ledger)
    yield "standings", _standings(ledger)


def _sources(ledger: Ledger) -> Iterator[Sequence[Cell]]:
    for source in sorted(ledger.sources.values(), key=lambda one: one.id):
        yield source.id, source.title, source.publisher, source.url, source.retrieved


def _treaties(ledger: Ledger) -> Iterator[Sequence[Cell]]:
    for treaty in sorted(ledger.treaties.values(), key=lambda one: one.id):
        named = (treaty.id, treaty.short_title, treaty.title, treaty.depositary)
        yield *named, treaty.reference.mtdsg, treaty.reference.unts, str(treaty.coverage.holds)


def _participants(ledger: Ledger) -> Iterator[Sequence[Cell]]:
    for one in sorted(ledger.participants.values(), key=lambda one: one.id):
        named = (one.id, str(one.kind), one.common_name, one.official_name)
        codes = (one.iso_alpha2, one.iso_alpha3, one.cow, one.gw, one.m49)
        yield *named, *codes, _text(one.exists_from), _text(one.exists_until)


def _acts(ledger: Ledger) -> Iterator[Sequence[Cell]]:
    acts = (act for name in sorted(ledger.acts) for act in ledger.acts[name])
    for act in sorted(acts, key=lambda one: (one.treaty, one.received_on.first(), one.id)):
        days = (act.done_on, act.received_on, act.learned_on, act.effect_printed)
        told = (act.id, act.treaty, act.participant, str(act.kind))
        known = ledger.sources.get(act.source)
        source = None if known is None else known.id
        yield *told, *(_text(day) for day in days), str(act.confidence), source, act.note


def _standings(ledger: Ledger) -> Iterator[Sequence[Cell]]:
    for name in sorted(ledger.acts):
        for who in sorted({act.participant for act in ledger.acts[name]}):
            if who not in ledger.participants:
                continue
            for spell in timeline(ledger, who, name).spells:
                bounds = (_text(spell.since), _text(spell.until))
                reasons = "; ".join(reason.words for reason in spell.reasons)
                standing = (str(spell.standing), str(spell.confidence))
                yield name, who, *bounds, *standing, reasons, int(bool(spell.contested))


def _text(day: date | PartialDate | None) -> str | None:
    return None if day is None else str(day)
