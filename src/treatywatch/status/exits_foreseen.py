"""When an exit would take effect: by notice, by expulsion, or not, where the notice is revoked."""

from datetime import date
from functools import partial

from treatywatch.law.calendar import Come, NoEffect, Undetermined, has_come, in_words
from treatywatch.law.clauses.disputed import exit_in_the_view
from treatywatch.law.clauses.ending import exit_by_expulsion
from treatywatch.law.clauses.exit import (
    NOTHING_SAID,
    ArmedConflict,
    Circumstances,
    Void,
    exit_by_notice,
)
from treatywatch.law.clauses.final import Withdrawal
from treatywatch.law.effect import Effect, Reason, art
from treatywatch.law.terms import Answer, Standing
from treatywatch.law.treaty import Holds
from treatywatch.status.answers import EffectAnswer
from treatywatch.status.history import Membership
from treatywatch.status.question import Question, answer, at_once, ended, nothing
from treatywatch.status.unit_history import INDIVISIBLE, indivisible

_NOBODY_NAMED = ArmedConflict(Answer.NO, "in no armed conflict then, as nobody is named")
_NOBODY_SAYS_SO = ArmedConflict(
    Answer.NO, "in no armed conflict then: no source in the record says that it is in one"
)


def notice(asked: Question) -> EffectAnswer:
    """By notice: of one that is bound, under a clause or a view that knows an exit."""
    supposed = asked.is_supposed
    membership = asked.membership() or (None if supposed else asked.membership_before())
    barred = _nothing_to_leave(asked, membership)
    if barred is not None:
        return barred
    leaving = _exit_by_notice(asked, membership)
    if isinstance(leaving, Void):
        return _void(asked, leaving)
    settled = None if supposed else _as_it_turned_out(asked, leaving)
    return settled or _in_its_turn(asked, membership, leaving)


def _nothing_to_leave(asked: Question, membership: Membership | None) -> EffectAnswer | None:
    acts = asked.docket.by_participant.get(asked.who or "", ())
    why = indivisible(asked.docket.treaty, asked.act, acts)
    if why is not None:
        return nothing(asked, f"such a notice has no effect: {why}", INDIVISIBLE)
    if membership is None and _is_not_bound(asked):
        day = in_words(asked.day)
        words = f"it is not bound by the treaty on {day} and has nothing to withdraw from"
        return ended(asked) or nothing(asked, words, "VCLT Art. 54")
    return ended(asked)


def _exit_by_notice(asked: Question, membership: Membership | None) -> Effect | Void:
    """By the clause; where that knows no exit, by the view that is taken of a notice on record."""
    treaty = asked.docket.treaty
    leaving = exit_by_notice(treaty, asked.act, _around(asked, membership))
    if isinstance(leaving, Void):
        return exit_in_the_view(treaty, asked.act) or leaving
    return leaving


def _void(asked: Question, void: Void) -> EffectAnswer:
    instead = Reason(f"to leave it would take {void.what_would_settle_it}")
    when = NoEffect(void.why, void.what_would_settle_it)
    return answer(asked, when, (*void.reasons, instead))


def _in_its_turn(asked: Question, membership: Membership | None, leaving: Effect) -> EffectAnswer:
    """The exit, behind a notice that stands already, if one does."""
    standing = membership.pending_notice(asked.day) if membership else None
    if standing is None or standing.act.received_on == asked.act.received_on:
        provisos = (*_not_in_force(asked), *_provided(asked))
        return answer(asked, leaving.when, leaving.reasons + provisos)
    words = "a notice already stands; unless it is revoked, its own day of effect comes first"
    line = Reason(words, None, (standing.act.id,), day=standing.act.received_on.exact())
    return answer(asked, leaving.when, (line, *leaving.reasons))


def _is_not_bound(asked: Question) -> bool:
    """Whether one named without a membership is not bound, as far as the record can tell."""
    if asked.who is None:
        return False
    if asked.docket.treaty.coverage.holds is Holds.ALL_ACTS:
        return True
    line = asked.docket.unit_timeline(asked.who, asked.act.unit)
    return line.on(asked.day).standing is Standing.FORMER_PARTY


def _as_it_turned_out(asked: Question, leaving: Effect) -> EffectAnswer | None:
    """The answer for a notice of the record that was revoked, or whose effect is disputed."""
    memberships = asked.own.memberships if asked.own is not None else []
    for notice in (n for m in memberships for n in m.notices if n.act is asked.act):
        if notice.exit.when != leaving.when:
            views = asked.dispute.views if asked.dispute else ()
            lines = tuple(Reason(f"{view.held_by}: {view.words}") for view in views)
            return answer(asked, notice.exit.when, notice.exit.reasons + lines)
        if notice.revoked_by is not None:
            day = in_words(notice.revoked_by.received_on)
            why = f"the notice was revoked on {day}, before it took effect"
            line = Reason(why, "VCLT Art. 68", (notice.revoked_by.id,))
            return answer(asked, Undetermined(why, "a new notice"), (line, *leaving.reasons))
    return None


def _around(asked: Question, membership: Membership | None) -> Circumstances:
    since = membership.entry.when if membership and membership.consent else None
    return Circumstances(
        partial(_conflict_on, asked),
        since if isinstance(since, date) else None,
        asked.docket.start.earliest,
        asked.docket.opened,
    )


def _conflict_on(asked: Question, day: date) -> ArmedConflict:
    """A supposed notice supposes peace where nobody speaks of war, and says so.

    Of a notice in the record the record must say it: there the standing cannot be told without.
    """
    if asked.who is None:
        return _NOBODY_NAMED
    found = asked.docket.conflict_on(asked.who)(day)
    return _NOBODY_SAYS_SO if asked.is_supposed and found is NOTHING_SAID else found


def _provided(asked: Question) -> tuple[Reason, ...]:
    """The lock that cannot be tested while nobody is named."""
    clause = asked.docket.treaty.final_clauses.withdrawal
    lock = clause.lock if isinstance(clause, Withdrawal) else None
    if asked.who is not None or lock is None:
        return ()
    words = f"provided that it is not before {lock.until.words}"
    return (Reason(words, art(lock.article), assumption="nobody is named"),)


def _not_in_force(asked: Question) -> tuple[Reason, ...]:
    """A treaty that binds nobody yet can be left without waiting."""
    if asked.docket.has_begun(asked.day) is not Come.NO:
        return ()
    words = "the treaty is not in force: until it is, consent can be taken back at any time"
    return (Reason(words, "VCLT Art. 18(b)"),)


def expulsion(asked: Question) -> EffectAnswer:
    """By decision of others."""
    leaving = exit_by_expulsion(asked.docket.treaty, asked.act)
    return answer(asked, leaving.when, leaving.reasons)


def suspension(asked: Question) -> EffectAnswer:
    """Not at all: a suspension ends no standing."""
    clause = asked.docket.treaty.final_clauses.suspension
    article = getattr(clause, "article", None) or "VCLT Art. 57"
    claimed = asked.act.effect_printed or asked.act.named_date
    span = f", though claimed from {in_words(claimed)}," if claimed else ""
    return nothing(asked, f"a suspension{span} ends no standing: {clause.words}", article)


def revocation(asked: Question) -> EffectAnswer:
    """Not any more: the notice is taken back while it has no effect."""
    if asked.own is None:
        return at_once(asked)
    standing = [
        n for m in asked.own.memberships for n in m.notices if n.act.received_on.last() <= asked.day
    ]
    open_ones = [
        notice
        for notice in standing
        if has_come(notice.exit.when, asked.day) is Come.NO
        and notice.revoked_by in {None, asked.act}
    ]
    if not open_ones:
        return nothing(asked, "no notice stands that could still be revoked", "VCLT Art. 68")
    words = "the notice is revoked before it takes effect; the membership goes on"
    line = Reason(words, "VCLT Art. 68", (open_ones[-1].act.id,), day=asked.day)
    return answer(asked, asked.day, (line,))
