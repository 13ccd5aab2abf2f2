"""Which step of leaving is told: announced, notified, effective, or the one told before."""

from treatywatch.reading.acts.leaving import Exit
from treatywatch.reading.acts.stages import AS_BEFORE, BY_DATE, stage_of
from treatywatch.reading.claim import Claim
from treatywatch.reading.claims.span import nearest_date
from treatywatch.reading.claims.withdrawals.days_of_exit import (
    comes_on_its_day,
    falls_on_a_day,
    is_after_a_while,
    is_decided_by_a_leader,
)
from treatywatch.reading.claims.withdrawals.effect_set import without_effect_set
from treatywatch.reading.claims.withdrawals.exits_told import NOTIFIED_TOO, ExitsTold
from treatywatch.reading.claims.withdrawals.further_on import notice_set_apart
from treatywatch.reading.claims.withdrawals.word_order import (
    comes_before,
    in_order,
    only_looks_back,
    takes_effect,
)
from treatywatch.reading.syntax.cast import Stand
from treatywatch.reading.syntax.scenes import Stage
from treatywatch.reading.vocabulary.words_acts import CueKind, Tense

ANNOUNCED = "announced"


def step_told(stage: Stage, told: ExitsTold, one: Exit) -> str | None:
    """The step, as a stage of withdrawal; none where the words tell of none."""
    scene = without_effect_set(stage, one)
    kind = stage_of(scene, one.head, one.party, stage.context.words.language)
    kind = "effective" if comes_on_its_day(stage, one) else in_order(stage, one, kind)
    if kind == BY_DATE:
        return _by_date(stage, one)
    if one.head.kind is CueKind.SAME_AGAIN and one.party and one.party.stand is Stand.ASIDE:
        return "considered"
    if kind == "notified" and _of_another_step(told, one):
        return told.beside[one.treaty].stage or kind
    if kind == "effective" and _is_formal(stage, told, one):
        return "notified"
    if kind == AS_BEFORE and one.scene.has(CueKind.ANNOUNCE):
        return ANNOUNCED
    if kind == ANNOUNCED and falls_on_a_day(stage, one):
        return "effective"
    if kind == "effective" and is_decided_by_a_leader(one):
        return ANNOUNCED
    if kind != AS_BEFORE:
        return kind
    last = _taken_up(stage, told, one)
    beside = last is not None and last.stage in NOTIFIED_TOO  # a suspension stays one
    if _still_to_come(stage, one) and not beside:
        return "effective"
    if last is not None and _is_long_done(stage, one, last):
        return "effective"
    if last is None:
        return "effective" if _has_followed(stage, one) else ANNOUNCED
    return last.stage


def _by_date(stage: Stage, one: Exit) -> str:
    """The step of an exit that is only named: what its day tells, or the words set apart."""
    if _is_over(stage, one):
        return "effective"
    return "notified" if notice_set_apart(stage, one) else ANNOUNCED


def _is_long_done(stage: Stage, one: Exit, told: Claim) -> bool:
    """Whether who did the same is out: "did so in 2017", "had done the same before"."""
    if told.stage == ANNOUNCED:
        return _past(stage, one)
    before = told.stage == "notified" and only_looks_back(stage, one)
    return before and not one.scene.dates


def _taken_up(stage: Stage, told: ExitsTold, one: Exit) -> Claim | None:
    """The exit that "did the same" takes up: one that only looks back, not past a paragraph."""
    opens = stage.context.paragraph_start(one.head.start) == one.scene.start
    main = told.main.get(one.treaty) if opens else None
    return main if main is not None else told.latest.get(one.treaty)


def _is_over(stage: Stage, one: Exit) -> bool:
    """Whether its day, or what is told beside it, makes an exit one that took place."""
    done = _past(stage, one) or comes_before(stage, one)
    return done or takes_effect(stage, one) or falls_on_a_day(stage, one)


def _has_followed(stage: Stage, one: Exit) -> bool:
    """Whether somebody went the way of others: "has followed the Baltic states out of it"."""
    words = stage.folded[one.head.start : one.head.end].split()
    done = one.head.tense is Tense.PAST or bool(set(words[:1]) & stage.acts.grammar["perfect"])
    out = any(c.start > one.head.end for c in one.scene.of(CueKind.OUT_OF))
    return done and out and not one.scene.has(CueKind.FUTURE, CueKind.INTEND)


def _is_formal(stage: Stage, so_far: ExitsTold, one: Exit) -> bool:
    """Whether leaving is told by the act itself, or by a verb left out after one."""
    words = stage.folded[one.head.start : one.head.end]
    last = so_far.latest.get(one.treaty)
    if not words and one.scene.clause.elliptical and last is not None:
        return last.stage == "notified"
    told = one.head.tense is not Tense.NOUN
    return told and not stage.acts.grammar["formal_exit"].isdisjoint(words.split())


def _of_another_step(told: ExitsTold, one: Exit) -> bool:
    """Whether a notice that does not say of what is that of the suspension told before."""
    beside = told.beside.get(one.treaty)
    named = one.scene.has(CueKind.EXIT, CueKind.EXIT_OBJECT, CueKind.EXIT_NOTICE)
    if beside is None or named or one.head.kind is not CueKind.NOTIFY or one.scene.durations:
        return False  # who suspends waits for no period
    if one.scene.treaties and not one.scene.has(CueKind.SUSPEND):
        return False  # "gives notice to UNESCO" says of what
    return one.party is None or set(one.party.ids) <= set(beside.participants)


def _still_to_come(stage: Stage, one: Exit) -> bool:
    """Whether a day ahead is told: "Finland is next, on 10 January"."""
    published = stage.context.report.published
    date = nearest_date(one.scene, one.head)
    if one.head.kind is CueKind.SAME_AGAIN and is_after_a_while(stage, one):
        return True
    told = date is not None and published is not None and one.head.kind is CueKind.SAME_AGAIN
    return told and date is not None and str(date.first.first()) > str(published)


def _past(stage: Stage, one: Exit) -> bool:
    """Whether the act is dated before the year of the report: "the withdrawal in 2019"."""
    published = stage.context.report.published
    date = nearest_date(one.scene, one.head)
    if date is None or published is None or one.treaty is None:
        return False
    return date.last.year < int(published[:4]) and not one.scene.has(CueKind.ANNOUNCE)
