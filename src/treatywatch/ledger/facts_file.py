"""``depositaries/bodies.yaml`` and ``facts/words.yaml``: who keeps treaties, and how it is told."""

from collections.abc import Mapping, Sequence
from dataclasses import fields
from pathlib import Path
from typing import Annotated, Any, TypeVar

from pydantic import Field, TypeAdapter, ValidationError, create_model

from treatywatch.law.body import Body
from treatywatch.law.participant import Name, NameKind
from treatywatch.ledger.clause_schema import Code, Strict
from treatywatch.ledger.fact_words import (
    FactWords,
    FirstWords,
    KeepingWords,
    PartMonths,
    PlaceWords,
    TermWords,
)
from treatywatch.ledger.fault import Fault
from treatywatch.ledger.schema_faults import schema_faults
from treatywatch.ledger.yaml_lines import read_yaml

Written = TypeVar("Written")
ByLanguage = Mapping[str, Sequence[str]]


class _WrittenBody(Strict):
    id: Annotated[str, Field(pattern=r"^[a-z][a-z-]*$")]
    name: str
    names: ByLanguage = Field(default_factory=dict)
    participants: Sequence[Code] = ()

    def law(self) -> Body:
        names = (Name(f, NameKind.NAME, lang) for lang, forms in self.names.items() for f in forms)
        return Body(self.id, self.name, tuple(names), tuple(self.participants))


def _lists_of(section: type) -> type[Strict]:
    """The schema of a section of the words: every list of it stands there, by language."""
    lists: dict[str, Any] = {
        one.name: (Annotated[ByLanguage, Field(alias=one.name.rstrip("_"))], ...)
        for one in fields(section)
    }
    return create_model(section.__name__, __base__=Strict, **lists)


def _months_of_parts() -> type[Strict]:
    lists: dict[str, Any] = {one.name: (Sequence[int], ...) for one in fields(PartMonths)}
    return create_model(PartMonths.__name__, __base__=Strict, **lists)


def _words_schema() -> type[Strict]:
    by_name = (dict[str, ByLanguage], ...)
    sections: dict[str, Any] = {
        "keeping": (_lists_of(KeepingWords), ...),
        "firsts": (_lists_of(FirstWords), ...),
        "terms": (_lists_of(TermWords), ...),
        "places": (_lists_of(PlaceWords), ...),
        "months": (_months_of_parts(), ...),
    }
    return create_model("Words", __base__=Strict, circles=by_name, ordinals=by_name, **sections)


_BODIES: TypeAdapter[list[_WrittenBody] | None] = TypeAdapter(list[_WrittenBody])
_WORDS: TypeAdapter[Strict | None] = TypeAdapter(_words_schema())


def read_bodies(path: Path) -> tuple[dict[str, Body], tuple[Fault, ...]]:
    """The bodies by id, or the faults of the file. Only a missing file raises (OSError)."""
    written, faults = _read(path, _BODIES)
    return {body.id: body.law() for body in written or ()}, faults


def read_fact_words(path: Path) -> tuple[FactWords, tuple[Fault, ...]]:
    """The words of all languages, or the faults of the file."""
    written, faults = _read(path, _WORDS)
    if written is None:
        return FactWords(), faults
    part = dict(written)
    words = FactWords(
        keeping=KeepingWords(**_together(part["keeping"])),
        firsts=FirstWords(**_together(part["firsts"])),
        terms=TermWords(**_together(part["terms"])),
        places=PlaceWords(**_together(part["places"])),
        months=PartMonths(**{name: tuple(given) for name, given in dict(part["months"]).items()}),
        circles=tuple(_joined(part["circles"]).items()),
        ordinals=tuple(_joined(part["ordinals"]).items()),
    )
    return words, faults


def _together(section: Strict) -> dict[str, tuple[str, ...]]:
    """The phrases of each list, of all languages; a word of two languages once."""
    return _joined(dict(section))


def _joined(lists: Mapping[str, ByLanguage]) -> dict[str, tuple[str, ...]]:
    return {
        name: tuple(dict.fromkeys(phrase for phrases in by.values() for phrase in phrases))
        for name, by in lists.items()
    }


def _read(
    path: Path, schema: TypeAdapter[Written | None]
) -> tuple[Written | None, tuple[Fault, ...]]:
    document = read_yaml(path.read_text(encoding="utf-8"), f"{path.parent.name}/{path.name}")
    if document.content is None:
        return None, tuple(document.faults)
    try:
        return schema.validate_python(document.content), tuple(document.faults)
    except ValidationError as error:
        return None, (*document.faults, *schema_faults(document, error))
