"""The end of provisional application by notice (VCLT Art. 25(2))."""

from datetime import date

from treatywatch.law.act import Act
from treatywatch.law.calendar import Interval, When
from treatywatch.law.clauses.printed import prefer_printed
from treatywatch.law.clauses.reckoning import Reckoning, reckon
from treatywatch.law.effect import Effect, EffectKind, Reason, art
from treatywatch.law.terms import ActKind
from treatywatch.law.treaty import Treaty


def ends_with_the_signature(treaty: Treaty) -> bool:
    """Whether signing alone applies the treaty provisionally (Energy Charter Treaty Art. 45(1)).

    There a signatory ends it by saying that it will not become a party.
    """
    clause = treaty.final_clauses.provisional_application
    return clause is not None and ActKind.SIGNATURE in clause.declared_with


def ended_by_who_will_not_join(treaty: Treaty) -> bool:
    """Whether ending it says that no consent will follow: so VCLT Art. 25(2), where it governs."""
    return treaty.final_clauses.provisional_application is None or ends_with_the_signature(treaty)


def end_of_provisional_application(treaty: Treaty, act: Act) -> Effect:
    """When provisional application ends by this notice: at once, or after a set period."""
    early = _reckoned(treaty, act.received_on.first())
    late = _reckoned(treaty, act.received_on.last())
    when: When = late.day
    if early.day != late.day:
        when = Interval(early.day, late.day, f"the notice is known only as {act.received_on}")
    clause = treaty.final_clauses.provisional_application
    rule = clause.ended_by_notice if clause else None
    article = art(clause.article) if clause else "VCLT Art. 25(2)"
    words = f"provisional application ends {rule.words if rule else 'on the day of the notice'}"
    line = Reason(words, article, act.cited, late.arithmetic or None, late.assumption, late.day)
    when, difference = prefer_printed(when, act.effect_printed, article)
    kind = EffectKind.ENDS_PROVISIONAL_APPLICATION
    return Effect(treaty.id, act.participant, kind, when, (line, *difference))


def _reckoned(treaty: Treaty, day: date) -> Reckoning:
    clause = treaty.final_clauses.provisional_application
    rule = clause.ended_by_notice if clause else None
    return reckon(rule, day) if rule else Reckoning(day, "")
