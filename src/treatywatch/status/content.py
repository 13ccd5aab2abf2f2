"""The content of a fact or a rule as canonical JSON, and its hash: the same whoever computes it.

The form is described in docs/proofs.md.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import Field, fields, is_dataclass
from datetime import date
from enum import Enum
from hashlib import sha256
from typing import cast

from treatywatch.law.calendar import PartialDate

Json = None | bool | int | float | str | list["Json"] | dict[str, "Json"]


def content(value: object) -> Json:
    """A value of the law as JSON: days as ISO text, words as text, sets in order.

    A record says its kind under "kind_of", so that six months and six days differ in name too.
    """
    if isinstance(value, Enum):
        return content(value.value)
    if value is None or isinstance(value, bool | int | float | str):
        return value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, PartialDate):
        return str(value)
    if isinstance(value, Mapping):
        return {str(content(key)): content(held) for key, held in value.items()}
    if isinstance(value, frozenset | set):
        return sorted((content(held) for held in value), key=canonical)
    if isinstance(value, Sequence):
        return [content(held) for held in value]
    if is_dataclass(value) and not isinstance(value, type):
        told = (f.name for f in fields(value) if not _left_out(value, f))
        held = {name: content(getattr(value, name)) for name in told}
        return {"kind_of": type(value).__name__, **held}
    raise TypeError(f"{type(value).__name__} has no canonical form")


def _left_out(value: object, field: Field[object]) -> bool:
    """Whether a field that came later is not given: what lacks it keeps its earlier content."""
    return bool(field.metadata.get("only_if_given")) and not getattr(value, field.name)


def canonical(json_value: Json) -> str:
    """JSON without blanks, keys in the order of their letters, no escapes beyond those needed."""
    return json.dumps(json_value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def content_hash(value: object) -> str:
    """SHA-256 over the canonical JSON of a value, in hexadecimal."""
    return hash_of(content(value))


def hash_of(json_value: Json) -> str:
    """SHA-256 over the canonical form of JSON, in hexadecimal."""
    return sha256(canonical(json_value).encode()).hexdigest()


def as_object(value: object) -> dict[str, Json]:
    """The content of a record, which is a JSON object."""
    return cast("dict[str, Json]", content(value))
