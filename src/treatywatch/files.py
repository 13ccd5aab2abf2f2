"""Writing files whole or not at all."""

import os
import tempfile
from collections.abc import Iterable
from pathlib import Path


def write_whole(path: Path, text: str | Iterable[str]) -> None:
    """Write the text beside the file, then put it in its place: nobody ever sees half of it.

    A text may come in pieces, each written when it comes, in UTF-8.
    Raises :class:`OSError` where the folder is missing or may not be written to.
    """
    pieces = (text,) if isinstance(text, str) else text
    handle, beside = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as opened:
            opened.writelines(piece.encode() for piece in pieces)
        Path(beside).chmod(0o644)
        Path(beside).replace(path)
    except BaseException:
        Path(beside).unlink(missing_ok=True)
        raise
