"""Steps that the order of words tells: what stands behind an exit does not say how far it went.

"Estonia left it after a vote in parliament" tells the exit, not the vote; "has signed the law that
takes back the ratification" tells the law, not what is in it.
"""

import re

from treatywatch.reading.acts.leaving import Exit
from treatywatch.reading.claims.withdrawals.days_of_exit import LEAVES
from treatywatch.reading.claims.withdrawals.further_on import (
    became_of_decision,
    left_by_notice,
    told_its_body,
)
from treatywatch.reading.claims.withdrawals.only_supposed import only_supposed
from treatywatch.reading.syntax.scenes import Scene, Stage
from treatywatch.reading.vocabulary.grammar import grammar
from treatywatch.reading.vocabulary.words_acts import ActWords, CueKind, Tense

# what before a verb of leaving makes it less, or another step
_LEADS = (
    CueKind.ANNOUNCE,
    CueKind.DECIDE,
    CueKind.APPROVE,
    CueKind.ADOPT,
    CueKind.ENACT,
    CueKind.SIGN,
    CueKind.NOTIFY,
    CueKind.EXIT_NOTICE,
    CueKind.RECOMMEND,
    CueKind.CONSIDER,
    CueKind.PROPOSE,
    CueKind.INTEND,
    CueKind.HEDGE,
    CueKind.FUTURE,
    CueKind.URGING,
    CueKind.SUSPEND,
    CueKind.REVOKE,
    CueKind.TAKE_BACK,
    CueKind.OBJECT,
    CueKind.VOTE,
    CueKind.DUE,
    CueKind.PARLIAMENT,  # one that denounces has voted
)
_LAW = 3  # characters of ", " between a law and the clause about it


def in_order(stage: Stage, one: Exit, step: str | None) -> str | None:
    """The step, corrected by where in the sentence it is told."""
    if step == "effective" and _parliament_leaves(stage, one):
        return "approved_by_parliament"
    if _plainly_left(stage, one):
        return "notified" if _is_its_notice(stage, one) else "effective"
    if step == "effective" and (_papers_arrived(one) or _is_its_notice(stage, one)):
        return "notified"
    if step == "revoked" and _joined_right_before(stage, one.scene):
        return "consent_withdrawn"
    if step == "announced" and only_supposed(stage, one):
        return "considered"
    if step == "announced" and (then := became_of_decision(stage, one)) is not None:
        return then
    if step == "announced" and told_its_body(stage, one):
        return "notified"
    if step == "suspended" and _halts_the_exit(one):
        return "revoked"
    return _law_told_before(stage, one.scene) or step


def _parliament_leaves(stage: Stage, one: Exit) -> bool:
    """Whether a parliament is who leaves, which can only vote for it: "the Sejm denounced it"."""
    if one.head.kind not in (*LEAVES, CueKind.GO_OUT) or one.head.tense not in _FINITE:
        return False
    near = [c.end for c in one.scene.of(CueKind.PARLIAMENT) if c.end < one.head.start]
    words = stage.acts.grammar
    small = words["restarts"] | words["before_verb"]
    return bool(near) and set(stage.folded[near[-1] : one.head.start].split()) <= small


def _halts_the_exit(one: Exit) -> bool:
    """Whether leaving is what is suspended, and no treaty: "suspends its withdrawal from it"."""
    halted = one.scene.of(CueKind.EXIT, CueKind.EXIT_OBJECT, CueKind.EXIT_NOTICE, CueKind.DECIDE)
    nouns = [c.start for c in halted if c.tense is Tense.NOUN]
    verbs = [c.end for c in one.scene.of(CueKind.SUSPEND) if c.tense is not Tense.NOUN]
    return any(0 < noun - verb <= _ITS_OBJECT for noun in nouns for verb in verbs)


_ITS_OBJECT = 12  # characters of " its planned " between a verb and its object


def _papers_arrived(one: Exit) -> bool:
    """Whether a paper has its verb already: "the letter arrived on Tuesday and takes effect"."""
    if one.head.kind is not CueKind.NOTIFY:
        return False
    verbs = one.scene.of(CueKind.ARRIVE, CueKind.HAND_IN)
    arrived = any(one.head.start < c.start and c.end <= one.head.end for c in verbs)
    return arrived and all(c.start > one.head.end for c in one.scene.of(CueKind.EFFECT))


def _is_its_notice(stage: Stage, one: Exit) -> bool:
    """Whether leaving is the notice itself: how it was done, or what took effect later."""
    return _took_effect_later(stage, one) or left_by_notice(stage, one)


def _took_effect_later(stage: Stage, one: Exit) -> bool:
    """Whether the sentence goes on to when that took effect: "left in 2011, which counted in"."""
    if one.head.tense is not Tense.PAST or one.scene.index + 1 >= len(stage.scenes):
        return False
    then = stage.scenes[one.scene.index + 1]
    same = then.clause.passage == one.scene.clause.passage and then.dates and one.scene.dates
    adds = then.clause.opener in stage.acts.grammar["relative"]
    effects = (c for c in then.of(CueKind.EFFECT) if c.tense in _FINITE)
    counted = adds and any(c.start - then.start <= TAKES for c in effects)
    if not (same and counted):
        return False
    return then.dates[0].first.first() > one.scene.dates[-1].last.last()


_FINITE = frozenset({Tense.PAST, Tense.PRESENT, Tense.BASE})


def _plainly_left(stage: Stage, one: Exit) -> bool:
    """Whether a verb tells leaving as done, and whatever else is told stands behind it.

    One that is said to have left "already", or in the pluperfect, is said to be out as well.
    """
    if one.head.kind not in LEAVES or one.head.tense is not Tense.PAST:
        return False
    if one.scene.syntax.object_before:  # the verb closes its clause, whatever it tells
        return _only_told_by(stage, one)
    before = {cue.kind for cue in one.scene.of(*_LEADS) if cue.end <= one.head.start}
    if before <= {CueKind.ANNOUNCE}:
        words = stage.folded[one.scene.start : one.head.start].split()[-2:]
        return not before or bool(set(words) & stage.acts.grammar["perfect"])
    return False


def _only_told_by(stage: Stage, one: Exit) -> bool:
    """Whether all that is told beside the leaving is who tells it: "izstājās, paziņoja Rīga"."""
    told = [cue for cue in one.scene.of(*_LEADS) if cue.tense is not Tense.NOUN]
    news = [cue for cue in told if cue.kind is CueKind.ANNOUNCE and cue.start > one.head.end]
    return bool(told) and told == [
        cue for cue in news if stage.folded[one.head.end : cue.start].rstrip().endswith(",")
    ]


def _law_told_before(stage: Stage, scene: Scene) -> str | None:
    """The step of the law that a clause only describes: "signed the law that revokes ..."."""
    if scene.index == 0 or scene.clause.opener not in stage.acts.grammar["relative"]:
        return None
    before = stage.scenes[scene.index - 1]
    laws = [law for law in before.of(CueKind.BILL) if scene.start - law.end <= _LAW]
    laws += [c for c in before.of(CueKind.ENACT) if 0 <= scene.start - c.end <= _LAW]
    if not laws or before.clause.passage != scene.clause.passage:
        return None
    if before.has(CueKind.ENACT, CueKind.SIGN):
        return "signed_into_law"
    agreed = before.has(CueKind.APPROVE, CueKind.ADOPT) and before.has(CueKind.PARLIAMENT)
    return "approved_by_parliament" if agreed else None


def _joined_right_before(stage: Stage, scene: Scene) -> bool:
    """Whether what is taken back is the joining just told: "joined and changed its mind"."""
    near = stage.scenes[max(0, scene.index - 1) : scene.index + 1]
    joins = (CueKind.ACCEDE, CueKind.RATIFY)
    same = [s for s in near if s.clause.passage == scene.clause.passage]
    return any(s.has(*joins) for s in same) and not any(s.has(CueKind.NOTIFY) for s in same)


def only_looks_back(stage: Stage, one: Exit) -> bool:
    """Whether it tells what had been, or would have been, before what the report is on."""
    words = _looking_back(stage.acts)
    return words.search(stage.folded, one.scene.start, one.head.end) is not None


@grammar
def _looking_back(acts: ActWords) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{acts.any_of('looking_back')})(?!\w)")


def comes_before(stage: Stage, one: Exit) -> bool:
    """Whether something else came after the exit: "suspended it after Russia's withdrawal"."""
    before = stage.folded[one.scene.start : one.head.start].split()[-2:]
    opens = {one.scene.clause.opener, *before[:-1]} & stage.acts.grammar["done_before"]
    return bool(opens) and one.head.tense is Tense.NOUN and one.head.kind in LEAVES


def takes_effect(stage: Stage, one: Exit) -> bool:
    """Whether the sentence comes back to its effect: "the exit, which ..., took effect"."""
    end = max(one.head.end, *(t.end for t in one.treaty_words), 0)
    if one.head.tense is not Tense.NOUN or not _set_apart(stage, one.scene, end):
        return False
    for later in stage.scenes[one.scene.index + 1 : one.scene.index + 4]:
        same = later.clause.passage == one.scene.clause.passage
        if later.clause.opener in stage.acts.grammar["later"] or later.has(CueKind.NEGATION):
            continue  # "the exit, notified in May, was revoked before it took effect"
        if same and any(c.start - later.start <= TAKES for c in later.of(CueKind.EFFECT)):
            return True
    return False


def _set_apart(stage: Stage, scene: Scene, end: int) -> bool:
    """Whether nothing follows but what a treaty is: "exit from it, on rights at birth, ended"."""
    if scene.end - end <= 1:
        return True
    return stage.folded.startswith(",", end) and all(c.start < end for c in scene.cues)


TAKES = 16  # characters of " will formally " before "take effect"
