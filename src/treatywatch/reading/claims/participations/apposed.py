"""What a State is, told in words set apart beside its name while the sentence says something else.

"Russia and Ukraine, both outside the treaty, have used the weapon", "Israel, a signatory since
1993, said". It is a claim of its own.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from treatywatch.reading.acts.bare_joinings import of_another_body
from treatywatch.reading.claim import Claim, ClaimType
from treatywatch.reading.claims.span import as_partial, claim_over
from treatywatch.reading.naming.mentions import CueHit
from treatywatch.reading.syntax.cast import Party
from treatywatch.reading.syntax.scenes import Scene, Stage
from treatywatch.reading.vocabulary.grammar import grammar
from treatywatch.reading.vocabulary.in_order import Stretches
from treatywatch.reading.vocabulary.spans import DateMention, DateModifier
from treatywatch.reading.vocabulary.words_acts import ActWords, CueKind, Tense

_STAGES = {"since": "party", "signed": "signed", "out": "not_party"}
_OUTSIDE = "outside"  # needs the treaty behind it: "both outside the treaty"
_TO_IT = 14  # characters of " of the 1997 " between a standing and the treaty
_TO_THE_DAY = 14  # characters of " since early " between a standing and its day
_CLOSES = re.compile(r"\s?(?:[.,;:)\n–—]|$)")


def apposed_standings(stage: Stage, told: Sequence[Claim]) -> Iterator[Claim]:
    """A claim for each standing set beside a name that no claim of joining or leaving holds."""
    held = Stretches((c.start, c.end) for c in told if c.type is ClaimType.PARTICIPATION)
    for scene in stage.scenes:
        for party in scene.parties:
            found = _standing(stage.acts).match(stage.folded, party.end) if party.ids else None
            if found is None or held.meet(found.start(found.lastgroup or 0), found.end()):
                continue
            claim = _claim(stage, scene, party, found)
            if claim is not None:
                yield claim


def _claim(stage: Stage, scene: Scene, party: Party, found: re.Match[str]) -> Claim | None:
    how = str(found.lastgroup)
    what = CueHit(found.start(how), found.end(), CueKind.BELONG, Tense.NOUN)
    end, treaty = _its_treaty(stage, found.end())
    end, day = _since(stage, end)
    if _CLOSES.match(stage.folded, end) is None:
        return None
    if (how == "since" and day is None) or (how == _OUTSIDE and treaty is None):
        return None
    if treaty is None and of_another_body(stage, scene, what):
        return None
    treaty = treaty or stage.context.treaty_at(what.start)
    told = _STAGES.get(how, "not_party")
    claim = claim_over(stage.text, (party.start, end), ClaimType.PARTICIPATION, treaty, told)
    return replace(
        claim,
        participants=party.ids,
        date=as_partial(day),
        negated=told == "not_party",
        named_group=party.group,
    )


def _its_treaty(stage: Stage, at: int) -> tuple[int, str | None]:
    """Where the treaty ends that stands right behind the standing, and which it is."""
    for treaty in stage.context.treaties_in(at, at + _TO_IT):
        if _to_it(stage.acts).fullmatch(stage.folded, at, treaty.start):
            return treaty.end, treaty.ids[0]
    again = _it(stage.acts).match(stage.folded, at)
    return (again.end(), stage.context.treaty_at(at)) if again else (at, None)


def _since(stage: Stage, at: int) -> tuple[int, DateMention | None]:
    only = _merely(stage.acts).match(stage.folded, at)
    at = only.end() if only else at
    days = stage.context.dates_in(at, at + _TO_THE_DAY)
    near = [
        d
        for d in days
        if d.modifier is DateModifier.SINCE and "," not in stage.folded[at : d.start]
    ]
    return (near[0].end, near[0]) if near else (at, None)


@grammar
def _standing(acts: ActWords) -> re.Pattern[str]:
    small = f"(?:(?:{acts.any_of('apposed_small')})\\s)*"
    kinds = ("since", "signed", "out", _OUTSIDE)
    ways = "|".join(
        rf"(?P<{kind}>{words})" for kind in kinds if (words := acts.any_of(f"apposed_{kind}"))
    )
    return re.compile(rf",\s{small}(?:{ways or '(?!)'})(?!\w)")


@grammar
def _to_it(acts: ActWords) -> re.Pattern[str]:
    small = "|".join(w for use in ("towards", "article") if (w := acts.any_of(use)))
    return re.compile(rf"\s(?:(?:{small or '(?!)'})\s){{0,2}}")


@grammar
def _it(acts: ActWords) -> re.Pattern[str]:
    pronouns = acts.any_of("object_pronoun")
    return re.compile(rf"\s(?:{pronouns})\b" if pronouns else r"(?!)")


@grammar
def _merely(acts: ActWords) -> re.Pattern[str]:
    merely = acts.any_of("merely")
    return re.compile(rf"\s(?:{merely})\b" if merely else r"(?!)")
