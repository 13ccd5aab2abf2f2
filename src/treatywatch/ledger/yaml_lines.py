"""YAML 1.2 as plain values, with the line of every key and value.

Scalars are resolved by the core schema of YAML 1.2 and by nothing else: a date stays text (a strict
schema reads it), ``no`` and ``on`` are words.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from io import StringIO

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from treatywatch.ledger.fault import Fault

_INT = re.compile(r"[-+]?[0-9]+")
_FLOAT = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?")
_WORDS: Mapping[str, bool | None] = {
    "": None,
    "~": None,
    **dict.fromkeys(("null", "Null", "NULL")),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}

Path = tuple[str | int, ...]


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
    document = Document(file)
    try:
        node = YAML(typ="rt").compose(StringIO(text))
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = mark.line + 1 if mark is not None else 1
        document.faults.append(
            Fault(file, line, "yaml", f"not YAML: {error.problem}; check indent, quotes and colons")
        )
        return document
    except YAMLError as error:
        document.faults.append(Fault(file, 1, "yaml", f"not YAML: {error}"))
        return document
    if node is None:
        document.faults.append(Fault(file, 1, "yaml", "the file is empty; write or remove it"))
        return document
    document.content = _content(node, (), document)
    return document


def _content(node: Node, path: Path, document: Document) -> object:
    document.lines.setdefault(path, node.start_mark.line + 1)
    if isinstance(node, MappingNode):
        return _mapping(node, path, document)
    if isinstance(node, SequenceNode):
        return [_content(child, (*path, i), document) for i, child in enumerate(node.value)]
    assert isinstance(node, ScalarNode)
    return _scalar(node)


def _mapping(node: MappingNode, path: Path, document: Document) -> dict[str, object]:
    content: dict[str, object] = {}
    for key_node, value_node in node.value:
        key = str(key_node.value)
        line = key_node.start_mark.line + 1
        if key in content:
            words = f'the key "{key}" stands twice; remove or rename one'
            document.faults.append(Fault(document.file, line, "duplicate-key", words))
        document.lines[(*path, key)] = line
        content[key] = _content(value_node, (*path, key), document)
    return content


def _scalar(node: ScalarNode) -> object:
    text: str = node.value
    if node.style not in (None, ""):
        return text
    if text in _WORDS:
        return _WORDS[text]
    if _INT.fullmatch(text):
        return int(text)
    return float(text) if _FLOAT.fullmatch(text) else text
