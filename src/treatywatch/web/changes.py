"""What has changed: acts recorded, notices, effects that came, decisions of the desk."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time
from itertools import pairwise

from sqlalchemy import Connection, select

from treatywatch.law.act import Act
from treatywatch.law.terms import ActKind
from treatywatch.ledger.ledger import Ledger
from treatywatch.status.timeline import timeline
from treatywatch.values import frozen
from treatywatch.workspace.tables import CHANGES


@frozen
class Change:
    """One entry of a feed. ``path`` is its page, ``id`` the same for as long as it is told."""

    id: str
    at: datetime
    kind: str
    treaty: str
    participant: str
    title: str
    words: str
    path: str


def changes(
    ledger: Ledger,
    connection: Connection,
    *,
    treaty: str | None = None,
    participant: str | None = None,
    today: date,
    most: int,
) -> tuple[Change, ...]:
    """The newest changes first, of one treaty or participant where one is named."""
    treaties = [ledger.treaty(treaty).id] if treaty else sorted(ledger.treaties)
    who = ledger.participant(participant).id if participant else None
    acts = [
        act
        for name in treaties
        for act in ledger.acts.get(name, ())
        if who in {None, act.participant} and act.participant in ledger.participants
    ]
    newest = sorted(acts, key=_learned, reverse=True)[:most]
    found = [_of_act(ledger, act) for act in newest]
    found += _effects(ledger, newest, today)
    found += _of_desk(connection, treaties, who, most)
    return tuple(sorted(found, key=lambda change: (change.at, change.id), reverse=True)[:most])


def _learned(act: Act) -> tuple[date, str]:
    return act.learned_on.last(), act.id


def _of_act(ledger: Ledger, act: Act) -> Change:
    name = ledger.participants[act.participant].common_name
    title = ledger.treaties[act.treaty].short_title
    is_notice = act.kind is ActKind.WITHDRAWAL_NOTICE
    what = act.kind.replace("-", " ")
    return Change(
        f"act:{act.id}",
        _moment(act.learned_on.last()),
        "notice" if is_notice else "act",
        act.treaty,
        act.participant,
        f"{name}, {title}: {what}",
        f"Received on {act.received_on}; known since {act.learned_on}.",
        f"/treaties/{act.treaty}/participants/{act.participant}",
    )


def _effects(ledger: Ledger, acts: list[Act], today: date) -> Iterator[Change]:
    """The turns of standing that have come, of those who acted last."""
    for treaty, who in dict.fromkeys((act.treaty, act.participant) for act in acts):
        name, title = ledger.participants[who].common_name, ledger.treaties[treaty].short_title
        for before, spell in pairwise(timeline(ledger, who, treaty).spells):
            is_turn = before.standing is not spell.standing
            if not is_turn or spell.since is None or spell.since > today:
                continue
            standing = spell.standing.replace("-", " ")
            yield Change(
                f"standing:{treaty}:{who}:{spell.since}",
                _moment(spell.since),
                "effect",
                treaty,
                who,
                f"{name}, {title}: {standing} from {spell.since}",
                "; ".join(reason.words for reason in spell.reasons[:3]),
                f"/treaties/{treaty}/participants/{who}?on={spell.since}",
            )


def _of_desk(
    connection: Connection, treaties: list[str], who: str | None, most: int
) -> Iterator[Change]:
    query = select(CHANGES).where(CHANGES.c.treaty.in_(treaties)).order_by(CHANGES.c.id.desc())
    if who is not None:
        query = query.where(CHANGES.c.participant == who)
    for row in connection.execute(query.limit(most)):
        told = (row.kind, row.treaty or "", row.participant or "")
        yield Change(f"desk:{row.id}", row.at, *told, row.words, row.words, row.path)


def _moment(day: date) -> datetime:
    return datetime.combine(day, time(), UTC)
