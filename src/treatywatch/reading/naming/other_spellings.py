"""Other ways to write a name of a treaty: with hyphens, with full stops, with its year."""

import re
from collections.abc import Iterator

from treatywatch.law.treaty import MilestoneKind, NameStrength, Treaty
from treatywatch.reading.vocabulary.fold import fold
from treatywatch.reading.vocabulary.words_acts import ActWords, CueKind

_BORN = frozenset({MilestoneKind.ADOPTED, MilestoneKind.OPENED_FOR_SIGNATURE, MilestoneKind.SIGNED})
_NOUNS = frozenset({CueKind.TREATY_NOUN, CueKind.TREATY_NOUN_WEAK})
_OTHERS = (2, 3)  # words behind the first of a name, which a hyphen may join to it
_LETTERS = re.compile(r"[A-Z]{3,6}")  # what is spelt letter by letter: "I.N.F."


def other_spellings(written: str, acts: ActWords) -> Iterator[str]:
    """The name as others write it: "cluster-bomb treaty", "I.N.F."."""
    if _LETTERS.fullmatch(written):
        yield "".join(f"{letter}." for letter in written)
        return
    first, *others = written.split()
    if len(others) in _OTHERS and first.replace("'", "").islower() and _is_noun(others[-1], acts):
        yield f"{first}-{' '.join(others)}"


def dated(treaty: Treaty, written: str, strength: NameStrength, acts: ActWords) -> Iterator[str]:
    """The name with the year in which the treaty was made: "the refugee treaty of 1951".

    Beside its year even a likely name is that of no other treaty.
    """
    last = written.rsplit(maxsplit=1)[-1]
    told = last == written or any(map(str.isdigit, written))
    if strength is not NameStrength.LIKELY or told or not _is_noun(last, acts):
        return
    for year in sorted({str(one.on.year) for one in treaty.milestones if one.kind in _BORN}):
        for pattern in sorted(acts.grammar["dated_names"]):
            yield pattern.replace("{year}", year).replace("{name}", written)


def _is_noun(word: str, acts: ActWords) -> bool:
    return any(cue.kind in _NOUNS for cue in acts.cues.get(fold(word), ()))
