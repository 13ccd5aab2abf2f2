"""The consents that brought a treaty into force, told by rank or number (VCLT Art. 24(1)).

"Upon the thirtieth ratification", "180 days after Hungary provided the 65th", "once sixty countries
had ratified", "over the bar of sixty ratifications". Of a State that only says who came as which
("the fortieth ratification came from Burkina Faso") they are a count, and read there.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from treatywatch.reading.acts.of_treaty import treaty_nearby
from treatywatch.reading.claim import Claim, ClaimType
from treatywatch.reading.claims.span import claim_over
from treatywatch.reading.naming.mentions import CueHit
from treatywatch.reading.syntax.cast import Stand
from treatywatch.reading.syntax.scenes import Scene, Stage
from treatywatch.reading.vocabulary.grammar import grammar
from treatywatch.reading.vocabulary.in_order import Meeting
from treatywatch.reading.vocabulary.spans import DurationMention, NumberMention
from treatywatch.reading.vocabulary.words_acts import ActWords, CueKind, Tense
from treatywatch.values import frozen

CONSENTING = (CueKind.RATIFY, CueKind.ACCEDE, CueKind.HAND_IN, CueKind.ARRIVE)
UNIT = "instruments"
_LEAST, _MOST = 3, 200  # what entry into force may ask for; no treaty has more parties than States
_BACK = 3  # clauses of the same sentence back to what took effect
_LEAD = 70  # characters before a number that tell what it is said of
_DEED = 40  # characters between "the thirtieth country" and what it did
_HELPED = 10  # characters of an auxiliary behind its participle: "ratifiziert hatten"
_WAIT = 60  # characters between a span and the consent that it is counted from


@frozen
class Threshold:
    """A number of consents with the words for it, and the span that runs from the last of them."""

    number: NumberMention
    start: int
    end: int
    wait: DurationMention | None
    dated: bool  # whether the day of the entry into force is told beside it


def thresholds_told(stage: Stage, scene: Scene) -> Iterator[Claim]:
    """The consents that the clause says were needed, apart from an undated entry into force.

    Of "took effect 180 days after the 65th ratification" they are a part, not a claim of their own.
    """
    for number in scene.numbers:
        told = threshold(stage, scene, number)
        if told is not None and (told.dated or took_effect(stage, scene, number) is None):
            span = (told.start, told.end)
            treaty = stage.context.treaty_at(number.start)
            claim = claim_over(stage.text, span, ClaimType.TREATY_FACT, treaty, "entry_into_force")
            yield replace(claim, value=number.low, unit=UNIT)
            return


def threshold(stage: Stage, scene: Scene, number: NumberMention) -> Threshold | None:
    """What the number tells, where it is one of the consents that entry into force took."""
    if not _LEAST <= number.low <= _MOST or number.percent or number.high != number.low:
        return None
    if is_of_one_named(scene, number):
        return None
    noun = (_nth if number.ordinal else _so_many)(stage.acts).match(
        stage.folded, number.end, scene.end
    )
    if noun is None or not treaty_nearby(stage, scene):
        return None
    end = noun.end()
    deeds = [c for c in scene.of(*CONSENTING) if 0 <= c.start - end <= _DEED]
    deeds = [c for c in deeds if "," not in stage.folded[end : c.start]]
    done = _done_by(stage, scene, number)
    if noun["party"] and done is None and not (deeds and _is_told_of_many(stage, number, deeds[0])):
        return None
    first = max(scene.clause.passage.start, number.start - _LEAD)
    lead = _leads(stage.acts).search(stage.folded, first, number.start)
    bar = _bar(stage.acts).search(stage.folded, first, number.start)
    effect = took_effect(stage, scene, number)
    if bar is None and not (lead and effect) and not _starts_it(stage, scene, number):
        return None
    wait = _wait(stage, number) if lead else None
    start = wait.start if wait else lead.start() if lead and done else number.start
    if lead and not wait and not noun["party"]:
        start = lead.start()
    dated = effect is not None and _dated(stage, effect, start)
    if dated and _of_one_on_a_day(scene, number):
        return None
    return Threshold(number, start, max([end, *(c.end for c in deeds[:1])]), wait, dated)


def _done_by(stage: Stage, scene: Scene, number: NumberMention) -> CueHit | None:
    """The consent told right before those who gave it: "une fois ratifié par soixante pays"."""
    acts = (c for c in scene.of(*CONSENTING) if c.end <= number.start)
    before = _by(stage.acts)
    near = [c for c in acts if before.fullmatch(stage.folded, c.end, number.start)]
    return near[-1] if near else None


@grammar
def _by(acts: ActWords) -> re.Pattern[str]:
    return re.compile(rf"\s(?:(?:{acts.any_of('consented_by') or '(?!)'})\s)?")


def _is_told_of_many(stage: Stage, number: NumberMention, deed: CueHit) -> bool:
    """Whether so many had consented by then: "sixty had ratified", not "eight ratified at once"."""
    if number.ordinal:
        return True
    between = re.findall(r"[\w']+", stage.folded[number.end : deed.end + _HELPED])
    return deed.kind is not CueKind.HAND_IN and bool(set(between) & stage.acts.grammar["perfect"])


def is_of_one_named(scene: Scene, number: NumberMention) -> bool:
    """Whether a State is told to have brought it: "when Australia deposited the eighth"."""
    acting = [p for p in scene.parties if p.ids and p.stand is Stand.ACTS]
    before = [p for p in acting if 0 < number.start - p.end <= _LEAD]
    if not (number.ordinal and before):
        return False
    brought = any(before[-1].end < c.start < number.start for c in scene.of(*CONSENTING))
    did = (c for c in scene.of(CueKind.RATIFY, CueKind.ACCEDE) if c.tense is Tense.BASE)
    return brought or any(0 < c.start - number.end <= _DEED for c in did)


def _of_one_on_a_day(scene: Scene, number: NumberMention) -> bool:
    """Whether a State is named that brought it, and its day: that is told of the State."""
    near = [p for p in scene.parties if p.ids and 0 <= number.start - p.end <= _DEED]
    return bool(near) and any(date.start >= number.end for date in scene.dates)


def took_effect(stage: Stage, scene: Scene, number: NumberMention) -> CueHit | None:
    """The words for taking effect before the number in the same sentence, or behind it."""
    near = stage.scenes[max(0, scene.index - _BACK) : scene.index + 2]
    same = [s for s in near if s.clause.passage == scene.clause.passage]
    heads = [c for s in same for c in s.of(CueKind.EFFECT)]
    before = [c for c in heads if c.end <= number.start]
    return before[-1] if before else next(iter(heads), None)


def closing(stage: Stage, scene: Scene, head: CueHit) -> Threshold | None:
    """The threshold that an undated "took effect" goes on with: "after eight ratifications"."""
    for later in stage.scenes[scene.index : scene.index + 2]:
        if later.clause.passage != scene.clause.passage:
            return None
        for number in later.numbers:
            if number.start > head.end and _same(took_effect(stage, later, number), head):
                return threshold(stage, later, number)
    return None


def _same(one: CueHit | None, head: CueHit) -> bool:
    return one is not None and one.start <= head.end and head.start <= one.end


def without_thresholds(claims: Sequence[Claim], facts: Sequence[Claim]) -> Iterator[Claim]:
    """The claims but those of numbers and ratifications that only tell what a treaty needed."""
    needed = Meeting(fact for fact in facts if fact.stage == "entry_into_force")
    for claim in claims:
        near = needed.meeting(claim.start, claim.end) if claim.type in _MISTAKEN else ()
        if not any(_is_part(claim, fact) for fact in near):
            yield claim


_MISTAKEN = frozenset({ClaimType.COUNT, ClaimType.PARTICIPATION})


_BEFORE_IT = 20  # characters of "it has been the " before a rank that is told of a State


def _is_part(claim: Claim, fact: Claim) -> bool:
    """Whether the claim goes on into the fact, or tells its number."""
    if claim.type is ClaimType.PARTICIPATION:
        reaches = claim.start + _BEFORE_IT < fact.start and fact.end - 1 <= claim.end
        within = fact.start < claim.end <= fact.end + 1
        return fact.unit is not None and (within or reaches)
    inside = fact.start <= claim.start and claim.end <= fact.end
    return (fact.unit == UNIT and fact.value == claim.value) or (inside and fact.value is not None)


def _dated(stage: Stage, effect: CueHit, until: int) -> bool:
    low, high = min(effect.start - _DEED, until), max(effect.end, until)
    return any(date.end <= until + 1 for date in stage.context.dates_in(low, high))


def _wait(stage: Stage, number: NumberMention) -> DurationMention | None:
    """The span right before the consent that it is counted from: "ninety days after the"."""
    spans = stage.context.durations_in(max(0, number.start - _WAIT), number.start)
    if not spans:
        return None
    words = stage.folded[spans[-1].end : number.start].split()
    counted = bool(words) and words[0] in stage.acts.grammar["counted_after"]
    return spans[-1] if counted else None


def _starts_it(stage: Stage, scene: Scene, number: NumberMention) -> bool:
    """Whether "it was the fiftieth ratification which started the ninety-day count"."""
    first, end = scene.clause.passage.start, scene.clause.passage.end
    if _it_was(stage.acts).match(stage.folded, first, number.start) is None:
        return False
    return _started(stage.acts).search(stage.folded, number.end, end) is not None


@grammar
def _it_was(acts: ActWords) -> re.Pattern[str]:
    return re.compile(rf"\W*(?:[\w']+\s){{0,2}}?(?:{acts.any_of('cleft')})\b")


@grammar
def _started(acts: ActWords) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{acts.any_of('starts_the_count')})\b")


@grammar
def _leads(acts: ActWords) -> re.Pattern[str]:
    after = acts.any_of("counted_after")
    return re.compile(rf"\b(?:{after})\s(?:[^\s,;:.]+\s){{0,4}}$")


@grammar
def _bar(acts: ActWords) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{acts.any_of('bar_of_consents')})\s(?:[\w-]+\s){{0,1}}$")


@grammar
def _nth(acts: ActWords) -> re.Pattern[str]:
    papers, party = acts.any_of("rank_papers"), acts.any_of("rank_parties")
    return re.compile(rf"\s+(?:[\w'-]+\s+){{0,2}}?(?:(?P<papers>{papers})\b|(?P<party>{party})\b)")


@grammar
def _so_many(acts: ActWords) -> re.Pattern[str]:
    papers, party = acts.any_of("many_papers"), acts.any_of("many_parties")
    return re.compile(rf"\s+(?:[\w'-]+\s+){{0,1}}?(?:(?P<papers>{papers})\b|(?P<party>{party})\b)")
