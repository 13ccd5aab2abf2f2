"""The pages that a visitor sees first: they rest on the record alone, and need little to be made.

They are shown before the whole application is there (see ``opening``), and by it later.
"""

from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment
from starlette.requests import Request

from treatywatch.law.treaty import Treaty
from treatywatch.ledger.ledger import Ledger
from treatywatch.web.frame import environment, framed

STATIC = Path(__file__).with_name("static")
HOME, ABOUT = "home.html.j2", "about.html.j2"


def shown_at_home(record: Ledger, on: date) -> dict[str, Any]:
    """What the first page offers to ask about: every participant, every treaty, the day."""
    return {
        "treaties": by_title(record),
        "participants": sorted(record.participants.values(), key=lambda one: one.common_name),
        "on": on,
    }


def by_title(record: Ledger) -> list[Treaty]:
    """The treaties in the order of their short titles."""
    return sorted(record.treaties.values(), key=lambda treaty: treaty.short_title)


def home(request: Request, record: Ledger) -> str:
    """Where each reader begins, as anybody sees it today."""
    return framed(_templates(), HOME, request, shown_at_home(record, date.today()))


def about(request: Request, _record: Ledger) -> str:
    """What stands behind the answers, and what they are not, as anybody sees it."""
    return framed(_templates(), ABOUT, request, {})


@cache
def _templates() -> Environment:
    return environment()
