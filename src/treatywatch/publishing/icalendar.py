"""Deadlines and effects to come as an iCalendar file (RFC 5545): all-day events, stable names.

An event keeps its UID while its day moves; SEQUENCE counts the changes, and what was called off is
published as STATUS:CANCELLED, so that calendars that already have it take it out.
"""

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime
from hashlib import sha256

from treatywatch import __version__
from treatywatch.law.calendar import Interval, in_words
from treatywatch.law.effect import EffectKind, Reason
from treatywatch.ledger.ledger import Ledger
from treatywatch.status.coming import ComingEffect
from treatywatch.status.deadline import Deadline, DeadlineState
from treatywatch.values import frozen

_OCTETS = 75  # RFC 5545 section 3.1: no longer line, the fold counted in octets


@frozen
class CalendarEvent:
    """One all-day event. ``status`` is CONFIRMED, TENTATIVE or CANCELLED."""

    id: str
    day: date
    summary: str
    description: str
    category: str
    status: str
    sequence: int

    @property
    def uid(self) -> str:
        """The same for the same event, whoever makes the file and whenever."""
        return f"{sha256(self.id.encode()).hexdigest()[:32]}@treatywatch"


def calendar_events(
    ledger: Ledger, deadlines: Iterable[Deadline], coming: Iterable[ComingEffect]
) -> tuple[CalendarEvent, ...]:
    """Deadlines and effects as events in the order of days; those without a day are left out."""
    events = [event for d in deadlines if (event := _of_deadline(ledger, d)) is not None]
    events += [event for c in coming if (event := _of_effect(ledger, c)) is not None]
    return tuple(sorted(events, key=lambda e: (e.day, e.id)))


def icalendar_text(events: Iterable[CalendarEvent], made_at: datetime | None = None) -> str:
    """The events as one calendar, lines folded and ended as RFC 5545 wants it.

    ``made_at`` (now) is the time stamp of every event, in UTC; an aware time is converted.
    """
    stamp = (made_at or datetime.now(UTC)).astimezone(UTC)
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:-//treatywatch//treatywatch {__version__}//EN",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
    ]
    for event in events:
        lines += _event_lines(event, stamp)
    lines.append("END:VCALENDAR")
    return "".join(f"{folded}\r\n" for line in lines for folded in _folded(line))


def _event_lines(event: CalendarEvent, stamp: datetime) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{event.uid}"
    yield f"DTSTAMP:{stamp:%Y%m%dT%H%M%SZ}"
    # strftime writes years before 1000 without their leading zeros on some systems.
    yield f"DTSTART;VALUE=DATE:{event.day.isoformat().replace('-', '')}"
    yield f"SEQUENCE:{event.sequence}"
    yield f"STATUS:{event.status}"
    yield f"SUMMARY:{_escaped(event.summary)}"
    yield f"DESCRIPTION:{_escaped(event.description)}"
    yield f"CATEGORIES:{_escaped(event.category)}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _escaped(text: str) -> str:
    """TEXT of RFC 5545 section 3.3.11; control characters have no place in it."""
    text = text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\n", "\\n")
    return "".join(letter for letter in text if letter >= " " and letter != "\x7f")


def _folded(line: str) -> Iterator[str]:
    """The line in pieces of at most 75 octets; no letter is cut."""
    piece, octets = "", 0
    for letter in line:
        size = len(letter.encode())
        if octets + size > _OCTETS:
            yield piece
            piece, octets = " ", 1
        piece += letter
        octets += size
    yield piece


def _of_deadline(ledger: Ledger, deadline: Deadline) -> CalendarEvent | None:
    day = deadline.first_day()
    if day is None:
        return None
    who, treaty = _names(ledger, deadline.participant, deadline.treaty)
    sure = isinstance(deadline.due, date) and deadline.state is DeadlineState.STANDS
    status = "CONFIRMED" if sure else "TENTATIVE"
    if deadline.state is DeadlineState.FALLS_AWAY:
        status = "CANCELLED"
    return CalendarEvent(
        deadline.id,
        day,
        f"{who}: {deadline.what} ({treaty}, Art. {deadline.article})",
        _told(deadline.reasons),
        "deadline",
        status,
        deadline.revision,
    )


_HAPPENS = {
    EffectKind.ENTERS_INTO_FORCE: "the {treaty} enters into force for {who}",
    EffectKind.CEASES_TO_BE_PARTY: "{who} ceases to be a party to the {treaty}",
}


def _of_effect(ledger: Ledger, coming: ComingEffect) -> CalendarEvent | None:
    effect = coming.effect
    day = effect.when.not_before if isinstance(effect.when, Interval) else effect.when
    if not isinstance(day, date):
        return None
    who, treaty = _names(ledger, effect.participant, effect.treaty)
    words = _HAPPENS[effect.kind].format(who=who, treaty=treaty)
    status = "CONFIRMED" if isinstance(effect.when, date) else "TENTATIVE"
    told = _told(effect.reasons)
    if coming.called_off_by is not None:
        status = "CANCELLED"
        revoked = in_words(coming.called_off_by.received_on)
        told = f"called off: the notice was revoked on {revoked} (VCLT Art. 68)\n{told}"
    summary = words[0].upper() + words[1:]
    return CalendarEvent(coming.id, day, summary, told, "effect", status, coming.revision)


def _names(ledger: Ledger, participant: str, treaty: str) -> tuple[str, str]:
    known = ledger.participants.get(participant)
    return (known.common_name if known else participant), ledger.treaties[treaty].short_title


def _told(reasons: Iterable[Reason]) -> str:
    lines = []
    for reason in reasons:
        words = f"{reason.words}: {reason.arithmetic}" if reason.arithmetic else reason.words
        lines.append(f"{words} ({reason.article})" if reason.article else words)
        lines += [f"taken for granted: {reason.assumption}"] if reason.assumption else []
    return "\n".join(dict.fromkeys(lines))
