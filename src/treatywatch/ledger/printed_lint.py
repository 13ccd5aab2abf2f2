"""Printed days of effect held against the computed ones."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from treatywatch.law.act import Act
from treatywatch.law.calendar import Come, PartialDate, When, has_come, in_words
from treatywatch.law.treaty import Treaty
from treatywatch.ledger.fault import Fault

_AS_LISTED = "as listed"


def act_fault(treaty: Treaty, code: str, words: str) -> Fault:
    """A fault about an act: it names its act in words, since acts keep no line."""
    return Fault(f"acts/{treaty.id}.csv", 0, code, words)


def is_as_listed(act: Act) -> bool:
    """Whether the note of the act says that it is odd, and stands so with the depositary."""
    return act.note.startswith(_AS_LISTED)


def unprinted(act: Act) -> Act:
    """The act as if no depositary had printed an effect."""
    return replace(act, effect_printed=None)


def printed_fault(
    treaty: Treaty, act: Act, computed: When, printed: PartialDate
) -> Iterator[Fault]:
    """A fault where the printed day is another than the computed one."""
    if is_as_listed(act):
        return
    if has_come(computed, printed.last()) is not Come.NO and not isinstance(computed, date):
        return
    if isinstance(computed, date) and printed.covers(computed):
        return
    gives = in_words(computed) if isinstance(computed, date) else "no one day"
    words = (
        f"{act.id} is printed with effect on {in_words(printed)}, the clause gives {gives}; "
        f"check the dates, or keep it if the depositary really differs"
    )
    yield act_fault(treaty, "printed-differs", words)
