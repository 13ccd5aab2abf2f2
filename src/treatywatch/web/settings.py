"""What a server is told when it starts: read once from the environment, then never changed.

``treatywatch serve`` writes its options into the same variables, so that every worker process of a
server reads the same; docs/serving.md has the table.
"""

import os
from collections.abc import Mapping
from pathlib import Path

from treatywatch.errors import BadSetting
from treatywatch.values import frozen

PREFIX = "TREATYWATCH_"
LOOPBACK = ("127.0.0.1", "::1", "localhost")
_YES, _NO = {"1", "yes", "true", "on"}, {"0", "no", "false", "off", ""}


@frozen
class Settings:
    """One server's settings; each field is the variable TREATYWATCH_<FIELD> in capitals."""

    host: str = "127.0.0.1"
    port: int = 8300
    workers: int = 1
    database: str = ""  # SQLAlchemy URL; empty for an SQLite file in the user's folder
    record: str = ""  # folder of the record; empty for the packaged one
    secret: str = ""  # signs sessions; empty for one kept in the workspace
    secure_cookies: bool = False  # cookies over https only; on behind a proxy that speaks it
    base_url: str = ""  # how the server is reached from outside; empty for what is asked
    max_upload: int = 16_000_000  # bytes of one report
    reading_seconds: int = 120  # for one report, in a process beside; 0: in the server, no limit
    writes_per_minute: int = 30  # for one account, token or address
    reads_per_minute: int = 6_000  # for one address

    @property
    def is_loopback(self) -> bool:
        """Whether only this machine can reach the server."""
        return self.host in LOOPBACK

    @property
    def address(self) -> str:
        """Where a browser finds the server."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return self.base_url or f"http://{host}:{self.port}/"

    @property
    def record_folder(self) -> Path | None:
        """The record to use, None for the packaged one."""
        return Path(self.record) if self.record else None


def from_environment(environment: Mapping[str, str] | None = None) -> Settings:
    """The settings that the environment gives; :class:`BadSetting` for a value that is none."""
    given = os.environ if environment is None else environment
    told = {name: given[variable(name)] for name in _FIELDS if variable(name) in given}
    return Settings(**{name: _read(name, text) for name, text in told.items()})  # type: ignore[arg-type]


def variable(field: str) -> str:
    """The name of a field's variable in the environment."""
    return PREFIX + field.upper()


_FIELDS = tuple(Settings.__dataclass_fields__)


def _read(name: str, text: str) -> object:
    kind = Settings.__dataclass_fields__[name].type
    if kind is str:
        return text
    if kind is int:
        if not text.strip().isdecimal():
            raise BadSetting(variable(name), text, "give a whole number")
        return int(text)
    word = text.strip().casefold()
    if word not in _YES | _NO:
        raise BadSetting(variable(name), text, "say yes or no")
    return word in _YES
