"""What the words of a claim themselves name, and what the reader had to take from elsewhere."""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from treatywatch.law.calendar import PartialDate
from treatywatch.law.participant import Participant
from treatywatch.law.treaty import NameStrength, Treaty, TreatyName
from treatywatch.reading.claim import Claim, ClaimType

_NAMED_BY_YEAR = re.compile(r"\W*(?:\w+\s+)?\d{4}\s")
_SHORT = 4
_WORD = re.compile(r"[^\W_]+")


def names_treaty(claim: Claim, treaty: Treaty) -> bool:
    """Whether the words name the treaty by any of its names, rather than point back to it."""
    words = _plain(claim.quote)
    return any(form in words for form in _treaty_forms(treaty))


def names_no_other(claim: Claim, treaty: Treaty) -> bool:
    """Whether the words name the treaty by a name of its own: others too are "the arms treaty"."""
    words = _plain(claim.quote)
    return any(form in words for form in _sure_forms(treaty))


def treaties_of(claims: Sequence[Claim]) -> tuple[str, ...]:
    """The treaties that the claims of a report are about, each once."""
    named = (c.treaty for c in claims if c.treaty and c.type is not ClaimType.QUOTE)
    return tuple(dict.fromkeys(named))


def treaties_named_in(text: str, treaties: Mapping[str, Treaty]) -> Mapping[str, int]:
    """The treaties that a text names by a name of their own, with about how far in.

    Never further than where it stands: signs and spaces between words count as one.
    """
    words = f" {' '.join(_WORD.findall(text.casefold()))} "
    found: dict[str, int] = {}
    for treaty in treaties.values():
        places = [place for form in _whole_names(treaty.names) if (place := words.find(form)) >= 0]
        if places:
            found[treaty.id] = min(places)
    return found


@lru_cache(maxsize=256)
def _whole_names(names: tuple[TreatyName, ...]) -> tuple[str, ...]:
    sure = (name.form.casefold() for name in names if name.strength is NameStrength.SURE)
    return tuple(f" {' '.join(_WORD.findall(form))} " for form in sure)


def is_surely_about(claim: Claim, treaty: Treaty, only: str | None) -> bool:
    """Whether the words name the treaty, or "the treaty" can mean no other in this report."""
    return only == treaty.id or names_treaty(claim, treaty)


def names_participant(claim: Claim, participant: Participant) -> bool:
    """Whether the words name the participant, its people or its capital, rather than a pronoun."""
    words = _plain(claim.quote)
    forms = (participant.common_name, participant.official_name)
    named = (*forms, *(name.form for name in participant.names))
    return any(_stands_in(words, form) for form in named)


def _stands_in(words: str, form: str) -> bool:
    plain = _plain(form)
    return plain in words and bool(re.search(rf"\b{re.escape(plain)}{_ending(form)}", words))


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
    return any(f"{claim.date.year} {form}" in words for form in _treaty_forms(treaty))


def _sure_forms(treaty: Treaty) -> list[str]:
    sure = (name.form for name in treaty.names if name.strength is NameStrength.SURE)
    return [_plain(form) for form in (treaty.title, treaty.short_title, *sure)]


def _treaty_forms(treaty: Treaty) -> list[str]:
    forms = (treaty.title, treaty.short_title, *(name.form for name in treaty.names))
    return [_plain(form) for form in forms]


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())
