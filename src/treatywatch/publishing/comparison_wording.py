"""What a comparison of reports says in a few words, the same in every publication."""

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from treatywatch.checking.comparing.comparison import Comparison, Corroboration
from treatywatch.checking.comparing.corroboration import LinkKind, Origin
from treatywatch.checking.comparing.reuse import Overlap
from treatywatch.ledger.ledger import Ledger
from treatywatch.publishing.wording import claim_line

_WHY: Mapping[LinkKind, str] = MappingProxyType(
    {
        LinkKind.PASSAGE: "the same words",
        LinkKind.COPY: "one made from the other, or both from a third",
        LinkKind.NEWSROOM: "both name",
    }
)


def told_by_several(comparison: Comparison) -> tuple[Corroboration, ...]:
    """What more than one report says, the most independent sources first."""
    several = [one for one in comparison.corroborations if len(one.reports) > 1]
    return tuple(sorted(several, key=lambda one: (-one.independent, -len(one.reports))))


def proposition_line(one: Corroboration, ledger: Ledger) -> str:
    """ "withdrawal, announced · Estonia and Latvia · Cluster Munitions Convention · March 2025" """
    claim = replace(one.claim, participants=one.participants, date=one.date, speaker=None)
    return claim_line(claim, ledger)


def sources_line(one: Corroboration) -> str:
    """ "2 independent sources in 3 reports" """
    sources, reports = one.independent, len(one.reports)
    independent = f"{sources} independent source{'' if sources == 1 else 's'}"
    return f"{independent} in {reports} report{'' if reports == 1 else 's'}"


def why_one_source(origin: Origin) -> tuple[str, ...]:
    """Why several reports are one source, one line for each kind of link; nothing for one alone."""
    lines = []
    for kind in dict.fromkeys(link.kind for link in origin.links):
        links = [link for link in origin.links if link.kind is kind]
        words = "; ".join(dict.fromkeys(link.words for link in links if kind is LinkKind.NEWSROOM))
        lines.append(f"{_WHY[kind]} {words}".strip())
    return tuple(lines)


def shared_line(overlap: Overlap) -> str:
    """ "38 % of the shorter one, probably copied" """
    if not overlap.share:
        return "quotations only"
    copied = ", one made from the other or both from a third" if overlap.copied else ""
    return f"{overlap.share:.0%} of the shorter one{copied}"
