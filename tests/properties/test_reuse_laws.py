"""What holds of the passages that any reports share."""

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.unit.checking.claims import a_report
from treatywatch.checking.comparing.reuse import FEWEST_OWN_WORDS, shared_passages
from treatywatch.checking.comparing.word_runs import SURELY_FOUND, Vocabulary, common_runs

_WORDS = [
    "mine",
    "treaty",
    "leaves",
    "Notice",
    "parliament",
    "says",
    "on",
    "the",
    "İzmir",
    "10",
    "a",
]
_WORD = st.sampled_from(_WORDS)
_GAP = st.sampled_from([" ", ", ", ".\n", " – ", "\u00a0", "” “", "'", " _"])
_PIECE = st.one_of(st.tuples(_WORD, _GAP).map("".join), st.text(max_size=8))
_TEXT = st.lists(_PIECE, max_size=60).map("".join)
_NUMBERS = st.integers(0, 500).map("n{}".format)
_SHARED = st.lists(_NUMBERS, min_size=9, max_size=20, unique=True).map(" ".join)
_TEXTS = st.lists(_TEXT, min_size=2, max_size=5)
_DATES = st.sampled_from([None, "2025", "2025-03", "2025-03-18", "2025-03-19"])


def words_of(text: str) -> list[str]:
    vocabulary = Vocabulary()
    worded = vocabulary.words_of(text)
    names = {number: word for word, number in vocabulary.known.items()}
    return [names[number] for number in worded.numbers]


@settings(max_examples=150)
@given(_TEXTS, st.lists(_DATES, min_size=5, max_size=5))
def test_a_passage_is_the_same_words_in_both_and_has_its_length(
    texts: list[str], dates: list[str | None]
) -> None:
    named = {f"r{number}": text for number, text in enumerate(texts)}
    reports = [
        a_report(text, day, name) for (name, text), day in zip(named.items(), dates, strict=False)
    ]
    for overlap in shared_passages(reports):
        assert 0 <= overlap.share <= 1
        for passage in overlap.passages:
            one, other = (
                words_of(named[place.report][place.start : place.end])
                for place in (passage.one, passage.other)
            )
            assert one == other
            assert len(one) == passage.words >= SURELY_FOUND
            assert (passage.one.report, passage.other.report) == (overlap.one, overlap.other)


@settings(max_examples=150)
@given(_TEXTS)
def test_the_order_of_reports_is_no_matter(texts: list[str]) -> None:
    reports = [a_report(text, None, f"r{number}") for number, text in enumerate(texts)]
    assert shared_passages(reports) == shared_passages(list(reversed(reports)))


@settings(max_examples=150)
@given(_TEXT, _TEXT, _SHARED, _TEXT, _TEXT)
def test_what_is_put_into_two_texts_is_found_again(
    before: str, after: str, shared: str, front: str, back: str
) -> None:
    one, other = f"{before}\n{shared}\n{after}", f"{front}\n{shared}\n{back}"
    vocabulary = Vocabulary()
    texts = [vocabulary.words_of(one), vocabulary.words_of(other)]
    first, last = texts[1].words_in(len(front) + 1, len(front) + 1 + len(shared))
    held = {
        place
        for run in common_runs(texts)
        for place in range(run.other_first, run.other_first + run.length)
    }
    assert held >= set(range(first, last))


@settings(max_examples=100)
@given(_TEXT, _TEXT)
def test_texts_without_a_word_in_common_share_nothing(one: str, other: str) -> None:
    theirs = {word: f"x{number}" for number, word in enumerate(sorted(set(words_of(other))))}
    changed = " ".join(theirs[word] for word in words_of(other))
    if set(theirs.values()) & set(words_of(one)):
        return
    assert shared_passages([a_report(one, None, "a"), a_report(changed, None, "b")]) == ()


@settings(max_examples=60)
@given(st.lists(_WORD, min_size=1, max_size=40, unique=True))
def test_a_report_and_its_copy_share_all_of_it(words: list[str]) -> None:
    text = " ".join(words)
    found = shared_passages([a_report(text, None, "a"), a_report(text, None, "b")])
    long = len(words_of(text)) >= max(SURELY_FOUND, FEWEST_OWN_WORDS)
    assert [(o.share, o.copied) for o in found] == ([(1.0, True)] if long else [])
