"""Answers in words, as a lawyer reads them."""

from dataclasses import replace
from datetime import date

from tests.unit.status.told import told_act, told_conflict, told_ledger
from treatywatch.law.calendar import Interval, Undetermined
from treatywatch.law.terms import ActKind
from treatywatch.ledger.load import load_ledger
from treatywatch.status.counting import count
from treatywatch.status.explain import (
    count_lines,
    effect_lines,
    status_lines,
    timeline_lines,
    when_words,
)
from treatywatch.status.foresight import effect
from treatywatch.status.timeline import status, timeline

LEDGER = told_ledger(
    {
        "armistice": [
            told_act("armistice", "AAA ratification 2001-01-01"),
            told_act("armistice", "AAA withdrawal-notice 2005-01-10 low"),
            told_act("armistice", "BBB ratification 2001-01-01"),
            told_act("armistice", "BBB suspension-notice 2005-01-10"),
        ]
    },
    [told_conflict('AAA "no" 2005-01-01')],
)


def test_a_status_gives_the_standing_then_each_reason_with_its_day_and_article() -> None:
    lines = status_lines(status(LEDGER, "AAA", "armistice", date(2005, 3, 1)), LEDGER)
    assert [(line.when, line.words, line.article) for line in lines] == [
        ("", "AAA is a PARTY UNDER NOTICE to the Armistice Convention on 1 March 2005.", ""),
        ("since 10 January 2005", "notice of withdrawal received by the depositary", "Art. 2"),
        (
            "until 9 July 2005",
            "effect 6 months after receipt: 10 January 2005 + 6 months",
            "Art. 2",
        ),
        ("", "unless in armed conflict on 10 July 2005", "Art. 2"),
        ("", "until then bound by every obligation", "VCLT Art. 26"),
        (
            "",
            "taken for granted: in no armed conflict since 1 January 2005 (source: Nobody)",
            "",
        ),
        ("", "confidence: low, the lowest of the acts it rests on", ""),
        ("", "view taken: the depositary", ""),
    ]


def test_what_is_contested_stands_beside_the_standing() -> None:
    lines = status_lines(status(LEDGER, "BBB", "armistice", date(2005, 3, 1)), LEDGER)
    assert lines[0].words.startswith("BBB is a PARTY to")
    assert lines[-2].when == "contested since 10 January 2005"
    assert lines[-2].article == "VCLT Art. 57"
    assert lines[-1].words == "view taken: the depositary"


def test_a_status_as_known_says_so() -> None:
    answer = status(LEDGER, "AAA", "armistice", date(2005, 3, 1), date(2005, 1, 9))
    lines = status_lines(answer, LEDGER)
    assert lines[0].words.startswith("AAA is a PARTY to")
    assert lines[-1].words == "as known on 9 January 2005"


def test_a_timeline_is_a_line_a_spell() -> None:
    lines = timeline_lines(timeline(LEDGER, "AAA", "armistice"), LEDGER)
    spells = [line for line in lines[1:] if line.when and not line.when.startswith("contested")]
    assert [line.when for line in spells] == [
        "until 31 December 2000",
        "1 January 2001 to 9 January 2005",
        "10 January 2005 to 9 July 2005",
        "since 10 July 2005",
    ]
    assert spells[-1].words.startswith("former party: effect 6 months after receipt")


def test_each_count_carries_its_rule() -> None:
    lines = count_lines(count(LEDGER, "armistice", date(2005, 3, 1)), LEDGER)
    assert lines[0].words == "The Armistice Convention on 1 March 2005"
    by_rule = {line.article: line for line in lines[1:]}
    assert by_rule["under-notice"].when == "1"
    assert "less exits in effect" in by_rule["consent-expressed"].words


def test_an_effect_says_when_and_why() -> None:
    day = date(2005, 1, 10)
    known = effect_lines(effect(LEDGER, "armistice", ActKind.WITHDRAWAL_NOTICE, day, "AAA"), LEDGER)
    assert known[0].words.endswith(
        "withdrawal notice by AAA on 10 January 2005: effect on 10 July 2005"
    )
    said_unknown = replace(LEDGER, conflicts=(told_conflict('BBB "unknown" 2000-01-01'),))
    unknown = effect(said_unknown, "armistice", ActKind.WITHDRAWAL_NOTICE, day, "BBB")
    assert "undetermined: whether it is in armed conflict on 10 July 2005" in str(
        effect_lines(unknown, LEDGER)[0]
    )


def test_a_supposed_notice_takes_peace_for_granted_where_nobody_speaks_of_war() -> None:
    day = date(2005, 1, 10)
    supposed = effect(LEDGER, "armistice", ActKind.WITHDRAWAL_NOTICE, day, "BBB")
    told = "\n".join(map(str, effect_lines(supposed, LEDGER)))
    assert "effect on 10 July 2005" in told
    assert "taken for granted: in no armed conflict then: no source in the record" in told


def test_every_kind_of_moment_has_words() -> None:
    day = date(2005, 7, 10)
    assert when_words(day) == "effect on 10 July 2005"
    assert when_words(Interval(day, None, "war")) == (
        "not before 10 July 2005, with an open end (war)"
    )
    assert when_words(Interval(day, date(2005, 8, 1), "a month")) == (
        "between 10 July 2005 and 1 August 2005 (a month)"
    )
    assert when_words(Undetermined("no word", "a word")) == (
        "undetermined: no word; it would be settled by a word"
    )


def test_a_standing_of_one_day_is_told_with_that_day_alone() -> None:
    ledger = load_ledger()
    told = timeline_lines(timeline(ledger, "PRK", "npt"), ledger)
    assert "on 10 January 2003" in [line.when for line in told]
