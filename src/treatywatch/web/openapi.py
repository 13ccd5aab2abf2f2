"""The OpenAPI document: read off the routes, with the one body that all errors have."""

from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi

from treatywatch.web.problems import MEDIA_TYPE

_PROBLEM = {
    "type": "object",
    "required": ["type", "title", "status", "detail"],
    "properties": {
        "type": {"type": "string"},
        "title": {"type": "string"},
        "status": {"type": "integer"},
        "detail": {"type": "string"},
        "suggestions": {"type": "array", "items": {"type": "string"}},
        "faults": {
            "type": "array",
            "items": {
                "type": "object",
                "properties": {"where": {"type": "string"}, "what": {"type": "string"}},
            },
        },
    },
}
_RESPONSE = {
    "description": "What was wrong, and what to do (RFC 9457)",
    "content": {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}},
}
_OPERATIONS = {"get", "put", "post", "delete", "patch"}


def describe(app: FastAPI) -> None:
    """Let the application give this document."""

    def document() -> dict[str, Any]:
        if app.openapi_schema is None:
            app.openapi_schema = _with_problems(
                get_openapi(
                    title=app.title, version=app.version, summary=app.summary, routes=app.routes
                )
            )
        return app.openapi_schema

    app.openapi = document  # type: ignore[method-assign]


def _with_problems(document: dict[str, Any]) -> dict[str, Any]:
    schemas = document.setdefault("components", {}).setdefault("schemas", {})
    for replaced in ("HTTPValidationError", "ValidationError"):
        schemas.pop(replaced, None)
    schemas["Problem"] = _PROBLEM
    for path in document["paths"].values():
        for method in path.keys() & _OPERATIONS:
            responses = path[method]["responses"]
            responses.pop("422", None)
            responses["4XX"] = _RESPONSE
    return document
