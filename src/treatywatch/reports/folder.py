"""Which files of a folder are reports."""

from pathlib import Path

_PACKED = ".gz"
SUFFIXES = frozenset(
    (".txt", ".text", ".html", ".htm", ".xhtml", ".pdf", ".rss", ".atom", ".xml", ".warc", ".wet")
)
"""The endings of file names that reports have, each also with ``.gz`` behind it."""


def report_files(folder: Path) -> tuple[Path, ...]:
    """The documents in a folder in the order of their names; folders in it are not looked into."""
    return tuple(sorted(path for path in folder.iterdir() if _is_report(path)))


def _is_report(path: Path) -> bool:
    name = path.name.lower().removesuffix(_PACKED)
    return not name.startswith(".") and Path(name).suffix in SUFFIXES and path.is_file()
