"""``depositaries/bodies.yaml`` and ``facts/words.yaml``: who keeps treaties, and how it is told."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Annotated, TypeVar

from pydantic import Field, TypeAdapter, ValidationError

from treatywatch.law.body import Body
from treatywatch.law.participant import Name, NameKind
from treatywatch.ledger.clause_schema import Code, Strict
from treatywatch.ledger.fact_words import FactWords, FirstWords, KeepingWords, PlaceWords, TermWords
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


class _WrittenKeeping(Strict):
    depositary: ByLanguage
    depositaries: ByLanguage
    keeps: ByLanguage
    bound_to: ByLanguage
    kept_by: ByLanguage
    is_: Annotated[ByLanguage, Field(alias="is")]
    between: ByLanguage
    describes: ByLanguage
    in_house: ByLanguage
    not_: Annotated[ByLanguage, Field(alias="not")]


class _WrittenFirsts(Strict):
    leaving: ByLanguage
    act_of_leaving: ByLanguage
    completed: ByLanguage
    until_now: ByLanguage
    until_then: ByLanguage
    giving_notice: ByLanguage
    before_it: ByLanguage
    nobody: ByLanguage
    besides: ByLanguage
    first: ByLanguage
    plain: ByLanguage
    wider: ByLanguage
    among: ByLanguage
    outside: ByLanguage
    narrowing: ByLanguage


class _WrittenTerms(Strict):
    parties: ByLanguage
    all_told: ByLanguage
    stocks: ByLanguage
    land: ByLanguage
    report: ByLanguage
    records: ByLanguage
    suspension: ByLanguage
    war: ByLanguage
    way_out: ByLanguage
    at_once: ByLanguage
    shortened: ByLanguage
    none: ByLanguage
    checks: ByLanguage
    endless: ByLanguage
    further: ByLanguage
    worldwide: ByLanguage
    in_force: ByLanguage
    has_begun: ByLanguage
    takes_force_too: ByLanguage
    joining: ByLanguage
    signing_up: ByLanguage
    of_a_measure: ByLanguage
    other_papers: ByLanguage
    past: ByLanguage
    remaining: ByLanguage
    gone: ByLanguage
    denouncing: ByLanguage
    bound: ByLanguage
    ratifying: ByLanguage
    signing: ByLanguage
    denying: ByLanguage
    by_then: ByLanguage
    denying_after: ByLanguage
    pointing: ByLanguage
    same_one: ByLanguage
    entering: ByLanguage
    times: ByLanguage
    still_so: ByLanguage
    ever_did: ByLanguage
    returning: ByLanguage
    for_whom: ByLanguage
    from_now: ByLanguage
    time_left: ByLanguage
    texts: ByLanguage
    early_in: ByLanguage
    middle_of: ByLanguage
    late_in: ByLanguage
    that_year: ByLanguage
    at_place: ByLanguage
    some_have: ByLanguage
    among_them: ByLanguage
    opening: ByLanguage
    left_then: ByLanguage
    since_then: ByLanguage
    treaty_nouns: ByLanguage
    of_what: ByLanguage
    adopting: ByLanguage
    belonging: ByLanguage
    first_day: ByLanguage
    from_the_start: ByLanguage
    staying_out: ByLanguage
    not_signing: ByLanguage
    merely_signed: ByLanguage
    as_others: ByLanguage
    so_did: ByLanguage
    another_one: ByLanguage
    one_of_many: ByLanguage
    which: ByLanguage
    not_yet_opens: ByLanguage
    telling_nouns: ByLanguage
    nouns_of_sets: ByLanguage
    conventions: ByLanguage
    a_party: ByLanguage
    ordinal_endings: ByLanguage
    consents: ByLanguage
    counted_from: ByLanguage
    by_now: ByLanguage
    not_ratifying: ByLanguage
    refusing: ByLanguage
    home_papers: ByLanguage
    left_out: ByLanguage
    annexed: ByLanguage
    reservations: ByLanguage
    barring: ByLanguage
    running_out: ByLanguage
    surviving: ByLanguage
    lifetime: ByLanguage
    must_have: ByLanguage
    who_consents: ByLanguage
    so_far: ByLanguage
    had_done: ByLanguage
    out_now: ByLanguage
    rejoin: ByLanguage
    all_of_them: ByLanguage
    once_it_is: ByLanguage
    when_it_is: ByLanguage
    perfect: ByLanguage
    said_wrongly: ByLanguage
    were_withdrawn: ByLanguage
    held_to_be: ByLanguage
    it_signed_it: ByLanguage
    acted_on_both: ByLanguage
    delegates: ByLanguage
    agreements: ByLanguage
    so_that: ByLanguage
    jurisdiction: ByLanguage
    everyone_but: ByLanguage
    stayed_out: ByLanguage
    at_that_time: ByLanguage
    together: ByLanguage
    spurning: ByLanguage
    with_effect: ByLanguage
    reckoned_from: ByLanguage
    bound_too: ByLanguage
    without_signing: ByLanguage
    having_signed: ByLanguage
    and_then: ByLanguage
    reaches: ByLanguage
    ratifications: ByLanguage
    on_that_day: ByLanguage
    the_same_day: ByLanguage
    before_long: ByLanguage
    put_off: ByLanguage
    no_notice: ByLanguage
    papers_alone: ByLanguage
    would_be: ByLanguage
    giving_effect: ByLanguage
    of_that_time: ByLanguage
    also_withdrawn: ByLanguage
    houses: ByLanguage
    to_be_done: ByLanguage
    was_due: ByLanguage
    extending: ByLanguage
    weighing: ByLanguage
    consent_nouns: ByLanguage
    unfinished: ByLanguage
    done_by_now: ByLanguage
    setting_apart: ByLanguage
    imagined: ByLanguage
    binds_one: ByLanguage
    the_making: ByLanguage
    added_up: ByLanguage
    year_of_it: ByLanguage
    since: ByLanguage
    told_as_over: ByLanguage
    of_leaving: ByLanguage
    papers: ByLanguage
    signatures: ByLanguage
    reached: ByLanguage
    already: ByLanguage
    home_law: ByLanguage
    none_of_them: ByLanguage
    same_is_true: ByLanguage
    for_good: ByLanguage
    the_signature: ByLanguage
    leaves_now: ByLanguage
    whether: ByLanguage
    out_since: ByLanguage
    a_year_ahead: ByLanguage
    as_one_more: ByLanguage
    half: ByLanguage
    length_of_notice: ByLanguage
    at_first: ByLanguage
    that_one: ByLanguage
    jubilees: ByLanguage
    respectively: ByLanguage
    taking_back: ByLanguage
    one_signature: ByLanguage
    held_done: ByLanguage
    ceased: ByLanguage
    out_of: ByLanguage
    in_places: ByLanguage
    is_leaving: ByLanguage
    not_the_only: ByLanguage
    texts_adopted: ByLanguage
    revised: ByLanguage
    one_told_of: ByLanguage
    several_told_of: ByLanguage
    no_one_of: ByLanguage
    not_the_first: ByLanguage
    announcing: ByLanguage
    either_act: ByLanguage
    not_among: ByLanguage
    and_not: ByLanguage
    later_on: ByLanguage
    notice_runs: ByLanguage
    wishing_out: ByLanguage
    from_then_on: ByLanguage


class _WrittenPlaces(Strict):
    first: ByLanguage
    second: ByLanguage
    third: ByLanguage
    fourth: ByLanguage
    fifth: ByLanguage
    sixth: ByLanguage
    seventh: ByLanguage
    eighth: ByLanguage
    ninth: ByLanguage
    tenth: ByLanguage
    last: ByLanguage
    only: ByLanguage


class _WrittenWords(Strict):
    keeping: _WrittenKeeping
    firsts: _WrittenFirsts
    terms: _WrittenTerms
    places: _WrittenPlaces
    circles: dict[str, ByLanguage]
    ordinals: dict[str, ByLanguage]


_BODIES: TypeAdapter[list[_WrittenBody] | None] = TypeAdapter(list[_WrittenBody])
_WORDS: TypeAdapter[_WrittenWords | None] = TypeAdapter(_WrittenWords)


def read_bodies(path: Path) -> tuple[dict[str, Body], tuple[Fault, ...]]:
    """The bodies by id, or the faults of the file. Only a missing file raises (OSError)."""
    written, faults = _read(path, _BODIES)
    return {body.id: body.law() for body in written or ()}, faults


def read_fact_words(path: Path) -> tuple[FactWords, tuple[Fault, ...]]:
    """The words of all languages, or the faults of the file."""
    written, faults = _read(path, _WORDS)
    if written is None:
        return FactWords(), faults
    keeping = KeepingWords(**_together(written.keeping))
    firsts = FirstWords(**_together(written.firsts))
    terms, places = TermWords(**_together(written.terms)), PlaceWords(**_together(written.places))
    circles = tuple(_joined(written.circles).items())
    ordinals = tuple(_joined(written.ordinals).items())
    return FactWords(keeping, firsts, terms, places, circles, ordinals), faults


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
