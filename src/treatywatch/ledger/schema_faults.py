"""What a strict schema finds wrong, as faults with their line and what to do."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from treatywatch.ledger.fault import Fault
from treatywatch.ledger.yaml_lines import Document

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

_CODES = {
    "extra_forbidden": "unknown-key",
    "missing": "missing-key",
    "value_error": "wrong-value",
    "enum": "unknown-word",
    "literal_error": "unknown-word",
}


def schema_faults(document: Document, error: ValidationError) -> Iterator[Fault]:
    """Every fault of a YAML document that the schema's error names."""
    return (_fault(document, detail) for detail in error.errors(include_url=False))


def _fault(document: Document, detail: "ErrorDetails") -> Fault:
    path = tuple(part for part in detail["loc"] if part not in {"[key]"})
    code = _CODES.get(detail["type"], "wrong-type")
    return Fault(document.file, document.line_of(path), code, _words(path, code, detail))


def _words(path: tuple[str | int, ...], code: str, detail: "ErrorDetails") -> str:
    place = ".".join(str(part) for part in path) or "the file"
    if code == "unknown-key":
        return f"{_unknown_key(path)}; check its spelling against docs/final-clauses.md"
    if code == "missing-key":
        return f"{place} is missing; add it"
    if code == "wrong-value":
        return f"{place}: {detail['msg'].removeprefix('Value error, ')}"
    if code == "unknown-word":
        return f"{place}: {_shown(detail['input'])} is not one of {_expected(detail)}"
    return f"{place}: {_shown(detail['input'])} is wrong here: {detail['msg']}{_hint(detail)}"


def _unknown_key(path: tuple[str | int, ...]) -> str:
    around = ".".join(str(part) for part in path[:-1])
    if path[-2:-1] in {("takes_effect",), ("due",), ("not_before",)}:
        return f'unknown rule kind or key "{path[-1]}" in {around}'
    return f'unknown key "{path[-1]}"{" in " + around if around else ""}'


def _expected(detail: "ErrorDetails") -> str:
    context: dict[str, Any] = detail.get("ctx", {})
    return str(context.get("expected", "the known words"))


def _hint(detail: "ErrorDetails") -> str:
    quotes = detail["type"] == "string_type" and isinstance(detail["input"], int | float)
    return "; write it in quotes" if quotes else ""


def _shown(value: object) -> str:
    text = str(value)
    return f'"{text[:60]}"' if not isinstance(value, dict | list) else "this part"
