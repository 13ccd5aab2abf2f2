"""Joining told without its treaty: "it joined in 2012", "Ireland and Mauritius ratified too".

Only of somebody named or pointed at, where nothing follows that could be joined instead, and where
the report has not just spoken of joining another body.
"""

import re

from treatywatch.law.participant import NameKind
from treatywatch.reading.acts.objects import (
    object_after,
    object_before,
    refers_by_pronoun,
    stands_alone,
)
from treatywatch.reading.acts.topics import Topic
from treatywatch.reading.acts.voice import negated
from treatywatch.reading.naming.mentions import CueHit
from treatywatch.reading.syntax.cast import Party, Stand
from treatywatch.reading.syntax.scenes import Scene, Stage
from treatywatch.reading.vocabulary.grammar import grammar
from treatywatch.reading.vocabulary.spans import OTHER_BODY
from treatywatch.reading.vocabulary.words_acts import ActWords, CueKind, Tense

_ACTS = frozenset({CueKind.SIGN, CueKind.RATIFY, CueKind.ACCEDE})
_FINITE = frozenset({Tense.PAST, Tense.PRESENT})
_OFFICES = (CueKind.PRESIDENT, CueKind.MINISTER, CueKind.PEOPLE, CueKind.PARLIAMENT)
_RANK = 60  # characters between a rank and the verb it belongs to
_TIME = 24  # characters within which a date or a span follows the verb
_BODY_AHEAD = 40  # characters behind the verb in which the body stands that is joined
_BODY = 160  # characters back within which another body may be what is joined


def joins_bare(stage: Stage, scene: Scene, head: CueHit, about: Topic) -> bool:
    """Whether the head is joining though no treaty follows it: passive, ranked, or on the topic."""
    if head.tense is Tense.PROGRESSIVE and not _goes_on(stage, scene, head):
        return False
    if _took_so_long(stage, scene, head):
        return True
    if any(n.ordinal and head.start - _RANK <= n.start < head.start for n in scene.numbers):
        return bool(scene.treaties) or about is not Topic.EXIT
    when = timed(stage, scene, head)
    if not when and not stands_alone(stage, scene, head):
        return False
    if agent_follows(scene, head) or _by_so_many(scene, head):
        return True
    if negated(scene, head):
        joins = head.kind is CueKind.ACCEDE
        return (
            object_before(scene, head) is not None
            or not joins
            or not of_another_body(stage, scene, head)
        )
    if head.kind not in _ACTS or is_passive(stage, scene, head):
        return False
    if object_before(scene, head) is not None and not has_subject(stage, scene, head):
        return False
    if head.tense not in _FINITE:
        return head.kind is not CueKind.ACCEDE and _on_topic(head, about)
    another = head.kind is CueKind.ACCEDE and of_another_body(stage, scene, head)
    if another or not has_subject(stage, scene, head):
        return False
    if about is Topic.EXIT and comes_back(stage, head):
        return True
    return _is_spoken_of(stage, scene, head, about) or (when and not scene.has(*_OFFICES))


def _is_spoken_of(stage: Stage, scene: Scene, head: CueHit, about: Topic) -> bool:
    """Whether joining is the topic, a treaty was named lately, or the next clause goes on."""
    lately = about is Topic.NONE and _treaty_lately(stage, scene)
    further = head.kind is CueKind.SIGN and _goes_no_further(stage, scene)
    return _on_topic(head, about) or lately or further


def _goes_no_further(stage: Stage, scene: Scene) -> bool:
    """Whether the next clause denies what follows a signature: "signed | but never ratified"."""
    if scene.index + 1 >= len(stage.scenes):
        return False
    after = stage.scenes[scene.index + 1]
    heads = after.of(CueKind.RATIFY)
    same = after.clause.passage == scene.clause.passage and after.acting() is None
    return same and bool(heads) and negated(after, heads[0])


def _took_so_long(stage: Stage, scene: Scene, head: CueHit) -> bool:
    """Whether it is told how long it took, so that it was done: "took half a century to ratify"."""
    spans = [d for d in scene.durations if 0 < head.start - d.end <= _TO]
    before = stage.folded[scene.start : spans[-1].start].split()[-2:] if spans else []
    return bool(set(before) & stage.acts.grammar["took"])


_TO = 4  # characters of " to " between a span and the verb


def _goes_on(stage: Stage, scene: Scene, head: CueHit) -> bool:
    """Whether a progressive says what somebody does or leaves undone, not when or how."""
    before = set(stage.folded[scene.start : head.start].split()[-_AUX:])
    denied = any(0 <= head.start - c.end <= 1 for c in scene.of(CueKind.NEGATION))
    return denied or bool(before & stage.acts.grammar["be"])


_AUX = 2  # words before a progressive among which "is" stands


def _on_topic(head: CueHit, about: Topic) -> bool:
    return about is Topic.JOIN or head.kind is CueKind.RATIFY


def comes_back(stage: Stage, head: CueHit) -> bool:
    """Whether somebody who left is in again: "came back", "signed the country back in"."""
    words = set(stage.folded[head.start : head.end].split())
    return head.kind is CueKind.ACCEDE and bool(words & stage.acts.grammar["back"])


_LATELY = 12  # clauses back in which a treaty named is still spoken of


def _treaty_lately(stage: Stage, scene: Scene) -> bool:
    earlier = stage.scenes[max(0, scene.index - _LATELY) : scene.index]
    return any(one.treaties for one in earlier) and not scene.has(*_OFFICES)


def has_subject(stage: Stage, scene: Scene, head: CueHit) -> bool:
    """Whether a party or a pronoun stands before the head, or nothing but small words."""
    if any(p.stand is Stand.ACTS and p.end <= head.start for p in scene.parties):
        return True
    pointing = scene.of(CueKind.PRONOUN, CueKind.COUNTRY)
    if any(c.end <= head.start for c in pointing) or denies_those_told(stage, scene, head):
        return True
    before = set(stage.folded[scene.start : head.start].split())
    small = stage.acts.grammar["joined_when"] | stage.acts.grammar["restarts"]
    return before <= small | stage.acts.grammar["joins"]


def denies_those_told(stage: Stage, scene: Scene, head: CueHit) -> bool:
    """Whether it is denied of those told just before: "none of the three has", "neither is"."""
    none = _none_of_them(stage.acts).match(stage.folded, scene.start, head.start)
    if none is None:
        return False
    return none["two"] is not None or any(n.start == none.end() for n in scene.numbers)


@grammar
def _none_of_them(acts: ActWords) -> re.Pattern[str]:
    joint, two, none = acts.maybe("joins"), acts.any_of("neither"), acts.any_of("none_of")
    return re.compile(rf"\s*{joint}(?:(?P<two>{two or '(?!)'})\b|(?:{none or '(?!)'})\s)")


def timed(stage: Stage, scene: Scene, head: CueHit) -> bool:
    """Whether the head is followed by when it was done: "only last week", "ten years later"."""
    if _at_the_time(stage.acts).match(stage.folded, head.end, scene.end):
        return True
    spans = [*(d.start for d in scene.dates), *(d.start for d in scene.durations)]
    starts = [start for start in spans if 0 <= start - head.end <= _TIME]
    if not starts:
        return scene.syntax.object_before and _time_before(stage, scene, head)
    between = stage.folded[head.end : min(starts)].split()
    return set(between) <= stage.acts.grammar["joined_when"]


def _time_before(stage: Stage, scene: Scene, head: CueHit) -> bool:
    """Whether the day stands right before a verb that closes its clause: "war 2012 beigetreten"."""
    ends = [d.end for d in scene.dates if 0 < head.start - d.end <= _TIME]
    between = stage.folded[max(ends) : head.start].split() if ends else ["?"]
    return set(between) <= stage.acts.grammar["joined_when"]


@grammar
def _at_the_time(acts: ActWords) -> re.Pattern[str]:
    return re.compile(rf"\s+(?:{acts.any_of('same_time')})\b")


def of_another_body(stage: Stage, scene: Scene, head: CueHit) -> bool:
    """Whether a body that is joined too (NATO) was named since the treaty was.

    One that only tells who acts is none: "all EU states are parties".
    """
    low = max(0, head.start - _BODY)
    found = _bodies(stage.acts).finditer(stage.folded, low, head.start)
    named = [body.start() for body in found if not _tells_of_what_kind(stage, body)]
    bodies = [
        at for at in named if not any(p.group and p.start <= at < p.end for p in scene.parties)
    ]
    treaties = [t for t in stage.context.treaties_in(low, head.start) if t.ids != (OTHER_BODY,)]
    return bool(bodies) and (not treaties or treaties[-1].start < bodies[-1])


def _tells_of_what_kind(stage: Stage, body: re.Match[str]) -> bool:
    """Whether it only says of what kind somebody is: "the only [EU] member that has joined"."""
    of, nouns = stage.acts.grammar["genitive"], stage.acts.grammar["membership"]
    after = stage.folded[body.end() : body.end() + _NOUN].split()[:1]
    before = stage.folded[max(0, body.start() - _NOUN) : body.start()].split()[-3:]
    return bool(set(after) & nouns) or bool(set(before) & nouns and set(before) & of)


_NOUN = 14  # characters of " member " beside a body, or "member of the "


def goes_into_a_body(stage: Stage, head: CueHit) -> bool:
    """Whether only small words and a year stand before another body: "revenu en 2017 dans l'UA"."""
    ahead = _bodies(stage.acts).search(stage.folded, head.end, head.end + _BODY_AHEAD)
    if head.kind is not CueKind.ACCEDE or ahead is None:
        return False
    if stage.context.treaties_in(head.end, ahead.end()):
        return False  # one that a treaty of the record founded
    between = stage.folded[head.end : ahead.start()].replace("'", "' ").split()
    small = stage.acts.grammar["place"] | stage.acts.grammar["article"]
    small |= stage.acts.grammar["joined_when"] | stage.acts.grammar["into_a_body"]
    return all(word in small or word.isdigit() for word in between)


@grammar
def _bodies(acts: ActWords) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{acts.any_of('other_body')})\b")


def is_passive(stage: Stage, scene: Scene, head: CueHit) -> bool:
    """Whether the treaty is what is signed: "signed in 1997, it ...", "was signed"."""
    words = stage.folded[scene.start : head.start].split()
    if words:
        return words[-1] in stage.acts.grammar["be"]
    told = refers_by_pronoun(stage, scene, head) or _object(scene, head)
    return not told and _said_of_a_treaty(stage, scene)


_MADE = frozenset({CueKind.SIGN, CueKind.ADOPT, CueKind.OPEN_SIGNATURE})


def tells_how_made(stage: Stage, scene: Scene) -> bool:
    """Whether the clause is a participle said of a treaty: "the pact, signed in Rio in 1992"."""
    opens = any(c.start == scene.start and c.tense is Tense.PAST for c in scene.of(*_MADE))
    follows = scene.start > scene.clause.passage.start and scene.acting() is None
    return opens and follows and _said_of_a_treaty(stage, scene)


def _said_of_a_treaty(stage: Stage, scene: Scene) -> bool:
    """Whether a participle goes on from a treaty: "the pact, signed in", "drafted and signed"."""
    if scene.index == 0 or scene.start == scene.clause.passage.start:
        return True
    earlier = stage.scenes[scene.index - 1]
    if any(scene.start - t.end <= _BESIDE for t in earlier.treaties):
        return True
    verbs = [c for c in earlier.cues if c.tense is Tense.PAST]
    before = stage.folded[earlier.start : verbs[-1].start].split() if verbs else []
    opens = earlier.start > earlier.clause.passage.start and not before
    if verbs and opens and earlier.acting() is None:
        return _said_of_a_treaty(stage, earlier)  # "the pact, made in 2015 | and ratified by"
    passive = bool(before) and before[-1] in stage.acts.grammar["be"]
    return passive and earlier.acting() is None


def _object(scene: Scene, head: CueHit) -> bool:
    return object_after(scene, head, 5) is not None


def _by_so_many(scene: Scene, head: CueHit) -> bool:
    """Whether a number of States did it: "was ratified by 141 nations"."""
    near = (p for p in scene.parties if p.vague and 0 < p.start - head.end <= _SO_MANY)
    return any(p.stand is Stand.AGENT for p in near)


def of_leaders(scene: Scene, party: Party) -> bool:
    """Whether the party is several leaders by name, who sign together: "Obama and Medvedev"."""
    names = [m for m in scene.people if party.start <= m.start < party.end]
    return len(party.ids) > 1 and all(m.role == NameKind.LEADER for m in names)


def agent_follows(scene: Scene, head: CueHit) -> bool:
    """Whether whoever joins follows the verb: "signed by Greece"."""
    return agent_of(scene, head) is not None


def agent_of(scene: Scene, head: CueHit) -> Party | None:
    """Whoever follows the verb as the one who did it."""
    near = (p for p in scene.parties if p.ids and 0 <= p.start - head.end < _AGENT)
    return next((p for p in near if p.stand is Stand.AGENT), None)


_SO_MANY = 20  # characters of " by more than 140 "
_AGENT = 12  # characters of " first by the "
_BESIDE = 3  # characters of a comma and a blank


_PERSON = re.compile(r"\b[A-Z][\w'’.-]+\s+(?:[a-z]{2,3}\s+)?[A-Z][\w'’.-]+\b")


def by_persons(stage: Stage, scene: Scene, head: CueHit) -> bool:
    """Whether people with names sign the treaty: "Reagan and Gorbachev signed it in 1987"."""
    told = object_after(scene, head, 15) is not None or refers_by_pronoun(stage, scene, head)
    before = stage.context.people_in(scene.start, head.start)
    if _by_nobody_named(stage, scene, head):
        return True
    leaders = {i for p in before if p.role == NameKind.LEADER for i in p.ids}
    if scene.syntax.object_before and object_before(scene, head) is not None:
        after = stage.context.people_in(head.end, scene.end)  # "подписали Рейган и Горбачёв"
        two = leaders | {i for p in after if p.role == NameKind.LEADER for i in p.ids}
        return len(two) > 1 and all(p.role == NameKind.LEADER for p in before)
    if len(leaders) == 1:
        return False  # "Obama signed it": for his country
    lone = not any(p.end <= head.start and p.role != NameKind.LEADER for p in before)
    return told and lone and _PERSON.search(stage.text, scene.start, head.start) is not None


def _by_nobody_named(stage: Stage, scene: Scene, head: CueHit) -> bool:
    """Whether a plural without a subject signs it, which is how a passive is told: "подписали"."""
    plural = stage.folded[head.start : head.end] in stage.acts.grammar["they_signed"]
    by_pronoun = scene.has(CueKind.PRONOUN, CueKind.POSSESSIVE) or bool(scene.treaties)
    return plural and by_pronoun and bool(scene.dates) and scene.acting() is None
