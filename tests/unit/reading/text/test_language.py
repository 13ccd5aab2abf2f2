"""The language of a text is told by its small words and letters."""

import csv
from pathlib import Path

import pytest

from treatywatch.reading.text.language import find_language
from treatywatch.reading.vocabulary.words import languages

SHORT = [
    ("en", "Finland has left the Ottawa Convention."),
    ("de", "Finnland tritt aus der Ottawa-Konvention aus."),
    ("fr", "La Finlande se retire de la convention d'Ottawa."),
    ("es", "Finlandia se retira de la Convención de Ottawa."),
    ("pl", "Polska wychodzi z Konwencji Ottawskiej i nie jest już jej stroną."),
    ("fi", "Suomi eroaa Ottawan sopimuksesta, kertoo hallitus, joka on päättänyt asiasta."),
    ("ru", "Польша вышла из Оттавской конвенции."),
    ("uk", "Україна призупинила дію Оттавської конвенції."),
    ("lt", "Suomija traukiasi iš Otavos konvencijos."),
    ("lv", "Somija izstājas no Otavas konvencijas."),
    ("et", "Soome lahkub Ottawa konventsioonist ja see on lõplik."),
]


@pytest.mark.parametrize(("language", "text"), SHORT, ids=[language for language, _ in SHORT])
def test_one_sentence_tells_its_language(language: str, text: str) -> None:
    assert find_language(text) == language


def test_every_language_with_words_can_be_told() -> None:
    assert {language for language, _ in SHORT} == set(languages())


@pytest.mark.parametrize("text", ["", "12345", "§§§", "\0"])
def test_a_text_that_tells_nothing_is_taken_for_english(text: str) -> None:
    assert find_language(text) == "en"


def test_every_report_of_the_gold_is_told(root: Path) -> None:
    folder = root / "gold" / "languages"
    with (folder / "index.csv").open(encoding="utf-8", newline="") as rows:
        wrong = [
            row["report"]
            for row in csv.DictReader(rows)
            if find_language((folder / "reports" / row["report"]).read_text(encoding="utf-8"))
            != row["language"]
        ]
    assert wrong == []
