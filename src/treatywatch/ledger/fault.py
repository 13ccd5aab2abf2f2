"""Faults in data: values with a place, collected rather than raised at the first."""

from treatywatch.values import frozen


@frozen(order=True)
class Fault:
    """Something wrong in a data file.

    ``file`` is relative to the record (or the name of an imported page), ``line`` counts from 1 (0
    where there is none), ``code`` is the kind of fault (documented in docs/data-files.md) and
    ``words`` say what is wrong and what to do.
    """

    file: str
    line: int
    code: str
    words: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.words} [{self.code}]"
