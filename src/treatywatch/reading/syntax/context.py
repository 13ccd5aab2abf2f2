"""All that has been found in one report before any claim is read from it.

Every claim module gets the same frozen context; none of them looks at the record or at another
module's claims.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from dataclasses import field
from functools import cached_property
from operator import attrgetter

from treatywatch.reading.naming.focus import Focus, focus_of
from treatywatch.reading.vocabulary.in_order import InOrder, Meeting, Stretches
from treatywatch.reading.vocabulary.marks import Marks
from treatywatch.reading.vocabulary.rulebook import rulebook
from treatywatch.reading.vocabulary.spans import (
    DateMention,
    DurationMention,
    Mention,
    MentionKind,
    NumberMention,
    Passage,
    Speech,
)
from treatywatch.reading.vocabulary.words import Words
from treatywatch.reports.report import Report
from treatywatch.values import frozen

_cue_end = attrgetter("cue_end")


@frozen(slots=False)
class ReadingContext:
    """One report with everything found in it, in text order.

    ``folded`` is the text in the shape that words are compared in: same length, lower case.
    ``treaties`` are the ids of the treaties that the report speaks of, in the order in which they
    are first named, not ``surely`` where its names may be something else's; a report that names
    none yields no claims. ``in_passing`` tells where those named in passing begin, and where their
    words end.
    """

    report: Report
    folded: str
    passages: tuple[Passage, ...]
    mentions: tuple[Mention, ...]
    dates: tuple[DateMention, ...]
    durations: tuple[DurationMention, ...]
    numbers: tuple[NumberMention, ...]
    speech: tuple[Speech, ...]
    words: Words
    treaties: tuple[str, ...]
    in_passing: Mapping[int, int] = field(default_factory=dict)
    surely: bool = True

    @cached_property
    def treaty_mentions(self) -> tuple[Mention, ...]:
        """Mentions of treaties by name or by reference back ("the pact")."""
        return tuple(m for m in self.mentions if m.kind is MentionKind.TREATY)

    def _is_lasting(self, mention: Mention) -> bool:
        """Whether more than its own words are on it: not "the convention" beside Kyoto."""
        return mention.role != "anaphor" or mention.start not in self.in_passing

    @cached_property
    def _lasting(self) -> tuple[Mention, ...]:
        return tuple(m for m in self.treaty_mentions if self._is_lasting(m))

    @cached_property
    def participant_mentions(self) -> tuple[Mention, ...]:
        """Mentions of participants and of groups."""
        return tuple(m for m in self.mentions if m.kind is not MentionKind.TREATY)

    @cached_property
    def _treaties(self) -> InOrder[Mention]:
        return InOrder(self.treaty_mentions)

    @cached_property
    def _people(self) -> InOrder[Mention]:
        return InOrder(self.participant_mentions)

    @cached_property
    def _dates(self) -> InOrder[DateMention]:
        return InOrder(self.dates)

    @cached_property
    def _durations(self) -> InOrder[DurationMention]:
        return InOrder(self.durations)

    @cached_property
    def _numbers(self) -> InOrder[NumberMention]:
        return InOrder(self.numbers)

    @cached_property
    def _quoted(self) -> Stretches:
        return Stretches((one.start, one.end) for one in self.speech if one.direct)

    @cached_property
    def marks(self) -> Marks:
        """Where words of the rules stand, those of all sections, but for "may" in "May 1998"."""
        days = [(one.start, one.end) for one in self.dates if not one.relative]
        return rulebook(self.words).sets.marks(self.folded).without(days)

    @cached_property
    def own_marks(self) -> Marks:
        """The same but for words in the name of a treaty."""
        return self.marks.without([(one.start, one.end) for one in self.treaty_mentions])

    @cached_property
    def _quotations(self) -> list[tuple[int, int]]:
        return sorted((one.start, one.end) for one in self.speech if one.direct)

    def quoted_around(self, offset: int) -> tuple[int, int] | None:
        """The quotation in which the offset lies, from its first word to its last."""
        at = bisect_right(self._quotations, offset, key=lambda one: one[0]) - 1
        if at < 0 or offset >= self._quotations[at][1]:
            return None
        return self._quotations[at]

    @cached_property
    def _passage_starts(self) -> list[int]:
        return [p.start for p in self.passages]

    def treaty_at(self, offset: int) -> str | None:
        """The treaty that words at this offset are about, where none is named beside them.

        The one in focus there, at the head of a report the first one that it names. None where the
        report names none.
        """
        return self._focus.at(offset) or (self.treaties[0] if self.treaties else None)

    @cached_property
    def _focus(self) -> Focus:
        return focus_of(self.folded, self.passages, self.treaty_mentions, self.in_passing)

    def treaty_about(self, start: int, end: int) -> str | None:
        """The treaty that a view, a figure or a plan is about.

        One that its own words name; else the one that its paragraph names most before it, the
        first of several; else the one that the report names first: its subject. None where the
        report names none.
        """
        inside = [m for m in self.treaties_in(start, end) if self._is_lasting(m)]
        if inside:
            return inside[0].ids[0]
        last = bisect_left(self._treaty_starts, start) - 1
        if last >= 0 and self._treaty_starts[last] >= self.paragraph_start(start):
            return self._leading[last]
        return self.treaties[0] if self.treaties else None

    @cached_property
    def _treaty_starts(self) -> list[int]:
        return [m.start for m in self._lasting]

    @cached_property
    def _leading(self) -> list[str]:
        """For each mention, the treaty that its paragraph has named most so far."""
        leading: list[str] = []
        counts: dict[str, int] = {}  # in the order of first naming
        paragraph = -1
        for mention in self._lasting:
            start = self.paragraph_start(mention.start)
            if start != paragraph:
                paragraph, counts = start, {}
            counts[mention.ids[0]] = counts.get(mention.ids[0], 0) + 1
            leading.append(max(counts, key=counts.__getitem__))
        return leading

    def heard_in(self, start: int, end: int) -> list[Speech]:
        """What is said with a character between the two offsets, by where it begins."""
        return self._heard.meeting(start, end)

    @cached_property
    def _heard(self) -> Meeting[Speech]:
        return Meeting(self.speech)

    def cued_in(self, start: int, end: int) -> list[Speech]:
        """What is said by words that end at or after the start and before the end."""
        first = bisect_left(self._by_cue, start, key=_cue_end)
        return self._by_cue[first : bisect_left(self._by_cue, end, first, key=_cue_end)]

    @cached_property
    def _by_cue(self) -> list[Speech]:
        return sorted(self.speech, key=_cue_end)

    def paragraph_start(self, offset: int) -> int:
        """Where the paragraph begins in which the offset lies."""
        number = max(0, bisect_right(self._passage_starts, offset) - 1)
        return self._paragraph_starts.get(self.passages[number].paragraph, offset)

    @cached_property
    def _paragraph_starts(self) -> dict[int, int]:
        return {p.paragraph: p.start for p in reversed(self.passages)}

    def treaties_in(self, start: int, end: int) -> tuple[Mention, ...]:
        """Mentions of treaties that begin in the span."""
        return self._treaties.within(start, end)

    def people_in(self, start: int, end: int) -> tuple[Mention, ...]:
        """Mentions of participants and groups that begin in the span."""
        return self._people.within(start, end)

    def participants_in(self, start: int, end: int) -> tuple[str, ...]:
        """Ids of the participants mentioned in the span, each once, in the order of the text."""
        return tuple(dict.fromkeys(i for m in self.people_in(start, end) for i in m.ids))

    def dates_in(self, start: int, end: int) -> tuple[DateMention, ...]:
        """Dates that begin in the span."""
        return self._dates.within(start, end)

    def durations_in(self, start: int, end: int) -> tuple[DurationMention, ...]:
        """Spans of time told in the span."""
        return self._durations.within(start, end)

    def numbers_in(self, start: int, end: int) -> tuple[NumberMention, ...]:
        """Numbers that begin in the span."""
        return self._numbers.within(start, end)

    def is_quoted(self, offset: int) -> bool:
        """Whether the words at the offset are somebody's own, in quotation marks."""
        return self._quoted.cover(offset)

    def passage_at(self, offset: int) -> Passage | None:
        """The passage that covers the offset, if any."""
        index = bisect_right(self._passage_starts, offset) - 1
        if index >= 0 and offset < self.passages[index].end:
            return self.passages[index]
        return None
