"""Exits of a State that is told to leave another treaty than the one its paragraph took over.

"Lithuania also left the cluster bomb ban. [New paragraph] Poland did not leave when the president
signed the law": of the two treaties, Poland is told to leave the other.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from treatywatch.reading.acts.leaving import Exit
from treatywatch.reading.syntax.cast import Stand
from treatywatch.reading.syntax.scenes import Stage


def by_leavers(stage: Stage, found: Iterable[Exit]) -> Iterator[Exit]:
    """The exits, each of the treaty that its State is told to leave where no words name one."""
    leaving: dict[str, set[str]] = {}
    paragraph: int | None = None
    moved: tuple[str | None, str | None] = (None, None)  # from which treaty to which
    for one in found:
        start = stage.context.paragraph_start(one.head.start)
        if start != paragraph:
            paragraph, moved = start, (None, None)
        if stage.context.treaties_in(start, one.scene.end):
            _note(leaving, one)
            yield one
            continue
        other = _other(one, leaving) or (moved[1] if one.treaty == moved[0] else None)
        if other is None:
            yield one
            continue
        moved = (one.treaty, other)
        yield replace(one, treaty=other)


def _note(leaving: dict[str, set[str]], one: Exit) -> None:
    acts = one.party is not None and one.party.stand is not Stand.ASIDE
    if one.treaty_words and one.party is not None and acts:
        leaving.setdefault(one.treaty_words[0].ids[0], set()).update(one.party.ids)


def _other(one: Exit, leaving: Mapping[str, set[str]]) -> str | None:
    """The one treaty that all of them are told to leave, if others leave the one in focus."""
    who = set(one.party.ids) if one.party is not None else set()
    if not who or one.treaty is None or not leaving.get(one.treaty, set()).isdisjoint(who):
        return None
    told = [treaty for treaty, left in leaving.items() if who <= left]
    return told[0] if len(told) == 1 and one.treaty in leaving else None
