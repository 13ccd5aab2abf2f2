"""A page that a browser prints to PDF is read like the page itself, tables and all."""

from dataclasses import replace
from pathlib import Path

from playwright.sync_api import Browser

from treatywatch import api

_PAGE = """<html><head><title>Who is leaving</title></head><body>
<h1>Who is leaving the Ottawa Convention</h1>
<p>Four of the five have now given notice, as the table below shows row by row.</p>
<table><tr><th>Country</th><th>Notification</th><th>Out since</th></tr>
<tr><td>Latvia</td><td>27 June 2025</td><td>27 December 2025</td></tr>
<tr><td>Lithuania</td><td>27 June 2025</td><td>27 December 2025</td></tr>
<tr><td>Poland</td><td>20 August 2025</td><td>20 March 2026</td></tr></table>
</body></html>"""


def test_a_wrong_day_in_a_printed_table_is_found(chromium: Browser, tmp_path: Path) -> None:
    page = chromium.new_page()
    page.set_content(_PAGE)
    page.pdf(path=tmp_path / "printed.pdf")
    page.close()
    ledger = api.load()
    (report,) = api.open_reports(tmp_path / "printed.pdf")
    dated = replace(report, published="2025-12-20")
    assert "Poland | 20 August 2025 | 20 March 2026" in report.text
    wrong = [one for one in api.check(dated, ledger=ledger) if one.verdict == "contradicted"]
    assert [one.claim.quote for one in wrong] == ["20 March 2026"]
