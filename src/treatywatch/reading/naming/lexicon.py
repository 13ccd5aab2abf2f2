"""The lexicon: every name and every cue of one language in one automaton, built once.

Matching is by Aho-Corasick over folded text, all overlapping matches taken, word boundaries checked
here, and of matches that contain one another the longest kept.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from hashlib import sha256

from treatywatch.kept import Shelf
from treatywatch.law.participant import Group, Participant
from treatywatch.law.treaty import NameStrength, Treaty
from treatywatch.reading.naming.attributes import Attributes, attributes_of
from treatywatch.reading.naming.called_in_short import ShortNames
from treatywatch.reading.naming.descriptions import Descriptions, descriptions_of
from treatywatch.reading.naming.names import (
    STEM,
    Named,
    all_names,
    named_in,
    telling_subjects,
)
from treatywatch.reading.vocabulary.numbered import Numbered
from treatywatch.reading.vocabulary.stems import Found, Stems
from treatywatch.reading.vocabulary.strung import Strung
from treatywatch.reading.vocabulary.words import Words, compiled, load_words
from treatywatch.reading.vocabulary.words_acts import ActWords, Cue, CueKind, Tense, load_act_words
from treatywatch.values import frozen


@frozen
class _Compiled:
    """What is made of the names and cues of one language: the same for the next start."""

    names: Numbered[tuple[Named, ...]]  # by the number of the form, as all that follows
    cues: Numbered[tuple[Cue, ...]]
    all: Stems
    gate: Stems  # only the names that may introduce a treaty
    opening: Strung  # these names
    attributes: Attributes
    descriptions: Descriptions


@frozen(slots=False, eq=False)
class Lexicon:
    """Names and cues of one language, compiled. Two lexicons are the same only if one object."""

    language: str
    words: Words
    acts: ActWords
    treaties: Mapping[str, Treaty]
    participants: Mapping[str, Participant]
    groups: Mapping[str, Group]
    _compiled: _Compiled

    @property
    def names(self) -> Numbered[tuple[Named, ...]]:
        """What each form names, by its number."""
        return self._compiled.names

    @property
    def cues(self) -> Numbered[tuple[Cue, ...]]:
        """What each form can say, by its number."""
        return self._compiled.cues

    @property
    def opening(self) -> Sequence[str]:
        """The forms that may introduce a treaty."""
        return self._compiled.opening

    @property
    def attributes(self) -> Attributes:
        """What tells the treaties apart where they are not named."""
        return self._compiled.attributes

    @property
    def descriptions(self) -> Descriptions:
        """What treaties are told by in words that are none of their names."""
        return self._compiled.descriptions

    @cached_property
    def short_names(self) -> ShortNames:
        """What tables call the treaties."""
        return ShortNames(self.treaties, self.participants.values())

    @cached_property
    def run_together(self) -> Mapping[str, str]:
        """The names as hashtags have them, letters and digits alone; treaties before others."""
        names = (one for each in self.names.each() for one in each if not one.described)
        ordered = sorted(names, key=lambda one: (one.what != "treaty", len(one.written)))
        return {
            "".join(filter(str.isalnum, one.written.casefold())): one.written
            for one in reversed(ordered)
        }

    @cached_property
    def by_flag(self) -> Mapping[str, str]:
        """What the language calls the States, by the two letters that make their flags."""
        of_today = (one for one in self.participants.values() if one.exists_until is None)
        return {one.iso_alpha2: named_in(one, self.language) for one in of_today if one.iso_alpha2}

    def may_name_a_treaty(self, folded: str) -> bool:
        """Whether any name of a treaty stands in the text, in one quick pass."""
        return any(True for _ in self._compiled.gate.find(folded))

    def find(self, folded: str) -> list[Found]:
        """All forms in the text, in its order; none lies within another."""
        found = [(one.start, -one.end, one) for one in self._compiled.all.find(folded)]
        found.sort()  # by start, longest first
        return list(_longest((one for _, _, one in found), self.names))


def build_lexicon(
    treaties: Mapping[str, Treaty],
    participants: Mapping[str, Participant],
    groups: Mapping[str, Group],
    language: str = "en",
) -> Lexicon:
    """Compile the names of the record and the cues of the language, or take what was kept.

    Raises :class:`treatywatch.errors.UnknownName` for a language without a file of words.
    """
    acts = load_act_words(language)
    named = (treaties, participants, groups)
    return Lexicon(language, load_words(language), acts, *named, _kept(*named, acts))


def _kept(
    treaties: Mapping[str, Treaty],
    participants: Mapping[str, Participant],
    groups: Mapping[str, Group],
    acts: ActWords,
) -> _Compiled:
    """What an earlier start compiled of exactly these names, else what is compiled now."""
    shelves = (treaties, participants, groups)
    if not all(isinstance(one, Shelf) for one in shelves):
        return _compile(treaties, participants, groups, acts)
    record = " ".join(one.digest for one in shelves if isinstance(one, Shelf))
    name = f"lexicon-{acts.language}-{sha256(record.encode()).hexdigest()[:8]}"
    return compiled(
        name,
        _Compiled,
        lambda: _compile(treaties, participants, groups, acts),
        *(f"naming/{one}.py" for one in _COMPILED_BY),
        *(f"vocabulary/{one}.py" for one in ("stems", "searched")),
        beside=record,
    )


_COMPILED_BY = ("names", "other_spellings", "lexicon", "attributes", "descriptions")


def _compile(
    treaties: Mapping[str, Treaty],
    participants: Mapping[str, Participant],
    groups: Mapping[str, Group],
    acts: ActWords,
) -> _Compiled:
    names: dict[str, list[Named]] = {}
    for form, named in all_names(treaties, participants, groups, acts):
        known = names.setdefault(form, [])
        if named not in known:
            known.append(named)
    said = dict(acts.cues.items())
    forms = tuple(sorted(names.keys() | said.keys()))
    opening = [*_opening(forms, names, acts)]
    opening += [(n, form) for n, form in _ratified(forms, names, acts)]
    opening += [(0, form) for one in treaties.values() for form in telling_subjects(one, acts)]
    described = descriptions_of(treaties, acts.language)
    opening += [(0, form) for form in _leading_on(acts) if described.needs]
    return _Compiled(
        names=Numbered(tuple(names.get(form, ())) for form in forms),
        cues=Numbered(said.get(form) or _office(form, names, acts) for form in forms),
        all=Stems(enumerate(forms), acts.grammar["breaks_off"]),
        gate=Stems(opening),
        opening=Strung(form for _, form in opening),
        attributes=attributes_of(treaties, acts),
        descriptions=described,
    )


def _opening(
    forms: Sequence[str], names: Mapping[str, list[Named]], acts: ActWords
) -> Iterator[tuple[int, str]]:
    """The forms that may introduce a treaty, each with its number.

    A body whose name is a common word in small letters only where it cannot be one: "the WHO".
    """
    common, articles = acts.grammar["common_words"], sorted(acts.grammar["before_body"])
    for number, form in enumerate(forms):
        known = names.get(form, ())
        if form in common:
            yield from ((number, f"{one} {form}") for one in articles if _opens(known))
        elif _opens(known) or _may_open(known):
            yield number, form


def _ratified(
    forms: Sequence[str], names: Mapping[str, list[Named]], acts: ActWords
) -> Iterator[tuple[int, str]]:
    """A city introduces the treaty where it is what was ratified: "Australia ratified Kyoto".

    Or what is given up: "Canada is out of Kyoto".
    """
    ratify = acts.cues.that_mean(lambda cues: any(map(_is_ratifying, cues)))
    verbs = [form for form in ratify if " " not in form]
    verbs += sorted(acts.grammar["gives_up"])
    for number, form in enumerate(forms):
        if any(n.what == "treaty" and n.how == NameStrength.WEAK for n in names.get(form, ())):
            leaving = acts.grammar["is_leaving"] if " " in form else ()  # no city is called so
            yield from ((number, f"{verb} {form}") for verb in (*verbs, *sorted(leaving)))
            yield from ((number, f"{form} {act}") for act in sorted(acts.grammar["exit_of_a_city"]))


def _leading_on(acts: ActWords) -> Iterator[str]:
    """Nouns for treaties that a description follows: "the pact that", "an accord under which"."""
    nouns = acts.forms_of(CueKind.TREATY_NOUN, CueKind.TREATY_NOUN_WEAK)
    leads = sorted(acts.grammar["describes_at_once"] | acts.grammar["describes_apart"])
    yield from (f"{noun} {lead}" for noun in nouns for lead in leads)


def _is_ratifying(cue: Cue) -> bool:
    return cue.kind is CueKind.RATIFY and cue.tense is not Tense.NOUN


def common_gate(lexicons: Iterable[Lexicon]) -> Callable[[str], bool]:
    """Whether a folded text may name a treaty by any of these lexicons, in one quick pass."""
    forms = {form for lexicon in lexicons for form in lexicon.opening}
    gate = Stems(enumerate(sorted(forms)))
    return lambda folded: any(True for _ in gate.find(folded))


_OFFICES = frozenset({CueKind.PARLIAMENT, CueKind.GOVERNMENT, CueKind.PRESIDENT})


def _office(form: str, names: Mapping[str, list[Named]], acts: ActWords) -> tuple[Cue, ...]:
    """The office that a name for a participant ends in: "US Senate" is a parliament too."""
    words = form.split()
    if len(words) < 2 or all(name.what != "participant" for name in names.get(form, ())):
        return ()
    return tuple(cue for cue in acts.cues.get(words[-1], ()) if cue.kind in _OFFICES)


def _opens(names: Iterable[Named]) -> bool:
    return any(n.what == "treaty" and n.how not in {NameStrength.WEAK, STEM} for n in names)


def _may_open(names: Iterable[Named]) -> bool:
    """Whether it is a short name of treaties alone: "Kyoto", but not "Ottawa"."""
    known = [(name.what, name.how) for name in names]
    return {what for what, _ in known} == {"treaty"} and any(
        h == NameStrength.WEAK for _, h in known
    )


def _longest(found: Iterable[Found], names: Mapping[int, tuple[Named, ...]]) -> Iterator[Found]:
    """Of matches sorted by start, longest first, those that lie in no other nor run into a name."""
    reach = named = 0
    last: tuple[int, int] | None = None
    for one in found:
        if (one.start, one.end) == last:
            yield one  # the same words by another stem
        elif one.end > reach and one.start >= named:
            last = one.start, one.end
            yield one
            if names[one.form] and all(name.open for name in names[one.form]):
                continue
            reach = one.end
            named = reach if names[one.form] else named
