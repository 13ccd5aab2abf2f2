"""Signs that the reader took the words for another State, treaty or day than they mean.

A claim is called wrong only where none of them stands: the fault may be the reader's.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date

from treatywatch.checking.doubts.in_dubio import LOOSELY_WRONG
from treatywatch.checking.doubts.misread_acts import of_a_vote_just_now, of_another_act
from treatywatch.checking.doubts.misread_days import of_another_day
from treatywatch.checking.doubts.misread_open import left_open
from treatywatch.checking.doubts.misread_told import told_amiss
from treatywatch.checking.doubts.of_another_deed import dates_another_deed
from treatywatch.checking.doubts.only_when import not_told_as_done
from treatywatch.checking.exits.exit_steps import exits, notices
from treatywatch.checking.grounds.dates import agree
from treatywatch.checking.grounds.finding import Verdict
from treatywatch.checking.grounds.judgement import Judgement, not_checked
from treatywatch.checking.grounds.knowledge import Knowledge
from treatywatch.checking.words import around
from treatywatch.checking.words.antecedent import lead_of, nouns_of_others, participants_named
from treatywatch.checking.words.count_words import has_one
from treatywatch.checking.words.named_in import names_treaty
from treatywatch.checking.words.namings import treaties_named_in
from treatywatch.checking.words.word_line import PAUSE, find, find_any, line
from treatywatch.law.calendar import PartialDate
from treatywatch.law.terms import ActKind, Stage
from treatywatch.law.treaty import NameStrength, Treaty
from treatywatch.ledger.fact_words import Phrases, TermWords
from treatywatch.ledger.remembered import remembered
from treatywatch.reading.claim import Claim, ClaimType
from treatywatch.status.entry import entry_into_force

_SURE = frozenset({NameStrength.SURE})
_ANY = frozenset(NameStrength) - {NameStrength.BETWEEN}  # the kind of a treaty names none
_OF_STATES = frozenset({ClaimType.WITHDRAWAL, ClaimType.PARTICIPATION})
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_ENTRY = "entry_into_force"
_GOES_ON = 45  # signs: "has signed | , but not ratified, the protocols"
_LEAD, _RIGHT_BEHIND = 120, 16  # signs: "became effective | in January 2010"


def unless_misread(
    judge: Callable[[Claim, Knowledge], Judgement],
    claim: Claim,
    judgement: Judgement,
    knowledge: Knowledge,
) -> Judgement:
    """The judgement; none where the words bear a sign that they were read amiss."""
    if judgement.verdict not in LOOSELY_WRONG or claim.treaty is None:
        return judgement
    doubt = (
        _of_another_treaty(claim, knowledge)
        or _of_another_year(claim, knowledge)
        or _not_told_as_done(claim, knowledge)
        or _sets_apart(claim, knowledge)
        or _takes_up_another_act(claim, knowledge)
        or _of_the_entry_into_force(claim, knowledge)
        or _of_another_step(judge, claim, knowledge)
        or _of_its_exit(claim, knowledge)
        or _of_another_state(judge, claim, knowledge)
        or not_told_as_done(claim, judgement, knowledge)
        or dates_another_deed(claim, judgement, knowledge)
        or of_another_act(claim, knowledge)
        or left_open(claim, knowledge)
        or told_amiss(judge, claim, knowledge)
        or of_a_vote_just_now(claim, judgement, knowledge)
        or _before_its_time(claim, knowledge)
        or of_another_day(judge, claim, knowledge)
    )
    return not_checked(doubt).noting(*judgement.reasons) if doubt else judgement


def _of_another_treaty(claim: Claim, knowledge: Knowledge) -> str:
    """The words name another treaty alone, or the sentence tells of "a different treaty"."""
    own = knowledge.treaty(claim.treaty or "")
    if _goes_on_to_it(claim, own, knowledge):
        return f"The words go on to the {own.short_title}; what they tell may be of another treaty."
    if _dated_before_its_name(claim, own, knowledge):
        return f"The day stands before the {own.short_title} is named; it may be of another."
    if _of_something_annexed(claim, own, knowledge):
        return f"The words may be of what goes with the {own.short_title}: a protocol, a revision."
    if names_treaty(claim, own):
        return ""
    named = treaties_named_in(claim.quote, knowledge.ledger, _SURE)
    if named and own.id not in named:
        return f"The words name the {knowledge.treaty(named[0]).short_title}."
    if claim.type is ClaimType.TREATY_FACT and claim.stage == _ENTRY:
        hinted = treaties_named_in(claim.quote, knowledge.ledger, _ANY)
        if hinted and own.id not in hinted:
            return f"The words may name the {knowledge.treaty(hinted[0]).short_title}."
    after = treaties_named_in(around.behind(claim, knowledge, _LEAD), knowledge.ledger, _SURE)
    if claim.type is ClaimType.TREATY_FACT and after and after != (own.id,):
        return f"The words may go on to the {knowledge.treaty(after[0]).short_title}."
    told = treaties_named_in(lead_of(claim, knowledge), knowledge.ledger, _SURE)
    if told and own.id not in treaties_named_in(lead_of(claim, knowledge), knowledge.ledger, _ANY):
        return f"The paragraph tells of the {knowledge.treaty(told[0]).short_title}."
    sentence = f"{around.before(claim, knowledge, _LEAD)} {claim.quote}"
    terms = knowledge.ledger.fact_words.terms
    # "The sister treaty on cluster bombs" names its own.
    named_here = treaties_named_in(sentence, knowledge.ledger, _ANY) == (own.id,)
    nouns = nouns_of_others(own, terms)
    other = has_one(sentence, nouns if named_here else (*terms.another_one, *nouns))
    return "The words may be about a treaty that they do not name." if other else ""


def _of_something_annexed(claim: Claim, own: Treaty, knowledge: Knowledge) -> bool:
    """ "Signed the protocols of the Treaty of Rarotonga", "the adapted CFE": not the treaty.

    Nor "has signed", where the sentence goes on to them.
    """
    annexed, told = knowledge.ledger.fact_words.terms.annexed, claim.quote
    if not names_treaty(claim, own):
        told = f"{told} {around.behind(claim, knowledge, _GOES_ON)}"
    if claim.type is ClaimType.TREATY_FACT:  # "the adapted treaty was signed in 1999"
        told = f"{around.before(claim, knowledge, _LEAD)} {claim.quote}"
    known = (*_OF_STATES, ClaimType.COUNT, ClaimType.TREATY_FACT)
    if claim.type not in known or not has_one(told, annexed):
        return False
    names = (own.title, own.short_title, *(name.form for name in own.names))
    return not any(has_one(name, annexed) for name in names)


def _goes_on_to_it(claim: Claim, own: Treaty, knowledge: Knowledge) -> bool:
    """ "Which it ratified in 1997, and to the Non-Proliferation Treaty": of the one before."""
    words, ledger = line(claim.quote), knowledge.ledger
    opens = find_any(words[:1], ledger.fact_words.terms.which)
    names = find(words, ((name.form, "") for name in own.names)) if opens else []
    if not names:
        return False
    before = words[: names[0].start]
    if PAUSE not in before:
        return False
    rest = before[len(before) - before[::-1].index(PAUSE) :]
    between = {one.casefold() for one in ledger.fact_words.keeping.between}
    return bool(rest) and all(word.casefold() in between for word in rest)


def _dated_before_its_name(claim: Claim, own: Treaty, knowledge: Knowledge) -> bool:
    """ "Came back to it in 1980, and UNESCO in 1984": what was told before the comma is of another.

    The only name stands behind a pause and "and", and the date before that pause.
    """
    if claim.type not in _OF_STATES or claim.date is None:
        return False
    words = line(claim.quote)
    names = find(words, ((name.form, "") for name in own.names))
    before = words[: names[0].start] if names else ()
    if PAUSE not in before:
        return False
    pause = len(before) - 1 - before[::-1].index(PAUSE)
    terms, keeping = knowledge.ledger.fact_words.terms, knowledge.ledger.fact_words.keeping
    goes_on = find_any(before[pause + 1 : pause + 2], terms.and_then)
    small = {one.casefold() for one in (*keeping.between, *terms.in_places)}
    rest = {word.casefold() for word in before[pause + 2 :]}
    return bool(goes_on) and rest <= small and str(claim.date.year) in before[:pause]


def _before_its_time(claim: Claim, knowledge: Knowledge) -> str:
    """ "It signed in 1998", told of a treaty made years later that the words do not name.

    Nor was that treaty concluded a generation before it was.
    """
    treaty = knowledge.treaty(claim.treaty or "")
    made = min((m.on.first().year for m in treaty.milestones), default=None)
    early = claim.date is not None and made is not None and claim.date.year < made - _IN_MAKING
    if claim.type is ClaimType.TREATY_FACT and claim.date is not None and made is not None:
        early = claim.stage in _BIRTHS and claim.date.year < made - _A_GENERATION
    elif claim.type not in _OF_STATES:
        return ""
    if not early or names_treaty(claim, treaty):
        return ""
    return "The treaty was not made by then; the words may be about another."


_BIRTHS = frozenset({"adoption", "signature", "entry_into_force"})
_A_GENERATION = 25  # years
_IN_MAKING = 2  # years by which somebody may be wrong about the day of an act


def _of_another_year(claim: Claim, knowledge: Knowledge) -> str:
    """The only years in the words, or right behind them, are others than that which was read."""
    rest = around.behind(claim, knowledge, _RIGHT_BEHIND)
    until = knowledge.ledger.fact_words.terms.by_then
    words = line(f"{claim.quote}{rest}".split("\n")[0])
    ends = {one.end for one in find_any(words, until)}  # "out in February, was to run until 2026"
    told = (word for at, word in enumerate(words) if at not in ends)
    years = {int(word) for word in told if _YEAR.fullmatch(word)}
    if claim.date is None or claim.date.month is None or not years:
        return ""
    return "" if claim.date.year in years else "The words give another year than was read."


def _not_told_as_done(claim: Claim, knowledge: Knowledge) -> str:
    """ "Before the Statute was in force for it"; "Norway is not", after others that are leaving."""
    if claim.type is not ClaimType.PARTICIPATION:
        return ""
    words = knowledge.ledger.fact_words
    lead = line(around.before(claim, knowledge, _LEAD))[-1:] or ("",)
    opens = find_any((*lead, *line(claim.quote)[:2]), words.terms.not_yet_opens)
    if opens and opens[0].start <= 1 and not claim.negated:
        return "The words tell what had not come about."
    after = line(around.behind(claim, knowledge, _RIGHT_BEHIND))[:1]
    if claim.negated and find_any(after, words.terms.none):
        return "What the words deny stands behind them."  # "is in | no danger"
    if not claim.negated or has_one(claim.quote, _joining_words(words.terms)):
        return ""
    leaving = has_one(around.before(claim, knowledge, _LEAD), words.firsts.leaving)
    return "The words may deny an exit that was told of before." if leaving else ""


def _joining_words(terms: TermWords) -> Phrases:
    kinds = (terms.signing, terms.ratifying, terms.parties, terms.joining, terms.belonging)
    others = (terms.entering, terms.a_party, terms.returning)
    return tuple(word for kind in (*kinds, *others) for word in kind)


def _sets_apart(claim: Claim, knowledge: Knowledge) -> str:
    """ "Unlike Russia and China, Finland has joined", "all but Cyprus and Poland have": of whom?"""
    if claim.type not in _OF_STATES or len(claim.participants) < _SEVERAL:
        return ""
    lead = line(around.before(claim, knowledge, _LEAD))
    near = " ".join((*lead[-_NEAR:], *line(claim.quote)))
    apart = has_one(near, knowledge.ledger.fact_words.terms.setting_apart)
    return "The words set some States apart from others." if apart else ""


_SEVERAL, _NEAR = 2, 6  # States; words


def _takes_up_another_act(claim: Claim, knowledge: Knowledge) -> str:
    """ "Latvia did so in July 2005": what it did then, and not what was read."""
    if claim.type not in _OF_STATES or claim.date is None:
        return ""
    terms, said = knowledge.ledger.fact_words.terms, claim.quote
    if not has_one(said, (*_joining_words(terms), *knowledge.ledger.fact_words.firsts.leaving)):
        said = f"{around.before(claim, knowledge, _LEAD)} {said}"  # "..., Sudan in August 2008"
    if not has_one(said, terms.as_others):
        return ""
    for participant in claim.participants:
        acts = knowledge.acts(participant, claim.treaty or "", frozenset(ActKind))
        if any(agree(claim.date, act.received_on) for act in acts):
            return "The words may take up another act than was read."
    return ""


def _of_the_entry_into_force(claim: Claim, knowledge: Knowledge) -> str:
    """ "Entered into force on 1 March 1999, six months after the fortieth State ratified"."""
    day = claim.date is not None and claim.date.day is not None
    if claim.type is not ClaimType.PARTICIPATION or not day:
        return ""
    if claim.stage == _ENTRY and not _named_behind_its_day(claim, knowledge):
        return ""
    if not has_one(claim.quote, knowledge.ledger.fact_words.terms.in_force):
        return ""
    begun = entry_into_force(
        knowledge.ledger, claim.treaty or "", as_known_on=knowledge.known_on
    ).when
    told = isinstance(begun, date) and agree(claim.date, begun)
    return "The day is that on which the treaty entered into force." if told else ""


def _named_behind_its_day(claim: Claim, knowledge: Knowledge) -> bool:
    """ "In force since 1 March 1999, and for Spain from 1 July": the State comes after the day."""
    before, year, _ = claim.quote.partition(str(claim.date.year if claim.date else ""))
    return bool(year) and not participants_named(before, knowledge)


def _of_another_step(
    judge: Callable[[Claim, Knowledge], Judgement], claim: Claim, knowledge: Knowledge
) -> str:
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
        papers = _of_joining_papers(claim, knowledge)
        meant = replace(claim, stage=Stage.CONSENT_WITHDRAWN if papers else Stage.REVOKED)
    right = meant != claim and judge(meant, knowledge).verdict is Verdict.BORNE_OUT
    return "What the words tell is right of another step." if right else ""


def _of_joining_papers(claim: Claim, knowledge: Knowledge) -> bool:
    """ "Deposited an instrument of accession in March, withdrew it in April": the instrument."""
    terms = knowledge.ledger.fact_words.terms
    before = around.before(claim, knowledge, _LEAD)
    return has_one(before, terms.papers) and has_one(before, terms.consent_nouns)


def _may_be_of_taking_back(claim: Claim, knowledge: Knowledge) -> bool:
    """ "Went the same way in February", "had it withdrawn on 10 February": perhaps the notice."""
    on_a_day = claim.date is not None and claim.date.day is not None
    return on_a_day or not has_one(claim.quote, knowledge.ledger.fact_words.firsts.leaving)


_LEAVING = frozenset({Stage.EFFECTIVE, Stage.NOTIFIED})


def _of_its_exit(claim: Claim, knowledge: Knowledge) -> str:
    """ "Its envoy handed over the papers in June": in that month it gave notice, and joined long
    before; no word says that it joined.
    """
    joins = claim.type is ClaimType.PARTICIPATION and not claim.negated
    if not joins or claim.date is None or claim.date.month is None:
        return ""
    if has_one(claim.quote, _joining_words(knowledge.ledger.fact_words.terms)):
        return ""
    for participant in claim.participants:
        left = [one.when for one in exits(knowledge, participant, claim.treaty or "")]
        gone = any(agree(claim.date, day) for day in left if isinstance(day, date))
        given = notices(knowledge, participant, claim.treaty or "")
        if gone or any(agree(claim.date, notice.on) for notice in given):
            return f"The words may tell of the exit of {knowledge.name(participant)}."
    return ""


def _of_another_state(
    judge: Callable[[Claim, Knowledge], Judgement], claim: Claim, knowledge: Knowledge
) -> str:
    """ "The notice came on 27 October" is true of another State that the report names."""
    dated = claim.date is not None and (claim.date.month is not None or _left(claim, knowledge))
    if claim.type not in _OF_STATES or not dated or claim.named_group:
        return ""
    if participants_named(claim.quote, knowledge) & set(claim.participants):
        return ""
    for other in _others(claim, knowledge):
        told = judge(replace(claim, participants=(other,)), knowledge)
        if told.verdict is Verdict.BORNE_OUT:
            return f"The words may be about {knowledge.name(other)}."
    return ""


def _left(claim: Claim, knowledge: Knowledge) -> bool:
    """ "In 1998 the Government gave it up": States leave seldom, and a year is enough for an exit.

    What opens with "which" is of the one that stands before it.
    """
    which = find_any(line(claim.quote)[:1], knowledge.ledger.fact_words.terms.which)
    return claim.type is ClaimType.WITHDRAWAL and not which


def _others(claim: Claim, knowledge: Knowledge) -> Iterator[str]:
    """The States that the report names and that took an act under the treaty."""
    text = knowledge.text
    named = remembered(
        knowledge.ledger,
        "states_of_a_text",
        text,
        lambda: frozenset(participants_named(text, knowledge)),
        most=2,
    )
    acting = {act.participant for act in knowledge.ledger.acts.get(claim.treaty or "", ())}
    yield from sorted((named & acting) - set(claim.participants))
