"""Mentions: which treaties and participants the words of a report stand for, and the cues around.

A name with a capital letter counts only where the text has the capital. A likely name of a treaty
needs a second cue; a weak one (a city) needs the report to have named the treaty, and is a place
after "in" or "at". A capital stands for its government unless it is a place.
"""

import re
from collections.abc import Collection, Iterable
from functools import lru_cache
from typing import NamedTuple

from treatywatch.law.participant import NameKind
from treatywatch.law.treaty import NameStrength
from treatywatch.reading.naming.bodies import of_a_body, only_owns
from treatywatch.reading.naming.letters import is_a_word, is_joined
from treatywatch.reading.naming.lexicon import Lexicon
from treatywatch.reading.naming.name_subjects import Subjects
from treatywatch.reading.naming.named_places import Place, without_names_begun
from treatywatch.reading.naming.names import STEM, Named
from treatywatch.reading.naming.of_a_city import capitals_in_a_row
from treatywatch.reading.naming.of_another_year import not_of_another_year
from treatywatch.reading.naming.peoples import is_a_people
from treatywatch.reading.naming.spoken_of import maybe_spoken_of, spoken_of
from treatywatch.reading.naming.told_by import told_by_words
from treatywatch.reading.naming.treaties_of_two import not_of_others
from treatywatch.reading.naming.with_noun import with_noun
from treatywatch.reading.naming.withdrawn_too import takes_something_else
from treatywatch.reading.naming.years_above import forms_found
from treatywatch.reading.vocabulary.grammar import grammar
from treatywatch.reading.vocabulary.spans import Mention, MentionKind, Passage
from treatywatch.reading.vocabulary.stems import Found
from treatywatch.reading.vocabulary.wording import any_of
from treatywatch.reading.vocabulary.words_acts import ActWords, Cue, CueKind, Tense
from treatywatch.values import frozen

_BEST_FIRST = (
    NameKind.NAME,
    NameKind.DEMONYM,
    NameKind.ADJECTIVE,
    NameKind.METONYM,
    NameKind.CAPITAL,
    NameKind.LEADER,
)


class CueHit(NamedTuple):
    """A cue in the text."""

    start: int
    end: int
    kind: CueKind
    tense: Tense


@frozen
class Sighting:
    """All names and cues of one report, before references back are resolved.

    ``treaties`` are the treaties that it speaks of, in the order of first naming; not ``surely``
    where the names may be something else's.
    """

    mentions: tuple[Mention, ...]
    cues: tuple[CueHit, ...]
    treaties: tuple[str, ...]
    surely: bool


def sight(
    text: str,
    folded: str,
    passages: tuple[Passage, ...],
    lexicon: Lexicon,
    day: str | None,
    *,
    maybe: Collection[str] = (),
) -> Sighting:
    """Find the mentions and cues of a report; ``day`` (ISO) decides who is in a group.

    Where it surely speaks of no treaty, a doubtful name is that of one in ``maybe``.
    """
    acts = lexicon.acts
    places = [_allowed(text, one, lexicon) for one in forms_found(text, folded, lexicon)]
    places = [
        _not_narrowed(folded, with_noun(folded, place, acts), acts) if place.treaties else place
        for place in places
    ]
    places = not_of_others(places, folded, lexicon.treaties, acts)
    places = not_of_another_year(places, folded, lexicon.attributes, acts)
    places = told_by_words(places, folded, lexicon, day)
    places = capitals_in_a_row(folded, places, acts)
    subjects = Subjects(folded, lexicon)
    spoken = spoken_of(places, passages, subjects)
    accepted = spoken or maybe_spoken_of(places, maybe, subjects)
    surely = frozenset(of for p in places for of, how in p.treaties if how == NameStrength.SURE)
    reader = _Reader(text, folded, lexicon, accepted, surely, day)
    names = (place for place in places if place.treaties or place.participants or place.groups)
    mentions = _apart(m for place in names for m in reader.mention(place))
    named = {(m.start, m.end) for m in mentions}
    bodies = {m.start for m in mentions if _is_a_body(m, lexicon)}
    cues = tuple(
        CueHit(p.start, p.end, cue.kind, cue.tense)
        for p in without_names_begun(places, mentions, folded, acts)
        if not p.treaties or (p.start, p.end) not in named
        for cue in (p.cues or _unnamed(p, named, text))
        if not takes_something_else(cue, p.end, folded, lexicon.acts)
        if not (cue.kind is CueKind.OUTSIDE and _next_name(folded, p.end, lexicon.acts) in bodies)
    )
    return Sighting(mentions, tuple(dict.fromkeys(cues)), tuple(accepted), spoken == accepted)


def _is_a_body(mention: Mention, lexicon: Lexicon) -> bool:
    """Whether States are in it or outside of it: "outside the EU" tells of no treaty."""
    if mention.kind is MentionKind.GROUP:
        return True
    known = (lexicon.participants.get(one) for one in mention.ids)
    return mention.kind is MentionKind.PARTICIPANT and all(
        one is not None and one.kind == "organisation" for one in known
    )


def _next_name(folded: str, end: int, acts: ActWords) -> int:
    """Where the name begins that follows, behind its article."""
    article = _article_before(acts).match(folded, end)
    return article.end() if article is not None else end


@grammar
def _article_before(acts: ActWords) -> re.Pattern[str]:
    return re.compile(rf"\s{acts.maybe('name_article')}")


def _apart(mentions: Iterable[Mention]) -> tuple[Mention, ...]:
    """The mentions without those that begin within a treaty's name, or are another's house."""
    kept: list[Mention] = []
    named = 0
    for mention in mentions:
        if mention.start < named or (kept and _is_house_of(kept[-1], mention)):
            continue
        kept.append(mention)
        named = mention.end if mention.kind is MentionKind.TREATY else named
    return tuple(kept)


def _is_house_of(whose: Mention, house: Mention) -> bool:
    """Whether it is the house of the State named right before it: "the Latvian Sejm"."""
    owned = whose.role == NameKind.ADJECTIVE and house.role == NameKind.METONYM
    return owned and house.start - whose.end == 1 and whose.ids != house.ids


def _not_narrowed(folded: str, place: Place, acts: ActWords) -> Place:
    """A likely name with a narrower word before it names another: "nuclear arms treaty".

    So does any name that a sign makes a wider one: "OPEC+" is more than OPEC.
    """
    if folded.startswith("+", place.end):
        return place._replace(treaties=())
    if not place.treaties or all(how != NameStrength.LIKELY for _, how in place.treaties):
        return place
    before = folded[max(0, place.start - 20) : place.start].split()
    if not before or before[-1] not in acts.grammar["narrows"]:
        return place
    sure = tuple(one for one in place.treaties if one[1] != NameStrength.LIKELY)
    return place._replace(
        treaties=sure, cues=place.cues or (Cue(CueKind.TREATY_NOUN, Tense.OTHER),)
    )


def _unnamed(place: Place, named: set[tuple[int, int]], text: str) -> tuple[Cue, ...]:
    """A likely name of a treaty that the report does not name is a noun for one it does.

    But not a body, a city or an abbreviation, which is nothing but the name of its own treaty.
    """
    if (place.start, place.end) in named or of_a_body(place):
        return ()
    written = text[place.start : place.end]
    city = place.capital and all(how == NameStrength.WEAK for _, how in place.treaties)
    if (city and " " not in written) or written.isupper():
        return ()
    return (Cue(CueKind.TREATY_NOUN, Tense.OTHER),)


def _allowed(text: str, found: Found, lexicon: Lexicon) -> Place:
    written = text[found.start : found.end]
    names, cues = lexicon.names[found.form], lexicon.cues[found.form]
    if not names:  # as most forms are
        return Place(found.start, found.end, (), (), (), cues, written[0].isupper())
    treaties: list[tuple[str, str]] = []
    participants: list[tuple[str, str]] = []
    groups: list[str] = []
    by_name = any(name.what == "treaty" and not name.described for name in names)
    for name in names:
        if by_name and name.described:
            continue  # one called so goes before those whose subject it is
        capitals = _capitals_agree(name.written, written, lexicon.acts)
        capitals = capitals and not is_a_word(name, written)
        capitals = capitals or is_joined(text, found, name)
        if name.what == "treaty":
            strength = name.how if capitals else _weaker(name, lexicon.acts)
            if strength is not None:
                treaties.append((name.id, strength))
        elif capitals and name.what == "participant":
            participants.append((name.id, name.how))
        elif capitals:
            groups.append(name.id)
    return Place(
        found.start,
        found.end,
        tuple(treaties),
        tuple(participants),
        tuple(groups),
        cues,
        written[0].isupper(),
    )


@lru_cache(maxsize=4096)
def _capitals_agree(written: str, text: str, acts: ActWords) -> bool:
    """Whether the text has the capitals that the name needs; told once, as names come again."""
    return _have_capitals(*_past_noun(written, text, acts))


def _past_noun(written: str, text: str, acts: ActWords) -> tuple[str, str]:
    """A name and its words in the text without the noun that both open with.

    "The treaty on Conventional Armed Forces" has the capitals that tell which treaty it is.
    """
    noun, _, rest = written.partition(" ")
    same, _, told = text.partition(" ")
    opens = noun.casefold() == same.casefold() and any(
        cue.kind is CueKind.TREATY_NOUN for cue in acts.cues.get(noun.casefold(), ())
    )
    named = any(word[0].isupper() for word in rest.split())
    return (_from_capital(rest), _from_capital(told)) if opens and named else (written, text)


def _from_capital(words: str) -> str:
    """The words from the first with a capital on; all of them where none has one."""
    found = re.search(r"\b[^\W\d_a-z]\w.*", words)
    return found[0] if found else words


def _have_capitals(written: str, text: str) -> bool:
    """Whether the text has the capitals that the name needs: all of an acronym, else the first.

    One that is spoken as a word is written as one by some papers: "Cedaw", "Unclos".
    """
    if written.isupper() and len(written) <= _SHORT:
        return text.isupper() or (len(written) >= _SPOKEN and text.istitle())
    first = next((char for char in written if char.isalpha()), "")
    if not first.isupper():
        return True
    return next((char for char in text if char.isalpha()), "").isupper()


_SHORT, _SPOKEN = 6, 5  # letters of an acronym; no word is mistaken for one of five
_MANY_WORDS = 5  # of a name that nothing else is called by
_WORDS_AND_NOUN = 3  # of one that ends in its noun: "the inhumane weapons convention"


def _weaker(name: Named, acts: ActWords) -> str | None:
    """A name without its capitals points less surely; an acronym or a city nowhere.

    One of many words is no less sure: "the treaty on the prohibition of nuclear weapons". So is a
    short one that ends in what it is.
    """
    words = name.written.replace("-", " ").split()
    if name.how == NameStrength.SURE and len(words) >= _least_words(words[-1], acts):
        return name.how
    if name.written.isupper() or " " not in name.written:
        return None
    return {
        NameStrength.SURE.value: NameStrength.LIKELY.value,
        NameStrength.LIKELY.value: NameStrength.LIKELY.value
        if name.written.islower()
        else NameStrength.WEAK.value,
    }.get(name.how)


def _least_words(last: str, acts: ActWords) -> int:
    noun = any(cue.kind is CueKind.TREATY_NOUN for cue in acts.cues.get(last.casefold(), ()))
    return _WORDS_AND_NOUN if noun else _MANY_WORDS


_LED = 8  # characters of " from " before a city
_FIRST_WORD = re.compile(r"\s(\w+)")
_BODY = 20  # characters in which the noun behind a city stands
_SUREST = (*NameStrength, STEM)  # a sure name of one treaty is no likely one of another


@frozen
class _Reader:
    """Turns one place in the text into the mention it makes, if any."""

    text: str
    folded: str
    lexicon: Lexicon
    accepted: dict[str, int]
    surely: frozenset[str]
    day: str | None

    def mention(self, place: Place) -> Iterable[Mention]:
        """The mention at the place: of a treaty first, then of participants, then of a group."""
        treaty = self._treaty(place)
        if treaty is not None:
            weak = all(s == NameStrength.WEAK for t, s in place.treaties if t == treaty)
            role = "weak" if weak else "name"
            yield Mention(place.start, place.end, MentionKind.TREATY, (treaty,), role)
        elif place.participants and not self._modifies(place):
            found = self._participant(place)
            if found is not None:
                yield found
        elif place.groups:
            yield self._group(place)

    def _likeliest(self, name: tuple[str, str]) -> tuple[int, bool, int]:
        """Of a name that two share, that of the treaty which the report names surely."""
        treaty, strength = name
        return _SUREST.index(strength), treaty not in self.surely, self.accepted[treaty]

    def _treaty(self, place: Place) -> str | None:
        known = [(t, s) for t, s in place.treaties if t in self.accepted]
        if not known:
            return None
        treaty, strength = min(known, key=self._likeliest)
        if strength == NameStrength.BODY and (
            only_owns(place, self.folded, self.lexicon.acts) or self._only_has_an_office(place)
        ):
            return None
        if strength != NameStrength.WEAK:
            return treaty
        named_before = self.accepted[treaty] <= place.start or " " in self.folded[slice(*place[:2])]
        named_before = named_before or self._is_led_to(place)
        place_only = self._is_place(place) or self._seats_a_body(place)
        return treaty if named_before and not place_only else None

    def _only_has_an_office(self, place: Place) -> bool:
        """Whether an office of the body is told of in a report on another treaty, named before.

        "Notice to the Secretary General of the Council of Europe" may end another of its treaties.
        """
        others = (t for t, start in self.accepted.items() if start < place.start)
        if not any(t not in {own for own, _ in place.treaties} for t in others):
            return False
        before = self.folded[max(0, place.start - _OFFICE) : place.start]
        return _office_before(self.lexicon.acts).search(before) is not None

    def _is_led_to(self, place: Place) -> bool:
        """Whether a city is what something leads out of, by whatever name it comes later on."""
        before = self.folded[max(0, place.start - _LED) : place.start].split()[-1:]
        led = bool(set(before) & self.lexicon.acts.grammar["leads_out"])
        return led and place.capital and not place.participants

    def _seats_a_body(self, place: Place) -> bool:
        """Whether a city only tells where a body sits: "the Paris organisation"."""
        following = _FIRST_WORD.match(self.folded, place.end, place.end + _BODY)
        return following is not None and following[1] in self.lexicon.acts.grammar["seated"]

    def _participant(self, place: Place) -> Mention | None:
        if len({of for of, _ in place.participants}) != 1:
            return None
        of = place.participants[0][0]
        kinds = {kind for _, kind in place.participants}
        if {NameKind.DEMONYM.value, NameKind.ADJECTIVE.value} <= kinds:
            people = is_a_people(place, self.folded, self.lexicon.acts)
            kinds = kinds - {NameKind.ADJECTIVE.value if people else NameKind.DEMONYM.value}
        role: str = next(kind.value for kind in _BEST_FIRST if kind.value in kinds)
        if role == NameKind.CAPITAL.value and self._is_place(place):
            role = "place"
        if role == NameKind.NAME.value and self._lies_there(place):
            role = "place"
        return Mention(place.start, place.end, MentionKind.PARTICIPANT, (of,), role)

    def _group(self, place: Place) -> Mention:
        group = self.lexicon.groups[place.groups[0]]
        members = tuple(
            dict.fromkeys(
                m.participant
                for m in group.memberships
                if (self.day is None and m.until is None)
                or (
                    self.day is not None
                    and (m.since is None or str(m.since.first()) <= self.day)
                    and (m.until is None or self.day <= str(m.until.last()))
                )
            )
        )
        return Mention(place.start, place.end, MentionKind.GROUP, members, "group")

    def _modifies(self, place: Place) -> bool:
        """Whether an organisation only describes others: "EU members", "NATO countries"."""
        participants = self.lexicon.participants
        if all(participants[of].kind != "organisation" for of, _ in place.participants):
            return False
        acts, before = self.lexicon.acts, self.folded[max(0, place.start - 40) : place.start]
        follow = _members_follow(acts).match(self.folded, place.end)
        return follow is not None or _members_before(acts).search(before) is not None

    def _lies_there(self, place: Place) -> bool:
        """Whether it only tells where a city lies: "signed in San José, Costa Rica, in 1969"."""
        city = _in_a_city(self.lexicon.acts).search(
            self.text[max(0, place.start - _CITY) : place.start]
        )
        calendar = self.lexicon.words.calendar
        time = city is not None and city[1].casefold() in {*calendar.months, *calendar.weekdays}
        return city is not None and not time and bool(_APART.match(self.text, place.end))

    def _is_place(self, place: Place) -> bool:
        """After "in" or "at", in a dateline, or followed by the country it lies in."""
        acts = self.lexicon.acts
        if _place_before(acts).search(self.folded, max(0, place.start - 16), place.start):
            return True
        line_start = (
            place.start == 0
            or self.text[place.start - 1] in "\n\r"
            or (self.text[max(0, place.start - 3) : place.start].strip() == "")
        )
        return line_start and _DATELINE.match(self.text, place.end) is not None


_APART = re.compile(r"[.;)]|,\s[^\W\dA-Z_]")  # but not the first name of a list
_CITY = 40  # characters of "in Rio de Janeiro, "


_OFFICE = 50  # characters of "the Parliamentary Assembly of the " before a body


@grammar
def _office_before(acts: ActWords) -> re.Pattern[str]:
    article = acts.maybe("name_article")
    offices, of = acts.any_of("offices_of_body"), acts.any_of("leads_out")
    return re.compile(rf"(?<!\w)(?:{offices})\s(?:{of})\s{article}$")


@grammar
def _in_a_city(acts: ActWords) -> re.Pattern[str]:
    word = r"[^\W\d_a-z][\w'-]*"  # each begins behind a space: capitals can be parted in one way
    return re.compile(rf"\s(?:{any_of(acts.grammar['place'])})\s({word}(?:\s{word})*),\s$")


_DATELINE = re.compile(
    r"\s*(?:,\s+[A-Z][\w.]*(?:,?\s+[\w.]+)?(?:\s*[(–—-]|\s+\d|,\s)|,\s+[A-Z]\.|\(|[-–—]\s"
    r"|, \d{1,2}\.? [^\W\d]+\.?(?: \d{4}(?: \w\.)?)?(?:\.|\s?[(–—-])[ )]*(?=\w))"
)  # "MADRID, 11 July. The", "Warszawa, 6 lutego 2026 r. (PAP)"


@grammar
def _place_before(acts: ActWords) -> re.Pattern[str]:
    """ "In Washington", and where papers arrive: "its notice reached Washington"."""
    words = any_of(acts.grammar["place"] | acts.grammar["reaches"])
    return re.compile(rf"(?:^|\W)(?:{words}) $")


@grammar
def _members_follow(acts: ActWords) -> re.Pattern[str]:
    nouns = acts.cues_of(CueKind.STATE_NOUN, CueKind.STATE_NOUN_ONE)
    return re.compile(rf"(?:(?: \w+)? |-)(?:{nouns})\b")


@grammar
def _members_before(acts: ActWords) -> re.Pattern[str]:
    """The members before their body: "pays de l'Union européenne", "стран ЕС"."""
    nouns = acts.cues_of(CueKind.STATE_NOUN, CueKind.STATE_NOUN_ONE)
    small = any_of(acts.grammar["genitive"] | acts.grammar["article"])
    return re.compile(rf"(?<!\w)(?:{nouns})(?:\s(?:{small})'?)*\s?$")
