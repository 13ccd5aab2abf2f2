"""Who speaks: the words beside a verb of saying read as a name, a role, or a group."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache

from treatywatch.reading.wording import any_of
from treatywatch.reading.words import Words

_NAME_PARTS = 2
_LIST_PART = 8  # words of one part of a list of speakers
_LONGEST = 30  # words; more are a clause, not the name of a speaker


@dataclass(frozen=True, slots=True)
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


@dataclass(frozen=True, slots=True)
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
    dangling: re.Pattern[str]
    joiner: re.Pattern[str]
    particle: re.Pattern[str]
    of_place: re.Pattern[str]
    determiner: re.Pattern[str]
    aside: re.Pattern[str]
    times: re.Pattern[str]


def speaker_before(text: str, folded: str, floor: int, end: int, words: Words) -> Speaker | None:
    """The speaker whose words end where a verb of saying begins; None where none can be one."""
    shapes = speaker_words(words)
    end = _without_trailing(folded, floor, end, shapes)
    if end - floor < 2:
        return None
    start, stop, apposition = _with_apposition(folded, floor, end, shapes)
    start = _chunk_start(text, folded, start, stop, shapes)
    speaker = _read(text, folded, start, stop, shapes)
    if speaker is None or apposition is None:
        return speaker
    return _with_role(text, folded, speaker, apposition, shapes)


def speaker_after(text: str, folded: str, start: int, ceiling: int, words: Words) -> Speaker | None:
    """The speaker who follows the verb: "said Kopra, chairman of the committee"."""
    shapes = speaker_words(words)
    lead = shapes.leading.match(folded, start, ceiling)
    start = lead.end() if lead else start
    stop = re.compile(r"[,;:()\"“”]|\s-\s|\s—\s|\.(?=\s|$)").search(folded, start, ceiling)
    end = stop.start() if stop else ceiling
    cut = shapes.aside.search(folded, start, end)
    if cut and cut.start() > start:
        end = cut.start()
    speaker = _read(text, folded, start, end, shapes)
    if speaker and stop and stop.group() == "," and stop.start() == end:
        close = re.compile(r"[,.;](?=\s|$|\")").search(folded, stop.end(), ceiling)
        last = close.start() if close else ceiling
        if shapes.people.search(folded, stop.end(), last):
            return _with_role(text, folded, speaker, (stop.end(), last), shapes)
    return speaker


def resolved(speaker: Speaker, earlier: Iterable[Speaker], words: Words) -> Speaker:
    """The speaker with the name and role of whom "he", "they", "Kopra" or "the minister" mean.

    ``earlier`` are those who have spoken or been named so far, the latest first.
    """
    shapes = speaker_words(words)
    known = list(earlier)
    if speaker.pronoun:
        fitting = (one for one in known if _fits_pronoun(speaker, one))
        chosen = next(fitting, known[0] if known and speaker.kind == "person" else None)
        return (
            replace(speaker, name=chosen.name, role=chosen.role, kind=chosen.kind)
            if chosen
            else speaker
        )
    last = speaker.name.split()[-1] if speaker.name else ""
    for one in known:
        same = one.name != speaker.name and one.name.endswith(f" {last}")
        if same and " " not in speaker.name and one.kind == "person":
            return replace(speaker, name=one.name, role=one.role or speaker.role, kind="person")
    if speaker.kind == "person" and speaker.role == speaker.name:
        return _by_office(speaker, known, shapes)
    return speaker


def _by_office(speaker: Speaker, known: list[Speaker], shapes: SpeakerWords) -> Speaker:
    office = _last(shapes.people, speaker.name.casefold())
    for one in known:
        if one.role and one.name != one.role and office and office in one.role.casefold():
            return replace(speaker, name=one.name, role=one.role)
    return speaker


def _fits_pronoun(pronoun: Speaker, one: Speaker) -> bool:
    if one.pronoun:
        return False
    if pronoun.kind == "group":
        return one.kind != "person"
    return one.kind in (pronoun.kind, "name")


def _without_trailing(folded: str, floor: int, end: int, shapes: SpeakerWords) -> int:
    """Leave out what stands between a speaker and the verb: "has also publicly"."""
    while match := shapes.trailing.search(folded, floor, end):
        end = match.start()
    return end


def _with_apposition(
    folded: str, floor: int, end: int, shapes: SpeakerWords
) -> tuple[int, int, tuple[int, int] | None]:
    """Split "X, chairman of the committee," into X and what is said of X."""
    if folded[end - 1] not in ",)":
        return floor, end, None
    opener = "," if folded[end - 1] == "," else "("
    open_at = folded.rfind(opener, floor, end - 1)
    while open_at > floor and opener == "," and not _long_enough(folded, floor, open_at):
        open_at = folded.rfind(",", floor, open_at)
    if open_at <= floor:
        return floor, end - 1, None
    earlier = folded.rfind(",", floor, open_at)
    before = folded[max(floor, earlier + 1) : open_at]
    if earlier > floor and not before.strip():
        open_at = earlier
    return floor, open_at, (open_at + 1, end - 1)


def _long_enough(folded: str, floor: int, stop: int) -> bool:
    return len(folded[floor:stop].split()) >= 1


def _chunk_start(text: str, folded: str, start: int, stop: int, shapes: SpeakerWords) -> int:
    """Where the speaker's own words begin: after a comma, a colon or a word that opens a clause.

    Commas inside "Estonia, Latvia and Poland" are stepped over.
    """
    cuts = [start]
    commas = {start: False}
    for match in shapes.clause_start.finditer(folded, start, stop):
        if match.end() < stop:
            cuts.append(match.end())
            commas[match.end()] = match.group().startswith(",")
    cut = cuts.pop()
    if shapes.joiner.search(folded, cut, stop):
        while cuts and commas[cut] and _is_list_part(text[cuts[-1] : cut], shapes):
            cut = cuts.pop()
    while cut < stop and not folded[cut].isalnum():
        cut += 1
    return cut


def _is_list_part(part: str, shapes: SpeakerWords) -> bool:
    words = part.strip(" ,\n\xa0")
    return bool(words) and len(words.split()) <= _LIST_PART and _ends_in_name(words)


def _read(text: str, folded: str, start: int, stop: int, shapes: SpeakerWords) -> Speaker | None:
    while stop > start and not (folded[stop - 1].isalnum() or folded[stop - 1] in ").'"):
        stop -= 1
    while start < stop and not (folded[start].isalnum() or folded[start] in "("):
        start += 1
    plain = folded[start:stop]
    if not plain or len(plain.split()) > _LONGEST or shapes.dangling.search(plain):
        return None
    if shapes.person_pronoun.fullmatch(plain):
        return Speaker(start, stop, text[start:stop], None, "person", True)
    if shapes.thing_pronoun.fullmatch(plain):
        return Speaker(start, stop, text[start:stop], None, "institution", True)
    if shapes.group_pronoun.fullmatch(plain):
        return Speaker(start, stop, text[start:stop], None, "group", True)
    return _noun_phrase(text, folded, start, stop, shapes)


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
    if shapes.times.search(plain) or not _ends_in_name(words):
        return None
    if not is_name(words, shapes):
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
    if is_name(rest, shapes):
        return rest, role
    cut = shapes.of_place.search(rest)
    if cut and is_name(rest[: cut.start()], shapes):
        return rest[: cut.start()], f"{role}{rest[cut.start() :]}"
    parts = rest.split()
    if cut is None and len(parts) > _NAME_PARTS and is_name(" ".join(parts[-3:]), shapes):
        return " ".join(parts[-_NAME_PARTS:]), f"{role} {' '.join(parts[:-_NAME_PARTS])}"
    return "", role


def is_name(words: str, shapes: SpeakerWords) -> bool:
    """Whether every word has a capital, but for particles ("von", "bin") inside."""
    parts = words.split()
    return (
        bool(parts)
        and all(one[0].isupper() for one in (parts[0], parts[-1]))
        and all(one[0].isupper() or shapes.particle.fullmatch(one) for one in parts)
    )


def _ends_in_name(words: str) -> bool:
    last = words.rstrip(").'’").split()[-1].lstrip("(")
    return last[:1].isupper()


def _with_role(
    text: str, folded: str, speaker: Speaker, span: tuple[int, int], shapes: SpeakerWords
) -> Speaker:
    said = " ".join(text[span[0] : span[1]].split()).strip(" ,")
    if said and is_name(said, shapes) and speaker.role == speaker.name:
        return replace(speaker, name=said, kind="person")
    if shapes.people.search(folded, *span):
        return replace(speaker, role=shapes.determiner.sub("", said), kind="person")
    return speaker


def _last(pattern: re.Pattern[str], text: str) -> str | None:
    found = None
    for match in pattern.finditer(text):
        found = match.group()
    return found


@lru_cache(maxsize=8)
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
        dangling=re.compile(rf"(?<!\w){any_of((*speech.joiners, *speech.relatives))}$"),
        joiner=_words(speech.joiners),
        of_place=re.compile(rf"(?<=\S)\s{any_of(speech.of_place)}\s"),
        particle=re.compile(any_of(speech.name_particles)),
        determiner=re.compile(rf"^{any_of(speech.determiners)}\s+", re.IGNORECASE),
        aside=re.compile(rf"\s(?:{any_of(speech.aside)}(?!\w)|(?:on\s+)?{times}(?!\w))"),
        times=re.compile(rf"^(?:{times})$"),
    )


def has_head(text: str, speaker: Speaker, words: Words) -> bool:
    """Whether the last word of a speaker can stand for one: "critics", "Finland", "he"."""
    shapes, last = speaker_words(words), text[speaker.start : speaker.end].split()[-1]
    if speaker.pronoun or (last[:1].isupper() and not last.endswith(("'s", "’s"))):
        return True
    heads = (shapes.people, shapes.collectives, shapes.institutions, shapes.documents)
    return any(head.fullmatch(last.casefold()) for head in heads)


def _words(forms: Iterable[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){any_of(forms)}(?!\w)")
