"""Lines that go on further in: the second line of a long title, of a point of a list, of a note.

A name that is broken there is one name, and a sentence one sentence, whatever spaces begin the
line.
"""

import re
from collections.abc import Iterator

from treatywatch.reading.markup.unmarked import Unmarked

# Behind a line that does not end a sentence one that begins further in, without gaps as between the
# columns of a table.
_GOING_ON = re.compile(
    r"(?<=[\w,)\]\"'’”%–-])(?P<break>[ \t]*\n[ \t]+)(?=[^\W\d_](?:(?![ \t]{2}|\t)[^\n])*(?:\n|\Z))"
)
_GAP = re.compile(r"\S(?: {2,}|\t)\s*\S")
_LEAST = 40  # characters of a line that is full


def with_lines_set_out(text: str, bare: Unmarked | None) -> Unmarked | None:
    """The text without the spaces that such lines begin with; as it was where there are none."""
    words = text if bare is None else bare.text
    changes = [(start, end, "\n") for start, end in _breaks(words)]
    if not changes:
        return bare
    return (Unmarked.of(text) if bare is None else bare).changed(changes)


def set_out(text: str) -> str:
    """The words alone of the same, quicker: where a text is only asked for what it names."""
    pieces, at = [], 0
    for start, end in _breaks(text):
        pieces += [text[at:start], "\n"]
        at = end
    return "".join((*pieces, text[at:])) if pieces else text


def _breaks(text: str) -> Iterator[tuple[int, int]]:
    if "\n " not in text and "\n\t" not in text:
        return
    for found in _GOING_ON.finditer(text):
        line = text[text.rfind("\n", 0, found.start()) + 1 : found.start()].strip()
        if len(line) >= _LEAST and _GAP.search(line) is None:
            yield found.span("break")
