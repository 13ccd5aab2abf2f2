"""What if: when an act would take effect, and why."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, timedelta
from functools import partial

from treatywatch.law.act import Act
from treatywatch.law.calendar import Come, PartialDate, Undetermined, When, has_come, in_words
from treatywatch.law.clauses.consent import CONSENT_KINDS
from treatywatch.law.clauses.disputed import in_the_view, unless_disputed
from treatywatch.law.clauses.ending import exit_by_expulsion
from treatywatch.law.clauses.entry import entry_for, treaty_start
from treatywatch.law.clauses.exit import (
    NOTHING_SAID,
    ArmedConflict,
    Circumstances,
    Void,
    exit_by_notice,
)
from treatywatch.law.clauses.final import Withdrawal
from treatywatch.law.clauses.openness import NotOpen, not_open
from treatywatch.law.clauses.provisional import (
    end_of_provisional_application,
    ends_with_the_signature,
)
from treatywatch.law.effect import Effect, Reason, art
from treatywatch.law.participant import ParticipantKind
from treatywatch.law.terms import ActKind, Answer, Standing
from treatywatch.law.treaty import Dispute, Holds, Makes
from treatywatch.law.unit import WHOLE, Unit
from treatywatch.ledger.ledger import Ledger
from treatywatch.status.answers import DEPOSITARY, EffectAnswer
from treatywatch.status.docket import Docket, docket
from treatywatch.status.history import History, Membership
from treatywatch.status.unit_history import INDIVISIBLE, extension, indivisible
from treatywatch.status.views import holder
from treatywatch.values import frozen

_SUPPOSED = "supposition"
_NOBODY_NAMED = ArmedConflict(Answer.NO, "in no armed conflict then, as nobody is named")
_NOBODY_SAYS_SO = ArmedConflict(
    Answer.NO, "in no armed conflict then: no source in the record says that it is in one"
)


def effect(  # noqa: PLR0917 - the agreed order of an everyday question
    ledger: Ledger,
    treaty: str,
    act_kind: ActKind,
    day: date,
    participant: str | None = None,
    as_known_on: date | None = None,
    *,
    named_date: date | None = None,
    unit: Unit = WHOLE,
) -> EffectAnswer:
    """When an act done (for a notice: received) on ``day`` would take effect, and why.

    Without a participant the rule alone is applied, and what depends on the participant (armed
    conflict, how long it has been a party) is an assumption among the reasons. Where the record
    has the very act, its printed and named dates are used. ``named_date`` is a later date that a
    notice names, or the date of State succession. ``unit`` is a part of the treaty or a territory
    that the act is about, the rest left as it is. The answer's ``when`` is a day, an open interval,
    or Undetermined with what would settle it.
    Raises :class:`treatywatch.errors.UnknownName`.
    """
    whose = Prospect.of(ledger, treaty, act_kind, participant, as_known_on, unit=unit)
    return whose.on(day, named_date)


@frozen
class Prospect:
    """Acts of one kind by one participant (None: nobody is named): only the day is left open."""

    docket: Docket
    kind: ActKind
    who: str | None
    unit: Unit
    recorded: Mapping[PartialDate, Act]  # the acts of the record that are such acts
    own: History | None  # what bears on the acts; None where nobody is named

    @classmethod
    def of(
        cls,
        ledger: Ledger,
        treaty: str,
        kind: ActKind,
        participant: str | None = None,
        as_known_on: date | None = None,
        *,
        unit: Unit = WHOLE,
    ) -> "Prospect":
        """What is needed to tell the effect of such an act, whatever its day.

        Raises :class:`treatywatch.errors.UnknownName`.
        """
        who = None
        if participant is not None:
            known = participant in ledger.participants
            who = participant if known else ledger.participant(participant).id
        about = ledger.unit(treaty, unit.part, unit.territory)
        return cls.within(docket(ledger, treaty, as_known_on), kind, who, about)

    @classmethod
    def within(cls, found: Docket, kind: ActKind, who: str | None, about: Unit) -> "Prospect":
        """The same for ids that are known to be right."""
        acts = reversed(found.by_participant.get(who or "", ()))  # of two the first counts
        recorded = {a.received_on: a for a in acts if a.kind is kind and a.unit == about}
        own = found.history(who, about) if who is not None else None
        return cls(found, kind, who, about, recorded, own)

    def on(self, day: date, named_date: date | None = None) -> EffectAnswer:
        """When such an act done on that day would take effect, as :func:`effect` tells it."""
        act = self._act(day, named_date)
        dispute = self.docket.treaty.dispute_over(act)
        asked = _Question(self.docket, act, self.who, day, self.own, dispute)
        return _without_effect(asked) or _answerer(self.kind)(asked)

    def _act(self, day: date, named_date: date | None) -> Act:
        """The act of the record, if it has this one, or one that is made up."""
        on = PartialDate.of(day)
        known = self.recorded.get(on) if self.recorded else None
        if known is not None:
            return known if named_date is None else replace(known, named_date=named_date)
        whose = (self.docket.treaty.id, self.who or "", self.kind)
        part, territory = self.unit.part, self.unit.territory
        return _Supposed(
            *whose, on, on, on, _SUPPOSED, named_date=named_date, part=part, territory=territory
        )


class _Supposed(Act):
    """An act that is made up: no line of an answer may cite it as if it were in the record."""

    __slots__ = ()

    @property
    def cited(self) -> tuple[str, ...]:
        """Nothing."""
        return ()

    @property
    def id(self) -> str:
        """The same for all: nothing rests on it."""
        return _SUPPOSED


@frozen
class _Question:
    """The act supposed, by whom (None: nobody is named), and what is known.

    ``day`` is the day of the act, or the first that it can be.
    """

    docket: Docket
    act: Act
    who: str | None
    day: date
    own: History | None  # what the one named did that bears on what the act is about
    dispute: Dispute | None

    def membership(self) -> Membership | None:
        """The membership of the one named, on the day."""
        return None if self.own is None else self.own.consent_on(self.day)

    def membership_before(self) -> Membership | None:
        """The membership of the one named, on the eve of the day."""
        return None if self.own is None else self.own.consent_on(self.day - timedelta(days=1))


def _without_effect(asked: _Question) -> EffectAnswer | None:
    """The answer for an act of the record of which the view that is taken makes nothing."""
    view = asked.dispute.taken if asked.dispute is not None else None
    if (
        view is None
        or view.effect is not Makes.NOTHING
        or asked.act.kind is ActKind.SUSPENSION_NOTICE
    ):
        return None
    line = in_the_view(view, asked.act)
    return _answer(asked, Undetermined(line.words, "another act: this one has no effect"), (line,))


Answerer = Callable[[_Question], EffectAnswer]


def _answerer(kind: ActKind) -> Answerer:
    return _consent if kind in CONSENT_KINDS else _ANSWERERS.get(kind, _no_effect)


def _consent(asked: _Question) -> EffectAnswer:
    misfit = _not_open(asked)
    closed = _ended(asked) or _closed_to_organisations(asked) or _closed(asked, misfit)
    if closed is not None:
        return closed
    bound = asked.membership_before()
    if bound is not None and bound.pending_notice(asked.day) is None:
        words = f"it has already expressed consent to be bound{_by(bound.consent)}"
        return _nothing(asked, f"{words}; a further instrument changes nothing", "VCLT Art. 11")
    start = asked.docket.start
    if isinstance(start.effect.when, Undetermined) and asked.act.source == _SUPPOSED:
        start = treaty_start(
            asked.docket.treaty, (*asked.docket.acts, asked.act), asked.docket.known_on
        )
    succession = None
    if asked.who is not None:
        succession = asked.docket.date_of_succession(asked.who, asked.act.received_on.last())
    entering = entry_for(asked.docket.treaty, asked.act, start, succession)
    entering = unless_disputed(asked.docket.treaty, asked.act, entering, "this way in")
    return _answer(asked, entering.when, (*entering.reasons, *_by_another_way(misfit)))


def _by(consent: Act | None) -> str:
    """ " (ratification of 23 July 1998)"; nothing where the record only presumes a consent."""
    if consent is None:
        return ""
    return f" ({consent.kind.value.replace('-', ' ')} of {in_words(consent.received_on)})"


def _ended(asked: _Question) -> EffectAnswer | None:
    end = asked.docket.ended_from
    if end is None or asked.day < end:
        return None
    return _nothing(asked, f"the treaty ended on {in_words(end)}", "VCLT Art. 70")


def _closed_to_organisations(asked: _Question) -> EffectAnswer | None:
    known = asked.docket.ledger.participants.get(asked.who or "")
    organisation = known is not None and known.kind is ParticipantKind.ORGANISATION
    if not organisation or asked.docket.treaty.open_to_organisations:
        return None
    return _nothing(asked, "the treaty is open to States only, not to organisations", "VCLT Art. 2")


def _not_open(asked: _Question) -> NotOpen | None:
    clauses = asked.docket.treaty.final_clauses
    begun = asked.docket.has_begun(asked.day)
    return not_open(clauses, asked.act.kind, asked.day, begun=begun, signed=_has_signed(asked))


def _has_signed(asked: _Question) -> bool | None:
    """None where nobody is named, and where the record cannot tell."""
    if asked.who is None:
        return None
    signed = asked.docket.history(asked.who).has_signed(asked.day)
    if signed is Come.NO and asked.docket.treaty.coverage.holds is Holds.EXITS_ONLY:
        return None
    return {Come.YES: True, Come.NO: False}.get(signed)


def _closed(asked: _Question, found: NotOpen | None) -> EffectAnswer | None:
    """The answer where this way of joining is closed on the day."""
    return _nothing(asked, found.words, found.article) if found and found.bars else None


def _by_another_way(found: NotOpen | None) -> tuple[Reason, ...]:
    """A caution where the text has another kind of act for the one who joins."""
    if found is None or found.bars:
        return ()
    assumed = "that the depositary takes the instrument all the same"
    return (Reason(found.words, found.article, assumption=assumed),)


def _notice(asked: _Question) -> EffectAnswer:
    membership = asked.membership()
    acts = asked.docket.by_participant.get(asked.who or "", ())
    why = indivisible(asked.docket.treaty, asked.act, acts)
    if why is not None:
        return _nothing(asked, f"such a notice has no effect: {why}", INDIVISIBLE)
    if membership is None and _has_nothing_to_leave(asked):
        day = in_words(asked.day)
        words = f"it is not bound by the treaty on {day} and has nothing to withdraw from"
        return _nothing(asked, words, "VCLT Art. 54")
    leaving = exit_by_notice(asked.docket.treaty, asked.act, _around(asked, membership))
    if isinstance(leaving, Void):
        why = f"such a notice has no effect: {leaving.why}"
        return _answer(asked, Undetermined(why, leaving.what_would_settle_it), leaving.reasons)
    supposed = asked.act.source == _SUPPOSED
    settled = None if supposed else _as_it_turned_out(asked, leaving)
    if settled is not None:
        return settled
    standing = membership.pending_notice(asked.day) if membership else None
    if standing is None or standing.act.received_on == asked.act.received_on:
        provisos = (*_not_in_force(asked), *_provided(asked))
        return _answer(asked, leaving.when, leaving.reasons + provisos)
    words = "a notice already stands; unless it is revoked, its own day of effect comes first"
    line = Reason(words, None, (standing.act.id,), day=standing.act.received_on.exact())
    return _answer(asked, leaving.when, (line, *leaving.reasons))


def _has_nothing_to_leave(asked: _Question) -> bool:
    """Whether one named without a membership is not bound, as far as the record can tell."""
    if asked.who is None:
        return False
    if asked.docket.treaty.coverage.holds is Holds.ALL_ACTS:
        return True
    line = asked.docket.unit_timeline(asked.who, asked.act.unit)
    return line.on(asked.day).standing is Standing.FORMER_PARTY


def _as_it_turned_out(asked: _Question, leaving: Effect) -> EffectAnswer | None:
    """The answer for a notice of the record that was revoked, or whose effect is disputed."""
    memberships = asked.own.memberships if asked.own is not None else []
    for notice in (n for m in memberships for n in m.notices if n.act is asked.act):
        if notice.exit.when != leaving.when:
            views = asked.dispute.views if asked.dispute else ()
            lines = tuple(Reason(f"{view.held_by}: {view.words}") for view in views)
            return _answer(asked, notice.exit.when, notice.exit.reasons + lines)
        if notice.revoked_by is not None:
            day = in_words(notice.revoked_by.received_on)
            why = f"the notice was revoked on {day}, before it took effect"
            line = Reason(why, "VCLT Art. 68", (notice.revoked_by.id,))
            return _answer(asked, Undetermined(why, "a new notice"), (line, *leaving.reasons))
    return None


def _around(asked: _Question, membership: Membership | None) -> Circumstances:
    since = membership.entry.when if membership and membership.consent else None
    return Circumstances(
        partial(_conflict_on, asked),
        since if isinstance(since, date) else None,
        asked.docket.start.earliest,
        asked.docket.opened,
    )


def _conflict_on(asked: _Question, day: date) -> ArmedConflict:
    """A supposed notice supposes peace where nobody speaks of war, and says so.

    Of a notice in the record the record must say it: there the standing cannot be told without.
    """
    if asked.who is None:
        return _NOBODY_NAMED
    found = asked.docket.conflict_on(asked.who)(day)
    supposed = asked.act.source == _SUPPOSED
    return _NOBODY_SAYS_SO if supposed and found is NOTHING_SAID else found


def _provided(asked: _Question) -> tuple[Reason, ...]:
    """The lock that cannot be tested while nobody is named."""
    clause = asked.docket.treaty.final_clauses.withdrawal
    lock = clause.lock if isinstance(clause, Withdrawal) else None
    if asked.who is not None or lock is None:
        return ()
    words = f"provided that it is not before {lock.until.words}"
    return (Reason(words, art(lock.article), assumption="nobody is named"),)


def _not_in_force(asked: _Question) -> tuple[Reason, ...]:
    """A treaty that binds nobody yet can be left without waiting."""
    if asked.docket.has_begun(asked.day) is not Come.NO:
        return ()
    words = "the treaty is not in force: until it is, consent can be taken back at any time"
    return (Reason(words, "VCLT Art. 18(b)"),)


def _expulsion(asked: _Question) -> EffectAnswer:
    leaving = exit_by_expulsion(asked.docket.treaty, asked.act)
    return _answer(asked, leaving.when, leaving.reasons)


def _suspension(asked: _Question) -> EffectAnswer:
    clause = asked.docket.treaty.final_clauses.suspension
    article = getattr(clause, "article", None) or "VCLT Art. 57"
    claimed = asked.act.effect_printed or asked.act.named_date
    span = f", though claimed from {in_words(claimed)}," if claimed else ""
    return _nothing(asked, f"a suspension{span} ends no standing: {clause.words}", article)


def _signature(asked: _Question) -> EffectAnswer:
    words = "a simple signature binds nobody: it has no day of effect beyond being a signatory"
    return _closed(asked, _not_open(asked)) or _nothing(asked, words, "VCLT Art. 18")


def _signature_withdrawn(asked: _Question) -> EffectAnswer:
    """Ends the duty of a signatory at once, and provisional application after its own period."""
    treaty = asked.docket.treaty
    signed = asked.own is None or asked.own.has_signed(asked.day) is Come.YES
    if not signed and treaty.coverage.holds is Holds.ALL_ACTS:
        return _nothing(asked, "it has given no signature to take back", "VCLT Art. 18")
    return _provisional_ended(asked) if ends_with_the_signature(treaty) else _at_once(asked)


def _consent_withdrawn(asked: _Question) -> EffectAnswer:
    membership = asked.membership_before()
    if asked.who is not None and membership is None:
        words = "it has expressed no consent that it could take back"
        return _nothing(asked, words, "VCLT Art. 18(b)")
    if membership is not None and has_come(membership.entry.when, asked.day) is not Come.NO:
        words = "the treaty is in force for it: consent cannot be taken back, only notice given"
        return _nothing(asked, words, "VCLT Art. 54")
    return _at_once(asked)


def _revocation(asked: _Question) -> EffectAnswer:
    if asked.own is None:
        return _at_once(asked)
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
        return _nothing(asked, "no notice stands that could still be revoked", "VCLT Art. 68")
    words = "the notice is revoked before it takes effect; the membership goes on"
    line = Reason(words, "VCLT Art. 68", (open_ones[-1].act.id,), day=asked.day)
    return _answer(asked, asked.day, (line,))


def _provisional_ended(asked: _Question) -> EffectAnswer:
    ending = end_of_provisional_application(asked.docket.treaty, asked.act)
    return _answer(asked, ending.when, ending.reasons)


def _extension(asked: _Question) -> EffectAnswer:
    """An extension to a territory: from its receipt, once the State is bound (VCLT Art. 29)."""
    if asked.act.unit.is_whole or asked.who is None:
        return _no_effect(asked)
    bound = asked.docket.history(asked.who).consent_on(asked.day)
    if bound is None:
        words = f"it is not bound by the treaty on {in_words(asked.day)} and has nothing to extend"
        return _nothing(asked, words, "VCLT Art. 29")
    if asked.membership_before() is not None:
        return _nothing(asked, "the treaty applies there already", "VCLT Art. 29")
    entering = extension(asked.act, bound)
    return _answer(asked, entering.when, entering.reasons)


def _at_once(asked: _Question) -> EffectAnswer:
    words = f"{asked.act.kind.value.replace('-', ' ')} takes effect on the day itself"
    return _answer(asked, asked.day, (Reason(words, "VCLT Art. 78", day=asked.day),))


def _no_effect(asked: _Question) -> EffectAnswer:
    words = f"an act of this kind ({asked.act.kind.value.replace('-', ' ')}) moves no standing"
    return _nothing(asked, words, "VCLT Art. 2")


def _nothing(asked: _Question, words: str, article: str) -> EffectAnswer:
    when = Undetermined(words, "another act: this one has no day of effect")
    return _answer(asked, when, (Reason(words, article),))


def _answer(asked: _Question, when: When, reasons: tuple[Reason, ...]) -> EffectAnswer:
    """The answer; an act that is only supposed is not cited as if it were in the record."""
    act, found = asked.act, asked.docket
    if act.source == _SUPPOSED:
        reasons = tuple([r.without(_SUPPOSED) if r.acts else r for r in reasons])
    return EffectAnswer(
        found.treaty.id,
        asked.who,
        act.kind,
        asked.day,
        when,
        reasons,
        holder(asked.dispute) if asked.dispute is not None else DEPOSITARY,
        found.known_on,
        found.compared_on,
    )


_ANSWERERS: dict[ActKind, Answerer] = {
    ActKind.WITHDRAWAL_NOTICE: _notice,
    ActKind.EXPULSION: _expulsion,
    ActKind.SUSPENSION_NOTICE: _suspension,
    ActKind.SIGNATURE: _signature,
    ActKind.CONSENT_WITHDRAWN: _consent_withdrawn,
    ActKind.WITHDRAWAL_REVOKED: _revocation,
    ActKind.PROVISIONAL_APPLICATION: _at_once,
    ActKind.PROVISIONAL_APPLICATION_ENDED: _provisional_ended,
    ActKind.SIGNATURE_WITHDRAWN: _signature_withdrawn,
    ActKind.TERRITORIAL_APPLICATION: _extension,
}
