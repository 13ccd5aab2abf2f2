"""How many: every count that can be defended, each with its rule."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import cached_property
from typing import NamedTuple

from treatywatch.law.calendar import Come, has_come, in_words
from treatywatch.law.clauses.consent import ACCEDING_KINDS, OTHER_KINDS, RATIFYING_KINDS
from treatywatch.law.terms import ActKind, Confidence, Standing
from treatywatch.law.treaty import Signatures, Treaty, View
from treatywatch.ledger.ledger import Ledger
from treatywatch.ledger.remembered import remembered
from treatywatch.status.answers import Count, CountReport, CountRule, OtherCounts
from treatywatch.status.continuity import states_to_count
from treatywatch.status.docket import Docket, docket
from treatywatch.status.horizon import compared_on
from treatywatch.status.spells import awaits_exchange
from treatywatch.status.views import disputes_on, in_view, not_taken, view_of_all


def count(ledger: Ledger, treaty: str, on: date, as_known_on: date | None = None) -> CountReport:
    """Every defensible count of one treaty at the end of the day ``on``.

    A date of less than a day counts from its last day on. Where it cannot be said whether an exit
    has taken effect, the State is still counted, and the words say so. Raises
    :class:`treatywatch.errors.UnknownName`.
    """
    found = docket(ledger, treaty, as_known_on)
    key = found.treaty.id, found.known_on, on
    return remembered(ledger, "count_reports", key, lambda: _report(found, on))


def _report(found: Docket, on: date) -> CountReport:
    everyone = [Counted(found, who, on) for who in states_to_count(found)]
    lacking = rules_lacking(found.treaty)
    counts = tuple(_count(rule, everyone, on, lacking) for rule in CountRule)
    return CountReport(
        found.treaty.id,
        on,
        found.known_on,
        counts,
        compared_on(found.ledger, found.treaty.id),
        found.treaty.coverage.holds,
        view_of_all(found, on),
        tuple(_other_counts(found, counts, on)),
    )


def _other_counts(found: Docket, counts: tuple[Count, ...], on: date) -> Iterator[OtherCounts]:
    """The numbers that are other ones under a view that is not taken, by the name of the view."""
    held: dict[str, list[tuple[str, View]]] = {}
    for dispute in disputes_on(found, on):
        for name, view in not_taken(dispute):
            held.setdefault(name, []).append((dispute.participant, view))
    for name, views in held.items():
        change = _change(found, in_view(found, name), {who for who, _ in views}, on)
        numbers = tuple((c.rule, c.number + change[c.rule]) for c in counts if change[c.rule])
        if numbers:
            holders = " and ".join(dict.fromkeys(view.held_by for _, view in views))
            sources = tuple(dict.fromkeys(view.source for _, view in views))
            yield OtherCounts(name, holders, numbers, sources)


def _change(found: Docket, other: Docket, who: set[str], on: date) -> Counter[CountRule]:
    """How many more each count has where the other view is taken of these participants."""
    change: Counter[CountRule] = Counter()
    for participant in who:
        here, there = Counted(found, participant, on), Counted(other, participant, on)
        for rule, is_in in IS_IN.items():
            change[rule] += is_in(there.position) - is_in(here.position)
    return change


class Position(NamedTuple):
    """All that the rules of counting ask of one participant on a day; few are different.

    ``gone`` is one that was a party and is no longer, or that no longer exists; ``consent`` the
    kind of the instrument by which it is bound, None where the record only presumes one.
    """

    standing: Standing
    signed: bool
    gone: bool
    consented: bool
    consent: ActKind | None
    in_force: bool
    noticed: bool


class Counted:
    """One participant on the day of the count."""

    def __init__(self, found: Docket, participant: str, on: date) -> None:
        history = found.history(participant)
        spell = found.timeline(participant).on(on)
        membership = history.consent_on(on)
        if membership is not None and awaits_exchange(found.treaty, membership):
            membership = None
        consent = membership.consent if membership else None
        extinct = history.extinct_from is not None and history.extinct_from <= on
        self.participant = participant
        self.contested = bool(spell.contested)
        self.position = Position(
            spell.standing,
            history.has_signed(on) is Come.YES,
            extinct or spell.standing is Standing.FORMER_PARTY,
            membership is not None,
            consent.kind if consent else None,
            membership is not None and has_come(membership.entry.when, on) is Come.YES,
            membership is not None and membership.pending_notice(on) is not None,
        )
        self.open = spell.standing is Standing.UNDETERMINED
        self._acts = (history.signature, consent)
        self._of_the_spell = spell.confidence

    @cached_property
    def confidence(self) -> Confidence:
        """The lowest of the acts that the standing rests on."""
        acts = (act.confidence for act in self._acts if act is not None)
        return _lowest((self._of_the_spell, *acts))


_CONFIDENCES = tuple(Confidence)  # the highest first


def _lowest(confidences: Iterable[Confidence]) -> Confidence:
    return max(confidences, key=_CONFIDENCES.index, default=Confidence.HIGH)


IS_IN: dict[CountRule, Callable[[Position], bool]] = {
    CountRule.SIGNATORIES: lambda v: v.signed and not v.gone,
    CountRule.EVER_SIGNED: lambda v: v.signed,
    CountRule.SIGNATORIES_NOT_BOUND: lambda v: v.signed and not v.consented and not v.gone,
    CountRule.CONSENT_EXPRESSED: lambda v: v.consented,
    CountRule.CONSENT_EXPRESSED_NOT_UNDER_NOTICE: lambda v: v.consented and not v.noticed,
    CountRule.IN_FORCE_FOR: lambda v: v.in_force,
    CountRule.IN_FORCE_FOR_NOT_UNDER_NOTICE: lambda v: v.in_force and not v.noticed,
    CountRule.UNDER_NOTICE: lambda v: v.noticed,
    CountRule.FORMER_PARTIES: lambda v: v.standing is Standing.FORMER_PARTY,
    CountRule.RATIFIED: lambda v: v.consent in RATIFYING_KINDS,
    CountRule.ACCEDED: lambda v: v.consent in ACCEDING_KINDS,
    CountRule.CONSENTED_OTHERWISE: lambda v: v.consent in OTHER_KINDS,
    CountRule.SIGNED_OR_CONSENTED: lambda v: v.consented or (v.signed and not v.gone),
}

_WORDS = {
    CountRule.SIGNATORIES: "stand on the depositary's list as having signed",
    CountRule.EVER_SIGNED: "have signed, whatever became of them later",
    CountRule.SIGNATORIES_NOT_BOUND: "have signed and not expressed consent to be bound",
    CountRule.CONSENT_EXPRESSED: "have deposited an instrument, less exits in effect",
    CountRule.CONSENT_EXPRESSED_NOT_UNDER_NOTICE: (
        "have deposited an instrument, less exits in effect and those under notice"
    ),
    CountRule.IN_FORCE_FOR: "are parties in the strict sense: the treaty is in force for them",
    CountRule.IN_FORCE_FOR_NOT_UNDER_NOTICE: "are parties and have given no notice of withdrawal",
    CountRule.UNDER_NOTICE: "have given notice of withdrawal that has not taken effect",
    CountRule.FORMER_PARTIES: "were parties and are no longer",
    CountRule.RATIFIED: "are bound by ratification, acceptance or approval",
    CountRule.ACCEDED: "are bound by accession or succession",
    CountRule.CONSENTED_OTHERWISE: (
        "are bound by definitive signature, formal confirmation or another notice of consent"
    ),
    CountRule.SIGNED_OR_CONSENTED: "have signed or expressed consent, less exits in effect",
}


_OF_ALL_WHO_SIGNED = frozenset({CountRule.SIGNATORIES, CountRule.EVER_SIGNED})
_OF_THOSE_NOT_BOUND = frozenset({CountRule.SIGNATORIES_NOT_BOUND, CountRule.SIGNED_OR_CONSENTED})
_LACKING = {
    None: frozenset[CountRule](),
    Signatures.SOME: _OF_ALL_WHO_SIGNED | _OF_THOSE_NOT_BOUND,
    Signatures.OF_THOSE_NOT_BOUND: _OF_ALL_WHO_SIGNED,
}


def rules_lacking(treaty: Treaty) -> frozenset[CountRule]:
    """The counts that mean nothing, as the record lacks signatures that would be in them."""
    return _LACKING[treaty.coverage.signatures]


def _count(
    rule: CountRule, everyone: list[Counted], on: date, lacking: frozenset[CountRule]
) -> Count:
    members = [one for one in everyone if IS_IN[rule](one.position)]
    unsure = [one.participant for one in members if one.open]
    words = f"{len(members)} {_WORDS[rule]} on {in_words(on)}"
    if unsure:
        words += f"; of {', '.join(unsure)} it cannot be said for certain"
    if rule in lacking:
        words += "; not every signature is in the record"
    return Count(
        rule,
        len(members),
        tuple(one.participant for one in members),
        words,
        Confidence.LOW if rule in lacking else _lowest(one.confidence for one in members),
    )
