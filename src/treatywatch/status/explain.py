"""From an answer with its reasons to the lines that a reader sees. Words only, no colour."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import groupby

from treatywatch.law.calendar import Interval, NoEffect, Undetermined, When, in_words
from treatywatch.law.effect import Reason
from treatywatch.law.terms import Confidence, Standing
from treatywatch.law.treaty import NOBODY, Holds
from treatywatch.ledger.ledger import Ledger
from treatywatch.status.answers import (
    DEPOSITARY,
    NO_VIEW,
    Count,
    CountReport,
    EffectAnswer,
    OtherView,
    Spell,
    StatusAnswer,
    Timeline,
    UnitStatus,
)
from treatywatch.status.horizon import beyond_the_horizon
from treatywatch.status.units import unit_name
from treatywatch.values import frozen

_ASIDES = (
    ("except for", frozenset({Standing.FORMER_PARTY, Standing.THIRD_STATE, Standing.SIGNATORY})),
    ("under notice for", frozenset({Standing.PARTY_UNDER_NOTICE})),
)


@frozen
class Line:
    """One line of an answer: when it is about, what it says, and the article it rests on.

    The headline has only ``words``.
    """

    when: str
    words: str
    article: str = ""

    def __str__(self) -> str:
        return "  ".join(part for part in (self.when, self.words, self.article) if part)


def status_lines(answer: StatusAnswer, ledger: Ledger) -> tuple[Line, ...]:
    """A status in words: the headline, then each reason with its day and article."""
    lines = [Line("", _headline(answer, ledger))]
    lines += _reasons(answer.spell, answer.on)
    lines += _overtaken(answer)
    lines += _what_is_taken_for_granted(answer.spell.reasons)
    lines += _contested(answer.spell)
    lines += _units(answer)
    lines += _view_and_day(answer, ledger)
    lines += _views_of_a_standing(answer)
    lines += _caution(answer.compared_on, answer.on)
    return tuple(lines)


def _units(answer: StatusAnswer) -> Iterator[Line]:
    """Each part or territory that stands otherwise than the whole, with its own reasons."""
    for unit in answer.units:
        if unit.differs:
            yield Line("", f"for {unit.name}: {standing_words(unit.spell.standing)}")
            yield from _reasons(unit.spell, answer.on)
            yield from _what_is_taken_for_granted(unit.spell.reasons)
            yield from _contested(unit.spell)
        elif unit.alone:
            article = "VCLT Art. 17(1)" if unit.unit.part else "VCLT Art. 29"
            yield Line("", f"it gave its consent for {unit.name} alone", article)


def _views_of_a_standing(answer: StatusAnswer) -> Iterator[Line]:
    """One line with the standing under every view, where they differ."""
    if answer.views_differ:
        own = f"{_with_operation(answer.spell)} {_by(answer.view)}"
        others = [f"{_other_standing(other)} by {other.held_by}" for other in answer.views_differ]
        yield Line("", f"the views differ: {'; '.join([own, *others])}")


def _by(view: str) -> str:
    return "where no view is taken" if view == NO_VIEW else f"by {view}"


def _other_standing(other: OtherView) -> str:
    words = _with_operation(other.spell)
    suspended = other.spell.suspended_since is not None
    return words if suspended or not other.since else f"{words} since {in_words(other.since)}"


def _with_operation(spell: Spell) -> str:
    words = standing_words(spell.standing)
    if spell.suspended_since is None:
        return words
    return f"{words} without operation since {in_words(spell.suspended_since)}"


def _views_of_a_count(report: CountReport) -> Iterator[Line]:
    """One line with the counts that are other numbers under other views."""
    told: dict[str, list[str]] = {}
    for count in report.counts:
        words = views_of_a_number(report, count)
        if words is not None:
            told.setdefault(words, []).append(count.rule.value)
    if told:
        each = [f"{words} ({', '.join(rules)})" for words, rules in told.items()]
        yield Line("", f"the views differ: {'; '.join(each)}")


def views_of_a_number(report: CountReport, count: Count) -> str | None:
    """ "191 by the depositary, 190 by ..."; None where every view has the same number."""
    told: dict[int, list[str]] = {}
    for other in report.views_differ:
        number = other.by(count.rule)
        if number is not None:
            told.setdefault(number, []).append(other.held_by)
    if not told:
        return None
    others = [f"{number} by {' and '.join(holders)}" for number, holders in told.items()]
    return ", ".join([f"{count.number} {_by(report.view)}", *others])


def _caution(compared: date | None, on: date) -> Iterator[Line]:
    """That later acts may be missing, where the day asked about lies beyond the record."""
    words = beyond_the_horizon(compared, on)
    if words is not None:
        yield Line("", words)


def _headline(answer: StatusAnswer, ledger: Ledger) -> str:
    who, treaty = _names(answer.participant, answer.treaty, ledger)
    day = in_words(answer.on)
    standing = answer.spell.standing
    if standing is Standing.UNDETERMINED:
        return f"How {who} stands to the {treaty} on {day} is UNDETERMINED."
    rank = f"{standing_words(standing)}{exceptions(answer.units)}"
    return f"{who} is a {rank} to the {treaty} on {day}."


def exceptions(units: Sequence[UnitStatus]) -> str:
    """What a headline must not leave out: ", except for Chapter I,", ", under notice for ...,"."""
    told = ""
    for words, standings in _ASIDES:
        names = [u.name for u in units if u.differs and u.spell.standing in standings]
        told += f", {words} {' and '.join(names)}" if names else ""
    return f"{told}," if told else ""


def standing_words(standing: Standing) -> str:
    """A standing in capitals, as headlines print it: "PARTY UNDER NOTICE"."""
    return standing.value.replace("-", " ").upper()


def _names(participant: str, treaty: str, ledger: Ledger) -> tuple[str, str]:
    known = ledger.participants.get(participant)
    return (known.common_name if known else participant), ledger.treaties[treaty].short_title


def _reasons(spell: Spell, on: date) -> Iterator[Line]:
    """A line a reason; a day that leads several lines is written once."""
    previous = ""
    for reason in spell.reasons:
        lead = _lead(reason.day, spell, on)
        yield Line(lead if lead != previous else "", _words(reason), reason.article or "")
        previous = lead


def _overtaken(answer: StatusAnswer) -> Iterator[Line]:
    """What came before the day that the reasons foresee: the notice was taken back."""
    until, after = answer.spell.until, answer.next_spell
    if until is None or after is None:
        return
    if any(reason.day is not None and reason.day > until for reason in answer.spell.reasons):
        came = next((reason for reason in after.reasons if reason.day == until), None)
        if came is not None:
            yield Line(f"on {in_words(until)}", f"but first: {_words(came)}", came.article or "")


def _lead(day: date | None, spell: Spell, on: date) -> str:
    if day is None:
        return ""
    if spell.until == day and day > on:
        return f"until {in_words(day - timedelta(days=1))}"
    if day == spell.since:
        return f"since {in_words(day)}"
    return f"on {in_words(day)}"


def _words(reason: Reason) -> str:
    """The words with the sum; its result stands before the line already, where that is its day."""
    if not reason.arithmetic or reason.arithmetic in reason.words:
        return reason.words
    result = f" = {in_words(reason.day)}" if reason.day else ""
    return f"{reason.words}: {reason.arithmetic.removesuffix(result)}"


def _what_is_taken_for_granted(reasons: tuple[Reason, ...]) -> Iterator[Line]:
    for assumption in dict.fromkeys(r.assumption for r in reasons if r.assumption):
        yield Line("", f"taken for granted: {assumption}")


def _contested(spell: Spell) -> Iterator[Line]:
    yield from _what_is_contested(spell.contested)
    if spell.confidence is not Confidence.HIGH:
        yield Line("", f"confidence: {spell.confidence.value}, the lowest of the acts it rests on")


def _what_is_contested(reasons: Iterable[Reason]) -> Iterator[Line]:
    for reason in reasons:
        lead = f"contested since {in_words(reason.day)}" if reason.day else "contested"
        yield Line(lead, _words(reason), reason.article or "")


def timeline_lines(found: Timeline, ledger: Ledger) -> tuple[Line, ...]:
    """A timeline in words: one line a spell, with the reason that opens it."""
    who, treaty = _names(found.participant, found.treaty, ledger)
    lines = [Line("", f"{who} and the {treaty}"), *_spells(found)]
    for unit in found.units:
        name = unit_name(unit.unit, ledger.treaties[found.treaty], ledger)
        lines += [Line("", f"for {name}"), *_spells(unit)]
    lines += _view_and_day(found, ledger)
    if found.compared_on is None:
        return (*lines, *_caution(None, date.max))
    day = in_words(found.compared_on)
    return (*lines, Line("", f"the record was last compared with its sources on {day}"))


def _spells(found: Timeline) -> Iterator[Line]:
    """A line a standing and its reasons; what is contested in it once, where it begins to be."""
    told: set[Reason] = set()
    for _, alike in groupby(found.spells, key=lambda spell: (spell.standing, spell.reasons)):
        first, *others = alike
        last = others[-1] if others else first
        whole = replace(last, since=first.since, contested=_untold(last.contested, told))
        reason = _opening(whole)
        words = standing_words(whole.standing).lower()
        yield Line(_span(whole), f"{words}: {_words(reason)}", reason.article or "")
        yield from _contested(whole)
        told.update(last.contested)


def _untold(reasons: Iterable[Reason], told: set[Reason]) -> tuple[Reason, ...]:
    return tuple(reason for reason in reasons if reason not in told)


def _opening(spell: Spell) -> Reason:
    """The reason that is about the first day of the spell, or else its first one.

    Where a State is bound from the day of its instrument on, the clause that says so goes with it.
    """
    of_the_day = [reason for reason in spell.reasons if reason.day == spell.since]
    if spell.standing is Standing.PARTY and len(of_the_day) > 1:
        consent, entry = of_the_day[:2]
        return replace(entry, words=f"{consent.words}; {entry.words}")
    return (of_the_day or list(spell.reasons))[0]


def _span(spell: Spell) -> str:
    last = in_words(spell.until - timedelta(days=1)) if spell.until else None
    if spell.since is None:
        return f"until {last}" if last else "always"
    if last == in_words(spell.since):
        return f"on {last}"
    return f"{in_words(spell.since)} to {last}" if last else f"since {in_words(spell.since)}"


def count_lines(report: CountReport, ledger: Ledger) -> tuple[Line, ...]:
    """Every count of a treaty in words, with its rule."""
    treaty = ledger.treaties[report.treaty].short_title
    lines = [Line("", f"The {treaty} on {in_words(report.on)}")]
    lines += (Line(str(count.number), count.words, count.rule.value) for count in report.counts)
    if report.holds is Holds.EXITS_ONLY:
        words = "the record of this treaty holds only exits: these numbers count no parties"
        lines.append(Line("", words))
    lines += _view_and_day(report, ledger)
    lines += _views_of_a_count(report)
    lines += _caution(report.compared_on, report.on)
    return tuple(lines)


def effect_lines(answer: EffectAnswer, ledger: Ledger) -> tuple[Line, ...]:
    """When an act would take effect, in words, then each reason."""
    treaty = ledger.treaties[answer.treaty].short_title
    act = answer.act.value.replace("-", " ")
    known = ledger.participants.get(answer.participant or "")
    by = f" by {known.common_name if known else answer.participant}" if answer.participant else ""
    headline = f"{treaty}, {act}{by} on {in_words(answer.done_on)}: {when_words(answer.when)}"
    lines = [Line("", headline)]
    for reason in answer.reasons:
        lead = f"on {in_words(reason.day)}" if reason.day else ""
        lines.append(Line(lead, _words(reason), reason.article or ""))
    lines += _what_is_taken_for_granted(answer.reasons)
    lines += _view_and_day(answer, ledger)
    return (*lines, *_caution(answer.compared_on, answer.done_on))


def _view_and_day(
    answer: StatusAnswer | Timeline | CountReport | EffectAnswer, ledger: Ledger
) -> Iterator[Line]:
    """Whose view the answer takes, and the day whose knowledge it uses.

    Where nobody keeps the treaty, nobody's view is the one that goes without saying.
    """
    kept = ledger.treaties[answer.treaty].depositary != NOBODY
    if answer.view == NO_VIEW:
        yield Line("", "no view is taken: those concerned differ, and nobody has settled it")
    elif kept or answer.view != DEPOSITARY:
        yield Line("", f"view taken: {answer.view}")
    if answer.as_known_on is not None:
        yield Line("", f"as known on {in_words(answer.as_known_on)}")


def when_words(when: When) -> str:
    """A day, an interval or what cannot be said, in words."""
    match when:
        case date():
            return f"effect on {in_words(when)}"
        case Interval(not_before, None, why):
            return f"not before {in_words(not_before)}, with an open end ({why})"
        case Interval(not_before, not_after, why):
            last = in_words(not_after) if not_after else ""
            return f"between {in_words(not_before)} and {last} ({why})"
        case NoEffect(why):
            return f"no day of effect: {why}"
        case Undetermined(why, settle):
            return f"undetermined: {why}; it would be settled by {settle}"
