"""The words by which tables and questions name kinds of acts, the record's own and others."""

from collections.abc import Mapping
from difflib import get_close_matches
from functools import cache
from pathlib import Path

from treatywatch.errors import UnknownName
from treatywatch.law.terms import ActKind

_WORDS = Path(__file__).parent.parent / "record" / "depositaries" / "tables.yaml"
_OWN = {str(kind): kind for kind in ActKind}


def act_kind(name: str) -> ActKind:
    """The kind of act of that word, with ``-``, ``_`` or a space and in any case.

    "withdrawal" and "suspension" mean the notice; other names stand in depositaries/tables.yaml.
    Raises :class:`treatywatch.errors.UnknownName` with the nearest words.
    """
    word = name.strip().casefold().replace("_", "-").replace(" ", "-")
    known = _OWN.get(word) or _OWN.get(f"{word}-notice") or other_words().get(word)
    if known is None:
        raise UnknownName("act", name, get_close_matches(word, _OWN, n=3, cutoff=0.5))
    return known


@cache
def other_words() -> Mapping[str, ActKind]:
    """What others call the acts, each word written with ``-``."""
    # Read only where a word is none of our own: the YAML reader is slow to start.
    from ruamel.yaml import YAML

    actions = YAML(typ="safe").load(_WORDS)["actions"]
    return {action.replace("_", "-"): ActKind(kind) for action, kind in actions.items()}
