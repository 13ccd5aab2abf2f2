"""Working an example of a treaty file with the treaty's own clauses."""

from dataclasses import replace
from datetime import date

from treatywatch.law.act import Act
from treatywatch.law.calendar import Come, Interval, PartialDate, Undetermined, When, in_words
from treatywatch.law.clauses.consent import CONSENT_KINDS
from treatywatch.law.clauses.ending import exit_by_expulsion, exit_with_parent
from treatywatch.law.clauses.entry import TreatyStart, entry_for
from treatywatch.law.clauses.exit import (
    NOTHING_SAID,
    ArmedConflict,
    Circumstances,
    Void,
    exit_by_notice,
)
from treatywatch.law.clauses.final import Example, Outcome
from treatywatch.law.clauses.openness import not_open
from treatywatch.law.clauses.reckoning import reckon
from treatywatch.law.effect import Effect, EffectKind
from treatywatch.law.terms import ActKind, Answer
from treatywatch.law.treaty import MilestoneKind, Treaty

Result = tuple[Outcome, date | None]


def failure(treaty: Treaty, example: Example) -> str | None:
    """What is wrong with the example in words, or None if the clauses give what it expects."""
    found = _result(treaty, example)
    expected = (example.outcome, example.outcome_day)
    if found == expected:
        return None
    return f"the clauses give {_words(found)}, the example says {_words(expected)}"


def _words(result: Result) -> str:
    outcome, day = result
    return f"{outcome.value} {in_words(day)}" if day else outcome.value


def _result(treaty: Treaty, example: Example) -> Result:
    if example.duty is not None:
        return _due(treaty, example, example.duty)
    if example.as_known_on:
        return _as(Outcome.TREATY_ENDED, _end_as_known_on(treaty, example.day))
    if example.act is None:
        return _of_the_treaty(treaty, example)
    if example.event is not None:
        return _with_parent(treaty, example)
    act = _act(treaty, example, example.act)
    if _is_not_open(treaty, example, act.kind):
        return Outcome.NOT_OPEN, None
    if act.kind is ActKind.SIGNATURE:
        return Outcome.SIGNATORY, example.day
    if act.kind in CONSENT_KINDS:
        return _as(Outcome.PARTY, entry_for(treaty, act, _start(treaty, example)).when)
    if act.kind is ActKind.WITHDRAWAL_NOTICE:
        return _by_notice(treaty, example, act)
    if act.kind is ActKind.EXPULSION:
        return _as(Outcome.FORMER_PARTY, exit_by_expulsion(treaty, act).when)
    if act.kind is ActKind.PROVISIONAL_APPLICATION:
        return Outcome.APPLIES_PROVISIONALLY, example.day
    return Outcome.UNCHANGED, None


def _is_not_open(treaty: Treaty, example: Example, kind: ActKind) -> bool:
    in_force = _start(treaty, example).earliest
    begun = Come.YES if in_force is not None and in_force <= example.day else Come.NO
    clauses = treaty.final_clauses
    found = not_open(clauses, kind, example.day, begun=begun, signed=example.signed)
    return found is not None


def _due(treaty: Treaty, example: Example, article: str) -> Result:
    """The day that is expected, if a duty of the article falls due on it, else the first one's."""
    rules = [duty.due for duty in treaty.duties if duty.article == article and duty.due]
    days = [reckon(rule, example.day).day for rule in rules]
    fits = example.outcome_day in days
    return Outcome.DUE, example.outcome_day if fits else next(iter(days), None)


def _end_as_known_on(treaty: Treaty, day: date) -> When:
    end = treaty.final_clauses.duration.end_as_known_on(day)
    return end or Undetermined("the treaty has no end", "an agreement to end it")


def _act(treaty: Treaty, example: Example, kind: ActKind) -> Act:
    on = PartialDate.of(example.day)
    act = Act(treaty.id, example.participant or "", kind, on, on, on, "example")
    return replace(act, named_date=example.named_date)


def _of_the_treaty(treaty: Treaty, example: Example) -> Result:
    clause = treaty.final_clauses.of_the_treaty
    day = reckon(clause.takes_effect, example.day).day
    opened = treaty.milestone(MilestoneKind.OPENED_FOR_SIGNATURE)
    if clause.not_before is not None and opened is not None:
        day = max(day, reckon(clause.not_before, opened.on.first()).day)
    return Outcome.TREATY_IN_FORCE, day


def _start(treaty: Treaty, example: Example) -> TreatyStart:
    """The treaty's own start as the file tells it: by a threshold example, else as printed."""
    reached = next((e for e in treaty.examples if e.act is None), None)
    day = example.treaty_in_force
    if day is None and reached is not None:
        day = _of_the_treaty(treaty, reached)[1]
    printed = treaty.milestone(MilestoneKind.ENTERED_INTO_FORCE)
    when: When = day or (printed.on.first() if printed else _NEVER)
    effect = Effect(treaty.id, "", EffectKind.ENTERS_INTO_FORCE, when)
    return TreatyStart(effect, reached.day if reached else None)


_NEVER = Undetermined("the file does not say when the treaty entered into force", "a milestone")


def _by_notice(treaty: Treaty, example: Example, act: Act) -> Result:
    opened = treaty.milestone(MilestoneKind.OPENED_FOR_SIGNATURE)
    around = Circumstances(
        lambda day: _answer(example, day),
        example.party_since,
        _start(treaty, example).earliest,
        opened.on.first() if opened else None,
    )
    leaving = exit_by_notice(treaty, act, around)
    if isinstance(leaving, Void):
        return Outcome.WITHOUT_EFFECT, None
    return _as(Outcome.FORMER_PARTY, leaving.when)


def _answer(example: Example, day: date) -> ArmedConflict:
    said = example.in_armed_conflict_on.get(day)
    return ArmedConflict(Answer(said), "as the example says") if said else NOTHING_SAID


def _with_parent(treaty: Treaty, example: Example) -> Result:
    for clause in treaty.final_clauses.ends_with:
        if example.event in {"", clause.treaty}:
            parent = Effect(clause.treaty, "", EffectKind.CEASES_TO_BE_PARTY, example.day)
            moved = exit_with_parent(treaty, clause, parent, clause.treaty)
            return _as(Outcome.FORMER_PARTY, moved.when)
    return Outcome.UNCHANGED, None


def _as(outcome: Outcome, when: When) -> Result:
    match when:
        case date():
            return outcome, when
        case Interval(not_before):
            return Outcome.NOT_BEFORE, not_before
        case Undetermined(since=since):
            return Outcome.UNDETERMINED, since
