"""Signs that the words tell of somebody or something beside what was read.

A claim is called wrong only where none of them stands; see also :mod:`misread`.
"""

from collections.abc import Callable
from dataclasses import replace

from treatywatch.checking.grounds.dates import agree
from treatywatch.checking.grounds.finding import Verdict
from treatywatch.checking.grounds.judgement import Judgement
from treatywatch.checking.grounds.knowledge import CONSENTS, Knowledge
from treatywatch.checking.words import around
from treatywatch.checking.words.antecedent import lead_of, participants_named, sentence_before
from treatywatch.checking.words.count_words import has_one
from treatywatch.checking.words.named_in import names_treaty, words_of_names
from treatywatch.checking.words.namings import first_named, names_in, treaties_named_before
from treatywatch.checking.words.word_line import PAUSE, find_any, line
from treatywatch.law.terms import ActKind, Stage
from treatywatch.law.treaty import MilestoneKind, NameStrength
from treatywatch.reading.claim import Claim, ClaimType, ReadBy

Judge = Callable[[Claim, Knowledge], Judgement]

_OF_STATES = frozenset({ClaimType.WITHDRAWAL, ClaimType.PARTICIPATION})
_SIGNED = frozenset({ActKind.SIGNATURE})
_REACH = 150  # signs of its sentence before the words
_A_NAME = 4  # words
_ANY = frozenset(NameStrength) - {NameStrength.BETWEEN}


def told_amiss(judge: Judge, claim: Claim, knowledge: Knowledge) -> str:
    """Why the words may not tell what was read; empty where they do."""
    return (
        _of_one_who_signed(claim, knowledge)
        or _of_the_body_before(judge, claim, knowledge)
        or _of_what_was_withdrawn_before(claim, knowledge)
        or _before_it_is_named(claim, knowledge)
        or _of_what_which_takes_up(claim, knowledge)
        or _of_leaving_together(claim, knowledge)
        or _painted_of_one_that_only_signed(claim, knowledge)
        or _of_a_court(claim, knowledge)
        or _all_but_one(claim, knowledge)
        or _outside_at_that_time(claim, knowledge)
        or _party_to_several(claim, knowledge)
        or _for_a_purpose(claim, knowledge)
        or _before_anybody_could(claim, knowledge)
        or _goes_on_from_before_its_time(claim, knowledge)
        or _of_a_delegation(claim, knowledge)
        or _of_two_unnamed(claim, knowledge)
        or _of_what_some_hold(claim, knowledge)
    )


def _of_one_who_signed(claim: Claim, knowledge: Knowledge) -> str:
    """ "Albright signed it in February 1995": what one State did, read as the signing of all."""
    signing = claim.type is ClaimType.TREATY_FACT and claim.stage == "signature"
    if signing and has_one(claim.quote, knowledge.ledger.fact_words.terms.it_signed_it):
        return "The words tell of the signature of one State."
    if not signing or claim.date is None or claim.date.month is None or claim.treaty is None:
        return ""
    if not has_one(claim.quote, knowledge.ledger.fact_words.terms.signing):
        return ""
    if any(agree(claim.date, one.on) for one in knowledge.treaty(claim.treaty).milestones):
        return ""  # it is the place that is wrong
    for one in sorted(participants_named(knowledge.text, knowledge)):
        acts = knowledge.acts(one, claim.treaty, _SIGNED)
        if any(agree(claim.date, act.received_on) for act in acts):
            return f"The words may tell of the signature of {knowledge.name(one)}."
    return ""


def _of_the_body_before(judge: Judge, claim: Claim, knowledge: Knowledge) -> str:
    """ "The WHO lost America. Argentina gave notice too": right of the body named before."""
    if claim.type not in _OF_STATES or claim.treaty is None:
        return ""
    if names_treaty(claim, knowledge.treaty(claim.treaty)):
        return ""
    for one in sorted(_bodies_named(lead_of(claim, knowledge), knowledge) - {claim.treaty}):
        if judge(replace(claim, treaty=one), knowledge).verdict is Verdict.BORNE_OUT:
            return f"The words may be about the {knowledge.treaty(one).short_title}."
    return ""


def _bodies_named(text: str, knowledge: Knowledge) -> frozenset[str]:
    """The treaties of the bodies that a text names; "who" is a word like any other."""
    names = names_in(text, knowledge.ledger, _BODIES)
    return frozenset(of for name, of in names if " " in name or _is_written_as_a_name(name))


def _is_written_as_a_name(word: str) -> bool:
    return word.isupper() or (word[0].isupper() and len(word) > _A_WORD)


_A_WORD = 4  # letters: "Who", "Start" and "Cat" open sentences


_BODIES = frozenset({NameStrength.BODY})


def _of_what_was_withdrawn_before(claim: Claim, knowledge: Knowledge) -> str:
    """ "It ratified with reservations; most were withdrawn in 2011": these, and no State."""
    if claim.type is not ClaimType.WITHDRAWAL or claim.treaty is None:
        return ""
    if participants_named(claim.quote, knowledge):
        return ""
    if names_treaty(claim, knowledge.treaty(claim.treaty)):
        return ""
    terms = knowledge.ledger.fact_words.terms
    before = f"{sentence_before(claim, knowledge)} {around.before(claim, knowledge, _REACH)}"
    other = has_one(before, terms.also_withdrawn) and has_one(claim.quote, terms.were_withdrawn)
    return "The words may tell of something else that was withdrawn." if other else ""


def _before_it_is_named(claim: Claim, knowledge: Knowledge) -> str:
    """ "Ecowas minus three: the juntas are out", in a report that goes on to the Rome Statute."""
    if claim.type not in _OF_STATES or claim.treaty is None:
        return ""
    text, ledger = knowledge.text, knowledge.ledger
    if first_named(text, claim.treaty, ledger) <= claim.end:
        return ""
    others = sorted(_bodies_named(text[: claim.start], knowledge) - {claim.treaty})
    if not others:
        return ""
    return f"Only the {knowledge.treaty(others[0]).short_title} has been named by then."


def _of_what_which_takes_up(claim: Claim, knowledge: Knowledge) -> str:
    """ "The G5 Sahel, which Mali quit in 2022": what stands before it is named, and no treaty."""
    terms = knowledge.ledger.fact_words.terms
    opens = find_any(line(claim.quote)[:1], terms.which)
    if claim.type not in _OF_STATES or claim.treaty is None or not opens:
        return ""
    before = line(around.before(claim, knowledge, _REACH))
    if before[-1:] != (PAUSE,) or not participants_named(claim.quote, knowledge):
        return ""
    name = before[-1 - _A_NAME : -1]
    own = words_of_names(knowledge.treaty(claim.treaty))
    if not name or not name[-1][0].isupper() or own & {word.casefold() for word in name}:
        return ""
    known = participants_named(" ".join(name), knowledge) or names_in(
        " ".join(name), knowledge.ledger, _ANY
    )
    return "" if any(known) else "The words may take up what is named before them."


def _of_leaving_together(claim: Claim, knowledge: Knowledge) -> str:
    """ "No one has ever left together" is true although some have, one by one."""
    denied = claim.type is ClaimType.WITHDRAWAL and claim.negated
    together = denied and has_one(claim.quote, knowledge.ledger.fact_words.terms.together)
    return "The words tell of leaving together." if together else ""


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


def _of_a_court(claim: Claim, knowledge: Knowledge) -> str:
    """ "Are parties, but have not accepted the court": its jurisdiction, which is another step."""
    if claim.type is not ClaimType.PARTICIPATION:
        return ""
    told = f"{claim.quote}{around.behind(claim, knowledge, _A_CLAUSE)}"
    accepted = has_one(told, knowledge.ledger.fact_words.terms.jurisdiction)
    return "The words may tell of the jurisdiction of a court." if accepted else ""


def _all_but_one(claim: Claim, knowledge: Knowledge) -> str:
    """ "The most joined is that on the child: everybody but the US", read by likeness as told."""
    if claim.type not in _OF_STATES or claim.read_by is not ReadBy.LIKENESS:
        return ""
    apart = has_one(claim.quote, knowledge.ledger.fact_words.terms.everyone_but)
    return "The words set some States apart from others." if apart else ""


def _outside_at_that_time(claim: Claim, knowledge: Knowledge) -> str:
    """ "It stayed out when the organisation was founded": until it joined."""
    if claim.type is not ClaimType.PARTICIPATION or claim.stage != "not_party":
        return ""
    terms = knowledge.ledger.fact_words.terms
    sentence = f"{claim.quote}{around.behind(claim, knowledge, _A_CLAUSE)}"
    then = has_one(claim.quote, terms.stayed_out) and has_one(sentence, terms.at_that_time)
    return "The words tell of the time before it joined." if then else ""


_A_CLAUSE = 40  # signs


def _party_to_several(claim: Claim, knowledge: Knowledge) -> str:
    """ "Remains a party to 75 agreements within the CIS": to these, and not to its charter."""
    if claim.type is not ClaimType.PARTICIPATION:
        return ""
    words = line(claim.quote)
    nouns = find_any(words, knowledge.ledger.fact_words.terms.agreements)
    several = any(
        words[one.start - 1 : one.start][0:1] and words[one.start - 1].isdigit() for one in nouns
    )
    return "The words tell of several agreements." if several else ""


def _for_a_purpose(claim: Claim, knowledge: Knowledge) -> str:
    """ "A bill in the autumn, so that Ireland can ratify in December": what is not done yet."""
    if claim.type not in _OF_STATES:
        return ""
    lead = line(around.before(claim, knowledge, _A_CLAUSE))[-_TWO:]
    opening = (*lead, *line(claim.quote)[:_TWO])
    purpose = find_any(opening, knowledge.ledger.fact_words.terms.so_that)
    return "The words tell what something is for." if purpose else ""


_TWO = 2  # words


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


def _goes_on_from_before_its_time(claim: Claim, knowledge: Knowledge) -> str:
    """ "Canada signed in 1994 and ratified it in 1995": neither is of a treaty made in 1997."""
    if claim.type not in _OF_STATES or claim.treaty is None:
        return ""
    treaty = knowledge.treaty(claim.treaty)
    made = min((one.on.first() for one in treaty.milestones), default=None)
    start = claim.start - len(around.before(claim, knowledge, _REACH))
    if made is None or names_treaty(claim, treaty):
        return ""
    for one in knowledge.told:
        beside = one.treaty == claim.treaty and start <= one.start < claim.start
        act = beside and one.type is claim.type and not names_treaty(one, treaty)
        if act and one.date is not None and one.date.last() < made:
            return "What stands before it was before the treaty was made."
    return ""


def _of_a_delegation(claim: Claim, knowledge: Knowledge) -> str:
    """ "Azerbaijan's delegation walks out": of a meeting, and its State of nothing."""
    leaving = claim.type is ClaimType.WITHDRAWAL and claim.stage == Stage.EFFECTIVE
    sent = leaving and has_one(claim.quote, knowledge.ledger.fact_words.terms.delegates)
    return "The words tell of a delegation." if sent else ""


def _of_two_unnamed(claim: Claim, knowledge: Knowledge) -> str:
    """ "Britain ratified both", of two covenants that the report does not name: not of a third."""
    both = has_one(claim.quote, knowledge.ledger.fact_words.terms.acted_on_both)
    if claim.type not in _OF_STATES or not both:
        return ""
    told = treaties_named_before(knowledge.text, claim.start, knowledge.ledger)
    return "The words tell of two treaties that were not named." if len(told) < _TWO else ""


def _of_what_some_hold(claim: Claim, knowledge: Knowledge) -> str:
    """ "Mexico does not regard Iceland as a party": of another, and read as told of itself."""
    standing = claim.type is ClaimType.PARTICIPATION and claim.read_by is ReadBy.LIKENESS
    held = standing and has_one(claim.quote, knowledge.ledger.fact_words.terms.held_to_be)
    return "The words tell what some hold of another State." if held else ""
