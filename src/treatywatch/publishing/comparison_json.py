"""A comparison of reports as JSON: one object, keys in a fixed order; told in docs/comparing.md."""

from treatywatch.checking.comparing.compare import Disagreement, Said
from treatywatch.checking.comparing.comparison import Comparison, Corroboration
from treatywatch.checking.comparing.corroboration import Origin
from treatywatch.checking.comparing.reuse import Overlap, Place
from treatywatch.publishing.findings_json import claim_object
from treatywatch.reading.speaking.attribution import NamedSource
from treatywatch.reports.report import Report

Json = dict[str, object]

_OF_THE_PLACE = ("quote", "start", "end", "participants", "date", "speaker", "role")


def comparison_object(comparison: Comparison) -> Json:
    """The whole comparison as plain values; what more reports say comes first."""
    texts = {report.name: report.text for report in comparison.reports}
    return {
        "reports": [_report(one, comparison.named.get(one.name, ())) for one in comparison.reports],
        "propositions": [_proposition(one) for one in comparison.corroborations],
        "disagreements": [_disagreement(one) for one in comparison.disagreements],
        "shared": [_overlap(one, texts) for one in comparison.overlaps],
    }


def _report(report: Report, named: tuple[NamedSource, ...]) -> Json:
    return {
        "report": report.name,
        "published": report.published,
        "published_from": report.published_from,
        "language": report.language,
        "sha256": report.sha256,
        "newsrooms": [
            {
                "outlet": one.outlet,
                "name": one.name,
                "start": one.start,
                "end": one.end,
                "credit": one.credit.value,
            }
            for one in named
        ],
    }


def _proposition(one: Corroboration) -> Json:
    told = {k: v for k, v in claim_object(one.claim).items() if k not in _OF_THE_PLACE}
    return {
        **told,
        "participants": list(one.participants),
        "date": str(one.date) if one.date else None,
        "independent": one.independent,
        "said": [_said(place) for place in one.said],
        "sources": [_origin(origin) for origin in one.origins],
    }


def _said(said: Said) -> Json:
    claim = said.finding.claim
    return {
        "report": said.report,
        "quote": claim.quote,
        "start": claim.start,
        "end": claim.end,
        "verdict": said.finding.verdict.value,
    }


def _origin(origin: Origin) -> Json:
    return {
        "reports": list(origin.reports),
        "first": origin.first,
        "newsrooms": list(origin.newsrooms),
        "links": [
            {"kind": one.kind.value, "one": one.one, "other": one.other, "words": one.words}
            for one in origin.links
        ],
    }


def _disagreement(one: Disagreement) -> Json:
    return {
        "about": one.about,
        "treaty": one.treaty,
        "participants": list(one.participants),
        "sides": [
            {"version": side.version, "said": [_said(place) for place in side.said]}
            for side in one.sides
        ],
    }


def _overlap(one: Overlap, texts: dict[str, str]) -> Json:
    return {
        "one": one.one,
        "other": one.other,
        "first": one.first,
        "share": one.share,
        "copied": one.copied,
        "passages": [
            {
                "words": passage.words,
                "quoted": passage.quoted,
                "one": _place(passage.one, texts),
                "other": _place(passage.other, texts),
            }
            for passage in one.passages
        ],
    }


def _place(place: Place, texts: dict[str, str]) -> Json:
    text = texts[place.report][place.start : place.end]
    return {"start": place.start, "end": place.end, "text": text}
