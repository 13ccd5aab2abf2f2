"""Claims that so many States have signed, ratified, joined, or stayed outside."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from treatywatch.checking.counts.count_beside import (
    counts_some,
    is_of_a_group,
    numbers_needed,
    of_something_else,
    of_states_alone,
    with_organisations,
)
from treatywatch.checking.counts.count_listed import judge_listed
from treatywatch.checking.counts.count_question import CountQuestion
from treatywatch.checking.counts.count_rank import judge_rank
from treatywatch.checking.counts.count_ratified import strictly_ratified, taken_for
from treatywatch.checking.counts.count_right import judge_right, right, with_total
from treatywatch.checking.counts.count_share import PERCENT, judge_share
from treatywatch.checking.counts.count_stale import judge_stale
from treatywatch.checking.grounds.dates import is_after, is_before
from treatywatch.checking.grounds.finding import Verdict
from treatywatch.checking.grounds.judgement import (
    Judgement,
    borne_out,
    contradicted,
    not_checked,
    nothing_recorded,
    outdated,
    undetermined,
)
from treatywatch.checking.grounds.knowledge import Knowledge
from treatywatch.checking.grounds.universe import outside_numbers
from treatywatch.checking.words import around
from treatywatch.checking.words.count_words import has_one, states_that
from treatywatch.checking.words.word_line import find_any, line
from treatywatch.law.calendar import in_words
from treatywatch.law.treaty import MilestoneKind
from treatywatch.reading.claim import Bound, Claim, ReadBy, Voice
from treatywatch.status.answers import Count, CountReport, CountRule
from treatywatch.status.counting import rules_lacking

_PARTIES = (
    CountRule.CONSENT_EXPRESSED,
    CountRule.IN_FORCE_FOR,
    CountRule.CONSENT_EXPRESSED_NOT_UNDER_NOTICE,
    CountRule.IN_FORCE_FOR_NOT_UNDER_NOTICE,
)
_IN_FORCE = frozenset({CountRule.IN_FORCE_FOR, CountRule.IN_FORCE_FOR_NOT_UNDER_NOTICE})
_STAYING = frozenset(
    {CountRule.CONSENT_EXPRESSED_NOT_UNDER_NOTICE, CountRule.IN_FORCE_FOR_NOT_UNDER_NOTICE}
)
_RULES: dict[str, tuple[CountRule, ...]] = {
    "parties": _PARTIES,
    "ratifications": _PARTIES,
    "signatories": (CountRule.SIGNATORIES, CountRule.EVER_SIGNED),
    "signatories_not_parties": (CountRule.SIGNATORIES_NOT_BOUND,),
    "parties_and_signatories": (CountRule.SIGNED_OR_CONSENTED,),
    "under_notice": (CountRule.UNDER_NOTICE,),
    "former_parties": (CountRule.FORMER_PARTIES,),
}
_OUTSIDE: dict[str, tuple[CountRule, ...]] = {
    "not_party": (CountRule.CONSENT_EXPRESSED, CountRule.IN_FORCE_FOR),
    "not_signed": (CountRule.SIGNED_OR_CONSENTED, CountRule.SIGNATORIES),
}
# Numbers that a report may have mistaken for another: those that are published.
_MISTAKABLE = (
    CountRule.SIGNATORIES,
    CountRule.CONSENT_EXPRESSED,
    CountRule.SIGNED_OR_CONSENTED,
    CountRule.SIGNATORIES_NOT_BOUND,
)
# A number that was right this long ago is an old one rather than another one.
_LATELY = timedelta(days=730)
_LOOSE, _SIGNED, _RATIFIED = "parties", "signatories", "ratifications"
# Whoever errs about the number of all parties is near it: "two neighbours" are some of them.
_TIMES = 3
_ALL = 40  # a number below it is easily three times another
_OUTSIDE_OFF = 8  # States that some ways of counting the world have and others lack


def judge_count(claim: Claim, knowledge: Knowledge) -> Judgement:
    """Hold a number of States against the counts of the day, each under the rule its words name."""
    if claim.treaty is None or claim.value is None:
        return not_checked("The words do not give a number, or a treaty.")
    if claim.voice in (Voice.URGED, Voice.CONSIDERS, Voice.DENIED) or claim.negated:
        return not_checked(
            "A possibility, not an act: there is nothing to hold against the record."
        )
    told = f"{around.before(claim, knowledge, _NEAR)} {claim.quote}"
    if has_one(told, knowledge.ledger.fact_words.terms.would_be):
        return not_checked("The words tell what would be.")
    ranked = judge_rank(claim, knowledge)
    if ranked is None or ranked.verdict is Verdict.BORNE_OUT:
        return ranked or _of_so_many(claim, knowledge)
    if not is_after(claim.date, knowledge.on):
        return ranked
    # "Will be the 124th State Party": of those that are parties then, whoever left before.
    so_many = _of_so_many(claim, knowledge)
    return so_many if so_many.verdict is Verdict.BORNE_OUT else ranked


def _of_so_many(claim: Claim, knowledge: Knowledge) -> Judgement:
    """The number held against the counts of the day."""
    if _of_the_first(claim, knowledge):
        return not_checked("The words count the first of them.")
    if not knowledge.is_complete(claim.treaty or ""):
        return nothing_recorded(f"how many States joined the treaty {claim.treaty}")
    if _is_of_now(claim, knowledge) or _is_of_the_making(claim, knowledge):
        claim = replace(claim, date=None)
    question = CountQuestion(
        claim, claim.treaty or "", claim.value or 0, knowledge, _day(claim, knowledge.on)
    )
    listed = judge_listed(question)
    if listed is not None:
        return listed
    if claim.stage in _OUTSIDE:
        return _outside(question, _OUTSIDE[claim.stage])
    rules = _meant(question, _RULES.get(_counted_as(claim, knowledge), ()))
    if not rules_lacking(knowledge.treaty(question.treaty)).isdisjoint(rules):
        return not_checked("The record does not hold every signature of the treaty.")
    if not rules:
        return not_checked("The words do not say what is counted.")
    if claim.unit == PERCENT:
        # "In the treaty" may well mean those who only signed too.
        return judge_share(question, (*rules, CountRule.SIGNED_OR_CONSENTED))
    counted = with_organisations(question, _counted(question, rules), lambda q: _counted(q, rules))
    counted = of_states_alone(question, counted, lambda q: _counted(q, rules))
    return _noting_horizon(question, counted)


def _of_the_first(claim: Claim, knowledge: Knowledge) -> bool:
    """ "Among the first 40 States": a place in the line, and not how many there are."""
    words = line(claim.quote)
    firsts = find_any(words, knowledge.ledger.fact_words.places.first)
    return any(one.end < len(words) and words[one.end].isdigit() for one in firsts)


def _is_of_now(claim: Claim, knowledge: Knowledge) -> bool:
    """ "Opened in 1967 and now has | 96 parties": the date before is not that of the number."""
    if claim.date is None or str(claim.date.year) in claim.quote:
        return False
    if has_one(claim.quote, knowledge.ledger.fact_words.terms.reaches):
        # "Tonga's accession this week brought membership to 164"
        return claim.date.year == knowledge.on.year
    before = knowledge.text[max(0, claim.start - _BEFORE) : claim.start]
    near = line(before)[-_WORDS:]
    return bool(find_any(near, knowledge.ledger.fact_words.terms.by_now))


def _is_of_the_making(claim: Claim, knowledge: Knowledge) -> bool:
    """ "The treaty, signed in 1997, has 164 parties": in that year it could have none."""
    if claim.date is None or claim.date.month is not None or claim.stage == _SIGNED:
        return False
    treaty = knowledge.treaty(claim.treaty or "")
    years = {m.on.year for kind in _MADE if (m := treaty.milestone(kind)) is not None}
    begun = treaty.milestone(MilestoneKind.ENTERED_INTO_FORCE)
    in_force = begun is not None and begun.on.year <= claim.date.year
    return claim.date.year in years and not in_force


_MADE = (MilestoneKind.ADOPTED, MilestoneKind.OPENED_FOR_SIGNATURE, MilestoneKind.SIGNED)
_BEFORE, _WORDS = 30, 3  # signs; words: "now has", "today there are"


def _counted_as(claim: Claim, knowledge: Knowledge) -> str:
    """What is counted; "thirteen have signed only" is no number of all signatories."""
    merely = has_one(claim.quote, knowledge.ledger.fact_words.terms.merely_signed)
    return "signatories_not_parties" if merely and claim.stage == _SIGNED else claim.stage or ""


def _meant(question: CountQuestion, rules: tuple[CountRule, ...]) -> tuple[CountRule, ...]:
    """The rules without those that the words leave out.

    Who "has joined" has consented, whether or not the treaty is in force for it yet; and one that
    has given notice is a party, and left out only by "the remaining" or a number to come.
    """
    claim, terms = question.claim, question.knowledge.ledger.fact_words.terms
    joined = has_one(claim.quote, terms.joining) and not has_one(claim.quote, terms.parties)
    joined = joined or has_one(claim.quote, terms.reaches)  # by an accession of these days
    ahead = claim.voice is not Voice.DID or is_after(claim.date, question.knowledge.on)
    ahead = ahead or has_one(claim.quote, terms.number_to_come)
    staying = ahead or has_one(claim.quote, terms.remaining) or claim.bound is not Bound.EXACT
    left_out = (_IN_FORCE if joined else frozenset()) | (frozenset() if staying else _STAYING)
    return tuple(rule for rule in rules if rule not in left_out)


def _noting_horizon(question: CountQuestion, judgement: Judgement) -> Judgement:
    """The same, with the day up to which the acts counted are known, where that is earlier."""
    horizon = question.knowledge.horizon(question.treaty)
    if horizon is None or question.on <= horizon or judgement.verdict is Verdict.NOT_CHECKED:
        return judgement
    return judgement.noting(f"The acts counted were last compared on {in_words(horizon)}.")


def _day(claim: Claim, on: date) -> date:
    if claim.date is None:
        return on
    return claim.date.last() if is_before(claim.date, on) or claim.voice is Voice.WILL else on


def _counted(question: CountQuestion, rules: tuple[CountRule, ...]) -> Judgement:
    stale = judge_stale(question, rules)
    return (
        stale
        or judge_right(question, rules)
        or _wrong(question, rules, question.counts(question.on))
    )


def _wrong(question: CountQuestion, rules: tuple[CountRule, ...], report: CountReport) -> Judgement:
    named = report.by(rules[0])
    is_now = f"{states_that(named)} {question.by_day()}"
    strictly = strictly_ratified(question, report)
    if strictly is not None:
        return strictly
    unsure = _not_sure(question, rules, report)
    if unsure is not None:
        return not_checked(f"{unsure}; {is_now}.")
    disputed = _by_another_view(question, rules, report)
    if disputed is not None:
        return disputed
    other = _mistaken_for(question, rules, report)
    # "In the treaty" may well mean those who only signed too; "ratified" does not.
    parties = question.knowledge.ledger.fact_words.terms.parties
    loose = question.claim.stage == _LOOSE and not has_one(question.claim.quote, parties)
    broad = loose and other is not None and other.rule is CountRule.SIGNED_OR_CONSENTED
    span = _once_right(question, rules[0])
    # A number by which the treaty was known until some months ago goes on being told.
    known_by = span is not None and question.on - span[1] <= _GOES_ON
    if other is not None and not broad and not known_by:
        words = taken_for(question, report, other, named)
        judgement = contradicted(words, question.basis(other), question.basis(named))
        return with_total(question, judgement, other)
    if other is not None and (span is None or question.on - span[1] > _LATELY):
        return not_checked(f"{states_that(other)}; {is_now}.")
    if span is not None:
        since, until = span
        until_now = question.knowledge.ledger.fact_words.firsts.until_now
        then = _told_of_then(question) or _in_a_year_told(question, since, until)
        then = then or _of_that_time(question, since, until)
        if has_one(question.claim.quote, until_now) or then:
            return right(replace(question, on=until), question.counts(until).by(rules[0]))
        return outdated(
            f"{is_now}; {question.value:g} was right from {in_words(since)} to {in_words(until)}.",
            question.basis(named),
        )
    if not question.knowledge.reaches(question.treaty):
        return nothing_recorded(
            f"who joined the treaty {question.treaty} since it was last compared"
        )
    return contradicted(f"{is_now}, not {question.value:g}.", question.basis(named))


_GOES_ON = timedelta(days=365)


def _not_sure(
    question: CountQuestion, rules: tuple[CountRule, ...], report: CountReport
) -> str | None:
    """Why the number may well be right of something else; None where nothing speaks for that."""
    if question.claim.read_by is ReadBy.TABLE:
        return None  # the head tells what is counted
    needed = numbers_needed(question.knowledge.treaty(question.treaty))
    by_now = has_one(question.claim.quote, question.knowledge.ledger.fact_words.terms.so_far)
    if question.claim.bound is Bound.EXACT and question.value in needed and not by_now:
        return f"{question.value:g} is the number that entry into force needs"
    only_signed = report.by(CountRule.SIGNATORIES_NOT_BOUND)
    if CountRule.SIGNATORIES in rules and question.value == only_signed.number:
        return f"{states_that(only_signed)}"
    named = report.by(rules[0]).number
    if question.value * _TIMES < named or (question.value < named and counts_some(question)):
        return f"{question.value:g} may count some of them"
    if has_one(question.claim.quote, question.knowledge.ledger.fact_words.terms.adopting):
        return f"{question.value:g} may be the number of those that adopted it"
    far = question.value > max(_ALL, named * _TIMES) and not _of_signatories(question, report)
    if far or of_something_else(question) or is_of_a_group(question):
        return f"{question.value:g} may count something else"
    signed = report.by(CountRule.SIGNATORIES)
    terms = question.knowledge.ledger.fact_words.terms
    if question.value == signed.number and question.claim.stage == _LOOSE:
        # "Signed by the 22 members of the two blocs" counts those who signed.
        return states_that(signed) if has_one(question.claim.quote, terms.signing) else None
    today = question.counts(question.knowledge.on).by(rules[0])
    if question.claim.date is not None and question.holds(today.number):
        return f"{states_that(today)} by {in_words(question.knowledge.on)}"
    return None


def _in_a_year_told(question: CountQuestion, since: date, until: date) -> bool:
    """ "When it was opened in December 1997, 122 States signed it": in a year of the sentence."""
    claim = question.claim
    before = around.before(claim, question.knowledge, _SENTENCE)
    years = {word for word in line(f"{before} {claim.quote}") if len(word) == len("1997")}
    told = {str(year) for year in range(since.year, until.year + 1)}
    return claim.date is None and not years.isdisjoint(told) and str(question.on.year) not in years


_SENTENCE, _NEAR, _ABOVE = 160, 50, 300  # signs


def _of_signatories(question: CountQuestion, report: CountReport) -> bool:
    """ "94 countries had ratified it" on the day on which 94 had signed, and four ratified."""
    terms = question.knowledge.ledger.fact_words.terms
    ratified = question.claim.stage == _RATIFIED and has_one(question.claim.quote, terms.ratifying)
    lead = question.knowledge.text[max(0, question.claim.start - _BEFORE) : question.claim.start]
    ratified = ratified and not has_one(lead, terms.signing)  # "signed by 152, ratified by 29"
    return ratified and question.value == report.by(CountRule.SIGNATORIES).number


def _told_of_then(question: CountQuestion) -> bool:
    """ "Opened in April 2016, when 175 parties signed it": the number of that day."""
    lead = question.knowledge.text[max(0, question.claim.start - _BEFORE) : question.claim.start]
    opening = (*line(lead)[-1:], *line(question.claim.quote)[:1])
    terms = question.knowledge.ledger.fact_words.terms
    return bool(find_any(opening, terms.on_that_day))


def _of_that_time(question: CountQuestion, since: date, until: date) -> bool:
    """ "Fifty had ratified it by then", "on the day of its entry into force it had 51 parties".

    Of a year told before it, or of those in which the treaty was opened and came into force.
    """
    claim, knowledge = question.claim, question.knowledge
    sentence = f"{around.before(claim, knowledge, _SENTENCE)} {claim.quote}"
    sentence = f"{sentence} {around.behind(claim, knowledge, _NEAR)}"
    if not has_one(sentence, knowledge.ledger.fact_words.terms.of_that_time):
        return False
    above = knowledge.text[max(0, claim.start - _ABOVE) : claim.start]
    years = {int(word) for word in line(f"{above} {sentence}") if word.isdigit()}
    years |= {m.on.year for m in knowledge.treaty(question.treaty).milestones}
    return any(since.year <= year <= until.year for year in years)


def _by_another_view(
    question: CountQuestion, rules: tuple[CountRule, ...], report: CountReport
) -> Judgement | None:
    """Open, where the number is right by a view that others hold of who is a party."""
    for other in report.views_differ:
        for rule in rules:
            number = other.by(rule)
            if number is not None and question.holds(number):
                words = f"{states_that(report.by(rule))} {question.by_day()}"
                return undetermined(f"{words}; {number} by the view of {other.held_by}.")
    return None


def _once_right(question: CountQuestion, rule: CountRule) -> tuple[date, date] | None:
    """The last span of days before the one asked about on which the number was right."""
    spans = [span for span in question.right_spans(rule) if span[1] < question.on]
    return spans[-1] if spans else None


def _mistaken_for(
    question: CountQuestion, rules: tuple[CountRule, ...], report: CountReport
) -> Count | None:
    """The other count whose number was given, exactly: "some 133" is no rounded number."""
    rounded = question.claim.bound is Bound.ABOUT and question.value % _ROUND == 0
    if question.claim.bound not in {Bound.EXACT, Bound.ABOUT} or rounded:
        return None
    others = [rule for rule in _MISTAKABLE if rule not in rules]
    return next((report.by(r) for r in others if report.by(r).number == question.value), None)


_ROUND = 5  # what is a multiple of it may be rounded


def _outside(question: CountQuestion, rules: tuple[CountRule, ...]) -> Judgement:
    report = question.counts(question.on)
    possible = [
        (found, number)
        for found in map(report.by, rules)
        for number in outside_numbers(question.knowledge.ledger, found.participants, question.on)
    ]
    for found, number in possible:
        if question.holds(number):
            return borne_out(
                f"{number} States are outside: {states_that(found)} {question.by_day()}.",
                question.basis(found),
            )
    numbers = sorted({number for _, number in possible})
    counted = " or ".join(map(str, numbers))
    words = f"By the ways of counting in the record, {counted} States are outside"
    return (
        contradicted(f"{words}.", question.basis(possible[0][0]))
        if _far_off(question, numbers)
        else not_checked(f"{words}.")
    )


def _far_off(question: CountQuestion, numbers: Sequence[int]) -> bool:
    """Whether "only ten" or "all but ten" is far from every number of those outside.

    What some of the signatories have left undone is another number than that of all outside.
    """
    terms = question.knowledge.ledger.fact_words.terms
    if not has_one(question.claim.quote, terms.all_told) or question.claim.of_total is not None:
        return False
    left = question.counts(question.on).by(CountRule.SIGNATORIES_NOT_BOUND).number
    off = min(abs(question.value - number) for number in (*numbers, left))
    return question.knowledge.reaches(question.treaty) and off > max(_OUTSIDE_OFF, left)
