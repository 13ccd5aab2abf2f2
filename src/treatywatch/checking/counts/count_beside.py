"""Numbers of something beside the States on the list: what was done on a day, what is needed."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from treatywatch.checking.counts.count_question import CountQuestion
from treatywatch.checking.grounds.dates import agree, at
from treatywatch.checking.grounds.finding import Basis, BasisKind, Verdict
from treatywatch.checking.grounds.judgement import Judgement, borne_out
from treatywatch.checking.grounds.knowledge import CONSENTS, SIGNATURES, Knowledge
from treatywatch.checking.joining.joined_what import names_of_circles
from treatywatch.checking.words.count_words import has_one
from treatywatch.checking.words.word_line import PAUSE, find, find_any, line
from treatywatch.law.calendar import PartialDate
from treatywatch.law.clauses.final import Both, Instruments, NamedStates, Threshold
from treatywatch.law.participant import ParticipantKind
from treatywatch.law.treaty import Treaty
from treatywatch.reading.claim import Bound
from treatywatch.status.answers import CountRule

_SIGNING = "signatories"


def done_then(
    treaty: str, stage: str | None, on: PartialDate, wanted: float, knowledge: Knowledge
) -> Judgement | None:
    """So many did it on that day or in that month: "eight States ratified on Thursday"."""
    kinds = SIGNATURES if stage == _SIGNING else CONSENTS
    who = {
        act.participant
        for act in knowledge.ledger.acts.get(treaty, ())
        if act.kind in kinds and act.received_on.first() <= knowledge.on
        if agree(on, act.received_on)
    }
    if len(who) != wanted:
        return None
    did = "signed" if stage == _SIGNING else "deposited an instrument"
    basis = Basis(BasisKind.COUNT, f"{treaty} {stage} received {on}: {len(who)}")
    return borne_out(f"{len(who)} States {did} {at(on)}.", basis)


def counts_some(question: CountQuestion) -> bool:
    """Whether it counts a part: "among them are ten", "35 States Parties have finished".

    Not where what so many did is signing, ratifying or joining, which makes all of them parties.
    """
    claim, terms = question.claim, question.knowledge.ledger.fact_words.terms
    if has_one(claim.quote, terms.among_them):
        return True
    if not has_one(claim.quote, terms.parties) or has_one(claim.quote, terms.ratifying):
        return False
    rest = question.knowledge.text[claim.end : claim.end + _AHEAD]
    after = find_any(line(rest), terms.some_have)
    return bool(after) and after[0].start == 0 and not has_one(rest, terms.ratifying)


def of_something_else(question: CountQuestion) -> bool:
    """ "Members of our network in seventy countries": of what is no treaty."""
    claim, terms = question.claim, question.knowledge.ledger.fact_words.terms
    words = line(question.knowledge.text[claim.start : claim.end + _AHEAD])
    inside = len(line(claim.quote))
    for noun in find_any(words, terms.parties):
        of = words[noun.end : noun.end + 1]
        if noun.end > inside or not of or of[0] not in terms.of_what:
            continue
        owner = _up_to_pause(words[noun.end + 1 : noun.end + 1 + _OWNER])
        treaty = question.knowledge.treaty(question.treaty)
        names = [(name.form, "") for name in treaty.names]
        nouns = [(phrase, "") for phrase in (*terms.treaty_nouns, *terms.same_one)]
        if owner and not find(owner, [*names, *nouns]):
            return True
    return False


def is_of_a_group(question: CountQuestion) -> bool:
    """ "Sixteen States of NATO", "48 of the continent's 53 States": those of a group alone."""
    knowledge, words = question.knowledge, line(question.claim.quote)
    of = knowledge.ledger.fact_words.terms.of_what
    circles = names_of_circles(knowledge.ledger)
    own = {name.form for name in knowledge.treaty(question.treaty).names}
    groups = [one for one in find(words, circles.opening(words)) if words[one.start] not in own]
    if any(one.start > 0 and words[one.start - 1] in of for one in groups):
        return True
    number = f"{question.value:g}"
    at = words.index(number) if number in words else 0
    articles = (*of, *knowledge.ledger.fact_words.keeping.between)  # "flags of the 152 members"
    return at > 2 and words[at - 1] not in articles and not {*words[at - 3 : at - 1]}.isdisjoint(of)


def with_organisations(
    question: CountQuestion, judgement: Judgement, judge: Callable[[CountQuestion], Judgement]
) -> Judgement:
    """ "45 States and the European Union have signed": the table counts one more."""
    exact = question.claim.bound is Bound.EXACT and question.claim.value_high is None
    if judgement.verdict is Verdict.BORNE_OUT or not exact:
        return judgement
    people, end = question.knowledge.ledger.participants, question.claim.end
    behind = _up_to_pause(line(question.knowledge.text[end : end + _AHEAD]))
    words = (*line(question.claim.quote), *behind)  # "191 countries | and the European Union"
    bodies = (one for one in people.values() if one.kind is ParticipantKind.ORGANISATION)
    named = find(words, ((name.form, one.id) for one in bodies for name in one.names))
    beside = {owner for one in named if one.start > 0 for owner in one.owners}
    if not beside:
        return judgement
    more = question.value + len(beside)
    claim = replace(question.claim, value=more)
    kinder = judge(replace(question, value=more, claim=claim))
    return kinder if kinder.verdict is Verdict.BORNE_OUT else judgement


def of_states_alone(
    question: CountQuestion, judgement: Judgement, judge: Callable[[CountQuestion], Judgement]
) -> Judgement:
    """ "38 States have ratified": the table counts an organisation that has done so beside them."""
    exact = question.claim.bound is Bound.EXACT and question.claim.value_high is None
    if judgement.verdict is Verdict.BORNE_OUT or not exact:
        return judgement
    terms, words = question.knowledge.ledger.fact_words.terms, line(question.claim.quote)
    nouns = {one.start for one in find_any(words, terms.states_alone)}
    parties = {at for one in find_any(words, terms.parties) for at in range(one.start, one.end)}
    if not nouns - parties:
        return judgement  # "39 States Parties" are all of the table
    people = question.knowledge.ledger.participants
    rule = _SIGNED if question.claim.stage == _SIGNATORIES else CountRule.CONSENT_EXPRESSED
    counted = question.counts(question.on).by(rule).participants
    bodies = sum(people[one].kind is ParticipantKind.ORGANISATION for one in counted)
    if not bodies:
        return judgement
    more = question.value + bodies
    kinder = judge(replace(question, value=more, claim=replace(question.claim, value=more)))
    return kinder if kinder.verdict is Verdict.BORNE_OUT else judgement


_SIGNED, _SIGNATORIES = CountRule.SIGNATORIES, "signatories"


def _up_to_pause(words: Sequence[str]) -> Sequence[str]:
    return words[: words.index(PAUSE)] if PAUSE in words else words


_AHEAD, _OWNER = 40, 6  # signs; words


def numbers_needed(treaty: Treaty) -> tuple[int, ...]:
    """The numbers of instruments that the treaty's entry into force needs (VCLT Art. 24(1))."""
    needs = treaty.final_clauses.of_the_treaty.needs
    return tuple(_numbers(needs)) if needs is not None else ()


def _numbers(needs: Threshold) -> Iterator[int]:
    if isinstance(needs, Instruments):
        yield needs.number
    elif isinstance(needs, NamedStates):
        yield len(needs.states)
    elif isinstance(needs, Both):
        for condition in needs.conditions:
            yield from _numbers(condition)
