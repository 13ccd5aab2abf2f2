"""The strict schema of a treaty file: names, milestones, prohibitions, duties and examples."""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Annotated, ClassVar, Literal

from pydantic import Field, model_validator

from treatywatch.law import treaty as law
from treatywatch.law.clauses import final
from treatywatch.law.clauses.consent import CONSENT_KINDS
from treatywatch.law.terms import ActKind, Answer
from treatywatch.law.unit import Part
from treatywatch.ledger.clause_schema import (
    RULE_KINDS,
    Code,
    Day,
    DayOfYear,
    Kind,
    Partial,
    Strict,
    TakesEffectFile,
)
from treatywatch.ledger.exit_schema import FinalClausesFile

_CHOICE = re.compile(r"\(([^()]*\|[^()]*)\)")


class NamesFile(Strict):
    """The forms of one language, by how far each points to the treaty by itself.

    One line may stand for many forms: "(landmine|mine) (treaty|pact)".
    """

    sure: Annotated[list[str], Field(min_length=1)]
    likely: Sequence[str] = ()
    body: Sequence[str] = ()
    between: Sequence[str] = ()
    weak: Sequence[str] = ()

    def law(self, language: str) -> tuple[law.TreatyName, ...]:
        """The forms as values, sure ones first; one that is listed twice has the surer strength."""
        by_strength = (
            (law.NameStrength.WEAK, self.weak),
            (law.NameStrength.BETWEEN, self.between),
            (law.NameStrength.BODY, self.body),
            (law.NameStrength.LIKELY, self.likely),
            (law.NameStrength.SURE, self.sure),
        )
        found = {
            form: strength
            for strength, lines in by_strength
            for written in lines
            for form in _spelt_out(written)
        }
        surest_first = sorted(found.items(), key=lambda entry: _SUREST_FIRST.index(entry[1]))
        return tuple(law.TreatyName(form, strength, language) for form, strength in surest_first)


_SUREST_FIRST = tuple(law.NameStrength)


def _spelt_out(written: str) -> Iterator[str]:
    """Every form that a line with choices stands for."""
    choice = _CHOICE.search(written)
    if choice is None:
        yield " ".join(written.split())
        return
    before, after = written[: choice.start()], written[choice.end() :]
    for one in choice[1].split("|"):
        yield from _spelt_out(before + one + after)


class ReferenceFile(Strict):
    """Where the treaty is registered."""

    mtdsg: str | None = None
    untc_registration: str | None = None
    unts: str | None = None


class MilestoneFile(Strict):
    """An event of the treaty."""

    kind: Annotated[law.MilestoneKind, Field(strict=False)]
    on_date: Annotated[Partial, Field(alias="date")]
    source: str
    place: str = ""
    what: str = ""
    why_it_differs: str = ""

    def law(self) -> law.Milestone:
        """The event as a value."""
        return law.Milestone(
            self.kind, self.on_date, self.source, self.place, self.what, self.why_it_differs
        )


class ProhibitionFile(Strict):
    """What the treaty forbids, on which objects, and what it leaves out."""

    article: str
    acts: Annotated[list[str], Field(min_length=1)]
    objects: Annotated[list[str], Field(min_length=1)]
    outside_its_scope: Sequence[str] = ()
    called: Sequence[str] = ()

    def law(self) -> law.Prohibition:
        """The prohibition as a value."""
        outside, called = tuple(self.outside_its_scope), tuple(self.called)
        return law.Prohibition(self.article, tuple(self.acts), tuple(self.objects), outside, called)


class DueFile(TakesEffectFile):
    """When a duty is due: a rule kind with its anchor, or a day of every year."""

    kinds: ClassVar[tuple[str, ...]] = (*RULE_KINDS, "every_year")
    every_year: DayOfYear | None = None


class DutyFile(Strict):
    """A dated duty of every party."""

    article: str
    what: str
    due: DueFile | None = None
    first_due: TakesEffectFile | None = None
    extension: str = ""
    extension_article: str | None = None

    @model_validator(mode="after")
    def _first_of_many(self) -> "DutyFile":
        if self.first_due is not None and (self.due is None or self.due.every_year is None):
            raise ValueError("first_due stands only beside due: {every_year: ...}")
        return self

    def law(self) -> final.Duty:
        """The duty as a value."""
        yearly = self.due.every_year if self.due else None
        due = self.due.law() if self.due and yearly is None else None
        first = self.first_due.law() if self.first_due else None
        return final.Duty(
            self.article, self.what, due, yearly, self.extension, self.extension_article, first
        )


class SoFile(Strict):
    """What must follow: exactly one outcome."""

    treaty_in_force: Day | None = None
    party: Day | None = None
    former_party: Day | None = None
    not_before: Day | None = None
    undetermined: Day | None = None
    without_effect: Literal[True] | None = None
    unchanged: Literal[True] | None = None
    applies_provisionally: Day | None = None
    signatory: Day | None = None
    treaty_ended: Day | None = None
    due: Day | None = None
    not_open: Literal[True] | None = None

    @model_validator(mode="after")
    def _one_outcome(self) -> "SoFile":
        given = [o.value for o in final.Outcome if getattr(self, o.value) is not None]
        if len(given) != 1:
            known = ", ".join(o.value for o in final.Outcome)
            raise ValueError(f'"so:" gives one of {known}; found {" and ".join(given) or "none"}')
        return self

    def outcome(self) -> tuple[final.Outcome, date | None]:
        """The outcome, with its day where it has one."""
        for outcome in final.Outcome:
            given = getattr(self, outcome.value)
            if given is not None:
                return outcome, given if isinstance(given, date) else None
        raise AssertionError("the validator lets no example without an outcome pass")


EXAMPLE_ACTS: dict[str, ActKind | None] = {
    "threshold_reached": None,
    "deposit": ActKind.RATIFICATION,
    "withdrawal_received": ActKind.WITHDRAWAL_NOTICE,
    "suspension_received": ActKind.SUSPENSION_NOTICE,
    "expelled": ActKind.EXPULSION,
    "provisional_declared": ActKind.PROVISIONAL_APPLICATION,
    "left_parent_treaty": ActKind.WITHDRAWAL_NOTICE,
    "signed_on": ActKind.SIGNATURE,
    "as_known_on": None,
    "duty": None,
}


class ExampleFile(Strict):
    """A worked case of one clause."""

    threshold_reached: Day | None = None
    deposit: Day | None = None
    withdrawal_received: Day | None = None
    suspension_received: Day | None = None
    expelled: Day | None = None
    provisional_declared: Day | None = None
    left_parent_treaty: Day | None = None
    signed_on: Day | None = None
    as_known_on: Day | None = None
    duty: str | None = None
    counted_from: Day | None = None
    signed: bool | None = None
    act: Kind | None = None
    participant: Annotated[Code | None, Field(alias="by")] = None
    named_date: Day | None = None
    party_since: Day | None = None
    treaty_in_force: Day | None = None
    in_armed_conflict_on: Mapping[Day, Annotated[Answer, Field(strict=False)]] = Field(
        default_factory=dict
    )
    parent: str | None = None
    so: SoFile

    @model_validator(mode="after")
    def _one_act(self) -> "ExampleFile":
        given = [name for name in EXAMPLE_ACTS if getattr(self, name) is not None]
        if len(given) != 1:
            found = " and ".join(given) or "none"
            raise ValueError(f"an example has one of {', '.join(EXAMPLE_ACTS)}; found {found}")
        if self.duty is not None and not (self.counted_from and self.so.due):
            raise ValueError('a duty needs "counted_from:" with a day, and "so: {due: ...}"')
        return self

    def law(self, line: int) -> final.Example:
        """The example as a value."""
        name = next(name for name in EXAMPLE_ACTS if getattr(self, name) is not None)
        outcome, outcome_day = self.so.outcome()
        return final.Example(
            act=self.act or EXAMPLE_ACTS[name],
            day=self.counted_from or getattr(self, name),
            outcome=outcome,
            outcome_day=outcome_day,
            line=line,
            participant=self.participant,
            named_date=self.named_date,
            party_since=self.party_since,
            treaty_in_force=self.treaty_in_force,
            in_armed_conflict_on={day: a.value for day, a in self.in_armed_conflict_on.items()},
            event=(self.parent or "") if name == "left_parent_treaty" else None,
            signed=self.signed,
            duty=self.duty,
            as_known_on=name == "as_known_on",
        )


class ViewFile(Strict):
    """One view in a dispute."""

    held_by: str
    seen_by: Annotated[
        list[Annotated[str, Field(pattern=r"^[A-Za-z][A-Za-z-]*$")]], Field(min_length=1)
    ]
    effect: Day | Annotated[law.Makes, Field(strict=False)]
    words: str
    source: str
    taken: bool = False

    def law(self) -> law.View:
        """The view as a value."""
        seen_by = tuple(self.seen_by)
        return law.View(self.held_by, self.words, self.source, self.taken, seen_by, self.effect)


# What leaves a standing undetermined while it is open, and what moves none.
_MAY_STAY_OPEN = {ActKind.WITHDRAWAL_NOTICE, ActKind.SUSPENSION_NOTICE, *CONSENT_KINDS}


class DisputeFile(Strict):
    """One item of ``disputes``: an act whose effect those concerned see differently."""

    act: Kind
    participant: Annotated[Code, Field(alias="by")]
    received: Day
    since: Day
    views: Annotated[list[ViewFile], Field(min_length=2)]
    settled_by: str = ""

    @model_validator(mode="after")
    def _one_answer(self) -> "DisputeFile":
        taken = sum(view.taken for view in self.views)
        if taken > 1:
            raise ValueError("two views are taken; an answer takes one at most")
        unsettled = any(view.effect is law.Makes.UNSETTLED for view in self.views)
        if (not taken or unsettled) and not self.settled_by:
            raise ValueError("no view is taken: settled_by must say what would settle it")
        if (not taken or unsettled) and self.act not in _MAY_STAY_OPEN:
            raise ValueError("a view must be taken of this act; mark one with taken: true")
        names = [name for view in self.views for name in view.seen_by]
        twice = sorted({name for name in names if names.count(name) > 1})
        if twice:
            raise ValueError(f"seen_by: {', '.join(twice)} stands in two views of one dispute")
        return self

    def law(self) -> law.Dispute:
        """The dispute as a value."""
        views = tuple(view.law() for view in self.views)
        return law.Dispute(
            self.act, self.participant, self.received, self.since, views, self.settled_by
        )


class CoverageFile(Strict):
    """``coverage``: which acts the record holds, and from which day up to which."""

    holds: Annotated[law.Holds, Field(strict=False)] = law.Holds.ALL_ACTS
    until: Day | None = None
    since: Day | None = None
    exits_until: Day | None = None
    signatures: Annotated[law.Signatures | None, Field(strict=False)] = None

    def law(self) -> law.Coverage:
        """It as a value."""
        return law.Coverage(self.holds, self.until, self.since, self.exits_until, self.signatures)


class VerificationFile(Strict):
    """``verification``: who checks that the treaty is kept, and where."""

    article: str
    bodies: Sequence[str] = ()
    places: Sequence[str] = ()

    def law(self) -> law.Verification:
        """It as a value."""
        return law.Verification(self.article, tuple(self.bodies), tuple(self.places))


class LimitFile(Strict):
    """One of ``limits``: a number that the treaty sets."""

    article: str
    number: float
    of: Annotated[list[str], Field(min_length=1)]

    def law(self) -> law.Limit:
        """It as a value."""
        return law.Limit(self.article, self.number, tuple(self.of))


class PartFile(Strict):
    """One item of ``parts``: a chapter or annex that acts may concern on its own."""

    id: Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9-]*$")]
    name: str
    left_alone_by: str = ""


class ComparisonFile(Strict):
    """One item of ``compared_with_text``: clauses that were read beside the treaty's text."""

    clauses: Annotated[list[Annotated[law.Comparable, Field(strict=False)]], Field(min_length=1)]
    source: str
    seen: Day
    words: str = ""

    def law(self) -> law.TextComparison:
        """It as a value."""
        return law.TextComparison(tuple(self.clauses), self.source, self.seen, self.words)


_GROUP = r"[^/+]*\w[^/+]*(/[^/+]*\w[^/+]*)*"
DescriptionLine = Annotated[str, Field(pattern=rf"^{_GROUP}(\+{_GROUP})*$")]


def _description(line: str, language: str) -> law.Description:
    """ "nuclear/atomic + test/blast": one of each group."""
    groups = (group.split("/") for group in line.split("+"))
    return law.Description(tuple(tuple(map(str.strip, one)) for one in groups), language)


class TreatyFile(Strict):
    """A whole treaty file."""

    id: Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9-]*$")]
    title: str
    short_title: str
    reference: ReferenceFile = ReferenceFile.model_construct()
    names: Annotated[dict[str, NamesFile], Field(min_length=1)]
    depositary: str | Annotated[list[str], Field(min_length=1)]
    depositary_article: str = ""
    open_to_organisations: bool
    coverage: CoverageFile = CoverageFile.model_construct()
    milestones: Sequence[MilestoneFile] = ()
    prohibitions: Sequence[ProhibitionFile] = ()
    forbids_nothing: str = ""
    verification: VerificationFile | None = None
    limits: Sequence[LimitFile] = ()
    subjects: Sequence[str] = ()
    headings: Sequence[str] = ()
    descriptions: Mapping[str, Sequence[DescriptionLine]] = Field(default_factory=dict)
    final_clauses: FinalClausesFile
    duties: Sequence[DutyFile] = ()
    disputes: Sequence[DisputeFile] = ()
    examples: Annotated[list[ExampleFile], Field(min_length=1)]
    parts: Sequence[PartFile] = ()
    compared_with_text: Sequence[ComparisonFile] = ()

    def law(self, example_lines: list[int]) -> law.Treaty:
        """The treaty as a value; each example keeps the line it stands on."""
        several = [self.depositary] if isinstance(self.depositary, str) else self.depositary
        reference = self.reference
        return law.Treaty(
            id=self.id,
            title=self.title,
            short_title=self.short_title,
            reference=law.Reference(reference.mtdsg, reference.untc_registration, reference.unts),
            names=tuple(n for lang, names in self.names.items() for n in names.law(lang)),
            depositary=several[0],
            open_to_organisations=self.open_to_organisations,
            milestones=tuple(milestone.law() for milestone in self.milestones),
            prohibitions=tuple(prohibition.law() for prohibition in self.prohibitions),
            final_clauses=self.final_clauses.law(),
            duties=tuple(duty.law() for duty in self.duties),
            subjects=tuple(self.subjects),
            headings=tuple(self.headings),
            depositaries=tuple(several),
            disputes=tuple(dispute.law() for dispute in self.disputes),
            coverage=self.coverage.law(),
            examples=tuple(
                example.law(line)
                for example, line in zip(self.examples, example_lines, strict=True)
            ),
            depositary_article=self.depositary_article,
            forbids_nothing=self.forbids_nothing,
            verification=self.verification.law() if self.verification else None,
            limits=tuple(limit.law() for limit in self.limits),
            descriptions=tuple(
                _description(line, language)
                for language, lines in self.descriptions.items()
                for line in lines
            ),
            parts=tuple(Part(p.id, p.name, p.left_alone_by) for p in self.parts),
            compared_with_text=tuple(one.law() for one in self.compared_with_text),
        )
