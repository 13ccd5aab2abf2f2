"""Faults of one page, collected while it is read."""

from dataclasses import dataclass, field

from treatywatch.ledger.fault import Fault


@dataclass(slots=True)
class FaultBook:
    """The faults of the page of that name; it grows as the page is read."""

    page: str
    faults: list[Fault] = field(default_factory=list)

    def add(self, line: int, code: str, words: str) -> None:
        """Write down one fault at a line of the page."""
        self.faults.append(Fault(self.page, line, code, words))
