"""Verdicts and claims in a few words, the same in every publication."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from treatywatch.checking.comparing.compare import Disagreement
from treatywatch.checking.grounds.finding import Verdict
from treatywatch.checking.grounds.judgement import listed
from treatywatch.law.calendar import in_words
from treatywatch.ledger.ledger import Ledger
from treatywatch.reading.claim import Bound, Claim, ReadBy

MEANING: Mapping[Verdict, str] = MappingProxyType(
    {
        Verdict.BORNE_OUT: "the record has it so on the report's date",
        Verdict.CONTRADICTED: "the record has it otherwise",
        Verdict.PREMATURE: "not yet: an earlier stage had been reached, this one had not",
        Verdict.OUTDATED: "it was so once, and no longer was on the report's date",
        Verdict.UNDETERMINED: "the law or the record itself leaves it open",
        Verdict.NOT_CHECKED: "an opinion, a possibility, or nothing in the record to compare",
    }
)

_BOUNDS: Mapping[Bound, str] = MappingProxyType(
    {
        Bound.EXACT: "",
        Bound.MORE_THAN: "more than ",
        Bound.LESS_THAN: "less than ",
        Bound.AT_LEAST: "at least ",
        Bound.AT_MOST: "at most ",
        Bound.ABOUT: "about ",
    }
)

READERS: Mapping[ReadBy, str] = MappingProxyType(
    {
        ReadBy.TABLE: "in a table",
        ReadBy.LIKENESS: "by likeness",
        ReadBy.SECOND: "second reader",
    }
)
"""Whose reading a claim is, where no rule has read it."""


def verdict_words(verdict: Verdict) -> str:
    """ "borne out", "not checked" """
    return verdict.value.replace("_", " ")


def claim_line(claim: Claim, ledger: Ledger) -> str:
    """What is claimed: "withdrawal, announced · Finland · Anti-Personnel Mine Ban Convention"."""
    kind = claim.type.value.replace("_", " ")
    stage = _staged(claim)
    parts = [
        f"{kind}, {stage}" if stage else kind,
        listed([_participant(one, ledger) for one in claim.participants]),
        _treaty(claim.treaty, ledger) if claim.treaty else "",
        in_words(claim.date) if claim.date else "",
        value_words(claim),
        _spoken(claim),
        READERS.get(claim.read_by, ""),
    ]
    return " · ".join(part for part in parts if part)


def read_from(claim: Claim, ledger: Ledger) -> str:
    """How it was read where no rule did, and of a cell what: "in a table: Latvia, acceded"."""
    reader = READERS.get(claim.read_by, "")
    if claim.read_by is not ReadBy.TABLE:
        return reader
    whose = listed([_participant(one, ledger) for one in claim.participants])
    told = ", ".join(part for part in (whose, _staged(claim)) if part)
    return f"{reader}: {told}" if told else reader


def _participant(code: str, ledger: Ledger) -> str:
    """The name by which it is known; the code itself where the record has no such participant."""
    known = ledger.participants.get(code)
    return known.common_name if known else code


def _treaty(code: str, ledger: Ledger) -> str:
    known = ledger.treaties.get(code)
    return known.short_title if known else code


def _staged(claim: Claim) -> str:
    """The stage in words, denied or not; nothing where it has none."""
    return f"{_denial(claim)}{claim.stage.replace('_', ' ')}" if claim.stage else ""


def _denial(claim: Claim) -> str:
    """What stands before a stage that is denied: "not: signed", but "denied: not signed"."""
    if not claim.negated:
        return ""
    return "denied: " if (claim.stage or "").startswith(("not_", "never_")) else "not: "


def disagreement_line(disagreement: Disagreement, ledger: Ledger) -> str:
    """Who, what, which treaty: "Finland · stage of exit · Anti-Personnel Mine Ban Convention"."""
    parts = [
        listed([_participant(one, ledger) for one in disagreement.participants]),
        disagreement.about,
        _treaty(disagreement.treaty, ledger) if disagreement.treaty else "",
    ]
    return " · ".join(part for part in parts if part)


def value_words(claim: Claim) -> str:
    """The number with its bound and unit: "more than 160 states", "9 to 12 months"."""
    if claim.value is None:
        return ""
    high = f" to {claim.value_high:g}" if claim.value_high not in (None, claim.value) else ""
    total = f" of {claim.of_total:g}" if claim.of_total is not None else ""
    unit = f" {claim.unit}" if claim.unit else ""
    return f"{_BOUNDS[claim.bound]}{_plain(claim.value)}{high}{total}{unit}"


def _plain(value: float) -> str:
    return f"{value:,.0f}" if float(value).is_integer() else f"{value:g}"


def _spoken(claim: Claim) -> str:
    return f"said by {claim.speaker}" if claim.speaker else ""


def first_reasons(reasons: Sequence[str]) -> Sequence[str]:
    """As many reasons as a reader takes in, the weightiest: those of a group are many."""
    return reasons[:_SHOWN]


def further_reasons(reasons: Sequence[str]) -> Sequence[str]:
    """The reasons behind :func:`first_reasons`, which are shown on demand."""
    return reasons[_SHOWN:]


_SHOWN = 6
