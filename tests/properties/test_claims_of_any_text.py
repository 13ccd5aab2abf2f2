"""What holds of the claims of any text, however it is put together."""

from random import Random

from bench.fuzz import text_of
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.unit.reading.the_record import claims, lexicon
from treatywatch.reading.markup.marks import without_marks
from treatywatch.reading.read import may_name_a_treaty, understand
from treatywatch.reading.vocabulary.fold import fold
from treatywatch.reading.vocabulary.words_acts import load_act_words
from treatywatch.reports.open import report_from_text

_NAMES = [
    "the Ottawa Convention",
    "the treaty",
    "the NPT",
    "the Arms Trade Treaty",
    "Finland",
    "Russia's",
    "the Baltic states",
    "Washington",
    "five countries",
    "133 nations",
    "in 1997",
    "six months",
    "İstanbul",
]
_MARKS = [",", ".", " – ", "; ", ", which", " that ", "“", "”", "(", ")", "\n\n", "\u00a0", "?"]
_WORDS = st.sampled_from(sorted(load_act_words("en").cues))
_PIECES = st.one_of(st.sampled_from(_NAMES), st.sampled_from(_MARKS), _WORDS, st.text(max_size=6))
_MARKUP = st.sampled_from(
    (
        *("*", "**", "***", "_", "__", "~~", "`", "[", "]", "[[", "]]", "](a_(b).org)", "][1]"),
        *(
            "[^1]",
            "[[Oslo|",
            "'''",
            "{{nowrap|",
            "}}",
            "<ref>a</ref>",
            "<!--a-->",
            "<br>",
            "<https://a.org/",
            ">",
            "\n# ",
            "\n[1]: /a\n",
            "![",
            "&",
            "",
        ),
    )
)
_MARKED_NAMES = st.lists(
    st.tuples(
        st.sampled_from(
            ["the", "Mine", "Ban", "Convention", "on", "Cluster", "Munitions", "Treaty"]
        ),
        _MARKUP,
    )
)
_TEXTS = st.lists(_PIECES, min_size=1, max_size=40).map(" ".join).filter(str.strip)


@settings(max_examples=150)
@given(_TEXTS)
def test_every_claim_quotes_its_words_and_names_what_the_record_holds(text: str) -> None:
    known = lexicon()
    for claim in claims(text):
        assert text[claim.start : claim.end] == claim.quote
        assert claim.start < claim.end
        assert claim.treaty is None or claim.treaty in known.treaties
        assert set(claim.participants) <= set(known.participants)


@settings(max_examples=60)
@given(_TEXTS)
def test_order_and_repetition_do_not_depend_on_the_day(text: str) -> None:
    found = claims(text)
    assert found == claims(text)
    assert [c.start for c in found] == sorted(c.start for c in found)


@settings(max_examples=60)
@given(st.text(max_size=300).filter(str.strip))
def test_found_forms_are_whole_and_in_order(text: str) -> None:
    folded, known = fold(text), lexicon()
    found = known.find(folded)
    for one in found:
        words, names = folded[one.start : one.end], known.names[one.form]
        assert names or known.cues[one.form] == known.acts.cues[words]
        written = {" ".join(fold(name.written).split()) for name in names}
        assert {form.replace("-", " ") for form in written} <= {words.replace("-", " ")}
    assert [f.start for f in found] == sorted(f.start for f in found)


@settings(max_examples=150)
@given(_TEXTS | st.integers(0, 10**9).map(lambda seed: text_of(Random(seed))).filter(str.strip))
def test_the_quick_pass_leaves_out_no_text_that_names_a_treaty(text: str) -> None:
    report = report_from_text(text, "text")
    folded = fold(report.text)
    context, _ = understand(report, folded, lexicon())
    assert lexicon().may_name_a_treaty(folded) or not context.treaties


@settings(max_examples=400)
@given(_MARKED_NAMES)
def test_no_treaty_named_between_marks_is_passed_over(pieces: list[tuple[str, str]]) -> None:
    text = "".join(f"{mark}{word}{mark} " for word, mark in pieces)
    bare = without_marks(text)
    if bare is not None and lexicon().may_name_a_treaty(fold(bare.text)):
        assert may_name_a_treaty(text, lexicon())


@settings(max_examples=400)
@given(st.lists(_MARKUP, min_size=4, max_size=4))
def test_any_mark_between_the_words_of_a_name_leaves_it_one(marks: list[str]) -> None:
    first, second, third, fourth = marks
    text = f"Latvia left the {first}Mine{second} {third}Ban{fourth} Treaty."
    bare = without_marks(text)
    if bare is not None and lexicon().may_name_a_treaty(fold(bare.text)):
        assert may_name_a_treaty(text, lexicon())
