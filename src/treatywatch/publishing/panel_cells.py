"""What a panel says of one participant and one treaty in one year."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from functools import cache

from treatywatch.law.act import Act
from treatywatch.law.calendar import Come, Interval, When, has_come, turning_days
from treatywatch.law.terms import Standing
from treatywatch.status.answers import Spell
from treatywatch.status.docket import Docket
from treatywatch.status.history import History, Membership
from treatywatch.values import frozen

_BOUND = frozenset({Standing.PARTY, Standing.PARTY_UNDER_NOTICE})
_MOST_BOUND_FIRST = (
    Standing.PARTY,
    Standing.PARTY_UNDER_NOTICE,
    Standing.UNDETERMINED,
    Standing.CONTRACTING_STATE,
    Standing.SIGNATORY,
    Standing.FORMER_PARTY,
    Standing.THIRD_STATE,
)


@frozen
class Cells:
    """The cells of one row that depend on participant, treaty and year.

    Dates are those that followed, by 31 December, from acts received until then; an interval is
    written "2004-01-01/2004-12-31", an open one "2026-12-01/..". ``party_days`` None stands for a
    whole year. ``party_any`` None cannot be said.
    """

    signed_date: str
    consent_date: str
    consent_mode: str
    eif_date: str
    notice_date: str
    exit_date: str
    status_jan1: str
    status_dec31: str
    status_any: str
    party_any: int | None
    party_days: int | None
    iea_code: int | None
    contested: int
    source_ids: str


@frozen
class Run:
    """Years, one after the other, that have the same cells."""

    years: range
    cells: Cells


def runs(found: Docket, participant: str, years: range) -> Iterator[Run]:
    """The years of a participant towards a treaty, taken together where nothing changes."""
    spells = found.spells(participant)
    acts = found.by_participant.get(participant, ())
    if not acts and len(spells) == 1:
        yield Run(years, _without_acts(spells[0].standing))
        return
    history = found.history(participant)
    sources = [(act.received_on.first(), act.source) for act in acts]
    starts = _years_of_change(history, acts, spells, years)
    for start, end in zip(starts, [*starts[1:], years.stop], strict=True):
        yield Run(range(start, end), _cells(history, sources, spells, start))


@cache
def _without_acts(standing: Standing) -> Cells:
    """The cells of one that has done nothing, the same in every year."""
    return Cells(
        signed_date="",
        consent_date="",
        consent_mode="",
        eif_date="",
        notice_date="",
        exit_date="",
        status_jan1=standing.value,
        status_dec31=standing.value,
        status_any=standing.value,
        party_any=_party_any([standing], 0),
        party_days=0,
        iea_code=_iea_code(standing),
        contested=0,
        source_ids="",
    )


def _years_of_change(
    history: History, acts: Sequence[Act], spells: Sequence[Spell], years: range
) -> list[int]:
    """The first year, each year in which something happens, and the one after it."""
    days = {day for act in acts for day in turning_days(act.received_on)}
    days |= {spell.since for spell in spells if spell.since is not None}
    for membership in history.memberships:
        for effect in membership.endings:
            days |= set(turning_days(effect.when))
    changing = {day.year for day in days}
    starts = {years.start, *changing, *(year + 1 for year in changing)}
    return sorted(year for year in starts if year in years)


def _cells(
    history: History, sources: Sequence[tuple[date, str]], spells: Sequence[Spell], year: int
) -> Cells:
    """The cells of one year; ``sources`` has the day and the source of each act."""
    first, last = date(year, 1, 1), date(year, 12, 31)
    within = [
        spell
        for spell in spells
        if (spell.since is None or spell.since <= last)
        and (spell.until is None or spell.until > first)
    ]
    standings = [spell.standing for spell in within]
    party_days = sum(_days_in(s, first, last) for s in within if s.standing in _BOUND)
    membership = _membership_by(history, last)
    return Cells(
        signed_date=_signed(history, last),
        consent_date=_consent_date(membership),
        consent_mode=membership.consent.kind.value if membership and membership.consent else "",
        eif_date=_written(membership.entry.when) if membership else "",
        notice_date=_notice_date(membership, last),
        exit_date=_exit_date(membership, last),
        status_jan1=within[0].standing.value,
        status_dec31=within[-1].standing.value,
        status_any=min(standings, key=_MOST_BOUND_FIRST.index).value,
        party_any=_party_any(standings, party_days),
        party_days=None if party_days == (last - first).days + 1 else party_days,
        iea_code=_iea_code(within[-1].standing),
        contested=int(bool(within[-1].contested)),
        source_ids=";".join(dict.fromkeys([source for day, source in sources if day <= last])),
    )


def _days_in(spell: Spell, first: date, last: date) -> int:
    start = max(spell.since or first, first)
    end = min(spell.until or date.max, last + timedelta(days=1))
    return (end - start).days


def _party_any(standings: Sequence[Standing], party_days: int) -> int | None:
    if party_days:
        return 1
    return None if Standing.UNDETERMINED in standings else 0


def _iea_code(standing: Standing) -> int | None:
    """0 no action, 1 signed or consented, 2 in force for it; None cannot be said."""
    match standing:
        case Standing.PARTY | Standing.PARTY_UNDER_NOTICE:
            return 2
        case Standing.SIGNATORY | Standing.CONTRACTING_STATE:
            return 1
        case Standing.UNDETERMINED:
            return None
        case _:
            return 0


def _signed(history: History, last: date) -> str:
    signature = history.signature
    if signature is None or history.has_signed(last) is Come.NO:
        return ""
    return str(signature.received_on)


def _membership_by(history: History, last: date) -> Membership | None:
    """The latest membership begun by the day and not taken back."""
    begun = [m for m in history.memberships if _began(m) <= last and not m.was_taken_back(last)]
    return begun[-1] if begun else None


def _began(membership: Membership) -> date:
    """The day of consent; of a membership only presumed, that of its entry into force."""
    if membership.consent is not None:
        return membership.consent.received_on.first()
    when = membership.entry.when
    return when if isinstance(when, date) else date.max


def _consent_date(membership: Membership | None) -> str:
    consent = membership.consent if membership else None
    return str(consent.received_on) if consent else ""


def _notice_date(membership: Membership | None, last: date) -> str:
    notice = membership.pending_notice(last) if membership else None
    return str(notice.act.received_on) if notice else ""


def _exit_date(membership: Membership | None, last: date) -> str:
    """The exit of a notice that stands, or another end that has come by the day."""
    if membership is None:
        return ""
    notice = membership.pending_notice(last)
    ends = [e.when for e in membership.endings if has_come(e.when, last) is Come.YES]
    exits = sorted(filter(None, map(_written, [*([notice.exit.when] if notice else []), *ends])))
    return exits[0] if exits else ""


def _written(when: When) -> str:
    """A day or an interval as EDTF; empty where no day can be given."""
    match when:
        case date():
            return when.isoformat()
        case Interval(not_before, None):
            return f"{not_before}/.."
        case Interval(not_before, not_after):
            return f"{not_before}/{not_after}"
        case _:
            return ""
