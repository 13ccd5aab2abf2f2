"""A report with its answers in whole sentences, and its claims back where the answers stand."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property

from treatywatch.reading.claim import Claim, ClaimType
from treatywatch.reading.claims.answers.exchanges import exchanges
from treatywatch.reading.claims.answers.statements import Reply, Statement, statements
from treatywatch.reading.syntax.scenes import Stage
from treatywatch.reports.report import Report
from treatywatch.values import frozen

_DENIED = {
    "signed": "not_signed",
    "ratified": "not_ratified",
    "party": "not_party",
    "acceded": "not_party",
    "entry_into_force": "not_in_force",
}
_OF_STATES = frozenset({ClaimType.PARTICIPATION, ClaimType.WITHDRAWAL})
_TOLD = _OF_STATES | {ClaimType.TREATY_FACT, ClaimType.COUNT}
_END = "."


@frozen
class _Place:
    """Where a statement stands in the text that is read, and for which words of the report.

    From ``resumes`` on, the text is the report's own again.
    """

    start: int
    end: int
    resumes: int
    statement: Statement


@frozen(slots=False)
class FilledIn:
    """The report that is read, and where its text is not that of the report, in order."""

    report: Report
    places: tuple[_Place, ...]

    def before(self, at: int) -> _Place | None:
        """The last statement behind which the text goes on by then."""
        number = bisect_right(self._resumed, at)
        return self.places[number - 1] if number else None

    def around(self, start: int, end: int) -> _Place | None:
        """The first statement that the stretch begins or ends in."""
        number = bisect_right(self._resumed, start)
        met = self.places[number : number + 1]
        return met[0] if met and met[0].start < end else None

    @cached_property
    def _resumed(self) -> list[int]:
        return [place.resumes for place in self.places]


def filled_in(stage: Stage) -> FilledIn | None:
    """The report with statements for its answers; None where it has no such answers."""
    told = [one for exchange in exchanges(stage.context) for one in statements(stage, exchange)]
    if not told:
        return None
    text, places = _rewritten(stage.text, told)
    return FilledIn(replace(stage.context.report, text=text), tuple(places))


def _rewritten(text: str, told: Sequence[Statement]) -> tuple[str, list[_Place]]:
    parts: list[str] = []
    places: list[_Place] = []
    length = done = 0
    for one in told:
        before = text[done : one.start]
        start = length + len(before)
        end = start + len(one.sentence)
        closed = "" if text[one.end : one.end + 1] == _END else _END
        parts += [before, one.sentence, closed]
        length, done = end + len(closed), one.end
        places.append(_Place(start, end, length, one))
    return "".join((*parts, text[done:])), places


def as_answered(filled: FilledIn, text: str, claims: Iterable[Claim]) -> Iterator[Claim]:
    """The claims of the filled-in report, each over the words of the report that make it."""
    for claim in claims:
        place = filled.around(claim.start, claim.end)
        if place is not None:
            start, end = place.statement.start, place.statement.end
            told = _of_answer(claim, place, text[start:end])
        else:
            told = claim
            start, end = (_back(filled, at) for at in (claim.start, claim.end))
        if told is not None:
            yield replace(told, start=start, end=end, quote=text[start:end])


def _back(filled: FilledIn, at: int) -> int:
    """The place in the report of one that is in no statement."""
    before = filled.before(at)
    return at if before is None else at - before.resumes + before.statement.end


def _of_answer(claim: Claim, place: _Place, answer: str) -> Claim | None:
    """What the answer tells of the statement; None where it tells nothing of the kind."""
    if claim.type not in _TOLD or claim.hedged:
        return None
    sentence = place.statement.sentence
    reply = place.statement.reply
    if reply is not Reply.NEITHER and claim.negated:
        return None  # a no to what is not done may mean either
    if reply is not Reply.NO:
        return replace(claim, in_full=sentence)
    if claim.type not in _OF_STATES or not claim.participants:
        return None
    stage = claim.stage or ""
    if claim.type is ClaimType.PARTICIPATION:
        stage = _DENIED.get(stage, stage)
    return replace(claim, stage=stage, negated=True, in_full=f"{sentence}: {answer}")
