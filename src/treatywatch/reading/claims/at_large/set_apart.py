"""Which clauses of a sentence that is like a claim make one together, and which each its own."""

from collections.abc import Sequence
from itertools import pairwise

from treatywatch.reading.claim import ClaimType
from treatywatch.reading.learned.weighing import Weighed
from treatywatch.reading.syntax.context import ReadingContext


def each_its_own(
    context: ReadingContext, kind: ClaimType, clauses: Sequence[Weighed], surely: float
) -> list[list[Weighed]]:
    """The clauses, those together that make one claim of the type.

    What a semicolon sets apart makes a claim by itself, and so does a clause with a figure of its
    own, where it and the one before it are surely like one: from that chance on.
    """
    runs = [[clauses[0]]]
    for former, clause in pairwise(clauses):
        likely = min(former.chances[kind], clause.chances[kind]) >= surely
        if likely and _set_apart(context, kind, former, clause):
            runs.append([clause])
        else:
            runs[-1].append(clause)
    return runs


def _set_apart(context: ReadingContext, kind: ClaimType, former: Weighed, clause: Weighed) -> bool:
    if ";" in context.folded[former.end : clause.start]:
        return True
    both = (context.numbers_in(one.start, one.end) for one in (former, clause))
    return kind is ClaimType.INDICATOR and all(both)
