"""Laws of the reader's ground floor on any text: offsets stay true, nothing crashes."""

from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from treatywatch.law.calendar import PartialDate
from treatywatch.reading.quantities.dateline import find_publication_date
from treatywatch.reading.quantities.dates import find_dates
from treatywatch.reading.quantities.durations import find_durations
from treatywatch.reading.quantities.numbers import find_numbers
from treatywatch.reading.speaking.speech import find_speech
from treatywatch.reading.text.passages import split_passages
from treatywatch.reading.vocabulary.fold import fold
from treatywatch.reading.vocabulary.words import load_words

PIECES = (
    "Finland said it left. “We",
    " left,” he said",
    '"',
    "'",
    "\n\n",
    " \xa0",
    "1,550",
    "12 to",
    "of the 193",
    "18. 03. 2025",
    "May 2",
    "31 February 2024",
    "last year",
    "early 1990s",
    "six months",
    "half a",
    "%",
    "U.S. ",
    "• ",
    "İ",
    "hundreds of thousands",
    "according to ",
    ", ",
    ".",
    "9999999999999999999999",
)
TEXTS = st.one_of(
    st.text(max_size=200), st.lists(st.sampled_from(PIECES), max_size=40).map("".join)
)
DAYS = st.one_of(
    st.none(),
    st.dates().map(PartialDate.of),
    st.builds(PartialDate, st.integers(1, 9999), st.one_of(st.none(), st.integers(1, 12))),
)


@given(st.text())
def test_folding_keeps_the_length(text: str) -> None:
    assert len(fold(text)) == len(text)


@given(TEXTS)
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(TEXTS)
def test_passages_lie_in_the_text_in_order_and_hold_all_its_letters(text: str) -> None:
    found = split_passages(text, load_words("en"))
    at = 0
    for passage in found:
        assert at <= passage.start < passage.end <= len(text)
        assert text[passage.start : passage.end] == text[passage.start : passage.end].strip()
        at = passage.end
    assert all(one.paragraph <= other.paragraph for one, other in pairwise(found))


@given(TEXTS, DAYS)
def test_dates_are_disjoint_and_begin_before_they_end(text: str, day: PartialDate | None) -> None:
    at = 0
    for mention in find_dates(text, load_words("en"), day):
        assert at <= mention.start < mention.end <= len(text)
        assert mention.first.first() <= mention.last.last()
        at = mention.end


@given(TEXTS)
def test_numbers_and_spans_of_time_are_disjoint_and_ordered(text: str) -> None:
    words = load_words("en")
    for found in (find_numbers(text, words), find_durations(text, words)):
        at = 0
        for mention in found:
            assert at <= mention.start < mention.end <= len(text)
            assert mention.low <= mention.high
            at = mention.end


@given(TEXTS)
def test_speech_lies_in_the_text(text: str) -> None:
    words = load_words("en")
    for one in find_speech(text, split_passages(text, words), words):
        assert 0 <= one.start <= one.end <= len(text)
        assert 0 <= one.whole_start <= one.whole_end <= len(text)
        assert 0 <= one.cue_start <= one.cue_end <= len(text)


@given(TEXTS)
def test_a_publication_date_is_a_day(text: str) -> None:
    found = find_publication_date(text, load_words("en"))
    assert found is None or found.exact() is not None


@given(
    report=st.dates(date(1990, 1, 1), date(2040, 12, 31)),
    told=st.dates(date(1990, 1, 1), date(2040, 12, 31)),
    verb=st.sampled_from(["left", "signed", "had ratified", "gave notice", "handed in its papers"]),
)
def test_a_day_told_in_the_past_lies_in_the_past(report: date, told: date, verb: str) -> None:
    text = f"On {told.day} {told:%B} Finland {verb}."
    for found in find_dates(text, load_words("en"), PartialDate.of(report)):
        assert found.first.first() <= report + timedelta(days=1)


@given(
    report=st.dates(date(1990, 1, 1), date(2040, 12, 31)),
    told=st.dates(date(1990, 1, 1), date(2040, 12, 31)),
)
def test_a_day_told_as_to_come_lies_ahead(report: date, told: date) -> None:
    text = f"Finland will leave on {told.day} {told:%B}."
    for found in find_dates(text, load_words("en"), PartialDate.of(report)):
        assert found.first.last() >= report
