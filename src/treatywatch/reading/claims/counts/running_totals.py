"""Totals that go on from the one before, with no word of their own for what they count.

"How many have ratified? Until last week 178, and now one fewer." What they count is what was asked,
or what the number before them counted.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from treatywatch.reading.claim import Claim
from treatywatch.reading.claims.counts.tallies import COUNTED, Total
from treatywatch.reading.naming.mentions import CueHit
from treatywatch.reading.syntax.scenes import Scene, Stage
from treatywatch.reading.vocabulary.grammar import grammar
from treatywatch.reading.vocabulary.spans import NumberMention
from treatywatch.reading.vocabulary.words_acts import ActWords, CueKind, Tense

_LEAST, _MOST = 3, 200  # no treaty has more parties than there are States
_BACK = 3  # clauses back to the number that it goes on from
_PARTED = re.compile(r"[,;:()\u2013\u2014]|\s-\s|\.(?!\d)")
_WORD = re.compile(r"[\w'-]+")
_STATES = (CueKind.STATE_NOUN, CueKind.PARTY_NOUN)


def running_totals(stage: Stage, scene: Scene, told: Claim | None) -> Iterator[Total]:
    """Each number that says how many they are now, were until then, or that answers the question.

    ``told`` is the count that was read shortly before. The value is the total also where the words
    tell only the difference: "now one fewer".
    """
    if not scene.numbers:
        return
    before = _asked(stage, scene)
    kind = before or (told.stage if told else None)
    if kind is None:
        return
    last = told.value if told else None
    for number in scene.numbers:
        if number.percent or number.ordinal:
            continue
        start, end = _piece(stage, scene, number)
        changed = _change(stage.acts).match(stage.folded, number.end, end)
        rest = _rest(stage, scene, number, start, changed.end() if changed else end)
        timed = rest is not None and _tells_when(stage, scene, rest, start, number.start)
        total: NumberMention | None = None
        if changed and last is not None and timed and number.low == number.high:
            value = last + number.low * (1 if changed["more"] else -1)
            total = replace(number, end=changed.end(), low=value, high=value)
        elif not changed and _LEAST < number.high <= _MOST:
            told_so = timed or _answers(stage, scene, number, before, rest)
            total = number if told_so else None
        if total is not None:
            last = total.low
            yield total, CueHit(start, total.start, CueKind.TALLY, Tense.OTHER), kind


def _tells_when(stage: Stage, scene: Scene, rest: set[str], start: int, end: int) -> bool:
    """Whether words beside the number tell by when so many they are: "now", "today", "until"."""
    today = any(d.relative and start <= d.start < end for d in scene.dates)
    if not rest and scene.index and _PARTED.match(stage.folded, scene.start - 2):
        earlier = stage.scenes[scene.index - 1]  # "This week: 161"
        today = _only_when(stage, earlier, earlier.start, earlier.end)
    return today or bool(rest & stage.acts.grammar["running_now"])


def _answers(
    stage: Stage, scene: Scene, number: NumberMention, asked: str | None, rest: set[str] | None
) -> bool:
    """Whether the number is the answer to the question before, by itself or with its noun."""
    if asked is None:
        return False
    if rest is not None or (len(scene.numbers) == 1 and _closes(stage, scene, number)):
        return True
    opens = number.start - scene.start <= _OPENS
    noun = next((c for c in scene.of(*_STATES) if 0 <= c.start - number.end <= 1), None)
    if not opens or noun is None:
        return False
    behind = stage.folded[noun.end : scene.end].strip()
    return not behind or not behind[0].isalnum()


def _closes(stage: Stage, scene: Scene, number: NumberMention) -> bool:
    return not stage.folded[number.end : scene.end].strip(" .!;\"')")


_OPENS = 10  # characters of "around " and the like before a number that opens an answer


def _asked(stage: Stage, scene: Scene) -> str | None:
    """What the question right before the sentence wants to know the number of."""
    passage = scene.clause.passage
    for earlier in reversed(stage.scenes[max(0, scene.index - _BACK) : scene.index]):
        asking = earlier.clause.passage
        if asking == passage:
            continue
        if not stage.folded[asking.start : asking.end].rstrip("\"')").endswith("?"):
            return None
        if _how_many(stage.acts).search(stage.folded, asking.start, asking.end) is None:
            return None
        kinds = [c.kind for c in earlier.cues if c.kind in COUNTED]
        return COUNTED[kinds[-1]] if kinds else "parties"
    return None


def goes_on_from(scene: Scene, scenes: Sequence[Scene], last: Claim | None) -> Claim | None:
    """The count told last, where it was shortly before."""
    if last is None or last.stage is None or last.value is None or last.unit == "percent":
        return None
    near = scenes[max(0, scene.index - _BACK)]
    apart = scene.clause.passage.paragraph - near.clause.passage.paragraph
    return last if near.start <= last.end and apart <= 1 and last.value <= _MOST else None


def _piece(stage: Stage, scene: Scene, number: NumberMention) -> tuple[int, int]:
    """The words around the number, up to the next comma on either side.

    A piece before it that only tells when belongs to it: "as of today, 162".
    """
    starts = [m.end() for m in _PARTED.finditer(stage.folded, scene.start, number.start)]
    end = _PARTED.search(stage.folded, number.end, scene.end)
    start = starts[-1] if starts else scene.start
    earlier = starts[-2] if len(starts) > 1 else scene.start
    if starts and _only_when(stage, scene, earlier, start):
        start = earlier
    return start, end.start() if end else scene.end


def _only_when(stage: Stage, scene: Scene, start: int, end: int) -> bool:
    words = _words(stage, scene, start, end)
    known = stage.acts.grammar["running_now"] | stage.acts.grammar["running_small"]
    return bool(words & stage.acts.grammar["running_now"] | words & {""}) and words <= known | {""}


def _rest(
    stage: Stage, scene: Scene, number: NumberMention, start: int, end: int
) -> set[str] | None:
    """The words beside the number where all of them are small ones, else nothing."""
    words = _words(stage, scene, start, number.start) | _words(stage, scene, number.end, end)
    known = stage.acts.grammar["running_now"] | stage.acts.grammar["running_small"]
    return words if words <= known | {""} else None


def _words(stage: Stage, scene: Scene, start: int, end: int) -> set[str]:
    """The words of a stretch without its dates, which stand as nothing."""
    dates = [d for d in scene.dates if start <= d.start < end]
    found: set[str] = {""} if dates else set()
    for word in _WORD.finditer(stage.folded, start, end):
        if not any(d.start <= word.start() < d.end for d in dates):
            found.add(word[0])
    return found


@grammar
def _how_many(acts: ActWords) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{acts.any_of('how_many')})(?!\w)")


@grammar
def _change(acts: ActWords) -> re.Pattern[str]:
    more, fewer = acts.any_of("one_more"), acts.any_of("one_fewer")
    return re.compile(rf"\s(?:(?P<more>{more})|(?:{fewer}))(?!\w)")
