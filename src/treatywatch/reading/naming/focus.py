"""What a report is on at each point, where the words themselves name no treaty.

Within a paragraph that is the treaty named last. A new paragraph goes back to the subject of its
section: a treaty that was named only in passing does not take over the rest. A heading makes its
treaty the subject of what stands below it; a report without one is on the treaty named most often.
"""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from types import MappingProxyType

from treatywatch.reading.vocabulary.spans import UNKNOWN, Mention, Passage, PassageKind
from treatywatch.values import frozen

_NEARBY = 2  # paragraphs after which what was named in passing is forgotten


@frozen(slots=False)
class Focus:
    """The treaty in focus at every offset; ask with :meth:`at`.

    ``starts`` and ``ids`` are those of the mentions in text order; ``opens`` says for each
    paragraph where it begins and which treaty it takes over from those before it. ``sentences``
    tell for each mention what its sentence is about, and where that ends: "the convention closed
    gaps of the protocol" goes on about the convention, and what is named in passing
    (:mod:`passing`) gives way where its words end.
    """

    starts: tuple[int, ...]
    ids: tuple[str, ...]
    paragraphs: tuple[int, ...]
    opens: tuple[str | None, ...]
    sentences: tuple[tuple[str, int], ...]

    def at(self, offset: int) -> str | None:
        """The treaty named last in the paragraph so far, else the one that it takes over."""
        before = bisect_right(self.starts, offset)
        paragraph = bisect_right(self.paragraphs, offset) - 1
        if paragraph < 0 or (before and self.starts[before - 1] >= self.paragraphs[paragraph]):
            if not before:
                return None
            led_by, end = self.sentences[before - 1]
            return led_by if offset >= end else self.ids[before - 1]
        return self.opens[paragraph]

    def last_in_paragraph(self, offset: int) -> str | None:
        """The treaty named last in the paragraph, be it in passing: "that agreement"."""
        before = bisect_right(self.starts, offset)
        paragraph = bisect_right(self.paragraphs, offset) - 1
        named = before and paragraph >= 0 and self.starts[before - 1] >= self.paragraphs[paragraph]
        return self.ids[before - 1] if named else None

    def named_at(self, offset: int) -> str | None:
        """The treaty whose mention begins at the offset, if any."""
        first = bisect_left(self.starts, offset)
        there = first < len(self.starts) and self.starts[first] == offset
        return self.ids[first] if there else None

    def named_by(self, offset: int) -> tuple[str, ...]:
        """The treaties of the report, those named up to the offset last and the latest at the end.

        A report may describe what it names later on, what it names first above all.
        """
        named = self.named_before(offset)
        return (*(i for i in reversed(tuple(self._places)) if i not in named), *named)

    def named_before(self, offset: int) -> tuple[str, ...]:
        """The treaties named up to the offset, the latest at the end."""
        before = bisect_right(self.starts, offset)
        last = {i: bisect_left(places, before) for i, places in self._places.items()}
        named = [i for i, number in last.items() if number]
        return tuple(sorted(named, key=lambda i: self._places[i][last[i] - 1]))

    @cached_property
    def _places(self) -> Mapping[str, Sequence[int]]:
        """The numbers of the mentions of each treaty, by first naming."""
        places: dict[str, list[int]] = {}
        for number, treaty in enumerate(self.ids):
            places.setdefault(treaty, []).append(number)
        return places


@frozen
class _Paragraph:
    """``led_by`` is the treaty named in its first sentence, ``ids`` are all in their order."""

    start: int
    is_heading: bool
    asks: bool  # a question: its answer goes on about what the section is on
    led_by: str | None
    ids: tuple[str, ...]


def focus_of(
    folded: str,
    passages: Sequence[Passage],
    named: Sequence[Mention],
    aside: Mapping[int, int] = MappingProxyType({}),
) -> Focus:
    """The focus of a report, from the mentions of treaties in text order.

    ``aside`` tells of those named in passing where they begin, and where their words end.
    """
    starts = tuple(m.start for m in named)
    ids = tuple(m.ids[0] for m in named)
    lasting = [n for n, start in enumerate(starts) if start not in aside]
    paragraphs = _paragraphs(
        folded, passages, tuple(starts[n] for n in lasting), tuple(ids[n] for n in lasting)
    )
    return Focus(
        starts,
        ids,
        tuple(p.start for p in paragraphs),
        tuple(_opens(paragraphs)),
        tuple(_sentences(folded, passages, starts, ids, aside)),
    )


_SUBJECT = 6  # characters of "The " before a treaty that is what its sentence is about


def _sentences(
    folded: str,
    passages: Sequence[Passage],
    starts: Sequence[int],
    ids: Sequence[str],
    aside: Mapping[int, int],
) -> Iterator[tuple[str, int]]:
    """What the sentence of each mention is about, and where the sentence ends."""
    begins = [passage.start for passage in passages]
    head, lead = -1, 0  # where the main clause begins, and its first mention
    about = ""
    for number, start in enumerate(starts):
        place = bisect_right(begins, start) - 1
        if place < 0:
            about = ids[number]
            yield about, start
        elif start in aside and about:
            yield about, aside[start]
        else:
            since = max(begins[place], starts[number - 1] if number else 0)
            clause = folded.rfind(_CLAUSE, since, start)  # "X wants three months; Y wants six"
            if max(begins[place], clause) > head:
                head, lead = max(begins[place], clause), number
            about = ids[lead] if starts[lead] - head <= _SUBJECT else ids[number]
            yield about, passages[place].end


_CLAUSE = ";"  # between main clauses of one sentence


_A_WORD = 20  # characters of "Yes, and no." before the sentence that says of what


def _paragraphs(
    folded: str, passages: Sequence[Passage], starts: Sequence[int], ids: Sequence[str]
) -> list[_Paragraph]:
    first: dict[int, Passage] = {}
    leads: dict[int, int] = {}  # where the first sentence ends that is more than "Yes."
    for passage in passages:
        first.setdefault(passage.paragraph, passage)
        if passage.end - passage.start > _A_WORD:
            leads.setdefault(passage.paragraph, passage.end)
    heads = list(first.values())
    cuts = [bisect_left(starts, head.start) for head in heads[1:]]
    spans = zip(heads, (0, *cuts), (*cuts, len(ids)), strict=True)
    return [
        _Paragraph(
            head.start,
            head.kind is PassageKind.HEADLINE or _is_numbered_heading(folded, head, following),
            folded.endswith("?", head.start, head.end),
            ids[low] if low < high and starts[low] < leads.get(head.paragraph, head.end) else None,
            tuple(ids[low:high]),
        )
        for (head, low, high), following in zip(spans, (*heads[1:], None), strict=True)
    ]


def _is_numbered_heading(folded: str, head: Passage, following: Passage | None) -> bool:
    """ "2. European Convention on Human Rights" above what is told of it."""
    if head.kind is not PassageKind.BULLET or following is None:
        return False
    mark = folded[max(0, head.start - _MARK) : head.start].split()[-1:]
    numbered = bool(mark) and mark[0][:1].isdigit()
    short = head.end - head.start <= _HEADING and folded[head.end - 1].isalnum()
    return numbered and short and following.kind is PassageKind.PROSE


_MARK = 6  # characters of "3.2.1 " before a heading
_HEADING = 100


def _opens(paragraphs: Sequence[_Paragraph]) -> Iterator[str | None]:
    """What each paragraph takes over."""
    spread = Counter(treaty for p in paragraphs for treaty in dict.fromkeys(p.ids))
    known = [treaty for treaty in spread if treaty not in UNKNOWN]
    widest = max(known, key=lambda treaty: spread[treaty], default=None)
    subject = widest
    seen: set[str] = set()
    last: tuple[int, _Paragraph] | None = None
    headed = False
    for number, paragraph in enumerate(paragraphs):
        if last is not None:
            far = number - last[0] > _NEARBY
            back = subject in seen and (far or _goes_back(last[1], subject, spread, headed=headed))
            yield subject if back else last[1].ids[-1]
        else:
            yield None
        if paragraph.is_heading and not (paragraph.asks and not paragraph.ids):
            subject = paragraph.ids[0] if paragraph.ids else widest
            headed = bool(paragraph.ids)
        seen |= set(paragraph.ids)
        last = (number, paragraph) if paragraph.ids else last


def _goes_back(
    last: _Paragraph, subject: str | None, spread: Counter[str], *, headed: bool
) -> bool:
    """Whether what the paragraph named last was only named in passing.

    Under a heading that names its treaty, whatever does not lead a paragraph is; in a report that
    is on its subject in most of its paragraphs, whatever only one of them names. What a question
    is on, its answer is on.
    """
    recent = last.ids[-1]
    if last.asks and recent in UNKNOWN:
        return False  # "And the Additional Protocol?"
    leads = last.led_by == recent and recent not in UNKNOWN
    passing = (spread[recent] == 1 or headed) and not leads
    if spread[recent] == 1 and not headed and subject is not None:
        passing = passing or spread[subject] * 2 > spread.total()
    return passing or subject in last.ids
