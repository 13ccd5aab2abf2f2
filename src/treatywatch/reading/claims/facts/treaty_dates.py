"""The dates of a treaty: adopted, opened for signature, in force, first met, named by a year."""

import re
from collections.abc import Iterator
from dataclasses import replace

from treatywatch.law.calendar import PartialDate
from treatywatch.reading.actors.subjects import beside_noun
from treatywatch.reading.acts.bare_joinings import by_persons, of_leaders
from treatywatch.reading.acts.bindings import where_it_is_law
from treatywatch.reading.acts.objects import (
    object_after,
    refers_by_pronoun,
    takes_effect_for_it,
)
from treatywatch.reading.acts.of_treaty import (
    exit_takes_effect,
    is_older_than_the_exit,
    of_the_treaty,
    treaty_nearby,
)
from treatywatch.reading.acts.papers import which_law
from treatywatch.reading.acts.voice import negated
from treatywatch.reading.claim import Claim, ClaimType
from treatywatch.reading.claims.counts.consents import UNIT, closing
from treatywatch.reading.claims.counts.milestone_subjects import (
    is_left_out,
    leads_elsewhere,
    leads_to,
    without_dates_of_others,
)
from treatywatch.reading.claims.facts.begun_then import from_its_making
from treatywatch.reading.claims.facts.by_the_way import told_by_the_way
from treatywatch.reading.claims.facts.fact import fact, subject_of
from treatywatch.reading.claims.span import Stretch, claim_over, nearest_date, trim
from treatywatch.reading.naming.mentions import CueHit
from treatywatch.reading.syntax.cast import Stand
from treatywatch.reading.syntax.scenes import Scene, Stage
from treatywatch.reading.vocabulary.grammar import grammar
from treatywatch.reading.vocabulary.spans import (
    STRANGER,
    DateMention,
    DateModifier,
    DurationMention,
    Mention,
    PassageKind,
)
from treatywatch.reading.vocabulary.words_acts import ActWords, CueKind, Tense

EXITS = (CueKind.EXIT, CueKind.EXIT_OBJECT, CueKind.TAKE_OUT, CueKind.RELEASED)
MILESTONES = {
    CueKind.EFFECT: "entry_into_force",
    CueKind.OPEN_SIGNATURE: "signature",
    CueKind.SIGN: "signature",
    CueKind.ADOPT: "adoption",
    CueKind.MEETING: "first_meeting",
}
_DATED = (CueKind.SIGN, CueKind.ADOPT, CueKind.OPEN_SIGNATURE, CueKind.EFFECT)
_FAR = 60  # characters between a milestone and its date
_OBJECT = 30
_MANY = 14  # characters between "reached" and a number: " the required "


def milestones(stage: Stage, scene: Scene) -> Iterator[Claim]:
    """ "Signed in 1997", "in force since 1999", "will come into effect in six months"."""
    leaving = _tells_exit(scene)
    used: list[DateMention] = []
    for kind, name in MILESTONES.items():
        for head in scene.of(kind):
            meant = leads_to(stage, scene, head)
            aside = meant is None and not told_by_the_way(stage, scene, head)
            if aside and (leaving or not _is_milestone(stage, scene, head)):
                continue
            if _only_needed(scene, head):
                continue
            date = _own_date(stage, scene, head, used) or _date_before(stage, scene)
            span = _span(scene, head) if kind in {CueKind.EFFECT, CueKind.ADOPT} else None
            if span and kind is CueKind.ADOPT and _is_its_life(stage, head, span):
                continue
            if span and date and _since_it_was_made(stage, scene, span):
                span = None
            if span and not date and _must_stay(scene, head):
                continue
            never = kind is CueKind.EFFECT and negated(scene, head)
            made = kind in _AT_A_PLACE
            placed = _place_after(stage, head.end) if made else None
            behind = _place_after(stage, date.end) if made and date is not None else None
            needed = kind is CueKind.EFFECT and closing(stage, scene, head) is not None
            then = from_its_making(stage, scene, head) if date is None else None
            if date is None and span is None and not (never or placed or needed or then):
                continue
            used.extend([date] if date else [])
            placed = behind or (placed if date is None else None)
            place = Stretch(*placed.span()) if placed else then
            subject = subject_of(scene, head)
            told = fact(stage, scene, name, head, subject, place, date=date, amount=span)
            told = replace(told, treaty=meant) if meant else told
            yield _with_consents(stage, scene, head, told) if kind is CueKind.EFFECT else told
            break


def _must_stay(scene: Scene, head: CueHit) -> bool:
    """Whether the span is one before which none may leave: "only three years after its entry"."""
    return head.tense is Tense.NOUN and scene.has(CueKind.WITHDRAWAL_RULE)


def _with_consents(stage: Stage, scene: Scene, head: CueHit, told: Claim) -> Claim:
    """The claim with the consents that it took: a part of it without a day, else on their own."""
    consents = closing(stage, scene, head)
    if consents is None:
        return told
    if not consents.dated:
        quote = stage.text[told.start : consents.end]
        value = told.value or consents.number.low
        return replace(told, end=consents.end, quote=quote, value=value, unit=told.unit or UNIT)
    if consents.start <= head.end:
        return told
    start, end = trim(stage.text, told.start, min(told.end, consents.start))
    return replace(told, end=end, quote=stage.text[start:end], value=None, unit=None)


_AT_A_PLACE = frozenset({CueKind.OPEN_SIGNATURE, CueKind.ADOPT, CueKind.SIGN})


def _place_after(stage: Stage, end: int) -> re.Match[str] | None:
    """A name with a capital right behind: "opened for signature in Geneva", "in 1948 in Bogotá"."""
    return _at_a_place(stage.acts).match(stage.text, end)


@grammar
def _at_a_place(acts: ActWords) -> re.Pattern[str]:
    return re.compile(
        rf"\s(?:{acts.any_of('made_at')})\s{acts.maybe('name_article')}[^\W\d_a-z][\w-]*"
    )


def _tells_exit(scene: Scene) -> bool:
    """Whether somebody leaves: "did away with missiles" is what a treaty does, not a State.

    So is what it demands or forbids: "bans the dumping of waste", "obliges them to get rid of it".
    """
    said = scene.of(CueKind.CONTENT_VERB, CueKind.BAN_VERB, CueKind.OBLIGE)
    says = {c.start for c in said}
    return any(
        not (
            c.start in says
            or (c.kind is CueKind.EXIT_OBJECT and min(says, default=c.start) < c.start)
        )
        or object_after(scene, c, _OBJECT) is not None
        for c in scene.of(*EXITS, CueKind.TAKE_BACK)
    )


def _only_needed(scene: Scene, head: CueHit) -> bool:
    """Whether it is told what it takes, not when: "needs 50 ratifications to become law"."""
    needs = (c for c in scene.of(CueKind.NEEDED) if c.end <= head.start)
    return head.kind is CueKind.EFFECT and head.tense is not Tense.PAST and any(needs)


def _span(scene: Scene, head: CueHit) -> DurationMention | None:
    """The span of time nearest to the head: "takes effect ninety days after"."""
    near = [d for d in scene.durations if -_FAR <= d.start - head.end <= _FAR]
    return min(near, key=lambda d: abs(d.start - head.end)) if near else None


def _since_it_was_made(stage: Stage, scene: Scene, span: DurationMention) -> bool:
    """Whether it is reckoned from the making: "in force, less than a year after it was adopted"."""
    following = stage.scenes[scene.index + 1 : scene.index + 2]
    cues = [*scene.cues, *(c for one in following for c in one.cues)]
    behind = (c for c in cues if 0 < c.start - span.end <= _MADE_AFTER)
    told = next((c for c in behind if c.kind in _MADE or c.kind in _CONSENTS), None)
    return told is not None and told.kind in _MADE


_MADE_AFTER = 30  # characters of " after the treaty had been " before what was done to the text
_MADE = frozenset({CueKind.ADOPT, CueKind.SIGN, CueKind.OPEN_SIGNATURE})
_CONSENTS = frozenset({CueKind.RATIFY, CueKind.ACCEDE, CueKind.NEEDED})


def _is_its_life(stage: Stage, head: CueHit, span: DurationMention) -> bool:
    """Whether it is told for how long the treaty was made: "concluded for ten years"."""
    between = set(stage.folded[head.end : span.start].split())
    return bool(between) and between <= stage.acts.grammar["for_whom"]


def _date_before(stage: Stage, scene: Scene) -> DateMention | None:
    """The date that a relative clause is about: "1 March 1999 was the day on which it ..."."""
    if scene.clause.opener not in stage.acts.grammar["on_which"] or scene.index == 0:
        return None
    earlier = stage.scenes[scene.index - 1]
    same = earlier.clause.passage == scene.clause.passage
    return earlier.dates[-1] if same and earlier.dates else None


def _own_date(
    stage: Stage, scene: Scene, head: CueHit, used: list[DateMention]
) -> DateMention | None:
    date = nearest_date(without_dates_of_others(scene, head, _DATED), head)
    if date is None or date in used or _of_an_inset(stage, scene, head, date):
        return None
    until = date.modifier is DateModifier.UNTIL and head.tense is not Tense.BASE
    if head.kind is CueKind.EFFECT and until and date.start > head.end:
        return None  # "it has been in force for them and they have until August"
    return date if max(date.start - head.end, head.start - date.end) <= _FAR else None


def _of_an_inset(stage: Stage, scene: Scene, head: CueHit, date: DateMention) -> bool:
    """Whether it is the day of what a State did: "the treaty, ratified by Kenya in 2001, is"."""
    if "," not in stage.folded[date.end : head.start]:
        return False
    doers = (p for p in scene.parties if p.ids and p.stand is Stand.AGENT)
    return any(p.end <= date.start and "," not in stage.folded[p.end : date.start] for p in doers)


def _is_milestone(stage: Stage, scene: Scene, head: CueHit) -> bool:
    """Whether the treaty, not a State, is what the words are said of."""
    if is_left_out(stage, scene, head):
        return True
    if leads_elsewhere(stage, scene, head) or which_law(stage, scene) or _of_another(scene, head):
        return False
    if head.kind is CueKind.ADOPT:
        return _is_adopted(stage, scene, head)
    if head.kind is CueKind.MEETING:
        date = nearest_date(scene, head)
        return date is not None and not date.relative
    if head.kind is CueKind.SIGN and by_persons(stage, scene, head):
        return True
    if head.kind is CueKind.SIGN and not _is_signed(stage, scene, head):
        return False
    if any(p.ids and p.end <= head.start and p.stand == "acts" for p in scene.parties):
        return False
    if not scene.treaties and beside_noun(stage, scene):
        return False  # "Israel (signed in 1993)"
    if head.kind is CueKind.EFFECT and exit_takes_effect(stage, scene, head.start):
        return False
    if head.kind is CueKind.EFFECT and not _comes_into_force(stage, scene, head):
        return False
    if by_persons(stage, scene, head):
        return True
    own = bool(scene.treaties) or of_the_treaty(stage, scene, head.start)
    return own or _it_is_told(stage, scene, head)


def _of_another(scene: Scene, head: CueHit) -> bool:
    """ "Signed the Lisbon Protocol": a treaty that is none of the record stands right behind."""
    strange = (m for m in scene.treaties if m.ids == (STRANGER,))
    return any(0 < m.start - head.end <= _ARTICLE for m in strange)


_ARTICLE = 6  # characters of " the "
_IT_IS = 16  # characters of "it was formally "


def _it_is_told(stage: Stage, scene: Scene, head: CueHit) -> bool:
    """Whether "it" before the words is the treaty: nobody else was told of just before."""
    if not treaty_nearby(stage, scene):
        return False
    before = stage.folded[max(scene.start, head.start - _IT_IS) : head.start].split()
    carried = not before and head.kind is not CueKind.SIGN and scene.start > _sentence(scene)
    if not carried and not set(before) & stage.acts.grammar["object_pronoun"]:
        return False
    earlier = stage.scenes[max(0, scene.index - 1)]
    leaving = earlier.has(*EXITS, CueKind.WHOSE_EFFECT) or scene.has(CueKind.WHOSE_EFFECT)
    come = head.kind is not CueKind.SIGN and head.tense is Tense.PAST
    once = head.kind is CueKind.EFFECT and scene.has(CueKind.RATIFY, CueKind.ACCEDE)
    return not leaving and (carried or come or once or earlier.acting() is None)


def _sentence(scene: Scene) -> int:
    return scene.clause.passage.start


def _comes_into_force(stage: Stage, scene: Scene, head: CueHit) -> bool:
    """Whether the treaty comes into force at all, not for somebody, and no exit takes effect."""
    if takes_effect_for_it(stage.acts, stage.folded, scene.start, scene.end):
        return False  # "enters into force for it"
    if any(0 < p.start - head.end < 10 for p in scene.parties):
        return False  # "enters into force for Angola"
    if stage.context.people_in(head.end, head.end + _IN_A_STATE) or where_it_is_law(stage, scene):
        return False  # "in force in Latvia since May"
    following = set(stage.folded[head.end : scene.end].split()[:1])
    if _stays(stage, scene, head) or following & stage.acts.grammar["others_in_force"]:
        return False  # "с марта действует ордер"
    before = stage.folded[scene.start : head.start].split()[-1:]
    if set(before) & stage.acts.grammar["their_own"]:
        return False  # "Central Asia saw theirs take effect"
    leaving = scene.has(CueKind.WHOSE_EFFECT) or _paper_takes_effect(scene, head)
    return not (leaving or goes_on_about_leaving(stage, scene))


def _paper_takes_effect(scene: Scene, head: CueHit) -> bool:
    """Whether a notice is what takes effect: "under Article 80 of it the denunciation will"."""
    papers = scene.of(CueKind.PAPER, CueKind.EXIT_NOTICE)
    return any(0 < head.start - c.end <= _TAKES for c in papers)


_TAKES = 16  # characters of " will formally " before "take effect"


def _stays(stage: Stage, scene: Scene, head: CueHit) -> bool:
    """Whether it is told how long it lasts, not when it began: "stays in force until 2026".

    Where the verb stands apart the day alone tells so: "bleibt bis Februar 2026 in Kraft".
    """
    if scene.dates and all(d.modifier is DateModifier.UNTIL for d in scene.dates):
        return True
    since = any(d.modifier is DateModifier.SINCE for d in scene.dates)
    before = stage.folded[scene.start : head.start].split()
    return not since and bool(set(before[-1:]) & stage.acts.grammar["stays"])


def goes_on_about_leaving(stage: Stage, scene: Scene) -> bool:
    """Whether a "which" clause is about the exit told before it, not about the treaty."""
    if scene.index == 0 or scene.clause.opener not in stage.acts.grammar["relative"]:
        return False
    earlier = stage.scenes[scene.index - 1]
    if is_older_than_the_exit(stage, scene):
        return False  # "has left the convention, which took effect in 1999"
    leaving = earlier.has(*EXITS, CueKind.NOTIFY, CueKind.EXIT_NOTICE)
    return leaving and earlier.clause.passage == scene.clause.passage


_IN_A_STATE = 5  # characters of " in " before a State in which it is law


def _is_adopted(stage: Stage, scene: Scene, head: CueHit) -> bool:
    """Whether it is the treaty that is adopted: "was adopted in Dublin", "the UN adopted it"."""
    if head.tense is not Tense.PAST:
        return head.tense is Tense.NOUN and bool(scene.treaties)
    if _another(stage.acts).match(stage.folded, head.end, scene.end):
        return False
    if any(c.end <= head.start for c in scene.of(CueKind.BILL, CueKind.ENACT, CueKind.PAPER)):
        return False  # "its law on the ban, adopted in 2003", "the letter reached New York"
    words = set(stage.folded[head.start : head.end].split())
    if words & stage.acts.grammar["ranked_as"] and any(n.ordinal for n in scene.numbers):
        return False  # "which made Sri Lanka its 163rd member"
    if scene.has(CueKind.RATIFY) and any(0 <= n.start - head.end <= _MANY for n in scene.numbers):
        return False  # "reached the required 50 ratifications"
    named = any(p.ids and p.end <= head.start and p.stand == "acts" for p in scene.parties)
    told = object_after(scene, head, _OBJECT) is not None
    told = told or refers_by_pronoun(stage, scene, head)
    told = told or bool(words & stage.acts.grammar["its_text"])
    if told:
        return not named or scene.has(CueKind.DEPOSITARY)
    texts = stage.acts.grammar["made_as_text"]
    own = [t for t in scene.treaties if not texts or words & texts or t.end <= head.start]
    return not named and (bool(own) or of_the_treaty(stage, scene, head.start))


@grammar
def _another(acts: ActWords) -> re.Pattern[str]:
    """ "Adopted a fourth protocol": not the treaty spoken of."""
    return re.compile(rf"\s+an?\s+(?:[\w-]+\s+){{0,3}}(?:{acts.cues_of(CueKind.TREATY_NOUN)})\b")


def _is_signed(stage: Stage, scene: Scene, head: CueHit) -> bool:
    """Whether the treaty is what is signed, by no State named: "signed in 1997", "was signed"."""
    named = any(p.ids and not p.group and not of_leaders(scene, p) for p in scene.parties)
    if head.tense is not Tense.PAST or named or negated(scene, head):
        return False
    if by_persons(stage, scene, head):
        return True
    near = scene.of(CueKind.PRONOUN)
    if any(0 < head.start - c.end <= 2 and c.start > scene.start for c in near):
        return False
    words = stage.folded[scene.start : head.start].split()
    led = words if scene.syntax.object_before else words[-_AUX:]  # "wurde 1992 unterzeichnet"
    passive = not words or bool(set(led) & stage.acts.grammar["be"])
    passive = passive or any(0 < head.start - t.end <= 2 for t in scene.treaties)
    after = object_after(scene, head, _OBJECT)
    return passive and (after is None or not words) and not refers_by_pronoun(stage, scene, head)


_AUX = 2  # words before a participle among which "was" stands


def named_year(stage: Stage, scene: Scene) -> Iterator[Claim]:
    """ "The 1997 Chemical Weapons Convention": dated by adoption or by entry into force."""
    for treaty in scene.treaties:
        if treaty.role != "name":
            continue
        year = [d for d in scene.dates if _dates(stage, d, treaty) and d.first.month is None]
        if year and scene.clause.passage.kind is not PassageKind.HEADLINE:
            first, last = min(year[-1].start, treaty.start), max(year[-1].end, treaty.end)
            start, end = trim(stage.text, first, last)
            article = stage.folded[max(scene.start, start - 4) : start]
            start = start - 4 if article == "the " else start
            said = ((start, end), ClaimType.TREATY_FACT, treaty.ids[0], "adoption")
            yield replace(claim_over(stage.text, *said), date=PartialDate(year[-1].first.year))


_DIGITS = re.compile(r"\d+")
_LED = 12  # characters in which the word before a date stands


def _dates(stage: Stage, date: DateMention, treaty: Mention) -> bool:
    """Whether the year stands right before the treaty's name, in it, or after "of".

    Not one that tells when something was done: "left last year", "erosi vuonna 2021".
    """
    led = stage.folded[max(0, date.start - _LED) : date.start].split()[-1:]
    if date.relative or set(led) & stage.acts.grammar["in_year"]:
        return False
    words = _DIGITS.sub("", stage.text[treaty.start : treaty.end]).strip()
    if words.islower():
        return False  # "the 1946 whaling convention" tells it from others, and no more
    if -1 <= treaty.start - date.end <= 2 or treaty.start <= date.start < treaty.end - 4:
        return True
    return stage.folded[treaty.end : date.start].strip() in stage.acts.grammar["dated_by"]
