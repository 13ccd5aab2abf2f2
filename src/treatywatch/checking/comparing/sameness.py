"""Which claims say the same: one proposition for one thing about one participant.

Claims that name several participants are taken apart, so that a report on five States and one on a
single State of them meet; dates meet where the one can be the other.
"""

from collections.abc import Iterator, Mapping, Sequence

from treatywatch.checking.comparing.compare import Said
from treatywatch.checking.grounds.dates import agree
from treatywatch.checking.grounds.finding import Finding
from treatywatch.law.calendar import PartialDate
from treatywatch.law.terms import Stage
from treatywatch.reading.claim import Claim, ClaimType, Voice
from treatywatch.reading.vocabulary.fold import fold
from treatywatch.values import frozen

Meaning = tuple[object, ...]

_ONE_BY_ONE = (ClaimType.PARTICIPATION, ClaimType.WITHDRAWAL)
_AHEAD = (Voice.WILL, Voice.INTENDS)
# An announcement is one whether it is told as made or as a plan.
_SAID_EITHER_WAY = frozenset({Stage.ANNOUNCED, Stage.CONSIDERED, Stage.RECOMMENDED})


@frozen
class SameThing:
    """A thing said about one participant (or none, or a few together), with all that say it."""

    participants: tuple[str, ...]
    meaning: Meaning
    date: PartialDate | None
    said: tuple[Said, ...]


def same_things(findings_by_report: Mapping[str, Sequence[Finding]]) -> tuple[SameThing, ...]:
    """Each thing once, in the order in which it is first said."""
    told: dict[tuple[tuple[str, ...], Meaning], list[Said]] = {}
    for report, findings in findings_by_report.items():
        for finding in findings:
            for participants in _subjects(finding.claim):
                key = participants, _meaning(finding.claim)
                told.setdefault(key, []).append(Said(report, finding))
    return tuple(
        SameThing(participants, meaning, _most_exact(said), tuple(said))
        for (participants, meaning), places in told.items()
        for said in _by_date(places)
    )


def _subjects(claim: Claim) -> Iterator[tuple[str, ...]]:
    if claim.type in _ONE_BY_ONE and claim.participants:
        yield from ((participant,) for participant in dict.fromkeys(claim.participants))
    else:
        yield tuple(sorted(claim.participants))


def _meaning(claim: Claim) -> Meaning:
    words = " ".join(fold(claim.quote).split()) if claim.type is ClaimType.QUOTE else None
    return (
        claim.type,
        claim.treaty,
        claim.stage,
        _tense(claim),
        claim.negated,
        claim.hedged,
        claim.value,
        claim.value_high,
        claim.unit,
        claim.bound,
        claim.of_total,
        words,
    )


def _tense(claim: Claim) -> Voice:
    """DID for what is told as done, WILL for what is to come, else the voice itself."""
    if claim.voice in (Voice.DID, Voice.REPORTED):
        return Voice.DID
    if claim.voice in _AHEAD:
        return Voice.DID if claim.stage in _SAID_EITHER_WAY else Voice.WILL
    return claim.voice


def _by_date(places: Sequence[Said]) -> list[list[Said]]:
    """Places whose dates can be the same; without a date they join where there is but one such."""
    together: list[list[Said]] = []
    for place in sorted(places, key=lambda said: -_precision(said.finding.claim.date)):
        day = place.finding.claim.date
        fitting = [some for some in together if _can_be(day, some)]
        if len(fitting) == 1 or (fitting and day is not None):
            fitting[0].append(place)
        else:
            together.append([place])
    order = {id(place): number for number, place in enumerate(places)}
    ordered = [sorted(some, key=lambda place: order[id(place)]) for some in together]
    return sorted(ordered, key=lambda some: order[id(some[0])])


def _can_be(day: PartialDate | None, places: Sequence[Said]) -> bool:
    dates = (place.finding.claim.date for place in places)
    return all(other is None or agree(day, other) for other in dates)


def _precision(day: PartialDate | None) -> int:
    return 0 if day is None else 1 + (day.month is not None) + (day.day is not None)


def _most_exact(said: Sequence[Said]) -> PartialDate | None:
    return max((place.finding.claim.date for place in said), key=_precision)
