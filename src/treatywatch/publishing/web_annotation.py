"""Findings as W3C Web Annotations: each verdict is tied to the words it is about.

Places are counted in characters of the report's normalised text (TextPositionSelector) and told in
words with what stands around them (TextQuoteSelector), so that they are found in the page itself.
"""

import base64
from collections.abc import Sequence
from datetime import datetime

from treatywatch.checking.grounds.finding import Finding
from treatywatch.ledger.ledger import Ledger
from treatywatch.publishing.wording import claim_line
from treatywatch.reports.report import Report

Json = dict[str, object]

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
_AROUND = 32  # characters before and after a quotation, by which it is told from its like


def web_annotations(
    report: Report,
    findings: Sequence[Finding],
    ledger: Ledger,
    made_at: datetime,
    page: str | None = None,
) -> Json:
    """The findings of a report as one AnnotationCollection.

    ``page`` is the address at which they are shown, with the normalised text below it at
    ``/text``; without one the text is named by its digest (RFC 6920).
    """
    base = page or named_by_digest(report.sha256)
    items = [
        {
            "id": f"{base}#r1c{number}",
            **_annotation(report, finding, made_at, page),
            "body": _bodies(finding, ledger),
        }
        for number, finding in enumerate(findings, 1)
    ]
    first = {"id": f"{base}#annotations-1", "type": "AnnotationPage", "startIndex": 0}
    return {
        "@context": CONTEXT,
        "id": f"{base}#annotations",
        "type": "AnnotationCollection",
        "label": f"Treaty claims in {report.title or report.name}",
        "total": len(items),
        "first": {**first, "items": items},
    }


def named_by_digest(sha256: str) -> str:
    """The name of a text by its SHA-256, given in hexadecimal: "ni:///sha-256;..." (RFC 6920)."""
    digest = base64.urlsafe_b64encode(bytes.fromhex(sha256)).decode().rstrip("=")
    return f"ni:///sha-256;{digest}"


def _annotation(report: Report, finding: Finding, made_at: datetime, page: str | None) -> Json:
    return {
        "type": "Annotation",
        "motivation": "assessing",
        "created": made_at.isoformat(timespec="seconds").replace("+00:00", "Z"),
        "creator": {"type": "Software", "name": "treatywatch"},
        "target": {
            "type": "SpecificResource",
            "source": _source(report, page),
            "selector": [_position(finding), _quotation(report, finding)],
        },
    }


def _bodies(finding: Finding, ledger: Ledger) -> list[Json]:
    return [
        _body(finding.verdict.value, "classifying"),
        _body(claim_line(finding.claim, ledger), "identifying"),
        *(_body(reason, "assessing") for reason in finding.reasons),
    ]


def _body(words: str, purpose: str) -> Json:
    told = {"type": "TextualBody", "value": words, "format": "text/plain", "language": "en"}
    return {**told, "purpose": purpose}


def _source(report: Report, page: str | None) -> Json:
    told: Json = {
        "id": f"{page}/text" if page else named_by_digest(report.sha256),
        "type": "Text",
        "format": "text/plain",
    }
    if report.language:
        told["language"] = report.language
    if report.url:
        told["via"] = report.url
    return told


def _position(finding: Finding) -> Json:
    claim = finding.claim
    return {"type": "TextPositionSelector", "start": claim.start, "end": claim.end}


def _quotation(report: Report, finding: Finding) -> Json:
    claim = finding.claim
    return {
        "type": "TextQuoteSelector",
        "exact": claim.quote,
        "prefix": report.text[max(0, claim.start - _AROUND) : claim.start],
        "suffix": report.text[claim.end : claim.end + _AROUND],
    }
