"""Steps of leaving that do not say what is left: "Parliament then gave its approval".

They count only where the report speaks of leaving, and each needs something beside its verb: the
office that takes it, the depositary, the papers, a day, or the act told before.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from treatywatch.reading.actors.subjects import party_of
from treatywatch.reading.acts.echoes import Turn, echo_in
from treatywatch.reading.acts.leaving import Exit, step_of
from treatywatch.reading.acts.notices import (
    JOINING,
    is_told,
    notifies,
    of_leaving,
    opens_as_made,
    over,
    papers,
)
from treatywatch.reading.acts.objects import (
    object_after,
    object_before,
    object_pronoun_after,
    refers_by_pronoun,
    stands_alone,
)
from treatywatch.reading.acts.of_treaty import (
    exit_takes_effect,
    in_so_long,
    is_older_than_the_exit,
    of_the_treaty,
)
from treatywatch.reading.acts.papers import which_law
from treatywatch.reading.acts.taken_up import takes_up_joining
from treatywatch.reading.acts.voice import negated
from treatywatch.reading.naming.mentions import CueHit
from treatywatch.reading.syntax.cast import Party, Stand
from treatywatch.reading.syntax.scenes import Scene, Stage
from treatywatch.reading.vocabulary.grammar import grammar
from treatywatch.reading.vocabulary.spans import DateMention, Mention
from treatywatch.reading.vocabulary.words_acts import ActWords, CueKind, Tense

_PROCESS = (
    CueKind.RECOMMEND,
    CueKind.ENACT,
    CueKind.NOTIFY,
    CueKind.PROPOSE,
    CueKind.APPROVE,
    CueKind.ADOPT,
    CueKind.DECIDE,
    CueKind.EFFECT,
)
# the words without one of which a clause tells no step
STEPS = (
    *_PROCESS,
    CueKind.SAME_AGAIN,
    CueKind.FOLLOW,
    CueKind.ECHO,
    CueKind.ECHO_NOT,
    CueKind.NEGATION,
    CueKind.PAPER,
    CueKind.SIGN,
    CueKind.BELONG,
    CueKind.GO_OUT,
    CueKind.ANNOUNCE,
    CueKind.CONSIDER,
    CueKind.HAND_IN,
    CueKind.POSSESSIVE,
    CueKind.PRONOUN,
    CueKind.EXPIRE,
)
_AS_APPROVAL = {
    CueKind.ADOPT: CueKind.APPROVE,
    CueKind.DECIDE: CueKind.APPROVE,
}  # a parliament that adopts a law of leaving
_TOLD = frozenset({Tense.PAST, Tense.PRESENT})
_NEAR = 30


def step(stage: Stage, scene: Scene) -> Exit | None:
    """The first step of leaving that the clause tells without saying what is left."""
    readers = _ON_CONDITION if _sets_a_condition(stage, scene) else _READERS
    return next((found for read in readers if (found := read(stage, scene)) is not None), None)


_Reader = Callable[[Stage, Scene], Exit | None]


def _again(stage: Stage, scene: Scene) -> Exit | None:
    """ "Finland did the same": the act told before, by somebody else."""
    for head in (*scene.of(CueKind.SAME_AGAIN), *_following_out(stage, scene)):
        if takes_up_joining(stage, scene, head) or _says_itself(scene, head):
            continue
        party = party_of(stage, scene, head)
        hoped = scene.has(CueKind.HEDGE) and (party is None or not party.ids)
        by_pronoun = party is None and any(c.end < head.start for c in scene.of(CueKind.PRONOUN))
        if (party is not None and not hoped) or (by_pronoun and hoped):
            return step_of(stage, scene, head, party)
        if party is None and scene.index and _goes_on_with(stage, scene, head):
            return step_of(stage, scene, head, None)
        places = stage.context.people_in(head.start, scene.end)
        if party is None and places:
            return step_of(stage, scene, head, _party_at(places[-1]))
    return None


def _says_itself(scene: Scene, head: CueHit) -> bool:
    """Whether a standing follows, which says by itself what is meant: "is likewise outside"."""
    near = scene.of(CueKind.OUTSIDE, CueKind.BELONG, CueKind.HOLDOUT)
    return any(0 < c.start - head.end <= _BESIDE for c in near)


def _goes_on_with(stage: Stage, scene: Scene, head: CueHit) -> bool:
    """Whether the clause begins so, with a day: "left in 1984 and did so in"."""
    goes_on = stage.scenes[scene.index - 1].clause.passage == scene.clause.passage
    adverbs = stage.folded[scene.start : head.start].split()
    small = stage.acts.grammar["before_verb"] | stage.acts.grammar["restarts"]
    return goes_on and bool(scene.dates) and set(adverbs) <= small


_STEPS_TOLD = (
    CueKind.EXIT,
    CueKind.EXIT_OBJECT,
    CueKind.EXIT_NOTICE,
    CueKind.NOTIFY,
    CueKind.RELEASED,
    CueKind.SAME_AGAIN,
)


def _for_them(stage: Stage, scene: Scene) -> Exit | None:
    """ "For the Union that means the end of June": whose exit takes effect when."""
    found = _that_means(stage.acts).search(stage.folded, scene.start, scene.end)
    if found is None:
        return None
    whose = [p for p in scene.parties if p.ids and 0 <= found.start() - p.end <= _BESIDE]
    if not whose or not any(0 <= d.start - found.end() <= _BESIDE for d in scene.dates):
        return None
    before = stage.folded[scene.start : whose[0].start].split()
    if not set(before) & stage.acts.grammar["for_whom"]:
        return None
    head = CueHit(found.start(), found.end(), CueKind.EFFECT, Tense.PRESENT)
    return step_of(stage, scene, head, whose[0])


_BESIDE = 6  # characters of ", the " between a name and what is said of it


@grammar
def _that_means(acts: ActWords) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{acts.any_of('that_means')})(?!\w)")


def _echoed(stage: Stage, scene: Scene) -> Exit | None:
    """ "As did Latvia", "nor has Poland": the exit told right before, of somebody else."""
    found = echo_in(stage, scene)
    if found is None:
        return None
    cue, party, turn = found
    if turn is Turn.DONE and not scene.dates:
        return None
    if any(c.start == cue.start for c in scene.of(CueKind.ACCEDE)) or _says_itself(scene, cue):
        return None  # "never joined"
    near = stage.scenes[max(0, scene.index - 2) : scene.index + 1]
    if turn is Turn.NOT_DONE:  # what was not done is what the sentence before asks for
        last = {s.clause.passage.start for s in near[-2:]}
        near = tuple(s for s in near if s.clause.passage.start in last)
    gone = (CueKind.GO_OUT,) if cue.tense is Tense.PAST else ()  # "went first, followed by"
    told = [c for s in near for c in s.of(*_STEPS_TOLD, *gone, *JOINING) if c.start < cue.start]
    if turn is Turn.NOT_DONE:  # "before leaving a member has to pay": paying is what was not done
        told = [c for c in told if c.tense is not Tense.NOUN]
    if not told or told[-1].kind in JOINING:
        return None
    head = CueHit(cue.start, cue.end, CueKind.SAME_AGAIN, Tense.OTHER)
    return replace(step_of(stage, scene, head, party), denied=turn is Turn.NOT_DONE)


def _following_out(stage: Stage, scene: Scene) -> Iterator[CueHit]:
    """ "May follow the Americans out", "followed Lithuania's example"."""
    for head in scene.of(CueKind.FOLLOW):
        words = stage.folded[head.end : min(scene.end, head.end + 45)].replace(",", " ").split()
        if set(words) & stage.acts.grammar["followed_to"] or _weighs_following(stage, scene, head):
            yield head._replace(kind=CueKind.SAME_AGAIN)


def _weighs_following(stage: Stage, scene: Scene, head: CueHit) -> bool:
    """Whether somebody thinks of following another, and nothing else: "considers following X"."""
    weighs = any(head.start - c.end == 1 for c in scene.of(CueKind.CONSIDER, CueKind.HEDGE))
    whom = [p for p in scene.parties if p.ids and 0 < p.start - head.end <= _BESIDE]
    it = object_pronoun_after(stage, scene, head)
    end = whom[0].end if whom else it
    rest = stage.folded[end : scene.end].strip() if end is not None else ""
    return weighs and end is not None and (not rest or not rest[0].isalnum())


def _party_at(mention: Mention) -> Party:
    return Party(mention.start, mention.end, mention.ids, Stand.ASIDE)


def process(stage: Stage, scene: Scene) -> Exit | None:
    """A step of the process that does not say of what: "Parliament then gave its approval"."""
    for kind in _PROCESS if scene.has(*_PROCESS) else ():
        for head in scene.of(kind):
            if _is_step(stage, scene, head):
                act = head._replace(kind=_AS_APPROVAL.get(head.kind, head.kind))
                if head.kind is CueKind.EFFECT and head.tense is Tense.PROGRESSIVE:
                    act = act._replace(tense=Tense.PRESENT)  # "вступит в силу"
                if head.kind is CueKind.NOTIFY and is_told(scene, head):
                    act = act._replace(tense=Tense.NOUN)
                return step_of(stage, scene, act, party_of(stage, scene, head))
    return None


def _is_step(stage: Stage, scene: Scene, head: CueHit) -> bool:
    if head.kind is CueKind.RECOMMEND:
        return head.tense is Tense.OTHER
    if head.kind is not CueKind.EFFECT and _sets_a_condition(stage, scene):
        return False
    if head.kind in {CueKind.APPROVE, CueKind.ADOPT}:
        return _approves(stage, scene, head)
    if head.kind is CueKind.DECIDE:
        agreed = head.tense is Tense.PAST and stands_alone(stage, scene, head)
        agreed = agreed and not _decides_else(stage, scene, head)
        return agreed and bool(scene.dates) and _approves(stage, scene, head)
    if head.kind is CueKind.ENACT:
        decreed = set(stage.folded[head.start : head.end].split()) & stage.acts.grammar["decreed"]
        return bool(scene.dates) or not decreed
    if head.kind is CueKind.NOTIFY:
        return notifies(stage, scene, head)
    if head.kind is CueKind.PROPOSE:
        return scene.has(CueKind.GOVERNMENT)
    return _takes_effect(stage, scene, head)


def _decides_else(stage: Stage, scene: Scene, head: CueHit) -> bool:
    """Whether another thing is decided on the day: "decided on Wednesday to come back to it".

    So it is where what was decided follows in a clause of its own: "5. novembrī nolēma, ka".
    """
    if not scene.dates or scene.has(CueKind.EXIT, CueKind.EXIT_OBJECT):
        return False
    rest = stage.folded[scene.dates[0].end : scene.end].split()[:1]
    follows = re.match(r",\s(\w+)", stage.folded[head.end : head.end + _THAT])
    return bool(set(rest) & stage.acts.grammar["rank_to"]) or (
        follows is not None and follows[1] in stage.acts.grammar["that"]
    )


_THAT = 12  # characters of ", that "


def _approves(stage: Stage, scene: Scene, head: CueHit) -> bool:
    """Whether a parliament agrees, or has to, to what the report speaks of."""
    told = head.tense in {Tense.PAST, Tense.NOUN} or _ahead(scene, head)
    if not told or not _office_agrees(stage, scene, head) or takes_up_joining(stage, scene, head):
        return False
    if opens_as_made(scene, head):
        return False
    if head.kind is CueKind.ADOPT and not any(c.start > head.end for c in scene.of(CueKind.BILL)):
        return False
    if refers_by_pronoun(stage, scene, head):
        if not (scene.dates or _ahead(scene, head)):
            return False
    elif not of_leaving(stage, scene, head):
        return False
    return not scene.has(CueKind.PEOPLE)


def _office_agrees(stage: Stage, scene: Scene, head: CueHit) -> bool:
    """Whether a parliament is there, or a government before a bill: "it had approved the bill"."""
    if scene.has(CueKind.PARLIAMENT):
        return True
    offices = scene.of(CueKind.GOVERNMENT, CueKind.PRESIDENT)
    governs = any(c.end <= head.start for c in offices)
    consents = head.kind is CueKind.APPROVE and head.tense is Tense.PAST and scene.dates
    if governs and consents and stands_alone(stage, scene, head):
        return True  # "the cabinet gave its consent in May"
    bill = any(0 < c.start - head.end <= _THE_BILL for c in scene.of(CueKind.BILL))
    return governs and bill and head.tense is Tense.PAST


_THE_BILL = 14  # characters of " its own draft " between "approved" and its object


def _ahead(scene: Scene, head: CueHit) -> bool:
    """Whether the step is still to be taken: "must still approve it"."""
    kinds = (CueKind.DUE, CueKind.FUTURE)
    return head.tense is Tense.BASE and any(0 <= head.start - c.end <= 12 for c in scene.of(*kinds))


def _sets_a_condition(stage: Stage, scene: Scene) -> bool:
    first = scene.start == scene.clause.passage.start
    return first and scene.clause.opener in stage.acts.grammar["conditional"]


def _takes_effect(stage: Stage, scene: Scene, head: CueHit) -> bool:
    """Whether it is a withdrawal that takes effect for somebody, not the rule of it."""
    ahead = bool(scene.dates) or in_so_long(stage, scene) is not None
    if object_before(scene, head) is not None or (scene.durations and not ahead):
        return False
    if which_law(stage, scene) or is_older_than_the_exit(stage, scene):
        return False
    if exit_takes_effect(stage, scene, head.start):
        return True
    of_exit = scene.has(CueKind.WHOSE_EFFECT) or _goes_on_from_exit(stage, scene)
    if not of_exit and of_the_treaty(stage, scene, head.start):
        return False  # "the treaty, which came into force in 1970"
    relative = scene.clause.opener in stage.acts.grammar["relative"]
    told = scene.has(CueKind.WHOSE_EFFECT) or scene.has(CueKind.STEP)
    told = told or (of_exit and ahead)
    return told or (relative and bool(scene.dates))


def _goes_on_from_exit(stage: Stage, scene: Scene) -> bool:
    """Whether a step that the clause before told is to take effect: "its decision, which will"."""
    before = stage.scenes[max(0, scene.index - 1)]
    same = before.clause.passage == scene.clause.passage and before.index < scene.index
    by_it = bool(scene.dates) and any(c.start == scene.start for c in scene.of(CueKind.PRONOUN))
    told = before.has(CueKind.WHOSE_EFFECT, CueKind.EXIT, CueKind.PAPER)
    goes_on = by_it or scene.has(CueKind.FUTURE) or in_so_long(stage, scene) is not None
    return same and told and goes_on


def _signed(stage: Stage, scene: Scene) -> Exit | None:
    """ "The president signed it in the summer": the law of leaving, not the treaty."""
    offices = scene.of(CueKind.PRESIDENT)
    before = stage.scenes[max(0, scene.index - 1)]
    voted = before.has(CueKind.BILL) and before.has(CueKind.PARLIAMENT)
    for head in scene.of(CueKind.SIGN):
        after = scene.syntax.subject_after
        signs = voted or any(after or o.end <= head.start for o in offices)
        signs = signs or _president_comes_back(stage, scene)
        signs = signs and head.tense is not Tense.NOUN
        bill = any(_is_that_bill(stage, scene, head, c) for c in scene.of(CueKind.BILL))
        if signs and (bill or refers_by_pronoun(stage, scene, head)):
            act = head._replace(kind=CueKind.ENACT)
            return step_of(stage, scene, act, party_of(stage, scene, head))
    return None


def _president_comes_back(stage: Stage, scene: Scene) -> bool:
    """Whether the sentence began with the president: "President X, who ..., has to sign it"."""
    if not any(p.understood for p in scene.parties):
        return False
    near = stage.scenes[max(0, scene.index - 3) : scene.index]
    return any(s.has(CueKind.PRESIDENT) for s in near if s.clause.passage == scene.clause.passage)


def _is_that_bill(stage: Stage, scene: Scene, head: CueHit, bill: CueHit) -> bool:
    """Whether it is the law of leaving that is signed, not "a budget law"."""
    if scene.syntax.object_before and 0 < head.start - bill.end <= _NEAR:
        return True  # "įstatymo dar nepasirašė"
    if not 0 <= bill.start - head.end <= _NEAR:
        return False
    small = stage.acts.grammar["article"] | stage.acts.grammar["vague"]
    of_leaving = (CueKind.WHOSE_EFFECT, CueKind.EXIT, CueKind.EXIT_OBJECT)
    named = any(head.end <= c.start < bill.start for c in scene.of(*of_leaving))
    return named or set(stage.folded[head.end : bill.start].split()) <= small


_MODALS = 1  # words before a verb that has no subject of its own: "and will be out"
_SUBJECT_REACH = 30  # characters between a subject and "went"


def _going(stage: Stage, scene: Scene) -> Exit | None:
    """ "Canada went in 1982", "it will be out on 1 July": words that say leaving only here."""
    opens = stage.folded[scene.start : scene.end].split()[:1]
    if set(opens) & stage.acts.grammar["absolute"]:
        return None  # "with Lithuania gone"
    for head in scene.of(CueKind.GO_OUT):
        party = party_of(stage, scene, head)
        named = party is not None and party.ids and head.start - party.end <= _SUBJECT_REACH
        by_pronoun = any(0 <= head.start - c.end <= 14 for c in scene.of(CueKind.PRONOUN))
        bare = len(stage.folded[scene.start : head.start].split()) <= _MODALS
        if (named or by_pronoun or bare) and _ends_there(stage, scene, head):
            return step_of(stage, scene, head, party)
    return None


def _ends_there(stage: Stage, scene: Scene, head: CueHit) -> bool:
    """Whether a day follows the head, or the end of its clause."""
    rest = stage.folded[head.end : scene.end].strip(' .,!?"')
    if not rest or set(rest.split()) <= stage.acts.grammar["gone_with"]:
        return True
    days = [d.start for d in _after(scene, head)]
    spans = [d.start for d in scene.durations if d.start >= head.end]
    return any(stage.folded[head.end : start].count(" ") <= 4 for start in (*days, *spans))


def _after(scene: Scene, head: CueHit) -> Iterator[DateMention]:
    return (d for d in scene.dates if d.start >= head.end)


_FEW = 2  # words between "announced" and "decision"


def _told(stage: Stage, scene: Scene) -> Exit | None:
    """ "The government announced the decision on 3 April": the act is told before."""
    for head in scene.of(CueKind.ANNOUNCE):
        if head.tense not in _TOLD or scene.treaties:
            continue
        if stage.folded[head.start : head.end] in stage.acts.grammar["merely_says"]:
            continue  # "has said the exits will increase tension"
        signed = set(stage.folded[head.start : head.end].split()) & stage.acts.grammar["decreed"]
        if signed and scene.dates:
            return step_of(stage, scene, head, party_of(stage, scene, head))
        acts = scene.of(CueKind.WHOSE_EFFECT, CueKind.STEP)
        following = stage.folded[head.end : scene.end].split()[:2]
        this = bool(set(following[:1]) & stage.acts.grammar["told_act"])
        if this and not set(following[1:]) & stage.acts.grammar["restarts"]:
            return step_of(stage, scene, head, party_of(stage, scene, head))
        if _said_it(stage, scene, head):
            return step_of(stage, scene, head, party_of(stage, scene, head))
        acts = tuple(c for c in acts if not _of_something_else(stage, scene, c))
        near = (stage.folded[head.end : c.start].split() for c in acts if c.start >= head.end)
        small = stage.acts.grammar["article"] | stage.acts.grammar["vague"]
        if any(len(words) <= _FEW and set(words[:1]) <= small for words in near):
            return step_of(stage, scene, head, party_of(stage, scene, head))
    return None


def _said_it(stage: Stage, scene: Scene, head: CueHit) -> bool:
    """Whether "it" is all that was announced: "announced it in March", not "announced it would"."""
    words = stage.acts.grammar
    if scene.clause.opener in words["on_which"] - words["later"] - words["relative"]:
        return False  # "the day on which the secretary announced it"
    it = object_pronoun_after(stage, scene, head)
    return it is not None and stands_alone(stage, scene, head._replace(end=it))


def _until(stage: Stage, scene: Scene) -> Exit | None:
    """Until when somebody is still bound: "it stays a member until 20 February 2026"."""
    for head in scene.of(CueKind.BELONG):
        days = [d for d in scene.dates if 0 < d.start - head.end <= _UNTIL]
        if not days or head.tense is Tense.NOUN or negated(scene, head):
            continue
        words = stage.folded[scene.start : head.end].split()
        until = set(stage.folded[head.end : days[0].end].split()) & stage.acts.grammar["not_until"]
        if until and not set(words) & stage.acts.grammar["lasting"]:
            act = CueHit(head.start, head.end, CueKind.EFFECT, Tense.PAST)
            return step_of(stage, scene, act, party_of(stage, scene, head))
    return None


_UNTIL = 20  # characters of " by it until the end of " before a day


def _of_something_else(stage: Stage, scene: Scene, noun: CueHit) -> bool:
    """Whether what follows says another decision: "the decision to buy tanks"."""
    following = stage.folded[noun.end : scene.end].split()[:1]
    return bool(set(following) & (stage.acts.grammar["leads_out"] | stage.acts.grammar["that"]))


def spoken(stage: Stage, scene: Scene) -> Exit | None:
    """An announcement that has an owner: "Finland's recent announcement"."""
    for head in scene.of(CueKind.CONSIDER):
        treaty = object_after(scene, head, _NEAR)
        if treaty is not None and head.tense is not Tense.NOUN:
            return Exit(scene, head, treaty.ids[0], (treaty,), party_of(stage, scene, head))
    for head in scene.of(CueKind.ANNOUNCE, CueKind.RECOMMEND):
        if head.tense is not Tense.NOUN:
            continue
        party = party_of(stage, scene, head)
        if party is None or _tells_only_when(stage, scene, head):
            continue
        if min(abs(head.start - party.end), abs(party.start - head.end)) < _NEAR:
            return step_of(stage, scene, head, party)
    return None


def _tells_only_when(stage: Stage, scene: Scene, noun: CueHit) -> bool:
    """Whether an announcement only dates what follows: "hours after the Russian announcement"."""
    before = stage.folded[scene.start : noun.start].split()
    return scene.start == scene.clause.passage.start and bool(
        set(before) & stage.acts.grammar["later"]
    )


_ON_CONDITION: tuple[_Reader, ...] = (_for_them, _again, process, spoken)
_READERS: tuple[_Reader, ...] = (
    _for_them,
    _again,
    _echoed,
    papers,
    over,
    process,
    _signed,
    _going,
    _told,
    _until,
    spoken,
)
