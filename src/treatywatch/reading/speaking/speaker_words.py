"""The words that can stand for a speaker, compiled for one language."""

import re
from collections.abc import Iterable

from treatywatch.reading.vocabulary.grammar import grammar
from treatywatch.reading.vocabulary.wording import any_of
from treatywatch.reading.vocabulary.words import Words
from treatywatch.values import frozen


@frozen
class SpeakerWords:
    """The words for speakers compiled for one language."""

    people: re.Pattern[str]
    collectives: re.Pattern[str]
    institutions: re.Pattern[str]
    documents: re.Pattern[str]
    person_pronoun: re.Pattern[str]
    group_pronoun: re.Pattern[str]
    thing_pronoun: re.Pattern[str]
    trailing: re.Pattern[str]
    leading: re.Pattern[str]
    clause_start: re.Pattern[str]
    no_speaker: re.Pattern[str]
    relative: re.Pattern[str]
    dangling: re.Pattern[str]
    joiner: re.Pattern[str]
    particle: re.Pattern[str]
    of_place: re.Pattern[str]
    determiner: re.Pattern[str]
    aside: re.Pattern[str]
    times: re.Pattern[str]
    finite: re.Pattern[str]

    def is_name(self, words: str) -> bool:
        """Whether every word has a capital, but for particles ("von", "bin") inside."""
        parts = words.split()
        if not parts or not (parts[0][0].isupper() and parts[-1][0].isupper()):
            return False
        return all(one[0].isupper() or self.particle.fullmatch(one) for one in parts)


@grammar
def speaker_words(words: Words) -> SpeakerWords:
    """The patterns for the speakers of one language."""
    speech = words.speech
    small = any_of((*speech.adverbs, *speech.auxiliaries))
    times = any_of(words.calendar.weekdays)
    opening = any_of(speech.clause_starts)
    return SpeakerWords(
        people=_words(speech.people),
        collectives=_words(speech.collectives),
        institutions=_words(speech.institutions),
        documents=_words(speech.documents),
        person_pronoun=re.compile(any_of(speech.pronouns_person)),
        group_pronoun=re.compile(any_of(speech.pronouns_group)),
        thing_pronoun=re.compile(any_of(speech.pronouns_thing)),
        trailing=re.compile(rf"(?:(?<!\w){small}|(?:on\s+)?{times}|\s)$"),
        leading=re.compile(rf"\s*(?:{any_of(speech.adverbs)}\s+)*"),
        clause_start=re.compile(rf"[,;:\"\0]|\s-+\s|(?<!\w){opening}\s"),
        no_speaker=re.compile(
            any_of((*speech.clause_starts, *speech.adverbs, *speech.aside, *speech.not_speakers))
        ),
        relative=re.compile(any_of(speech.relatives)),
        dangling=re.compile(rf"(?<!\w){any_of((*speech.joiners, *speech.relatives))}$"),
        joiner=_words(speech.joiners),
        of_place=re.compile(rf"(?<=\S)\s{any_of(speech.of_place)}\s"),
        particle=re.compile(any_of(speech.name_particles)),
        determiner=re.compile(rf"^{any_of(speech.determiners)}\s+", re.IGNORECASE),
        aside=re.compile(
            rf"\s(?:{any_of(speech.adverbs)}\s+)?"
            rf"(?:{any_of(speech.aside)}(?!\w)|(?:on\s+)?{times}(?!\w))"
        ),
        times=re.compile(rf"^(?:{times})$"),
        finite=re.compile(rf"(?<=\s){any_of((*speech.be, *speech.auxiliaries))}(?=\s)"),
    )


def _words(forms: Iterable[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){any_of(forms)}(?!\w)")
