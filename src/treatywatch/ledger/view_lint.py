"""Faults in the views of a treaty file: sources, codes and acts that the record does not have."""

from collections.abc import Iterator
from pathlib import Path

from treatywatch.law.treaty import Dispute, Treaty
from treatywatch.ledger.fault import Fault
from treatywatch.ledger.ledger import Ledger
from treatywatch.ledger.yaml_lines import read_yaml

_Place = tuple[str | int, ...]
_Found = tuple[_Place, str, str]


def view_faults(treaty: Treaty, ledger: Ledger, record: Path) -> Iterator[Fault]:
    """Faults of one treaty's disputes: each is about an act, each view has a source and a holder.

    ``record`` is the folder in which the treaty file is looked up for the line of a fault.
    """
    found = [
        (("disputes", number, *place), code, words)
        for number, dispute in enumerate(treaty.disputes)
        for place, code, words in _faults_of(dispute, treaty.id, ledger)
    ]
    if not found:  # reading a file for its lines is dear
        return
    file = f"treaties/{treaty.id}.yaml"
    document = read_yaml((record / file).read_text(encoding="utf-8"), file)
    for place, code, words in found:
        yield Fault(file, document.line_of(place), code, words)


def _faults_of(dispute: Dispute, treaty: str, ledger: Ledger) -> Iterator[_Found]:
    act = dispute.act_id(treaty)
    if act not in {one.id for one in ledger.acts.get(treaty, ())}:
        words = f"the act in dispute, {act}, is in no row of acts/{treaty}.csv"
        yield (), "dispute-without-act", words
    for number, view in enumerate(dispute.views):
        place = ("views", number)
        if view.source not in ledger.sources:
            words = f'"{view.source}" is in no file of sources/'
            yield (*place, "source"), "unknown-source", words
        # Views that are not a participant's are named by words in small letters.
        for code in (name for name in view.seen_by if name.isupper()):
            if code not in ledger.participants:
                words = f'"{code}" is in no row of participants/participants.csv'
                yield (*place, "seen_by"), "unknown-participant", words
