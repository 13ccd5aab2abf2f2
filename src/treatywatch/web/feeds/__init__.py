"""Feeds of changes (Atom, JSON Feed) and calendars of what is to come (iCalendar)."""
