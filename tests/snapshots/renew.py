"""Writes the timelines of every participant to one JSON file a treaty.

    python -m tests.snapshots.renew            # every treaty whose acts are held
    python -m tests.snapshots.renew npt cwc    # only these

A change of a rule or of the record then shows as a difference of dates, a line a participant, and
each is printed. Look at each before committing it: a snapshot is renewed because the law or a fact
says so, never to make a test pass.
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


def differences(kept: str, now: str) -> tuple[str, ...]:
    """What changed between two snapshots, by participant: what is gone (-), what is new (+)."""
    old, new = (json.loads(text) if text else {} for text in (kept, now))
    return tuple(
        f"{who}: {_change(old.get(who, []), new.get(who, []))}"
        for who in sorted(old.keys() | new.keys())
        if old.get(who) != new.get(who)
    )


def _change(old: list[str] | str, new: list[str] | str) -> str:
    before, after = ([told] if isinstance(told, str) else told for told in (old, new))
    gone = [f"- {spell}" for spell in before if spell not in after]
    come = [f"+ {spell}" for spell in after if spell not in before]
    return "; ".join([*gone, *come])


def main() -> None:
    """Renew the snapshots and print what changed."""
    ledger = load_ledger()
    held = [treaty for treaty, acts in ledger.acts.items() if acts]
    for treaty in sorted(ledger.treaty(name).id for name in sys.argv[1:] or held):
        path = HERE / f"{treaty}.json"
        kept = path.read_text(encoding="utf-8") if path.exists() else ""
        now = taken(ledger, treaty)
        changes = differences(kept, now) if kept else ("new",)
        for change in changes:
            print(f"{treaty}: {change}")  # noqa: T201 - the command's answer
        path.write_text(now, encoding="utf-8")


if __name__ == "__main__":
    main()
