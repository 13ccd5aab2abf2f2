"""Frozen values, as ``dataclass(frozen=True)`` makes them, without writing code at every start.

The standard decorator writes and compiles half a dozen functions for each class when its module is
imported. A start meets two hundred classes, makes values of a few dozen and compares still fewer:
this was a third of its time. Here the standard library gathers the fields, so that ``fields``,
``replace``, ``asdict`` and patterns work; what is the same for every class is shared; and the one
function that has to be written, ``__init__``, is written when it is first called.
"""

from collections.abc import Callable
from dataclasses import MISSING, Field, FrozenInstanceError, dataclass, field, fields
from functools import total_ordering
from operator import attrgetter
from reprlib import recursive_repr
from typing import Any, TypeVar, dataclass_transform, overload

Kind = TypeVar("Kind", bound=type[Any])


@overload
def frozen(cls: Kind, /) -> Kind: ...


@overload
def frozen(*, slots: bool = ..., eq: bool = ..., order: bool = ...) -> Callable[[Kind], Kind]: ...


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def frozen(cls: Any = None, /, *, slots: bool = True, eq: bool = True, order: bool = False) -> Any:
    """Make of a class with annotated fields a frozen value: equal where all its fields are.

    ``slots=False`` leaves room for what is worked out later (``cached_property``); with
    ``eq=False`` a value is equal to itself alone; ``order=True`` sorts values field by field.
    """

    def made(plain: type[Any]) -> type[Any]:
        plain.__doc__ = plain.__doc__ or plain.__name__  # else a signature is worked out for it
        kind = dataclass(init=False, repr=False, eq=False, slots=slots)(plain)
        own: dict[str, Any] = {
            "__init__": _written_when_called(kind),
            "__setattr__": _not_assigned,
            "__delattr__": _not_deleted,
            "__repr__": _told,
            **({"__reduce__": _called_again} if slots else {}),
            **(_compared(kind) if eq else {}),
        }
        for name, function in own.items():
            if vars(kind).get(name) is None:  # Python puts None for the hash of what is equal
                setattr(kind, name, function)
        return _ordered(kind) if order else kind

    return made if cls is None else made(cls)


def _compared(kind: Any) -> dict[str, Any]:
    held = _all_of(kind)

    def equals(self: Any, other: Any) -> Any:
        if self is other:
            return True
        return held(self) == held(other) if other.__class__ is self.__class__ else NotImplemented

    def hashed(self: Any) -> int:
        return hash(held(self))

    return {"__eq__": equals, "__hash__": hashed}


def _ordered(kind: Any) -> Any:
    held = _all_of(kind)

    def before(self: Any, other: Any) -> Any:
        return held(self) < held(other) if other.__class__ is self.__class__ else NotImplemented

    kind.__lt__ = before
    return total_ordering(kind)


def _all_of(kind: Any) -> Callable[[Any], Any]:
    """Gets what the fields of a value hold: a tuple, or the bare value of a single field."""
    names = [one.name for one in fields(kind)]
    return attrgetter(*names) if names else lambda _: ()


def _not_assigned(_self: Any, name: str, _value: Any) -> None:
    raise FrozenInstanceError(f"cannot assign to field {name!r}")


def _not_deleted(_self: Any, name: str) -> None:
    raise FrozenInstanceError(f"cannot delete field {name!r}")


@recursive_repr()
def _told(self: Any) -> str:
    told = (f"{one.name}={getattr(self, one.name)!r}" for one in fields(self) if one.repr)
    return f"{type(self).__qualname__}({', '.join(told)})"


def _called_again(self: Any) -> tuple[Any, ...]:
    """Pickled as a call of its class: a fifth of the time of filling it slot by slot."""
    return type(self), tuple(getattr(self, one.name) for one in fields(self))


def _written_when_called(kind: Any) -> Callable[..., None]:
    def first(self: Any, *given: Any, **named: Any) -> None:
        kind.__init__ = _written(kind)
        kind.__init__(self, *given, **named)

    return first


def _written(kind: Any) -> Callable[..., None]:
    """The ``__init__`` of a class: each argument, or what stands for it, put in its place."""
    known: dict[str, Any] = {"_not_given": MISSING}
    asked, lines = ["self"], []
    for one in fields(kind):
        asked.append(_argument(one, known))
        if one.default_factory is not MISSING:
            lines.append(f"if {one.name} is _not_given: {one.name} = _make_{one.name}()")
        place: Any = getattr(kind, one.name, None)
        if hasattr(place, "__set__"):
            known[f"_set_{one.name}"] = place.__set__
            lines.append(f"_set_{one.name}(self, {one.name})")
        else:
            lines.append(f"self.__dict__[{one.name!r}] = {one.name}")
    if hasattr(kind, "__post_init__"):
        lines.append("self.__post_init__()")
    exec("\n    ".join([f"def __init__({', '.join(asked)}):", *(lines or ["pass"])]), known)
    init: Callable[..., None] = known["__init__"]
    init.__qualname__ = f"{kind.__qualname__}.__init__"  # so that a wrong argument is told whose
    return init


def _argument(one: Field[Any], known: dict[str, Any]) -> str:
    """How a field stands among the arguments; what stands for it if not given becomes known."""
    if one.default is not MISSING:
        known[f"_default_{one.name}"] = one.default
        return f"{one.name}=_default_{one.name}"
    if one.default_factory is not MISSING:
        known[f"_make_{one.name}"] = one.default_factory
        return f"{one.name}=_not_given"
    return one.name
