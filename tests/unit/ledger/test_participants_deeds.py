"""Conflicts, steps at home and figures: do the statements of the record agree with one another?"""

from datetime import date
from itertools import combinations

import pytest

from treatywatch.law.act import Step
from treatywatch.law.participant import Conflict
from treatywatch.law.terms import Answer, Stage
from treatywatch.ledger.indicator import Indicator
from treatywatch.ledger.ledger import Ledger
from treatywatch.ledger.load import load_ledger

FAR = date(2999, 1, 1)


@pytest.fixture(scope="module")
def ledger() -> Ledger:
    return load_ledger()


def _overlap(a: Conflict, b: Conflict) -> bool:
    a_end = a.until.last() if a.until else FAR
    b_end = b.until.last() if b.until else FAR
    return a.since.first() <= b_end and b.since.first() <= a_end


def _answers(ledger: Ledger, participant: str, on: str) -> set[str]:
    day = date.fromisoformat(on)
    return {
        c.in_armed_conflict
        for c in ledger.conflicts
        if c.participant == participant
        and c.since.first() <= day <= (c.until.last() if c.until else FAR)
    }


def test_no_state_is_said_to_be_at_war_and_at_peace_on_one_day(ledger: Ledger) -> None:
    for a, b in combinations(ledger.conflicts, 2):
        if a.participant == b.participant and a.in_armed_conflict != b.in_armed_conflict:
            assert not _overlap(a, b), (a, b)


def test_every_statement_on_a_conflict_says_on_what_ground(ledger: Ledger) -> None:
    assert [c.participant for c in ledger.conflicts if not c.note] == []


@pytest.mark.parametrize(
    ("participant", "on", "answer"),
    [
        ("LTU", "2025-03-06", Answer.NO),
        ("EST", "2025-12-27", Answer.NO),
        ("LVA", "2025-12-27", Answer.NO),
        ("LTU", "2025-12-27", Answer.NO),
        ("FIN", "2026-01-10", Answer.NO),
        ("POL", "2026-02-20", Answer.NO),
        ("UKR", "2026-01-18", Answer.YES),
        ("RUS", "2025-06-01", Answer.YES),
    ],
)
def test_the_end_of_a_notice_meets_an_answer(
    ledger: Ledger, participant: str, on: str, answer: Answer
) -> None:
    assert _answers(ledger, participant, on) == {answer}


def test_where_nobody_has_said_anything_there_is_no_answer(ledger: Ledger) -> None:
    assert _answers(ledger, "SWE", "2025-12-27") == set()


def _days(ledger: Ledger, treaty: str, participant: str, stage: Stage) -> list[date]:
    steps: tuple[Step, ...] = ledger.steps[treaty]
    return [s.done_on.first() for s in steps if (s.participant, s.stage) == (participant, stage)]


def test_a_step_at_home_is_no_act(ledger: Ledger) -> None:
    acts = {Stage.NOTIFIED, Stage.EFFECTIVE, Stage.REVOKED, Stage.CONSENT_WITHDRAWN}
    taken = {s.stage for steps in ledger.steps.values() for s in steps}
    assert taken & acts == set()


@pytest.mark.parametrize("participant", ["EST", "FIN", "LTU", "LVA", "POL"])
def test_ottawa_exits_were_announced_then_voted_then_signed(
    ledger: Ledger, participant: str
) -> None:
    said = min(_days(ledger, "apmbc", participant, Stage.ANNOUNCED))
    voted = max(_days(ledger, "apmbc", participant, Stage.APPROVED_BY_PARLIAMENT))
    signed = max(
        s.done_on.last()
        for s in ledger.steps["apmbc"]
        if (s.participant, s.stage) == (participant, Stage.SIGNED_INTO_LAW)
    )
    assert said < voted <= signed


@pytest.mark.parametrize(
    ("treaty", "participant", "stage", "on"),
    [
        ("apmbc", "EST", Stage.RECOMMENDED, "2025-03-18"),
        ("apmbc", "FIN", Stage.ANNOUNCED, "2025-04-01"),
        ("apmbc", "LVA", Stage.APPROVED_BY_PARLIAMENT, "2025-04-16"),
        ("apmbc", "LTU", Stage.APPROVED_BY_PARLIAMENT, "2025-05-08"),
        ("apmbc", "EST", Stage.APPROVED_BY_PARLIAMENT, "2025-06-04"),
        ("apmbc", "FIN", Stage.APPROVED_BY_PARLIAMENT, "2025-06-19"),
        ("apmbc", "UKR", Stage.ANNOUNCED, "2025-06-29"),
        ("ccm", "LTU", Stage.APPROVED_BY_PARLIAMENT, "2024-07-18"),
        ("att", "USA", Stage.ANNOUNCED, "2019-04-26"),
        ("ctbt", "RUS", Stage.SIGNED_INTO_LAW, "2023-11-02"),
        ("openskies", "RUS", Stage.SIGNED_INTO_LAW, "2021-06-07"),
        ("rome", "HUN", Stage.ANNOUNCED, "2025-04-03"),
    ],
)
def test_a_step_that_reports_speak_of(
    ledger: Ledger, treaty: str, participant: str, stage: Stage, on: str
) -> None:
    assert date.fromisoformat(on) in _days(ledger, treaty, participant, stage)


def test_the_bounds_of_a_figure_hold_its_value(ledger: Ledger) -> None:
    for figure in ledger.indicators:
        assert figure.low <= figure.value <= figure.high, figure


def test_shares_are_percent(ledger: Ledger) -> None:
    shares = [f for f in ledger.indicators if f.kind.endswith("_share")]
    assert shares
    for figure in shares:
        assert figure.unit == "percent"
        assert 0 < figure.value <= 100, figure


def test_no_figure_is_written_twice(ledger: Ledger) -> None:
    written = [
        (f.subject, f.kind, f.participant, f.year, f.unit, f.note) for f in ledger.indicators
    ]
    assert len(written) == len(set(written))


def _of(ledger: Ledger, subject: str, kind: str, year: int) -> list[Indicator]:
    return [f for f in ledger.indicators if (f.subject, f.kind, f.year) == (subject, kind, year)]


@pytest.mark.parametrize("year", range(2017, 2026))
def test_nine_arsenals_add_up_to_the_published_world_total(ledger: Ledger, year: int) -> None:
    figures = _of(ledger, "nuclear", "stockpile", year)
    (world,) = (f.value for f in figures if f.participant is None)
    states = [f.value for f in figures if f.participant is not None]
    assert len(states) == 9
    # The yearbook rounds, and in its earlier editions leaves North Korea out of the sum.
    assert abs(sum(states) - world) <= 50


@pytest.mark.parametrize("year", range(2013, 2025))
def test_fewer_are_killed_than_killed_or_injured(ledger: Ledger, year: int) -> None:
    (killed,) = (f for f in _of(ledger, "landmines", "killed", year) if f.participant is None)
    (both,) = (f for f in _of(ledger, "landmines", "casualties", year) if f.participant is None)
    assert 0 < killed.value < both.value


@pytest.mark.parametrize(
    ("participant", "year", "unit", "votes"),
    [
        ("LTU", 2025, "voting for", 107),
        ("LTU", 2025, "voting against", 0),
        ("LTU", 2025, "abstaining", 3),
        ("FIN", 2025, "voting for", 157),
        ("FIN", 2025, "voting against", 18),
        ("EST", 2025, "voting for", 81),
        ("EST", 2025, "voting against", 13),
        ("LVA", 2025, "voting against", 14),
    ],
)
def test_votes_on_leaving_the_mine_ban(
    ledger: Ledger, participant: str, year: int, unit: str, votes: int
) -> None:
    figures = _of(ledger, "votes", "vote", year)
    (vote,) = (
        f
        for f in figures
        if (f.participant, f.unit) == (participant, unit) and f.note.startswith("apmbc ")
    )
    assert vote.value == votes
