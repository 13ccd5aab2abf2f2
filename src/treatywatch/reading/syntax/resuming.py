"""Where a sentence goes on behind words set apart: "Norway, which also borders Russia, stays in".

What a relative clause tells ends with it: its days and its verbs are not those of the sentence.
"""

import re
from collections.abc import Sequence

from treatywatch.reading.naming.mentions import CueHit
from treatywatch.reading.syntax.behind_commas import FINITE
from treatywatch.reading.syntax.context import ReadingContext
from treatywatch.reading.vocabulary.grammar import grammar
from treatywatch.reading.vocabulary.words_acts import ActWords, CueKind

VERBS = frozenset(
    {
        CueKind.SIGN,
        CueKind.RATIFY,
        CueKind.ACCEDE,
        CueKind.BELONG,
        CueKind.OUTSIDE,
        CueKind.EFFECT,
        CueKind.ADOPT,
        CueKind.OPEN_SIGNATURE,
        CueKind.ENACT,
        CueKind.NOTIFY,
        CueKind.APPROVE,
        CueKind.EXIT,
        CueKind.EXIT_OBJECT,
        CueKind.TAKE_BACK,
        CueKind.END_PROVISIONAL,
        CueKind.REVOKE,
        CueKind.RELEASED,
        CueKind.GO_OUT,
        CueKind.SUSPEND,
        CueKind.EXPIRE,
        CueKind.EXTEND,
    }
)
_RESUMING = VERBS | {
    CueKind.ANNOUNCE,
    CueKind.INTEND,
    CueKind.CONSIDER,
    CueKind.DECIDE,
    CueKind.DUE,
    CueKind.FOLLOW,
    CueKind.VIOLATE,
    CueKind.HAND_IN,
}
_ON = 4  # characters of "on " before a day
_ON_A_DAY = 20  # characters between "follows" and the day


def goes_on(offset: int, found: Sequence[CueHit], context: ReadingContext, acts: ActWords) -> bool:
    """Whether a verb follows a relative clause: "Norway, which ..., says it will", "stays in"."""
    if not acts.grammar["before_verb"]:
        return any(
            c.start == offset and c.kind is CueKind.ANNOUNCE and c.tense in FINITE for c in found
        )
    adverbs = _adverbs(acts).match(context.folded, offset)
    dates = (d.end + 1 for d in context.dates_in(offset, offset + _ON))
    starts = {offset, adverbs.end() if adverbs else offset, *dates}
    verbs = [c for c in found if c.start in starts and c.tense in FINITE]
    again = (c for c in verbs if c.kind is CueKind.SAME_AGAIN)
    ends = [c.end for c in again]
    dated = any(context.dates_in(end, end + _ON_A_DAY) for end in ends)
    dated = dated or any(context.durations_in(end, end + _ON_A_DAY) for end in ends)
    return dated or any(c.kind in _RESUMING for c in verbs)


@grammar
def _adverbs(acts: ActWords) -> re.Pattern[str]:
    return re.compile(rf"(?:(?:{acts.any_of('before_verb')})\s)+")
