"""Pages from templates, for whoever asks: the same frame around each."""

from datetime import date
from functools import cache

from fastapi import Request
from fastapi.responses import HTMLResponse
from jinja2 import Environment

from treatywatch.law.calendar import PartialDate, When, in_words
from treatywatch.publishing.brief import TEMPLATES as PUBLISHED
from treatywatch.publishing.brief import add_filters
from treatywatch.status.answers import CountReport, StatusAnswer
from treatywatch.status.explain import exceptions, when_words
from treatywatch.status.horizon import beyond_the_horizon
from treatywatch.web.frame import environment, framed
from treatywatch.web.visitors import form_token


def page(request: Request, template: str, *, status: int = 200, **shown: object) -> HTMLResponse:
    """One page in the frame of the house; ``shown`` is what its template speaks of."""
    account = getattr(request.state, "account", None)
    visitor = {"account": account, "form_token": form_token(request) if account else ""}
    text = framed(templates(), template, request, {**visitor, "status": status, **shown})
    return HTMLResponse(text, status)


@cache
def templates() -> Environment:
    """The templates, with the words for days."""
    made = environment(PUBLISHED)
    add_filters(made)
    made.filters["day"] = _day
    made.filters["when"] = _when
    made.filters["exceptions"] = lambda answer: exceptions(answer.units).strip(", ")
    made.filters["caution"] = _caution
    return made


def _when(when: When) -> str:
    """A day is told as one: the table or the sentence around it says what happens then."""
    return in_words(when) if isinstance(when, date) else when_words(when)


def _caution(answer: StatusAnswer | CountReport) -> str:
    """That later acts may be missing; empty where the record reaches to the day asked about."""
    return beyond_the_horizon(answer.compared_on, answer.on) or ""


def _day(day: date | PartialDate | str | None) -> str:
    """A day, a month or a year in words; one that is kept as text too."""
    if not day:
        return ""
    return in_words(PartialDate.parse(day) if isinstance(day, str) else day)
