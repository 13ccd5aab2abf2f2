"""Stretches of a text: covered characters, whatever the spans that cover them."""

from hypothesis import given
from hypothesis import strategies as st

from treatywatch.reading.vocabulary.in_order import Meeting, Stretches
from treatywatch.reading.vocabulary.spans import DurationMention

OFFSETS = st.integers(0, 30)
SPANS = st.lists(st.tuples(OFFSETS, OFFSETS), max_size=8)


@given(SPANS, OFFSETS)
def test_a_character_is_covered_when_some_span_has_it(
    spans: list[tuple[int, int]], offset: int
) -> None:
    assert Stretches(spans).cover(offset) == any(low <= offset < high for low, high in spans)


@given(SPANS, OFFSETS, OFFSETS)
def test_two_stretches_meet_when_they_share_a_character(
    spans: list[tuple[int, int]], start: int, end: int
) -> None:
    shared = any(set(range(low, high)) & set(range(start, end)) for low, high in spans)
    assert Stretches(spans).meet(start, end) == shared


@given(SPANS, OFFSETS, OFFSETS)
def test_the_spans_that_meet_a_stretch_are_those_that_share_a_character(
    spans: list[tuple[int, int]], start: int, end: int
) -> None:
    told = [DurationMention(low, high, 1, 1, "days") for low, high in spans if low < high]
    start, end = min(start, end), max(start, end) + 1
    meeting = Meeting(told).meeting(start, end)
    sharing = [one for one in told if max(one.start, start) < min(one.end, end)]
    assert sorted(meeting, key=repr) == sorted(sharing, key=repr)
    assert meeting == sorted(meeting, key=lambda one: one.start)
