"""Has it stayed outside: not signed, not ratified, not a party, never one?"""

from datetime import date

from treatywatch.checking.grounds.judgement import Judgement, borne_out, contradicted, undetermined
from treatywatch.checking.grounds.knowledge import BOUND, Knowledge
from treatywatch.checking.joining.part_question import (
    PartQuestion,
    act_words,
    basis_of,
    unkept_signature,
)
from treatywatch.checking.words import around
from treatywatch.checking.words.antecedent import sentence_before
from treatywatch.checking.words.count_words import has_one
from treatywatch.checking.words.word_line import find_any, line
from treatywatch.law.terms import Standing
from treatywatch.law.treaty import MilestoneKind, Treaty
from treatywatch.ledger.fact_words import Phrases, TermWords
from treatywatch.reading.claim import Claim
from treatywatch.status.entry import entry_into_force


def judge_not_signed(question: PartQuestion) -> Judgement:
    """Not signed: no signature; a State that acceded instead is told apart."""
    if question.signatures:
        return contradicted(
            f"{question.name}: {act_words(question.signatures[0])}.",
            basis_of(question.signatures[0]),
        )
    if question.signature_not_kept:
        return undetermined(f"{question.name}: {unkept_signature(question)}.")
    if question.consents:
        return undetermined(
            f"{question.name}: never signed, but is bound by {act_words(question.consents[0])}.",
            basis_of(question.consents[0]),
        )
    return _absent(question, "never signed")


def judge_not_ratified(question: PartQuestion) -> Judgement:
    """Not ratified: no act of consent of any kind; one that was taken back is told."""
    back = question.taken_back
    if back is not None and question.consents:
        words = f"{question.name}: {act_words(question.consents[0])}; {act_words(back)}."
        since = question.claimed is not None and back.received_on.first() <= question.claimed.last()
        return borne_out(words, basis_of(back)) if since else undetermined(words, basis_of(back))
    if not question.consents:
        return _absent(question, "neither ratified nor acceded to")
    told = act_words(question.consents[0])
    anew = question.signed_anew
    if anew is not None:
        words = f"{question.name}: {told}, and after its exit {act_words(anew)}."
        return borne_out(words, basis_of(anew))
    return contradicted(f"{question.name}: {told}.", basis_of(question.consents[0]))


def told_to_have_signed(claim: Claim, knowledge: Knowledge) -> bool:
    """ "India has signed but not ratified", "others have signed only, | among them India"."""
    terms = knowledge.ledger.fact_words.terms
    if has_one(claim.quote, terms.neither_act):
        return False
    if has_one(claim.quote, terms.signing):
        return True
    words = line(f"{around.before(claim, knowledge, _OF_WHOM)} {claim.quote}")
    named, signed = find_any(words, terms.among_them), find_any(words, terms.signing)
    if not named or not signed or signed[0].start > named[-1].start:
        return False
    return not any(one.start < signed[0].start for one in find_any(words, terms.none))


def told_to_stay_out(claim: Claim, knowledge: Knowledge) -> bool:
    """ "Russia has signed the treaty but stayed out": the signing is told, and not denied."""
    terms, words = knowledge.ledger.fact_words.terms, line(claim.quote)
    signed, denied = find_any(words, terms.signing), find_any(words, terms.none)
    if not signed or (denied and denied[0].start < signed[0].start):
        return False
    return has_one(claim.quote, terms.staying_out)


def denied_both(claim: Claim, question: PartQuestion) -> Judgement | None:
    """ "Has neither signed nor ratified" of a State that signed and went no further."""
    both = has_one(claim.quote, question.knowledge.ledger.fact_words.terms.neither_act)
    if not both or not question.signatures or question.consents:
        return None
    return judge_not_signed(question)


_OF_WHOM = 80  # signs of "countries have signed but not ratified it, among them "


def unsigned(question: PartQuestion) -> Judgement | None:
    """ "Signed without ratifying" of a State that never signed."""
    if question.signatures or question.consents or not question.can_be_denied:
        return None
    return contradicted(
        f"{question.name}: neither signed nor joined the {question.title}.", question.absence
    )


def opens_with_denial(claim: Claim, terms: TermWords) -> bool:
    """ "Neither is a party", "none of them has joined": what likeness read as told is denied."""
    inside = not claim.negated and claim.stage in _INSIDE
    opening = find_any(line(claim.quote)[:_OPENING], terms.none_of_them)
    return inside and bool(opening) and opening[0].start == 0


_OPENING = 3  # words


def denied_before(claim: Claim, knowledge: Knowledge) -> bool:
    """ "Neither joined; the same is true of Romania", "Who never joined? Belarus": denied too."""
    if claim.negated or claim.stage not in _INSIDE:
        return False
    before, terms = sentence_before(claim, knowledge), knowledge.ledger.fact_words.terms
    denies = has_one(before, (*terms.denying, *terms.none_of_them))
    answers = before.endswith("?") and not has_one(claim.quote, terms.perfect)
    return denies and (answers or has_one(claim.quote, terms.same_is_true))


_INSIDE = frozenset({"party", "signed", "ratified", "acceded"})


def binds_nobody_yet(claim: Claim, treaty: Treaty, knowledge: Knowledge) -> bool:
    """ "Among the missing are India and Indonesia", of a treaty that has not entered into force.

    Nobody is a party to it yet (VCLT Art. 2(1)(g)): who is missing has not consented, unless the
    words are those for parties.
    """
    terms = knowledge.ledger.fact_words.terms
    if has_one(claim.quote, _of_standing(terms)):
        return False
    begun = entry_into_force(knowledge.ledger, treaty.id, as_known_on=knowledge.known_on).when
    in_force = isinstance(begun, date) and begun <= knowledge.on
    return not in_force and treaty.milestone(MilestoneKind.ENTERED_INTO_FORCE) is None


def _of_standing(terms: TermWords) -> Phrases:
    return (*terms.parties, *terms.a_party, *terms.bound, *terms.out_now, *terms.signing)


def judge_never_party(question: PartQuestion) -> Judgement:
    """Never joined: no act of consent, now or before; a mere signature does not hurt."""
    if question.consents:
        return contradicted(
            f"{question.name}: {act_words(question.consents[0])}.", basis_of(question.consents[0])
        )
    return _absent(question, "never became a party to")


def judge_not_party(question: PartQuestion) -> Judgement:
    """Outside on the day: third State, mere signatory, former party (VCLT Art. 2(1)(g), (h))."""
    spell = question.spell
    words = f"{question.name}: {question.standing_words}"
    if spell.standing is Standing.UNDETERMINED and not question.can_be_denied:
        return question.silent()
    if spell.standing is Standing.UNDETERMINED:
        return undetermined(f"{words}.")
    if spell.standing in BOUND and question.consents:
        return contradicted(f"{words}.", basis_of(question.consents[-1]))
    if spell.standing is Standing.FORMER_PARTY and question.consents:
        return borne_out(f"{words}.", basis_of(question.consents[-1]))
    return _absent(question, "not a party to")


def _absent(question: PartQuestion, words: str) -> Judgement:
    ended = question.only_provisionally
    if ended is not None:
        return borne_out(
            f"{question.name}: {words} the {question.title}; {act_words(ended)}, as by one that "
            "does not intend to become a party (VCLT Art. 25(2)).",
            basis_of(ended),
        )
    if not question.can_be_denied:
        return question.silent()
    signed = f" (it signed: {act_words(question.signatures[0])})" if question.signatures else ""
    return borne_out(f"{question.name}: {words} the {question.title}{signed}.", question.absence)
