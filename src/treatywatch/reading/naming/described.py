"""Treaties that a report describes instead of naming: by a heading, a year, a subject."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from treatywatch.reading.naming.attributes import Attributes, Phrase, plain_words
from treatywatch.reading.naming.families import parent_of
from treatywatch.reading.naming.focus import Focus
from treatywatch.reading.naming.lexicon import Lexicon
from treatywatch.reading.naming.mentions import CueHit
from treatywatch.reading.vocabulary.grammar import grammar
from treatywatch.reading.vocabulary.spans import Mention, MentionKind, Passage, PassageKind
from treatywatch.reading.vocabulary.words_acts import ActWords, CueKind

_NOUN_CUES = frozenset({CueKind.TREATY_NOUN, CueKind.TREATY_NOUN_WEAK})
_BEFORE = re.compile(r"((?:[^\W_][\w'-]* ){1,5})$")
_REACH = 60  # characters before and after a noun that may describe its treaty
_APPOSED = 25  # characters between a noun and the comma before its name
_TOLD_APART = 70  # the same, where words that begin with "that" come between
_SET_APART = re.compile(r"[\w-]+[,.;]")  # one word, and nothing after it: "ICSID,"
_ENDS = re.compile(r"[.;:?!]\s")
_YEAR = re.compile(r"(?:19|20)\d\d")
_LABEL = re.compile(r"[^.:;!?()\n]{3,60}(?=[.:?](?:\s|$)|$)")
_TITLE_LONGEST = 6  # words


def titles(
    folded: str,
    passages: Sequence[Passage],
    attributes: Attributes,
    named: Sequence[str],
    acts: ActWords,
) -> Iterator[Mention]:
    """Headings, and labels at the head of an item, that are the subject of one treaty.

    Where the words turn to it or ask on it may be new to the report ("And whaling?").
    """
    paragraph = -1
    for passage in passages:
        opens, paragraph = passage.paragraph != paragraph, passage.paragraph
        begins = _asked(acts).match(folded, passage.start)
        start = begins.end() if begins else passage.start
        label = _LABEL.match(folded, start, passage.end) if opens else None
        if label is None or len(label[0].split()) > _TITLE_LONGEST:
            continue
        if label.end() < passage.end - 1 or passage.kind in _STAND_ALONE:
            turns = _turned_to(acts).match(label[0])
            start = label.start() + (turns.end() if turns else 0)
            subject = folded[start : label.end()]
            new = turns or begins
            treaty = attributes.titled(subject, attributes.known if new else named)
            if treaty is not None:
                yield Mention(start, label.end(), MentionKind.TREATY, (treaty,), "anaphor")


@grammar
def _turned_to(acts: ActWords) -> re.Pattern[str]:
    """What turns to a subject: "Or take the whales."."""
    return re.compile(rf"(?:{acts.any_of('turns_to')})\s{acts.maybe('name_article')}(?=\w)")


@grammar
def _asked(acts: ActWords) -> re.Pattern[str]:
    """What opens a heading that asks on: "And cluster bombs?"."""
    return re.compile(rf"(?:(?:{acts.any_of('asks_on')})\s)+")


_STAND_ALONE = frozenset({PassageKind.HEADLINE, PassageKind.BULLET, PassageKind.PROSE})


def described(
    folded: str,
    cues: Sequence[CueHit],
    focus: Focus,
    lexicon: Lexicon,
) -> Iterator[Mention]:
    """Nouns for treaties whose words tell which is meant: "the 1997 convention"."""
    attributes, acts = lexicon.attributes, lexicon.acts
    for cue in cues:
        if cue.kind not in _NOUN_CUES:
            continue
        treaty = _by_another_name(folded, cue, focus, acts)
        phrase = _phrase(folded, cue, acts)
        if treaty is None and phrase is not None:
            named, at = focus.named_by(cue.start), focus.at(cue.start)
            treaty = _what_it_goes_with(phrase, named, at, lexicon)
            treaty = treaty or attributes.meant(phrase, named, at)
        if treaty is not None:
            yield Mention(cue.start, cue.end, MentionKind.TREATY, (treaty,), "anaphor")
    yield from _in_place_of_nouns(folded, focus, attributes, acts)
    yield from _by_age(folded, focus, attributes, acts)
    yield from _of_two(folded, focus, acts)
    yield from _the_other(folded, focus, acts)
    yield from _on_its_subject(folded, focus, attributes, acts)


def _what_it_goes_with(
    phrase: Phrase, named: Sequence[str], at: str | None, lexicon: Lexicon
) -> str | None:
    """The treaty that one of the report goes with: "the framework convention" beside Kyoto."""
    if not phrase.words & lexicon.acts.grammar["goes_with"]:
        return None
    told = (one for one in (at, *reversed(named)) if one is not None)
    parents = [parent for one in told if (parent := parent_of(one, lexicon.treaties)) is not None]
    return next(iter(parents), None)


def _by_age(folded: str, focus: Focus, attributes: Attributes, acts: ActWords) -> Iterator[Mention]:
    """ "The new convention", "the older accord": of the treaties of a report by when they came."""
    for found in _of_an_age(acts).finditer(folded):
        start, end = found.span("noun")
        since = {one: attributes.there_since(one) for one in focus.named_by(start)}
        years = {one: year for one, year in since.items() if year is not None}
        if len(set(years.values())) < _TWO or focus.at(start) not in years:
            continue
        pick = max if found["newer"] else min
        treaty = pick(years, key=lambda one: years[one])
        if found["noun"] not in acts.grammar["own_nouns"] or attributes.is_called(
            treaty, found["noun"]
        ):
            yield Mention(start, end, MentionKind.TREATY, (treaty,), "anaphor")


_TWO = 2  # treaties of different years, of which one is the newer


@grammar
def _of_an_age(acts: ActWords) -> re.Pattern[str]:
    newer, older = acts.any_of("newer"), acts.any_of("older")
    if not newer or not older:
        return re.compile(r"(?P<newer>(?!))(?P<noun>(?!))")
    return re.compile(
        rf"(?<!\w)(?:{acts.any_of('name_article')}) (?:(?P<newer>{newer})|(?:{older}))"
        rf" (?P<noun>{_nouns(acts)})(?!\w)"
    )


def _by_another_name(folded: str, cue: CueHit, focus: Focus, acts: ActWords) -> str | None:
    """The treaty that is named right after its noun: "the missile treaty with Russia, the INF".

    Or after words that tell it from others: "the treaty that bans all nuclear tests, the CTBT",
    "the convention on the bank's arbitration centre, ICSID,".
    """
    told = _tells_apart(acts).match(folded, cue.end)
    on_it = _tells_its_matter(acts).match(folded, cue.end)
    comma = folded.find(",", cue.end, cue.end + (_TOLD_APART if told or on_it else _APPOSED))
    if comma < 0 or _ENDS.search(folded, cue.end, comma):
        return None
    article = _article(acts).match(folded, comma + 1)
    name = article.end() if article else comma + 1
    far = on_it and comma - cue.end > _APPOSED
    return None if far and not _SET_APART.match(folded, name) else focus.named_at(name)


def _in_place_of_nouns(
    folded: str, focus: Focus, attributes: Attributes, acts: ActWords
) -> Iterator[Mention]:
    """ "The biological one": a word of a treaty that the report names, without its noun."""
    for found in _ones(acts).finditer(folded):
        phrase = Phrase("", frozenset(plain_words(found["words"])))
        start, end = found.span("one")
        treaty = attributes.meant(phrase, focus.named_by(start), focus.at(start))
        if treaty is not None:
            yield Mention(start, end, MentionKind.TREATY, (treaty,), "anaphor")


def _of_two(folded: str, focus: Focus, acts: ActWords) -> Iterator[Mention]:
    """ "The former" and "the latter", where a report has both: the two treaties named last."""
    pairs = [_words(acts, "former"), _words(acts, "latter")]
    firsts = [pattern.search(folded) for pattern in pairs]
    if None in firsts:
        return
    two = focus.named_by(min(first.start() for first in firsts if first))[-2:]
    for treaty, pattern in zip(two, pairs, strict=False):
        for found in pattern.finditer(folded):
            yield Mention(*found.span(), MentionKind.TREATY, (treaty,), "anaphor")


def _the_other(folded: str, focus: Focus, acts: ActWords) -> Iterator[Mention]:
    """ "The other agreement": of the two treaties named last the one that is not in focus."""
    for found in _other(acts).finditer(folded):
        start, end = found.span("noun")
        two, at = focus.named_before(start)[-2:], focus.at(start)
        if len(two) > 1 and at in two and focus.named_at(end + 1) is None:
            other = two[0] if at == two[1] else two[1]
            yield Mention(start, end, MentionKind.TREATY, (other,), "anaphor")


@grammar
def _other(acts: ActWords) -> re.Pattern[str]:
    becomes = rf" (?:{acts.any_of('becomes')})(?!\w)"
    return re.compile(
        rf"(?<!\w)(?:{acts.any_of('the_other')}) (?P<noun>{_nouns(acts)})(?={becomes}|[,.;:])"
    )


def _on_its_subject(
    folded: str, focus: Focus, attributes: Attributes, acts: ActWords
) -> Iterator[Mention]:
    """ "Another pact, on cluster munitions", "the one on landmines": a treaty by its subject.

    Where several are on it, by its place: "a treaty on a nuclear-weapon-free zone in Africa".
    """
    for found in _on(acts).finditer(folded):
        named = focus.named_by(found.start())
        any_of_them = (found["article"] or "") not in ("", *acts.grammar["name_article"])
        for words in _from_long(found["subject"]):
            treaty = attributes.titled(words, named) or attributes.titled(words, attributes.known)
            treaty = treaty or attributes.titled(f"{words} treaty", attributes.known)
            treaty = None if any_of_them else treaty  # "banning an inhumane weapon"
            after = folded[found.start("subject") + len(words) : found.end("subject") + _REACH]
            treaty = treaty or attributes.on_it_at(words, _ENDS.split(after, maxsplit=1)[0])
            if treaty is not None:
                yield Mention(*found.span("noun"), MentionKind.TREATY, (treaty,), "anaphor")
                break


def _from_long(words: str) -> Iterator[str]:
    """The words, and then without their last, and so on: "cluster munitions does"."""
    told = words.split()
    return (" ".join(told[:count]) for count in range(len(told), 0, -1))


@grammar
def _on(acts: ActWords) -> re.Pattern[str]:
    article = rf"(?:(?P<article>{acts.any_of('article') or '(?!)'}) )?"
    word = r"[^\W\d][\w-]*"
    return re.compile(
        rf"(?<!\w)(?P<noun>{_nouns(acts)}|{acts.any_of('its_like') or '(?!)'})"
        rf"(?: [ivx]{{1,4}})?,? (?:{acts.any_of('on_a_subject')}) "
        rf"{article}(?P<subject>{word}(?: {word}){{0,2}})"
    )


def _nouns(acts: ActWords) -> str:
    return f"{acts.cues_of(CueKind.TREATY_NOUN)}|{acts.any_of('in_place_of_noun')}"


@cache
def _words(acts: ActWords, use: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){acts.any_of(use)}(?!\w)")


@grammar
def _ones(acts: ActWords) -> re.Pattern[str]:
    pointing, one = acts.any_of("pointing"), acts.any_of("in_place_of_noun")
    words = r"(?P<words>(?:[^\W\d_]+[ -]){1,3}?)"
    return re.compile(rf"(?<!\w){pointing} {words}(?P<one>{one})(?!\w)")


@grammar
def _tells_apart(acts: ActWords) -> re.Pattern[str]:
    return re.compile(rf" (?:{acts.any_of('that')})(?!\w)")


@grammar
def _tells_its_matter(acts: ActWords) -> re.Pattern[str]:
    return re.compile(rf" (?:{acts.any_of('on_a_subject') or '(?!)'})(?!\w)")


@grammar
def _article(acts: ActWords) -> re.Pattern[str]:
    return re.compile(rf" ?(?:{acts.any_of('pointing')} )?")


def _phrase(folded: str, cue: CueHit, acts: ActWords) -> Phrase | None:
    """What stands beside the noun; None where it has no article or nothing to describe it."""
    before = _BEFORE.search(folded, max(0, cue.start - _REACH), cue.start)
    words = before[1].split() if before else []
    articles = [n for n, word in enumerate(words) if word in acts.grammar["pointing"]]
    if not articles:
        return None
    beside = words[articles[-1] + 1 :]
    noun = folded[cue.start : cue.end].split()
    if noun[0] in acts.grammar["pointing"]:  # "the text" has its own article
        noun, beside = noun[1:], []
    matter = frozenset(acts.grammar["other_matter"] & set(beside))
    if matter and words[articles[-1]] not in acts.grammar["certain"]:
        return None  # "a security pact"
    year, places = _dated(folded, cue.end, acts)
    others = acts.grammar["other_treaty"]
    years = [int(word) for word in beside if _YEAR.fullmatch(word)]
    form = " ".join(plain_words(" ".join([*beside, *noun])))
    inside = frozenset(plain_words(" ".join([*beside, *noun])))
    if not years and year is None and ((len(noun) == 1 and not beside) or others & set(beside)):
        return None
    return Phrase(form, inside, places, years[0] if years else year, matter)


def _dated(folded: str, end: int, acts: ActWords) -> tuple[int | None, frozenset[str]]:
    """The year and the place that follow the noun: "of 1996", ", concluded in Moscow in 1963"."""
    found = _year_after(acts).match(folded, end, end + _REACH)
    if found is None:
        return None, frozenset()
    return int(found["year"]), frozenset(plain_words(found["place"] or ""))


@grammar
def _year_after(acts: ActWords) -> re.Pattern[str]:
    of, at = acts.any_of("of_a_year"), acts.any_of("place")
    return re.compile(
        rf"(?: (?:{of}) |,? \w+ (?={at}))(?:(?:{at}) (?P<place>[^\W\d]+(?: [^\W\d]+)?) )?"
        rf"(?:(?:{at}) )?(?P<year>(?:19|20)\d\d)\b"
    )
