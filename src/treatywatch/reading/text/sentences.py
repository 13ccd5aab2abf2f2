"""Cut one block of text into sentences."""

import re
from collections.abc import Iterator

from treatywatch.reading.vocabulary.grammar import grammar
from treatywatch.reading.vocabulary.wording import any_of
from treatywatch.reading.vocabulary.words import Words
from treatywatch.values import frozen

_STOP = re.compile(
    r"(?P<stop>[.!?…]+)(?P<close>[\"'”’»)\]*_]{0,4})"
    r"(?P<note>(?:\[\d{1,3}\])+|[¹²³⁰-⁹]{1,3}|(?:(?<=[^\W\d_]{3}\.)|(?<=\d{4}\.))\d{1,3})?"
    r"(?:(?P<odd>\s[\"”»](?=\s|$))|(?P<space>\s+)(?P<next>\S))"
)
_WORD_BEFORE = re.compile(r"(?:(?P<first>\w+)\s+)?(?P<last>[\w.'’-]*)$")
_LONGEST_ABBREVIATION = 24
_SOME_WORDS = 6  # of a sentence that an abbreviation at its end may close
_FEWER_WORDS = 5  # of one that does not open as dates do: "Konwencja obowiązuje od 2011 r."
_LONGEST_SENTENCE = 2_000  # characters; what is longer is a table or no text
_MAY_OPEN = "\"'“‘«([¿¡„*_"
_CLOSERS = "\"'”’»)]"


@frozen
class _Abbreviations:
    before_name: re.Pattern[str]
    before_number: re.Pattern[str]
    anywhere: re.Pattern[str]
    sentence_starts: re.Pattern[str]
    numbered: re.Pattern[str]
    closing: re.Pattern[str]
    dotted_ordinals: bool


def sentence_spans(text: str, start: int, end: int, words: Words) -> Iterator[tuple[int, int]]:
    """The sentences between two offsets, in order, without spaces at their ends."""
    begin = start
    rules = _abbreviations(words)
    for match in _STOP.finditer(text, start, end):
        if match["odd"] is not None:
            cut = match.end("odd")
        elif _ends_sentence(text, match, rules) or _closes(text, begin, match, rules):
            cut = match.start("space")
        else:
            continue
        yield from _trimmed(text, begin, cut)
        begin = cut
    yield from _trimmed(text, begin, end)


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end:
        cut = _cut(text, start, end)
        piece = text[start:cut]
        bare = piece.strip()
        if bare:
            first = start + len(piece) - len(piece.lstrip())
            yield first, first + len(bare)
        start = cut


def _cut(text: str, start: int, end: int) -> int:
    """The end, or a space before it where no sentence can be so long."""
    if end - start <= _LONGEST_SENTENCE:
        return end
    space = text.rfind(" ", start + 1, start + _LONGEST_SENTENCE)
    return space if space > start else start + _LONGEST_SENTENCE


def _ends_sentence(text: str, match: re.Match[str], rules: _Abbreviations) -> bool:
    after = text[match.start("next") : match.start("next") + 40]
    head = after.lstrip(_MAY_OPEN)[:1]
    if not head or head.islower() or head in ",;:)-–—":
        return False
    if match["stop"] != "." or (match["note"] and head.isupper()):
        return True  # "had no effect.[12] The State": the mark of a footnote closes the sentence
    before = text[max(0, match.start() - _LONGEST_ABBREVIATION) : match.start()].casefold()
    words = _WORD_BEFORE.search(before)
    assert words is not None  # it matches nothing at all, too
    if match["close"] and match["close"][0] in _CLOSERS:
        return True
    number = head.isdigit() and rules.before_number.fullmatch(words["last"])
    if rules.numbered.fullmatch(words["first"] or "") and not number:
        return True  # "Protocol V. Beijing joined": a numeral, and nobody's initial
    return not _is_abbreviation(words["last"], head, after, rules)


def _closes(text: str, begin: int, match: re.Match[str], rules: _Abbreviations) -> bool:
    """Whether an abbreviation that dates end in ("1999 r.") ends a sentence of some words."""
    low = max(begin, match.start() - _LONGEST_ABBREVIATION)
    word = _WORD_BEFORE.search(text, low, match.start())
    closing = word is not None and rules.closing.fullmatch(word["last"].casefold())
    if not closing or not text[match.start("next")].isupper():
        return False
    told = text[begin : match.start()].split()
    as_dates = bool(told) and rules.sentence_starts.fullmatch(told[0].casefold()) is not None
    return len(told) >= (_SOME_WORDS if as_dates else _FEWER_WORDS)


def _is_abbreviation(word: str, head: str, after: str, rules: _Abbreviations) -> bool:
    if rules.before_name.fullmatch(word):
        return True
    if head.isdigit() and (rules.before_number.fullmatch(word) or re.fullmatch(r"\d{1,2}", word)):
        return True
    if rules.anywhere.fullmatch(word) or re.fullmatch(r"(?:\w\.)+\w", word):
        return not rules.sentence_starts.match(after.casefold().lstrip(_MAY_OPEN))
    if rules.dotted_ordinals and re.fullmatch(r"[012]?\d|3[01]", word):  # a day may be meant
        return not rules.sentence_starts.match(after.casefold().lstrip(_MAY_OPEN))
    return len(word) == 1 and word.isalpha() and word != "i"


@grammar
def _abbreviations(words: Words) -> _Abbreviations:
    listed = words.abbreviations
    return _Abbreviations(
        re.compile(any_of(listed["before_name"])),
        re.compile(any_of(listed["before_number"])),
        re.compile(any_of(listed["anywhere"])),
        re.compile(rf"{any_of(words.layout.sentence_starts)}(?!\w)"),
        re.compile(any_of(listed.get("numbered", ()))),
        re.compile(any_of(listed.get("closing", ()))),
        "." in words.calendar.ordinal_endings,
    )
