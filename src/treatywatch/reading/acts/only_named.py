"""Where leaving is only spoken of: asked about, laid down as a rule, or named and not told."""

import re

from treatywatch.reading.actors.set_behind import told_ahead
from treatywatch.reading.acts.leaving import Exit
from treatywatch.reading.acts.of_treaty import in_so_long
from treatywatch.reading.acts.passives import undergone
from treatywatch.reading.naming.mentions import CueHit
from treatywatch.reading.syntax.cast import Party
from treatywatch.reading.syntax.scenes import Scene, Stage
from treatywatch.reading.vocabulary.spans import Manner
from treatywatch.reading.vocabulary.words_acts import CueKind, Tense


def is_asked(stage: Stage, scene: Scene) -> bool:
    """Whether the sentence is a question."""
    passage = scene.clause.passage
    sentence = stage.folded[passage.start : passage.end].rstrip()
    if not sentence.endswith("?") or _asks_behind(stage, scene):
        return False
    words = sentence.rpartition(",")[2].strip(" ?").split()
    tag = "," in sentence and 0 < len(words) <= _TAG_WORDS
    tag = tag and words[0] in stage.acts.grammar["tag"]
    return not tag


def _asks_behind(stage: Stage, scene: Scene) -> bool:
    """Whether the question follows a dash or a colon: "Russia quits the pact - what now?"."""
    rest = _SET_APART.match(stage.folded, scene.end, scene.clause.passage.end)
    first = stage.folded[scene.start : scene.end].split()[:1]
    asking = stage.acts.grammar["asking"]
    return rest is not None and rest[1] in asking and not set(first) & asking


_SET_APART = re.compile(r"\s*(?:[–—:]|-\s)\s*(\w+)")
_TAG_WORDS = 3  # "hasn't it?" after a comma only asks to be told that it is so


def is_rule(stage: Stage, scene: Scene) -> bool:
    """Whether an article of the treaty is the subject: "Article 20 knows only withdrawal"."""
    first = stage.folded[scene.start : scene.end].split()[:1]
    article = bool(set(first) & stage.acts.grammar["rule_text"])
    return (article or _treaty_asks(scene)) and scene.acting() is None


def _treaty_asks(scene: Scene) -> bool:
    """Whether the treaty is what asks for a step: "the treaty requires a written notification"."""
    asks = [c for c in scene.of(CueKind.OBLIGE, CueKind.DUE) if c.tense in _ASKS]
    return any(0 < c.start - t.end <= _ITS_VERB for c in asks for t in scene.treaties)


_ITS_VERB = 3  # characters between a treaty and its verb
_ASKS = frozenset({Tense.PRESENT, Tense.OTHER})


def only_names_the_act(stage: Stage, found: Exit) -> bool:
    """Whether leaving is only spoken of: "abandoning the treaty poses risks"."""
    if _merely_a_subject(stage, found) or _tells_which(stage, found) or _of_somebody(stage, found):
        return True
    if _is_judged(stage, found) or _is_condemned(stage, found):
        return True
    if _only_reacted_to(stage, found):
        return True
    if found.head.tense is Tense.NOUN and found.scene.has(CueKind.EFFECT):
        rule = bool(found.scene.durations) and not found.scene.dates
        rule = rule and in_so_long(stage, found.scene) is None
        return rule and (found.party is None or not found.party.ids)
    if found.head.tense is not Tense.PROGRESSIVE or found.head.kind is CueKind.TAKE_BACK:
        return False
    if found.party is not None and (found.party.ids or _right_after_many(found)):
        return False
    if told_ahead(stage, found.scene, found.head):
        return False
    if found.scene.has(CueKind.ENACT, CueKind.APPROVE, CueKind.BILL, CueKind.PROPOSE):
        return False
    if is_governed(found.scene, found.head):
        return False
    before = stage.folded[max(found.scene.start, found.head.start - 25) : found.head.start].split()
    return not set(before) & stage.acts.grammar["be"]


def _is_judged(stage: Stage, found: Exit) -> bool:
    """Whether somebody only calls it something or takes a stand: "called the exit a setback"."""
    head, scene = found.head, found.scene
    if head.tense is not Tense.NOUN or head.kind not in _BARE or scene.dates:
        return False
    if scene.has(CueKind.PARLIAMENT):
        return False  # "parlament toetas lahkumist": it has voted
    held = (Manner.NAMING, Manner.BACKING)
    return any(
        one.manner in held and head.end <= one.whole_end
        for one in stage.context.cued_in(head.start - _JUDGED, head.start)
    )


def _is_condemned(stage: Stage, found: Exit) -> bool:
    """Whether the verb only finds fault with the treaty: "denounced the pact as unfair"."""
    head, grammar = found.head, stage.acts.grammar
    if stage.folded[head.start : head.end] not in grammar["formal_exit"]:
        return False
    named = (*found.treaty_words, *([found.party] if found.party is not None else ()))
    end = max(head.end, *(one.end for one in named)) if named else head.end
    behind = stage.folded[end : found.scene.end].split()[:2]
    said = {*behind[:1], " ".join(behind)}
    return bool(said & grammar["condemned"]) and said.isdisjoint(grammar["as_of"])


_JUDGED = 30  # characters of " the United States' planned " between a stand and the exit


def _of_somebody(stage: Stage, found: Exit) -> bool:
    """Whether a State is what is left, and no treaty: "leaves the United States alone"."""
    head, scene = found.head, found.scene
    if head.kind is not CueKind.EXIT_OBJECT or head.tense is Tense.NOUN:
        return False
    if undergone(stage, scene, head) is not None:
        return False
    near = [p for p in scene.parties if p.ids and 0 < p.start - head.end <= _ARTICLE]
    behind = near[0].end if near else 0
    return bool(near) and not any(0 <= t.start - behind <= _ITS_VERB for t in scene.treaties)


_ARTICLE = 5  # characters of " the " before a name


def _tells_which(stage: Stage, found: Exit) -> bool:
    """Whether a participle belongs to the object of a verb: "gave up the weapons left there"."""
    head, scene = found.head, found.scene
    if head.tense is not Tense.PAST or found.treaty_words:
        return False
    verbs = (c for kind in _BARE for c in scene.of(kind) if c.tense is Tense.PAST)
    ends = [c.end for c in verbs if c.end < head.start]
    words = stage.folded[max(ends) : head.start].split() if ends else []
    articled = set(words[:1]) & stage.acts.grammar["article"]
    return bool(articled) and len(words) == _ITS_NOUN


_ITS_NOUN = 2  # words of "the weapons" between a verb and a participle


def _right_after_many(found: Exit) -> bool:
    """Whether several States stand shortly before the verb: "five countries turn their backs"."""
    party = found.party
    several = party is not None and party.vague and not party.one
    return several and party is not None and 1 <= found.head.start - party.end <= _ITS_VERB


_ITS_VERB = 26  # characters of " on the eastern flank " between States and their verb


def _merely_a_subject(stage: Stage, found: Exit) -> bool:
    """Whether a noun for leaving has neither owner, treaty, day nor step: "the exit took time"."""
    if found.head.tense is not Tense.NOUN or found.head.kind not in _BARE:
        return False
    scene = found.scene
    owned = found.party is not None or found.treaty_words
    merely = stage.acts.grammar["merely_says"]
    announced = (stage.folded[c.start : c.end] not in merely for c in scene.of(CueKind.ANNOUNCE))
    told = scene.has(*_TOLD_OF) or any(announced)
    return not (owned or told or scene.dates or scene.durations)


def _only_reacted_to(stage: Stage, found: Exit) -> bool:
    """Whether people only meet an exit told before: "marched on Tuesday to hail this exit"."""
    head = found.head
    if head.tense is not Tense.NOUN or head.kind not in _BARE or found.party is not None:
        return False
    before = stage.folded[found.scene.start : head.start].split()[-_MET:]
    return bool(set(before) & stage.acts.grammar["reacts_to"])


_MET = 3  # words of "hail this sudden" before "exit"
_BARE = frozenset({CueKind.EXIT, CueKind.EXIT_OBJECT})
_TOLD_OF = (
    CueKind.DECIDE,
    CueKind.INTEND,
    CueKind.RECOMMEND,
    CueKind.CONSIDER,
    CueKind.APPROVE,
    CueKind.PROPOSE,
    CueKind.BILL,
    CueKind.ADOPT,
    CueKind.ENACT,
    CueKind.NOTIFY,
    CueKind.PAPER,
    CueKind.EFFECT,
    CueKind.NEGATION,
    CueKind.ARRIVE,
    CueKind.RELEASED,
    CueKind.REVOKE,
    CueKind.SUSPEND,
    CueKind.OBJECT,
)


def only_said_by(stage: Stage, scene: Scene, head: CueHit, party: Party | None) -> bool:
    """Whether the party speaks of an exit of others: "Moscow said the exits raise tension"."""
    if party is None or head.tense is not Tense.NOUN or party.end > head.start:
        return False
    says = (c for c in scene.of(CueKind.ANNOUNCE) if party.end <= c.start < head.start)
    merely = stage.acts.grammar["merely_says"]
    spoken_of = any(stage.folded[c.start : c.end] in merely for c in says)
    return spoken_of and not scene.has(CueKind.POSSESSIVE)


def is_governed(scene: Scene, head: CueHit) -> bool:
    """Whether a step on the way stands right before it: "spoke of leaving"."""
    return any(0 < head.start - c.end <= _GOVERNED for c in scene.of(*_GOVERNING))


_GOVERNING = (
    CueKind.CONSIDER,
    CueKind.ANNOUNCE,
    CueKind.DECIDE,
    CueKind.INTEND,
    CueKind.RECOMMEND,
    CueKind.APPROVE,
)
_GOVERNED = 4  # characters between "spoke of" and "leaving"
