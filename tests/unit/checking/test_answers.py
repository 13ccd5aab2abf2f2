"""An answer in a fragment is judged with its question, and shown in its own words."""

from treatywatch import api
from treatywatch.ledger.load import load_ledger as the_ledger


def test_a_bare_yes_is_wrong_of_whoever_was_asked_about() -> None:
    text = "Has Ukraine left the Ottawa Treaty?\nYes."
    (finding,) = api.check(text, published="2026-01-08", ledger=the_ledger())
    assert finding.claim.quote == "Yes"
    assert finding.verdict.value == "contradicted"


def test_not_yet_is_right_until_the_exit_takes_effect() -> None:
    text = "Is Finland out of the Ottawa Treaty?\nNot yet. Norway has not left it."
    verdicts = [
        [one.verdict.value for one in api.check(text, published=day, ledger=the_ledger())]
        for day in ("2026-01-08", "2026-01-12")
    ]
    assert verdicts[0][0] == "borne_out"
    assert verdicts[1][0] != "borne_out"


def test_every_quote_stands_where_the_report_has_it() -> None:
    text = (
        "Who has left the Ottawa Treaty?\nEstonia and Latvia, on 27 December\n\n"
        "Has the United States ratified it? No. Norway ratified it in 1998.\n"
    )
    findings = api.check(text, published="2026-01-08", ledger=the_ledger())
    assert all(text[f.claim.start : f.claim.end] == f.claim.quote for f in findings)
    assert findings[-1].claim.quote == "Norway ratified it in 1998"
