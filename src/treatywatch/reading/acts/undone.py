"""What is taken back or halted: consent ("withdraw Russia's ratification"), an exit, a part in it.

"Cancels its pull-out" and "takes back its court notice" leave nobody outside: the verb undoes what
follows it.
"""

import re

from treatywatch.reading.naming.mentions import CueHit
from treatywatch.reading.syntax.cast import Party, Stand
from treatywatch.reading.syntax.scenes import Scene, Stage
from treatywatch.reading.vocabulary.words_acts import CueKind, Tense

_OBJECT = 35  # characters between a verb that undoes and what it undoes
_LEAVING = (CueKind.EXIT, CueKind.EXIT_OBJECT, CueKind.EXIT_NOTICE, CueKind.PAPER)
_SUBJECT = 70  # characters from " withdrawal " to the verb of which it is the subject
_WAS = 16  # characters of " was formally " before the verb
_THE = 6  # characters of "their " before an exit that opens the clause
_LAW = 14  # characters of "law on the " before an exit
_OTHERS = (CueKind.BILL, CueKind.APPROVE, CueKind.ENACT, CueKind.PARLIAMENT, CueKind.GOVERNMENT)
_ACTS = (CueKind.RATIFY, CueKind.SIGN, CueKind.ACCEDE)


def undoes_consent(scene: Scene, head: CueHit) -> bool:
    """Whether what is taken back is consent: "withdraw Russia's ratification"."""
    if head.kind not in {CueKind.UNDO, CueKind.EXIT}:
        return False
    nouns = (c for c in scene.of(*_ACTS) if c.tense is Tense.NOUN)
    near = [c for c in nouns if 0 <= c.start - head.end <= _OBJECT]
    named = [t.start for t in scene.treaties if t.role == "name" and t.start >= head.end]
    left = near and any(start < near[0].start for start in named)  # "quit it after an accession"
    return bool(near) and not left


def is_undone(scene: Scene, consent: CueHit) -> bool:
    """Whether a noun of consent is what is taken back: "revoking Moscow's ratification"."""
    if consent.tense is not Tense.NOUN:
        return False
    near = (u for u in scene.of(CueKind.UNDO) if 0 <= consent.start - u.end <= _OBJECT)
    return any(undoes_consent(scene, verb) for verb in near)


def notice_undone(scene: Scene, head: CueHit) -> CueHit | None:
    """The exit, or the notice of one, that is undone: "cancels its planned pull-out"."""
    if head.kind is not CueKind.UNDO or head.tense is Tense.NOUN:
        return None
    follows = [c for c in scene.of(*_LEAVING, *_ACTS) if 0 <= c.start - head.end <= _OBJECT]
    first = min((c.start for c in follows), default=None)
    nouns = [c for c in follows if c.start == first and c.tense is Tense.NOUN]
    if not follows and head.tense is Tense.PAST:
        return _was_undone(scene, head)
    return next((noun for noun in nouns if noun.kind in _LEAVING), None)


def _was_undone(scene: Scene, head: CueHit) -> CueHit | None:
    """The exit, or the notice of one, that stands before: "its withdrawal was rescinded"."""
    before = [c for c in scene.of(*_LEAVING) if 0 < head.start - c.end <= _SUBJECT]
    if not before or before[-1].tense is not Tense.NOUN:
        return None
    noun = before[-1]
    ends = [*(one.end for one in scene.treaties), *(one.end for one in scene.parties)]
    last = max((end for end in ends if noun.end < end <= head.start), default=noun.end)
    others = [c for c in scene.of(*_OTHERS) if noun.start - _LAW <= c.start < head.start]
    acting = (p for p in scene.parties if p.stand is Stand.ACTS and noun.end <= p.start)
    apart = head.start - last > _WAS or any(p.start < head.start for p in acting)
    owned = noun.start - scene.start <= _THE or any(
        p.ids and p.start < head.start for p in scene.parties
    )
    return noun if owned and not others and not apart else None


def owner_of_consent(scene: Scene, head: CueHit) -> Party | None:
    """Whose consent it is, where it stands after the verb."""
    near = (p for p in scene.parties if p.ids and 0 <= p.start - head.end <= _OBJECT)
    return next(near, None)


def of_its_part(stage: Stage, scene: Scene, head: CueHit) -> bool:
    """Whether what is suspended is a part in the treaty: "suspended its obligations"."""
    following = _WORD.findall(stage.folded, head.end, min(scene.end, head.end + 50))
    return bool(set(following) & stage.acts.grammar["suspended"])


_WORD = re.compile(r"[\w'-]+")
