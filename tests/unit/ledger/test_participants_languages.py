"""Names in other languages, in the forms that sentences put them into."""

import re
import unicodedata

import pytest

from treatywatch.law.participant import NameKind
from treatywatch.ledger.ledger import Ledger
from treatywatch.ledger.load import load_ledger

LANGUAGES = ("de", "es", "et", "fi", "fr", "lt", "lv", "pl", "ru", "uk")
MOST_IN_THE_NEWS = [
    *("USA", "RUS", "UKR", "FIN", "EST", "LVA", "LTU", "POL", "DEU", "FRA", "GBR", "CHN", "PRK"),
    *("KOR", "TUR", "BLR", "SWE", "NOR"),
]
INFLECTED = ("et", "fi", "lt", "lv", "pl", "ru", "uk")


@pytest.fixture(scope="module")
def ledger() -> Ledger:
    return load_ledger()


def _named(ledger: Ledger, language: str, sentence: str) -> set[str]:
    """The participants whose forms stand as whole words in the sentence, the longest form first."""
    forms = [
        (n.form, p.id)
        for p in ledger.participants.values()
        for n in p.names
        if n.language == language
    ]
    found, rest = set(), sentence
    for form, participant in sorted(forms, key=lambda pair: -len(pair[0])):
        rest, times = re.subn(rf"(?<!\w){re.escape(form)}(?!\w)", "*", rest)
        if times:
            found.add(participant)
    return found


@pytest.mark.parametrize(
    ("language", "sentence", "named"),
    [
        ("fi", "Suomesta tuli Viron ja Latvian jälkeen eroaja", {"FIN", "EST", "LVA"}),
        ("fi", "Venäjällä, Yhdysvalloissa ja Kiinassa on miinoja", {"RUS", "USA", "CHN"}),
        ("fi", "Helsingin päätös koskee Ukrainaa ja Puolaa", {"FIN", "UKR", "POL"}),
        ("fi", "norjalaisten ja ruotsalaisten ministerit", {"NOR", "SWE"}),
        ("pl", "Polsce zagraża Rosja, mówi prezydent Finlandii", {"POL", "RUS", "FIN"}),
        ("pl", "Stany Zjednoczone i Chiny nie przystąpiły, Litwa wyszła", {"USA", "CHN", "LTU"}),
        ("pl", "polscy i litewscy ministrowie", {"POL", "LTU"}),
        ("ru", "Польша вышла, за ней Эстонию и Латвию", {"POL", "EST", "LVA"}),
        ("ru", "между Россией и Соединенными Штатами", {"RUS", "USA"}),
        ("ru", "В Москве и Вашингтоне, в Киеве", {"RUS", "USA", "UKR"}),
        ("uk", "Україну, Росією та Польщею, у Фінляндії", {"UKR", "RUS", "POL", "FIN"}),
        ("uk", "Сполучених Штатів і Великої Британії", {"USA", "GBR"}),
        ("lt", "Lietuvos, Latvijos ir Estijos ministrai Suomijoje", {"LTU", "LVA", "EST", "FIN"}),
        ("lt", "JAV ir Rusijai, Vilniuje", {"USA", "RUS", "LTU"}),
        ("lv", "Latvijas, Lietuvas un Igaunijas ministri Polijā", {"LVA", "LTU", "EST", "POL"}),
        (
            "et",
            "Eesti, Läti ja Leedu lahkuvad; Soomega Venemaal",
            {"EST", "LVA", "LTU", "FIN", "RUS"},
        ),
        ("de", "Finnland, Polen und die USA; russische Truppen", {"FIN", "POL", "USA", "RUS"}),
        ("fr", "La Finlande, la Lituanie et les États-Unis", {"FIN", "LTU", "USA"}),
        ("es", "Finlandia, Letonia y los Estados Unidos", {"FIN", "LVA", "USA"}),
    ],
)
def test_a_sentence_names_its_states(
    ledger: Ledger, language: str, sentence: str, named: set[str]
) -> None:
    assert _named(ledger, language, sentence) == named


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_language_names_every_member_of_the_united_nations(
    ledger: Ledger, language: str
) -> None:
    without = {
        p.id
        for p in ledger.participants.values()
        if p.un_member_from and not p.un_member_until
        if not any(n.language == language and n.kind is NameKind.NAME for n in p.names)
    }
    # Words for the two Congos are kept apart only where the language has two names for them.
    assert without <= {"COD", "COG"}


@pytest.mark.parametrize("language", INFLECTED)
def test_states_most_in_the_news_have_their_case_forms(ledger: Ledger, language: str) -> None:
    for participant in MOST_IN_THE_NEWS:
        forms = {n.form for n in ledger.participants[participant].names if n.language == language}
        assert len(forms) >= 4, participant


def test_forms_are_written_in_composed_characters_and_without_stray_space(ledger: Ledger) -> None:
    for p in ledger.participants.values():
        for name in p.names:
            assert name.form == unicodedata.normalize("NFC", name.form).strip()
            assert "\N{NO-BREAK SPACE}" not in name.form
            assert "  " not in name.form


def test_slavic_names_hold_no_letters_of_another_script(ledger: Ledger) -> None:
    mixed = [
        name.form
        for p in ledger.participants.values()
        for name in p.names
        if name.language in ("ru", "uk")
        and re.search("[A-Za-z]", name.form)
        and re.search("[\u0400-\u04ff]", name.form)
    ]
    assert mixed == []
