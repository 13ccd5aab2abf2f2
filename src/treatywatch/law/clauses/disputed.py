"""An act whose effect those concerned see differently: what the view that is taken makes of it."""

from dataclasses import replace
from datetime import date

from treatywatch.law.act import Act
from treatywatch.law.calendar import Undetermined
from treatywatch.law.effect import Effect, EffectKind, Reason
from treatywatch.law.treaty import Makes, Treaty, View


def unless_disputed(treaty: Treaty, act: Act, effect: Effect, what: str) -> Effect:
    """The effect as the view taken sees it; ``what`` names it ("this exit").

    Where no view is taken, or the one that is has not said it, nobody can say whether it came
    about. A view with a day of its own puts that day in the place of the clause's.
    """
    dispute = treaty.dispute_over(act)
    if dispute is None:
        return effect
    if dispute.taken is None or dispute.taken.effect is Makes.UNSETTLED:
        why = f"whether {what} came about is disputed"
        return replace(effect, when=Undetermined(why, dispute.settled_by, dispute.since))
    if isinstance(dispute.taken.effect, date):
        line = in_the_view(dispute.taken, act, dispute.taken.effect)
        return replace(effect, when=dispute.taken.effect, reasons=(line,))
    return effect


def exit_in_the_view(treaty: Treaty, notice: Act) -> Effect | None:
    """The exit by the view that is taken, where the clause gives none; None by a view like it.

    So it is where a treaty is silent on leaving, and a State joined with a reservation of a right
    to leave (VCLT Art. 56(1)): on a day of the view's own, or left open by those who have not said.
    """
    dispute = treaty.dispute_over(notice)
    taken = dispute.taken if dispute is not None else None
    if dispute is None or taken is None or taken.effect in (Makes.NOTHING, Makes.BY_THE_CLAUSE):
        return None
    left_open = Undetermined("the clause gives no exit", dispute.settled_by, dispute.since)
    lines = (in_the_view(taken, notice),)
    kind = EffectKind.CEASES_TO_BE_PARTY
    by_it = Effect(treaty.id, notice.participant, kind, left_open, lines)
    return unless_disputed(treaty, notice, by_it, "this exit")


def made_nothing_of(treaty: Treaty, act: Act) -> View | None:
    """The view that is taken, where it makes nothing of the act."""
    dispute = treaty.dispute_over(act)
    taken = dispute.taken if dispute is not None else None
    return taken if taken is not None and taken.effect is Makes.NOTHING else None


def in_the_view(view: View, act: Act, day: date | None = None) -> Reason:
    """The line for what a view makes of an act."""
    return Reason(f"in the view of {view.held_by}: {view.words}", None, act.cited, day=day)
