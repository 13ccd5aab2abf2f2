"""Where a report speaks of leaving a treaty, before it is told who leaves and how far."""

from collections.abc import Iterator
from dataclasses import replace

from treatywatch.reading.actors.subjects import antecedent, party_of
from treatywatch.reading.acts.bare_joinings import of_another_body
from treatywatch.reading.acts.leaving import Exit
from treatywatch.reading.acts.notices import period_runs_out
from treatywatch.reading.acts.objects import (
    is_object,
    joins_between,
    leads_elsewhere,
    led_again,
    object_after,
    object_before,
    object_of,
    owns_noun,
    refers_by_pronoun,
    stands_alone,
)
from treatywatch.reading.acts.only_named import (
    is_asked,
    is_governed,
    is_rule,
    only_names_the_act,
    only_said_by,
)
from treatywatch.reading.acts.steps import STEPS, process, spoken, step
from treatywatch.reading.acts.topics import Topic, topics_and_whether_exits
from treatywatch.reading.acts.treaty_labels import is_labelled
from treatywatch.reading.acts.undone import (
    notice_undone,
    of_its_part,
    owner_of_consent,
    undoes_consent,
)
from treatywatch.reading.acts.voice import negated
from treatywatch.reading.naming.mentions import CueHit
from treatywatch.reading.syntax.cast import Party, Stand
from treatywatch.reading.syntax.scenes import Scene, Stage
from treatywatch.reading.vocabulary.spans import Mention
from treatywatch.reading.vocabulary.words_acts import CueKind, Tense

_DIRECT = (
    CueKind.OBJECT,
    CueKind.TAKE_BACK,
    CueKind.UNDO,
    CueKind.EXIT_NOTICE,
    CueKind.END_RATIFICATION,
    CueKind.EXIT,
    CueKind.EXIT_OBJECT,
    CueKind.TAKE_OUT,
    CueKind.FOLLOW,
    CueKind.RELEASED,
    CueKind.SUSPEND,
    CueKind.REVOKE,
    CueKind.EXPIRE,
    CueKind.OUT_OF,
)
_SPEAKS = (*_DIRECT, *STEPS)
_JOINS = (CueKind.SIGN, CueKind.RATIFY, CueKind.ACCEDE)
_VERBS = frozenset({Tense.PAST, Tense.PRESENT})
_NOT_YET = {(k, Tense.BASE) for k in (CueKind.VOTE, CueKind.DECIDE, CueKind.ANNOUNCE)}
_NOT_YET |= {(CueKind.FUTURE, Tense.OTHER), (CueKind.HEDGE, Tense.OTHER)}


def exits(stage: Stage) -> Iterator[Exit]:
    """Every mention of leaving in the report, one for a clause at most, in text order."""
    about, mainly = topics_and_whether_exits(stage)
    for scene in stage.scenes:
        if not scene.has(*_SPEAKS) or _ranked(scene):
            continue
        if is_asked(stage, scene):
            yield from _in_question(stage, scene)
            continue
        on_topic = about[scene.index] is Topic.EXIT or (mainly and not _joins(stage, scene))
        on_topic = on_topic or is_labelled(stage, scene)
        found = _direct(stage, scene, on_topic=on_topic)
        if found is None and on_topic:
            found = step(stage, scene)
        if found is not None and not only_names_the_act(stage, found) and not is_rule(stage, scene):
            yield from _told_apart(stage, found)


def _joins(stage: Stage, scene: Scene) -> bool:
    """Whether the sentence speaks of joining: "Honduras ratified; its papers were handed in"."""
    near = stage.scenes[max(0, scene.index - 2) : scene.index + 1]
    return any(s.has(*_JOINS) for s in near if s.clause.passage == scene.clause.passage)


def _in_question(stage: Stage, scene: Scene) -> Iterator[Exit]:
    """What a question asks about: nobody's exit, but it tells of whom the answer speaks."""
    found = _direct(stage, scene, on_topic=False)
    if found is not None and found.party is not None and len(found.party.ids) == 1:
        yield replace(found, asked=True)


def _told_apart(stage: Stage, found: Exit) -> Iterator[Exit]:
    """The exit, after an announcement by somebody else in the same clause."""
    if found.head.kind is CueKind.SAME_AGAIN:
        yield from _taken_up_there(stage, found)
    by_another = spoken(stage, found.scene)
    if by_another is not None and by_another.party is not None and found.party is not None:
        apart = by_another.party.end < found.party.start
        if apart and not set(by_another.party.ids) & set(found.party.ids):
            yield by_another
    yield found


def _taken_up_there(stage: Stage, echo: Exit) -> Iterator[Exit]:
    """The step in the same clause that is taken up: "Chad sent its notice, and so did Togo"."""
    first = process(stage, echo.scene)
    if first is None or first.party is None or first.head.end > echo.head.start:
        return
    if echo.party is not None and first.party.end < echo.party.start:
        yield first


def _ranked(scene: Scene) -> bool:
    """Whether it tells a rank to come ("will be the fifth member to leave"), which is a count."""
    if not scene.has(CueKind.FUTURE):
        return False
    ranks = [n for n in scene.numbers if n.ordinal and n.low > 1]
    states = scene.of(CueKind.STATE_NOUN_ONE)
    heads = scene.of(CueKind.EXIT, CueKind.EXIT_OBJECT)
    return any(
        0 <= state.start - rank.end <= 30 and (not heads or rank.start < heads[0].start)
        for rank in ranks
        for state in states
    )


def _direct(stage: Stage, scene: Scene, *, on_topic: bool) -> Exit | None:
    for kind in _DIRECT:
        if kind not in scene.by_kind:
            continue
        for head in _heads(stage, scene, kind):
            if not _is_exit(stage, scene, head, on_topic=on_topic):
                continue
            treaties = _objects(stage, scene, head)
            treaty = treaties[0].ids[0] if treaties else stage.context.treaty_at(head.start)
            party = _taken_out(scene, head) or _named_after_rank(stage, scene, head)
            party = party or party_of(stage, scene, head)
            party = _released(scene, head, party)
            party = None if only_said_by(stage, scene, head, party) else party
            act = _finite(stage, scene, head, party)
            if undoes_consent(scene, head):
                act = act._replace(kind=CueKind.TAKE_BACK)
                party = party or owner_of_consent(scene, head)
            elif (notice := notice_undone(scene, head)) is not None:
                act = act._replace(kind=CueKind.REVOKE, end=notice.end)
            return Exit(scene, act, treaty, treaties, party)
    return None


def _released(scene: Scene, head: CueHit, party: Party | None) -> Party | None:
    """Whom a treaty that is the subject binds no more: "больше не действует для Финляндии"."""
    if head.kind is not CueKind.RELEASED or (party is not None and party.ids):
        return party
    named = [p for p in scene.parties if p.ids]
    return replace(named[0], stand=Stand.ACTS) if len(named) == 1 else party


def _heads(stage: Stage, scene: Scene, kind: CueKind) -> Iterator[CueHit]:
    """The cues of a kind; of a form that is noun and verb, the one that the words before ask."""
    heads = scene.of(kind)
    if scene.syntax.object_before:  # "nach der Kündigung ist Polen ausgeschieden": the verb tells
        heads = tuple(sorted(heads, key=lambda head: head.tense is Tense.NOUN))
    nouns = {head.start for head in heads if head.tense is Tense.NOUN}
    for head in heads:
        twofold = head.start in nouns and sum(h.start == head.start for h in heads) > 1
        if not twofold or (head.tense is Tense.NOUN) is _after_owner(stage, scene, head):
            yield head


def _after_owner(stage: Stage, scene: Scene, head: CueHit) -> bool:
    """Whether an article or an owner stands before the head within two words: "Finland's exit"."""
    if head.kind is not CueKind.SUSPEND and owns_noun(scene, head._replace(tense=Tense.NOUN)):
        return True  # "plan Energy Charter Treaty exit"
    words = stage.folded[max(scene.start, head.start - 30) : head.start].split()[-2:]
    owners = stage.acts.grammar["article"] | stage.acts.grammar["vague"]
    if words and words[-1] in stage.acts.grammar["base_after"]:
        return False
    return any(word in owners or word.endswith(("'s", "s'")) for word in words)


_NEXT = 6  # characters of " the " between a verb and its object


def _taken_out(scene: Scene, head: CueHit) -> Party | None:
    """Who is taken out by somebody: "a bill taking Latvia out of the treaty"."""
    if head.kind is CueKind.EXIT and head.tense is not Tense.NOUN:
        return next((p for p in scene.parties if p.ids and 0 < p.start - head.end <= _NEXT), None)
    if head.kind is not CueKind.TAKE_OUT:
        return None
    out = [c for c in scene.of(CueKind.OUT_OF) if c.start > head.end]
    return next((p for p in scene.parties if p.ids and head.end <= p.start < out[0].start), None)


def _named_after_rank(stage: Stage, scene: Scene, head: CueHit) -> Party | None:
    """Who is named after a rank as its holder: "the only other State to leave it was Greece"."""
    if not _ranked_to(stage, scene, head) or scene.acting() is not None:
        return None
    for party in scene.parties:
        before = stage.folded[max(head.end, party.start - _NEXT) : party.start].split()
        if party.ids and party.start > head.end and set(before) & stage.acts.grammar["becomes"]:
            return replace(party, stand=Stand.ACTS)
    return None


def _finite(stage: Stage, scene: Scene, head: CueHit, party: Party | None) -> CueHit:
    """The head in the present tense where its base form follows its subject: "nations abandon".

    In the past where it tells a rank: "became the first country to leave".
    """
    before = stage.folded[max(scene.start, head.start - _PERFECT) : head.start].split()
    small, grammar = set(before[-1:]), stage.acts.grammar
    perfect = bool(set(before) & grammar["perfect"] and not small & grammar["base_after"])
    perfect = perfect or _auxiliary_far_before(stage, scene, head)
    if head.tense is Tense.BASE and before[-2:-1] and before[-2] in stage.acts.grammar["did"]:
        return head._replace(tense=Tense.PAST)  # "did not leave"
    if head.tense is Tense.BASE and (perfect or _first_to(stage, scene, head)):
        return head._replace(tense=Tense.PAST)
    if head.tense is Tense.BASE and party is None:
        reach = 2 + (len(before[-1]) + 1 if small & grammar["before_verb"] else 0)
        own = any(0 < head.start - c.end <= reach for c in scene.of(CueKind.PRONOUN))
        return head._replace(tense=Tense.PRESENT) if own else head
    if head.tense is not Tense.BASE or party is None or party.end > head.start:
        return head
    if scene.syntax.object_before and negated(scene, head):
        return head  # "выходить из договора не намерена": the verb that governs it follows
    words = stage.folded[party.end : head.start].split()
    if words and words[-1] in stage.acts.grammar["modal"]:
        return head._replace(tense=Tense.PRESENT)
    if len(words) > 2 or set(words) & stage.acts.grammar["base_after"]:
        return head
    return head._replace(tense=Tense.PRESENT)


def _auxiliary_far_before(stage: Stage, scene: Scene, head: CueHit) -> bool:
    """Whether a participle that looks like the base form closes its clause: "hat ... verlassen"."""
    if not scene.syntax.object_before or head.tense is not Tense.BASE:
        return False
    twofold = any(c.start == head.start and c.tense is Tense.PAST for c in scene.of(head.kind))
    words = set(stage.folded[scene.start : head.start].split())
    return twofold and bool(words & stage.acts.grammar["perfect"])


_PERFECT = 20  # characters from "have" to its verb: "have now all "
_RANK = 40  # characters from "first" to its verb: "first member state ever to "


def _in_a_note(stage: Stage, scene: Scene) -> bool:
    """Whether it stands in a letter to the depositary that one does not mean to become a party."""
    before = stage.scenes[max(0, scene.index - 1)]
    same = before.clause.passage == scene.clause.passage
    told = (CueKind.PAPER, CueKind.NOTIFY, CueKind.DEPOSITARY)
    return scene.has(*told) or (same and before.has(*told))


def _treaty_just_told(stage: Stage, scene: Scene) -> bool:
    """Whether "it" may be a treaty: one stands before it, in the sentence or the one before."""
    start = scene.clause.passage.start
    before = stage.scenes[max(0, scene.index - 1)]
    if any(c.tense is Tense.BASE for c in before.of(*_JOINS)):
        return False  # "to join it was a goal; they dropped it"
    return bool(stage.context.treaties_in(min(start, before.clause.passage.start), scene.start))


def _first_to(stage: Stage, scene: Scene, head: CueHit) -> bool:
    words = stage.folded[max(scene.start, head.start - _RANK) : head.start].split()
    if words and words[-1] in stage.acts.grammar["before_verb"]:
        words.pop()  # "to formally leave"
    if not words or words[-1] not in stage.acts.grammar["rank_to"]:
        return False
    grammar, steps = stage.acts.grammar, [c for c in scene.cues if c.end <= head.start]
    ahead = any((c.kind, c.tense) in _NOT_YET for c in steps)  # "the first to vote to leave"
    becoming = [n for n, word in enumerate(words) if word in grammar["ranking"]]
    ahead = ahead or any(n and words[n - 1] in grammar["towards"] for n in becoming)
    return not ahead and bool(set(words) & stage.acts.grammar["rank"])


def _objects(stage: Stage, scene: Scene, head: CueHit) -> tuple[Mention, ...]:
    first = object_of(scene, head) or owns_noun(scene, head) or object_before(scene, head)
    if first is None:
        return ()
    chain = [first]
    for treaty in scene.treaties:
        gap = _between(stage, scene, chain[-1].end, treaty.start)
        near = 0 < len(gap.strip()) <= _LISTED or led_again(stage, gap)
        known = treaty.role == "name" or " " in stage.folded[treaty.start : treaty.end]
        another = known and treaty.role != "anaphor" and treaty.ids != chain[-1].ids
        follows = near and treaty.start > head.end
        if follows and another and (_joined_by_and(stage, gap) or led_again(stage, gap)):
            chain.append(treaty)
    return tuple(chain)


_LISTED = 20  # characters between two treaties of one list


def _between(stage: Stage, scene: Scene, start: int, end: int) -> str:
    """The words between two treaties, without their days: "INF in 2019 and of Open Skies"."""
    days = [d for d in scene.dates if start <= d.start < end]
    last = start
    gap = ""
    for day in days:
        gap, last = gap + stage.folded[last : day.start], day.end
    return gap + stage.folded[last:end]


def _joined_by_and(stage: Stage, gap: str) -> bool:
    words = set(gap.replace(",", " ").split())
    grammar = stage.acts.grammar
    led = grammar["leads_out"] | grammar["place"] | grammar["between"] | grammar["article"]
    return ("," in gap or bool(words & grammar["joins"])) and words <= led


def _is_exit(stage: Stage, scene: Scene, head: CueHit, *, on_topic: bool) -> bool:
    treaty = is_object(stage, scene, head, 60 if head.kind is CueKind.EXIT_OBJECT else 130)
    if head.kind is CueKind.RELEASED or _of_taking_part(stage, scene, head):
        treaty = object_of(scene, head, 130) or object_before(scene, head)
    if head.kind is CueKind.UNDO or undoes_consent(scene, head):
        notice = (on_topic or scene.treaties) and notice_undone(scene, head)
        return bool(notice) or undoes_consent(scene, head)
    if treaty is not None and (
        joins_between(scene, head, treaty) or _by_an_exit(stage, scene, head)
    ):
        return False
    if head.kind is CueKind.EXIT_NOTICE:
        return on_topic or bool(scene.treaties)
    if head.kind in {CueKind.TAKE_OUT, CueKind.FOLLOW, CueKind.OUT_OF}:
        return _is_out(stage, scene, head) or _taken(scene, head, treaty)
    if treaty is not None and treaty.role == "weak" and scene.has(CueKind.PEOPLE):
        return False
    if treaty is not None or owns_noun(scene, head) is not None:
        return True
    if head.kind is CueKind.TAKE_BACK and head.tense is Tense.OTHER:
        return _in_a_note(stage, scene)
    if head.kind in {CueKind.TAKE_BACK, CueKind.END_RATIFICATION}:
        return True
    if head.kind is CueKind.REVOKE:
        return on_topic
    if head.kind is CueKind.EXPIRE:
        runs_out = object_before(scene, head) is not None or is_labelled(stage, scene)
        return runs_out and not period_runs_out(scene, head)
    return _is_bare_exit(stage, scene, head, on_topic=on_topic)


def _by_an_exit(stage: Stage, scene: Scene, head: CueHit) -> bool:
    """Whether an exit is the subject: "the departure leaves the convention with 162 members"."""
    if head.kind is not CueKind.EXIT_OBJECT or head.tense is Tense.NOUN:
        return False
    nouns = [c for c in scene.of(CueKind.WHOSE_EFFECT) if 0 < head.start - c.end <= _NEXT]
    between = stage.folded[nouns[-1].end : head.start].split() if nouns else []
    return bool(nouns) and not set(between) & stage.acts.grammar["base_after"]


def _taken(scene: Scene, head: CueHit, treaty: Mention | None) -> bool:
    """Whether "out of" a treaty follows: "takes the country out of the pact"."""
    out = (c for c in scene.of(CueKind.OUT_OF) if 0 <= c.start - head.end <= _TAKEN)
    return head.kind is not CueKind.OUT_OF and any(out) and treaty is not None


_TAKEN = 60  # characters between "takes" and "out of"


def _is_out(stage: Stage, scene: Scene, head: CueHit) -> bool:
    """Whether somebody is out without a verb: "Lithuania out of cluster munitions treaty"."""
    if head.kind is not CueKind.OUT_OF:
        return False
    near = [p for p in scene.parties if p.ids and 0 < head.start - p.end <= _OUT]
    if not near or object_after(scene, head, _CLOSE) is None:
        return False
    led = (c for c in scene.of(CueKind.FOLLOW, CueKind.SAME_AGAIN) if c.end <= near[-1].start)
    if any(near[-1].start - c.end <= _NEXT for c in led):
        return False  # "will follow the Americans out of"
    between = stage.folded[near[-1].end : head.start].replace(",", " ").split()
    return set(between) <= stage.acts.grammar["gone_with"] | stage.acts.grammar["predicate"]


_OUT = 18  # characters of " now officially " between a name and "out of"
_CLOSE = 30  # characters between "out of" and the treaty


def _of_taking_part(stage: Stage, scene: Scene, head: CueHit) -> bool:
    """Whether it is taking part that is suspended: "приостановила участие в договоре"."""
    treaty = object_of(scene, head, 130) if head.kind is CueKind.SUSPEND else None
    gap = stage.folded[head.start : treaty.start].split() if treaty is not None else []
    return bool(set(gap) & stage.acts.grammar["suspended"])


def _is_bare_exit(stage: Stage, scene: Scene, head: CueHit, *, on_topic: bool) -> bool:
    """Whether the head is leaving though no treaty stands in its clause."""
    party = party_of(stage, scene, head) or antecedent(stage, scene)
    named = party is not None and bool(party.ids)
    if head.kind is CueKind.SUSPEND:
        announced = on_topic and head.tense is Tense.NOUN and _is_announced(scene, head)
        return announced or (named and of_its_part(stage, scene, head))
    if _leaves_it(stage, scene, head, named=named):
        return _treaty_just_told(stage, scene)
    if not stands_alone(stage, scene, head) and not _agent_beside(scene, head):
        return False
    if head.kind is CueKind.EXIT:
        if stage.acts.syntax.object_before and not on_topic:
            return False
        return not any(abs(c.start - head.end) < 25 for c in scene.of(CueKind.PEOPLE))
    if head.kind is CueKind.RELEASED:
        following = stage.folded[head.end : head.end + 10].split()
        by_another = bool(following) and following[0] in stage.acts.grammar["bound_by"]
        alone = named or any(c.end < head.start for c in scene.of(CueKind.PRONOUN))
        by_another = by_another or leads_elsewhere(stage, scene, head)
        return on_topic and alone and not by_another
    if head.kind is not CueKind.EXIT_OBJECT:
        return False
    if on_topic and _ranked_to(stage, scene, head):
        return True
    if not on_topic:
        return named and head.tense is Tense.PAST and _left_on_a_day(stage, scene, head)
    if head.tense is Tense.NOUN:
        return _pointed_at(stage, scene, head)
    if head.tense is Tense.BASE and _will_by_pronoun(scene, head):
        return True
    ruled_out = head.tense is Tense.PROGRESSIVE and _right_after_denial(scene, head)
    return ruled_out or is_governed(scene, head) or (named and head.tense in _VERBS)


def _right_after_denial(scene: Scene, head: CueHit) -> bool:
    """Whether leaving is what somebody denies: "has ruled out leaving"."""
    return any(head.start - c.end == 1 for c in scene.of(CueKind.NEGATION))


def _is_announced(scene: Scene, noun: CueHit) -> bool:
    """Whether the noun is what somebody made known: "it announced a suspension"."""
    makes_known = scene.of(CueKind.ANNOUNCE, CueKind.NOTIFY, CueKind.DECIDE)
    return any(0 < noun.start - c.end <= _ANNOUNCED for c in makes_known)


_ANNOUNCED = 14  # characters of " a temporary " between a verb and its noun


def _leaves_it(stage: Stage, scene: Scene, head: CueHit, *, named: bool) -> bool:
    """Whether "it" is what is left: "renounced it", "вышла из неё"."""
    if not refers_by_pronoun(stage, scene, head):
        return False
    return head.kind is CueKind.EXIT_OBJECT or (head.kind is CueKind.EXIT and named)


_WILL_LEAVE = 16  # characters of "he would formally " before a verb


def _will_by_pronoun(scene: Scene, head: CueHit) -> bool:
    """Whether a pronoun and "will" stand before the verb: "announced that he would leave"."""
    will = any(0 < head.start - c.end <= _WILL_LEAVE for c in scene.of(CueKind.FUTURE))
    told = scene.has(CueKind.ANNOUNCE, CueKind.DECIDE)
    return will and told and any(0 < head.start - c.end <= 30 for c in scene.of(CueKind.PRONOUN))


def _ranked_to(stage: Stage, scene: Scene, head: CueHit) -> bool:
    """Whether it tells a rank: "is the only country to have left"."""
    words = stage.folded[max(scene.start, head.start - _RANK) : head.start].split()
    if words[-1:] and words[-1] in stage.acts.grammar["have"]:
        words.pop()
    to = bool(words) and words[-1] in stage.acts.grammar["rank_to"]
    return to and bool(set(words) & stage.acts.grammar["rank"])


_OF = 10  # characters of " of the "


def _agent_beside(scene: Scene, head: CueHit) -> bool:
    """Whether a noun has its owner after it: "the exits of the Baltic states"."""
    if head.tense is not Tense.NOUN:
        return False
    near = (p for p in scene.parties if p.ids and 0 < p.start - head.end <= _OF)
    return any(p.stand is Stand.AGENT for p in near)


def _left_on_a_day(stage: Stage, scene: Scene, head: CueHit) -> bool:
    """Whether a State alone left and a day follows: "before Lithuania left in March"."""
    beside = any(p.ids and 0 < head.start - p.end <= _NEXT for p in scene.parties)
    dated = any(0 <= d.start - head.end <= _NEXT for d in scene.dates)
    lately = any(s.treaties for s in stage.scenes[max(0, scene.index - 2) : scene.index + 1])
    free = not scene.has(CueKind.PEOPLE) and not of_another_body(stage, head)
    return beside and dated and lately and free


def _pointed_at(stage: Stage, scene: Scene, head: CueHit) -> bool:
    owner = stage.folded[max(scene.start, head.start - 12) : head.start].split()
    known = stage.acts.grammar["article"] | stage.acts.grammar["vague"]
    if any(0 <= head.start - c.end <= 1 for c in scene.of(CueKind.APPROVE, CueKind.ANNOUNCE)):
        return True  # "approves exit"
    if any(p.ids and head.start - p.end == 1 for p in scene.parties):
        return True  # "the US departure"
    return bool(owner) and (owner[-1] in known or owner[-1].endswith("'s"))
