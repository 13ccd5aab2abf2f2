"""Signs that the words tell of another act than the reader took.

A claim is called wrong only where none of them stands; see :mod:`misread`.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from treatywatch.checking.doubts.sign import Judge, Sign, Trial
from treatywatch.checking.exits.exit_steps import exit_steps, exits, notices
from treatywatch.checking.grounds.dates import agree
from treatywatch.checking.grounds.finding import Verdict
from treatywatch.checking.grounds.knowledge import CONSENTS, Knowledge
from treatywatch.checking.words import around
from treatywatch.checking.words.count_words import has_one
from treatywatch.checking.words.word_line import find_any, line
from treatywatch.law.act import Act
from treatywatch.law.calendar import PartialDate
from treatywatch.law.terms import ActKind, Stage
from treatywatch.law.treaty import MilestoneKind
from treatywatch.ledger.fact_words import Phrases, TermWords
from treatywatch.reading.claim import Claim, ClaimType

_OF_STATES = frozenset({ClaimType.WITHDRAWAL, ClaimType.PARTICIPATION})
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_LEAVING = frozenset({Stage.EFFECTIVE, Stage.NOTIFIED})
_AT_HOME = frozenset(
    {
        Stage.ANNOUNCED,
        Stage.APPROVED_BY_GOVERNMENT,
        Stage.APPROVED_BY_PARLIAMENT,
        Stage.SIGNED_INTO_LAW,
    }
)
_TOLD_TOO = frozenset({Stage.CONSENT_WITHDRAWN, Stage.SUSPENDED, Stage.REVOKED, Stage.OBJECTION})
_SIGNED = frozenset({ActKind.SIGNATURE})
_LEAD, _SENTENCE = 120, 150  # signs of its sentence before the words
_AT_HOME_FIRST, _LATELY = timedelta(days=300), timedelta(days=100)
_THESE_WEEKS, _SLACK = 30, 3  # days
_TWO = 2  # governments


def _of_another_step(judge: Judge, claim: Claim, knowledge: Knowledge) -> str:
    """ "A signatory since 1999, ratified in 2003"; a notice of exit beside a suspension."""
    if claim.type not in _OF_STATES or claim.date is None:
        return ""
    meant = claim
    years = _YEAR.findall(claim.quote)
    if claim.type is ClaimType.WITHDRAWAL and claim.stage == Stage.SUSPENDED:
        if not has_one(claim.quote, knowledge.ledger.fact_words.terms.suspension):
            meant = replace(claim, stage=Stage.NOTIFIED)
    elif claim.date.month is None and len(set(years)) > 1:
        others = [int(year) for year in years if int(year) != claim.date.year]
        meant = replace(claim, date=PartialDate(others[-1]))
    if meant == claim and claim.stage in _LEAVING and _may_be_of_taking_back(claim, knowledge):
        papers = _of_papers_deposited(claim, knowledge)
        meant = replace(claim, stage=Stage.CONSENT_WITHDRAWN if papers else Stage.REVOKED)
    right = meant != claim and judge(meant, knowledge).verdict is Verdict.BORNE_OUT
    return "What the words tell is right of another step." if right else ""


def _of_papers_deposited(claim: Claim, knowledge: Knowledge) -> bool:
    """ "Deposited an instrument of accession in March, withdrew it in April": the instrument."""
    terms = knowledge.ledger.fact_words.terms
    before = around.before(claim, knowledge, _LEAD)
    return has_one(before, terms.papers) and has_one(before, terms.consent_nouns)


def _may_be_of_taking_back(claim: Claim, knowledge: Knowledge) -> bool:
    """ "Went the same way in February", "had it withdrawn on 10 February": perhaps the notice."""
    on_a_day = claim.date is not None and claim.date.day is not None
    return on_a_day or not has_one(claim.quote, knowledge.ledger.fact_words.firsts.leaving)


def _takes_up_another_act(claim: Claim, knowledge: Knowledge) -> str:
    """ "Latvia did so in July 2005": what it did then, and not what was read."""
    if claim.type not in _OF_STATES or claim.date is None:
        return ""
    terms, said = knowledge.ledger.fact_words.terms, claim.quote
    if not has_one(said, (*joining_words(terms), *knowledge.ledger.fact_words.firsts.leaving)):
        said = f"{around.before(claim, knowledge, _LEAD)} {said}"  # "..., Sudan in August 2008"
    if not has_one(said, terms.as_others):
        return ""
    for participant in claim.participants:
        acts = knowledge.acts(participant, claim.treaty or "", frozenset(ActKind))
        if any(agree(claim.date, act.received_on) for act in acts):
            return "The words may take up another act than was read."
    return ""


def _of_its_exit(claim: Claim, knowledge: Knowledge) -> str:
    """ "Its envoy handed over the papers in June": in that month it gave notice, and joined long
    before; no word says that it joined.
    """
    joins = claim.type is ClaimType.PARTICIPATION and not claim.negated
    if not joins or claim.date is None or claim.date.month is None:
        return ""
    if has_one(claim.quote, joining_words(knowledge.ledger.fact_words.terms)):
        return ""
    for participant in claim.participants:
        left = [one.when for one in exits(knowledge, participant, claim.treaty or "")]
        gone = any(agree(claim.date, day) for day in left if isinstance(day, date))
        given = notices(knowledge, participant, claim.treaty or "")
        if gone or any(agree(claim.date, notice.on) for notice in given):
            return f"The words may tell of the exit of {knowledge.name(participant)}."
    return ""


def joining_words(terms: TermWords) -> Phrases:
    """The words that tell of joining, by whatever act, and of being a party."""
    kinds = (terms.signing, terms.ratifying, terms.parties, terms.joining, terms.belonging)
    others = (terms.entering, terms.a_party, terms.returning)
    return tuple(word for kind in (*kinds, *others) for word in kind)


def _before_its_deposit(claim: Claim, knowledge: Knowledge) -> str:
    """ "Latvia ratified it in November", and handed in its instrument in January.

    Papers call the law by which a State agrees at home a ratification (VCLT Art. 2(1)(b)); what
    names the instrument tells of its deposit.
    """
    if claim.type is not ClaimType.PARTICIPATION or claim.stage != "ratified" or claim.negated:
        return ""
    terms = knowledge.ledger.fact_words.terms
    if has_one(claim.quote, (*terms.papers, *terms.papers_alone)):
        return ""
    if claim.date is None or claim.date.month is None:
        return ""
    waits = (act.received_on.first() - claim.date.last() for act in _consents(claim, knowledge))
    at_home = any(timedelta() < waited <= _AT_HOME_FIRST for waited in waits)
    return "The words may tell of the step at home, which the record does not hold." * at_home


def _deposited_elsewhere_too(claim: Claim, knowledge: Knowledge) -> str:
    """ "Belarus acceded to it in July 1993": in London, and in Moscow five months before.

    The record holds the first of the deposits with several governments.
    """
    consents = claim.stage in ("ratified", "acceded") and not claim.negated
    if claim.type is not ClaimType.PARTICIPATION or not consents or claim.date is None:
        return ""
    if claim.date.month is None or len(knowledge.treaty(claim.treaty or "").depositaries) < _TWO:
        return ""
    waits = (claim.date.first() - act.received_on.last() for act in _consents(claim, knowledge))
    elsewhere = any(timedelta() < waited <= _AT_HOME_FIRST for waited in waits)
    return "The words may tell of a deposit with another of the depositaries." * elsewhere


def _consents(claim: Claim, knowledge: Knowledge) -> Iterator[Act]:
    for participant in claim.participants:
        yield from knowledge.acts(participant, claim.treaty or "", CONSENTS)


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
    """ "Moscow denounced the treaty in May", by a law of that month, and gave notice in June.

    What reached the depositary was no law at home.
    """
    if claim.type is not ClaimType.WITHDRAWAL or claim.stage != Stage.NOTIFIED:
        return ""
    said = f"{claim.quote}{around.behind(claim, knowledge, _SENTENCE)}"
    words = knowledge.ledger.fact_words
    arrived = has_one(said, (*words.keeping.depositary, *words.terms.to_the_keeper))
    if claim.date is None or has_one(claim.quote, words.firsts.giving_notice) or arrived:
        return ""
    for participant in claim.participants:
        steps = exit_steps(knowledge, participant, claim.treaty or "")
        at_home = [one.on for one in steps if one.stage in _AT_HOME and agree(claim.date, one.on)]
        given = [one.on.first() for one in steps if one.stage == Stage.NOTIFIED]
        if any(timedelta() <= day - one.first() <= _LATELY for day in given for one in at_home):
            return "The words may tell of the law at home by which it was denounced."
    return ""


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


def _on_the_day_of_an_exit_told_too(claim: Claim, knowledge: Knowledge) -> str:
    """ "Signed the pact, which Trump left on 23 January": the day stands behind another act."""
    if claim.type is not ClaimType.PARTICIPATION or claim.date is None:
        return ""
    words, known = line(claim.quote), knowledge.ledger.fact_words
    left = find_any(words, (*known.firsts.leaving, *known.terms.left_then))
    joined = find_any(words, (*known.terms.signing, *known.terms.ratifying, *known.terms.joining))
    dated = [at for at, word in enumerate(words) if word.isdigit()]
    behind = left and joined and dated and joined[-1].end <= left[0].start < dated[0]
    return "The day may be that of the exit told with it." if behind else ""


def _of_a_notice_of_something_else(claim: Claim, knowledge: Knowledge) -> str:
    """ "Moscow informed the depositary of this": of a ratification taken back, no word of leaving.

    The record has such a step of the State, of days before the report or of the day told.
    """
    known = knowledge.ledger.fact_words
    if claim.type is not ClaimType.WITHDRAWAL or claim.stage != Stage.NOTIFIED:
        return ""
    if has_one(claim.quote, (*known.firsts.act_of_leaving, *known.firsts.leaving)):
        return ""
    for participant in claim.participants:
        for step in exit_steps(knowledge, participant, claim.treaty or ""):
            near = abs((step.on.first() - knowledge.on).days) <= _THESE_WEEKS
            then = near if claim.date is None else agree(claim.date, step.on, _SLACK)
            if step.stage in _TOLD_TOO and then:
                return f"The notice may be that of another step: {step.words}."
    return ""


def _painted_of_one_that_only_signed(claim: Claim, knowledge: Knowledge) -> str:
    """ "Bush turned his back on the Kyoto Protocol", which his country had signed: no exit."""
    if claim.type is not ClaimType.WITHDRAWAL or claim.treaty is None:
        return ""
    if not has_one(claim.quote, knowledge.ledger.fact_words.terms.spurning):
        return ""
    for one in claim.participants:
        if knowledge.acts(one, claim.treaty, CONSENTS) or not knowledge.acts(
            one, claim.treaty, _SIGNED
        ):
            return ""
    return "The words may tell that it will not ratify." if claim.participants else ""


def _before_anybody_could(claim: Claim, knowledge: Knowledge) -> str:
    """ "Germany and France are on board", of a treaty that is not open for signature yet."""
    if claim.type is not ClaimType.PARTICIPATION or claim.stage != "party" or claim.treaty is None:
        return ""
    terms = knowledge.ledger.fact_words.terms
    opened = knowledge.treaty(claim.treaty).milestone(MilestoneKind.OPENED_FOR_SIGNATURE)
    early = opened is not None and knowledge.on < opened.on.first()
    plain = has_one(claim.quote, (*terms.parties, *terms.a_party, *terms.bound, *terms.ratifying))
    return (
        "Nobody could sign it yet; the words may tell who is for it." if early and not plain else ""
    )


SIGNS: tuple[Sign, ...] = (
    _takes_up_another_act,
    _of_its_exit,
    _before_its_deposit,
    _deposited_elsewhere_too,
    _on_the_day_of_another_step,
    _denounced_at_home,
    _of_joining_papers,
    _on_the_day_of_an_exit_told_too,
    _of_a_notice_of_something_else,
    _painted_of_one_that_only_signed,
    _before_anybody_could,
)
TRIALS: tuple[Trial, ...] = (_of_another_step,)
