"""Writes the timelines of every participant to one JSON file a treaty.

    python -m tests.snapshots.renew            # the treaties that have a snapshot
    python -m tests.snapshots.renew npt cwc    # these treaties too

A change of a rule or of the record then shows as a difference of dates, a line a participant. Look
at each before committing it: a snapshot is renewed because the law or a fact says so, never to make
a test pass.
"""

import json
import sys
from pathlib import Path

from treatywatch.ledger.ledger import Ledger
from treatywatch.ledger.load import load_ledger
from treatywatch.status.answers import Spell
from treatywatch.status.entry import entry_into_force
from treatywatch.status.timeline import timeline

HERE = Path(__file__).parent


def taken(ledger: Ledger, treaty: str) -> str:
    """The snapshot of one treaty: its entry into force, then each participant's spells."""
    lines = [f' "in force": {json.dumps(str(entry_into_force(ledger, treaty).when))}']
    for participant in sorted({act.participant for act in ledger.acts[treaty]}):
        spells = [written(spell) for spell in timeline(ledger, participant, treaty).spells]
        lines.append(f" {json.dumps(participant)}: {json.dumps(spells)}")
    return "{\n" + ",\n".join(lines) + "\n}\n"


def written(spell: Spell) -> str:
    """One spell: "2025-07-10 party-under-notice"; with a mark where it is contested."""
    mark = " contested" if spell.contested else ""
    return f"{spell.since or 'always'} {spell.standing}{mark}"


def main() -> None:
    """Renew the snapshots."""
    ledger = load_ledger()
    for treaty in sorted({path.stem for path in HERE.glob("*.json")} | set(sys.argv[1:])):
        text = taken(ledger, ledger.treaty(treaty).id)
        (HERE / f"{treaty}.json").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
