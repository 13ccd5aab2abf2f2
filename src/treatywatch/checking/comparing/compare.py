"""Reports held against each other: who says the same, and where two cannot both be right."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from treatywatch.checking.comparing.consistency import at_odds
from treatywatch.checking.doubts.readings import other_dates
from treatywatch.checking.exits.exit_steps import stage_words
from treatywatch.checking.grounds.dates import agree
from treatywatch.checking.grounds.finding import BasisKind, Finding, Verdict
from treatywatch.law.calendar import PartialDate, in_words
from treatywatch.law.terms import Stage
from treatywatch.reading.claim import Claim, ClaimType, Voice
from treatywatch.values import frozen

_TopicKey = tuple[ClaimType, str | None, str | None]
_Topic = Callable[[Claim], _TopicKey | None]
_Version = Callable[[Claim], str]

# Counts move: two numbers are at odds only where the reports speak of about the same time.
_SAME_TIME = 92
# Words that say of a State that it is still to go, or going.
_GOING = frozenset({Stage.ANNOUNCED, Stage.NOTIFIED, Stage.EFFECTIVE})
_AHEAD = (Voice.WILL, Voice.INTENDS)
_OPPOSITES = frozenset(
    {
        frozenset({"signed", "not_signed"}),
        frozenset({"ratified", "not_ratified"}),
        frozenset({"party", "not_party"}),
        frozenset({"party", "never_party"}),
        frozenset({"acceded", "never_party"}),
        frozenset({"ratified", "never_party"}),
    }
)


@frozen
class Said:
    """One finding and the report it stands in."""

    report: str
    finding: Finding

    @property
    def words(self) -> str:
        """What the report says, on one line."""
        return " ".join(self.finding.claim.quote.split())


@frozen
class Proposition:
    """One thing that is said, with every place that says it."""

    type: ClaimType
    treaty: str | None
    participants: tuple[str, ...]
    stage: str | None
    negated: bool
    date: str | None
    value: float | None
    said: tuple[Said, ...]


@frozen
class Side:
    """One of the versions that reports give of a thing, and where."""

    version: str
    said: tuple[Said, ...]


@frozen
class Disagreement:
    """A thing that reports tell differently; ``about`` names it for a reader.

    ``participants`` are those of whom the reports tell it, none where it is the treaty's own.
    """

    about: str
    treaty: str | None
    participants: tuple[str, ...]
    sides: tuple[Side, ...]


def propositions(
    findings_by_report: Mapping[str, Sequence[Finding]],
) -> tuple[Proposition, ...]:
    """Each thing said once, in the order in which it is first said, with all its sources."""
    said: dict[tuple[object, ...], list[Said]] = {}
    for one in _all(findings_by_report):
        said.setdefault(_meaning(one.finding.claim), []).append(one)
    return tuple(_proposition(places) for places in said.values())


def compare(findings_by_report: Mapping[str, Sequence[Finding]]) -> tuple[Disagreement, ...]:
    """Where reports disagree: numbers, dates, notice periods, standings, stages of exit.

    Two claims disagree that cannot both be true on the days of their reports. Opinions, hedged
    words and denials disagree with nobody, nor do numbers and standings that were right in turn.
    """
    told = [one for one in _all(findings_by_report) if _is_told(one.finding.claim)]
    return _merged([*_facts(told), *_standings(told), *_exit_days(told), *_stages(told)])


def _odd_ones(places: Sequence[Said], at_odds: Callable[[Said, Said], bool]) -> list[Said]:
    """Those that cannot stand beside one of the others."""
    return [
        place
        for place in places
        if any(at_odds(place, other) and not _both_hold(place, other) for other in places)
    ]


def _both_hold(one: Said, other: Said) -> bool:
    return one.finding.verdict is other.finding.verdict is Verdict.BORNE_OUT


def _merged(found: Sequence[Disagreement]) -> tuple[Disagreement, ...]:
    """The same words about several States are one disagreement."""
    merged: dict[tuple[object, ...], Disagreement] = {}
    for one in found:
        key = (one.about, one.treaty, one.sides)
        known = merged.get(key)
        participants = (*(known.participants if known else ()), *one.participants)
        merged[key] = replace(one, participants=participants)
    return tuple(merged.values())


def _all(findings_by_report: Mapping[str, Sequence[Finding]]) -> Iterator[Said]:
    for report, findings in findings_by_report.items():
        for finding in findings:
            yield Said(report, finding)


def _is_told(claim: Claim) -> bool:
    told = claim.voice in (Voice.DID, Voice.REPORTED, *_AHEAD)
    return told and not claim.hedged and claim.type not in (ClaimType.QUOTE, ClaimType.PLAN)


def _meaning(claim: Claim) -> tuple[object, ...]:
    what = claim.quote if claim.type is ClaimType.QUOTE else None
    return (
        claim.type,
        claim.treaty,
        frozenset(claim.participants),
        claim.stage,
        claim.negated,
        claim.date,
        claim.value,
        claim.bound,
        what,
    )


def _proposition(said: Sequence[Said]) -> Proposition:
    claim = said[0].finding.claim
    return Proposition(
        claim.type,
        claim.treaty,
        claim.participants,
        claim.stage,
        claim.negated,
        str(claim.date) if claim.date else None,
        claim.value,
        tuple(said),
    )


def _facts(told: Sequence[Said]) -> Iterator[Disagreement]:
    """Dates of the treaty, its notice period, and counts for about the same time."""
    kinds = (ClaimType.TREATY_FACT, ClaimType.COUNT)
    topics = _grouped(told, lambda c: (c.type, c.treaty, c.stage) if c.type in kinds else None)
    for (_, treaty, stage), places in topics.items():
        judged = [p for p in places if p.finding.verdict is not Verdict.NOT_CHECKED]
        odd = _odd_ones(judged, _facts_at_odds)
        if odd and _several_reports(odd):
            yield _disagreement(str(stage).replace("_", " "), treaty, None, odd, _fact_version)


def _facts_at_odds(one: Said, other: Said) -> bool:
    a, b = one.finding.claim, other.finding.claim
    if a.type is ClaimType.COUNT:
        differ = a.value != b.value and a.bound is b.bound and not (a.negated or b.negated)
        return differ and _same_time(one, other)
    return at_odds(a, b)


def _standings(told: Sequence[Said]) -> Iterator[Disagreement]:
    """One report has it signed, another not."""
    for (treaty, participant), places in _by_participant(told, ClaimType.PARTICIPATION).items():
        odd = _odd_ones(places, _opposite)
        if odd and _several_reports(odd):
            yield _disagreement("standing", treaty, participant, odd, _stage_version)


def _opposite(one: Said, other: Said) -> bool:
    kinds = frozenset({one.finding.claim.stage or "", other.finding.claim.stage or ""})
    return kinds in _OPPOSITES and _same_time(one, other)


def _exit_days(told: Sequence[Said]) -> Iterator[Disagreement]:
    """The same step on different days."""
    for (treaty, participant), places in _by_participant(told, ClaimType.WITHDRAWAL).items():
        for stage in (Stage.NOTIFIED, Stage.EFFECTIVE):
            dated = [p for p in places if p.finding.claim.stage == stage and p.finding.claim.date]
            odd = [p for p in dated if any(_other_exit_day(p, q) for q in dated)]
            if odd and _several_reports(odd):
                yield _disagreement(
                    f"day: {stage_words(stage)}", treaty, participant, odd, _fact_version
                )


def _other_day(one: Said, other: Said) -> bool:
    """No day that the one may mean is a day that the other may mean."""
    return not any(agree(a, b) for a in _days_meant(one) for b in _days_meant(other))


def _other_exit_day(one: Said, other: Said) -> bool:
    return _other_day(one, other) and not _of_other_exits(one, other)


def _of_other_exits(one: Said, other: Said) -> bool:
    """Whether both tell truly of exits of which each is another: out in 1984, and out in 2018.

    A year that is only right of the notice rests on that act, and the day of effect on the law: a
    report with the one disagrees with a report that has the other.
    """
    acts = [{b.name for b in p.finding.basis if b.kind is BasisKind.ACT} for p in (one, other)]
    alike = bool(acts[0]) is bool(acts[1])
    return _both_hold(one, other) and alike and not acts[0] & acts[1]


def _days_meant(said: Said) -> tuple[PartialDate, ...]:
    claim = said.finding.claim
    return (*((claim.date,) if claim.date else ()), *other_dates(claim))


def _stages(told: Sequence[Said]) -> Iterator[Disagreement]:
    """One report has a State out on a day on which another has it still to go."""
    for (treaty, participant), places in _by_participant(told, ClaimType.WITHDRAWAL).items():
        odd = _odd_ones(places, _one_is_out)
        if odd and _several_reports(odd):
            yield _disagreement("stage of exit", treaty, participant, odd, _stage_version)


def _one_is_out(one: Said, other: Said) -> bool:
    return _goes_after(other, _out_since(one)) or _goes_after(one, _out_since(other))


def _out_since(said: Said) -> date | None:
    """The day on which the report has the State out, None where it does not."""
    claim = said.finding.claim
    out = claim.stage == Stage.EFFECTIVE and not claim.negated and claim.voice not in _AHEAD
    day = _speaks_of(said.finding)
    known = said.finding.as_known_on
    past = known is None or day is None or day <= date.fromisoformat(known)
    return day if out and past else None


def _goes_after(said: Said, out: date | None) -> bool:
    """Whether the report has the State still to go on that day."""
    claim = said.finding.claim
    if out is None or claim.stage not in _GOING:
        return False
    ahead = claim.voice in _AHEAD or claim.negated or claim.under_way
    if ahead and claim.stage == Stage.EFFECTIVE and claim.date is not None:
        return claim.date.first() > out
    known = said.finding.as_known_on
    return ahead and known is not None and date.fromisoformat(known) >= out


def _same_time(one: Said, other: Said) -> bool:
    """Whether two claims are about the same time, as far as the reports tell."""
    a, b = _speaks_of(one.finding), _speaks_of(other.finding)
    return a is None or b is None or abs((a - b).days) <= _SAME_TIME


def _speaks_of(finding: Finding) -> date | None:
    if finding.claim.date is not None:
        return finding.claim.date.last()
    return date.fromisoformat(finding.as_known_on) if finding.as_known_on else None


def _by_participant(
    told: Sequence[Said], kind: ClaimType
) -> dict[tuple[str | None, str], list[Said]]:
    places: dict[tuple[str | None, str], list[Said]] = {}
    for one in told:
        if one.finding.claim.type is kind:
            for participant in one.finding.claim.participants:
                places.setdefault((one.finding.claim.treaty, participant), []).append(one)
    return places


def _grouped(told: Sequence[Said], topic: _Topic) -> dict[_TopicKey, list[Said]]:
    places: dict[_TopicKey, list[Said]] = {}
    for one in told:
        key = topic(one.finding.claim)
        if key is not None:
            places.setdefault(key, []).append(one)
    return places


def _several_reports(places: Sequence[Said]) -> bool:
    return len({place.report for place in places}) > 1


def _disagreement(
    about: str,
    treaty: str | None,
    participant: str | None,
    odd: Sequence[Said],
    version: _Version,
) -> Disagreement:
    sides: dict[str, list[Said]] = {}
    for place in odd:
        sides.setdefault(version(place.finding.claim), []).append(place)
    ordered = tuple(Side(words, tuple(places)) for words, places in sides.items())
    return Disagreement(about, treaty, (participant,) if participant else (), ordered)


def _fact_version(claim: Claim) -> str:
    if claim.value is not None:
        high = f" to {claim.value_high:g}" if claim.value_high not in (None, claim.value) else ""
        return f"{claim.value:g}{high} {claim.unit or ''}".strip()
    return in_words(claim.date) if claim.date else "no date"


def _stage_version(claim: Claim) -> str:
    stage = (claim.stage or "").replace("_", " ")
    denied = claim.negated and claim.type is ClaimType.WITHDRAWAL
    return f"not {stage}" if denied else stage
