"""``facts/signs.yaml``: signs in the words of a claim by which it may have been read amiss."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field, TypeAdapter, ValidationError, field_validator

from treatywatch.ledger.clause_schema import Strict
from treatywatch.ledger.fact_words import FactWords, Phrases
from treatywatch.ledger.fault import Fault
from treatywatch.ledger.schema_faults import schema_faults
from treatywatch.ledger.word_signs import Heard, Naming, Place, WordSign
from treatywatch.ledger.yaml_lines import read_yaml

_Type = Literal["participation", "withdrawal", "count", "treaty_fact", "indicator", "plan", "quote"]
_LISTS = ("keeping", "firsts", "terms", "places")  # of facts/words.yaml


class _WrittenHeard(Strict):
    places: Annotated[Sequence[Annotated[Place, Field(strict=False)]], Field(alias="in")] = (
        Place.WORDS,
    )
    words: Mapping[str, Sequence[str]] = Field(default_factory=dict)
    also: Sequence[str] = ()  # lists of facts/words.yaml: "terms.papers"

    @field_validator("also")
    @classmethod
    def _are_lists(cls, named: Sequence[str]) -> Sequence[str]:
        unknown = [one for one in named if _listed(one, FactWords()) is None]
        if unknown:
            raise ValueError(f"no list of facts/words.yaml: {', '.join(unknown)}")
        return named

    def heard(self, known: FactWords) -> Heard:
        own = (phrase for phrases in self.words.values() for phrase in phrases)
        others = (phrase for one in self.also for phrase in _listed(one, known) or ())
        return Heard(tuple(dict.fromkeys((*own, *others))), tuple(self.places))


class _WrittenSign(Strict):
    says: str
    example: str
    of: Annotated[list[_Type], Field(min_length=1)]
    stages: Sequence[str] = ()
    told: Sequence[_WrittenHeard] = ()
    unless: Sequence[_WrittenHeard] = ()
    names_no: Sequence[Annotated[Naming, Field(strict=False)]] = ()
    negated: bool | None = None
    dated: bool | None = None
    of_several: bool = False
    by_likeness: bool = False
    premature: bool = False

    def sign(self, known: FactWords) -> WordSign:
        return WordSign(
            says=self.says,
            example=self.example,
            types=tuple(self.of),
            stages=tuple(self.stages),
            told=tuple(one.heard(known) for one in self.told),
            unless=tuple(one.heard(known) for one in self.unless),
            names_no=tuple(self.names_no),
            negated=self.negated,
            dated=self.dated,
            of_several=self.of_several,
            by_likeness=self.by_likeness,
            premature=self.premature,
        )


_SIGNS: TypeAdapter[list[_WrittenSign] | None] = TypeAdapter(list[_WrittenSign])


def read_word_signs(path: Path, known: FactWords) -> tuple[tuple[WordSign, ...], tuple[Fault, ...]]:
    """The signs in the order of the file, or its faults; ``known`` are the lists they may name."""
    document = read_yaml(path.read_text(encoding="utf-8"), f"{path.parent.name}/{path.name}")
    if document.content is None:
        return (), tuple(document.faults)
    try:
        written = _SIGNS.validate_python(document.content) or ()
    except ValidationError as error:
        return (), (*document.faults, *schema_faults(document, error))
    return tuple(one.sign(known) for one in written), tuple(document.faults)


def _listed(name: str, known: FactWords) -> Phrases | None:
    """The list of that name, as "terms.papers"; None where there is none."""
    part, _, item = name.partition(".")
    found: Phrases | None = getattr(getattr(known, part), item, None) if part in _LISTS else None
    return found
