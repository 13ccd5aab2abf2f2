"""Reading a treaty file: a treaty, or the faults that keep it from being one."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from treatywatch.law.clauses.coverage import clauses_without_example
from treatywatch.law.treaty import Treaty
from treatywatch.ledger.fault import Fault
from treatywatch.ledger.treaty_schema import TreatyFile
from treatywatch.ledger.yaml_lines import Document, read_yaml

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

_CODES = {
    "extra_forbidden": "unknown-key",
    "missing": "missing-key",
    "value_error": "wrong-value",
    "enum": "unknown-word",
    "literal_error": "unknown-word",
}


def read_treaty(path: Path) -> tuple[Treaty | None, tuple[Fault, ...]]:
    """Read one treaty file.

    Returns the treaty and no faults, or None and every fault found, each with file (relative to
    the record), line, and what to do. Only a missing file raises (OSError).
    """
    file = f"treaties/{path.name}"
    try:
        text = path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        words = f"not UTF-8 (byte {error.start}); save the file as UTF-8"
        return None, (Fault(file, 1, "encoding", words),)
    return read_treaty_text(text, file)


def read_treaty_text(text: str, file: str) -> tuple[Treaty | None, tuple[Fault, ...]]:
    """Read a treaty from the text of its file; ``file`` is the name that faults carry."""
    document = read_yaml(text, file)
    faults = list(document.faults)
    if document.content is None:
        return None, tuple(faults)
    try:
        written = TreatyFile.model_validate(document.content)
    except ValidationError as error:
        faults += (_fault(document, detail) for detail in error.errors(include_url=False))
        return None, tuple(faults)
    lines = [document.line_of(("examples", i)) for i in range(len(written.examples))]
    treaty = written.law(lines)
    faults += _about_the_whole(treaty, document)
    return (None if faults else treaty), tuple(faults)


def _about_the_whole(treaty: Treaty, document: Document) -> Iterator[Fault]:
    stem = Path(document.file).stem
    if treaty.id != stem:
        words = f'the id "{treaty.id}" is not the name of the file, "{stem}"; make them the same'
        yield Fault(document.file, document.line_of(("id",)), "wrong-id", words)
    for clause in clauses_without_example(treaty):
        line = document.line_of(("final_clauses", *clause))
        words = f"{'.'.join(clause)} has no example; add one below examples:"
        yield Fault(document.file, line, "clause-without-example", words)


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
