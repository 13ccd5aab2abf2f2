"""Verbs and phrases of saying of one language, as found in one report.

The verbs are too many for one pattern: an automaton finds all of them in one pass over the report,
and another tells in which sentences the patterns of the rarer phrases need to be tried at all.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from treatywatch.reading.vocabulary.grammar import grammar
from treatywatch.reading.vocabulary.marks import Sets
from treatywatch.reading.vocabulary.spans import Manner
from treatywatch.reading.vocabulary.wording import any_of
from treatywatch.reading.vocabulary.words import Words
from treatywatch.values import frozen

_COPULA_REACH = 200  # characters before "worried" in which its "seemed" stands
_VERB, _ATTITUDE = "verb", "attitude"
ATTRIBUTION, OWN_VIEW, ARGUMENT = "attribution", "own view", "argument"


class VerbFound(NamedTuple):
    """A verb of saying where it stands, asked as a match of a pattern is."""

    first: int
    last: int
    form: str

    def start(self) -> int:
        """Where it begins."""
        return self.first

    def end(self) -> int:
        """Where it ends."""
        return self.last

    def span(self) -> tuple[int, int]:
        """Where it begins and ends."""
        return self.first, self.last

    def group(self) -> str:
        """Its words as they stand there, folded."""
        return self.form


@frozen
class ViewPhrases:
    """Views without a verb: "in the army's view", "from Oslo came a warning"."""

    argument: re.Pattern[str]
    view_of: re.Pattern[str]
    comes_from: re.Pattern[str]
    for_whom: re.Pattern[str]


@frozen
class SayingCues:
    """The cues of one language.

    ``attitude`` is a stance without a verb of saying ("is opposed") and ``copula`` what leads to
    it; ``inverse`` verbs have the speaker as their object, ``also_noun`` ones may be nouns
    ("states"); ``own`` is "in his view", ``argument`` "the fear among diplomats is that",
    ``told`` a verb with its hearer ("told reporters,"), ``goes_on`` what stands before a second
    verb of the same speaker, and ``first_verb`` one of doing that may be his first.
    """

    kinds: Mapping[str, Manner]
    open_kinds: tuple[tuple[re.Pattern[str], Manner], ...]
    verbs: Sets[str]
    anchors: Sets[str]
    copula: re.Pattern[str]
    attitude: re.Pattern[str]
    attribution: re.Pattern[str]
    at_head: re.Pattern[str]
    passive: re.Pattern[str]
    inverse: re.Pattern[str]
    also_noun: re.Pattern[str]
    opens_content: re.Pattern[str]
    not_before: re.Pattern[str]
    be_before: re.Pattern[str]
    own: re.Pattern[str]
    told: re.Pattern[str]
    leads_on: re.Pattern[str]
    phrases: ViewPhrases
    of_whom: re.Pattern[str]
    of_group: re.Pattern[str]
    pronoun_before: re.Pattern[str]
    goes_on: re.Pattern[str]
    first_verb: re.Pattern[str]

    def manner(self, cue: str) -> Manner:
        """The kind of speech that a cue makes."""
        known = self.kinds.get(" ".join(cue.split()))
        if known is not None:
            return known
        if self.attitude.fullmatch(cue):
            return Manner.BACKING
        fitting = (manner for pattern, manner in self.open_kinds if pattern.fullmatch(cue))
        return next(fitting, Manner.SAYING)

    def find(self, nameless: str) -> "Verbs":
        """Every verb of saying in a text and every attitude.

        Of those that begin together an attitude ("seemed worried") comes first, then the longest.
        """
        attitudes = self.verbs.bit[_ATTITUDE]
        found: list[tuple[int, bool, int]] = []
        for start, end, bits in self.verbs.words(nameless):
            if nameless.startswith("-", end):
                continue
            if bits & attitudes:
                copula = self.copula.search(nameless, max(0, start - _COPULA_REACH), start)
                if copula is not None:
                    found.append((copula.start(), False, -end))
            if bits & ~attitudes and nameless[start - 1 : start] not in _JOINED:
                found.append((start, True, -end))
        return Verbs([VerbFound(at, -end, nameless[at:-end]) for at, _, end in sorted(found)])


_JOINED = frozenset("-_")


class Verbs:
    """The verbs of saying of one report, those of a sentence told at once."""

    def __init__(self, found: list[VerbFound]) -> None:
        self._found = found
        self._starts = [one.first for one in found]

    def within(self, start: int, end: int) -> Iterator[VerbFound]:
        """Those that lie between two offsets and in no other that begins before them."""
        last = start
        for number in range(bisect_left(self._starts, start), len(self._found)):
            one = self._found[number]
            if one.first >= end:
                return
            if one.first >= last and one.last <= end:
                yield one
                last = one.last


@grammar
def saying_cues(words: Words) -> SayingCues:
    """The cues of one language, compiled once."""
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
    be, that = any_of(speech.be), any_of(speech.that)
    adverbs = rf"(?:{any_of(speech.adverbs)}\s+)"
    copula = (
        rf"{any_of((*speech.be, *speech.copulas))}\s+"
        rf"(?:(?!{any_of(speech.determiners)}\s)[\w-]+\s+)?"
    )
    whose = rf"(?P<whose>{any_of((*pronouns, *speech.first_person))})"
    view = any_of(speech.view_nouns)
    content = any_of((*speech.that, *speech.determiners, *pronouns, *speech.be))
    return SayingCues(
        kinds=manners,
        open_kinds=tuple(
            (re.compile(any_of(form for form in forms if "*" in form)), manner)
            for manner, forms in kinds.items()
        ),
        verbs=Sets({_VERB: tuple(manners), _ATTITUDE: speech.attitudes}),
        anchors=Sets(
            {
                ATTRIBUTION: speech.attributions,
                OWN_VIEW: speech.view_nouns,
                ARGUMENT: speech.argument_nouns,
            }
        ),
        copula=re.compile(rf"(?<![\w-]){copula}$"),
        attitude=re.compile(copula + any_of(speech.attitudes)),
        attribution=re.compile(rf"(?<!\w){any_of(speech.attributions)}\s+"),
        at_head=re.compile(rf"{any_of(speech.attributions_at_head)}\s+"),
        passive=re.compile(rf"\s+{any_of(speech.passive_by)}\s+"),
        inverse=re.compile(any_of(speech.inverse)),
        also_noun=re.compile(any_of(speech.also_nouns)),
        opens_content=re.compile(
            rf"\s*(?:[\0:]|{content}(?!\w)|(?:[\w-]+\s+){{1,2}}{that}\s+{content}\s)"
        ),
        not_before=re.compile(rf"(?<!\w){any_of(speech.not_saying_before)}\s+$"),
        be_before=re.compile(rf"(?<!\w){be}\s+(?:\w+ly\s+)?$"),
        own=re.compile(
            rf"(?<!\w)(?:{any_of(speech.view_prepositions)}\s+{whose}\s+{view}(?![\w-])"
            rf"|{whose.replace('whose', 'owner')}\s+{view}:)"
        ),
        told=re.compile(rf"{any_of(speech.telling)}\s+(?:[\w'-]+\s+){{0,4}}[\w'-]+\s*(?:[,.]|$)"),
        leads_on=re.compile(rf"(?<!\w){any_of((*speech.that, *speech.clause_starts))},$"),
        phrases=_view_phrases(words),
        of_whom=re.compile(rf"\s{any_of((*speech.passive_by, *speech.of_place))}\s"),
        of_group=re.compile(any_of(speech.pronouns_group)),
        pronoun_before=re.compile(rf"(?<!\w){any_of(pronouns)}\s+{adverbs}*$"),
        goes_on=re.compile(rf"\s{any_of(speech.joiners)}\s+{adverbs}?$"),
        first_verb=re.compile(rf"\s{any_of((*speech.auxiliaries, *speech.narrated))}(?!\w)"),
    )


def _view_phrases(words: Words) -> ViewPhrases:
    speech = words.speech
    view = any_of(speech.view_nouns)
    be, that = any_of((*speech.be, *speech.copulas)), any_of(speech.that)
    return ViewPhrases(
        argument=re.compile(
            rf"(?<!\w)(?P<noun>(?:[\w-]+(?:'s)?\s+){{1,3}}?{any_of(speech.argument_nouns)})"
            rf"(?P<whose>,?\s[^.;:\0]{{3,80}}?,?)?\s+{be}"
            rf"(?:\s+{that}\s|:\s)"
        ),
        view_of=re.compile(
            rf"(?<!\w){any_of(speech.view_prepositions)}\s+"
            rf"(?P<whose>(?:[\w-]+\s){{0,5}}[\w-]+){any_of(speech.possessives)}\s+{view}(?![\w-])"
        ),
        comes_from=re.compile(
            rf"{any_of(speech.from_whom)}\s+(?P<whom>[^,.;:\0]{{2,60}}?)\s+{any_of(speech.comes)}\s"
            rf"(?:[\w-]+\s){{0,3}}?"
            rf"(?P<what>{any_of((*speech.argument_nouns, *speech.received))})(?!\w)"
        ),
        for_whom=re.compile(
            rf"(?P<whom>(?:(?:the|The)\s)?(?:[A-Z][\w-]+\s)"
            rf"(?:(?:[A-Z][\w-]+|of|of the|for|to|and)\s)*?)(?<!of )"
            rf"(?={any_of(speech.determiners)}\s)"
        ),
    )


def is_borrowed(said: str, words: Words) -> bool:
    """Whether marks only lend a word of attitude to the sentence: it was "deeply saddened"."""
    return len(said) <= _BORROWED and _borrowed(words).fullmatch(said) is not None


_BORROWED = 40  # characters of the longest word of attitude with its adverb


@grammar
def _borrowed(words: Words) -> re.Pattern[str]:
    speech = words.speech
    nouns = (*speech.argument_nouns, *speech.received)
    forms = any_of((*speech.attitudes, *speech.opinion, *speech.evaluative, *nouns))
    return re.compile(rf"(?:[\w-]+\s+){{0,2}}{forms}")
