"""How an error is told: one line of what was wrong and what to do, or the same as JSON."""

import json
import sys

import typer

from treatywatch.errors import TreatywatchError

EXIT_CODE = 2


def complain(error: Exception, *, as_json: bool) -> int:
    """Tell the error on standard error; the exit code to leave with."""
    if as_json:
        told = json.dumps({"error": {"kind": type(error).__name__, **_facts(error)}})
    else:
        told = f"treatywatch: {_words(error)}"
    encoding = sys.stderr.encoding or "utf-8"
    sys.stderr.write(told.encode(encoding, "replace").decode(encoding) + "\n")
    return EXIT_CODE


def _facts(error: Exception) -> dict[str, object]:
    """The error's words, and the facts that it carries under their own names."""
    facts = dict(vars(error)) if isinstance(error, TreatywatchError) else {}
    facts["looked_for"] = facts.pop("kind", None)
    return {"message": _words(error), **{k: v for k, v in facts.items() if v is not None}}


def _words(error: Exception) -> str:
    if isinstance(error, OSError):
        return (
            f"{error.filename or 'a file'}: {error.strerror}. Check the path and the rights to it."
        )
    if isinstance(error, typer.TyperException):
        told = getattr(error, "format_message", error.__str__)()
        return f"{str(told).rstrip('.')}. See treatywatch --help."
    return str(error)
