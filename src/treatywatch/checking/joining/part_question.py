"""What is asked about one participant when a report says how it stands to a treaty."""

from datetime import date, timedelta
from functools import cached_property

from treatywatch.checking.exits.exit_question import list_basis
from treatywatch.checking.grounds.dates import at
from treatywatch.checking.grounds.finding import Basis, BasisKind
from treatywatch.checking.grounds.judgement import Judgement, silent_on
from treatywatch.checking.grounds.knowledge import CONSENTS, SIGNATURES
from treatywatch.checking.grounds.question import Question
from treatywatch.law.act import Act
from treatywatch.law.calendar import PartialDate, in_words
from treatywatch.law.clauses.final import Until
from treatywatch.law.terms import ActKind, Standing
from treatywatch.status.answers import Spell
from treatywatch.status.explain import exceptions
from treatywatch.status.timeline import status
from treatywatch.values import frozen

_ACTS_IN_WORDS = {ActKind.DEFINITIVE_SIGNATURE: "definitive signature"}

_WEEKS = timedelta(days=92)
# A signature in one capital and its record in another may lie a day or two apart.
_SLACK = 2


@frozen(slots=False)
class PartQuestion(Question):
    """How does ``participant`` stand to ``treaty``; ``claimed`` is the date that is given.

    ``to_the_day`` tells that the words give it in full, and not as a weekday of these days.
    """

    claimed: PartialDate | None
    to_the_day: bool = False

    @property
    def day(self) -> date:
        """The day asked about: the date given where it has passed, else the day of the report."""
        on = self.knowledge.on
        return on if self.claimed is None else min(on, self.claimed.last())

    @cached_property
    def signatures(self) -> tuple[Act, ...]:
        """Known signatures up to the day of the report."""
        return self._until_today(SIGNATURES)

    @cached_property
    def consents(self) -> tuple[Act, ...]:
        """Known acts of consent up to the day of the report."""
        return self._until_today(CONSENTS)

    @cached_property
    def signature_not_kept(self) -> bool:
        """Whether it may have signed though the record has no signature of it.

        A ratification confirms a signature (VCLT Art. 14(1)), and some lists print none at all.
        """
        if self.signatures or not self.consents:
            return False
        acts = self.knowledge.ledger.acts.get(self.treaty, ())
        confirms = any(act.kind is ActKind.RATIFICATION for act in self.consents)
        return confirms or not any(act.kind in SIGNATURES for act in acts)

    @cached_property
    def only_provisionally(self) -> Act | None:
        """The end of its provisional application, told by a State that never consented.

        It is the notice that it does not intend to become a party (VCLT Art. 25(2)).
        """
        if self.consents or self.later(CONSENTS) is not None:
            return None
        return next(iter(self._until_today(_ENDED)), None)

    @cached_property
    def taken_back(self) -> Act | None:
        """Its consent taken back before the treaty bound it; a signatory is what it is then."""
        return next(iter(self._until_today(_TAKEN_BACK)), None)

    @property
    def signed_anew(self) -> Act | None:
        """The signature with which one that had left is on its way back, short of consent."""
        if self.spell.standing is not Standing.SIGNATORY or not self.signatures:
            return None
        last = self.signatures[-1]
        bound = self.consents[-1].received_on.last() if self.consents else date.max
        return last if bound < last.received_on.first() else None

    @cached_property
    def spell(self) -> Spell:
        """The standing on the day asked about."""
        return self.knowledge.spell(self.participant, self.treaty, self.day)

    @property
    def standing_words(self) -> str:
        """ "party since 1 July 2012": from the first of the spells that give this standing.

        A dispute begins a new spell and no new standing, nor does a notice taken back (VCLT
        Art. 68). What it is not bound by is told with it:
        "party since 28 March 1968, except for Chapter I".
        """
        since = self.spell.since
        line = self.knowledge.timeline(self.participant, self.treaty)
        for earlier in reversed(line.spells):
            if earlier.until == since and _lasts(earlier.standing, self.spell.standing):
                since = earlier.since
        words = _standing_words(self.spell.standing, since)
        return words + self._except_for() if line.units else words

    def _except_for(self) -> str:
        knowledge = self.knowledge
        whose = (self.participant, self.treaty, self.day, knowledge.known_on)
        return exceptions(status(knowledge.ledger, *whose).units).rstrip(",")

    @cached_property
    def can_be_denied(self) -> bool:
        """Whether absence from the record means something.

        Up to the day claimed, where one is; and always, where nobody may join later.
        """
        if not self.knowledge.is_complete(self.treaty):
            return False
        accession = self.knowledge.treaty(self.treaty).final_clauses.accession
        closed = accession is not None and accession.from_when is Until.NEVER
        past = self.claimed is not None and self.knowledge.covers(self.treaty, self.claimed.last())
        return closed or past or self.knowledge.reaches(self.treaty)

    @property
    def may_have_ratified_since(self) -> bool:
        """Whether who joined is known to a day only that is long over, or before the one told.

        In a year hardly a signatory in a hundred ratifies.
        """
        knowledge, ends = self.knowledge, self.knowledge.horizon(self.treaty)
        if self.can_be_denied or not knowledge.is_complete(self.treaty) or ends is None:
            return False
        told_later = self.claimed is not None and self.claimed.last() > ends
        return told_later or knowledge.on - ends > _A_YEAR

    @cached_property
    def heir_of(self) -> str | None:
        """The State before it that a treaty bound which nobody else may join: INF and Ukraine.

        Whether it took its place is for the parties to say, and no list shows it (VCLT Art. 73).
        """
        accession = self.knowledge.treaty(self.treaty).final_clauses.accession
        if accession is not None and accession.from_when is not Until.NEVER:
            return None
        before = self.knowledge.ledger.participants[self.participant].predecessors
        bound = (p for p in before if self.knowledge.acts(p, self.treaty, CONSENTS))
        return next((self.knowledge.name(p) for p in bound), None)

    @cached_property
    def slack(self) -> int:
        """Days by which a date may differ: where one depositary keeps the treaty, none."""
        several = len(self.knowledge.treaty(self.treaty).depositaries) > 1
        return 0 if self.to_the_day and not several else _SLACK

    @property
    def absence(self) -> Basis:
        """The list on which it is not."""
        return list_basis(self.knowledge, self.treaty)

    def later(self, kinds: frozenset[ActKind]) -> Act | None:
        """The first such act after the day of the report, as known today: to explain."""
        ever = self.knowledge.acts_ever(self.participant, self.treaty, kinds)
        return next((a for a in ever if a.received_on.first() > self.knowledge.on), None)

    def is_soon(self, act: Act, wait: timedelta = _WEEKS) -> bool:
        """Whether a later act came so soon that a report was early, rather than wrong."""
        return act.received_on.first() - self.knowledge.on <= wait

    def silent(self) -> Judgement:
        """The record cannot tell."""
        return silent_on(self.name, f"the {self.title}")

    def _until_today(self, kinds: frozenset[ActKind]) -> tuple[Act, ...]:
        known = self.knowledge.acts(self.participant, self.treaty, kinds)
        return tuple(a for a in known if a.received_on.first() <= self.knowledge.on)


_A_YEAR = timedelta(days=365)
_TAKEN_BACK = frozenset({ActKind.CONSENT_WITHDRAWN})
_ENDED = frozenset({ActKind.PROVISIONAL_APPLICATION_ENDED})


def basis_of(act: Act) -> Basis:
    """An act as a basis."""
    return Basis(BasisKind.ACT, act.id, act.source)


def unkept_signature(question: PartQuestion) -> str:
    """What is told where the record has the consent alone, and no signature before it."""
    return f"{act_words(question.consents[0])}; whether it had signed is not in the record"


def act_words(act: Act) -> str:
    """ "accession on 9 January 2012" """
    kind = _ACTS_IN_WORDS.get(act.kind, act.kind.value.replace("-", " "))
    return f"{kind} {at(act.received_on)}"


def _lasts(before: Standing, now: Standing) -> bool:
    """Whether it is the same standing, or that of a party whose notice was taken back."""
    kept = before is Standing.PARTY_UNDER_NOTICE and now is Standing.PARTY
    return before is now or kept


def _standing_words(standing: Standing, since: date | None) -> str:
    words = standing.value.replace("-", " ")
    return words if since is None else f"{words} since {in_words(since)}"
