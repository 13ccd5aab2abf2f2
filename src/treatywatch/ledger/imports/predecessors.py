"""What a State had done before: "X had signed and ratified on A and B, respectively"."""

import re
from collections.abc import Iterator

from treatywatch.law.terms import ActKind
from treatywatch.ledger.imports.names import NameBook
from treatywatch.ledger.imports.noted import NotedAct
from treatywatch.ledger.imports.page_words import PageWords
from treatywatch.ledger.imports.printed_dates import days_in


def read_predecessor(
    text: str, number: str, names: NameBook, words: PageWords
) -> tuple[NotedAct, ...]:
    """The acts told in that end note; none where State, verbs and days do not match one to one."""
    for end in words.predecessor_end:
        text = text.partition(end)[0]
    who, days = _named(text, names, words), days_in(text, words.months)
    kinds = tuple(_kinds(text, words))
    if who is None or len(kinds) != len(days):
        return ()
    note = f"told in end note {number}"
    return tuple(
        NotedAct(who, kind, printed.day, note=note)
        for kind, printed in zip(kinds, days, strict=True)
    )


def _named(text: str, names: NameBook, words: PageWords) -> str | None:
    """Who stands before "had": the whole name, for "Democratic Yemen" is not "Yemen"."""
    for word in words.predecessor:
        before, found, _ = text.partition(f" {word} ")
        if found:
            return names.find(before) or names.find(_without_actor(before, words))
    return None


def _without_actor(text: str, words: PageWords) -> str:
    """The name behind "The Government of"."""
    for cue in words.actor:
        start = text.casefold().find(cue)
        if start >= 0:
            return text[start + len(cue) :]
    return text


def _kinds(text: str, words: PageWords) -> Iterator[ActKind]:
    for word in re.findall(r"\w+", text.casefold()):
        if word in words.predecessor_verbs:
            yield words.predecessor_verbs[word]
