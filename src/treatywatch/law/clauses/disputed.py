"""An act whose effect nobody with authority has settled."""

from dataclasses import replace

from treatywatch.law.act import Act
from treatywatch.law.calendar import Undetermined
from treatywatch.law.effect import Effect
from treatywatch.law.treaty import Treaty


def unless_disputed(treaty: Treaty, act: Act, effect: Effect, what: str) -> Effect:
    """The effect, or that nobody can say whether it came about; ``what`` names it ("this exit").

    Where the treaty file takes one of the views, the effect stands.
    """
    dispute = treaty.dispute_over(act)
    if dispute is None or dispute.taken is not None:
        return effect
    why = f"whether {what} came about is disputed"
    return replace(effect, when=Undetermined(why, dispute.settled_by, dispute.since))
