"""A small vocabulary for problems about imaginary treaties: each act told in a line."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

from treatywatch.law.act import Act
from treatywatch.law.calendar import PartialDate, parse_day
from treatywatch.law.participant import Conflict, Participant, ParticipantKind
from treatywatch.law.terms import ActKind, Confidence
from treatywatch.law.treaty import Treaty
from treatywatch.law.unit import Territory
from treatywatch.ledger.indicator import Source
from treatywatch.ledger.ledger import Ledger
from treatywatch.ledger.treaty_file import read_treaty

CASES = Path(__file__).resolve().parents[2] / "cases" / "status"
MADE_UP = Source("made-up", "Made up for a test", "Nobody", "", "2010-06-30")
STATES = ("AAA", "BBB", "CCC", "DDD", "EEE", "FFF")


@cache
def imaginary(treaty: str) -> Treaty:
    """One of the imaginary treaties beside the cases."""
    found, faults = read_treaty(CASES / "treaties" / f"{treaty}.yaml")
    assert found is not None, faults
    return found


def told_act(treaty: str, told: str) -> Act:
    """An act from a line such as "AAA withdrawal-notice 2005-01-10 names 2006-01-01 low"."""
    who, what, day, *rest = told.split()
    on = PartialDate.parse(day)
    act = Act(treaty, who, ActKind(what), on, on, on, MADE_UP.id)
    words = iter(rest)
    for word in words:
        match word:
            case "received":
                received = PartialDate.parse(next(words))
                act = replace(act, received_on=received, learned_on=received)
            case "learned":
                act = replace(act, learned_on=PartialDate.parse(next(words)))
            case "names":
                act = replace(act, named_date=parse_day(next(words)))
            case "printed":
                act = replace(act, effect_printed=PartialDate.parse(next(words)))
            case "part":
                act = replace(act, part=next(words))
            case "territory":
                act = replace(act, territory=next(words))
            case "target":
                act = replace(act, target=next(words))
            case _:
                act = replace(act, confidence=Confidence(word))
    return act


def told_conflict(told: str) -> Conflict:
    """A statement from a line such as 'AAA "yes" 2005-01-01 2005-06-30'."""
    who, answer, since, *until = told.split()
    end = PartialDate.parse(until[0]) if until else None
    return Conflict(who, PartialDate.parse(since), end, answer.strip('"'), MADE_UP.id)


def told_ledger(
    acts: Mapping[str, Sequence[Act]],
    conflicts: Sequence[Conflict] = (),
    extinct: Mapping[str, date] | None = None,
) -> Ledger:
    """A ledger of imaginary treaties, by id, and of the States of the cases.

    ``extinct`` gives the last day of a State that ceased to exist.
    """
    last_days = {code: PartialDate.of(day) for code, day in (extinct or {}).items()}
    return Ledger(
        treaties={treaty: imaginary(treaty) for treaty in acts},
        participants={
            code: Participant(
                code, ParticipantKind.STATE, code, code, exists_until=last_days.get(code)
            )
            for code in STATES
        },
        groups={},
        acts={treaty: tuple(of_treaty) for treaty, of_treaty in acts.items()},
        steps={},
        conflicts=tuple(conflicts),
        indicators=(),
        sources={MADE_UP.id: MADE_UP},
        territories={
            f"{code}-{place}": Territory(
                f"{code}-{place}", code, f"the {place} of {code}", MADE_UP.id
            )
            for code in STATES
            for place in ("ISLES", "CAPE")
        },
    )
