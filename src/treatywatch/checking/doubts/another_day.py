"""Signs that the reader took the day, or the number, of something else.

A claim is called wrong only where none of them stands; see :mod:`misread`.
"""

import re
from dataclasses import replace
from datetime import date

from treatywatch.checking.doubts.sign import Judge, Sign, Trial
from treatywatch.checking.grounds.dates import agree
from treatywatch.checking.grounds.finding import Verdict
from treatywatch.checking.grounds.knowledge import Knowledge
from treatywatch.checking.words import around
from treatywatch.checking.words.antecedent import participants_named
from treatywatch.checking.words.count_words import has_one
from treatywatch.checking.words.namings import treaties_named_in
from treatywatch.checking.words.word_line import find_any, line
from treatywatch.law.terms import Stage
from treatywatch.law.treaty import NameStrength
from treatywatch.reading.claim import Claim, ClaimType
from treatywatch.status.entry import entry_into_force

_OF_STATES = frozenset({ClaimType.WITHDRAWAL, ClaimType.PARTICIPATION})
_SURE = frozenset({NameStrength.SURE})
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_ENTRY = "entry_into_force"
_OF_BOTH = "parties_and_signatories"
_REACH, _RIGHT_BEHIND, _NEAR = 30, 22, 60  # signs: "became effective | on 22 November 2023"
_SENTENCE_BACK = 200  # signs in which the year may stand on which a bare month leans
_A_SPAN = 4  # words: "three and a half months later"


def _of_another_year(claim: Claim, knowledge: Knowledge) -> str:
    """The only years in the words, or right behind them, are others than that which was read."""
    rest = around.behind(claim, knowledge, _RIGHT_BEHIND)
    until = knowledge.ledger.fact_words.terms.by_then
    words = line(f"{claim.quote}{rest}".split("\n")[0])
    ends = {one.end for one in find_any(words, until)}  # "out in February, was to run until 2026"
    told = (word for at, word in enumerate(words) if at not in ends)
    years = {int(word) for word in told if _YEAR.fullmatch(word)}
    if claim.date is None or not years:
        return ""
    return "" if claim.date.year in years else "The words give another year than was read."


def _of_a_year_told_behind(claim: Claim, knowledge: Knowledge) -> str:
    """ "In November | of the following year": which year that is stands behind the words."""
    if claim.date is None or str(claim.date.year) in claim.quote:
        return ""
    behind = line(around.behind(claim, knowledge, _REACH))
    told = find_any(behind, knowledge.ledger.fact_words.terms.year_of_it)
    return "The year is told behind the words." if told and told[0].start == 0 else ""


def _so_long_after_it(claim: Claim, knowledge: Knowledge) -> str:
    """ "Expelled in March 2022, it stopped being a party | six months later": not in March."""
    if claim.type not in _OF_STATES or claim.date is None:
        return ""
    _, year, rest = claim.quote.rpartition(str(claim.date.year))
    behind = (
        *(line(rest) if year else ()),
        *line(around.behind(claim, knowledge, _REACH))[:_A_SPAN],
    )
    later = has_one(" ".join(behind), knowledge.ledger.fact_words.terms.later_on)
    return "What is told came later than the date." if later else ""


def _since_then_of_something_else(claim: Claim, knowledge: Knowledge) -> str:
    """ "Announced it, the parent of every accord since 1992": nobody announces since a year."""
    if claim.type is not ClaimType.WITHDRAWAL or claim.stage == Stage.EFFECTIVE:
        return ""
    if claim.date is None or claim.date.month is not None:
        return ""
    words, year = line(claim.quote), str(claim.date.year)
    since = find_any(words, knowledge.ledger.fact_words.terms.since)
    told = any(words[one.end : one.end + 1] == (year,) for one in since)
    return "The year may be of what is told in passing." if told else ""


def _of_a_jubilee(claim: Claim, knowledge: Knowledge) -> str:
    """ "It is twelve years today since it gave notice": the day on which that is remembered."""
    marked = claim.type in _OF_STATES or claim.type is ClaimType.TREATY_FACT
    if not marked or claim.date is None or not agree(claim.date, knowledge.on):
        return ""
    told = f"{around.before(claim, knowledge, _REACH)} {claim.quote}"
    jubilee = has_one(told, knowledge.ledger.fact_words.terms.jubilees)
    return "The day may be that of a jubilee." if jubilee else ""


def _of_the_entry_into_force(claim: Claim, knowledge: Knowledge) -> str:
    """ "Entered into force on 1 March 1999, six months after the fortieth State ratified"."""
    day = claim.date is not None and claim.date.day is not None
    if claim.type is not ClaimType.PARTICIPATION or not day:
        return ""
    if claim.stage == _ENTRY and not _named_behind_its_day(claim, knowledge):
        return ""
    if not has_one(claim.quote, knowledge.ledger.fact_words.terms.in_force):
        return ""
    begun = entry_into_force(
        knowledge.ledger, claim.treaty or "", as_known_on=knowledge.known_on
    ).when
    told = isinstance(begun, date) and agree(claim.date, begun)
    return "The day is that on which the treaty entered into force." if told else ""


def _named_behind_its_day(claim: Claim, knowledge: Knowledge) -> bool:
    """ "In force since 1 March 1999, and for Spain from 1 July": the State comes after the day."""
    before, year, _ = claim.quote.partition(str(claim.date.year if claim.date else ""))
    return bool(year) and not participants_named(before, knowledge)


def _of_a_treaty_named_since(claim: Claim, knowledge: Knowledge) -> str:
    """ "Its exit from the one was followed by that from the other on 27 April": of the other."""
    if claim.type not in _OF_STATES or claim.date is None:
        return ""
    before, told, _ = claim.quote.rpartition(str(claim.date.year))
    own = knowledge.treaty(claim.treaty or "")
    if not told:
        return ""
    last = _behind_its_last_name(before, own.id, knowledge)
    others = treaties_named_in(last, knowledge.ledger, _SURE) if last else ()
    return f"The date may be of the {knowledge.treaty(others[0]).short_title}." if others else ""


def _behind_its_last_name(text: str, treaty: str, knowledge: Knowledge) -> str:
    """What stands behind the last name of the treaty in the text."""
    plain = text.casefold()
    forms = (name.form.casefold() for name in knowledge.treaty(treaty).names)
    ends = (plain.rfind(form) + len(form) for form in forms if form in plain)
    return text[max(ends, default=len(text)) :]


def _out_of_so_many(claim: Claim, knowledge: Knowledge) -> str:
    """ "Of the 18 that ratified, 17 remain": a number that there was, and that is no more."""
    if claim.type is not ClaimType.COUNT or claim.value is None:
        return ""
    words = line(f"{around.before(claim, knowledge, _REACH)} {claim.quote}")
    value = f"{claim.value:.0f}"
    if value not in words:
        return ""
    before = words[: words.index(value)]
    led = find_any(before, knowledge.ledger.fact_words.terms.out_of)
    after = line(around.behind(claim, knowledge, _NEAR))
    another = any(word.isdigit() for word in after) and not any(word.isdigit() for word in before)
    out_of = led and led[-1].end == len(before) and another
    return "The number may be of those out of whom others are told." if out_of else ""


def _of_no_number(judge: Judge, claim: Claim, knowledge: Knowledge) -> str:
    """ "196 States are parties, one alone having signed (in 1995)": right without that date."""
    if claim.type is not ClaimType.COUNT or claim.date is None:
        return ""
    if str(claim.date.year) in claim.quote:
        return ""
    counted = "parties" if claim.stage == _OF_BOTH else claim.stage
    undated = judge(replace(claim, date=None, stage=counted), knowledge)
    return "The date may be of something else." if undated.verdict is Verdict.BORNE_OUT else ""


def _of_the_year_before(judge: Judge, claim: Claim, knowledge: Knowledge) -> str:
    """ "It gave notice in October 2016. Gambia followed in November": of that same year."""
    date_ = claim.date
    if claim.type not in _OF_STATES or date_ is None or date_.month is None:
        return ""
    if str(date_.year) in claim.quote:
        return ""
    told = knowledge.text[max(0, claim.start - _SENTENCE_BACK) : claim.start]
    years = {int(year) for year in _YEAR.findall(told)} - {date_.year}
    then = (replace(claim, date=replace(date_, year=year)) for year in years)
    right = any(judge(one, knowledge).verdict is Verdict.BORNE_OUT for one in then)
    return "The month may be of the year told before it." if right else ""


SIGNS: tuple[Sign, ...] = (
    _of_another_year,
    _of_the_entry_into_force,
    _of_a_year_told_behind,
    _so_long_after_it,
    _since_then_of_something_else,
    _of_a_jubilee,
    _of_a_treaty_named_since,
    _out_of_so_many,
)
TRIALS: tuple[Trial, ...] = (_of_no_number, _of_the_year_before)
