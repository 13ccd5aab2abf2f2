"""What is shown does not depend on the database: what a browser finds on one holds of the other."""

from pathlib import Path

from tests.browser.test_every_page import PAGES
from tests.faces.web.conftest import visited

FOR_PROGRAMS = ("/api/v1/treaties/apmbc/map", "/api/v1/coming", "/feeds/changes.atom")


def test_no_page_tells_which_database_is_behind_it(tmp_path: Path) -> None:
    for folder in (tmp_path / "one", tmp_path / "other"):
        folder.mkdir()
    with (
        visited("sqlite", tmp_path / "one") as one,
        visited("postgresql", tmp_path / "other") as other,
    ):
        for path in [*PAGES.values(), *FOR_PROGRAMS]:
            told, same = one.get(path), other.get(path)
            assert told.status_code == (404 if path == PAGES["no such page"] else 200)
            assert (told.status_code, told.text) == (same.status_code, same.text), path
