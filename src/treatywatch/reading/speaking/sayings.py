"""Verbs and phrases of saying in one sentence, each with its speaker and with what is said."""

import re
from collections.abc import Iterator
from dataclasses import replace

from treatywatch.reading.quantities.durations import MASK
from treatywatch.reading.speaking.noun_phrases import Speaker, has_head, read_speaker
from treatywatch.reading.speaking.saying_cues import (
    ARGUMENT,
    ATTRIBUTION,
    OWN_VIEW,
    SayingCues,
    VerbFound,
    Verbs,
    saying_cues,
)
from treatywatch.reading.speaking.speaker_words import speaker_words
from treatywatch.reading.speaking.speakers import speaker_after, speaker_before
from treatywatch.reading.vocabulary.spans import Manner, Passage, PassageKind
from treatywatch.reading.vocabulary.words import Words
from treatywatch.values import frozen

Cue = re.Match[str] | VerbFound
_LED = re.compile(rf"(?P<speaker>[^:{MASK}]{{3,120}}):\s*(?={MASK})")
_TRAILED = re.compile(rf"(?<={MASK})\s*(?:-+\s*)?(?P<verb>[^\W\d]{{4,}})\s+(?=\w)")
_PUT_SO = re.compile(rf"[^:.;{MASK}]{{0,40}}:\s+(?=(?:[^\s{MASK}]+\s+){{4}})")
_ENDS_ASIDE = re.compile(r"(?:\s[\w-]+){0,3}\s*,")
_APART = re.compile(r"[^,.;:]{0,40},\s")
_REACH = 24  # characters before a verb that may tell that it is none
_SHORT_TAIL = 8  # words after a verb at the end of a sentence that are no speech of their own
_LEAST_SAID = 12  # characters
_LEAST_WORDS = 3  # words after a speaker in mid-sentence with which the sentence goes on


@frozen
class Saying:
    """A cue with its speaker.

    ``start``/``end`` bound what is said, ``whole_start``/``whole_end`` the clause with all three.
    """

    manner: Manner
    cue_start: int
    cue_end: int
    speaker: Speaker
    start: int
    end: int
    whole_start: int
    whole_end: int

    def by(self, speaker: Speaker) -> "Saying":
        """The same, by the speaker whom a reference back means."""
        return replace(self, speaker=speaker)


class Sayings:
    """The sayings of one report, told for each passage.

    In ``masked`` quotations are blotted out, in ``nameless`` the names of States and treaties too:
    "the United States" says nothing by itself.
    """

    def __init__(self, text: str, masked: str, nameless: str, words: Words) -> None:
        self._text, self._masked, self._words = text, masked, words
        cues = saying_cues(words)
        self._verbs, self._anchors = cues.find(nameless), cues.anchors.marks(masked)
        self._nameless = nameless

    def of(self, passage: Passage) -> list[Saying]:
        """The sayings of one passage in order."""
        found: list[Saying] = []
        start = passage.start
        for stop in re.finditer(r";\s", self._masked[passage.start : passage.end]):
            found += self._between(passage, start, passage.start + stop.start())
            start = passage.start + stop.end()
        return found + self._between(passage, start, passage.end)

    def _between(self, passage: Passage, start: int, end: int) -> list[Saying]:
        return _Sentence(
            text=self._text,
            masked=self._masked,
            nameless=self._nameless,
            passage=passage,
            words=self._words,
            start=start,
            end=end,
            verbs=self._verbs,
            anchors=self._anchors.within(start, end),
        ).sayings()


@frozen
class _Sentence:
    """A sentence, or what a semicolon sets apart in it."""

    text: str
    masked: str
    nameless: str
    passage: Passage
    words: Words
    start: int
    end: int
    verbs: Verbs
    anchors: int

    def sayings(self) -> list[Saying]:
        cues = saying_cues(self.words)
        found = [*self._phrases(cues)]
        floor, last = self.start, None
        for match in self.verbs.within(self.start, self.end):
            if any(one.whole_start <= match.start() < one.cue_end for one in found):
                continue
            saying = self._saying(match, floor, cues, last)
            if saying is not None and self._is_said(saying, found, cues):
                continue
            if saying is not None:
                found.append(saying)
                floor, last = match.end(), saying
        found = found or [*self._beside_quotation()]
        found.sort(key=lambda one: one.cue_start)
        return _bounded(found)

    def _phrases(self, cues: SayingCues) -> Iterator[Saying]:
        """Read what is said without a verb of saying, where its words stand in the sentence."""
        if self.anchors & cues.anchors.bit[ATTRIBUTION]:
            yield from self._according_to(cues)
        yield from self._at_head(cues)
        yield from self._from_whom(cues)
        if self.anchors & cues.anchors.bit[OWN_VIEW]:
            yield from self._in_own_view(cues)
            yield from self._in_view_of(cues)
        if self.anchors & cues.anchors.bit[ARGUMENT]:
            yield from self._arguments(cues)

    def _is_said(self, saying: Saying, found: list[Saying], cues: SayingCues) -> bool:
        """Whether it is what another says: "the office said the Grand Duchy was proud"."""
        embeds = saying.speaker.pronoun or cues.attitude.fullmatch(
            self.masked, saying.cue_start, saying.cue_end
        )
        return bool(embeds) and any(
            one.cue_end <= one.start <= saying.cue_start < one.end
            for one in found
            if one.manner is not Manner.NEWS
        )

    def _beside_quotation(self) -> Iterator[Saying]:
        """Read speakers without a known verb: "The director, Ole Berg: ...", "..., sighed Berg"."""
        led = _LED.match(self.masked, self.start, self.end)
        if led is not None:
            end = led.end("speaker")
            speaker = speaker_before(self.text, self.masked, self.start, end, self.words)
            if speaker is not None and has_head(self.text, speaker, self.words):
                yield self._of(led, speaker, (led.end(), self.end))
            return
        for match in _TRAILED.finditer(self.masked, self.start, self.end):
            if self.text[match.end()].isupper():
                speaker = self._speaker_after(match.end())
                if speaker is not None and speaker.kind == "person":
                    yield self._said_before(match, speaker, match.start("verb"))

    def _saying(
        self, match: Cue, floor: int, cues: SayingCues, last: Saying | None
    ) -> Saying | None:
        """What the verb says of whom; ``last`` is what the sentence has told so far."""
        if cues.inverse.fullmatch(match.group()):
            return self._inverse(match)
        before = self.masked[max(floor, match.start() - _REACH) : match.start()]
        if cues.be_before.search(before):
            return self._passive(match, cues)
        if cues.not_before.search(before):
            return None
        doubtful = bool(cues.also_noun.fullmatch(match.group()))
        if doubtful and not self._is_verb(match, cues):
            return None
        speaker = speaker_before(self.text, self.masked, floor, match.start(), self.words)
        if speaker is None and cues.goes_on.search(before):
            who = last.speaker if last is not None else self._who_did(match, cues)
            start = match.start() if last is not None or who is None else who.start
            if who is not None:
                return self._of(match, who, (match.end(), self.end), start)
        if speaker and doubtful and not has_head(self.text, speaker, self.words):
            speaker = None
        if speaker is not None:
            return self._by_subject(match, speaker, cues)
        if not re.search(r"[\0,]\s*$", before):
            return None
        speaker = self._speaker_after(match.end())
        return self._by_speaker_after(match, speaker) if speaker else None

    def _who_did(self, match: Cue, cues: SayingCues) -> Speaker | None:
        """Who did something before saying so: "Mahama has named an envoy and says ..."."""
        verb = cues.first_verb.search(self.masked, self.start, match.start())
        if verb is None:
            return None
        who = speaker_before(self.text, self.masked, self.start, verb.start(), self.words)
        return who if who is not None and not who.pronoun else None

    def _by_speaker_after(self, match: Cue, speaker: Speaker) -> Saying | None:
        """Read "..., said Kopra", and the aside in "So, say its diplomats, a day remained"."""
        if match.start() - self.start > _LEAST_SAID:
            return self._said_before(match, speaker, match.start())
        if not self.masked.startswith(",", speaker.end):
            return None
        return self._of(match, speaker, (self.start, self.end))

    def _speaker_after(self, offset: int) -> Speaker | None:
        return speaker_after(self.text, self.masked, offset, self.end, self.words)

    def _is_verb(self, match: Cue, cues: SayingCues) -> bool:
        """Whether a word that may be a noun ("states") is followed as a verb of saying is."""
        if cues.opens_content.match(self.masked, match.end(), self.end):
            return True
        if cues.pronoun_before.search(self.masked, self.start, match.start()):
            return True
        after = self.text[match.end() : match.end() + 2]
        if after[:1].isspace() and after[1:].isupper():
            return self.passage.kind is not PassageKind.HEADLINE
        stops = not after.strip() or after[0] in ".,"
        return stops and "\0" in self.masked[self.start : match.start()]

    def _by_subject(self, match: Cue, speaker: Speaker, cues: SayingCues) -> Saying:
        lead = self.masked[self.start : speaker.start].rstrip()
        tail = self.masked[match.end() : self.end]
        stops = bool(re.match(r"\s*(?:[,.;\0]|$)", tail))
        long_tail = len(tail.split()) > _SHORT_TAIL or "\0" in tail
        aside = speaker_words(self.words).aside.match(self.masked, match.end(), self.end)
        if lead[-1:] == "," and _ENDS_ASIDE.match(tail):
            if cues.leads_on.search(lead):  # "so that, officials say, the set is complete"
                return self._of(match, speaker, (match.end() + 1, self.end), speaker.start)
            return self._of(match, speaker, (self.start, self.end))
        stops = stops or bool(cues.told.match(self.masked, match.start(), self.end))
        if aside and lead[-1:] == "," and len(lead.split()) > _SHORT_TAIL:
            return self._said_before(match, speaker, speaker.start)
        if len(lead) > _LEAST_SAID and lead[-1] in ",\0" and (stops or (aside and not long_tail)):
            if stops and long_tail:
                return self._of(match, speaker, (self.start, self.end))
            return self._said_before(match, speaker, speaker.start)
        colon = _PUT_SO.match(tail)
        if colon:  # "put it like this: a treaty is a door"
            return self._of(match, speaker, (match.end() + colon.end(), self.end), speaker.start)
        start = match.end() + len(tail) - len(tail.lstrip(" ,:"))
        return self._of(match, speaker, (start, self.end), speaker.start)

    def _of(
        self,
        match: Cue,
        speaker: Speaker,
        said: tuple[int, int],
        whole_start: int | None = None,
    ) -> Saying:
        manner = saying_cues(self.words).manner(match.group())
        start = self.start if whole_start is None else whole_start
        return Saying(manner, *match.span(), speaker, *said, start, self.end)

    def _said_before(self, match: Cue, speaker: Speaker, end: int) -> Saying:
        whole_end = max(match.end(), speaker.end)
        return replace(self._of(match, speaker, (self.start, end)), whole_end=whole_end)

    def _passive(self, match: Cue, cues: SayingCues) -> Saying | None:
        """Read "were urged by campaigners": what is said is the whole sentence."""
        by = cues.passive.match(self.masked, match.end(), self.end)
        speaker = self._speaker_after(by.end()) if by else None
        return self._of(match, speaker, (self.start, self.end)) if speaker else None

    def _inverse(self, match: Cue) -> Saying | None:
        """Read "sparked outrage among defenders": the speaker is the object."""
        speaker = self._speaker_after(match.end())
        return (
            self._of(match, speaker, (match.start(), self.end), match.start()) if speaker else None
        )

    def _according_to(self, cues: SayingCues) -> Iterator[Saying]:
        for match in cues.attribution.finditer(self.masked, self.start, self.end):
            if match.group().strip() in self.words.speech.attributions_behind:
                yield from self._told_behind(match)
                continue
            speaker = self._speaker_after(match.end())
            if speaker is None:
                continue
            goes_on = len(self.masked[speaker.end : self.end].split()) > _LEAST_WORDS
            if match.start() - self.start <= 2:
                said = self._after_comma(speaker.end), self.end
            else:
                before = len(self.masked[self.start : match.start()].split()) > _LEAST_WORDS
                apart = before and _APART.match(self.masked, speaker.end, self.end)
                said = self.start, match.start() if apart or not goes_on else self.end
            yield self._of(match, speaker, said)

    def _told_behind(self, match: Cue) -> Iterator[Saying]:
        """Read "Greenpeacen mukaan pyynti uhkaa valaita", and the same at the end of a sentence."""
        end = match.start()
        if set(self.masked[self.start : end].split()[-1:]) & set(self.words.speech.relatives):
            return  # "jonka mukaan": of who told it before
        speaker = speaker_before(self.text, self.masked, self.start, end, self.words)
        if speaker is None:
            return
        ahead = speaker.start - self.start > _LEAST_SAID
        said = (self.start, speaker.start) if ahead else (match.end(), self.end)
        yield self._of(match, speaker, said)

    def _at_head(self, cues: SayingCues) -> Iterator[Saying]:
        """Read "For Steve Goose, there is some progress": a view without a verb."""
        match = cues.at_head.match(self.masked, self.start, self.end)
        if match is not None:
            yield from self._for_whom(match, cues)
        speaker = self._speaker_after(match.end()) if match else None
        if match is None or speaker is None or speaker.kind not in ("person", "group"):
            return
        if not speaker.pronoun and speaker.kind == "group":
            return
        named = MASK in self.nameless[speaker.start : speaker.end]
        if not named and self.masked[speaker.end : speaker.end + 1] == ",":
            said = self._after_comma(speaker.end), self.end
            yield replace(self._of(match, speaker, said), manner=Manner.OPINION)

    def _for_whom(self, match: Cue, cues: SayingCues) -> Iterator[Saying]:
        """Read "For the Red Cross the week was a triumph": a name, and then what it thinks of."""
        named = cues.phrases.for_whom.match(self.text, match.end(), self.end)
        speaker = self._speaker(match.end(), named.end("whom")) if named else None
        if named is None or speaker is None or not _may_judge(speaker):
            return
        if MASK not in self.nameless[speaker.start : speaker.end]:
            saying = self._of(match, speaker, (named.end("whom"), self.end))
            yield replace(saying, manner=Manner.OPINION)

    def _in_own_view(self, cues: SayingCues) -> Iterator[Saying]:
        """Read "in his view", "to my mind", "our view: ..."."""
        for match in cues.own.finditer(self.masked, self.start, self.end):
            start, end = match.span("whose" if match["whose"] else "owner")
            whose = self.masked[start:end]
            kind = "group" if cues.of_group.fullmatch(whose) else "person"
            speaker = Speaker(start, end, self.text[start:end], None, kind, pronoun=True)
            saying = self._of(match, speaker, (match.end(), self.end))
            if match.start() - self.start > _LEAST_SAID:
                saying = replace(saying, start=self.start)
            yield replace(saying, manner=Manner.OPINION)

    def _in_view_of(self, cues: SayingCues) -> Iterator[Saying]:
        """Read "in the army's view" and "the ban, in Oslo's eyes, is sound"."""
        for match in cues.phrases.view_of.finditer(self.masked, self.start, self.end):
            start, end = match.span("whose")
            speaker = self._speaker(start, end)
            if speaker is None:
                continue
            saying = self._of(match, speaker, (match.end(), self.end))
            if match.start() - self.start > _LEAST_SAID:
                saying = replace(saying, start=self.start)
            yield replace(saying, manner=Manner.OPINION)

    def _from_whom(self, cues: SayingCues) -> Iterator[Saying]:
        """Read "From Vienna came a warning that others would follow"."""
        match = cues.phrases.comes_from.match(self.masked, self.start, self.end)
        speaker = self._speaker(*match.span("whom")) if match else None
        if match is not None and speaker is not None:
            saying = self._of(match, speaker, (match.start("what"), self.end))
            yield replace(saying, manner=Manner.BACKING)

    def _speaker(self, start: int, end: int) -> Speaker | None:
        return read_speaker(self.text, self.masked, start, end, speaker_words(self.words))

    def _arguments(self, cues: SayingCues) -> Iterator[Saying]:
        """Read "the fear among diplomats is that others follow": a view told as a thing."""
        for match in cues.phrases.argument.finditer(self.masked, self.start, self.end):
            start, end = match.span("noun")
            of_whom = (
                cues.of_whom.search(self.masked, end, match.end("whose"))
                if match["whose"]
                else None
            )
            speaker = self._speaker_after(of_whom.end()) if of_whom else None
            if speaker is None:
                speaker = Speaker(start, end, self.text[start:end], None, "group")
            yield replace(
                self._of(match, speaker, (match.end(), self.end), match.start()),
                manner=Manner.OPINION,
            )

    def _after_comma(self, offset: int) -> int:
        comma = self.masked.find(",", offset, self.end)
        return offset if comma < 0 else comma + 1


def _may_judge(speaker: Speaker) -> bool:
    """Whether a name is of somebody who may think of something; a person's is told in full."""
    full = speaker.kind == "person" and " " in speaker.name
    return full or speaker.kind in ("institution", "group")


def _bounded(sayings: list[Saying]) -> list[Saying]:
    """End what one speaker says where the next speaker of the sentence begins."""
    return [
        _until(one, [later for later in sayings[number + 1 :] if later.speaker])
        for number, one in enumerate(sayings)
    ]


def _until(one: Saying, later: list[Saying]) -> Saying:
    starts = [
        other.speaker.start
        for other in later
        if one.cue_end <= other.speaker.start == other.whole_start
    ]
    if not starts or one.start < one.cue_end:
        return one
    return replace(one, end=starts[0], whole_end=min(one.whole_end, starts[0]))
