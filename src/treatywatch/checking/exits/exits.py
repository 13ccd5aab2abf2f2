"""States by stage of exit: each step, its day and who reported it; what the law says next."""

from collections.abc import Mapping, Sequence
from datetime import date

from treatywatch.checking.exits.exit_steps import (
    ExitStep,
    effect_words,
    exit_steps,
    exits,
    rank,
)
from treatywatch.checking.grounds.dates import agree, is_after
from treatywatch.checking.grounds.finding import Finding
from treatywatch.checking.grounds.knowledge import Knowledge
from treatywatch.law.calendar import Interval
from treatywatch.law.effect import Effect
from treatywatch.law.terms import Stage, Standing
from treatywatch.ledger.ledger import Ledger
from treatywatch.reading.claim import Claim, ClaimType, Voice
from treatywatch.values import frozen


@frozen
class ReportedStep:
    """A step as the record has it, with the reports that tell of it."""

    step: ExitStep
    reports: tuple[str, ...]


@frozen
class Told:
    """A claim about leaving, its report, and the day whose knowledge the report could have."""

    report: str
    claim: Claim
    known: date | None

    def had(self, day: date) -> bool:
        """Whether something done on that day could be told as done."""
        return self.known is None or day <= self.known


@frozen
class EffectToCome:
    """What the law says next; ``has_come`` tells that the day has passed by now."""

    treaty: str
    participant: str
    words: str
    day: date | None
    has_come: bool


@frozen
class ExitRow:
    """One State on its way out of one treaty, as known now."""

    treaty: str
    participant: str
    name: str
    stage: Stage
    standing: Standing
    steps: tuple[ReportedStep, ...]
    to_come: tuple[EffectToCome, ...]
    unsupported: tuple[str, ...]  # reports that had it further than it was on their day


def exits_table(
    findings_by_report: Mapping[str, Sequence[Finding]], ledger: Ledger
) -> tuple[ExitRow, ...]:
    """Every State on its way out of the treaties whose exits the reports tell of.

    The furthest first, then by the day of the last step.
    """
    now = Knowledge(ledger, ledger.known_on or date.today(), ledger.known_on)
    claims = _exit_claims(findings_by_report)
    first = _first_report(findings_by_report) or now.on
    rows = [
        row
        for treaty in dict.fromkeys(one.claim.treaty for one in claims)
        if treaty is not None and treaty in ledger.treaties
        for participant in _leavers(now, treaty, claims)
        if (row := _row(now, treaty, participant, claims, first)) is not None
    ]
    return tuple(sorted(rows, key=_order))


def _exit_claims(findings_by_report: Mapping[str, Sequence[Finding]]) -> list[Told]:
    return [
        Told(report, finding.claim, _day(finding))
        for report, findings in findings_by_report.items()
        for finding in findings
        if finding.claim.type is ClaimType.WITHDRAWAL and not finding.claim.negated
    ]


def _leavers(now: Knowledge, treaty: str, claims: Sequence[Told]) -> tuple[str, ...]:
    known = [s.participant for s in now.ledger.steps.get(treaty, ())]
    known += [a.participant for a in now.ledger.acts.get(treaty, ())]
    told = [p for one in claims if one.claim.treaty == treaty for p in one.claim.participants]
    found = dict.fromkeys((*told, *known))
    held = (p for p in found if p in now.ledger.participants)
    return tuple(p for p in held if now.may_leave(p, treaty))


def _row(
    now: Knowledge,
    treaty: str,
    participant: str,
    claims: Sequence[Told],
    first: date,
) -> ExitRow | None:
    steps = [s for s in exit_steps(now, participant, treaty) if s.on.first() <= now.on]
    told = [one for one in claims if _is_about(one.claim, treaty, participant)]
    if not steps:
        return None
    return ExitRow(
        treaty,
        participant,
        now.name(participant),
        _reached(steps),
        now.spell(participant, treaty).standing,
        tuple(ReportedStep(step, _reporters(step, told)) for step in steps),
        tuple(_to_come(e, now.on) for e in exits(now, participant, treaty) if _after(e, first)),
        _unsupported(steps, told),
    )


def _reached(steps: Sequence[ExitStep]) -> Stage:
    """The furthest stage; one beside the way only where nothing further was reached."""
    return max(steps, key=lambda s: (_place(s.stage), s.on.first())).stage


def _is_about(claim: Claim, treaty: str, participant: str) -> bool:
    return claim.treaty == treaty and participant in claim.participants


def _reporters(step: ExitStep, told: Sequence[Told]) -> tuple[str, ...]:
    """Reports that tell of the step: on its day, or without a day once it was taken."""
    return tuple(
        dict.fromkeys(
            one.report
            for one in told
            if one.claim.stage == step.stage
            and agree(one.claim.date, step.on)
            and (one.claim.date is not None or one.had(step.on.first()))
        )
    )


def _unsupported(steps: Sequence[ExitStep], told: Sequence[Told]) -> tuple[str, ...]:
    """Reports that had the State further on its way than it was on their day."""
    return tuple(dict.fromkeys(one.report for one in told if _is_ahead(one, steps)))


def _is_ahead(one: Told, steps: Sequence[ExitStep]) -> bool:
    reached = [_place(step.stage) for step in steps if one.had(step.on.first())]
    done = one.claim.voice in (Voice.DID, Voice.REPORTED) and not one.claim.hedged
    to_come = one.known is not None and is_after(one.claim.date, one.known)
    return done and not to_come and _claimed_place(one.claim) > max(reached, default=-1)


def _claimed_place(claim: Claim) -> int:
    return _place(Stage(claim.stage)) if claim.stage in tuple(Stage) else -1


def _place(stage: Stage) -> int:
    place = rank(stage)
    return -1 if place is None else place


def _to_come(effect: Effect, on: date) -> EffectToCome:
    when = effect.when
    day = when if isinstance(when, date) else None
    if isinstance(when, Interval):
        day = when.not_before
    has_come = isinstance(when, date) and when <= on
    return EffectToCome(effect.treaty, effect.participant, effect_words(effect), day, has_come)


def _after(effect: Effect, first: date) -> bool:
    return not isinstance(effect.when, date) or effect.when > first


def _first_report(findings_by_report: Mapping[str, Sequence[Finding]]) -> date | None:
    found = [_day(one) for findings in findings_by_report.values() for one in findings]
    days = [day for day in found if day is not None]
    return min(days) if days else None


def _day(finding: Finding) -> date | None:
    return date.fromisoformat(finding.as_known_on) if finding.as_known_on else None


def _order(row: ExitRow) -> tuple[str, int, date, str]:
    return row.treaty, -_place(row.stage), row.steps[-1].step.on.first(), row.name
