"""How far a treaty is from the condition for its entry into force."""

from collections.abc import Iterable, Iterator

from treatywatch.law.act import Act
from treatywatch.law.clauses import thresholds
from treatywatch.law.clauses.consent import CONSENT_KINDS
from treatywatch.law.clauses.final import Both, Instruments, NamedStates, Share, Threshold
from treatywatch.law.terms import ActKind
from treatywatch.law.treaty import Treaty
from treatywatch.values import frozen


@frozen
class Condition:
    """One part of the condition: so much of so much, and which named States are lacking."""

    words: str
    reached: float
    needed: float
    lacking: tuple[str, ...] = ()

    @property
    def is_met(self) -> bool:
        """Whether this part is fulfilled."""
        return self.reached >= self.needed


@frozen
class ThresholdProgress:
    """Every part of a treaty's condition (VCLT Art. 24(1)) with what has been reached of it."""

    conditions: tuple[Condition, ...]

    @property
    def is_met(self) -> bool:
        """Whether all parts are fulfilled."""
        return all(condition.is_met for condition in self.conditions)


def threshold_progress(treaty: Treaty, acts: Iterable[Act]) -> ThresholdProgress | None:
    """What these acts reach of the condition; None where the treaty starts on a day of its own."""
    needs = treaty.final_clauses.of_the_treaty.needs
    if needs is None:
        return None
    consents: dict[str, ActKind] = {}
    counted = (a for a in acts if a.kind in CONSENT_KINDS or _takes_back(a))
    for act in sorted(counted, key=lambda a: (a.received_on.last(), a.id)):
        thresholds.note_consent(act, consents)
    return ThresholdProgress(tuple(_conditions(needs, consents)))


def _takes_back(act: Act) -> bool:
    return act.kind is ActKind.CONSENT_WITHDRAWN


def _conditions(needs: Threshold, consents: dict[str, ActKind]) -> Iterator[Condition]:
    words = thresholds.threshold_words(needs)
    match needs:
        case Instruments():
            yield Condition(words, thresholds.instruments_so_far(needs, consents), needs.number)
        case NamedStates():
            lacking = thresholds.missing_states(needs, consents)
            yield Condition(words, len(needs.states) - len(lacking), len(needs.states), lacking)
        case Share():
            yield Condition(words, thresholds.share_so_far(needs, consents), needs.percent)
        case Both():
            for condition in needs.conditions:
                yield from _conditions(condition, consents)
