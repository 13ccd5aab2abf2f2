"""Every address that the pages for readers name is answered."""

import re
from pathlib import Path

from fastapi.testclient import TestClient

ADDRESS = re.compile(r"http://127\.0\.0\.1:8300(/[^`\s)]*)")


def test_every_address_of_the_pages_is_answered(reader: TestClient, root: Path) -> None:
    pages = sorted((root / "docs").glob("for-*.md"))
    named = {path for page in pages for path in ADDRESS.findall(page.read_text("utf-8"))}
    assert len(named) > 12
    refused = {path: reader.get(path).status_code for path in sorted(named)}
    assert {path: code for path, code in refused.items() if code != 200} == {}
