"""Whether a State that a clause names only has something done to it: it keeps, gets or suffers."""

import re
from collections.abc import Sequence

from treatywatch.reading.naming.mentions import CueHit
from treatywatch.reading.vocabulary.spans import Mention
from treatywatch.reading.vocabulary.words_acts import ActWords, CueKind, Tense
from treatywatch.values import frozen

_TOLD = frozenset({Tense.PAST, Tense.PRESENT})
_BESIDE = 6  # characters of ", the " between a noun and the name that explains it
_PRONOUN_AND_VERB = 2  # words
_LOOK_BACK = 30  # characters of "it had overrun " before a name
_WORD = re.compile(r"[\w'.-]+")
_POSSESSIVE = re.compile(r"'s?(?=\s)")


@frozen
class DoneTo:
    """One clause, asked of each State in it."""

    acts: ActWords
    folded: str
    start: int
    end: int
    cues: Sequence[CueHit]

    def __contains__(self, mention: Mention) -> bool:
        return (
            self._is_the_depositary(mention) or self._is_reached(mention) or self._is_met(mention)
        )

    def _is_the_depositary(self, mention: Mention) -> bool:
        """Whether a name only tells who the depositary is: "to the depositary, the Netherlands".

        "Beim Verwahrer Portugal" needs no comma.
        """
        beside = (c for c in self.cues if c.kind is CueKind.DEPOSITARY)
        if mention.role == "name" and any(mention.start - c.end == 1 for c in beside):
            return True
        rules = [c for c in self.cues if c.kind is CueKind.DEPOSITARY_RULE]
        before = (self.folded[c.end - 1 : mention.start] for c in rules if c.end <= mention.start)
        behind = (self.folded[mention.end : c.start] for c in rules if mention.end <= c.start)
        told = any(c.kind is CueKind.NOTIFY and c.end + 1 == mention.start for c in self.cues)
        if told and any(gap.startswith(",") and len(gap) <= _BESIDE for gap in behind):
            return True  # "notified Portugal, the depositary"
        return any(gap.startswith(",") and len(gap) <= _BESIDE for gap in before)

    def _is_reached(self, mention: Mention) -> bool:
        """Whether a paper only came to it: "the notice reached the State Department"."""
        papers = [c.end for c in self.cues if c.kind is CueKind.PAPER and c.end < mention.start]
        came = (c for c in self.cues if c.kind is CueKind.ARRIVE and papers and c.end > papers[0])
        near = any(0 < mention.start - c.end <= _BESIDE and c.tense in _TOLD for c in came)
        return near and _POSSESSIVE.match(self.folded, mention.end) is None

    def _is_met(self, mention: Mention) -> bool:
        """Whether somebody told by a pronoun did something to it: "after it invaded Ukraine"."""
        words, grammar = self._before(mention).split()[-2:], self.acts.grammar
        if len(words) < _PRONOUN_AND_VERB or self.acts.syntax.object_before:
            return False
        ends = _WORD.match(self.folded, mention.end + 1, self.end) is None
        does = words[1].isalpha() and words[1] not in grammar["be"] | grammar["becomes"]
        pronoun = words[0] in grammar["single"] | grammar["several"]
        told = any(mention.start - len(words[1]) - 1 <= c.start < mention.start for c in self.cues)
        return ends and does and pronoun and not told

    def _before(self, mention: Mention) -> str:
        return self.folded[max(self.start, mention.start - _LOOK_BACK) : mention.start]


def is_informed(acts: ActWords, folded: str, span: tuple[int, int], name: tuple[int, int]) -> bool:
    """Whether a name is the object of a verb of telling: "ont informé la Russie de leur retrait".

    Such a verb may close its clause: "haben Russland über ihren Austritt unterrichtet".
    """
    informs = acts.grammar["informs"]
    if informs & set(folded[span[0] : name[0]].split()[-_INFORMED:]):
        return True
    behind = folded[name[1] : span[1]].strip(" .,").split()
    matter = bool(set(behind[:1]) & acts.grammar["told_of"])
    return acts.syntax.object_before and matter and bool(informs & set(behind[-1:]))


_INFORMED = 4  # words of "powiadomiły w sobotę" and of an article before the name
