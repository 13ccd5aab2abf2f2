"""Faults in what a treaty file says about its comparison with the treaty's text."""

from collections.abc import Iterator

from treatywatch.law.clauses.compared import comparable
from treatywatch.law.treaty import Treaty
from treatywatch.ledger.fault import Fault
from treatywatch.ledger.ledger import Ledger


def comparison_faults(treaty: Treaty, ledger: Ledger) -> Iterator[Fault]:
    """Sources that nobody lists, and clauses that the file does not have."""
    file = f"treaties/{treaty.id}.yaml"
    there = comparable(treaty)
    for one in treaty.compared_with_text:
        if one.source not in ledger.sources:
            words = f'the source "{one.source}" is in no file of sources/; add it there'
            yield Fault(file, 0, "unknown-source", words)
        for clause in one.clauses:
            if clause not in there:
                words = f'"{clause}" is compared with the text, but the file has no such clause'
                yield Fault(file, 0, "compared-without-clause", words)
