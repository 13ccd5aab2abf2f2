"""What tens of thousands of forms mean, as values that cost a start next to nothing.

A report has some hundred forms of the hundred thousand that a language has. What they mean is kept
as bytes, each different meaning once, and made when a text first has a form of it.
"""

import pickle
from bisect import bisect_left
from collections.abc import Callable, Hashable, ItemsView, Iterable, Iterator, Mapping
from itertools import accumulate, pairwise
from typing import Any, TypeVar

from treatywatch.reading.vocabulary.strung import Strung, numbers_of

Meaning = TypeVar("Meaning", bound=Hashable)


class Numbered(dict[int, Meaning]):
    """What each number from 0 on means. As a dictionary it holds what has been asked for."""

    def __init__(self, meanings: Iterable[Meaning]) -> None:
        super().__init__()
        known: dict[Meaning, int] = {}
        self._which = numbers_of("i", (known.setdefault(one, len(known)) for one in meanings))
        pickled = [pickle.dumps(one, pickle.HIGHEST_PROTOCOL) for one in known]
        self._whole = memoryview(b"".join(pickled))
        self._cuts = numbers_of("i", accumulate(map(len, pickled), initial=0))

    def __missing__(self, number: int) -> Meaning:
        which = self._which[number]
        made: Meaning = pickle.loads(self._whole[self._cuts[which] : self._cuts[which + 1]])
        return self.setdefault(number, made)

    def each(self) -> Iterator[Meaning]:
        """What every number means, from 0 on."""
        return map(self._different().__getitem__, self._which)

    def which_mean(self, accepts: Callable[[Meaning], bool]) -> Iterator[int]:
        """The numbers whose meaning is accepted; each different meaning is asked about once."""
        accepted = [accepts(one) for one in self._different()]
        return (number for number, which in enumerate(self._which) if accepted[which])

    def _different(self) -> list[Meaning]:
        """Every different meaning, each made once."""
        return [pickle.loads(self._whole[start:end]) for start, end in pairwise(self._cuts)]

    def __reduce__(self) -> tuple[Any, ...]:
        """As it is kept: what was made of it meanwhile stays behind."""
        return _kept, (self._which, self._whole, self._cuts)


def _kept(
    which: "memoryview[int]", whole: "memoryview[int]", cuts: "memoryview[int]"
) -> Numbered[Any]:
    made: Numbered[Any] = Numbered(())
    made._which, made._whole, made._cuts = which, whole, cuts
    return made


_NONE = -1  # the number of what is no form
_REMEMBERED = 10_000  # forms that were asked for


class ByForm(Mapping[str, Meaning]):
    """What each form of words means, in the order in which they were given."""

    def __init__(self, meanings: Mapping[str, Meaning]) -> None:
        forms = tuple(meanings)
        self._forms = Strung(forms)
        self._sorted = numbers_of("i", sorted(range(len(forms)), key=forms.__getitem__))
        self._meanings = Numbered(meanings.values())
        self._asked: dict[str, int] = {}

    def __getstate__(self) -> dict[str, Any]:
        return {**vars(self), "_asked": {}}

    def __getitem__(self, form: str) -> Meaning:
        number = self._asked.get(form)
        if number is None:
            if len(self._asked) >= _REMEMBERED:
                self._asked.clear()
            number = self._asked[form] = self._number(form)
        if number == _NONE:
            raise KeyError(form)
        return self._meanings[number]

    def _number(self, form: str) -> int:
        place = bisect_left(self._sorted, form, key=self._forms.__getitem__)
        if place < len(self._sorted) and self._forms[number := self._sorted[place]] == form:
            return number
        return _NONE

    def __iter__(self) -> Iterator[str]:
        return iter(self._forms)

    def __len__(self) -> int:
        return len(self._forms)

    def items(self) -> ItemsView[str, Meaning]:
        """Forms with what they mean, gone through without looking for each."""
        return _Items(self)

    def that_mean(self, accepts: Callable[[Meaning], bool]) -> list[str]:
        """The forms whose meaning is accepted, in their order."""
        return self._forms.of(self._meanings.which_mean(accepts))

    def in_order(self) -> Iterator[tuple[str, Meaning]]:
        """The same, once."""
        return zip(self._forms, self._meanings.each(), strict=True)


class _Items(ItemsView[str, Meaning]):
    _mapping: ByForm[Meaning]

    def __iter__(self) -> Iterator[tuple[str, Meaning]]:
        return self._mapping.in_order()
