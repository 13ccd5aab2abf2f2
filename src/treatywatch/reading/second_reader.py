"""A second reader: whoever else reads a report and proposes claims that the first one missed.

Here is only what needs no network: what is asked, and what is made of the answer. A second reader
proposes and decides nothing: see :mod:`treatywatch.reading.proposals`.
"""

import json
from collections.abc import Mapping, Sequence
from functools import cache
from importlib import resources
from typing import Protocol

from treatywatch.law.treaty import Treaty
from treatywatch.reading.vocabulary.words import as_section, parse_sections
from treatywatch.reports.report import Report
from treatywatch.values import frozen

_FILE = "second-reader/request.yaml"
_MOST_PROPOSALS = 500

Proposal = Mapping[str, object]


class SecondReaderWarning(UserWarning):
    """Something of a second reader was not to be used; the first reader's claims stand as ever."""


@frozen
class Proposals:
    """What a second reader says: proposed claims as plain values, and what went wrong, in words."""

    proposals: tuple[Proposal, ...] = ()
    troubles: tuple[str, ...] = ()


class SecondReader(Protocol):
    """Reads a report and proposes claims; never raises for what its own source does wrong."""

    def propose(self, report: Report) -> Proposals:
        """The claims that it would make, as objects with the keys of the JSON of findings."""
        ...


@frozen
class Request:
    """What a second reader is asked, and the closed lists that its answer is held to."""

    instructions: str
    stages: Mapping[str, tuple[str, ...]]
    units: tuple[str, ...]
    stances: tuple[str, ...]


@cache
def load_request() -> Request:
    """The request as data; :class:`treatywatch.errors.FaultyRecord` for a faulty file."""
    file = resources.files("treatywatch") / "record" / _FILE
    written = parse_sections(file.read_text(encoding="utf-8"), _FILE)
    return as_section(written, Request, f"{_FILE}:0: request")


def messages(
    report: Report, treaties: Mapping[str, Treaty], request: Request
) -> list[dict[str, str]]:
    """The conversation that asks for the claims of one report: the task, then the report as JSON.

    The report's text stands in a JSON string, so that no words of it can end the message early.
    """
    types = "\n".join(f"  {kind}: {', '.join(s) or 'none'}" for kind, s in request.stages.items())
    listed = "\n".join(f"  {treaty.id}: {treaty.short_title}" for treaty in treaties.values())
    asked = request.instructions.replace("{types}", types).replace("{treaties}", listed)
    asked = asked.replace("{published}", report.published or "an unknown day")
    told = json.dumps({"report": report.text}, ensure_ascii=False)
    return [{"role": "system", "content": asked}, {"role": "user", "content": told}]


def parse_answer(answer: str) -> Proposals:
    """The proposals in an answer: a JSON object with ``claims``, or a list, fenced or not."""
    try:
        told: object = json.loads(_bare(answer))
    except (ValueError, RecursionError):
        return Proposals(troubles=("its answer is not JSON",))
    claims = told.get("claims") if isinstance(told, dict) else told
    if not isinstance(claims, list):
        return Proposals(troubles=('its answer has no list of "claims"',))
    proposals = tuple(claim for claim in claims[:_MOST_PROPOSALS] if isinstance(claim, dict))
    troubles = _troubles(claims, proposals)
    return Proposals(proposals, troubles)


def _troubles(claims: Sequence[object], proposals: Sequence[Proposal]) -> tuple[str, ...]:
    lost = len(claims) - len(proposals)
    return (f"{lost} of its claims are no objects or too many",) if lost else ()


def _bare(answer: str) -> str:
    """The answer without a fence around it."""
    bare = answer.strip()
    if bare.startswith("```") and bare.endswith("```"):
        bare = bare[3:-3].strip()
        bare = bare.removeprefix("json").strip()
    return bare
