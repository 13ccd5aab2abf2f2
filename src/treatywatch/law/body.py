"""Those who keep treaties: the depositaries, and the bodies that reports take for one."""

from treatywatch.law.participant import Name
from treatywatch.values import frozen

UNITED_NATIONS = "un-secretary-general"
"""The id of the depositary of most treaties that are open to all."""


@frozen
class Body:
    """A depositary (VCLT Art. 76), or a body that could be mistaken for one.

    ``name`` is the one used in answers, article included. ``names`` are those of reports. For a
    government ``participants`` holds its State's codes, that of its predecessor last.
    """

    id: str
    name: str
    names: tuple[Name, ...] = ()
    participants: tuple[str, ...] = ()
