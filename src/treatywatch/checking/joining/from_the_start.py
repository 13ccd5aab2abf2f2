"""Done on the day on which a treaty was opened, a party from the start: dates without a number.

"A signatory since the day it was opened" gives a date as surely as "since 3 June 2013" does.
"""

import re
from datetime import date, timedelta

from treatywatch.checking.grounds.finding import Verdict
from treatywatch.checking.grounds.judgement import Judgement, contradicted
from treatywatch.checking.grounds.knowledge import BOUND, Knowledge
from treatywatch.checking.joining.part_question import PartQuestion, basis_of
from treatywatch.checking.words.count_words import has_one
from treatywatch.checking.words.word_line import find_any, line
from treatywatch.law.calendar import PartialDate, in_words
from treatywatch.law.treaty import MilestoneKind, Treaty
from treatywatch.ledger.fact_words import Phrases
from treatywatch.reading.claim import Claim
from treatywatch.status.entry import entry_into_force

_ACTS = frozenset({"signed", "ratified"})
_BEGUN = timedelta(days=366)  # those who joined in the first year were there "from the start"
_MADE = (MilestoneKind.OPENED_FOR_SIGNATURE, MilestoneKind.SIGNED)


def opening_day(
    claim: Claim, sub_kind: str, treaty: Treaty, knowledge: Knowledge
) -> PartialDate | None:
    """The day of opening, where the words say that it was done then; None where they do not."""
    if sub_kind not in _ACTS or claim.date is not None or claim.negated:
        return None
    if not _tells(claim, knowledge.ledger.fact_words.terms.first_day, knowledge):
        return None
    days = (one.on for kind in _MADE if (one := treaty.milestone(kind)) is not None)
    return next((day for day in days if day.day is not None), None)


def since_the_start(claim: Claim, question: PartQuestion, judgement: Judgement) -> Judgement:
    """The judgement, unless one who joined later is said to be a party from the start."""
    knowledge = question.knowledge
    if judgement.verdict is not Verdict.BORNE_OUT or claim.negated or claim.date is not None:
        return judgement
    if not _tells(claim, knowledge.ledger.fact_words.terms.from_the_start, knowledge):
        return judgement
    begun = entry_into_force(knowledge.ledger, question.treaty, as_known_on=knowledge.known_on).when
    line_of_it = knowledge.timeline(question.participant, question.treaty).spells
    since = [spell.since for spell in line_of_it if spell.standing in BOUND and spell.since]
    if not isinstance(begun, date) or not since or not question.consents:
        return judgement
    if since[0] - begun <= _BEGUN:
        return judgement
    return contradicted(
        f"{question.name}: bound since {in_words(since[0])}; the {question.title} entered into "
        f"force on {in_words(begun)}.",
        basis_of(question.consents[0]),
    )


def _tells(claim: Claim, phrases: Phrases, knowledge: Knowledge) -> bool:
    """Whether one of the phrases stands in the words, or right behind them.

    "The first day of the meeting" is another day.
    """
    behind = _PAUSE.split(knowledge.text[claim.end : claim.end + _BEHIND])[0]
    words = (*line(claim.quote), *line(behind))
    last = len(line(claim.quote)) + _NEAR
    terms = knowledge.ledger.fact_words.terms
    of = {one.casefold() for one in terms.of_what}
    found = find_any(words, phrases)
    whole = (one for one in found if has_one(" ".join(words[one.start : one.end]), terms.signing))
    ends = {one.end for one in whole}  # "a first-day signatory of the treaty"
    return any(
        one.start <= last
        and (one.end == len(words) or one.end in ends or words[one.end].casefold() not in of)
        for one in found
    )


_PAUSE = re.compile(r"[.,;:!?\n]")
_BEHIND, _NEAR = 60, 1  # signs; words between the act and its day
