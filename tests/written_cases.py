"""Cases as lawyers write them, in YAML."""

import re
from datetime import date
from pathlib import Path
from typing import Any

from treatywatch.yaml_text import read_text

_DAY = re.compile(r"\d{4}-\d\d-\d\d")


def written_cases(path: Path) -> Any:
    """What the file holds; days are text."""
    written = read_text(path.read_text(encoding="utf-8"))
    assert not written.troubles, f"{path}: {written.troubles}"
    return written.content


def cases_with_days(path: Path) -> Any:
    """The same; days are days."""
    return _with_days(written_cases(path))


def _with_days(value: object) -> object:
    if isinstance(value, dict):
        return {_with_days(key): _with_days(one) for key, one in value.items()}
    if isinstance(value, list):
        return [_with_days(one) for one in value]
    is_day = isinstance(value, str) and _DAY.fullmatch(value)
    return date.fromisoformat(str(value)) if is_day else value
