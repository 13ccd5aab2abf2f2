"""Signs that the reader took the day of something else for that of the claim.

A claim is called wrong only where none of them stands; see also :mod:`misread`.
"""

from collections.abc import Callable
from dataclasses import replace

from treatywatch.checking.grounds.finding import Verdict
from treatywatch.checking.grounds.judgement import Judgement
from treatywatch.checking.grounds.knowledge import Knowledge
from treatywatch.checking.words.namings import treaties_named_in
from treatywatch.law.treaty import NameStrength
from treatywatch.reading.claim import Claim, ClaimType

_SURE = frozenset({NameStrength.SURE})
_OF_STATES = frozenset({ClaimType.WITHDRAWAL, ClaimType.PARTICIPATION})


def of_another_day(
    judge: Callable[[Claim, Knowledge], Judgement], claim: Claim, knowledge: Knowledge
) -> str:
    """Why the date may be of something else; empty where nothing says so."""
    if claim.date is None:
        return ""
    year = str(claim.date.year)
    return _of_a_treaty_named_since(claim, year, knowledge) or _of_no_number(
        judge, claim, year, knowledge
    )


def _of_a_treaty_named_since(claim: Claim, year: str, knowledge: Knowledge) -> str:
    """ "Its exit from the one was followed by that from the other on 27 April": of the other."""
    before, told, _ = claim.quote.rpartition(year)
    own = knowledge.treaty(claim.treaty or "")
    if claim.type not in _OF_STATES or not told:
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


def _of_no_number(
    judge: Callable[[Claim, Knowledge], Judgement], claim: Claim, year: str, knowledge: Knowledge
) -> str:
    """ "196 States are parties, one alone having signed (in 1995)": right without that date."""
    if claim.type is not ClaimType.COUNT or year in claim.quote:
        return ""
    counted = "parties" if claim.stage == _OF_BOTH else claim.stage
    undated = judge(replace(claim, date=None, stage=counted), knowledge)
    return "The date may be of something else." if undated.verdict is Verdict.BORNE_OUT else ""


_OF_BOTH = "parties_and_signatories"
