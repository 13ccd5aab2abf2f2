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


@cache
def _form_of(kind: type) -> Form:
    """How a value of that type is written; asked once a type."""
    for base, form in _FORMS:
        if issubclass(kind, base):
            return form
    if is_dataclass(kind):
        names = tuple(field.name for field in fields(kind))
        if len(names) > 1:
            return _record(names, attrgetter(*names))
        # Of a single name the getter would give the bare value.
        return _record(names, lambda value: tuple(getattr(value, name) for name in names))
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


def _record(names: tuple[str, ...], held: Callable[[object], tuple[object, ...]]) -> Form:
    def written(value: object) -> Json:
        # Most fields hold words or nothing: those need no call.
        return {
            name: one if one is None or type(one) is str else plain(one)
            for name, one in zip(names, held(value), strict=True)
        }

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
