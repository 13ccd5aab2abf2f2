"""Figures that reports quote: casualties, stockpiles, votes, each for a year and a place."""

from treatywatch.checking.finding import Basis, BasisKind
from treatywatch.checking.judgement import (
    Judgement,
    borne_out,
    contradicted,
    not_checked,
    nothing_recorded,
    undetermined,
)
from treatywatch.checking.knowledge import Knowledge
from treatywatch.ledger.indicator import Indicator
from treatywatch.reading.claim import Bound, Claim

# Editions of a yearly survey differ by some percent; a figure this far off is another figure.
_TOLERANCE = 0.05
_FAR_OFF = 0.25


def judge_indicator(claim: Claim, knowledge: Knowledge) -> Judgement:
    """Hold a figure against the record's for the same kind, place and year.

    Figures are estimates: within the bounds of the sources, widened by 5 %, a claim is borne out;
    only one that is off by more than a quarter, for a year and place that it names itself, is
    contradicted; between the two it stays open.
    """
    if claim.value is None or claim.stage is None:
        return nothing_recorded("this, in figures")
    if claim.negated or claim.hedged:
        return not_checked("The words do not state a figure.")
    candidates = _comparable(claim, knowledge)
    if not candidates:
        return nothing_recorded(f'a figure of the kind "{claim.stage}" for that place and year')
    fitting = [figure for figure in candidates if _within(claim, figure, _TOLERANCE)]
    if fitting:
        return borne_out(_words(fitting[0]), _basis(fitting[0]))
    nearest = min(candidates, key=lambda figure: abs(figure.value - (claim.value or 0.0)))
    if claim.date is None or _within(claim, nearest, _FAR_OFF) or claim.stage == "vote":
        return undetermined(f"{_words(nearest)} The figures differ.", _basis(nearest))
    return contradicted(f"{_words(nearest)} The report has {claim.value:g}.", _basis(nearest))


def _comparable(claim: Claim, knowledge: Knowledge) -> list[Indicator]:
    return [
        figure
        for figure in knowledge.ledger.indicators
        if figure.kind == claim.stage
        and _same_place(claim, figure)
        and _same_year(claim, figure, knowledge)
    ]


def _same_place(claim: Claim, figure: Indicator) -> bool:
    if figure.participant is None:
        return not claim.participants
    return claim.participants == (figure.participant,)


def _same_year(claim: Claim, figure: Indicator, knowledge: Knowledge) -> bool:
    if claim.date is not None:
        return figure.year == claim.date.year
    # Without a year the words speak of the latest figures there are: those of the last years.
    return knowledge.on.year - 3 <= figure.year <= knowledge.on.year


def _within(claim: Claim, figure: Indicator, tolerance: float) -> bool:
    low, high = figure.low * (1 - tolerance), figure.high * (1 + tolerance)
    value, value_high = claim.value or 0.0, claim.value_high or claim.value or 0.0
    match claim.bound:
        case Bound.MORE_THAN | Bound.AT_LEAST:
            return value <= high and value >= low / 2
        case Bound.LESS_THAN | Bound.AT_MOST:
            return value_high >= low and value_high <= high * 2
        case _:
            return value <= high and value_high >= low


def _words(figure: Indicator) -> str:
    span = f" ({figure.low:g} to {figure.high:g})" if figure.low != figure.high else ""
    kind = figure.kind.replace("_", " ")
    return f"The record has {figure.value:g}{span} {figure.unit} for {figure.year} ({kind})."


def _basis(figure: Indicator) -> Basis:
    place = figure.participant or "world"
    return Basis(
        BasisKind.INDICATOR, f"{figure.subject} {figure.kind} {place} {figure.year}", figure.source
    )
