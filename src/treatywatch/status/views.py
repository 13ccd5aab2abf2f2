"""Whose view an answer takes, and how the other views on record answer the same question."""

from collections.abc import Iterator
from datetime import date

from treatywatch.law.treaty import DEPOSITARYS, Dispute, View
from treatywatch.status.answers import DEPOSITARY, NO_VIEW, OtherView, Timeline
from treatywatch.status.docket import Docket, docket


def disputes_on(found: Docket, on: date | None = None) -> Iterator[Dispute]:
    """The disputes over acts that are known, from the day on which the views begin to differ."""
    for dispute in found.treaty.disputes:
        begun = on is None or dispute.since <= on
        if begun and dispute.act_id(found.treaty.id) in found.act_by_id:
            yield dispute


def view_taken(found: Docket, participant: str, on: date | None = None) -> str:
    """Whose view the answers about a participant take: the depositary's where nobody differs."""
    own = [d for d in disputes_on(found, on) if d.participant == participant]
    return holder(own[-1]) if own else DEPOSITARY


def view_of_all(found: Docket, on: date) -> str:
    """Whose view the answers about all participants together take."""
    others = [d for d in disputes_on(found, on) if not _is_the_depositarys(d)]
    exceptions = [f"of {_name(found, d.participant)}: {holder(d)}" for d in others]
    return f"{DEPOSITARY} ({'; '.join(exceptions)})" if exceptions else DEPOSITARY


def _name(found: Docket, participant: str) -> str:
    known = found.ledger.participants.get(participant)
    return known.common_name if known is not None else participant


def holder(dispute: Dispute) -> str:
    """Who holds the view that is taken; :data:`NO_VIEW` where none is."""
    return dispute.taken.held_by if dispute.taken is not None else NO_VIEW


def _is_the_depositarys(dispute: Dispute) -> bool:
    return dispute.taken is not None and DEPOSITARYS in dispute.taken.seen_by


def other_views(found: Docket, participant: str, on: date) -> tuple[OtherView, ...]:
    """Every view that is not taken and gives another answer on the day."""
    taken = _seen(found.timeline(participant), on)
    theirs = (one for one in disputes_on(found, on) if one.participant == participant)
    # who differs in several disputes has one view of the standing, told by the last of them
    latest = {name: view for dispute in theirs for name, view in not_taken(dispute)}
    return tuple(
        OtherView(name, view.held_by, line.on(on), line.standing_since(on), view.words, view.source)
        for name, view in latest.items()
        for line in [in_view(found, name).timeline(participant)]
        if _seen(line, on) != taken
    )


def not_taken(dispute: Dispute) -> Iterator[tuple[str, View]]:
    """The views of a dispute that are not taken, each with the name that asks for it."""
    yield from ((view.seen_by[0], view) for view in dispute.views if not view.taken)


def in_view(found: Docket, name: str) -> Docket:
    """The same docket as another view has it."""
    return docket(found.ledger.seen_by(name), found.treaty.id, found.known_on)


def _seen(line: Timeline, on: date) -> tuple[object, ...]:
    spell = line.on(on)
    return spell.standing, line.standing_since(on), spell.suspended_since
