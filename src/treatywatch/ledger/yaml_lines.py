"""A file of the record as plain values, with its faults of form as faults of the record."""

from dataclasses import dataclass, field

from treatywatch.ledger.fault import Fault
from treatywatch.yaml_text import Path, read_text


@dataclass(slots=True)
class Document:
    """The content of a YAML file, where each part stands, and what was wrong with its form."""

    file: str
    content: object = None
    lines: dict[Path, int] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)

    def line_of(self, path: Path) -> int:
        """The line of the part, or of the nearest part around it."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, 1)


def read_yaml(text: str, file: str) -> Document:
    """Read one YAML document; faults of form are collected, with ``content`` None if unreadable."""
    written = read_text(text)
    faults = [
        Fault(file, one.line, "duplicate-key" if one.is_doubled_key else "yaml", one.what)
        for one in written.troubles
    ]
    if written.content is None and not faults:
        faults.append(Fault(file, 1, "yaml", "the file is empty; write or remove it"))
    return Document(file, written.content, written.lines, faults)
