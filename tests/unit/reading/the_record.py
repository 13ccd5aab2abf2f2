"""The packaged record as the reader sees it, compiled once for the tests of this folder."""

from functools import cache

from treatywatch.ledger.load import load_ledger
from treatywatch.reading.claim import Claim
from treatywatch.reading.naming.lexicon import Lexicon, build_lexicon
from treatywatch.reading.read import read_by_rules
from treatywatch.reports.open import report_from_text


@cache
def lexicon(language: str = "en") -> Lexicon:
    ledger = load_ledger()
    return build_lexicon(ledger.treaties, ledger.participants, ledger.groups, language)


def claims(text: str, published: str | None = "2025-07-15") -> list[Claim]:
    return list(read_by_rules(report_from_text(text, "report", published), lexicon()))


def of_type(kind: str, text: str, published: str | None = "2025-07-15") -> list[Claim]:
    return [claim for claim in claims(text, published) if claim.type.value == kind]
