"""Who leaves: named, told by a pronoun or a number, or known from what was told before."""

from treatywatch.reading.actors.spelt_out import spelt_out
from treatywatch.reading.actors.subjects import (
    Subject,
    antecedent,
    both,
    carried_on,
    just_so_many,
    owner_in_sentence,
    owner_of_office,
    place_before,
    said_of_pronoun,
    seat_of_office,
    speaks_for_one,
)
from treatywatch.reading.acts.leaving import Exit, names_it_whole
from treatywatch.reading.acts.voice import negated
from treatywatch.reading.claim import Claim, Voice
from treatywatch.reading.claims.withdrawals.company import so_many
from treatywatch.reading.claims.withdrawals.exits_told import ExitsTold
from treatywatch.reading.claims.withdrawals.no_ones import says_nobody, spoken_by_us
from treatywatch.reading.claims.withdrawals.told_before import acted_last, headed, sentence_before
from treatywatch.reading.claims.withdrawals.word_order import TAKES
from treatywatch.reading.syntax.cast import Party
from treatywatch.reading.syntax.scenes import Stage
from treatywatch.reading.vocabulary.words_acts import CueKind, Tense


def who_leaves(stage: Stage, so_far: ExitsTold, one: Exit) -> Subject:
    """Those who take the step, and the words that name them."""
    party = _party(stage, one)
    leaving = so_far.leaving.get(one.treaty) or so_far.halting.get(one.treaty, ())
    last = so_far.last[one.treaty].participants if one.treaty in so_far.last else ()
    if party is not None and party.ids:
        shown = party if party is one.party else None
        return Subject(party.ids, shown, party.group)
    if party is not None and (listed := spelt_out(stage, one.scene, party)):
        return Subject(listed.ids, party, listed.group)
    if party is not None and party.vague and not party.one:
        told = said_of_pronoun(stage, one.scene, party)
        told = told or both(stage, one.scene, one.head)
        if told:
            return Subject(told, party, inherited=True)
        return _group(stage, so_far, one, leaving, last)
    if spoken_by_us(stage, one) or says_nobody(stage, one) or _whichever(stage, one):
        return Subject((), None)
    exactly = just_so_many(stage, one.scene, one.head)
    if exactly:
        return Subject(exactly, None, inherited=True)
    where = place_before(stage, one.scene)
    if where:
        return Subject(where, None, inherited=True)
    if party is not None and (told := said_of_pronoun(stage, one.scene, party)):
        return Subject(told, party, inherited=True)
    owned = owner_of_office(stage, one.scene, one.head)
    if owned:
        return Subject(owned, party, inherited=True)
    member = party is not None and party.vague and party.one and party is one.party
    if member or speaks_for_one(one.scene, one.head):
        return Subject(_one(stage, so_far, one, leaving, last), party, inherited=True)
    if one.head.tense is Tense.NOUN or _act_takes_effect(one):
        return Subject(_of_act(stage, so_far, one, leaving, last), party, inherited=True)
    ids = _of_notice_told(stage, so_far, one) or carried_on(stage, one.scene, one.head)
    decided = one.scene.has(CueKind.DECIDE, CueKind.ENACT, CueKind.ANNOUNCE)
    sole = leaving if decided and one.treaty_words and len(leaving) == 1 else ()
    return Subject(ids or sole or _just_told(stage, so_far, one), party, inherited=True)


def _of_notice_told(stage: Stage, told: ExitsTold, one: Exit) -> tuple[str, ...]:
    """Whose the notice is that was told right before, where it is to take effect: "and will"."""
    last = told.latest.get(one.treaty)
    if one.head.kind is not CueKind.EFFECT or one.party is not None or last is None:
        return ()
    if one.scene.clause.opener in stage.acts.grammar["relative"]:
        return ()  # "a notice that comes in by July takes effect in January"
    return last.participants if last.end >= sentence_before(stage, one.scene) else ()


def _just_told(stage: Stage, told: ExitsTold, one: Exit) -> tuple[str, ...]:
    """Those of the exit told right before, where "they" or "it" are as many."""
    last = told.last.get(one.treaty)
    if last is None or last.end < sentence_before(stage, one.scene):
        return ()
    before = stage.folded[one.scene.start : one.head.start].split()
    words = stage.acts.grammar
    several = len(last.participants) > 1
    said = set(before) & (words["several"] if several else words["single"])
    return last.participants if said and not one.treaty_words else ()


def _of_act(
    stage: Stage, told: ExitsTold, one: Exit, leaving: tuple[str, ...], last: tuple[str, ...]
) -> tuple[str, ...]:
    """Whose a notice or an exit is that has no owner beside it."""
    own = owner_in_sentence(stage, one.scene, one.head)
    if known := own or _spoken_of(stage, told, one):
        return known
    lately = told.latest.get(one.treaty)
    if lately is not None and _is_denied_of(stage, one, lately):
        return lately.participants
    told_whole = names_it_whole(stage, one) and not one.scene.has(CueKind.POSSESSIVE)
    return (leaving if told_whole else last) or _sole(told, leaving)


def _is_denied_of(stage: Stage, one: Exit, lately: Claim) -> bool:
    """Whether no notice has been given by those just told to think of it."""
    weighed = lately.voice is not Voice.DID and one.head.kind is CueKind.NOTIFY
    paragraph = stage.context.paragraph_start(one.head.start)
    return weighed and lately.start >= paragraph and negated(one.scene, one.head)


def _whichever(stage: Stage, one: Exit) -> bool:
    """Whether some State is meant, whichever: "the first time that a State has left"."""
    party = one.party
    if party is None or not (party.vague and party.one):
        return False
    before = stage.folded[one.scene.start : party.start].split()
    words = stage.acts.grammar
    said_to_be = set(before[-2:-1]) & words["becomes"] or one.scene.people
    return bool(set(before[-1:]) & words["anyone"]) and not said_to_be


def _spoken_of(stage: Stage, so_far: ExitsTold, one: Exit) -> tuple[str, ...]:
    """Whom a heading names, or who acted last where no exit from the treaty is told yet."""
    told = so_far.last.get(one.treaty)
    if by_heading := headed(stage, one.scene, told.end if told is not None else 0):
        return by_heading
    first = so_far.first.get(one.treaty)
    if told is not None or (first is not None and first <= one.head.start):
        return ()
    return acted_last(stage, one.scene, so_far.protagonist)


def _another_since(stage: Stage, so_far: ExitsTold, one: Exit, told: str) -> tuple[str, ...]:
    """Who has acted since somebody's exit was told, where that is not the chief actor's."""
    if told == so_far.protagonist:
        return ()
    return acted_last(stage, one.scene, None, so_far.last[one.treaty].end)


def _chief_again(
    stage: Stage, told: ExitsTold, one: Exit, leaving: tuple[str, ...]
) -> tuple[str, ...]:
    """The chief actor, if it leaves and the exit told last is not of the sentence before."""
    chief = told.protagonist
    if chief is None or chief not in leaving:
        return ()
    before = sentence_before(stage, one.scene)
    return (chief,) if told.last[one.treaty].start < before else ()


def _sole(told: ExitsTold, leaving: tuple[str, ...]) -> tuple[str, ...]:
    """Whose the exit is that nobody was told to own: of those who leave, the chief one."""
    return (told.protagonist,) if told.protagonist in leaving else leaving


def _party(stage: Stage, one: Exit) -> Party | None:
    if one.head.kind is CueKind.NOTIFY and _is_received(stage, one):
        return None  # "Japan said it had received no notification"
    return one.party or antecedent(stage, one.scene)


def _is_received(stage: Stage, one: Exit) -> bool:
    """Whether the subject is the one who gets the notice."""
    before = stage.folded[one.scene.start : one.head.end].split()
    got, words = before[-_RECEIVED:], stage.acts.grammar
    return (
        one.head.tense is Tense.NOUN
        and bool(set(got) & words["receives"])
        and not set(got[-2:-1]) & words["be"]  # "Burundi's notice was received"
    )


def _group(
    stage: Stage, so_far: ExitsTold, one: Exit, leaving: tuple[str, ...], last: tuple[str, ...]
) -> Subject:
    """Those whom a vague party means: all who leave, or the others of them."""
    party = one.party
    if party is None or (party.other and one.scene.has(CueKind.HEDGE, CueKind.URGING)):
        return Subject((), None)
    if one.head.kind is CueKind.SUSPEND:
        words = stage.text[party.start : party.end]
        return Subject((), party, words)  # "NATO members suspended it": none of those who left
    told = so_many(stage, one, party, so_far.found) or _members(one, party, leaving)
    ids = tuple(i for i in told if not party.other or i not in last)
    return Subject(ids or told, party, stage.text[party.start : party.end])


def _one(
    stage: Stage, told: ExitsTold, one: Exit, leaving: tuple[str, ...], last: tuple[str, ...]
) -> tuple[str, ...]:
    if known := _spoken_of(stage, told, one):
        return known
    if len(last) == 1:
        return (
            _another_since(stage, told, one, last[0])
            or _chief_again(stage, told, one, leaving)
            or last
        )
    if told.protagonist in leaving:
        return (told.protagonist,)
    return last[:1] or leaving[:1] or seat_of_office(one.scene) or _chief(told, one)


def _chief(told: ExitsTold, one: Exit) -> tuple[str, ...]:
    """Whose law it is that takes consent back from a treaty that nobody is told to leave."""
    chief = told.protagonist if one.head.kind is CueKind.TAKE_BACK else None
    return (chief,) if chief else ()


def _members(one: Exit, party: Party, leaving: tuple[str, ...]) -> tuple[str, ...]:
    """Those of them who are in the group that the words name: "five EU countries"."""
    groups = (m for m in one.scene.people if m.role == "group")
    named = {i for m in groups if party.start <= m.start < party.end for i in m.ids}
    return tuple(i for i in leaving if i in named) or leaving


def _act_takes_effect(one: Exit) -> bool:
    """Whether what was told is what takes effect: "the move will take effect in January"."""
    if one.head.kind is not CueKind.EFFECT:
        return False
    acts = one.scene.of(CueKind.STEP, CueKind.WHOSE_EFFECT)
    return any(0 < one.head.start - c.end <= TAKES for c in acts)


_RECEIVED = 5  # words of "received no formal notification"
