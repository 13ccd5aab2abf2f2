"""States by stage of exit: each step, its day and who reported it; what the law says next."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from treatywatch.checking.dates import agree
from treatywatch.checking.exit_steps import (
    ExitStep,
    effect_words,
    exit_steps,
    exits,
    rank,
)
from treatywatch.checking.finding import Finding
from treatywatch.checking.knowledge import Knowledge
from treatywatch.law.calendar import Interval
from treatywatch.law.effect import Effect
from treatywatch.law.terms import Stage, Standing
from treatywatch.ledger.ledger import Ledger
from treatywatch.reading.claim import Claim, ClaimType


@dataclass(frozen=True, slots=True)
class ReportedStep:
    """A step as the record has it, with the reports that tell of it."""

    step: ExitStep
    reports: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class EffectToCome:
    """What the law says next; ``has_come`` tells that the day has passed by now."""

    treaty: str
    participant: str
    words: str
    day: date | None
    has_come: bool


@dataclass(frozen=True, slots=True)
class ExitRow:
    """One State on its way out of one treaty, as known now."""

    treaty: str
    participant: str
    name: str
    stage: Stage
    standing: Standing
    steps: tuple[ReportedStep, ...]
    to_come: tuple[EffectToCome, ...]
    unsupported: tuple[str, ...]  # reports that claim a step which the record does not have


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
        for treaty in dict.fromkeys(c.treaty for _, c in claims)
        if treaty is not None and treaty in ledger.treaties
        for participant in _leavers(now, treaty, claims)
        if (row := _row(now, treaty, participant, claims, first)) is not None
    ]
    return tuple(sorted(rows, key=_order))


def _exit_claims(
    findings_by_report: Mapping[str, Sequence[Finding]],
) -> list[tuple[str, Claim]]:
    return [
        (report, finding.claim)
        for report, findings in findings_by_report.items()
        for finding in findings
        if finding.claim.type is ClaimType.WITHDRAWAL and not finding.claim.negated
    ]


def _leavers(now: Knowledge, treaty: str, claims: Sequence[tuple[str, Claim]]) -> tuple[str, ...]:
    known = [s.participant for s in now.ledger.steps.get(treaty, ())]
    known += [a.participant for a in now.ledger.acts.get(treaty, ())]
    told = [p for _, claim in claims if claim.treaty == treaty for p in claim.participants]
    found = dict.fromkeys((*told, *known))
    return tuple(p for p in found if p in now.ledger.participants)


def _row(
    now: Knowledge,
    treaty: str,
    participant: str,
    claims: Sequence[tuple[str, Claim]],
    first: date,
) -> ExitRow | None:
    steps = [s for s in exit_steps(now, participant, treaty) if s.on.first() <= now.on]
    told = [(r, c) for r, c in claims if c.treaty == treaty and participant in c.participants]
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


def _reporters(step: ExitStep, told: Sequence[tuple[str, Claim]]) -> tuple[str, ...]:
    return tuple(
        dict.fromkeys(
            report
            for report, claim in told
            if claim.stage == step.stage and agree(claim.date, step.on)
        )
    )


def _unsupported(steps: Sequence[ExitStep], told: Sequence[tuple[str, Claim]]) -> tuple[str, ...]:
    furthest = max(_place(step.stage) for step in steps)
    return tuple(
        dict.fromkeys(report for report, claim in told if _claimed_place(claim) > furthest >= 0)
    )


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
    days = [
        date.fromisoformat(finding.as_known_on)
        for findings in findings_by_report.values()
        for finding in findings
        if finding.as_known_on
    ]
    return min(days) if days else None


def _order(row: ExitRow) -> tuple[str, int, date, str]:
    return row.treaty, -_place(row.stage), row.steps[-1].step.on.first(), row.name
