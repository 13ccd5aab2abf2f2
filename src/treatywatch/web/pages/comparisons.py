"""Reports compared: what several say, from how many sources, where they disagree."""

from fastapi import APIRouter, Request
from fastapi.responses import Response

from treatywatch.publishing.brief import report_page, told_of
from treatywatch.publishing.wording import disagreement_line
from treatywatch.web.asking import Record
from treatywatch.web.compared import Chosen, chosen_reports, comparison_of
from treatywatch.web.rendering import page
from treatywatch.workspace.database import reading

router = APIRouter()
_PASSAGES = 5  # of two reports that share more, so many are shown


@router.get("/reports/compare")
def compare(request: Request, record: Record, numbers: Chosen) -> Response:
    """The chosen reports against each other."""
    with reading(request.app.state.engine) as connection:
        checked = chosen_reports(connection, numbers)
    comparison = comparison_of(checked, record)
    pages = [
        report_page(number, report, findings, record)
        for number, (report, findings) in enumerate(checked, 1)
    ]
    return page(
        request,
        "compared.html.j2",
        pages=pages,
        numbers=list(dict.fromkeys(numbers)),
        anchors={one.report.name: one for one in pages},
        comparison=comparison,
        several=told_of(comparison, record),
        disagreements=[(disagreement_line(one, record), one) for one in comparison.disagreements],
        texts={one.name: one.text for one in comparison.reports},
        shown=_PASSAGES,
        asked="&".join(f"report={number}" for number in numbers),
    )
