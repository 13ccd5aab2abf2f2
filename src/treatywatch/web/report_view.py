"""A report with its claims as a page shows it: beside each claim, where its reasons can be seen."""

from collections.abc import Iterator, Sequence
from datetime import date
from urllib.parse import urlencode

from treatywatch.checking.grounds.finding import Basis, BasisKind, Finding
from treatywatch.ledger.ledger import Ledger
from treatywatch.publishing.brief import Numbered, ReportPage, report_page
from treatywatch.reading.claim import ClaimType
from treatywatch.reports.report import Report
from treatywatch.values import frozen

_MOST_WHO = 4  # States of a claim whose standings are linked beside it
_OF_STATES = frozenset({ClaimType.PARTICIPATION, ClaimType.WITHDRAWAL})
_OF_ACTS = frozenset({BasisKind.ACT, BasisKind.STEP})
_PLACES = {
    BasisKind.ARTICLE: "#clauses",
    BasisKind.COUNT: "#counts",
    BasisKind.MILESTONE: "#clauses",
}


@frozen
class Link:
    """Words that lead to a page of this server; ``path`` is empty where there is none."""

    words: str
    path: str
    source: str = ""


@frozen
class Beside:
    """A finding with what it rests on, and the answers and proofs to look at."""

    one: Numbered
    basis: tuple[Link, ...]
    answers: tuple[Link, ...]


@frozen
class ReportView:
    """One report, its text in marked pieces, and its findings."""

    page: ReportPage
    beside: tuple[Beside, ...]


def report_view(
    number: int, report: Report, findings: Sequence[Finding], ledger: Ledger
) -> ReportView:
    """The report as its page shows it."""
    page = report_page(number, report, findings, ledger)
    return ReportView(
        page,
        tuple(
            Beside(
                one,
                tuple(_basis(basis, ledger) for basis in one.finding.basis),
                tuple(_answers(one.finding, ledger)),
            )
            for one in page.findings
        ),
    )


def _basis(basis: Basis, ledger: Ledger) -> Link:
    words = f"{basis.kind.value}: {basis.name}"
    source = _source_words(basis.source or "", ledger)
    treaty = basis.name.replace(":", " ").split(" ")[0]
    if treaty not in ledger.treaties:
        return Link(words, "", source)
    if basis.kind in _OF_ACTS:
        who = [*basis.name.split(":"), ""][1]
        path = f"/treaties/{treaty}/participants/{who}" if who in ledger.participants else ""
        return Link(words, path, source)
    place = _PLACES.get(basis.kind)
    return Link(words, "" if place is None else f"/treaties/{treaty}{place}", source)


def _source_words(names: str, ledger: Ledger) -> str:
    known = [(name.strip(), ledger.sources.get(name.strip())) for name in names.split(";")]
    return "; ".join(source.title if source else name for name, source in known)


def _answers(finding: Finding, ledger: Ledger) -> Iterator[Link]:
    """The standings or the count that a claim is about, on the day its report speaks from."""
    claim = finding.claim
    if claim.treaty is None or claim.treaty not in ledger.treaties:
        return
    known_on = finding.as_known_on
    days = {"on": known_on, "as_known_on": known_on} if known_on else {"on": str(date.today())}
    if claim.type is ClaimType.COUNT:
        yield Link("the counts of that day", f"/treaties/{claim.treaty}?{urlencode(days)}#counts")
    elif claim.type in _OF_STATES:
        for who in claim.participants[:_MOST_WHO]:
            if who in ledger.participants:
                yield from _of_state(ledger, claim.treaty, who, days)
    else:
        yield Link("the treaty", f"/treaties/{claim.treaty}")


def _of_state(ledger: Ledger, treaty: str, who: str, days: dict[str, str]) -> Iterator[Link]:
    name = ledger.participants[who].common_name
    yield Link(f"{name} on that day", f"/treaties/{treaty}/participants/{who}?{urlencode(days)}")
    asked = urlencode({"treaty": treaty, "participant": who, **days})
    yield Link(f"proof of {name}’s standing", f"/proof/status?{asked}")
