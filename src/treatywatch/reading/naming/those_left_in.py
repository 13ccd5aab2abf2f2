"""Who is left in a treaty has not left it: "the only Nordic country left in the Convention"."""

import re
from collections.abc import Iterable, Iterator, Sequence

from treatywatch.reading.naming.mentions import CueHit
from treatywatch.reading.vocabulary.grammar import grammar
from treatywatch.reading.vocabulary.spans import Mention, MentionKind
from treatywatch.reading.vocabulary.words_acts import ActWords, CueKind, Tense

_LEAVING = frozenset({CueKind.EXIT, CueKind.EXIT_OBJECT})


def as_left_over(
    cues: Iterable[CueHit], mentions: Sequence[Mention], folded: str, acts: ActWords
) -> Iterator[CueHit]:
    """The cues, a word for leaving that goes on to "in" and a treaty being one of belonging."""
    words = acts.grammar["left_over"]
    named = {m.start for m in mentions if m.kind is MentionKind.TREATY} if words else set()
    for cue in cues:
        leaving = cue.kind in _LEAVING and folded[cue.start : cue.end] in words
        inside = _inside(acts).match(folded, cue.end) if leaving else None
        stays = inside is not None and not named.isdisjoint({inside.end(), inside.end("in")})
        yield cue._replace(kind=CueKind.BELONG, tense=Tense.OTHER) if stays else cue


@grammar
def _inside(acts: ActWords) -> re.Pattern[str]:
    return re.compile(rf"(?P<in>\s{acts.any_of('inside')}\s){acts.maybe('name_article')}")
