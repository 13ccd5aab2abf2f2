"""Which article of the Vienna Convention on Succession (VCSSRT) governs a succession of States."""

from typing import Final

NEWLY_INDEPENDENT: Final = "VCSSRT Art. 23"
UNITED: Final = "VCSSRT Art. 31"
CAME_APART: Final = "VCSSRT Art. 34"

_SEVERAL = 2


def law_for_the_new_state(predecessors: int) -> str:
    """By how many States the new one came from; a colony that became one has none before it."""
    if predecessors >= _SEVERAL:
        return UNITED
    return CAME_APART if predecessors else NEWLY_INDEPENDENT


def law_of_notifying(law_of_succession: str | None) -> str:
    """How the new State says that it is bound: Article 22 after a colony, 38 in the other cases."""
    others = law_of_succession in {UNITED, CAME_APART}
    return "VCSSRT Art. 38" if others else "VCSSRT Art. 22"


def law_for_the_vanished_state(successors: int) -> str:
    """By how many States came after it: one that became part of another, or several."""
    return CAME_APART if successors >= _SEVERAL else UNITED
