"""What is worked out once is not worked out again, and never mixes what was known when."""

import gc
import weakref
from datetime import date

from tests.unit.status.told import told_act, told_ledger
from treatywatch.law.terms import Standing
from treatywatch.ledger.ledger import Ledger
from treatywatch.status.docket import docket
from treatywatch.status.timeline import status, timeline


def ledger() -> Ledger:
    acts = ["AAA ratification 2001-01-01", "BBB accession 2003-06-01 learned 2003-07-01"]
    return told_ledger({"armistice": [told_act("armistice", line) for line in acts]})


def test_a_docket_is_made_once_for_each_day_of_knowledge() -> None:
    known = ledger()
    assert docket(known, "armistice") is docket(known, "Armistice Convention")
    assert docket(known, "armistice") is not docket(known, "armistice", date(2003, 6, 30))
    assert docket(known, "armistice") is not docket(ledger(), "armistice")


def test_a_ledger_of_an_earlier_day_never_learns_more() -> None:
    earlier = ledger().as_known_on(date(2003, 6, 30))
    found = timeline(earlier, "BBB", "armistice", as_known_on=date(2010, 1, 1))
    assert found.as_known_on == date(2003, 6, 30)
    assert found.on(date(2005, 1, 1)).standing is Standing.THIRD_STATE


def test_names_serve_as_well_as_ids() -> None:
    found = status(ledger(), "bbb", "armistice convention", date(2004, 1, 1))
    assert (found.participant, found.treaty) == ("BBB", "armistice")
    assert found.spell.standing is Standing.PARTY


def test_dockets_die_with_their_ledger() -> None:
    known = ledger()
    timeline(known, "AAA", "armistice")
    gone = weakref.ref(known)
    del known
    gc.collect()
    assert gone() is None
