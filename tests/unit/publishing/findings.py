"""Two checked reports made by hand: they say different things about Finland, one of them rudely."""

from functools import cache

from tests.unit.checking.claims import a_claim, a_report
from treatywatch.checking.check import check
from treatywatch.checking.grounds.finding import Finding
from treatywatch.law.calendar import parse_day
from treatywatch.ledger.ledger import Ledger
from treatywatch.ledger.load import load_ledger
from treatywatch.reports.report import Report

ONE = (
    "Finland leaves mines pact\n\nFinland has left the Ottawa Convention, established in 1999. "
    'It has 133 parties. "A <script>alert(1)</script> & sad day", said a bishop.'
)
TWO = "Finland notified the UN on July 10. The Ottawa Convention, adopted in 1997, has 166 parties."

APMBC = {"treaty": "apmbc"}
FIN = {**APMBC, "participants": ["FIN"]}


@cache
def the_ledger() -> Ledger:
    return load_ledger().as_known_on(parse_day("2026-02-01"))


@cache
def checked() -> tuple[tuple[Report, tuple[Finding, ...]], ...]:
    one, two = a_report(ONE, "2025-07-12", "one"), a_report(TWO, "2025-07-20", "two")
    claims = {
        "one": (
            {
                **FIN,
                "type": "withdrawal",
                "quote": "Finland leaves mines pact",
                "stage": "effective",
            },
            {
                **FIN,
                "type": "withdrawal",
                "quote": "Finland has left the Ottawa Convention",
                "stage": "effective",
            },
            {
                **APMBC,
                "type": "treaty_fact",
                "quote": "the Ottawa Convention, established in 1999",
                "stage": "adoption",
                "date": "1999",
            },
            {**APMBC, "type": "count", "quote": "133 parties", "stage": "parties", "value": 133.0},
            {
                **APMBC,
                "type": "quote",
                "quote": "A <script>alert(1)</script> & sad day",
                "speaker": "a bishop",
            },
        ),
        "two": (
            {
                **FIN,
                "type": "withdrawal",
                "quote": "Finland notified the UN on July 10",
                "stage": "notified",
                "date": "2025-07-10",
            },
            {
                **APMBC,
                "type": "treaty_fact",
                "quote": "The Ottawa Convention, adopted in 1997",
                "stage": "adoption",
                "date": "1997",
            },
            {**APMBC, "type": "count", "quote": "166 parties", "stage": "parties", "value": 166.0},
        ),
    }
    return tuple(
        (
            report,
            check(report, [a_claim(report.text, c) for c in claims[report.name]], the_ledger()),
        )
        for report in (one, two)
    )
