"""`treatywatch compare`, the brief over several reports, and the second reader, as a user asks."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.faces.asking import ask
from tests.unit.endpoints.stub import listening, says, sends

STORY = (
    "Finland handed its notice of withdrawal from the Ottawa Convention to the United Nations on "
    "10 July, a clerk at the treaty desk in New York told Reuters, and nobody else was in the room."
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    texts = {
        "wire.txt": STORY,
        "paper.txt": f"News in brief. {STORY} More on page nine.",
        "blog.txt": "On 10 July Finland notified the UN of its withdrawal from the Ottawa "
        "Convention. The Convention has 133 parties, if my notes are right.",
        "essay.txt": "The Ottawa Convention has 166 parties, and a long winter behind it.",
    }
    for name, text in texts.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    days = {
        "wire": "2025-07-11",
        "paper": "2025-07-12",
        "blog": "2025-07-13",
        "essay": "2025-07-14",
    }
    rows = [f"{name}.txt,{day},en" for name, day in days.items()]
    index = "\n".join(["report,published,language", *rows, ""])
    (tmp_path / "index.csv").write_text(index, encoding="utf-8")
    return tmp_path


def test_a_thing_told_by_three_reports_has_two_sources(folder: Path) -> None:
    told = json.loads(ask("compare", str(folder), "--json").out)
    (notice,) = [
        one
        for one in told["propositions"]
        if (one["stage"], one["participants"]) == ("notified", ["FIN"])
    ]
    assert notice["independent"] == 2
    (copied,) = [source for source in notice["sources"] if len(source["reports"]) == 2]
    assert set(copied["reports"]) == {"wire.txt", "paper.txt"}
    assert (copied["first"], copied["newsrooms"]) == ("wire.txt", ["Reuters"])
    assert copied["links"]


def test_every_place_in_the_json_is_exact(folder: Path) -> None:
    told = json.loads(ask("compare", str(folder), "--json").out)
    texts = {path.name: path.read_text("utf-8") for path in folder.glob("*.txt")}
    places = [place for one in told["propositions"] for place in one["said"]]
    assert places
    assert all(texts[p["report"]][p["start"] : p["end"]] == p["quote"] for p in places)
    (shared,) = told["shared"]
    for passage in shared["passages"]:
        for side in ("one", "other"):
            place = passage[side]
            assert texts[shared[side]][place["start"] : place["end"]] == place["text"]
    named = [n for report in told["reports"] for n in report["newsrooms"]]
    assert {n["outlet"] for n in named} == {"reuters"}


def test_disagreements_stand_side_by_side(folder: Path) -> None:
    told = json.loads(ask("compare", str(folder), "--json").out)
    (parties,) = [one for one in told["disagreements"] if one["about"] == "parties"]
    assert {side["version"] for side in parties["sides"]} == {"133 states", "166 states"}
    words = ask("compare", str(folder)).out
    assert "What several reports say" in words
    assert "Where reports disagree" in words
    assert "What reports share" in words


def test_the_brief_tells_sources_and_shared_passages(folder: Path) -> None:
    brief = folder / "brief.html"
    ask("check", str(folder), "--brief", str(brief))
    page = brief.read_text(encoding="utf-8")
    part = page[page.index('<section id="sources"') : page.index('<section id="reports"')]
    assert "2 independent sources in 3 reports" in part
    assert "a clerk at the treaty desk" in part
    assert '<a href="#sources">' in page


def test_one_report_alone_has_nothing_to_be_compared_with(folder: Path) -> None:
    told = json.loads(ask("compare", str(folder / "blog.txt"), "--json").out)
    assert (told["disagreements"], told["shared"]) == ([], [])
    assert {one["independent"] for one in told["propositions"]} == {1}
    assert "No two reports say the same." in ask("compare", str(folder / "blog.txt")).out


DEED = {
    "type": "withdrawal",
    "quote": "if my notes are right",
    "treaty": "apmbc",
    "participants": ["FIN"],
    "stage": "announced",
}


def test_a_second_reader_is_asked_only_where_it_is_named(folder: Path) -> None:
    blog = str(folder / "blog.txt")
    alone = ask("check", blog, "--json")
    assert alone.code == 0
    with listening(says({"claims": [DEED]})) as stub:
        environment: Any = {"TREATYWATCH_SECOND_READER_URL": stub.url, "NO_PROXY": "127.0.0.1"}
        assert ask("check", blog, "--json", "--no-second-reader", **environment).out == alone.out
        assert stub.requests == []
        named = ask("check", blog, "--json", "--second-reader", stub.url, NO_PROXY="127.0.0.1")
        read = ask("read", blog, "--json", **environment)
        shown = ask("check", blog, **environment).out
    for told in (named, read):
        assert (told.code, told.err) == (0, "")
        claims = json.loads(told.out)["claims"]
        added = [claim["quote"] for claim in claims if claim["read_by"] == "second"]
        assert added == ["if my notes are right"]
    assert "[second reader]" in shown


def test_a_second_reader_that_fails_leaves_a_warning_and_the_same_output(folder: Path) -> None:
    blog = str(folder / "blog.txt")
    with listening(sends(b"{}", 503)) as stub:
        told = ask(
            *("check", blog, "--json", "--second-reader", stub.url),
            TREATYWATCH_SECOND_READER_KEY="never-to-be-seen",
            NO_PROXY="127.0.0.1",
        )
    assert (told.code, told.out) == (0, ask("check", blog, "--json").out)
    assert told.err == "treatywatch: blog.txt: second reader: it answers with status 503.\n"


def test_an_address_that_is_none_is_told_before_anything_is_read(folder: Path) -> None:
    told = ask("check", str(folder), "--second-reader", "gopher://host")
    assert (told.code, told.out) == (2, "")
    assert "no http or https address" in told.err
