"""An act whose effect those concerned see differently: what the view that is taken makes of it."""

from dataclasses import replace
from datetime import date

from treatywatch.law.act import Act
from treatywatch.law.calendar import Undetermined
from treatywatch.law.effect import Effect, Reason
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


def made_nothing_of(treaty: Treaty, act: Act) -> View | None:
    """The view that is taken, where it makes nothing of the act."""
    dispute = treaty.dispute_over(act)
    taken = dispute.taken if dispute is not None else None
    return taken if taken is not None and taken.effect is Makes.NOTHING else None


def in_the_view(view: View, act: Act, day: date | None = None) -> Reason:
    """The line for what a view makes of an act."""
    return Reason(f"in the view of {view.held_by}: {view.words}", None, act.cited, day=day)
