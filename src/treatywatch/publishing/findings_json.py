"""Findings as JSON: one object per report, described by findings.schema.json beside this module."""

import json
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from treatywatch.checking.grounds.finding import Basis, Finding
from treatywatch.law.calendar import PartialDate
from treatywatch.reading.claim import Claim
from treatywatch.reports.report import Report

Json = dict[str, object]

_SCHEMA = Path(__file__).with_name("findings.schema.json")


@cache
def findings_schema() -> str:
    """The JSON Schema (draft 2020-12) of what :func:`report_object` gives, as text."""
    return _SCHEMA.read_text(encoding="utf-8")


def report_object(report: Report, findings: Sequence[Finding]) -> Json:
    """One report with its findings as plain values, keys in a fixed order."""
    return {
        **_heading(report),
        "as_known_on": _as_known_on(report, findings),
        "claims": [finding_object(finding) for finding in findings],
    }


def claims_report_object(report: Report, claims: Sequence[Claim]) -> Json:
    """One report with its claims alone, not checked, as plain values."""
    return {**_heading(report), "claims": [claim_object(claim) for claim in claims]}


def findings_text(report: Report, findings: Sequence[Finding]) -> str:
    """The object as one line of JSON: the same findings give the same bytes."""
    return json.dumps(report_object(report, findings), ensure_ascii=False)


def finding_object(finding: Finding) -> Json:
    """One claim with its verdict, as plain values."""
    return {
        **claim_object(finding.claim),
        "verdict": finding.verdict.value,
        "reasons": list(finding.reasons),
        "basis": [_basis(one) for one in finding.basis],
        "verdict_now": finding.verdict_now.value,
        "reasons_now": list(finding.reasons_now),
    }


def claim_object(claim: Claim) -> Json:
    """What is claimed and where, as plain values."""
    return {
        "type": claim.type.value,
        "quote": claim.quote,
        "start": claim.start,
        "end": claim.end,
        "treaty": claim.treaty,
        "participants": list(claim.participants),
        "stage": claim.stage,
        "voice": claim.voice.value,
        "negated": claim.negated,
        "hedged": claim.hedged,
        "sure": claim.sure,
        "date": str(claim.date) if claim.date else None,
        "value": _number(claim.value),
        "value_high": _number(claim.value_high),
        "unit": claim.unit,
        "bound": claim.bound.value,
        "of_total": _number(claim.of_total),
        "article": claim.article,
        "named_group": claim.named_group,
        "speaker": claim.speaker,
        "role": claim.role,
        "stance": claim.stance,
        "read_by": claim.read_by.value,
    }


def _heading(report: Report) -> Json:
    told = {
        "title": report.title,
        "author": report.author,
        "url": report.url,
        "modified": report.modified,
    }
    return {
        "report": report.name,
        "published": report.published,
        "published_from": report.published_from,
        "language": report.language,
        "sha256": report.sha256,
        **{key: value for key, value in told.items() if value is not None},
    }


def _as_known_on(report: Report, findings: Sequence[Finding]) -> str | None:
    if findings:
        return findings[0].as_known_on
    published = report.published
    return PartialDate.parse(published).last().isoformat() if published else None


def _basis(basis: Basis) -> Json:
    named: Json = {basis.kind.value: basis.name}
    return named if basis.source is None else {**named, "source": basis.source}


def _number(value: float | None) -> int | float | None:
    """Whole numbers without a point: 133, not 133.0."""
    return int(value) if value is not None and float(value).is_integer() else value
