"""The word that says what a number counts, where it counts States towards a treaty."""

import re
from collections.abc import Sequence

from treatywatch.reading.acts.of_treaty import of_the_treaty
from treatywatch.reading.acts.voice import negated
from treatywatch.reading.claims.counts.countable import may_count
from treatywatch.reading.naming.mentions import CueHit
from treatywatch.reading.syntax.cast import Stand
from treatywatch.reading.syntax.scenes import Scene, Stage
from treatywatch.reading.vocabulary.grammar import grammar
from treatywatch.reading.vocabulary.spans import NumberMention
from treatywatch.reading.vocabulary.words_acts import ActWords, CueKind, Tense

STATES = (CueKind.STATE_NOUN, CueKind.STATE_NOUN_ONE, CueKind.WORLD)
JOINING = (
    CueKind.RATIFY,
    CueKind.ACCEDE,
    CueKind.BELONG,
    CueKind.SIGN,
    CueKind.SIGNATORY,
    CueKind.PARTY_NOUN,
    CueKind.OUTSIDE,
)
LEAVING = (CueKind.EXIT, CueKind.EXIT_OBJECT, CueKind.OUT_OF, CueKind.RELEASED)
WITHIN = 40  # characters between a number and the States that it counts


def counting_word(stage: Stage, scene: Scene, number: NumberMention) -> CueHit | None:
    """The word that says what the number counts, where it counts States towards a treaty."""
    if number.percent or number.high < 2 or not may_count(stage, scene, number):
        return None
    if _is_supposed(stage, scene, number):
        return None
    lead = stage.folded[scene.start : number.start].strip()
    if _only_changed(stage, scene, lead) or lead in stage.acts.grammar["of_a_total"]:
        return None
    if number.ordinal:
        return _rank(scene, number)
    if _part_of_those(stage, scene, number):
        return None
    if _is_a_total(stage, scene, number):
        return None
    if scene.has(*LEAVING) and not _after_an_exit(stage, scene, number):
        return None
    if scene.has(CueKind.PARLIAMENT) and not scene.treaties:
        return None
    of_itself = (
        _nation_of(stage, scene, number)
        or still_missing(stage, scene, number)
        or left_undone(stage, scene, number)
        or _done_so(stage, scene, number)
    )
    return of_itself or _verb_or_noun(stage, scene, number)


def _after_an_exit(stage: Stage, scene: Scene, number: NumberMention) -> bool:
    """Whether they are counted who remain: "after the departure it has 112 parties"."""
    leaving = scene.of(*LEAVING)
    if any(c.tense is not Tense.NOUN or c.start > number.start for c in leaving):
        return False
    before = stage.folded[max(scene.start, number.start - WITHIN) : number.start].split()[-1:]
    noun = any(0 <= c.start - number.end <= 1 for c in scene.of(CueKind.PARTY_NOUN))
    return noun and not set(before) & stage.acts.grammar["bound_by"]


def _is_supposed(stage: Stage, scene: Scene, number: NumberMention) -> bool:
    """Whether so many are a condition: "once 50 have joined"; but "in 2016, when 175 signed"."""
    if not any(0 <= number.start - c.end <= 3 for c in scene.of(CueKind.CONDITION)):
        return False
    return not told_on_day(stage, scene)


def told_on_day(stage: Stage, scene: Scene) -> bool:
    """Whether the clause tells what was done on the day before it: "in 2016, when 175 signed"."""
    if scene.index == 0 or scene.clause.opener not in stage.acts.grammar["on_which"]:
        return False
    earlier = stage.scenes[scene.index - 1]
    told = any(scene.start - d.end <= _COMMA for d in earlier.dates)
    return told and earlier.clause.passage == scene.clause.passage


_COMMA = 3  # characters of ", " between a day and what was done on it


def still_missing(stage: Stage, scene: Scene, number: NumberMention) -> CueHit | None:
    """ "Eight of the 44 whose ratification is needed are missing": they are the ones outside."""
    relative, needed = stage.acts.grammar["relative"], scene.of(CueKind.NEEDED)[:1]
    whose = [c for c in scene.of(CueKind.POSSESSIVE) if stage.folded[c.start : c.end] in relative]
    if not needed or not whose:
        return None
    lacking = [*scene.of(CueKind.OUTSIDE), *_undone(scene)]
    lacking = [c for c in lacking if c.start > needed[0].end]
    told = [n for n in scene.numbers if not n.ordinal and not n.percent]
    after = [n for n in told if lacking and needed[0].end <= n.start < lacking[0].start]
    counted = after or [n for n in told if n.end <= whose[0].start]
    if lacking and number in counted[:1]:
        return lacking[0]._replace(kind=CueKind.OUTSIDE)
    return None


def _undone(scene: Scene) -> list[CueHit]:
    """What is told not to have been done."""
    acts = scene.of(CueKind.SAME_AGAIN, CueKind.RATIFY, CueKind.ACCEDE)
    return [c for c in acts if negated(scene, c)]


def _part_of_those(stage: Stage, scene: Scene, number: NumberMention) -> bool:
    """Whether a relative clause tells what the number counts: "170 of | which have ratified"."""
    after = stage.folded[number.end : scene.end].split()
    return len(after) == 1 and after[0] in stage.acts.grammar["of_a_total"]


def _verb_or_noun(stage: Stage, scene: Scene, number: NumberMention) -> CueHit | None:
    """The verb of joining that the number is the subject of, or the noun that it counts."""
    labels = _labels(scene)
    if number in labels:
        return labels[number]
    joining = [
        *(c for c in scene.of(*JOINING) if not _of_another_number(scene, number, c)),
        *_handed_in(stage, scene),
    ]
    share = [c for c in scene.of(CueKind.COUNT_VERB) if _of_a_treaty(stage, scene, c)]
    if not joining and (not share or _just_they(stage, number)):
        return None
    counted = [c for c in scene.cues if c.kind in (*STATES, CueKind.PARTY_NOUN)]
    counted = [c for c in counted if not _owned(stage, scene, c)]
    near = [c for c in counted if 0 <= c.start - number.end <= WITHIN or _within(number, c)]
    near = [c for c in near if not _another_between(scene, number, c)]
    near = [c for c in near if not _apart(stage, number, c)]
    direct = [c for c in joining if _follows(stage, number, c)]
    at_once = [c for c in direct if c.kind is CueKind.OUTSIDE] or (
        [] if near else _verbs(direct) or _passive(stage, joining, number)[-1:]
    )
    if at_once:
        return at_once[0]
    groups = [p for p in scene.parties if p.vague and 0 <= p.start - number.end <= 12]
    counted += scene.of(CueKind.COUNT_VERB)
    listed = [c for c in counted if 0 < number.start - c.end <= 60]
    listed = [c for c in listed if not any(0 <= c.start - n.end <= 1 for n in scene.numbers)]
    if not (near or groups or direct or (listed and closes(scene, number))):
        return None
    parties = [c for c in near if c.kind in {CueKind.PARTY_NOUN, CueKind.SIGNATORY}]
    if (
        parties
        and not scene.treaties
        and _weak(stage, parties[0])
        and not _has(stage, scene, number)
    ):
        return None
    if not parties:
        return _nearest(joining or share, number)
    done = [c for c in _verbs(joining) if _does(stage, scene, parties[0], c)]
    return done[0] if done else parties[0]


def _labels(scene: Scene) -> dict[NumberMention, CueHit]:
    """What stands before each number where all of them follow it: "signatories 95, parties 74"."""
    plain = [n for n in scene.numbers if not n.ordinal and not n.percent]
    words = scene.of(*JOINING)
    if len(plain) < 2 or any(c.start >= plain[-1].end for c in words):
        return {}
    starts = [scene.start, *(n.end for n in plain)]
    before = zip(plain, starts, strict=False)
    led = {n: [c for c in words if start <= c.start < n.start] for n, start in before}
    near = {n: cues[-1] for n, cues in led.items() if cues and n.start - cues[-1].end <= WITHIN}
    return near if len(near) == len(plain) else {}


def _does(stage: Stage, scene: Scene, noun: CueHit, verb: CueHit) -> bool:
    """Whether those who are named by the noun do it: "175 parties signed", "have ratified"."""
    between = stage.folded[noun.end : verb.start].split()
    return (
        0 < verb.start - noun.end <= _AUXILIARIES
        and verb.kind is not CueKind.BELONG
        and set(between) <= stage.acts.grammar["auxiliary"]
        and not negated(scene, verb)
    )


def _apart(stage: Stage, number: NumberMention, noun: CueHit) -> bool:
    """Whether the number counts what stands between: "four claims against member states"."""
    between = stage.folded[number.end : noun.start].split()
    return len(between) > 1 and bool(set(between) & stage.acts.grammar["adjunct"])


def _of_another_number(scene: Scene, number: NumberMention, cue: CueHit) -> bool:
    """Whether words of staying outside follow another number: they are said of that one."""
    outside = cue.kind is CueKind.OUTSIDE and cue.start >= number.end
    return outside and _another_between(scene, number, cue)


def _just_they(stage: Stage, number: NumberMention) -> bool:
    """Whether a few were spoken of before: "a deal limiting the two countries"."""
    before = stage.folded[max(0, number.start - 8) : number.start].split()[-1:]
    return number.high <= _FEW and bool(set(before) & stage.acts.grammar["definite"])


_FEW = 3


def _verbs(joining: Sequence[CueHit]) -> list[CueHit]:
    return [c for c in joining if c.kind not in {CueKind.PARTY_NOUN, CueKind.SIGNATORY}]


def _passive(stage: Stage, joining: Sequence[CueHit], number: NumberMention) -> list[CueHit]:
    """ "Signed by 130": the verb right before the number, with no comma between."""
    before = [c for c in joining if 0 < number.start - c.end <= 5 and c.tense is Tense.PAST]
    return [c for c in before if "," not in stage.folded[c.end : number.start]]


def _of_a_treaty(stage: Stage, scene: Scene, verb: CueHit) -> bool:
    """ "It binds 87 states": the treaty is what counts them."""
    return bool(scene.treaties) or of_the_treaty(stage, scene, verb.start)


def _handed_in(stage: Stage, scene: Scene) -> list[CueHit]:
    """ "87 governments have deposited their papers": an act of ratifying."""
    instruments = stage.acts.grammar["instruments"]
    acts = scene.of(CueKind.HAND_IN)
    return [
        act._replace(kind=CueKind.RATIFY)
        for act in acts
        if set(stage.folded[act.end : scene.end].rstrip(" .").split()[:_PAPERS]) & instruments
    ]


_PAPERS = 3  # words of "their signed papers"


def _only_changed(stage: Stage, scene: Scene, lead: str) -> bool:
    """Whether a number tells what was added: "gained six", but not "has won 130" so far."""
    words = lead.split()
    if not words or words[-1] not in stage.acts.grammar["changed"]:
        return False
    so_far = bool(set(words[-_PERFECT:-1]) & stage.acts.grammar["perfect"])
    return not so_far or any(date.relative for date in scene.dates)


_PERFECT = 3  # words of "has since won"


def _is_a_total(stage: Stage, scene: Scene, number: NumberMention) -> bool:
    """Whether another number counts some of these: "of the UN's 193 members, 32 are outside".

    So where those who act are named: "of the 46, only Azerbaijan has not signed".
    """
    first = stage.folded[scene.start : number.start].split()[:1]
    if not first or first[0] not in stage.acts.grammar["of_a_total"]:
        return False
    done = any(_follows(stage, number, c) for c in scene.of(*JOINING))
    acting = any(p.ids and p.start > number.end and p.stand is Stand.ACTS for p in scene.parties)
    if done:
        return False
    return acting or any(n.start > number.end and not n.ordinal for n in scene.numbers)


def _weak(stage: Stage, noun: CueHit) -> bool:
    return stage.folded[noun.start : noun.end] in stage.acts.grammar["weak_party"]


def _has(stage: Stage, scene: Scene, number: NumberMention) -> bool:
    """Whether something is said to have them: "it has 188 members", "its 188 members".

    And a treaty whose sentence goes on behind a relative clause: "the ban, which is old, has 188".
    """
    owner = scene.of(CueKind.PRONOUN, CueKind.STATE_NOUN, CueKind.POSSESSIVE)
    return any(c.end <= number.start for c in owner) or _goes_on_of_a_treaty(stage, scene)


def _goes_on_of_a_treaty(stage: Stage, scene: Scene) -> bool:
    relative, index = stage.acts.grammar["relative"], scene.index
    while index > 0 and stage.scenes[index - 1].clause.opener in relative:
        index -= 1
    if index in (0, scene.index):
        return False
    head, aside = stage.scenes[index - 1], stage.scenes[index]
    beside = bool(head.treaties) and aside.start - head.treaties[-1].end <= _COMMA
    return beside and head.clause.passage == scene.clause.passage


def _another_between(scene: Scene, number: NumberMention, cue: CueHit) -> bool:
    return any(number.end <= other.start < cue.start for other in scene.numbers)


def _within(number: NumberMention, cue: CueHit) -> bool:
    return number.start <= cue.start < number.end


def closes(scene: Scene, number: NumberMention) -> bool:
    """Whether the number closes its clause: "the number that have signed is 138"."""
    return scene.end - number.end <= 3


def _nearest(joining: Sequence[CueHit], number: NumberMention) -> CueHit:
    """The verb nearest to the number, or the noun where there is no verb."""

    def far(cue: CueHit) -> int:
        return max(cue.start - number.end, number.start - cue.end)

    verbs = [c for c in joining if c.kind is not CueKind.PARTY_NOUN]
    return min(verbs or joining, key=far)


def _rank(scene: Scene, number: NumberMention) -> CueHit | None:
    """ "It will be the fifth country to leave": a rank among those who leave, still to come."""
    states = [c for c in scene.of(*STATES) if 0 <= c.start - number.end <= 30]
    if not states or not scene.has(CueKind.FUTURE):
        return None  # "is the fifth to leave" tells an exit, and its rank beside
    acting = scene.of(*LEAVING, CueKind.SAME_AGAIN)
    return acting[0] if acting else None


def _owned(stage: Stage, scene: Scene, noun: CueHit) -> bool:
    """Whether a noun is somebody's own: "eight states handed in their ratifications"."""
    before = stage.folded[max(scene.start, noun.start - 8) : noun.start].split()[-1:]
    owned = bool(set(before) & stage.acts.grammar["possessive"])
    return owned and any(c.start == noun.start for c in scene.of(CueKind.RATIFY, CueKind.SIGN))


_AUXILIARIES = 30  # characters of "have so far not yet" between a number and its verb


def _follows(stage: Stage, number: NumberMention, verb: CueHit) -> bool:
    """Whether the verb follows the number, with nothing but small words between."""
    gap = verb.start - number.end
    if 0 <= gap <= 12:
        return True
    between = stage.folded[number.end : verb.start].split()
    return 0 < gap <= _AUXILIARIES and set(between) <= stage.acts.grammar["auxiliary"]


_ITS_TREATY = 25  # characters between "164-nation" and the treaty


def _nation_of(stage: Stage, scene: Scene, number: NumberMention) -> CueHit | None:
    """The noun in "the 164-nation treaty"."""
    if stage.folded[number.end : number.end + 1] != "-":
        return None
    noun = next((c for c in scene.of(*STATES) if c.start == number.end + 1), None)
    if noun is None or not any(0 < t.start - noun.end <= _ITS_TREATY for t in scene.treaties):
        return None
    return noun._replace(kind=CueKind.PARTY_NOUN)


def left_undone(stage: Stage, scene: Scene, number: NumberMention) -> CueHit | None:
    """ "Eight of them had not done so": the joining told before, left undone."""
    without_verb = _without_verb(stage, scene, number)
    if without_verb is not None or not scene.has(CueKind.SAME_AGAIN):
        return without_verb
    near = stage.scenes[max(0, scene.index - 1) : scene.index + 1]
    kinds = (CueKind.RATIFY, CueKind.SIGN, CueKind.ACCEDE, CueKind.NEEDED)
    before = [c for s in near for c in s.of(*kinds) if c.end <= number.start]
    for again in scene.of(CueKind.SAME_AGAIN):
        if before and again.start > number.end and negated(scene, again):
            told = before[-1].kind
            return again._replace(kind=CueKind.RATIFY if told is CueKind.NEEDED else told)
    return None


def _without_verb(stage: Stage, scene: Scene, number: NumberMention) -> CueHit | None:
    """ "35 have ratified and nine have not": what those did not do whom the number counts."""
    left_out = _left_out(stage.acts).match(stage.folded, number.end, scene.end)
    verbs = scene.of(CueKind.RATIFY, CueKind.SIGN, CueKind.ACCEDE, CueKind.BELONG)
    told = [c for c in verbs if c.end <= number.start]
    if left_out is None or not told:
        return None
    kind = CueKind.SIGN if told[-1].kind is CueKind.SIGN else CueKind.OUTSIDE
    return CueHit(number.end + 1, left_out.end(), kind, Tense.OTHER)


def _done_so(stage: Stage, scene: Scene, number: NumberMention) -> CueHit | None:
    """ "44 named States must ratify; 26 have": what those did whom the number counts."""
    done = _did(stage.acts).match(stage.folded, number.end, scene.end)
    if done is None:
        return None
    near = stage.scenes[max(0, scene.index - _BACK) : scene.index + 1]
    same = [s for s in near if s.clause.passage == scene.clause.passage]
    kinds = (CueKind.RATIFY, CueKind.ACCEDE, CueKind.BELONG, CueKind.NEEDED)
    told = [c.kind for s in same for c in s.of(*kinds) if c.end <= number.start]
    if not told:
        return None
    kind = CueKind.RATIFY if told[-1] is CueKind.NEEDED else told[-1]
    return CueHit(number.end + 1, done.end(), kind, Tense.OTHER)


_BACK = 2  # clauses back to the verb that is left out


@grammar
def _did(acts: ActWords) -> re.Pattern[str]:
    return re.compile(rf"\s(?:{acts.any_of('left_out_done') or '(?!)'})(?=\s*(?:$|[.,;:)]))")


@grammar
def _left_out(acts: ActWords) -> re.Pattern[str]:
    more = acts.any_of("more_of_them")
    return re.compile(rf"(?:\s{more})?\s{acts.any_of('left_out')}(?=\s*(?:$|[.,;:)!?]))")
