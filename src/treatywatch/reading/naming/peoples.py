"""Peoples that are called as what is theirs: "the Dutch", beside "the Dutch ministry"."""

from treatywatch.reading.naming.named_places import Place
from treatywatch.reading.vocabulary.words_acts import ActWords, CueKind, Tense

_BEFORE, _AFTER = 6, 24  # characters of "the " before the word and of the next one behind it
_VERBS = frozenset({Tense.PAST, Tense.PRESENT})
_LEAD_VERBS = frozenset({CueKind.FUTURE, CueKind.HEDGE, CueKind.NEGATION})


def is_a_people(place: Place, folded: str, acts: ActWords) -> bool:
    """Whether a word stands with its article before a verb, so that no noun of others follows."""
    before = folded[max(0, place.start - _BEFORE) : place.start].split()[-1:]
    if not set(before) & acts.grammar["name_article"]:
        return False
    following = folded[place.end : place.end + _AFTER].split()
    return bool(following) and folded[place.end] == " " and _is_verb(following[0], acts)


def _is_verb(word: str, acts: ActWords) -> bool:
    said = acts.cues.get(word, ())
    verb = any(cue.tense in _VERBS or cue.kind in _LEAD_VERBS for cue in said)
    return verb or word in acts.grammar["auxiliary"]
