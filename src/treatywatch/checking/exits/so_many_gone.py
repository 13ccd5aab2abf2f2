"""How many have left: "two countries have quit the court", held against all exits.

Words may narrow whom they count ("two African members"), so that fewer than there are is wrong only
where nothing narrows them; more than there are is wrong of any circle.
"""

from collections.abc import Sequence

from treatywatch.checking.exits.exit_question import list_basis
from treatywatch.checking.exits.exit_steps import exits, notices
from treatywatch.checking.grounds.dates import agree
from treatywatch.checking.grounds.judgement import (
    Judgement,
    borne_out,
    contradicted,
    listed,
    not_checked,
    nothing_recorded,
    premature,
)
from treatywatch.checking.grounds.knowledge import BOUND, Knowledge
from treatywatch.checking.words import around
from treatywatch.checking.words.count_words import has_one
from treatywatch.checking.words.first_words import names_in
from treatywatch.checking.words.named_in import with_its_title
from treatywatch.checking.words.word_line import PAUSE, find, line
from treatywatch.law.calendar import PartialDate, in_words
from treatywatch.law.terms import ActKind, Stage
from treatywatch.reading.claim import Claim

_LEAVING = frozenset({ActKind.WITHDRAWAL_NOTICE, ActKind.EXPULSION})
_STATES = "states"
_FEW = 6  # names
_NEAR = 60  # signs


def counts_leavers(claim: Claim) -> bool:
    """Whether the words tell how many have left or given notice, and not who."""
    told = claim.unit == _STATES and claim.value is not None and not claim.participants
    return told and claim.stage in (Stage.EFFECTIVE, Stage.NOTIFIED) and not claim.negated


def judge_so_many_gone(claim: Claim, knowledge: Knowledge) -> Judgement:
    """The number held against those who had left, or given notice, by the day of the report."""
    treaty, said = claim.treaty or "", int(claim.value or 0)
    of_treaty = knowledge.treaty(treaty)
    known = of_treaty.coverage.since is None and of_treaty.coverage.has_every_exit(knowledge.on)
    if not known and not knowledge.reaches(treaty):
        return nothing_recorded(f"exits from the {of_treaty.short_title} by that day")
    given, gone = _given(claim, treaty, knowledge), _gone(claim, treaty, knowledge)
    done = given if claim.stage == Stage.NOTIFIED else gone
    basis, words = list_basis(knowledge, treaty), _words(claim, done, knowledge)
    if said in {len(done), len(_out_still(done, treaty, knowledge))}:
        return borne_out(words, basis)
    if said < len(done) and not _tells_of_all(claim, knowledge):
        return not_checked(words)
    if len(done) < said <= len(given):
        return premature(words, basis).noting(_words_of_notices(given, knowledge))
    return contradicted(words, basis)


def _given(claim: Claim, treaty: str, knowledge: Knowledge) -> Sequence[str]:
    """Those of whom a notice was received that stands, on the date that is told if there is one."""
    return [
        who
        for who in _acting(treaty, knowledge)
        if any(_then(claim, one.on, knowledge) for one in notices(knowledge, who, treaty))
        and exits(knowledge, who, treaty)
    ]


def _gone(claim: Claim, treaty: str, knowledge: Knowledge) -> Sequence[str]:
    """Those whose exit has taken effect, or may have."""
    found = ((who, exits(knowledge, who, treaty)) for who in _acting(treaty, knowledge))
    return [who for who, left in found if any(_may_be_over(claim, e.when, knowledge) for e in left)]


def _may_be_over(claim: Claim, when: object, knowledge: Knowledge) -> bool:
    day = getattr(when, "not_before", when)
    then = getattr(day, "isoformat", None)
    return then is None or _then(claim, PartialDate.parse(then()), knowledge)


def _then(claim: Claim, day: PartialDate, knowledge: Knowledge) -> bool:
    return day.first() <= knowledge.on and (claim.date is None or agree(claim.date, day))


def _acting(treaty: str, knowledge: Knowledge) -> Sequence[str]:
    acts = knowledge.ledger.acts.get(treaty, ())
    return sorted({act.participant for act in acts if act.kind in _LEAVING})


def _out_still(done: Sequence[str], treaty: str, knowledge: Knowledge) -> Sequence[str]:
    """Those who have not come back: whoever did may be counted or not."""
    return [who for who in done if knowledge.spell(who, treaty).standing not in BOUND]


def _tells_of_all(claim: Claim, knowledge: Knowledge) -> bool:
    """Whether no word narrows whom the number counts: a region, a date, "others", "since"."""
    said = knowledge.ledger.fact_words
    words = line(with_its_title(claim.quote, knowledge.treaty(claim.treaty or "")))
    named = names_in(words, claim.treaty or "", (), knowledge)
    leaving = (*said.firsts.leaving, *said.firsts.giving_notice, *said.terms.gone)
    small = (*said.firsts.plain, *said.terms.already, *said.terms.same_one)
    kinds = (*leaving, *said.terms.left_then, *small, *said.terms.treaty_nouns)
    phrases = [(one, "") for one in kinds]
    inside = {at for one in (*named, *find(words, phrases)) for at in range(one.start, one.end)}
    odd = [w for at, w in enumerate(words) if at not in inside and w != PAUSE]
    behind = around.behind(claim, knowledge, _NEAR)
    return claim.date is None and len(odd) <= _THE_NUMBER and not has_one(behind, said.terms.since)


_THE_NUMBER = 1  # word


def _words(claim: Claim, done: Sequence[str], knowledge: Knowledge) -> str:
    title = knowledge.treaty(claim.treaty or "").short_title
    did = "given notice of withdrawal from" if claim.stage == Stage.NOTIFIED else "left"
    then = f"By {in_words(knowledge.on)}" if claim.date is None else f"In {in_words(claim.date)}"
    if not done:
        return f"{then} nobody had {did} the {title}."
    return f"{then} {len(done)} had {did} the {title}: {_names(done, knowledge)}."


def _words_of_notices(given: Sequence[str], knowledge: Knowledge) -> str:
    return f"Notice had been received of {_names(given, knowledge)}."


def _names(who: Sequence[str], knowledge: Knowledge) -> str:
    names = [knowledge.name(one) for one in who[:_FEW]]
    return listed([*names, f"{len(who) - _FEW} more"] if len(who) > _FEW else names)
