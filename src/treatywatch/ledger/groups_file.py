"""Groups of participants with dated membership, as ``participants/groups.yaml`` writes them."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, TypeAdapter, ValidationError

from treatywatch.errors import NotADate
from treatywatch.law.calendar import PartialDate
from treatywatch.law.participant import Group, Membership, Name, NameKind, Participant
from treatywatch.ledger.fault import Fault
from treatywatch.ledger.schema_faults import schema_faults
from treatywatch.ledger.yaml_lines import Document, read_yaml


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, coerce_numbers_to_str=True)


class _WrittenMember(_Strict):
    participant: str
    since: str | None = None
    until: str | None = None


class _WrittenGroup(_Strict):
    id: str
    source: str
    names: dict[str, tuple[str, ...]]
    members: tuple[_WrittenMember, ...] = ()
    all: Literal["un-members"] | None = None


_GROUPS = TypeAdapter(tuple[_WrittenGroup, ...])


def read_groups(
    path: Path, participants: Mapping[str, Participant]
) -> tuple[dict[str, Group], tuple[Fault, ...]]:
    """Read the groups; a group written ``all: un-members`` is computed from the participants."""
    document = read_yaml(path.read_text(encoding="utf-8"), f"participants/{path.name}")
    faults = list(document.faults)
    if document.content is None:
        return {}, tuple(faults)
    try:
        written = _GROUPS.validate_python(document.content)
    except ValidationError as error:
        return {}, (*faults, *schema_faults(document, error))
    faults += _faults(document, written, participants)
    if faults:
        return {}, tuple(faults)
    return {group.id: _group(group, participants) for group in written}, ()


def _faults(
    document: Document, written: tuple[_WrittenGroup, ...], participants: Mapping[str, Participant]
) -> Iterator[Fault]:
    for i, group in enumerate(written):
        for j, member in enumerate(group.members):
            line = document.line_of((i, "members", j))
            if member.participant not in participants:
                words = f'"{member.participant}" is in no row of participants/participants.csv'
                yield Fault(document.file, line, "unknown-participant", words)
            for text in (member.since, member.until):
                try:
                    _date(text)
                except NotADate as error:
                    yield Fault(document.file, line, "not-a-date", str(error))


def _date(text: str | None) -> PartialDate | None:
    return None if text is None else PartialDate.parse(text)


def _group(written: _WrittenGroup, participants: Mapping[str, Participant]) -> Group:
    names = tuple(
        Name(form, NameKind.NAME, language)
        for language, forms in written.names.items()
        for form in forms
    )
    if written.all is None:
        members = tuple(
            Membership(m.participant, _date(m.since), _date(m.until)) for m in written.members
        )
    else:
        members = _un_members(participants)
    return Group(written.id, names, members)


def _un_members(participants: Mapping[str, Participant]) -> tuple[Membership, ...]:
    return tuple(
        Membership(
            p.id,
            PartialDate.of(p.un_member_from),
            None if p.un_member_until is None else PartialDate.of(p.un_member_until),
        )
        for p in participants.values()
        if p.un_member_from is not None
    )
