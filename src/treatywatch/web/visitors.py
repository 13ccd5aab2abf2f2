"""Who is asking: a session by cookie, a program by token, or anybody.

Reading is open to all. Writing needs an account; a browser also has to show that the form it sends
came from a page of this server (a token bound to the session, and the Origin it tells).
"""

import hashlib
import hmac
from math import ceil
from typing import Annotated
from urllib.parse import urlsplit

from fastapi import Depends, HTTPException, Request
from fastapi.responses import Response
from itsdangerous import BadSignature, Signer
from starlette.datastructures import FormData

from treatywatch.web.settings import Settings
from treatywatch.workspace import accounts
from treatywatch.workspace.accounts import Account
from treatywatch.workspace.database import reading

FORM_FIELD, HEADER = "csrf", "x-csrf-token"
_BEARER = "bearer "


def visitor(request: Request) -> Account | None:
    """The account behind the request, None for anybody; :class:`HTTPException` 401 for a token
    that is none.
    """
    if not hasattr(request.state, "account"):
        request.state.account = _account(request)
    account: Account | None = request.state.account
    return account


async def writer(request: Request) -> Account:
    """The account that writes: 401 for nobody, 403 for a form from elsewhere, 429 for haste."""
    account = visitor(request)
    if account is None:
        told = "Writing needs an account: sign in, or send a token as Authorization: Bearer."
        raise HTTPException(401, told, {"WWW-Authenticate": "Bearer"})
    slow_down(request, f"account {account.id}")
    if _bearer(request) is None:
        await check_form(request)
    return account


async def editor(account: Annotated[Account, Depends(writer)]) -> Account:
    """The account that decides; 403 for one that may only hand in reports."""
    if not account.may_decide:
        raise HTTPException(403, "Only an editor decides on proposals.")
    return account


Visitor = Annotated[Account | None, Depends(visitor)]
Writer = Annotated[Account, Depends(writer)]
Editor = Annotated[Account, Depends(editor)]


def slow_down(request: Request, key: str) -> None:
    """Count a write of the key; 429 with the time to wait if there were too many."""
    seconds = request.app.state.writes.wait_for(key)
    if seconds:
        wait = {"Retry-After": str(ceil(seconds))}
        raise HTTPException(429, f"Too many writes: wait {ceil(seconds)} seconds.", wait)


async def check_form(request: Request) -> None:
    """403 unless the form, or the script, that sends this came from a page of this server."""
    check_origin(request)
    shown = request.headers.get(HEADER)
    if shown is None and _is_form(request):
        shown = str((await form_of(request)).get(FORM_FIELD, ""))
    if not hmac.compare_digest(shown or "", form_token(request)):
        await request.close()  # an upload in it is not looked at
        raise HTTPException(403, "The form is no longer good: open the page again and repeat.")


async def form_of(request: Request) -> FormData:
    """The form that was sent; a field of it may be as long as an upload.

    Who looks at a file in it closes the request when done.
    """
    return await request.form(max_files=2, max_part_size=request.app.state.settings.max_upload)


def check_origin(request: Request) -> None:
    """403 for a request that a page of another site has made the browser send."""
    origin = request.headers.get("origin")
    if origin is not None and urlsplit(origin).netloc != request.headers.get("host"):
        raise HTTPException(403, f"A page of {origin} may not write here.")


def form_token(request: Request) -> str:
    """What a form has to bring back: bound to the session, of no use in any other."""
    key = request.app.state.secret.encode()
    return hmac.new(key, f"form {session_of(request)}".encode(), hashlib.sha256).hexdigest()


def session_of(request: Request) -> str | None:
    """The secret of the session in the cookie, if the signature is this server's."""
    settings: Settings = request.app.state.settings
    signed = request.cookies.get(cookie_name(settings))
    if not signed:
        return None
    try:
        return _signer(request).unsign(signed).decode()
    except BadSignature:
        return None


def give_session(request: Request, response: Response, secret: str) -> None:
    """Put a session into the visitor's cookie, out of reach of scripts and of other sites."""
    settings: Settings = request.app.state.settings
    response.set_cookie(
        cookie_name(settings),
        _signer(request).sign(secret).decode(),
        max_age=int(accounts.SESSION_LASTS.total_seconds()),
        httponly=True,
        samesite="lax",
        secure=settings.secure_cookies,
    )


def cookie_name(settings: Settings) -> str:
    """The name of the cookie; over https one that browsers tie to this very host."""
    return "__Host-treatywatch" if settings.secure_cookies else "treatywatch"


def _account(request: Request) -> Account | None:
    token, session = _bearer(request), session_of(request)
    if token is None and session is None:
        return None
    with reading(request.app.state.engine) as connection:
        if token is None:
            return accounts.of_session(connection, session or "")
        known = accounts.of_token(connection, token)
    if known is None:
        raise HTTPException(401, "This token is not known here.", {"WWW-Authenticate": "Bearer"})
    return known


def _bearer(request: Request) -> str | None:
    given = request.headers.get("authorization", "")
    return given[len(_BEARER) :].strip() if given.lower().startswith(_BEARER) else None


def _is_form(request: Request) -> bool:
    kind = request.headers.get("content-type", "")
    return kind.startswith(("application/x-www-form-urlencoded", "multipart/form-data"))


def _signer(request: Request) -> Signer:
    return Signer(
        request.app.state.secret, salt="treatywatch session", digest_method=hashlib.sha256
    )
