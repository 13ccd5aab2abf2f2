"""A treaty as data: its names, where it is registered, its milestones, its final clauses."""

from collections.abc import Iterator
from dataclasses import field, replace
from datetime import date
from enum import StrEnum

from treatywatch.law.act import Act
from treatywatch.law.calendar import PartialDate
from treatywatch.law.clauses.final import Duty, Example, FinalClauses
from treatywatch.law.terms import ActKind
from treatywatch.law.unit import Part
from treatywatch.values import frozen

NOBODY = "none"
"""The depositary of a treaty of two, whose parties notify each other."""


class NameStrength(StrEnum):
    """How far a name points to the treaty by itself."""

    SURE = "sure"  # "Anti-Personnel Mine Ban Convention"
    LIKELY = "likely"  # "landmine ban": needs a second cue in the same report
    BODY = "body"  # "Universal Postal Union": where membership in the body is told
    BETWEEN = "between"  # "investment treaty": where it stands with its two parties
    WEAK = "weak"  # "Ottawa": a city until the report has named the treaty


@frozen
class TreatyName:
    """A form under which reports name the treaty, in one language (ISO 639-1)."""

    form: str
    strength: NameStrength
    language: str = "en"


@frozen
class Reference:
    """Where the treaty is registered: MTDSG number ("XXVI-5"), UNTS registration, UNTS citation."""

    mtdsg: str | None = None
    untc_registration: str | None = None
    unts: str | None = None


class MilestoneKind(StrEnum):
    """Events of the treaty itself."""

    ADOPTED = "adopted"
    OPENED_FOR_SIGNATURE = "opened-for-signature"
    CLOSED_FOR_SIGNATURE = "closed-for-signature"
    SIGNED = "signed"  # a bilateral or closed treaty
    ENTERED_INTO_FORCE = "entered-into-force"  # as printed; the engine computes its own
    MEETING = "meeting"
    EXTENDED = "extended"
    EXPIRED = "expired"


@frozen
class Milestone:
    """One event of the treaty, with place and source.

    ``why_it_differs`` explains a printed day that the clause does not give.
    """

    kind: MilestoneKind
    on: PartialDate
    source: str
    place: str = ""
    what: str = ""
    why_it_differs: str = ""


@frozen
class Prohibition:
    """What the treaty forbids: acts ("use", "stockpile"), on which object; what it leaves out.

    ``called``: how words for the object begin in other languages ("jalkaväkimiin").
    """

    article: str
    acts: tuple[str, ...]
    objects: tuple[str, ...]
    outside_its_scope: tuple[str, ...] = ()
    called: tuple[str, ...] = ()


DEPOSITARYS = "depositary"
OWN = "own"
"""The two views that are named by the part they play; all others by a code or a word."""


class Makes(StrEnum):
    """What a view makes of the act in dispute, where it gives it no day of its own."""

    NOTHING = "nothing"  # the act is without effect
    BY_THE_CLAUSE = "by-the-clause"  # it has the effect that the final clause gives
    UNSETTLED = "unsettled"  # who holds it has not said whether it has one


@frozen
class Verification:
    """Who checks that the treaty is kept, and where; nobody where there are no ``bodies``.

    ``bodies`` are ids of ``depositaries/bodies.yaml``, ``the-parties`` where they check each other.
    """

    article: str
    bodies: tuple[str, ...] = ()
    places: tuple[str, ...] = ()


@frozen
class Limit:
    """A number that the treaty sets, and the words for what it is a number of."""

    article: str
    number: float
    of: tuple[str, ...]


@frozen
class View:
    """One of the defensible answers to a disputed question: who holds it, and what it says.

    ``seen_by`` are the names it is asked for by: "depositary", "own" (the participant whose act it
    is), codes of participants, words for others. ``effect`` is what it makes of the act: a day, or
    one of :class:`Makes`; of a suspension the day is the first without operation. ``taken`` marks
    the one that answers take.
    """

    held_by: str
    words: str
    source: str
    taken: bool = False
    seen_by: tuple[str, ...] = ()
    effect: Makes | date = Makes.BY_THE_CLAUSE


@frozen
class Dispute:
    """An act whose effect is seen differently by those concerned, from ``since`` on.

    The act is named by kind, participant and day of receipt. Where no view is taken, or the one
    that is taken is unsettled (only of a consent or an exit), the standing cannot be said, and
    ``settled_by`` says what would settle it.
    """

    kind: ActKind
    participant: str
    received: date
    since: date
    views: tuple[View, ...]
    settled_by: str

    @property
    def taken(self) -> View | None:
        """The view that answers take; None where nobody with authority has settled it."""
        return next((view for view in self.views if view.taken), None)

    @property
    def is_settled(self) -> bool:
        """Whether the view that is taken says what became of the act."""
        return self.taken is not None and self.taken.effect is not Makes.UNSETTLED

    def held_by(self, viewer: str) -> View | None:
        """The view of that name; a participant is asked for its own act by its code as well."""
        names = {viewer, OWN} if viewer == self.participant else {viewer}
        return next((view for view in self.views if names & {*view.seen_by}), None)

    def taking(self, viewer: str) -> "Dispute":
        """The dispute with that view taken; as it is where there is no such view."""
        chosen = self.held_by(viewer)
        if chosen is None:
            return self
        views = tuple(replace(view, taken=view is chosen) for view in self.views)
        return replace(self, views=views)

    def is_about(self, act: Act) -> bool:
        """Whether this is the act in dispute."""
        return (
            act.participant == self.participant
            and act.kind is self.kind
            and act.received_on.exact() == self.received
        )

    def act_id(self, treaty: str) -> str:
        """The id of the act in dispute."""
        return f"{treaty}:{self.participant}:{self.kind}:{self.received}"


class Comparable(StrEnum):
    """The final clauses that can be held against the treaty's own words, by path in the file."""

    SIGNATURE = "signature"
    ACCESSION = "accession"
    RATIFICATION = "ratification"
    OF_THE_TREATY = "entry_into_force.of_the_treaty"
    FOR_A_LATER_PARTICIPANT = "entry_into_force.for_a_later_participant"
    PROVISIONAL_APPLICATION = "provisional_application"
    DURATION = "duration"
    WITHDRAWAL = "withdrawal"
    EXPULSION = "expulsion"
    ENDS_WITH = "ends_with"


@frozen
class TextComparison:
    """Clauses of the file that were read beside the treaty's text, where, and on which day.

    ``words`` tells what the text says and the clause does not; empty where the two agree.
    """

    clauses: tuple[Comparable, ...]
    source: str
    seen: date
    words: str = ""


class Holds(StrEnum):
    """Which acts the record holds for a treaty."""

    ALL_ACTS = "all-acts"
    EXITS_ONLY = "exits-only"  # who joined, and when, is not in the record


class Signatures(StrEnum):
    """Which signatures the record holds, where it does not hold them all."""

    SOME = "some"
    OF_THOSE_NOT_BOUND = "of-those-not-bound"  # all of those that have signed and gone no further


@frozen
class Coverage:
    """How far the record of acts reaches; ``until`` is the last day it was brought up to.

    With ``Holds.EXITS_ONLY`` it tells that every exit up to that day is in the record, from
    ``since`` on where that is given: an earlier one is not denied. Exits make news, those who
    join often do not: the exits may be known up to a later day, ``exits_until``. ``signatures``
    tells that the record lacks some, so that their number cannot be told.
    """

    holds: Holds = Holds.ALL_ACTS
    until: date | None = None
    since: date | None = field(default=None, metadata={"only_if_given": True})
    exits_until: date | None = field(default=None, metadata={"only_if_given": True})
    signatures: Signatures | None = field(default=None, metadata={"only_if_given": True})

    def has_every_exit(self, day: date) -> bool:
        """Whether an exit up to that day would be in the record, whoever joined by then."""
        begun = self.since is None or self.since <= day
        last = self.until if self.holds is Holds.EXITS_ONLY else self.exits_until
        return begun and last is not None and day <= last


@frozen
class Description:
    """Words by which reports tell of the treaty without its name, in one language.

    One of each of the groups has to stand there: "nuclear" or "atomic", and "test" or "blast".
    """

    groups: tuple[tuple[str, ...], ...]
    language: str = "en"


@frozen(slots=False)  # there is room for what is worked out of its names
class Treaty:
    """One treaty. ``id`` is its name everywhere: on the command line, in files, in JSON.

    ``depositary`` is the one to ask; ``depositaries`` holds them all where there are several.
    ``depositary_article`` names them (VCLT Art. 76(1)); empty where that is not in the record.
    """

    id: str
    title: str
    short_title: str
    reference: Reference
    names: tuple[TreatyName, ...]
    depositary: str
    open_to_organisations: bool
    milestones: tuple[Milestone, ...]
    prohibitions: tuple[Prohibition, ...]
    final_clauses: FinalClauses
    duties: tuple[Duty, ...] = ()
    subjects: tuple[str, ...] = ()  # what it is about, as reports say it: "landmines"
    headings: tuple[str, ...] = ()  # what tables call it beside others: "Mines", "Women"
    depositaries: tuple[str, ...] = ()
    coverage: Coverage = Coverage()
    disputes: tuple[Dispute, ...] = ()
    examples: tuple[Example, ...] = ()
    depositary_article: str = ""
    forbids_nothing: str = ""  # the article by which the parties choose their own measures
    verification: Verification | None = None
    limits: tuple[Limit, ...] = ()
    parts: tuple[Part, ...] = field(default=(), metadata={"only_if_given": True})
    descriptions: tuple[Description, ...] = field(default=(), metadata={"only_if_given": True})
    compared_with_text: tuple[TextComparison, ...] = field(
        default=(), metadata={"only_if_given": True}
    )

    def part(self, name: str) -> Part | None:
        """The part of that id, if the file has one."""
        return next((part for part in self.parts if part.id == name), None)

    def dispute_over(self, act: Act) -> Dispute | None:
        """The dispute about that act, if there is one."""
        if not self.disputes:
            return None
        return next((dispute for dispute in self.disputes if dispute.is_about(act)), None)

    def taking(self, viewer: str) -> "Treaty":
        """The treaty with that view taken in every dispute in which it is held."""
        return replace(self, disputes=tuple(d.taking(viewer) for d in self.disputes))

    def viewers(self) -> Iterator[str]:
        """The names of all views in its disputes, and the codes of those whose acts they are."""
        for dispute in self.disputes:
            for view in dispute.views:
                yield from view.seen_by
                if OWN in view.seen_by:
                    yield dispute.participant

    def milestone(self, kind: MilestoneKind) -> Milestone | None:
        """The first milestone of that kind, if the file has one."""
        return next((m for m in self.milestones if m.kind is kind), None)
