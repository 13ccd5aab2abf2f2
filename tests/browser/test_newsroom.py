"""The newsroom's journey: sign in, hand a report in, see its claims, accept what it tells first."""

import re
from datetime import timedelta
from itertools import count

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.conftest import Server, faults_of, keep_picture, overflows
from treatywatch import api
from treatywatch.status.horizon import compared_on
from treatywatch.workspace.accounts import Role, add_account
from treatywatch.workspace.database import open_engine, writing

PASSWORD = "correct horse battery"
_NUMBERS = count(1)
_READ = 60_000  # milliseconds, on a busy machine


@pytest.fixture
def editor(server: Server) -> str:
    """An editor of this test alone."""
    name = f"editor-{next(_NUMBERS)}"
    engine = open_engine(server.database)
    with writing(engine) as connection:
        add_account(connection, name, PASSWORD, Role.EDITOR)
    engine.dispose()
    return name


def looked_at(page: Page, name: str) -> None:
    keep_picture(page, name)
    assert faults_of(page) == []
    assert not overflows(page)


def test_from_a_report_to_the_record(visit: BrowserContext, editor: str, width: int) -> None:
    # Each width has a State of its own: they share the server and its record.
    who, code = ("Greece", "GRC") if width > 1_000 else ("Bulgaria", "BGR")
    compared = compared_on(api.load(), "apmbc")
    assert compared is not None
    day = (compared + timedelta(10)).isoformat()
    page = visit.new_page()
    page.goto("/reports")
    page.get_by_role("link", name="Sign in to hand in a report").click()
    page.get_by_label("Name").fill(editor)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    page.get_by_label("Its text").fill(
        f"Finland has left the Ottawa Convention.\n\n{who} has notified the United Nations of its "
        "withdrawal from the Ottawa Convention.\n\n"
        "The Ottawa Convention entered into force on 1 March 1998."
    )
    page.get_by_label(re.compile("Published on")).fill(day)
    looked_at(page, "reports with a form")
    page.get_by_role("button", name="Read this report").click()
    expect(page.locator("mark").first).to_have_text(re.compile("Finland has left"), timeout=_READ)
    expect(page.locator("mark.contradicted")).to_have_text(re.compile("1 March 1998"))
    looked_at(page, "a report with its claims")
    page.get_by_role("link", name=re.compile("^proof of Finland")).first.click()
    expect(page).to_have_url(re.compile("/proof/status"))

    page.goto("/desk")
    page.get_by_role("link", name=re.compile(f"^{who}")).click()
    looked_at(page, "a proposal")
    page.get_by_label("Source, by its title").fill("Depositary notification C.N.12")
    page.get_by_label("its address").fill("https://treaties.un.org/doc/CN12.pdf")
    page.get_by_label("Received by the depositary on").fill(day)
    page.get_by_role("button", name="Accept").click()
    expect(page.get_by_role("button", name="Take back")).to_be_visible()
    looked_at(page, "an accepted proposal")
    page.goto("/desk/pages")
    looked_at(page, "the form for a depositary's page")
    page.goto(f"/treaties/apmbc/participants/{code}?on={day}")
    expect(page.locator("h1")).to_contain_text("PARTY UNDER NOTICE", ignore_case=True)
    page.goto(f"/treaties/apmbc/participants/{code}?on={day}&as_known_on={day}")
    expect(page.locator("h1")).not_to_contain_text("UNDER NOTICE", ignore_case=True)


def test_without_scripts_a_report_can_be_handed_in_and_read(
    without_scripts: BrowserContext, editor: str
) -> None:
    page = without_scripts.new_page()
    page.goto("/sign-in?to=/reports")
    page.get_by_label("Name").fill(editor)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    page.get_by_label("Its text").fill(f"Latvia has left the Ottawa Convention, says {editor}.")
    page.get_by_role("button", name="Read this report").click()
    expect(page.locator("mark").first).to_contain_text("Latvia has left", timeout=_READ)
