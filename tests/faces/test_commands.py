"""Each command asked once as it is meant, and what has to be in its answer."""

import json
import shutil
from pathlib import Path

import pytest

from tests.faces.asking import ask, ask_in_a_terminal
from treatywatch.ledger.load import PACKAGED_RECORD

SAMPLES = Path(__file__).resolve().parents[2] / "src" / "treatywatch" / "samples"
LEFT = "Finland has left the Ottawa Convention."


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "left.txt"
    path.write_text(LEFT, encoding="utf-8")
    return path


def test_nothing_asked_shows_what_can_be_asked() -> None:
    told = ask()
    assert told.code == 0
    assert "status" in told.out
    assert "demo" in told.out


def test_version() -> None:
    assert ask("--version").out.startswith("treatywatch 0.")


def test_a_status_in_words() -> None:
    told = ask("status", "Finland", "ottawa convention", "--on", "2025-12-31")
    first, *rest = told.out.splitlines()
    assert "Finland is a PARTY UNDER NOTICE" in first
    assert "31 December 2025" in first
    assert any("since 10 July 2025" in line and "Art. 20" in line for line in rest)
    assert any("until 9 January 2026" in line for line in rest)
    assert any("armed conflict on 10 January 2026" in line for line in rest)


def test_a_status_as_json() -> None:
    told = json.loads(ask("status", "FIN", "apmbc", "--on", "2025-12-31", "--json").out)
    assert told["standing"] == "party-under-notice"
    assert (told["since"], told["until"]) == ("2025-07-10", "2026-01-10")
    assert told["next"]["standing"] == "former-party"
    assert any("20(" in (reason["article"] or "") for reason in told["reasons"])
    assert any(reason["acts"] for reason in told["reasons"])


def test_the_spells_of_a_timeline_follow_each_other() -> None:
    spells = json.loads(ask("timeline", "FIN", "apmbc", "--json").out)["spells"]
    assert spells[0]["since"] is None
    assert spells[-1]["until"] is None
    assert [s["until"] for s in spells[:-1]] == [s["since"] for s in spells[1:]]
    assert spells[-1]["standing"] == "former-party"


def test_counts_stand_under_their_rules() -> None:
    told = json.loads(ask("count", "apmbc", "--on", "2025-03-18", "--json").out)
    assert told["counts"]["signatories"]["number"] == 133
    assert told["counts"]["consent-expressed"]["number"] == 165
    assert len(told["counts"]["signatories"]["participants"]) == 133


def test_a_suspension_is_shown_as_contested_and_ends_nothing() -> None:
    told = json.loads(ask("status", "UKR", "apmbc", "--on", "2025-12-31", "--json").out)
    assert told["standing"] == "party"
    assert told["contested"]


def test_an_effect_with_its_reasons() -> None:
    words = ("effect", "apmbc", "withdrawal", "2025-07-10", "--for", "Finland")
    told = json.loads(ask(*words, "--json").out)
    assert (told["act"], told["effect"]) == ("withdrawal-notice", "2026-01-10")
    assert told["undetermined"] is None
    assert "10 January 2026" in ask(*words).out


def test_an_effect_that_stays_open_says_why() -> None:
    words = ("effect", "apmbc", "withdrawal", "2025-07-18", "--for", "Ukraine")
    told = json.loads(ask(*words, "--json").out)
    assert told["effect"] is None
    assert told["not_before"] == "2026-01-18"
    assert told["not_after"] is None
    assert "conflict" in told["undetermined"]


def test_a_table_of_acts_is_answered_row_by_row(tmp_path: Path) -> None:
    rows = tmp_path / "rows.csv"
    rows.write_text(
        "treaty,participant,act,date,source,effect\n"
        "ccm,LTU,withdrawal,2024-09-06,a newspaper,2025-03-06\n"
        "apmbc,,WITHDRAWAL_NOTICE,2025-06-27,,\n",
        encoding="utf-8",
    )
    told = [
        json.loads(line)
        for line in ask("effect", "--from", str(rows), "--json").out.split("\n")
        if line
    ]
    assert [row["effect"] for row in told] == ["2025-03-06", "2025-12-27"]
    assert told[0]["source"] == "a newspaper"
    assert told[0]["given_effect"] == "2025-03-06"
    assert told[0]["act"] == "withdrawal"
    assert all(row["reasons"] for row in told)
    assert "2025-12-27" in ask("effect", "--from", str(rows)).out


def test_a_check_as_json_is_tied_to_the_text(report: Path) -> None:
    told = json.loads(ask("check", str(report), "--published", "2025-04-04", "--json").out)
    assert (told["report"], told["published"]) == ("left.txt", "2025-04-04")
    (claim,) = told["claims"]
    assert LEFT[claim["start"] : claim["end"]] == claim["quote"]
    assert claim["verdict"] == "premature"
    assert claim["participants"] == ["FIN"]
    assert claim["basis"]


def test_a_check_in_words(report: Path) -> None:
    told = ask("check", str(report), "--published", "2025-04-04").out
    assert "premature" in told
    assert "Finland has left the Ottawa" in told


def test_a_check_in_a_form_to_take_away(report: Path) -> None:
    words = ("check", str(report), "--published", "2025-04-04", "--format")
    assert "Finland has left the Ottawa" in ask(*words, "markdown").out
    (review,) = json.loads(ask(*words, "claim-review").out)["@graph"]
    assert review["reviewRating"]["alternateName"] == "Premature"
    annotations = json.loads(ask(*words, "web-annotation").out)
    selectors = annotations["first"]["items"][0]["target"]["selector"]
    places = [(one["start"], one["end"]) for one in selectors if "start" in one]
    assert [LEFT[start:end] for start, end in places] == ["Finland has left the Ottawa Convention"]
    refused = ask(*words, "markdown", "--json")
    assert refused.code == 2
    assert "not both" in refused.err


def test_a_folder_is_checked_with_the_dates_of_its_index() -> None:
    told = [json.loads(line) for line in ask("check", str(SAMPLES), "--json").out.splitlines()]
    assert [t["report"] for t in told] == sorted(path.name for path in SAMPLES.glob("*.txt"))
    dates = dict(
        line.split(",")[:2] for line in (SAMPLES / "index.csv").read_text("utf-8").splitlines()[1:]
    )
    assert {t["report"]: t["published"] for t in told} == dates


def test_a_report_in_a_language_without_words_is_told_and_not_read(tmp_path: Path) -> None:
    (tmp_path / "klingon.txt").write_text("Finland has left the Ottawa Convention.", "utf-8")
    (tmp_path / "english.txt").write_text("Finland has left the Ottawa Convention.", "utf-8")
    index = "report,published,language\nklingon.txt,2025-04-04,tlh\nenglish.txt,2025-04-04,en\n"
    (tmp_path / "index.csv").write_text(index, "utf-8")
    told = ask("check", str(tmp_path), "--json")
    english, klingon = (json.loads(line) for line in told.out.splitlines())
    assert english["claims"]
    assert (klingon["language"], klingon["claims"]) == ("tlh", [])
    assert told.err.count("\n") == 1
    assert 'klingon.txt: there are no words for the language "tlh"' in told.err


def test_the_errors_of_the_samples_are_found() -> None:
    told = [json.loads(line) for line in ask("check", str(SAMPLES), "--json").out.splitlines()]
    wrong = {
        (t["report"], claim["verdict"], claim["stage"])
        for t in told
        for claim in t["claims"]
        if claim["verdict"] in {"contradicted", "premature"}
    }
    assert {
        ("ministers-recommend.txt", "contradicted", "ratifications"),
        ("how-leaving-works.txt", "contradicted", "notice_period"),
        ("finland-is-out.txt", "premature", "effective"),
        ("kyiv-and-the-treaty.txt", "contradicted", "effective"),
    } - wrong == set()


def test_a_brief_is_one_page_that_needs_no_network(report: Path, tmp_path: Path) -> None:
    brief = tmp_path / "brief.html"
    ask("check", str(report), "--published", "2025-04-04", "--brief", str(brief))
    page = brief.read_text(encoding="utf-8")
    assert "Finland has left" in page
    assert "<script" not in page
    assert 'src="http' not in page


def test_claims_are_read_without_a_verdict(report: Path) -> None:
    told = json.loads(ask("read", str(report), "--json").out)
    (claim,) = told["claims"]
    assert (claim["type"], claim["treaty"]) == ("withdrawal", "apmbc")
    assert "verdict" not in claim
    assert "Finland has left" in ask("read", str(report)).out


def test_the_text_of_a_report_is_that_which_offsets_count_in(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_text("Kiitos, hyvää.\n\nFinland left.\n", encoding="utf-8")
    assert ask("text", str(path)).out == "Kiitos, hyvää.\n\nFinland left.\n"
    told = json.loads(ask("text", str(path), "--json").out)
    assert told["text"] == "Kiitos, hyvää.\n\nFinland left.\n"
    assert len(told["sha256"]) == 64


def test_the_demo_leaves_a_brief(tmp_path: Path) -> None:
    told = ask("demo", folder=tmp_path)
    assert (told.code, told.err) == (0, "")
    assert "contradicted" in told.out
    assert [path.name for path in tmp_path.iterdir()] == ["brief.html"]


def test_a_score_of_one_annotated_claim(report: Path, tmp_path: Path) -> None:
    gold = tmp_path / "gold.jsonl"
    claim = {
        "report": report.name,
        "type": "withdrawal",
        "quote": LEFT[:-1],
        "start": 0,
        "end": len(LEFT) - 1,
        "treaty": "apmbc",
        "participants": ["FIN"],
        "stage": "effective",
        "value": None,
        "verdict": "premature",
    }
    gold.write_text(json.dumps(claim) + "\n", encoding="utf-8")
    index = tmp_path / "index.csv"
    index.write_text(f"report,published,language\n{report.name},2025-04-04,en\n", encoding="utf-8")
    told = json.loads(ask("score", str(gold), str(tmp_path), "--json").out)
    assert told["by_type"]["withdrawal"]["strict"]["f1"] == 1.0
    assert told["verdict_accuracy"] == 1.0
    assert "withdrawal" in ask("score", str(gold), str(tmp_path)).out


def test_a_score_against_what_is_no_gold(tmp_path: Path) -> None:
    told = ask("score", str(tmp_path / "nothing.jsonl"), str(tmp_path))
    assert told.code == 2
    assert "nothing.jsonl" in told.err


def test_what_the_record_holds() -> None:
    treaties = json.loads(ask("treaties", "--json").out)
    assert {"apmbc", "ccm", "att"} <= {treaty["id"] for treaty in treaties}
    npt = next(treaty for treaty in treaties if treaty["id"] == "npt")
    read = {clause for one in npt["compared_with_text"] for clause in one["clauses"]}
    assert {"withdrawal", "duration"} <= read
    assert not read & {*npt["not_compared"]}
    people = json.loads(ask("participants", "--json").out)
    assert {"FIN", "EUE"} <= {participant["id"] for participant in people}


def test_the_packaged_record_holds_together() -> None:
    told = ask("lint")
    assert (told.code, told.out, told.err) == (0, "The record holds together.\n", "")


def test_a_record_of_ones_own_is_used_instead(tmp_path: Path) -> None:
    own = tmp_path / "record"
    shutil.copytree(PACKAGED_RECORD, own)
    acts = own / "acts" / "apmbc.csv"
    kept = [
        line
        for line in acts.read_text(encoding="utf-8").splitlines(keepends=True)
        if not line.startswith("FIN,withdrawal-notice")
    ]
    acts.write_text("".join(kept), encoding="utf-8")
    words = ("status", "FIN", "apmbc", "--on", "2025-12-31", "--json")
    assert json.loads(ask("--record", str(own), *words).out)["standing"] == "party"
    assert json.loads(ask(*words).out)["standing"] == "party-under-notice"


PAGE = Path(__file__).resolve().parents[1] / "fixtures" / "untc" / "cluster-munitions-small.html"


def test_a_saved_page_is_read_into_acts(tmp_path: Path) -> None:
    words = ("import", "untc", str(PAGE), "--retrieved", "2026-02-03")
    told = json.loads(ask(*words, "--out", str(tmp_path), "--json").out)
    assert told["treaty"] == "ccm"
    assert told["acts"]
    assert told["written"] == str(tmp_path / "ccm.csv")
    assert (tmp_path / "ccm.csv").read_text("utf-8").count("\n") == 1 + len(told["acts"])
    in_words = ask(*words).out
    assert f"{len(told['acts'])} acts" in in_words
    assert all(difference["words"] in in_words for difference in told["differences"])


def test_a_page_that_is_none_leaves_nothing_behind(tmp_path: Path) -> None:
    page, out = tmp_path / "page.html", tmp_path / "out"
    page.write_text("<html><p>Not found</p></html>", encoding="utf-8")
    words = ("import", "untc", str(PAGE), str(page), "--retrieved", "2026-02-03")
    told = ask(*words, "--out", str(out))
    assert told.code == 2
    assert "page.html" in told.err
    assert not out.exists()


def test_who_watches_sees_how_far_it_has_come() -> None:
    assert "checking" in ask_in_a_terminal("check", str(SAMPLES))
    assert "checking" not in ask("check", str(SAMPLES)).err
