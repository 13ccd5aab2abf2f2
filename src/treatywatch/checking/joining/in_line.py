"""The place of a State in the line of those who left or joined: the sixth, the first in NATO.

Computed from the acts. Nothing is said of a place among others than all, or than the members of a
group that the record knows.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import fields
from datetime import date

from treatywatch.checking.exits.exit_question import list_basis
from treatywatch.checking.exits.exit_steps import exits, notices
from treatywatch.checking.grounds.finding import Verdict
from treatywatch.checking.grounds.judgement import Judgement, borne_out, contradicted, listed
from treatywatch.checking.grounds.knowledge import BOUND, CONSENTS, SIGNATURES, Knowledge
from treatywatch.checking.words import around
from treatywatch.checking.words.count_words import has_one
from treatywatch.checking.words.first_words import names_in
from treatywatch.checking.words.named_in import is_surely_about, with_its_title
from treatywatch.checking.words.word_line import PAUSE, Phrase, Phrasebook, find, find_any, line
from treatywatch.law.terms import ActKind, Stage, Standing
from treatywatch.law.treaty import Treaty
from treatywatch.ledger.fact_words import FactWords, PlaceWords
from treatywatch.ledger.remembered import once_of_treaty, remembered
from treatywatch.reading.claim import Claim, ClaimType, Voice
from treatywatch.values import frozen

_LEAVING = frozenset({ActKind.WITHDRAWAL_NOTICE, ActKind.EXPULSION})
_RATIFIED = frozenset({ActKind.RATIFICATION, ActKind.ACCEPTANCE, ActKind.APPROVAL})
_LAST, _ONLY, _SIGNED, _RATIFYING, _PARTY = "last", "only", "signed", "ratified", "party"
_ENDS = ("first", _LAST)  # places that several may share
_TAKEN = ("first", _ONLY)
_ORDER = [one.name for one in fields(PlaceWords) if one.name not in (_LAST, _ONLY)]

_DONE = (Verdict.BORNE_OUT, Verdict.OUTDATED)  # it did so, whether or not it came back

Days = Mapping[str, date]


@frozen
class _Place:
    """What is said: the sixth, the last, the only; and of which group, None where of all.

    ``shared`` tells that several have it: "among the first"; "one of the last".
    """

    which: str
    group: str | None
    shared: bool = False


def out_of_line(claim: Claim, knowledge: Knowledge, judgement: Judgement) -> Judgement:
    """The judgement, unless what is borne out gives a State another place than the acts do."""
    if judgement.verdict not in _DONE or not claim.participants:
        return judgement
    if claim.treaty is None or claim.negated:
        return judgement
    place = _place(claim, knowledge)
    if place is None or (len(claim.participants) > 1 and not _is_shared(place, claim)):
        return judgement
    lines = _lines(claim, knowledge)
    ahead = place.which in _TAKEN and not place.shared  # one other in the record has it already
    if not ahead and not _is_known(place, claim, knowledge, lines):
        return judgement
    wrong = [_wrong(place, claim, knowledge, days) for days in lines]
    if not all(wrong):
        return judgement
    basis = list_basis(knowledge, claim.treaty)
    return contradicted(f"{wrong[0]} {' '.join(judgement.reasons)}", *judgement.basis, basis)


def unless_taken(claim: Claim, judgement: Judgement, knowledge: Knowledge) -> Judgement:
    """The judgement, unless a place to come is taken: "if he signs, it will be the first to leave".

    Whether the State leaves or not, then, it will not be the first.
    """
    held_back = judgement.verdict is Verdict.NOT_CHECKED and claim.type == ClaimType.WITHDRAWAL
    if not held_back or claim.treaty is None or claim.negated or len(claim.participants) != 1:
        return judgement
    terms = knowledge.ledger.fact_words.terms
    to_come = claim.voice is Voice.WILL and not has_one(claim.quote, terms.had_it_been)
    treaty = knowledge.treaty(claim.treaty)
    if not to_come or not is_surely_about(claim, treaty, knowledge.only_treaty):
        return judgement
    placed = out_of_line(claim, knowledge, borne_out("", list_basis(knowledge, treaty.id)))
    return placed if placed.verdict is Verdict.CONTRADICTED else judgement


def _is_shared(place: _Place, claim: Claim) -> bool:
    """ "They are the first members to leave": of several that left, those that left before."""
    left = claim.type == ClaimType.WITHDRAWAL and claim.stage == Stage.EFFECTIVE
    return left and place.which == "first" and not place.shared


def has_ordinal(text: str, knowledge: Knowledge) -> bool:
    """Whether the words give a place by its number: "sixth", "fiftieth", "104th"."""
    words = line(text)
    ends = (_LAST, _ONLY)
    return any(min(one.owners) not in ends for one in find(words, _place_words(words, knowledge)))


def told_place(word: str, words: FactWords) -> int | None:
    """40 of "40th" and "fortieth"; None of a word that tells no place in a line."""
    number = word.rstrip("".join(words.terms.ordinal_endings))
    if number.isdigit() and word[len(number) :] in words.terms.ordinal_endings:
        return int(number)
    spelt = (int(place) for place, phrases in words.ordinals if word.casefold() in phrases)
    return next(spelt, None)


def place_of(claim: Claim, number: str, knowledge: Knowledge) -> str:
    """What is wrong with that place of the one State of the claim; empty where it may be right."""
    lines = _lines(claim, knowledge)
    wrong = [_wrong(_Place(number, None), claim, knowledge, days) for days in lines]
    return wrong[0] if all(wrong) else ""


def _place(claim: Claim, knowledge: Knowledge) -> _Place | None:
    """The place that stands right before the step, with nothing between but plain words."""
    said = knowledge.ledger.fact_words
    words = line(_without_its_name(claim, knowledge))
    places = find(words, _place_words(words, knowledge))
    terms = said.terms
    told = _steps_told(claim, words, said)
    circles = find(words, ((phrase, id_) for id_, phrases in said.circles for phrase in phrases))
    if len(places) != 1 or any(find(words, ((one, ""),)) for one in said.firsts.before_it):
        return None
    start = places[0].end
    before = words[max(0, places[0].start - _DENIED) : places[0].start]
    if find_any(before, said.keeping.not_):
        return None  # "was not the first to leave"
    if _is_of_its_own(claim, places[0], words, knowledge) or _of_a_noun(places[0], words):
        return None
    end = next((one.start for one in told if one.start >= start), None)
    led = find_any(words[max(0, places[0].start - _DENIED) : places[0].start], terms.as_one_more)
    if end is None and led:  # "verlässt als erstes Land die Konvention", "als letztes EU-Land trat"
        circle = next((one.end for one in circles if one.start == start), None)
        end = circle or min(len(words), start + _BEHIND)
    if end is None:
        return None
    inside = [one for one in circles if start <= one.start and one.end <= end]
    covered = {at for one in inside for at in range(one.start, one.end)}
    covered |= {at for at in _only_by_name(claim, places[0], words, knowledge) if at < end}
    plain = {word.casefold() for word in said.firsts.plain} | {PAUSE}
    if claim.stage == Stage.NOTIFIED:  # "the first to serve formal notice of withdrawal"
        plain |= {word.casefold() for word in said.firsts.giving_notice}
    rest = [words[at] for at in range(start, end) if at not in covered]
    other = len(inside) > 1 or any(word.casefold() not in plain for word in rest)
    if other or find_any(rest, terms.times):
        return None
    which = min(places[0].owners)
    if which == _ONLY and claim.type != ClaimType.WITHDRAWAL:
        return None  # "the only one to have signed but not ratified"
    shared = find_any(words[: places[0].start], said.firsts.among)
    several = any(one.end == places[0].start for one in shared)
    if several and which not in _ENDS:
        return None
    return _Place(which, min(inside[0].owners) if inside else None, several)


def _steps_told(claim: Claim, words: Sequence[str], said: FactWords) -> Sequence[Phrase]:
    """Where leaving or joining is told, whichever the claim is about."""
    terms = said.terms
    joining = (*terms.joining, *terms.ratifying, *terms.signing, *terms.entering)
    steps = said.firsts.leaving if claim.type == ClaimType.WITHDRAWAL else joining
    if claim.stage == Stage.NOTIFIED:
        steps = (*steps, *terms.notice_given)
    told = find_any(words, steps)
    if claim.stage == _PARTY:  # "the most recent State Party", and no more
        told = [*told, *(one for one in find_any(words, terms.one_party) if one.end == len(words))]
    if claim.type == ClaimType.PARTICIPATION and claim.stage in _JOINED:
        told = [*told, *_as_one_of(words, told, said)]
    return told


def _as_one_of(words: Sequence[str], told: Sequence[Phrase], said: FactWords) -> Iterator[Phrase]:
    """ "Became the 120th state party": a noun for those who joined ends what is told.

    Not where more tells of which: "the 20th member of NATO", "the third party to sign".
    """
    for one in find_any(words, (*said.terms.one_party, *said.terms.one_member)):
        behind = words[one.end : one.end + _BEHIND]
        rest = next((w for w in behind if w.casefold() not in said.firsts.plain), PAUSE)
        numbered = one.start > 0 and told_place(words[one.start - 1], said) is not None
        later = any(other.start > one.start for other in told)
        if numbered and not (rest[0].isupper() or later):
            yield one


_JOINED = frozenset({_PARTY, "acceded", _RATIFYING})
_DENIED = 3  # words: "was", "not", "the"
_BEHIND = 3  # words that may make a place behind its step one of fewer: "als erstes Land der EU"


def _only_by_name(
    claim: Claim, place: Phrase, words: Sequence[str], knowledge: Knowledge
) -> set[int]:
    """Where the State stands in "Only Chad has ever left"; nowhere in "Only Chad did so before"."""
    alone = min(place.owners) == _ONLY and not place.start and claim.date is None
    if not alone or find_any(words, knowledge.ledger.fact_words.firsts.until_now):
        return set()
    own = names_in(words, claim.treaty or "", claim.participants, knowledge)
    return {at for one in own for at in range(one.start, one.end)}


def _is_of_its_own(claim: Claim, place: Phrase, words: Sequence[str], knowledge: Knowledge) -> bool:
    """ "America's second exit", "its third farewell": one of its own, and no place among others."""
    before = words[max(0, place.start - 1) : place.start]
    who = knowledge.ledger.participants[claim.participants[0]]
    names = (who.common_name, *(name.form for name in who.names))
    named = any(one.end == place.start for one in find_any(words, names))
    return named or bool(find_any(before, knowledge.ledger.fact_words.terms.same_one))


def _of_a_noun(place: Phrase, words: Sequence[str]) -> bool:
    """ "Austria, host of the first, ratified": set apart with the noun that it belongs to."""
    before = tuple(words[: place.start])
    if tuple(words[place.end : place.end + 1]) != (PAUSE,) or PAUSE not in before:
        return False
    return before[::-1].index(PAUSE) > 1  # more than "the" since the pause


def _place_words(words: Sequence[str], knowledge: Knowledge) -> Iterator[tuple[str, str]]:
    """Words for a place with what it is: "sixth", "last"; "fiftieth" and "50th" are 50."""
    said = knowledge.ledger.fact_words
    listed = remembered(knowledge.ledger, "words_for_places", "", lambda: Phrasebook(_listed(said)))
    yield from listed.opening(words)
    for word in words:
        number_in = word.rstrip("".join(said.terms.ordinal_endings))
        if number_in.isdigit() and word[len(number_in) :] in said.terms.ordinal_endings:
            yield word, number_in


def _listed(said: FactWords) -> Iterator[tuple[str, str]]:
    for one in fields(PlaceWords):
        yield from ((phrase, one.name) for phrase in getattr(said.places, one.name))
    for number, phrases in said.ordinals:
        yield from ((phrase, number) for phrase in phrases)


def _without_its_name(claim: Claim, knowledge: Knowledge) -> str:
    """ "First" in "the First Optional Protocol" is no place."""
    treaty = knowledge.treaty(claim.treaty or "")
    words = with_its_title(claim.quote, treaty)
    for form in _longest_first(treaty):
        words = words.replace(form, " ")
    return words


@once_of_treaty
def _longest_first(treaty: Treaty) -> tuple[str, ...]:
    forms = {treaty.title, *(name.form for name in treaty.names)}
    return tuple(sorted(forms, key=len, reverse=True))


def _lines(claim: Claim, knowledge: Knowledge) -> Sequence[Days]:
    """The line in which it stands: among those who left, else among those who gave notice.

    "The last to ratify" may count all who joined, or leave out those who acceded; "the first to
    accede" those who ratified.
    """
    treaty = claim.treaty or ""
    if claim.type == ClaimType.WITHDRAWAL:
        left = _by(treaty, knowledge, _left)
        if claim.participants[0] in left and claim.stage != Stage.NOTIFIED:
            return (left,)  # notices that were taken back stand in no line of those who left
        given = _by(treaty, knowledge, _gave_notice)
        return (given if claim.participants[0] in given else left,)
    kinds = SIGNATURES if claim.stage == _SIGNED else CONSENTS
    joined = _by(treaty, knowledge, _did(kinds))
    alone = _did(_RATIFIED if claim.stage == _RATIFYING else frozenset({ActKind.ACCESSION}))
    terms = knowledge.ledger.fact_words.terms
    told = claim.stage == _RATIFYING or has_one(claim.quote, terms.acceding)
    same = _by(treaty, knowledge, alone) if told else {}
    return (joined, same) if claim.participants[0] in same else (joined,)


def _is_known(place: _Place, claim: Claim, knowledge: Knowledge, lines: Sequence[Days]) -> bool:
    """Whether all who stand before it are in the record; those behind it too, where that matters.

    Who left before it gave notice before it did.
    """
    treaty, who = claim.treaty or "", claim.participants[0]
    own = min((days[who] for days in lines if who in days), default=None)
    if claim.type == ClaimType.WITHDRAWAL:
        own = _gave_notice(knowledge, who, treaty) or own
    day = knowledge.on if place.which in (_LAST, _ONLY) or place.shared else own
    if day is None:
        return False
    coverage = knowledge.treaty(treaty).coverage
    all_exits = coverage.since is None and coverage.has_every_exit(day)
    exits_known = claim.type == ClaimType.WITHDRAWAL and all_exits
    return exits_known or (knowledge.is_complete(treaty) and knowledge.covers(treaty, day))


Finder = Callable[[Knowledge, str, str], date | None]


def _by(treaty: str, knowledge: Knowledge, day_of: Finder) -> Days:
    """Who had done it by the day of the report, and when first."""
    who = {act.participant for act in knowledge.ledger.acts.get(treaty, ())}
    days = {one: day for one in who if (day := day_of(knowledge, one, treaty)) is not None}
    return {one: day for one, day in days.items() if day <= knowledge.on}


def _left(knowledge: Knowledge, participant: str, treaty: str) -> date | None:
    if not knowledge.acts(participant, treaty, _LEAVING):
        return None
    found = [e.when for e in exits(knowledge, participant, treaty) if isinstance(e.when, date)]
    return min(found, default=None)


def _gave_notice(knowledge: Knowledge, participant: str, treaty: str) -> date | None:
    given = notices(knowledge, participant, treaty)
    return min((one.on.first() for one in given), default=None)


def _did(kinds: frozenset[ActKind]) -> Finder:
    def first(knowledge: Knowledge, participant: str, treaty: str) -> date | None:
        acts = knowledge.acts(participant, treaty, kinds)
        return min((act.received_on.first() for act in acts), default=None)

    return first


def _wrong(place: _Place, claim: Claim, knowledge: Knowledge, days: Days) -> str:
    """What is wrong with the place, in words; empty where it may be right."""
    who = claim.participants[0]
    if who not in days:
        return _wrong_of_the_next(place, claim, knowledge, days)
    if place.group is not None:
        members = knowledge.ledger.groups[place.group].members_on(knowledge.on)
        days = {one: day for one, day in days.items() if one in members}
        if who not in days:
            return ""
    mine = days[who]
    before = [one for one, day in days.items() if day < mine and one not in claim.participants]
    after = [one for one, day in days.items() if day > mine]
    beside = sum(day == mine for day in days.values())
    if place.shared:
        ahead, how = (after, "later") if place.which == _LAST else (before, "before it")
        return _named(ahead, days, knowledge, how) if 2 * len(ahead) > len(days) else ""
    if place.which == _LAST and _up_to_another(claim, knowledge):
        return ""
    if place.which == _LAST:
        return _named(after, days, knowledge, "later") if after else ""
    if place.which == _ONLY:
        others = [one for one in days if one != who]
        return _named(others, days, knowledge, "as well") if others else ""
    far = place.which.isdigit()
    said = int(place.which) if far else _ORDER.index(place.which) + 1
    counts = {len(before), len(_still_in(before, claim, knowledge, mine))}
    if far and any(abs(count + 1 - said) < beside for count in counts):
        return ""  # counted with or without somebody of these days, or who is a party no more
    if len(before) < said <= len(before) + beside:
        return ""
    done = f"{len(before)} had done so before {knowledge.name(who)}"
    return f"{done}: {_named(before, days, knowledge, 'before it')}" if before else f"{done}."


def _wrong_of_the_next(place: _Place, claim: Claim, knowledge: Knowledge, days: Days) -> str:
    """ "It would be the first to leave", told of one that has yet to: others are gone already."""
    numbered = place.which not in (_LAST, _ONLY) and not place.shared and place.group is None
    if claim.type != ClaimType.WITHDRAWAL or not numbered:
        return ""
    far = place.which.isdigit()
    said = int(place.which) if far else _ORDER.index(place.which) + 1
    return _named(tuple(days), days, knowledge, "before it") if said <= len(days) else ""


def _up_to_another(claim: Claim, knowledge: Knowledge) -> bool:
    """ "Before it, Nauru was the last to join", "had been the last": until somebody came."""
    told = f"{around.before(claim, knowledge, _NEAR)} {claim.quote}"
    told = f"{told} {around.behind(claim, knowledge, _NEAR)}"
    return has_one(told, knowledge.ledger.fact_words.terms.not_yet_opens)


_NEAR = 40  # signs


def _still_in(
    before: Sequence[str], claim: Claim, knowledge: Knowledge, day: date
) -> Sequence[str]:
    """Those who had not left by the day, taken back their consent, nor ceased to exist.

    Ranks often count only these.
    """
    treaty = claim.treaty or ""
    if claim.type == ClaimType.WITHDRAWAL:
        return before
    return [one for one in before if knowledge.spell(one, treaty, day).standing in _STILL_IN]


_STILL_IN = BOUND | {Standing.CONTRACTING_STATE, Standing.UNDETERMINED}


def _named(who: Sequence[str], days: Days, knowledge: Knowledge, how: str) -> str:
    """ "Poland did so later." With the first few of them by name."""
    some = sorted(who, key=lambda one: (days[one], one))[:_FEW]
    rest = len(who) - len(some)
    names = [knowledge.name(one) for one in some] + ([f"{rest} more"] if rest else [])
    return f"{listed(names)} did so {how}."


_FEW = 4
