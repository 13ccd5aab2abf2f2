"""How an error is told: one line of what was wrong and what to do, or the same as JSON."""

import json
import sys

import typer

from treatywatch.errors import TreatywatchError, UnknownName

EXIT_CODE = 2

_WHERE_TO_LOOK = {
    "treaty": " All that it holds are listed by treatywatch treaties.",
    "participant": " All that it holds are listed by treatywatch participants: States and "
    "organisations that depositaries or reports name. A territory is asked for under its State.",
}
_KEYS = {"kind": "looked_for"}  # in JSON "kind" is the kind of error


def complain(error: Exception, *, as_json: bool) -> int:
    """Tell the error on standard error; the exit code to leave with."""
    if as_json:
        told = json.dumps({"error": {"kind": type(error).__name__, **_facts(error)}})
    else:
        told = f"treatywatch: {_words(error)}"
    sys.stderr.write(told + "\n")
    return EXIT_CODE


def _facts(error: Exception) -> dict[str, object]:
    """The error's words, and the facts that it carries under their own names."""
    carried = vars(error) if isinstance(error, TreatywatchError) else {}
    facts = {_KEYS.get(name, name): fact for name, fact in carried.items() if name[0] != "_"}
    return {"message": _words(error), **facts}


def _words(error: Exception) -> str:
    if isinstance(error, OSError):
        return (
            f"{error.filename or 'a file'}: {error.strerror}. Check the path and the rights to it."
        )
    if isinstance(error, typer.TyperException):
        told = getattr(error, "format_message", error.__str__)()
        return f"{str(told).rstrip('.')}. See treatywatch --help."
    if isinstance(error, UnknownName):
        return f"{error}{_WHERE_TO_LOOK.get(error.kind, '')}"
    return str(error)
