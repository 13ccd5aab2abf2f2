"""Names: every form of words under which reports may name what the record holds."""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from treatywatch.law.participant import Group, NameKind, Participant
from treatywatch.law.treaty import NameStrength, Treaty
from treatywatch.reading.naming.other_spellings import dated, other_spellings
from treatywatch.reading.vocabulary.fold import fold
from treatywatch.reading.vocabulary.grammar import grammar
from treatywatch.reading.vocabulary.words_acts import ActWords, CueKind

STEM = "stem"  # a name without its noun: "the Open Skies and INF treaties"


class Named(NamedTuple):
    """What a form of words names: a treaty, a participant or a group.

    ``written`` is the form with its capitals: a name with a capital letter is one only where the
    text has it too ("Turkey", "US"), so that neither a bird nor a pronoun becomes a State. A
    ``described`` name leaves the words in it to be read as cues.
    """

    what: str  # "treaty", "participant" or "group"
    id: str
    how: str  # a name strength or a name kind
    written: str
    described: bool = False

    @property
    def open(self) -> bool:
        """Whether the words in the name are read on their own as well."""
        return self.described or self.how == STEM


def all_names(
    treaties: Mapping[str, Treaty],
    participants: Mapping[str, Participant],
    groups: Mapping[str, Group],
    acts: ActWords,
) -> Iterator[tuple[str, Named]]:
    """Every name of treaties, participants and groups, with its folded form."""
    for treaty in treaties.values():
        yield from _treaty_names(treaty, acts)
    for participant in participants.values():
        yield from _participant_names(participant, acts)
    for group in groups.values():
        for name in group.names:
            if name.language == acts.language:
                forms = (name.form, *_each_of(name.form, acts))
                named = (Named("group", group.id, name.kind, form) for form in forms)
                yield from (spelt for one in named for spelt in _spellings(acts, one))


def _each_of(form: str, acts: ActWords) -> Iterator[str]:
    """ "Every EU country" and "each member of the EU" name the group, as "EU countries" does."""
    of_several = dict(pair.split() for pair in acts.grammar.get("one_of_several", ()))
    words = form.split()
    for place, word in enumerate(words):
        if word.casefold() in of_several:
            alone = " ".join((*words[:place], of_several[word.casefold()], *words[place + 1 :]))
            for each in sorted(acts.grammar["each_of_all"]):
                yield f"{each} {alone}"
            return


def _treaty_names(treaty: Treaty, acts: ActWords) -> Iterator[tuple[str, Named]]:
    for title in (treaty.title, treaty.short_title):
        yield from _spellings(acts, Named("treaty", treaty.id, NameStrength.SURE, title))
    for name in treaty.names:
        if name.language != acts.language:
            continue
        form = _as_written(name.form, acts)
        for written in (form, *other_spellings(form, acts)):
            yield from _spellings(acts, Named("treaty", treaty.id, name.strength, written))
        for written in dated(treaty, form, name.strength, acts):
            yield from _spellings(acts, Named("treaty", treaty.id, NameStrength.SURE, written))
        if name.strength is NameStrength.SURE:
            yield from _stem(treaty, name.form, acts)
    yield from _described(treaty, acts)


def _as_written(form: str, acts: ActWords) -> str:
    """The form without the capital of its noun, where the language writes that small."""
    if not acts.syntax.small_nouns or not _treaty_noun(acts).match(fold(form)):
        return form
    return form[0].lower() + form[1:]


@grammar
def _treaty_noun(acts: ActWords) -> re.Pattern[str]:
    return re.compile(acts.cues_of(CueKind.TREATY_NOUN) + r"(?!\w)")


def _participant_names(participant: Participant, acts: ActWords) -> Iterator[tuple[str, Named]]:
    written = {
        (name.form, name.kind) for name in participant.names if name.language == acts.language
    }
    if acts.language == "en":
        written |= {(participant.common_name, NameKind.NAME)}
        written |= {(participant.official_name, NameKind.NAME)}
    for form, kind in sorted(written):
        yield from _spellings(acts, Named("participant", participant.id, kind, form))


def named_in(participant: Participant, language: str) -> str:
    """What a language calls it, in the form that its file has first; else in English."""
    own = (n.form for n in participant.names if (n.language, n.kind) == (language, NameKind.NAME))
    return participant.common_name if language == "en" else next(own, participant.common_name)


def _stem(treaty: Treaty, form: str, acts: ActWords) -> Iterator[tuple[str, Named]]:
    """A sure name without the noun for treaties at its end, for "the X and Y treaties".

    A body has many treaties: "the Council of Europe conventions" are not its statute.
    """
    stem, _, noun = form.rpartition(" ")
    if any(name.form == stem and name.strength is NameStrength.BODY for name in treaty.names):
        return
    kinds = {cue.kind for cue in acts.cues.get(fold(noun), ())}
    if CueKind.TREATY_NOUN in kinds and stem and not stem.islower():
        yield from _spellings(acts, Named("treaty", treaty.id, STEM, stem))


def _described(treaty: Treaty, acts: ActWords) -> Iterator[tuple[str, Named]]:
    """Names made from what the treaty is about; they leave the words in them to be read."""
    for subject in treaty.subjects:
        for pattern in acts.described:
            form = pattern.replace("{subject}", fold(subject))
            for written in (form, *other_spellings(form, acts)):
                likely = Named("treaty", treaty.id, NameStrength.LIKELY, written, described=True)
                yield written, likely


def telling_subjects(treaty: Treaty, acts: ActWords) -> Iterator[str]:
    """What the treaty is on, folded, but for what any report may speak of: "climate change"."""
    yield from (one for one in map(fold, treaty.subjects) if one not in acts.grammar["any_subject"])


def _spellings(acts: ActWords, named: Named) -> Iterator[tuple[str, Named]]:
    """The folded form, with and without its hyphens, without its article."""
    written = named.written
    folded = " ".join(fold(written).split())
    for article in acts.grammar["name_article"]:
        if folded.startswith(article + " "):
            folded, written = folded[len(article) + 1 :], written[len(article) + 1 :]
    for form in sorted({folded, folded.replace("-", " ")}):
        if len(form) > 1:
            yield form, named._replace(written=written)
