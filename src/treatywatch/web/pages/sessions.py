"""Signing in and out."""

from typing import Annotated

from fastapi import APIRouter, Form, Request
from fastapi.responses import RedirectResponse, Response

from treatywatch.web.rendering import page
from treatywatch.web.visitors import (
    check_form,
    check_origin,
    cookie_name,
    give_session,
    session_of,
    slow_down,
)
from treatywatch.workspace.accounts import admit, begin_session, end_session
from treatywatch.workspace.database import writing

router = APIRouter()
_AFTER = 303


@router.get("/sign-in")
async def sign_in_form(request: Request, to: str = "/desk") -> Response:
    """The form to sign in by."""
    return page(request, "sign-in.html.j2", to=_here(to), name="", failed=False)


@router.post("/sign-in")
def sign_in(
    request: Request,
    name: Annotated[str, Form(max_length=64)],
    password: Annotated[str, Form(max_length=1000)],
    to: Annotated[str, Form(max_length=400)] = "/desk",
) -> Response:
    """Begin a session, or show the form again. Tries are counted by name and by address."""
    check_origin(request)
    slow_down(request, f"sign-in {name}")
    slow_down(request, f"sign-in from {request.client.host if request.client else ''}")
    with writing(request.app.state.engine) as connection:
        account = admit(connection, name, password)
        secret = None if account is None else begin_session(connection, account)
    if secret is None:
        return page(request, "sign-in.html.j2", status=403, to=_here(to), name=name, failed=True)
    answer = RedirectResponse(_here(to), _AFTER)
    give_session(request, answer, secret)
    return answer


@router.post("/sign-out")
async def sign_out(request: Request) -> Response:
    """End the session."""
    await check_form(request)
    secret = session_of(request)
    if secret is not None:
        with writing(request.app.state.engine) as connection:
            end_session(connection, secret)
    answer = RedirectResponse("/", _AFTER)
    answer.delete_cookie(cookie_name(request.app.state.settings))
    return answer


def _here(to: str) -> str:
    """A path of this server: whoever sends a visitor elsewhere is sent to the desk instead."""
    return to if to.startswith("/") and not to.startswith(("//", "/\\")) else "/desk"
