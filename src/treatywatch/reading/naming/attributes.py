"""What tells treaties apart that are not named: years, places, subjects, words of their names.

"The 1997 convention", "the climate treaty", "an agreement concluded in Moscow in 1963" each fit
some treaties of the record and not others. All of it comes from the record of treaties.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from treatywatch.law.treaty import MilestoneKind, NameStrength, Treaty
from treatywatch.reading.vocabulary.fold import fold
from treatywatch.reading.vocabulary.words_acts import ActWords, CueKind
from treatywatch.values import frozen

_BIRTH = frozenset(
    {MilestoneKind.ADOPTED, MilestoneKind.OPENED_FOR_SIGNATURE, MilestoneKind.SIGNED}
)
_BY_BIRTH, _BY_FORCE = 3, 2  # what a year weighs; a word and a place weigh one each
_A_SLIP = 3  # years by which a report may be wrong about when its treaty was made
_SURE_OF_THE_RECORD = 4  # a year and a word or place: then the report need not have named it
_WORD = re.compile(r"[^\W_]+")
_STEM = re.compile(r"([^\W_]{4,})\*")


@frozen
class Phrase:
    """A noun for treaties with what stands beside it: "the 1997 mine ban", folded."""

    form: str
    words: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()
    year: int | None = None
    must: frozenset[str] = frozenset()  # words that the treaty has to have


@frozen
class _Known:
    words: frozenset[str]
    places: frozenset[str]
    births: frozenset[int]
    forces: frozenset[int]
    nouns: frozenset[str]  # by which it may be called alone: "the ban", "the statute"
    titles: frozenset[str]  # those of them that its title tells: "the Kyoto Protocol"
    stems: tuple[str, ...]  # those nouns where a name has but their stem: "konvencij*"
    last: frozenset[str]  # words that its names end in: "the Court"

    def told_where(self) -> frozenset[str]:
        """The words that tell it from others on its subject: of its names and its places."""
        return self.words | self.places

    def fits(self, phrase: Phrase) -> int:
        """How well the phrase fits; 0 where it does not, or says nothing."""
        if not phrase.must <= self.words:
            return 0
        weight = len(self.words & phrase.words) + bool(self.places & phrase.places)
        if phrase.year is None:
            return weight
        if phrase.year in self.births:
            return weight + _BY_BIRTH
        return weight + _BY_FORCE if phrase.year in self.forces else 0


@frozen
class Attributes:
    """The attributes of every treaty of the record in one language."""

    known: Mapping[str, _Known]
    forms: Mapping[str, tuple[str, ...]]  # a name, with or without its noun -> whose it is
    subjects: Mapping[str, tuple[str, ...]]  # a subject -> the treaties on it

    def meant(self, phrase: Phrase, named: Sequence[str], default: str | None) -> str | None:
        """The treaty that the phrase describes; None where it describes none.

        ``named`` are those that the report has named, the latest last; ``default`` is the one in
        focus, which is meant wherever it fits as well as any other.
        """
        weights = {one: self.known[one].fits(phrase) for one in named if one in self.known}
        best = max(weights.values(), default=0)
        alone = self._alone(phrase, best, default)
        if alone is not None or not best:
            return alone
        fitting = [treaty for treaty, weight in weights.items() if weight == best]
        return default if default in fitting else fitting[-1]

    def _alone(self, phrase: Phrase, best: int, default: str | None) -> str | None:
        """The only treaty of the record that the phrase can mean, if it fits better than ``best``.

        By its name, where none that the report names fits at all; or by its year and a word, or by
        the year of its birth and the subject of the one in focus: "the convention of 1992" after
        the Paris Agreement.
        """
        called = self.forms.get(phrase.form, ())
        if not best and len(called) == 1 and self._of_that_year(called[0], phrase):
            return called[0]
        if phrase.year is None:
            return None
        weights = {treaty: known.fits(phrase) for treaty, known in self.known.items()}
        most = max(weights.values(), default=0)
        fitting = [treaty for treaty, weight in weights.items() if weight == most]
        surely = most >= max(_SURE_OF_THE_RECORD, best + 1) and len(fitting) == 1
        return fitting[0] if surely else self._sister(phrase, best, default)

    def _sister(self, phrase: Phrase, best: int, default: str | None) -> str | None:
        """The only treaty of that noun and year on a subject of the one in focus."""
        on_it = {one for ids in self.subjects.values() if default in ids for one in ids}
        born = [one for one in on_it - {default} if phrase.year in self.known[one].births]
        nouns = phrase.words & frozenset().union(*(self.known[one].nouns for one in born))
        return born[0] if len(born) == 1 and nouns and best < _BY_BIRTH else None

    def _of_that_year(self, treaty: str, phrase: Phrase) -> bool:
        return phrase.year is None or self.known[treaty].fits(phrase) > 0

    def titled(self, title: str, named: Collection[str]) -> str | None:
        """The treaty that a heading is on, by a name or a subject that is all of the heading.

        A subject counts only for a treaty among ``named``: those of the report.
        """
        plain = " ".join(plain_words(title))
        called = self.forms.get(plain, ())
        on_it = called + self.subjects.get(plain, ())
        chosen = tuple(dict.fromkeys(treaty for treaty in on_it if treaty in named)) or called
        return chosen[0] if len(chosen) == 1 else None

    def on_it_at(self, subject: str, told: str) -> str | None:
        """The one treaty on the subject whose place or whose names have words of ``told``."""
        words = frozenset(plain_words(told))
        on_it = self.subjects.get(" ".join(plain_words(subject)), ())
        weights = {one: len(words & self.known[one].told_where()) for one in on_it}
        most = max(weights.values(), default=0)
        fitting = [one for one, weight in weights.items() if weight == most]
        return fitting[0] if most and len(fitting) == 1 else None

    def is_called(self, treaty: str, noun: str) -> bool:
        """Whether the treaty may be called by that noun alone."""
        known = self.known.get(treaty)
        return known is not None and (noun in known.nouns or noun.startswith(known.stems))

    def is_titled(self, treaty: str, noun: str) -> bool:
        """Whether its title says that it is that, as the Kyoto Protocol is a protocol."""
        return treaty in self.known and noun in self.known[treaty].titles

    def there_since(self, treaty: str) -> int | None:
        """The year from which there is the treaty, where the record tells one."""
        known = self.known.get(treaty)
        return min(known.births | known.forces, default=None) if known is not None else None

    def is_of(self, treaty: str, year: int) -> bool:
        """Whether it was made or came into force in that year, as far as the record tells."""
        known = self.known.get(treaty)
        years = known.births | known.forces if known is not None else frozenset()
        return not years or year in years

    def is_near(self, treaty: str, year: int) -> bool:
        """Whether a slip of memory could call it one of that year; so it could if none is known."""
        known = self.known.get(treaty)
        years = known.births | known.forces if known is not None else frozenset()
        return not years or any(abs(one - year) <= _A_SLIP for one in years)

    def last_words(self, treaty: str) -> frozenset[str]:
        """The words that the names of the treaty end in, or that a body is before "of"."""
        return self.known[treaty].last if treaty in self.known else frozenset()


def plain_words(folded: str) -> Iterator[str]:
    """The words of a folded text without the ending of their plural."""
    for word in _WORD.findall(folded):
        yield word[:-1] if len(word) > 3 and word.endswith("s") else word


def attributes_of(treaties: Mapping[str, Treaty], acts: ActWords) -> Attributes:
    """Gather the attributes of all treaties of the record."""
    nouns = frozenset(plain_words(" ".join(_nouns(acts))))
    return Attributes(
        {treaty.id: _known(treaty, nouns, acts) for treaty in treaties.values()},
        _index((form, t.id) for t in treaties.values() for form in _forms(t, nouns, acts)),
        _index(
            (" ".join(plain_words(fold(subject))), treaty.id)
            for treaty in treaties.values()
            for subject in treaty.subjects
        ),
    )


def _known(treaty: Treaty, nouns: frozenset[str], acts: ActWords) -> _Known:
    names = [*_names(treaty, acts), *map(fold, treaty.subjects)]
    words = frozenset(word for form in names for word in plain_words(form) if len(word) > 2)
    small = acts.grammar["broad"] | acts.grammar["pointing"] | acts.grammar["leads_out"]
    return _Known(
        words - nouns - frozenset(plain_words(" ".join(small))),
        frozenset(word for m in treaty.milestones for word in plain_words(fold(m.place))),
        frozenset(_years(treaty, born=True)),
        frozenset(_years(treaty, born=False)),
        frozenset(_first_noun(form, nouns) for form in names),
        frozenset(_first_noun(form, nouns) for form in _titles(treaty, acts)),
        tuple({stem for form in names for stem in _noun_stems(form, nouns)}),
        frozenset(_ends(treaty, acts)),
    )


def _ends(treaty: Treaty, acts: ActWords) -> Iterator[str]:
    """What its names end in, and what a body is called before "of": "the Organization of ..."."""
    for name in treaty.names:
        if name.language == acts.language:
            form = fold(name.form)
            yield form.rpartition(" ")[2]
            first, *rest = form.split(" ")
            led = bool(set(rest[:1]) & acts.grammar["preposition"])
            if name.strength is NameStrength.BODY and led:
                yield first


def _first_noun(form: str, nouns: frozenset[str]) -> str:
    """What the name says it is: "Protocol V to the Convention" is a protocol."""
    return next((word for word in plain_words(form) if word in nouns), "")


def _noun_stems(form: str, nouns: frozenset[str]) -> Iterator[str]:
    """The stem of the noun in a name that leaves its ending open: "Otavos konvencij*"."""
    for stem in _STEM.findall(form):
        if any(noun.startswith(stem) for noun in nouns):
            yield stem
            return


def _forms(treaty: Treaty, nouns: frozenset[str], acts: ActWords) -> Iterator[str]:
    for form in _names(treaty, acts):
        *stem, head = plain_words(form)
        if stem:
            yield " ".join([*stem, head])
        if len(stem) > 1 and head in nouns:
            yield " ".join(stem)


def _index(pairs: Iterable[tuple[str, str]]) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, dict[str, None]] = {}
    for form, treaty in pairs:
        found.setdefault(form, {})[treaty] = None
    return {form: tuple(ids) for form, ids in found.items()}


def _names(treaty: Treaty, acts: ActWords) -> list[str]:
    """All names but the kind of a treaty of two, which thousands are of."""
    own = (n for n in treaty.names if n.strength is not NameStrength.BETWEEN)
    names = [n.form for n in own if n.language == acts.language]
    if acts.language == "en":
        names += [treaty.title, treaty.short_title]
    return [fold(name) for name in names]


def _titles(treaty: Treaty, acts: ActWords) -> list[str]:
    """What it is called in full: its titles, or the first of its names in another language."""
    if acts.language == "en":
        return [fold(treaty.title), fold(treaty.short_title)]
    return _names(treaty, acts)[:1]


def _nouns(acts: ActWords) -> Iterable[str]:
    forms = acts.forms_of(CueKind.TREATY_NOUN, CueKind.TREATY_NOUN_WEAK)
    return (form for form in forms if " " not in form)


def _years(treaty: Treaty, *, born: bool) -> Iterator[int]:
    wanted = _BIRTH if born else {MilestoneKind.ENTERED_INTO_FORCE}
    return (m.on.first().year for m in treaty.milestones if m.kind in wanted)
