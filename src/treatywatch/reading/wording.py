"""Lists of words made into one regular expression over folded text."""

import re
from collections.abc import Iterable

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
