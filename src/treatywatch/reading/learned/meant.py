"""Whether a doubtful name means a treaty, by the words around it.

"Open Skies" may be a telephone and "Kyoto" a city; but what is told to be quit, ratified or in
force is a treaty. Asked of a report alone that surely names none.
"""

from collections.abc import Iterable, Sequence

from treatywatch.reading.claim import ClaimType
from treatywatch.reading.learned.weighing import Sentence, Weighing
from treatywatch.reading.naming.mentions import CueHit
from treatywatch.reading.syntax.clauses import Clause
from treatywatch.reading.syntax.context import ReadingContext
from treatywatch.reading.vocabulary.in_order import InOrder
from treatywatch.reading.vocabulary.spans import MentionKind

_LIKELY = 0.55  # the chance from which a sentence tells of a treaty; see docs/reading.md
_TOLD = (
    ClaimType.WITHDRAWAL,
    ClaimType.PARTICIPATION,
    ClaimType.COUNT,
    ClaimType.TREATY_FACT,
)


def meant_by_likeness(
    context: ReadingContext, cues: Iterable[CueHit], clauses: Sequence[Clause]
) -> frozenset[str]:
    """The treaties named in sentences that are like what is told of treaties."""
    names = InOrder(m for m in context.mentions if m.kind is MentionKind.TREATY)
    weighing = Weighing(context, cues, clauses)
    meant: set[str] = set()
    for number, passage in enumerate(context.passages):
        inside = names.within(passage.start, passage.end)
        if inside and _tells(weighing.sentence(number)):
            meant.update(of for one in inside for of in one.ids)
    return frozenset(meant)


def _tells(sentence: Sentence) -> bool:
    chances = sentence.together().chances
    return any(chances[kind] >= _LIKELY for kind in _TOLD)
