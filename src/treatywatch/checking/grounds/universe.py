"""How many States there are to be counted: "165 of the 193", "four countries outside"."""

from collections.abc import Sequence
from datetime import date

from treatywatch.law.participant import Participant, ParticipantKind
from treatywatch.ledger.ledger import Ledger
from treatywatch.reading.claim import Claim


def un_members(ledger: Ledger, on: date) -> tuple[str, ...]:
    """Ids of the members of the United Nations on that day."""
    return tuple(p.id for p in ledger.participants.values() if _is_member(p, on))


def other_states(ledger: Ledger, on: date) -> tuple[str, ...]:
    """Ids of the States outside the United Nations that existed on that day."""
    return tuple(
        p.id
        for p in ledger.participants.values()
        if p.kind is ParticipantKind.OTHER_STATE and _exists(p, on) and not _is_member(p, on)
    )


def outside_numbers(ledger: Ledger, inside: Sequence[str], on: date) -> tuple[int, ...]:
    """How many States are not among ``inside``, by the two ways reports count them.

    UN members by name; and UN members with nothing but the size of ``inside`` taken off, as a table
    of so many parties "out of 193" does.
    """
    members, within = set(un_members(ledger, on)), set(inside)
    return tuple(dict.fromkeys((len(members - within), len(members) - len(within))))


def universe_note(claim: Claim, ledger: Ledger, on: date, counted: Sequence[str]) -> str | None:
    """What is wrong with the total that a report gives, if anything."""
    if claim.of_total is None:
        return None
    members = set(un_members(ledger, on))
    beyond = [p for p in counted if p not in members]
    if claim.of_total == len(members) and beyond:
        names = ", ".join(ledger.participants[p].common_name for p in beyond)
        return (
            f"They are not all among the {len(members)} members of the United Nations: {names} "
            "are counted too."
        )
    if not len(members) <= claim.of_total <= len(members) + len(other_states(ledger, on)):
        return f"The United Nations had {len(members)} members on that day, not {claim.of_total:g}."
    return None


def _is_member(participant: Participant, on: date) -> bool:
    since, until = participant.un_member_from, participant.un_member_until
    return since is not None and since <= on and (until is None or on < until)


def _exists(participant: Participant, on: date) -> bool:
    since, until = participant.exists_from, participant.exists_until
    return (since is None or since.first() <= on) and (until is None or on < until.first())
