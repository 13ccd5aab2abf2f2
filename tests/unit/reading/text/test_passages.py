"""Where sentences, headlines, items and captions begin and end."""

import pytest

from treatywatch.reading.text.passages import split_passages
from treatywatch.reading.vocabulary.spans import PassageKind
from treatywatch.reading.vocabulary.words import load_words


def _passages(text: str) -> list[tuple[str, str]]:
    found = split_passages(text, load_words("en"))
    return [(one.kind.value, text[one.start : one.end]) for one in found]


def _sentences(text: str) -> list[str]:
    return [sentence for _, sentence in _passages(text)]


@pytest.mark.parametrize(
    "sentence",
    [
        "On 18. 03. 2025 the ministers met in Riga.",
        "The U.S. Department of State wrote to Gen. John Smith on Dec. 4.",
        "Lt. Col. J. R. Smith of the U.N. spoke.",
        "Under Art. 20 of the treaty a notice takes six months.",
        "It costs approx. 3 million a year, i.e. little.",
        "He asked why? and went on.",
    ],
)
def test_a_full_stop_inside_a_sentence_does_not_end_it(sentence: str) -> None:
    assert _sentences(sentence) == [sentence]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Simple weapons are needed. It\xa0is crucial.", 2),
        ("It lies in the U.S. The treaty does not bind it.", 2),
        ('"We leave." The minister said no more.', 2),
        ("Why now? Because of Russia! So it was.", 3),
        ("They left (in 2025). Nobody followed.", 2),
        ("China stays out of Protocol V. Russia joined Amended Protocol II.", 2),
        ("It rests on Article X. George V. Smith signed.", 2),
    ],
)
def test_sentences_are_cut(text: str, count: int) -> None:
    assert len(_sentences(text)) == count


def test_a_line_end_inside_a_sentence_is_stepped_over() -> None:
    text = (
        "The move, seen by some as controversial, is driven by growing concerns over\n\n"
        "Russia's military posture and the need for deterrence.\n\nFinland notified."
    )
    assert _sentences(text) == [text.split("\n\nFinland", maxsplit=1)[0], "Finland notified."]


def test_lines_cut_at_a_column_are_one_paragraph() -> None:
    text = (
        "Once Angola is in the chemical weapons watchdog, no\n"
        "more than four countries will be outside, said the\n"
        "Organisation for the Prohibition of Chemical Weapons\n"
        "on Monday."
    )
    assert _sentences(text) == [text]


def test_a_headline_has_no_full_stop() -> None:
    assert _passages("Poland quits mine treaty\n\nPoland left it. Nobody wept.")[0] == (
        "headline",
        "Poland quits mine treaty",
    )


def test_a_bullet_is_read_without_its_mark() -> None:
    text = "Quick takes\n\n  • Critics warn of danger\n  - Experts argue for mines\n 1. First point"
    assert _passages(text)[1:] == [
        ("bullet", "Critics warn of danger"),
        ("bullet", "Experts argue for mines"),
        ("bullet", "First point"),
    ]


def test_a_date_line_is_no_bullet() -> None:
    assert _passages("18. 03. 2025 Category")[0][1] == "18. 03. 2025 Category"


def test_what_surrounds_a_report_on_its_page_is_told_apart() -> None:
    text = (
        "twitter\nfacebook\nA+\n\nPoland left the treaty in 2026. It was sure.\n\n"
        "A sapper at work. Photo: Jane Doe / Getty Images\n\nSources:\n\n  Poland left the pact."
    )
    kinds = [kind for kind, _ in _passages(text)]
    assert kinds[:3] == ["boilerplate"] * 3
    assert kinds[3:5] == ["prose", "prose"]
    assert "caption" in kinds
    assert kinds[-2:] == ["boilerplate", "boilerplate"]


def test_a_sentence_without_end_is_cut_all_the_same() -> None:
    found = split_passages("word " * 5_000, load_words("en"))
    assert len(found) > 1
    assert all(one.kind is PassageKind.PROSE for one in found)


def test_a_text_broken_at_a_column_is_read_as_its_sentences() -> None:
    text = (
        "It is the 190th state to join. Only\nIsrael and Myanmar have signed without\n"
        "ratifying; Egypt, North Korea, Angola\nand South Sudan have done neither. The\n"
        "United Nations keeps the list in New\nYork City.\n"
    )
    words = load_words("en")
    sentences = [" ".join(text[p.start : p.end].split()) for p in split_passages(text, words)]
    assert sentences == [
        "It is the 190th state to join.",
        "Only Israel and Myanmar have signed without ratifying; Egypt, North Korea, Angola and "
        "South Sudan have done neither.",
        "The United Nations keeps the list in New York City.",
    ]


def test_lines_of_a_menu_are_not_joined() -> None:
    text = "Home\nNews and Views\nWeather Today\nSport\nOpinion and Analysis\nContact\nImprint\n"
    words = load_words("en")
    assert len(split_passages(text, words)) == len(text.splitlines())
