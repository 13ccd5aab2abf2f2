"""Any value of the domain as JSON, the same for every face."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from functools import cache
from operator import attrgetter
from typing import Any

from treatywatch.law.calendar import PartialDate

Json = None | bool | int | float | str | Sequence["Json"] | Mapping[str, "Json"]


def plain(value: object) -> Json:
    """A value of the domain as JSON: dates as ISO text, words as text, records as objects."""
    kind: type = type(value)
    if kind is str or value is None:  # the most frequent by far
        return value  # type: ignore[return-value]
    return _form_of(kind)(value)


Form = Callable[[Any], Json]
_WORDS = (str, str | None)  # what stands in JSON as it is


@cache
def _form_of(kind: type) -> Form:
    """How a value of that type is written; asked once a type."""
    for base, form in _FORMS:
        if issubclass(kind, base):
            return form
    if is_dataclass(kind):
        return _record(kind)
    raise TypeError(f"{kind.__name__} has no form in JSON")


def _as_it_is(value: float) -> Json:
    return value


def _word(value: Enum) -> Json:
    return plain(value.value)


def _day(value: date) -> Json:
    return value.isoformat()


def _object(value: Mapping[object, object]) -> Json:
    return {str(key): plain(held) for key, held in value.items()}


def _list(value: Iterable[object]) -> Json:
    return [plain(held) for held in value]


def _record(kind: Any) -> Form:
    names = tuple(field.name for field in fields(kind))
    held = attrgetter(*names, names[0])  # one name more, as that of a single one is the bare value
    others = tuple(field.name for field in fields(kind) if field.type not in _WORDS)

    def written(value: object) -> Json:
        told = dict(zip(names, held(value), strict=False))
        for name in others:
            one = told[name]
            if one is not None and type(one) is not str:
                told[name] = plain(one)
        return told

    return written


_FORMS: tuple[tuple[type | tuple[type, ...], Form], ...] = (
    (Enum, _word),
    (str, str),
    ((bool, int, float), _as_it_is),
    (date, _day),
    (PartialDate, str),
    (Mapping, _object),
    ((Sequence, frozenset), _list),
)
