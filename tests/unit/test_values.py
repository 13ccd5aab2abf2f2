"""Frozen values: what the standard library promises of its frozen dataclasses, they keep."""

import copy
import pickle
from dataclasses import FrozenInstanceError, asdict, dataclass, field, fields, replace
from functools import cached_property
from typing import Any, ClassVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from treatywatch.values import frozen


@frozen
class Deposit:
    """An instrument received."""

    state: str
    year: int = 1997
    notes: list[str] = field(default_factory=list)
    secret: str | None = field(default=None, repr=False)
    kinds: ClassVar[int] = 3

    def words(self) -> str:
        return f"{self.state} {self.year}"


@frozen(order=True)
class Day:
    year: int
    month: int = 1


@frozen(slots=False)
class Sum:
    parts: tuple[int, ...]

    @cached_property
    def whole(self) -> int:
        return sum(self.parts)


@frozen(eq=False)
class Page:
    number: int


@frozen
class Nothing:
    """A value without fields."""


@frozen
class Even:
    number: int

    def __post_init__(self) -> None:
        if self.number % 2:
            raise ValueError(self.number)


@dataclass(frozen=True, slots=True, order=True)
class StandardDay:
    year: int
    month: int = 1


def test_arguments_go_to_their_fields_and_defaults_stand_for_the_rest() -> None:
    first, second = Deposit("FIN", secret="x"), Deposit(state="NOR", year=1998, notes=["late"])
    assert (first.state, first.year, first.notes, first.secret) == ("FIN", 1997, [], "x")
    assert (second.words(), second.notes, Deposit.kinds) == ("NOR 1998", ["late"], 3)
    assert Deposit("FIN").notes is not first.notes  # each has a list of its own


@pytest.mark.parametrize("given_", [{}, {"state": "FIN", "capital": "Helsinki"}])
def test_a_missing_or_unknown_argument_is_told_with_the_class(given_: dict[str, Any]) -> None:
    for _ in range(2):  # the first call and every other
        with pytest.raises(TypeError, match=r"Deposit\.__init__"):
            Deposit(**given_)


@pytest.mark.parametrize("one", [Deposit("FIN"), Day(1997), Sum((1, 2)), Page(1), Nothing()])
def test_nothing_is_changed_added_or_deleted(one: Any) -> None:
    for name in (*(f.name for f in fields(one)), "other"):
        with pytest.raises(FrozenInstanceError, match=name):
            setattr(one, name, 1)
        with pytest.raises(FrozenInstanceError, match=name):
            delattr(one, name)


def test_equal_where_all_fields_are_and_of_the_same_class() -> None:
    assert Day(1997, 3) == Day(1997, 3) != Day(1997, 4)
    assert hash(Day(1997, 3)) == hash(Day(1997, 3))
    assert Nothing() == Nothing()
    other: object = StandardDay(1997, 1)
    assert Day(1997, 1) != other
    assert Sum((1, 2)) == Sum((1, 2)) != Sum((2, 1))
    with pytest.raises(TypeError, match="unhashable"):
        hash(Deposit("FIN"))  # its notes are a list


def test_without_equality_a_value_is_equal_to_itself_alone() -> None:
    one = Page(1)
    assert one == one != Page(1)
    assert len({one, Page(1)}) == 2


def test_slots_leave_no_room_and_their_absence_leaves_room_for_what_is_worked_out() -> None:
    assert not hasattr(Day(1997), "__dict__")
    one = Sum((1, 2))
    assert (one.whole, one) == (3, Sum((1, 2)))


def test_a_value_is_checked_when_it_is_made() -> None:
    assert Even(2).number == 2
    with pytest.raises(ValueError, match="3"):
        Even(3)


def test_told_with_its_fields() -> None:
    assert repr(Deposit("FIN", secret="x")) == "Deposit(state='FIN', year=1997, notes=[])"
    assert repr(Nothing()) == "Nothing()"


def test_a_pattern_takes_the_fields_in_their_order() -> None:
    match Day(1997, 3):
        case Day(year, 3):
            assert year == 1997
        case _:
            pytest.fail("the pattern does not match")


@pytest.mark.parametrize("one", [Deposit("FIN", notes=["late"]), Day(1997), Sum((1, 2)), Even(2)])
def test_copied_and_pickled_it_is_the_same_value(one: Any) -> None:
    for copied in (pickle.loads(pickle.dumps(one)), copy.copy(one), copy.deepcopy(one)):
        assert copied == one
        assert type(copied) is type(one)


day = st.tuples(st.integers(1990, 2030), st.integers(1, 12))


@given(day, day)
def test_what_the_standard_library_says_of_its_own_is_so(a: Any, b: Any) -> None:
    ours, theirs = (Day(*a), Day(*b)), (StandardDay(*a), StandardDay(*b))
    for order in ("__eq__", "__ne__", "__lt__", "__le__", "__gt__", "__ge__"):
        assert getattr(ours[0], order)(ours[1]) == getattr(theirs[0], order)(theirs[1])
    assert asdict(ours[0]) == asdict(theirs[0])
    assert repr(ours[0]) == repr(theirs[0]).removeprefix("Standard")
    changed = replace(ours[0], month=b[1])
    assert (changed.year, changed.month) == (a[0], b[1])
    assert (ours[0] == ours[1]) == (hash(ours[0]) == hash(ours[1]))
