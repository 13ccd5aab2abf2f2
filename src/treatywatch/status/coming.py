"""What the law brings next: effects of acts already done, with those that were called off."""

from collections.abc import Iterator
from datetime import date

from treatywatch.law.act import Act
from treatywatch.law.effect import Effect, EffectKind
from treatywatch.ledger.ledger import Ledger
from treatywatch.status.deadline import first_of
from treatywatch.status.docket import Docket, docket
from treatywatch.status.history import History
from treatywatch.values import frozen


@frozen
class ComingEffect:
    """An effect still to come, or one that would have come and was called off.

    ``act`` is the act that brings it; ``called_off_by`` the revocation that took it back.
    ``revision`` counts the changes since it was first foreseen.
    """

    effect: Effect
    act: Act | None
    called_off_by: Act | None = None

    @property
    def revision(self) -> int:
        """0 while it stands as it was first foreseen, 1 once it is called off."""
        return 0 if self.called_off_by is None else 1

    @property
    def id(self) -> str:
        """Stable while the day moves: what happens, and the act that brings it."""
        of = self.act.id if self.act else f"{self.effect.treaty}:{self.effect.participant}"
        return f"{of}:{self.effect.kind}"


_COMING = frozenset({EffectKind.ENTERS_INTO_FORCE, EffectKind.CEASES_TO_BE_PARTY})


def coming_effects(
    ledger: Ledger,
    *,
    participant: str | None = None,
    treaty: str | None = None,
    until: date | None = None,
    on: date | None = None,
    as_known_on: date | None = None,
) -> tuple[ComingEffect, ...]:
    """Entries into force and exits after ``on`` (today), up to and with ``until``, by day.

    An exit that waits for the end of a conflict stands on its first possible day. Effects without
    any day are left out. Raises :class:`treatywatch.errors.UnknownName`.
    """
    day = on or date.today()
    treaties = [ledger.treaty(treaty).id] if treaty is not None else sorted(ledger.treaties)
    who = ledger.participant(participant).id if participant is not None else None
    found: list[ComingEffect] = []
    for name in treaties:
        known = docket(ledger, name, as_known_on)
        for one in sorted(known.by_participant) if who is None else [who]:
            found += _of_history(known, known.history(one))
    within = [c for c in found if _is_within(c, day, until)]
    return tuple(sorted(within, key=lambda c: (first_of(c.effect.when) or date.max, c.id)))


def _is_within(coming: ComingEffect, on: date, until: date | None) -> bool:
    day = first_of(coming.effect.when)
    return day is not None and day > on and (until is None or day <= until)


def _of_history(found: Docket, history: History) -> Iterator[ComingEffect]:
    for effect in history.effects:
        if effect.kind in _COMING:
            yield ComingEffect(effect, _act_of(found, history.participant, effect))
    for membership in history.memberships:
        for notice in membership.notices:
            if notice.revoked_by is not None:
                yield ComingEffect(notice.exit, notice.act, notice.revoked_by)


def _act_of(found: Docket, participant: str, effect: Effect) -> Act | None:
    """The act of the participant that brings the effect about."""
    if effect.kind is EffectKind.ENTERS_INTO_FORCE:
        memberships = found.history(participant).memberships
        return next((m.consent for m in memberships if m.entry is effect), None)
    named = [found.act_by_id.get(act) for reason in effect.reasons for act in reason.acts]
    return next((act for act in named if act and act.participant == participant), None)
