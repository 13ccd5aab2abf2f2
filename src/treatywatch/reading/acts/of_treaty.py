"""Whether words are said of the treaty: it is their subject, by name or by "it" and "which".

And whether they are said of any party at all ("a member may leave"), which makes them a rule.
"""

import re
from collections.abc import Sequence

from treatywatch.reading.acts.objects import refers_by_pronoun
from treatywatch.reading.syntax.cast import Party, Stand
from treatywatch.reading.syntax.scenes import Scene, Stage
from treatywatch.reading.vocabulary.grammar import grammar
from treatywatch.reading.vocabulary.spans import DurationMention
from treatywatch.reading.vocabulary.words_acts import ActWords, CueKind, Tense

_DEPTH = 5  # sentences through which "it" may go back to a treaty
_ANTECEDENT = 30  # characters between a treaty and the clause about it
_FIRST = 4  # words of a sentence among which its pronoun stands


def of_the_treaty(stage: Stage, scene: Scene, at: int, depth: int = _DEPTH) -> bool:
    """Whether the treaty is the subject of what stands at the offset in the clause."""
    named = [t for t in scene.treaties if t.end <= at]
    since = named[-1].end if named else scene.start
    if any(p.ids and p.stand is Stand.ACTS and since <= p.start < at for p in scene.parties):
        return False
    if named:
        return True
    if depth == 0 or scene.index == 0 or not _subject_open(stage, scene, at):
        return False
    return _goes_on_from_treaty(stage, scene, depth)


def _subject_open(stage: Stage, scene: Scene, at: int) -> bool:
    """Whether only a pronoun and small words stand before the offset."""
    pointing = scene.of(CueKind.PRONOUN, CueKind.POSSESSIVE)
    first = next((c.start for c in pointing if c.end <= at), at)
    opens = stage.folded[scene.start : at].split()[:1]
    if set(opens) & stage.acts.grammar["single"]:
        return True  # of "it takes effect" the words "it takes" may be read as one
    words = _outside_dates(stage.folded, scene, first).split()
    small = stage.acts.grammar["predicate"] | stage.acts.grammar["restarts"]
    small = small | stage.acts.grammar["joined_when"] | stage.acts.grammar["joins"]
    return all(word.strip(",\"'") in small or word.isdigit() for word in words)


def _outside_dates(folded: str, scene: Scene, end: int) -> str:
    """What stands in the clause up to the offset beside its dates: "and [a year later]"."""
    pieces, since = [], scene.start
    for date in scene.dates:
        if since <= date.start and date.end <= end:
            pieces.append(folded[since : date.start])
            since = date.end
    return "".join([*pieces, folded[since:end]])


def _goes_on_from_treaty(stage: Stage, scene: Scene, depth: int) -> bool:
    earlier = stage.scenes[scene.index - 1]
    if earlier.clause.passage == scene.clause.passage:
        if scene.clause.opener in stage.acts.grammar["relative"]:
            ends = [t.end for t in earlier.treaties if scene.start - t.end <= _ANTECEDENT]
            return bool(ends) and not _acts_since(earlier, max(ends))
        return _speaks_of_treaty(stage, earlier, depth)
    words = stage.folded[scene.start : scene.end].split()[:_FIRST]
    pronouns = stage.acts.grammar["object_pronoun"] | stage.acts.grammar["possessive"]
    leads = _participle_leads(stage, scene)
    if not leads and not scene.syntax.drops_subject and not set(words) & pronouns:
        return False
    first = earlier
    while first.index and stage.scenes[first.index - 1].clause.passage == earlier.clause.passage:
        first = stage.scenes[first.index - 1]
    return _speaks_of_treaty(stage, first, depth) or (
        first is not earlier and bool(earlier.treaties) and first.acting() is None
    )


def _acts_since(scene: Scene, offset: int) -> bool:
    """Whether a State that acts is named last: "outside the treaty stands America, which"."""
    return any(p.ids and p.stand is Stand.ACTS and p.start >= offset for p in scene.parties)


def _participle_leads(stage: Stage, scene: Scene) -> bool:
    """Whether a participle leads on to "it": "Opened for signature in Paris, it took effect"."""
    opens = any(c.start == scene.start and c.tense is Tense.PAST for c in scene.cues)
    return (
        opens
        and _then_it(stage.acts).search(stage.folded, scene.start, scene.clause.passage.end)
        is not None
    )


@grammar
def _then_it(acts: ActWords) -> re.Pattern[str]:
    return re.compile(rf",\s(?:{acts.any_of('object_pronoun')})\b")


def _speaks_of_treaty(stage: Stage, scene: Scene, depth: int) -> bool:
    """Whether a treaty is what the clause begins with, or what its pronoun goes back to."""
    acting = _subject(stage, scene)
    if scene.treaties:
        return acting is None or scene.treaties[0].start < acting.start
    if acting is not None:
        heads = scene.of(CueKind.SIGN, CueKind.RATIFY, CueKind.ADOPT)
        return any(refers_by_pronoun(stage, scene, head) for head in heads)
    verbs = [c.start for c in scene.cues if c.kind is not CueKind.PRONOUN]
    return of_the_treaty(stage, scene, verbs[0] if verbs else scene.end, depth - 1)


def _subject(stage: Stage, scene: Scene) -> Party | None:
    """Who acts in the clause, but none that a passive only names: "signed by Presidents Obama"."""
    acting = scene.acting()
    before = stage.folded[scene.start : acting.start].split()[-_LED:] if acting else []
    return None if set(before) & stage.acts.grammar["agent_first"] else acting


_LED = 2  # words of "by Presidents" before a name

_LEAVING = (
    CueKind.EXIT,
    CueKind.EXIT_OBJECT,
    CueKind.EXIT_NOTICE,
    CueKind.RELEASED,
    CueKind.WHOSE_EFFECT,
    CueKind.PAPER,
)


def exit_takes_effect(stage: Stage, scene: Scene, at: int) -> bool:
    """Whether "it takes effect on 10 January" is said of the exit that the sentence before told.

    Only of a day after the report or after the day of the notice: by then the treaty has long been
    in force.
    """
    if not scene.dates or scene.treaties or scene.index == 0:
        return False
    if not _subject_open(stage, scene, at):
        return False
    if any(p.ids and p.end <= at for p in scene.parties):
        return False
    last = stage.scenes[scene.index - 1].clause.passage
    if scene.clause.passage.paragraph - last.paragraph > 1:
        return False
    told = stage.scenes[max(0, scene.index - _CLAUSES) : scene.index]
    told = tuple(s for s in told if s.clause.passage in (last, scene.clause.passage))
    published = stage.context.report.published
    if published and any(str(d.first.first()) > published for d in scene.dates):
        return any(s.has(*_LEAVING) for s in told) or _is_that_move(stage, scene, told)
    noted = [s.dates[-1].last.last() for s in told if s.dates and s.has(*_NOTICE)]
    return bool(noted) and scene.dates[0].first.first() > max(noted)


def _is_that_move(stage: Stage, scene: Scene, told: Sequence[Scene]) -> bool:
    """ "It is leaving. | The move was approved in May. | It will take effect on 2 June"."""
    if not any(s.has(CueKind.STEP) for s in told):
        return False
    near = stage.scenes[max(0, scene.index - _MOVE) : scene.index]
    return any(s.has(*_LEAVING) for s in near)


_MOVE = 8  # clauses back from what takes effect to the exit that "the move" takes up
_NOTICE = (CueKind.NOTIFY, CueKind.EXIT_NOTICE)
_CLAUSES = 4  # clauses back among which those of the sentence before are


def in_so_long(stage: Stage, scene: Scene) -> DurationMention | None:
    """The span that runs from the day of the report, not from any notice: "in a year's time"."""
    led = stage.acts.grammar["from_today"]
    for span in scene.durations:
        if set(stage.folded[scene.start : span.start].split()[-1:]) & led:
            return span
    return None


def treaty_nearby(stage: Stage, scene: Scene, reach: int = 8) -> bool:
    """Whether the clause or one of those shortly before it names a treaty."""
    low = max(0, scene.index - reach)
    return any(one.treaties for one in stage.scenes[low : scene.index + 1])


def any_party(stage: Stage, scene: Scene) -> int | None:
    """Where the clause speaks of any party ("a member", "parties"); None where of somebody."""
    acting = [p for p in scene.parties if p.ids and p.stand is Stand.ACTS]
    if acting and any(c.end <= acting[0].start for c in scene.of(*_LEAVING)):
        return _any_before(stage, scene)  # "a State that wants to leave must tell Washington"
    if acting:
        return None
    found = _anyone(stage.acts).search(stage.folded, scene.start, scene.end)
    return found.start() if found else _any_before(stage, scene)


def _any_before(stage: Stage, scene: Scene) -> int | None:
    """Where a relative clause begins that is told of any party."""
    if scene.clause.opener not in stage.acts.grammar["relative"]:
        return None
    before = _anyone(stage.acts).search(stage.folded, scene.start - _JUST, scene.start)
    return scene.start if before and before.end() >= scene.start - 2 else None


_JUST = 25  # characters of " a contracting party " before a relative clause


@grammar
def _anyone(acts: ActWords) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{acts.any_of('any_party')})(?!\w)")


def is_older_than_the_exit(stage: Stage, scene: Scene) -> bool:
    """Whether a "which" clause dates the treaty before it that was left, and not the leaving.

    Its day is long ago, or before that of the exit: "left in 2021 the pact, which came in 2014".
    """
    if scene.index == 0 or scene.clause.opener not in stage.acts.grammar["relative"]:
        return False
    earlier = stage.scenes[scene.index - 1]
    if not any(scene.start - t.end <= _BEHIND for t in earlier.treaties):
        return False
    return _left_by_verb(earlier) and (_is_old(stage, scene) or _comes_first(earlier, scene))


def _left_by_verb(earlier: Scene) -> bool:
    """Whether the exit is told by a verb: of "Canada's withdrawal, which took effect" it is one."""
    return not any(c.tense is Tense.NOUN for c in earlier.of(*_EXITS, CueKind.EXIT_NOTICE))


def _is_old(stage: Stage, scene: Scene) -> bool:
    """Whether a day in the clause is long before the report: no exit told as news."""
    published = stage.context.report.published
    year = int(published[:4]) - _LONG if published else None
    old = (d for d in scene.dates if year is not None and d.first.year < year)
    return any(d.first.day is None for d in old)  # a day may be that of an exit long ago


def _comes_first(earlier: Scene, scene: Scene) -> bool:
    """Whether the year in the clause is before the one in which the exit is told to have been."""
    left = [d.first.year for d in earlier.dates]
    return bool(left and scene.dates) and scene.dates[0].first.year < min(left)


_EXITS = (CueKind.EXIT, CueKind.EXIT_OBJECT, CueKind.TAKE_OUT, CueKind.RELEASED)
_BEHIND = 2  # characters of ", " between a treaty and "which"
_LONG = 3  # years
