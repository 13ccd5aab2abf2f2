"""How real an exit is that the words tell: going on already, or only supposed or called for."""

import re

from treatywatch.reading.acts.leaving import Exit
from treatywatch.reading.acts.notices import NOTICES, is_awaited, is_ordered
from treatywatch.reading.acts.voice import is_to_act, voice
from treatywatch.reading.claim import Voice
from treatywatch.reading.naming.mentions import CueHit
from treatywatch.reading.syntax.scenes import Stage
from treatywatch.reading.vocabulary.grammar import grammar
from treatywatch.reading.vocabulary.spans import DateMention, DateModifier
from treatywatch.reading.vocabulary.words_acts import ActWords, CueKind, Tense


def goes_on(stage: Stage, one: Exit, kind: str) -> bool:
    """Whether an exit of that stage is told as going on: "is leaving", "tears up", "drops"."""
    if kind == "effective":
        return one.head.kind in _ACTS_OF_LEAVING and _is_under_way(stage, one)
    return kind == "announced" and _is_under_way(stage, one)


def only_dates_a_count(stage: Stage, one: Exit, start: int) -> bool:
    """Whether an exit only tells since when so many are left: "after its exit there are 88"."""
    nouns = (CueKind.PARTY_NOUN, CueKind.STATE_NOUN)
    scene = one.scene
    counted = scene.has(*nouns) and any(not number.ordinal for number in scene.numbers)
    if one.head.tense is not Tense.NOUN or scene.has(CueKind.EFFECT) or not counted:
        return False
    before = stage.folded[scene.start : start].split()[-_LEADS:]
    behind = stage.folded[one.head.end : scene.end].split()[:1]
    return bool({*before, *behind} & stage.acts.grammar["since_an_act"])


_LEADS = 2  # words of "after its" before an exit


def _comes_into_effect(one: Exit, kind: str) -> bool:
    """ "Its third exit takes effect": the present of what the law has set for a day to come.

    So is a future of its own: "izstāšanās stāsies spēkā".
    """
    verb = verb_of(one, kind)
    ahead = verb.tense in (Tense.PRESENT, Tense.BASE)  # "the exits come into force"
    ahead = ahead or (verb.tense is Tense.PROGRESSIVE and one.scene.syntax.simple_future)
    return kind == "effective" and verb.kind is CueKind.EFFECT and ahead


def voice_of(stage: Stage, one: Exit, kind: str, date: DateMention | None) -> Voice:
    """How the exit is told; what takes effect, or does so on a later day, is still to come."""
    told = voice(one.scene, verb_of(one, kind))
    if told is Voice.DID and is_to_act(stage, one.scene, one.scene.acting()):
        return Voice.WILL  # "Britain and Singapore to go"
    if told is Voice.DID and kind == "notified" and _will_be_given(one):
        return Voice.WILL
    if told is not Voice.DID or kind != "effective":
        return told
    if date is None:
        return Voice.WILL if _comes_into_effect(one, kind) else told
    published = stage.context.report.published
    return Voice.WILL if published is not None and str(date.first.first()) > published else told


def _will_be_given(one: Exit) -> bool:
    """Whether the paper is still to go: "formal notice will be given", "the letter is to be sent".

    Not "notice that it will leave was given", where the exit is to come and the paper is not.
    """
    goes = (c for c in one.scene.of(CueKind.ARRIVE) if c.end > one.head.start)
    given = next(goes, None)
    if given is None or one.head.tense is not Tense.NOUN:
        return False
    return any(0 <= given.start - c.end <= _BY_THEN for c in one.scene.of(CueKind.FUTURE))


_BY_THEN = 14  # characters of " be formally " between "will" and "given"


def is_dated_by_another(stage: Stage, one: Exit, kind: str, date: DateMention) -> bool:
    """ "The notice came on Tuesday and takes effect ...": a day gone by is no day to come.

    Nor is the day from which a notice counts ("effective 6 July") that on which it was given, nor
    the day since which it had belonged that of the exit: "left the club it had belonged to since",
    "the first to leave since the organisation was founded in 1975".
    """
    if kind in _GIVEN and date.modifier is DateModifier.EFFECTIVE:
        return True
    if _since_it_belonged(stage, one, date):
        return True
    published = stage.context.report.published
    if published is None or not _comes_into_effect(one, kind):
        return False
    return date.end <= verb_of(one, kind).start and str(date.last.last()) <= published


_GIVEN = frozenset({"notified", "announced", "revoked"})


def _since_it_belonged(stage: Stage, one: Exit, date: DateMention) -> bool:
    if _since_it_was(stage.acts).search(stage.folded, one.head.end, date.start):
        return True
    if date.modifier is not DateModifier.SINCE:
        return False
    return _belonged(stage.acts).search(stage.folded, one.head.end, date.start) is not None


@grammar
def _since_it_was(acts: ActWords) -> re.Pattern[str]:
    """ "since the organisation was founded in ": what the day is told of has a verb of its own."""
    return re.compile(rf"(?<!\w)(?:{acts.any_of('ever_since') or '(?!)'})\s(?:[\w'-]+\s){{3,9}}$")


@grammar
def _belonged(acts: ActWords) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{acts.any_of('belonged_since')})\s(?:[\w-]+\s)?$")


_ACTS_OF_LEAVING = (CueKind.EXIT, CueKind.EXIT_OBJECT)  # but not "takes its country out"


def _is_under_way(stage: Stage, one: Exit) -> bool:
    """Whether the exit is said to be going on: "is leaving", "quits", with no step before it."""
    before = one.scene.of(*BEFORE_LEAVING)
    if any(cue.end <= one.head.start for cue in before):
        return False
    if one.head.tense is Tense.PROGRESSIVE:
        words = stage.folded[one.scene.start : one.head.start].split()[-2:]
        return any(word in stage.acts.grammar["be"] for word in words)
    held = one.head.kind is CueKind.RELEASED  # "no longer feels bound" sets nothing going
    return one.head.tense is Tense.PRESENT and not held


def is_hypothetical(stage: Stage, one: Exit) -> bool:
    """Whether leaving is only a condition ("if it leaves") or a call by others ("urged it to")."""
    before = stage.scenes[max(0, one.scene.index - 1)]
    same = before.clause.passage == one.scene.clause.passage
    for scene in (one.scene, before) if same else (one.scene,):
        first = stage.folded[scene.start : scene.start + 12].split()
        if first and first[0] in stage.acts.grammar["hypothetical"]:
            return True
        opens = scene.start == scene.clause.passage.start
        if opens and first and first[0] in stage.acts.grammar["inverted"]:
            return True  # "had the letter come later, it would have waited"
    if one.head.kind in NOTICES and is_awaited(stage, one.scene):
        return True
    if _own_government(stage.acts).search(stage.folded, one.scene.start, one.head.start):
        return False  # "the ministers urged their governments to leave"
    if (
        _is_rejected(one)
        or _is_called_for(stage, one)
        or (one.head.kind is CueKind.REVOKE and is_ordered(stage, one.scene))
    ):
        return True
    urged = voice(one.scene, one.head) is Voice.URGED
    return urged and not one.scene.has(CueKind.RECOMMEND, CueKind.ANNOUNCE, CueKind.DECIDE)


def _is_called_for(stage: Stage, one: Exit) -> bool:
    """Whether an exit of nobody named is called for on a day: "called in January for a walkout"."""
    if one.head.tense is not Tense.NOUN or (one.party is not None and one.party.ids):
        return False
    for date in one.scene.dates:
        before = stage.folded[one.scene.start : date.start].split()
        behind = stage.folded[date.end : one.head.start].split()
        if before and before[-1] in stage.acts.grammar["preposition"]:
            before.pop()
        if _calls(stage.acts).search(" ".join((*before[-1:], *behind))):
            return True
    return False


@grammar
def _calls(acts: ActWords) -> re.Pattern[str]:
    """What calls for the act behind it, an article and an adjective aside."""
    return re.compile(rf"^(?:{acts.cues_of(CueKind.RECOMMEND)})(?:\s[\w-]+){{0,3}}$")


def _is_rejected(one: Exit) -> bool:
    """Whether a call to leave is turned down: "rejected calls for the EU to withdraw"."""
    calls = (c for c in one.scene.of(CueKind.RECOMMEND) if c.end <= one.head.start)
    first = next(calls, None)
    return first is not None and any(
        0 < first.start - c.end <= _ITS_OBJECT for c in one.scene.of(CueKind.REJECT)
    )


_ITS_OBJECT = 8  # characters of " all the " between "rejected" and "calls for"


@grammar
def _own_government(acts: ActWords) -> re.Pattern[str]:
    states = (CueKind.COUNTRY, CueKind.STATE_NOUN)
    offices = acts.cues_of(CueKind.GOVERNMENT, CueKind.PARLIAMENT, *states)
    return re.compile(rf"\b(?:{acts.any_of('possessive')})\s(?:{offices})\s")


BEFORE_LEAVING = (
    CueKind.ANNOUNCE,
    CueKind.DECIDE,
    CueKind.INTEND,
    CueKind.FUTURE,
    CueKind.HEDGE,
    CueKind.RECOMMEND,
    CueKind.CONSIDER,
)

_TELLS_OF = {
    "notified": (CueKind.NOTIFY,),
    "approved_by_parliament": (CueKind.APPROVE, CueKind.ADOPT),
    "approved_by_government": (CueKind.APPROVE, CueKind.ADOPT, CueKind.PROPOSE),
    "signed_into_law": (CueKind.ENACT,),
}


def verb_of(one: Exit, kind: str) -> CueHit:
    """The verb that tells of the exit: "the exit cannot take effect", "told the UN it would go"."""
    told = [c for c in one.scene.of(*_TELLS_OF.get(kind, ())) if c.end <= one.head.start]
    if told:
        return told[-1]
    if one.head.tense is not Tense.NOUN:
        return one.head
    goes = (c for c in one.scene.of(CueKind.ARRIVE) if one.head.start <= c.start < one.head.end)
    to_come = next((c for c in goes if c.tense is Tense.BASE), None)
    if to_come is not None:
        return to_come  # "the letter will go out in May"
    effects = (c for c in one.scene.of(CueKind.EFFECT) if c.start >= one.head.end)
    return next(effects, one.head)
