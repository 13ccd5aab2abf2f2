"""docs/serving.md has every setting of the server with its default, and none that is not there."""

import re
from dataclasses import fields
from pathlib import Path

import pytest

from treatywatch.web.settings import Settings, variable


@pytest.fixture(scope="module")
def rows(root: Path) -> dict[str, str]:
    page = (root / "docs" / "serving.md").read_text(encoding="utf-8")
    return dict(re.findall(r"^\| `(TREATYWATCH_\w+)` \| ([^|]+) \|", page, re.MULTILINE))


def test_the_table_has_the_settings_there_are(rows: dict[str, str]) -> None:
    assert set(rows) == {variable(field.name) for field in fields(Settings)}


@pytest.mark.parametrize("field", fields(Settings), ids=lambda field: field.name)
def test_the_default_is_the_one_told(field: object, rows: dict[str, str]) -> None:
    name, default = field.name, field.default  # type: ignore[attr-defined]
    told = rows[variable(name)].strip()
    if isinstance(default, bool):
        assert told == ("yes" if default else "no")
    elif default != "":
        assert told == f"`{default}`"
