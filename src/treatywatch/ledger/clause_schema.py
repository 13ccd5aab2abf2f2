"""The strict schema of final clauses in a treaty file: each model builds its value of the law."""

from collections.abc import Mapping
from datetime import date
from typing import Annotated, Any, ClassVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_validator

from treatywatch.errors import NotADate
from treatywatch.law.calendar import PartialDate, parse_day
from treatywatch.law.clauses import final
from treatywatch.law.clauses.reckoning import (
    Anchor,
    EndOfYear,
    FirstOfMonth,
    FixedDate,
    MonthDay,
    Period,
    Rule,
    SameDay,
    ShortMonth,
    TakesEffect,
    Unit,
    Yearly,
)
from treatywatch.law.terms import ActKind


def _day(written: object) -> object:
    return _read(parse_day, written)


def _partial(written: object) -> object:
    return _read(PartialDate.parse, str(written) if isinstance(written, int) else written)


def _month_day(written: object) -> object:
    return _read(MonthDay.parse, written)


def _read(reader: Any, written: object) -> object:
    if not isinstance(written, str):
        return written
    try:
        return reader(written)
    except NotADate as error:
        raise ValueError(str(error)) from error


Day = Annotated[date, BeforeValidator(_day)]
Partial = Annotated[PartialDate, BeforeValidator(_partial)]
DayOfYear = Annotated[MonthDay, BeforeValidator(_month_day)]
Kind = Annotated[ActKind, Field(strict=False)]
Code = Annotated[str, Field(pattern=r"^[A-Z][A-Z0-9]{2,3}$")]  # as in participants.csv
Codes = Annotated[list[Code], Field(min_length=1)]


class Strict(BaseModel):
    """No unknown key, no silent conversion."""

    model_config = ConfigDict(
        extra="forbid", strict=True, arbitrary_types_allowed=True, defer_build=True
    )


RULE_KINDS = (
    "same_day",
    "days",
    "months",
    "years",
    "first_of_month",
    "end_of_year",
    "yearly",
    "fixed_date",
)
_WITHOUT_ANCHOR = {"same_day", "fixed_date", "every_year"}


class TakesEffectFile(Strict):
    """One of the rule kinds, with the day it counts from."""

    kinds: ClassVar[tuple[str, ...]] = RULE_KINDS

    same_day: Annotated[Anchor, Field(strict=False)] | None = None
    days: Annotated[int, Field(ge=0)] | None = None
    months: Annotated[int, Field(ge=0)] | None = None
    years: Annotated[int, Field(ge=0)] | None = None
    first_of_month: Annotated[int, Field(ge=1)] | None = None
    end_of_year: Annotated[int, Field(ge=0)] | None = None
    yearly: DayOfYear | None = None
    fixed_date: Day | None = None
    after: Annotated[Anchor, Field(strict=False)] | None = None
    then: Annotated[str, Field(pattern="^first-of-next-month$")] | None = None
    one_day_more: bool = False
    short_month: Annotated[ShortMonth, Field(strict=False)] = ShortMonth.LAST_DAY
    year_ends: DayOfYear = MonthDay(12, 31)
    if_received_by: DayOfYear | None = None

    @model_validator(mode="after")
    def _one_kind(self) -> "TakesEffectFile":
        given = [kind for kind in self.kinds if getattr(self, kind) is not None]
        if len(given) != 1:
            found = " and ".join(given) or "none"
            raise ValueError(f"give one rule kind of {', '.join(self.kinds)}; found {found}")
        if self.after is None and given[0] not in _WITHOUT_ANCHOR:
            raise ValueError(f'say from when the rule counts: "after:" one of {_names(Anchor)}')
        if self.yearly is not None and self.if_received_by is None:
            raise ValueError('a yearly rule needs "if_received_by:", a day such as 1 January')
        return self

    def law(self) -> TakesEffect:
        """The rule as a value."""
        after = self.same_day or self.after or Anchor.DEPOSIT
        return TakesEffect(self._rule(), after, self.one_day_more)

    def _rule(self) -> Rule:
        if self.same_day is not None:
            return SameDay()
        if self.first_of_month is not None:
            return FirstOfMonth(self.first_of_month)
        if self.end_of_year is not None:
            return EndOfYear(self.end_of_year, self.year_ends)
        if self.yearly is not None and self.if_received_by is not None:
            return Yearly(self.yearly, self.if_received_by)
        if self.fixed_date is not None:
            return FixedDate(self.fixed_date)
        return self._period()

    def _period(self) -> Period:
        for unit in Unit:
            amount = getattr(self, unit.value)
            if amount is not None:
                return Period(amount, unit, self.short_month, self.then is not None)
        raise AssertionError("the validator lets no rule without a kind pass")


def _names(words: type[Any]) -> str:
    return ", ".join(member.value for member in words)


class ThresholdFile(Strict):
    """One of the threshold kinds."""

    instruments: Annotated[int, Field(ge=1)] | None = None
    of_kinds: list[Kind] = []
    among: list[Code] = []
    not_counting: list[Code] = []
    named_states: Annotated[list[Code | Codes], Field(min_length=1)] | None = None
    share: Annotated[float, Field(gt=0, le=100)] | None = None
    of: str = ""
    weights: Mapping[Code, float] = {}
    source: str = ""
    both: "Annotated[list[ThresholdFile], Field(min_length=2)] | None" = None

    @model_validator(mode="after")
    def _one_kind(self) -> "ThresholdFile":
        kinds = ("instruments", "named_states", "share", "both")
        given = [kind for kind in kinds if getattr(self, kind) is not None]
        if len(given) != 1:
            found = " and ".join(given) or "none"
            raise ValueError(f"give one threshold kind of {', '.join(kinds)}; found {found}")
        if self.weights and not self.source:
            raise ValueError('say where the weights were published: "source:"')
        return self

    def law(self) -> final.Threshold:
        """The threshold as a value."""
        if self.both is not None:
            return final.Both(tuple(condition.law() for condition in self.both))
        if self.named_states is not None:
            return final.NamedStates(
                tuple((s,) if isinstance(s, str) else tuple(s) for s in self.named_states)
            )
        if self.share is not None:
            return final.Share(self.share, self.of, dict(self.weights), self.source)
        assert self.instruments is not None
        kinds, among = frozenset(self.of_kinds), frozenset(self.among)
        return final.Instruments(self.instruments, kinds, among, frozenset(self.not_counting))


class TreatyEntryFile(Strict):
    """``entry_into_force.of_the_treaty``."""

    article: str
    needs: ThresholdFile | None = None
    takes_effect: TakesEffectFile
    not_before: TakesEffectFile | None = None

    def law(self) -> final.TreatyEntry:
        """The clause as a value."""
        return final.TreatyEntry(
            self.article,
            self.needs.law() if self.needs else None,
            self.takes_effect.law(),
            self.not_before.law() if self.not_before else None,
        )


class LaterEntryFile(Strict):
    """``entry_into_force.for_a_later_participant``."""

    article: str
    takes_effect: TakesEffectFile
    deposits: Annotated[final.LaterDeposits, Field(strict=False)]
    of_kinds: dict[Kind, TakesEffectFile] = {}

    def law(self) -> final.LaterEntry:
        """The clause as a value."""
        own = {kind: rule.law() for kind, rule in self.of_kinds.items()}
        return final.LaterEntry(self.article, self.takes_effect.law(), self.deposits, own)


class EntryFile(Strict):
    """``entry_into_force``."""

    of_the_treaty: TreatyEntryFile
    for_a_later_participant: LaterEntryFile | None = None
