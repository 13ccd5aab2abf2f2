"""Claims about who signed, ratified, joined, or stayed outside."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from treatywatch.checking.doubts.in_company import errs_about_one
from treatywatch.checking.doubts.in_dubio import may_name_a_treaty, over_all
from treatywatch.checking.exits.lasting_until import as_of_that_day, unless_it_ends_else
from treatywatch.checking.grounds.dates import agree, is_after
from treatywatch.checking.grounds.finding import Verdict
from treatywatch.checking.grounds.judgement import (
    Judgement,
    borne_out,
    not_checked,
    nothing_of_the_kind,
    undetermined,
)
from treatywatch.checking.grounds.knowledge import Knowledge
from treatywatch.checking.joining.came_back import judge_return, tells_of_return
from treatywatch.checking.joining.from_the_start import opening_day, since_the_start
from treatywatch.checking.joining.in_line import out_of_line
from treatywatch.checking.joining.joined_what import (
    behind_an_inset,
    joined_the_treaty,
    only_admitted,
)
from treatywatch.checking.joining.joining import (
    joined_later,
    judge_acceded,
    judge_in_force,
    judge_joined,
    judge_party,
    judge_party_from,
    judge_party_since,
    judge_ratified,
    judge_signed,
    judge_signed_up,
    not_bound_yet,
)
from treatywatch.checking.joining.joining_steps import STEPS, judge_planned, judge_step
from treatywatch.checking.joining.neither import may_be_of_ratifying
from treatywatch.checking.joining.of_a_group import (
    is_listed_as_party,
    is_told_of_all,
    none_of_a_group,
    only_of_a_group,
)
from treatywatch.checking.joining.only_outside import only_these
from treatywatch.checking.joining.outside import (
    binds_nobody_yet,
    denied_before,
    denied_both,
    judge_never_party,
    judge_not_party,
    judge_not_ratified,
    judge_not_signed,
    opens_with_denial,
    told_to_have_signed,
    told_to_stay_out,
    unsigned,
)
from treatywatch.checking.joining.part_question import PartQuestion, act_words, basis_of
from treatywatch.checking.joining.signed_and_bound import bound_as_well, signed_beside
from treatywatch.checking.joining.to_be_done import is_only_weighed, is_to_be_done
from treatywatch.checking.joining.what_is_claimed import DENIED, OUTSIDE, what_is_claimed
from treatywatch.checking.joining.whoever_joined import wrong_of_whoever
from treatywatch.checking.words import around
from treatywatch.checking.words.antecedent import (
    is_only_one_told_of,
    named_last,
    participants_named,
    points_to,
    sentence_before,
)
from treatywatch.checking.words.count_words import has_one
from treatywatch.checking.words.named_in import (
    is_meant,
    is_surely_about,
    names_no_other,
    names_participant,
    step_date,
)
from treatywatch.checking.words.under_headings import heading_names
from treatywatch.checking.words.word_line import find, line
from treatywatch.ledger.fact_words import Phrases, TermWords
from treatywatch.reading.claim import Claim, ReadBy, Voice

_Judge = Callable[[PartQuestion], Judgement]
_JUDGES: dict[str, _Judge] = {
    "party": judge_party,
    "acceded": judge_joined,
    "party_since": judge_party_since,
    "party_from": judge_party_from,
    "ratified": judge_ratified,
    "signed": judge_signed,
    "entry_into_force": judge_in_force,
    "never_party": judge_never_party,
    "not_party": judge_not_party,
    "not_signed": judge_not_signed,
    "not_ratified": judge_not_ratified,
    **dict.fromkeys(STEPS, judge_step),
}
# "Belongs to them", "joined", "stays outside" may be about other things than the treaty.
_LOOSE = frozenset({"party", "acceded", "not_party"})
_BOUND_SOMEHOW = frozenset({"party", "ratified", "acceded"})
_JUDGES_OUTSIDE = frozenset({judge_not_ratified, judge_never_party, judge_not_party})
_IN_FORCE = "entry_into_force"
_NOT_SIGNED, _NOT_PARTY = "not_signed", "not_party"
_ACTS = frozenset({"signed", "ratified"})
_BY_ONE_ACT = frozenset({"signed", "ratified", "acceded", "party"})
_MANY = 3
_BREACH = "violation"
_WISHES = frozenset({Voice.CONSIDERS, Voice.URGED, Voice.DENIED})
_TO_COME = frozenset({Voice.WILL, Voice.INTENDS})


def judge_participation(claim: Claim, knowledge: Knowledge) -> Judgement:
    """Hold a claim on who stands how to a treaty against its acts (VCLT Arts. 2(1), 11-16).

    What is told as still to be done ("intends to ratify") is wrong only where it was done by then.
    """
    judgement = _as_told(claim, knowledge)
    if judgement.verdict is Verdict.CONTRADICTED and _is_of_a_measure(claim, knowledge):
        words = "The words may be of a measure that was taken under the treaty."
        return not_checked(words).noting(*judgement.reasons)
    early = judgement.verdict in (Verdict.CONTRADICTED, Verdict.PREMATURE) and not claim.negated
    if not early or claim.stage not in _BY_ONE_ACT:
        return judgement
    if is_only_weighed(claim, knowledge):
        return not_checked("The words tell what is weighed.").noting(*judgement.reasons)
    if not is_to_be_done(claim, knowledge):
        return judgement
    left = _as_told(replace(claim, negated=True, date=None), knowledge)
    if left.verdict is Verdict.CONTRADICTED:
        return left
    return not_checked("The words tell what is to be done.").noting(*left.reasons)


def _is_of_a_measure(claim: Claim, knowledge: Knowledge) -> bool:
    """ "Norway objected, and isn't bound by the ban", of a treaty that itself forbids nothing."""
    terms = knowledge.ledger.fact_words.terms
    forbids = claim.treaty is None or knowledge.treaty(claim.treaty).prohibitions
    return not forbids and has_one(claim.quote, terms.of_a_measure)


def _as_told(claim: Claim, knowledge: Knowledge) -> Judgement:
    if claim.stage == _BREACH:
        return undetermined("An alleged breach: the record holds no finding of one.")
    knowledge = as_of_that_day(claim, knowledge)
    terms = knowledge.ledger.fact_words.terms
    loosely = claim.read_by is ReadBy.LIKENESS
    if loosely and (opens_with_denial(claim, terms) or denied_before(claim, knowledge)):
        claim = replace(claim, negated=not claim.negated)
    sub_kind = what_is_claimed(claim, terms)
    if sub_kind == _NOT_SIGNED and claim.stage == "signed" and not claim.negated:
        claim = replace(claim, stage=_NOT_SIGNED)  # "has refused even to sign"
    judge = _judge_of(claim, sub_kind, terms)
    if judge is None:
        return not_checked(nothing_of_the_kind(claim.stage))
    possible = claim.hedged or claim.voice in _WISHES
    if not claim.participants or claim.treaty is None:
        told = None if possible else none_of_a_group(claim, knowledge)
        return told or not_checked("The words do not say which State, or which treaty.")
    if possible:
        return not_checked(
            "A possibility, not an act: there is nothing to hold against the record."
        )
    treaty = knowledge.treaty(claim.treaty)
    if _will_be_bound(claim, terms):
        sub_kind, judge = _IN_FORCE, judge_in_force
    if sub_kind == _NOT_PARTY and binds_nobody_yet(claim, treaty, knowledge):
        sub_kind, judge = "not_ratified", judge_not_ratified
    dated = None if _had_done(claim, knowledge) else step_date(claim, treaty)
    first_day = opening_day(claim, sub_kind, treaty, knowledge)
    fully = dated is not None and str(dated.year) in claim.quote
    outside = claim.negated or sub_kind in OUTSIDE
    named = is_surely_about(claim, treaty, knowledge.only_treaty if outside else None)
    others = knowledge.only_treaty != treaty.id or sub_kind == "signed"
    others = (
        others or has_one(claim.quote, terms.pointing) or _names_each_with_a_day(claim, knowledge)
    )
    named = named or (others and points_to(claim, treaty, knowledge))
    named = named or joined_the_treaty(claim, knowledge)
    asked = (dated or first_day, fully)
    questions = [PartQuestion(knowledge, p, claim.treaty, *asked) for p in claim.participants]
    plainly = errs_about_one(claim, [judge(one) for one in questions], knowledge)
    parts = [
        _ahead(claim, sub_kind, _sure(claim, judge, one, treaty_named=named, plainly=plainly), one)
        for one in questions
    ]
    misread = _hardly_meant(claim, sub_kind, questions, parts)
    if misread:
        return not_checked(misread)
    judgement = over_all(claim, parts, knowledge)
    if judgement.verdict is Verdict.CONTRADICTED and may_name_a_treaty(claim, knowledge):
        return not_checked("The name may be that of a treaty.").noting(*judgement.reasons)
    if sub_kind in OUTSIDE:
        judgement = only_these(judge, claim, knowledge, judgement)
    placed = only_of_a_group(claim, knowledge, out_of_line(claim, knowledge, judgement))
    return unless_it_ends_else(claim, placed, knowledge)


def _names_each_with_a_day(claim: Claim, knowledge: Knowledge) -> bool:
    """ "Angola joined in 2019"; not "the North joined under Soviet pressure"."""
    opening = " ".join(line(claim.quote)[: _OPENING * len(claim.participants)])
    some = has_one(claim.quote, knowledge.ledger.fact_words.terms.among_them)
    some = some or claim.date is None
    return not some and participants_named(opening, knowledge) >= set(claim.participants)


_OPENING = 4  # words of "the Russian Federation and" for each State


def _judge_of(claim: Claim, sub_kind: str, terms: TermWords) -> _Judge | None:
    judge = _JUDGES.get(sub_kind)
    signed_up = judge is judge_joined and has_one(claim.quote, terms.signing_up)
    if judge is judge_joined and has_one(claim.quote, terms.acceding):
        return judge_acceded
    return judge_signed_up if signed_up else judge


def _will_be_bound(claim: Claim, terms: TermWords) -> bool:
    """ "Damascus will be bound from mid-November": the day is computed from its instrument."""
    dated = claim.date is not None and claim.date.month is not None
    ahead = claim.voice is Voice.WILL and dated and not claim.negated
    ahead = ahead and not has_one(claim.quote, terms.by_then)  # "bound until January"
    return ahead and claim.stage in _BOUND_SOMEHOW and has_one(claim.quote, terms.bound)


def _had_done(claim: Claim, knowledge: Knowledge) -> bool:
    """ "On 10 February he spoke of the pact that it had signed": signed before the day told.

    Not where nothing but the State stands before: "Cabo Verde had ratified in January".
    """
    words = line(claim.quote)
    had = ((one, "") for one in knowledge.ledger.fact_words.terms.had_done)
    found = find(words, had)
    if not found or any(word.isdigit() for word in words[found[-1].end :]):
        return False
    opening = " ".join(words[: found[0].start])
    names = (n.form for p in claim.participants for n in knowledge.ledger.participants[p].names)
    return opening not in names and bool(opening)


def _hardly_meant(
    claim: Claim,
    sub_kind: str,
    questions: Sequence[PartQuestion],
    parts: Sequence[Judgement],
) -> str | None:
    """Why the words will mean something else: a report errs about one State, not about each.

    Not where they deny in so many words what each of these States did.
    """
    wrong = all(part.verdict is Verdict.CONTRADICTED for part in parts)
    if not wrong or len(parts) < 2 or _denies_each(claim, sub_kind, questions):
        return None
    if _is_dated_of_a_group(claim) or is_told_of_all(claim):
        return None
    if sub_kind == _NOT_SIGNED and may_be_of_ratifying(claim, questions):
        return "All signed and none consented: the words may be about ratifying."
    if len(parts) >= _MANY:
        return "Of none of these States would it hold: the words may say something else."
    return None


def _is_dated_of_a_group(claim: Claim) -> bool:
    """ "The Baltic states joined in 2004": one error about a group, not one about each of it."""
    return claim.named_group is not None and claim.date is not None and not claim.negated


def _denies_each(claim: Claim, sub_kind: str, questions: Sequence[PartQuestion]) -> bool:
    knowledge = questions[0].knowledge
    terms, people = knowledge.ledger.fact_words.terms, knowledge.ledger.participants
    plain = has_one(claim.quote, terms.denying) and not has_one(claim.quote, terms.ratifying)
    if sub_kind in _LOOSE or sub_kind in DENIED.values():
        plain = plain or names_no_other(claim, knowledge.treaty(claim.treaty or ""))
        signed = has_one(claim.quote, terms.signing)  # "have signed but not ratified"
        plain = plain or (signed and has_one(claim.quote, terms.not_ratifying))
    elif sub_kind in _ACTS:
        plain = has_one(claim.quote, (*terms.signing, *terms.ratifying))
    elif sub_kind != _NOT_SIGNED:
        return False
    if not plain:
        return False
    return all(names_participant(claim, people[q.participant]) for q in questions)


def _sure(
    claim: Claim,
    judge: Callable[[PartQuestion], Judgement],
    question: PartQuestion,
    *,
    treaty_named: bool,
    plainly: bool,
) -> Judgement:
    """No contradiction where it is not sure that the words say it of this State, or as a fact.

    A State that the words do not name was taken from elsewhere; "joined" without a date is often a
    wish ("to join the treaty"). Whom a row of a table is on, its name tells.
    """
    if claim.read_by is ReadBy.TABLE:
        return _judged(judge, claim, question)
    if tells_of_return(claim, question.knowledge):
        came_back = judge_return(question, negated=claim.negated)
        if came_back is not None:
            return came_back
    judgement = _judged(judge, claim, question)
    terms = question.knowledge.ledger.fact_words.terms
    if judgement.verdict is not Verdict.CONTRADICTED:
        return judgement
    if (admitted := only_admitted(claim, question)) is not None:
        return admitted
    early = joined_later(question) if claim.stage in _BOUND_SOMEHOW else None
    if plainly:
        return early or judgement
    who = question.knowledge.ledger.participants[question.participant]
    undated = claim.stage == "acceded" and claim.date is None
    undated = undated and not (treaty_named and has_one(claim.quote, terms.joining))
    vague = claim.stage in _LOOSE and not treaty_named and not _of_any(judge, question)
    # "It was never signed" can mean but one State, where "they joined" may mean many.
    sole = len(claim.participants) == 1 and treaty_named and claim.stage in OUTSIDE - _LOOSE
    sole = sole and not _told_of_another(claim, question)
    inside = claim.stage in DENIED and not claim.negated
    said_otherwise = inside and has_one(claim.quote, (*terms.denying_after, *terms.refusing))
    took_part = has_one(claim.quote, terms.joining) and _stays_out(claim)
    ratified = claim.stage == "signed" and has_one(claim.quote, terms.ratifying)
    ratified = ratified and not has_one(claim.quote, terms.not_ratifying)
    done_then = (_stays_out(claim) or ratified) and _was_done_then(question)
    said_otherwise = (
        said_otherwise or done_then or (took_part and not has_one(claim.quote, _denials(terms)))
    )
    said_otherwise = said_otherwise or _of_a_paper(claim, question.knowledge)
    named = sole or is_meant(claim, who, question.knowledge.text)
    named = named or behind_an_inset(claim, who, question.knowledge)
    dated = claim if question.consents else replace(claim, date=None)  # it never did, on no day
    named = named or is_only_one_told_of(dated, question.participant, question.knowledge)
    named = named or _is_dated_of_a_group(claim)
    named = named or heading_names(claim, question.participant, question.knowledge)
    named = named or (treaty_named and is_told_of_all(claim))
    named = named or wrong_of_whoever(claim, judge, question)
    vague = vague and not is_listed_as_party(claim, question.knowledge)
    if undated or vague or said_otherwise or not named:
        return early or judgement.doubted("Not sure enough what the words say.")
    undated = claim.stage == "acceded" and claim.date is None
    return (early if undated else None) or judgement


def _judged(
    judge: Callable[[PartQuestion], Judgement], claim: Claim, question: PartQuestion
) -> Judgement:
    """What the acts say, and what else the same words tell of the State."""
    judgement = judge(question)
    terms = question.knowledge.ledger.fact_words.terms
    if judge is judge_party and has_one(claim.quote, terms.bound):
        judgement = not_bound_yet(question) or judgement
    if judge is judge_party and judgement.verdict is Verdict.OUTDATED:
        judgement = _was_once(claim, question) or judgement
    if judge is judge_party:
        judgement = since_the_start(claim, question, judgement)
    if judge is judge_not_ratified and told_to_have_signed(claim, question.knowledge):
        judgement = unsigned(question) or judgement
    if judge is judge_not_party and told_to_stay_out(claim, question.knowledge):
        judgement = unsigned(question) or judgement
    if judge in _JUDGES_OUTSIDE:
        judgement = denied_both(claim, question) or judgement
    if judgement.verdict is Verdict.BORNE_OUT and not claim.negated:
        judgement = _beside(judge, claim, question) or judgement
    return judgement


def _told_of_another(claim: Claim, question: PartQuestion) -> bool:
    """ "Which Ukraine signed | but never ratified": of the State that was named last."""
    before = _PAUSE.split(around.before(claim, question.knowledge, _BEHIND))[-1]
    if not before.strip():  # "It never signed", after a sentence that names another State
        told = participants_named(sentence_before(claim, question.knowledge), question.knowledge)
        return bool(told) and question.participant not in told
    last = named_last(before, question.knowledge)
    return bool(last) and question.participant not in last


def _was_once(claim: Claim, question: PartQuestion) -> Judgement | None:
    """ "Finland was a party", told after it had left: so it was (VCLT Art. 70).

    So was one that a table calls a party in the year in which it left.
    """
    past = has_one(claim.quote, question.knowledge.ledger.fact_words.terms.past)
    if not _left_in_that_year(claim, question) and (not past or claim.date is not None):
        return None
    act = question.consents[-1]
    return borne_out(
        f"{question.name}: {act_words(act)}; {question.standing_words}.", basis_of(act)
    )


def _left_in_that_year(claim: Claim, question: PartQuestion) -> bool:
    year, left = claim.date, question.spell.since
    if claim.read_by is not ReadBy.TABLE or year is None or left is None:
        return False
    return year.month is None and left.year == year.year


def _of_a_paper(claim: Claim, knowledge: Knowledge) -> bool:
    """ "In a law | which the president signed on 29 June": signed at home, and no treaty."""
    terms = knowledge.ledger.fact_words.terms
    before = line(knowledge.text[max(0, claim.start - _BEHIND) : claim.start])[-_FEW_WORDS:]
    papers = (*terms.home_papers, *terms.takes_force_too)
    return claim.stage == "signed" and has_one(" ".join(before), papers)


def _beside(
    judge: Callable[[PartQuestion], Judgement], claim: Claim, question: PartQuestion
) -> Judgement | None:
    """What the sentence says of another act of the State beside the one that was read."""
    if judge is judge_signed:
        return _but_ratified(claim, question) or bound_as_well(claim, question)
    return signed_beside(claim, question) if judge in _CONSENTING else None


_CONSENTING = (judge_joined, judge_acceded, judge_ratified)
_FEW_WORDS = 3  # "a law, which"


def _but_ratified(claim: Claim, question: PartQuestion) -> Judgement | None:
    """ "Signed in 1967 but has never ratified" of a State that did; "until" tells only when."""
    knowledge = question.knowledge
    terms = knowledge.ledger.fact_words.terms
    rest = knowledge.text[claim.start : claim.end + _UNTIL]
    merely = claim.date is None and (claim.sole or has_one(claim.quote, terms.merely_signed))
    behind = _SENTENCE_END.split(knowledge.text[claim.end : claim.end + _BEHIND])[0]
    goes_on = claim.date is None or str(claim.date.year) in claim.quote
    goes_on = goes_on and not participants_named(behind, knowledge)
    said = merely or has_one(claim.quote, terms.not_ratifying)
    said = said or (goes_on and has_one(behind, terms.not_ratifying))
    if not said or has_one(rest, terms.by_then):
        return None
    judgement = judge_not_ratified(replace(question, claimed=None))
    return judgement if judgement.verdict is Verdict.CONTRADICTED else None


_UNTIL, _BEHIND = 30, 70  # signs
_SENTENCE_END = re.compile(r"[.!?;]\s|\n")
_PAUSE = re.compile(r"[,;:()–—]")


def _was_done_then(question: PartQuestion) -> bool:
    """Whether the date that denies an act is that of the act: "did so only last year"."""
    acts = (*question.signatures, *question.consents)
    return question.claimed is not None and any(
        agree(question.claimed, act.received_on) for act in acts
    )


def _stays_out(claim: Claim) -> bool:
    """Whether what was read is that a State is outside."""
    return claim.negated or claim.stage in OUTSIDE


def _denials(terms: TermWords) -> Phrases:
    return (*terms.denying, *terms.none, *terms.denying_after, *terms.all_told)


def _of_any(judge: Callable[[PartQuestion], Judgement], question: PartQuestion) -> bool:
    """Whether the words are wrong of whichever treaty of the report they mean."""
    treaties = question.knowledge.treaties
    others = (replace(question, treaty=one) for one in treaties if one != question.treaty)
    return len(treaties) > 1 and all(judge(one).verdict is Verdict.CONTRADICTED for one in others)


def _ahead(claim: Claim, sub_kind: str, judgement: Judgement, question: PartQuestion) -> Judgement:
    """What is still to come is borne out by the act, done already or later; never contradicted."""
    to_come = claim.voice in _TO_COME or is_after(claim.date, question.knowledge.on)
    if not to_come or judgement.verdict in (Verdict.BORNE_OUT, Verdict.UNDETERMINED):
        return judgement
    if sub_kind == _IN_FORCE and question.consents and is_after(claim.date, question.knowledge.on):
        return judgement  # its day is computed from the deposit, and no act is awaited
    planned = judge_planned(question, sub_kind) if sub_kind in DENIED else None
    return planned or not_checked("It lies ahead of the report, and no act decides it yet.")
