"""The answers that the status room gives: each one a value with its reasons."""

from dataclasses import replace
from datetime import date
from enum import StrEnum
from functools import partial
from itertools import takewhile

from treatywatch.law.calendar import When
from treatywatch.law.effect import Effect, Reason
from treatywatch.law.terms import ActKind, Confidence, Standing
from treatywatch.law.treaty import Holds
from treatywatch.law.unit import WHOLE, Unit
from treatywatch.values import frozen

DEPOSITARY = "the depositary"
NO_VIEW = "none: the views differ"


@frozen
class Spell:
    """One standing over a span of days: from ``since`` on, up to but without ``until``.

    ``since`` None is the beginning of time, ``until`` None means that no end is known.
    ``contested`` holds what other views say; ``confidence`` is the lowest of the acts it rests on.
    ``suspended_since`` is the first day without operation in the view that is taken: a suspension
    ends no standing.
    """

    standing: Standing
    since: date | None
    until: date | None
    reasons: tuple[Reason, ...]
    contested: tuple[Reason, ...] = ()
    confidence: Confidence = Confidence.HIGH
    suspended_since: date | None = None

    def covers(self, day: date) -> bool:
        """Whether the day lies in the spell."""
        return (self.since is None or self.since <= day) and (
            self.until is None or day < self.until
        )


def _of_one_standing(standing: Standing, spell: Spell) -> bool:
    return spell.standing is standing


@frozen
class Timeline:
    """The spells of one participant in one treaty: they tile time without gap or overlap.

    ``units`` holds a timeline for each part of the treaty and each territory that its acts name;
    ``unit`` tells which one a timeline is about. ``compared_on`` is the last day on which the
    record of the treaty was held against its sources.
    """

    treaty: str
    participant: str
    spells: tuple[Spell, ...]
    effects: tuple[Effect, ...]
    as_known_on: date | None
    unit: Unit = WHOLE
    units: tuple["Timeline", ...] = ()
    view: str = DEPOSITARY
    compared_on: date | None = None

    def on(self, day: date) -> Spell:
        """The spell that covers the day."""
        return next(spell for spell in self.spells if spell.covers(day))

    def standing_on(self, day: date) -> Spell:
        """The spell that covers the day, for as long as its standing holds, whatever else changes.

        What is contested, and the reasons, are those of the day.
        """
        place = next(i for i, spell in enumerate(self.spells) if spell.covers(day))
        spell = self.spells[place]
        alike = partial(_of_one_standing, spell.standing)
        earlier = [*takewhile(alike, reversed(self.spells[:place]))]
        later = [*takewhile(alike, self.spells[place + 1 :])]
        since = earlier[-1].since if earlier else spell.since
        return replace(spell, since=since, until=later[-1].until if later else spell.until)

    def next_standing(self, day: date) -> Spell | None:
        """The first other standing after the one of the day."""
        change = self.standing_on(day).until
        return None if change is None else self.standing_on(change)

    def standing_since(self, day: date) -> date | None:
        """The day from which the standing of that day has held, whatever else changed in it."""
        return self.standing_on(day).since


@frozen
class OtherView:
    """How the same question is answered under a view that is not taken, and the source for it.

    ``view`` is the name that asks for it, ``held_by`` those who hold it in words. ``since`` is the
    day from which the standing is this one; None: from the beginning of time.
    """

    view: str
    held_by: str
    spell: Spell
    since: date | None
    words: str
    source: str


@frozen
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


@frozen
class StatusAnswer:
    """The standing of one participant on one day, with what is to come.

    ``view`` says whose view it is: the depositary's as a rule, another one where the treaty file
    takes that, or :data:`NO_VIEW` where those concerned differ and nobody has settled it.
    ``views_differ`` holds the views on record that answer otherwise on that day.
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
    views_differ: tuple[OtherView, ...] = ()


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
    CONSENTED_OTHERWISE = "consented-otherwise"  # any other act of consent (VCLT Art. 11)
    SIGNED_OR_CONSENTED = "signed-or-consented"  # everyone who did either, less exits


@frozen
class Count:
    """A number with the rule that gives it and who is in it."""

    rule: CountRule
    number: int
    participants: tuple[str, ...]
    words: str
    confidence: Confidence = Confidence.HIGH


@frozen
class OtherCounts:
    """The counts that are other numbers under a view that is not taken, and the sources for it."""

    view: str
    held_by: str
    numbers: tuple[tuple[CountRule, int], ...]
    sources: tuple[str, ...]

    def by(self, rule: CountRule) -> int | None:
        """The number under that rule, where the view gives another one."""
        return dict(self.numbers).get(rule)


@frozen
class CountReport:
    """Every defensible count of one treaty on one day.

    ``compared_on`` is the last day on which the record of the treaty was held against its sources,
    ``holds`` which acts it has: with exits only, the numbers are no count of the parties.
    ``views_differ`` holds the views on record under which some number is another one.
    """

    treaty: str
    on: date
    as_known_on: date | None
    counts: tuple[Count, ...]
    compared_on: date | None = None
    holds: Holds = Holds.ALL_ACTS
    view: str = DEPOSITARY
    views_differ: tuple[OtherCounts, ...] = ()

    def by(self, rule: CountRule) -> Count:
        """The count under that rule."""
        return next(count for count in self.counts if count.rule is rule)


@frozen
class EffectAnswer:
    """When an act would take effect, and why; ``when`` may be open or undetermined.

    ``compared_on`` is the last day on which the record of the treaty was held against its sources.
    """

    treaty: str
    participant: str | None
    act: ActKind
    done_on: date
    when: When
    reasons: tuple[Reason, ...]
    view: str = DEPOSITARY
    as_known_on: date | None = None
    compared_on: date | None = None
