"""Signs that the reader took an act or its day from words that tell of another.

A claim is called wrong only where none of them stands; see also :mod:`misread`.
"""

from datetime import timedelta

from treatywatch.checking.doubts.misread_beside import of_words_beside
from treatywatch.checking.exits.exit_steps import exit_steps
from treatywatch.checking.grounds.dates import agree
from treatywatch.checking.grounds.finding import Verdict
from treatywatch.checking.grounds.judgement import Judgement
from treatywatch.checking.grounds.knowledge import CONSENTS, Knowledge
from treatywatch.checking.joining.outside import opens_with_denial
from treatywatch.checking.words import around
from treatywatch.checking.words.antecedent import participants_named
from treatywatch.checking.words.count_words import has_one
from treatywatch.checking.words.named_in import names_treaty
from treatywatch.checking.words.namings import treaties_named_before
from treatywatch.checking.words.word_line import find_any, line
from treatywatch.law.participant import NameKind
from treatywatch.law.terms import Stage
from treatywatch.law.treaty import Treaty
from treatywatch.ledger.fact_words import Phrases, TermWords
from treatywatch.reading.claim import Claim, ClaimType, ReadBy

_OF_STATES = frozenset({ClaimType.WITHDRAWAL, ClaimType.PARTICIPATION})
_SENTENCE = 150  # signs of its sentence before the words
_REACH = 30  # signs: "in November | of the following year"
_A_NAME, _A_SPAN = 3, 4  # words: "the United States", "three and a half months later"
_A_DENIAL = 3  # words: "not one of"


def of_another_act(claim: Claim, knowledge: Knowledge) -> str:
    """Why the words may tell of another act, or of another day, than was read; empty where not."""
    return (
        _denied_in_so_many_words(claim, knowledge)
        or _received_by_it(claim, knowledge)
        or _of_a_signature(claim, knowledge)
        or _of_a_house(claim, knowledge)
        or _before_its_deposit(claim, knowledge)
        or _deposited_elsewhere_too(claim, knowledge)
        or _goes_on_to_another_state(claim, knowledge)
        or _of_a_year_told_behind(claim, knowledge)
        or _since_then_of_something_else(claim, knowledge)
        or _on_the_day_of_another_step(claim, knowledge)
        or _denounced_at_home(claim, knowledge)
        or _so_long_after_it(claim, knowledge)
        or _of_one_pointed_to(claim, knowledge)
        or _of_a_convention(claim, knowledge)
        or _counted_without_a_word_for_it(claim, knowledge)
        or _begins_what_follows(claim, knowledge)
        or _of_joining_papers(claim, knowledge)
        or _of_something_withdrawn_too(claim, knowledge)
        or _dates_one_of_them(claim, knowledge)
        or of_words_beside(claim, knowledge)
    )


def _dates_one_of_them(claim: Claim, knowledge: Knowledge) -> str:
    """ "Belarus, Chad and Togo acceded, Belarus in 1993 and the others in 1994": the day of one."""
    if len(claim.participants) < _SEVERAL or claim.date is None:
        return ""
    before, _, _ = claim.quote.rpartition(str(claim.date.year))
    last = before.rpartition(",")[2]
    alone = len(last.split()) <= _A_NAME and len(participants_named(last, knowledge)) == 1
    return "The date may be that of one of them." if before and alone else ""


_SEVERAL = 3


def _of_something_withdrawn_too(claim: Claim, knowledge: Knowledge) -> str:
    """ "Withdrew its reservation to the Protocol": nobody leaves by that."""
    terms = knowledge.ledger.fact_words.terms
    if claim.type is ClaimType.WITHDRAWAL and has_one(claim.quote, terms.also_withdrawn):
        return "The words may tell of something else that was withdrawn."
    return ""


def _denied_in_so_many_words(claim: Claim, knowledge: Knowledge) -> str:
    """ "Russia never signed anything", read by likeness, which knows no denial."""
    if _denies_the_act(claim, knowledge.ledger.fact_words.terms):
        return "The words may deny what was read."
    unread = claim.read_by is ReadBy.LIKENESS and not claim.negated
    terms = knowledge.ledger.fact_words.terms
    if claim.read_by is ReadBy.LIKENESS and _is_of_none_of_others(claim, terms, knowledge):
        return "The words deny it of those whom they do not name."
    denials = (*terms.denying, *terms.denying_after, *terms.none)
    heard = opens_with_denial(claim, terms) or has_one(claim.quote, terms.not_ratifying)
    if claim.type in _OF_STATES and unread and not heard and has_one(claim.quote, denials):
        return "The words may deny what was read."
    return ""


def _is_of_none_of_others(claim: Claim, terms: TermWords, knowledge: Knowledge) -> bool:
    """ "None of the great powers is a party", read of the State that was told of before."""
    opening = find_any(line(claim.quote)[:_A_DENIAL], terms.no_one_of)
    named = participants_named(claim.quote, knowledge) & set(claim.participants)
    return claim.type in _OF_STATES and bool(opening) and not named


def _denies_the_act(claim: Claim, terms: TermWords) -> bool:
    """ "But hasn't ratified", read as told."""
    if claim.type is not ClaimType.PARTICIPATION or claim.negated or claim.stage not in _ACTS:
        return False
    words = line(claim.quote)
    if claim.stage != "signed" and has_one(claim.quote, terms.not_ratifying):
        return True  # "whose signatures of 1972 still await ratification"
    denied = find_any(words, terms.denying)
    acts = {one.start for one in find_any(words, (*terms.signing, *terms.ratifying))}
    return len(denied) == 1 and denied[0].end in acts and len(acts) == 1


_ACTS = frozenset({"signed", "ratified", "acceded"})


def of_a_vote_just_now(claim: Claim, judgement: Judgement, knowledge: Knowledge) -> str:
    """ "Parliament has ratified the convention", some weeks before its instrument was deposited."""
    early = judgement.verdict is Verdict.PREMATURE and claim.type is ClaimType.PARTICIPATION
    houses = has_one(claim.quote, knowledge.ledger.fact_words.terms.houses)
    if early and houses and claim.stage == "ratified":
        return "The words tell of a vote at home, which the record does not hold."
    return ""


def _of_a_house(claim: Claim, knowledge: Knowledge) -> str:
    """ "Its parliament ratified it in November": a vote at home, dated before the deposit.

    Papers call it a ratification, which is only the act towards the others (VCLT Art. 2(1)(b)).
    """
    houses = has_one(claim.quote, knowledge.ledger.fact_words.terms.houses)
    dated = claim.date is not None and claim.stage in _ACTS and not claim.negated
    if claim.type is not ClaimType.PARTICIPATION or not dated or not houses:
        return ""
    return "The words tell of a vote at home, which the record does not hold."


def _before_its_deposit(claim: Claim, knowledge: Knowledge) -> str:
    """ "Latvia ratified it in November", and handed in its instrument in January.

    Papers call the law by which a State agrees at home a ratification (VCLT Art. 2(1)(b)); what
    names the instrument tells of its deposit.
    """
    month = claim.date is not None and claim.date.month is not None
    if claim.type is not ClaimType.PARTICIPATION or claim.stage != "ratified" or claim.negated:
        return ""
    terms = knowledge.ledger.fact_words.terms
    if (
        not month
        or claim.date is None
        or has_one(claim.quote, (*terms.papers, *terms.papers_alone))
    ):
        return ""
    for participant in claim.participants:
        for act in knowledge.acts(participant, claim.treaty or "", CONSENTS):
            waited = act.received_on.first() - claim.date.last()
            if timedelta() < waited <= _AT_HOME_FIRST:
                return "The words may tell of the step at home, which the record does not hold."
    return ""


_AT_HOME_FIRST = timedelta(days=300)


def _deposited_elsewhere_too(claim: Claim, knowledge: Knowledge) -> str:
    """ "Belarus acceded to it in July 1993": in London, and in Moscow five months before.

    The record holds the first of the deposits with several governments.
    """
    consents = claim.stage in ("ratified", "acceded") and not claim.negated
    if claim.type is not ClaimType.PARTICIPATION or not consents or claim.date is None:
        return ""
    if claim.date.month is None or len(knowledge.treaty(claim.treaty or "").depositaries) < _TWO:
        return ""
    for participant in claim.participants:
        for act in knowledge.acts(participant, claim.treaty or "", CONSENTS):
            later = claim.date.first() - act.received_on.last()
            if timedelta() < later <= _AT_HOME_FIRST:
                return "The words may tell of a deposit with another of the depositaries."
    return ""


_TWO = 2


def _received_by_it(claim: Claim, knowledge: Knowledge) -> str:
    """ "The notice reached the State Department": the government that keeps the treaty."""
    if claim.type is not ClaimType.WITHDRAWAL or claim.stage != Stage.NOTIFIED:
        return ""
    keepers = knowledge.treaty(claim.treaty or "").depositaries
    bodies = (knowledge.ledger.bodies[one] for one in keepers if one in knowledge.ledger.bodies)
    states = {code for body in bodies for code in body.participants}
    mine = set(claim.participants)
    there = bool(mine) and all(_is_reached(claim, one, knowledge) for one in mine)
    if there or (mine and mine <= states):
        return "The words may tell who received the notice."
    return ""


def _is_reached(claim: Claim, participant: str, knowledge: Knowledge) -> bool:
    """ "Its notice reached Washington": where the paper went, and not whose it is."""
    words, terms = line(claim.quote), knowledge.ledger.fact_words.terms
    who = knowledge.ledger.participants[participant]
    capitals = tuple(name.form for name in who.names if name.kind is NameKind.CAPITAL)
    places = find_any(words, capitals)
    before = {one.end for one in find_any(words, terms.reached)}
    others = (who.common_name, *(n.form for n in who.names if n.kind is not NameKind.CAPITAL))
    return any(one.start in before for one in places) and not find_any(words, others)


def _of_a_signature(claim: Claim, knowledge: Knowledge) -> str:
    """ "Ordered that its signature be withdrawn from the treaty": that is no exit."""
    leaving = claim.type is ClaimType.WITHDRAWAL and claim.stage == Stage.EFFECTIVE
    signed = has_one(claim.quote, knowledge.ledger.fact_words.terms.signing)
    return "The words may be of a signature taken back." if leaving and signed else ""


def _goes_on_to_another_state(claim: Claim, knowledge: Knowledge) -> str:
    """ "Burundi followed on the 27th and The Gambia last Thursday": whose day is it?"""
    if claim.type not in _OF_STATES or claim.date is None or claim.date.day is None:
        return ""
    if str(claim.date.year) in claim.quote:
        return ""
    words = line(claim.quote)
    joints = find_any(words, knowledge.ledger.fact_words.terms.and_then)
    behind = (" ".join(words[one.end : one.end + _A_NAME]) for one in joints)
    other = {p for name in behind for p in participants_named(name, knowledge)}
    other -= set(claim.participants)
    return "The day may be that of another State." if other else ""


def _of_a_year_told_behind(claim: Claim, knowledge: Knowledge) -> str:
    """ "In November | of the following year": which year that is stands behind the words."""
    if claim.date is None or str(claim.date.year) in claim.quote:
        return ""
    behind = line(around.behind(claim, knowledge, _REACH))
    told = find_any(behind, knowledge.ledger.fact_words.terms.year_of_it)
    return "The year is told behind the words." if told and told[0].start == 0 else ""


def _so_long_after_it(claim: Claim, knowledge: Knowledge) -> str:
    """ "Expelled in March 2022, it stopped being a party | six months later": not in March."""
    if claim.type not in _OF_STATES or claim.date is None:
        return ""
    _, year, rest = claim.quote.rpartition(str(claim.date.year))
    behind = (
        *(line(rest) if year else ()),
        *line(around.behind(claim, knowledge, _REACH))[:_A_SPAN],
    )
    later = has_one(" ".join(behind), knowledge.ledger.fact_words.terms.later_on)
    return "What is told came later than the date." if later else ""


def _of_one_pointed_to(claim: Claim, knowledge: Knowledge) -> str:
    """ "It has signed that one": which of the treaties told of, the words leave to the reader."""
    treaty = knowledge.treaty(claim.treaty or "")
    points = has_one(claim.quote, knowledge.ledger.fact_words.terms.that_one)
    if (
        claim.type not in (*_OF_STATES, ClaimType.TREATY_FACT)
        or not points
        or names_treaty(claim, treaty)
    ):
        return ""
    told = knowledge.only_treaty == treaty.id
    return "" if told else f"The words may point to another treaty than the {treaty.short_title}."


def _since_then_of_something_else(claim: Claim, knowledge: Knowledge) -> str:
    """ "Announced it, the parent of every accord since 1992": nobody announces since a year."""
    if claim.type is not ClaimType.WITHDRAWAL or claim.stage == Stage.EFFECTIVE:
        return ""
    if claim.date is None or claim.date.month is not None:
        return ""
    words, year = line(claim.quote), str(claim.date.year)
    since = find_any(words, knowledge.ledger.fact_words.terms.since)
    told = any(words[one.end : one.end + 1] == (year,) for one in since)
    return "The year may be of what is told in passing." if told else ""


def _on_the_day_of_another_step(claim: Claim, knowledge: Knowledge) -> str:
    """ "Received on 6 September, following the decision of 18 July"; "left, by a decree of March".

    The words name the step that the State took on the day, beside that which was read.
    """
    if claim.type is not ClaimType.WITHDRAWAL or claim.date is None or claim.treaty is None:
        return ""
    firsts, terms = knowledge.ledger.fact_words.firsts, knowledge.ledger.fact_words.terms
    words = dict.fromkeys(_AT_HOME, terms.home_papers)
    if claim.stage == Stage.NOTIFIED and not has_one(claim.quote, firsts.giving_notice):
        words[Stage.ANNOUNCED] = (*terms.home_papers, *terms.announcing)
    if claim.stage != Stage.EFFECTIVE:
        words[Stage.NOTIFIED] = (*terms.denouncing, *firsts.giving_notice, *firsts.act_of_leaving)
    for participant in claim.participants:
        for step in exit_steps(knowledge, participant, claim.treaty):
            other = step.stage != claim.stage and not {step.stage, claim.stage} <= _AT_HOME
            named = other and has_one(claim.quote, words.get(step.stage, ()))
            if named and agree(claim.date, step.on):
                return f"The day may be that of another step: {step.words}."
    return ""


def _denounced_at_home(claim: Claim, knowledge: Knowledge) -> str:
    """ "Moscow denounced the treaty in May", by a law of that month, and gave notice in June."""
    if claim.type is not ClaimType.WITHDRAWAL or claim.stage != Stage.NOTIFIED:
        return ""
    if claim.date is None or has_one(claim.quote, knowledge.ledger.fact_words.firsts.giving_notice):
        return ""
    for participant in claim.participants:
        steps = exit_steps(knowledge, participant, claim.treaty or "")
        at_home = [one.on for one in steps if one.stage in _AT_HOME and agree(claim.date, one.on)]
        given = [one.on.first() for one in steps if one.stage == Stage.NOTIFIED]
        if any(timedelta() <= day - one.first() <= _LATELY for day in given for one in at_home):
            return "The words may tell of the law at home by which it was denounced."
    return ""


_AT_HOME = frozenset(
    {
        Stage.ANNOUNCED,
        Stage.APPROVED_BY_GOVERNMENT,
        Stage.APPROVED_BY_PARLIAMENT,
        Stage.SIGNED_INTO_LAW,
    }
)


def _of_a_convention(claim: Claim, knowledge: Knowledge) -> str:
    """ "Signed the convention in 1992", beside an agreement that nobody calls so."""
    terms = knowledge.ledger.fact_words.terms
    if claim.type not in _OF_STATES or not has_one(claim.quote, terms.conventions):
        return ""
    own = knowledge.treaty(claim.treaty or "")
    if _is_called(own, terms.conventions):
        return ""
    before = treaties_named_before(knowledge.text, claim.start, knowledge.ledger)
    others = (t for t in (*knowledge.treaties, *before) if t in knowledge.ledger.treaties)
    called = any(_is_called(knowledge.treaty(one), terms.conventions) for one in others)
    return "The words may be of the convention that the report names." if called else ""


def _is_called(treaty: Treaty, nouns: Phrases) -> bool:
    return has_one(f"{treaty.title} {treaty.short_title}", nouns)


def _counted_without_a_word_for_it(claim: Claim, knowledge: Knowledge) -> str:
    """ "The convention is down to 161", read as a number of those who signed."""
    terms = knowledge.ledger.fact_words.terms
    unsaid = not has_one(claim.quote, (*terms.signing, *terms.signatures))
    if claim.type is ClaimType.COUNT and claim.stage == "signatories" and unsaid:
        return "The words do not say that these have signed."
    return ""


def _begins_what_follows(claim: Claim, knowledge: Knowledge) -> str:
    """ "Estonia acceded a year later and Latvia | was among the signatories"."""
    if claim.type not in _OF_STATES or len(claim.participants) < _SEVERAL:
        return ""
    behind = line(around.behind(claim, knowledge, _REACH))[:1]
    words = line(claim.quote)
    ends = participants_named(" ".join(words[-_A_NAME:]), knowledge) & set(claim.participants)
    keeping, terms = knowledge.ledger.fact_words.keeping, knowledge.ledger.fact_words.terms
    verb = find_any(behind, (*keeping.is_, *terms.perfect, *terms.past))
    return "The last State named begins what follows." if ends and verb else ""


_SEVERAL = 2  # States


def _of_joining_papers(claim: Claim, knowledge: Knowledge) -> str:
    """ "Its ambassador left the instrument at the State Department", of one that just joined."""
    leaving = claim.type is ClaimType.WITHDRAWAL and claim.stage in (
        Stage.NOTIFIED,
        Stage.EFFECTIVE,
    )
    firsts, terms = knowledge.ledger.fact_words.firsts, knowledge.ledger.fact_words.terms
    if not leaving or claim.treaty is None or not has_one(claim.quote, terms.papers):
        return ""
    if has_one(claim.quote, (*firsts.act_of_leaving, *terms.of_leaving)):
        return ""
    if has_one(around.before(claim, knowledge, _SENTENCE), terms.consent_nouns):
        return "The papers may be those of a consent that the sentence tells of."
    joined = any(
        knowledge.on - act.received_on.first() <= _LATELY
        for participant in claim.participants
        for act in knowledge.acts(participant, claim.treaty, CONSENTS)
        if act.received_on.first() <= knowledge.on
    )
    return "The papers may be those of a State that joined." if joined else ""


_LATELY = timedelta(days=100)
