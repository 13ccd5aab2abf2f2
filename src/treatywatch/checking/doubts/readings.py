"""Other readings of what the words leave open: a day without its year, a mere weekday, a treaty.

"On 24 December" does not say of which year, "on Thursday" not of which week: what was taken for the
one may be meant for the next. A claim is called wrong only where no such reading bears it out.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from functools import partial

from treatywatch.checking.exits.exit_steps import exit_steps
from treatywatch.checking.grounds.finding import Verdict
from treatywatch.checking.grounds.judgement import Judgement
from treatywatch.checking.grounds.knowledge import Knowledge
from treatywatch.checking.words import around
from treatywatch.checking.words.antecedent import points_to
from treatywatch.checking.words.count_words import has_one
from treatywatch.checking.words.named_in import (
    calls_it_as_no_other,
    cites_it_as_no_other,
    names_no_other,
)
from treatywatch.checking.words.namings import first_named, treaties_named_before, treaties_named_in
from treatywatch.checking.words.word_line import find_any, line
from treatywatch.law.calendar import PartialDate, in_words
from treatywatch.law.clauses.final import Until
from treatywatch.law.terms import Stage
from treatywatch.law.treaty import NOBODY, NameStrength, Treaty
from treatywatch.ledger.fact_words import TermWords
from treatywatch.reading.claim import Bound, Claim, ClaimType, ReadBy, Voice

_WRONG = frozenset({Verdict.CONTRADICTED, Verdict.PREMATURE, Verdict.OUTDATED})
# Numbers are others a year or a week later, so that another date would bear out too much.
_MOVING = frozenset({ClaimType.COUNT, ClaimType.INDICATOR})
_WEEK = timedelta(days=7)


def most_charitable(
    judge: Callable[[Claim, Knowledge], Judgement], claim: Claim, knowledge: Knowledge
) -> Judgement:
    """The judgement, or that of another reading of the date where only that one is borne out.

    Where the words do not name the treaty, none where they would hold of another in the report.
    """
    judgement = judge(claim, knowledge)
    if judgement.verdict not in _WRONG:
        return judgement
    for other in _possible_dates(claim, knowledge):
        kinder = judge(replace(claim, date=other), knowledge)
        if kinder.verdict is Verdict.BORNE_OUT:
            return kinder.noting(f"The words leave the date open; read as {in_words(other)}.")
    for treaty in other_treaties(claim, knowledge):
        if judge(replace(claim, treaty=treaty), knowledge).verdict is Verdict.BORNE_OUT:
            about = knowledge.treaty(treaty).short_title
            return judgement.doubted(f"The words may be about the {about}.")
    return judgement


def _possible_dates(claim: Claim, knowledge: Knowledge) -> Iterator[PartialDate]:
    """The other dates, without those to come where the words tell an exit as done."""
    terms = knowledge.ledger.fact_words.terms
    in_month = claim.date is not None and claim.date.month is not None and claim.date.day is None
    if in_month and has_one(claim.quote, terms.year_of_report):
        return  # "in October last year"
    if _year_heads_its_entry(claim, knowledge):
        return
    over = claim.stage == Stage.EFFECTIVE and claim.voice is Voice.DID
    over = over and has_one(claim.quote, (*terms.left_then, *terms.since, *terms.took_effect))
    this_day = claim.date == PartialDate.of(knowledge.on) and has_one(claim.quote, terms.this_day)
    weeks = () if this_day else other_dates(claim, knowledge.on)  # "from today" is of no other week
    others = (*weeks, *_in_years_told(claim, knowledge))
    others = (*others, *_of_the_same_step(claim, knowledge))
    for other in (*others, *_in_years_of_its_acts(claim, knowledge)):
        if not (over and other.first() > knowledge.on):
            yield other


def _year_heads_its_entry(claim: Claim, knowledge: Knowledge) -> bool:
    """ "1998 -- opened for signature on 3 December": the year is told, if not beside the day."""
    if claim.date is None:
        return False
    line_start = knowledge.text.rfind("\n", 0, claim.start) + 1
    opening = _ENTRY.match(knowledge.text, line_start, claim.start)
    return opening is not None and int(opening["year"]) == claim.date.year


_ENTRY = re.compile(r"\W*(?:\w+\.? ){0,2}(?P<year>(?:19|20)\d\d)\s*(?:[:|]|[-–—]{1,3}\s)")


def _in_years_told(claim: Claim, knowledge: Knowledge) -> Iterator[PartialDate]:
    """The same in a year of the sentence: "after sixty ratifications in 2002 ... on 1 July"."""
    said = claim.date
    if said is None or said.month is None or str(said.year) in claim.quote:
        return
    sentence = f"{around.before(claim, knowledge, _SENTENCE)} {claim.quote}"
    for year in dict.fromkeys(int(one) for one in _YEAR.findall(sentence)):
        if said.day is None or _exists(year, said.month, said.day):
            yield PartialDate(year, said.month, said.day)


def _in_years_of_its_acts(claim: Claim, knowledge: Knowledge) -> Iterator[PartialDate]:
    """The same day in a year in which the State took a step: "the letter came on 29 June"."""
    said = claim.date
    if claim.type not in _OF_STATES or said is None or said.day is None or claim.treaty is None:
        return
    if str(said.year) in claim.quote or not any(sign.isdigit() for sign in claim.quote):
        return
    for participant in claim.participants:
        for step in exit_steps(knowledge, participant, claim.treaty):
            if (step.on.month, step.on.day) == (said.month, said.day):
                yield step.on


def _of_the_same_step(claim: Claim, knowledge: Knowledge) -> Iterator[PartialDate]:
    """ "Estonia left on the same day": the day on which somebody else was told to have left."""
    terms = knowledge.ledger.fact_words.terms
    if claim.date is None or not has_one(claim.quote, terms.the_same_day):
        return
    for one in reversed(knowledge.told_before(claim)):
        alike = (one.type, one.treaty, one.stage) == (claim.type, claim.treaty, claim.stage)
        if alike and one.date is not None and one.date.day is not None:
            yield one.date


_OF_STATES = frozenset({ClaimType.WITHDRAWAL, ClaimType.PARTICIPATION})
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_SENTENCE = 160  # signs


def other_treaties(claim: Claim, knowledge: Knowledge) -> Iterator[str]:
    """The other treaties told of so far, where the words themselves do not name theirs.

    None for the cell of a table: what it is on is told by the table.
    """
    if claim.treaty is None or claim.read_by is ReadBy.TABLE:
        return
    own = knowledge.treaty(claim.treaty)
    # An act of that very month towards another treaty is hardly a coincidence, nor is a number.
    in_a_month = claim.date is not None and claim.date.month is not None
    telling = in_a_month or _counts_many(claim)
    if names_no_other(claim, own) or (not telling and points_to(claim, own, knowledge)):
        return
    text, known = knowledge.text, knowledge.ledger.treaties
    before = treaties_named_before(text, claim.start, knowledge.ledger)
    # What is named only below is not meant above, unless nothing is; and "the Treaty was opened in
    # 1972; India never signed it" goes on about the one that its sentence names.
    paragraph = _end_of_paragraph(text, claim.end) if own.id in before else len(text)
    sentence = around.before(claim, knowledge, _SENTENCE)
    if own.id in treaties_named_in(sentence, knowledge.ledger, _BY_NAME):
        paragraph = claim.end
    first = partial(first_named, text, ledger=knowledge.ledger)
    told = (t for t in knowledge.treaties if t in known and first(t) <= paragraph)
    for one in dict.fromkeys((*told, *before)):
        other = knowledge.treaty(one)
        if (
            one != own.id
            and not _was_never_open(claim, other)
            and not (
                calls_it_as_no_other(claim, own, other)
                or cites_it_as_no_other(claim, own, other)
                or _means_itself(claim, own, other, knowledge)
            )
        ):
            yield one


def _counts_many(claim: Claim) -> bool:
    """ "The convention now has 111 parties": a number that few treaties have."""
    exact = claim.type is ClaimType.COUNT and claim.bound is Bound.EXACT
    return exact and (claim.value or 0) >= _MANY


_MANY = 20  # States


def _was_never_open(claim: Claim, other: Treaty) -> bool:
    """ "India never signed" is said of no treaty of two that India could not have signed."""
    accession = other.final_clauses.accession
    of_two = other.depositaries == (NOBODY,)
    closed = of_two or (accession is not None and accession.from_when is Until.NEVER)
    outside = claim.negated or claim.stage in _OUTSIDE
    return claim.type is ClaimType.PARTICIPATION and outside and closed


def _means_itself(claim: Claim, own: Treaty, other: Treaty, knowledge: Knowledge) -> bool:
    """ "Has denounced the covenant itself": the covenant, and no protocol to it."""
    terms, words = knowledge.ledger.fact_words.terms, line(claim.quote)
    found = find_any(words, terms.itself)
    noun = words[found[0].start - 1].casefold() if found and found[0].start else ""
    kinds = (_kind(own, terms), _kind(other, terms))
    return bool(noun) and kinds[0] == noun != kinds[1]


def _kind(treaty: Treaty, terms: TermWords) -> str:
    """What its title says it is: "Optional Protocol to the Covenant" is a protocol."""
    words = line(treaty.title)
    return next((w.casefold() for w in words if w.casefold() in terms.texts), "")


_BY_NAME = frozenset({NameStrength.SURE})
_OUTSIDE = frozenset({"not_signed", "not_ratified", "not_party", "never_party"})


def _end_of_paragraph(text: str, place: int) -> int:
    end = text.find("\n", place)
    return len(text) if end < 0 else end


def other_dates(claim: Claim, on: date | None = None) -> Iterator[PartialDate]:
    """The dates that the same words could mean, the nearest first; none where they are plain.

    ``on`` is the day of the report: what was done cannot lie after it.
    """
    said = claim.date
    if said is None or said.month is None or str(said.year) in claim.quote:
        return
    if claim.type in _MOVING and not _cannot_be(claim, said, on):
        return
    if said.day is not None and not any(sign.isdigit() for sign in claim.quote):
        weeks = (PartialDate.of(said.first() + way * _WEEK) for way in (-1, 1))
        done = claim.type is ClaimType.PARTICIPATION  # "cease on Monday" may be the next one
        yield from (one for one in weeks if not (done and _cannot_be(claim, one, on)))
        return
    for year in (said.year - 1, said.year + 1):
        if said.day is None or _exists(year, said.month, said.day):
            other = PartialDate(year, said.month, said.day)
            undone = claim.type is not ClaimType.PARTICIPATION
            if (claim.voice is Voice.DID and undone) or not _cannot_be(claim, other, on):
                yield other


def _cannot_be(claim: Claim, said: PartialDate, on: date | None) -> bool:
    """What was done does not lie after the report, nor what is to come before it."""
    if on is None:
        return False
    if claim.voice in (Voice.WILL, Voice.INTENDS):
        return said.last() < on
    return claim.voice is Voice.DID and said.first() > on


def _exists(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True
