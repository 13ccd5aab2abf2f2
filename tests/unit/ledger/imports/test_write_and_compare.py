"""Acts as a file, and a fresh page against the record."""

import random
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path

import pytest

from treatywatch.law.act import Act
from treatywatch.law.calendar import PartialDate
from treatywatch.law.terms import ActKind
from treatywatch.ledger.acts_file import ACT_COLUMNS, act_from
from treatywatch.ledger.imports.compare import compare_with
from treatywatch.ledger.imports.write import acts_as_csv, write_acts
from treatywatch.ledger.table import read_table


def act(participant: str, kind: ActKind, day: str) -> Act:
    on = PartialDate.parse(day)
    return Act("widgets", participant, kind, on, on, on, "page")


NOTICE = replace(
    act("FIN", ActKind.WITHDRAWAL_NOTICE, "2025-07-08"),
    received_on=PartialDate.parse("2025-07-10"),
    learned_on=PartialDate.parse("2025-07-11"),
    effect_printed=PartialDate.parse("2026-01-10"),
    named_date=date(2026, 2, 1),
    note='called "final", signed; sealed',
)
ACTS = (
    act("EST", ActKind.ACCESSION, "2004-05-12"),
    act("FIN", ActKind.ACCESSION, "2012-01-09"),
    NOTICE,
    act("MWI", ActKind.RATIFICATION, "2024-06"),
)


def test_what_is_written_is_read_back_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "acts" / "widgets.csv"
    write_acts(path, ACTS)
    built, faults = read_table(path, path.name, ACT_COLUMNS, partial(act_from, treaty="widgets"))
    assert faults == []
    assert tuple(read for _, read in built) == ACTS


def test_a_day_that_only_repeats_the_one_before_is_left_out() -> None:
    [_, est, *_] = acts_as_csv(ACTS).splitlines()
    assert est == "EST,accession,2004-05-12,,,,,,page,high,"


def test_the_order_of_the_acts_does_not_change_the_file() -> None:
    shuffled = list(ACTS)
    random.Random(7).shuffle(shuffled)
    assert acts_as_csv(shuffled) == acts_as_csv(ACTS)


def test_a_write_that_fails_leaves_the_old_file_and_no_draft(tmp_path: Path) -> None:
    path = tmp_path / "widgets.csv"
    write_acts(path, ACTS[:1])
    before = path.read_bytes()
    unwritable = replace(ACTS[1], note="\ud800")
    with pytest.raises(UnicodeEncodeError):
        write_acts(path, [unwritable])
    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]


def test_the_same_acts_have_no_differences_whatever_their_source_and_note() -> None:
    other = [replace(a, source="elsewhere", note="") for a in reversed(ACTS)]
    assert compare_with(other, ACTS) == ()


def test_a_new_act_and_a_vanished_act_are_told_in_words() -> None:
    fresh = [*ACTS[:2], act("NOR", ActKind.RATIFICATION, "1998-07-09")]
    told = [difference.words for difference in compare_with(fresh, ACTS)]
    assert told == [
        "no longer there: withdrawal-notice by FIN, 8 July 2025",
        "no longer there: ratification by MWI, June 2024",
        "new: ratification by NOR, 9 July 1998",
    ]


def test_a_day_that_changed_is_one_difference() -> None:
    moved = act("EST", ActKind.ACCESSION, "2004-05-13")
    [difference] = compare_with([moved, *ACTS[1:]], ACTS)
    assert difference.kind == "changed"
    assert difference.words == ("changed: accession by EST, 13 May 2004; its day was 12 May 2004")


def test_a_second_notice_is_new_and_leaves_the_first() -> None:
    second = act("FIN", ActKind.WITHDRAWAL_NOTICE, "2030-01-01")
    [difference] = compare_with([*ACTS, second], ACTS)
    assert (difference.kind, difference.act) == ("new", second.id)


def test_an_effect_that_changed_is_told_with_both_days() -> None:
    later = replace(NOTICE, effect_printed=PartialDate.parse("2026-01-11"))
    [difference] = compare_with([*ACTS[:2], later, ACTS[3]], ACTS)
    assert "effect printed was 10 January 2026, now 11 January 2026" in difference.words
