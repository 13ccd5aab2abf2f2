"""What every question about one participant and one treaty is about."""

from functools import cached_property

from treatywatch.checking.grounds.knowledge import Knowledge
from treatywatch.values import frozen


@frozen(slots=False)
class Question:
    """A participant and a treaty, on the day and with the acts of ``knowledge``."""

    knowledge: Knowledge
    participant: str
    treaty: str

    @cached_property
    def name(self) -> str:
        """The participant's name."""
        return self.knowledge.name(self.participant)

    @cached_property
    def title(self) -> str:
        """The treaty's short title."""
        return self.knowledge.treaty(self.treaty).short_title
