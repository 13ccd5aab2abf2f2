"""The fields of an act that a correction may amend, and how."""

from collections.abc import Callable
from dataclasses import replace
from enum import StrEnum

from treatywatch.law.act import Act
from treatywatch.law.calendar import PartialDate, parse_day
from treatywatch.law.terms import ActKind, Confidence


class Field(StrEnum):
    """The fields of an act that can be amended."""

    DONE_ON = "done_on"
    RECEIVED_ON = "received_on"
    LEARNED_ON = "learned_on"
    EFFECT_PRINTED = "effect_printed"
    NAMED_DATE = "named_date"
    TARGET = "target"
    CONFIDENCE = "confidence"
    NOTE = "note"


def amended(act: Act, field: Field, value: str) -> Act:
    """The act with that value; NotADate or ValueError for a value that the field cannot take."""
    return _SETTERS[field](act, value)


def _done_on(act: Act, value: str) -> Act:
    """Move the day of the act; days that were the same as it move along."""
    day = PartialDate.parse(value)
    received = day if act.received_on == act.done_on else act.received_on
    learned = day if act.learned_on == act.done_on else act.learned_on
    return replace(act, done_on=day, received_on=received, learned_on=learned)


_SETTERS: dict[Field, Callable[[Act, str], Act]] = {
    Field.DONE_ON: _done_on,
    Field.RECEIVED_ON: lambda act, text: replace(act, received_on=PartialDate.parse(text)),
    Field.LEARNED_ON: lambda act, text: replace(act, learned_on=PartialDate.parse(text)),
    Field.EFFECT_PRINTED: lambda act, text: replace(act, effect_printed=PartialDate.parse(text)),
    Field.NAMED_DATE: lambda act, text: replace(act, named_date=parse_day(text)),
    Field.TARGET: lambda act, text: replace(act, target=text),
    Field.CONFIDENCE: lambda act, text: replace(act, confidence=Confidence(text)),
    Field.NOTE: lambda act, text: replace(act, note=text),
}
_ANY_DAY = PartialDate(2000)
# Any act at all: to try a value on before there is one to amend.
AN_ACT = Act("", "", ActKind.SIGNATURE, _ANY_DAY, _ANY_DAY, _ANY_DAY, "")
