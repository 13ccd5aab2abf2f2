"""What words that name neither a State nor a treaty point back to, where that is plain.

"It has signed but not ratified" says of Estonia what the sentence before tells of Estonia alone;
"the treaty" is the one that the paragraph names, where it names no other.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import partial

from treatywatch.checking.grounds.knowledge import Knowledge
from treatywatch.checking.words import word_line
from treatywatch.checking.words.count_words import has_one
from treatywatch.checking.words.named_in import names_no_other
from treatywatch.checking.words.namings import text_before, treaties_named_before, treaties_named_in
from treatywatch.checking.words.word_line import Phrase, Phrasebook, find, find_any, line
from treatywatch.law.calendar import PartialDate
from treatywatch.law.participant import NameKind
from treatywatch.law.treaty import NameStrength, Treaty
from treatywatch.ledger.fact_words import Phrases, TermWords
from treatywatch.ledger.ledger import Ledger
from treatywatch.ledger.remembered import kept_of_names, once_of_treaty, remembered
from treatywatch.reading.claim import Claim, ReadBy

_PARAGRAPH = re.compile(r"\n\s*\n|\n(?=\W*\s*[•*–-]\s)")
_SENTENCE = re.compile(r"(?<=[.!?])[\"'”’»)]*\s+(?=[^\W\d_a-z]|\d|[\"'“‘«])")
_SPACE = re.compile(r"\s*\n\s*")
# "GENEVA, Sept 12 - ": where and when a report was written names nobody.
_DATELINE = re.compile(r"\W*[^\W\d_a-z][^\W\d_a-z. /-]+[^-–—.\n]{0,30}\s[-–—]+\s")
_OPENING = " \n\"'“‘«(•*\u2013-"
_CLOSING = '.!?:"”\u2019»)'
_ENTRY = "entry_into_force"
_HEADING, _BACK = 90, 3  # signs; sentences
_SURE = frozenset({NameStrength.SURE})
_NOT_WEAK = _SURE | {NameStrength.LIKELY}


def points_to(claim: Claim, treaty: Treaty, knowledge: Knowledge) -> bool:
    """Whether "the treaty" can be no other: the words name it, or what stands before them does.

    What stands before is the paragraph, with the one above where the words open theirs; where
    neither names any, the heading of the section, or all that the report has told so far.
    """
    if claim.read_by is ReadBy.TABLE:
        return True  # the table tells what it is on
    if names_no_other(claim, treaty):
        return True
    if tells_of_any_treaty(claim.quote, knowledge.ledger.fact_words.terms):
        return False
    named = treaties_named_before(knowledge.text, claim.start, knowledge.ledger)
    if knowledge.only_treaty == treaty.id and set(named) <= {treaty.id}:
        return True
    lead = lead_of(claim, knowledge)
    told = _told_of(lead, knowledge)
    if not told:
        titled = _told_of(_heading(claim, knowledge), knowledge)
        return titled == (treaty.id,) or (not titled and _told_so_far(claim, treaty, knowledge))
    surely = treaties_named_in(lead, knowledge.ledger, _SURE)
    if told != (treaty.id,):
        return False
    if treaty.id not in surely:
        return _told_so_far(claim, treaty, knowledge)  # "the mine ban", where no other was told of
    terms = knowledge.ledger.fact_words.terms
    places = [lead.find(one.form) for one in treaty.names if one.form in lead]
    before, after = lead[: min(places, default=0)], lead[max(places, default=0) :]
    if has_one(before, terms.pointing):
        return False
    return not has_one(f"{after} {claim.quote}", nouns_of_others(treaty, terms))


def tells_of_any_treaty(quote: str, terms: TermWords) -> bool:
    """ "The last to turn its back on a major convention": one of many, and not "the treaty"."""
    words = line(quote)
    opens = find_any(words, terms.one_of_many)
    nouns = find_any(words, terms.treaty_nouns)
    ends = {noun.start for noun in nouns}
    return any(ends & set(range(one.end, one.end + _ADJECTIVES)) for one in opens)


def _told_so_far(claim: Claim, treaty: Treaty, knowledge: Knowledge) -> bool:
    """Whether the report has told of no other treaty yet, by name or by a noun of another."""
    told = treaties_named_before(knowledge.text, claim.start, knowledge.ledger, _NOT_WEAK)
    if told != (treaty.id,):
        return False
    terms = knowledge.ledger.fact_words.terms
    around = f"{lead_of(claim, knowledge)} {claim.quote}"
    return not has_one(around, (*nouns_of_others(treaty, terms), *terms.another_one))


def nouns_of_others(treaty: Treaty, terms: TermWords) -> Phrases:
    """Nouns that the treaty is not called by: "the amended protocol" is no convention, nor back.

    What a single one of its names calls it is a slip ("Ottawa Protocol"). One that is a convention
    in one language is one in all, though some name in another may call it a pact.
    """
    own = _words_of_names(treaty)
    by_another_noun = any(own[one.casefold()] >= _OFTEN for one in terms.telling_nouns)
    is_one = any(own[one.casefold()] >= _OFTEN for one in terms.conventions)
    conventions = terms.conventions if by_another_noun and not is_one else ()
    nouns = (*terms.telling_nouns, *terms.nouns_of_sets, *conventions)
    return tuple(one for one in nouns if own[one.casefold()] < _OFTEN)


@once_of_treaty
def _words_of_names(treaty: Treaty) -> Counter[str]:
    """How often each word stands in the names of a treaty; one of its title counts twice."""
    forms = {one.form.casefold() for one in treaty.names}  # one with capitals is no further one
    own = Counter(word.casefold() for form in forms for word in line(form))
    own.update(2 * [word.casefold() for word in line(treaty.title)])
    return own


_OFTEN = 2
_ADJECTIVES = 3  # "a major international | convention"


def is_only_one_told_of(claim: Claim, participant: str, knowledge: Knowledge) -> bool:
    """Whether the sentence, or the one before where it opens with "it", tells of no other State.

    With several participants, of none but these. A date that stands outside the words may be of
    something else.
    """
    terms = knowledge.ledger.fact_words.terms
    if claim.date is not None and _is_of_something_else(claim, claim.date, terms):
        return False
    sentences = _sentences(lead_of(claim, knowledge))
    begun = "" if _closed(claim, knowledge) or not sentences else sentences.pop()
    own = line(f"{begun} {claim.quote}")
    here = participants_named(" ".join(_without_places(own, terms)), knowledge)
    opens = _WHEN if claim.value is not None and claim.unit is not None else 0
    pronouns = find_any(own, terms.same_one)
    goes_on = [one for one in pronouns if one.start <= opens or _is_noun(one, own)]
    if not here and sentences and goes_on:
        told = (participants_named(one, knowledge) for one in reversed(sentences[-_BACK:]))
        here = next((who for who in told if who), frozenset())
        alone = len(claim.participants) == 1 and not goes_on[0].start
        if alone and len(here) > 1:
            here = _told_first(sentences[-1], knowledge)
    return participant in here and here <= set(claim.participants)


_WHEN = 4  # words of "only six months later" before "it"


def _without_places(words: Sequence[str], terms: TermWords) -> list[str]:
    """The words without what stands right behind "in": "signed in Ottawa" names no Canada."""
    at_place = {one.casefold() for one in terms.at_place}
    before = ("", *words[:-1])
    return [
        word for word, last in zip(words, before, strict=True) if last.casefold() not in at_place
    ]


def _is_noun(phrase: Phrase, words: Sequence[str]) -> bool:
    """ "Said that the country had left": of more than one word, wherever it stands."""
    return phrase.end - phrase.start > 1 and words[phrase.start].casefold() not in _COUNTED


_COUNTED = frozenset({"all"})


def _told_first(sentence: str, knowledge: Knowledge) -> frozenset[str]:
    """Whom the sentence names first, as it names what it is about."""
    found = _phrases_in(line(sentence), knowledge.ledger)
    owned = (one.owners - {""} for one in found)
    return next((owners for owners in owned if owners), frozenset())


def named_last(text: str, knowledge: Knowledge) -> frozenset[str]:
    """Whom the text names last; what is part of a treaty's name names nobody."""
    owned = (one.owners - {""} for one in reversed(_phrases_in(line(text), knowledge.ledger)))
    return next((owners for owners in owned if owners), frozenset())


def _is_of_something_else(claim: Claim, day: PartialDate, terms: TermWords) -> bool:
    told = str(day.year) in claim.quote or has_one(claim.quote, terms.years_back)
    return (day.month is None and not told) or claim.stage == _ENTRY


def _told_of(text: str, knowledge: Knowledge) -> tuple[str, ...]:
    return treaties_named_in(text, knowledge.ledger, _NOT_WEAK)


def _heading(claim: Claim, knowledge: Knowledge) -> str:
    """The nearest heading above: a short line that ends like no sentence."""
    above = (
        _plain(one)
        for one in reversed(_PARAGRAPH.split(text_before(knowledge.text, claim.start))[:-1])
    )
    for one in above:
        if one and len(one) <= _HEADING and one[-1].isalnum() | (one[-1] == ")"):
            return one
        if _told_of(one, knowledge):
            break
    return ""


def _closed(claim: Claim, knowledge: Knowledge) -> bool:
    """Whether a sentence has ended right before the words."""
    end = claim.start
    while end and knowledge.text[end - 1] in _OPENING:
        end -= 1
    gap = knowledge.text[end : claim.start]
    return not end or knowledge.text[end - 1] in _CLOSING or "\n" in gap


def lead_of(claim: Claim, knowledge: Knowledge) -> str:
    """The text before the words in their paragraph, with the paragraph above where it is short."""
    paragraphs = _PARAGRAPH.split(text_before(knowledge.text, claim.start))
    own = _plain(paragraphs[-1][-_LONGEST:])
    if len(_sentences(own)) > 1 or (own and not _closed(claim, knowledge)):
        return own
    above = next((_plain(one) for one in reversed(paragraphs[:-1]) if one.strip()), "")
    return f"{above} {own}".strip()


_LONGEST = 4_000  # signs of a paragraph: what has no empty lines for longer is a list


def sentence_before(claim: Claim, knowledge: Knowledge) -> str:
    """The last sentence, or the part of its own, that stands before the words."""
    return next(reversed(_sentences(lead_of(claim, knowledge))), "")


def _plain(text: str) -> str:
    return _DATELINE.sub("", _SPACE.sub(" ", text).strip(), count=1)


def _sentences(text: str) -> list[str]:
    return [one for one in _SENTENCE.split(text) if one.strip()]


def participants_named(text: str, knowledge: Knowledge) -> frozenset[str]:
    """The participants that the text names; what is part of a treaty's name names none."""
    ledger = knowledge.ledger
    return remembered(
        ledger, "participants_named", text, lambda: _participants_in(text, ledger), _TEXTS
    )


def participants_of_report(knowledge: Knowledge) -> frozenset[str]:
    """The participants that the whole report names, worked out once for it."""
    text = knowledge.text
    found = partial(_participants_in, text, knowledge.ledger)
    return remembered(knowledge.ledger, "participants_of_report", text, found, _REPORTS)


_REPORTS = 2
_TEXTS = 64  # that are asked for again while the claims of a report are checked


def _participants_in(text: str, ledger: Ledger) -> frozenset[str]:
    found = _phrases_in(line(text), ledger)
    return frozenset(owner for phrase in found for owner in phrase.owners if owner)


def _phrases_in(words: Sequence[str], ledger: Ledger) -> list[Phrase]:
    """The names in the words, in their order; those of treaties are nobody's."""
    if not words:
        return []
    code = (__file__, word_line.__file__)
    names = kept_of_names(
        ledger, "names_without_leaders", Phrasebook, lambda: Phrasebook(_names(ledger)), code
    )
    return find(words, names.opening(words))


def _names(ledger: Ledger) -> Iterator[tuple[str, str]]:
    for treaty in ledger.treaties.values():
        for form in (treaty.title, treaty.short_title, *(name.form for name in treaty.names)):
            yield form, ""
    for one in ledger.participants.values():
        others = (name.form for name in one.names if name.kind is not NameKind.LEADER)
        for form in (one.common_name, one.official_name, *others):
            yield form, one.id
