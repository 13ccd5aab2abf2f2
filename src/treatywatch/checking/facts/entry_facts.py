"""What it takes for a treaty to enter into force: so many instruments, so long a wait."""

import re
from collections.abc import Sequence

from treatywatch.checking.counts.count_beside import numbers_needed
from treatywatch.checking.facts.waited import judge_wait
from treatywatch.checking.grounds.judgement import (
    Judgement,
    article_of,
    borne_out,
    contradicted,
    not_checked,
)
from treatywatch.checking.grounds.knowledge import Knowledge
from treatywatch.checking.grounds.spans_of_time import lasts_as_said
from treatywatch.checking.joining.in_line import told_place
from treatywatch.checking.words import around
from treatywatch.checking.words.antecedent import points_to
from treatywatch.checking.words.count_words import has_one
from treatywatch.checking.words.word_line import Phrase, find_any, line
from treatywatch.law.clauses.final import Both, Instruments, NamedStates, Share
from treatywatch.law.clauses.reckoning import Period
from treatywatch.law.treaty import MilestoneKind, Treaty
from treatywatch.ledger.fact_words import FactWords, TermWords
from treatywatch.reading.claim import Bound, Claim, Voice
from treatywatch.status.answers import CountRule


def judge_condition(claim: Claim, knowledge: Knowledge) -> Judgement:
    """ "Fifty were needed", "ninety days after the deposit": the clauses on VCLT Art. 24(1), (3).

    A number that fits neither is contradicted only where the words say how many must consent: else
    it may count those that were still missing. Said to count those, it is compared with what the
    clause needs and the instruments of the day.
    """
    treaty = knowledge.treaty(claim.treaty or "")
    clause = treaty.final_clauses.of_the_treaty
    told = judge_wait(claim, knowledge) or _still_missing(claim, treaty, knowledge)
    if told is not None:
        return told
    ranked = _of_another_place(claim, treaty, knowledge)
    if ranked:
        return contradicted(ranked, article_of(treaty.id, clause.article))
    if claim.value in numbers_needed(treaty) and claim.unit not in _SPANS:
        return borne_out(
            f"{treaty.short_title}, Art. {clause.article}: {claim.value:g} are needed.",
            article_of(treaty.id, clause.article),
        )
    counted = has_one(claim.quote, knowledge.ledger.fact_words.terms.ratifications)
    waits = (clause, treaty.final_clauses.for_a_later_participant)
    for one in waits if claim.unit in _SPANS or not counted else ():
        if one is not None and lasts_as_said(claim, one.takes_effect.rule):
            return borne_out(
                f"{treaty.short_title}, Art. {one.article}: {one.takes_effect.words}.",
                article_of(treaty.id, one.article),
            )
    needed = _another_number(claim, treaty, knowledge) or _another_wait(claim, treaty, knowledge)
    if needed:
        return contradicted(needed, article_of(treaty.id, clause.article))
    return not_checked(
        f"{treaty.short_title}, Art. {clause.article}: {clause.takes_effect.words}; the number may "
        "be about something else."
    )


def after_another_wait(claim: Claim, knowledge: Knowledge) -> Judgement | None:
    """ "Sixty days after the fiftieth ratification", where the clause has another wait.

    Only where the words go on with what it is counted from.
    """
    treaty = knowledge.treaty(claim.treaty or "")
    clause = treaty.final_clauses.of_the_treaty
    if claim.value is None or not isinstance(clause.takes_effect.rule, Period):
        return None
    waits = _runs_from_consent(claim, knowledge)
    if not waits or lasts_as_said(claim, clause.takes_effect.rule):
        return None
    return contradicted(
        f"{treaty.short_title}, Art. {clause.article}: {clause.takes_effect.words}.",
        article_of(treaty.id, clause.article),
    )


def _runs_from_consent(claim: Claim, knowledge: Knowledge) -> bool:
    """Whether the words go on with what the span is counted from: "after the deposit"."""
    rest = _SENTENCE_END.split(knowledge.text[claim.end : claim.end + _AHEAD])[0]
    terms = knowledge.ledger.fact_words.terms
    counted = find_any(line(rest), terms.counted_from)
    first = bool(counted) and counted[0].start == 0
    return first and has_one(rest, (*terms.ratifying, *terms.consents))


def _says_from_consent(claim: Claim, knowledge: Knowledge) -> bool:
    """Whether the claim itself ends so: "ninety days after the fiftieth ratification"."""
    terms = knowledge.ledger.fact_words.terms
    words = line(claim.quote)
    counted = find_any(words, terms.counted_from)
    if len(counted) != 1:
        return False
    return has_one(" ".join(words[counted[0].start :]), (*terms.ratifying, *terms.consents))


def _another_wait(claim: Claim, treaty: Treaty, knowledge: Knowledge) -> str:
    """ "For a new party sixty days after its deposit", where no clause has that wait."""
    clauses = treaty.final_clauses.of_the_treaty, treaty.final_clauses.for_a_later_participant
    periods = [one for one in clauses if one and isinstance(one.takes_effect.rule, Period)]
    plain = claim.bound is Bound.EXACT and claim.unit in _SPANS and not claim.negated
    if not periods or not plain:
        return ""
    if not (_runs_from_consent(claim, knowledge) or _says_from_consent(claim, knowledge)):
        return ""
    own = "; ".join(f"Art. {one.article}: {one.takes_effect.words}" for one in periods)
    return f"{treaty.short_title}, {own}."


def told_as_begun(claim: Claim, treaty: Treaty, knowledge: Knowledge) -> bool:
    """Whether the words tell plainly that the treaty is in force by now.

    Without a day, or with the year or month of the report: "took effect this week".
    """
    terms = knowledge.ledger.fact_words.terms
    day = claim.date is not None and (claim.date.day or claim.date.first() > knowledge.on)
    if day or claim.value is not None or claim.negated:
        return False
    opening = knowledge.text[max(0, claim.start - _LEAD) : claim.start]
    not_yet = (*terms.not_yet_opens, *terms.which, *terms.by_then)
    open_ended = find_any(line(opening)[-2:], not_yet)
    plain = claim.voice is Voice.DID and has_one(claim.quote, terms.has_begun)
    doubtful = (*terms.not_yet_opens, *terms.none, *terms.takes_force_too, *terms.for_whom)
    if not plain or open_ended or has_one(claim.quote, doubtful):
        return False
    return points_to(claim, treaty, knowledge)


_LEAD = 20  # signs
_SENTENCE_END = re.compile(r"[.!?]\s")
_AHEAD = 110  # signs


def _still_missing(claim: Claim, treaty: Treaty, knowledge: Knowledge) -> Judgement | None:
    """ "Another 16 are required": what is needed, less the instruments deposited by that day."""
    needs = treaty.final_clauses.of_the_treaty.needs
    further = has_one(claim.quote, knowledge.ledger.fact_words.terms.further)
    if claim.value is None or not further or not isinstance(needs, Instruments):
        return None
    if not (knowledge.is_complete(treaty.id) and knowledge.reaches(treaty.id)):
        return None
    done = knowledge.counts(treaty.id).by(CountRule.CONSENT_EXPRESSED).number
    missing = needs.number - done
    words = (
        f"{treaty.short_title}, Art. {treaty.final_clauses.of_the_treaty.article}: {needs.number} "
        f"are needed, {done} had consented, {max(0, missing)} were missing"
    )
    basis = article_of(treaty.id, treaty.final_clauses.of_the_treaty.article)
    if abs(claim.value - missing) <= _LATELY_IN:
        return borne_out(f"{words}.", basis)
    return contradicted(f"{words}, not {claim.value:g}.", basis)


def _another_number(claim: Claim, treaty: Treaty, knowledge: Knowledge) -> str:
    """ "It needs forty ratifications" of one that needs thirty: what it needs; empty where open."""
    terms = knowledge.ledger.fact_words.terms
    clause = treaty.final_clauses.of_the_treaty
    rest = _SENTENCE_END.split(knowledge.text[claim.end : claim.end + _AHEAD])[0]
    asks = has_one(claim.quote, terms.must_have) and has_one(claim.quote, terms.who_consents)
    asks = asks or _brings_into_force(f"{claim.quote}{rest}", terms)
    asks = asks or _came_when(claim, knowledge)
    alike = _needs_one_number(claim, treaty) or _more_than_named(claim, treaty, knowledge)
    plain = alike and claim.bound is Bound.EXACT and claim.unit not in _SPANS and not claim.negated
    if not (asks and plain) or has_one(claim.quote, (*terms.further, *terms.so_far)):
        return ""
    if _tells_of_two(claim, terms):
        return ""
    numbers = " and ".join(f"{one}" for one in numbers_needed(treaty))
    return (
        f"{treaty.short_title}, Art. {clause.article}: {numbers} are needed, not {claim.value:g}."
    )


def _tells_of_two(claim: Claim, terms: TermWords) -> bool:
    """ "Ten States filed together, carrying it past the sixty ratifications required".

    "Ratifications by sixty States" tells of one.
    """
    told = find_any(line(claim.quote), terms.who_consents)
    return bool(told) and told[-1].start - told[0].end > _ONE_NUMBER


_ONE_NUMBER = 3  # words of "ratifications [by sixty named] States"


def _needs_one_number(claim: Claim, treaty: Treaty) -> bool:
    """Whether one number of instruments decides, be it beside a share of emissions."""
    needs = treaty.final_clauses.of_the_treaty.needs
    if isinstance(needs, Both):
        kinds = sorted(type(one).__name__ for one in needs.conditions)
        return kinds == [Instruments.__name__, Share.__name__] and claim.unit != "percent"
    return isinstance(needs, Instruments)


def _more_than_named(claim: Claim, treaty: Treaty, knowledge: Knowledge) -> bool:
    """ "Needs sixty named States", of one that names 44; of eight, some of those may be meant.

    Not where it is a place in the line ("the 157th"), or the words have the right number too.
    """
    needs = treaty.final_clauses.of_the_treaty.needs
    if claim.value is None or not isinstance(needs, NamedStates):
        return False
    words = line(claim.quote)
    places = {told_place(word, knowledge.ledger.fact_words) for word in words}
    right = f"{len(needs.states)}" in words
    return claim.value > len(needs.states) and claim.value not in places and not right


def _came_when(claim: Claim, knowledge: Knowledge) -> bool:
    """ "It entered into force when | 40 states had ratified", or the claim says all of it."""
    terms = knowledge.ledger.fact_words.terms
    before = line(around.before(claim, knowledge, _AHEAD))
    starts = (*terms.on_that_day, *terms.counted_from)
    words = line(claim.quote)
    if find_any(words[:1], starts):  # "it entered into force in July, | after fifty ratifications"
        words = line(
            f"{_SENTENCE_END.split(around.before(claim, knowledge, _AHEAD))[-1]} {claim.quote}"
        )
    inside = find_any(words, starts)
    begun = (*terms.has_begun, *terms.in_force)
    if inside and inside[0].start == 0 and has_one(claim.quote, (*terms.ratifying, *terms.joining)):
        return has_one(" ".join(before), begun)  # "in force since 2002, | after 50 had ratified it"
    if inside and has_one(" ".join(words[: inside[0].start]), terms.has_begun):
        behind = " ".join(words[inside[0].end :])
        consents = (*terms.ratifying, *terms.joining, *terms.ratifications)
        return _never_so_many(claim, knowledge) and has_one(behind, consents)
    when = find_any(before[-2:], starts)
    done = has_one(claim.quote, (*terms.ratifying, *terms.joining))
    return bool(when) and done and has_one(" ".join(before), begun)


def _never_so_many(claim: Claim, knowledge: Knowledge) -> bool:
    """Whether fewer are told than it needed, or more than had consented when it began to bind.

    Between the two lies what there may have been by the last day of waiting.
    """
    treaty = knowledge.treaty(claim.treaty or "")
    needed = numbers_needed(treaty)
    if claim.value is None or not needed:
        return False
    if all(claim.value < number for number in needed):
        return True
    begun = treaty.milestone(MilestoneKind.ENTERED_INTO_FORCE)
    if begun is None or not knowledge.is_complete(treaty.id):
        return False
    report = knowledge.counts(treaty.id, begun.on.last())
    return claim.value > report.by(CountRule.CONSENT_EXPRESSED).number


def _brings_into_force(sentence: str, terms: TermWords) -> bool:
    """ "Forty ratifications will bring it into force": a number of instruments opens the words."""
    words = line(sentence)
    acts = find_any(words, terms.ratifications)
    rest = " ".join(words[acts[0].end :]) if acts and acts[0].start == 1 else ""
    return has_one(rest, (*terms.must_have, *terms.in_force))


def _place_before(said: Sequence[str], start: int, words: FactWords) -> int | None:
    """50 of "the fiftieth", "50th" and "50-й" right before the words at the offset."""
    last = said[start - 1]
    parted = start > 1 and last in words.terms.ordinal_endings and said[start - 2].isdigit()
    return int(said[start - 2]) if parted else told_place(last, words)


def _of_another_place(claim: Claim, treaty: Treaty, knowledge: Knowledge) -> str:
    """ "Six months after the 40th ratification" where the thirtieth counts; empty where not."""
    words = knowledge.ledger.fact_words
    said = line(claim.quote)
    counted = find_any(said, words.terms.counted_from) or _begun_with(claim, knowledge)
    acts = find_any(said, words.terms.ratifications)
    places = [_place_before(said, one.start, words) for one in acts if one.start > 0]
    needed, after = numbers_needed(treaty), {one.end for one in counted}
    bare = [said[one.start - 1] for one in acts if one.start - 1 in after]
    # "After 20 ratifications"; more than are needed may be how many there were by that day.
    places = [
        int(one) for one in bare if one.isdigit() and int(one) < min(needed, default=0)
    ] or places
    if not counted or not places or places[0] is None or claim.negated:
        return ""
    alike = isinstance(treaty.final_clauses.of_the_treaty.needs, Instruments)
    if not alike or places[0] in needed or not points_to(claim, treaty, knowledge):
        return ""
    clause = treaty.final_clauses.of_the_treaty
    numbers = " and ".join(f"{one}" for one in needed)
    return f"{treaty.short_title}, Art. {clause.article}: {numbers} are needed, not {places[0]}."


def _begun_with(claim: Claim, knowledge: Knowledge) -> list[Phrase]:
    """ "Entered into force | with the fiftieth ratification": that one brought it into force."""
    terms, said = knowledge.ledger.fact_words.terms, line(claim.quote)
    begun = (*terms.has_begun, *terms.in_force)
    comes = find_any(said, terms.comes_with)
    opens = bool(comes) and comes[0].start == 0
    if opens and has_one(around.before(claim, knowledge, _RIGHT_BEFORE), begun):
        return comes
    told = find_any(said, begun)
    return [one for one in comes if told and told[0].start < one.start]


_RIGHT_BEFORE = 40  # signs
_SPANS = frozenset({"days", "weeks", "months", "years"})
_LATELY_IN = 2  # instruments of the last days, which a report may have or have not
