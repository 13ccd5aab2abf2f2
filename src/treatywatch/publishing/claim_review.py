"""Findings as schema.org ClaimReview in JSON-LD, one review for each claim that has a verdict."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from types import MappingProxyType

from treatywatch.checking.grounds.finding import Finding, Verdict
from treatywatch.publishing.wording import MEANING, verdict_words
from treatywatch.reports.report import Report

Json = dict[str, object]

_WORST, _BEST = 1, 5
# Only what is settled has a number: an open question is told in words alone.
_RATINGS: Mapping[Verdict, int] = MappingProxyType(
    {
        Verdict.CONTRADICTED: _WORST,
        Verdict.PREMATURE: 2,
        Verdict.OUTDATED: 3,
        Verdict.BORNE_OUT: _BEST,
    }
)


def claim_reviews(
    report: Report, findings: Sequence[Finding], reviewed_on: date, page: str | None = None
) -> Json:
    """The reviews of a report as one JSON-LD document.

    ``page`` is the address at which the report's findings are shown, each at ``#r1c<number>``.
    Opinions, and what could not be held against the record, are not reviewed.
    """
    return {
        "@context": "https://schema.org",
        "@graph": list(_reviews(report, findings, reviewed_on, page)),
    }


def _reviews(
    report: Report, findings: Sequence[Finding], reviewed_on: date, page: str | None
) -> Iterator[Json]:
    for number, finding in enumerate(findings, 1):
        if finding.verdict is Verdict.NOT_CHECKED:
            continue
        yield {
            "@type": "ClaimReview",
            **({"url": f"{page}#r1c{number}"} if page else {}),
            "claimReviewed": " ".join(finding.claim.quote.split()),
            "datePublished": reviewed_on.isoformat(),
            "author": {"@type": "Organization", "name": "treatywatch"},
            "reviewBody": " ".join(finding.reasons),
            "reviewRating": _rating(finding),
            "itemReviewed": _claim(report, finding),
        }


def _rating(finding: Finding) -> Json:
    words = verdict_words(finding.verdict).capitalize()
    told: Json = {
        "@type": "Rating",
        "alternateName": words,
        "ratingExplanation": MEANING[finding.verdict],
    }
    number = _RATINGS.get(finding.verdict)
    if number is None:
        return told
    return {**told, "ratingValue": number, "bestRating": _BEST, "worstRating": _WORST}


def _claim(report: Report, finding: Finding) -> Json:
    told: Json = {"@type": "Claim", "appearance": _appearance(report)}
    if report.published is not None:
        told["datePublished"] = report.published
    if finding.claim.speaker:
        told["author"] = {"@type": "Person", "name": finding.claim.speaker}
    return told


def _appearance(report: Report) -> Json:
    told = {
        "headline": report.title or report.name,
        "url": report.url,
        "author": report.author,
        "datePublished": report.published,
        "inLanguage": report.language or None,
    }
    given = {name: value for name, value in told.items() if value}
    return {"@type": "Article", **given}
