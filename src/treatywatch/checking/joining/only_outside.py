""" "The only countries outside": whoever else stands outside makes it wrong.

Asked only where the words tell of all States, or of the members of a group that the record knows.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace

from treatywatch.checking.exits.exit_question import list_basis
from treatywatch.checking.grounds.finding import Verdict
from treatywatch.checking.grounds.judgement import Judgement, contradicted, listed
from treatywatch.checking.grounds.knowledge import Knowledge
from treatywatch.checking.grounds.universe import un_members
from treatywatch.checking.joining.part_question import PartQuestion
from treatywatch.checking.words import around
from treatywatch.checking.words.count_words import has_one
from treatywatch.checking.words.first_words import names_in
from treatywatch.checking.words.named_in import names_treaty, with_its_title
from treatywatch.checking.words.word_line import PAUSE, find, find_any, line
from treatywatch.ledger.fact_words import FactWords
from treatywatch.reading.claim import Claim

_LEAD, _BEHIND = 200, 40  # signs before and behind the words that may narrow them
_FEW = 4
_CLOSING, _STOPS = " \"'”’)", ".,;:!?\n–—-"
_NOT_SIGNED = "not_signed"


def only_these(
    judge: Callable[[PartQuestion], Judgement],
    claim: Claim,
    knowledge: Knowledge,
    judgement: Judgement,
) -> Judgement:
    """The judgement, unless others than "the only ones" are outside too.

    Members of the United Nations alone are asked about: of others it is often doubtful that they
    are States. One whose standing is open does not make it wrong, nor one that is no more, whose
    acts stand under another's name.
    """
    if judgement.verdict is not Verdict.BORNE_OUT or claim.treaty is None:
        return judgement
    circle = _circle(claim, knowledge)
    question = PartQuestion(knowledge, claim.participants[0], claim.treaty, None)
    if circle is None or not question.can_be_denied:
        return judgement
    people = knowledge.ledger.participants
    others = [p for p in circle if p not in claim.participants and not people[p].exists_until]
    out = [
        one
        for one in others
        if judge(replace(question, participant=one)).verdict is Verdict.BORNE_OUT
    ]
    if not out:
        return judgement
    some = [knowledge.name(one) for one in out[:_FEW]]
    names = listed([*some, f"{len(out) - _FEW} more"] if len(out) > _FEW else some)
    basis = list_basis(knowledge, claim.treaty)
    told = f"Not these alone: it holds of {names} too."
    return contradicted(f"{told} {' '.join(judgement.reasons)}", *judgement.basis, basis)


def _circle(claim: Claim, knowledge: Knowledge) -> Sequence[str] | None:
    """Among whom they are said to be the only ones; None where the words do not tell plainly."""
    said = knowledge.ledger.fact_words
    lead = line(around.before(claim, knowledge, _LEAD))
    own = knowledge.treaty(claim.treaty or "")
    words = (*lead, *line(with_its_title(claim.quote, own)))
    only = find_any(words, said.places.only)
    if len(only) != 1 or goes_on(claim, knowledge):
        return None
    merely = find_any(words, said.terms.merely_signed)
    if any(one.start <= only[0].start < one.end for one in merely):
        return None  # "Turkey is only a signatory and Russia is neither"
    if has_one(claim.quote, said.terms.signing) and claim.stage != _NOT_SIGNED:
        return None  # among those that signed
    begun = min(only[0].start, len(lead))
    circles = find(words, ((form, id_) for id_, forms in said.circles for form in forms))
    if len(circles) > 1:
        return None
    named = names_in(words, claim.treaty or "", claim.participants, knowledge)
    if not names_treaty(claim, own) and any(one.start == only[0].end for one in named):
        return None  # "only Egypt and Libya are not": of those told of before
    covered = {at for one in (*named, *circles, *only) for at in range(one.start, one.end)}
    rest = [PAUSE if at in covered else word for at, word in enumerate(words)]
    if find_any(rest[:begun], said.firsts.narrowing):
        return None
    if not is_plain(rest[begun:], said):
        return None
    if not circles:
        return un_members(knowledge.ledger, knowledge.on)
    group = knowledge.ledger.groups[min(circles[0].owners)]
    return sorted(group.members_on(knowledge.on))


def is_plain(rest: Sequence[str], said: FactWords) -> bool:
    """Whether no word narrows the circle: each is one for a State, for joining, for "not"."""
    terms = said.terms
    kinds = (terms.denying, terms.denying_after, terms.none, terms.signing, terms.joining)
    others = (terms.ratifying, terms.parties, terms.treaty_nouns, said.firsts.plain)
    phrases = [(one, "") for kind in (*kinds, *others, said.firsts.outside) for one in kind]
    inside = {at for one in find(rest, phrases) for at in range(one.start, one.end)}
    odd = (word for at, word in enumerate(rest) if at not in inside)
    return all(word == PAUSE or word.isdigit() for word in odd)


def goes_on(claim: Claim, knowledge: Knowledge) -> bool:
    """Whether what follows the words may narrow them: "the only ones outside | in Europe"."""
    behind = knowledge.text[claim.end : claim.end + _BEHIND].lstrip(_CLOSING)
    return bool(behind) and behind[0] not in _STOPS
