"""Signs that the words tell of another treaty than the reader took.

A claim is called wrong only where none of them stands; see :mod:`misread`.
"""

from collections.abc import Iterable
from dataclasses import replace

from treatywatch.checking.doubts.sign import Judge, Sign, Trial
from treatywatch.checking.grounds.finding import Verdict
from treatywatch.checking.grounds.knowledge import Knowledge
from treatywatch.checking.words import around
from treatywatch.checking.words.antecedent import lead_of, nouns_of_others, participants_named
from treatywatch.checking.words.count_words import has_one
from treatywatch.checking.words.named_in import names_treaty, words_of_names
from treatywatch.checking.words.namings import (
    first_named,
    names_before,
    names_in,
    treaties_named_before,
    treaties_named_in,
)
from treatywatch.checking.words.word_line import PAUSE, find, find_any, line
from treatywatch.law.treaty import NameStrength, Treaty
from treatywatch.ledger.fact_words import Phrases
from treatywatch.reading.claim import Bound, Claim, ClaimType

_SURE = frozenset({NameStrength.SURE})
_ANY = frozenset(NameStrength) - {NameStrength.BETWEEN}  # the kind of a treaty names none
_SPELT_OUT = _ANY - {NameStrength.WEAK}
_BODIES = frozenset({NameStrength.BODY})
_OF_STATES = frozenset({ClaimType.WITHDRAWAL, ClaimType.PARTICIPATION})
_ENTRY = "entry_into_force"
_GOES_ON = 45  # signs: "has signed | , but not ratified, the protocols"
_LEAD, _NEAR, _SENTENCE = 120, 60, 150  # signs of its sentence before the words
_BIRTHS = frozenset({"adoption", "signature", "entry_into_force"})
_A_GENERATION = 25  # years
_IN_MAKING = 2  # years by which somebody may be wrong about the day of an act
_A_NAME = 4  # words
_A_WORD = 4  # letters: "Who", "Start" and "Cat" open sentences
_TWO = 2  # treaties


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
    """ "Which it ratified in 1997, and to the Non-Proliferation Treaty": of the one before.

    With a capital the word is the article that opens a sentence: "Die Schweiz war ..., der die".
    """
    words, ledger = line(claim.quote), knowledge.ledger
    opens = not claim.quote[:1].isupper() and find_any(words[:1], ledger.fact_words.terms.which)
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


def _goes_on_from_before_its_time(claim: Claim, knowledge: Knowledge) -> str:
    """ "Canada signed in 1994 and ratified it in 1995": neither is of a treaty made in 1997."""
    if claim.type not in _OF_STATES or claim.treaty is None:
        return ""
    treaty = knowledge.treaty(claim.treaty)
    made = min((one.on.first() for one in treaty.milestones), default=None)
    start = claim.start - len(around.before(claim, knowledge, _SENTENCE))
    if made is None or names_treaty(claim, treaty):
        return ""
    for one in knowledge.told_within(start, claim.start):
        beside = one.treaty == claim.treaty
        act = beside and one.type is claim.type and not names_treaty(one, treaty)
        if act and one.date is not None and one.date.last() < made:
            return "What stands before it was before the treaty was made."
    return ""


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


def _which_is_another(claim: Claim, knowledge: Knowledge) -> str:
    """ "The OAS, | which it gave notice to leave": the treaty of the body named right before."""
    opens = find_any(line(claim.quote)[:1], knowledge.ledger.fact_words.terms.which)
    if claim.type not in _OF_STATES or not opens:
        return ""
    before = around.before(claim, knowledge, _NEAR)
    named = {of for name, of in names_in(before, knowledge.ledger, _SPELT_OUT) if name[0].isupper()}
    if not named or claim.treaty in named:
        return ""
    return f"The words may be about the {knowledge.treaty(min(named)).short_title}."


def _before_it_is_named(claim: Claim, knowledge: Knowledge) -> str:
    """ "Ecowas minus three: the juntas are out", in a report that goes on to the Rome Statute."""
    if claim.type not in _OF_STATES or claim.treaty is None:
        return ""
    text, ledger = knowledge.text, knowledge.ledger
    if first_named(text, claim.treaty, ledger) <= claim.end:
        return ""
    others = sorted(_bodies(names_before(text, claim.start, ledger, _BODIES)) - {claim.treaty})
    if not others:
        return ""
    return f"Only the {knowledge.treaty(others[0]).short_title} has been named by then."


def _of_the_body_before(judge: Judge, claim: Claim, knowledge: Knowledge) -> str:
    """ "The WHO lost America. Argentina gave notice too": right of the body named before."""
    if claim.type not in _OF_STATES or claim.treaty is None:
        return ""
    if names_treaty(claim, knowledge.treaty(claim.treaty)):
        return ""
    named = names_in(lead_of(claim, knowledge), knowledge.ledger, _BODIES)
    for one in sorted(_bodies(named) - {claim.treaty}):
        if judge(replace(claim, treaty=one), knowledge).verdict is Verdict.BORNE_OUT:
            return f"The words may be about the {knowledge.treaty(one).short_title}."
    return ""


def _of_the_paragraph(judge: Judge, claim: Claim, knowledge: Knowledge) -> str:
    """ "The US left the Paris Agreement. China has withdrawn too": wrong of that one as well?"""
    lead = lead_of(claim, knowledge)
    told = treaties_named_in(lead, knowledge.ledger, _SURE)
    own = claim.treaty or ""
    if names_treaty(claim, knowledge.treaty(own)) or not told:
        return ""
    if own in treaties_named_in(lead, knowledge.ledger, _ANY):
        return ""
    leaves = claim.type is ClaimType.WITHDRAWAL and not claim.negated
    leaves = leaves and bool(participants_named(claim.quote, knowledge))
    leaves = leaves or _is_exact(claim)
    each = (judge(replace(claim, treaty=one), knowledge).verdict for one in told)
    if leaves and all(verdict in _WRONG for verdict in each):
        return ""
    return f"The paragraph tells of the {knowledge.treaty(told[0]).short_title}."


def _is_exact(claim: Claim) -> bool:
    """ "111 States are bound", "in force since 24 December": right of few treaties."""
    counted = claim.type is ClaimType.COUNT and claim.bound is Bound.EXACT
    on_a_day = claim.type is ClaimType.TREATY_FACT and claim.date is not None and claim.date.day
    return (counted and (claim.value or 0) >= _MANY_STATES) or bool(on_a_day)


_MANY_STATES = 20


_WRONG = frozenset({Verdict.CONTRADICTED, Verdict.PREMATURE})


def _bodies(names: Iterable[tuple[str, str]]) -> frozenset[str]:
    """The treaties of the bodies named; "who" is a word like any other."""
    return frozenset(of for name, of in names if " " in name or _is_written_as_a_name(name))


def _is_written_as_a_name(word: str) -> bool:
    return word.isupper() or (word[0].isupper() and len(word) > _A_WORD)


def _of_what_which_takes_up(claim: Claim, knowledge: Knowledge) -> str:
    """ "The G5 Sahel, which Mali quit in 2022": what stands before it is named, and no treaty."""
    terms = knowledge.ledger.fact_words.terms
    opens = find_any(line(claim.quote)[:1], terms.which)
    if claim.type not in _OF_STATES or claim.treaty is None or not opens:
        return ""
    before = line(around.before(claim, knowledge, _SENTENCE))
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


def _of_two_unnamed(claim: Claim, knowledge: Knowledge) -> str:
    """ "Britain ratified both", of two covenants that the report does not name: not of a third."""
    both = has_one(claim.quote, knowledge.ledger.fact_words.terms.acted_on_both)
    if claim.type not in _OF_STATES or not both:
        return ""
    told = treaties_named_before(knowledge.text, claim.start, knowledge.ledger)
    return "The words tell of two treaties that were not named." if len(told) < _TWO else ""


SIGNS: tuple[Sign, ...] = (
    _of_another_treaty,
    _of_one_pointed_to,
    _of_a_convention,
    _which_is_another,
    _before_it_is_named,
    _of_what_which_takes_up,
    _party_to_several,
    _of_two_unnamed,
    _before_its_time,
    _goes_on_from_before_its_time,
)
TRIALS: tuple[Trial, ...] = (_of_the_body_before, _of_the_paragraph)
