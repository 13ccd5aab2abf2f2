"""In which tense an exit is told: bare forms of verbs, participles and ranks tell it as done."""

from treatywatch.reading.acts.voice import negated
from treatywatch.reading.naming.mentions import CueHit
from treatywatch.reading.syntax.cast import Party
from treatywatch.reading.syntax.scenes import Scene, Stage
from treatywatch.reading.vocabulary.words_acts import CueKind, Tense

_NOT_YET = {(k, Tense.BASE) for k in (CueKind.VOTE, CueKind.DECIDE, CueKind.ANNOUNCE)}
_NOT_YET |= {(CueKind.FUTURE, Tense.OTHER), (CueKind.HEDGE, Tense.OTHER)}


def finite(stage: Stage, scene: Scene, head: CueHit, party: Party | None) -> CueHit:
    """The head in the present tense where its base form follows its subject: "nations abandon".

    In the past where it tells a rank: "became the first country to leave".
    """
    before = stage.folded[max(scene.start, head.start - _PERFECT) : head.start].split()
    small, grammar = set(before[-1:]), stage.acts.grammar
    perfect = bool(set(before) & grammar["perfect"] and not small & grammar["base_after"])
    perfect = perfect or _auxiliary_far_before(stage, scene, head)
    after = bool(small & grammar.get("done_before", frozenset()))
    if after and head.tense is Tense.PROGRESSIVE and _is_over(stage, scene, head, party):
        return head._replace(tense=Tense.PAST)
    if head.tense is Tense.BASE and before[-2:-1] and before[-2] in stage.acts.grammar["did"]:
        return head._replace(tense=Tense.PAST)  # "did not leave"
    if head.tense is Tense.BASE and (perfect or _first_to(stage, scene, head)):
        return head._replace(tense=Tense.PAST)
    if head.tense is Tense.BASE and party is None:
        reach = 2 + (len(before[-1]) + 1 if small & grammar["before_verb"] else 0)
        own = any(0 < head.start - c.end <= reach for c in scene.of(CueKind.PRONOUN))
        return head._replace(tense=Tense.PRESENT) if own else head
    if head.tense is not Tense.BASE or party is None or party.end > head.start:
        return head
    if scene.syntax.object_before and negated(scene, head):
        return head  # "выходить из договора не намерена": the verb that governs it follows
    words = stage.folded[party.end : head.start].split()
    if words and words[-1] in stage.acts.grammar["modal"]:
        return head._replace(tense=Tense.PRESENT)
    if len(words) > 2 or set(words) & stage.acts.grammar["base_after"]:
        return head
    return head._replace(tense=Tense.PRESENT)


def _is_over(stage: Stage, scene: Scene, head: CueHit, party: Party | None) -> bool:
    """Whether it was done before what is told: "resumes the hunt after leaving".

    Not before what is still to come: "will hunt after leaving", "Japan to hunt after leaving".
    """
    ahead = (c for c in scene.of(CueKind.FUTURE, CueKind.HEDGE, CueKind.INTEND))
    if any(c.end <= head.start for c in ahead):
        return False
    behind = stage.folded[party.end : head.start].split()[:1] if party is not None else []
    return not set(behind) & stage.acts.grammar["rank_to"]


def _auxiliary_far_before(stage: Stage, scene: Scene, head: CueHit) -> bool:
    """Whether a participle that looks like the base form closes its clause: "hat ... verlassen"."""
    if not scene.syntax.object_before or head.tense is not Tense.BASE:
        return False
    twofold = any(c.start == head.start and c.tense is Tense.PAST for c in scene.of(head.kind))
    words = set(stage.folded[scene.start : head.start].split())
    return twofold and bool(words & stage.acts.grammar["perfect"])


_PERFECT = 20  # characters from "have" to its verb: "have now all "
_RANK = 40  # characters from "first" to its verb: "first member state ever to "


def _first_to(stage: Stage, scene: Scene, head: CueHit) -> bool:
    words = stage.folded[max(scene.start, head.start - _RANK) : head.start].split()
    if words and words[-1] in stage.acts.grammar["before_verb"]:
        words.pop()  # "to formally leave"
    if not words or words[-1] not in stage.acts.grammar["rank_to"]:
        return False
    grammar, steps = stage.acts.grammar, [c for c in scene.cues if c.end <= head.start]
    ahead = any((c.kind, c.tense) in _NOT_YET for c in steps)  # "the first to vote to leave"
    becoming = [n for n, word in enumerate(words) if word in grammar["ranking"]]
    ahead = ahead or any(n and words[n - 1] in grammar["towards"] for n in becoming)
    return not ahead and bool(set(words) & stage.acts.grammar["rank"])


def ranked_to(stage: Stage, scene: Scene, head: CueHit) -> bool:
    """Whether it tells a rank: "is the only country to have left"."""
    words = stage.folded[max(scene.start, head.start - _RANK) : head.start].split()
    if words[-1:] and words[-1] in stage.acts.grammar["have"]:
        words.pop()
    to = bool(words) and words[-1] in stage.acts.grammar["rank_to"]
    return to and bool(set(words) & stage.acts.grammar["rank"])
