"""Each claim of a report held against the record: as known then, and as known now."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from types import MappingProxyType

from treatywatch.checking.comparing.consistency import within_the_report
from treatywatch.checking.count import judge_count
from treatywatch.checking.doubts.as_of import (
    held_as_of_the_horizon,
    last_compared,
    told_up_to_the_horizon,
)
from treatywatch.checking.doubts.in_dubio import LOOSELY_WRONG, of_sure_words
from treatywatch.checking.doubts.misread import unless_misread
from treatywatch.checking.doubts.mostly_wrong import unless_mostly_wrong
from treatywatch.checking.doubts.part_of_year import of_that_part
from treatywatch.checking.doubts.put_right import if_put_right
from treatywatch.checking.doubts.readings import most_charitable
from treatywatch.checking.doubts.right_of_another import unless_right_of_another
from treatywatch.checking.doubts.sure_record import unless_unsure
from treatywatch.checking.doubts.which_treaty import settled
from treatywatch.checking.facts.kind_of_fact import with_its_kind
from treatywatch.checking.grounds.finding import Finding, Verdict
from treatywatch.checking.grounds.judgement import Judgement, not_checked, undetermined
from treatywatch.checking.grounds.knowledge import Knowledge
from treatywatch.checking.indicator import judge_indicator
from treatywatch.checking.joining.in_line import unless_taken
from treatywatch.checking.participation import judge_participation
from treatywatch.checking.treaty_fact import judge_treaty_fact
from treatywatch.checking.withdrawal import judge_withdrawal
from treatywatch.checking.words.named_in import treaties_of
from treatywatch.law.calendar import PartialDate, in_words
from treatywatch.ledger.ledger import Ledger
from treatywatch.reading.claim import Claim, ClaimType, ReadBy
from treatywatch.reports.report import Report

Judge = Callable[[Claim, Knowledge], Judgement]

OPINION = "An opinion or a person's own words: not judged."
PLAN = "A plan of what is to be done: the record holds acts, not plans."
UNDATED = "The report has no date: held against the record as it stands"
_OF_NO_DAY = frozenset({ClaimType.QUOTE, ClaimType.PLAN})  # not held against any record


def check(report: Report, claims: Sequence[Claim], ledger: Ledger) -> tuple[Finding, ...]:
    """A finding for each claim, in the order of the claims.

    The verdict uses what was known on the report's date (a month counts as its last day);
    ``verdict_now`` asks the same on the day up to which the ledger is known, today where it has
    no such day. What has not been done is known no longer than the record was compared with its
    sources: for a younger report it is told, without a verdict.
    """
    today = ledger.known_on or date.today()
    claims = [replace(one, quote=one.in_full) if one.in_full else one for one in claims]
    about = treaties_of(claims)
    now = Knowledge(ledger, today, ledger.known_on, about, report.text, _by_start(claims))
    then = _as_published(report, now)
    begun = PartialDate.parse(report.published).first() if report.published else None
    as_read, claims = claims, _settled(claims, now if then is None else then)
    undated = replace(now, known_on=today)
    judged_then = [_then(claim, then, begun, undated) for claim in claims]
    judged_now = [_now(claim, then, now) for claim in claims]
    judged_then = unless_mostly_wrong(claims, judged_then, ledger)
    judged_now = unless_mostly_wrong(claims, judged_now, ledger)
    judged_then = unless_right_of_another(_judge_alone, claims, judged_then, then or now)
    judged_now = unless_right_of_another(_judge_alone, claims, judged_now, now)
    judged_then = within_the_report(report, claims, judged_then)
    judged_then = [
        judged if claim.treaty == read.treaty else judged.noting(_read_as(claim, then or now))
        for claim, read, judged in zip(claims, as_read, judged_then, strict=True)
    ]
    return tuple(
        _finding(_as_it_stands(claim, report), before, after, then)
        for claim, before, after in zip(claims, judged_then, judged_now, strict=True)
    )


def _as_it_stands(claim: Claim, report: Report) -> Claim:
    """The claim with the report's own words: an answer has been judged with its question."""
    return replace(claim, quote=report.text[claim.start : claim.end]) if claim.in_full else claim


def _by_start(claims: Sequence[Claim]) -> tuple[Claim, ...]:
    return tuple(sorted(claims, key=lambda one: one.start))


def _settled(claims: Sequence[Claim], knowledge: Knowledge) -> tuple[Claim, ...]:
    told = (with_its_kind(claim, knowledge) for claim in claims)
    return tuple(
        settled(_JUDGES[claim.type], claim, knowledge)
        if _unknown(claim, knowledge.ledger) is None
        else claim
        for claim in told
    )


def _read_as(claim: Claim, knowledge: Knowledge) -> str:
    about = knowledge.treaty(claim.treaty or "").short_title
    return f"The words leave the treaty open; read as of the {about}."


def _on_any_day(claim: Claim, then: Knowledge, begun: date | None) -> Judgement:
    """As of the last day of the month or year that dates the report; as of its first if kinder."""
    judgement = told_up_to_the_horizon(_judge, claim, then)
    if begun is None or begun == then.on or judgement.verdict not in LOOSELY_WRONG:
        return judgement
    earlier = _judge(claim, replace(then, on=begun))
    if earlier.verdict is not Verdict.BORNE_OUT:
        return judgement
    return earlier.noting(f"So on {in_words(begun)}: the report gives no day.")


def _then(claim: Claim, then: Knowledge | None, begun: date | None, today: Knowledge) -> Judgement:
    if then is not None:
        return _on_any_day(claim, then, begun)
    judgement = _undated(claim, today)
    if claim.type in _OF_NO_DAY:
        return judgement
    if judgement.verdict is Verdict.OUTDATED:  # on the day on which it was written it was right
        judgement = undetermined(" ".join(judgement.reasons), *judgement.basis)
    return judgement.noting(f"{UNDATED}{last_compared(claim, today)}.")


def _undated(claim: Claim, today: Knowledge) -> Judgement:
    """As of the record's last day where that bears it out; what the record lacks may be younger."""
    judgement = held_as_of_the_horizon(_judge, claim, today)
    if judgement.verdict is Verdict.BORNE_OUT:
        return judgement
    judgement = told_up_to_the_horizon(_judge, claim, today, dated=False)
    if judgement.verdict in LOOSELY_WRONG and _held_then(claim, today):
        return undetermined(" ".join(judgement.reasons), *judgement.basis)
    return judgement


def _held_then(claim: Claim, today: Knowledge) -> bool:
    """Whether it was right on the latest day that the report tells of: it may be as old as that."""
    latest = today.latest_told
    if latest is None:
        return False
    known_on = min(latest, today.known_on) if today.known_on is not None else latest
    then = replace(today, on=latest, known_on=known_on)
    return _judge(claim, then).verdict is Verdict.BORNE_OUT


def _now(claim: Claim, then: Knowledge | None, now: Knowledge) -> Judgement:
    if then is None:
        return _undated(claim, now)
    younger = bool(last_compared(claim, then))
    held = told_up_to_the_horizon if younger else held_as_of_the_horizon
    return held(_judge, claim, now)


def _as_published(report: Report, now: Knowledge) -> Knowledge | None:
    if report.published is None:
        return None
    day = PartialDate.parse(report.published).last()
    return replace(now, on=day, known_on=day if now.known_on is None else min(day, now.known_on))


def _judge(claim: Claim, knowledge: Knowledge) -> Judgement:
    unknown = _unknown(claim, knowledge.ledger)
    if unknown is not None and claim.type not in _OF_NO_DAY:
        return not_checked(f'The record has no "{unknown}".')
    if claim.read_by is ReadBy.TABLE and claim.sure:  # by heads and rows: no words are in doubt
        return unless_unsure(claim, _judge_alone(claim, knowledge), knowledge)
    judge = _JUDGES[claim.type]
    judgement = most_charitable(judge, claim, knowledge)
    judgement = of_that_part(judge, claim, judgement, knowledge)
    judgement = unless_misread(judge, claim, judgement, knowledge)
    judgement = unless_unsure(claim, judgement, knowledge)
    judgement = of_sure_words(judge, claim, judgement, knowledge)
    judgement = if_put_right(claim, judgement, knowledge)
    return unless_taken(claim, judgement, knowledge)


def _judge_alone(claim: Claim, knowledge: Knowledge) -> Judgement:
    """What the record has on a claim, whatever the words about it may mean."""
    return _JUDGES[claim.type](claim, knowledge)


def _unknown(claim: Claim, ledger: Ledger) -> str | None:
    if claim.treaty is not None and claim.treaty not in ledger.treaties:
        return claim.treaty
    return next((p for p in claim.participants if p not in ledger.participants), None)


def _finding(claim: Claim, before: Judgement, after: Judgement, then: Knowledge | None) -> Finding:
    return Finding(
        claim=claim,
        verdict=before.verdict,
        reasons=before.reasons,
        basis=before.basis,
        as_known_on=then.known_on.isoformat() if then and then.known_on else None,
        verdict_now=after.verdict,
        reasons_now=after.reasons,
    )


def _opinion(claim: Claim, knowledge: Knowledge) -> Judgement:  # noqa: ARG001
    return not_checked(OPINION)


def _plan(claim: Claim, knowledge: Knowledge) -> Judgement:  # noqa: ARG001
    return not_checked(PLAN)


_JUDGES: Mapping[ClaimType, Judge] = MappingProxyType(
    {
        ClaimType.WITHDRAWAL: judge_withdrawal,
        ClaimType.PARTICIPATION: judge_participation,
        ClaimType.COUNT: judge_count,
        ClaimType.TREATY_FACT: judge_treaty_fact,
        ClaimType.INDICATOR: judge_indicator,
        ClaimType.PLAN: _plan,
        ClaimType.QUOTE: _opinion,
    }
)
