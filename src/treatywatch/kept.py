"""What was read strictly once, kept in the user's cache folder so that a start costs nothing.

Reading every file of the record takes seconds; a command that answers one question should not. What
is kept is named after the files it was read from and the code that reads them (path, size, time of
change) and Python's version, so that an edited file is read anew. The folder is TREATYWATCH_CACHE,
else treatywatch below XDG_CACHE_HOME or ~/.cache; TREATYWATCH_CACHE=off keeps nothing. A folder
that cannot be written, or a kept file that cannot be read, costs time and nothing else.
"""

import os
import pickle
import sys
import tempfile
from collections.abc import Iterable
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

SETTING = "TREATYWATCH_CACHE"


def kept(name: str, files: Iterable[Path]) -> object | None:
    """What was kept under the name for exactly these files, or None."""
    path = _place(name, files)
    if path is None:
        return None
    # Whatever is wrong with a kept file, what it was read from is there to be read again.
    with suppress(Exception):
        value: object = pickle.loads(path.read_bytes())
        return value
    return None


def keep(name: str, files: Iterable[Path], value: object) -> None:
    """Keep the value for the next start; silently nothing where the folder cannot be written."""
    path = _place(name, files)
    if path is None:
        return
    with suppress(OSError):
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=path.parent, delete=False) as file:
            file.write(pickle.dumps(value, protocol=pickle.HIGHEST_PROTOCOL))
        Path(file.name).replace(path)
        _forget_others(path)


def _forget_others(path: Path) -> None:
    """Drop what was kept under the same name before a file was edited."""
    name = path.name.rsplit(".", 2)[0]
    for older in path.parent.glob(f"{name}.*.kept"):
        if older != path:
            older.unlink(missing_ok=True)


def _place(name: str, files: Iterable[Path]) -> Path | None:
    folder = _folder()
    return None if folder is None else folder / f"{name}.{_fingerprint(files)}.kept"


def _folder() -> Path | None:
    chosen = os.environ.get(SETTING, "")
    if chosen:
        return None if chosen == "off" else Path(chosen)
    home = os.environ.get("XDG_CACHE_HOME")
    # expanduser cannot fail, Path.home() can.
    base = Path(home) if home else Path("~/.cache").expanduser()
    return base / "treatywatch"


def _fingerprint(files: Iterable[Path]) -> str:
    digest = sha256(sys.version.encode())
    for path in sorted(files):
        seen = path.stat()
        digest.update(f"{path} {seen.st_size} {seen.st_mtime_ns}\n".encode())
    return digest.hexdigest()[:20]
