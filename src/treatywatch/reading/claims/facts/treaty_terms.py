"""The terms of a treaty: what its entry into force takes, notice, deadlines, ways out."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial

from treatywatch.reading.acts.objects import refers_by_pronoun
from treatywatch.reading.acts.of_treaty import (
    any_party,
    in_so_long,
    of_the_treaty,
    treaty_nearby,
)
from treatywatch.reading.acts.voice import negated
from treatywatch.reading.claim import Claim
from treatywatch.reading.claims.counts.consents import is_of_one_named
from treatywatch.reading.claims.counts.counted import still_missing
from treatywatch.reading.claims.facts.fact import fact
from treatywatch.reading.claims.facts.treaty_dates import EXITS
from treatywatch.reading.claims.span import Stretch, nearest_date
from treatywatch.reading.claims.withdrawals.nobody import nobody_left
from treatywatch.reading.naming.mentions import CueHit
from treatywatch.reading.syntax.cast import Stand
from treatywatch.reading.syntax.scenes import Scene, Stage
from treatywatch.reading.vocabulary.grammar import grammar
from treatywatch.reading.vocabulary.spans import DurationMention, NumberMention
from treatywatch.reading.vocabulary.words_acts import ActWords, CueKind, Tense

LEAVING = (*EXITS, CueKind.GO_OUT, CueKind.NOTIFY, CueKind.NOTICE, CueKind.PAPER)
_NEAR = 30
_LEAST = 2  # consents that an entry into force can ask for
_BESIDE_NUMBER = 40  # characters between a number and what is needed


def thresholds(stage: Stage, scene: Scene) -> Iterator[Claim]:
    """ "Fifty ratifications are needed", "all 44 states named must ratify"."""
    needs = scene.of(CueKind.NEEDED)
    if not needs or scene.has(*EXITS) or not treaty_nearby(stage, scene):
        return
    numbers = [one for one in scene.numbers if _may_be_asked_for(stage, scene, one)]
    # "Ten deposit at once, past the 60 needed": the one beside it is meant
    for number in sorted(numbers, key=partial(_far_from, needs)):
        noun = scene.of(CueKind.PARTY_NOUN, CueKind.STATE_NOUN, CueKind.RATIFY, CueKind.ACCEDE)
        consents = [c for c in noun if _counts(scene, number, c)]
        if consents or _stands_alone(stage, scene, number):
            yield fact(stage, scene, "entry_into_force", needs[0], *consents[:1], amount=number)
            return


def _far_from(needs: Sequence[CueHit], number: NumberMention) -> int:
    return min(abs(number.start - cue.start) for cue in needs)


def _may_be_asked_for(stage: Stage, scene: Scene, number: NumberMention) -> bool:
    """Whether a number may be that of the consents which an entry into force asks for."""
    if number.percent or number.low < _LEAST or _measures(scene, number):
        return False
    if is_of_one_named(scene, number):
        return False
    if still_missing(stage, scene, number) is not None or _are_to_act(stage, scene, number):
        return False
    behind = set(stage.folded[number.start : number.end + _MORE].split())
    return not behind & _remaining(stage)


def _stands_alone(stage: Stage, scene: Scene, number: NumberMention) -> bool:
    """Whether it stands right before what tells that so many are needed."""
    near = any(0 < c.start - number.end <= _BARE for c in scene.of(CueKind.NEEDED))
    return near and not _joined(stage, number) and not scene.has(CueKind.PARLIAMENT)


def _counts(scene: Scene, number: NumberMention, noun: CueHit) -> bool:
    """Whether the number is the noun's own: not "by 120 votes, and needs 60 ratifications"."""
    near = 0 <= noun.start - number.end <= _BESIDE_NUMBER
    return near and not any(number.end <= one.start < noun.start for one in scene.numbers)


def _joined(stage: Stage, number: NumberMention) -> bool:
    """Whether "and" parts the number from what follows: "to seven and needs 60"."""
    after = stage.folded[number.end :].split(maxsplit=1)
    return bool(after) and after[0] in stage.acts.grammar["joins"]


def _are_to_act(stage: Stage, scene: Scene, number: NumberMention) -> bool:
    """Whether so many are required to do something: "it requires 35 nations to cut emissions"."""
    joins = scene.has(CueKind.RATIFY, CueKind.ACCEDE, CueKind.SIGN, CueKind.EFFECT)
    after = stage.folded[number.end : scene.end].split()[:_TO_ACT]
    return not joins and bool(set(after) & stage.acts.grammar["rank_to"])


_TO_ACT = 5  # words of "rich industrial nations to cut"


def _remaining(stage: Stage) -> frozenset[str]:
    return stage.acts.grammar["remaining"]


_MORE = 6  # characters of " more " after a number
_BARE = 10  # characters between a bare number and "were needed"


def _measures(scene: Scene, number: NumberMention) -> bool:
    return any(d.start <= number.start < d.end for d in scene.durations)


def notice(stage: Stage, scene: Scene) -> Iterator[Claim]:
    """How long a withdrawal takes: "six months after notice", "a year's notice"."""
    if scene.has(CueKind.DESTROY, CueKind.BAN_VERB) or _left_by_then(scene):
        return
    if sets_a_meeting(stage.acts, stage.folded, scene.start, scene.end):
        return
    if set(stage.folded[scene.start : scene.end].split()) & stage.acts.grammar["of_contracts"]:
        return  # "gave the landlord three months' notice"
    of_one = _of_this_exit(stage, scene)
    if of_one and any(c.tense is Tense.PAST for c in scene.of(CueKind.EFFECT)):
        return  # "its exit took effect six months later"
    ahead = in_so_long(stage, scene) if of_one else None
    for duration in scene.durations or _just_before(stage, scene):
        if duration == ahead:
            continue
        if _looks_back(stage.acts).match(stage.folded, duration.end, scene.end):
            continue
        if _since_in_force(scene, duration):
            continue
        about = scene.of(CueKind.NOTICE, CueKind.EXIT, CueKind.EXIT_OBJECT, CueKind.NOTIFY)
        nouns = [c for c in about if c.tense is Tense.NOUN]
        period = [c for c in scene.of(CueKind.NOTICE) if _apart(c, duration) < _NEAR]
        effective = nouns if _takes_so_long(scene, duration) else []
        acting = [p for p in scene.parties if p.ids and p.stand == "acts"]
        if period or (effective and not acting):
            head = (period or effective)[0]
            effect = scene.of(CueKind.EFFECT)
            yield fact(stage, scene, "notice_period", head, *effect, amount=duration)
            return
        if _after_leaving(stage, scene, duration):
            continue
        if not acting and (found := _waits(stage, scene)):
            yield fact(stage, scene, "notice_period", found, amount=duration)
            return


def _of_this_exit(stage: Stage, scene: Scene) -> bool:
    """Whether it is one exit, which has been told of, that takes effect: "the withdrawal"."""
    words = stage.acts.grammar
    known = words["name_article"] | words["possessive"]
    exits = (stage.folded[scene.start : c.start].split() for c in scene.of(CueKind.WHOSE_EFFECT))
    return any(set(before[-2:]) & known for before in exits)


def _takes_so_long(scene: Scene, duration: DurationMention) -> bool:
    """Whether the span may be that in which an exit takes effect.

    Of one that took effect only where it stands beside: "the first hunt in three decades, a day
    after the withdrawal took effect".
    """
    effects = scene.of(CueKind.EFFECT)
    over = {c.start for c in effects if c.tense is Tense.PAST}
    return any(c.start not in over or _apart(c, duration) < _NEAR for c in effects)


def _since_in_force(scene: Scene, duration: DurationMention) -> bool:
    """Whether it is the time before which nobody may give notice: "three years after its entry"."""
    begun = (c for c in scene.of(CueKind.EFFECT) if c.tense is Tense.NOUN)
    return any(0 < c.start - duration.end <= _SINCE for c in begun)


_SINCE = 20  # characters of " desde su " before "entrada en vigor"


def sets_a_meeting(acts: ActWords, folded: str, start: int, end: int) -> bool:
    """Whether what is to be done in time is to meet: "a conference within 60 days of notice"."""
    return not acts.grammar["meets"].isdisjoint(folded[start:end].split())


def _left_by_then(scene: Scene) -> bool:
    """Whether it dates one exit: "six months after its notice Poland left on Friday"."""
    acting = any(p.ids and p.stand is Stand.ACTS for p in scene.parties)
    left = any(c.tense is Tense.PAST for c in scene.of(*LEAVING))
    return acting and left and bool(scene.dates)


@grammar
def _looks_back(acts: ActWords) -> re.Pattern[str]:
    return re.compile(rf"\s+(?:{acts.any_of('looks_back')})\b")


def _just_before(stage: Stage, scene: Scene) -> tuple[DurationMention, ...]:
    """The span that a relative clause is about: "the six months that it prescribes".

    One that runs to a day ("six mois, qui court jusqu'au 29 juillet") is no rule for any party.
    """
    if scene.index == 0 or scene.dates or scene.clause.opener not in stage.acts.grammar["relative"]:
        return ()
    earlier = stage.scenes[scene.index - 1].durations
    return tuple(d for d in earlier if scene.start - d.end <= 2)


def _waits(stage: Stage, scene: Scene) -> CueHit | None:
    """The word that makes a span one of waiting to leave: "months have to pass", "a member may"."""
    leaving = scene.of(*LEAVING)
    elapses = scene.of(CueKind.ELAPSE)
    earlier = stage.scenes[scene.index - 1] if scene.index else scene
    same = earlier.clause.passage == scene.clause.passage and earlier.has(*LEAVING)
    anyone = any_party(stage, scene) is not None
    about = leaving or same or scene.treaties or anyone
    if elapses and about and treaty_nearby(stage, scene):
        return elapses[0]
    if anyone and leaving and treaty_nearby(stage, scene, _FAR if scene.has(*EXITS) else _NEARBY):
        return leaving[0]
    return None


_NEARBY = 8  # clauses back among which a treaty is named
_FAR = 30  # the same where "a party may leave", which is said of nothing but a treaty
_AFTER = 8  # characters of " after "


def _after_leaving(stage: Stage, scene: Scene, duration: DurationMention) -> bool:
    """Whether the span runs from leaving on: "for 20 years after a country leaves"."""
    following = stage.folded[duration.end : duration.end + _AFTER].split()
    after = bool(following) and following[0] in stage.acts.grammar["later"]
    anyone = any_party(stage, scene)
    return after and anyone is not None and anyone > duration.end


def _apart(cue: CueHit, duration: DurationMention) -> int:
    """Characters between the two."""
    return max(cue.start - duration.end, duration.start - cue.end)


def leaving_rules(stage: Stage, scene: Scene) -> Iterator[Claim]:
    """ "Under Article 80 a state may leave at any time", "it has no exit clause"."""
    told = () if scene.durations else scene.of(CueKind.WITHDRAWAL_RULE)
    if told and treaty_nearby(stage, scene) and not _somebody(scene, told[0]):
        yield fact(stage, scene, "withdrawal_rule", told[0], Stretch(told[0].start, scene.end))
        return
    anyone = any_party(stage, scene)
    heads = scene.of(*LEAVING)
    if anyone is None or not heads or scene.durations or not treaty_nearby(stage, scene):
        return
    head = heads[0]
    out = head.kind is CueKind.GO_OUT and head.tense is Tense.PRESENT and bool(scene.dates)
    if anyone < head.start and (
        out or _allows(stage.acts).search(stage.folded, scene.start, head.start)
    ):
        yield fact(stage, scene, "withdrawal_rule", head, Stretch(anyone, scene.end))


def _somebody(scene: Scene, head: CueHit) -> bool:
    """Whether a party is named as acting before the head."""
    return any(p.ids and p.stand is Stand.ACTS and p.start < head.start for p in scene.parties)


@grammar
def _allows(acts: ActWords) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{acts.any_of('allows')})\b")


def deadlines(stage: Stage, scene: Scene) -> Iterator[Claim]:
    """ "Commits nations to destroying stocks in four years", "ten to clear the fields"."""
    if not treaty_nearby(stage, scene):
        return
    oblige, deeds = scene.of(CueKind.OBLIGE), scene.of(CueKind.DESTROY)
    acting = scene.acting()
    if acting is not None and not (scene.treaties and scene.treaties[0].start < acting.start):
        return
    if oblige and deeds and scene.durations:
        yield from _each_deadline(stage, scene, oblige[0], deeds)
    reports = scene.of(CueKind.REPORT_YEARLY)
    if reports and _said_of_parties(stage, scene, reports[0]):
        day = nearest_date(scene, reports[0])
        term = None if deeds else next(iter(scene.durations), None)
        yield fact(stage, scene, "reporting", reports[0], *oblige[:1], date=day, amount=term)


def _said_of_parties(stage: Stage, scene: Scene, head: CueHit) -> bool:
    """Whether it is any party that reports, here or in the clause before."""
    earlier = stage.scenes[max(0, scene.index - 1)]
    same = earlier.clause.passage == scene.clause.passage
    if any_party(stage, scene) is not None or of_the_treaty(stage, scene, head.start):
        return True
    return same and any_party(stage, earlier) is not None


def _each_deadline(
    stage: Stage, scene: Scene, oblige: CueHit, deeds: tuple[CueHit, ...]
) -> Iterator[Claim]:
    """One deadline for each span, and for a number that leaves its unit out."""
    first = scene.durations[0]
    further = _further(stage, scene, first, deeds)
    end = further[0].start if further else scene.end
    inside = [c for c in deeds if c.start < end]
    yield fact(
        stage, scene, "deadline", oblige, *inside[-1:], Stretch(first.start, end), amount=first
    )
    if further:
        rest, term = further
        head = oblige._replace(start=term.start, end=term.end)
        claim = fact(stage, scene, "deadline", head, Stretch(rest.end, scene.end), amount=term)
        yield claim if isinstance(term, DurationMention) else replace(claim, unit=first.unit)


_Term = DurationMention | NumberMention


def _further(
    stage: Stage, scene: Scene, first: DurationMention, deeds: tuple[CueHit, ...]
) -> tuple[Stretch, _Term] | None:
    """Where a second deed begins that has a term of its own: "and ten years to clear"."""
    for joint in _joins(stage.acts).finditer(stage.folded, first.end, scene.end):
        deed = any(joint.end() <= c.start for c in deeds)
        spans = [d for d in scene.durations if d.start >= joint.end()]
        bare = [n for n in scene.numbers if n.start >= joint.end() and not n.ordinal]
        terms: tuple[_Term, ...] = (*spans, *bare)
        if deed and terms:
            return Stretch(*joint.span()), terms[0]
    return None


@grammar
def _joins(acts: ActWords) -> re.Pattern[str]:
    return re.compile(rf",?\s(?:{acts.any_of('joins')})\s")


def extensions(stage: Stage, scene: Scene) -> Iterator[Claim]:
    """ "Was prolonged by five years in 2021"."""
    for head in scene.of(CueKind.EXTEND):
        own = scene.treaties or of_the_treaty(stage, scene, head.start)
        if not own and not _they_extend(stage, scene, head):
            continue
        length = scene.durations[0] if scene.durations else None
        years = None if length else _as_many_again(stage, scene, head)
        endless = scene.has(CueKind.ENDLESS)
        if length or years or scene.dates or endless or negated(scene, head):
            date = nearest_date(scene, head)
            told = fact(stage, scene, "extension", head, date=date, amount=length or years)
            yield replace(told, unit=_YEARS) if years else told
            return


def _as_many_again(stage: Stage, scene: Scene, head: CueHit) -> NumberMention | None:
    """The number of years whose noun is left out: "extended it for another 25"."""
    more = stage.acts.grammar["as_many_again"]
    for number in scene.numbers:
        again = set(stage.folded[head.end : number.start].split()[-1:])
        bare = not stage.folded[number.end : scene.end].strip(" .,;")
        if 0 < number.start - head.end <= _AGAIN and bare and again & more:
            return number
    return None


_YEARS = "years"
_AGAIN = 26  # characters of " the treaty for another "


def _they_extend(stage: Stage, scene: Scene, head: CueHit) -> bool:
    """Whether its parties extend the treaty: "in 2021 the two presidents extended it"."""
    near = stage.scenes[max(0, scene.index - _DEADLINE_NEAR) : scene.index + 1]
    if any(one.has(CueKind.DESTROY, CueKind.OBLIGE) for one in near):
        return False  # "extended it by two years": its deadline
    words = stage.folded[head.start : head.end].split()
    whole = bool(set(words) & stage.acts.grammar["object_pronoun"])
    whole = whole or refers_by_pronoun(stage, scene, head)
    return whole and treaty_nearby(stage, scene, _EXTENDED)


_DEADLINE_NEAR = 2  # clauses back in which a duty with a term may be told
_EXTENDED = 4  # clauses back to the treaty that is extended
_KEPT = 16  # clauses back to the treaty that has "the depositary"


def depositaries(stage: Stage, scene: Scene) -> Iterator[Claim]:
    """ "The depositary is the Secretary-General", "Canada and Hungary are the depositaries"."""
    told = scene.of(CueKind.NOTIFY)  # "notified the depositary of its exit"
    heads = [
        c
        for c in scene.of(CueKind.DEPOSITARY_RULE)
        if not any(n.start <= c.start <= n.end + 1 for n in told)
    ]
    if heads and treaty_nearby(stage, scene, _KEPT):
        start = _keepers_start(stage, scene, heads[0])
        yield fact(stage, scene, "depositary", heads[0], Stretch(start, scene.end))


def _keepers_start(stage: Stage, scene: Scene, head: CueHit) -> int:
    """Where the keepers are named behind a milestone: "opened in Rome and Oslo, whose ... are"."""
    named = stage.context.people_in(scene.start, head.start)
    made = scene.of(CueKind.OPEN_SIGNATURE, CueKind.SIGN, CueKind.ADOPT, CueKind.EFFECT)
    behind = bool(named) and any(c.end <= named[0].start for c in made)
    return named[0].start if behind else scene.start


def _first_of_its_own(scene: Scene) -> bool:
    """Whether it was only its own first time: "Впервые США покинули организацию в 1984 году"."""
    named = any(p.ids and p.stand is Stand.ACTS for p in scene.parties)
    any_state = scene.has(CueKind.STATE_NOUN, CueKind.STATE_NOUN_ONE, CueKind.COUNTRY)
    return named and bool(scene.dates) and not any_state


def firsts(stage: Stage, scene: Scene) -> Iterator[Claim]:
    """ "No country has ever left the treaty", "the first ever to complete a withdrawal"."""
    heads = scene.of(CueKind.NEVER_BEFORE)
    leaving = scene.has(*EXITS, CueKind.GO_OUT, CueKind.SAME_AGAIN)
    if nobody_left(stage, scene):
        return  # "no State has ever left" is a claim of leaving
    if heads and leaving and treaty_nearby(stage, scene) and not _first_of_its_own(scene):
        yield fact(stage, scene, "first_ever", heads[0], Stretch(scene.start, scene.end))
