"""Everything treatywatch raises, in one tree; each error carries the facts it is about.

    TreatywatchError
    ├── UnknownName            a treaty, participant, act or language that the record does not have
    ├── NotADate               text that is not a day (or a year, or a month) of the calendar
    ├── UnreadableInput        a report, page or table that cannot be read at all
    ├── FaultyRecord           the record has faults and was asked to be used all the same
    ├── ReadingStopped         a report that took too long to read, or broke its process
    └── BadSetting             a setting of the environment or of a command that cannot be used

Errors are for misuse. Faults in data are values (:class:`treatywatch.ledger.fault.Fault`),
collected with file and line, so that one bad row does not hide the other forty.
"""

from collections.abc import Mapping, Sequence


class TreatywatchError(Exception):
    """Base of all errors raised on purpose; the message says what was wrong and what to do."""

    def __reduce__(self) -> tuple[object, ...]:
        """As it is, and not made anew of its message: it may be raised in another process."""
        return _raised_again, (type(self), self.args, vars(self))


def _raised_again(
    kind: type[TreatywatchError], args: tuple[object, ...], told: Mapping[str, object]
) -> TreatywatchError:
    error = kind.__new__(kind)
    error.args = args
    vars(error).update(told)
    return error


class UnknownName(TreatywatchError):
    """A name that the record does not have.

    ``kind`` says what was looked for ("treaty", "participant", "act"), ``name`` what was asked,
    ``suggestions`` the nearest names that do exist, best first.
    """

    def __init__(self, kind: str, name: str, suggestions: Sequence[str] = ()) -> None:
        self.kind, self.name, self.suggestions = kind, name, tuple(suggestions)
        hint = f" Did you mean {' or '.join(self.suggestions)}?" if self.suggestions else ""
        super().__init__(f'There is no {kind} "{name}" in the record.{hint}')


class NotADate(TreatywatchError):
    """Text that names no day of the calendar, or one that does not exist (30 February)."""

    def __init__(self, text: str, why: str = "write a day as 2025-07-10") -> None:
        self.text, self.why = text, why
        super().__init__(f'"{text}" is not a date: {why}.')


class UnreadableInput(TreatywatchError):
    """A file that cannot be read as what it was given for; ``what_to_do`` helps the user on."""

    def __init__(self, name: str, why: str, what_to_do: str) -> None:
        self.name, self.why, self.what_to_do = name, why, what_to_do
        super().__init__(f"{name}: {why}. {what_to_do}")


class FaultyRecord(TreatywatchError):
    """The record has faults; ``faults`` lists them as "file:line: words"."""

    def __init__(self, faults: Sequence[str]) -> None:
        self.faults = tuple(faults)
        shown = "\n  ".join(self.faults[:20])
        more = f"\n  and {len(self.faults) - 20} more" if len(self.faults) > 20 else ""
        super().__init__(f"The record has {len(self.faults)} faults:\n  {shown}{more}")


class ReadingStopped(TreatywatchError):
    """A reading that was ended early; ``seconds`` is its limit, None where its process broke."""

    def __init__(self, name: str, seconds: int | None) -> None:
        self.name, self.seconds = name, seconds
        why = "its process broke down" if seconds is None else f"it took over {seconds} seconds"
        super().__init__(f"{name}: {why}. Read it on the command line: treatywatch check FILE.")


class BadSetting(TreatywatchError):
    """A setting that cannot be used; ``what_to_do`` says what would do."""

    def __init__(self, name: str, value: str, what_to_do: str) -> None:
        self.name, self.value, self.what_to_do = name, value, what_to_do
        super().__init__(f'{name} is "{value}": {what_to_do}.')
