"""Claims that somebody leaves a treaty, suspends it, takes back consent, or is on the way to it."""

import re
from collections.abc import Iterator
from dataclasses import replace

from treatywatch.reading.actors.in_rank import earlier_in_rank
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
from treatywatch.reading.acts.exits import exits
from treatywatch.reading.acts.leaving import Exit, names_it_whole
from treatywatch.reading.acts.negations import denies_a_rank, not_until
from treatywatch.reading.acts.stages import AS_BEFORE, BY_DATE, stage_of
from treatywatch.reading.acts.voice import hedged, negated
from treatywatch.reading.claim import Claim, ClaimType, Voice
from treatywatch.reading.claims.further_treaties import dates_of_each, reaching
from treatywatch.reading.claims.span import as_partial, hull, nearest_date
from treatywatch.reading.claims.verbless import told_by_day
from treatywatch.reading.claims.when_dated import dated_before, of_what_came_after
from treatywatch.reading.claims.withdrawals.by_leavers import by_leavers
from treatywatch.reading.claims.withdrawals.company import so_many
from treatywatch.reading.claims.withdrawals.days_of_exit import (
    falls_on_a_day,
    is_after_a_while,
    is_decided_by_a_leader,
    is_so_many,
)
from treatywatch.reading.claims.withdrawals.news_step import in_news
from treatywatch.reading.claims.withdrawals.no_ones import is_a_rule, says_nobody, spoken_by_us
from treatywatch.reading.claims.withdrawals.nobody import nobody_has_left
from treatywatch.reading.claims.withdrawals.real_exits import (
    goes_on,
    is_dated_by_another,
    is_hypothetical,
    verb_of,
    voice_of,
)
from treatywatch.reading.claims.withdrawals.told_before import acted_last, headed, sentence_before
from treatywatch.reading.claims.withdrawals.word_order import (
    TAKES,
    comes_before,
    in_order,
    only_looks_back,
    takes_effect,
)
from treatywatch.reading.naming.mentions import CueHit
from treatywatch.reading.syntax.cast import Party, Stand
from treatywatch.reading.syntax.scenes import Stage
from treatywatch.reading.vocabulary.grammar import grammar
from treatywatch.reading.vocabulary.spans import DateMention, DateModifier
from treatywatch.reading.vocabulary.words_acts import ActWords, CueKind, Tense

ANNOUNCED = "announced"


def withdrawal_claims(stage: Stage) -> list[Claim]:
    """The claims of type withdrawal, in text order."""
    found = list(by_leavers(stage, exits(stage)))
    company = _Company(stage, found)
    told = [(one, claim) for one in found if not one.asked for claim in company.claims(one)]
    claims = [*in_news(stage, told), *nobody_has_left(stage)]
    return [*claims, *told_by_day(stage, claims)]


class _Company:
    """Who leaves, over the whole report: what "five countries" and "Parliament" fall back on."""

    def __init__(self, stage: Stage, found: list[Exit]) -> None:
        self._stage, self._found = stage, found
        self._protagonist = stage.protagonist
        self._leaving: dict[str | None, tuple[str, ...]] = {}
        self._halting: dict[str | None, tuple[str, ...]] = {}  # suspending it, which is no leaving
        self._first: dict[str | None, int] = {}  # where an exit from each treaty is first told
        self._last: dict[str | None, Claim] = {}
        self._latest: dict[str | None, Claim] = {}
        self._main: dict[str | None, Claim] = {}  # but for what had been before
        self._beside: dict[str | None, Claim] = {}  # steps that are notified but are no exits
        for one in found:
            acts = one.party is not None and one.party.ids and one.party.stand is not Stand.ASIDE
            acts = acts and one.party is not None and not one.party.understood
            if one.party is not None and acts and not negated(one.scene, one.head):
                told = self._halting if one.head.kind is CueKind.SUSPEND else self._leaving
                known = told.get(one.treaty, ())
                told[one.treaty] = tuple(dict.fromkeys((*known, *one.party.ids)))
                self._first.setdefault(one.treaty, one.head.start)

    def claims(self, one: Exit) -> Iterator[Claim]:
        """The claim that a mention of leaving makes, if it can be told who leaves what."""
        subject = self._subject(one)
        kind = self._kind(one)
        together = subject.group is not None and is_so_many(self._stage, one, subject)
        if kind is None or one.treaty is None or not (subject.ids or together):
            return
        if self._retold(one, subject, kind) or is_a_rule(self._stage, one):
            return
        if is_hypothetical(self._stage, one):
            return
        date = nearest_date(one.scene, one.head, as_said=kind not in _ACTS_OF_LAW)
        date = date or dated_before(self._stage, one.scene)
        if date is not None and (
            is_dated_by_another(self._stage, one, kind, date)
            or of_what_came_after(self._stage, one.party, date)
        ):
            date = None
        parts = (subject.party, one.head, *one.treaty_words, date, *_governing(one))
        start, end = hull(self._stage, one.scene, *parts)
        claim = Claim(
            type=ClaimType.WITHDRAWAL,
            quote=self._stage.text[start:end],
            start=start,
            end=end,
            treaty=one.treaty,
            participants=tuple(dict.fromkeys(subject.ids)),
            stage=kind,
            voice=voice_of(self._stage, one, kind, date),
            negated=one.denied or self._denied(one, kind),
            hedged=hedged(one.scene, verb_of(one, kind)),
            date=as_partial(None if _only_up_to(date) else date),
            named_group=subject.group,
            under_way=goes_on(self._stage, one, kind),
        )
        if self._only_ranks(one, claim):
            yield from self._gone_before(one, claim)
            return
        if not comes_before(self._stage, one):
            self._latest[one.treaty] = claim
            if not only_looks_back(self._stage, one):
                self._main[one.treaty] = claim
            self._note_beside(one, claim)
            if claim.voice is Voice.DID or one.treaty not in self._last:
                self._last[one.treaty] = claim
        for each in self._each(one, claim):
            if each.treaty != one.treaty:
                self._latest[each.treaty] = self._last[each.treaty] = each
            yield each
        yield from self._gone_before(one, claim)

    def _denied(self, one: Exit, kind: str) -> bool:
        """Whether the exit is said not to be: "not until August" tells that it was, and when."""
        verb = verb_of(one, kind)
        told = kind == "notified" and not_until(self._stage, one.scene, verb)
        told = told or denies_a_rank(self._stage, one.scene, verb)
        return negated(one.scene, verb) and not told

    def _only_ranks(self, one: Exit, claim: Claim) -> bool:
        """Whether a participle adds a rank to what was just told: "..., becoming the first to"."""
        ranks = self._stage.acts.grammar["ranking"]
        told = self._last.get(one.treaty)
        start = max(one.scene.start, one.head.start - _RANKS)
        before = self._stage.folded[start : one.head.start].split()
        same = told is not None and told.start >= one.scene.clause.passage.start
        return (
            bool(set(before) & ranks)
            and told is not None
            and same
            and told.participants == claim.participants
        )

    def _gone_before(self, one: Exit, claim: Claim) -> Iterator[Claim]:
        """Those who did so earlier: "the fifth to leave, after Estonia, Latvia and Poland"."""
        before = earlier_in_rank(self._stage, one.scene)
        if before is None or set(before.ids) & set(claim.participants):
            return
        start, end = before.start, before.end
        quote = self._stage.text[start:end]
        yield replace(
            claim,
            quote=quote,
            start=start,
            end=end,
            participants=before.ids,
            date=None,
            named_group=before.group,
            voice=Voice.DID,
            negated=False,
        )

    def _each(self, one: Exit, claim: Claim) -> Iterator[Claim]:
        """One claim for each treaty of a list; "respectively" gives each its own participant."""
        treaties = tuple(dict.fromkeys(m.ids[0] for m in one.treaty_words)) or (claim.treaty,)
        respectively = _respectively(self._stage.acts).search(
            self._stage.folded, one.scene.start, one.scene.end
        )
        paired = respectively is not None and len(treaties) == len(claim.participants) > 1
        dates = dates_of_each(self._stage, one.scene, one.treaty_words)
        claim = reaching(self._stage, claim, dates[-1].end) if dates else claim
        for number, treaty in enumerate(treaties):
            whole = replace(claim, treaty=treaty)
            if paired:
                whole = replace(whole, participants=claim.participants[number : number + 1])
            yield replace(whole, date=as_partial(dates[number])) if dates else whole

    def _kind(self, one: Exit) -> str | None:
        kind = stage_of(one.scene, one.head, one.party, self._stage.context.words.language)
        kind = in_order(self._stage, one, kind)
        if kind == BY_DATE:
            return "effective" if self._is_over(one) else ANNOUNCED
        if one.head.kind is CueKind.SAME_AGAIN and one.party and one.party.stand is Stand.ASIDE:
            return "considered"
        if kind == "notified" and self._of_another_step(one):
            return self._beside[one.treaty].stage or kind
        if kind == "effective" and self._is_formal(one):
            return "notified"
        if kind == AS_BEFORE and one.scene.has(CueKind.ANNOUNCE):
            return ANNOUNCED
        if kind == ANNOUNCED and falls_on_a_day(self._stage, one):
            return "effective"
        if kind == "effective" and is_decided_by_a_leader(one):
            return ANNOUNCED
        if kind != AS_BEFORE:
            return kind
        last = self._taken_up(one)
        beside = last is not None and last.stage in _NOTIFIED_TOO  # a suspension stays one
        if self._still_to_come(one) and not beside:
            return "effective"
        if last is not None and self._is_long_done(one, last):
            return "effective"
        return last.stage if last is not None else ANNOUNCED

    def _is_long_done(self, one: Exit, told: Claim) -> bool:
        """Whether who did the same is out: "did so in 2017", "had done the same before"."""
        if told.stage == ANNOUNCED:
            return self._past(one)
        before = told.stage == "notified" and only_looks_back(self._stage, one)
        return before and not one.scene.dates

    def _taken_up(self, one: Exit) -> Claim | None:
        """The exit that "did the same" takes up: one that only looks back, not past a paragraph."""
        opens = self._stage.context.paragraph_start(one.head.start) == one.scene.start
        main = self._main.get(one.treaty) if opens else None
        return main if main is not None else self._latest.get(one.treaty)

    def _is_over(self, one: Exit) -> bool:
        """Whether its day, or what is told beside it, makes an exit one that took place."""
        done = self._past(one) or comes_before(self._stage, one)
        return done or takes_effect(self._stage, one) or falls_on_a_day(self._stage, one)

    def _is_formal(self, one: Exit) -> bool:
        """Whether leaving is told by the act itself, or by a verb left out after one."""
        words = self._stage.folded[one.head.start : one.head.end]
        last = self._latest.get(one.treaty)
        if not words and one.scene.clause.elliptical and last is not None:
            return last.stage == "notified"
        told = one.head.tense is not Tense.NOUN
        return told and not self._stage.acts.grammar["formal_exit"].isdisjoint(words.split())

    def _note_beside(self, one: Exit, claim: Claim) -> None:
        """Remember a suspension, or the taking back of consent, for the notice of it."""
        if one.head.kind is CueKind.TAKE_BACK:
            self._beside[one.treaty] = replace(claim, stage="consent_withdrawn")
        elif claim.stage in _NOTIFIED_TOO:
            self._beside[one.treaty] = claim
        else:
            self._beside.pop(one.treaty, None)

    def _of_another_step(self, one: Exit) -> bool:
        """Whether a notice that does not say of what is that of the suspension told before."""
        beside = self._beside.get(one.treaty)
        named = one.scene.has(CueKind.EXIT, CueKind.EXIT_OBJECT, CueKind.EXIT_NOTICE)
        if beside is None or named or one.head.kind is not CueKind.NOTIFY or one.scene.durations:
            return False  # who suspends waits for no period
        if one.scene.treaties and not one.scene.has(CueKind.SUSPEND):
            return False  # "gives notice to UNESCO" says of what
        return one.party is None or set(one.party.ids) <= set(beside.participants)

    def _still_to_come(self, one: Exit) -> bool:
        """Whether a day ahead is told: "Finland is next, on 10 January"."""
        published = self._stage.context.report.published
        date = nearest_date(one.scene, one.head)
        if one.head.kind is CueKind.SAME_AGAIN and is_after_a_while(self._stage, one):
            return True
        told = date is not None and published is not None and one.head.kind is CueKind.SAME_AGAIN
        return told and date is not None and str(date.first.first()) > str(published)

    def _past(self, one: Exit) -> bool:
        """Whether the act is dated before the year of the report: "the withdrawal in 2019"."""
        published = self._stage.context.report.published
        date = nearest_date(one.scene, one.head)
        if date is None or published is None or one.treaty is None:
            return False
        return date.last.year < int(published[:4]) and not one.scene.has(CueKind.ANNOUNCE)

    def _retold(self, one: Exit, subject: Subject, kind: str) -> bool:
        """Whether a "when" clause only says again what its sentence has just said."""
        last = self._last.get(one.treaty)
        opener, words = one.scene.clause.opener, self._stage.acts.grammar
        later = opener in words["later"]
        return (
            later
            and last is not None
            and (last.stage == kind or opener in words["at_once"])
            and one.scene.clause.passage.start <= last.start
            and set(subject.ids) <= set(last.participants)
        )

    def _subject(self, one: Exit) -> Subject:
        party = self._party(one)
        leaving = self._leaving.get(one.treaty) or self._halting.get(one.treaty, ())
        last = self._last[one.treaty].participants if one.treaty in self._last else ()
        if party is not None and party.ids:
            shown = party if party is one.party else None
            return Subject(party.ids, shown, party.group)
        if party is not None and (listed := spelt_out(self._stage, one.scene, party)):
            return Subject(listed.ids, party, listed.group)
        if party is not None and party.vague and not party.one:
            told = said_of_pronoun(self._stage, one.scene, party)
            told = told or both(self._stage, one.scene, one.head)
            if told:
                return Subject(told, party, inherited=True)
            return self._group(one, leaving, last)
        if spoken_by_us(self._stage, one) or says_nobody(self._stage, one) or self._whichever(one):
            return Subject((), None)
        exactly = just_so_many(self._stage, one.scene, one.head)
        if exactly:
            return Subject(exactly, None, inherited=True)
        where = place_before(self._stage, one.scene)
        if where:
            return Subject(where, None, inherited=True)
        if party is not None and (told := said_of_pronoun(self._stage, one.scene, party)):
            return Subject(told, party, inherited=True)
        owned = owner_of_office(self._stage, one.scene, one.head)
        if owned:
            return Subject(owned, party, inherited=True)
        member = party is not None and party.vague and party.one and party is one.party
        if member or speaks_for_one(one.scene, one.head):
            return Subject(self._one(one, leaving, last), party, inherited=True)
        if one.head.tense is Tense.NOUN or _act_takes_effect(one):
            return Subject(self._of_act(one, leaving, last), party, inherited=True)
        ids = carried_on(self._stage, one.scene, one.head)
        decided = one.scene.has(CueKind.DECIDE, CueKind.ENACT, CueKind.ANNOUNCE)
        sole = leaving if decided and one.treaty_words and len(leaving) == 1 else ()
        return Subject(ids or sole or self._just_told(one), party, inherited=True)

    def _just_told(self, one: Exit) -> tuple[str, ...]:
        """Those of the exit told right before, where "they" or "it" are as many."""
        last = self._last.get(one.treaty)
        if last is None or last.end < sentence_before(self._stage, one.scene):
            return ()
        before = self._stage.folded[one.scene.start : one.head.start].split()
        words = self._stage.acts.grammar
        several = len(last.participants) > 1
        said = set(before) & (words["several"] if several else words["single"])
        return last.participants if said and not one.treaty_words else ()

    def _of_act(
        self, one: Exit, leaving: tuple[str, ...], last: tuple[str, ...]
    ) -> tuple[str, ...]:
        """Whose a notice or an exit is that has no owner beside it."""
        own = owner_in_sentence(self._stage, one.scene, one.head)
        if known := own or self._spoken_of(one):
            return known
        lately = self._latest.get(one.treaty)
        if lately is not None and self._is_denied_of(one, lately):
            return lately.participants
        told_whole = names_it_whole(self._stage, one) and not one.scene.has(CueKind.POSSESSIVE)
        return (leaving if told_whole else last) or self._sole(leaving)

    def _is_denied_of(self, one: Exit, lately: Claim) -> bool:
        """Whether no notice has been given by those just told to think of it."""
        weighed = lately.voice is not Voice.DID and one.head.kind is CueKind.NOTIFY
        paragraph = self._stage.context.paragraph_start(one.head.start)
        return weighed and lately.start >= paragraph and negated(one.scene, one.head)

    def _whichever(self, one: Exit) -> bool:
        """Whether some State is meant, whichever: "the first time that a State has left"."""
        party = one.party
        if party is None or not (party.vague and party.one):
            return False
        before = self._stage.folded[one.scene.start : party.start].split()
        words = self._stage.acts.grammar
        said_to_be = set(before[-2:-1]) & words["becomes"] or one.scene.people
        return bool(set(before[-1:]) & words["anyone"]) and not said_to_be

    def _spoken_of(self, one: Exit) -> tuple[str, ...]:
        """Whom a heading names, or who acted last where no exit from the treaty is told yet."""
        told = self._last.get(one.treaty)
        if by_heading := headed(self._stage, one.scene, told.end if told is not None else 0):
            return by_heading
        first = self._first.get(one.treaty)
        if told is not None or (first is not None and first <= one.head.start):
            return ()
        return acted_last(self._stage, one.scene, self._protagonist)

    def _another_since(self, one: Exit, told: str) -> tuple[str, ...]:
        """Who has acted since somebody's exit was told, where that is not the chief actor's."""
        if told == self._protagonist:
            return ()
        return acted_last(self._stage, one.scene, None, self._last[one.treaty].end)

    def _chief_again(self, one: Exit, leaving: tuple[str, ...]) -> tuple[str, ...]:
        """The chief actor, if it leaves and the exit told last is not of the sentence before."""
        chief = self._protagonist
        if chief is None or chief not in leaving:
            return ()
        before = sentence_before(self._stage, one.scene)
        return (chief,) if self._last[one.treaty].start < before else ()

    def _sole(self, leaving: tuple[str, ...]) -> tuple[str, ...]:
        """Whose the exit is that nobody was told to own: of those who leave, the chief one."""
        return (self._protagonist,) if self._protagonist in leaving else leaving

    def _party(self, one: Exit) -> Party | None:
        if one.head.kind is CueKind.NOTIFY and self._is_received(one):
            return None  # "Japan said it had received no notification"
        return one.party or antecedent(self._stage, one.scene)

    def _is_received(self, one: Exit) -> bool:
        """Whether the subject is the one who gets the notice."""
        before = self._stage.folded[one.scene.start : one.head.end].split()
        got, words = before[-_RECEIVED:], self._stage.acts.grammar
        return (
            one.head.tense is Tense.NOUN
            and bool(set(got) & words["receives"])
            and not set(got[-2:-1]) & words["be"]  # "Burundi's notice was received"
        )

    def _group(self, one: Exit, leaving: tuple[str, ...], last: tuple[str, ...]) -> Subject:
        """Those whom a vague party means: all who leave, or the others of them."""
        party = one.party
        if party is None or (party.other and one.scene.has(CueKind.HEDGE, CueKind.URGING)):
            return Subject((), None)
        if one.head.kind is CueKind.SUSPEND:
            words = self._stage.text[party.start : party.end]
            return Subject((), party, words)  # "NATO members suspended it": none of those who left
        told = so_many(self._stage, one, party, self._found) or _members(one, party, leaving)
        ids = tuple(i for i in told if not party.other or i not in last)
        return Subject(ids or told, party, self._stage.text[party.start : party.end])

    def _one(self, one: Exit, leaving: tuple[str, ...], last: tuple[str, ...]) -> tuple[str, ...]:
        if known := self._spoken_of(one):
            return known
        if len(last) == 1:
            return self._another_since(one, last[0]) or self._chief_again(one, leaving) or last
        if self._protagonist in leaving:
            return (self._protagonist,)
        return last[:1] or leaving[:1] or seat_of_office(one.scene) or self._chief(one)

    def _chief(self, one: Exit) -> tuple[str, ...]:
        """Whose law it is that takes consent back from a treaty that nobody is told to leave."""
        chief = self._protagonist if one.head.kind is CueKind.TAKE_BACK else None
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


_RANKS = 50  # characters of "becoming the first European country ever to "
_RECEIVED = 5  # words of "received no formal notification"

# steps of which the depositary is told as well
# What takes its time: the day on which it is told need not be the day on which it was done.
_ACTS_OF_LAW = frozenset({"notified", "effective", "revoked"})
_NOTIFIED_TOO = frozenset({"suspended", "consent_withdrawn"})


def _only_up_to(date: DateMention | None) -> bool:
    """Whether the date bounds a time without a day: "bound until the end of June"."""
    return date is not None and date.modifier is DateModifier.UNTIL and date.last.day is None


@grammar
def _respectively(acts: ActWords) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{acts.any_of('respectively')})\b")


_BEFORE_PARTY = 40  # characters that the words of a step may stand before the party they are about


def _governing(one: Exit) -> tuple[CueHit, ...]:
    """The words for the steps on the way that belong to the span of the claim."""
    kinds = (CueKind.ANNOUNCE, CueKind.DECIDE, CueKind.RECOMMEND, CueKind.CONSIDER)
    cues = one.scene.of(*kinds, CueKind.APPROVE, CueKind.NOTIFY, CueKind.EFFECT, CueKind.ENACT)
    if one.party is None or one.party.start > one.head.start:
        return cues
    return tuple(c for c in cues if c.end >= one.party.start - _BEFORE_PARTY)
