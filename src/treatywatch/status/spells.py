"""From a history to spells: one standing at a time, tiling all of time."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from itertools import pairwise

from treatywatch.law.act import Act
from treatywatch.law.calendar import (
    Come,
    Interval,
    PartialDate,
    Undetermined,
    When,
    has_come,
    in_words,
    turning_days,
)
from treatywatch.law.clauses.channels import article_of_consent, consent_given, notice_received
from treatywatch.law.clauses.exit import as_not_in_conflict
from treatywatch.law.clauses.final import Withdrawal
from treatywatch.law.effect import Effect, Reason
from treatywatch.law.terms import ActKind, Confidence, Standing
from treatywatch.law.treaty import NOBODY, Holds, Treaty
from treatywatch.status.answers import Spell
from treatywatch.status.history import History, Membership

BOUND = Reason("until then bound by every obligation", "VCLT Art. 26")

# Where several memberships overlap, the one that binds most decides.
_PRECEDENCE = (
    Standing.PARTY,
    Standing.PARTY_UNDER_NOTICE,
    Standing.UNDETERMINED,
    Standing.CONTRACTING_STATE,
    Standing.FORMER_PARTY,
)

_CONFIDENCES = tuple(Confidence)  # the highest first

Found = tuple[Standing, tuple[Reason, ...]]


def spells(history: History, confidence_of: Callable[[str], Confidence]) -> tuple[Spell, ...]:
    """The spells of a history, in order, without gap or overlap.

    ``confidence_of`` gives the confidence of an act by its id; a spell has the lowest of its acts.
    """
    days = sorted(set(_turning_days(history)))
    starts: list[date | None] = [None, *days]
    tiles: list[Spell] = []
    for since, until in pairwise([*starts, None]):
        tile = _spell(history, since, until, confidence_of)
        if tiles and _alike(tiles[-1], tile):
            tile = replace(tile, since=tiles.pop().since)
        tiles.append(tile)
    return tuple(tiles)


def _spell(
    history: History,
    since: date | None,
    until: date | None,
    confidence_of: Callable[[str], Confidence],
) -> Spell:
    day = since if since is not None else date.min
    standing, reasons = standing_on(history, day)
    contested = history.contested_on(day)
    acts = [act for reason in (*reasons, *contested) for act in reason.acts]
    confidence = _lowest(confidence_of(act) for act in acts)
    suspended = history.suspended
    without = suspended[0] if suspended and suspended[1] in reasons else None
    return Spell(standing, since, until, reasons, contested, confidence, without)


def _alike(one: Spell, other: Spell) -> bool:
    return (one.standing, one.reasons, one.contested) == (
        other.standing,
        other.reasons,
        other.contested,
    )


def _lowest(confidences: Iterator[Confidence]) -> Confidence:
    return max(confidences, key=_CONFIDENCES.index, default=Confidence.HIGH)


def _turning_days(history: History) -> Iterator[date]:
    for act in (history.signature, history.signed_anew, history.disowned_by):
        yield from turning_days(act.received_on) if act else ()
    for membership in history.memberships:
        yield from _turning_days_of(membership)
    for act, ends in history.provisional:
        yield from turning_days(act.received_on)
        yield from (ends,) if ends else ()
    for act in history.left_out_by:
        yield from turning_days(act.received_on)
    yield from (start for start, _ in history.contested)
    yield from (history.suspended[0],) if history.suspended else ()
    yield from (history.extinct_from,) if history.extinct_from else ()


def _turning_days_of(membership: Membership) -> Iterator[date]:
    moments: list[When | PartialDate] = [membership.entry.when]
    moments += [act.received_on for act in (membership.consent, membership.taken_back_by) if act]
    moments += [effect.when for effect in membership.endings]
    for notice in membership.notices:
        moments += [notice.act.received_on, notice.exit.when]
        moments += [notice.revoked_by.received_on] if notice.revoked_by else []
    for moment in moments:
        yield from turning_days(moment)


def standing_on(history: History, day: date) -> Found:
    """The standing on one day, and the reasons for it."""
    found = [f for m in history.memberships if (f := _of_membership(history, m, day)) is not None]
    if found:
        standing, reasons = min(reversed(found), key=lambda f: _PRECEDENCE.index(f[0]))
        signed_anew = history.signed_since_it_left(day)
        if standing is Standing.FORMER_PARTY and signed_anew is not None:
            return _signed_anew(signed_anew, reasons)
        return standing, (*reasons, *_suspended(history, standing, day))
    if history.extinct_from is not None and history.extinct_from <= day:
        words = "the State no longer exists"
        return Standing.THIRD_STATE, (Reason(words, None, day=history.extinct_from),)
    signed = history.has_signed(day)
    if signed is Come.NO or history.signature is None:
        return _left_out(history, day) or _without_any_act(history, day)
    line = _act_line(history.signature.received_on, "signed", "VCLT Art. 18", history.signature.id)
    if signed is Come.CANNOT_BE_SAID:
        return Standing.UNDETERMINED, (line,)
    return Standing.SIGNATORY, (
        line,
        *_taken_back(history, day),
        *_not_exchanged(history, day),
        *_provisional(history, day),
        _good_faith(history, day),
    )


def _taken_back(history: History, day: date) -> tuple[Reason, ...]:
    """The consents that were taken back before they had an effect."""
    return tuple(
        _act_line(by.received_on, f"{_kind(consent)} taken back", "VCLT Art. 18(b)", by.id)
        for membership in history.memberships
        for by, consent in [(membership.taken_back_by, membership.consent)]
        if by is not None and consent is not None and membership.was_taken_back(day)
    )


def awaits_exchange(treaty: Treaty, membership: Membership) -> bool:
    """Whether a treaty of two was ratified and the instruments were never exchanged.

    Consent is established by the exchange (VCLT Art. 16(a)): until then it is a signatory.
    """
    ratified = treaty.depositary == NOBODY and membership.consent is not None
    return ratified and isinstance(membership.entry.when, Undetermined)


def _not_exchanged(history: History, day: date) -> tuple[Reason, ...]:
    """The ratifications of a treaty of two that bind nobody before they are exchanged."""
    return tuple(
        _act_line(
            consent.received_on,
            f"{_kind(consent)} not exchanged with the other party, so that it does not bind",
            "VCLT Art. 16(a)",
            consent.id,
        )
        for membership in history.memberships
        for consent in [membership.consent]
        if consent is not None and awaits_exchange(history.treaty, membership)
        if has_come(consent.received_on, day) is Come.YES and not membership.was_taken_back(day)
    )


def _kind(act: Act) -> str:
    return act.kind.value.replace("-", " ")


def _signed_anew(act: Act, reasons: tuple[Reason, ...]) -> Found:
    """A former party that has signed again has what a signature brings, and is bound by no more."""
    line = _act_line(act.received_on, "signed anew", "VCLT Art. 18", act.id)
    return Standing.SIGNATORY, (line, *reasons)


def _suspended(history: History, standing: Standing, day: date) -> tuple[Reason, ...]:
    """The line of a party for which the treaty is without operation, in the view taken."""
    since = history.suspended
    if since is None or since[0] > day:
        return ()
    return (since[1],) if standing in {Standing.PARTY, Standing.PARTY_UNDER_NOTICE} else ()


def _good_faith(history: History, day: date) -> Reason:
    """The duty that a signature brings, until it is made clear that no consent will follow."""
    disowned = history.disowned(day)
    if disowned is None:
        return Reason("must not defeat the object and purpose of the treaty", "VCLT Art. 18(a)")
    words = "made clear that it will not become a party, which ends the duty of a signatory"
    return _act_line(disowned.received_on, words, "VCLT Art. 18(a)", disowned.id)


def _left_out(history: History, day: date) -> Found | None:
    """A territory or part that the consent of its State does not reach."""
    acts = [a for a in history.left_out_by if has_come(a.received_on, day) is Come.YES]
    if not acts:
        return None
    words, act = "left out of the consent to be bound", acts[-1]
    article = "VCLT Art. 17(1)" if act.part else "VCLT Art. 29"
    return Standing.THIRD_STATE, (_act_line(act.received_on, words, article, act.id),)


def _without_any_act(history: History, day: date) -> Found:
    """One that nothing binds: it did nothing, or took back what it had done."""
    taken_back = _taken_back(history, day)
    coverage = history.treaty.coverage
    if coverage.holds is Holds.EXITS_ONLY:
        words = "the record of this treaty holds only exits, not who joined it and when"
        return Standing.UNDETERMINED, (*taken_back, Reason(words))
    until = coverage.until
    assumption = f"the record of acts reaches to {in_words(until)}" if until else None
    words = "no act towards the treaty is in the record"
    if history.signature or history.memberships:
        words = "no act towards the treaty had been done"
    if taken_back:
        words = "no consent to be bound stands any more"
    line = Reason(words, "VCLT Art. 34", assumption=assumption)
    return Standing.THIRD_STATE, (*taken_back, line)


def _of_membership(history: History, membership: Membership, day: date) -> Found | None:
    """The standing that one membership gives on the day, or None where it gives none."""
    entered = has_come(membership.entry.when, day)
    deposited = _deposited(membership, day)
    if membership.was_taken_back(day) or awaits_exchange(history.treaty, membership):
        return None
    if deposited is Come.NO and entered is Come.NO:
        return None
    ended = membership.has_ended(day)
    if ended is Come.YES:
        return _after_the_end(history, membership, day)
    if ended is Come.CANNOT_BE_SAID:
        return Standing.UNDETERMINED, _leaving(history.treaty, membership, day)
    if entered is Come.CANNOT_BE_SAID or (entered is deposited is Come.NO):
        return Standing.UNDETERMINED, _joining(history.treaty, membership)
    if entered is Come.NO:
        return _before_entry(history, membership, deposited, day)
    if membership.pending_notice(day) is not None:
        return Standing.PARTY_UNDER_NOTICE, (*_leaving(history.treaty, membership, day), BOUND)
    ending = tuple(r for e in membership.endings for r in e.reasons)
    joined = _joining(history.treaty, membership)
    return Standing.PARTY, (*joined, *_notices_taken_back(membership, day), *ending)


def _notices_taken_back(membership: Membership, day: date) -> tuple[Reason, ...]:
    """Why one that gave notice is a party all the same; a notice revoked at once never was one."""
    return tuple(
        _act_line(by.received_on, "notice of withdrawal taken back", "VCLT Art. 68", by.id)
        for notice in membership.notices
        for by in [notice.revoked_by]
        if by is not None and by.kind is ActKind.WITHDRAWAL_REVOKED
        if by.received_on != notice.act.received_on and has_come(by.received_on, day) is Come.YES
    )


def _deposited(membership: Membership, day: date) -> Come:
    if membership.consent is None:
        return has_come(membership.entry.when, day)
    return has_come(membership.consent.received_on, day)


def _before_entry(history: History, membership: Membership, deposited: Come, day: date) -> Found:
    if deposited is Come.CANNOT_BE_SAID:
        return Standing.UNDETERMINED, _joining(history.treaty, membership)
    provisional = _provisional(history, day)
    leaving = _leaving(history.treaty, membership, day)
    return Standing.CONTRACTING_STATE, (
        *_joining(history.treaty, membership),
        *provisional,
        *leaving,
    )


def _after_the_end(history: History, membership: Membership, day: date) -> Found | None:
    """A former party; one that left before the treaty bound it never was a party."""
    ends = [e.when for e in membership.exits(day) if has_come(e.when, day) is Come.YES]
    entry = membership.entry.when
    left = min((end for end in ends if isinstance(end, date)), default=None)
    never_bound = not isinstance(entry, date) and not isinstance(entry, Interval)
    if never_bound or (isinstance(entry, date) and left is not None and left <= entry):
        return None
    reasons = tuple(
        as_not_in_conflict(reason) for reason in _leaving(history.treaty, membership, day)
    )
    clause = history.treaty.final_clauses.withdrawal
    survives = clause.survives if isinstance(clause, Withdrawal) else ""
    after = f"released, save for {survives}" if survives else "released from further performance"
    return Standing.FORMER_PARTY, (*reasons, Reason(after, "VCLT Art. 70"))


def _joining(treaty: Treaty, membership: Membership) -> tuple[Reason, ...]:
    consent = membership.consent
    if consent is None:
        return membership.entry.reasons
    words = consent_given(treaty, consent.kind)
    law = next((reason.article for reason in membership.entry.reasons), None)
    article = article_of_consent(consent.kind, law)
    line = _act_line(consent.received_on, words, article, consent.id)
    return (line, *membership.entry.reasons, *_open(membership.entry))


def _leaving(treaty: Treaty, membership: Membership, day: date) -> tuple[Reason, ...]:
    reasons: list[Reason] = []
    notice = membership.pending_notice(day)
    if notice is not None:
        line = _act_line(
            notice.act.received_on,
            notice_received(treaty),
            _notice_article(notice.exit),
            notice.act.id,
        )
        reasons += (line,)
        reasons += (*notice.exit.reasons, *_open(notice.exit))
    for ending in membership.endings:
        reasons += ending.reasons
    return tuple(reasons)


def _notice_article(leaving: Effect) -> str | None:
    return next((r.article for r in leaving.reasons if r.article), None)


def _open(effect: Effect) -> tuple[Reason, ...]:
    """A line for an effect that has no one day: why, and what would settle it."""
    match effect.when:
        case Undetermined(why=why, what_would_settle_it=settle):
            told = any(reason.words == why for reason in effect.reasons)
            doubt = "" if told else f"cannot be said: {why}; "
            return (Reason(f"{doubt}it would be settled by {settle}"),)
        case Interval(not_before, None, why):
            return (Reason(f"open: not before {in_words(not_before)}; {why}"),)
        case Interval(not_before, not_after, why) if not_after is not None:
            words = f"between {in_words(not_before)} and {in_words(not_after)}: {why}"
            return (Reason(words),)
        case _:
            return ()


def _provisional(history: History, day: date) -> tuple[Reason, ...]:
    clause = history.treaty.final_clauses.provisional_application
    return tuple(
        Reason(
            f"applies {clause.covers if clause else 'the treaty'} provisionally",
            f"Art. {clause.article}" if clause else "VCLT Art. 25",
            (act.id,),
            day=act.received_on.exact(),
        )
        for act, ends in history.provisional
        if has_come(act.received_on, day) is Come.YES and (ends is None or day < ends)
    )


def _act_line(on: PartialDate, words: str, article: str | None, act: str) -> Reason:
    written = words if on.exact() else f"{words} in {in_words(on)}"
    return Reason(written, article, (act,), day=on.exact())
