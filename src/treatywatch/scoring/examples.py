"""Examples: what is to be seen in the sentences of annotated reports, and what people found there.

Sealed sets are never learned from; those apart are learned from and not looked at.
"""

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import groupby
from pathlib import Path

from treatywatch.ledger.ledger import Ledger
from treatywatch.reading.claim import ClaimType
from treatywatch.reading.claims.tables.grid import may_hold_any
from treatywatch.reading.learned.likeness import ANY_LANGUAGE
from treatywatch.reading.learned.signs import Signs
from treatywatch.reading.learned.weighing import is_whole
from treatywatch.reading.learned.windows import Window, window_of
from treatywatch.reading.naming.lexicon import Lexicon, build_lexicon
from treatywatch.reading.read import clauses_of, understand
from treatywatch.reading.syntax.clauses import Clause
from treatywatch.reading.vocabulary.fold import fold
from treatywatch.reading.vocabulary.in_order import InOrder
from treatywatch.reading.vocabulary.spans import Passage
from treatywatch.reports.report import Report
from treatywatch.scoring.gold import GoldClaim, read_gold
from treatywatch.scoring.gold_sets import is_apart, is_sealed, marks_quotes
from treatywatch.scoring.run import reports_in
from treatywatch.values import frozen

OF_ALL = ""  # the group whose chances the weights begin from when something is read
TYPES = tuple(sorted(ClaimType))
_WEIGHTIEST = frozenset({ClaimType.QUOTE})  # of which some sets mark the weightiest alone
_FoundIn = tuple[frozenset[ClaimType], frozenset[str]]


@frozen
class Example:
    """The signs of a stretch, and the types of claims that people have found in it.

    ``group`` names a set that is marked more closely than others are: more is a claim in it. Of
    the types in ``unmarked`` nobody can tell whether the stretch makes a claim.
    """

    signs: frozenset[str]
    types: frozenset[ClaimType]
    stages: frozenset[str] = frozenset()  # of the exits among them
    group: str = OF_ALL
    unmarked: frozenset[ClaimType] = frozenset()


@frozen
class Sentence:
    """The words of a sentence in their order; it and its clauses, if it has more than one."""

    window: Window
    examples: Sequence[Example]


def sentences_in(gold: Path, ledger: Ledger, language: str) -> Iterator[Sentence]:
    """The sentences of all reports of the language in the sets of a folder, but for sealed ones.

    Of all languages, without their words, for ``ANY_LANGUAGE``.
    """
    names = (ledger.treaties, ledger.participants, ledger.groups)
    lexicon = cache(lambda spoken: build_lexicon(*names, spoken))
    words = language != ANY_LANGUAGE
    for path in sorted(gold.glob("*/gold.jsonl")):
        if is_sealed(path.parent):
            continue
        claims = sorted(read_gold(path), key=lambda one: one.report)
        by_report = {name: tuple(told) for name, told in groupby(claims, lambda one: one.report)}
        annotated = _Annotated(path.parent)
        for name, report in reports_in(path.parent / "reports", language if words else None):
            known = lexicon(report.language)
            yield from annotated.sentences(report, by_report.get(name, ()), known, words=words)


class _Annotated:
    """What is common to the examples of one set."""

    def __init__(self, folder: Path) -> None:
        self._group = folder.name if is_apart(folder) else OF_ALL
        self._unmarked = frozenset() if marks_quotes(folder) else _WEIGHTIEST

    def sentences(
        self, report: Report, gold: Sequence[GoldClaim], lexicon: Lexicon, *, words: bool
    ) -> Iterator[Sentence]:
        """The sentences of a report, but for the rows of its tables.

        Those are read by the head of the table, and are like no sentence.
        """
        folded = fold(report.text)
        if not lexicon.may_name_a_treaty(folded):
            return
        context, cues = understand(report, folded, lexicon, lexicon.treaties)
        if not context.treaties:
            return
        signs = Signs(context, cues, words=words)
        clauses = InOrder(clauses_of(context, lexicon))
        for number, passage in enumerate(context.passages):
            if not may_hold_any(report.text[passage.start : passage.end]):
                inside = clauses.within(passage.start, passage.end)
                yield self._sentence(signs, number, passage, inside, gold)

    def _sentence(
        self,
        signs: Signs,
        number: int,
        passage: Passage,
        clauses: Sequence[Clause],
        gold: Sequence[GoldClaim],
    ) -> Sentence:
        parts = [] if is_whole(passage, clauses) else clauses
        whole = self._example(signs.of_sentence(number), found_in(passage, gold))
        of_parts = [
            self._example(signs.of_clause(one, place, len(parts)), found_in(one, gold))
            for place, one in enumerate(parts)
        ]
        return Sentence(window_of(signs, number, parts), [whole, *of_parts])

    def _example(self, signs: frozenset[str], found: _FoundIn) -> Example:
        return Example(signs, *found, self._group, self._unmarked)


def found_in(stretch: Passage | Clause, gold: Sequence[GoldClaim]) -> _FoundIn:
    """The types of claims in a stretch, and the stages of the exits among them.

    Those that share half of the stretch, or have half of their words in it.
    """
    start, end = stretch.start, stretch.end
    found = [
        one
        for one in gold
        if 2 * (min(end, one.end) - max(start, one.start)) >= min(end - start, one.end - one.start)
    ]
    exits = (one.stage for one in found if one.type is ClaimType.WITHDRAWAL)
    return frozenset(one.type for one in found), frozenset(filter(None, exits))


def outcomes(example: Example, stages: Sequence[str]) -> list[float | None]:
    """What each type, then each stage, should come to; None where nobody can tell."""
    types = [_outcome(example, kind) for kind in TYPES]
    if not example.stages:
        return [*types, *[None] * len(stages)]
    return [*types, *(float(stage in example.stages) for stage in stages)]


def _outcome(example: Example, kind: ClaimType) -> float | None:
    return None if kind in example.unmarked else float(kind in example.types)
