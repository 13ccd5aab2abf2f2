"""The answers of the status room as JSON objects; docs/commands.md describes each key."""

from datetime import date

from treatywatch.law.calendar import Interval, Undetermined, When
from treatywatch.publishing.plain_json import Json, plain
from treatywatch.status.answers import (
    CountReport,
    EffectAnswer,
    OtherCounts,
    OtherView,
    Spell,
    StatusAnswer,
    Timeline,
    UnitStatus,
)
from treatywatch.status.deadline import Deadline
from treatywatch.status.horizon import beyond_the_horizon


def status_object(answer: StatusAnswer) -> dict[str, Json]:
    """The standing on the day, the spell it belongs to, and the spell that follows."""
    return {
        "participant": answer.participant,
        "treaty": answer.treaty,
        "on": plain(answer.on),
        "as_known_on": plain(answer.as_known_on),
        "view": answer.view,
        "views_differ": [_other_view(other) for other in answer.views_differ],
        "compared_on": plain(answer.compared_on),
        "caution": beyond_the_horizon(answer.compared_on, answer.on),
        **spell_object(answer.spell),
        "next": None if answer.next_spell is None else spell_object(answer.next_spell),
        "units": [_unit_object(unit) for unit in answer.units],
    }


def _unit_object(unit: UnitStatus) -> dict[str, Json]:
    """A part or territory that an act names: its own standing, and whether that is another one."""
    return {
        "part": unit.unit.part,
        "territory": unit.unit.territory,
        "name": unit.name,
        "differs": unit.differs,
        "alone": unit.alone,
        **spell_object(unit.spell),
        "next": None if unit.next_spell is None else spell_object(unit.next_spell),
    }


def _other_view(other: OtherView) -> dict[str, Json]:
    return {
        "view": other.view,
        "held_by": other.held_by,
        "standing": plain(other.spell.standing),
        "since": plain(other.since),
        "suspended_since": plain(other.spell.suspended_since),
        "words": other.words,
        "source": other.source,
    }


def timeline_object(line: Timeline) -> dict[str, Json]:
    """Every spell in the order of time, and the effects that make them."""
    effects: list[Json] = [
        {
            "kind": plain(effect.kind),
            **when_object(effect.when, "on"),
            "reasons": plain(effect.reasons),
        }
        for effect in line.effects
    ]
    return {
        "participant": line.participant,
        "treaty": line.treaty,
        "as_known_on": plain(line.as_known_on),
        "view": line.view,
        "compared_on": plain(line.compared_on),
        "spells": [spell_object(spell) for spell in line.spells],
        "effects": effects,
        "units": [
            {
                "part": unit.unit.part,
                "territory": unit.unit.territory,
                "spells": [spell_object(spell) for spell in unit.spells],
            }
            for unit in line.units
        ],
    }


def spell_object(spell: Spell) -> dict[str, Json]:
    """A standing with its bounds: ``until`` is the first day on which it no longer holds."""
    return {
        "standing": plain(spell.standing),
        "since": plain(spell.since),
        "until": plain(spell.until),
        "confidence": plain(spell.confidence),
        "reasons": plain(spell.reasons),
        "contested": plain(spell.contested),
        "suspended_since": plain(spell.suspended_since),
    }


def count_object(report: CountReport) -> dict[str, Json]:
    """Each count under its rule, with those who are in it."""
    return {
        "treaty": report.treaty,
        "on": plain(report.on),
        "as_known_on": plain(report.as_known_on),
        "view": report.view,
        "views_differ": [_other_counts(other) for other in report.views_differ],
        "compared_on": plain(report.compared_on),
        "caution": beyond_the_horizon(report.compared_on, report.on),
        "holds": plain(report.holds),
        "counts": {
            str(counted.rule): {
                "number": counted.number,
                "words": counted.words,
                "confidence": plain(counted.confidence),
                "participants": list(counted.participants),
            }
            for counted in report.counts
        },
    }


def _other_counts(other: OtherCounts) -> dict[str, Json]:
    return {
        "view": other.view,
        "held_by": other.held_by,
        "counts": {str(rule): number for rule, number in other.numbers},
        "sources": list(other.sources),
    }


def effect_object(answer: EffectAnswer) -> dict[str, Json]:
    """The day of effect, or null with what keeps it open."""
    return {
        "treaty": answer.treaty,
        "participant": answer.participant,
        "act": plain(answer.act),
        "date": plain(answer.done_on),
        "as_known_on": plain(answer.as_known_on),
        "view": answer.view,
        "compared_on": plain(answer.compared_on),
        "caution": beyond_the_horizon(answer.compared_on, answer.done_on),
        **when_object(answer.when, "effect"),
        "reasons": plain(answer.reasons),
    }


def deadline_object(deadline: Deadline) -> dict[str, Json]:
    """A duty with the day on which it falls due and how it stands."""
    return {
        "id": deadline.id,
        "treaty": deadline.treaty,
        "participant": deadline.participant,
        "article": deadline.article,
        "what": deadline.what,
        **when_object(deadline.due, "due"),
        "first_due": plain(deadline.first_due),
        "state": plain(deadline.state),
        "confidence": plain(deadline.confidence),
        "reasons": plain(deadline.reasons),
    }


def when_object(when: When, key: str) -> dict[str, Json]:
    """A day under ``key``; for an interval or what cannot be said, null with the reason."""
    if isinstance(when, date):
        return {key: when.isoformat(), "undetermined": None}
    open_day: dict[str, Json] = {key: None, "undetermined": when.why}
    if isinstance(when, Interval):
        bounds = {"not_before": plain(when.not_before), "not_after": plain(when.not_after)}
        return {**open_day, **bounds}
    return {**open_day, "what_would_settle_it": when.what_would_settle_it}


def undetermined_object(error: Exception) -> dict[str, Json]:
    """The answer to a row that could not be asked: null, with what was wrong with it."""
    return {**when_object(Undetermined(str(error), "correct the row"), "effect"), "reasons": []}
