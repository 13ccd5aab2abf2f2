"""Of whom the lines of a profile tell: of the State that their heading names."""

from treatywatch.checking.antecedent import participants_named
from treatywatch.checking.knowledge import Knowledge
from treatywatch.reading.claim import Claim

_WORDS = 7  # of a heading
_LINES = 30  # between a heading and what stands below it
_LABEL = ":"
_CLOSES = (".", ";", ",")


def heading_names(claim: Claim, participant: str, knowledge: Knowledge) -> bool:
    """Whether it is a labelled line ("Status: not signed"), and the heading above names the State.

    The nearest short line above that names anybody.
    """
    text = knowledge.text
    start = text.rfind("\n", 0, claim.start) + 1
    if _LABEL not in text[start : claim.end]:
        return False
    for line in reversed(text[:start].splitlines()[-_LINES:]):
        named = participants_named(line, knowledge) if _is_heading(line) else frozenset()
        if named:
            return named == {participant}
    return False


def _is_heading(line: str) -> bool:
    return 0 < len(line.split()) <= _WORDS and not line.rstrip().endswith(_CLOSES)
