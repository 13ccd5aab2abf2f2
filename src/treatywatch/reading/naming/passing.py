"""Treaties named in passing: in words set apart, behind which their sentence goes on as before.

"The Marshall Islands, which ratified the mine ban in March, are outside as well" goes on about the
treaty that was told of before, and so does what follows "the pact, which it holds to be at odds
with the Non-Proliferation Treaty" and "the convention (unlike the Ottawa one)".
"""

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence

from treatywatch.reading.vocabulary.grammar import grammar
from treatywatch.reading.vocabulary.spans import Mention, Passage
from treatywatch.reading.vocabulary.words_acts import ActWords

_REACH = 200  # characters from the word that sets words apart to a treaty in them
_BRACKETS = {"(": ")", "[": "]"}


def named_in_passing(
    folded: str, passages: Sequence[Passage], named: Sequence[Mention], acts: ActWords
) -> Mapping[int, int]:
    """Where the mentions set apart begin, each with where its words end.

    The first mention in a paragraph is none: nothing was told of before it.
    """
    begins = [passage.start for passage in passages]
    found: dict[int, int] = {}
    paragraph = -1
    for mention in named:
        place = bisect_right(begins, mention.start) - 1
        if place < 0:
            continue
        passage = passages[place]
        end = _end_of_aside(folded, passage, mention, acts)
        if passage.paragraph == paragraph and end is not None:
            found[mention.start] = end
        paragraph = passage.paragraph
    return found


def _end_of_aside(folded: str, passage: Passage, mention: Mention, acts: ActWords) -> int | None:
    """Where the words set apart end that the mention stands in; None where it stands in none."""
    if is_set_beside(folded, mention, acts):
        return mention.end
    before = folded[max(passage.start, mention.start - _REACH) : mention.start]
    for opens, closes in _BRACKETS.items():
        if before.rfind(opens) > before.rfind(closes):
            return _next(folded, closes, mention.end, passage.end)
    relative = _relative(acts)
    last = max((m.end() for m in relative.finditer(before)), default=None)
    if last is None or ";" in before[last:] or "," in before[last:]:
        return None
    return _next(folded, ",", mention.end, passage.end)


def is_set_beside(folded: str, mention: Mention, acts: ActWords) -> bool:
    """Whether it only keeps another treaty company: "adopted together with the Covenant"."""
    if not acts.grammar["at_one"]:
        return False
    before = folded[max(0, mention.start - _LED) : mention.start]
    return _at_one(acts).search(before) is not None


_LED = 30  # characters of "together with the " before a treaty


@grammar
def _at_one(acts: ActWords) -> re.Pattern[str]:
    article = rf"(?:(?:{acts.any_of('name_article')})\s)?"
    return re.compile(rf"(?<!\w)(?:{acts.any_of('at_one')})\s{article}$")


def _next(folded: str, sign: str, start: int, end: int) -> int:
    found = folded.find(sign, start, end)
    return found if found >= 0 else end


@grammar
def _relative(acts: ActWords) -> re.Pattern[str]:
    return re.compile(rf",\s(?:{acts.any_of('relative')})(?!\w)")
