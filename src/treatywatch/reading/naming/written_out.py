"""The short forms of the net written out: hashtags, "&", flags, numbers of posts, quoted mails.

A report that has any is read as if it were written in words; what is read is told in the offsets
of the text as it stands.
"""

import re
from collections.abc import Callable, Iterator

from treatywatch.reading.markup.unmarked import Change, Unmarked
from treatywatch.reading.naming.lexicon import Lexicon

_TAG = re.compile(r"(?<![\w&/#])#(?=\d*[^\W\d_])(\w+)")
_WORD_WITHIN = re.compile(
    r"(?<=[^\W\d_A-Z])(?=[A-Z0-9])|(?<=[A-Z])(?=[A-Z][a-z])|(?<=\d)(?=[A-Z])|_+"
)
_AND = re.compile(r"(?<=\s)&(?:amp;)?(?=\s)")
_PASSED_ON = re.compile(r"^[ \t.]*(?:RT |via )?@\w+:[ \t]+(?=\S)", re.M)
_QUOTED = re.compile(r"^(?:>[ \t]?)+(?=\S|$)", re.M)
_POST = re.compile(r"^[ \t]*(\()?(\d{1,2})/(?:\d{1,2}|[nx])?(?(1)\))[.:]?(?=\s)\s*", re.M)
_POST_BEHIND = re.compile(r"(?<=\S)[ \t]{1,4}(\()?(\d{1,2})/(?:\d{1,2}|[nx])?(?(1)\))[ \t]*$", re.M)
_LONG_LINE = 40  # characters; a shorter one ends where its writer wants it to
_LOW_LINE = 20  # but where the next begins with a small letter
_LABEL = re.compile(r"[^\W\d_][\w '’-]{0,29}:\s")  # the item of a list: "Norway: 50 million"
_CELLS = re.compile(r"\S(?:\t| {2,}|\s?\|\s?)\S")  # a row of a table goes on in no other
_FINAL = ".!?…:;>"
_BEFORE = 80  # characters before a post, in which the one before it ends
_FLAGS = re.compile("(?:[\U0001f1e6-\U0001f1ff]{2}[ \t]*)+")
_FIRST_LETTER = 0x1F1E6  # the regional sign of "A"
_GOES_ON = re.compile(r"[:,]?[ \t]*[^\W_]")


def written_out(text: str, lexicon: Lexicon) -> Unmarked | None:
    """The text in plain words; None where it has no short forms."""
    encoded = text.encode("utf-8", "surrogatepass")  # in which signs are found quickest
    forms = [found for sign, found in _BY_SIGN if sign in encoded]
    changes = [change for found in forms for change in found(text, lexicon)]
    return Unmarked.of(text).changed(changes) if changes else None


def _joined(text: str, lexicon: Lexicon) -> Iterator[Change]:
    """The sign for "and" as the word."""
    return ((*m.span(), lexicon.words.numbers.inner_joiners[0]) for m in _AND.finditer(text))


def _passed_on(text: str, _lexicon: Lexicon) -> Iterator[Change]:
    """Posts without the name of whose they were."""
    return ((*m.span(), "") for m in _PASSED_ON.finditer(text))


def _without_tags(text: str, lexicon: Lexicon) -> Iterator[Change]:
    """Each hashtag as the name whose letters it has, else as the words that its capitals tell.

    Names one behind the other are a list: "#India #Pakistan never signed".
    """
    name_ends = -1
    for tag in _TAG.finditer(text):
        named = lexicon.run_together.get(tag[1].casefold().replace("_", ""))
        words = named or _WORD_WITHIN.sub(" ", tag[1]).strip()
        in_a_row = named is not None and text[name_ends : tag.start()] == " "
        yield (*tag.span(), f", {words}" if in_a_row else words)
        name_ends = tag.end() if named else -1


def _posts(text: str, _lexicon: Lexicon) -> Iterator[Change]:
    """The numbers of the posts of a thread taken away, each post ended as a sentence is."""
    if "2/" not in text:
        return
    for shape in (_POST, _POST_BEHIND):
        posts = list(shape.finditer(text))
        if [int(post[2]) for post in posts[:2]] != [1, 2]:
            continue
        for post in posts:
            yield (*post.span(), "" if shape is _POST else ".")
            ended = _end_before(text, post.start()) if shape is _POST else None
            if ended is not None:
                yield (ended, ended, ".")


def _end_before(text: str, post: int) -> int | None:
    """Where the post before this one ends, if it ends without a mark."""
    before = text[max(0, post - _BEFORE) : post]
    bare = before.rstrip()
    ended = not bare or bare[-1] in _FINAL + ","
    return None if ended else post - len(before) + len(bare)


def _quoted(text: str, _lexicon: Lexicon) -> Iterator[Change]:
    """Quoted lines: a long one that breaks off goes on in the next, and marks of marks go."""
    for mark in _QUOTED.finditer(text):
        above = text[text.rfind("\n", 0, max(0, mark.start() - 1)) + 1 : mark.start()].rstrip()
        first = text[mark.end() : mark.end() + 1]
        least = _LOW_LINE if first.islower() else _LONG_LINE
        goes_on = above.startswith(">") and len(above) >= least and above[-1] not in _FINAL
        goes_on = goes_on and first.isalpha() and not _CELLS.search(above)
        if goes_on and not _LABEL.match(text, mark.end()):
            yield (mark.start() - 1, mark.end(), " ")
        elif mark[0].count(">") > 1:
            yield (*mark.span(), "")


def _flags(text: str, lexicon: Lexicon) -> Iterator[Change]:
    """Flags as the names of their States; at the end of a line, or with the name, they adorn."""
    for flags in _FLAGS.finditer(text):
        signs = "".join(flags[0].split())
        codes = ("".join(map(_letter, pair)) for pair in zip(signs[::2], signs[1::2], strict=True))
        names = [name for code in codes if (name := lexicon.by_flag.get(code))]
        line_end = text.find("\n", flags.end())
        line = text[text.rfind("\n", 0, flags.start()) + 1 : line_end if line_end >= 0 else None]
        adorns = not _GOES_ON.match(text, flags.end()) or any(name in line for name in names)
        parted = "" if text.startswith((":", ","), flags.end()) else " "
        yield (*flags.span(), "" if adorns else ", ".join(names) + parted)


def _letter(sign: str) -> str:
    return chr(ord(sign) - _FIRST_LETTER + ord("A"))


# The bytes of the sign that a form has, and what writes it out.
_BY_SIGN: tuple[tuple[bytes, Callable[[str, Lexicon], Iterator[Change]]], ...] = (
    (b"#", _without_tags),
    (b"1/", _posts),
    (b"\xf0\x9f\x87", _flags),  # all regional signs begin with these
    (b"&", _joined),
    (b"@", _passed_on),
    (b">", _quoted),
)
