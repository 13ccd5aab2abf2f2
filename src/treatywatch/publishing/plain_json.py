"""Any value of the domain as JSON, the same for every face."""

from collections.abc import Mapping, Sequence
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum

from treatywatch.law.calendar import PartialDate

Json = None | bool | int | float | str | Sequence["Json"] | Mapping[str, "Json"]


def plain(value: object) -> Json:
    """A value of the domain as JSON: dates as ISO text, words as text, records as objects."""
    if value is None or isinstance(value, bool | int | float):
        return value
    if isinstance(value, Enum):
        return plain(value.value)
    if isinstance(value, str):
        return str(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, PartialDate):
        return str(value)
    if isinstance(value, Mapping):
        return {str(key): plain(held) for key, held in value.items()}
    if isinstance(value, Sequence | frozenset):
        return [plain(held) for held in value]
    if is_dataclass(value):
        return {field.name: plain(getattr(value, field.name)) for field in fields(value)}
    raise TypeError(f"{type(value).__name__} has no form in JSON")
