"""What the final clauses and duties say in numbers: the notice period, the deadlines."""

import re
from collections.abc import Sequence
from datetime import date

from treatywatch.checking.exits.time_left import is_time_left
from treatywatch.checking.facts.article_on_leaving import (
    by_the_right_article,
    judge_article_on_leaving,
)
from treatywatch.checking.facts.terms_facts import judge_leaving_words, judge_limit, limits_for
from treatywatch.checking.grounds.dates import agree
from treatywatch.checking.grounds.judgement import (
    Judgement,
    article_of,
    borne_out,
    contradicted,
    not_checked,
    nothing_recorded,
)
from treatywatch.checking.grounds.knowledge import Knowledge
from treatywatch.checking.grounds.spans_of_time import fits, lasts_as_said
from treatywatch.checking.words.antecedent import points_to
from treatywatch.checking.words.count_words import has_one
from treatywatch.checking.words.word_line import find_any, line
from treatywatch.law.calendar import add_months, in_words
from treatywatch.law.clauses.final import Duty, Silence, Withdrawal
from treatywatch.law.clauses.reckoning import EndOfYear, MonthDay, Period, Rule, Unit, Yearly
from treatywatch.law.treaty import Treaty
from treatywatch.ledger.fact_words import Phrases, TermWords
from treatywatch.reading.claim import Bound, Claim
from treatywatch.status.entry import entry_into_force

# A stem this long tells "destroy" and "stockpile" from other words and finds "destruction".
_STEM = 5
_YEARLY = "reporting"
_SENTENCES, _LEAD = re.compile(r"[.!?]\s|\n"), 120  # signs


def judge_notice_period(claim: Claim, knowledge: Knowledge) -> Judgement:
    """How long an exit takes, or how long nobody may leave: the clause with its article."""
    treaty = knowledge.treaty(claim.treaty or "")
    told = _barred_at_first(claim, treaty, knowledge) or _notice_lasts(claim, treaty, knowledge)
    return by_the_right_article(claim, told, knowledge)


def _notice_lasts(claim: Claim, treaty: Treaty, knowledge: Knowledge) -> Judgement:
    clause = treaty.final_clauses.withdrawal
    if claim.value is None or claim.unit is None or claim.negated:
        return not_checked("The words give no span of time to compare.")
    if _is_a_matter_of_days(claim, knowledge):
        return not_checked("So few days may be those of something else.")
    if has_one(claim.quote, knowledge.ledger.fact_words.terms.home_law):
        return not_checked("The words may tell what a law at home demands.")
    if isinstance(clause, Silence):
        return _without_a_clause(claim, treaty, clause, knowledge)
    before = _SENTENCES.split(knowledge.text[max(0, claim.start - _LEAD) : claim.start])[-1]
    if has_one(f"{before}{claim.quote}", knowledge.ledger.fact_words.terms.checks):
        return not_checked("The words may tell how an inspection is announced.")
    joining = _of_joining(claim, treaty, knowledge.ledger.fact_words.terms)
    if joining is not None:
        return joining
    runs = has_one(claim.quote, knowledge.ledger.fact_words.terms.length_of_notice)
    if clause.lock is not None and lasts_as_said(claim, clause.lock.until.rule) and not runs:
        locked = f"no exit before {clause.lock.until.words}"
        return borne_out(
            f"{treaty.short_title}, Art. {clause.lock.article}: {locked}.",
            article_of(treaty.id, clause.lock.article),
        )
    words = f"{treaty.short_title}, Art. {clause.article}: {clause.takes_effect.words}"
    basis = article_of(treaty.id, clause.article)
    if _is_another_span(claim, clause, knowledge):
        return not_checked("The words may tell how long a term lasts, or what outlives it.")
    if not isinstance(clause.takes_effect.rule, Period):
        if _never_lasts(claim, clause.takes_effect.rule):
            return contradicted(f"{words}, not {_claimed(claim)}.", basis)
        return not_checked(
            f"The clause does not count in such a span: {clause.takes_effect.words}."
        )
    if fits(claim, clause.takes_effect.rule):
        return borne_out(f"{words}.", basis)
    left = is_time_left(claim, knowledge)
    return left or contradicted(f"{words}, not {_claimed(claim)}.", basis)


def _without_a_clause(
    claim: Claim, treaty: Treaty, clause: Silence, knowledge: Knowledge
) -> Judgement:
    """ "May be left on six months' notice", of a text that is silent on leaving.

    Twelve months are what general law asks for, where it lets a party leave at all (VCLT Art. 56).
    """
    words = f"a notice period in the {treaty.short_title}: {clause.words}"
    firsts, terms = knowledge.ledger.fact_words.firsts, knowledge.ledger.fact_words.terms
    leaving = (*firsts.leaving, *firsts.act_of_leaving, *terms.denouncing)
    plain = claim.bound is Bound.EXACT and has_one(claim.quote, leaving)
    general = lasts_as_said(claim, Period(1, Unit.YEARS))
    if not plain or general or not points_to(claim, treaty, knowledge):
        return nothing_recorded(words)
    told = f"{treaty.short_title}: {clause.words}; not {_claimed(claim)}."
    return contradicted(told, article_of(treaty.id, "withdrawal"))


def _barred_at_first(claim: Claim, treaty: Treaty, knowledge: Knowledge) -> Judgement | None:
    """ "No country may give notice in the first five years": the time for which one must stay."""
    clause, terms = treaty.final_clauses.withdrawal, knowledge.ledger.fact_words.terms
    if isinstance(clause, Silence) or clause.lock is None or claim.unit != "years":
        return None
    exact = claim.value is not None and claim.bound is Bound.EXACT
    barred = claim.negated or has_one(claim.quote, terms.none)
    if not (exact and barred and has_one(claim.quote, terms.at_first)):
        return None
    words = f"{treaty.short_title}, Art. {clause.lock.article}: no exit before"
    basis = article_of(treaty.id, clause.lock.article)
    if lasts_as_said(claim, clause.lock.until.rule):
        return borne_out(f"{words} {clause.lock.until.words}.", basis)
    return contradicted(f"{words} {clause.lock.until.words}, not {_claimed(claim)}.", basis)


def _is_another_span(claim: Claim, clause: Withdrawal, knowledge: Knowledge) -> bool:
    """Whether it lasts as long as a term of the treaty, or as what binds after the exit.

    "It ran for ten years", "investments keep their cover for fifteen years": of no notice.
    """
    terms = clause.terms
    lasting = (terms.first_years, terms.then_years) if terms else ()
    if clause.survives_years:
        lasting = (*lasting, clause.survives_years)
    outlives = any(fits(claim, Period(years, Unit.YEARS)) for years in lasting)
    rule = clause.takes_effect.rule
    right = isinstance(rule, Period) and fits(claim, rule)
    return outlives or (not right and _of_its_life(claim, knowledge))


def _of_its_life(claim: Claim, knowledge: Knowledge) -> bool:
    """ "It lasts ten years, and either side can get out": the years are those of the treaty."""
    firsts, terms = knowledge.ledger.fact_words.firsts, knowledge.ledger.fact_words.terms
    leaving = (*firsts.act_of_leaving, *terms.denouncing, *terms.gone)
    return has_one(claim.quote, terms.lifetime) and not has_one(claim.quote, leaving)


def _of_joining(claim: Claim, treaty: Treaty, terms: TermWords) -> Judgement | None:
    """ "May rejoin by a new instrument, and is bound ninety days later": no period of notice."""
    told = has_one(claim.quote, (*terms.joining, *terms.consents, *terms.returning, *terms.rejoin))
    entry = treaty.final_clauses.for_a_later_participant
    if not told or entry is None or has_one(claim.quote, (*terms.denouncing, *terms.gone)):
        return None
    if lasts_as_said(claim, entry.takes_effect.rule):
        words = f"{treaty.short_title}, Art. {entry.article}: {entry.takes_effect.words}."
        return borne_out(words, article_of(treaty.id, entry.article))
    return not_checked("The words may tell how long joining takes.")


def _never_lasts(claim: Claim, rule: Rule) -> bool:
    """Whether no notice lasts as long as is told, where the exit comes on a day of the year.

    To the end of the next year are twelve to twenty-four months; to the 30 June after a New Year's
    Day met are six to eighteen.
    """
    months = (claim.value or 0) * _MONTHS.get(claim.unit or "", 0)
    if not months or claim.bound is not Bound.EXACT or claim.value_high is not None:
        return False
    if isinstance(rule, EndOfYear):
        loosely = claim.unit == "years"  # "a year's notice", to the end of the next one
        least = 12 * rule.years + (0 if loosely else 1)
        return not least <= months <= 12 * rule.years + 12
    if isinstance(rule, Yearly):
        least = (rule.on.month - rule.if_received_by.month) % 12
        return not least <= months <= least + 13
    return False


_MONTHS = {"days": 12 / 365.25, "weeks": 12 * 7 / 365.25, "months": 1, "years": 12}


def judge_deadline(claim: Claim, knowledge: Knowledge) -> Judgement:
    """A duty with a term, or a yearly one: borne out by a duty of that length.

    Another length is contradicted only where the words name one duty as the treaty does.
    """
    treaty = knowledge.treaty(claim.treaty or "")
    named = [duty for duty in treaty.duties if _named(duty, claim)]
    possible = named or treaty.duties
    for duty in possible:
        if claim.value is None and duty.every_year is not None and duty in named:
            return _yearly(claim, duty, duty.every_year, treaty)
        if duty.due is not None and lasts_as_said(claim, duty.due.rule):
            return borne_out(_duty_words(duty, duty.due.words), article_of(treaty.id, duty.article))
    if _is_a_matter_of_days(claim, knowledge):
        return not_checked("So few days may be those of something else.")
    first = _first_deadline(claim, treaty, knowledge)
    if first is not None:
        return first
    if limits_for(claim, treaty):
        return judge_limit(claim, knowledge)
    wrong = _of_one_matter(claim, treaty, knowledge.ledger.fact_words.terms)
    for duty in wrong:
        if duty.due is not None and lasts_as_said(claim, duty.due.rule):
            return borne_out(_duty_words(duty, duty.due.words), article_of(treaty.id, duty.article))
    if wrong:
        return contradicted(
            f"{' '.join(_duty_words(one, one.due.words) for one in wrong if one.due)} "
            f"Not {_claimed(claim)}.",
            *(article_of(treaty.id, one.article) for one in wrong),
        )
    plainly = _plainly_named(named, claim) or _of_one_deed(claim, treaty)
    if claim.value is not None and plainly and plainly[0].due:
        duty = plainly[0]
        return contradicted(
            f"{_duty_words(duty, plainly[0].due.words)} Not {_claimed(claim)}.",
            article_of(treaty.id, duty.article),
        )
    return nothing_recorded(f"a duty of that length in the {treaty.short_title}")


def _plainly_named(named: Sequence[Duty], claim: Claim) -> list[Duty]:
    """The one duty that is named, where two of its words are in the claim."""
    plainly = [duty for duty in named if duty.due and _named(duty, claim, words=2)]
    return plainly if len(named) == len(plainly) == 1 else []


def _of_one_deed(claim: Claim, treaty: Treaty) -> list[Duty]:
    """The duties to do what the words say ("destroy"), where all have one term and none fits.

    Not where another duty of the treaty has the term that is told: it may be meant.
    """
    said = claim.quote.casefold()
    told = [duty for duty in treaty.duties if _deed(duty) in said]
    terms = {duty.due for duty in told}
    others = any(duty.due and lasts_as_said(claim, duty.due.rule) for duty in treaty.duties)
    exact = claim.bound is Bound.EXACT and claim.unit is not None and not claim.negated
    one = len(terms) == len({_deed(duty) for duty in told}) == 1
    return told if one and exact and told[0].due is not None and not others else []


def _deed(duty: Duty) -> str:
    """ "destr" of "destroy stockpiles": the first word of a duty is what is to be done."""
    return duty.what.split()[0].casefold()[:_STEM]


def _first_deadline(claim: Claim, treaty: Treaty, knowledge: Knowledge) -> Judgement | None:
    """ "Until August 2018": borne out by the term of those for whom it was in force from the start.

    For others the term ends later, so that no other day is wrong.
    """
    begun = entry_into_force(knowledge.ledger, treaty.id, as_known_on=knowledge.known_on).when
    if claim.date is None or claim.value is not None or not isinstance(begun, date):
        return None
    for duty in treaty.duties:
        rule = duty.due.rule if duty.due else None
        if isinstance(rule, Period) and rule.unit is Unit.YEARS:
            ends = add_months(begun, 12 * rule.amount).day
            if agree(claim.date, ends, slack=1):
                words = _duty_words(duty, f"for the first parties by {in_words(ends)}")
                return borne_out(words, article_of(treaty.id, duty.article))
    return None


def _of_one_matter(claim: Claim, treaty: Treaty, terms: TermWords) -> list[Duty]:
    """The duties about the one matter that the words name, where all have a term and none fits.

    A year may be the turn of a yearly duty, and not a term.
    """
    matters = _first_matter(claim.quote, terms)
    if not matters or claim.unit is None or claim.bound is not Bound.EXACT or claim.negated:
        return []
    about = [duty for duty in treaty.duties if has_one(duty.what, matters[0])]
    yearly = any(duty.every_year for duty in about) and (claim.value, claim.unit) == (1, "years")
    dated = [duty for duty in about if duty.due is not None]
    return [] if yearly or claim.value is None else dated


def _first_matter(quote: str, terms: TermWords) -> list[Phrases]:
    """The matter that is named first: what follows is another duty with a term of its own."""
    words = line(quote)
    found = [
        (place.start, number)
        for number, phrases in enumerate(_matters(terms))
        for place in find_any(words, phrases)
    ]
    return [_matters(terms)[min(found)[1]]] if found else []


def _matters(terms: TermWords) -> tuple[Phrases, ...]:
    return (terms.stocks, terms.land, terms.report, terms.records)


def judge_withdrawal_rule(claim: Claim, knowledge: Knowledge) -> Judgement:
    """How one may leave: borne out by the article or the span of time that the words give.

    Of what else they say, suspension, a war, a way out at all and leaving at once are compared.
    """
    told = judge_leaving_words(claim, knowledge)
    if told is not None:
        return by_the_right_article(claim, told, knowledge)
    treaty = knowledge.treaty(claim.treaty or "")
    clause = treaty.final_clauses.withdrawal
    if isinstance(clause, Silence) or claim.negated:
        return nothing_recorded(f"such a rule in the {treaty.short_title}")
    cited = judge_article_on_leaving(claim, knowledge)
    if cited is not None:
        return cited
    if lasts_as_said(claim, clause.takes_effect.rule):
        return borne_out(
            f"{treaty.short_title}, Art. {clause.article}: {clause.takes_effect.words}.",
            article_of(treaty.id, clause.article),
        )
    return nothing_recorded(f"that rule on leaving the {treaty.short_title}")


def _yearly(claim: Claim, duty: Duty, day: MonthDay, treaty: Treaty) -> Judgement:
    words = _duty_words(duty, f"every year by {day}")
    if claim.date is not None and claim.date.month not in (None, day.month):
        # "Every year by 30 June" gives another day; a month alone may be that of a single report.
        told = claim.date.day is not None and claim.stage == _YEARLY
        return (
            contradicted(words, article_of(treaty.id, duty.article)) if told else not_checked(words)
        )
    return borne_out(words, article_of(treaty.id, duty.article))


def _named(duty: Duty, claim: Claim, words: int = 1) -> bool:
    """Whether the claim has so many of the words in which the treaty's file tells the duty."""
    said = claim.quote.casefold()
    stems = {word.casefold()[:_STEM] for word in duty.what.split() if len(word) >= _STEM}
    return sum(stem in said for stem in stems) >= words


def _is_a_matter_of_days(claim: Claim, knowledge: Knowledge) -> bool:
    """ "At a day's notice", "six days later": no treaty counts its terms in so few.

    Not where the words are of leaving: "may leave at a day's notice" is plainly wrong.
    """
    few = claim.unit == "days" and claim.value is not None and claim.value < _A_WEEK
    words = knowledge.ledger.fact_words
    after = has_one(claim.quote, words.terms.later_on)  # "la denuncia, notificada dos días después"
    return few and (after or not has_one(claim.quote, words.firsts.leaving))


_A_WEEK = 7  # days


def _claimed(claim: Claim) -> str:
    high = f" to {claim.value_high:g}" if claim.value_high not in (None, claim.value) else ""
    single = claim.value == 1 and not high and claim.unit is not None
    unit = claim.unit.removesuffix("s") if single and claim.unit else claim.unit
    return f"{claim.value:g}{high} {unit}"


def _duty_words(duty: Duty, due: str) -> str:
    return f"Art. {duty.article}: {duty.what}, {due}."
