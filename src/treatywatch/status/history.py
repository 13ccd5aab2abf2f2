"""One participant's acts towards one treaty, read in order: its memberships and what ended them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from treatywatch.law.act import Act
from treatywatch.law.calendar import (
    Come,
    Interval,
    PartialDate,
    When,
    has_come,
    in_words,
    turning_days,
)
from treatywatch.law.clauses.channels import article_of_consent, notice_received
from treatywatch.law.clauses.consent import CONSENT_KINDS
from treatywatch.law.clauses.disputed import (
    exit_in_the_view,
    in_the_view,
    made_nothing_of,
    unless_disputed,
)
from treatywatch.law.clauses.ending import exit_by_expulsion
from treatywatch.law.clauses.entry import TreatyStart, entry_for
from treatywatch.law.clauses.exit import Circumstances, ConflictOn, Void, exit_by_notice
from treatywatch.law.clauses.final import Capital
from treatywatch.law.clauses.provisional import (
    end_of_provisional_application,
    ended_by_who_will_not_join,
    ends_with_the_signature,
)
from treatywatch.law.effect import Effect, EffectKind, Reason
from treatywatch.law.terms import ActKind
from treatywatch.law.treaty import NOBODY, Holds, MilestoneKind, Treaty
from treatywatch.values import frozen


@dataclass(slots=True)
class Notice:
    """A notice of withdrawal, the exit it leads to, and the act that took it back, if one did."""

    act: Act
    exit: Effect
    revoked_by: Act | None = None

    def stands_on(self, day: date) -> bool:
        """Whether it has been received by that day and not been revoked."""
        if has_come(self.act.received_on, day) is not Come.YES:
            return False
        return self.revoked_by is None or has_come(self.revoked_by.received_on, day) is not Come.YES


@dataclass(slots=True)
class Membership:
    """One way in, and the ways out of it.

    ``consent`` None stands for a membership that the record only presumes, from an exit.
    """

    consent: Act | None
    entry: Effect
    notices: list[Notice] = field(default_factory=list)
    endings: list[Effect] = field(default_factory=list)
    taken_back_by: Act | None = None

    def exits(self, day: date) -> list[Effect]:
        """The exits that stand on that day, whether they have come or not."""
        return [n.exit for n in self.notices if n.stands_on(day)] + self.endings

    def has_ended(self, day: date) -> Come:
        """Whether an exit has taken effect by that day."""
        ended = Come.NO
        for effect in self.exits(day):
            come = has_come(effect.when, day)
            if come is Come.YES:
                return come
            ended = come if come is Come.CANNOT_BE_SAID else ended
        return ended

    def was_taken_back(self, day: date) -> bool:
        """Whether the consent has been withdrawn by that day, before it took effect."""
        back = self.taken_back_by
        return back is not None and has_come(back.received_on, day) is Come.YES

    def pending_notice(self, day: date) -> Notice | None:
        """The latest notice that stands on that day."""
        return next((n for n in reversed(self.notices) if n.stands_on(day)), None)


@dataclass(slots=True)
class History:
    """What one participant did, in order, with every effect.

    ``contested`` are reasons that move no standing, each from a day on: a suspension that the
    treaty does not know, a void notice, an objection. ``suspended`` is the first day without
    operation in the view that is taken, and why. ``extinct_from`` is the first day on which the
    State itself no longer exists. ``left_out_by`` are the consents that do not reach the unit
    whose history this is. ``settled`` gives, by the id of a notice that was taken back, the day.
    """

    treaty: Treaty
    participant: str
    signature: Act | None = None
    signed_anew: Act | None = None  # after an exit
    disowned_by: Act | None = None  # the act that made clear that no consent will follow
    memberships: list[Membership] = field(default_factory=list)
    provisional: list[tuple[Act, date | None]] = field(default_factory=list)
    contested: list[tuple[date, Reason]] = field(default_factory=list)
    suspended: tuple[date, Reason] | None = None
    extinct_from: date | None = None
    effects: list[Effect] = field(default_factory=list)
    left_out_by: tuple[Act, ...] = ()
    settled: dict[str, date] = field(default_factory=dict)

    def contested_on(self, day: date) -> tuple[Reason, ...]:
        """What is in dispute on the day: not what became of a notice that was taken back."""
        return tuple(
            reason
            for since, reason in self.contested
            if since <= day and not any(self.settled.get(a, date.max) <= day for a in reason.acts)
        )

    def has_signed(self, day: date) -> Come:
        """Whether it had signed by that day; a signature taken back stays on the list."""
        if self.signature is None:
            return Come.NO
        return has_come(self.signature.received_on, day)

    def signed_since_it_left(self, day: date) -> Act | None:
        """The signature by which a former party had come back by that day, short of consent."""
        act = self.signed_anew
        if act is None or has_come(act.received_on, day) is not Come.YES:
            return None
        consents = (m.consent.received_on.first() for m in self.memberships if m.consent)
        back = any(act.received_on.first() <= consent <= day for consent in consents)
        return None if back else act

    def disowned(self, day: date) -> Act | None:
        """The act by which it had made clear by that day that it will not become a party."""
        back = self.disowned_by
        return back if back and has_come(back.received_on, day) is Come.YES else None

    def consent_on(self, day: date) -> Membership | None:
        """The membership whose consent stands on that day: deposited, no exit in effect."""
        for membership in reversed(self.memberships):
            consent = membership.consent
            deposited = consent is None or has_come(consent.received_on, day) is Come.YES
            if consent is None and has_come(membership.entry.when, day) is not Come.YES:
                deposited = False
            gone = membership.was_taken_back(day) or membership.has_ended(day) is Come.YES
            if deposited and not gone:
                return membership
        return None


_ORDER = {
    ActKind.SIGNATURE: 0,
    ActKind.WITHDRAWAL_REVOKED: 1,
    ActKind.WITHDRAWAL_NOTICE: 2,
    ActKind.EXPULSION: 2,
}
_AFTER_NOTICES = 3


def in_order(acts: Sequence[Act]) -> list[Act]:
    """By day of receipt; on one day signatures, then exits, then consent (a return on the day).

    A revocation comes before a notice of its own day if there is an older notice for it to revoke,
    else after it.
    """
    if len(acts) < 2:
        return list(acts)
    notices = [a.received_on.first() for a in acts if a.kind is ActKind.WITHDRAWAL_NOTICE]
    first_notice = min(notices, default=None)

    def place(act: Act) -> tuple[date, int, ActKind, str, str]:
        day = act.received_on.first()
        order = _ORDER.get(act.kind, _AFTER_NOTICES)
        if act.kind is ActKind.WITHDRAWAL_REVOKED and day == first_notice:
            order = _AFTER_NOTICES
        return day, order, act.kind, act.part or "", act.territory or ""

    return sorted(acts, key=place)


@frozen
class Circle:
    """What a participant's acts are read against: the treaty, its start, wars, succession."""

    treaty: Treaty
    participant: str
    start: TreatyStart
    conflict_on: ConflictOn
    succession_day: Callable[[date], PartialDate | None]
    law_of_succession: str


ActReader = Callable[[Act], None]


class Reader:
    """Reads a participant's acts, one after the other, into its history."""

    def __init__(self, circle: Circle) -> None:
        self.history = History(circle.treaty, circle.participant)
        self._treaty = circle.treaty
        self._start = circle.start
        self._conflict_on = circle.conflict_on
        self._succession_day = circle.succession_day
        self._law_of_succession = circle.law_of_succession

    def read(self, acts: Sequence[Act], endings: Sequence[Effect] = ()) -> History:
        """The history of these acts; their order in the file does not matter.

        ``endings`` are exits that come from elsewhere (another treaty, the other party, time): each
        ends the membership that stands on the day before, so that a return afterwards is one.
        """
        to_come = sorted(
            ((day, ending) for ending in endings if (day := _first_day(ending.when))),
            key=lambda found: found[0],
        )
        for act in in_order(acts):
            while to_come and to_come[0][0] <= act.received_on.first():
                self._end(*to_come.pop(0))
            self._read_act(act)
            self._views_of(act)
        for day, ending in to_come:
            self._end(day, ending)
        return self.history

    def _read_act(self, act: Act) -> None:
        """The act with its effect, unless the view that is taken makes nothing of it."""
        view = made_nothing_of(self._treaty, act)
        if view is None or act.kind is ActKind.SUSPENSION_NOTICE:
            self._reader_of(act.kind)(act)
        else:
            words = (
                f"{act.kind.value.replace('-', ' ')} without effect in the view of {view.held_by}"
            )
            self._contest(act, words, None)
            if act.kind is ActKind.WITHDRAWAL_NOTICE and self._current(act) is None:
                self._presumed(act)

    def _end(self, day: date, ending: Effect) -> None:
        bound = self.history.consent_on(day - timedelta(days=1))
        if bound is not None:
            bound.endings.append(ending)
            self.history.effects.append(ending)

    def _reader_of(self, kind: ActKind) -> ActReader:
        if kind in CONSENT_KINDS:
            return self._consent
        readers = {
            ActKind.SIGNATURE: self._signature,
            ActKind.SIGNATURE_WITHDRAWN: self._signature_withdrawn,
            ActKind.WITHDRAWAL_NOTICE: self._notice,
            ActKind.WITHDRAWAL_REVOKED: self._revocation,
            ActKind.CONSENT_WITHDRAWN: self._consent_withdrawn,
            ActKind.EXPULSION: self._expulsion,
            ActKind.SUSPENSION_NOTICE: self._suspension,
            ActKind.PROVISIONAL_APPLICATION: self._provisional,
            ActKind.PROVISIONAL_APPLICATION_ENDED: self._provisional_ended,
        }
        return readers.get(kind, self._no_effect)

    def _no_effect(self, act: Act) -> None:
        """Extensions, exclusions and objections move nothing of the State itself."""

    def _effect(self, act: Act, kind: EffectKind, words: str, article: str) -> Effect:
        when = act.received_on.exact() or _bounds(act)
        day = act.received_on.exact()
        effect = Effect(
            self._treaty.id,
            act.participant,
            kind,
            when,
            (Reason(words, article, (act.id,), day=day),),
        )
        self.history.effects.append(effect)
        return effect

    def _contest(self, act: Act, words: str, article: str | None) -> None:
        day = act.received_on.first()
        self.history.contested.append((day, Reason(words, article, (act.id,), day=day)))

    def _signature(self, act: Act) -> None:
        if self.history.signature is None:
            self.history.signature = act
        elif self._has_left(act.received_on.first()):
            self.history.signed_anew = act
        else:
            return
        self._effect(act, EffectKind.BECOMES_SIGNATORY, "signed", "VCLT Art. 18")

    def _has_left(self, day: date) -> bool:
        """Whether every membership had ended by then: Ecuador signed ICSID anew in 2021."""
        memberships = self.history.memberships
        return bool(memberships) and all(m.has_ended(day) is Come.YES for m in memberships)

    def _signature_withdrawn(self, act: Act) -> None:
        if self.history.signature is None:
            self._contest(act, "a signature taken back that was never given", "VCLT Art. 18")
            return
        self.history.disowned_by = act
        words = "intention not to become a party made clear"
        self._effect(act, EffectKind.SIGNATURE_TAKEN_BACK, words, "VCLT Art. 18(a)")
        listed = "it says that it is no signatory any more"
        if self._treaty.depositary != NOBODY:
            listed += "; the depositary still lists the signature"
        self._contest(act, listed, "VCLT Art. 18(a)")
        self._end_provisional(act)

    def _consent(self, act: Act) -> None:
        current = self._current(act)
        if current is not None and self._is_settled(current, act.received_on.last()):
            return
        since = self._succession_day(act.received_on.last())
        entry = entry_for(self._treaty, act, self._start, since, self._law_of_succession)
        entry = unless_disputed(self._treaty, act, entry, "this way in")
        words = f"{act.kind.value.replace('-', ' ')} deposited"
        article = article_of_consent(act.kind, self._law_of_succession)
        self._effect(act, EffectKind.CONSENTS, words, article)
        self.history.effects.append(entry)
        self.history.memberships.append(Membership(act, entry))

    def _is_settled(self, membership: Membership, day: date) -> bool:
        """Whether one more instrument changes nothing: no exit is near, the entry undoubted."""
        consent = membership.consent
        dispute = self._treaty.dispute_over(consent) if consent else None
        if dispute is not None and not dispute.is_settled:
            return False
        return membership.pending_notice(day) is None

    def _current(self, act: Act) -> Membership | None:
        return self.history.consent_on(act.received_on.last())

    def _notice(self, act: Act) -> None:
        membership = self._current(act) or self._presumed(act)
        if membership is None:
            self._contest(act, "a notice of withdrawal by one that is bound by nothing", None)
            return
        leaving = exit_by_notice(self._treaty, act, self._around(membership))
        if isinstance(leaving, Void):
            leaving = exit_in_the_view(self._treaty, act) or leaving
        if isinstance(leaving, Void):
            words = f"a notice of withdrawal without effect: {leaving.why}"
            self._contest(act, words, leaving.reasons[0].article)
            return
        leaving = unless_disputed(self._treaty, act, leaving, "this exit")
        if not self._replaces(membership, act):
            self._contest(act, "a further notice of withdrawal while one stands", None)
            return
        article = leaving.reasons[0].article or "VCLT Art. 67"
        self._effect(act, EffectKind.GIVES_NOTICE, notice_received(self._treaty), article)
        membership.notices.append(Notice(act, leaving))
        self.history.effects.append(leaving)

    def _views_of(self, act: Act) -> None:
        """Every view of a disputed act, the one that is taken included."""
        dispute = self._treaty.dispute_over(act)
        if dispute is None:
            return
        for view in dispute.views:
            words = f"{view.held_by}: {view.words}"
            reason = Reason(words, None, (act.id,), day=dispute.since)
            self.history.contested.append((dispute.since, reason))

    def _replaces(self, membership: Membership, act: Act) -> bool:
        """Whether a further notice counts; in several capitals the last one may."""
        standing = membership.pending_notice(act.received_on.last())
        if standing is None:
            return True
        several = self._treaty.final_clauses.several_depositaries
        if several is None or several.leaving is not Capital.LATEST:
            return False
        standing.revoked_by = act
        self.history.effects.remove(standing.exit)
        return True

    def _presumed(self, act: Act) -> Membership | None:
        """In a record of exits only, an exit presupposes a membership."""
        if self._treaty.coverage.holds is not Holds.EXITS_ONLY:
            return None
        words = "taken to be a party, since it gave notice; its entry is not in the record"
        entry = Effect(
            self._treaty.id,
            act.participant,
            EffectKind.ENTERS_INTO_FORCE,
            act.received_on.first(),
            (Reason(words, None, (act.id,)),),
        )
        membership = Membership(None, entry)
        self.history.memberships.append(membership)
        return membership

    def _around(self, membership: Membership) -> Circumstances:
        since = membership.entry.when if membership.consent else None
        opened = self._treaty.milestone(MilestoneKind.OPENED_FOR_SIGNATURE)
        return Circumstances(
            self._conflict_on,
            since if isinstance(since, date) else None,
            self._start.earliest,
            opened.on.first() if opened else None,
        )

    def _revocation(self, act: Act) -> None:
        for membership in reversed(self.history.memberships):
            notice = membership.pending_notice(act.received_on.last())
            if notice is None:
                continue
            if has_come(notice.exit.when, act.received_on.last()) is not Come.NO:
                break
            notice.revoked_by = act
            self.history.settled[notice.act.id] = act.received_on.last()
            self.history.effects.remove(notice.exit)
            words = "notice of withdrawal revoked before it took effect"
            self._effect(act, EffectKind.NOTICE_REVOKED, words, "VCLT Art. 68")
            return
        self._contest(act, "a revocation that finds no notice still to take effect", "VCLT Art. 68")

    def _consent_withdrawn(self, act: Act) -> None:
        membership = self._current(act)
        bound = membership and has_come(membership.entry.when, act.received_on.last())
        if membership is None or bound is not Come.NO:
            words = "consent taken back after it had taken effect, or never given"
            self._contest(act, words, "VCLT Art. 18(b)")
            return
        membership.taken_back_by = act
        if membership.entry in self.history.effects:
            self.history.effects.remove(membership.entry)
        words = "consent to be bound taken back before entry into force"
        self._effect(act, EffectKind.CONSENT_TAKEN_BACK, words, "VCLT Art. 18(b)")

    def _expulsion(self, act: Act) -> None:
        membership = self._current(act) or self._presumed(act)
        if membership is None:
            self._contest(act, "an expulsion of one that is bound by nothing", None)
            return
        leaving = exit_by_expulsion(self._treaty, act)
        membership.endings.append(leaving)
        self.history.effects.append(leaving)

    def _suspension(self, act: Act) -> None:
        clause = self._treaty.final_clauses.suspension
        article = getattr(clause, "article", None) or "VCLT Art. 57"
        claimed = act.effect_printed or (act.named_date and PartialDate.of(act.named_date))
        span = f", claimed from {in_words(claimed)}" if claimed else ""
        words = f"suspension notified{span}, which ends no standing: {clause.words}"
        self._effect(act, EffectKind.SUSPENSION_CLAIMED, words, article)
        self._contest(act, words, article)
        dispute = self._treaty.dispute_over(act)
        view = dispute.taken if dispute else None
        if view is not None and isinstance(view.effect, date):
            self.history.suspended = view.effect, in_the_view(view, act, view.effect)

    def _provisional(self, act: Act) -> None:
        clause = self._treaty.final_clauses.provisional_application
        covers = f" of {clause.covers}" if clause else ""
        article = f"Art. {clause.article}" if clause else "VCLT Art. 25"
        words = f"provisional application{covers}, pending entry into force"
        self._effect(act, EffectKind.APPLIES_PROVISIONALLY, words, article)
        self.history.provisional.append((act, None))

    def _provisional_ended(self, act: Act) -> None:
        unbound = self.history.disowned_by is None and self._current(act) is None
        if unbound and ended_by_who_will_not_join(self._treaty):
            self.history.disowned_by = act
        self._end_provisional(act)

    def _end_provisional(self, act: Act) -> None:
        if act.kind is ActKind.SIGNATURE_WITHDRAWN and not ends_with_the_signature(self._treaty):
            return
        ending = end_of_provisional_application(self._treaty, act)
        self.history.effects.append(ending)
        day = _last_day(ending.when) or act.received_on.last()
        self.history.provisional = [(a, ends or day) for a, ends in self.history.provisional]


def _bounds(act: Act) -> Interval:
    why = f"the {act.kind.value.replace('-', ' ')} is known only as {act.received_on}"
    return Interval(act.received_on.first(), act.received_on.last(), why)


def _first_day(when: When) -> date | None:
    """The first day on which it can come."""
    return next(iter(turning_days(when)), None)


def _last_day(when: When) -> date | None:
    """The last day on which it can come."""
    return next(reversed(turning_days(when)), None)
