"""A depositary's page at the desk: hand one in, see how it differs, accept what is new at once."""

from fastapi import APIRouter, Request
from fastapi.responses import RedirectResponse, Response
from starlette.concurrency import run_in_threadpool

from treatywatch.errors import UnknownName
from treatywatch.law.terms import Confidence
from treatywatch.web.api.desk import Number
from treatywatch.web.api.imports import page_handed_in
from treatywatch.web.desk import accept_page
from treatywatch.web.imports import is_page
from treatywatch.web.pages.desk import decision_told
from treatywatch.web.rendering import page
from treatywatch.web.visitors import Editor, Visitor
from treatywatch.workspace.database import reading
from treatywatch.workspace.proposals import Outcome, State, proposals_of
from treatywatch.workspace.reports import report_kept

router = APIRouter(prefix="/desk/pages")
_AFTER = 303
_FEW = 20  # lines that need no unfolding


@router.get("")
def form_for_a_page(request: Request, account: Visitor) -> Response:
    """The form to hand a page in."""
    return page(request, "import.html.j2", may_decide=account is not None and account.may_decide)


@router.post("")
async def hand_in_page(request: Request, account: Editor) -> Response:
    """Take a page in; what differs is on the page that follows."""
    taken = await page_handed_in(request, account)
    return RedirectResponse(f"/desk/pages/{taken.document}", _AFTER)


@router.get("/{document}")
def one_page(request: Request, document: Number, account: Visitor) -> Response:
    """How a page differs from the record, line by line, with what waits because of it."""
    with reading(request.app.state.engine) as connection:
        kept = report_kept(connection, document)
        if not is_page(kept):
            raise UnknownName("depositary's page", str(document))
        proposed = {one.told.quote: one for one in proposals_of(connection, document)}
    about, *lines = kept.text.splitlines()
    return page(
        request,
        "imported.html.j2",
        kept=kept,
        about=about,
        proposed=[(line, proposed[line]) for line in lines if line in proposed],
        left=[line for line in lines if line not in proposed],
        few=_FEW,
        waiting=sum(one.state is State.WAITING for one in proposed.values()),
        confidences=list(Confidence),
        may_decide=account is not None and account.may_decide,
    )


@router.post("/{document}/decisions")
async def accept_all(request: Request, document: Number, account: Editor) -> Response:
    """Accept all that waits of the page, and show it again."""
    told = await decision_told(request, outcome=Outcome.ACCEPTED.value)
    await run_in_threadpool(accept_page, request, document, account, told)
    return RedirectResponse(f"/desk/pages/{document}", _AFTER)
