"""A treaty that a body has made is not the one that founds it: "the UNESCO convention on X".

Who signed the World Health Organization's convention on tobacco in 2004 did not accept its
constitution then. Where no name of the record goes on so, it is a treaty of which nothing is known.
"""

import re
from collections.abc import Iterator, Sequence

from treatywatch.law.treaty import NameStrength
from treatywatch.reading.naming.lexicon import Lexicon
from treatywatch.reading.naming.mentions import CueHit
from treatywatch.reading.vocabulary.grammar import grammar
from treatywatch.reading.vocabulary.spans import STRANGER, Mention, MentionKind
from treatywatch.reading.vocabulary.words_acts import ActWords, CueKind, Tense

_REACH = 80  # characters of "World Health Organization's framework " before the noun

_OWNED = re.compile(r"(?:['’]s?)?(?P<words>(?:\s[\w'’-]+){0,4}?)\s")  # "'s procurement "


def with_their_treaties(
    folded: str, named: Sequence[Mention], cues: Sequence[CueHit], lexicon: Lexicon
) -> list[Mention]:
    """The mentions, a body that only tells whose treaty it is being part of a stranger's name."""
    told = list(named)
    for start, end in _names(folded, cues, lexicon):
        within = [one for one in told if one.start < end and start < one.end]
        if all(one.start == start for one in within):
            told = [one for one in told if one not in within]
            told.append(Mention(start, end, MentionKind.TREATY, (STRANGER,), "name"))
    return sorted(told, key=lambda one: (one.start, one.end))


def _names(folded: str, cues: Sequence[CueHit], lexicon: Lexicon) -> Iterator[tuple[int, int]]:
    """Where a body and the noun of a treaty of its stand: "WHO's pandemic agreement"."""
    acts = lexicon.acts
    others = acts.grammar["named_nouns"] - acts.grammar["share_in_body"]
    for cue in cues:
        noun = cue.kind is CueKind.TREATY_NOUN and folded[cue.start : cue.end] in others
        body = _body_before(folded, cue, lexicon) if noun else None
        if body is not None:
            yield body, cue.end


def _body_before(folded: str, cue: CueHit, lexicon: Lexicon) -> int | None:
    """Where the body begins that owns what the noun names.

    "The treaty of the body" alone is its own: more words have to tell that it is another.
    """
    first = max(0, cue.start - _REACH)
    for found in reversed(list(lexicon.find(folded[first : cue.start]))):
        body = any(name.how == NameStrength.BODY for name in lexicon.names[found.form])
        between = _OWNED.fullmatch(folded, first + found.end, cue.start) if body else None
        if between is None:
            continue
        words = between["words"].split()
        told = words or _of(lexicon.acts).match(folded, cue.end)
        if told and not any(_is_none_of_a_name(word, lexicon.acts) for word in words):
            return first + found.start
    return None


def _is_none_of_a_name(word: str, acts: ActWords) -> bool:
    """Whether it is a verb or a small word: "UNESCO left the convention"."""
    nouns = {Tense.NOUN, Tense.OTHER}
    return word in _small(acts) or any(cue.tense not in nouns for cue in acts.cues.get(word, ()))


@grammar
def _small(acts: ActWords) -> frozenset[str]:
    uses = ("article", "name_article", "joins", "place", "leads_out", "named_of", "name_joints")
    return frozenset().union(*(acts.grammar[use] for use in uses), acts.grammar["founds_body"])


@grammar
def _of(acts: ActWords) -> re.Pattern[str]:
    return re.compile(rf"\s(?:{acts.any_of('named_of')})(?!\w)")
