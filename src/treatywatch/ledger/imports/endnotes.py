"""What end notes say: notices, what a State did before it ceased to be, remarks.

Each sentence is either understood, by the first rule in the record whose words it holds, or a
fault that shows its words: nothing is dropped in silence.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from treatywatch.errors import NotADate
from treatywatch.law.calendar import PartialDate
from treatywatch.ledger.imports.names import NameBook
from treatywatch.ledger.imports.noted import NotedAct, NoteReading
from treatywatch.ledger.imports.page import PageNote
from treatywatch.ledger.imports.page_words import NoteRule, PageWords, Reading
from treatywatch.ledger.imports.predecessors import read_predecessor
from treatywatch.ledger.imports.printed_dates import PRINTED_DAY, PrintedDay, days_in
from treatywatch.ledger.imports.sentences import Sentence, sentences

_NOTIFICATION = re.compile(r"C\.N\.\d+\.\d{4}\.[A-Z]+(?:[-.][\w.-]*\w)?")
# A notification has a day of its own, which is not the day of the act it tells of.
_NOTIFIED_ON = re.compile(rf"{_NOTIFICATION.pattern}\s+of\s+{PRINTED_DAY}")
_SHOWN = 110
_OPENING = 60
# A dispute about what the State of the row did: no act towards the treaty.
_ABOUT_ANOTHER = "communication of another State"


def read_end_note(
    note: PageNote, row: tuple[str, ...], names: NameBook, words: PageWords
) -> NoteReading:
    """What the end note means for the participants in whose rows its number stands."""
    return _NoteReader(note.number, row, names, words).read(note.text)


@dataclass
class _NoteReader:
    """Reads one end note, sentence by sentence."""

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
        if sentence.introduces and self.names.find(sentence.words.rstrip(" :")):
            self.reading.meanings.append(_ABOUT_ANOTHER)
            return
        if self.lead and not self._begins_with_a_day(sentence.words):
            self._others_words(sentence.words or sentence.quoted, self.lead, sentence)
            self.lead = "" if sentence.quoted else self.lead
            return
        self.lead = ""
        if not sentence.words:
            sentence = replace(sentence, words=sentence.quoted, quoted="")
        understood = self._own_words(sentence)
        if sentence.quoted:
            understood = self._others_words(sentence.quoted, sentence.words, sentence) or understood
        self._asides(sentence)
        if not understood and sentence.words:
            shown = sentence.words[:_SHOWN]
            self._complain("end-note-not-read", f'"{shown}" could not be read: add what it says')

    def _begins_with_a_day(self, text: str) -> bool:
        """Whether the depositary speaks again: "Further, on 29 December 2005, ..."."""
        return any(printed.start < _OPENING for printed in days_in(text, self.words.months))

    def _own_words(self, sentence: Sentence) -> bool:
        before, effect = self._split_at_effect(sentence.words)
        rule = self._rule(before, quoted=False)
        if rule is not None:
            self._apply(rule, before, sentence, effect)
            return True
        return self._sets_effect(effect)

    def _sets_effect(self, effect: PartialDate | None) -> bool:
        """A day of effect told by itself belongs to the act told last."""
        if effect is None or not self.reading.acts:
            return False
        self.reading.acts[-1] = replace(self.reading.acts[-1], effect=effect)
        return True

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
        who = self._actor(lead)
        if self.row and who and who[0] not in self.row:
            self.reading.meanings.append(_ABOUT_ANOTHER)
            return True
        self._apply(rule, lead, sentence, None)
        return True

    def _apply(
        self, rule: NoteRule, text: str, sentence: Sentence, effect: PartialDate | None
    ) -> None:
        self._means(rule)
        if rule.reads is Reading.PREDECESSOR:
            self._predecessor(_NOTIFIED_ON.sub(" ", text))
        elif rule.reads is Reading.NOTICE:
            self._notice(rule, self._actor(text) or self.row, text, sentence, effect)
        elif rule.reads is Reading.TERRITORY and days_in(text, self.words.months):
            self._notice(rule, self.row, text, sentence, effect)

    def _means(self, rule: NoteRule) -> None:
        self.reading.meanings.append(rule.meaning)
        if rule.noted or rule.reads is Reading.TERRITORY:
            self.reading.told.append(rule.meaning)

    def _actor(self, text: str) -> tuple[str, ...]:
        """Who acts: named behind "the Government of", or the first who is named at all."""
        folded = text.casefold()
        for cue in self.words.actor:
            behind = self.names.mentioned(folded.partition(cue)[2])
            if behind:
                return behind[:1]
        return self.names.mentioned(text)[:1]

    def _notice(
        self,
        rule: NoteRule,
        who: Sequence[str],
        text: str,
        sentence: Sentence,
        effect: PartialDate | None,
    ) -> None:
        text = _NOTIFIED_ON.sub(" ", text)
        days = days_in(text, self.words.months)
        if not days:
            told = f'"{text[:_SHOWN]}" tells of an act without a day'
            self._complain("notice-without-date", told)
        elif rule.act is None or not who:
            told = f"{rule.meaning} of {days[0].day}: whose act is it?"
            self._complain("notice-of-nobody", told)
        else:
            done, received = self._done_and_received(text, days)
            note = _reference(sentence)
            self.reading.acts += [
                NotedAct(one, rule.act, done, received, effect, note) for one in who
            ]

    def _done_and_received(
        self, text: str, days: Sequence[PrintedDay]
    ) -> tuple[PartialDate, PartialDate | None]:
        """The day of a document "dated" so, and another day on which it came."""
        folded = text.casefold()
        dated = [d for d in days if folded[: d.start].rstrip().endswith(self.words.dated)]
        came = [d for d in days if d not in dated]
        if not dated or not came:
            return days[0].day, None
        return dated[0].day, came[0].day

    def _predecessor(self, text: str) -> None:
        acts = read_predecessor(text, self.number, self.names, self.words)
        if not acts:
            told = f'"{text[:_SHOWN]}": which State did what, and when, could not be matched'
            self._complain("predecessor-not-read", told)
        self.reading.acts += acts

    def _asides(self, sentence: Sentence) -> None:
        """What stands in brackets: a day of effect, the number of the notification."""
        for aside in sentence.asides:
            self._sets_effect(self._split_at_effect(aside)[1])
        if not sentence.words and self.reading.acts and not self.reading.acts[-1].note:
            last = self.reading.acts[-1]
            self.reading.acts[-1] = replace(last, note=_reference(sentence))

    def _complain(self, code: str, words: str) -> None:
        self.reading.complaints.append((code, f"end note {self.number}: {words}"))


def _reference(sentence: Sentence) -> str:
    """The number of the depositary notification, wherever in the sentence it stands."""
    found = _NOTIFICATION.search(" ".join((sentence.words, *sentence.asides)))
    return "" if found is None else found.group()
