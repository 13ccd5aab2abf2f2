"""Several treaties and several numbers in one clause: which number is of which treaty.

"The arms treaty has 116 parties, the cluster convention 112": what the first counts, the others
count too.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from treatywatch.reading.claim import Claim
from treatywatch.reading.claims.span import trim
from treatywatch.reading.syntax.scenes import Scene, Stage
from treatywatch.reading.vocabulary.grammar import grammar
from treatywatch.reading.vocabulary.spans import Mention, NumberMention
from treatywatch.reading.vocabulary.words_acts import ActWords

_GAP = 16  # characters of " has as many as " between a treaty and its number
_CLOSES = ".,;:)!?"


def own_treaty(scene: Scene, number: NumberMention) -> Mention | None:
    """The treaty that the number in the clause is of: as many numbers, as many treaties in order.

    Else the first that is named.
    """
    plain = _plain(scene)
    if is_paired(scene) and number in plain:
        return scene.treaties[plain.index(number)]
    return scene.treaties[0] if scene.treaties else None


def is_paired(scene: Scene) -> bool:
    """Whether the clause has several treaties and as many numbers."""
    return len(_plain(scene)) == len(scene.treaties) > 1


def gapped(stage: Stage, scene: Scene, told: list[Claim]) -> Iterator[Claim]:
    """The claims of numbers that leave out what they count, as the first in the clause told it."""
    plain = _plain(scene)
    if not told or not is_paired(scene):
        return
    values = {claim.value for claim in told}
    for number, treaty in zip(plain, scene.treaties, strict=True):
        following = stage.folded[number.end : scene.end].lstrip()
        joined = following.split()[:1]
        closes = not following or following[0] in _CLOSES
        closes = closes or bool(set(joined) & stage.acts.grammar["joins"])
        if number.low in values or not closes or not 0 < number.start - treaty.end <= _GAP:
            continue
        start, end = trim(stage.text, treaty.start, number.end)
        yield replace(
            told[0],
            quote=stage.text[start:end],
            start=start,
            end=end,
            treaty=treaty.ids[0],
            value=number.low,
            value_high=number.high if number.high != number.low else None,
            bound=number.bound,
            of_total=number.of_total,
        )


def parts_of_them(stage: Stage, told: Sequence[Claim]) -> Iterator[Claim]:
    """Those of a number counted just before who are told apart: "124, 34 of them African"."""
    for claim in told:
        for number in stage.context.numbers_in(claim.end, claim.end + _BEHIND):
            part = _of_them(stage.acts).match(stage.folded, number.end)
            if part is None or number.percent or claim.value is None or number.low > claim.value:
                continue
            if set(part["what"].split()) & stage.acts.grammar["auxiliary"]:
                continue  # "sixty of them have ratified"
            yield replace(
                claim,
                quote=stage.text[number.start : part.end()],
                start=number.start,
                end=part.end(),
                date=None,
                value=number.low,
                value_high=number.high if number.high != number.low else None,
                bound=number.bound,
                of_total=None,
                sure=False,
            )


_BEHIND = 4  # characters of ", " before the part


@grammar
def _of_them(acts: ActWords) -> re.Pattern[str]:
    """ " of them African", " of them in Africa": told by one or two words."""
    them = acts.any_of("of_them")
    return re.compile(
        rf"\s(?:{them})(?P<what>(?:\s[\w'’-]+){{1,2}})(?=[.,;:)\n]|$)" if them else r"(?!)"
    )


def _plain(scene: Scene) -> list[NumberMention]:
    return [n for n in scene.numbers if not n.ordinal and not n.percent]
