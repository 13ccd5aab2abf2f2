"""Those who left before, with days of their own: "Jamaica, in 1997, and Peru also left it"."""

import re
from collections.abc import Iterator
from dataclasses import replace

from treatywatch.reading.acts.leaving import Exit
from treatywatch.reading.claim import Claim
from treatywatch.reading.claims.span import as_partial
from treatywatch.reading.syntax.cast import Party
from treatywatch.reading.syntax.scenes import Scene, Stage
from treatywatch.reading.vocabulary.grammar import grammar
from treatywatch.reading.vocabulary.spans import DateMention
from treatywatch.reading.vocabulary.words_acts import ActWords

_SET_APART = 6  # characters of ", in " and " (in "


def dated_apart(stage: Stage, one: Exit, claim: Claim) -> Iterator[Claim]:
    """A claim for each name before the subject whose day is set apart behind it."""
    if one.party is None or not one.party.ids:
        return
    at = one.party.start
    for party in reversed([p for p in one.scene.parties if p.ids and p.end < at]):
        date = _day_set_apart(stage, one.scene, party)
        if date is None or not _joint(stage.acts).fullmatch(stage.folded, date.end, at):
            return
        at = party.start
        yield replace(
            claim,
            quote=stage.text[at : date.end],
            start=at,
            end=date.end,
            participants=party.ids,
            named_group=party.group,
            date=as_partial(date),
        )


def is_day_of_another(stage: Stage, scene: Scene, party: Party | None, date: DateMention) -> bool:
    """Whether the date is set apart behind another name before the subject."""
    if party is None or party.start < date.end:
        return False
    others = (p for p in scene.parties if p.ids and p is not party)
    return any(_day_set_apart(stage, scene, other) is date for other in others)


def _day_set_apart(stage: Stage, scene: Scene, party: Party) -> DateMention | None:
    """The date between commas or in brackets right behind a name; None where none is."""
    near = (d for d in scene.dates if 0 < d.start - party.end <= _SET_APART)
    date = next(near, None)
    if date is None or not stage.folded.startswith((",", ")"), date.end):
        return None
    opens = stage.folded[party.end : date.start].lstrip().startswith((",", "("))
    return date if opens else None


@grammar
def _joint(acts: ActWords) -> re.Pattern[str]:
    """What joins the next name: "), ", ", and the "."""
    articles = acts.any_of("before_name")
    return re.compile(rf"[,)]+\s(?:(?:{acts.any_of('joins')})\s)?(?:(?:{articles})\s)*+")
