"""Lists of words made into one regular expression over folded text."""

import re
from collections.abc import Iterable
from functools import cache

from treatywatch.reading.fold import fold

NEVER = re.compile(r"(?!)")


def any_of(forms: Iterable[str]) -> str:
    """A group that matches any of the forms, the longest first.

    A space in a form stands for any run of spaces, ``*`` at the end of a word for any ending.
    """
    ordered = sorted(set(forms), key=lambda form: (-len(form), form))
    return "(?:" + "|".join(_form(form) for form in ordered) + ")" if ordered else "(?!)"


def whole_words(forms: Iterable[str]) -> re.Pattern[str]:
    """A pattern that finds any of the forms as whole words in folded text."""
    return re.compile(rf"(?<!\w){any_of(forms)}(?!\w)")


def _form(form: str) -> str:
    return re.escape(form).replace(r"\*", r"\w*").replace(r"\ ", r"\s+")


_CHOICE = re.compile(r"\(([^()]*)\)")


@cache
def alternatives(written: str) -> tuple[str, ...]:
    """All forms that "put (its|their) (name|signature) to" stands for, folded, single-spaced.

    The innermost choice is made first, so that one may stand within another.
    """
    choice = _CHOICE.search(written)
    if choice is None:
        return (" ".join(fold(written).split()),)
    before, after = written[: choice.start()], written[choice.end() :]
    spelt = (form for one in choice[1].split("|") for form in alternatives(before + one + after))
    return tuple(dict.fromkeys(spelt))
