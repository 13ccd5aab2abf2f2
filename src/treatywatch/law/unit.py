"""What an act may concern short of the whole: a part of a treaty, a territory of a State."""

from collections.abc import Iterable

from treatywatch.law.calendar import PartialDate
from treatywatch.values import frozen


@frozen
class Unit:
    """A part of a treaty, a territory of a participant, or both; None leaves that side whole.

    Consent binds to the whole treaty and for the entire territory unless it appears otherwise
    (VCLT Arts. 17, 29, 44).
    """

    part: str | None = None
    territory: str | None = None

    @property
    def is_whole(self) -> bool:
        """Whether nothing is left out."""
        return self.part is None and self.territory is None

    def covers(self, other: "Unit") -> bool:
        """Whether all that the other one is lies within this one."""
        return self.part in {None, other.part} and self.territory in {None, other.territory}

    @property
    def key(self) -> tuple[str, str]:
        """For a stable order."""
        return self.part or "", self.territory or ""

    @property
    def words(self) -> str:
        """ "part chapter-i", "territory GRL": as acts are named; empty for the whole."""
        named = [f"part {self.part}"] if self.part else []
        named += [f"territory {self.territory}"] if self.territory else []
        return ", ".join(named)


WHOLE = Unit()


@frozen
class Part:
    """A part of a treaty that acts may concern: a chapter, an annex.

    ``left_alone_by`` is the article or agreement that lets a party leave this part and keep the
    rest; empty where there is none, and the treaty can be left as a whole only (VCLT Art. 44(1)).
    """

    id: str
    name: str
    left_alone_by: str = ""


@frozen
class Territory:
    """A territory for whose international relations a participant acts, as its acts name it.

    ``name`` stands in sentences ("for the European part of the Kingdom").
    """

    id: str
    participant: str
    name: str
    source: str
    since: PartialDate | None = None
    until: PartialDate | None = None
    note: str = ""


def in_order(units: Iterable[Unit]) -> tuple[Unit, ...]:
    """Each unit once, in a stable order, without the whole."""
    return tuple(sorted({u for u in units if not u.is_whole}, key=lambda unit: unit.key))
