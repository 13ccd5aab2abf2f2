"""Texts that are given with their marks, of Markdown or a wiki: the words without them.

The marks stand between words that belong together ("[Mine Ban](https://…) Convention"), so they are
taken away before anything is looked for.
"""

from treatywatch.reading.markup.markdown import may_be_marked, run_together, without_markdown
from treatywatch.reading.markup.set_in import set_out, with_lines_set_out
from treatywatch.reading.markup.unmarked import Unmarked
from treatywatch.reading.markup.whole_rows import with_whole_rows
from treatywatch.reading.markup.wiki import is_wiki, without_wiki_marks


def without_marks(text: str, written: Unmarked | None = None) -> Unmarked | None:
    """The text without its marks, or what was written out of it; None where neither is there.

    Rows of tables whose cells go on in the lines below are in one line each, and lines that go on
    further in begin where the others do.
    """
    return with_lines_set_out(text, with_whole_rows(text, _without_marks(text, written)))


def _without_marks(text: str, written: Unmarked | None) -> Unmarked | None:
    text = text if written is None else written.text
    in_wiki = is_wiki(text)
    if not in_wiki and not may_be_marked(text):
        return written
    bare = Unmarked.of(text) if written is None else written
    bare = without_markdown(without_wiki_marks(bare) if in_wiki else bare)
    return bare if bare.text and bare.text != text else written


def with_names_whole(text: str) -> str:
    """A text in which the names that marks break are whole, told quickly; good for nothing else."""
    if is_wiki(text):
        text = without_wiki_marks(Unmarked.of(text)).text
    return set_out(run_together(text) if may_be_marked(text) else text)
