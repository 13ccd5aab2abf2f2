"""The words for somebody read as a name, an office, a group, an institution or a document."""

from dataclasses import replace

from treatywatch.reading.speaking.speaker_words import SpeakerWords, speaker_words
from treatywatch.reading.vocabulary.words import Words
from treatywatch.values import frozen

AUTHOR = "author"
"""The name and the role of whoever wrote the report."""

_NAME_PARTS = 2
_LONGEST_BARE = 14  # words without a comma; more have a verb among them
_LONGEST = 30  # words; more are a clause, not the name of a speaker


@frozen
class Speaker:
    """Somebody who speaks, as the text names them; offsets bound the words.

    ``pronoun`` tells that the words only refer back; ``kind`` is "person", "group", "institution",
    "document", or "name" for a single name that may be either.
    """

    start: int
    end: int
    name: str
    role: str | None
    kind: str
    pronoun: bool = False


def read_speaker(
    text: str, folded: str, start: int, stop: int, shapes: SpeakerWords
) -> Speaker | None:
    """The speaker that the words between two offsets name; None where they name none."""
    while stop > start and not (folded[stop - 1].isalnum() or folded[stop - 1] in ").'"):
        stop -= 1
    while start < stop and not (folded[start].isalnum() or folded[start] in "("):
        start += 1
    plain = folded[start:stop]
    if not plain or len(plain.split()) > _LONGEST or shapes.dangling.search(plain):
        return None
    clause = len(plain.split()) > _LONGEST_BARE and "," not in plain
    if clause or shapes.no_speaker.fullmatch(plain) or _is_clause(text[start:stop], shapes):
        return None
    if shapes.person_pronoun.fullmatch(plain):
        return Speaker(start, stop, text[start:stop], None, "person", True)
    if shapes.thing_pronoun.fullmatch(plain):
        return Speaker(start, stop, text[start:stop], None, "institution", True)
    if shapes.group_pronoun.fullmatch(plain):
        return Speaker(start, stop, text[start:stop], None, "group", True)
    return _noun_phrase(text, folded, start, stop, shapes)


def _is_clause(words: str, shapes: SpeakerWords) -> bool:
    """Whether the words have a verb of their own: "the ban is losing members"."""
    verb = shapes.finite.search(words)
    return verb is not None and not shapes.relative.search(words, 0, verb.start())


def _noun_phrase(
    text: str, folded: str, start: int, stop: int, shapes: SpeakerWords
) -> Speaker | None:
    words, plain = " ".join(text[start:stop].split()), folded[start:stop]
    offices = list(shapes.people.finditer(plain))
    if offices:
        name, role = _name_and_role(text, start, stop, start + offices[-1].end(), shapes)
        if name:
            return Speaker(start, stop, name, shapes.determiner.sub("", role), "person")
    if shapes.collectives.search(plain):
        return Speaker(start, stop, words, None, "group")
    if offices:
        return Speaker(start, stop, words, words, "person")
    for kind, pattern in (("document", shapes.documents), ("institution", shapes.institutions)):
        if pattern.search(plain):
            return Speaker(start, stop, words, None, kind)
    if shapes.times.search(plain) or not ends_in_name(words):
        return None
    place = shapes.of_place.search(words)
    if place and " " in words[: place.start()] and shapes.is_name(words[: place.start()]):
        return Speaker(start, stop, words[: place.start()], words[place.end() :], "person")
    if not shapes.is_name(words):
        return Speaker(start, stop, words, None, "institution")
    return Speaker(start, stop, words, None, "person" if " " in words else "name")


def _name_and_role(
    text: str, start: int, stop: int, office_end: int, shapes: SpeakerWords
) -> tuple[str, str]:
    """The name after an office and the office with its place; no name where none follows.

    "Professor Keith Krause of the Graduate Institute", "Secretary of State Mike Pompeo".
    """
    role = " ".join(text[start:office_end].split())
    rest = " ".join(text[office_end:stop].split()).strip(" ,")
    if not rest:
        return "", role
    if shapes.is_name(rest):
        return rest, role
    cut = shapes.of_place.search(rest)
    if cut and shapes.is_name(rest[: cut.start()]):
        return rest[: cut.start()], f"{role}{rest[cut.start() :]}"
    parts = rest.split()
    if cut is None and len(parts) > _NAME_PARTS and shapes.is_name(" ".join(parts[-3:])):
        return " ".join(parts[-_NAME_PARTS:]), f"{role} {' '.join(parts[:-_NAME_PARTS])}"
    return "", role


def ends_in_name(words: str) -> bool:
    """Whether the last word has a capital."""
    last = "".join(words.rstrip(").'’").split()[-1:]).lstrip("(")
    return last[:1].isupper()


def with_role(
    text: str, folded: str, speaker: Speaker, span: tuple[int, int], shapes: SpeakerWords
) -> Speaker:
    """The speaker with the role, or the name, that stands beside them between commas."""
    said = " ".join(text[span[0] : span[1]].split()).strip(" ,")
    if said and shapes.is_name(said) and speaker.role == speaker.name:
        return replace(speaker, name=said, kind="person")
    if shapes.people.search(folded, *span):
        return replace(speaker, role=shapes.determiner.sub("", said), kind="person")
    return speaker


def has_head(text: str, speaker: Speaker, words: Words) -> bool:
    """Whether the last word of a speaker can stand for one: "critics", "Finland", "he".

    What tells of whom they are is left out: "fans of the move".
    """
    shapes = speaker_words(words)
    whole = text[speaker.start : speaker.end]
    of_whom = shapes.of_place.search(whole)
    last = whole[: of_whom.start() if of_whom else None].rsplit(maxsplit=1)[-1]
    if speaker.pronoun or (last[:1].isupper() and not last.endswith(("'s", "’s"))):
        return True
    heads = (shapes.people, shapes.collectives, shapes.institutions, shapes.documents)
    return any(head.fullmatch(last.casefold()) for head in heads)
