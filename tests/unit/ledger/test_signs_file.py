"""Signs that words were read amiss, as lawyers write them: faults are told with their place."""

from pathlib import Path

import pytest

from treatywatch.ledger.fact_words import FactWords, TermWords
from treatywatch.ledger.load import load_ledger
from treatywatch.ledger.signs_file import read_word_signs
from treatywatch.ledger.word_signs import Place

SIGN = """\
- says: The words tell of a delegation.
  example: A delegation walks out
  of: [withdrawal]
  told:
    - words: {en: [delegation], fr: [délégation]}
      also: [terms.papers]
"""
KNOWN = FactWords(terms=TermWords(papers=("letter",)))


def written(folder: Path, text: str) -> Path:
    path = folder / "signs.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_sign_hears_its_own_words_and_those_of_the_lists_it_names(tmp_path: Path) -> None:
    (sign,), faults = read_word_signs(written(tmp_path, SIGN), KNOWN)
    assert not faults
    assert sign.told[0].phrases == ("delegation", "délégation", "letter")
    assert sign.told[0].places == (Place.WORDS,)


@pytest.mark.parametrize(
    ("wrong", "right", "line"),
    [
        ("terms.papers", "terms.paper", 6),
        ("terms.papers", "letters", 6),
        ("[withdrawal]", "[exit]", 3),
        ("words: {", "in: [above]\n      words: {", 5),
        ("  told:", "  heard:", 4),
    ],
)
def test_what_is_not_known_is_told_with_its_line(
    tmp_path: Path, wrong: str, right: str, line: int
) -> None:
    signs, faults = read_word_signs(written(tmp_path, SIGN.replace(wrong, right)), KNOWN)
    assert not signs
    assert [fault.line for fault in faults] == [line]
    assert faults[0].file.endswith("signs.yaml")


def test_the_record_has_signs_and_no_fault() -> None:
    assert len(load_ledger().word_signs) > 20
