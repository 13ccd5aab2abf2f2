"""What the words of a claim themselves name, and what the reader had to take from elsewhere."""

import re
from collections.abc import Iterable, Iterator, Sequence

from treatywatch.law.calendar import PartialDate
from treatywatch.law.clauses.final import Silence
from treatywatch.law.participant import Participant
from treatywatch.law.treaty import NameStrength, Treaty
from treatywatch.ledger.remembered import once_of_treaty
from treatywatch.reading.claim import Claim, ClaimType
from treatywatch.reading.vocabulary.wording import any_of

_NAMED_BY_YEAR = re.compile(r"\W*(?:\w+\s+)?\d{4}\s")
_SHORT = 4
_LEAD = 200
_SENTENCE_END = re.compile(r"[.!?]\s+(?=[^\W\d_a-z]|$)|\n\s*\n")
# Between several named one after another, and behind the last of them.
_UPON_IT = re.compile(r"(?:\W|\band\b)*")
_WORD = re.compile(r"[^\W_]+")


def names_treaty(claim: Claim, treaty: Treaty) -> bool:
    """Whether the words name the treaty by any of its names, rather than point back to it."""
    words = _plain(claim.quote)
    if any(map(words.__contains__, _treaty_forms(treaty))):
        return True
    return _open_names(treaty).search(words) is not None


def names_no_other(claim: Claim, treaty: Treaty) -> bool:
    """Whether the words name the treaty by a name of its own: others too are "the arms treaty"."""
    words = _plain(claim.quote)
    if any(map(words.__contains__, _sure_forms(treaty))):
        return True
    if _names_of_its_body(treaty).search(claim.quote) is not None:
        return True  # "left the CSTO" is said of nothing but its charter
    return _open_sure_names(treaty).search(words) is not None


def with_its_title(quote: str, treaty: Treaty) -> str:
    """The words with its title for each name that has an ending of its language.

    "Vaalapüügi konventsioonist" is the treaty, as "the whaling convention" is.
    """
    return _open_names(treaty).sub(treaty.title, " ".join(quote.split()))


def calls_it_as_no_other(claim: Claim, treaty: Treaty, other: Treaty) -> bool:
    """Whether a word of the claim is from the names of the one treaty, and not of the other.

    "The statute" is no convention, "the protocol" no treaty that no name calls so.
    """
    words = set(_WORD.findall(claim.quote.casefold()))
    telling = words_of_names(treaty) - words_of_names(other)
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
def words_of_names(treaty: Treaty) -> frozenset[str]:
    """The words with capitals of its names that are long enough to tell it apart."""
    forms = (treaty.title, treaty.short_title, *(name.form for name in treaty.names))
    words = (word for form in forms for word in _WORD.findall(form))
    return frozenset(w.casefold() for w in words if len(w) > _SHORT and w[0].isupper())


def treaties_of(claims: Sequence[Claim]) -> tuple[str, ...]:
    """The treaties that the claims of a report are about, each once."""
    named = (c.treaty for c in claims if c.treaty and c.type is not ClaimType.QUOTE)
    return tuple(dict.fromkeys(named))


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
    lead = _SENTENCE_END.split(text[max(0, claim.start - _LEAD) : claim.start])[-1]
    return names_participant(claim, participant) or ends_with(lead, participant)


def ends_with(lead: str, participant: Participant) -> bool:
    """Whether the words end with the name, or with several of which it is one."""
    lead = _plain(lead)
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


@once_of_treaty
def _open_names(treaty: Treaty) -> re.Pattern[str]:
    return _of_open_forms(name.form for name in treaty.names)


@once_of_treaty
def _open_sure_names(treaty: Treaty) -> re.Pattern[str]:
    sure = (name.form for name in treaty.names if name.strength is NameStrength.SURE)
    return _of_open_forms(sure)


@once_of_treaty
def _names_of_its_body(treaty: Treaty) -> re.Pattern[str]:
    """The names with a capital of the body that the treaty founds: "CSTO", but not "who"."""
    bodies = (name.form for name in treaty.names if name.strength is NameStrength.BODY)
    forms = sorted({one for one in bodies if one[:1].isupper() and "*" not in one})
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, forms)) or '(?!)'})\b")


def _of_open_forms(forms: Iterable[str]) -> re.Pattern[str]:
    """The names that leave endings open: "Otavos konvencij*"."""
    left_open = any_of(_each_once(*(form for form in forms if "*" in form)))
    return re.compile(rf"(?<!\w){left_open}(?!\w)", re.IGNORECASE)


def _each_once(*forms: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(map(_plain, forms)))


def _plain(text: str) -> str:
    """The text as names are compared: "the cluster-munition ban" has the words of its name."""
    return " ".join(text.casefold().replace("-", " ").split())
