"""A rank told as a number: "the hundredth State to do so", held against those who joined.

What it is the rank of stands beside it: the one State that the sentence, or the one before, names
among those that had consented by then.
"""

import re
from dataclasses import replace
from datetime import timedelta

from treatywatch.checking.counts.count_share import PERCENT
from treatywatch.checking.grounds.judgement import Judgement, borne_out, contradicted
from treatywatch.checking.grounds.knowledge import CONSENTS, Knowledge
from treatywatch.checking.joining.in_line import has_ordinal, place_of
from treatywatch.checking.joining.part_question import act_words, basis_of
from treatywatch.checking.words import around
from treatywatch.checking.words.antecedent import participants_named
from treatywatch.checking.words.count_words import has_one
from treatywatch.checking.words.word_line import find_any, line
from treatywatch.law.act import Act
from treatywatch.reading.claim import Bound, Claim, Voice

_JOINED = frozenset({"parties", "ratifications"})
_LATELY = timedelta(days=21)
_REACH = 260  # signs back to the one whose rank is told
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[^\W\d_a-z])|\n")


def judge_rank(claim: Claim, knowledge: Knowledge) -> Judgement | None:
    """Whether the State told of has that place among those who consented; None where not sure."""
    exact = claim.bound is Bound.EXACT and claim.voice is Voice.DID and not claim.negated
    exact = exact and claim.unit != PERCENT  # "a third of all States": a share, and no place
    if claim.stage not in _JOINED or not exact or not has_ordinal(claim.quote, knowledge):
        return None
    if claim.value is None or claim.value % 1:
        return None
    circles = (phrase for _, phrases in knowledge.ledger.fact_words.circles for phrase in phrases)
    if has_one(claim.quote, tuple(circles)):
        return None  # "the tenth African State"
    treaty = claim.treaty or ""
    if not (knowledge.is_complete(treaty) and knowledge.reaches(treaty)):
        return None
    act = _newcomer(claim, knowledge)
    if act is None:
        return None
    told = replace(claim, participants=(act.participant,), stage="ratified")
    wrong = place_of(told, str(int(claim.value)), knowledge)
    words = f"{knowledge.name(act.participant)}: {act_words(act)}"
    if wrong:
        return contradicted(f"{wrong} {words}.", basis_of(act))
    return borne_out(f"{words}.", basis_of(act))


def _newcomer(claim: Claim, knowledge: Knowledge) -> Act | None:
    """The consent of the one State named nearby that joined lately, or is told as that one."""
    lead = _SENTENCE.split(knowledge.text[max(0, claim.start - _REACH) : claim.start])[-2:]
    after = _SENTENCE.split(knowledge.text[claim.end : claim.end + _REACH])[0]
    for words in (f"{lead[-1]}{claim.quote}{after}", lead[0] if len(lead) > 1 else ""):
        named = participants_named(words, knowledge)
        acts = [act for who in sorted(named) if (act := _act(who, claim, knowledge))]
        lately = [act for act in acts if knowledge.on - act.received_on.first() <= _LATELY]
        if lately:
            return lately[0] if len(lately) == 1 else None
        if named and _is_told_as_its_place(claim, knowledge):
            return acts[0] if len(acts) == len(named) == 1 else None
    return None


def _act(participant: str, claim: Claim, knowledge: Knowledge) -> Act | None:
    acts = knowledge.acts(participant, claim.treaty or "", CONSENTS)
    return next((act for act in acts if act.received_on.first() <= knowledge.on), None)


def _is_told_as_its_place(claim: Claim, knowledge: Knowledge) -> bool:
    """ "Acceded in January 2012, as | the 133rd State": whenever that was."""
    words = line(f"{around.before(claim, knowledge, _NEAR)} {claim.quote}")
    told = find_any(words, knowledge.ledger.fact_words.terms.as_one_more)
    opens = len(words) - len(line(claim.quote))
    return any(opens - 1 <= one.end <= opens + 1 for one in told)


_NEAR = 30  # signs
