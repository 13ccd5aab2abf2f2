"""Claims of what somebody says or holds."""

import pytest

from tests.unit.reading.the_record import claims, of_type
from treatywatch.reading.speaking.noun_phrases import ends_in_name

HEAD = "The Ottawa Convention and Finland\n\nThe Ottawa Convention bans landmines.\n\n"


def _quotes(text: str) -> list[tuple[str, str | None]]:
    return [(one.quote, one.speaker) for one in of_type("quote", HEAD + text)]


def test_a_quotation_is_claimed_without_its_marks_and_its_comma() -> None:
    text = '"Without mines we cannot hold our border," General Jane Tamm explained.'
    assert _quotes(text) == [("Without mines we cannot hold our border", "Jane Tamm")]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Campaigners fear that others could follow.", "Campaigners"),
        ("Spain, France and Italy voiced concern about the precedent.", "Spain, France and Italy"),
        ("The ICRC said it deeply regretted the move.", "The ICRC"),
        (
            "Amnesty International called on Finland to reverse its decision.",
            "Amnesty International",
        ),
    ],
)
def test_a_view_without_marks_is_claimed_with_its_speaker(text: str, speaker: str) -> None:
    assert _quotes(text) == [(text.rstrip("."), speaker)]


def test_a_position_is_told_though_the_words_for_it_follow() -> None:
    text = 'The ministers argued for flexibility. "We need every means to defend our own land."'
    assert _quotes(text) == [
        ("The ministers argued for flexibility", "The ministers"),
        ("We need every means to defend our own land.", "The ministers"),
    ]


def test_the_sentences_of_one_quotation_are_one_claim() -> None:
    text = 'Jane Tamm said: "It is a sad day. We must act now. Nobody may wait. So it is."'
    assert [quote for quote, _ in _quotes(text)] == [
        "It is a sad day. We must act now. Nobody may wait. So it is.",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Finland announced that it had notified the United Nations.",
        "Finland said on Friday that it had deposited its notice.",
        "Government officials declined to comment.",
        'The so-called "dragon teeth" were put up along the road.',
        "Greece and Turkey agreed that they would ratify the Ottawa Convention.",
        "The editors disagree with each other about most things.",
    ],
)
def test_the_report_of_an_act_is_no_view(text: str) -> None:
    assert _quotes(text) == []


def test_what_the_report_itself_demands_is_the_authors_view() -> None:
    text = "These allies should follow through on the plans of their ministers."
    assert _quotes(text) == [(text.rstrip("."), "author")]


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Critics warn that leaving undermines the protection of civilians.", "oppose"),
        ("Experts argue that mines are effective, cheap and necessary.", "support"),
        ("Experts argue about the ban in many ways.", None),
    ],
)
def test_the_stance(text: str, stance: str | None) -> None:
    (claim,) = of_type("quote", HEAD + text)
    assert claim.stance == stance


def test_a_report_of_no_treaty_has_no_claims() -> None:
    text = 'The game bans mines. "It is a good day for players," Jane Tamm said. They will buy it.'
    assert claims(text) == []


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The bar association says the decree is void.", "The bar association"),
        ("A farmer near Kherson said his fields were still full of them.", "A farmer near Kherson"),
        ("A listener writes that the pact would take away hunting rifles.", "A listener"),
        ("Kyiv counters that it is fighting for its life.", "Kyiv"),
        ("Amnesty International called the vote a shameful step.", "Amnesty International"),
        ("The Holy See voiced deep regret.", "The Holy See"),
        ("So, argue its defenders, the pact has done its work.", "its defenders"),
        ("In the words of one diplomat, the pact is dead.", "one diplomat"),
    ],
)
def test_what_somebody_says_of_how_things_are_is_a_view(text: str, speaker: str) -> None:
    assert _quotes(text) == [(text.rstrip("."), speaker)]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The ministry said Norway would send Kyiv cluster munitions.", "plan"),
        ("Norway vowed to destroy its stocks by October.", "plan"),
        ("Officials said 157 members voted in favour and 18 against.", "indicator"),
        ("The minister said that 164 states are parties to the Ottawa Convention.", "count"),
    ],
)
def test_what_is_said_and_is_another_claim_is_no_view(text: str, kind: str) -> None:
    assert _quotes(text) == []
    assert of_type(kind, HEAD + text)


@pytest.mark.parametrize(
    "text",
    [
        "The minister said the vote took place at noon.",
        "A spokesman declined to comment.",
        "The letter said that the talks were over.",
        "The conference that was called to Vienna has ended.",
        "The film is described on the poster.",
    ],
)
def test_an_event_or_a_document_is_no_view(text: str) -> None:
    assert _quotes(text) == []


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ('"It is a black day for us all," sighed Maria Lund of Handicap Denmark.', "Maria Lund"),
        ('The association\'s director, Ole Berg: "Nobody asked the victims of it."', "Ole Berg"),
    ],
)
def test_a_speaker_beside_a_quotation_needs_no_known_verb(text: str, speaker: str) -> None:
    assert [who for _, who in _quotes(text)] == [speaker]


def test_a_sentence_broken_over_lines_is_one_view() -> None:
    text = """\
OTTAWA, Dec 5 (Wire) - The last delegations left Canada's capital on
Friday after the ceremony at which 121 governments put their names to
the Ottawa Convention, a worldwide ban on landmines that takes effect
later. A Pentagon spokesman, speaking before the ceremony, said the United
States would go on looking for alternatives at its own pace and that it
had nothing to add.
"""
    (claim,) = of_type("quote", text)
    assert claim.speaker == "A Pentagon spokesman"
    assert "alternatives at its own pace" in claim.quote


def test_marks_alone_are_nobodys_view() -> None:
    head = "Poland left the Ottawa Convention.\n\n"
    told = "It won. Another 1337 have signed but never ratified it."
    text = f"{head}{told} {',' * 33}«{'  –' * 8}"
    assert all(claim.quote for claim in claims(text))


def test_a_part_of_a_list_that_is_only_marks_is_no_name() -> None:
    assert not ends_in_name("’")
    assert ends_in_name("Minister (Berg)")
