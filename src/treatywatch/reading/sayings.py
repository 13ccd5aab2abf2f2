"""Verbs and phrases of saying in one sentence, each with its speaker and with what is said."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from treatywatch.reading.durations import MASK
from treatywatch.reading.grammar import grammar
from treatywatch.reading.noun_phrases import Speaker, has_head
from treatywatch.reading.spans import Manner, Passage, PassageKind
from treatywatch.reading.speaker_words import speaker_words
from treatywatch.reading.speakers import speaker_after, speaker_before
from treatywatch.reading.wording import any_of
from treatywatch.reading.words import Words

_LED = re.compile(rf"(?P<speaker>[^:{MASK}]{{3,120}}):\s*(?={MASK})")
_LABELLED = re.compile(rf"(?P<speaker>[^:;{MASK}]{{3,160}}):\s+(?=[^\W\d])")
_TRAILED = re.compile(rf"(?<={MASK})\s*(?:-+\s*)?(?P<verb>[^\W\d]{{4,}})\s+(?=\w)")
_PUT_SO = re.compile(rf"[^:.;{MASK}]{{0,40}}:\s+(?=(?:[^\s{MASK}]+\s+){{4}})")
_APART = re.compile(r"[^,.;:]{0,40},\s")
_REACH = 24  # characters before a verb that may tell that it is none
_SHORT_TAIL = 8  # words after a verb at the end of a sentence that are no speech of their own
_LEAST_SAID = 12  # characters
_LEAST_WORDS = 3  # words after a speaker in mid-sentence with which the sentence goes on
_LABELLED_WORDS = 4  # words after "Deputy Ozols:" that make a statement, not a detail


@dataclass(frozen=True, slots=True)
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


@dataclass(frozen=True, slots=True)
class _Cues:
    manners: Mapping[str, Manner]
    open_manners: tuple[tuple[re.Pattern[str], Manner], ...]
    verb: re.Pattern[str]
    attribution: re.Pattern[str]
    at_head: re.Pattern[str]
    passive: re.Pattern[str]
    inverse: re.Pattern[str]
    also_noun: re.Pattern[str]
    opens_content: re.Pattern[str]
    not_before: re.Pattern[str]
    be_before: re.Pattern[str]
    attitude: re.Pattern[str]
    own: re.Pattern[str]
    told: re.Pattern[str]
    leads_on: re.Pattern[str]
    of_group: re.Pattern[str]
    relative: re.Pattern[str]
    argument: re.Pattern[str]
    of_whom: re.Pattern[str]
    pronoun_before: re.Pattern[str]

    def manner(self, cue: str) -> Manner:
        """The kind of speech that a cue makes."""
        known = self.manners.get(" ".join(cue.split()))
        if known is not None:
            return known
        if self.attitude.fullmatch(cue):
            return Manner.BACKING
        fitting = (manner for pattern, manner in self.open_manners if pattern.fullmatch(cue))
        return next(fitting, Manner.SAYING)


def find_sayings(
    text: str, masked: str, nameless: str, passage: Passage, words: Words
) -> list[Saying]:
    """The sayings of one passage in order.

    In ``masked`` quotations are blotted out, in ``nameless`` the names of States and treaties too:
    "the United States" says nothing by itself.
    """
    found: list[Saying] = []
    start = passage.start
    for stop in re.finditer(r";\s", masked[passage.start : passage.end]):
        found += _Sentence(
            text, masked, nameless, passage, words, start, passage.start + stop.start()
        ).sayings()
        start = passage.start + stop.end()
    return found + _Sentence(text, masked, nameless, passage, words, start, passage.end).sayings()


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A sentence, or what a semicolon sets apart in it."""

    text: str
    masked: str
    nameless: str
    passage: Passage
    words: Words
    start: int
    end: int

    def sayings(self) -> list[Saying]:
        cues = _cues(self.words)
        found = [
            *self._according_to(cues),
            *self._at_head(cues),
            *self._in_own_view(cues),
            *self._arguments(cues),
        ]
        floor = self.start
        for match in cues.verb.finditer(self.nameless, self.start, self.end):
            if any(one.whole_start <= match.start() < one.cue_end for one in found):
                continue
            saying = self._saying(match, floor, cues)
            if saying is not None and self._is_said(saying, found, cues):
                continue
            if saying is not None:
                found.append(saying)
                floor = match.end()
        found = found or [*self._beside_quotation()]
        found.sort(key=lambda one: one.cue_start)
        return _bounded(found)

    def _is_said(self, saying: Saying, found: list[Saying], cues: _Cues) -> bool:
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

    def _labelled(self, cues: _Cues) -> Iterator[Saying]:
        """Read "Deputy Ozols, from Riga: the police now come": somebody with name and office."""
        match = _LABELLED.match(self.masked, self.start, self.end)
        if match is None or cues.verb.search(self.nameless, self.start, match.end("speaker")):
            return
        end = match.end("speaker")
        aside = cues.relative.search(self.masked, self.start, end)
        end = aside.start() if aside else end
        speaker = speaker_before(self.text, self.masked, self.start, end, self.words)
        named = speaker and speaker.kind == "person" and speaker.role not in (None, speaker.name)
        if speaker and named and len(self.masked[match.end() : self.end].split()) > _LABELLED_WORDS:
            saying = self._of(match, speaker, (match.end(), self.end))
            yield replace(saying, manner=Manner.OPINION)

    def _saying(self, match: re.Match[str], floor: int, cues: _Cues) -> Saying | None:
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
        if speaker and doubtful and not has_head(self.text, speaker, self.words):
            speaker = None
        if speaker is not None:
            return self._by_subject(match, speaker, cues)
        if not re.search(r"[\0,]\s*$", before):
            return None
        speaker = self._speaker_after(match.end())
        return self._by_speaker_after(match, speaker) if speaker else None

    def _by_speaker_after(self, match: re.Match[str], speaker: Speaker) -> Saying | None:
        """Read "..., said Kopra", and the aside in "So, say its diplomats, a day remained"."""
        if match.start() - self.start > _LEAST_SAID:
            return self._said_before(match, speaker, match.start())
        if not self.masked.startswith(",", speaker.end):
            return None
        return self._of(match, speaker, (self.start, self.end))

    def _speaker_after(self, offset: int) -> Speaker | None:
        return speaker_after(self.text, self.masked, offset, self.end, self.words)

    def _is_verb(self, match: re.Match[str], cues: _Cues) -> bool:
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

    def _by_subject(self, match: re.Match[str], speaker: Speaker, cues: _Cues) -> Saying:
        lead = self.masked[self.start : speaker.start].rstrip()
        tail = self.masked[match.end() : self.end]
        stops = bool(re.match(r"\s*(?:[,.;\0]|$)", tail))
        long_tail = len(tail.split()) > _SHORT_TAIL or "\0" in tail
        aside = speaker_words(self.words).aside.match(self.masked, match.end(), self.end)
        if lead[-1:] == "," and tail.lstrip()[:1] == ",":
            if cues.leads_on.search(lead):  # "so that, officials say, the set is complete"
                return self._of(match, speaker, (match.end() + 1, self.end), speaker.start)
            return self._of(match, speaker, (self.start, self.end))
        stops = stops or bool(cues.told.match(self.masked, match.start(), self.end))
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
        match: re.Match[str],
        speaker: Speaker,
        said: tuple[int, int],
        whole_start: int | None = None,
    ) -> Saying:
        manner = _cues(self.words).manner(match.group())
        start = self.start if whole_start is None else whole_start
        return Saying(manner, *match.span(), speaker, *said, start, self.end)

    def _said_before(self, match: re.Match[str], speaker: Speaker, end: int) -> Saying:
        whole_end = max(match.end(), speaker.end)
        return replace(self._of(match, speaker, (self.start, end)), whole_end=whole_end)

    def _passive(self, match: re.Match[str], cues: _Cues) -> Saying | None:
        """Read "were urged by campaigners": what is said is the whole sentence."""
        by = cues.passive.match(self.masked, match.end(), self.end)
        speaker = self._speaker_after(by.end()) if by else None
        return self._of(match, speaker, (self.start, self.end)) if speaker else None

    def _inverse(self, match: re.Match[str]) -> Saying | None:
        """Read "sparked outrage among defenders": the speaker is the object."""
        speaker = self._speaker_after(match.end())
        return (
            self._of(match, speaker, (match.start(), self.end), match.start()) if speaker else None
        )

    def _according_to(self, cues: _Cues) -> Iterator[Saying]:
        for match in cues.attribution.finditer(self.masked, self.start, self.end):
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

    def _at_head(self, cues: _Cues) -> Iterator[Saying]:
        """Read "For Steve Goose, there is some progress": a view without a verb."""
        match = cues.at_head.match(self.masked, self.start, self.end)
        speaker = self._speaker_after(match.end()) if match else None
        if match is None or speaker is None or speaker.kind not in ("person", "group"):
            return
        if not speaker.pronoun and speaker.kind == "group":
            return
        named = MASK in self.nameless[speaker.start : speaker.end]
        if not named and self.masked[speaker.end : speaker.end + 1] == ",":
            said = self._after_comma(speaker.end), self.end
            yield replace(self._of(match, speaker, said), manner=Manner.OPINION)

    def _in_own_view(self, cues: _Cues) -> Iterator[Saying]:
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

    def _arguments(self, cues: _Cues) -> Iterator[Saying]:
        """Read "the fear among diplomats is that others follow": a view told as a thing."""
        for match in cues.argument.finditer(self.masked, self.start, self.end):
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


@grammar
def _cues(words: Words) -> _Cues:
    speech = words.speech
    kinds = {  # a verb of two kinds is of the later one
        Manner.NEWS: speech.news,
        Manner.SAYING: speech.saying,
        Manner.OPINION: speech.opinion,
        Manner.NAMING: speech.naming,
        Manner.BACKING: speech.backing,
    }
    manners = {form: manner for manner, forms in kinds.items() for form in forms}
    pronouns = (*speech.pronouns_person, *speech.pronouns_group, *speech.pronouns_thing)
    copula = any_of((*speech.be, *speech.copulas))
    attitude = (
        rf"{copula}\s+(?:(?!{any_of(speech.determiners)}\s)[\w-]+\s+)?{any_of(speech.attitudes)}"
    )
    whose = rf"(?P<whose>{any_of((*pronouns, *speech.first_person))})"
    view = any_of(speech.view_nouns)
    content = any_of((*speech.that, *speech.determiners, *pronouns, *speech.be))
    return _Cues(
        manners=manners,
        open_manners=tuple(
            (re.compile(any_of(form for form in forms if "*" in form)), manner)
            for manner, forms in kinds.items()
        ),
        verb=re.compile(rf"(?<![\w-])(?:{attitude}|{any_of(manners)})(?![\w-])"),
        attribution=re.compile(rf"(?<!\w){any_of(speech.attributions)}\s+"),
        at_head=re.compile(rf"{any_of(speech.attributions_at_head)}\s+"),
        passive=re.compile(rf"\s+{any_of(speech.passive_by)}\s+"),
        inverse=re.compile(any_of(speech.inverse)),
        also_noun=re.compile(any_of(speech.also_nouns)),
        opens_content=re.compile(rf"\s*(?:[\0:]|{content}(?!\w))"),
        not_before=re.compile(rf"(?<!\w){any_of(speech.not_saying_before)}\s+$"),
        be_before=re.compile(rf"(?<!\w){any_of(speech.be)}\s+(?:\w+ly\s+)?$"),
        attitude=re.compile(attitude),
        own=re.compile(
            rf"(?<!\w)(?:{any_of(speech.view_prepositions)}\s+{whose}\s+{view}(?![\w-])"
            rf"|{whose.replace('whose', 'owner')}\s+{view}:)"
        ),
        told=re.compile(rf"{any_of(speech.telling)}\s+(?:[\w'-]+\s+){{0,4}}[\w'-]+\s*(?:[,.]|$)"),
        leads_on=re.compile(rf"(?<!\w){any_of((*speech.that, *speech.clause_starts))},$"),
        relative=re.compile(rf",\s{any_of(speech.relatives)}\s"),
        argument=re.compile(
            rf"(?<!\w)(?P<noun>(?:[\w-]+(?:'s)?\s+){{1,3}}?{any_of(speech.argument_nouns)})"
            rf"(?P<whose>,?\s[^.;:\0]{{3,80}}?,?)?\s+{any_of(speech.be)}"
            rf"(?:\s+{any_of(speech.that)}\s|:\s)"
        ),
        of_whom=re.compile(rf"\s{any_of((*speech.passive_by, *speech.of_place))}\s"),
        of_group=re.compile(any_of(speech.pronouns_group)),
        pronoun_before=re.compile(
            rf"(?<!\w){any_of(pronouns)}\s+(?:{any_of(speech.adverbs)}\s+)*$"
        ),
    )
