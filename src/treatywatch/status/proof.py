"""Answers with their derivation: a JSON document that anybody can check again from the record.

docs/proofs.md describes the document and its hashes; `prove` stands in proving.py.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields
from datetime import date
from typing import cast

from treatywatch.errors import UnknownName
from treatywatch.law.act import Act
from treatywatch.law.effect import Reason
from treatywatch.law.terms import ActKind
from treatywatch.law.unit import WHOLE, Unit
from treatywatch.ledger.ledger import Ledger
from treatywatch.status.answers import CountRule, UnitStatus
from treatywatch.status.content import Json, content, hash_of
from treatywatch.status.count_history import Universe, count_history
from treatywatch.status.counting import count
from treatywatch.status.deadlines import deadlines
from treatywatch.status.docket import Docket, docket
from treatywatch.status.foresight import effect
from treatywatch.status.timeline import status

FORMAT = "treatywatch-proof/1"
Proof = dict[str, Json]
Ground = dict[str, Json]


def proof_of_status(
    ledger: Ledger,
    participant: str,
    treaty: str,
    on: date,
    as_known_on: date | None = None,
) -> Proof:
    """How a participant stands on a day, with every step and everything it rests on.

    Raises :class:`treatywatch.errors.UnknownName`.
    """
    answer = status(ledger, participant, treaty, on, as_known_on)
    found = docket(ledger, answer.treaty, as_known_on)
    question = {
        "kind": "status",
        "participant": answer.participant,
        "treaty": answer.treaty,
        "on": on,
        "as_known_on": as_known_on,
        "view": ledger.view,
    }
    spell = answer.spell
    given: dict[str, object] = {
        "standing": spell.standing,
        "since": spell.since,
        "until": spell.until,
        "confidence": spell.confidence,
        "contested": [reason.words for reason in spell.contested],
        "view": answer.view,
    }
    if answer.units:
        given["units"] = [unit_content(unit) for unit in answer.units]
    spells = (spell, *(unit.spell for unit in answer.units))
    steps = tuple(reason for one in spells for reason in (*one.reasons, *one.contested))
    grounds = [*_acts_of(found, answer.participant), *_around(found, answer.participant)]
    grounds += _territories(found, answer.units)
    return _document(question, given, steps, [*grounds, *_acts_named(found, steps)])


def proof_of_count(
    ledger: Ledger,
    treaty: str,
    on: date,
    rule: CountRule,
    as_known_on: date | None = None,
) -> Proof:
    """One count of a treaty on a day: who is in it, by which acts, and entries less exits.

    Raises :class:`treatywatch.errors.UnknownName`.
    """
    report = count(ledger, treaty, on, as_known_on)
    counted = report.by(rule)
    found = docket(ledger, report.treaty, as_known_on)
    question = {
        "kind": "count",
        "treaty": report.treaty,
        "rule": rule,
        "on": on,
        "as_known_on": as_known_on,
        "view": ledger.view,
    }
    given = {
        "number": counted.number,
        "participants": counted.participants,
        "confidence": counted.confidence,
        "view": report.view,
    }
    members = [_membership_step(found, participant, on) for participant in counted.participants]
    steps = (*members, _entries_less_exits(ledger, found, rule, on))
    grounds = [*_acts_of(found, *found.by_participant), *_law(found), *_start(found)]
    for participant in sorted({a.participant for a in found.acts if _may_leave(a)}):
        grounds += _conflicts(found, participant)
    return _document(question, given, steps, grounds)


def proof_of_effect(
    ledger: Ledger,
    treaty: str,
    act_kind: ActKind,
    day: date,
    participant: str | None = None,
    *,
    as_known_on: date | None = None,
    named_date: date | None = None,
    unit: Unit = WHOLE,
) -> Proof:
    """When an act received on a day takes effect, with every step and what it rests on.

    Raises :class:`treatywatch.errors.UnknownName`.
    """
    whose = (treaty, act_kind, day, participant, as_known_on)
    answer = effect(ledger, *whose, named_date=named_date, unit=unit)
    found = docket(ledger, answer.treaty, as_known_on)
    question = {
        "kind": "effect",
        "treaty": answer.treaty,
        "act": act_kind,
        "day": day,
        "participant": answer.participant,
        "named_date": named_date,
        "as_known_on": as_known_on,
        "view": ledger.view,
    }
    if not unit.is_whole:
        question |= {"part": unit.part, "territory": unit.territory}
    given = {"when": answer.when, "view": answer.view}
    grounds = [*_law(found), *_start(found)]
    if answer.participant is not None:
        grounds = [*_acts_of(found, answer.participant), *_around(found, answer.participant)]
    steps = answer.reasons
    return _document(question, given, steps, [*grounds, *_acts_named(found, steps)])


def proof_of_deadline(
    ledger: Ledger,
    deadline: str,
    *,
    on: date,
    until: date | None = None,
    as_known_on: date | None = None,
) -> Proof:
    """One deadline, by its id: the day and whether it binds, with every step and what it rests on.

    ``on`` and ``until`` are the days looked at when it was found. Raises
    :class:`treatywatch.errors.UnknownName` where there is no such deadline between them.
    """
    treaty, participant = [*deadline.split(":", 2), ""][:2]
    known = docket(ledger, treaty, as_known_on)
    found = deadlines(
        ledger,
        participant=participant,
        treaty=treaty,
        on=on,
        until=until,
        as_known_on=as_known_on,
    )
    one = next((d for d in found if d.id == deadline), None)
    if one is None:
        raise UnknownName("deadline", deadline, tuple(d.id for d in found))
    question = {
        "kind": "deadline",
        "deadline": deadline,
        "on": on,
        "until": until,
        "as_known_on": as_known_on,
        "view": ledger.view,
    }
    given = {
        "due": one.due,
        "state": one.state,
        "first_due": one.first_due,
        "confidence": one.confidence,
    }
    grounds = [
        *_acts_of(known, participant),
        *_around(known, participant),
        *_duty(known, one.article, one.what),
        _extensions(known, participant, one.article),
        *_acts_named(known, one.reasons),
    ]
    return _document(question, given, one.reasons, grounds)


def _duty(found: Docket, article: str, what: str) -> Iterator[Ground]:
    treaty = found.treaty.id
    for duty in found.treaty.duties:
        if (duty.article, duty.what) == (article, what):
            place = f"treaties/{treaty}.yaml, duties, Art. {article}"
            yield _ground("duty", f"{treaty}:{article}:{what}", place, duty)


def _extensions(found: Docket, participant: str, article: str) -> Ground:
    """The decisions known on the duty; one that is added or taken out changes the list."""
    treaty, last = found.treaty.id, found.known_on or date.max
    known = [
        extension
        for extension in found.ledger.extensions.get(treaty, ())
        if (extension.participant, extension.article) == (participant, article)
        and extension.granted_on.first() <= last
    ]
    place = f"extensions/{treaty}.csv, {participant} Art. {article}"
    return _ground("extensions", f"{treaty}:{participant}:{article}", place, known)


def _document(
    question: Mapping[str, object],
    answer: Mapping[str, object],
    steps: Iterable[Reason],
    grounds: Iterable[Ground],
) -> Proof:
    by_place = {(str(g["kind"]), str(g["id"])): g for g in grounds}
    proof: Proof = {
        "format": FORMAT,
        "question": content(question),
        "answer": content(answer),
        "steps": [_step(number, reason) for number, reason in enumerate(steps, start=1)],
        "rests_on": [by_place[key] for key in sorted(by_place)],
    }
    return {**proof, "sha256": hash_of(proof)}


def _step(number: int, reason: Reason) -> Json:
    told = {field.name: content(getattr(reason, field.name)) for field in fields(reason)}
    return {"step": number, **told}


def _ground(kind: str, name: str, place: str, value: object) -> Ground:
    held = content(value)
    return {"kind": kind, "id": name, "place": place, "sha256": hash_of(held), "content": held}


def _acts_of(found: Docket, *participants: str) -> Iterator[Ground]:
    """Each act, and the list of them: an act that is added or dropped changes the list."""
    treaty = found.treaty.id
    for participant in participants:
        acts = found.by_participant.get(participant, ())
        yield from (_act(act) for act in acts)
        ids = sorted(act.id for act in acts)
        name = f"{treaty}:{participant}"
        yield _ground("acts", name, f"acts/{treaty}.csv, all acts of {participant}", ids)


def _act(act: Act) -> Ground:
    return _ground("act", act.id, f"acts/{act.treaty}.csv, {act.id}", act)


def _acts_named(found: Docket, steps: Iterable[Reason]) -> Iterator[Ground]:
    named = dict.fromkeys(act for reason in steps for act in reason.acts)
    yield from (_act(found.act_by_id[name]) for name in named if name in found.act_by_id)


# What a treaty is called and what it forbids decides no standing; everything else may.
_DECIDES_NOTHING = frozenset(
    {
        "id",
        "title",
        "short_title",
        "reference",
        "names",
        "compared_with_text",
        "depositary",
        "depositaries",
        "prohibitions",
        "subjects",
        "descriptions",
        "duties",
        "examples",
        "final_clauses",
    }
)


def _law(found: Docket) -> Iterator[Ground]:
    """The final clauses one by one, and all else in the treaty's file that decides a standing."""
    treaty = found.treaty
    file = f"treaties/{treaty.id}.yaml"
    for field in fields(treaty.final_clauses):
        clause = getattr(treaty.final_clauses, field.name)
        yield _ground("clause", f"{treaty.id}:{field.name}", f"{file}, {field.name}", clause)
    for field in fields(treaty):
        later = field.metadata.get("only_if_given") and not getattr(treaty, field.name)
        if field.name not in _DECIDES_NOTHING and not later:
            told = getattr(treaty, field.name)
            yield _ground(field.name, treaty.id, f"{file}, {field.name}", told)


def _start(found: Docket) -> Iterator[Ground]:
    """The treaty's own entry into force, which rests on the acts of others."""
    treaty = found.treaty.id
    started = found.start.effect
    place = f"acts/{treaty}.csv, entry into force of the treaty"
    yield _ground("entry-into-force", treaty, place, {"when": started.when})
    yield from _acts_named(found, started.reasons)


def unit_content(unit: UnitStatus) -> Json:
    """What an answer says of one part or territory."""
    told = {
        "part": unit.unit.part,
        "territory": unit.unit.territory,
        "standing": unit.spell.standing,
        "since": unit.spell.since,
        "until": unit.spell.until,
        "contested": [reason.words for reason in unit.spell.contested],
    }
    return content(told)


def _territories(found: Docket, units: Iterable[UnitStatus]) -> Iterator[Ground]:
    """Each territory that the answer is about, as the record has it."""
    for unit in units:
        territory = found.ledger.territories.get(unit.unit.territory or "")
        if territory is not None:
            place = f"participants/territories.csv, {territory.id}"
            yield _ground("territory", territory.id, place, territory)


def _conflicts(found: Docket, participant: str) -> Iterator[Ground]:
    last = found.known_on or date.max
    statements = [
        s
        for s in found.ledger.conflicts
        if s.participant == participant and s.since.first() <= last
    ]
    place = f"participants/conflicts.csv, {participant}"
    yield _ground("conflicts", participant, place, statements)


def _around(found: Docket, participant: str) -> Iterator[Ground]:
    """What else the standing of one participant rests on, with the treaties that end this one."""
    yield from (*_law(found), *_start(found), *_conflicts(found, participant))
    exists_from = found.date_of_succession(participant)
    place = f"participants/participants.csv, {participant}"
    yield _ground("participant", participant, place, {"exists_from": exists_from})
    for clause in found.treaty.final_clauses.ends_with:
        if clause.treaty in found.ledger.treaties:
            parent = docket(found.ledger, clause.treaty, found.known_on)
            yield from (*_acts_of(parent, participant), *_law(parent), *_start(parent))


def _may_leave(act: Act) -> bool:
    return act.kind in {ActKind.WITHDRAWAL_NOTICE, ActKind.EXPULSION}


def _membership_step(found: Docket, participant: str, on: date) -> Reason:
    spell = next(s for s in found.spells(participant) if s.covers(on))
    signature = found.history(participant).signature
    acts = [act for reason in spell.reasons for act in reason.acts]
    acts += [signature.id] if signature else []
    opening = next((r for r in spell.reasons if r.acts), spell.reasons[0])
    words = f"{participant} is counted ({spell.standing}): {opening.words}"
    return Reason(words, opening.article, tuple(dict.fromkeys(acts)), day=opening.day)


def _entries_less_exits(ledger: Ledger, found: Docket, rule: CountRule, on: date) -> Reason:
    history = count_history(ledger, found.treaty.id, found.known_on)
    steps = [(day, n) for day, n in history.steps.get((rule, Universe.EVERYONE), ()) if day <= on]
    entered = left = before = 0
    for _, number in steps:
        entered += max(0, number - before)
        left += max(0, before - number)
        before = number
    words = "entries into the count less exits from it, day by day"
    return Reason(words, arithmetic=f"{entered} - {left} = {before}", day=on)


def again(question: Mapping[str, Json], ledger: Ledger) -> Proof:
    """The proof of the same question from another ledger; ``question`` as a proof holds it.

    Raises KeyError, ValueError or TypeError for a question that no proof holds.
    """
    known_on = _day(question["as_known_on"])
    ledger = ledger.seen_by(cast("str | None", question.get("view")))
    if question["kind"] == "deadline":
        return proof_of_deadline(
            ledger,
            cast("str", question["deadline"]),
            on=_needed(question["on"]),
            until=_day(question["until"]),
            as_known_on=known_on,
        )
    treaty = cast("str", question["treaty"])
    match question["kind"]:
        case "status":
            who = cast("str", question["participant"])
            return proof_of_status(ledger, who, treaty, _needed(question["on"]), known_on)
        case "count":
            rule = CountRule(cast("str", question["rule"]))
            return proof_of_count(ledger, treaty, _needed(question["on"]), rule, known_on)
        case "effect":
            return proof_of_effect(
                ledger,
                treaty,
                ActKind(cast("str", question["act"])),
                _needed(question["day"]),
                cast("str | None", question["participant"]),
                as_known_on=known_on,
                named_date=_day(question["named_date"]),
                unit=Unit(_text(question, "part"), _text(question, "territory")),
            )
        case other:
            raise ValueError(f'there are no proofs of the kind "{other}"')


def _text(question: Mapping[str, Json], key: str) -> str | None:
    return cast("str | None", question.get(key))


def _day(text: Json) -> date | None:
    return None if text is None else _needed(text)


def _needed(text: Json) -> date:
    return date.fromisoformat(cast("str", text))
