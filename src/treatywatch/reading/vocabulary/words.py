"""How reports say things, as data: one file of words for each language, read strictly and once.

``record/words/<language>.yaml`` has one section for each small grammar of the reader. A section
becomes a frozen value; an unknown, missing or doubled key, or a value of the wrong kind, is a fault
with its place.
"""

from collections.abc import Callable, Mapping
from dataclasses import fields, replace
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from treatywatch.errors import FaultyRecord, UnknownName
from treatywatch.kept import keep, kept
from treatywatch.reading.vocabulary.strung import Strung
from treatywatch.reading.vocabulary.wording import alternatives, shortened
from treatywatch.reading.vocabulary.words_sections import (
    CalendarWords,
    FactRules,
    IndicatorWords,
    LayoutWords,
    NumberWords,
    PlanWords,
    SpeechWords,
)
from treatywatch.values import frozen
from treatywatch.yaml_text import read_text

Section = TypeVar("Section")
Value = TypeVar("Value")
Rules = TypeVar("Rules", IndicatorWords, PlanWords, FactRules)
_FORMS = tuple(f"vocabulary/{one}.py" for one in ("word*", "fold", "strung", "numbered"))
REFERENCE = "en"  # the language whose file has every section and every key


@frozen(eq=False)
class Words:
    """The words of one language (ISO 639-1) for the grammars of dates, numbers, layout and speech.

    Two values are the same only if they are the same object, so that a grammar compiled from one
    can be kept beside it. Other rooms read further sections with :func:`section`.
    """

    language: str
    calendar: CalendarWords
    numbers: NumberWords
    abbreviations: Mapping[str, tuple[str, ...]]
    layout: LayoutWords
    speech: SpeechWords
    indicators: IndicatorWords
    plans: PlanWords
    facts: FactRules
    loose_exits: FactRules
    loose_joinings: FactRules
    loose_counts: FactRules
    loose_facts: FactRules


@cache
def load_words(language: str = "en") -> Words:
    """The words of a language.

    :class:`UnknownName` for a language that has no file, :class:`FaultyRecord` for a faulty one.
    """
    return compiled(f"grammars-{language}", Words, lambda: _words(language))


def _words(language: str) -> Words:
    return Words(
        language=language,
        calendar=section(language, "calendar", CalendarWords),
        numbers=section(language, "numbers", NumberWords),
        abbreviations={k: tuple(v) for k, v in raw_section(language, "abbreviations").items()},
        layout=section(language, "layout", LayoutWords),
        speech=section(language, "speech", SpeechWords),
        indicators=_strung(section(language, "indicators", IndicatorWords)),
        plans=_strung(section(language, "plans", PlanWords)),
        facts=_strung(optional_section(language, "facts", FactRules)),
        loose_exits=_strung(optional_section(language, "loose_exits", FactRules)),
        loose_joinings=_strung(optional_section(language, "loose_joinings", FactRules)),
        loose_counts=_strung(optional_section(language, "loose_counts", FactRules)),
        loose_facts=_strung(optional_section(language, "loose_facts", FactRules)),
    )


def _strung(rules: Rules) -> Rules:
    """The same rules; their sets of words, of which a start needs few, cost little to keep."""
    return replace(rules, sets={name: Strung(forms) for name, forms in rules.sets.items()})


def compiled(
    name: str,
    kind: type[Value],
    build: Callable[[], Value],
    *code: str,
    beside: str = "",
) -> Value:
    """What is built from the files of words, as kept by an earlier start, else built now.

    ``code`` are the modules of reading that build it, beside those of the words; ``beside`` tells
    what else it is built from.
    """
    files = made_from(*_FORMS, *code)
    value = kept(name, files, beside)
    if not isinstance(value, kind):
        value = build()
        keep(name, files, value, beside)
    return value


def made_from(*code: str) -> tuple[Path, ...]:
    """The files of words, and the modules of ``reading`` that match."""
    reading = Path(__file__).parents[1]
    modules = (module for pattern in code for module in reading.glob(pattern))
    words = (reading.parent / "record" / "words").glob("*.yaml")
    keeping = (reading.parent / "kept.py", reading.parent / "values.py")
    return (*words, *modules, *keeping)


@cache
def languages() -> tuple[str, ...]:
    """The languages that have a file of words, in alphabetical order."""
    folder = Path(__file__).parents[2] / "record" / "words"
    return tuple(sorted(file.stem for file in folder.glob("*.yaml")))


def raw_section(language: str, name: str) -> Mapping[str, Any]:
    """One section of a language's file as plain values; :class:`FaultyRecord` if it is missing."""
    sections = _read(language)
    if not isinstance(sections.get(name), Mapping):
        raise FaultyRecord([f"words/{language}.yaml:0: there is no section {name}; add it"])
    return _completed(sections[name], name)


def _completed(written: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    """The section with what it takes over: ``like`` names the language that has the rest."""
    if "like" not in written:
        return written
    own = {key: value for key, value in written.items() if key != "like"}
    return {**raw_section(written["like"], name), **own}


def optional_section(language: str, name: str, kind: type[Section]) -> Section:
    """A section that a file may lack: then the value is that of the kind without settings."""
    return section(language, name, kind) if name in _read(language) else kind()


def section(language: str, name: str, kind: type[Section]) -> Section:
    """One section as a frozen dataclass of that kind, every key and type checked."""
    raw = raw_section(language, name)
    if language != REFERENCE:
        raw = _with_empty_keys(raw, raw_section(REFERENCE, name)) if name != "syntax" else raw
    return as_section(raw, kind, f"words/{language}.yaml:0: {name}")


def _with_empty_keys(raw: Mapping[str, Any], reference: Mapping[str, Any]) -> Mapping[str, Any]:
    """The section with every key that only the reference has, empty: no words for that use."""
    whole = dict(raw)
    for key, value in reference.items():
        if isinstance(value, list):
            whole.setdefault(key, [])
        elif isinstance(value, Mapping):
            empty: dict[str, list[str]] = {
                name: [] for name, forms in value.items() if _is_list_of_words(forms)
            }
            whole[key] = {**empty, **whole.get(key, {})}
    return whole


def _is_list_of_words(written: Any) -> bool:
    return isinstance(written, list) and all(isinstance(one, str) for one in written)


def as_section(raw: Mapping[str, Any], kind: type[Section], place: str) -> Section:
    """Build the dataclass from plain values; :class:`FaultyRecord` names each key that is wrong."""
    from pydantic import TypeAdapter, ValidationError

    known = {field.name for field in fields(kind)}  # type: ignore[arg-type]
    unknown = [f"{place}: unknown key {key}; remove it" for key in raw if key not in known]
    if unknown:
        raise FaultyRecord(unknown)
    try:
        return TypeAdapter(kind).validate_python(_spelt(raw))
    except ValidationError as error:
        faults = [
            f"{place}.{'.'.join(map(str, one['loc']))}: {one['msg']}" for one in error.errors()
        ]
        raise FaultyRecord(faults) from error


def _spelt(written: Any, spell: Callable[[str], tuple[str, ...]] = alternatives) -> Any:
    """The values with every choice of forms spelt out, in lists and in the keys of mappings.

    Those of sets only as far as they must be, for they are many.
    """
    if isinstance(written, Mapping):
        return {
            form: _spelt(value, shortened if key == _SETS else spell)
            for key, value in written.items()
            for form in _forms(key, alternatives)
        }
    if isinstance(written, list | tuple):
        return [form for one in written for form in _forms(_spelt(one, spell), spell)]
    return written


def _forms(written: Any, spell: Callable[[str], tuple[str, ...]]) -> tuple[Any, ...]:
    chooses = isinstance(written, str) and "(" in written and "|" in written
    return spell(written) if chooses else (written,)


_SETS = "sets"


@cache
def _read(language: str) -> Mapping[str, Any]:
    if language not in languages():
        raise UnknownName("language", language, languages())
    return read_sections(f"words/{language}.yaml")


def read_sections(place: str) -> Mapping[str, Any]:
    """The sections of a file of the packaged record, as kept by an earlier start, else read now."""
    file = Path(__file__).parents[2] / "record" / place
    name, files = place.removesuffix(".yaml").replace("/", "-"), (file, Path(__file__))
    sections = kept(name, files)
    if not isinstance(sections, Mapping):
        sections = parse_sections(file.read_text(encoding="utf-8"), place)
        keep(name, files, sections)
    return sections


def parse_sections(written: str, place: str) -> Mapping[str, Any]:
    """The sections of a file of words; :class:`FaultyRecord` with the line of what is no YAML 1.2.

    A doubled key is a fault.
    """
    read = read_text(written)
    if read.troubles:
        first = read.troubles[0]
        raise FaultyRecord([f"{place}:{first.line}: {first.what}"])
    sections = read.content
    return sections if isinstance(sections, Mapping) else {}
