"""Reports: hand one in, watch it being read, see each claim in its place with what decides it."""

from collections.abc import Iterable
from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import PlainTextResponse, RedirectResponse, Response

from treatywatch.publishing.brief import TEMPLATES
from treatywatch.publishing.findings_read import findings_of
from treatywatch.publishing.wording import MEANING
from treatywatch.reading.vocabulary.words import languages
from treatywatch.web.api.reports import Number, handed_by_form, keep_handed
from treatywatch.web.asking import Record
from treatywatch.web.imports import is_page
from treatywatch.web.kept_reports import report_of
from treatywatch.web.rendering import page
from treatywatch.web.report_view import report_view
from treatywatch.web.visitors import Visitor, Writer
from treatywatch.workspace.database import reading, writing
from treatywatch.workspace.proposals import Proposal, proposals_of
from treatywatch.workspace.readings import State, ask_reading, newest_reading, reading_if_any
from treatywatch.workspace.reports import report_kept, report_lines

router = APIRouter()
_AFTER = 303
_ON_A_PAGE = 50
_CSS = "text/css; charset=utf-8"


@router.get("/reports")
def all_reports(
    request: Request, account: Visitor, before: Annotated[int | None, Query()] = None
) -> Response:
    """The reports that were read, and the form to hand one in."""
    with reading(request.app.state.engine) as connection:
        lines = report_lines(connection, _ON_A_PAGE + 1, before)
    return page(
        request,
        "reports.html.j2",
        lines=lines[:_ON_A_PAGE],
        more=lines[_ON_A_PAGE - 1].id if len(lines) > _ON_A_PAGE else None,
        may_write=account is not None,
        languages=sorted(languages()),
        most=request.app.state.settings.max_upload,
    )


@router.post("/reports")
async def hand_in(request: Request, account: Writer) -> Response:
    """Take a report in; it is read behind the page that follows."""
    handed = await handed_by_form(request)
    taken = await keep_handed(request, handed, account.id)
    path = f"/reports/{taken[0].id}" if len(taken) == 1 else "/reports"
    return RedirectResponse(path, _AFTER)


@router.post("/reports/{report_id}/readings")
def read_again(request: Request, report_id: Number, account: Writer) -> Response:  # noqa: ARG001
    """Read a report against the record as it is now; what was found before is kept."""
    with writing(request.app.state.engine) as connection:
        report_kept(connection, report_id)
        ask_reading(connection, report_id)
    request.app.state.reading_room.nudge()
    return RedirectResponse(f"/reports/{report_id}", _AFTER)


@router.get("/reports/verdicts.css")
async def verdicts() -> Response:
    """How verdicts look, the same as in the brief."""
    text = (TEMPLATES / "verdicts.css").read_text(encoding="utf-8")
    return Response(text, media_type=_CSS)


@router.get("/reports/{report_id}")
def one_report(request: Request, report_id: Number, record: Record, account: Visitor) -> Response:
    """The report with its claims in place; while it is read, how far that is."""
    with reading(request.app.state.engine) as connection:
        kept = report_kept(connection, report_id)
        newest = newest_reading(connection, report_id)
        done = reading_if_any(connection, report_id, State.DONE)
        proposed = proposals_of(connection, report_id)
    if is_page(kept):
        return RedirectResponse(f"/desk/pages/{report_id}", _AFTER)
    report = report_of(kept)
    findings = findings_of(done.findings) if done and done.findings else ()
    return page(
        request,
        "report.html.j2",
        kept=kept,
        report=report,
        newest=newest,
        done=done,
        view=report_view(1, report, findings, record) if done else None,
        proposed=_by_place(proposed),
        meaning=MEANING,
        may_write=account is not None,
    )


def _by_place(proposed: Iterable[Proposal]) -> dict[tuple[int, int], list[Proposal]]:
    """What the desk has from the report, by the words that tell of it."""
    found: dict[tuple[int, int], list[Proposal]] = {}
    for one in proposed:
        found.setdefault((one.told.start, one.told.end), []).append(one)
    return found


@router.get("/reports/{report_id}/text")
def text_of(request: Request, report_id: Number) -> Response:
    """The text that all places in the report refer to."""
    with reading(request.app.state.engine) as connection:
        return PlainTextResponse(report_kept(connection, report_id).text)
