"""Who speaks: the words before or after a verb of saying that name its speaker."""

import re

from treatywatch.reading.speaking.noun_phrases import Speaker, ends_in_name, read_speaker, with_role
from treatywatch.reading.speaking.speaker_words import SpeakerWords, speaker_words
from treatywatch.reading.vocabulary.words import Words

_REACH = 400  # characters from a verb within which its speaker stands
_LIST_PART = 8  # words of one part of a list of speakers
_SMALL_WORDS = 3  # of a part: "the head of Amnesty", but not "these bodies serve interests of"
_STOP = re.compile(r"[,;:()\"“”\0]|\s-\s|\s—\s|\.(?=\s|$)")
_APPOSITION_END = re.compile(r"[,.;](?=\s|$|\")")


def speaker_before(text: str, folded: str, floor: int, end: int, words: Words) -> Speaker | None:
    """The speaker whose words end where a verb of saying begins; None where none can be one."""
    shapes = speaker_words(words)
    floor = max(floor, end - _REACH)
    end = _without_trailing(folded, floor, end, shapes)
    if end <= floor:
        return None
    start, stop, apposition = _with_apposition(folded, floor, end)
    start = _chunk_start(text, folded, start, stop, shapes)
    if shapes.relative.fullmatch(folded[start:stop].strip()):  # "the envoy, who thinks"
        return speaker_before(text, folded, floor, start, words)
    speaker = read_speaker(text, folded, start, stop, shapes)
    if speaker is None or apposition is None:
        return speaker
    return with_role(text, folded, speaker, apposition, shapes)


def speaker_after(text: str, folded: str, start: int, ceiling: int, words: Words) -> Speaker | None:
    """The speaker who follows the verb: "said Kopra, chairman of the committee"."""
    shapes = speaker_words(words)
    ceiling = min(ceiling, start + _REACH)
    lead = shapes.leading.match(folded, start, ceiling)
    start = lead.end() if lead else start
    stop = _STOP.search(folded, start, ceiling)
    end = stop.start() if stop else ceiling
    cut = shapes.aside.search(folded, start, end)
    whole = end
    if cut and cut.start() > start:
        end = cut.start()
    speaker = read_speaker(text, folded, start, end, shapes)
    if speaker is None and end < whole:  # "those who never wanted it"
        speaker = read_speaker(text, folded, start, whole, shapes)
    if speaker and stop and stop.group() == "," and stop.start() == end:
        close = _APPOSITION_END.search(folded, stop.end(), ceiling)
        last = close.start() if close else ceiling
        if shapes.people.search(folded, stop.end(), last):
            return with_role(text, folded, speaker, (stop.end(), last), shapes)
    return speaker


def _without_trailing(folded: str, floor: int, end: int, shapes: SpeakerWords) -> int:
    """Leave out what stands between a speaker and the verb: "has also publicly"."""
    while match := shapes.trailing.search(folded, floor, end):
        end = match.start()
    return end


def _with_apposition(folded: str, floor: int, end: int) -> tuple[int, int, tuple[int, int] | None]:
    """Split "X, chairman of the committee," into X and what is said of X."""
    if folded[end - 1] not in ",)":
        return floor, end, None
    opener = "," if folded[end - 1] == "," else "("
    open_at = folded.rfind(opener, floor, end - 1)
    if open_at <= floor:
        return floor, end - 1, None
    earlier = folded.rfind(",", floor, open_at)
    before = folded[max(floor, earlier + 1) : open_at]
    if earlier > floor and not before.strip():
        open_at = earlier
    return floor, open_at, (open_at + 1, end - 1)


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
        while cuts and commas[cut] and _is_list_part(text[cuts[-1] : cut]):
            cut = cuts.pop()
    lead = len(folded[cut:stop]) - len(folded[cut:stop].lstrip())
    joined = shapes.joiner.match(folded, cut + lead, stop)
    if joined is not None:  # "X welcomed it, and Norway regretted it"
        cut = joined.end()
    while cut < stop and not folded[cut].isalnum():
        cut += 1
    return cut


def _is_list_part(part: str) -> bool:
    words = part.strip(" ,\n\xa0").split()
    small = sum(not one[0].isupper() for one in words)
    return 0 < len(words) <= _LIST_PART and small <= _SMALL_WORDS and ends_in_name(words[-1])
