"""A report that names no treaty and is about one all the same.

It tells of States that are bound by "the Convention" or leave it, and again and again of what one
treaty of the record is on: cluster munitions, landmines, whaling.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import lru_cache

from treatywatch.reading.naming.attributes import plain_words
from treatywatch.reading.naming.lexicon import Lexicon
from treatywatch.reading.naming.named_places import Place
from treatywatch.reading.naming.names import telling_subjects
from treatywatch.reading.vocabulary.words_acts import ActWords, CueKind

_LANGUAGES = 16  # that are read at a time
_AGAIN = 2  # times that a report has to speak of it
_THE = 12  # characters before a noun in which the word that points to it stands
_NOUNS = frozenset({CueKind.TREATY_NOUN, CueKind.TREATY_NOUN_WEAK})


def on_a_subject(folded: str, rows: Sequence[Sequence[Place]], lexicon: Lexicon) -> dict[str, int]:
    """The treaty that a report is on whose names it leaves out, with where it points to it.

    ``rows`` are the names and cues of each sentence in which an act towards a treaty, or the
    standing of somebody, is told. Empty where nothing points to a treaty there, or where the report
    hardly speaks of the subject of any.
    """
    nouns = (p for row in rows for p in row if _points(p, folded, lexicon.acts))
    first = next(nouns, None)
    if first is None:
        return {}
    told = _told_of(folded, lexicon)
    most = max(told, key=lambda one: (told[one], len(lexicon.treaties[one].names)), default="")
    return {most: first.start} if told[most] >= _AGAIN else {}


def _points(place: Place, folded: str, acts: ActWords) -> bool:
    """Whether it is a noun that means a certain treaty: "the Convention"."""
    before = folded[max(0, place.start - _THE) : place.start].split()[-1:]
    noun = any(cue.kind in _NOUNS for cue in place.cues)
    return noun and bool(set(before) & acts.grammar["certain"])


def _told_of(folded: str, lexicon: Lexicon) -> Counter[str]:
    """How often the report speaks of what each treaty is on."""
    words = list(plain_words(folded))
    on_it = _by_words(lexicon)
    longest = max((len(one) for one in on_it), default=0)
    return Counter(
        treaty
        for start in range(len(words))
        for length in range(1, longest + 1)
        for treaty in on_it.get(tuple(words[start : start + length]), ())
    )


@lru_cache(maxsize=_LANGUAGES)
def _by_words(lexicon: Lexicon) -> Mapping[tuple[str, ...], set[str]]:
    on_it: dict[tuple[str, ...], set[str]] = {}
    for treaty in lexicon.treaties.values():
        for subject in telling_subjects(treaty, lexicon.acts):
            on_it.setdefault(tuple(plain_words(subject)), set()).add(treaty.id)
    return on_it
