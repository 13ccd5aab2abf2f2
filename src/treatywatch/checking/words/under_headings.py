"""Of whom the lines of a profile tell: of the State that their heading names."""

from treatywatch.checking.grounds.knowledge import Knowledge
from treatywatch.checking.words.antecedent import participants_named
from treatywatch.reading.claim import Claim

_WORDS = 7  # of a heading
_LINES = 30  # between a heading and what stands below it
_LABELS = ("|", ":")  # behind the first cell of a row, behind the label of a line
_CLOSES = (".", ";", ",")


def heading_names(claim: Claim, participant: str, knowledge: Knowledge) -> bool:
    """Whether it is a row, or a labelled line ("Status: not signed"), that begins with the State.

    Else the heading does, the nearest short line above that names anybody.
    """
    text = knowledge.text
    start = text.rfind("\n", 0, claim.start) + 1
    sign = next((one for one in _LABELS if one in text[start : claim.end]), "")
    if not sign:
        return False
    label = participants_named(text[start : claim.end].lstrip(sign).partition(sign)[0], knowledge)
    if label:
        return label == {participant}
    for line in reversed(text[:start].splitlines()[-_LINES:]):
        named = participants_named(line, knowledge) if _is_heading(line) else frozenset()
        if named:
            return named == {participant}
    return False


def _is_heading(line: str) -> bool:
    return 0 < len(line.split()) <= _WORDS and not line.rstrip().endswith(_CLOSES)
