"""Who says what."""

import pytest

from treatywatch.reading.speaking.speech import find_speech
from treatywatch.reading.text.passages import split_passages
from treatywatch.reading.vocabulary.spans import Speech
from treatywatch.reading.vocabulary.words import load_words


def _speech(text: str) -> list[Speech]:
    words = load_words("en")
    return list(find_speech(text, split_passages(text, words), words))


def _direct(text: str) -> list[tuple[str, str | None]]:
    return [(text[one.start : one.end], one.speaker) for one in _speech(text) if one.direct]


@pytest.mark.parametrize(
    ("text", "speaker", "role"),
    [
        ('"We leave it," said Jane Tamm.', "Jane Tamm", None),
        ('"We leave it," Jane Tamm said.', "Jane Tamm", None),
        ('Jane Tamm said: "We leave it."', "Jane Tamm", None),
        ("“We leave it,” Defence Minister Jane Tamm stated.", "Jane Tamm", "Defence Minister"),
        (
            'Jane Tamm, chair of the defence committee, called it "a wise move".',
            "Jane Tamm",
            "chair of the defence committee",
        ),
        (
            "The president of the Red Cross, Jane Tamm, spoke of a “dangerous shift”.",
            "Jane Tamm",
            "The president of the Red Cross",
        ),
        (
            '"It works," Professor Jane Tamm of the Graduate Institute said.',
            "Jane Tamm",
            "Professor of the Graduate Institute",
        ),
        ('"It works," the ministry said.', "the ministry", None),
        ('According to Jane Tamm, it is "a wise move".', "Jane Tamm", None),
    ],
)
def test_the_speaker_of_a_quotation(text: str, speaker: str, role: str | None) -> None:
    (said,) = [one for one in _speech(text) if one.direct]
    assert (said.speaker, said.role) == (speaker, role)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Critics argue that leaving is dangerous.", "Critics"),
        (
            "Norway's foreign minister publicly criticised the decision.",
            "Norway's foreign minister",
        ),
        ("Finland, a country with a long border, has expressed support for it.", "Finland"),
        ("Estonia, Latvia and Poland stressed the threat.", "Estonia, Latvia and Poland"),
        ("However, defence analysts counter that mines work.", "defence analysts"),
        ("The states were urged by campaigners to stay.", "campaigners"),
        ("Those who oppose mines insist that it helps.", "Those who oppose mines"),
        ("Russia, they added, had had a chance in all those long years.", "they"),
    ],
)
def test_the_speaker_of_reported_speech(text: str, speaker: str) -> None:
    (said,) = _speech(text)
    assert said.speaker == speaker
    assert not said.direct


@pytest.mark.parametrize(
    "text",
    [
        "Russia was said to have restricted flights.",
        "The report was published in the state of Ohio.",
        "There is support for the ban and growing fear of war.",
        "He has nothing to add.",
    ],
)
def test_where_nobody_speaks(text: str) -> None:
    assert _speech(text) == []


def test_he_and_a_surname_mean_whoever_was_named() -> None:
    text = (
        "Defence Minister Jane Tamm said that mines work. Tamm argued that they are needed. "
        "She warned of delay."
    )
    assert {(one.speaker, one.role) for one in _speech(text)} == {("Jane Tamm", "Defence Minister")}


def test_a_quotation_goes_on_after_its_speaker_and_over_paragraphs() -> None:
    text = '"It is needed now," Jane Tamm said. "We must act."\n\nThe sky was blue. Rain fell.'
    assert _direct(text) == [("It is needed now", "Jane Tamm"), ("We must act.", "Jane Tamm")]
    text = 'Jane Tamm said: "It is needed now.\n\n"We must act soon."'
    assert _direct(text) == [("It is needed now.", "Jane Tamm"), ("We must act soon.", "Jane Tamm")]


def test_a_closing_mark_that_is_missing_is_put_at_the_end() -> None:
    assert _direct('Jane Tamm said: "It is needed now.\n\nThe sky was blue. Rain fell.') == [
        ("It is needed now.", "Jane Tamm")
    ]


def test_an_apostrophe_opens_no_quotation() -> None:
    assert _direct("The states' decision wasn't Finland's own, 'tis said of the '90s.") == []


def test_a_dash_opens_words_that_no_mark_closes() -> None:
    words = load_words("fi")
    text = "Japani lähti.\n\n– Valas kuuluu meille, sanoi Kenta Morita.\n\n– Ensimmäinen kohta\n"
    spoken = find_speech(text, split_passages(text, words), words)
    direct = [(text[one.start : one.end], one.speaker) for one in spoken if one.direct]
    assert direct == [("Valas kuuluu meille", "Kenta Morita")]


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        ("fi", "Greenpeacen mukaan päätös on virhe.", "Greenpeacen"),
        ("et", "Ministri sõnul on otsus viga.", "Ministri"),
    ],
)
def test_a_postposition_tells_whose_view_it_is(language: str, text: str, speaker: str) -> None:
    words = load_words(language)
    spoken = find_speech(text, split_passages(text, words), words)
    assert [one.speaker for one in spoken] == [speaker]
