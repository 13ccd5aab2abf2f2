"""Notices of something else: "gave notice under the treaty of an extension request".

A notice that does not say of what is one of leaving, in a report on leaving; one that does say is
so only where its words may mean an exit, or a step towards one.
"""

import re

from treatywatch.reading.naming.mentions import CueHit
from treatywatch.reading.syntax.scenes import Scene, Stage
from treatywatch.reading.vocabulary.grammar import grammar
from treatywatch.reading.vocabulary.words_acts import ActWords, CueKind

_OF_LEAVING = (
    CueKind.EXIT,
    CueKind.EXIT_OBJECT,
    CueKind.EXIT_NOTICE,
    CueKind.TAKE_OUT,
    CueKind.OUT_OF,
    CueKind.GO_OUT,
    CueKind.RELEASED,
    CueKind.SUSPEND,
    CueKind.REVOKE,
    CueKind.TAKE_BACK,
    CueKind.END_PROVISIONAL,
    CueKind.END_RATIFICATION,
    CueKind.UNDO,
    CueKind.REJECT,
    CueKind.EXPIRE,
    CueKind.CARRY_OUT,
    CueKind.SET_GOING,
    CueKind.SAME_AGAIN,
    CueKind.STEP,
    CueKind.WHOSE_EFFECT,
    CueKind.DECIDE,
    CueKind.INTEND,
    CueKind.BILL,
    CueKind.ENACT,
    CueKind.APPROVE,
    CueKind.VOTE,
)
_JOINING = (CueKind.SIGN, CueKind.RATIFY, CueKind.ACCEDE, CueKind.BELONG, CueKind.OUTSIDE)
_ARTICLE = 4  # characters of "the " before a name


def is_of_something_else(stage: Stage, scene: Scene) -> bool:
    """Whether the clause tells that a notice was given, and that it was one of something else."""
    heads = scene.of(CueKind.NOTIFY)
    if not heads or scene.has(*_OF_LEAVING, *_JOINING):
        return False
    head = max(heads, key=lambda cue: (-cue.start, cue.end))
    found = _of_what(stage.acts).finditer(stage.folded, _last_word(head, stage), scene.end)
    content = (
        told
        for told in found
        if not (_is_within(scene, told.start()) or _leads_to_name(stage, scene, told))
    )
    first = next(content, None)
    return first is not None and not _parts(stage, scene, first)


def _last_word(head: CueHit, stage: Stage) -> int:
    """Where "of" of "gave the depositary notice of" begins, else where the words end."""
    found = _of_what(stage.acts).search(stage.folded, head.start, head.end + 1)
    return found.start() if found is not None and found.end() >= head.end else head.end


@grammar
def _of_what(acts: ActWords) -> re.Pattern[str]:
    leads = acts.any_of("notice_of")
    return re.compile(rf"(?<!\w)(?:{leads})\s" if leads else r"(?!)")


def _is_within(scene: Scene, at: int) -> bool:
    """Whether the word is one of a name: "the Secretary-General of the United Nations"."""
    named = [(one.start, one.end) for one in (*scene.treaties, *scene.people)]
    named += [(cue.start, cue.end) for cue in scene.of(CueKind.DEPOSITARY, CueKind.GOVERNMENT)]
    return any(start <= at < end for start, end in named)


def _leads_to_name(stage: Stage, scene: Scene, told: re.Match[str]) -> bool:
    """Whether it goes on with whom or what is notified, or when: "to the government of Russia"."""
    starts = [one.start for one in (*scene.treaties, *scene.people)]
    starts += [day.start for day in scene.dates]
    starts += [span.start for span in scene.durations]
    starts += [number.start for number in scene.numbers]
    nouns = (CueKind.TREATY_NOUN, CueKind.TREATY_NOUN_WEAK, CueKind.DEPOSITARY)
    starts += [cue.start for cue in scene.of(*nouns)]
    if any(0 <= start - told.end() <= _ARTICLE for start in starts):
        return True
    before = stage.folded[max(scene.start, told.start() - _TO_WHOM) : told.start()]
    following = stage.folded[told.end() : scene.end].split()[:1]
    article = stage.acts.grammar["name_article"]
    return bool(_to_one(stage.acts).search(before)) and bool(set(following) & article)


def _parts(stage: Stage, scene: Scene, told: re.Match[str]) -> bool:
    """Whether the notice is of an exit in other words: "of the end of its membership"."""
    words = stage.folded[told.end() : scene.end].replace("'s", " ").split()[:_PHRASE]
    return bool({word.strip(",.;") for word in words} & stage.acts.grammar["parting"])


_PHRASE = 6  # words of "the end of its membership of"
_TO_WHOM = 40  # characters of " to the executive secretary "


@grammar
def _to_one(acts: ActWords) -> re.Pattern[str]:
    """ "To the president" of the conference; what is told of an office, and not of a thing."""
    leads, article = acts.any_of("leads_out"), acts.any_of("name_article")
    return re.compile(rf"(?<!\w)(?:{leads})\s(?:{article})\s(?:[\w-]+\s){{1,3}}$")
