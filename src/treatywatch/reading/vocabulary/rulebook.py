"""The rules over clauses of one language, compiled: all their sets of words in one automaton.

Most clauses fulfil no rule, and a look at which sets have a word in them shows it: rules are sorted
out by the mixture of sets, and each mixture is looked at once.
"""

from collections.abc import Iterable, Mapping
from dataclasses import field
from functools import cache

from treatywatch.reading.vocabulary.grammar import grammar
from treatywatch.reading.vocabulary.marks import Sets
from treatywatch.reading.vocabulary.words import Words
from treatywatch.reading.vocabulary.words_sections import (
    ClauseRule,
    FactRules,
    IndicatorWords,
    PlanWords,
)
from treatywatch.values import frozen

RuleSection = IndicatorWords | PlanWords | FactRules
_WHERE = {"": 0, "sentence": 1, "paragraph": 2}


@frozen
class Demand:
    """What a rule asks of a clause, of its sentence and of its paragraph.

    Bits of sets for each of the three, and what is found otherwise.
    """

    bits: tuple[int, int, int]
    found: tuple[tuple[int, str], ...]


@frozen
class CompiledRule:
    """A rule with what it asks for and what it rules out; ``counted`` are its words by a number.

    ``in_turn`` are bits of sets, and what is found otherwise, that must follow each other;
    ``things`` is the bit of the set that a number must stand right before, if one must.
    """

    rule: ClauseRule
    asks: Demand
    forbids: Demand
    counted: int
    in_turn: tuple[int | str, ...]
    things: int


@frozen
class Rules:
    """The rules of one section.

    ``opens``, ``goes_on`` and ``negated`` are the bits of the sets of that name.
    """

    opens: int
    goes_on: int
    negated: int
    rules: tuple[CompiledRule, ...]
    _asked: int  # every bit that a rule may ask of a clause
    _fitting: dict[int, tuple[CompiledRule, ...]] = field(default_factory=dict)

    def fitting(self, bits: int) -> tuple[CompiledRule, ...]:
        """The rules whose words a clause with these sets all has; told once for each mixture."""
        bits &= self._asked
        known = self._fitting.get(bits)
        if known is None:
            known = tuple(one for one in self.rules if not one.asks.bits[0] & ~bits)
            self._fitting[bits] = known
        return known


@frozen
class Rulebook:
    """All rules of one language. ``sets`` finds the words of every section in one pass.

    ``left_over`` are the rules of a section for what no claim has been read from.
    """

    sets: Sets[tuple[int, str]]
    sections: Mapping[RuleSection, Rules]
    left_over: Mapping[RuleSection, Rules]


@cache
def rulebook(words: Words) -> Rulebook:
    """The rules of a language, compiled once."""
    sets = _sets(words)
    sections = [*enumerate(_sections(words))]
    return Rulebook(
        sets,
        {one: _rules(one, number, sets, left_over=False) for number, one in sections},
        {one: _rules(one, number, sets, left_over=True) for number, one in sections},
    )


def _sections(words: Words) -> tuple[RuleSection, ...]:
    return (
        words.indicators,
        words.plans,
        words.facts,
        words.loose_exits,
        words.loose_joinings,
        words.loose_counts,
        words.loose_facts,
    )


@grammar
def _sets(words: Words) -> Sets[tuple[int, str]]:
    return Sets(
        {
            (number, name): forms
            for number, section in enumerate(_sections(words))
            for name, forms in section.sets.items()
        }
    )


def _rules(
    section: RuleSection, number: int, sets: Sets[tuple[int, str]], *, left_over: bool
) -> Rules:
    bits = {name: sets.bit[number, name] for name in section.sets}
    rules = tuple(
        CompiledRule(
            rule=rule,
            asks=_demand(rule.all, bits),
            forbids=_demand(rule.none, bits),
            counted=sum(bits[name] for name in {*rule.all} & bits.keys()),
            in_turn=_in_turn(rule, bits),
            things=bits[rule.all[-1]] if rule.counts else 0,
        )
        for rule in section.rules
        if rule.left_over is left_over
    )
    asked = 0
    for one in rules:
        asked |= one.asks.bits[0]
    opens, goes_on, negated = (bits.get(name, 0) for name in ("opens", "goes_on", "negated"))
    return Rules(opens, goes_on, negated, rules, asked)


def _in_turn(rule: ClauseRule, bits: Mapping[str, int]) -> tuple[int | str, ...]:
    if not rule.in_turn:
        return ()
    return tuple(bits.get(name, name) for name in rule.all if " " not in name)


def _demand(names: Iterable[str], bits: Mapping[str, int]) -> Demand:
    asked = [0, 0, 0]
    found: list[tuple[int, str]] = []
    for name in names:
        where, _, which = name.rpartition(" ")
        if which in bits:
            asked[_WHERE[where]] |= bits[which]
        else:
            found.append((_WHERE[where], which))
    return Demand((asked[0], asked[1], asked[2]), tuple(found))
