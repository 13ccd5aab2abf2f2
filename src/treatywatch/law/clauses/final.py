"""The final clauses of a treaty as values: what a treaty file says, ready to be applied.

The file format is described in docs/final-clauses.md; the functions that apply the clauses stand
in the modules beside this one.
"""

from collections.abc import Mapping
from dataclasses import field
from datetime import date
from enum import StrEnum

from treatywatch.law.clauses.reckoning import Anchor, MonthDay, TakesEffect
from treatywatch.law.terms import ActKind
from treatywatch.values import frozen


@frozen
class Silence:
    """The text has no such clause; ``words`` say what follows from that, with its authority."""

    words: str


@frozen
class Instruments:
    """So many instruments of consent.

    ``of_kinds`` limits the kinds that count (the ATT: no accession); ``among`` limits whose count
    ("eight of them member States"); ``not_counting`` leaves out those whose instrument is not
    additional to that of their members. Successions never count.
    """

    number: int
    of_kinds: frozenset[ActKind] = frozenset()
    among: frozenset[str] = frozenset()
    not_counting: frozenset[str] = frozenset()


@frozen
class NamedStates:
    """Every State of a list; an inner tuple gives codes of which one is enough (SUN or RUS)."""

    states: tuple[tuple[str, ...], ...]


@frozen
class Share:
    """Instruments of participants that together have so many percent of something.

    ``source`` is where the weights were published; without weights the share cannot be derived.
    """

    percent: float
    of: str
    weights: Mapping[str, float]
    source: str = ""


@frozen
class Both:
    """All of several conditions."""

    conditions: tuple["Threshold", ...]


Threshold = Instruments | NamedStates | Share | Both


@frozen
class TreatyEntry:
    """How the treaty itself enters into force (VCLT Art. 24(1)).

    ``needs`` None: on the day that ``takes_effect`` fixes. ``not_before`` is an earliest day
    ("two years after opening for signature").
    """

    article: str
    needs: Threshold | None
    takes_effect: TakesEffect
    not_before: TakesEffect | None = None


class LaterDeposits(StrEnum):
    """Which deposits the clause on later participants covers; earlier ones go with the treaty."""

    AFTER_THRESHOLD_DAY = "after-threshold-day"
    AFTER_ENTRY_INTO_FORCE = "after-entry-into-force"
    FROM_ENTRY_INTO_FORCE_ON = "from-entry-into-force-on"
    ALL = "all"  # each has its own day, however early the deposit (Tlatelolco)


@frozen
class LaterEntry:
    """How the treaty enters into force for one that comes later (VCLT Art. 24(3)).

    ``of_kinds`` maps kinds of act to a rule of their own, where the text has one.
    """

    article: str
    takes_effect: TakesEffect
    deposits: LaterDeposits
    of_kinds: Mapping[ActKind, TakesEffect] = field(default_factory=dict)


class Until(StrEnum):
    """How long a treaty is open for signature, or from when it is open for accession."""

    ENTRY_INTO_FORCE = "entry-into-force"
    ANY_TIME = "any-time"
    CLOSING_OF_SIGNATURE = "closing-of-signature"  # from the day after the last day of signature
    NEVER = "never"


@frozen
class Signature:
    """When the treaty is open for signature; ``until`` is a word or a last day."""

    article: str
    until: Until | date


@frozen
class Accession:
    """From when a treaty can be acceded to; by whom, where the text says so (VCLT Art. 15)."""

    article: str
    from_when: Until
    only_for: "OnlyFor | None" = None


class OnlyFor(StrEnum):
    """For whom a way of consenting is open."""

    SIGNATORIES = "signatories"
    NON_SIGNATORIES = "non-signatories"


@frozen
class Ratification:
    """For whom ratification, acceptance and approval are open (VCLT Art. 14)."""

    article: str
    only_for: OnlyFor


@frozen
class Succession:
    """From when a successor State is bound; ``article`` None where the text is silent."""

    article: str | None
    takes_effect: TakesEffect
    words: str = ""


@frozen
class Provisional:
    """Provisional application (VCLT Art. 25): what of the treaty, declared with which act."""

    article: str
    covers: str
    declared_with: frozenset[ActKind]
    ended_by_notice: TakesEffect | None = None


class Locked(StrEnum):
    """What an earliest-exit lock holds back."""

    NOTICE = "notice"  # an earlier notice is void
    EFFECT = "effect"  # the notice is good, its effect waits


@frozen
class Lock:
    """No exit before this day (Paris Agreement Art. 28(1): three years)."""

    article: str
    until: TakesEffect
    locks: Locked


@frozen
class Window:
    """Notices count only in a span that opens again and again (ILO: one year in every ten)."""

    article: str
    every_years: int
    open_years: int


@frozen
class Terms:
    """An exit takes effect only at the end of a term (European Social Charter Art. M).

    The first term has ``first_years`` from the day of ``after``, each later one ``then_years``. The
    period of notice must have run out by then, else the next end counts.
    """

    article: str
    first_years: int
    then_years: int
    after: Anchor


class PostponedUntil(StrEnum):
    """What must be over before a postponed exit takes effect."""

    END_OF_CONFLICT = "end-of-conflict"
    RELEASE_OF_PROTECTED_PERSONS = "end-of-conflict-and-release-of-protected-persons"


@frozen
class Postponement:
    """An exit waits while the State is in armed conflict on the day the period ends."""

    article: str
    until: PostponedUntil


@frozen
class Withdrawal:
    """The clause on withdrawal or denunciation (VCLT Arts. 54, 56).

    ``notice_to`` lists who must be told; the clock starts on the anchor of ``takes_effect`` alone.
    ``later_date_in_notice`` tells that a notice may name a later day (an earlier one is ignored).
    ``grounds`` is the condition for leaving at all, ``survives`` what binds after the exit,
    ``survives_years`` for how long, where the text counts it.
    ``ends_the_treaty`` holds for a treaty of two: it cannot survive one exit.
    """

    article: str
    notice_to: tuple[str, ...]
    takes_effect: TakesEffect
    later_date_in_notice: bool = False
    reasons_required: bool = False
    grounds: str = ""
    lock: Lock | None = None
    window: Window | None = None
    terms: Terms | None = None
    postponed: Postponement | None = None
    ends_the_treaty: bool = False
    survives: str = ""
    survives_years: int = 0


@frozen
class Suspension:
    """The treaty's own clause on suspension; it stops performance, never a standing."""

    article: str
    words: str


@frozen
class Expulsion:
    """The end of a standing by decision of others, counted from the event."""

    article: str
    takes_effect: TakesEffect


@frozen
class EndsWith:
    """Leaving another treaty ends this one too (UNFCCC Art. 25(3))."""

    treaty: str
    article: str
    takes_effect: TakesEffect


@frozen
class Extension:
    """An agreement to let the treaty live longer: made on a day, until a day."""

    on: date
    until: date
    source: str


@frozen
class Duration:
    """How long the treaty lives; ``expires_on`` is the first day on which it no longer does."""

    article: str | None
    expires_on: date | None = None
    extensions: tuple[Extension, ...] = ()

    def end_as_known_on(self, day: date | None) -> date | None:
        """The first day without the treaty, with the extensions agreed up to ``day``."""
        known = [e.until for e in self.extensions if day is None or e.on <= day]
        return known[-1] if known else self.expires_on


class Capital(StrEnum):
    """Which of several depositaries' days counts."""

    EARLIEST = "earliest"
    LATEST = "latest"


@frozen
class SeveralDepositaries:
    """Which day counts where notices may be handed over in several capitals.

    For joining, the earliest valid deposit counts in every treaty of that kind.
    """

    leaving: Capital


@frozen
class Reservations:
    """Whether reservations are allowed: "none", "limited", "silent", or "allowed"."""

    article: str | None
    allowed: str


@frozen
class FinalClauses:
    """The final clauses of one treaty."""

    of_the_treaty: TreatyEntry
    for_a_later_participant: LaterEntry | None
    withdrawal: Withdrawal | Silence
    duration: Duration
    signature: Signature | None = None
    accession: Accession | None = None
    ratification: Ratification | None = None
    succession: Succession | None = None
    provisional_application: Provisional | None = None
    suspension: Suspension | Silence = Silence("the text has no clause on suspension")
    expulsion: Expulsion | None = None
    ends_with: tuple[EndsWith, ...] = ()
    several_depositaries: SeveralDepositaries | None = None
    reservations: Reservations | None = None


@frozen
class Duty:
    """A dated duty of every party.

    ``due`` is a period from an anchor, ``every_year`` a yearly day; one of them is None.
    ``first_due`` is the day of the report that a yearly one brings up to date: the yearly day that
    follows it is the first. ``extension`` says how long it may be extended, and by which article.
    """

    article: str
    what: str
    due: TakesEffect | None
    every_year: MonthDay | None = None
    extension: str = ""
    extension_article: str | None = None
    first_due: TakesEffect | None = None


class Outcome(StrEnum):
    """What an example in a treaty file expects."""

    TREATY_IN_FORCE = "treaty_in_force"
    PARTY = "party"
    FORMER_PARTY = "former_party"
    NOT_BEFORE = "not_before"
    UNDETERMINED = "undetermined"
    WITHOUT_EFFECT = "without_effect"
    UNCHANGED = "unchanged"
    APPLIES_PROVISIONALLY = "applies_provisionally"
    SIGNATORY = "signatory"
    TREATY_ENDED = "treaty_ended"
    DUE = "due"
    NOT_OPEN = "not_open"


@frozen
class Example:
    """A worked case of one clause: the act and its day, and what must follow.

    ``act`` None means the deposit that reaches the threshold, or, with ``duty`` (its article), that
    something else is counted; ``as_known_on`` asks for the end of the treaty as known on the day.
    ``signed`` says whether the one who acts has signed. ``in_armed_conflict_on`` answers the
    question of fact by day. ``party_since`` and ``treaty_in_force`` give the days that the rule
    needs; where they are left out the file's own milestones are used.
    """

    act: ActKind | None
    day: date
    outcome: Outcome
    outcome_day: date | None
    line: int
    participant: str | None = None
    named_date: date | None = None
    party_since: date | None = None
    treaty_in_force: date | None = None
    in_armed_conflict_on: Mapping[date, str] = field(default_factory=dict)
    event: str | None = None
    signed: bool | None = None
    duty: str | None = None
    as_known_on: bool = False
