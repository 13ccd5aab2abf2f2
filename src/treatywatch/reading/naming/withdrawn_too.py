"""What is withdrawn besides a part in a treaty: "withdrew its reservation", "pulled out troops"."""

import re

from treatywatch.reading.vocabulary.grammar import grammar
from treatywatch.reading.vocabulary.words_acts import ActWords, Cue, CueKind

_LEAVING = frozenset({CueKind.EXIT, CueKind.EXIT_OBJECT})


def takes_something_else(cue: Cue, end: int, folded: str, acts: ActWords) -> bool:
    """Whether a cue of leaving that ends there has something for its object that no treaty is."""
    if cue.kind not in _LEAVING or not acts.grammar["withdrawn_too"]:
        return False
    return _something_else(acts).match(folded, end) is not None


@grammar
def _something_else(acts: ActWords) -> re.Pattern[str]:
    """ " its last reservation", " of its troops"; no more words, or it may be told of another."""
    owner = f"{acts.any_of('possessive')}|{acts.any_of('article')}"
    led = rf"(?:(?:{owner})\s(?:[\w'-]+\s)?)?"
    return re.compile(rf"\s(?:of\s)?{led}(?:{acts.any_of('withdrawn_too')})(?!\w)")
