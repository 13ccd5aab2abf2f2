"""One search over treaties, participants, acts and read reports."""

from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse
from sqlalchemy import Connection, func, or_, select

from treatywatch.law.calendar import in_words
from treatywatch.ledger.ledger import Ledger
from treatywatch.values import frozen
from treatywatch.web.asking import Record
from treatywatch.web.rendering import page
from treatywatch.workspace.database import reading
from treatywatch.workspace.tables import REPORTS

router = APIRouter()
_MOST = 40  # of each kind


@frozen
class Hit:
    """Something found: its page, its name, and a word on it."""

    path: str
    name: str
    about: str


@router.get("/search")
def search(
    request: Request, record: Record, q: Annotated[str, Query(max_length=200)] = ""
) -> HTMLResponse:
    """What carries every word asked for; of acts the newest."""
    words = q.casefold().split()
    kinds: list[tuple[str, list[Hit]]] = []
    if words:
        with reading(request.app.state.engine) as connection:
            reports = _reports(connection, words)
        kinds = [
            ("Treaties", _treaties(record, words)),
            ("Participants", _participants(record, words)),
            ("Acts", _acts(record, words)),
            ("Reports", reports),
        ]
    return page(request, "search.html.j2", q=q, kinds=kinds, most=_MOST)


def _treaties(record: Ledger, words: list[str]) -> list[Hit]:
    return [
        Hit(f"/treaties/{treaty.id}", treaty.short_title, treaty.title)
        for treaty in record.treaties.values()
        if _has(words, treaty.id, treaty.title, *(name.form for name in treaty.names))
    ][:_MOST]


def _participants(record: Ledger, words: list[str]) -> list[Hit]:
    return [
        Hit(f"/participants/{one.id}", one.common_name, one.official_name)
        for one in record.participants.values()
        if _has(words, one.id, one.official_name, *(name.form for name in one.names))
    ][:_MOST]


def _acts(record: Ledger, words: list[str]) -> list[Hit]:
    found = []
    for treaty in record.treaties.values():
        for act in record.acts.get(treaty.id, ()):
            who = record.participants.get(act.participant)
            name = who.common_name if who else act.participant
            kind = act.kind.replace("-", " ")
            about = (treaty.short_title, treaty.id, name, kind, str(act.received_on), act.note)
            if _has(words, *about):
                path = f"/treaties/{treaty.id}/participants/{act.participant}"
                day = f"{treaty.short_title}, {in_words(act.received_on)}"
                found.append((act.received_on.first(), Hit(path, f"{name}: {kind}", day)))
    newest = sorted(found, key=lambda one: one[0], reverse=True)
    return [hit for _, hit in newest[:_MOST]]


def _reports(connection: Connection, words: list[str]) -> list[Hit]:
    text = func.lower(REPORTS.c.text)
    title = func.lower(func.coalesce(REPORTS.c.title, REPORTS.c.name))
    query = select(REPORTS.c.id, REPORTS.c.name, REPORTS.c.title).order_by(REPORTS.c.id.desc())
    for word in words:
        query = query.where(
            or_(text.contains(word, autoescape=True), title.contains(word, autoescape=True))
        )
    rows = connection.execute(query.limit(_MOST))
    return [Hit(f"/reports/{row.id}", row.title or row.name, row.name) for row in rows]


def _has(words: list[str], *texts: str) -> bool:
    held = " ".join(texts).casefold()
    return all(word in held for word in words)
