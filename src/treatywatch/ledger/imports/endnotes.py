"""What end notes say: notices, what a State did before it ceased to be, remarks.

Each sentence is either understood, by the first rule in the record whose words it holds, or a
fault that shows its words: nothing is dropped in silence.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from treatywatch.errors import NotADate
from treatywatch.law.calendar import PartialDate
from treatywatch.law.terms import ActKind
from treatywatch.ledger.imports.names import NameBook
from treatywatch.ledger.imports.page import PageNote
from treatywatch.ledger.imports.page_words import NoteRule, PageWords, Reading
from treatywatch.ledger.imports.printed_dates import PrintedDay, days_in
from treatywatch.ledger.imports.sentences import Sentence, sentences

_NOTIFICATION = re.compile(r"C\.N\.\d+\.\d{4}\.[A-Z]+(?:[-.][\w.-]*\w)?")
_SHOWN = 110
_OPENING = 40
# A dispute about what the State of the row did: no act towards the treaty.
_ABOUT_ANOTHER = "communication of another State"


@dataclass(frozen=True, slots=True)
class NotedAct:
    """An act that an end note tells of."""

    participant: str
    kind: ActKind
    day: PartialDate
    effect: PartialDate | None = None
    note: str = ""


@dataclass(slots=True)
class NoteReading:
    """What one end note was taken to mean."""

    meanings: list[str] = field(default_factory=list)
    told: list[str] = field(default_factory=list)
    acts: list[NotedAct] = field(default_factory=list)
    complaints: list[tuple[str, str]] = field(default_factory=list)


@dataclass
class _NoteReader:
    """Reads one end note for the participants in whose rows its number stands."""

    number: str
    row: tuple[str, ...]
    names: NameBook
    words: PageWords
    reading: NoteReading = field(default_factory=NoteReading)
    lead: str = ""  # the sentence that announced others' words, while they go on

    def read(self, text: str) -> NoteReading:
        for sentence in sentences(text, self.words):
            try:
                self._sentence(sentence)
            except NotADate as error:
                self._complain("not-a-date", str(error))
            if sentence.introduces:
                self.lead = sentence.words
        return self.reading

    def _sentence(self, sentence: Sentence) -> None:
        if self.lead and not self._begins_with_a_day(sentence.words):
            self._others_words(sentence.words or sentence.quoted, self.lead, sentence)
            return
        self.lead = ""
        if not sentence.words:
            sentence = replace(sentence, words=sentence.quoted, quoted="")
        understood = self._effect_or_rule(sentence)
        if sentence.quoted:
            understood = self._others_words(sentence.quoted, sentence.words, sentence) or understood
        self._late_reference(sentence)
        if not understood and sentence.words:
            shown = sentence.words[:_SHOWN]
            self._complain("end-note-not-read", f'"{shown}" could not be read: add what it says')

    def _begins_with_a_day(self, text: str) -> bool:
        """Whether the depositary speaks again: "Further, on 29 December 2005, ..."."""
        return any(printed.start < _OPENING for printed in days_in(text, self.words.months))

    def _effect_or_rule(self, sentence: Sentence) -> bool:
        before, effect = self._split_at_effect(sentence.words)
        rule = self._rule(before, quoted=False)
        if rule is not None:
            self._apply(rule, before, sentence, effect)
            return True
        if effect is not None and self.reading.acts:
            self.reading.acts[-1] = replace(self.reading.acts[-1], effect=effect)
            return True
        return False

    def _split_at_effect(self, text: str) -> tuple[str, PartialDate | None]:
        folded = text.casefold()
        places = [folded.find(cue) for cue in self.words.effect if cue in folded]
        if not places:
            return text, None
        after = days_in(text[min(places) :], self.words.months)
        return text[: min(places)], after[0].day if after else None

    def _rule(self, text: str, *, quoted: bool) -> NoteRule | None:
        folded = f" {text.casefold()} "
        fitting = (rule for rule in self.words.rules if rule.in_quotes or not quoted)
        return next((rule for rule in fitting if rule.fits(folded)), None)

    def _others_words(self, quoted: str, lead: str, sentence: Sentence) -> bool:
        """Read a communication, as of the day that the sentence announcing it gives."""
        rule = self._rule(quoted, quoted=True)
        if rule is None or rule.meaning in self.reading.meanings:
            return rule is not None
        named = self.names.mentioned(lead)
        if self.row and named and named[0] not in self.row:
            self.reading.meanings.append(_ABOUT_ANOTHER)
            return True
        self._apply(rule, lead, sentence, None)
        return True

    def _apply(
        self, rule: NoteRule, text: str, sentence: Sentence, effect: PartialDate | None
    ) -> None:
        self._means(rule)
        days = days_in(text, self.words.months)
        if rule.reads is Reading.PREDECESSOR:
            self._predecessor(self._before_the_end(text))
        elif rule.reads is Reading.NOTICE:
            self._notice(rule, text, days, sentence, effect)
        elif rule.reads is Reading.TERRITORY and days:
            self._add(rule, self.row, days[0].day, effect, self._reference(sentence))

    def _means(self, rule: NoteRule) -> None:
        self.reading.meanings.append(rule.meaning)
        if rule.noted or (rule.reads is Reading.TERRITORY):
            self.reading.told.append(rule.meaning)

    def _notice(
        self,
        rule: NoteRule,
        text: str,
        days: Sequence[PrintedDay],
        sentence: Sentence,
        effect: PartialDate | None,
    ) -> None:
        if not days:
            self._complain(
                "notice-without-date", f'"{text[:_SHOWN]}" tells of an act without a day'
            )
            return
        named = self.names.mentioned(text)
        who = named[:1] or self.row
        self._add(rule, who, days[0].day, effect, self._reference(sentence))

    def _add(
        self,
        rule: NoteRule,
        who: Sequence[str],
        day: PartialDate,
        effect: PartialDate | None,
        note: str,
    ) -> None:
        if rule.act is None or not who:
            self._complain("notice-of-nobody", f"{rule.meaning} of {day}: whose act is it?")
            return
        self.reading.acts += [NotedAct(one, rule.act, day, effect, note) for one in who]

    def _before_the_end(self, text: str) -> str:
        for word in self.words.predecessor_end:
            text = text.partition(word)[0]
        return text

    def _predecessor(self, text: str) -> None:
        who, days = self._predecessor_named(text), days_in(text, self.words.months)
        kinds = list(self._kinds(text))
        if who is None or not kinds or len(kinds) != len(days):
            words = f'"{text[:_SHOWN]}": which State did what, and when, could not be matched'
            self._complain("predecessor-not-read", words)
            return
        note = f"predecessor State, told in end note {self.number}"
        self.reading.acts += [
            NotedAct(who, kind, printed.day, None, note)
            for kind, printed in zip(kinds, days, strict=True)
        ]

    def _predecessor_named(self, text: str) -> str | None:
        """Who stands before "had": the whole name, for "Democratic Yemen" is not "Yemen"."""
        for word in self.words.predecessor:
            before, found, _ = text.partition(f" {word} ")
            if found:
                return self.names.find(before)
        return None

    def _kinds(self, text: str) -> Iterator[ActKind]:
        for word in re.findall(r"\w+", text.casefold()):
            if word in self.words.predecessor_verbs:
                yield self.words.predecessor_verbs[word]

    def _late_reference(self, sentence: Sentence) -> None:
        """A notification's number that stands in brackets of its own, behind the notice."""
        if not sentence.words and self.reading.acts and not self.reading.acts[-1].note:
            last = self.reading.acts[-1]
            self.reading.acts[-1] = replace(last, note=self._reference(sentence))

    def _reference(self, sentence: Sentence) -> str:
        """The number of the depositary notification, wherever in the sentence it stands."""
        found = _NOTIFICATION.search(" ".join((sentence.words, *sentence.asides)))
        return "" if found is None else found.group()

    def _complain(self, code: str, words: str) -> None:
        self.reading.complaints.append((code, f"end note {self.number}: {words}"))


def read_end_note(
    note: PageNote, row: tuple[str, ...], names: NameBook, words: PageWords
) -> NoteReading:
    """What the end note means for the participants in whose rows its number stands."""
    return _NoteReader(note.number, row, names, words).read(note.text)
