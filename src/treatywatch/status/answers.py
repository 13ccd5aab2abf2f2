"""The answers that the status room gives: each one a value with its reasons."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from treatywatch.law.calendar import When
from treatywatch.law.effect import Effect, Reason
from treatywatch.law.terms import ActKind, Confidence, Standing
from treatywatch.law.treaty import Holds
from treatywatch.law.unit import WHOLE, Unit


@dataclass(frozen=True, slots=True)
class Spell:
    """One standing over a span of days: from ``since`` on, up to but without ``until``.

    ``since`` None is the beginning of time, ``until`` None means that no end is known.
    ``contested`` holds what other views say; ``confidence`` is the lowest of the acts it rests on.
    """

    standing: Standing
    since: date | None
    until: date | None
    reasons: tuple[Reason, ...]
    contested: tuple[Reason, ...] = ()
    confidence: Confidence = Confidence.HIGH

    def covers(self, day: date) -> bool:
        """Whether the day lies in the spell."""
        return (self.since is None or self.since <= day) and (
            self.until is None or day < self.until
        )


@dataclass(frozen=True, slots=True)
class Timeline:
    """The spells of one participant in one treaty: they tile time without gap or overlap.

    ``units`` holds a timeline for each part of the treaty and each territory that its acts name;
    ``unit`` tells which one a timeline is about.
    """

    treaty: str
    participant: str
    spells: tuple[Spell, ...]
    effects: tuple[Effect, ...]
    as_known_on: date | None
    unit: Unit = WHOLE
    units: tuple["Timeline", ...] = ()

    def on(self, day: date) -> Spell:
        """The spell that covers the day."""
        return next(spell for spell in self.spells if spell.covers(day))

    def after(self, day: date) -> Spell | None:
        """The spell that follows the one that covers the day."""
        place = next(i for i, spell in enumerate(self.spells) if spell.covers(day))
        return self.spells[place + 1] if place + 1 < len(self.spells) else None


DEPOSITARY = "the depositary"
NO_VIEW = "none: the views differ"


@dataclass(frozen=True, slots=True)
class UnitStatus:
    """How one part or one territory stands on the day, beside the participant as a whole.

    ``differs`` tells whether it stands otherwise than the whole, or in dispute; ``alone`` whether
    the participant's consent reached nothing but this unit.
    """

    unit: Unit
    name: str
    spell: Spell
    next_spell: Spell | None
    differs: bool
    alone: bool = False


@dataclass(frozen=True, slots=True)
class StatusAnswer:
    """The standing of one participant on one day, with what is to come.

    ``view`` says whose view it is: the depositary's as a rule, another one where the treaty file
    takes that, or :data:`NO_VIEW` where those concerned differ and nobody has settled it.
    ``compared_on`` is the last day on which the record of the treaty was held against its sources.
    """

    treaty: str
    participant: str
    on: date
    as_known_on: date | None
    spell: Spell
    next_spell: Spell | None
    view: str = DEPOSITARY
    compared_on: date | None = None
    units: tuple[UnitStatus, ...] = ()


class CountRule(StrEnum):
    """What is counted. Published numbers differ because their rules do."""

    # signed, as the depositary lists them: less States that have left or ceased to exist
    SIGNATORIES = "signatories"
    EVER_SIGNED = "ever-signed"  # everyone who signed, whatever became of them
    # signed; consent never expressed, or taken back before it had effect; no former parties
    SIGNATORIES_NOT_BOUND = "signatories-not-bound"
    CONSENT_EXPRESSED = (
        "consent-expressed"  # deposited, and no exit in effect: the UN list's "parties"
    )
    CONSENT_EXPRESSED_NOT_UNDER_NOTICE = "consent-expressed-not-under-notice"
    IN_FORCE_FOR = "in-force-for"  # parties in the strict sense: VCLT Art. 2(1)(g)
    IN_FORCE_FOR_NOT_UNDER_NOTICE = "in-force-for-not-under-notice"
    UNDER_NOTICE = "under-notice"
    FORMER_PARTIES = "former-parties"
    RATIFIED = "ratified"  # ratification, acceptance or approval only
    ACCEDED = "acceded"  # accession or succession only
    SIGNED_OR_CONSENTED = "signed-or-consented"  # everyone who did either, less exits


@dataclass(frozen=True, slots=True)
class Count:
    """A number with the rule that gives it and who is in it."""

    rule: CountRule
    number: int
    participants: tuple[str, ...]
    words: str
    confidence: Confidence = Confidence.HIGH


@dataclass(frozen=True, slots=True)
class CountReport:
    """Every defensible count of one treaty on one day.

    ``compared_on`` is the last day on which the record of the treaty was held against its sources,
    ``holds`` which acts it has: with exits only, the numbers are no count of the parties.
    """

    treaty: str
    on: date
    as_known_on: date | None
    counts: tuple[Count, ...]
    compared_on: date | None = None
    holds: Holds = Holds.ALL_ACTS

    def by(self, rule: CountRule) -> Count:
        """The count under that rule."""
        return next(count for count in self.counts if count.rule is rule)


@dataclass(frozen=True, slots=True)
class EffectAnswer:
    """When an act would take effect, and why; ``when`` may be open or undetermined."""

    treaty: str
    participant: str | None
    act: ActKind
    done_on: date
    when: When
    reasons: tuple[Reason, ...]
