"""Figures that reports quote: casualties, stockpiles, votes, each for a year and a place."""

import re
from collections.abc import Sequence
from unicodedata import category

from treatywatch.checking.grounds.dates import agree, at
from treatywatch.checking.grounds.finding import Basis, BasisKind
from treatywatch.checking.grounds.judgement import (
    Judgement,
    borne_out,
    contradicted,
    not_checked,
    nothing_recorded,
    silent_on,
    together,
    undetermined,
)
from treatywatch.checking.grounds.knowledge import Knowledge
from treatywatch.checking.words.count_words import has_one
from treatywatch.checking.words.word_line import find_any, line
from treatywatch.law.calendar import PartialDate
from treatywatch.law.terms import Confidence
from treatywatch.ledger.indicator import Indicator
from treatywatch.ledger.ledger import Ledger
from treatywatch.ledger.remembered import remembered
from treatywatch.reading.claim import Bound, Claim

# Editions of a yearly survey differ by some percent; a figure this far off is another figure.
_TOLERANCE = 0.05
_FAR_OFF = 0.25
# Sources that differ by more than this do not settle anything.
_WIDE = 1.5
_VOTE = "vote"
_CURRENCY = "Sc"  # the Unicode category of "$" and "€": the record counts arms, people and votes
# How far back "is using mines" may reach for the latest yearly survey.
_RECENT_YEARS = 3


def judge_indicator(claim: Claim, knowledge: Knowledge) -> Judgement:
    """Hold a figure against the record's for the same kind, place and year.

    Figures are estimates: within the bounds of the sources, widened by 5 %, a claim is borne out;
    only one that is off by more than a quarter, for a year that it names itself, is contradicted.
    Where the sources themselves are weak or far apart it stays open.
    """
    if claim.stage is None or claim.negated or claim.hedged:
        return not_checked("The words do not state a figure to be compared.")
    if any(category(sign) == _CURRENCY for sign in claim.quote):
        return not_checked("The words give a sum of money.")
    figures = [f for f in _comparable(claim, knowledge) if _same_year(claim, f, knowledge)]
    if claim.value is None:
        return _happened(claim, figures, knowledge)
    ours = [figure for figure in figures if _same_place(claim, figure)]
    if not ours and claim.stage == _VOTE and not claim.participants:
        ours = [one for one in figures if _of_that_day(claim, one) and _within(claim, one, 0)]
    if not ours:
        return nothing_recorded(f'a figure of the kind "{claim.stage}" for that place and year')
    fitting = [figure for figure in ours if _within(claim, figure, _TOLERANCE)]
    other = _other_side(claim, ours) if fitting else None
    if other is not None:
        words = f"{' '.join(map(_words, ours))} The report has {other} beside {claim.value:g}."
        return contradicted(words, *map(_basis, ours))
    return _fits(fitting[-1]) if fitting else _differs(claim, ours, knowledge)


def _other_side(claim: Claim, ours: Sequence[Indicator]) -> int | None:
    """The 31 of "by 81 to 31", where the record has other votes beside the 81; else None."""
    told = _TO.search(claim.quote) if claim.stage == _VOTE else None
    if told is None or len(ours) < _BOTH or float(told["for"]) != claim.value:
        return None
    against = int(told["against"])
    return None if against in {round(one.value) for one in ours} else against


_TO = re.compile(r"\b(?P<for>\d+)(?: to |[-\u2013:])(?P<against>\d+)\b")
_BOTH = 2  # figures: for and against


def _fits(figure: Indicator) -> Judgement:
    if _is_open(figure):
        return undetermined(f"{_words(figure)} An estimate, and sources differ.", _basis(figure))
    return borne_out(_words(figure), _basis(figure))


def _differs(claim: Claim, ours: Sequence[Indicator], knowledge: Knowledge) -> Judgement:
    value = claim.value or 0.0
    nearest = min(ours, key=lambda figure: abs(figure.value - value))
    if claim.stage == _VOTE and _has_the_other_side(claim, ours):
        words = f"{' '.join(map(_words, ours))} The report has {value:g}."
        return contradicted(words, *map(_basis, ours))
    if claim.date is None or claim.stage == _VOTE:
        return not_checked(f"{' '.join(map(_words, ours))} The words may count something else.")
    if nearest.participant is None and value < nearest.low and not _of_the_world(claim, knowledge):
        return not_checked(f"{_words(nearest)} The words may count those of one place.")
    other = _of_another_year(claim, nearest, knowledge)
    if other is not None:
        return contradicted(
            f"{_words(nearest)} {value:,g} is the figure for {other.year}.",
            _basis(nearest),
            _basis(other),
        )
    added_up = has_one(claim.quote, knowledge.ledger.fact_words.terms.added_up)
    if added_up or _is_open(nearest) or _within(claim, nearest, _FAR_OFF):
        return undetermined(f"{_words(nearest)} The report has {value:,g}.", _basis(nearest))
    return contradicted(f"{_words(nearest)} The report has {value:,g}.", _basis(nearest))


def _has_the_other_side(claim: Claim, ours: Sequence[Indicator]) -> bool:
    """Whether another number of the words is one of that vote: 313 "for and 15 against"."""
    day = claim.date.day if claim.date is not None else None
    told = {int(number) for number in _NUMBER.findall(claim.quote)} - {claim.value, day}
    return any(one.value > _FEW and round(one.value) in told for one in ours)


_NUMBER = re.compile(r"\b\d{1,3}\b")
_FEW = 1  # votes that any division may have against it


def _of_another_year(claim: Claim, named: Indicator, knowledge: Knowledge) -> Indicator | None:
    """The figure that is given to the last digit, and is that of another year alone.

    A round number may be meant for either.
    """
    exact = claim.bound is Bound.EXACT and claim.value_high in (None, claim.value)
    if not exact or (claim.value or 0) % _ROUND == 0 or _within(claim, named, 0):
        return None
    same = (f for f in _comparable(claim, knowledge) if f.unit == named.unit)
    same = (f for f in same if f.participant == named.participant and f.year < named.year)
    return next((f for f in same if f.value == claim.value and f.value > _ROUND), None)


_ROUND = 100


def _of_that_day(claim: Claim, figure: Indicator) -> bool:
    """Whether the vote was taken on the day that the claim gives; its note has the day."""
    noted = _NOTED.match(figure.note)
    return claim.date is not None and noted is not None and agree(claim.date, _day(noted))


_NOTED = re.compile(r"\S+ (?P<day>[\d-]+) (?P<house>[^;]+)")  # "apmbc 2025-06-19 Eduskunta; ..."


def _day(noted: re.Match[str]) -> PartialDate:
    return PartialDate.parse(noted["day"])


def _of_the_world(claim: Claim, knowledge: Knowledge) -> bool:
    """Whether the words say that they count everywhere; else a smaller number may be a place's."""
    return has_one(claim.quote, knowledge.ledger.fact_words.terms.worldwide)


def _happened(claim: Claim, figures: Sequence[Indicator], knowledge: Knowledge) -> Judgement:
    """A thing that happens in a place (use, production, transfer), without a number."""
    if not claim.participants:
        return nothing_recorded("this, in figures")
    held = knowledge.ledger.participants
    names = [held[place].common_name for place in claim.participants]
    parts = [
        _one_place(claim, name, [f for f in figures if f.participant == place])
        for place, name in zip(claim.participants, names, strict=True)
    ]
    return together(parts, names)


def _one_place(claim: Claim, name: str, figures: Sequence[Indicator]) -> Judgement:
    reported = [figure for figure in figures if figure.unit.startswith("reported")]
    if not reported:
        return silent_on(name, f'"{claim.stage}" in those years')
    latest = reported[-1]
    words = f"{name}: the record has {latest.unit} in {latest.year}."
    if latest.confidence is Confidence.LOW:
        return undetermined(words, _basis(latest))
    return borne_out(words, _basis(latest))


def _comparable(claim: Claim, knowledge: Knowledge) -> list[Indicator]:
    told = _told_of(claim, knowledge)
    return [
        figure
        for figure in knowledge.ledger.indicators
        if figure.kind == claim.stage and _same_subject(claim, figure, told, knowledge)
    ]


def _same_subject(
    claim: Claim, figure: Indicator, told: frozenset[str], knowledge: Knowledge
) -> bool:
    """Whether the figure is on what is ``told`` of, or else on what the treaty is on.

    The note of a vote names its treaty.
    """
    if claim.treaty is None:
        return False
    if figure.kind == _VOTE:
        return figure.note.split(" ", 1)[0] == claim.treaty
    if told:
        return figure.subject in told
    return _is_about(knowledge.treaty(claim.treaty).subjects, figure.subject)


def _told_of(claim: Claim, knowledge: Knowledge) -> frozenset[str]:
    """The subjects of figures that the words name: "killed by mines", in a paragraph on another."""
    ledger, words = knowledge.ledger, line(claim.quote)
    names = remembered(ledger, "names_of_figures", "", lambda: _names_of_subjects(ledger))
    return frozenset(subject for subject, known in names.items() if find_any(words, known))


def _names_of_subjects(ledger: Ledger) -> dict[str, tuple[str, ...]]:
    """What reports call each subject that the record has figures of."""
    subjects = {one.subject for one in ledger.indicators if one.kind != _VOTE}
    on_it = [treaty.subjects for treaty in ledger.treaties.values()]
    return {
        subject: tuple(
            sorted({name for told in on_it if _is_about(told, subject) for name in told})
        )
        for subject in sorted(subjects)
    }


def _is_about(subjects: Sequence[str], subject: str) -> bool:
    return any(subject.replace("-", " ") in named for named in subjects)


def _same_place(claim: Claim, figure: Indicator) -> bool:
    if figure.participant is None:
        return not claim.participants
    return claim.participants == (figure.participant,)


def _same_year(claim: Claim, figure: Indicator, knowledge: Knowledge) -> bool:
    if claim.date is not None:
        return figure.year == claim.date.year
    # Without a year the words speak of the latest figures there are: those of the last years.
    return knowledge.on.year - _RECENT_YEARS <= figure.year <= knowledge.on.year


def _is_open(figure: Indicator) -> bool:
    disputed_tally = figure.kind == _VOTE and figure.low != figure.high
    wide = figure.high > _WIDE * max(figure.low, 1.0)
    return disputed_tally or wide or figure.confidence is Confidence.LOW


def _within(claim: Claim, figure: Indicator, tolerance: float) -> bool:
    low, high = figure.low * (1 - tolerance), figure.high * (1 + tolerance)
    if figure.kind == _VOTE:
        low, high = figure.low, figure.high
    value, value_high = claim.value or 0.0, claim.value_high or claim.value or 0.0
    match claim.bound:
        case Bound.MORE_THAN | Bound.AT_LEAST:
            return low / 2 <= value <= high
        case Bound.LESS_THAN | Bound.AT_MOST:
            return low <= value_high <= high * 2
        case Bound.ABOUT:
            return value <= high * (1 + tolerance) and value_high >= low * (1 - tolerance)
        case Bound.EXACT:
            return value <= high and value_high >= low


def _words(figure: Indicator) -> str:
    span = f" ({figure.low:,.0f} to {figure.high:,.0f})" if figure.low != figure.high else ""
    noted = _NOTED.match(figure.note) if figure.kind == _VOTE else None
    if noted:
        when, house = at(_day(noted)), noted["house"]
        return f"The record has {figure.value:,.0f}{span} {figure.unit} {when} ({house})."
    kind = figure.kind.replace("_", " ")
    return (
        f"The record has {figure.value:,.0f}{span} {figure.unit} for {figure.year} "
        f"({kind}, {figure.subject.replace('-', ' ')})."
    )


def _basis(figure: Indicator) -> Basis:
    place = figure.participant or "world"
    return Basis(
        BasisKind.INDICATOR, f"{figure.subject} {figure.kind} {place} {figure.year}", figure.source
    )
