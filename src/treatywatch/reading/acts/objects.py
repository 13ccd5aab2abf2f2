"""Objects: whether an act in a clause is an act towards a treaty, and which one.

"Leaves the treaty" is; "leaves the room" is not; "withdraws" alone is, where the report speaks of
leaving a treaty and nothing else follows that could be left.
"""

import re

from treatywatch.reading.naming.mentions import CueHit
from treatywatch.reading.syntax.cast import Stand
from treatywatch.reading.syntax.scenes import Scene, Stage
from treatywatch.reading.vocabulary.grammar import grammar
from treatywatch.reading.vocabulary.spans import UNKNOWN, Mention
from treatywatch.reading.vocabulary.words_acts import ActWords, CueKind, Tense

_FAR = 130  # characters between an act and the treaty that it is done to
_CLITIC = 20  # characters before a verb within which "it" is its object: "lo ha "
_CLITIC_WORDS = 3
_CLOSE = 4  # characters between a treaty and the noun after it: "treaty exit"
_NEXT_WORD = re.compile(r"\s*([\w'-]+|[^\w\s])")


def object_after(scene: Scene, head: CueHit, far: int = _FAR) -> Mention | None:
    """The treaty that follows the head in its clause, if one does nearby."""
    return next(
        (t for t in scene.treaties if _goes_past(head, t) and t.start - head.end <= far), None
    )


def _goes_past(head: CueHit, treaty: Mention) -> bool:
    """Whether the treaty follows, or goes on from a word of the act: "came into the convention"."""
    return treaty.start >= head.end or (head.start < treaty.start and treaty.end > head.end)


def object_of(scene: Scene, head: CueHit, far: int = _FAR) -> Mention | None:
    """The treaty after the head, or the nearest before it where the language lets it stand so."""
    after = object_after(scene, head, far)
    if not scene.syntax.object_before:
        return after
    before = object_before(scene, head)
    if after is not None and not (before is not None and _has_its_day(scene, head, after)):
        return after
    return before if before is not None and head.start - before.end <= far else None


def _has_its_day(scene: Scene, head: CueHit, treaty: Mention) -> bool:
    """Whether the act and its day come before the next of a list: "X ratifioi 2000, Y:n 1991"."""
    return any(head.end <= d.start and d.end <= treaty.start for d in scene.dates)


def is_object(stage: Stage, scene: Scene, head: CueHit, far: int) -> Mention | None:
    """The treaty after the head if no other preposition leads to it: not "left after a vote on"."""
    treaty = object_of(scene, head, far)
    if treaty is None or treaty.end <= head.start + 1:
        return treaty
    gap = stage.folded[head.end : treaty.start].split()
    small = [word for word in gap if word in stage.acts.grammar["adjunct"]]
    return treaty if not small or small[-1] in stage.acts.grammar["leads_out"] else None


def object_before(scene: Scene, head: CueHit) -> Mention | None:
    """The last treaty before the head: the subject of a passive, or "treaty" in "treaty exit"."""
    before = [t for t in scene.treaties if t.end <= head.start + 1]
    return before[-1] if before else None


def owns_noun(scene: Scene, head: CueHit) -> Mention | None:
    """The treaty right before a noun: "treaty withdrawals"."""
    treaty = object_before(scene, head)
    if treaty is not None and head.tense is Tense.NOUN and head.start - treaty.end <= _CLOSE:
        return treaty
    return None


def stands_alone(stage: Stage, scene: Scene, head: CueHit) -> bool:
    """Whether nothing follows the head that could be its object."""
    following = _NEXT_WORD.match(stage.folded, head.end, scene.end)
    if following is None or not following[1][0].isalnum():
        return True
    times = [(d.start, d.end) for d in scene.dates] + [(d.start, d.end) for d in scene.durations]
    if any(start <= following.start(1) < end for start, end in times):
        return True
    if stage.acts.syntax.object_before:
        return following[1] not in stage.acts.grammar["leads_out"]
    return following[1] in stage.acts.grammar["without_object"]


def refers_by_pronoun(stage: Stage, scene: Scene, head: CueHit) -> bool:
    """Whether "it" or "them" follows the head as its object: "ratified it"."""
    if takes_pronoun(stage, scene, head):
        return True
    if not scene.syntax.pronoun_before or head.tense is Tense.NOUN or head.kind is CueKind.EFFECT:
        return False
    before = stage.folded[max(scene.start, head.start - _CLITIC) : head.start]
    words = before.replace("'", "' ").split()[-_CLITIC_WORDS:]
    return bool(set(words) & stage.acts.grammar["object_pronoun"])


def takes_pronoun(stage: Stage, scene: Scene, head: CueHit) -> bool:
    """Whether "it" or "them" stands right behind the head, where the language puts objects."""
    follows = _it(stage.acts).match(stage.folded, head.end, scene.end) is not None
    return follows and scene.syntax.pronoun_after


def object_meant(stage: Stage, scene: Scene, head: CueHit, far: int) -> Mention | None:
    """The treaty that a verb of joining has as its object, as far as the clause tells.

    None of those behind it where its object is "it" ("ratified it, and accepted Protocol II"), or
    what a "which" goes back to ("which it joined in 1985, and to the charter").
    """
    if takes_pronoun(stage, scene, head) or _went_before(stage, scene, head):
        before = object_before(scene, head)
        return None if before is not None and _in_passing(stage, head, before) else before
    found = object_of(scene, head, far) or object_before(scene, head)
    if found is None or (found.ids[0] in UNKNOWN and _in_passing(stage, head, found)):
        return None  # "Mexico, its partner in NAFTA, has signed"
    return found


def _in_passing(stage: Stage, head: CueHit, treaty: Mention) -> bool:
    """Whether another is told of again by the head: "the only one of its members to sign it"."""
    return treaty.end <= head.start and stage.context.treaty_at(head.start) not in treaty.ids


def _went_before(stage: Stage, scene: Scene, head: CueHit) -> bool:
    """Whether a treaty stands right before a relative clause that somebody else is subject of."""
    if scene.index == 0 or scene.clause.opener not in stage.acts.grammar["relative"]:
        return False
    subject = (p.start < head.start for p in scene.parties if p.stand is Stand.ACTS)
    own = (c.end for c in scene.of(CueKind.PRONOUN) if c.end <= head.start)
    opener = scene.start + len(scene.clause.opener)
    if not any(subject) and not any(end > opener for end in own):
        return False  # "which joined the pact": the subject is what goes before
    treaties = stage.scenes[scene.index - 1].treaties
    return bool(treaties) and 0 <= scene.start - treaties[-1].end <= _COMMA


_COMMA = 2  # characters of ", " before "which"


def takes_effect_for_it(acts: ActWords, folded: str, start: int, end: int) -> bool:
    """Whether "for it" stands within the words: a treaty that is then in force for one party."""
    return _for_it(acts).search(folded, start, end) is not None


@grammar
def _for_it(acts: ActWords) -> re.Pattern[str]:
    whom, it = acts.any_of("for_whom"), acts.any_of("object_pronoun")
    at_once = acts.any_of("for_those_told")  # "konvencija jai įsigaliojo"
    return re.compile(rf"(?<!\w)(?:(?:{whom})\s(?:{it})|{at_once})(?!\w)")


def object_pronoun_after(stage: Stage, scene: Scene, head: CueHit) -> int | None:
    """Where "it" or "them" ends that follows the head; None where none does."""
    follows = _it(stage.acts).match(stage.folded, head.end, scene.end)
    return follows.end() if follows is not None else None


@grammar
def _it(acts: ActWords) -> re.Pattern[str]:
    led = rf"(?:(?:{acts.any_of('before_it')})\s+)?"
    return re.compile(rf"\s+{led}(?:{acts.any_of('object_pronoun')})\b")


def joins_between(scene: Scene, head: CueHit, treaty: Mention) -> bool:
    """Whether the treaty is what is joined, not the object of the head: "drops plans to join"."""
    kinds = {CueKind.ACCEDE, CueKind.RATIFY, CueKind.SIGN}
    return any(c.kind in kinds and head.end <= c.start < treaty.start for c in scene.cues)


def leads_elsewhere(stage: Stage, scene: Scene, head: CueHit) -> bool:
    """Whether the head ends in "in" and leads to what is no treaty: "no longer in the Union"."""
    last = set(stage.folded[head.start : head.end].split()[-1:])
    if not last & stage.acts.grammar["place"] or refers_by_pronoun(stage, scene, head):
        return False
    return bool(stage.folded[head.end : scene.end].strip(" .,;"))


def led_again(stage: Stage, gap: str) -> bool:
    """Whether "and of the" leads to another treaty: "out of the INF in 2019 ..., and of Open"."""
    words = gap.replace(",", " ").split()
    while words and words[-1] in stage.acts.grammar["article"]:
        words.pop()
    grammar = stage.acts.grammar
    return len(words) > 1 and words[-1] in grammar["leads_out"] and words[-2] in grammar["joins"]
