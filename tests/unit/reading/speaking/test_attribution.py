"""Whom reports name as the newsroom they have something from."""

import pytest

from treatywatch.reading.speaking.attribution import Credit, named_sources, published_by
from treatywatch.reading.speaking.newsrooms import load_attribution, load_outlets

SENTENCE, REPORT, LINK = Credit.SENTENCE, Credit.REPORT, Credit.LINK


@pytest.mark.parametrize(
    ("text", "language", "named"),
    [
        ("A minister told Reuters that it will.", "en", [("reuters", SENTENCE)]),
        ("She confirmed to *Reuters* that it will.", "en", [("reuters", SENTENCE)]),
        ("It will leave, according to AFP.", "en", [("afp", SENTENCE)]),
        ("It will leave, Yle reported on Monday.", "en", [("yle", SENTENCE)]),
        ("He told the public broadcaster Yle so.", "en", [("yle", SENTENCE)]),
        ("He told the newspaper Lidovky so.", "en", [("lidovky", SENTENCE)]),
        ("OSLO, 4 May (Reuters) - Norway stays.", "en", [("reuters", REPORT)]),
        ("WARSAW (AP) — Poland leaves.", "en", [("ap", REPORT)]),
        ("Poland leaves\nBy BBC News\nMore here", "en", [("bbc", REPORT)]),
        ("Text.\nWith reporting by Reuters and AFP", "en", [("reuters", REPORT), ("afp", REPORT)]),
        ("See https://www.reuters.com/world/a-b/", "en", [("reuters", LINK)]),
        ("Das sagte die Ministerin der Nachrichtenagentur dpa.", "de", [("dpa", SENTENCE)]),
        ("Die Zeit drängt, meldet dpa.", "de", [("dpa", SENTENCE)]),
        ("Le traité prend fin selon l'AFP.", "fr", [("afp", SENTENCE)]),
        ("Le traité prend fin, a rapporté Le Figaro.", "fr", [("figaro", SENTENCE)]),
        ("Польща виходить, повідомляє Reuters.", "uk", [("reuters", SENTENCE)]),
        ("Latvija izstājas, ziņo LETA.", "lv", [("leta", SENTENCE)]),
    ],
)
def test_a_newsroom_that_is_named_as_a_source(
    text: str, language: str, named: list[tuple[str, Credit]]
) -> None:
    found = named_sources(text, language)
    assert [(one.outlet, one.credit) for one in found] == named
    for one in found:
        assert one.credit is LINK or text[one.start : one.end] in (
            one.name,
            *load_outlets().get(one.outlet, load_outlets()["ap"]).names,
            "Lidovky",
        )


@pytest.mark.parametrize(
    "text",
    [
        "She joined Reuters in 2010.",
        "An AP file photo of the field.",
        "The ERR valve broke.",
        "He told Parliament that it will.",
        "According to the ministry, it will.",
        "https://www.reuters.com.example.org/world",
    ],
)
def test_what_is_only_mentioned_is_no_source(text: str) -> None:
    assert named_sources(text) == ()


def test_a_language_without_words_has_addresses_only() -> None:
    (found,) = named_sources("Reuters nuqneH https://apnews.com/x", "tlh")
    assert (found.outlet, found.credit) == ("ap", LINK)


def test_a_report_stands_on_somebodys_pages() -> None:
    found = published_by("https://www.apnews.com/article/mines")
    assert found is not None
    assert (found.outlet, found.credit) == ("ap", Credit.PUBLISHER)
    assert published_by("https://example.org/") is None
    assert published_by(None) is None


@pytest.mark.parametrize("code", ["en", "de", "fr", "es", "pl", "lt", "lv", "et", "fi", "uk", "ru"])
def test_each_language_has_its_words(code: str) -> None:
    words = load_attribution(code)
    assert words is not None
    assert all("OUTLET" in form for form in words.credits)
    assert all(form == form.casefold() for form in (*words.before, *words.after, *words.nouns))


def test_no_name_of_an_outlet_belongs_to_two() -> None:
    names = [name for outlet in load_outlets().values() for name in outlet.names]
    hosts = [host for outlet in load_outlets().values() for host in outlet.hosts]
    assert len(names) == len(set(names))
    assert len(hosts) == len(set(hosts))
