"""Those who can be bound: States, organisations, and the groups that reports speak of."""

from datetime import date
from enum import StrEnum

from treatywatch.law.calendar import PartialDate
from treatywatch.values import frozen


class ParticipantKind(StrEnum):
    """What a participant is, for counting: only some treaties admit organisations."""

    STATE = "state"  # member of the United Nations, now or before it ceased to exist
    OTHER_STATE = "other-state"  # Holy See, Palestine, Cook Islands, Niue
    ORGANISATION = "organisation"


class NameKind(StrEnum):
    """What a form of words does: "Finland", "Finns", "Finnish", "Helsinki"."""

    NAME = "name"
    DEMONYM = "demonym"
    ADJECTIVE = "adjective"
    CAPITAL = "capital"  # stands for the government only where a report uses it so
    METONYM = "metonym"  # "the Kremlin"
    LEADER = "leader"  # "Gorbachev": whoever spoke for it


@frozen
class Name:
    """One form under which a participant appears, in one language (ISO 639-1)."""

    form: str
    kind: NameKind
    language: str = "en"


@frozen
class Participant:
    """A State or organisation over time.

    ``id`` is the ISO 3166-1 alpha-3 code where there is one, the withdrawn code of a State that
    ceased to exist, or a code of our own (EU: "EUE"). ``cow`` and ``gw`` are the Correlates of War
    and Gleditsch-Ward numbers, ``m49`` the United Nations' statistical code.
    """

    id: str
    kind: ParticipantKind
    common_name: str
    official_name: str
    iso_alpha2: str | None = None
    iso_alpha3: str | None = None
    cow: int | None = None
    gw: int | None = None
    m49: int | None = None
    exists_from: PartialDate | None = None
    exists_until: PartialDate | None = None
    un_member_from: date | None = None
    un_member_until: date | None = None
    predecessors: tuple[str, ...] = ()
    names: tuple[Name, ...] = ()


@frozen
class Membership:
    """One spell of one participant in a group; open ends are None."""

    participant: str
    since: PartialDate | None
    until: PartialDate | None


@frozen
class Group:
    """Several participants under one name ("the Baltic states"), with dated membership."""

    id: str
    names: tuple[Name, ...]
    memberships: tuple[Membership, ...]

    def members_on(self, day: date) -> tuple[str, ...]:
        """Ids of the members on that day, in the order of the file."""
        return tuple(
            m.participant
            for m in self.memberships
            if (m.since is None or m.since.first() <= day)
            and (m.until is None or day <= m.until.last())
        )


@frozen
class Conflict:
    """A sourced, contestable statement that a State was (or was not) in armed conflict."""

    participant: str
    since: PartialDate
    until: PartialDate | None
    in_armed_conflict: str  # terms.Answer
    source: str
    note: str = ""
