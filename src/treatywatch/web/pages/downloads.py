"""What was found in a report, to be taken away: brief, Markdown, JSON, JSON-LD."""

import json

from fastapi import APIRouter, HTTPException, Request
from fastapi.responses import Response

from treatywatch.checking.grounds.finding import Finding
from treatywatch.publishing.brief import brief
from treatywatch.publishing.claim_review import claim_reviews
from treatywatch.publishing.findings_json import findings_text
from treatywatch.publishing.findings_read import findings_of
from treatywatch.publishing.markdown import markdown
from treatywatch.publishing.web_annotation import web_annotations
from treatywatch.reports.report import Report
from treatywatch.web.api.reports import Number
from treatywatch.web.asking import Record
from treatywatch.web.kept_reports import report_of
from treatywatch.web.settings import Settings
from treatywatch.workspace.database import reading
from treatywatch.workspace.readings import Reading, State, reading_if_any
from treatywatch.workspace.reports import report_kept

router = APIRouter(prefix="/reports/{report_id}")
_LINKED_DATA = "application/ld+json"


@router.get("/brief.html")
def as_brief(request: Request, report_id: Number, record: Record) -> Response:
    """The brief: one HTML file that needs nothing else."""
    report, findings, _ = _found(request, report_id)
    title = report.title or report.name
    return _file(brief([(report, findings)], record, title), "text/html", report_id, "brief.html")


@router.get("/report.md")
def as_markdown(request: Request, report_id: Number, record: Record) -> Response:
    """Markdown."""
    report, findings, _ = _found(request, report_id)
    return _file(markdown(report, findings, record), "text/markdown", report_id, "report.md")


@router.get("/findings.json")
def as_json(request: Request, report_id: Number) -> Response:
    """The object that the command line prints."""
    report, findings, _ = _found(request, report_id)
    told = f"{findings_text(report, findings)}\n"
    return _file(told, "application/json", report_id, "findings.json")


@router.get("/claim-review.json")
def as_claim_review(request: Request, report_id: Number) -> Response:
    """schema.org ClaimReview."""
    report, findings, done = _found(request, report_id)
    assert done.ended_at is not None
    told = claim_reviews(report, findings, done.ended_at.date(), _page(request, report_id))
    return _linked_data(told, report_id, "claim-review.json")


@router.get("/annotations.json")
def as_annotations(request: Request, report_id: Number, record: Record) -> Response:
    """W3C Web Annotations."""
    report, findings, done = _found(request, report_id)
    assert done.ended_at is not None
    told = web_annotations(report, findings, record, done.ended_at, _page(request, report_id))
    return _linked_data(told, report_id, "annotations.json")


def _found(request: Request, report_id: int) -> tuple[Report, tuple[Finding, ...], Reading]:
    """The report with what was last found in it, and the reading that found it."""
    with reading(request.app.state.engine) as connection:
        report = report_of(report_kept(connection, report_id))
        done = reading_if_any(connection, report_id, State.DONE)
    if done is None or done.findings is None:
        raise HTTPException(404, "The report has not been read yet.")
    return report, findings_of(done.findings), done


def _page(request: Request, report_id: int) -> str:
    """The address of the report's page as it is reached from outside."""
    settings: Settings = request.app.state.settings
    base = settings.base_url or str(request.base_url)
    return f"{base.rstrip('/')}/reports/{report_id}"


def _linked_data(told: dict[str, object], report_id: int, name: str) -> Response:
    text = json.dumps(told, ensure_ascii=False, indent=2)
    return _file(f"{text}\n", _LINKED_DATA, report_id, name)


def _file(text: str, kind: str, report_id: int, name: str) -> Response:
    headers = {"Content-Disposition": f'attachment; filename="report-{report_id}-{name}"'}
    return Response(text.encode(), media_type=kind, headers=headers)
