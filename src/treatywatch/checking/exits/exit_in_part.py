"""Exits for a part of a treaty or a territory: the State has not left, and not stayed in full."""

import re
from collections.abc import Iterator
from datetime import date

from treatywatch.checking.exits.exit_question import ExitQuestion
from treatywatch.checking.exits.exit_steps import effect_basis, effect_words
from treatywatch.checking.grounds.judgement import Judgement, borne_out, premature, undetermined
from treatywatch.law.calendar import Come, has_come
from treatywatch.law.effect import Effect, EffectKind
from treatywatch.law.terms import Stage
from treatywatch.status.answers import UnitStatus
from treatywatch.status.timeline import status
from treatywatch.status.units import unit_name

_OF_THE_LAW = frozenset({Stage.NOTIFIED, Stage.EFFECTIVE})


def judge_in_part(question: ExitQuestion, words: str) -> Judgement | None:
    """For a State that gave notice for a part or a territory only; None for any other.

    Where the words name what was left they are judged by that; else they are true of the one and
    not of the rest, which neither bears out nor contradicts them (docs/verdicts.md).
    """
    if question.stage not in _OF_THE_LAW or question.effects:
        return None
    found = list(_exits(question))
    if not found:
        return None
    named = [one for one in found if _names(words, one[0])]
    if named:
        return _of_the_unit(question, *named[-1])
    name, effect = found[-1]
    return undetermined(
        f"{question.name}: notice for {name} only, with effect {effect_words(effect)}; for the "
        "rest it remains a party.",
        effect_basis(effect),
    )


def _names(words: str, name: str) -> bool:
    """Whether the words hold the name as a whole: "Chapter I" is not in "Chapter II"."""
    return re.search(rf"\b{re.escape(name)}\b", words, re.IGNORECASE) is not None


def noting_extent(question: ExitQuestion, judgement: Judgement) -> Judgement:
    """An exit in full of a State whose consent reached one part or territory says so."""
    alone = [unit.name for unit in _units(question) if unit.alone]
    if not alone or not question.effects:
        return judgement
    return judgement.noting(f"{question.name} gave its consent for {alone[0]} alone.")


def _of_the_unit(question: ExitQuestion, name: str, effect: Effect) -> Judgement:
    words = f"{question.name}: notice for {name}, with effect {effect_words(effect)}"
    if question.stage is Stage.NOTIFIED:
        return borne_out(f"{words}.", effect_basis(effect))
    match has_come(effect.when, question.knowledge.on):
        case Come.YES:
            return borne_out(f"{words}.", effect_basis(effect))
        case Come.NO:
            return premature(f"{words}; until then it is bound in full.", effect_basis(effect))
        case _:
            return undetermined(f"{words}.", effect_basis(effect))


def _exits(question: ExitQuestion) -> Iterator[tuple[str, Effect]]:
    """Each unit that had been given notice for by the day in question, with its exit."""
    knowledge = question.knowledge
    treaty = knowledge.treaty(question.treaty)
    for line in knowledge.timeline(question.participant, question.treaty).units:
        for notice in line.effects:
            given = notice.kind is EffectKind.GIVES_NOTICE
            if given and has_come(notice.when, knowledge.on) is not Come.NO:
                last = [e for e in line.effects if e.kind is EffectKind.CEASES_TO_BE_PARTY]
                yield from ((unit_name(line.unit, treaty, knowledge.ledger), e) for e in last[-1:])
                break


def _units(question: ExitQuestion) -> tuple[UnitStatus, ...]:
    knowledge = question.knowledge
    day: date = knowledge.on
    whose = (question.participant, question.treaty, day, knowledge.known_on)
    return status(knowledge.ledger, *whose).units
