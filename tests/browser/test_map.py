"""The map and its slider: the map, the counts and the list move together."""

from playwright.sync_api import BrowserContext, Page, expect

MAP = "/map?treaty=apmbc&on=2026-01-05"


def finland(page: Page) -> str | None:
    return page.locator('svg path[data-who="FIN"]').get_attribute("data-standing")


def opened(visit: BrowserContext) -> Page:
    page = visit.new_page()
    page.goto(MAP)
    page.locator("#slider").wait_for(state="visible")
    return page


def test_the_arrow_keys_move_day_by_day_across_an_exit(visit: BrowserContext) -> None:
    page = opened(visit)
    assert finland(page) == "party-under-notice"
    bound = page.locator('[data-rule="in-force-for"]')
    before = int(bound.inner_text())
    for _ in range(5):
        page.locator("#slider").press("ArrowRight")
    expect(page.locator("#shown-day")).to_have_text("10 January 2026")
    assert finland(page) == "former-party"
    assert int(bound.inner_text()) == before - 1
    expect(page.locator('#places [data-who="FIN"] td')).to_have_text("former party")


def test_the_moved_map_is_the_one_that_the_server_draws(visit: BrowserContext) -> None:
    page = opened(visit)
    for _ in range(20):
        page.locator("#slider").press("PageDown")
    day = page.locator("#on").input_value()
    moved = page.locator("svg [data-who]").evaluate_all(_STANDINGS)
    counts = page.locator("#counts [data-rule]").all_inner_texts()
    page.goto(f"/map?treaty=apmbc&on={day}")
    assert page.locator("svg [data-who]").evaluate_all(_STANDINGS) == moved
    assert page.locator("#counts [data-rule]").all_inner_texts() == counts


def test_without_scripts_the_form_moves_the_day(without_scripts: BrowserContext) -> None:
    page = without_scripts.new_page()
    page.goto(MAP)
    assert finland(page) == "party-under-notice"
    assert page.locator("#slider").is_hidden()
    page.locator("#on").fill("2026-01-10")
    page.get_by_role("button", name="Show").click()
    assert finland(page) == "former-party"


def test_a_notice_can_be_supposed(visit: BrowserContext) -> None:
    page = visit.new_page()
    page.goto("/map?treaty=apmbc&on=2026-12-01")
    page.get_by_label("Who").select_option("GRC")
    page.get_by_label("when").fill("2026-05-01")
    page.get_by_role("button", name="Suppose this").click()
    greece = page.locator('svg path[data-who="GRC"]')
    expect(greece).to_have_attribute("data-standing", "former-party")
    expect(page.locator("main")).to_contain_text("Supposed:")


_STANDINGS = "shapes => shapes.map(s => [s.dataset.who, s.dataset.standing, s.textContent])"
