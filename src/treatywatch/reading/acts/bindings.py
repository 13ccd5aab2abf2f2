"""Whom a treaty binds, told of the treaty: "will bind the country from March", "for both of them".

A State is bound from the day on which the treaty enters into force for it (VCLT Art. 24(3)), which
is often told with the treaty as the subject, and the State as the object of the verb.
"""

import re

from treatywatch.reading.naming.mentions import CueHit
from treatywatch.reading.syntax.cast import Party
from treatywatch.reading.syntax.scenes import Scene, Stage
from treatywatch.reading.vocabulary.grammar import grammar
from treatywatch.reading.vocabulary.spans import DateModifier
from treatywatch.reading.vocabulary.words_acts import ActWords, CueKind

_WHOM = 9  # characters of " for the " before a State
_BESIDE = 3  # characters of ", " between a treaty and "which"


def bound(stage: Stage, scene: Scene) -> CueHit | None:
    """The verb by which a treaty binds a State that stands behind it, or is pointed at there."""
    for head in scene.of(CueKind.BIND):
        told = _by_treaty(stage, scene, head)
        if told and (after_verb(scene, head) or points_at(stage, scene, head)):
            lasts = all(d.modifier is DateModifier.UNTIL for d in scene.dates)
            return head._replace(kind=CueKind.BELONG if lasts else CueKind.EFFECT)
    return None


def is_binding(scene: Scene, head: CueHit) -> bool:
    """Whether the head is such a verb, so that its object is who belongs."""
    return any(c.start == head.start and c.end == head.end for c in scene.of(CueKind.BIND))


def for_whom(stage: Stage, scene: Scene, head: CueHit) -> Party | None:
    """For whom the treaty enters into force: "for Angola", "for the country"."""
    beside = after_verb(scene, head)
    if beside is not None:
        return beside
    told = next((p for p in scene.parties if after_for(stage, scene, p)), None)
    return told or where_it_is_law(stage, scene)


def after_verb(scene: Scene, head: CueHit) -> Party | None:
    """The party right behind the head."""
    return next((p for p in scene.parties if 0 < p.start - head.end <= _WHOM), None)


def after_for(stage: Stage, scene: Scene, party: Party) -> bool:
    """Whether "for" stands right before the party: "takes effect today for Germany"."""
    words = stage.folded[scene.start : party.start].split()
    while words and words[-1] in stage.acts.grammar["article"]:
        words.pop()
    return bool(words) and words[-1] in stage.acts.grammar["for_whom"]


def where_it_is_law(stage: Stage, scene: Scene) -> Party | None:
    """The State in or for which a treaty takes effect: "in Latvia", "Latvijā", "Lietuvai".

    Not where a treaty is made: "was signed in Finland and took effect".
    """
    if scene.has(CueKind.SIGN, CueKind.OPEN_SIGNATURE, CueKind.ADOPT, CueKind.MEETING):
        return None
    return next((p for p in scene.parties if _is_where(stage, scene, p)), None)


def _is_where(stage: Stage, scene: Scene, party: Party) -> bool:
    named = stage.context.people_in(party.start, party.start + 1)
    if party.group or not party.ids or not named or named[0].role != "name":
        return False
    if stage.folded.endswith(stage.acts.syntax.for_endings, party.start, party.end):
        return True
    before = stage.folded[scene.start : party.start].split()[-1:]
    after = stage.folded[party.end : scene.end].split()[:1]
    known = stage.acts.grammar
    return bool(set(before) & known["place"] or set(after) & known["for_whom_after"])


def for_those_told(stage: Stage, scene: Scene, head: CueHit) -> bool:
    """Whether it is for somebody told before: "for both of them", "there", "for which it did"."""
    them = _for_them(stage.acts).search(stage.folded, scene.start, scene.end)
    return them is not None or in_that_state(stage, scene, head) or _for_which(stage, scene)


def _for_which(stage: Stage, scene: Scene) -> bool:
    """Whether "for" stands before the "which" of a clause: "Peru, for which it takes effect"."""
    words = stage.folded[scene.start : scene.start + _RELATIVE].split()[:1]
    before = stage.folded[max(0, scene.start - _RELATIVE) : scene.start].split()[-1:]
    known = stage.acts.grammar
    return bool(set(words) & known["relative"] and set(before) & known["for_whom"])


_RELATIVE = 8  # characters of "which " and of " for "


def in_that_state(stage: Stage, scene: Scene, head: CueHit) -> bool:
    """Whether "there", right behind the head, is the State told last: "in force there"."""
    return _there(stage.acts).match(stage.folded, head.end, scene.end) is not None


@grammar
def _there(acts: ActWords) -> re.Pattern[str]:
    return re.compile(rf"\s(?:{acts.any_of('in_that_state')})(?!\w)")


@grammar
def _for_them(acts: ActWords) -> re.Pattern[str]:
    whom = acts.any_of("those_told")
    return re.compile(rf"\b(?:{acts.any_of('for_whom')}) (?:{whom})(?![\w'’-])")


def points_at(stage: Stage, scene: Scene, head: CueHit) -> bool:
    """Whether somebody told before is the object of the head: "binds the country", "binds it"."""
    return _them(stage.acts).match(stage.folded, head.end, scene.end) is not None


@grammar
def _them(acts: ActWords) -> re.Pattern[str]:
    return re.compile(rf"\s+(?:{acts.any_of('those_told')})(?![\w'’-])")


def _by_treaty(stage: Stage, scene: Scene, head: CueHit) -> bool:
    """Whether the treaty is the subject: it stands before the verb, or "which" behind its name."""
    named = [t for t in scene.treaties if t.end <= head.start]
    start = named[-1].end if named else scene.start + len(scene.clause.opener)
    if not named and not _behind_a_treaty(stage, scene):
        return False
    between = set(stage.folded[start : head.start].split())
    known = stage.acts.grammar
    small = known["before_verb"] | known["restarts"] | known["does"] | known["stays"]
    return between <= small - known["would"]


def _behind_a_treaty(stage: Stage, scene: Scene) -> bool:
    if scene.index == 0 or scene.clause.opener not in stage.acts.grammar["relative"]:
        return False
    earlier = stage.scenes[scene.index - 1].treaties
    return bool(earlier) and scene.start - earlier[-1].end <= _BESIDE
