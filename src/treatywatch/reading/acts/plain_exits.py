"""Exits that their own words tell, whatever the report has spoken of before.

"It joined the treaty in 2003, gave notice in June and ceased to be a party in December": who has
joined a treaty and gives notice, with nothing said of what, gives it of leaving.
"""

from collections.abc import Iterator

from treatywatch.reading.actors.set_behind import set_behind
from treatywatch.reading.actors.subjects import antecedent, carried_on
from treatywatch.reading.acts.notices import JOINING
from treatywatch.reading.acts.objects import leads_elsewhere, object_after
from treatywatch.reading.naming.mentions import CueHit
from treatywatch.reading.syntax.scenes import Scene, Stage
from treatywatch.reading.vocabulary.spans import DateMention
from treatywatch.reading.vocabulary.words_acts import CueKind, Tense

_LATELY = 3  # clauses back to the treaty that was joined
_UNDER = 12  # characters of " under the "
_TO_THE_DAY = 3  # words of " as early as " between the verb and its day


def is_plain_exit(stage: Stage, scene: Scene) -> bool:
    """Whether a State gives notice, or ceases to be a party, on a day and of what was just told."""
    if not scene.dates or scene.has(*JOINING) or not scene.has(CueKind.NOTIFY, CueKind.RELEASED):
        return False
    lately = stage.scenes[max(0, scene.index - _LATELY) : scene.index + 1]
    if not any(one.treaties for one in lately):
        return False
    return any(_has_subject(stage, scene, head) for head in _heads(stage, scene))


def _heads(stage: Stage, scene: Scene) -> Iterator[CueHit]:
    """The verbs behind which only a day follows, or nothing."""
    for head in scene.of(CueKind.NOTIFY, CueKind.RELEASED):
        day = next((d for d in scene.dates if d.start > head.end), None)
        after = _behind_its_treaty(stage, scene, head)
        rest = stage.folded[after : day.start if day else scene.end].strip(" .,;").split()
        gives = head.kind is CueKind.RELEASED or _gives_notice(stage, head)
        to_the_day = set(rest) <= stage.acts.grammar["leads_to_day"] and len(rest) <= _TO_THE_DAY
        of_what = day is not None and _says_of_what(stage, scene, day)
        if gives and to_the_day and not of_what and not leads_elsewhere(stage, scene, head):
            yield head


def _behind_its_treaty(stage: Stage, scene: Scene, head: CueHit) -> int:
    """Where the treaty ends that a notice is given under, else the verb."""
    treaty = object_after(scene, head, _UNDER)
    if treaty is None or head.kind is not CueKind.NOTIFY:
        return head.end
    led = set(stage.folded[head.end : treaty.start].split())
    words = stage.acts.grammar
    under = bool(led & words["notice_under"]) and led <= words["notice_under"] | words["article"]
    return treaty.end if under else head.end


def _says_of_what(stage: Stage, scene: Scene, day: DateMention) -> bool:
    """Whether what was notified follows: "gave notice in 2016 that it would host the meeting"."""
    behind = stage.folded[day.end : scene.end].split()[:1]
    words = stage.acts.grammar
    return bool(set(behind) & (words["that"] | words["leads_out"]))


def _gives_notice(stage: Stage, head: CueHit) -> bool:
    words = set(stage.folded[head.start : head.end].split())
    return head.tense is Tense.PAST and bool(words & stage.acts.grammar["notice"])


def _has_subject(stage: Stage, scene: Scene, head: CueHit) -> bool:
    """Whether a State is the subject, beside its verb or as that of the clauses before."""
    acting = scene.acting()
    if acting is not None and acting.end <= head.start:
        gap = stage.folded[acting.end : head.start].split()
        return set(gap) <= stage.acts.grammar["before_verb"] | stage.acts.grammar["perfect"]
    about = antecedent(stage, scene) or set_behind(stage, scene, head)
    return bool(about.ids if about is not None else carried_on(stage, scene, head))
