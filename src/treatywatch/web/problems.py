"""What goes wrong, told in one way: RFC 9457 to programs, a page to people."""

from http import HTTPStatus

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, Response
from starlette.exceptions import HTTPException
from starlette.routing import compile_path

from treatywatch.errors import NotADate, TreatywatchError, UnknownName
from treatywatch.web.rendering import page

MEDIA_TYPE = "application/problem+json"
FOR_PROGRAMS = ("/api/", "/feeds/")


def tell_problems(app: FastAPI) -> None:
    """Let every error of the application leave as one kind of body."""
    app.add_exception_handler(TreatywatchError, _of_the_house)
    app.add_exception_handler(RequestValidationError, _of_the_question)
    app.add_exception_handler(HTTPException, _of_http)


def problem(
    request: Request,
    status: int,
    detail: str,
    *,
    headers: dict[str, str] | None = None,
    **more: object,
) -> Response:
    """The answer to a request that cannot be met: what was wrong and what to do."""
    title = HTTPStatus(status).phrase
    if request.url.path.startswith(FOR_PROGRAMS):
        body = {"type": "about:blank", "title": title, "status": status, "detail": detail, **more}
        return JSONResponse(body, status, headers, media_type=MEDIA_TYPE)
    answer = page(request, "problem.html.j2", status=status, title=title, detail=detail, **more)
    answer.headers.update(headers or {})
    return answer


async def _of_the_house(request: Request, error: Exception) -> Response:
    if isinstance(error, UnknownName):
        return problem(request, 404, str(error), suggestions=list(error.suggestions))
    return problem(request, 422 if isinstance(error, NotADate) else 400, str(error))


async def _of_the_question(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)
    faults = [
        {"where": ".".join(str(part) for part in fault["loc"]), "what": fault["msg"]}
        for fault in error.errors()
    ]
    told = "; ".join(f"{fault['where']}: {fault['what']}" for fault in faults)
    return problem(request, 422, told, faults=faults)


async def _of_http(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    headers = dict(error.headers or {})
    if error.status_code == HTTPStatus.METHOD_NOT_ALLOWED:
        # The framework tells those of the first route alone.
        told = ", ".join(sorted(_methods(request))) or headers.get("Allow", "GET")
        headers["Allow"] = told
    return problem(request, error.status_code, str(error.detail), headers=headers)


def _methods(request: Request) -> set[str]:
    """What may be done at an address of the interface, by all of its routes together."""
    return {
        method.upper()
        for template, operations in request.app.openapi()["paths"].items()
        if compile_path(template)[0].match(request.url.path)
        for method in operations
    }
