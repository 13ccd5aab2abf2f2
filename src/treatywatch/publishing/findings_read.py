"""Findings read back from the JSON of :mod:`treatywatch.publishing.findings_json`."""

from collections.abc import Mapping, Sequence
from typing import Any

from treatywatch.checking.grounds.finding import Basis, BasisKind, Finding, Verdict
from treatywatch.law.calendar import PartialDate
from treatywatch.publishing.findings_json import report_object
from treatywatch.reading.claim import Bound, Claim, ClaimType, ReadBy, Voice
from treatywatch.reports.report import Report

Json = Mapping[str, Any]


def kept_object(report: Report, findings: Sequence[Finding]) -> dict[str, object]:
    """A report's findings as they are kept: the published object, and what it leaves out."""
    under_way = [number for number, one in enumerate(findings) if one.claim.under_way]
    return {"told": report_object(report, findings), "under_way": under_way}


def findings_of(kept: Json) -> tuple[Finding, ...]:
    """The findings of a kept object: the very ones that it was made of."""
    told, under_way = kept["told"], frozenset(kept["under_way"])
    return tuple(
        _finding(one, told["as_known_on"], is_under_way=number in under_way)
        for number, one in enumerate(told["claims"])
    )


def _finding(told: Json, as_known_on: str | None, *, is_under_way: bool) -> Finding:
    return Finding(
        claim=_claim(told, is_under_way=is_under_way),
        verdict=Verdict(told["verdict"]),
        reasons=tuple(told["reasons"]),
        basis=tuple(map(_basis, told["basis"])),
        as_known_on=as_known_on,
        verdict_now=Verdict(told["verdict_now"]),
        reasons_now=tuple(told["reasons_now"]),
    )


def _basis(told: Json) -> Basis:
    kind = next(kind for kind in BasisKind if kind.value in told)
    return Basis(kind, told[kind.value], told.get("source"))


def _claim(told: Json, *, is_under_way: bool) -> Claim:
    return Claim(
        type=ClaimType(told["type"]),
        quote=told["quote"],
        start=told["start"],
        end=told["end"],
        treaty=told["treaty"],
        participants=tuple(told["participants"]),
        stage=told["stage"],
        voice=Voice(told["voice"]),
        negated=told["negated"],
        hedged=told["hedged"],
        sure=told.get("sure", True),
        date=PartialDate.parse(told["date"]) if told["date"] else None,
        value=told["value"],
        value_high=told["value_high"],
        unit=told["unit"],
        bound=Bound(told["bound"]),
        of_total=told["of_total"],
        article=told["article"],
        named_group=told["named_group"],
        speaker=told["speaker"],
        role=told["role"],
        stance=told["stance"],
        under_way=is_under_way,
        read_by=ReadBy(told["read_by"]),
    )
