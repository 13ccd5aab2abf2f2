"""The words by which a view is told from the report of an act, compiled for one language."""

import re

from treatywatch.reading.vocabulary.grammar import grammar
from treatywatch.reading.vocabulary.wording import any_of, whole_words
from treatywatch.reading.vocabulary.words import Words
from treatywatch.values import frozen

_ANYTHING = re.compile("")


@frozen
class ViewCues:
    """The words that tell a view from the report of an act."""

    deontic: re.Pattern[str]
    evaluative: re.Pattern[str]
    procedural: re.Pattern[str]
    intending: re.Pattern[str]
    state: re.Pattern[str]
    committing: re.Pattern[str]
    asserting: re.Pattern[str]
    asking: re.Pattern[str]
    not_said: re.Pattern[str]
    predicate: re.Pattern[str]
    of_body: re.Pattern[str]
    of_state: re.Pattern[str]
    unfinished: re.Pattern[str]
    judging: re.Pattern[str]
    topical: re.Pattern[str]
    reference: re.Pattern[str]
    memory: re.Pattern[str]
    of_one: re.Pattern[str]
    documents: re.Pattern[str]
    private: re.Pattern[str]
    media: re.Pattern[str]
    nobody: re.Pattern[str]
    sourcing: re.Pattern[str]
    possible: re.Pattern[str]
    infinitive: re.Pattern[str]
    of_itself: re.Pattern[str]
    acting: re.Pattern[str]
    instrument: re.Pattern[str]
    last_pronoun: re.Pattern[str]
    that: re.Pattern[str]
    to_do: re.Pattern[str]
    ends_as: re.Pattern[str]
    left_over: re.Pattern[str]


@grammar
def view_cues(words: Words) -> ViewCues:
    """The cues of one language."""
    speech = words.speech
    pronouns = any_of((*speech.pronouns_group, *speech.pronouns_thing, *speech.pronouns_person))
    bodies = any_of((*speech.pronouns_group, *speech.pronouns_thing))
    not_relative = "".join(rf"(?<!\b{word} )" for word in speech.relatives)
    intent = any_of(words.plans.sets["sure_intent"])
    return ViewCues(
        re.compile(rf"{not_relative}(?<!\w){any_of(speech.deontic)}(?!\w)"),
        whole_words((*speech.evaluative, *speech.opinion)),
        whole_words(speech.procedural),
        re.compile(rf"(?:{any_of(speech.that)}\s+)?{pronouns}\s+{intent}(?!\w)"),
        whole_words(speech.stative),
        whole_words(speech.committing),
        whole_words(speech.asserting),
        whole_words(speech.asking),
        re.compile(rf"{any_of(speech.not_said)}(?![\w,])"),
        _predicate(words),
        *_own_deontic(words),
        re.compile(rf"(?<!\w){any_of(words.layout.unfinished)}$"),
        whole_words((*speech.evaluative, *speech.deontic)),
        whole_words(speech.topical) if speech.topical else _ANYTHING,
        whole_words((*speech.pronouns_thing, *speech.pronouns_group)),
        _memory(words),
        whole_words(speech.pronouns_person),
        whole_words(speech.documents),
        re.compile(
            rf"(?:.*(?<!\w))?{any_of(speech.private)}(?!\w).*|{any_of(speech.unnamed)}", re.DOTALL
        ),
        whole_words(speech.media),
        re.compile(pronouns),
        whole_words(speech.sourcing),
        re.compile(rf"(?<!\w){any_of(speech.possible)}\s+(?:{any_of(speech.adverbs)}\s+)?$"),
        re.compile(rf"{any_of(speech.infinitives)}\s"),
        re.compile(rf"(?:{any_of(speech.that)}\s+)?{bodies}\s+{any_of(speech.future)}(?!\w)"),
        whole_words(speech.acting),
        re.compile(rf"(?<!\w){any_of(speech.instruments)}$"),
        re.compile(rf"\s{any_of((*speech.pronouns_group, *speech.pronouns_thing))}[.\s]*$"),
        whole_words(speech.that),
        whole_words(speech.infinitives),
        re.compile(rf"(?<!\w){any_of(speech.predicate_joiners)}$"),
        re.compile(rf"[,;]?\s(?:{any_of(speech.joiners)}|{any_of(speech.clause_starts)})\s*$"),
    )


def _memory(words: Words) -> re.Pattern[str]:
    """What somebody did once: "I stood out here", "my father packed them"."""
    speech = words.speech
    pronoun = any_of((*speech.pronouns_person, *speech.pronouns_group))
    noun = rf"(?!{any_of(speech.auxiliaries)}(?!\w))[\w-]+"
    who = rf"(?:{pronoun}|{any_of(speech.first_person)}\s+{noun})"
    did = rf"(?!{any_of(speech.stative)}(?!\w)){any_of(speech.narrated)}(?!\w)"
    return re.compile(rf"{who}\s+{did}")


def _predicate(words: Words) -> re.Pattern[str]:
    """What something is called: "the ban a relic", "it unwise"; but not "the meeting for May"."""
    speech = words.speech
    small = any_of((*speech.determiners, *speech.pronouns_thing, *speech.pronouns_group))
    owned = rf"[\w-]+{any_of(speech.possessives)}"
    few = r"(?:\s+[\w'-]+){0,4}?"
    called = rf"(?:{small}|{owned}){few}\s+{any_of(speech.predicative)}(?!\w)"
    named_as = rf"(?:[\w'-]+\s+){{1,5}}?{any_of(speech.predicate_joiners)}\s"
    return re.compile(rf"{called}|{named_as}")


def _own_deontic(words: Words) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Whom the report tells what to do: "Parliament should think twice", "Iran must not"."""
    speech = words.speech
    demand = rf"{any_of(speech.own_deontic)}(?!\w)"
    few = r"(?:[\w'-]+\s+){0,3}?"
    bodies = any_of((*speech.institutions, *speech.own_bodies))
    return re.compile(rf"{few}{bodies}\s+{demand}"), re.compile(rf"{few}[\w'-]+\s+{demand}")
