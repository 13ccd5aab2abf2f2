"""What every reader of a page is given: names, words, and the book of faults."""

from treatywatch.ledger.imports.fault_book import FaultBook
from treatywatch.ledger.imports.names import NameBook
from treatywatch.ledger.imports.page_words import PageWords
from treatywatch.values import frozen


@frozen
class Aids:
    """Who bears which name, how the depositary words its pages, where faults are written down."""

    names: NameBook
    words: PageWords
    faults: FaultBook

    def resolve(self, printed: str, line: int) -> str | None:
        """The participant of a printed name, or None and a fault that suggests the nearest."""
        known = self.names.find(printed)
        if known is None:
            near = " or ".join(self.names.nearest(printed))
            hint = f" (is it {near}?)" if near else ""
            told = f'"{printed}" is no known participant{hint}: add it to participants/names.en.csv'
            self.faults.add(line, "unknown-participant", told)
        return known
