"""Signs that the words tell of another State than the reader took.

A claim is called wrong only where none of them stands; see :mod:`misread`.
"""

from collections.abc import Iterator
from dataclasses import replace

from treatywatch.checking.doubts.sign import Judge, Sign, Trial
from treatywatch.checking.grounds.dates import agree
from treatywatch.checking.grounds.finding import Verdict
from treatywatch.checking.grounds.knowledge import Knowledge
from treatywatch.checking.words import around
from treatywatch.checking.words.antecedent import participants_named, participants_of_report
from treatywatch.checking.words.count_words import has_one
from treatywatch.checking.words.word_line import find_any, line
from treatywatch.law.participant import NameKind
from treatywatch.law.terms import ActKind, Stage
from treatywatch.reading.claim import Claim, ClaimType, ReadBy

_OF_STATES = frozenset({ClaimType.WITHDRAWAL, ClaimType.PARTICIPATION})
_SIGNED = frozenset({ActKind.SIGNATURE})
_SEVERAL = 2  # States
_A_NAME, _APART = 3, 3  # words: "the United States", "as opposed to"
_REACH, _NEAR = 30, 60  # signs


def _of_one_who_signed(claim: Claim, knowledge: Knowledge) -> str:
    """ "Albright signed it in February 1995": what one State did, read as the signing of all."""
    signing = claim.type is ClaimType.TREATY_FACT and claim.stage == "signature"
    if not signing or claim.date is None or claim.date.month is None or claim.treaty is None:
        return ""
    if not has_one(claim.quote, knowledge.ledger.fact_words.terms.signing):
        return ""
    if any(agree(claim.date, one.on) for one in knowledge.treaty(claim.treaty).milestones):
        return ""  # it is the place that is wrong
    for one in sorted(participants_of_report(knowledge)):
        acts = knowledge.acts(one, claim.treaty, _SIGNED)
        if any(agree(claim.date, act.received_on) for act in acts):
            return f"The words may tell of the signature of {knowledge.name(one)}."
    return ""


def _goes_on_to_another_state(claim: Claim, knowledge: Knowledge) -> str:
    """ "Burundi followed on the 27th and The Gambia last Thursday": whose day is it?"""
    if claim.type not in _OF_STATES or claim.date is None or claim.date.day is None:
        return ""
    if str(claim.date.year) in claim.quote:
        return ""
    words = line(claim.quote)
    joints = find_any(words, knowledge.ledger.fact_words.terms.and_then)
    behind = (" ".join(words[one.end : one.end + _A_NAME]) for one in joints)
    other = {p for name in behind for p in participants_named(name, knowledge)}
    other -= set(claim.participants)
    return "The day may be that of another State." if other else ""


def _begins_what_follows(claim: Claim, knowledge: Knowledge) -> str:
    """ "Estonia acceded a year later and Latvia | was among the signatories"."""
    if claim.type not in _OF_STATES or len(claim.participants) < _SEVERAL:
        return ""
    behind = line(around.behind(claim, knowledge, _REACH))[:1]
    words = line(claim.quote)
    ends = participants_named(" ".join(words[-_A_NAME:]), knowledge) & set(claim.participants)
    keeping, terms = knowledge.ledger.fact_words.keeping, knowledge.ledger.fact_words.terms
    verbs = (*keeping.is_, *terms.perfect, *terms.past)
    if find_any(words[-_A_NAME:], verbs):
        return ""  # "Latvia and Estonia are parties | as well": its verb is told
    verb = find_any(behind, verbs)
    return "The last State named begins what follows." if ends and verb else ""


def _of_one_set_apart(claim: Claim, knowledge: Knowledge) -> str:
    """ "The United States, not | Russia, left the treaty": of whom it is not said."""
    before = line(around.before(claim, knowledge, _NEAR))[-_APART:]
    terms = knowledge.ledger.fact_words.terms
    apart = find_any(before, (*terms.and_not, *terms.setting_apart))
    opens = participants_named(" ".join(line(claim.quote)[:_A_NAME]), knowledge)
    set_apart = any(one.end == len(before) for one in apart) and opens & set(claim.participants)
    return "The words set one State apart from another." if set_apart else ""


def _received_by_it(claim: Claim, knowledge: Knowledge) -> str:
    """ "The notice reached the State Department": the government that keeps the treaty."""
    if claim.type is not ClaimType.WITHDRAWAL or claim.stage != Stage.NOTIFIED:
        return ""
    keepers = knowledge.treaty(claim.treaty or "").depositaries
    bodies = (knowledge.ledger.bodies[one] for one in keepers if one in knowledge.ledger.bodies)
    states = {code for body in bodies for code in body.participants}
    mine = set(claim.participants)
    there = bool(mine) and all(_is_reached(claim, one, knowledge) for one in mine)
    if there or (mine and mine <= states):
        return "The words may tell who received the notice."
    return ""


def _is_reached(claim: Claim, participant: str, knowledge: Knowledge) -> bool:
    """ "Its notice reached Washington": where the paper went, and not whose it is."""
    words, terms = line(claim.quote), knowledge.ledger.fact_words.terms
    who = knowledge.ledger.participants[participant]
    capitals = tuple(name.form for name in who.names if name.kind is NameKind.CAPITAL)
    places = find_any(words, capitals)
    before = {one.end for one in find_any(words, terms.reached)}
    others = (who.common_name, *(n.form for n in who.names if n.kind is not NameKind.CAPITAL))
    return any(one.start in before for one in places) and not find_any(words, others)


def _dates_the_one_named_last(claim: Claim, knowledge: Knowledge) -> str:
    """ "France and Germany left that month, Luxembourg and Slovenia in 2024": whose year is it?"""
    if claim.type not in _OF_STATES or claim.date is None:
        return ""
    before, year, _ = claim.quote.rpartition(str(claim.date.year))
    first, pause, last = before.rpartition(",")
    if not year or not pause:
        return ""
    named, mine = participants_named(last, knowledge), set(claim.participants)
    other = named and not named & mine and participants_named(first, knowledge) & mine
    return "The date may be that of the State named last." if other else ""


def _dates_one_of_them(claim: Claim, knowledge: Knowledge) -> str:
    """ "Belarus, Chad and Togo acceded, Belarus in 1993 and the others in 1994": the day of one."""
    if len(claim.participants) < _SEVERAL or claim.date is None:
        return ""
    before, _, _ = claim.quote.rpartition(str(claim.date.year))
    last = before.rpartition(",")[2]
    alone = len(last.split()) <= _A_NAME and len(participants_named(last, knowledge)) == 1
    return "The date may be that of one of them." if before and alone else ""


def _of_another_state(judge: Judge, claim: Claim, knowledge: Knowledge) -> str:
    """ "The notice came on 27 October" is true of another State that the report names."""
    dated = claim.date is not None and (claim.date.month is not None or _left(claim, knowledge))
    if claim.type not in _OF_STATES or not dated or claim.named_group:
        return ""
    if claim.read_by is ReadBy.TABLE:
        return ""  # whom a cell is on its row tells
    if participants_named(claim.quote, knowledge) & set(claim.participants):
        return ""
    for other in _others(claim, knowledge):
        told = judge(replace(claim, participants=(other,)), knowledge)
        if told.verdict is Verdict.BORNE_OUT:
            return f"The words may be about {knowledge.name(other)}."
    return ""


def _left(claim: Claim, knowledge: Knowledge) -> bool:
    """ "In 1998 the Government gave it up": States leave seldom, and a year is enough for an exit.

    What opens with "which" is of the one that stands before it.
    """
    which = find_any(line(claim.quote)[:1], knowledge.ledger.fact_words.terms.which)
    return claim.type is ClaimType.WITHDRAWAL and not which


def _others(claim: Claim, knowledge: Knowledge) -> Iterator[str]:
    """The States that the report names and that took an act under the treaty."""
    named = participants_of_report(knowledge)
    acting = {act.participant for act in knowledge.ledger.acts.get(claim.treaty or "", ())}
    yield from sorted((named & acting) - set(claim.participants))


SIGNS: tuple[Sign, ...] = (
    _received_by_it,
    _goes_on_to_another_state,
    _of_one_who_signed,
    _of_one_set_apart,
    _begins_what_follows,
    _dates_one_of_them,
    _dates_the_one_named_last,
)
TRIALS: tuple[Trial, ...] = (_of_another_state,)
