"""What the words of "the first ever to leave" say: who, which step, of which circle."""

from collections.abc import Collection, Iterator, Sequence
from enum import StrEnum

from treatywatch.checking.grounds.knowledge import Knowledge
from treatywatch.checking.words import word_line
from treatywatch.checking.words.named_in import with_its_title
from treatywatch.checking.words.word_line import PAUSE, Phrase, Phrasebook, find, find_any, line
from treatywatch.law.treaty import Treaty
from treatywatch.ledger.fact_words import FirstWords, Phrases
from treatywatch.ledger.ledger import Ledger
from treatywatch.ledger.remembered import kept_of_names
from treatywatch.reading.claim import Claim
from treatywatch.values import frozen

_TREATY = "a treaty"


class Step(StrEnum):
    """What somebody is said to have been the first to do."""

    EXIT = "exit"
    NOTICE = "notice"
    NONE = "none"  # nothing that the acts tell: an announcement, another kind of first


@frozen
class FirstClaim:
    """The words understood.

    ``is_nobody``: "no country has ever", ``until_now``: "... before". ``names_act``: "the first
    withdrawal", which may be the notice as well as the exit. ``is_narrow``: only among some ("the
    first European country"). ``is_wider``: of more treaties than this one ("an arms treaty").
    """

    participants: tuple[str, ...]
    step: Step
    is_nobody: bool
    is_narrow: bool
    is_wider: bool
    until_now: bool
    names_act: bool

    @classmethod
    def of(cls, claim: Claim, knowledge: Knowledge) -> "FirstClaim":
        """Read the claim's quote with the words of the record."""
        ledger = knowledge.ledger
        listed = ledger.fact_words.firsts
        treaty = knowledge.treaty(claim.treaty or "")
        words = line(with_its_title(claim.quote, treaty))
        named = _named(words, treaty.id, ledger)
        bare = _without(words, named)
        who = dict.fromkeys(min(n.owners) for n in named if _TREATY not in n.owners)
        return cls(
            claim.participants or tuple(one for one in who if one in ledger.participants),
            _step(bare, listed),
            _has(bare, listed.nobody),
            _is_narrow(words, named, listed),
            _has(bare, listed.wider),
            _has(bare, listed.until_now),
            _names_act(bare, listed),
        )


def names_in(
    words: Sequence[str], treaty: str, participants: Collection[str], knowledge: Knowledge
) -> list[Phrase]:
    """Where the words name the treaty or one of the participants."""
    wanted = {_TREATY, *participants}
    return [one for one in _named(words, treaty, knowledge.ledger) if one.owners & wanted]


def _named(words: Sequence[str], treaty: str, ledger: Ledger) -> list[Phrase]:
    code = (__file__, word_line.__file__)
    people = kept_of_names(ledger, "people", Phrasebook, lambda: Phrasebook(_people(ledger)), code)
    return find(words, (*_names(ledger.treaties[treaty]), *people.opening(words)))


def _names(treaty: Treaty) -> Iterator[tuple[str, str]]:
    yield from ((name.form, _TREATY) for name in treaty.names)
    yield from ((form, _TREATY) for form in (treaty.title, treaty.short_title))


def _people(ledger: Ledger) -> Iterator[tuple[str, str]]:
    for one in ledger.participants.values():
        forms = (one.common_name, one.official_name, *(name.form for name in one.names))
        yield from ((form, one.id) for form in forms)


def _step(words: Sequence[str], listed: FirstWords) -> Step:
    if _has(words, listed.before_it) or not _has(words, (*listed.leaving, *listed.giving_notice)):
        return Step.NONE
    return Step.NOTICE if _has(words, listed.giving_notice) else Step.EXIT


def _names_act(words: Sequence[str], listed: FirstWords) -> bool:
    """Whether leaving is told by nouns alone, and not as brought to its end."""
    nouns = {phrase.casefold() for phrase in listed.act_of_leaving}
    verbs = [phrase for phrase in listed.leaving if phrase.casefold() not in nouns]
    others = (*verbs, *listed.completed)
    return _has(words, listed.act_of_leaving) and not _has(words, others)


def _is_narrow(words: Sequence[str], named: Sequence[Phrase], listed: FirstWords) -> bool:
    """Whether more than plain words stand between "first" and what was done."""
    firsts = find(words, ((phrase, "first") for phrase in listed.first))
    if not firsts:
        return False
    leaving = find(words, ((phrase, "leaving") for phrase in listed.leaving))
    end = next((one.start for one in leaving if one.start >= firsts[0].end), len(words))
    plain = {word.casefold() for word in listed.plain} | {PAUSE}
    inside = {p for n in named if _TREATY in n.owners for p in range(n.start, n.end)}
    between = [words[p] for p in range(firsts[0].end, end) if p not in inside]
    return any(word.casefold() not in plain for word in between)


def _without(words: Sequence[str], named: Sequence[Phrase]) -> tuple[str, ...]:
    """The words with names taken out, so that nothing inside a name counts."""
    inside = {place for one in named for place in range(one.start, one.end)}
    return tuple(PAUSE if place in inside else word for place, word in enumerate(words))


def _has(words: Sequence[str], phrases: Phrases) -> bool:
    return bool(find_any(words, phrases))
