"""How an error is told."""

import json

import pytest

from treatywatch.cli.complaint import complain
from treatywatch.errors import FaultyRecord, NotADate, UnknownName, UnreadableInput

ERRORS = [
    (UnknownName("participant", "Finlnad", ["FIN"]), {"name": "Finlnad", "suggestions": ["FIN"]}),
    (NotADate("2025-02-30", "there is no such day"), {"text": "2025-02-30"}),
    (UnreadableInput("a.txt", "it is empty", "Fill it."), {"what_to_do": "Fill it."}),
    (FaultyRecord(["acts/apmbc.csv:2: wrong"]), {"faults": ["acts/apmbc.csv:2: wrong"]}),
    (FileNotFoundError(2, "No such file or directory", "b.txt"), {}),
]


@pytest.mark.parametrize(("error", "facts"), ERRORS, ids=lambda e: type(e).__name__)
def test_as_words(
    error: Exception, facts: dict[str, object], capsys: pytest.CaptureFixture[str]
) -> None:
    assert complain(error, as_json=False) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.startswith("treatywatch: ")


@pytest.mark.parametrize(("error", "facts"), ERRORS, ids=lambda e: type(e).__name__)
def test_as_json_with_the_facts_it_carries(
    error: Exception, facts: dict[str, object], capsys: pytest.CaptureFixture[str]
) -> None:
    assert complain(error, as_json=True) == 2
    told = json.loads(capsys.readouterr().err)["error"]
    assert told["kind"] == type(error).__name__
    assert facts.items() <= told.items()


def test_what_was_looked_for_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    complain(UnknownName("treaty", "apmcb"), as_json=True)
    assert json.loads(capsys.readouterr().err)["error"]["looked_for"] == "treaty"
