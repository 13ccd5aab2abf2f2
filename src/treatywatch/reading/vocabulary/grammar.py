"""What the reader makes of the words of a language, once, and kept for the next start.

A pattern of a thousand words costs a tenth of a second to compile, and a report needs scores of
them. What is made for one report is kept when that has been read (:func:`keep_grammars`).
"""

from collections.abc import Callable
from functools import cache
from typing import Any, Protocol, TypeVar, cast

from treatywatch.kept import Shelf, keep, kept, shelf
from treatywatch.reading.vocabulary.words import languages, load_words, made_from
from treatywatch.reading.vocabulary.words_acts import load_act_words


class _OfALanguage(Protocol):
    @property
    def language(self) -> str: ...


Said = TypeVar("Said", bound=_OfALanguage)
Made = TypeVar("Made")


def grammar(make: Callable[[Said], Made]) -> Callable[[Said], Made]:
    """Make it once of the same words; of those of a language's own file, not in every start."""
    name = f"{make.__module__}.{make.__qualname__}"

    @cache
    def made(words: Said) -> Made:
        if not _is_of_the_file(words):
            return make(words)
        return _grammars(words.language).made(name, lambda: make(words))

    return cast("Callable[[Said], Made]", made)


def keep_grammars(language: str) -> None:
    """Keep what was made of the words of a language since the last start, for the next one."""
    _grammars(language).keep()


def _is_of_the_file(words: _OfALanguage) -> bool:
    if words.language not in languages():
        return False
    return words in (load_words(words.language), load_act_words(words.language))


class _Grammars:
    """All that was made of the words of one language, now or by an earlier start."""

    def __init__(self, language: str) -> None:
        self._name = f"made-{language}"
        self._files = made_from("**/*.py")
        found = kept(self._name, self._files)
        self._kept = found if isinstance(found, Shelf) else shelf({})
        self._new: dict[str, Any] = {}

    def made(self, name: str, make: Callable[[], Made]) -> Made:
        """What is kept under the name, else what is made now."""
        if name in self._kept:
            known: Made = self._kept[name]
            return known
        self._new[name] = value = make()
        return value

    def keep(self) -> None:
        """Keep what is new beside what was there."""
        if self._new:
            self._kept = shelf({**self._kept, **self._new})
            self._new = {}
            keep(self._name, self._files, self._kept)


@cache
def _grammars(language: str) -> _Grammars:
    return _Grammars(language)
