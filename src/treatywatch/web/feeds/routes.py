"""Where feeds and calendars are fetched; each can be narrowed to a treaty or a participant."""

from datetime import UTC, date, datetime
from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, Query, Request
from fastapi.responses import JSONResponse, Response

from treatywatch import api
from treatywatch.publishing.icalendar import calendar_events, icalendar_text
from treatywatch.status.coming import coming_effects
from treatywatch.status.deadlines import deadlines
from treatywatch.web.asking import Record
from treatywatch.web.changes import Change, changes
from treatywatch.web.feeds.atom import atom_text
from treatywatch.web.settings import Settings
from treatywatch.workspace.database import reading

router = APIRouter(prefix="/feeds", tags=["feeds"])
Named = Annotated[str | None, Query(description="Only of this one")]
Most = Annotated[int, Query(ge=1, le=500, description="Entries at the most")]


class FeedResponse(JSONResponse):
    """A JSON Feed."""

    media_type = "application/feed+json"


@router.get("/changes.atom", response_class=Response)
def atom(
    request: Request,
    record: Record,
    treaty: Named = None,
    participant: Named = None,
    most: Most = 50,
) -> Response:
    """Changes as an Atom feed (RFC 4287)."""
    found = _changes(request, record, treaty, participant, most)
    text = atom_text(found, _base(request), _self(request))
    return Response(text, media_type="application/atom+xml; charset=utf-8")


@router.get("/changes.json", response_class=FeedResponse)
def json_feed(
    request: Request,
    record: Record,
    treaty: Named = None,
    participant: Named = None,
    most: Most = 50,
) -> FeedResponse:
    """Changes as a JSON Feed (version 1.1)."""
    base = _base(request)
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "treatywatch: changes",
        "home_page_url": f"{base}/",
        "feed_url": _self(request),
        "items": [
            {
                "id": change.id,
                "url": base + change.path,
                "title": change.title,
                "content_text": change.words,
                "date_published": change.at.isoformat(),
                "tags": [tag for tag in (change.kind, change.treaty, change.participant) if tag],
            }
            for change in _changes(request, record, treaty, participant, most)
        ],
    }
    return FeedResponse(feed)


@router.get("/calendar.ics", response_class=Response)
def calendar(
    record: Record, treaty: Named = None, participant: Named = None, until: str | None = None
) -> Response:
    """Effects and deadlines to come, as all-day events that keep their UID (RFC 5545)."""
    last = api.as_day(until) or date(date.today().year + 5, 12, 31)
    found = calendar_events(
        record,
        deadlines(record, treaty=treaty, participant=participant, until=last),
        coming_effects(record, treaty=treaty, participant=participant, until=last),
    )
    # The stamp is that of the day: the same question has the same answer until the day is over.
    stamp = datetime.combine(date.today(), datetime.min.time(), UTC)
    return Response(icalendar_text(found, stamp), media_type="text/calendar; charset=utf-8")


def _changes(
    request: Request, record: Record, treaty: str | None, participant: str | None, most: int
) -> tuple[Change, ...]:
    with reading(request.app.state.engine) as connection:
        return changes(
            record,
            connection,
            treaty=treaty,
            participant=participant,
            today=date.today(),
            most=most,
        )


def _base(request: Request) -> str:
    settings: Settings = request.app.state.settings
    return (settings.base_url or str(request.base_url)).rstrip("/")


def _self(request: Request) -> str:
    asked = urlencode(list(request.query_params.multi_items()))
    return _base(request) + request.url.path + (f"?{asked}" if asked else "")
