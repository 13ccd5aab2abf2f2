"""What reports have from one another: own texts, rewritten and quoted."""

from tests.unit.checking.claims import a_report
from treatywatch.checking.comparing.reuse import Overlap, shared_passages
from treatywatch.reports.report import Report

WIRE = (
    "The cabinet in Tallin decided on Tuesday to send a bill on leaving the mine treaty to the "
    "assembly, its spokeswoman told journalists after the weekly meeting. The bill gives the "
    "foreign minister leave to notify the depositary in New York once members have voted, which "
    "they are expected to do before midsummer. Officers had asked for the step for two years, "
    "and no party in the chamber has spoken against it so far. Campaigners called the plan "
    "a grave mistake."
)
REWRITTEN = (
    "Ministers in Tallin decided on Tuesday to send a bill on leaving the mine treaty to the "
    "assembly, a spokeswoman told reporters. The bill gives the foreign minister leave to notify "
    "the depositary in New York as soon as members have voted, which they are expected to do "
    "before midsummer. The army had asked for the step for two years. Campaigners were cross."
)
OWN = (
    "Nobody at the border post talks about paragraphs. The sergeant shows us a field where barley "
    "used to grow, and says that his grandfather dug trenches in it. Whether mines belong there "
    "is, for him, a question for people who wear suits and sit far away."
)
SAID = "we shall not sleep badly because a paragraph forbids us to lock our own door"


def shared(*reports: Report) -> tuple[Overlap, ...]:
    return shared_passages(reports)


def test_a_rewritten_report_is_found_as_a_copy_of_the_first() -> None:
    wire, copy = a_report(WIRE, "2025-05-06", "wire"), a_report(REWRITTEN, "2025-05-07", "paper")
    (found,) = shared(copy, wire)
    assert (found.one, found.other, found.first, found.copied) == ("wire", "paper", "wire", True)
    assert found.share > 0.5


def test_every_passage_is_the_same_words_at_its_place_in_both() -> None:
    texts = {"wire": WIRE, "paper": REWRITTEN}
    (found,) = shared(*(a_report(text, None, name) for name, text in texts.items()))
    assert found.passages
    for passage in found.passages:
        for place in (passage.one, passage.other):
            words = texts[place.report][place.start : place.end].replace(",", "").replace(".", "")
            assert len(words.split()) == passage.words
        one, other = (
            texts[place.report][place.start : place.end].lower().replace(",", "")
            for place in (passage.one, passage.other)
        )
        assert one == other


def test_a_report_in_its_own_words_shares_nothing() -> None:
    assert shared(a_report(WIRE, None, "wire"), a_report(OWN, None, "own")) == ()


def test_the_order_in_which_reports_are_given_does_not_matter() -> None:
    reports = [
        a_report(WIRE, "2025-05-06", "wire"),
        a_report(REWRITTEN, "2025-05-06", "paper"),
        a_report(f"{OWN} {WIRE[:200]}", None, "blog"),
    ]
    assert shared(*reports) == shared(*reversed(reports))
    assert len(shared(*reports)) == 3


def test_words_quoted_by_both_make_neither_a_copy() -> None:
    one = a_report(f'The president spoke at length. "{SAID}," she said. {OWN}', None, "one")
    other = a_report(f"At the airport she added: “{SAID}.” Then she flew home.", None, "other")
    (found,) = shared(one, other)
    assert [passage.quoted for passage in found.passages] == [True]
    assert (found.share, found.copied) == (0.0, False)


def test_words_that_only_one_puts_in_quotation_marks_are_taken_from_the_other() -> None:
    one = a_report(f"{SAID.capitalize()}. {OWN}", "2025-01-01", "column")
    other = a_report(f'A columnist wrote that "{SAID}".', "2025-01-02", "reply")
    (found,) = shared(one, other)
    assert [passage.quoted for passage in found.passages] == [False]
    assert found.first == "column"


def test_who_was_first_is_said_only_where_the_dates_tell() -> None:
    def first(one: str | None, other: str | None) -> str | None:
        (found,) = shared(a_report(WIRE, one, "one"), a_report(WIRE, other, "other"))
        return found.first

    assert first("2025-05-06", "2025-05-07") == "one"
    assert first("2025-06", "2025-05-07") == "other"
    assert first("2025-05", "2025-05-07") is None
    assert first("2025-05-06", "2025-05-06") is None
    assert first(None, "2025-05-06") is None


def test_a_paragraph_that_strangers_all_carry_is_nobodys_text() -> None:
    creed = "Our newsroom is paid for by its readers and answers to nobody else than to them alone."
    tails = [
        f"Item {n}: " + " ".join(f"{word}{n}" for word in OWN.split()) + f" {creed}"
        for n in range(6)
    ]
    reports = [a_report(tail, None, f"r{n}") for n, tail in enumerate(tails)]
    assert shared(*reports) == ()
    assert len(shared(*reports[:2])) == 1


def test_a_story_that_many_print_whole_is_still_a_copy() -> None:
    reports = [a_report(f"Page {n}. {WIRE}", None, f"r{n}") for n in range(12)]
    found = shared(*reports)
    assert all(overlap.copied for overlap in found)
    linked = {found[0].one, *(overlap.other for overlap in found)}
    assert linked == {report.name for report in reports}


def test_names_alone_are_no_passage() -> None:
    names = "Estonia Latvia Lithuania Poland Finland Norway Denmark Sweden"
    one, other = f"Leaving are {names} this year", f"On the list stand {names} in that order"
    reports = [a_report(one, None, "one"), a_report(other, None, "other")]

    def named(report: Report) -> list[tuple[int, int]]:
        at = report.text.index(names)
        return [(at, at + len(names))]

    assert len(shared_passages(reports)) == 1
    assert shared_passages(reports, named) == ()
