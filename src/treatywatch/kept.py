"""What was read strictly once, kept in the user's cache folder so that a start costs nothing.

Reading every file of the record takes seconds; a command that answers one question should not. What
is kept is named after the files it was read from and the code that reads them (path, size, time of
change) and Python's version, so that an edited file is read anew. The folder is TREATYWATCH_CACHE,
else treatywatch below XDG_CACHE_HOME or ~/.cache; TREATYWATCH_CACHE=off keeps nothing. A folder
that cannot be written, or a kept file that cannot be read, costs time and nothing else.

A question about one treaty needs the acts of one: what is large is kept on shelves, each value of
which is made when it is first asked for.
"""

import os
import pickle
import re
import sys
from array import array
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from time import time
from typing import Any
from zlib import crc32

SETTING = "TREATYWATCH_CACHE"
_UNASKED = 7 * 24 * 3600  # seconds after which a kept file is dropped
_HEAD = 4  # bytes of the checksum before what is kept


class Shelf(Mapping[str, Any]):
    """Kept values by name, in their order, each made when it is first asked for."""

    def __init__(self, kept: Mapping[str, bytes], digest: str) -> None:
        self._kept = kept
        self._made: dict[str, Any] = {}
        self.digest = digest  # of all that is kept: the same values, or they are told apart

    def __getitem__(self, name: str) -> Any:
        try:
            return self._made[name]
        except KeyError:  # of two threads that make it both get the same
            return self._made.setdefault(name, pickle.loads(self._kept[name]))

    def __iter__(self) -> Iterator[str]:
        return iter(self._kept)

    def __len__(self) -> int:
        return len(self._kept)

    def __contains__(self, name: object) -> bool:
        return name in self._kept

    def __reduce__(self) -> tuple[Any, ...]:
        """As it is kept: what was made of it meanwhile stays behind."""
        return Shelf, (self._kept, self.digest)

    def __repr__(self) -> str:
        return f"Shelf({list(self._kept)})"


def kept(name: str, files: Iterable[Path], beside: str = "") -> object | None:
    """What was kept under the name for exactly these files, or None.

    ``beside`` tells what else it was made of.
    """
    path = _place(name, files, beside)
    if path is None:
        return None
    # Whatever is wrong with a kept file, what it was read from is there to be read again.
    with suppress(Exception):
        held = path.read_bytes()
        body = memoryview(held)[_HEAD:]
        if crc32(body).to_bytes(_HEAD, "big") == held[:_HEAD]:
            value: object = pickle.loads(body)
            with suppress(OSError):  # a folder that may only be read serves as well
                os.utime(path)
            return value
    return None


def keep(name: str, files: Iterable[Path], value: object, beside: str = "") -> None:
    """Keep the value for the next start; silently nothing where the folder cannot be written."""
    path = _place(name, files, beside)
    if path is None:
        return
    import tempfile  # which a start that finds what was kept does not need

    with suppress(OSError):
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        body = _pickled(value)
        with tempfile.NamedTemporaryFile(dir=path.parent, delete=False) as file:
            file.write(crc32(body).to_bytes(_HEAD, "big") + body)
        Path(file.name).replace(path)
        _forget_others(path)


def shelf(values: Mapping[str, object]) -> Shelf:
    """The values on a shelf, which can be kept at little cost to the start that wants few."""
    kept = {name: _pickled(value) for name, value in values.items()}
    digest = sha256()
    for name, pickled in kept.items():
        digest.update(f"{name} {len(pickled)}\n".encode() + pickled)
    return Shelf(kept, digest.hexdigest())


class _Pickler(pickle.Pickler):
    """Pickles patterns as what the interpreter has compiled them to."""

    def reducer_override(self, value: Any) -> Any:
        if type(value) is re.Pattern:
            return _pattern, (value.pattern, value.flags, _code_of(value))
        return NotImplemented


def _pickled(value: object) -> bytes:
    written = BytesIO()
    _Pickler(written, protocol=pickle.HIGHEST_PROTOCOL).dump(value)
    return written.getvalue()


def _code_of(pattern: re.Pattern[Any]) -> tuple[Any, ...] | None:
    """What the interpreter compiled a pattern to; compiling it costs more than all else kept.

    None where an interpreter has it otherwise: then the pattern is compiled again.
    """
    with suppress(Exception):
        parser, compiler = re._parser, re._compiler  # type: ignore[attr-defined]
        parsed = parser.parse(pattern.pattern, pattern.flags)
        groups = parsed.state.groups - 1
        code = array("I", compiler._code(parsed, pattern.flags)).tobytes()
        named = parsed.state.groupdict
        by_number = {number: name for name, number in named.items()}
        return code, groups, named, tuple(by_number.get(n) for n in range(groups + 1))
    return None


def _pattern(written: str, flags: int, code: tuple[Any, ...] | None) -> re.Pattern[str]:
    if code is not None:
        with suppress(Exception):
            compiled, *groups = code
            make = re._compiler._sre.compile  # type: ignore[attr-defined]
            made: re.Pattern[str] = make(written, flags, array("I", compiled).tolist(), *groups)
            return made
    return re.compile(written, flags)


def _forget_others(path: Path) -> None:
    """Drop what was kept under the same name before a file was edited, and what nobody asks for."""
    name = path.name.rsplit(".", 2)[0]
    long_ago = time() - _UNASKED
    for older in path.parent.glob("*.kept"):
        is_replaced = older.name.startswith(f"{name}.") and older != path
        if is_replaced or older.stat().st_mtime < long_ago:
            older.unlink(missing_ok=True)


def _place(name: str, files: Iterable[Path], beside: str) -> Path | None:
    folder = _folder()
    return None if folder is None else folder / f"{name}.{_fingerprint(files, beside)}.kept"


def _folder() -> Path | None:
    chosen = os.environ.get(SETTING, "")
    if chosen:
        return None if chosen == "off" else Path(chosen)
    home = os.environ.get("XDG_CACHE_HOME")
    # expanduser cannot fail, Path.home() can.
    base = Path(home) if home else Path("~/.cache").expanduser()
    return base / "treatywatch"


def _fingerprint(files: Iterable[Path], beside: str) -> str:
    digest = sha256(f"{sys.version} {beside}\n".encode())
    for path in sorted(map(str, files)):  # which are compared ten times as fast as paths
        seen = os.stat(path)  # noqa: PTH116
        digest.update(f"{path} {seen.st_size} {seen.st_mtime_ns}\n".encode())
    return digest.hexdigest()[:20]
