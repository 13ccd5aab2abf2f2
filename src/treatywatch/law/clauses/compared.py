"""Which final clauses were held against the treaty's own words, and which were not yet."""

from treatywatch.law.clauses.final import Withdrawal
from treatywatch.law.treaty import Comparable, Treaty


def comparable(treaty: Treaty) -> tuple[Comparable, ...]:
    """The clauses of the file that rest on words of the text, in the order of the list.

    A clause that the file says the text is silent on, or that has no article, is none of them.
    """
    clauses = treaty.final_clauses
    there = {
        Comparable.SIGNATURE: clauses.signature,
        Comparable.ACCESSION: clauses.accession,
        Comparable.RATIFICATION: clauses.ratification,
        Comparable.OF_THE_TREATY: clauses.of_the_treaty,
        Comparable.FOR_A_LATER_PARTICIPANT: clauses.for_a_later_participant,
        Comparable.PROVISIONAL_APPLICATION: clauses.provisional_application,
        Comparable.DURATION: clauses.duration.article,
        Comparable.WITHDRAWAL: isinstance(clauses.withdrawal, Withdrawal),
        Comparable.EXPULSION: clauses.expulsion,
        Comparable.ENDS_WITH: clauses.ends_with,
    }
    return tuple(clause for clause in Comparable if there[clause])


def compared(treaty: Treaty) -> tuple[Comparable, ...]:
    """Those that somebody has read beside the text, with the source told in the file."""
    read = {clause for one in treaty.compared_with_text for clause in one.clauses}
    return tuple(clause for clause in comparable(treaty) if clause in read)


def not_compared(treaty: Treaty) -> tuple[Comparable, ...]:
    """Those that still rest on general knowledge of the text."""
    read = compared(treaty)
    return tuple(clause for clause in comparable(treaty) if clause not in read)
