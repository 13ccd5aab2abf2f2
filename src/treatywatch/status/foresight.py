"""What if: when an act would take effect, and why."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date

from treatywatch.law.act import Act
from treatywatch.law.calendar import Come, NoEffect, PartialDate, Undetermined, has_come, in_words
from treatywatch.law.clauses.consent import CONSENT_KINDS
from treatywatch.law.clauses.disputed import in_the_view, unless_disputed
from treatywatch.law.clauses.entry import entry_for, treaty_start
from treatywatch.law.clauses.general_succession import NEWLY_INDEPENDENT
from treatywatch.law.clauses.openness import NotOpen, not_open
from treatywatch.law.clauses.provisional import (
    end_of_provisional_application,
    ends_with_the_signature,
)
from treatywatch.law.effect import Reason
from treatywatch.law.participant import ParticipantKind
from treatywatch.law.terms import ActKind
from treatywatch.law.treaty import Holds, Makes
from treatywatch.law.unit import WHOLE, Unit
from treatywatch.ledger.ledger import Ledger
from treatywatch.status.answers import EffectAnswer
from treatywatch.status.docket import Docket, docket
from treatywatch.status.exits_foreseen import expulsion, notice, revocation, suspension
from treatywatch.status.history import History
from treatywatch.status.question import (
    SUPPOSED,
    Question,
    Supposed,
    answer,
    at_once,
    ended,
    nothing,
)
from treatywatch.status.unit_history import extension
from treatywatch.values import frozen


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
        asked = Question(self.docket, act, self.who, day, self.own, dispute)
        return _without_effect(asked) or _answerer(self.kind)(asked)

    def _act(self, day: date, named_date: date | None) -> Act:
        """The act of the record, if it has this one, or one that is made up."""
        on = PartialDate.of(day)
        known = self.recorded.get(on) if self.recorded else None
        if known is not None:
            return known if named_date is None else replace(known, named_date=named_date)
        whose = (self.docket.treaty.id, self.who or "", self.kind)
        part, territory = self.unit.part, self.unit.territory
        return Supposed(
            *whose, on, on, on, SUPPOSED, named_date=named_date, part=part, territory=territory
        )


def _without_effect(asked: Question) -> EffectAnswer | None:
    """The answer for an act of the record of which the view that is taken makes nothing."""
    view = asked.dispute.taken if asked.dispute is not None else None
    if (
        view is None
        or view.effect is not Makes.NOTHING
        or asked.act.kind is ActKind.SUSPENSION_NOTICE
    ):
        return None
    line = in_the_view(view, asked.act)
    return answer(asked, NoEffect(line.words, "another act: this one has no effect"), (line,))


Answerer = Callable[[Question], EffectAnswer]


def _answerer(kind: ActKind) -> Answerer:
    return _consent if kind in CONSENT_KINDS else _ANSWERERS.get(kind, _no_effect)


def _consent(asked: Question) -> EffectAnswer:
    misfit = _not_open(asked)
    closed = ended(asked) or _closed_to_organisations(asked) or _closed(asked, misfit)
    if closed is not None:
        return closed
    bound = asked.membership_before()
    if bound is not None and bound.pending_notice(asked.day) is None:
        words = f"it has already expressed consent to be bound{_by(bound.consent)}"
        return nothing(asked, f"{words}; a further instrument changes nothing", "VCLT Art. 11")
    start = asked.docket.start
    if isinstance(start.effect.when, Undetermined) and asked.is_supposed:
        start = treaty_start(
            asked.docket.treaty, (*asked.docket.acts, asked.act), asked.docket.known_on
        )
    succession, law = None, NEWLY_INDEPENDENT
    if asked.who is not None:
        succession = asked.docket.date_of_succession(asked.who, asked.act.received_on.last())
        law = asked.docket.law_of_succession(asked.who)
    entering = entry_for(asked.docket.treaty, asked.act, start, succession, law)
    entering = unless_disputed(asked.docket.treaty, asked.act, entering, "this way in")
    return answer(asked, entering.when, (*entering.reasons, *_by_another_way(misfit)))


def _by(consent: Act | None) -> str:
    """ " (ratification of 23 July 1998)"; nothing where the record only presumes a consent."""
    if consent is None:
        return ""
    return f" ({consent.kind.value.replace('-', ' ')} of {in_words(consent.received_on)})"


def _closed_to_organisations(asked: Question) -> EffectAnswer | None:
    known = asked.docket.ledger.participants.get(asked.who or "")
    organisation = known is not None and known.kind is ParticipantKind.ORGANISATION
    if not organisation or asked.docket.treaty.open_to_organisations:
        return None
    return nothing(asked, "the treaty is open to States only, not to organisations", "VCLT Art. 2")


def _not_open(asked: Question) -> NotOpen | None:
    clauses = asked.docket.treaty.final_clauses
    begun = asked.docket.has_begun(asked.day)
    return not_open(clauses, asked.act.kind, asked.day, begun=begun, signed=_has_signed(asked))


def _has_signed(asked: Question) -> bool | None:
    """None where nobody is named, and where the record cannot tell."""
    if asked.who is None:
        return None
    signed = asked.docket.history(asked.who).has_signed(asked.day)
    if signed is Come.NO and asked.docket.treaty.coverage.holds is Holds.EXITS_ONLY:
        return None
    return {Come.YES: True, Come.NO: False}.get(signed)


def _closed(asked: Question, found: NotOpen | None) -> EffectAnswer | None:
    """The answer where this way of joining is closed on the day."""
    return nothing(asked, found.words, found.article) if found and found.bars else None


def _by_another_way(found: NotOpen | None) -> tuple[Reason, ...]:
    """A caution where the text has another kind of act for the one who joins."""
    if found is None or found.bars:
        return ()
    assumed = "that the depositary takes the instrument all the same"
    return (Reason(found.words, found.article, assumption=assumed),)


def _signature(asked: Question) -> EffectAnswer:
    words = "a simple signature binds nobody: it has no day of effect beyond being a signatory"
    return _closed(asked, _not_open(asked)) or nothing(asked, words, "VCLT Art. 18")


def _signature_withdrawn(asked: Question) -> EffectAnswer:
    """Ends the duty of a signatory at once, and provisional application after its own period."""
    treaty = asked.docket.treaty
    signed = asked.own is None or asked.own.has_signed(asked.day) is Come.YES
    if not signed and treaty.coverage.holds is Holds.ALL_ACTS:
        return nothing(asked, "it has given no signature to take back", "VCLT Art. 18")
    return _provisional_ended(asked) if ends_with_the_signature(treaty) else at_once(asked)


def _consent_withdrawn(asked: Question) -> EffectAnswer:
    membership = asked.membership_before()
    if asked.who is not None and membership is None:
        words = "it has expressed no consent that it could take back"
        return nothing(asked, words, "VCLT Art. 18(b)")
    if membership is not None and has_come(membership.entry.when, asked.day) is not Come.NO:
        words = "the treaty is in force for it: consent cannot be taken back, only notice given"
        return nothing(asked, words, "VCLT Art. 54")
    return at_once(asked)


def _provisional_ended(asked: Question) -> EffectAnswer:
    ending = end_of_provisional_application(asked.docket.treaty, asked.act)
    return answer(asked, ending.when, ending.reasons)


def _extension(asked: Question) -> EffectAnswer:
    """An extension to a territory: from its receipt, once the State is bound (VCLT Art. 29)."""
    if asked.act.unit.is_whole or asked.who is None:
        return _no_effect(asked)
    bound = asked.docket.history(asked.who).consent_on(asked.day)
    if bound is None:
        words = f"it is not bound by the treaty on {in_words(asked.day)} and has nothing to extend"
        return nothing(asked, words, "VCLT Art. 29")
    if asked.membership_before() is not None:
        return nothing(asked, "the treaty applies there already", "VCLT Art. 29")
    entering = extension(asked.act, bound)
    return answer(asked, entering.when, entering.reasons)


def _no_effect(asked: Question) -> EffectAnswer:
    words = f"an act of this kind ({asked.act.kind.value.replace('-', ' ')}) moves no standing"
    return nothing(asked, words, "VCLT Art. 2")


_ANSWERERS: dict[ActKind, Answerer] = {
    ActKind.WITHDRAWAL_NOTICE: notice,
    ActKind.EXPULSION: expulsion,
    ActKind.SUSPENSION_NOTICE: suspension,
    ActKind.SIGNATURE: _signature,
    ActKind.CONSENT_WITHDRAWN: _consent_withdrawn,
    ActKind.WITHDRAWAL_REVOKED: revocation,
    ActKind.PROVISIONAL_APPLICATION: at_once,
    ActKind.PROVISIONAL_APPLICATION_ENDED: _provisional_ended,
    ActKind.SIGNATURE_WITHDRAWN: _signature_withdrawn,
    ActKind.TERRITORIAL_APPLICATION: _extension,
}
