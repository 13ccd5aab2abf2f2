"""Suppositions on top of the record: acts that nobody did, conflicts that are taken to end."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from treatywatch.law.act import Act
from treatywatch.law.calendar import PartialDate
from treatywatch.law.clauses.final import Duration
from treatywatch.law.participant import Conflict
from treatywatch.law.terms import ActKind, Answer
from treatywatch.law.treaty import MilestoneKind, Treaty
from treatywatch.law.unit import WHOLE, Unit
from treatywatch.ledger.indicator import Source
from treatywatch.ledger.ledger import Ledger
from treatywatch.values import frozen

SUPPOSED = "supposed"


@frozen
class SupposedAct:
    """An act as if the depositary received it on ``day``.

    ``named_date`` is a later day that a notice names, or the date of State succession; ``unit``
    what the act is about, where not the whole.
    """

    participant: str
    treaty: str
    kind: ActKind
    day: date
    named_date: date | None = None
    unit: Unit = WHOLE

    @property
    def words(self) -> str:
        """ "FIN: withdrawal notice towards apmbc received on 2025-07-10"."""
        what = self.kind.value.replace("-", " ")
        about = f" ({self.unit.words})" if self.unit.words else ""
        return f"{self.participant}: {what} towards {self.treaty}{about} received on {self.day}"


@frozen
class ConflictEnds:
    """A State's armed conflicts taken to be over after ``day``: none from the next day on."""

    participant: str
    day: date

    @property
    def words(self) -> str:
        """ "UKR: armed conflict over after 2026-06-30"."""
        return f"{self.participant}: armed conflict over after {self.day}"


@frozen
class ConflictBegins:
    """A State taken to be in armed conflict from ``day`` on, until ``last`` if there is one."""

    participant: str
    day: date
    last: date | None = None

    @property
    def words(self) -> str:
        """ "POL: in armed conflict from 2026-01-01 on"."""
        until = f" to {self.last}" if self.last else " on"
        return f"{self.participant}: in armed conflict from {self.day}{until}"


Hypothesis = SupposedAct | ConflictEnds | ConflictBegins


def as_all_there_is(ledger: Ledger, day: date | None) -> Ledger:
    """What was known on a day, made into a ledger of its own that may be added to.

    A ledger that only remembers its day would not take a supposition about a later one.
    """
    known = ledger.as_known_on(day)
    if known.known_on is None:
        return known
    last = known.known_on
    return replace(
        known,
        treaties={name: _treaty_on(treaty, last) for name, treaty in known.treaties.items()},
        conflicts=tuple(_conflicts_on(known.conflicts, last)),
        extensions={
            name: tuple(e for e in granted if e.granted_on.first() <= last)
            for name, granted in known.extensions.items()
        },
        known_on=None,
    )


def _treaty_on(treaty: Treaty, day: date) -> Treaty:
    duration = treaty.final_clauses.duration
    agreed = tuple(e for e in duration.extensions if e.on <= day)
    known = Duration(duration.article, duration.end_as_known_on(day), agreed)
    milestones = tuple(
        m
        for m in treaty.milestones
        if m.kind is not MilestoneKind.ENTERED_INTO_FORCE or m.on.first() <= day
    )
    clauses = replace(treaty.final_clauses, duration=known)
    return replace(treaty, final_clauses=clauses, milestones=milestones)


def _conflicts_on(statements: Sequence[Conflict], day: date) -> Iterator[Conflict]:
    for statement in statements:
        if statement.since.first() > day:
            continue
        ended = statement.until
        yield replace(statement, until=None) if ended and ended.last() > day else statement


def supposing(ledger: Ledger, hypotheses: Sequence[Hypothesis]) -> Ledger:
    """The ledger with the suppositions added, each under the source "supposed".

    Names of treaties and participants are resolved; raises
    :class:`treatywatch.errors.UnknownName`.
    """
    acts = {treaty: list(of_treaty) for treaty, of_treaty in ledger.acts.items()}
    conflicts = [*ledger.conflicts, *peace_taken_for_granted(ledger, hypotheses)]
    for hypothesis in hypotheses:
        who = ledger.participant(hypothesis.participant).id
        match hypothesis:
            case SupposedAct():
                act = _act(ledger, who, hypothesis)
                done = acts.setdefault(act.treaty, [])
                done += [act] if act.id not in {known.id for known in done} else []
            case ConflictEnds():
                conflicts = _ended(conflicts, who, hypothesis.day)
            case ConflictBegins():
                conflicts = _begun(conflicts, who, hypothesis)
    sources = {**ledger.sources, SUPPOSED: Source(SUPPOSED, "A supposition", "supposed", "", "")}
    return replace(
        ledger,
        acts={treaty: tuple(of_treaty) for treaty, of_treaty in acts.items()},
        conflicts=tuple(conflicts),
        sources=sources,
    )


def peace_taken_for_granted(
    ledger: Ledger, hypotheses: Sequence[Hypothesis]
) -> tuple[Conflict, ...]:
    """No armed conflict for those whose notice is supposed and of whom no source says anything.

    A notice in the record needs a statement in the record; a supposed one supposes peace as well,
    and says so.
    """
    spoken_of = {statement.participant for statement in ledger.conflicts}
    return tuple(
        Conflict(who, PartialDate.of(supposed.day), None, Answer.NO, SUPPOSED)
        for supposed in hypotheses
        if isinstance(supposed, SupposedAct)
        and supposed.kind is ActKind.WITHDRAWAL_NOTICE
        and (who := ledger.participant(supposed.participant).id) not in spoken_of
    )


def _act(ledger: Ledger, who: str, supposed: SupposedAct) -> Act:
    treaty = ledger.treaty(supposed.treaty).id
    day = PartialDate.of(supposed.day)
    unit = ledger.unit(treaty, supposed.unit.part, supposed.unit.territory)
    return Act(
        treaty,
        who,
        supposed.kind,
        day,
        day,
        day,
        SUPPOSED,
        named_date=supposed.named_date,
        part=unit.part,
        territory=unit.territory,
    )


def _ended(conflicts: Sequence[Conflict], who: str, day: date) -> list[Conflict]:
    """Statements that reach beyond the day end on it, and from the next day on there is none."""
    kept = []
    for statement in conflicts:
        if statement.participant != who or _reaches_no_further(statement, day):
            kept.append(statement)
        elif statement.since.first() <= day:
            kept.append(replace(statement, until=PartialDate.of(day)))
    peace = PartialDate.of(day + timedelta(days=1))
    return [*kept, Conflict(who, peace, None, Answer.NO, SUPPOSED)]


def _reaches_no_further(statement: Conflict, day: date) -> bool:
    return statement.until is not None and statement.until.last() <= day


def _begun(conflicts: Sequence[Conflict], who: str, supposed: ConflictBegins) -> list[Conflict]:
    """What the record says of the same days gives way to the supposition."""
    kept: list[Conflict] = []
    for statement in conflicts:
        kept += [statement] if statement.participant != who else _around(statement, supposed)
    last = PartialDate.of(supposed.last) if supposed.last else None
    return [*kept, Conflict(who, PartialDate.of(supposed.day), last, Answer.YES, SUPPOSED)]


def _around(statement: Conflict, supposed: ConflictBegins) -> Iterator[Conflict]:
    """The parts of a statement before and after the days supposed."""
    ends = statement.until.last() if statement.until else None
    if ends is not None and ends < supposed.day:
        yield statement
        return
    if statement.since.first() < supposed.day:
        yield replace(statement, until=PartialDate.of(supposed.day - timedelta(days=1)))
    if supposed.last is None or (ends is not None and ends <= supposed.last):
        return
    resumes = max(statement.since.first(), supposed.last + timedelta(days=1))
    yield replace(statement, since=PartialDate.of(resumes))
