"""Ledgers for problems about the imaginary Harbour Convention, which has duties."""

from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

from tests.unit.status.told import MADE_UP, STATES, told_act, told_conflict
from tests.written_cases import cases_with_days
from treatywatch.law.calendar import PartialDate, parse_day
from treatywatch.law.extension import DeadlineExtension
from treatywatch.law.participant import Participant, ParticipantKind
from treatywatch.law.treaty import Treaty
from treatywatch.ledger.ledger import Ledger
from treatywatch.ledger.treaty_file import read_treaty

ASKING = Path(__file__).resolve().parents[2] / "cases" / "asking"
Case = Mapping[str, Any]


def cases(name: str) -> list[Case]:
    """The problems of one file."""
    found: list[Case] = cases_with_days(ASKING / name)
    return found


@cache
def harbour() -> Treaty:
    """The imaginary treaty."""
    found, faults = read_treaty(ASKING / "treaties" / "harbour.yaml")
    assert found is not None, faults
    return found


def harbour_ledger(case: Case) -> Ledger:
    """The acts, conflicts and extensions of a problem."""
    return Ledger(
        treaties={"harbour": harbour()},
        participants={
            code: Participant(code, ParticipantKind.STATE, code, code) for code in STATES
        },
        groups={},
        acts={"harbour": tuple(told_act("harbour", told) for told in case["acts"])},
        steps={},
        conflicts=tuple(told_conflict(told) for told in case.get("conflicts", ())),
        indicators=(),
        sources={MADE_UP.id: MADE_UP},
        extensions={"harbour": tuple(map(_extension, case.get("extensions", ())))},
    )


def _extension(told: str) -> DeadlineExtension:
    """An extension from a line such as "AAA 4 2008-03-01 2004-11"."""
    who, article, until, granted_on = told.split()
    extension = DeadlineExtension(
        "harbour", who, article, parse_day(until), PartialDate.parse(granted_on), MADE_UP.id
    )
    return replace(extension, note="made up")
