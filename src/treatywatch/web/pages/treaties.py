"""The first page, the list of treaties, and one treaty: clauses, counts, acts, notices, views."""

from datetime import date

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from treatywatch.law.treaty import Treaty
from treatywatch.ledger.ledger import Ledger
from treatywatch.publishing.clause_words import clause_lines
from treatywatch.status.answers import CountReport, CountRule
from treatywatch.status.coming import coming_effects
from treatywatch.status.count_history import Universe, count_history
from treatywatch.status.counting import count
from treatywatch.status.deadlines import deadlines
from treatywatch.web.asking import AskedDays, Days, Record
from treatywatch.web.count_chart import CountChart, count_chart
from treatywatch.web.first_pages import ABOUT, HOME, by_title, shown_at_home
from treatywatch.web.mapping import first_day, is_a_full_count
from treatywatch.web.markup import legislation
from treatywatch.web.rendering import page

router = APIRouter()
_DEADLINES = 60  # of one treaty, on its page; the rest is a click away


@router.get("/")
async def home(request: Request, record: Record, days: AskedDays) -> HTMLResponse:
    """Where each reader begins."""
    return page(request, HOME, **shown_at_home(record, days.on))


@router.get("/about")
async def about(request: Request) -> HTMLResponse:
    """What stands behind the answers, and what they are not."""
    return page(request, ABOUT)


@router.get("/treaties")
def all_treaties(request: Request, record: Record, days: AskedDays) -> HTMLResponse:
    """Every treaty with its parties on the day."""
    rows = [(treaty, _bound(record, treaty, days)) for treaty in by_title(record)]
    return page(request, "treaties.html.j2", rows=rows, days=days, record=record)


@router.get("/treaties/{name}")
def one_treaty(request: Request, name: str, record: Record, days: AskedDays) -> HTMLResponse:
    """One treaty, whole."""
    treaty = record.treaty(name)
    asked = {"treaty": treaty.id, "on": days.on, "as_known_on": days.as_known_on}
    known = record.as_known_on(days.as_known_on)
    acts = sorted(known.acts.get(treaty.id, ()), key=lambda a: a.received_on.first(), reverse=True)
    return page(
        request,
        "treaty.html.j2",
        treaty=treaty,
        days=days,
        clauses=clause_lines(treaty.final_clauses),
        chart=_chart(record, treaty, days),
        counts=count(record, treaty.id, days.on, days.as_known_on),
        full=is_a_full_count(treaty),
        coming=coming_effects(record, **asked),  # type: ignore[arg-type]
        deadlines=deadlines(record, **asked)[:_DEADLINES],  # type: ignore[arg-type]
        acts=acts,
        record=record,
        markup=legislation(record, treaty, days.on),
    )


def _bound(record: Ledger, treaty: Treaty, days: Days) -> int | None:
    if not is_a_full_count(treaty):
        return None
    report: CountReport = count(record, treaty.id, days.on, days.as_known_on)
    return report.by(CountRule.IN_FORCE_FOR).number


def _chart(record: Ledger, treaty: Treaty, days: Days) -> CountChart | None:
    if not is_a_full_count(treaty):
        return None
    history = count_history(record, treaty.id, days.as_known_on)
    steps = history.steps.get((CountRule.IN_FORCE_FOR, Universe.EVERYONE), ())
    return count_chart(steps, first_day(record, treaty), date(date.today().year + 1, 12, 31))
