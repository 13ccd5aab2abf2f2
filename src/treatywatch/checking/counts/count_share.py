"""Shares of the world's States: "more than half", "two thirds of all countries"."""

from treatywatch.checking.counts.count_question import CountQuestion
from treatywatch.checking.grounds.judgement import Judgement, borne_out, contradicted, not_checked
from treatywatch.checking.grounds.universe import other_states, un_members
from treatywatch.checking.words.count_words import states_that
from treatywatch.reading.claim import Bound
from treatywatch.status.answers import Count, CountRule

PERCENT = "percent"
# "Two thirds" of some number of States nobody names is said in round terms.
_NEAR = 3.0
_FAR = 8.0


def judge_share(question: CountQuestion, rules: tuple[CountRule, ...]) -> Judgement:
    """A share of the States there are, by every rule that its words allow.

    Contradicted where it is far off by each of them, whether only members of the United Nations or
    other States too are counted.
    """
    report = question.counts(question.on)
    ledger, on = question.knowledge.ledger, question.on
    members = len(un_members(ledger, on))
    wholes = (members, members + len(other_states(ledger, on)))
    counts = [report.by(rule) for rule in rules]
    possible = [(found, 100 * found.number / whole) for found in counts for whole in wholes]
    for found, share in possible:
        if _off(question, share) <= _NEAR:
            return borne_out(f"{_words(question, found)}, {share:.0f} %.", question.basis(found))
    found, share = min(possible, key=lambda one: _off(question, one[1]))
    words = f"{_words(question, found)}, {share:.0f} %"
    reaches = question.knowledge.reaches(question.treaty)
    if reaches and all(_off(question, share) > _FAR for _, share in possible):
        return contradicted(f"{words}, not {question.value:g} %.", question.basis(found))
    return not_checked(f"{words}.")


def _words(question: CountQuestion, found: Count) -> str:
    members = len(un_members(question.knowledge.ledger, question.on))
    return f"{states_that(found)} {question.by_day()}, when the United Nations had {members}"


def _off(question: CountQuestion, share: float) -> float:
    """How many points the share is outside what the words allow."""
    match question.claim.bound:
        case Bound.MORE_THAN | Bound.AT_LEAST:
            return max(0.0, question.value - share)
        case Bound.LESS_THAN | Bound.AT_MOST:
            return max(0.0, share - question.value)
        case _:
            return abs(share - question.value)
