"""Reading a treaty file: a treaty, or the faults that keep it from being one."""

from collections.abc import Iterator
from pathlib import Path

from pydantic import ValidationError

from treatywatch.law.clauses.coverage import (
    clauses_without_example,
    duties_without_example,
)
from treatywatch.law.treaty import Treaty
from treatywatch.ledger.fault import Fault
from treatywatch.ledger.schema_faults import schema_faults
from treatywatch.ledger.treaty_schema import TreatyFile
from treatywatch.ledger.yaml_lines import Document, read_yaml


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
        faults += schema_faults(document, error)
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
    for duty in duties_without_example(treaty):
        line = document.line_of(("duties", treaty.duties.index(duty)))
        words = f"the duty of article {duty.article} has no example; add one below examples:"
        yield Fault(document.file, line, "clause-without-example", words)
