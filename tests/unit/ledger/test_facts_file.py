"""Who keeps treaties, and the small words that tell it: read strictly, faults with their place."""

from dataclasses import replace
from pathlib import Path

from treatywatch.ledger.facts_file import read_bodies, read_fact_words
from treatywatch.ledger.lint import lint
from treatywatch.ledger.load import PACKAGED_RECORD, load_ledger


def written(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_a_government_keeps_a_treaty_under_the_names_of_its_state(tmp_path: Path) -> None:
    text = "- {id: norway, name: the Government of Norway, participants: [NOR]}\n"
    bodies, faults = read_bodies(written(tmp_path, "bodies.yaml", text))
    assert not faults
    assert (bodies["norway"].name, bodies["norway"].participants) == (
        "the Government of Norway",
        ("NOR",),
    )


def test_an_unknown_key_is_told_with_its_line(tmp_path: Path) -> None:
    text = "- id: norway\n  name: the Government of Norway\n  keeps: everything\n"
    bodies, faults = read_bodies(written(tmp_path, "bodies.yaml", text))
    assert not bodies
    assert [(fault.line, fault.code) for fault in faults] == [(3, "unknown-key")]


def test_a_list_of_words_that_is_missing_is_told(tmp_path: Path) -> None:
    text = "keeping:\n  depositary: {en: [depositary]}\nfirsts: {}\n"
    words, faults = read_fact_words(written(tmp_path, "words.yaml", text))
    assert words.keeping.depositary == ()
    assert {fault.code for fault in faults} == {"missing-key"}


def test_the_words_of_all_languages_stand_together() -> None:
    words, faults = read_fact_words(PACKAGED_RECORD / "facts" / "words.yaml")
    assert not faults
    assert {"depositary", "Verwahrer", "dépositaire"} <= set(words.keeping.depositary)


def test_a_depositary_without_a_name_is_a_fault() -> None:
    ledger = load_ledger()
    nameless = {name: body for name, body in ledger.bodies.items() if name != "portugal"}
    faults = lint(replace(ledger, bodies=nameless))
    assert [(fault.file, fault.code) for fault in faults] == [
        ("treaties/energy-charter.yaml", "unknown-body")
    ]
