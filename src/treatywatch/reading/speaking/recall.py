"""Whom "he", "they", "the minister" or a surname alone mean: somebody named before."""

import re
from collections.abc import Iterable
from dataclasses import replace

from treatywatch.reading.speaking.noun_phrases import Speaker
from treatywatch.reading.speaking.speaker_words import SpeakerWords, speaker_words
from treatywatch.reading.vocabulary.words import Words


def resolved(speaker: Speaker, earlier: Iterable[Speaker], words: Words) -> Speaker:
    """The speaker with the name and role of whom "he", "they", "Kopra" or "the minister" mean.

    ``earlier`` are those who have spoken or been named so far, the latest first.
    """
    shapes = speaker_words(words)
    known = list(earlier)
    if speaker.pronoun:
        fitting = (one for one in known if _fits_pronoun(speaker, one))
        latest = known[0] if known and known[0].kind != "group" else None
        chosen = next(fitting, latest if speaker.kind == "person" else None)
        return (
            replace(speaker, name=chosen.name, role=chosen.role, kind=chosen.kind)
            if chosen
            else speaker
        )
    last = speaker.name.rpartition(" ")[2]
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


def _last(pattern: re.Pattern[str], text: str) -> str | None:
    found = None
    for match in pattern.finditer(text):
        found = match.group()
    return found
