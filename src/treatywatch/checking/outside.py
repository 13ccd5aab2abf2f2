"""Has it stayed outside: not signed, not ratified, not a party, never one?"""

from treatywatch.checking.judgement import Judgement, borne_out, contradicted, undetermined
from treatywatch.checking.knowledge import BOUND
from treatywatch.checking.part_question import (
    PartQuestion,
    act_words,
    basis_of,
)
from treatywatch.law.terms import Standing


def judge_not_signed(question: PartQuestion) -> Judgement:
    """Not signed: no signature; a State that acceded instead is told apart."""
    if question.signatures:
        return contradicted(
            f"{question.name}: {act_words(question.signatures[0])}.",
            basis_of(question.signatures[0]),
        )
    if question.consents:
        return undetermined(
            f"{question.name}: never signed, but is bound by {act_words(question.consents[0])}.",
            basis_of(question.consents[0]),
        )
    return _absent(question, "never signed")


def judge_not_ratified(question: PartQuestion) -> Judgement:
    """Not ratified: no act of consent of any kind."""
    if question.consents:
        return contradicted(
            f"{question.name}: {act_words(question.consents[0])}.", basis_of(question.consents[0])
        )
    return _absent(question, "neither ratified nor acceded to")


def unsigned(question: PartQuestion) -> Judgement | None:
    """ "Signed without ratifying" of a State that never signed."""
    if question.signatures or question.consents or not question.can_be_denied:
        return None
    return contradicted(
        f"{question.name}: neither signed nor joined the {question.title}.", question.absence
    )


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
