"""Claims about the treaty itself: its dates and periods, what it forbids and what it is called."""

from collections.abc import Iterator
from dataclasses import replace

from treatywatch.law.calendar import PartialDate
from treatywatch.reading.claim import Claim, ClaimType
from treatywatch.reading.claims.span import Spanned, Stretch, as_partial, hull, nearest_date, trim
from treatywatch.reading.mentions import CueHit
from treatywatch.reading.objects import object_after, object_before, refers_by_pronoun
from treatywatch.reading.scenes import Scene, Stage
from treatywatch.reading.spans import (
    DateMention,
    DurationMention,
    Mention,
    NumberMention,
    PassageKind,
)
from treatywatch.reading.subjects import beside_noun
from treatywatch.reading.voice import hedged, negated, voice
from treatywatch.reading.words_acts import CueKind, Tense

_EXITS = (CueKind.EXIT, CueKind.EXIT_OBJECT, CueKind.TAKE_OUT, CueKind.RELEASED)
_MILESTONES = {
    CueKind.EFFECT: "entry_into_force",
    CueKind.OPEN_SIGNATURE: "signature",
    CueKind.SIGN: "signature",
    CueKind.ADOPT: "adoption",
    CueKind.MEETING: "first_meeting",
}


def treaty_fact_claims(stage: Stage) -> list[Claim]:
    """The claims of type treaty_fact, in text order."""
    readers = (_milestones, _named_year, _notice, _prohibits, _deadline, _extension, _limits, _says)
    facts = [claim for scene in stage.scenes for read in readers for claim in read(stage, scene)]
    return _fullest(stage, facts)


def _fullest(stage: Stage, facts: list[Claim]) -> list[Claim]:
    """The facts, with what is forbidden only where the report says it most fully."""
    bans = [fact for fact in facts if fact.stage == "prohibits"]
    rest = [fact for fact in facts if fact.stage != "prohibits"]
    full = [fact for fact in bans if (fact.value or 0) >= _SPELT_OUT]
    if not full:
        brief = [f for scene in stage.scenes for f in _prohibits(stage, scene, spelt_out=False)]
        full = bans or brief[:1]
    return [*rest, *(replace(fact, value=None) for fact in full)]


def _fact(
    stage: Stage,
    scene: Scene,
    kind: str,
    head: CueHit,
    *parts: Spanned | None,
    date: DateMention | None = None,
    amount: DurationMention | NumberMention | None = None,
) -> Claim:
    start, end = hull(stage, scene, head, *parts, date, amount)
    treaty = scene.treaties[0].ids[0] if scene.treaties else None
    return Claim(
        type=ClaimType.TREATY_FACT,
        quote=stage.text[start:end],
        start=start,
        end=end,
        treaty=treaty or stage.context.treaty_at(head.start),
        stage=kind,
        voice=voice(scene, head),
        negated=negated(scene, head),
        hedged=hedged(scene, head),
        date=as_partial(date),
        value=amount.low if amount else None,
        value_high=amount.high if amount and amount.high != amount.low else None,
        unit=amount.unit if isinstance(amount, DurationMention) else None,
    )


def _milestones(stage: Stage, scene: Scene) -> Iterator[Claim]:
    """ "Signed in 1997", "in force since 1999", "will come into effect in six months"."""
    if scene.has(*_EXITS, CueKind.TAKE_BACK):
        return
    used: list[DateMention] = []
    for kind, name in _MILESTONES.items():
        for head in scene.of(kind):
            if not _of_the_treaty(stage, scene, head):
                continue
            date = _own_date(scene, head, used) or _date_before(stage, scene)
            duration = scene.durations[0] if scene.durations and kind is CueKind.EFFECT else None
            never = kind is CueKind.EFFECT and negated(scene, head)
            if date is None and duration is None and not never:
                continue
            used.extend([date] if date else [])
            subject = object_before(scene, head)
            yield _fact(stage, scene, name, head, subject, date=date, amount=duration)
            break


def _date_before(stage: Stage, scene: Scene) -> DateMention | None:
    """The date that a relative clause is about: "1 March 1999 was the day on which it ..."."""
    if scene.clause.opener not in stage.acts.grammar["on_which"] or scene.index == 0:
        return None
    earlier = stage.scenes[scene.index - 1]
    same = earlier.clause.passage == scene.clause.passage
    return earlier.dates[-1] if same and earlier.dates else None


def _own_date(scene: Scene, head: CueHit, used: list[DateMention]) -> DateMention | None:
    date = nearest_date(scene, head)
    if date is None or date in used:
        return None
    return date if max(date.start - head.end, head.start - date.end) <= 60 else None


def _of_the_treaty(stage: Stage, scene: Scene, head: CueHit) -> bool:
    """Whether the treaty, not a State, is what the words are said of."""
    if head.kind in {CueKind.SIGN, CueKind.ADOPT} and head.tense is not Tense.PAST:
        return head.tense is Tense.NOUN and head.kind is CueKind.ADOPT and bool(scene.treaties)
    if any(p.ids and p.end <= head.start and p.stand == "acts" for p in scene.parties):
        return False
    if not scene.treaties and beside_noun(stage, scene):
        return False  # "Israel (signed in 1993)"
    if head.kind is CueKind.EFFECT and refers_by_pronoun(stage, scene, head):
        return False  # "enters into force for it"
    if head.kind is CueKind.EFFECT and any(0 < p.start - head.end < 10 for p in scene.parties):
        return False  # "enters into force for Angola"
    if head.kind is CueKind.EFFECT and _goes_on_about_leaving(stage, scene):
        return False
    if head.kind is CueKind.SIGN and not _signed_passively(stage, scene, head):
        return False
    if scene.treaties or head.kind is CueKind.MEETING:
        return True
    opens = stage.folded[scene.start : head.start].strip(" \"'") in {"", "it was", "it"}
    return opens or _subject_is_treaty(stage, scene)


def _goes_on_about_leaving(stage: Stage, scene: Scene) -> bool:
    """Whether a "which" clause is about the exit told before it, not about the treaty."""
    if scene.index == 0 or scene.clause.opener not in stage.acts.grammar["relative"]:
        return False
    earlier = stage.scenes[scene.index - 1]
    leaving = earlier.has(*_EXITS, CueKind.NOTIFY, CueKind.EXIT_NOTICE)
    return leaving and earlier.clause.passage == scene.clause.passage


def _signed_passively(stage: Stage, scene: Scene, head: CueHit) -> bool:
    """Whether the treaty is what is signed, by nobody named: "signed in 1997", "was signed"."""
    if any(p.ids for p in scene.parties) or negated(scene, head):
        return False
    if any(
        0 < head.start - c.end <= 2 and c.start > scene.start for c in scene.of(CueKind.PRONOUN)
    ):
        return False
    after = object_after(scene, head, 30)
    starts = not stage.folded[scene.start : head.start].strip()
    return (after is None or starts) and not refers_by_pronoun(stage, scene, head)


def _subject_is_treaty(stage: Stage, scene: Scene) -> bool:
    """Whether the clause goes on from one whose subject is the treaty ("it", "which")."""
    for index in range(scene.index - 1, max(-1, scene.index - 4), -1):
        earlier = stage.scenes[index]
        if scene.acting() is not None:
            return False
        if earlier.clause.passage != scene.clause.passage:
            first = _first_word(stage, scene)
            return first in stage.acts.grammar["object_pronoun"] and bool(earlier.treaties)
        if earlier.treaties:
            return True
    return False


def _first_word(stage: Stage, scene: Scene) -> str:
    start = scene.clause.passage.start
    words = stage.folded[start : start + 12].split()
    return words[0] if words else ""


def _named_year(stage: Stage, scene: Scene) -> Iterator[Claim]:
    """ "The 1997 Chemical Weapons Convention": dated by adoption or by entry into force."""
    for treaty in scene.treaties:
        if treaty.role != "name":
            continue
        year = [d for d in scene.dates if _dates(d, treaty) and d.first.month is None]
        if year and scene.clause.passage.kind is not PassageKind.HEADLINE:
            start, end = trim(stage.text, min(year[-1].start, treaty.start), treaty.end)
            article = stage.folded[max(scene.start, start - 4) : start]
            start = start - 4 if article == "the " else start
            yield Claim(
                type=ClaimType.TREATY_FACT,
                quote=stage.text[start:end],
                start=start,
                end=end,
                treaty=treaty.ids[0],
                stage="adoption",
                date=PartialDate(year[-1].first.year),
            )


def _dates(date: DateMention, treaty: Mention) -> bool:
    """Whether the year stands right before the treaty's name, or is a part of it."""
    return -1 <= treaty.start - date.end <= 2 or treaty.start <= date.start < treaty.end - 4


def _notice(stage: Stage, scene: Scene) -> Iterator[Claim]:
    """How long a withdrawal takes: "six months after notice", "a year's notice"."""
    for duration in scene.durations:
        about = scene.of(CueKind.NOTICE, CueKind.EXIT, CueKind.EXIT_OBJECT, CueKind.NOTIFY)
        nouns = [c for c in about if c.tense is Tense.NOUN]
        period = [c for c in scene.of(CueKind.NOTICE) if _apart(c, duration) < 30]
        effective = [c for c in nouns if scene.has(CueKind.EFFECT)]
        acting = [p for p in scene.parties if p.ids and p.stand == "acts"]
        if period or (effective and not acting):
            head = (period or effective)[0]
            effect = scene.of(CueKind.EFFECT)
            yield _fact(stage, scene, "notice_period", head, *effect, amount=duration)
            return


def _apart(cue: CueHit, duration: DurationMention) -> int:
    """Characters between the two."""
    return max(cue.start - duration.end, duration.start - cue.end)


def _prohibits(stage: Stage, scene: Scene, *, spelt_out: bool = True) -> Iterator[Claim]:
    """What the treaty forbids: "banning the use and production of anti-personnel mines".

    Without acts ("which bans landmines") only where the report spells them out nowhere.
    """
    for head in scene.of(CueKind.BAN_VERB):
        if not _forbids(stage, scene, head):
            continue
        done = [c for c in scene.of(CueKind.BAN_ACT) if c.start != head.start]
        near = [c for c in done if -80 <= c.start - head.end <= 150]
        if bool(near) is not spelt_out:
            continue
        first = min(head.start, near[0].start) if near else head.start
        if head.tense is Tense.PAST:
            first = scene.start
        by = head.tense is Tense.PAST and object_after(scene, head, 12) is not None
        if not near and head.tense is not Tense.PRESENT and not by:
            continue
        claim = _fact(stage, scene, "prohibits", head, Stretch(first, scene.end))
        yield replace(claim, value=len(near))
        return


_PLAINLY = 4  # acts forbidden together that can only be a treaty's
_SPELT_OUT = 2  # acts forbidden from which the report has said it fully


def _forbids(stage: Stage, scene: Scene, head: CueHit) -> bool:
    """Whether it is the treaty that forbids."""
    before = stage.folded[max(scene.start, head.start - 4) : head.start]
    if head.tense is Tense.BASE and before.split()[-1:] != ["to"]:
        return False
    under = scene.clause.opener in stage.acts.grammar["under_which"]
    if len(scene.of(CueKind.BAN_ACT)) >= _PLAINLY:
        return True
    return bool(scene.treaties) or under or _subject_is_treaty(stage, scene)


def _deadline(stage: Stage, scene: Scene) -> Iterator[Claim]:
    """ "Commits nations to destroying stocks in four years"."""
    oblige, destroy = scene.of(CueKind.OBLIGE), scene.of(CueKind.DESTROY)
    if oblige and destroy and scene.durations:
        length, last = scene.durations[0], scene.durations[-1]
        yield _fact(stage, scene, "deadline", oblige[0], destroy[-1], last, amount=length)


def _extension(stage: Stage, scene: Scene) -> Iterator[Claim]:
    """ "Was prolonged by five years in 2021"."""
    for head in scene.of(CueKind.EXTEND):
        if not (scene.treaties or _subject_is_treaty(stage, scene)):
            continue
        length = scene.durations[0] if scene.durations else None
        if length or scene.dates or negated(scene, head):
            date = nearest_date(scene, head)
            yield _fact(stage, scene, "extension", head, date=date, amount=length)
            return


def _limits(stage: Stage, scene: Scene) -> Iterator[Claim]:
    """ "1,550 strategic nuclear warheads deployed": a number that the treaty sets."""
    if not scene.has(CueKind.LIMIT_VERB, CueKind.BAN_VERB):
        return
    for noun in scene.of(CueKind.LIMIT_NOUN):
        numbers = [n for n in scene.numbers if 0 <= noun.start - n.end <= 30]
        if numbers and (scene.treaties or _subject_is_treaty(stage, scene)):
            start, end = trim(stage.text, numbers[-1].start, noun.end)
            yield Claim(
                type=ClaimType.TREATY_FACT,
                quote=stage.text[start:end],
                start=start,
                end=end,
                treaty=stage.context.treaty_at(noun.start),
                stage="limit",
                value=numbers[-1].low,
                unit=stage.folded[noun.start : noun.end],
            )


_SAYS = {
    CueKind.KNOWN_AS: "name",
    CueKind.FIRST_EVER: "first_ever",
    CueKind.REPORT_YEARLY: "reporting",
    CueKind.WITHDRAWAL_RULE: "withdrawal_rule",
    CueKind.DEPOSITARY_RULE: "depositary",
    CueKind.CONTENT_VERB: "content",
}


def _says(stage: Stage, scene: Scene) -> Iterator[Claim]:
    """What else reports say of a treaty: its full name, that it was the first, what it governs."""
    for kind, name in _SAYS.items():
        heads = scene.of(kind)
        if not heads or not (scene.treaties or _subject_is_treaty(stage, scene)):
            continue
        if kind is CueKind.CONTENT_VERB and (
            scene.has(*_EXITS, CueKind.BAN_VERB) or scene.acting() is not None
        ):
            continue
        yield _fact(stage, scene, name, heads[0], Stretch(heads[0].start, scene.end))
