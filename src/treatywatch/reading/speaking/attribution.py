"""Whom a report has it from: the newsrooms it names, in a sentence or for the whole report."""

import re
from collections.abc import Iterator
from enum import StrEnum
from functools import cache, lru_cache

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from treatywatch.reading.speaking.newsrooms import AttributionWords, load_attribution, load_outlets
from treatywatch.reading.vocabulary.fold import fold
from treatywatch.reading.vocabulary.wording import any_of
from treatywatch.values import frozen

_BEFORE = 90  # characters before a name in which the words that attribute may stand
_AFTER = 40
_LONGEST_CREDIT = 200
_DATELINE = 60  # a place and a date, before the agency in brackets
_MARKS = "*_\"'“”„«»‘’"
_AROUND = " .*_|()\t"  # what may stand around a line of credits: "(Reuters)"
_SLOT = "OUTLET"
_SEVERAL = re.compile(rf"{_SLOT}(?:[\s,/&]+(?:\w{{1,3}}\s+)?{_SLOT})+")
_URL = re.compile(r"https?://([\w.-]+)")


class Credit(StrEnum):
    """How a report names a newsroom."""

    SENTENCE = "sentence"  # "told Reuters": what stands in this sentence
    REPORT = "report"  # "(Reuters)" at its head: all of it
    LINK = "link"  # an address of it: where something may be read
    PUBLISHER = "publisher"  # the report stands on its pages


@frozen
class NamedSource:
    """A newsroom that the report names: its id, its name, where, and for how much of the report.

    ``outlet`` is an id of the record, or the folded name of a newsroom that it does not have.
    """

    outlet: str
    name: str
    start: int
    end: int
    credit: Credit


def named_sources(text: str, language: str = "en") -> tuple[NamedSource, ...]:
    """The newsrooms that a text names as sources, in its order; addresses in any language."""
    words = load_attribution(language)
    found = list(_linked(text))
    if words is not None:
        cues = _cues(words)
        for outlet, start, end in (*_known(text), *_unknown(text, cues)):
            credit = _credit(text, start, end, cues)
            if credit is not None:
                found.append(
                    NamedSource(outlet, _name(outlet, text[start:end]), start, end, credit)
                )
    return tuple(sorted(set(found), key=lambda one: (one.start, -one.end, one.outlet)))


def published_by(address: str | None) -> NamedSource | None:
    """The newsroom on whose pages a report of that address stands, None where it is not known."""
    match = _URL.match(address or "")
    outlet = _outlet_of(match[1]) if match else None
    if outlet is None:
        return None
    return NamedSource(outlet, _name(outlet, outlet), 0, 0, Credit.PUBLISHER)


@frozen
class _Cues:
    before: re.Pattern[str]
    before_noun: re.Pattern[str]
    after: re.Pattern[str]
    credits: re.Pattern[str]
    unknown: re.Pattern[str]


@cache
def _cues(words: AttributionWords) -> _Cues:
    nouns, small = any_of(words.nouns), any_of(words.small)
    marks = f"[{re.escape(_MARKS)}]*"
    between = rf"(?:{small}\s+|(?:\w+\s+)?{nouns}\s+)*"
    return _Cues(
        re.compile(rf"(?<!\w){any_of(words.before)}(?:\s+|(?<=')){between}{marks}$"),
        re.compile(
            rf"(?<!\w){any_of(words.before)}(?!\w)[^.!?;]*?(?<!\w){nouns}\s+(?:{small}\s+)*{marks}$"
        ),
        re.compile(rf"{marks}\s+{any_of(words.after)}(?!\w)"),
        re.compile(any_of(words.credits).replace(_SLOT.lower(), _SLOT).replace(r"\-", "[-–—]")),
        re.compile(
            rf"(?<!\w)(?i:{nouns})\s+{marks}((?:[^\W\d_a-z][\w'’-]*)(?:\s[^\W\d_a-z][\w'’-]+)?)"
        ),
    )


def _credit(text: str, start: int, end: int, cues: _Cues) -> Credit | None:
    if _credits_all(text, start, end, cues):
        return Credit.REPORT
    before = fold(text[max(0, start - _BEFORE) : start])
    after = fold(text[end : end + _AFTER])
    attributed = cues.before.search(before) or cues.before_noun.search(before)
    return Credit.SENTENCE if attributed or cues.after.match(after) else None


def _credits_all(text: str, start: int, end: int, cues: _Cues) -> bool:
    """Whether the name stands in a line of credits, or where a dateline ends."""
    line_start = text.rfind("\n", 0, start) + 1
    line_end = text.find("\n", end)
    line_end = line_end if line_end >= 0 else len(text)
    before, after = text[line_start:start], text[end:line_end]
    short = len(before) + len(after) < _LONGEST_CREDIT
    if short and cues.credits.fullmatch(_slotted(text[line_start:line_end]).strip(_AROUND)):
        return True
    bracketed = before.endswith(("(", "/", "— ", "- ", "– ")) and after[:1] in (")", "/")
    head = before.rstrip("(/ ")
    dateline = head[:1].isupper() and not re.search(r"[.!?]\s", head)
    return bracketed and len(before) <= _DATELINE and dateline and _goes_on(after[1:])


def _slotted(line: str) -> str:
    """The line, folded, with every outlet that it names as one slot: "by OUTLET"."""
    pieces, at = [], 0
    for _, start, end in _known(line):
        pieces += [fold(line[at:start]), _SLOT]
        at = end
    return _SEVERAL.sub(_SLOT, "".join(pieces) + fold(line[at:]))


def _goes_on(after: str) -> bool:
    return after.lstrip()[:1] in ("-", "–", "—", ":")


def _known(text: str) -> Iterator[tuple[str, int, int]]:
    automaton, outlets = _automaton()
    for number, start, end in automaton.find_matches_as_indexes(text):
        joined = text[start - 1 : start].isalnum() or text[end : end + 1].isalnum()
        if not joined:
            yield outlets[number], start, end


def _unknown(text: str, cues: _Cues) -> Iterator[tuple[str, int, int]]:
    """Names that the record does not have, after a noun for newsrooms."""
    for match in cues.unknown.finditer(text):
        start, end = match.span(1)
        if not any(a < end and start < b for _, a, b in _known(text[start:end])):
            yield fold(match[1]), start, end


@lru_cache(maxsize=1)
def _automaton() -> tuple[AhoCorasick, tuple[str, ...]]:
    named = [(name, outlet) for outlet, held in load_outlets().items() for name in held.names]
    return (
        AhoCorasick(
            tuple(name for name, _ in named),
            matchkind=MatchKind.LeftmostLongest,
            implementation=Implementation.ContiguousNFA,
        ),
        tuple(outlet for _, outlet in named),
    )


def _linked(text: str) -> Iterator[NamedSource]:
    for match in _URL.finditer(text):
        outlet = _outlet_of(match[1])
        if outlet is not None:
            name = _name(outlet, outlet)
            yield NamedSource(outlet, name, match.start(), match.end(), Credit.LINK)


def _outlet_of(host: str) -> str | None:
    return _hosts().get(host.casefold().removeprefix("www."))


@lru_cache(maxsize=1)
def _hosts() -> dict[str, str]:
    return {host: outlet for outlet, held in load_outlets().items() for host in held.hosts}


def _name(outlet: str, written: str) -> str:
    held = load_outlets().get(outlet)
    return held.names[0] if held else written
