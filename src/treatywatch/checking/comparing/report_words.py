"""Which words of a report are its own: not names, not titles of treaties, not navigation."""

import re
from collections.abc import Iterator, Sequence

from treatywatch.checking.comparing.word_runs import Span
from treatywatch.reading.naming.lexicon import Lexicon
from treatywatch.reading.text.passages import split_passages
from treatywatch.reading.vocabulary.fold import fold
from treatywatch.reading.vocabulary.spans import PassageKind
from treatywatch.reports.report import Report

_WORD = re.compile(r"[^\W_]+")
_TITLE_WORDS = 4  # so many words in a row as in a treaty's title are the title, not the report's


class OwnWords:
    """Tells, for reports of one language, which of their words are names and which are no text.

    Without a lexicon of the language all words are the report's own.
    """

    def __init__(self, lexicon: Lexicon | None) -> None:
        self._lexicon = lexicon
        treaties = lexicon.treaties.values() if lexicon else ()
        titles = (treaty.title for treaty in treaties)
        self._title_grams = {gram for title in titles for gram, _ in _grams(title)}

    def names(self, report: Report) -> tuple[Span, ...]:
        """Names of treaties and participants, and pieces of treaties' titles, in order."""
        if self._lexicon is None:
            return ()
        named = self._lexicon.names
        found = self._lexicon.find(fold(report.text))
        spans = [(one.start, one.end) for one in found if named[one.form]]
        spans += [span for gram, span in _grams(report.text) if gram in self._title_grams]
        return tuple(_joined(sorted(spans)))

    def left_out(self, report: Report) -> tuple[Span, ...]:
        """Navigation, offers, source lists and credits of pictures."""
        if self._lexicon is None:
            return ()
        passages = split_passages(report.text, self._lexicon.words)
        kinds = (PassageKind.BOILERPLATE, PassageKind.CAPTION)
        return tuple((p.start, p.end) for p in passages if p.kind in kinds)


def _grams(text: str) -> Iterator[tuple[tuple[str, ...], Span]]:
    """Each few words in a row, with where they stand."""
    folded = fold(text)
    words = list(_WORD.finditer(folded))
    for first in range(len(words) - _TITLE_WORDS + 1):
        some = words[first : first + _TITLE_WORDS]
        yield tuple(word[0] for word in some), (some[0].start(), some[-1].end())


def _joined(spans: Sequence[Span]) -> Iterator[Span]:
    """Sorted spans, those that overlap made one."""
    start = end = -1
    for first, last in spans:
        if first > end:
            if end > 0:
                yield start, end
            start, end = first, last
        end = max(end, last)
    if end > 0:
        yield start, end
