"""A group told of from among it: "its Baltic neighbours", "the other Baltic states".

Whoever was told of last is of the group and not meant by its name.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from treatywatch.reading.syntax.cast import Party
from treatywatch.reading.syntax.leaving_out import except_behind
from treatywatch.reading.vocabulary.words_acts import ActWords

_BEFORE = 24  # characters of "its two other " before a group
_AFTER = 14  # characters of " neighbours" behind it
_LEADS = 3  # words of "its two other"


def without_itself(
    parties: Sequence[Party], earlier: Sequence[Party], folded: str, acts: ActWords
) -> tuple[Party, ...]:
    """The parties of a clause, each group without the one from among it that was told of last.

    ``earlier`` are those who act in the clauses before, from the last back.
    """
    kept: list[Party] = []
    for party in parties:
        if kept and kept[-1].group and _is_except(kept[-1], party, folded, acts):
            rest = tuple(i for i in kept[-1].ids if i not in party.ids)
            kept[-1] = replace(kept[-1], ids=rest, end=party.end)
            continue
        among = party.group and len(party.ids) > 1 and _is_of_others(party, folded, acts)
        kept.append(_without(party, (*reversed(kept), *earlier)) if among else party)
    return tuple(kept)


def _is_except(group: Party, party: Party, folded: str, acts: ActWords) -> bool:
    """Whether those named are left out of the group: "all EU states except Cyprus and Malta"."""
    apart = 0 <= party.start - group.end <= _EXCEPT and bool(party.ids)
    return apart and except_behind(acts).fullmatch(folded, group.end, party.start) is not None


_EXCEPT = 40  # characters of " states, with the exception of "


def _is_of_others(group: Party, folded: str, acts: ActWords) -> bool:
    """Whether an owner, "other" or "fellow" stands before the group, or "neighbours" behind it."""
    before = folded[max(0, group.start - _BEFORE) : group.start].split()[-_LEADS:]
    after = folded[group.end : group.end + _AFTER].split()[:1]
    beside = acts.grammar["in_its_group"]
    leads = acts.grammar["possessive"] | acts.grammar["excluding"] | beside
    return bool(set(before) & leads or set(after) & beside)


def _without(group: Party, told: Iterable[Party]) -> Party:
    for one in told:
        if one.ids and not one.group and set(one.ids) < set(group.ids):
            return replace(group, ids=tuple(i for i in group.ids if i not in one.ids))
    return group
