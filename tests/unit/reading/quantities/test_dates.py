"""What dates in a report mean."""

import pytest

from treatywatch.law.calendar import PartialDate
from treatywatch.reading.quantities.dateline import find_publication_date
from treatywatch.reading.quantities.dates import find_dates
from treatywatch.reading.vocabulary.words import load_words

SATURDAY = "2025-07-12"


def _read(text: str, published: str | None = SATURDAY) -> list[tuple[str, str]]:
    day = PartialDate.parse(published) if published else None
    found = find_dates(text, load_words("en"), day)
    return [
        (
            text[one.start : one.end],
            str(one.first) if one.first == one.last else f"{one.first}/{one.last}",
        )
        for one in found
    ]


@pytest.mark.parametrize(
    ("text", "words", "date"),
    [
        ("on 18 March 2025 it", "18 March 2025", "2025-03-18"),
        ("on March 18, 2025, the", "March 18, 2025", "2025-03-18"),
        ("on the 3rd of December 1997", "the 3rd of December 1997", "1997-12-03"),
        ("on 18. 03. 2025 it", "18. 03. 2025", "2025-03-18"),
        ("dated 2025-03-18.", "2025-03-18", "2025-03-18"),
        ("on 25/03/2025", "25/03/2025", "2025-03-25"),
        ("on 03/04/2025", "03/04/2025", "2025"),
        ("as at 03-02-2026 it", "03-02-2026", "2026-02-03"),
        ("in January 2026", "January 2026", "2026-01"),
        ("the 1997 treaty", "1997", "1997"),
        ("in the late 1990s", "the late 1990s", "1997/1999"),
        ("early 2024", "early 2024", "2024-01/2024-04"),
        ("from 1997-2003", "1997-2003", "1997/2003"),
        ("announced on April 1", "April 1", "2025-04-01"),
        ("will leave on April 1", "April 1", "2026-04-01"),
        ("pulled out, effective July 20", "July 20", "2025-07-20"),
        ("pulled out, effective April 1", "April 1", "2025-04-01"),
        ("on Saturday, January 10", "Saturday, January 10", "2026-01-10"),
        ("said on Friday", "Friday", "2025-07-11"),
        ("said on Saturday", "Saturday", "2025-07-12"),
        ("Wednesday's vote", "Wednesday", "2025-07-09"),
        ("the vote will be on Tuesday", "Tuesday", "2025-07-15"),
        ("next Monday", "next Monday", "2025-07-14"),
        ("last year it", "last year", "2024"),
        ("next year", "next year", "2026"),
        ("earlier this year", "earlier this year", "2025/2025-07-12"),
        ("last week", "last week", "2025-06-30/2025-07-06"),
        ("yesterday", "yesterday", "2025-07-11"),
        ("last April", "last April", "2025-04"),
        ("three years ago", "three years ago", "2022"),
        ("two decades ago", "two decades ago", "2005"),
        ("fifty years ago today it", "fifty years ago today", "1975-07-12"),
        ("ten years ago this week", "ten years ago this week", "2015-07-07/2015-07-13"),
        ("half a century ago today it", "half a century ago today", "1975-07-12"),
        ("a quarter of a century ago", "a quarter of a century ago", "2000"),
        ("a year ago this month", "a year ago this month", "2024-07"),
        ("December 3 last year", "December 3 last year", "2024-12-03"),
        ("SEPT 17: it voted", "SEPT 17", "2024-09-17"),
        ("on Dec. 4 it signed", "Dec. 4", "2024-12-04"),
    ],
)
def test_one_date(text: str, words: str, date: str) -> None:
    assert _read(text) == [(words, date)]


@pytest.mark.parametrize(
    "text",
    [
        "This may extend north. May Egypt join!",
        "They march on. The second phase is over.",
        "over 2000 mines and 1,997 men",
        "Resolution 1887 of the Council",
        "on 30 February 2025",
        "in the past two years",
        "Article 20 and page 12",
        "at 16:08 for 25,000 people",
    ],
)
def test_what_only_looks_like_a_date(text: str) -> None:
    assert _read(text) == []


def test_without_a_date_of_the_report_only_full_dates_are_read() -> None:
    assert _read("On Friday, 1 April and in 1997, last year", None) == [("1997", "1997")]


def test_the_same_year_is_the_one_named_last() -> None:
    found = _read("In March 2024 it declared; in July of the same year it left.")
    assert found[1] == ("July of the same year", "2024-07")


def test_a_day_named_before_is_the_same_day_again() -> None:
    found = _read("On February 20 Poland will leave. We quit on 20 February, he said.")
    assert {date for _, date in found} == {"2026-02-20"}


def test_a_report_dated_by_its_month_has_no_yesterday() -> None:
    assert _read("yesterday and on Friday, last month", "2025-04") == [("last month", "2025-03")]


@pytest.mark.parametrize(
    ("text", "modifier"),
    [
        ("by 2027", "until"),
        ("since July 2012", "since"),
        ("from the 1997 treaty", "at"),
        ("before 1 March 1999", "before"),
        ("in 1999", "at"),
    ],
)
def test_how_a_date_is_meant(text: str, modifier: str) -> None:
    (found,) = find_dates(text, load_words("en"), None)
    assert found.modifier.value == modifier


@pytest.mark.parametrize(
    ("text", "date"),
    [
        (
            "A headline\n\n 18. 03. 2025      Category: Defence\n\nOn 1 May 2020 it left.",
            "2025-03-18",
        ),
        ("A headline\n\nMar 27, 2025 3 min read\n\nText of 1 May 2020.", "2025-03-27"),
        ("RIGA, 3 March 2020 - The Saeima voted.", "2020-03-03"),
        ("A headline\n\nPublished: 4 May 2021 | Author: N. N.", "2021-05-04"),
        ("Morning report\n\nAired January 29, 2015 - 07:40 ET\n\nMali joined.", "2015-01-29"),
        ("16 January 2026 16:08\n\nPoland leaves.", "2026-01-16"),
        ("The treaty was signed on 3 December 1997 in Ottawa by 122 States.", None),
        ("UNITED NATIONS, SEPT 17: With a 40th ratification", None),
        ("A fact sheet\nUpdated: September 2025\n\nIn force since 1 August 2010.", "2025-09"),
        ("The Quarterly\nMay 2024\nStates leave treaties by letter.", "2024-05"),
        ("A fact sheet\n\n- In force since: 1 August 2010\n- Parties: 111", None),
        (
            "Status as at 1 August 2023\n\nState | Signed | In force\nMali | 3 May 2010 | |",
            "2023-08-01",
        ),
        ("State | Signed | In force\nMali | 3 May 2010 | |\nChad | 4 May 2010 | |", None),
        ("Course reader, published 4 April 2024\n\nMali joined.", "2024-04-04"),
        ("The ban, released on 4 April 2024, is read by many. Mali joined.", None),
        ("Wire | World | 3 May 2010\n\nMali joined the convention.", "2010-05-03"),
        ("Statelessness, both of which it acceded to on\n13 December 1973. Nauru acceded in", None),
        ("Legal Alliance for Tobacco Control, a fact sheet\n9 October 2023\n\nMali.", "2023-10-09"),
        ("13. Kyoto Protocol - Canada (15 December 2012).\n14. Others", None),
        ("_Posted 6 February 2026 by the editors_\n\nMali joined.", "2026-02-06"),
        ("Core document\n[Date received: 6 May 2024]\n\nMali joined in 2011.", "2024-05-06"),
    ],
)
def test_the_day_of_publication(text: str, date: str | None) -> None:
    found = find_publication_date(text, load_words("en"))
    assert (str(found) if found else None) == date


@pytest.mark.parametrize(
    "text",
    [
        "Cluster munitions\n\nState     Signed     Joined\nAndorra              9 Apr 2013",
        "Mines\n\nSigned | Joined\n\n3 Dec 1997 | 9 Apr 1998\n\n4 Dec 1997 | 9 Apr 1999",
        "Rome Statute\n\nParties    125\nAdopted    17 July 1998\nIn force   1 July 2002",
    ],
)
def test_a_day_in_a_table_is_not_that_of_the_report(text: str) -> None:
    assert find_publication_date(text, load_words("en")) is None


@pytest.mark.parametrize(
    ("published", "text", "dates"),
    [
        (
            "2025-12-27",
            "They ceased to be parties on Saturday. Finland is next, on 10 January.",
            ["2025-12-27", "2026-01-10"],
        ),
        ("2025-12-28", "The Baltic states left the convention on 27 December.", ["2025-12-27"]),
        (
            "2014-09-26",
            "It will become binding on Christmas Eve, after eight states handed in their "
            "ratifications at the United Nations on Thursday.",
            ["2014-12-24", "2014-09-25"],
        ),
        (
            "2014-09-26",
            "The treaty enters into force ninety days after the fiftieth deposit, on 24 December.",
            ["2014-12-24"],
        ),
        (
            "2025-07-20",
            "Estonia's exit, notified at the end of June, will take effect in December.",
            ["2025-06", "2025-12"],
        ),
        ("2025-08-23", "Poland's exit, the last of five, is set for February.", ["2026-02"]),
        ("2025-08-22", "The Baltic states follow at the end of February.", ["2026-02"]),
        ("2003-01-11", "The exit cannot be complete before April.", ["2003-04"]),
        (
            "2025-06-20",
            "The law takes effect on 1 March, six months after parliament passed it on 2 June.",
            ["2026-03-01", "2025-06-02"],
        ),
        (
            "2025-01-10",
            "Lithuania, which deposited its notice on 6 September, leaves on 6 March.",
            ["2024-09-06", "2025-03-06"],
        ),
        ("2023-07-10", "On Friday the White House confirmed that it will send.", ["2023-07-07"]),
    ],
)
def test_the_nearest_word_of_tense_tells_where_a_date_points(
    published: str, text: str, dates: list[str]
) -> None:
    assert [date for _, date in _read(text, published)] == dates


def test_a_day_takes_the_year_of_the_one_that_it_is_joined_to() -> None:
    assert [date for _, date in _read("On 18 March and 1 April 2024 ministers met.")] == [
        "2024-03-18",
        "2024-04-01",
    ]


def test_a_full_stop_is_no_part_of_a_date() -> None:
    assert _read("It left on 27 December.", "2025-12-28") == [("27 December", "2025-12-27")]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Amber News Agency, 2025\n\nTALLINN, Dec 27 (Amber) -- The three", "2025-12-27"),
        ("Harbour News - 2010 edition\nTuesday, 16 February\n\nTwo small", "2010-02-16"),
        ("OTTAWA, Dec 5 (Wire) - The last delegations left in 1997 or so", None),
        ("The treaty of 1997\n\nOTTAWA, Dec 5 (Wire) - The last left", None),
    ],
)
def test_a_date_line_without_a_year_takes_it_from_the_masthead(text: str, date: str | None) -> None:
    found = find_publication_date(text, load_words("en"))
    assert (str(found) if found else None) == date


@pytest.mark.parametrize(
    ("language", "text", "date"),
    [
        ("ru", "МОСКВА, 3 ноября 2023 — Президент подписал закон об отзыве.", "2023-11-03"),
        ("uk", "Київ, 30 червня 2025 року. Президент підписав указ.", "2025-06-30"),
        ("es", "Managua, 8 may. 2025 (Agencia).- Nicaragua anunció su salida.", "2025-05-08"),
        ("fr", "GENÈVE, 12 févr. 2020 - La Suisse reste partie.", "2020-02-12"),
        ("ru", "В Москве, 3 ноября 2023 года, президент подписал закон.", None),
    ],
)
def test_the_day_of_publication_in_any_letters(language: str, text: str, date: str | None) -> None:
    found = find_publication_date(text, load_words(language))
    assert (str(found) if found else None) == date


@pytest.mark.parametrize(
    ("text", "date"),
    [
        (
            "CONVENTION ON CLUSTER MUNITIONS\nDUBLIN, 30 MAY 2008\n\nVANUATU: ACCESSION\n\n"
            "The above action was effected on 5 September 2025.\n\n8 September 2025\n",
            "2025-09-08",
        ),
        (
            "Convention on Cluster Munitions\nDublin, 30 May 2008\n\nParticipant\tAccession\n"
            "Fiji\t28 May 2010\nNauru\t4 Feb 2013\nCuba\t6 Apr 2016\nVanuatu\t5 Sep 2025\n",
            None,
        ),
        (
            "Russia extends New START\nMoscow, 3 February 2021\n\nIt lasts until 5 February 2026.",
            "2021-02-03",
        ),
    ],
)
def test_where_and_when_a_treaty_was_made_dates_no_paper_on_it(text: str, date: str | None) -> None:
    found = find_publication_date(text, load_words())
    assert (str(found) if found else None) == date


def test_days_in_figures_are_read_in_the_order_that_all_of_them_allow() -> None:
    text = "Signed 06/09/2024; ratified 22/05/2025; left 03/04/2026."
    found = find_dates(text, load_words("en"), None)
    assert [str(one.first) for one in found] == ["2024-09-06", "2025-05-22", "2026-04-03"]


def test_a_status_page_is_of_the_day_that_it_was_printed_on() -> None:
    text = "STATUS AS AT : 03-02-2026 10:16:18 EDT\n\nDublin, 30 May 2008\n\nEntry into force: 2010"
    assert str(find_publication_date(text, load_words("en"))) == "2026-02-03"


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("Vanuatu acceded to the convention (5 September 2025)", None),
        ("Harbour News (5 September 2025)", "2025-09-05"),
    ],
)
def test_a_day_in_brackets_behind_what_was_done_is_not_that_of_the_report(
    line: str, date: str | None
) -> None:
    found = find_publication_date(f"{line}\nFinland left as well", load_words("en"))
    assert (str(found) if found else None) == date
