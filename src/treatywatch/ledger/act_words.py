"""The words by which tables and questions name kinds of acts, the record's own and others."""

import re
from difflib import get_close_matches

from treatywatch.errors import UnknownName
from treatywatch.law.terms import ActKind
from treatywatch.ledger.table_words import table_words

_OWN = {str(kind): kind for kind in ActKind}
_LETTERED = re.compile(r"(?P<words>.*?)\s*\(\s*(?P<letter>[A-Za-z]{1,2})\s*\)")
_LONGEST_LETTER = 2


def act_kind(name: str) -> ActKind:
    """The kind of act of that word, with ``-``, ``_`` or a space and in any case.

    "withdrawal" and "suspension" mean the notice; other names stand in depositaries/tables.yaml. A
    letter of a status page does for a word ("a", "AA") and goes before one: "Ratification (A)" is
    an acceptance. Raises :class:`treatywatch.errors.UnknownName` with the nearest words.
    """
    written = " ".join(name.split())
    known = _by_letter(written) or _by_word(written)
    if known is None:
        near = get_close_matches(_as_word(written), _OWN, n=3, cutoff=0.5)
        raise UnknownName("act", name, near)
    return known


def _by_letter(written: str) -> ActKind | None:
    if 0 < len(written) <= _LONGEST_LETTER:
        return table_words().letters.get(written)
    lettered = _LETTERED.fullmatch(written)
    if lettered is None or _by_word(lettered["words"]) is None:
        return None
    return table_words().letters.get(lettered["letter"]) or _by_word(lettered["words"])


def _by_word(written: str) -> ActKind | None:
    word = _as_word(written)
    return _OWN.get(word) or _OWN.get(f"{word}-notice") or table_words().actions.get(word)


def _as_word(written: str) -> str:
    return written.casefold().replace("_", "-").replace(" ", "-")
