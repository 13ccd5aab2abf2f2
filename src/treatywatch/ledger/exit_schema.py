"""The strict schema of the clauses on how a treaty ends, for one participant or for all."""

from collections.abc import Sequence
from typing import Annotated

from pydantic import Field, model_validator

from treatywatch.law.clauses import final
from treatywatch.law.clauses.reckoning import Anchor, TakesEffect
from treatywatch.ledger.clause_schema import (
    Day,
    EntryFile,
    Kind,
    Strict,
    TakesEffectFile,
)


class PostponementFile(Strict):
    """``withdrawal.postponed``; ``while`` and ``tested_on`` have one value each, written out."""

    article: str | None = None
    while_: Annotated[str, Field(alias="while", pattern="^in-armed-conflict$")]
    tested_on: Annotated[str, Field(pattern="^end-of-notice$")]
    until: Annotated[final.PostponedUntil, Field(strict=False)]

    def law(self, article: str) -> final.Postponement:
        """The clause as a value; ``article`` is the withdrawal clause's own."""
        return final.Postponement(self.article or article, self.until)


class LockFile(Strict):
    """``withdrawal.not_before``."""

    article: str
    takes_effect: TakesEffectFile
    locks: Annotated[final.Locked, Field(strict=False)] = final.Locked.NOTICE

    def law(self) -> final.Lock:
        """The clause as a value."""
        return final.Lock(self.article, self.takes_effect.law(), self.locks)


class WindowFile(Strict):
    """``withdrawal.only_within``."""

    article: str
    every_years: Annotated[int, Field(ge=1)]
    open_years: Annotated[int, Field(ge=1)] = 1

    def law(self) -> final.Window:
        """The clause as a value."""
        return final.Window(self.article, self.every_years, self.open_years)


class TermsFile(Strict):
    """``withdrawal.only_at_end_of_term``."""

    article: str
    first_years: Annotated[int, Field(ge=1)]
    then_years: Annotated[int, Field(ge=1)]
    after: Annotated[Anchor, Field(strict=False)]

    def law(self) -> final.Terms:
        """The clause as a value."""
        return final.Terms(self.article, self.first_years, self.then_years, self.after)


class WithdrawalFile(Strict):
    """``withdrawal``: the clause, or ``silent`` with what follows from the silence."""

    silent: str | None = None
    article: str | None = None
    notice_to: Sequence[str] = ()
    takes_effect: TakesEffectFile | None = None
    later_date_in_notice: bool = False
    reasons_required: bool = False
    grounds: str = ""
    not_before: LockFile | None = None
    only_within: WindowFile | None = None
    only_at_end_of_term: TermsFile | None = None
    postponed: PostponementFile | None = None
    ends_the_treaty: bool = False
    survives: str = ""
    survives_years: Annotated[int, Field(ge=0)] = 0

    @model_validator(mode="after")
    def _clause_or_silence(self) -> "WithdrawalFile":
        if (self.silent is None) == (self.article is None):
            raise ValueError('give "article:" and "takes_effect:", or "silent:" with its words')
        if self.article is not None and self.takes_effect is None:
            raise ValueError('a withdrawal clause needs "takes_effect:"')
        return self

    def law(self) -> final.Withdrawal | final.Silence:
        """The clause, or its absence, as a value."""
        if self.article is None or self.takes_effect is None:
            return final.Silence(self.silent or "")
        return self._clause(self.article, self.takes_effect.law())

    def _clause(self, article: str, takes_effect: TakesEffect) -> final.Withdrawal:
        return final.Withdrawal(
            article=article,
            notice_to=tuple(self.notice_to),
            takes_effect=takes_effect,
            later_date_in_notice=self.later_date_in_notice,
            reasons_required=self.reasons_required,
            grounds=self.grounds,
            lock=self.not_before.law() if self.not_before else None,
            window=self.only_within.law() if self.only_within else None,
            terms=self.only_at_end_of_term.law() if self.only_at_end_of_term else None,
            postponed=self.postponed.law(article) if self.postponed else None,
            ends_the_treaty=self.ends_the_treaty,
            survives=self.survives,
            survives_years=self.survives_years,
        )


class SignatureFile(Strict):
    """``signature``: ``until`` is entry-into-force or any-time; ``last_day`` a day instead."""

    article: str
    until: Annotated[final.Until, Field(strict=False)] | None = None
    last_day: Day | None = None

    @model_validator(mode="after")
    def _one_end(self) -> "SignatureFile":
        if (self.until is None) == (self.last_day is None):
            raise ValueError('give "until:" (entry-into-force, any-time) or "last_day:" with a day')
        return self

    def law(self) -> final.Signature:
        """The clause as a value."""
        until = self.until if self.until is not None else self.last_day
        assert until is not None
        return final.Signature(self.article, until)


class AccessionFile(Strict):
    """``accession``."""

    article: str
    from_when: Annotated[final.Until, Field(alias="from", strict=False)]
    only_for: Annotated[final.OnlyFor, Field(strict=False)] | None = None

    def law(self) -> final.Accession:
        """The clause as a value."""
        return final.Accession(self.article, self.from_when, self.only_for)


class RatificationFile(Strict):
    """``ratification``; acceptance and approval are open to the same."""

    article: str
    only_for: Annotated[final.OnlyFor, Field(strict=False)]

    def law(self) -> final.Ratification:
        """The clause as a value."""
        return final.Ratification(self.article, self.only_for)


class SuccessionFile(Strict):
    """``succession``; ``article`` is left out where the text is silent."""

    article: str | None = None
    takes_effect: TakesEffectFile
    words: str = ""

    def law(self) -> final.Succession:
        """The clause as a value."""
        return final.Succession(self.article, self.takes_effect.law(), self.words)


class ProvisionalFile(Strict):
    """``provisional_application``; ``with_`` is the act that carries the declaration."""

    article: str
    covers: str
    declared_with: Annotated[list[Kind], Field(min_length=1)]
    ended_by_notice: TakesEffectFile | None = None

    def law(self) -> final.Provisional:
        """The clause as a value."""
        ended = self.ended_by_notice.law() if self.ended_by_notice else None
        return final.Provisional(self.article, self.covers, frozenset(self.declared_with), ended)


class SuspensionFile(Strict):
    """``suspension``: a clause with its article, or ``silent``."""

    article: str | None = None
    words: str = ""
    silent: str | None = None

    @model_validator(mode="after")
    def _clause_or_silence(self) -> "SuspensionFile":
        if (self.silent is None) == (self.article is None):
            raise ValueError('give "article:" and "words:", or "silent:" with its words')
        return self

    def law(self) -> final.Suspension | final.Silence:
        """The clause, or its absence, as a value."""
        if self.article is None:
            return final.Silence(self.silent or "")
        return final.Suspension(self.article, self.words)


class ExpulsionFile(Strict):
    """``expulsion``."""

    article: str
    takes_effect: TakesEffectFile

    def law(self) -> final.Expulsion:
        """The clause as a value."""
        return final.Expulsion(self.article, self.takes_effect.law())


class EndsWithFile(Strict):
    """One item of ``ends_with``."""

    treaty: str
    article: str
    takes_effect: TakesEffectFile

    def law(self) -> final.EndsWith:
        """The clause as a value."""
        return final.EndsWith(self.treaty, self.article, self.takes_effect.law())


class ExtensionFile(Strict):
    """One item of ``duration.extended``."""

    agreed: Day
    until: Day
    source: str


class DurationFile(Strict):
    """``duration``: the article; ``expires_on`` the first day without the treaty."""

    article: str | None = None
    expires_on: Day | None = None
    extended: Sequence[ExtensionFile] = ()

    def law(self) -> final.Duration:
        """The clause as a value."""
        extensions = tuple(final.Extension(e.agreed, e.until, e.source) for e in self.extended)
        return final.Duration(self.article, self.expires_on, extensions)


class SeveralDepositariesFile(Strict):
    """``several_depositaries``."""

    joining: Annotated[str, Field(pattern="^earliest$")]
    leaving: Annotated[final.Capital, Field(strict=False)]


class ReservationsFile(Strict):
    """``reservations``."""

    article: str | None = None
    allowed: Annotated[str, Field(pattern="^(none|limited|allowed|silent)$")]


class FinalClausesFile(Strict):
    """``final_clauses``."""

    entry_into_force: EntryFile
    withdrawal: WithdrawalFile
    duration: DurationFile
    signature: SignatureFile | None = None
    accession: AccessionFile | None = None
    ratification: RatificationFile | None = None
    succession: SuccessionFile | None = None
    provisional_application: ProvisionalFile | None = None
    suspension: SuspensionFile | None = None
    expulsion: ExpulsionFile | None = None
    ends_with: Sequence[EndsWithFile] = ()
    several_depositaries: SeveralDepositariesFile | None = None
    reservations: ReservationsFile | None = None

    @model_validator(mode="after")
    def _closing_is_a_day(self) -> "FinalClausesFile":
        opens = self.accession.from_when if self.accession else None
        closes = self.signature.last_day if self.signature else None
        if opens is final.Until.CLOSING_OF_SIGNATURE and closes is None:
            raise ValueError(
                'accession "from: closing-of-signature" needs "last_day:" of signature'
            )
        return self

    def law(self) -> final.FinalClauses:
        """The clauses as a value."""
        later = self.entry_into_force.for_a_later_participant
        provisional = self.provisional_application
        suspension = self.suspension
        silence = final.Silence("the text has no clause on suspension")
        several, reservations = self.several_depositaries, self.reservations
        return final.FinalClauses(
            of_the_treaty=self.entry_into_force.of_the_treaty.law(),
            for_a_later_participant=later.law() if later else None,
            withdrawal=self.withdrawal.law(),
            duration=self.duration.law(),
            signature=self.signature.law() if self.signature else None,
            accession=self.accession.law() if self.accession else None,
            ratification=self.ratification.law() if self.ratification else None,
            succession=self.succession.law() if self.succession else None,
            provisional_application=provisional.law() if provisional else None,
            suspension=suspension.law() if suspension else silence,
            expulsion=self.expulsion.law() if self.expulsion else None,
            ends_with=tuple(ending.law() for ending in self.ends_with),
            several_depositaries=(final.SeveralDepositaries(several.leaving) if several else None),
            reservations=(
                final.Reservations(reservations.article, reservations.allowed)
                if reservations
                else None
            ),
        )
