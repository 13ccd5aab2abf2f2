"""Every page at both widths: no violation of WCAG 2.2 AA, nothing to move sideways, no error."""

import pytest
from playwright.sync_api import BrowserContext, ConsoleMessage

from tests.browser.conftest import faults_of, keep_picture, overflows

PAGES = {
    "first page": "/",
    "map": "/map?treaty=apmbc&on=2026-01-05",
    "map of a treaty with exits only": "/map?treaty=rome&on=2020-01-01",
    "map with a supposition": (
        "/map?treaty=apmbc&on=2026-09-01&suppose=GRC:apmbc:withdrawal-notice:2026-01-10"
    ),
    "treaties": "/treaties",
    "a treaty": "/treaties/apmbc?on=2026-01-05",
    "a contested treaty": "/treaties/npt",
    "participants": "/participants",
    "a participant": "/participants/UKR",
    "a standing": "/treaties/apmbc/participants/FIN?on=2025-12-31",
    "two days compared": "/compare?one=LTU&other=LTU&on=2024-01-01&other_on=2026-02-01",
    "what comes next": "/coming?on=2025-07-15",
    "proof of a standing": "/proof/status?treaty=apmbc&participant=FIN&on=2025-12-31",
    "proof of a count": "/proof/count?treaty=ccm&rule=in-force-for&on=2025-03-06",
    "search": "/search?q=finland",
    "about": "/about",
    "sign in": "/sign-in",
    "reports": "/reports",
    "desk": "/desk",
    "a depositary's page": "/desk/pages",
    "no such page": "/nowhere",
}


# One database is enough here: tests/faces/web holds these pages of both against each other.
@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("server", ["sqlite"], indirect=True)
def test_a_page_is_for_everybody(name: str, visit: BrowserContext) -> None:
    page = visit.new_page()
    complaints: list[str] = []

    def hear(message: ConsoleMessage) -> None:
        if message.type == "error" and "404" not in message.text:
            complaints.append(message.text)

    page.on("console", hear)
    page.goto(PAGES[name])
    keep_picture(page, name)
    assert faults_of(page) == []
    assert not overflows(page)
    assert complaints == []
