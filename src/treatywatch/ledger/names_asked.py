"""Finding a treaty or participant by a name as people write it."""

import pickle
import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import chain
from typing import Any

from treatywatch.errors import UnknownName

_NEAR = 0.8  # one letter wrong in five: "Ploand" is Poland, but "Taiwan" is not Taani
_BESIDE = re.compile(r"(?P<name>.+?)\s*\((?P<other>[^()]+)\)\s*")


class NamesAsked:
    """The ids of one kind of thing, by every name under which they may be asked for.

    Kept as bytes, which are opened when a name is first asked for: most starts ask for few or none.
    """

    def __init__(self, kind: str, *names: Iterable[tuple[str, str]]) -> None:
        """``names`` are forms with their ids; where two share a form the first one has it."""
        self._kind = kind
        exact: dict[str, str] = {}
        plainly: dict[str, str] = {}
        for form, known in chain.from_iterable(names):
            exact.setdefault(form.casefold(), known)
            plainly.setdefault(plain(form), known)
        self._kept = pickle.dumps((exact, plainly), pickle.HIGHEST_PROTOCOL)

    def __getstate__(self) -> dict[str, Any]:
        return {"_kind": self._kind, "_kept": self._kept}

    @cached_property
    def _forms(self) -> tuple[dict[str, str], dict[str, str]]:
        """The ids by the names in small letters, and by the plain names."""
        forms: tuple[dict[str, str], dict[str, str]] = pickle.loads(self._kept)
        return forms

    def find(self, name: str) -> str:
        """The id of that name; :class:`UnknownName` with the nearest ones otherwise.

        Case, accents, points, hyphens and a leading article do not matter; of a name with another
        in brackets behind it either will do: "Anti-Personnel Mine Ban Convention (Ottawa)".
        """
        exact, plainly = self._forms
        asked = name.strip().casefold()
        if asked in exact:
            return exact[asked]
        for written in _spellings(name):
            known = plainly.get(plain(written))
            if known is not None:
                return known
        from difflib import get_close_matches

        near = get_close_matches(asked, exact, n=3, cutoff=_NEAR)
        raise UnknownName(self._kind, name, tuple(dict.fromkeys(exact[n] for n in near)))


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
