"""What the words of a claim themselves name, and what the reader had to take from elsewhere."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import accumulate

from treatywatch.law.calendar import PartialDate
from treatywatch.law.clauses.final import Silence
from treatywatch.law.participant import Participant
from treatywatch.law.treaty import NameStrength, Treaty
from treatywatch.ledger.ledger import Ledger
from treatywatch.ledger.remembered import kept_of_names, once_of_treaty, remembered
from treatywatch.reading.claim import Claim, ClaimType

_NAMED_BY_YEAR = re.compile(r"\W*(?:\w+\s+)?\d{4}\s")
_SHORT = 4
_SURE = frozenset({NameStrength.SURE})
_LEAD, _FAR_BACK = 200, 20_000
_SENTENCE_END = re.compile(r"[.!?]\s+(?=[^\W\d_a-z]|$)|\n\s*\n")
# Between several named one after another, and behind the last of them.
_UPON_IT = re.compile(r"(?:\W|\band\b)*")
_WORD = re.compile(r"[^\W_]+")
_OF, _NEXT = "\t", "\n"  # neither stands in a name


def names_treaty(claim: Claim, treaty: Treaty) -> bool:
    """Whether the words name the treaty by any of its names, rather than point back to it."""
    words = _plain(claim.quote)
    return any(map(words.__contains__, _treaty_forms(treaty)))


def names_no_other(claim: Claim, treaty: Treaty) -> bool:
    """Whether the words name the treaty by a name of its own: others too are "the arms treaty"."""
    words = _plain(claim.quote)
    return any(map(words.__contains__, _sure_forms(treaty)))


def calls_it_as_no_other(claim: Claim, treaty: Treaty, other: Treaty) -> bool:
    """Whether a word of the claim is from the names of the one treaty, and not of the other.

    "The statute" is no convention, "the protocol" no treaty that no name calls so.
    """
    words = set(_WORD.findall(claim.quote.casefold()))
    telling = _name_words(treaty) - _name_words(other)
    return any(word in telling for word in words)


def cites_it_as_no_other(claim: Claim, treaty: Treaty, other: Treaty) -> bool:
    """Whether the article that the words cite on leaving is that of the one treaty alone."""
    cited = {word.casefold() for word in _WORD.findall(claim.quote)}
    own, theirs = _article_on_leaving(treaty), _article_on_leaving(other)
    return own not in ("", theirs) and own in cited and theirs not in cited


def _article_on_leaving(treaty: Treaty) -> str:
    """The number of the article, "xix" of "XIX(2)"; empty where the text has none."""
    clause = treaty.final_clauses.withdrawal
    return (
        ""
        if isinstance(clause, Silence)
        else next(iter(_WORD.findall(clause.article.casefold())), "")
    )


@once_of_treaty
def _name_words(treaty: Treaty) -> frozenset[str]:
    forms = (treaty.title, treaty.short_title, *(name.form for name in treaty.names))
    words = (word for form in forms for word in _WORD.findall(form))
    return frozenset(w.casefold() for w in words if len(w) > _SHORT and w[0].isupper())


def treaties_of(claims: Sequence[Claim]) -> tuple[str, ...]:
    """The treaties that the claims of a report are about, each once."""
    named = (c.treaty for c in claims if c.treaty and c.type is not ClaimType.QUOTE)
    return tuple(dict.fromkeys(named))


def text_before(text: str, start: int) -> str:
    """What stands before a place; what is too far back is forgotten."""
    return text[max(0, start - _FAR_BACK) : start]


def treaties_named_before(text: str, start: int, ledger: Ledger) -> tuple[str, ...]:
    """The treaties that a text names before that place by a name of their own.

    A name too far back is forgotten.
    """
    return treaties_named_in(text_before(text, start), ledger, _SURE)


def treaties_named_in(text: str, ledger: Ledger, by: frozenset[NameStrength]) -> tuple[str, ...]:
    """The treaties that a text names by names of that strength, in the order of the record."""
    what = "_".join(("treaties_named", *sorted(by)))
    return remembered(ledger, what, text, lambda: _named_in(text, ledger, by), _TEXTS)


def _named_in(text: str, ledger: Ledger, by: frozenset[NameStrength]) -> tuple[str, ...]:
    what = "_".join(("names_by_word", *sorted(by)))
    names = kept_of_names(ledger, what, dict, lambda: _names_by_word(ledger, by), (__file__,))
    parted: dict[str, list[tuple[str, str]]] = remembered(ledger, f"{what}_parted", "", dict)
    words = _WORD.findall(text.casefold())
    line = f" {' '.join(words)} "
    named = set()
    for word in names.keys() & set(words):
        if word not in parted:
            told = (one.partition(_OF) for one in names[word].split(_NEXT))
            parted[word] = [(form, treaty) for form, _, treaty in told]
        named.update([treaty for form, treaty in parted[word] if form in line])
    return tuple(treaty for treaty in ledger.treaties if treaty in named)


_TEXTS = 64  # that are asked for again while the claims of a report are checked


def _names_by_word(ledger: Ledger, by: frozenset[NameStrength]) -> dict[str, str]:
    """The names of all treaties by their longest words, which few texts have.

    Each with whose it is, in one string for each word: thousands of them are read back at once.
    """
    found: dict[str, list[str]] = {}
    for treaty in ledger.treaties.values():
        for form in _whole_names(treaty, by):
            found.setdefault(max(form.split(), key=len), []).append(f"{form}{_OF}{treaty.id}")
    return {word: _NEXT.join(names) for word, names in found.items()}


def _whole_names(treaty: Treaty, by: frozenset[NameStrength]) -> Iterator[str]:
    """Each name of that strength in small letters, between spaces."""
    forms = (_WORD.findall(name.form.casefold()) for name in treaty.names if name.strength in by)
    return (f" {' '.join(words)} " for words in forms if words)


@once_of_treaty
def _all_whole_names(treaty: Treaty) -> tuple[str, ...]:
    return tuple(_whole_names(treaty, frozenset(NameStrength)))


def first_named(text: str, treaty: Treaty) -> int:
    """Where the first name of the treaty ends in the text; behind all of it where none stands."""
    words, ends, offsets = _words_of(text)
    forms = _all_whole_names(treaty)
    places = [at + len(form) - 1 for form in forms if (at := words.find(form)) >= 0]
    return offsets[bisect_left(ends, min(places))] if places else len(text) + 1


@lru_cache(maxsize=2)
def _words_of(text: str) -> tuple[str, list[int], list[int]]:
    """The words of a text in a line; where each of them ends in the line, and in the text."""
    found = list(_WORD.finditer(text))
    words = [one.group().casefold() for one in found]
    ends = list(accumulate(len(word) + 1 for word in words))
    return f" {' '.join(words)} ", ends, [one.end() for one in found]


def is_surely_about(claim: Claim, treaty: Treaty, only: str | None) -> bool:
    """Whether the words name the treaty, or "the treaty" can mean no other in this report."""
    return only == treaty.id or names_treaty(claim, treaty)


def names_participant(claim: Claim, participant: Participant) -> bool:
    """Whether the words name the participant, its people or its capital, rather than a pronoun."""
    words = _plain(claim.quote)
    return any(True for form in _forms(participant) for _ in _places(words, form))


def is_meant(claim: Claim, participant: Participant, text: str) -> bool:
    """Whether the words name the participant, or follow right upon its name in the text.

    "The United States, which signed it".
    """
    if names_participant(claim, participant):
        return True
    lead = _plain(_SENTENCE_END.split(text[max(0, claim.start - _LEAD) : claim.start])[-1])
    ends = [one.end() for form in _forms(participant) for one in _places(lead, form)]
    return bool(ends) and _UPON_IT.fullmatch(lead, max(ends)) is not None


def _forms(participant: Participant) -> tuple[str, ...]:
    names = (name.form for name in participant.names)
    return (participant.common_name, participant.official_name, *names)


def _places(words: str, form: str) -> Iterator[re.Match[str]]:
    plain = _plain(form)
    if plain in words:
        yield from re.finditer(rf"\b{re.escape(plain)}{_ending(form)}", words)


def _ending(form: str) -> str:
    """Long names may be inflected; a short one ("UK") stands by itself."""
    return r"\w{0,3}\b" if len(form) > _SHORT else r"\b"


def names_treaty_by_year(claim: Claim, treaty: Treaty) -> bool:
    """Whether the year is part of the name, as in "the 1997 Convention", and tells no event."""
    return bool(_NAMED_BY_YEAR.match(claim.quote)) or _has_year_before_name(claim, treaty)


def step_date(claim: Claim, treaty: Treaty) -> PartialDate | None:
    """The date given for what States did; a year that only names the treaty is not one."""
    if claim.date is None or claim.date.month is not None:
        return claim.date
    return None if _has_year_before_name(claim, treaty) else claim.date


def _has_year_before_name(claim: Claim, treaty: Treaty) -> bool:
    if claim.date is None:
        return False
    words = _plain(claim.quote)
    year = claim.date.year
    return any(
        f"{year} {form}" in words
        or (form in words and re.search(rf"{re.escape(form)} of (?:\w+ )?{year}\b", words))
        for form in _treaty_forms(treaty)
    )


@once_of_treaty
def _sure_forms(treaty: Treaty) -> tuple[str, ...]:
    sure = (name.form for name in treaty.names if name.strength is NameStrength.SURE)
    return _each_once(treaty.title, treaty.short_title, *sure)


@once_of_treaty
def _treaty_forms(treaty: Treaty) -> tuple[str, ...]:
    return _each_once(treaty.title, treaty.short_title, *(name.form for name in treaty.names))


def _each_once(*forms: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(map(_plain, forms)))


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())
