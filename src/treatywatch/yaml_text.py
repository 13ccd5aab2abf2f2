"""YAML as plain values, with the line of every key and value.

Scalars are resolved by the core schema of YAML 1.2 and by nothing else: a date stays text (a strict
schema reads it), ``no`` and ``on`` are words. What is wrong is collected, each with its line.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from treatywatch.values import frozen

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


@frozen
class Trouble:
    """What is wrong with the form of a document."""

    line: int
    what: str
    is_doubled_key: bool = False


@dataclass(slots=True)
class Written:
    """The content of a YAML document, where each part stands, and what was wrong with its form.

    ``content`` is None where it cannot be read.
    """

    content: object = None
    lines: dict[Path, int] = field(default_factory=dict)
    troubles: list[Trouble] = field(default_factory=list)


def read_text(text: str) -> Written:
    """Read one YAML document."""
    # The YAML reader is slow to start, and most questions never need it.
    from yaml import CSafeLoader, MarkedYAMLError, YAMLError, compose

    written = Written()
    try:
        node = compose(text, Loader=CSafeLoader)
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        words = f"not YAML: {error.problem}; check indent, quotes and colons"
        written.troubles.append(Trouble(mark.line + 1 if mark is not None else 1, words))
    except YAMLError as error:
        written.troubles.append(Trouble(1, f"not YAML: {error}"))
    else:
        if node is not None:
            written.content = _content(node, (), written)
    return written


def _content(node: Any, path: Path, written: Written) -> object:
    written.lines.setdefault(path, node.start_mark.line + 1)
    if node.id == "mapping":
        return _mapping(node, path, written)
    if node.id == "sequence":
        return [_content(child, (*path, i), written) for i, child in enumerate(node.value)]
    return _scalar(node)


def _mapping(node: Any, path: Path, written: Written) -> dict[str, object]:
    content: dict[str, object] = {}
    for key_node, value_node in node.value:
        key = str(key_node.value)
        line = key_node.start_mark.line + 1
        if key in content:
            words = f'the key "{key}" stands twice; remove or rename one'
            written.troubles.append(Trouble(line, words, is_doubled_key=True))
        written.lines[(*path, key)] = line
        content[key] = _content(value_node, (*path, key), written)
    return content


def _scalar(node: Any) -> object:
    text: str = node.value
    if node.style not in (None, ""):
        return text
    if text in _WORDS:
        return _WORDS[text]
    if _INT.fullmatch(text):
        return int(text)
    return float(text) if _FLOAT.fullmatch(text) else text
