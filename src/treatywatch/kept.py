"""What was read strictly once, kept in the user's cache folder so that a start costs nothing.

Reading every file of the record takes seconds; a command that answers one question should not. What
is kept is named after the files it was read from and the code that reads them (path, size, time of
change) and Python's version, so that an edited file is read anew. The folder is TREATYWATCH_CACHE,
else treatywatch below XDG_CACHE_HOME or ~/.cache; TREATYWATCH_CACHE=off keeps nothing. A folder
that cannot be written, or a kept file that cannot be read, costs time and nothing else.

A question about one treaty needs the acts of one: what is large is kept on shelves, each value of
which is made when it is first asked for. Tables of numbers and of text are not read at all: they
lie in the file as they are used, and the system fetches the pages of them that are looked at. What
is read is held against its checksum; of a table only that it is there in full.
"""

import os
import pickle
import re
import sys
from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from hashlib import sha256
from io import BytesIO
from itertools import accumulate
from mmap import ACCESS_READ, mmap
from pathlib import Path
from struct import Struct
from time import time
from typing import Any, Literal, NamedTuple
from zlib import crc32

SETTING = "TREATYWATCH_CACHE"
_UNASKED = 7 * 24 * 3600  # seconds after which a kept file is dropped
_HEAD = Struct("<IQQQ")  # checksum and lengths: of what is read, of the places; of the whole file
_APART = 4096  # bytes: a smaller table is read with what it belongs to
_WITH_TABLES = 5  # the first protocol of pickle that leaves tables apart
_ALIGNED = 8  # bytes: where a table of numbers may begin
_missed: set[str] = set()  # names under which something was looked for and nothing found


class Pickled(NamedTuple):
    """A value as it is kept: what is read of it, its checksum, and tables that are looked into."""

    read: memoryview
    checksum: int
    tables: Sequence[memoryview]

    def value(self) -> Any:
        """The value; ValueError where what is kept has changed meanwhile."""
        if crc32(self.read) != self.checksum:
            raise ValueError("a kept value is damaged")
        return pickle.loads(self.read, buffers=self.tables)

    def __reduce_ex__(self, protocol: Any) -> tuple[Any, ...]:
        """With its tables apart where the pickler takes them so, else in one."""
        held = pickle.PickleBuffer if protocol >= _WITH_TABLES else bytes
        read, *tables = (held(one) for one in (self.read, *self.tables))
        return _kept_again, (read, self.checksum, tables)


def _kept_again(read: Any, checksum: int, tables: Sequence[Any]) -> Pickled:
    return Pickled(memoryview(read), checksum, [memoryview(one) for one in tables])


class Shelf(Mapping[str, Any]):
    """Kept values by name, in their order, each made when it is first asked for."""

    def __init__(self, kept: Mapping[str, Pickled], digest: str) -> None:
        self._kept = kept
        self._made: dict[str, Any] = {}
        self.digest = digest  # of all that is kept: the same values, or they are told apart

    def __getitem__(self, name: str) -> Any:
        try:
            return self._made[name]
        except KeyError:  # of two threads that make it both get the same
            return self._made.setdefault(name, self._kept[name].value())

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
        value: object = _looked_into(path).value()
        with suppress(OSError):  # a folder that may only be read serves as well
            os.utime(path)
        return value
    _missed.add(name)
    return None


def are_being_made() -> bool:
    """Whether something is being made that later starts will find kept."""
    return bool(_missed)


def _looked_into(path: Path) -> Pickled:
    """What a kept file holds; its tables stay where they are."""
    with path.open("rb") as file:
        whole = memoryview(mmap(file.fileno(), 0, access=ACCESS_READ))
    checksum, read, placed, every = _HEAD.unpack_from(whole)
    body_ends = _HEAD.size + read
    body, places = whole[_HEAD.size : body_ends], whole[body_ends : body_ends + placed]
    if every != len(whole) or crc32(places, crc32(body)) != checksum:
        raise ValueError(f"{path} is damaged")
    first = _aligned(body_ends + placed)
    spans = pickle.loads(places)
    tables = [whole[first + start : first + start + size] for start, size in spans]
    return Pickled(body, crc32(body), tables)


def keep(name: str, files: Iterable[Path], value: object, beside: str = "") -> None:
    """Keep the value for the next start; silently nothing where the folder cannot be written."""
    path = _place(name, files, beside)
    if path is None:
        return
    import tempfile  # which a start that finds what was kept does not need

    with suppress(OSError):
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=path.parent, delete=False) as file:
            file.writelines(_laid_out(_pickled(value)))
            file.flush()
            os.fsync(file.fileno())  # before it bears its name: a power cut leaves no half of it
        Path(file.name).replace(path)
        _forget_others(path)
    _missed.discard(name)


def _laid_out(pickled: Pickled) -> Iterator[memoryview | bytes]:
    """The pieces of a kept file, its tables last."""
    sizes = [len(table) for table in pickled.tables]
    starts = [*accumulate(map(_aligned, sizes), initial=0)]
    places = pickle.dumps([*zip(starts, sizes, strict=False)], pickle.HIGHEST_PROTOCOL)
    head_ends = _HEAD.size + len(pickled.read) + len(places)
    first = _aligned(head_ends)
    checksum = crc32(places, pickled.checksum)
    yield _HEAD.pack(checksum, len(pickled.read), len(places), first + starts[-1])
    yield pickled.read
    yield places
    yield bytes(first - head_ends)
    for table, size in zip(pickled.tables, sizes, strict=True):
        yield table
        yield bytes(_aligned(size) - size)


def _aligned(place: int) -> int:
    """The next place where a table may begin."""
    return place + -place % _ALIGNED


def shelf(values: Mapping[str, object]) -> Shelf:
    """The values on a shelf, which can be kept at little cost to the start that wants few."""
    kept = {name: _pickled(value) for name, value in values.items()}
    digest = sha256()
    for name, pickled in kept.items():
        whole = b"".join((pickled.read, *pickled.tables))
        digest.update(f"{name} {len(whole)}\n".encode() + whole)
    return Shelf(kept, digest.hexdigest())


class _Pickler(pickle.Pickler):
    """Pickles patterns as what the interpreter has compiled them to, and views as tables."""

    def reducer_override(self, value: Any) -> Any:
        if type(value) is re.Pattern:
            return _pattern, (value.pattern, value.flags, _code_of(value))
        if type(value) is memoryview:
            return _table, (pickle.PickleBuffer(value), value.format)
        return NotImplemented


def _pickled(value: object) -> Pickled:
    tables: list[memoryview] = []

    def stays(table: pickle.PickleBuffer) -> bool:
        """Whether a table is small enough to stay with what it belongs to."""
        raw = table.raw()
        if raw.nbytes >= _APART:
            tables.append(raw)
        return raw.nbytes < _APART

    written = BytesIO()
    _Pickler(written, pickle.HIGHEST_PROTOCOL, buffer_callback=stays).dump(value)
    return Pickled(written.getbuffer(), crc32(written.getbuffer()), tables)


def _table(held: memoryview | bytes, kind: Literal["B", "i", "I"]) -> "memoryview[int]":
    return memoryview(held).cast("B").cast(kind)


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
