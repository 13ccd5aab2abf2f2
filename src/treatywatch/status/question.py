"""What is asked of an act that is supposed or on record, and how an answer to it is written."""

from datetime import date, timedelta

from treatywatch.law.act import Act
from treatywatch.law.calendar import NoEffect, When, in_words
from treatywatch.law.effect import Reason
from treatywatch.law.treaty import Dispute
from treatywatch.status.answers import DEPOSITARY, EffectAnswer
from treatywatch.status.docket import Docket
from treatywatch.status.history import History, Membership
from treatywatch.status.views import holder
from treatywatch.values import frozen

SUPPOSED = "supposition"
"""The source of an act that is made up."""


class Supposed(Act):
    """An act that is made up: no line of an answer may cite it as if it were in the record."""

    __slots__ = ()

    @property
    def cited(self) -> tuple[str, ...]:
        """Nothing."""
        return ()

    @property
    def id(self) -> str:
        """The same for all: nothing rests on it."""
        return SUPPOSED


@frozen
class Question:
    """The act supposed, by whom (None: nobody is named), and what is known.

    ``day`` is the day of the act, or the first that it can be.
    """

    docket: Docket
    act: Act
    who: str | None
    day: date
    own: History | None  # what the one named did that bears on what the act is about
    dispute: Dispute | None

    @property
    def is_supposed(self) -> bool:
        """Whether the act is made up, not one of the record."""
        return self.act.source == SUPPOSED

    def membership(self) -> Membership | None:
        """The membership of the one named, on the day."""
        return None if self.own is None else self.own.consent_on(self.day)

    def membership_before(self) -> Membership | None:
        """The membership of the one named, on the eve of the day."""
        return None if self.own is None else self.own.consent_on(self.day - timedelta(days=1))


def answer(asked: Question, when: When, reasons: tuple[Reason, ...]) -> EffectAnswer:
    """The answer; an act that is only supposed is not cited as if it were in the record."""
    act, found = asked.act, asked.docket
    if act.source == SUPPOSED:
        reasons = tuple([r.without(SUPPOSED) if r.acts else r for r in reasons])
    return EffectAnswer(
        found.treaty.id,
        asked.who,
        act.kind,
        asked.day,
        when,
        reasons,
        holder(asked.dispute) if asked.dispute is not None else DEPOSITARY,
        found.known_on,
        found.compared_on,
    )


def nothing(asked: Question, words: str, article: str) -> EffectAnswer:
    """The answer that the act has no day of effect, and why."""
    when = NoEffect(words, "another act: this one has no day of effect")
    return answer(asked, when, (Reason(words, article),))


def ended(asked: Question) -> EffectAnswer | None:
    """The answer for an act towards a treaty that has ended by the day."""
    end = asked.docket.ended_from
    if end is None or asked.day < end:
        return None
    return nothing(asked, f"the treaty ended on {in_words(end)}", "VCLT Art. 70")


def at_once(asked: Question) -> EffectAnswer:
    """The answer for an act that takes effect on its own day."""
    words = f"{asked.act.kind.value.replace('-', ' ')} takes effect on the day itself"
    return answer(asked, asked.day, (Reason(words, "VCLT Art. 78", day=asked.day),))
