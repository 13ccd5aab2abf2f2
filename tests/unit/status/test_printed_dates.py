"""Every day of effect that a depositary printed equals the day that the clause gives."""

from dataclasses import replace
from datetime import date

import pytest

from treatywatch.law.act import Act
from treatywatch.law.clauses.consent import CONSENT_KINDS
from treatywatch.law.clauses.entry import entry_for
from treatywatch.law.terms import ActKind
from treatywatch.ledger.load import load_ledger
from treatywatch.status.docket import docket
from treatywatch.status.foresight import effect

LEDGER = load_ledger()
THREE = ("apmbc", "ccm", "att")
PRINTED = [
    act
    for treaty in THREE
    for act in LEDGER.acts[treaty]
    if act.effect_printed is not None and act.kind in {*CONSENT_KINDS, ActKind.WITHDRAWAL_NOTICE}
]


def test_the_record_keeps_the_printed_days_of_all_three_treaties() -> None:
    by_treaty = {treaty: sum(act.treaty == treaty for act in PRINTED) for treaty in THREE}
    assert by_treaty == {"apmbc": 44, "ccm": 34, "att": 59}


@pytest.mark.parametrize("act", PRINTED, ids=lambda act: act.id)
def test_the_clause_gives_the_printed_day(act: Act) -> None:
    assert act.effect_printed is not None
    unprinted = replace(act, effect_printed=None)
    if act.kind is ActKind.WITHDRAWAL_NOTICE:
        bare = replace(
            LEDGER,
            acts={
                **LEDGER.acts,
                act.treaty: tuple(unprinted if a is act else a for a in LEDGER.acts[act.treaty]),
            },
        )
        received = act.received_on.first()
        computed = effect(bare, act.treaty, act.kind, received, act.participant).when
    else:
        found = docket(LEDGER, act.treaty)
        computed = entry_for(found.treaty, unprinted, found.start).when
    assert isinstance(computed, date)
    assert computed == act.effect_printed.exact()
