"""Participants and their names, as the record's tables write them."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from treatywatch.law.participant import Name, NameKind, Participant, ParticipantKind
from treatywatch.ledger.table import Row

PARTICIPANT_COLUMNS = (
    "id",
    "kind",
    "common_name",
    "official_name",
    "alpha2",
    "alpha3",
    "cow",
    "gw",
    "m49",
    "exists_from",
    "exists_until",
    "un_member_from",
    "un_member_until",
    "predecessors",
)
NAME_COLUMNS = ("participant", "kind", "form")


def participant_from(row: Row) -> Participant:
    """One State or organisation, still without its names."""
    return Participant(
        id=row.required("id"),
        kind=row.kind("kind", ParticipantKind),
        common_name=row.required("common_name"),
        official_name=row.text("official_name") or row.required("common_name"),
        iso_alpha2=row.text("alpha2") or None,
        iso_alpha3=row.text("alpha3") or None,
        cow=row.whole("cow"),
        gw=row.whole("gw"),
        m49=row.whole("m49"),
        exists_from=row.partial("exists_from"),
        exists_until=row.partial("exists_until"),
        un_member_from=row.day("un_member_from"),
        un_member_until=row.day("un_member_until"),
        predecessors=row.several("predecessors"),
    )


def name_from(row: Row, language: str) -> tuple[str, Name]:
    """A participant's id and one form of words for it."""
    form = Name(row.required("form"), row.kind("kind", NameKind), language)
    return row.required("participant"), form


def with_names(
    participants: Iterable[Participant], names: Iterable[tuple[str, Name]]
) -> dict[str, Participant]:
    """The participants by id, each with the forms of words that stand for it."""
    forms: defaultdict[str, list[Name]] = defaultdict(list)
    for participant, name in names:
        forms[participant].append(name)
    return {p.id: replace(p, names=tuple(forms[p.id])) for p in participants}
