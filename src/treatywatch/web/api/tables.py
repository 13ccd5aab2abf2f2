"""Tables in the form asked for: pages of JSON with a cursor, or all as CSV or Parquet."""

import base64
import csv
import io
from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import Annotated, Any

from fastapi import Depends, HTTPException, Query
from fastapi.responses import JSONResponse, Response

from treatywatch.publishing.plain_json import Json

Row = Mapping[str, Json]
_MOST = 1_000


class Form(StrEnum):
    """How a table leaves."""

    JSON = "json"
    CSV = "csv"
    PARQUET = "parquet"


class Asked:
    """Which form, and for JSON which page: ``cursor`` is the ``next`` of the page before."""

    def __init__(
        self,
        form: Annotated[Form, Query(alias="format")] = Form.JSON,
        limit: Annotated[int, Query(ge=1, le=_MOST, description="Rows of one page")] = 100,
        cursor: Annotated[str | None, Query(description="The next of the page before")] = None,
    ) -> None:
        self.form, self.limit, self.start = form, limit, _start(cursor)


Table = Annotated[Asked, Depends()]
# What OpenAPI is told of every table.
FORMS: dict[int | str, dict[str, Any]] = {
    200: {
        "content": {
            "application/json": {
                "schema": {
                    "type": "object",
                    "required": ["items", "next"],
                    "properties": {
                        "items": {"type": "array", "items": {"type": "object"}},
                        "next": {"type": ["string", "null"]},
                    },
                }
            },
            "text/csv": {"schema": {"type": "string"}},
            "application/vnd.apache.parquet": {"schema": {"type": "string", "format": "binary"}},
        }
    }
}


def table(asked: Asked, name: str, columns: Sequence[str], rows: Sequence[Row]) -> Response:
    """The rows in the form asked for; ``name`` is that of a file to be saved."""
    if asked.form is Form.CSV:
        return _download(_csv(columns, rows), "text/csv; charset=utf-8", f"{name}.csv")
    if asked.form is Form.PARQUET:
        kind = "application/vnd.apache.parquet"
        return _download(_parquet(columns, rows), kind, f"{name}.parquet")
    end = asked.start + asked.limit
    following = _cursor(end) if end < len(rows) else None
    return JSONResponse({"items": list(rows[asked.start : end]), "next": following})


def _csv(columns: Sequence[str], rows: Sequence[Row]) -> bytes:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")  # RFC 4180
    writer.writerow(columns)
    writer.writerows([_cell(row.get(name)) for name in columns] for row in rows)
    return text.getvalue().encode()


def _parquet(columns: Sequence[str], rows: Sequence[Row]) -> bytes:
    import pyarrow as arrow
    from pyarrow import parquet

    held = {name: [_cell(row.get(name)) for row in rows] for name in columns}
    out = io.BytesIO()
    parquet.write_table(arrow.table(held), out)
    return out.getvalue()


def _cell(value: Json) -> str | int | float | None:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if value is None or isinstance(value, str | int | float):
        return value
    return " ".join(str(part) for part in value)


def _download(body: bytes, kind: str, name: str) -> Response:
    named = {"Content-Disposition": f'attachment; filename="{name}"'}
    return Response(body, media_type=kind, headers=named)


def _cursor(start: int) -> str:
    return base64.urlsafe_b64encode(f"row {start}".encode()).decode()


def _start(cursor: str | None) -> int:
    if cursor is None:
        return 0
    try:
        word, number = base64.urlsafe_b64decode(cursor.encode()).decode().split(" ")
        if word == "row" and number.isdecimal() and number.isascii():
            return int(number)
    except ValueError:
        pass
    raise HTTPException(422, "The cursor is none of this server: take next of the page before.")
