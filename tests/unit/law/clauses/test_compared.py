"""A clause counts as compared with the text only where the file has it and names the text."""

from dataclasses import replace
from datetime import date

from tests.unit.status.told import imaginary
from treatywatch.law.clauses.compared import comparable, compared, not_compared
from treatywatch.law.treaty import Comparable, TextComparison

READ = TextComparison((Comparable.WITHDRAWAL,), "lighthouse-text", date(2026, 11, 28))


def test_what_was_read_and_what_was_not_make_up_all_that_can_be() -> None:
    treaty = replace(imaginary("lighthouse"), compared_with_text=(READ,))
    assert compared(treaty) == (Comparable.WITHDRAWAL,)
    assert {*compared(treaty), *not_compared(treaty)} == {*comparable(treaty)}
    assert Comparable.WITHDRAWAL not in not_compared(treaty)


def test_a_file_that_tells_of_no_comparison_has_all_before_it() -> None:
    treaty = imaginary("lighthouse")
    assert compared(treaty) == ()
    assert not_compared(treaty) == comparable(treaty)
    assert Comparable.OF_THE_TREATY in comparable(treaty)
