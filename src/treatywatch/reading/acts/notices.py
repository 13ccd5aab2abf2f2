"""Notices on their way to the depositary, and whether what is told is told of leaving."""

import re
from collections.abc import Iterator

from treatywatch.reading.actors.subjects import party_of
from treatywatch.reading.acts.leaving import Exit, step_of
from treatywatch.reading.acts.negations import not_until
from treatywatch.reading.acts.notice_of import is_of_something_else
from treatywatch.reading.acts.objects import stands_alone
from treatywatch.reading.acts.voice import negated
from treatywatch.reading.naming.mentions import CueHit
from treatywatch.reading.syntax.scenes import Scene, Stage
from treatywatch.reading.vocabulary.grammar import grammar
from treatywatch.reading.vocabulary.words_acts import ActWords, CueKind, Tense

JOINING = (  # what is told of joining, and not of leaving
    CueKind.SIGN,
    CueKind.RATIFY,
    CueKind.ACCEDE,
    CueKind.BELONG,
    CueKind.OUTSIDE,
)
_TOLD = frozenset({Tense.PAST, Tense.PRESENT})
_NEAR = 30  # characters between a verb and the papers, or the depositary
_ITS_VERB = 45  # characters of " to the depositary, the Netherlands, " between "notice" and a verb
_OWNER = 8  # characters of "the " or "their " before a paper
_ITS_OBJECT = 45  # characters within which a verb has its object
_LEFT = (
    CueKind.BILL,
    CueKind.STEP,
    CueKind.WHOSE_EFFECT,
    CueKind.EXIT,
    CueKind.EXIT_OBJECT,
    CueKind.DECIDE,
    CueKind.PROPOSE,
)


NOTICES = (CueKind.NOTIFY, CueKind.EXIT_NOTICE)


def is_awaited(stage: Stage, scene: Scene) -> bool:
    """Whether a span only counts from a notice, whenever one comes: "a year after it notifies"."""
    told = any(c.tense is Tense.PRESENT for c in scene.of(*NOTICES)) and not scene.dates
    if not told or scene.index == 0 or stage.acts.syntax.object_before:
        return False
    later = scene.clause.opener in stage.acts.grammar["later"]
    return later and stage.scenes[scene.index - 1].has(CueKind.FUTURE)


def is_ordered(stage: Stage, scene: Scene) -> bool:
    """Whether a notice is only to be taken back: "a court ordered the government to revoke it"."""
    to_be = (c for c in scene.of(CueKind.REVOKE) if c.tense is Tense.BASE)
    before = (stage.folded[scene.start : c.start].split() for c in to_be)
    return any(set(words) & stage.acts.grammar["orders"] for words in before)


def opens_as_made(scene: Scene, head: CueHit) -> bool:
    """Whether a participle that opens its sentence tells how a treaty was made, and no step.

    "Adopté en 2017 à l'Assemblée générale, le traité interdit".
    """
    opens = head.start <= scene.clause.passage.start + 1 and head.tense is Tense.PAST
    return opens and any(c.start == head.start for c in scene.of(CueKind.ADOPT))


def papers(stage: Stage, scene: Scene) -> Exit | None:
    """ "Notice was served on 22 May", "Finland's notice dates from July": papers on their way."""
    dated = scene.dates or scene.durations or scene.has(CueKind.DEPOSITARY, CueKind.NEGATION)
    dated = dated or any(c.tense is Tense.OTHER for c in scene.of(CueKind.ARRIVE))  # "is expected"
    later = scene.clause.opener in stage.acts.grammar["later"]
    counted = later and _counts_from(stage, scene)
    if scene.has(*JOINING) or (later and not counted):
        return None
    if not (dated or counted):
        return _handed_in(stage, scene, owned=True)
    exits = (c for c in scene.of(CueKind.EXIT, CueKind.EXIT_OBJECT) if c.tense is Tense.NOUN)
    brought = (c for c in scene.of(CueKind.HAND_IN) if c.tense is Tense.PAST)
    handed = {c.start: c for c in brought}
    for paper in (*scene.of(CueKind.PAPER), *exits, *_described(stage, scene)):
        if counted and not is_somebodys(stage, paper):
            continue
        arrives = (c for c in scene.of(CueKind.ARRIVE) if 0 <= c.start - paper.end <= _ITS_VERB)
        head = next(arrives, None) or handed.get(paper.end + 1)  # "a notice delivered in May"
        if head is not None:
            owner = party_of(stage, scene, paper)
            kind, tense = CueKind.NOTIFY, Tense.NOUN
            return step_of(stage, scene, CueHit(paper.start, head.end, kind, tense), owner)
    return _handed_in(stage, scene, owned=False)


def _counts_from(stage: Stage, scene: Scene) -> bool:
    """Whether a span counts from what is told: "half a year after Helsinki's letter arrived"."""
    spans = stage.context.durations_in(max(0, scene.start - _SPAN), scene.start)
    return any(scene.start - span.end <= _AFTER for span in spans)


_SPAN = 40  # characters of "a year and a half to the day after "
_AFTER = 18  # characters of " to the day after "


def is_somebodys(stage: Stage, paper: CueHit) -> bool:
    """Whether words for a notice say whose it is: "their letters", "Oslo's letter"."""
    opens = set(stage.folded[paper.start : paper.end].split()[:1])
    words = stage.acts.grammar
    before = set(stage.folded[max(0, paper.start - _OWNER) : paper.start].split()[-1:])
    if (opens | before) & words["possessive"]:
        return True
    return "'" in stage.folded[paper.start : paper.end]


def _handed_in(stage: Stage, scene: Scene, *, owned: bool) -> Exit | None:
    """ "Sent in its notice in May"; without a day only where the notice has its owner beside it."""
    exits = (c for c in scene.of(CueKind.EXIT, CueKind.EXIT_OBJECT) if c.tense is Tense.NOUN)
    for paper in (*scene.of(CueKind.PAPER), *(() if owned else exits)):
        words = stage.folded[paper.start : paper.end].split()
        if owned and not (_is_its_own(scene, paper) and set(words) & stage.acts.grammar["notice"]):
            continue
        taken = (c for c in scene.of(CueKind.HAND_IN) if 0 < paper.start - c.end <= _NEAR)
        head = next(taken, None)
        if head is not None and head.tense in _TOLD and not scene.has(CueKind.PEOPLE):
            act = CueHit(head.start, paper.end, CueKind.NOTIFY, Tense.NOUN)
            return step_of(stage, scene, act, party_of(stage, scene, paper))
    return None


def _is_its_own(scene: Scene, paper: CueHit) -> bool:
    return any(0 <= paper.start - c.end <= 1 for c in scene.of(CueKind.POSSESSIVE))


def _described(stage: Stage, scene: Scene) -> Iterator[CueHit]:
    """The paper that a relative clause is about: "the letter that started the clock went to"."""
    if scene.index == 0 or scene.clause.opener not in stage.acts.grammar["relative"]:
        return
    before = stage.scenes[scene.index - 1]
    known = stage.acts.grammar["name_article"] | stage.acts.grammar["possessive"]
    for paper in before.of(CueKind.PAPER):
        led = stage.folded[max(before.start, paper.start - _OWNER) : paper.end].split()
        same = before.clause.passage == scene.clause.passage and scene.start - paper.end <= _NEXT
        if same and known & set(led[-3:]):
            yield paper


def notifies(stage: Stage, scene: Scene, head: CueHit) -> bool:
    """Whether a notice is given, or not given, that may be one of leaving."""
    if is_of_something_else(stage, scene):
        return False
    if scene.has(CueKind.DEPOSITARY) or head.tense is Tense.NOUN:
        return True
    if negated(scene, head) and _tells_nobody(stage, scene, head):
        return True
    told = [m for m in scene.people if 0 < m.start - head.end <= _WHOM]
    if told and told[0].role == "name" and _tells_office(stage, scene, told[0].end):
        return True  # "informed the United States government"
    following = stage.folded[head.end : scene.end].split()[:2]
    of_its_own = set(following[1:]) & stage.acts.grammar["possessive"]
    led = set(following[:1]) & stage.acts.grammar["leads_out"] and not of_its_own
    if led and not of_leaving(stage, scene, head):
        return False
    return bool(set(stage.folded[head.start : head.end].split()) & stage.acts.grammar["notice"])


_WHOM = 5  # characters of " the " between a verb and whom it is told


def _tells_office(stage: Stage, scene: Scene, end: int) -> bool:
    """Whether the government of the State just named is told, and nothing is said of what."""
    offices = [c for c in scene.of(CueKind.GOVERNMENT) if 0 < c.start - end <= 3]
    rest = stage.folded[offices[0].end : scene.end].split()[:1] if offices else []
    return bool(offices) and not set(rest) & (
        stage.acts.grammar["leads_out"] | stage.acts.grammar["that"]
    )


def _tells_nobody(stage: Stage, scene: Scene, head: CueHit) -> bool:
    """Whether the depositary was not told, or nobody, or not until a day."""
    if _to_depositary(stage.acts).search(stage.folded, head.start, head.end):
        return True  # "has not told the UN"
    following = stage.folded[head.end : scene.end].strip(" .,;").split()[:1]
    if set(following) & stage.acts.grammar["whomever"]:
        return True  # "never notified anybody"
    return not_until(stage, scene, head)


@grammar
def _to_depositary(acts: ActWords) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{acts.cues_of(CueKind.DEPOSITARY)})\b")


def is_told(scene: Scene, head: CueHit) -> bool:
    """Whether the depositary is the subject: "the United Nations was told"."""
    return any(0 <= head.start - c.end <= _NEAR for c in scene.of(CueKind.DEPOSITARY))


def of_leaving(stage: Stage, scene: Scene, head: CueHit) -> bool:
    """Whether what is approved may be leaving: a bill, a step, or nothing said: not "a budget"."""
    if head.tense is Tense.NOUN or stands_alone(stage, scene, head):
        return True
    if any(n.start - head.end <= 1 for n in scene.numbers if n.start >= head.end):
        return True  # "voted 157-18"
    return any(0 <= c.start - head.end <= _ITS_OBJECT for c in scene.of(*_LEFT))


def period_runs_out(scene: Scene, expiry: CueHit) -> bool:
    """Whether it is the time of a notice that ends, not the treaty: "the half year ran out"."""
    before = [t.end for t in scene.treaties if t.end <= expiry.start]
    periods = [d.end for d in scene.durations if d.end <= expiry.start]
    nouns = scene.of(CueKind.NOTICE, CueKind.PAPER)
    periods += [c.end for c in nouns if c.end <= expiry.start and c.tense is Tense.NOUN]
    beside = any(expiry.start - end <= _NEXT for end in periods)
    return beside or (bool(periods) and max(periods) >= max(before, default=0))


_NEXT = 1  # character between "the notice period" and "lapses"


def over(stage: Stage, scene: Scene) -> Exit | None:
    """ "The half year that had begun on 27 June ran out": a notice whose time is over."""
    for head in scene.of(CueKind.EXPIRE):
        told = scene.dates or head.tense is Tense.PAST
        if told and head.tense is not Tense.NOUN and period_runs_out(scene, head):
            act = head._replace(kind=CueKind.EFFECT, tense=Tense.NOUN)
            return step_of(stage, scene, act, party_of(stage, scene, head))
    return None
