"""Numbers of the States whose consent a treaty names as needed: "nine of the 44 are missing".

The list is that of the clause on entry into force (CTBT Art. XIV with Annex 2; VCLT Art. 24(1)).
"""

from collections.abc import Iterator
from datetime import date

from treatywatch.checking.counts.count_question import CountQuestion
from treatywatch.checking.grounds.finding import Basis, BasisKind
from treatywatch.checking.grounds.judgement import (
    Judgement,
    borne_out,
    contradicted,
    not_checked,
    outdated,
)
from treatywatch.checking.words import around
from treatywatch.checking.words.count_words import has_one
from treatywatch.checking.words.word_line import line
from treatywatch.law.calendar import in_words
from treatywatch.law.clauses.final import Both, NamedStates, Threshold
from treatywatch.law.treaty import Treaty
from treatywatch.status.answers import CountRule

_INSIDE = {
    "parties": CountRule.CONSENT_EXPRESSED,
    "ratifications": CountRule.CONSENT_EXPRESSED,
    "signatories": CountRule.SIGNATORIES,
}
_OUTSIDE = {"not_party": CountRule.CONSENT_EXPRESSED, "not_signed": CountRule.SIGNATORIES}


def judge_listed(question: CountQuestion) -> Judgement | None:
    """The number of those on the list who have consented, or signed, or have not.

    None where the words do not count out of as many as the treaty names.
    """
    treaty = question.knowledge.treaty(question.treaty)
    listed = _listed(treaty)
    rule = (_INSIDE | _OUTSIDE).get(question.claim.stage or "")
    if not listed or rule is None or not _is_out_of(question, len(listed)):
        return None
    done = _done(question, listed, rule, question.on)
    outside = question.claim.stage in _OUTSIDE
    number = len(listed) - done if outside else done
    article = treaty.final_clauses.of_the_treaty.article
    act = "signed" if rule is CountRule.SIGNATORIES else "expressed consent to be bound"
    words = (
        f"{done} of the {len(listed)} States that Art. {article} names had {act} "
        f"{question.by_day()}, {len(listed) - done} had not"
    )
    basis = Basis(BasisKind.COUNT, f"{treaty.id} {rule} among those named on {question.on}: {done}")
    if question.holds(number):
        return borne_out(f"{words}.", basis)
    wanted = len(listed) - question.value if outside else question.value
    once = [day for day in _days(question, listed) if _done(question, listed, rule, day) == wanted]
    if once and has_one(question.claim.quote, question.knowledge.ledger.fact_words.terms.past):
        return borne_out(f"{words}; {question.value:g} was right on {in_words(once[-1])}.", basis)
    if once:
        right = f"{question.value:g} was right on {in_words(once[-1])}"
        return outdated(f"{words}; {right}.", basis)
    if not question.knowledge.reaches(question.treaty):
        return not_checked(f"{words}.")
    return contradicted(f"{words}, not {question.value:g}.", basis)


def _is_out_of(question: CountQuestion, number: int) -> bool:
    """ "Eight of the 44", "of the 44 States named in Annex 2, eight": out of so many."""
    claim = question.claim
    if claim.of_total is not None or question.value >= number:
        return claim.of_total == number
    words = line(f"{around.before(claim, question.knowledge, _LEAD)}{claim.quote}")
    places = [at for at, word in enumerate(words) if word == str(number)]
    of = question.knowledge.ledger.fact_words.terms.of_what
    return any(word.casefold() in of for at in places for word in words[max(0, at - 2) : at])


_LEAD = 90  # signs


def _listed(treaty: Treaty) -> tuple[tuple[str, ...], ...]:
    needs = treaty.final_clauses.of_the_treaty.needs
    return next(_lists(needs), ()) if needs is not None else ()


def _lists(needs: Threshold) -> Iterator[tuple[tuple[str, ...], ...]]:
    if isinstance(needs, NamedStates):
        yield needs.states
    elif isinstance(needs, Both):
        for condition in needs.conditions:
            yield from _lists(condition)


def _done(
    question: CountQuestion, listed: tuple[tuple[str, ...], ...], rule: CountRule, day: date
) -> int:
    within = set(question.counts(day).by(rule).participants)
    return sum(bool(within.intersection(codes)) for codes in listed)


def _days(question: CountQuestion, listed: tuple[tuple[str, ...], ...]) -> list[date]:
    """The days on which one of them acted, before the one asked about."""
    named = {code for codes in listed for code in codes}
    acts = question.knowledge.ledger.acts.get(question.treaty, ())
    days = {act.received_on.first() for act in acts if act.participant in named}
    return sorted(day for day in days if day < question.on)
