"""Finding a treaty or participant by a name as people write it."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from itertools import chain

from treatywatch.errors import UnknownName

_BESIDE = re.compile(r"(?P<name>.+?)\s*\((?P<other>[^()]+)\)\s*")


class NamesAsked:
    """The ids of one kind of thing, by every name under which they may be asked for."""

    def __init__(self, kind: str, *names: Iterable[tuple[str, str]]) -> None:
        """``names`` are forms with their ids; where two share a form the first one has it."""
        self._kind = kind
        self._exact: dict[str, str] = {}
        self._plain: dict[str, str] = {}
        for form, known in chain.from_iterable(names):
            self._exact.setdefault(form.casefold(), known)
            self._plain.setdefault(plain(form), known)

    def find(self, name: str) -> str:
        """The id of that name; :class:`UnknownName` with the nearest ones otherwise.

        Case, accents, points, hyphens and a leading article do not matter; of a name with another
        in brackets behind it either will do: "Anti-Personnel Mine Ban Convention (Ottawa)".
        """
        exact = name.strip().casefold()
        if exact in self._exact:
            return self._exact[exact]
        for written in _spellings(name):
            known = self._plain.get(plain(written))
            if known is not None:
                return known
        near = get_close_matches(exact, self._exact, n=3, cutoff=0.72)
        raise UnknownName(self._kind, name, tuple(dict.fromkeys(self._exact[n] for n in near)))


def _spellings(name: str) -> Iterator[str]:
    yield name
    if beside := _BESIDE.fullmatch(name.strip()):
        yield beside["name"]
        yield beside["other"]


def plain(name: str) -> str:
    """The name in small letters without accents, points, hyphens and a leading article."""
    parted = unicodedata.normalize("NFKD", name.casefold())
    letters = (" " if not c.isalnum() else c for c in parted if not unicodedata.combining(c))
    return re.sub(r"^the ", "", " ".join("".join(letters).split()))
