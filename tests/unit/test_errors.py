"""Errors of other processes arrive as they were raised."""

import pickle

import pytest

from treatywatch.errors import (
    BadSetting,
    FaultyRecord,
    NotADate,
    ReadingStopped,
    TreatywatchError,
    UnknownName,
    UnreadableInput,
)

RAISED = (
    UnknownName("treaty", "otawa", ("apmbc",)),
    NotADate("30 February"),
    UnreadableInput("a.pdf", "it is locked", "Give one that is open."),
    FaultyRecord(["acts/apmbc.csv:3: no such day"]),
    ReadingStopped("long.txt", 30),
    BadSetting("TREATYWATCH_PORT", "x", "give a number"),
)


@pytest.mark.parametrize("raised", RAISED, ids=lambda one: type(one).__name__)
def test_an_error_says_the_same_in_another_process(raised: TreatywatchError) -> None:
    arrived = pickle.loads(pickle.dumps(raised))
    assert type(arrived) is type(raised)
    assert str(arrived) == str(raised)
    assert vars(arrived) == vars(raised)


def test_every_error_is_among_them() -> None:
    raised = {type(one) for one in RAISED}
    known = TreatywatchError.__subclasses__()
    assert raised == {one for one in known if one.__module__ == TreatywatchError.__module__}
