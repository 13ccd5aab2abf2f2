"""The record as it was known on a day, and the day that a report speaks from."""

from bisect import bisect_left
from datetime import date
from functools import cached_property
from operator import attrgetter

from treatywatch.law.act import Act, Step
from treatywatch.law.terms import ActKind, Standing
from treatywatch.law.treaty import Holds, Treaty
from treatywatch.ledger.ledger import Ledger
from treatywatch.ledger.remembered import remembered
from treatywatch.reading.claim import Claim, Voice
from treatywatch.status.answers import CountReport, Spell, Timeline
from treatywatch.status.count_history import CountHistory, count_history
from treatywatch.status.counting import count
from treatywatch.status.docket import docket
from treatywatch.status.horizon import compared_on
from treatywatch.status.timeline import timeline
from treatywatch.values import frozen

CONSENTS = frozenset(
    {
        ActKind.DEFINITIVE_SIGNATURE,
        ActKind.RATIFICATION,
        ActKind.ACCEPTANCE,
        ActKind.APPROVAL,
        ActKind.ACCESSION,
        ActKind.SUCCESSION,
        ActKind.FORMAL_CONFIRMATION,
        ActKind.CONSENT_TO_BE_BOUND,
    }
)
"""Ways of consenting to be bound: VCLT Arts. 11 to 15."""

FAR_BACK = 20_000
"""Signs back beyond which what a report said is forgotten, so that no claim asks for all of it."""

SIGNATURES = frozenset({ActKind.SIGNATURE, ActKind.DEFINITIVE_SIGNATURE})
_EVERY_ACT = frozenset(ActKind)
_ASKED = 1024  # questions for acts that are answered without looking again
_START = attrgetter("start")
_LEADING_IN = CONSENTS | SIGNATURES
BOUND = frozenset({Standing.PARTY, Standing.PARTY_UNDER_NOTICE})


@frozen(slots=False)
class Knowledge:
    """What can be said on the day ``on`` with the knowledge of the day ``known_on``.

    ``known_on`` None uses all the record holds. ``ledger`` always holds everything: what was
    learned later does not decide what had been done, it only helps to explain. ``treaties`` are
    those that the report is about, ``text`` is what it says, ``told`` the claims read from it by
    where they start.
    """

    ledger: Ledger
    on: date
    known_on: date | None
    treaties: tuple[str, ...] = ()
    text: str = ""
    told: tuple[Claim, ...] = ()

    @property
    def only_treaty(self) -> str | None:
        """The treaty that all the report is about, None where it is about several."""
        return self.treaties[0] if len(self.treaties) == 1 else None

    def told_within(self, start: int, end: int) -> tuple[Claim, ...]:
        """The claims that begin at or after the start and before the end."""
        low = bisect_left(self.told, start, key=_START)
        return self.told[low : bisect_left(self.told, end, low, key=_START)]

    def told_before(self, claim: Claim) -> tuple[Claim, ...]:
        """Those that begin before the claim; what is too far back is forgotten."""
        return self.told_within(claim.start - FAR_BACK, claim.start)

    @cached_property
    def latest_told(self) -> date | None:
        """The latest day before the one it speaks from on which the report tells of a deed."""
        days = (one.date.last() for one in self.told if one.date and one.voice is Voice.DID)
        return max((day for day in days if day < self.on), default=None)

    def treaty(self, treaty: str) -> Treaty:
        """The treaty of that id."""
        return self.ledger.treaties[treaty]

    def name(self, participant: str) -> str:
        """The common name of a participant."""
        return self.ledger.participants[participant].common_name

    def acts(self, participant: str, treaty: str, kinds: frozenset[ActKind]) -> tuple[Act, ...]:
        """Known acts of these kinds, oldest first."""
        asked = participant, treaty, kinds, self.known_on
        return remembered(self.ledger, "known_acts", asked, lambda: self._acts(*asked[:3]), _ASKED)

    def _acts(self, participant: str, treaty: str, kinds: frozenset[ActKind]) -> tuple[Act, ...]:
        known = tuple(a for a in self.acts_ever(participant, treaty, kinds) if self._knows(a))
        gone = self._taken_back_later(participant, treaty, kinds)
        return tuple(sorted((*known, *gone), key=_received)) if gone else known

    def acts_ever(
        self, participant: str, treaty: str, kinds: frozenset[ActKind]
    ) -> tuple[Act, ...]:
        """Acts of these kinds, those learned later too, oldest first.

        What a State did that ceased to exist stands in the record under the one that continues it.
        """
        own = [act for act in self.ledger.acts_by(participant, treaty) if act.kind in kinds]
        before = [
            act
            for successor in self.ledger.successors(participant)
            for act in self.ledger.acts_by(successor, treaty)
            if act.kind in kinds and self._done_before(act)
        ]
        return tuple(sorted([*own, *before], key=_received))

    def steps(self, participant: str, treaty: str) -> tuple[Step, ...]:
        """Known steps at home about leaving, oldest first."""
        known = self.known_on
        found = [
            step
            for step in self.ledger.steps.get(treaty, ())
            if step.participant == participant and (known is None or step.done_on.first() <= known)
        ]
        return tuple(sorted(found, key=lambda step: step.done_on.first()))

    def may_leave(self, participant: str, treaty: str) -> bool:
        """Whether anything is known that can lead out, so that a timeline is worth working out."""
        acts = self.acts(participant, treaty, _EVERY_ACT)
        return (
            any(act.kind not in _LEADING_IN for act in acts)
            or bool(self.steps(participant, treaty))
            or bool(docket(self.ledger, treaty, self.known_on).endings(participant))
        )

    def timeline(self, participant: str, treaty: str) -> Timeline:
        """The spells of one participant as known."""
        return timeline(self.ledger, participant, treaty, as_known_on=self.known_on)

    def spell(self, participant: str, treaty: str, on: date | None = None) -> Spell:
        """The standing on a day, by default on the day the report speaks from."""
        return self.timeline(participant, treaty).on(on or self.on)

    def counts(self, treaty: str, on: date | None = None) -> CountReport:
        """Every defensible count on a day."""
        return count(self.ledger, treaty, on or self.on, as_known_on=self.known_on)

    def count_history(self, treaty: str) -> CountHistory:
        """Every count on every day."""
        return count_history(self.ledger, treaty, as_known_on=self.known_on)

    def is_complete(self, treaty: str) -> bool:
        """Whether the record holds who joined the treaty, so that absence means something."""
        if self.treaty(treaty).coverage.holds is not Holds.ALL_ACTS:
            return False
        acts = self.ledger.acts.get(treaty, ())
        return remembered(self.ledger, "holds_who_joined", treaty, lambda: _holds_who_joined(acts))

    def reaches(self, treaty: str) -> bool:
        """Whether the record was kept up to the day in question: else it cannot deny an act."""
        return self.covers(treaty, self.on)

    def covers(self, treaty: str, day: date) -> bool:
        """Whether an act up to that day would be in the record."""
        horizon = self.horizon(treaty)
        return horizon is not None and day <= horizon

    def holds_every_exit(self, treaty: str, day: date) -> bool:
        """Whether an exit up to that day would be in the record, though who joined may not be."""
        return self.treaty(treaty).coverage.has_every_exit(day)

    def is_before_its_exits(self, treaty: str, day: date) -> bool:
        """Whether the exits in the record begin after that day only, whoever joined before."""
        since = self.treaty(treaty).coverage.since
        return since is not None and day < since

    def horizon(self, treaty: str) -> date | None:
        """The last day up to which the acts of the treaty were compared or brought up to date."""
        return compared_on(self.ledger, treaty)

    def _done_before(self, act: Act) -> bool:
        """Whether the act is older than the State it stands under: its predecessor did it."""
        begun = self.ledger.participants[act.participant].exists_from
        return begun is not None and act.received_on.last() < begun.first()

    def _taken_back_later(
        self, participant: str, treaty: str, kinds: frozenset[ActKind]
    ) -> list[Act]:
        """What was taken for an act on the day ``known_on``, and is no more."""
        day = self.known_on
        return [
            one.act
            for one in self.ledger.taken_back.get(treaty, ())
            if one.act.kind in kinds
            and one.act.participant == participant
            and day is not None
            and one.was_known_on(day)
        ]

    def _knows(self, act: Act) -> bool:
        return self.known_on is None or act.learned_on.first() <= self.known_on


def _received(act: Act) -> date:
    return act.received_on.first()


def _holds_who_joined(acts: tuple[Act, ...]) -> bool:
    joined = {act.participant for act in acts if act.kind in CONSENTS}
    left = {act.participant for act in acts if act.kind is ActKind.WITHDRAWAL_NOTICE}
    signed = {act.participant for act in acts if act.kind is ActKind.SIGNATURE}
    # of START II only one ratification is known, but both signatures
    return max(len(joined), len(signed)) >= 2 and left <= joined
