"""Where a report speaks of leaving a treaty, before it is told who leaves and how far."""

from collections.abc import Iterator
from dataclasses import replace

from treatywatch.reading.actors.subjects import party_of
from treatywatch.reading.acts.bare_exits import is_bare_exit
from treatywatch.reading.acts.leaving import Exit
from treatywatch.reading.acts.notices import period_runs_out
from treatywatch.reading.acts.objects import (
    is_object,
    joins_between,
    led_again,
    object_after,
    object_before,
    object_of,
    owns_noun,
)
from treatywatch.reading.acts.only_named import (
    is_asked,
    is_rule,
    only_names_the_act,
    only_said_by,
)
from treatywatch.reading.acts.passives import undergone
from treatywatch.reading.acts.plain_exits import is_plain_exit
from treatywatch.reading.acts.steps import STEPS, process, spoken, step
from treatywatch.reading.acts.tense_of_exit import finite, ranked_to
from treatywatch.reading.acts.topics import Topic, topics_and_whether_exits
from treatywatch.reading.acts.treaty_labels import is_labelled
from treatywatch.reading.acts.undone import (
    notice_undone,
    owner_of_consent,
    undoes_consent,
)
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
    CueKind.END_PROVISIONAL,
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
_NEXT = 6  # characters of " the " between a verb and its object


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
        on_topic = on_topic or is_labelled(stage, scene) or is_plain_exit(stage, scene)
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
            passive = undergone(stage, scene, head)
            if passive is None and not _is_exit(stage, scene, head, on_topic=on_topic):
                continue
            treaties = _objects(stage, scene, head) if passive is None else passive[:1]
            treaty = treaties[0].ids[0] if treaties else stage.context.treaty_at(head.start)
            party = passive[1] if passive is not None else _taken_out(scene, head)
            party = party or _named_after_rank(stage, scene, head)
            party = party or _owner_of_notice(stage, scene, head)
            party = party or party_of(stage, scene, head)
            party = _released(scene, head, party)
            party = None if only_said_by(stage, scene, head, party) else party
            act = finite(stage, scene, head, party)
            if undoes_consent(scene, head):
                act = act._replace(kind=CueKind.TAKE_BACK)
                party = party or owner_of_consent(scene, head)
            elif (notice := notice_undone(scene, head)) is not None:
                act = act._replace(kind=CueKind.REVOKE, end=max(act.end, notice.end))
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
    words_of_owner = ("article", "vague", "possessive")
    owners = {word for use in words_of_owner for word in stage.acts.grammar[use]}
    if words and words[-1] in stage.acts.grammar["base_after"]:
        return False
    return any(word in owners or word.endswith(("'s", "s'")) for word in words)


def _taken_out(scene: Scene, head: CueHit) -> Party | None:
    """Who is taken out by somebody: "a bill taking Latvia out of the treaty"."""
    if head.kind is CueKind.EXIT and head.tense is not Tense.NOUN:
        return next((p for p in scene.parties if p.ids and 0 < p.start - head.end <= _NEXT), None)
    if head.kind is not CueKind.TAKE_OUT:
        return None
    out = [c for c in scene.of(CueKind.OUT_OF) if c.start > head.end]
    return next((p for p in scene.parties if p.ids and head.end <= p.start < out[0].start), None)


def _owner_of_notice(stage: Stage, scene: Scene, head: CueHit) -> Party | None:
    """Whose notice it is, whoever got it: "the Dutch have received Russia's notice of exit"."""
    if head.kind is not CueKind.EXIT_NOTICE or head.tense is not Tense.NOUN:
        return None
    before = (p for p in scene.parties if p.ids and 0 < head.start - p.end <= _OWNED)
    found = next((p for p in before if stage.folded[p.end] == "'"), None)
    return replace(found, stand=Stand.ACTS) if found is not None else None


_OWNED = 14  # characters of "'s formal " between an owner and its notice


def _named_after_rank(stage: Stage, scene: Scene, head: CueHit) -> Party | None:
    """Who is named after a rank as its holder: "the only other State to leave it was Greece"."""
    if not ranked_to(stage, scene, head) or scene.acting() is not None:
        return None
    for party in scene.parties:
        before = stage.folded[max(head.end, party.start - _NEXT) : party.start].split()
        if party.ids and party.start > head.end and set(before) & stage.acts.grammar["becomes"]:
            return replace(party, stand=Stand.ACTS)
    return None


def _in_a_note(stage: Stage, scene: Scene) -> bool:
    """Whether it stands in a letter to the depositary that one does not mean to become a party."""
    before = stage.scenes[max(0, scene.index - 1)]
    same = before.clause.passage == scene.clause.passage
    told = (CueKind.PAPER, CueKind.NOTIFY, CueKind.DEPOSITARY)
    return scene.has(*told) or (same and before.has(*told))


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
    if head.kind in {CueKind.TAKE_BACK, CueKind.END_RATIFICATION, CueKind.END_PROVISIONAL}:
        return True
    if head.kind is CueKind.REVOKE:
        return on_topic
    if head.kind is CueKind.EXPIRE:
        runs_out = object_before(scene, head) is not None or is_labelled(stage, scene)
        return runs_out and not period_runs_out(scene, head)
    return is_bare_exit(stage, scene, head, on_topic=on_topic)


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
    if head.kind is not CueKind.OUT_OF or scene.syntax.object_before:
        return False  # a bare "из" leads anything anywhere
    near = [p for p in scene.parties if p.ids and 0 < head.start - p.end <= _OUT]
    if not near or object_after(scene, head, _CLOSE) is None:
        return False
    led = (c for c in scene.of(CueKind.FOLLOW, CueKind.SAME_AGAIN) if c.end <= near[-1].start)
    if any(near[-1].start - c.end <= _NEXT for c in led):
        return False  # "will follow the Americans out of"
    between = set(stage.folded[near[-1].end : head.start].replace(",", " ").split())
    if between <= stage.acts.grammar["gone_with"] | stage.acts.grammar["predicate"]:
        return True
    return _is_first_out(stage, scene, head, between)


def _is_first_out(stage: Stage, scene: Scene, head: CueHit, before: set[str]) -> bool:
    """Whether a rank leads to "out of" the treaty itself: "was the first out of the treaty"."""
    words = stage.acts.grammar
    treaty = object_after(scene, head, _CLOSE)
    behind = set(stage.folded[head.end : treaty.start].split()) if treaty is not None else {"?"}
    ranks = words["be"] | words["article"] | words["ranks_first"]
    return bool(before & words["be"]) and before <= ranks and behind <= words["article"]


_OUT = 18  # characters of " now officially " between a name and "out of"
_CLOSE = 30  # characters between "out of" and the treaty


def _of_taking_part(stage: Stage, scene: Scene, head: CueHit) -> bool:
    """Whether it is taking part that is suspended: "приостановила участие в договоре"."""
    treaty = object_of(scene, head, 130) if head.kind is CueKind.SUSPEND else None
    gap = stage.folded[head.start : treaty.start].split() if treaty is not None else []
    return bool(set(gap) & stage.acts.grammar["suspended"])
