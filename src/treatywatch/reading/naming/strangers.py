"""Treaties that the record does not hold, named beside one that it does.

"Japan denounced the Washington Naval Treaty in 1934" is no claim about the Geneva Protocol, and
what follows it may not be either. Such a name is a mention like any other, of a treaty of which
nothing is known: it takes what is said of it, and no claim is made of that.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence

from treatywatch.law.participant import NameKind
from treatywatch.reading.naming.attributes import plain_words
from treatywatch.reading.naming.lexicon import Lexicon
from treatywatch.reading.naming.mentions import Sighting
from treatywatch.reading.vocabulary.fold import fold
from treatywatch.reading.vocabulary.grammar import grammar
from treatywatch.reading.vocabulary.spans import (
    STRANGER,
    Mention,
    MentionKind,
    Passage,
    PassageKind,
)
from treatywatch.reading.vocabulary.words_acts import ActWords

_REACH = 60  # characters before a noun in which the rest of its name stands
_CAPITAL = r"[^\W\d_a-zß-öø-ÿа-яё]"
_OPENS = re.compile(r"(?:^|[.!?:;\n•–—\"“‘(])\s*$")
_BRACKET = 3  # characters of " (" before the short name of the same treaty


def strangers(
    text: str,
    passages: Sequence[Passage],
    sighting: Sighting,
    named: Sequence[Mention],
    lexicon: Lexicon,
) -> Iterator[Mention]:
    """The names of treaties that are none of the record, where they stand in running text."""
    starts = [m.start for m in named]
    states = {m.start: m for m in sighting.mentions if m.kind is MentionKind.PARTICIPANT}
    for passage in passages:
        if passage.kind is PassageKind.HEADLINE or text[passage.start : passage.end].isupper():
            continue
        for start, end in _names(text, passage, states, lexicon):
            nearest = named[bisect_left(starts, end + _BRACKET) - 1] if starts else None
            taken = nearest is not None and start < nearest.end and nearest.start < end + _BRACKET
            if taken or _no_treaty(lexicon.acts).search(fold(text[start:end])):
                continue
            if not _fits(text[start:end], sighting.treaties, lexicon):
                yield Mention(start, end, MentionKind.TREATY, (STRANGER,), "name")


def _names(
    text: str, passage: Passage, states: Mapping[int, Mention], lexicon: Lexicon
) -> Iterator[tuple[int, int]]:
    """The words with capitals around each noun for a treaty that has one itself."""
    for noun in _nouns(lexicon.acts).finditer(text, passage.start, passage.end):
        if noun["letters"]:
            yield noun.span()
            continue
        begin = max(passage.start, noun.start() - _REACH)
        written = text[noun.start()].isupper() or lexicon.acts.syntax.object_before
        lead = _lead(lexicon.acts).search(text, begin, noun.start()) if written else None
        lead = None if lead is not None and _is_of_a_state(lead, states) else lead
        start = _led(text, lead, lexicon.acts) if lead else None
        rest = None if start is not None else _named_after(text, noun.end(), states, lexicon)
        matter = _on_a_matter(lexicon.acts).match(text, noun.end()) if rest is None else None
        rest = matter.end() if matter is not None and start is None else rest
        if start is not None or rest is not None:
            yield start if start is not None else noun.start(), rest or noun.end()


def _is_of_a_state(lead: re.Match[str], states: Mapping[int, Mention]) -> bool:
    """Whether a State stands there, whose treaty it is: "Ukrainos sutartis", "договор России"."""
    named = (states.get(at) for at in range(lead.start(), lead.end()))
    return any(state is not None and state.role != NameKind.CAPITAL for state in named)


def _led(text: str, lead: re.Match[str], acts: ActWords) -> int | None:
    """Where the name begins: behind a word that only opens the sentence or points.

    Not behind one that treaties are known by: "Ramsarin sopimus suojelee".
    """
    start, words = lead.start(), lead[0].split()
    if _known_by(acts).fullmatch(fold(words[0])):
        return start
    pointing = fold(words[0]) in acts.grammar["pointing"] | acts.grammar["name_article"]
    if pointing or _OPENS.search(text, max(0, start - 4), start):
        start += len(words[0]) + 1
        words = words[1:]
    broad = acts.grammar["broad_in_names"]
    return start if any(word[0].isupper() and fold(word) not in broad for word in words) else None


def _named_after(
    text: str, end: int, states: Mapping[int, Mention], lexicon: Lexicon
) -> int | None:
    """Where "Treaty of Versailles", "Convention on the Law of the Sea" ends.

    None where a State or a day follows: "the Treaty for Ukraine", "the Convention on Friday".
    """
    leads = _of(lexicon.acts).match(text, end)
    if leads is None:
        return None
    rest = _rest(lexicon.acts).match(text, leads.end() - 1)
    if rest is None:
        return None
    first = next(m.start() for m in re.finditer(_CAPITAL, text[leads.end() - 1 :]))
    first += leads.end() - 1
    word = fold(re.split(r"[\s,.;]", text[first:], maxsplit=1)[0])
    calendar = lexicon.words.calendar
    if word in calendar.months or word in calendar.weekdays:
        return None
    if word in lexicon.acts.grammar["broad_in_names"]:
        return None
    state = states.get(first)
    return None if state is not None and state.role != NameKind.CAPITAL else rest.end()


def _fits(name: str, treaties: Sequence[str], lexicon: Lexicon) -> bool:
    """Whether the name may be one more way to call a treaty that the report names."""
    plain, attributes, grammar = (
        list(plain_words(fold(name))),
        lexicon.attributes,
        lexicon.acts.grammar,
    )
    if attributes.forms.get(" ".join(plain)):
        return True
    words = set(plain) - grammar["name_joints"] - grammar["named_of"]
    known = [attributes.known[one] for one in treaties if one in attributes.known]
    nouns = grammar["named_nouns"]
    placed = any(words - nouns <= one.places for one in known)  # "the Dublin text"
    if placed or any(words & one.words for one in known):
        return True
    stems = {_stem(word) for word in words - nouns}  # "о запрете мин" and "о запрещении мин"
    inflected = bool(grammar["on_a_matter"])
    return inflected and any(stems & set(map(_stem, one.words)) for one in known)


def _stem(word: str) -> str:
    """What a word begins with, whatever its ending."""
    return word[: max(_LEAST, min(_STEM, len(word) - 2))]


_LEAST, _STEM = 3, 5  # letters


@grammar
def _no_treaty(acts: ActWords) -> re.Pattern[str]:
    """An alliance, the law that is for all treaties, a party's meeting."""
    forms = acts.grammar["not_a_treaty"]
    return re.compile(rf"\b(?:{acts.any_of('not_a_treaty')})\b" if forms else r"(?!)")


@grammar
def _nouns(acts: ActWords) -> re.Pattern[str]:
    nouns = sorted(acts.grammar["named_nouns"], key=len, reverse=True)
    letters = sorted(acts.grammar["known_by_letters"])
    if not nouns:
        return re.compile(r"(?P<letters>(?!))")
    named = "|".join(f"[{one[0].upper()}{one[0]}]{re.escape(one[1:])}" for one in nouns)
    known = "|".join(re.escape(one.upper()) for one in letters) or "(?!)"
    return re.compile(rf"(?<!\w)(?:(?P<letters>{known})|(?:{named}))(?!\w)")


@grammar
def _lead(acts: ActWords) -> re.Pattern[str]:
    """What stands before the noun of a name: "Prevention of Torture "."""
    joints = acts.any_of("lead_joints") if acts.grammar["lead_joints"] else "(?!)"
    return re.compile(rf"(?:{_CAPITAL}[\w'’.-]*\s(?:(?:{joints})\s)?)+$")


@grammar
def _rest(acts: ActWords) -> re.Pattern[str]:
    """The rest of a name: "Versailles", "the Rights of the Child"."""
    joints = acts.any_of("name_joints")
    return re.compile(rf"(?:\s(?:(?:{joints})\s){{0,2}}{_CAPITAL}[\w'’-]*)+")


@grammar
def _known_by(acts: ActWords) -> re.Pattern[str]:
    """What is before the noun of treaties that the record does not hold: "Ramsar", "версальск*"."""
    return re.compile(acts.any_of("known_by_name") if acts.grammar["known_by_name"] else "(?!)")


@grammar
def _on_a_matter(acts: ActWords) -> re.Pattern[str]:
    """What a treaty is on, in small letters: "Конвенция | о биологическом разнообразии"."""
    if not acts.grammar["on_a_matter"]:
        return re.compile(r"(?!)")
    return re.compile(rf"\s(?:{acts.any_of('on_a_matter')})\s(?=[^\W\d_]{{4}})[\w-]+(?:\s\w+)?")


@grammar
def _of(acts: ActWords) -> re.Pattern[str]:
    return re.compile(rf"\s(?:{acts.any_of('named_of')})\s")
