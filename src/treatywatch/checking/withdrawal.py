"""Claims about leaving a treaty, from the first thought to the day it takes effect."""

import re
from dataclasses import replace
from datetime import date

from treatywatch.checking.doubts.in_company import errs_about_one
from treatywatch.checking.doubts.in_dubio import of_somebody, over_all
from treatywatch.checking.doubts.told_exits import (
    handed_to_another,
    is_told_as_over,
    is_told_for_good,
    lasts_since,
    tells_of_nobody,
    without_a_day_to_come,
)
from treatywatch.checking.exits.ended_by_the_other import whoever_left
from treatywatch.checking.exits.exit_beside import judge_beside, judge_unsigned, of_its_signature
from treatywatch.checking.exits.exit_effect import (
    judge_effective,
    judge_not_before,
    judge_not_left,
    judge_to_come,
)
from treatywatch.checking.exits.exit_in_part import judge_in_part, noting_extent
from treatywatch.checking.exits.exit_question import ExitQuestion
from treatywatch.checking.exits.exit_stages import (
    judge_going,
    judge_notified,
    judge_said,
    judge_under_way,
    judge_vote_to_come,
    judge_voted,
)
from treatywatch.checking.exits.first_exit import judge_first_exit
from treatywatch.checking.exits.lasting_until import unless_it_ends_else
from treatywatch.checking.exits.provisional import judge_provisional_end
from treatywatch.checking.exits.so_many_gone import counts_leavers, judge_so_many_gone
from treatywatch.checking.exits.suspending import only_suspended, suspension_to_come
from treatywatch.checking.exits.time_left import (
    counts_from_notice,
    judge_at_once,
    judge_time_after,
    judge_time_left,
    judge_time_since,
)
from treatywatch.checking.facts.article_on_leaving import by_the_right_article
from treatywatch.checking.facts.clause_facts import judge_notice_period
from treatywatch.checking.facts.treaty_dates import judge_expiry
from treatywatch.checking.grounds.dates import is_after
from treatywatch.checking.grounds.finding import Verdict
from treatywatch.checking.grounds.judgement import Judgement, not_checked
from treatywatch.checking.grounds.knowledge import Knowledge
from treatywatch.checking.joining.in_line import out_of_line
from treatywatch.checking.words.antecedent import points_to, tells_of_any_treaty
from treatywatch.checking.words.count_words import has_one
from treatywatch.checking.words.named_in import is_surely_about, step_date
from treatywatch.checking.words.whose_date import (
    is_dated_by_another,
    of_the_week_before,
    sets_a_limit,
)
from treatywatch.law.calendar import PartialDate
from treatywatch.law.terms import Stage
from treatywatch.law.treaty import Treaty
from treatywatch.reading.claim import Bound, Claim, ReadBy, Voice

_SAID = frozenset({Stage.CONSIDERED, Stage.RECOMMENDED, Stage.ANNOUNCED})
_VOTED = frozenset(
    {Stage.APPROVED_BY_GOVERNMENT, Stage.APPROVED_BY_PARLIAMENT, Stage.SIGNED_INTO_LAW}
)
_BESIDE = frozenset({Stage.SUSPENDED, Stage.CONSENT_WITHDRAWN, Stage.REVOKED, Stage.OBJECTION})
_DONE = frozenset({Voice.DID, Voice.REPORTED})
_AHEAD = frozenset({Voice.WILL, Voice.INTENDS})
# What a ministers' recommendation and a first thought are made of; nothing is done in them.
_MAY_BE_WISHED = {Voice.CONSIDERS: Stage.CONSIDERED, Voice.URGED: Stage.RECOMMENDED}

_EXPIRY = "expires"
_BEFORE = 80  # signs
_SENTENCE_END = re.compile(r"[.!?;]\s|\n")

POSSIBILITY = "A possibility, not an act: there is nothing to hold against the record."


def judge_withdrawal(claim: Claim, knowledge: Knowledge) -> Judgement:
    """Hold a withdrawal claim, for each participant it names, against the record.

    VCLT Arts. 54, 56, 65-68: a decision at home is no notice, and a notice ends nothing before its
    period has run.
    """
    if claim.stage == _EXPIRY and claim.treaty is not None:
        return judge_expiry(claim, knowledge)
    stage = _stage(claim)
    if stage is Stage.EFFECTIVE and _is_out(claim, knowledge):
        claim = replace(claim, negated=False)
    if stage is Stage.NOTIFIED and has_one(
        claim.quote, knowledge.ledger.fact_words.terms.no_notice
    ):
        claim = replace(claim, negated=True)  # "has sent no notice"
    if stage is None:
        return not_checked(f'The record has no such step as "{claim.stage}".')
    if stage is Stage.EFFECTIVE and claim.negated and claim.treaty and not claim.participants:
        return judge_first_exit(claim, knowledge)  # "no State has left the treaty"
    if claim.treaty is not None and tells_of_nobody(claim, knowledge):
        return judge_first_exit(replace(claim, participants=(), negated=True), knowledge)
    if claim.treaty is not None and counts_leavers(claim) and not claim.hedged:
        return judge_so_many_gone(claim, knowledge)
    if not claim.participants or claim.treaty is None:
        return not_checked("The words do not say which State, or which treaty.")
    if _is_possibility(claim, stage) and not _told_not_before(claim, stage, knowledge):
        return not_checked(POSSIBILITY)
    treaty = knowledge.treaty(claim.treaty)
    terms = knowledge.ledger.fact_words.terms
    only = None if tells_of_any_treaty(claim.quote, terms) else knowledge.only_treaty
    named = is_surely_about(claim, treaty, only)
    named = named or points_to(claim, treaty, knowledge)
    claim = without_a_day_to_come(claim, knowledge)
    told = of_the_week_before(claim, knowledge.on)
    others = is_dated_by_another(told, knowledge) or has_one(claim.quote, terms.from_now)
    day = None if others else _day_of_step(told, treaty, knowledge.on)
    over, by_then = _is_over(claim, knowledge), sets_a_limit(claim, knowledge)
    for_good = is_told_for_good(claim, terms)
    leaving = (*knowledge.ledger.fact_words.firsts.leaving, *terms.gone, *terms.denouncing)
    leaves = has_one(claim.quote, (*leaving, *terms.left_then, *terms.out_now))

    def judge_one(participant: str) -> Judgement:
        asked = (treaty.id, stage, day, named, over, by_then, leaves, for_good, told.date)
        return _judge_extent(told, ExitQuestion(knowledge, participant, *asked))

    parts = [judge_one(participant) for participant in claim.participants]
    judgement = over_all(claim, parts, knowledge)
    judgement = _unless_by_another_article(claim, judgement, knowledge, leaves=leaves)
    judgement = unless_it_ends_else(claim, judgement, knowledge)
    placed = handed_to_another(claim, knowledge, out_of_line(claim, knowledge, judgement))
    came_back = judgement.verdict is Verdict.OUTDATED  # as the sentence may go on to tell
    if placed is not judgement or (errs_about_one(claim, parts, knowledge) and not came_back):
        return placed
    return of_somebody(claim, judgement, knowledge, judge_one)


def _unless_by_another_article(
    claim: Claim, judgement: Judgement, knowledge: Knowledge, *, leaves: bool
) -> Judgement:
    """The judgement, unless the article by which they are said to leave is not on leaving."""
    left = leaves and claim.stage not in _BESIDE
    return by_the_right_article(claim, judgement, knowledge) if left else judgement


def _is_over(claim: Claim, knowledge: Knowledge) -> bool:
    """Whether the words speak of an exit that is complete: "withdrew", unless "by a notice".

    Of a year alone "withdrew in 2011" may be said of the notice that was given in it. Words that
    have no verb take that of the sentence: "left in October 2017 and the Philippines in March".
    """
    terms = knowledge.ledger.fact_words.terms
    if has_one(claim.quote, terms.gone) or lasts_since(claim, terms):
        return True
    if not has_one(claim.quote, (*knowledge.ledger.fact_words.firsts.leaving, *terms.denouncing)):
        before = knowledge.text[max(0, claim.start - _BEFORE) : claim.start]
        claim = replace(claim, quote=f"{_SENTENCE_END.split(before)[-1]}{claim.quote}")
    if claim.date is not None and claim.date.month is None:
        return False
    return has_one(claim.quote, terms.left_then) and not has_one(claim.quote, terms.denouncing)


def _is_out(claim: Claim, knowledge: Knowledge) -> bool:
    """ "Is no longer bound" denies the standing, and so tells the exit."""
    return claim.negated and has_one(claim.quote, knowledge.ledger.fact_words.terms.out_now)


def _judge_extent(claim: Claim, question: ExitQuestion) -> Judgement:
    """A notice may be about a part of the treaty, or a territory, alone."""
    in_part = None if claim.negated else judge_in_part(question, claim.quote)
    return in_part or noting_extent(question, _judge(claim, question))


def _judge(claim: Claim, question: ExitQuestion) -> Judgement:
    terms = question.knowledge.ledger.fact_words.terms
    if claim.negated and claim.voice in _AHEAD:
        return judge_not_before(question) or not_checked(POSSIBILITY)
    if claim.negated:
        firsts = question.knowledge.ledger.fact_words.firsts
        until_now = has_one(claim.quote, (*terms.perfect, *firsts.until_now))
        ever = until_now and has_one(claim.quote, terms.never_yet)  # "never left" that year
        return judge_not_left(question, ever=ever)
    if question.stage in _BESIDE and claim.voice in _AHEAD:
        return suspension_to_come(question) or not_checked(POSSIBILITY)
    if question.stage in _BESIDE:
        return of_its_signature(claim, question, terms) or judge_beside(question)
    if question.stage in _VOTED and claim.voice in _AHEAD:
        return judge_vote_to_come(question)
    if _lies_ahead(claim, question):
        awaited = judge_time_left(claim, question) or _length_of_notice(claim, question)
        return awaited or judge_to_come(question)
    if question.stage is Stage.EFFECTIVE:
        unsigned = has_one(claim.quote, terms.no_more_signatory) and judge_unsigned(question)
        unsigned = unsigned or judge_provisional_end(claim, question)
        later = unsigned or judge_time_after(claim, question) or judge_at_once(claim, question)
        return later or _of_the_notice(claim, question) or _left_or_leaving(claim, question)
    if question.stage is Stage.NOTIFIED:
        return judge_time_since(claim, question) or judge_notified(question)
    if (suspending := only_suspended(question)) is not None:
        return suspending
    if claim.under_way and question.stage is Stage.ANNOUNCED:
        return judge_under_way(question)
    return judge_voted(question) if question.stage in _VOTED else judge_said(question)


def _length_of_notice(claim: Claim, question: ExitQuestion) -> Judgement | None:
    """ "Would take effect three months after it gives notice", of one that has given none."""
    exact = claim.bound is Bound.EXACT and claim.value is not None and claim.value_high is None
    if question.effects or not exact or not counts_from_notice(claim, question):
        return None
    return judge_notice_period(claim, question.knowledge)


def _left_or_leaving(claim: Claim, question: ExitQuestion) -> Judgement:
    """Out; or on the way out, where a picture in the present tells what sets it going.

    "Drops the treaty", "tears it up" are said of the notice, "leaves" and "quits" of the end, and
    "is not the first to leave" of others before it. A language without a progressive says
    "verlässt" for "is leaving".
    """
    judgement = whoever_left(claim, question, judge_effective(question))
    words = question.knowledge.ledger.fact_words
    at_the_end = has_one(claim.quote, words.firsts.leaving)
    at_the_end = at_the_end and not has_one(claim.quote, words.terms.is_leaving)
    going = claim.under_way and not at_the_end
    going = going or has_one(claim.quote, words.terms.not_the_first)
    if going and judgement.verdict is Verdict.PREMATURE:
        return judge_going(question) or judgement
    return judgement


def _of_the_notice(claim: Claim, question: ExitQuestion) -> Judgement | None:
    """ "Denounced it on 24 February", "has given notice": the notice, if it is of that date."""
    words = question.knowledge.ledger.fact_words
    painted = question.claimed is not None and question.claimed.day is not None
    lasting = (*words.firsts.leaving, *words.terms.perfect)
    painted = painted and not has_one(claim.quote, lasting)  # "tore it up on Tuesday"
    if claim.read_by is ReadBy.TABLE and question.claimed is not None:
        painted = painted or has_one(claim.quote, words.firsts.act_of_leaving)
    if claim.read_by is ReadBy.TABLE and _has_its_notice_beside(claim, question.knowledge):
        return None
    if question.said_as_over or not (painted or has_one(claim.quote, words.terms.denouncing)):
        return None
    judgement = judge_notified(question)
    return judgement if judgement.verdict is Verdict.BORNE_OUT else None


def _has_its_notice_beside(claim: Claim, knowledge: Knowledge) -> bool:
    """Whether the row tells the day of the notice, too: that of the exit is then no other's."""
    beside = knowledge.told_within(claim.start - _ROW, claim.end + _ROW)
    return any(
        one.stage == Stage.NOTIFIED
        and (one.read_by, one.treaty, one.participants)
        == (claim.read_by, claim.treaty, claim.participants)
        for one in beside
    )


_ROW = 200  # characters in which the other cells of a row stand


def _day_of_step(claim: Claim, treaty: Treaty, on: date) -> PartialDate | None:
    """The date given for the step.

    What is still to come does not lie in a month or a year that is over: that date is of another
    step ("notified in June, will take effect"). A full day may be misread in its year, and is
    judged with that doubt.
    """
    day = step_date(claim, treaty)
    if day is None or day.day is not None:
        return day
    if claim.stage == Stage.NOTIFIED and claim.voice in _DONE and day.first() > on:
        return PartialDate(day.year - 1, day.month) if str(day.year) not in claim.quote else day
    return None if day.last() < on and claim.voice in _AHEAD else day


def _lies_ahead(claim: Claim, question: ExitQuestion) -> bool:
    stage, on = question.stage, question.knowledge.on
    if stage is Stage.NOTIFIED and claim.voice in _DONE and claim.date and not claim.date.day:
        return False  # "in July" of a notice that was given: of the July before
    of_the_law = stage in (Stage.NOTIFIED, Stage.EFFECTIVE)
    terms = question.knowledge.ledger.fact_words.terms
    if claim.date is None and has_one(claim.quote, (*terms.at_once, *terms.same_day)):
        return False  # "takes effect at once"
    if claim.date is None and is_told_as_over(claim, terms):
        return False  # "is out, and will hunt again"
    over = (*terms.gone, *terms.left_then)
    stays = has_one(claim.quote, terms.lasting_until) and not has_one(claim.quote, over)
    if claim.date is None and stays:
        return of_the_law  # "stays in until July"
    return of_the_law and (
        claim.voice in _AHEAD or is_after(claim.date, on) or _later_this_month(claim, on)
    )


def _later_this_month(claim: Claim, on: date) -> bool:
    """ "Leaves at the end of this month": the present of what the calendar brings."""
    day = claim.date
    in_month = day is not None and day.month is not None and day.day is None
    return claim.under_way and in_month and day is not None and day.first() <= on < day.last()


def _is_possibility(claim: Claim, stage: Stage) -> bool:
    if claim.hedged or claim.voice is Voice.DENIED:
        return True
    if claim.voice in _MAY_BE_WISHED:
        return claim.negated or _MAY_BE_WISHED[claim.voice] is not stage
    beside = stage in _BESIDE and stage is not Stage.SUSPENDED
    return claim.voice in _AHEAD and (claim.negated or beside)


def _told_not_before(claim: Claim, stage: Stage, knowledge: Knowledge) -> bool:
    """ "Will not be final before 2028": the law gives the day, and no act is awaited."""
    ahead = claim.negated and claim.voice in _AHEAD and stage is Stage.EFFECTIVE
    dated = claim.date is not None and not claim.hedged
    return ahead and dated and sets_a_limit(claim, knowledge)


def _stage(claim: Claim) -> Stage | None:
    try:
        return Stage(claim.stage or "")
    except ValueError:
        return None
