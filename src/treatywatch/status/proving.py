"""Checking a proof again: step by step, offline, from the record it names by content hash."""

import json
from collections.abc import Iterator, Mapping
from typing import cast

from treatywatch.errors import TreatywatchError, UnreadableInput
from treatywatch.ledger.ledger import Ledger
from treatywatch.status.arithmetic import redo
from treatywatch.status.content import Json, canonical, hash_of
from treatywatch.status.proof import FORMAT, Proof, again
from treatywatch.values import frozen

_PARTS = ("format", "question", "answer", "steps", "rests_on", "sha256")
_WHAT_TO_DO = "Give a file that treatywatch wrote with --proof."


@frozen
class Check:
    """One thing that was checked: where it stands, whether it holds, and what was found."""

    place: str
    holds: bool
    words: str


@frozen
class Verification:
    """What became of a proof.

    ``holds`` is true only if everything does. ``answer_stands`` tells whether the record still
    gives the same answer: it may, though an act that the proof rests on has changed.
    """

    checks: tuple[Check, ...]
    answer_stands: bool

    @property
    def holds(self) -> bool:
        """Whether every check holds."""
        return all(check.holds for check in self.checks)

    @property
    def failures(self) -> tuple[Check, ...]:
        """The checks that do not hold, the record's before the conclusions'."""
        return tuple(check for check in self.checks if not check.holds)


def prove(proof: str | Mapping[str, Json], ledger: Ledger) -> Verification:
    """Check a proof (JSON text or its object) against a ledger, step by step.

    The seal of the document, every hash, every sum, every act and clause, and the answer are looked
    at one by one. Raises :class:`treatywatch.errors.UnreadableInput` for what is no proof.
    """
    document = _opened(proof)
    checks = [*_sealed(document), *_sums(document)]
    try:
        anew = again(cast("Mapping[str, Json]", document["question"]), ledger)
    except TreatywatchError as error:
        return Verification((*checks, Check("question", False, str(error))), False)
    except (KeyError, ValueError, TypeError) as error:
        raise UnreadableInput(
            "proof", f"the question cannot be read: {error}", _WHAT_TO_DO
        ) from None
    checks += _grounds(document, anew)
    checks += _steps(document, anew)
    stands = document["answer"] == anew["answer"]
    checks += _compared("answer", document["answer"], anew["answer"])
    return Verification(tuple(checks), stands)


def _opened(proof: str | Mapping[str, Json]) -> Proof:
    try:
        opened = json.loads(proof) if isinstance(proof, str) else dict(proof)
    except ValueError as error:
        raise UnreadableInput("proof", f"it is not JSON: {error}", _WHAT_TO_DO) from None
    if not isinstance(opened, dict) or opened.get("format") != FORMAT:
        raise UnreadableInput("proof", f"it does not say that it is {FORMAT}", _WHAT_TO_DO)
    missing = [part for part in _PARTS if part not in opened]
    shaped = isinstance(opened.get("question"), dict) and all(
        isinstance(opened.get(part), list) and all(isinstance(one, dict) for one in opened[part])
        for part in ("steps", "rests_on")
    )
    if missing or not shaped:
        why = f"it lacks {', '.join(missing)}" if missing else "its parts are not as they should be"
        raise UnreadableInput("proof", why, _WHAT_TO_DO)
    return cast("Proof", opened)


def _sealed(document: Proof) -> Iterator[Check]:
    """Whether the document, and each fact in it, is still as it was written."""
    body = {part: document[part] for part in _PARTS if part != "sha256"}
    whole = hash_of(body) == document["sha256"]
    yield Check(
        "the proof itself", whole, "sealed" if whole else "it was changed after it was made"
    )
    for ground in _objects(document["rests_on"]):
        if hash_of(ground.get("content")) != ground.get("sha256"):
            words = "its content does not fit its hash"
            yield Check(f"the proof itself, {ground.get('place')}", False, words)


def _sums(document: Proof) -> Iterator[Check]:
    for step in _objects(document["steps"]):
        if isinstance(step.get("arithmetic"), str):
            redone = redo(cast("str", step["arithmetic"]))
            yield Check(f"step {step.get('step')}, the sum", redone.holds, redone.words)


def _grounds(document: Proof, anew: Proof) -> Iterator[Check]:
    old, new = _by_id(document), _by_id(anew)
    for key in sorted({*old, *new}):
        before, after = old.get(key), new.get(key)
        if before is None:
            place = str(cast("dict[str, Json]", after)["place"])
            yield Check(place, False, "the answer now rests on this too")
        elif after is None:
            yield Check(str(before.get("place")), False, "no longer in the record, or not needed")
        elif before.get("sha256") == after["sha256"]:
            yield Check(str(after["place"]), True, f"unchanged, sha256 {after['sha256']}")
        else:
            yield from _compared(str(after["place"]), before.get("content"), after["content"])


def _by_id(document: Proof) -> dict[tuple[str, str], dict[str, Json]]:
    grounds = _objects(document["rests_on"])
    return {(str(ground.get("kind")), str(ground.get("id"))): ground for ground in grounds}


def _steps(document: Proof, anew: Proof) -> Iterator[Check]:
    old, new = _objects(document["steps"]), _objects(anew["steps"])
    for number in range(1, max(len(old), len(new)) + 1):
        before = old[number - 1] if number <= len(old) else None
        after = new[number - 1] if number <= len(new) else None
        yield from _compared(f"step {number}", before, after)


def _compared(place: str, before: Json, after: Json) -> Iterator[Check]:
    """One check that holds, or one for each part that differs, with what was and what is."""
    differences = list(_differences(place, before, after))
    yield from differences or [Check(place, True, "the same")]


def _differences(place: str, before: Json, after: Json) -> Iterator[Check]:
    if before == after:
        return
    if isinstance(before, dict) and isinstance(after, dict):
        for key in sorted({*before, *after}):
            yield from _differences(f"{place}, {key}", before.get(key), after.get(key))
    elif isinstance(before, list) and isinstance(after, list):
        gone = [canonical(held) for held in before if held not in after]
        come = [canonical(held) for held in after if held not in before]
        words = [f"no longer {held}" for held in gone] + [f"new: {held}" for held in come]
        yield Check(place, False, "; ".join(words) or "in another order")
    else:
        yield Check(place, False, f"was {canonical(before)}, is {canonical(after)}")


def _objects(held: Json) -> list[dict[str, Json]]:
    return cast("list[dict[str, Json]]", held)
