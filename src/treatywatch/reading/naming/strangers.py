"""Treaties that the record does not hold, named beside one that it does.

"Japan denounced the Washington Naval Treaty in 1934" is no claim about the Geneva Protocol, and
what follows it may not be either. Such a name is a mention like any other, of a treaty of which
nothing is known: it takes what is said of it, and no claim is made of that.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import replace

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
from treatywatch.reading.vocabulary.wording import NEVER, whole_words
from treatywatch.reading.vocabulary.words_acts import ActWords, CueKind

_REACH = 60  # characters before a noun in which the rest of its name stands
_CAPITAL = r"[^\W\d_a-zß-öø-ÿа-яё]"
_OPENS = re.compile(r"(?:^|[.!?:;\n•–—\"“„‟«»‘‚‹›(])\s*$")
_BRACKET = 3  # characters of " (" before the short name of the same treaty


def strangers(
    text: str,
    passages: Sequence[Passage],
    sighting: Sighting,
    named: Sequence[Mention],
    lexicon: Lexicon,
) -> Iterator[Mention]:
    """The names of treaties that are none of the record, where they stand in running text."""
    listed = [*_not_held(text, named, lexicon)]
    yield from listed
    named = sorted((*named, *listed), key=lambda m: m.start)
    starts = [m.start for m in named]
    states = {m.start: m for m in sighting.mentions if m.kind is MentionKind.PARTICIPANT}
    offices = frozenset(cue.start for cue in sighting.cues if cue.kind in _OFFICES)
    for passage in passages:
        if passage.kind is PassageKind.HEADLINE or text[passage.start : passage.end].isupper():
            continue
        for start, end in _names(text, passage, states, offices, lexicon):
            nearest = named[bisect_left(starts, end + _BRACKET) - 1] if starts else None
            if _is_known_by_letters(text, start, end, lexicon.acts):
                known = nearest is not None and nearest.start <= start and end <= nearest.end
            else:
                known = nearest is not None and _is_the_same(text, start, end, nearest)
                known = known or _no_treaty(lexicon.acts).search(fold(text[start:end])) is not None
                known = known or _fits(text[start:end], sighting.treaties, lexicon)
            if not known:
                yield Mention(start, end, MentionKind.TREATY, (STRANGER,), "name")


def _is_known_by_letters(text: str, start: int, end: int, acts: ActWords) -> bool:
    """Whether the letters are all of a name, which no treaty of the record has: "START I"."""
    letters = _nouns(acts).fullmatch(text, start, end)
    return letters is not None and bool(letters["whole"])


def with_their_other_names(
    text: str, named: Sequence[Mention], acts: ActWords
) -> Iterator[Mention]:
    """The mentions, what a stranger is also called being its name: "known as the Moscow Treaty".

    So it is wherever it stands behind.
    """
    called: set[str] = set()
    before: Mention | None = None
    for mention in named:
        written = text[mention.start : mention.end]
        behind = before is not None and before.ids == (STRANGER,) and mention.role == "name"
        between = fold(text[before.end : mention.start]) if before is not None and behind else ""
        if behind and _also_called(acts).fullmatch(between):
            called.add(written)
        before = replace(mention, ids=(STRANGER,)) if written in called else mention
        yield before


@grammar
def _also_called(acts: ActWords) -> re.Pattern[str]:
    forms = acts.any_of("known_as")
    return re.compile(rf",?\s\(?(?:{forms})\s|\s\((?:{acts.any_of('name_article')})\s")


def _is_the_same(text: str, start: int, end: int, named: Mention) -> bool:
    """Whether a treaty that is known is named there, or right behind in brackets."""
    if start >= named.end or named.start >= end + _BRACKET:
        return False
    return named.start < end or "(" in text[end : named.start]


def without_those_inside(named: Sequence[Mention], found: Sequence[Mention]) -> list[Mention]:
    """The mentions but those within the name of a stranger: "the protocol to the Covenant"."""
    starts = [one.start for one in found]
    kept = []
    for mention in named:
        before = bisect_right(starts, mention.start) - 1
        if before < 0 or found[before].end < mention.end:
            kept.append(mention)
    return kept


def _not_held(text: str, named: Sequence[Mention], lexicon: Lexicon) -> Iterator[Mention]:
    """Treaties of the list of those whose names are like those of treaties of the record."""
    starts = [m.start for m in named]
    for name in _listed(lexicon.acts).finditer(fold(text)):
        before = bisect_right(starts, name.start()) - 1
        longer = before >= 0 and named[before].end >= name.end()
        last = bisect_left(starts, name.end()) - 1
        over = last >= 0 and named[last].start < name.end() < named[last].end
        if not (longer or over):
            yield Mention(*name.span(), MentionKind.TREATY, (STRANGER,), "name")


@grammar
def _listed(acts: ActWords) -> re.Pattern[str]:
    forms = acts.grammar["not_held"]
    return whole_words(forms) if forms else NEVER


_OFFICES = frozenset(
    {
        CueKind.PARLIAMENT,
        CueKind.GOVERNMENT,
        CueKind.PRESIDENT,
        CueKind.MINISTER,
        CueKind.DEPOSITARY,
    }
)


def _names(
    text: str,
    passage: Passage,
    states: Mapping[int, Mention],
    offices: Set[int],
    lexicon: Lexicon,
) -> Iterator[tuple[int, int]]:
    """The words with capitals around each noun for a treaty that has one itself."""
    for noun in _nouns(lexicon.acts).finditer(text, passage.start, passage.end):
        if noun["whole"]:
            yield noun.span()
            continue
        if (numbered := _numbered(lexicon.acts).match(text, noun.end())) is not None:
            yield noun.start(), numbered.end()
            continue
        begin = max(passage.start, noun.start() - _REACH)
        small = lexicon.acts.syntax.object_before and bool(lexicon.acts.grammar["lead_joints"])
        written = text[noun.start()].isupper() or small
        lead = _lead(lexicon.acts).search(text, begin, noun.start()) if written else None
        lead = None if lead is not None and _is_of_a_state(lead, states) else lead
        start = _led(text, lead, lexicon.acts) if lead else None
        rest = None
        if start is None:
            rest = _named_after(text, noun.end(), states, offices, lexicon)
        matter = _on_a_matter(lexicon.acts).match(text, noun.end()) if rest is None else None
        rest = matter.end() if matter is not None and start is None else rest
        if start is None and rest is None:
            rest = _about(text, noun.end(), lexicon.acts)
        if start is not None or rest is not None:
            yield start if start is not None else noun.start(), rest or noun.end()
    yield from (
        m.span() for m in _outright(lexicon.acts).finditer(text, passage.start, passage.end)
    )


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
    if lead[0].endswith("-"):
        return None if fold(lead[0][:-1]) in acts.grammar["broad_in_names"] else start
    pointing = fold(words[0]) in acts.grammar["pointing"] | acts.grammar["name_article"]
    if pointing or _OPENS.search(text, max(0, start - 4), start):
        start += len(words[0]) + 1
        words = words[1:]
    broad = acts.grammar["broad_in_names"]
    return start if any(word[0].isupper() and fold(word) not in broad for word in words) else None


def _named_after(
    text: str, end: int, states: Mapping[int, Mention], offices: Set[int], lexicon: Lexicon
) -> int | None:
    """Where "Treaty of Versailles", "Convention on the Law of the Sea" ends.

    None where a State, an office or a day follows: "the Treaty for Ukraine", "sent the treaty to
    the Senate", "the Convention on Friday".
    """
    leads = _of(lexicon.acts).match(text, end) or _beside(lexicon.acts).match(text, end)
    if leads is None:
        return None
    rest = _rest(lexicon.acts).match(text, leads.end())
    if rest is None:
        return None
    first = next(m.start() for m in re.finditer(_CAPITAL, text[leads.end() :])) + leads.end()
    word = fold(re.split(r"[\s,.;]", text[first:], maxsplit=1)[0])
    calendar = lexicon.words.calendar
    if word in calendar.months or word in calendar.weekdays:
        return None
    if first in offices or word in lexicon.acts.grammar["broad_in_names"]:
        return None
    state, small = states.get(first), fold(leads[0]).strip()
    place = state is not None and state.role == NameKind.CAPITAL
    place = place and small not in lexicon.acts.grammar["named_with"]  # "the pact with Moscow"
    return rest.end() if state is None or place else None


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
    words -= grammar["elided_in_names"]
    known = [attributes.known[one] for one in treaties if one in attributes.known]
    nouns = grammar["named_nouns"]
    placed = any(words - nouns <= one.places for one in known)  # "the Dublin text"
    if placed or any((words - nouns) & one.words for one in known):
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
        return re.compile(r"(?P<whole>(?!))")
    named = "|".join(f"[{one[0].upper()}{one[0]}]{re.escape(one[1:])}" for one in nouns)
    known = [re.escape(one.upper()) for one in letters]
    known = [rf"(?:(?:{named})\s)?(?:{'|'.join(known)})(?:[\s-]I{{1,3}}\b)?"] if known else []
    number = rf"(?:(?i:{acts.any_of('number_mark')})\s?)?\d{{1,2}}"  # one of the record is named
    known += [rf"{one.capitalize()}\s{number}" for one in sorted(acts.grammar["numbered_nouns"])]
    return re.compile(rf"(?<!\w)(?:(?P<whole>{'|'.join(known) or '(?!)'})|(?:{named}))(?!\w)")


@grammar
def _numbered(acts: ActWords) -> re.Pattern[str]:
    """The number behind a noun, which makes it a name: "Convention No. 126"."""
    return re.compile(rf"\s(?i:{acts.any_of('number_mark')})\s?\d{{1,3}}(?!\w)")


@grammar
def _lead(acts: ActWords) -> re.Pattern[str]:
    """What stands before the noun of a name: "Prevention of Torture "."""
    joints = acts.any_of("lead_joints")
    return re.compile(
        rf"(?:{_CAPITAL}[\w'’.-]*\s(?:(?:{joints})\s)?)+$|(?<![\w-]){_CAPITAL}[\w'’.]*-$"
    )  # "YYA-sopimus"


@grammar
def _rest(acts: ActWords) -> re.Pattern[str]:
    """The rest of a name: "Versailles", "the Rights of the Child", French "l'Élysée"."""
    small = rf"(?:(?:{acts.any_of('name_joints')})\s|{_elided(acts)}){{0,2}}"
    word = rf"{small}{_CAPITAL}[\w'’-]*"
    return re.compile(rf"{word}(?:\s{word})*")


@grammar
def _known_by(acts: ActWords) -> re.Pattern[str]:
    """What is before the noun of treaties that the record does not hold: "Ramsar", "версальск*"."""
    return re.compile(acts.any_of("known_by_name"))


@grammar
def _on_a_matter(acts: ActWords) -> re.Pattern[str]:
    """What a treaty is on, in small letters: "Конвенция | о киберпреступности"."""
    if not acts.grammar["on_a_matter"]:
        return re.compile(r"(?!)")
    return re.compile(rf"\s(?:{acts.any_of('on_a_matter')})\s(?=[^\W\d_]{{4}})[\w-]+(?:\s\w+)?")


@grammar
def _of(acts: ActWords) -> re.Pattern[str]:
    return re.compile(rf"\s(?:(?:{acts.any_of('named_of')})\s|{_elided(acts)})")


def _about(text: str, end: int, acts: ActWords) -> int | None:
    """Where the first words end that say what another treaty is on: "konwencja o rejestracji"."""
    told = _on_what(acts).match(text, end)
    if told is None or fold(told["first"]) in acts.grammar["no_subject"]:
        return None
    return told.end()


@grammar
def _on_what(acts: ActWords) -> re.Pattern[str]:
    """In small letters, as in languages that write the nouns of a name so."""
    forms, article = acts.grammar["named_about"], acts.any_of("article")
    if not forms:
        return re.compile(r"(?P<first>(?!))")
    small = rf"(?:(?:{article})\s|{_elided(acts)})?"
    leads = rf"\s(?:{acts.any_of('named_about')})\s{small}"
    return re.compile(rf"{leads}(?P<first>(?!{_CAPITAL})[^\W\d_]+)(?:\s[\w-]+){{0,2}}")


@grammar
def _beside(acts: ActWords) -> re.Pattern[str]:
    """A name right behind a noun in small letters: "Pacto Andino", "accords Artemis".

    Not where an object may stand before its subject: "Konwencję Sejm ratyfikował".
    """
    small = acts.syntax.small_nouns and not acts.syntax.object_before
    return re.compile(rf"\s(?={_CAPITAL})" if small else r"(?!)")


def _elided(acts: ActWords) -> str:
    """A small word without its vowel, written to the name behind it: "d'Alger"."""
    forms = acts.grammar["elided_in_names"]
    return "|".join(f"{re.escape(one)}['’]" for one in sorted(forms)) or "(?!)"


@grammar
def _outright(acts: ActWords) -> re.Pattern[str]:
    """Names without a capital of their own behind the noun: Polish "traktat wersalski"."""
    forms = acts.grammar["named_outright"]
    pattern = rf"(?<!\w)(?:{acts.any_of('named_outright')})(?!\w)" if forms else r"(?!)"
    return re.compile(pattern, re.IGNORECASE)
