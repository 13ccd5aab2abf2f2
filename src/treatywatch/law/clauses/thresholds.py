"""When the condition for a treaty's entry into force is met (VCLT Art. 24). One function a kind."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from itertools import groupby

from treatywatch.law.act import Act
from treatywatch.law.calendar import PartialDate
from treatywatch.law.clauses.consent import CONSENT_KINDS
from treatywatch.law.clauses.final import Both, Instruments, NamedStates, Share, Threshold
from treatywatch.law.terms import ActKind
from treatywatch.values import frozen

Consents = Mapping[str, ActKind]


@frozen
class Reached:
    """The day on which the threshold was reached, and the acts of consent of that day."""

    on: date
    acts: tuple[str, ...]


def reached(
    threshold: Threshold,
    acts: Iterable[Act],
    day_of: Callable[[PartialDate], date] = PartialDate.last,
) -> Reached | None:
    """The first day on which the threshold is met, or None while it is not.

    Several deposits of one day count together: their order does not matter. Consent that is taken
    back drops out again. ``day_of`` reads a date of less than a day as one (its first or last).
    """
    counted = [a for a in acts if a.kind in CONSENT_KINDS or a.kind is ActKind.CONSENT_WITHDRAWN]
    if not _can_be_reached(threshold, counted):
        return None
    counted.sort(key=lambda a: (day_of(a.received_on), a.id))
    consents: dict[str, ActKind] = {}
    for day, of_the_day in groupby(counted, key=lambda a: day_of(a.received_on)):
        today = tuple(of_the_day)
        for act in today:
            note_consent(act, consents)
        if is_met(threshold, consents):
            return Reached(day, tuple(a.id for a in today if a.kind in CONSENT_KINDS))
    return None


def _can_be_reached(threshold: Threshold, counted: Iterable[Act]) -> bool:
    """Whether all consents there are, of whatever kind and day, would be enough together."""
    kinds = {kind for one in conditions(threshold) for kind in getattr(one, "of_kinds", ())}
    consents = {
        act.participant: act.kind
        for act in counted
        if act.kind in CONSENT_KINDS and act.kind is not ActKind.SUCCESSION
    }
    return bool(kinds) or is_met(threshold, consents)


def note_consent(act: Act, consents: dict[str, ActKind]) -> None:
    """Count an act of consent, or take a withdrawn one out again; successions never count."""
    if act.kind is ActKind.CONSENT_WITHDRAWN:
        consents.pop(act.participant, None)
    elif act.kind is not ActKind.SUCCESSION:
        consents.setdefault(act.participant, act.kind)


def is_met(threshold: Threshold, consents: Consents) -> bool:
    """Whether these consents, by participant, are enough."""
    match threshold:
        case Instruments():
            return instruments_so_far(threshold, consents) >= threshold.number
        case NamedStates():
            return not missing_states(threshold, consents)
        case Share():
            return share_so_far(threshold, consents) >= threshold.percent
        case Both():
            return all(is_met(condition, consents) for condition in threshold.conditions)


def instruments_so_far(threshold: Instruments, consents: Consents) -> int:
    """How many of these consents the condition counts."""
    return sum(
        1
        for participant, kind in consents.items()
        if (not threshold.of_kinds or kind in threshold.of_kinds)
        and (not threshold.among or participant in threshold.among)
        and participant not in threshold.not_counting
    )


def missing_states(threshold: NamedStates, consents: Consents) -> tuple[str, ...]:
    """The named States (first code of each) whose consent is still lacking."""
    return tuple(
        codes[0] for codes in threshold.states if not any(code in consents for code in codes)
    )


def share_so_far(threshold: Share, consents: Consents) -> float:
    """The percent that those who have consented have together."""
    return sum(threshold.weights.get(participant, 0.0) for participant in consents)


def conditions(threshold: Threshold | None) -> Iterator[Threshold]:
    """The threshold's own conditions, one by one."""
    if isinstance(threshold, Both):
        for condition in threshold.conditions:
            yield from conditions(condition)
    elif threshold is not None:
        yield threshold


def codes_of(condition: Threshold) -> Iterator[str]:
    """Every participant that a condition names."""
    match condition:
        case Instruments():
            yield from condition.among | condition.not_counting
        case NamedStates():
            yield from (code for codes in condition.states for code in codes)
        case Share():
            yield from condition.weights
        case Both():
            yield from (code for one in condition.conditions for code in codes_of(one))


def is_derivable(threshold: Threshold | None) -> bool:
    """Whether the record has what the condition needs; a share without weights cannot be told."""
    return all(not isinstance(c, Share) or bool(c.weights) for c in conditions(threshold))


def threshold_words(threshold: Threshold) -> str:
    """What the clause needs, for a reader: "40 instruments", "44 named States"."""
    match threshold:
        case Instruments():
            among = f" of {len(threshold.among)} listed States" if threshold.among else ""
            return f"{threshold.number} instruments{among}"
        case NamedStates():
            return f"{len(threshold.states)} named States"
        case Share():
            return f"{threshold.percent:g} percent of {threshold.of}"
        case Both():
            return " and ".join(threshold_words(condition) for condition in threshold.conditions)


def shortfall(threshold: Threshold, acts: Iterable[Act]) -> str:
    """What these acts leave open of a condition that is not met, for a reader."""
    consents: dict[str, ActKind] = {}
    for act in sorted(acts, key=lambda a: (a.received_on.last(), a.id)):
        if act.kind in CONSENT_KINDS or act.kind is ActKind.CONSENT_WITHDRAWN:
            note_consent(act, consents)
    unmet = [one for one in conditions(threshold) if not is_met(one, consents)]
    return " and ".join(_shortfall_of(one, consents) for one in unmet)


def _shortfall_of(condition: Threshold, consents: Consents) -> str:
    needed = threshold_words(condition)
    match condition:
        case NamedStates():
            lacking = len(missing_states(condition, consents))
            return f"the consent of {lacking} of the {needed} is lacking"
        case Instruments():
            return f"{needed} are needed, {instruments_so_far(condition, consents)} are known"
        case _:
            return f"{needed} are needed"
