"""Signs that stand in the words alone, as ``facts/signs.yaml`` lists them.

A claim is called wrong only where none of them stands; see also :mod:`misread`.
"""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from treatywatch.checking.grounds.finding import Verdict
from treatywatch.checking.grounds.judgement import Judgement
from treatywatch.checking.grounds.knowledge import Knowledge
from treatywatch.checking.words import around
from treatywatch.checking.words.antecedent import participants_named, sentence_before
from treatywatch.checking.words.count_words import has_one
from treatywatch.checking.words.named_in import names_treaty
from treatywatch.checking.words.word_line import line
from treatywatch.ledger.word_signs import Heard, Naming, Place, WordSign
from treatywatch.reading.claim import Claim, ReadBy

_NEAR, _FAR = 60, 150  # signs
_EDGE, _NEXT = 2, 4  # words
_SEVERAL = 2  # States


def worded(claim: Claim, judgement: Judgement, knowledge: Knowledge) -> str:
    """What the first sign that the words of the claim bear says; empty where they bear none."""
    signs = knowledge.ledger.word_signs
    return next((one.says for one in signs if _stands(one, claim, judgement, knowledge)), "")


def _stands(sign: WordSign, claim: Claim, judgement: Judgement, knowledge: Knowledge) -> bool:
    return (
        _is_for(sign, claim, judgement)
        and all(_is_heard(one, claim, knowledge) for one in sign.told)
        and not any(_is_heard(one, claim, knowledge) for one in sign.unless)
        and not any(_NAMES[one](claim, knowledge) for one in sign.names_no)
    )


def _is_for(sign: WordSign, claim: Claim, judgement: Judgement) -> bool:
    return (
        claim.type in sign.types
        and (not sign.stages or claim.stage in sign.stages)
        and sign.negated in (None, claim.negated)
        and sign.dated in (None, claim.date is not None)
        and (not sign.of_several or len(claim.participants) >= _SEVERAL)
        and (not sign.by_likeness or claim.read_by is ReadBy.LIKENESS)
        and (not sign.premature or judgement.verdict is Verdict.PREMATURE)
    )


def _is_heard(heard: Heard, claim: Claim, knowledge: Knowledge) -> bool:
    there = " ".join(_AT[place](claim, knowledge) for place in Place if place in heard.places)
    return has_one(there, heard.phrases)


def _edge(claim: Claim, knowledge: Knowledge) -> str:
    before = line(around.before(claim, knowledge, _NEAR))[-_EDGE:]
    return " ".join((*before, *line(claim.quote)[:_EDGE]))


_AT: Mapping[Place, Callable[[Claim, Knowledge], str]] = MappingProxyType(
    {
        Place.SENTENCE_BEFORE: sentence_before,
        Place.BEFORE: lambda claim, knowledge: around.before(claim, knowledge, _NEAR),
        Place.WORDS: lambda claim, _: claim.quote,
        Place.BEHIND: lambda claim, knowledge: around.behind(claim, knowledge, _NEAR),
        Place.REST: lambda claim, knowledge: around.behind(claim, knowledge, _FAR),
        Place.FIRST: lambda claim, _: " ".join(line(claim.quote)[:1]),
        Place.LAST: lambda claim, _: " ".join(line(claim.quote)[-1:]),
        Place.EDGE: _edge,
        Place.NEXT: lambda claim, knowledge: " ".join(
            line(around.behind(claim, knowledge, _NEAR))[:_NEXT]
        ),
    }
)


def _names_own(claim: Claim, knowledge: Knowledge) -> bool:
    return bool(participants_named(claim.quote, knowledge) & set(claim.participants))


_NAMES: Mapping[Naming, Callable[[Claim, Knowledge], bool]] = MappingProxyType(
    {
        Naming.STATE: lambda claim, knowledge: bool(participants_named(claim.quote, knowledge)),
        Naming.OWN_STATE: _names_own,
        Naming.TREATY: lambda claim, knowledge: names_treaty(
            claim, knowledge.treaty(claim.treaty or "")
        ),
    }
)
