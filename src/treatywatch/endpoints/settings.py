"""Which second reader the user has named, by options or in the environment; none by default."""

import math
from collections.abc import Mapping
from dataclasses import field
from urllib.parse import urlsplit

from treatywatch.errors import UnreadableInput
from treatywatch.values import frozen

URL = "TREATYWATCH_SECOND_READER_URL"
KEY = "TREATYWATCH_SECOND_READER_KEY"
MODEL = "TREATYWATCH_SECOND_READER_MODEL"
TIMEOUT = "TREATYWATCH_SECOND_READER_TIMEOUT"

_PATH = "/chat/completions"
_MODEL = "default"
_SECONDS = 60.0


@frozen
class Endpoint:
    """A chat endpoint: its full address, the model asked for, and the seconds one answer may take.

    The key is never shown.
    """

    url: str
    model: str
    key: str | None = field(default=None, repr=False)
    seconds: float = _SECONDS


def endpoint(
    environment: Mapping[str, str], url: str | None = None, model: str | None = None
) -> Endpoint | None:
    """The endpoint named by option, else by the environment; None where neither names one.

    The key comes from the environment alone: what stands on a command line, others can see.
    :class:`UnreadableInput` for an address that is none, or a time that is no number of seconds.
    """
    named = url or environment.get(URL)
    if not named:
        return None
    return Endpoint(
        _address(named),
        model or environment.get(MODEL) or _MODEL,
        environment.get(KEY) or None,
        _seconds(environment.get(TIMEOUT)),
    )


def _address(url: str) -> str:
    """The full address: "https://host/v1" becomes "https://host/v1/chat/completions"."""
    try:
        parts = urlsplit(url)
        known = parts.scheme in ("http", "https") and parts.hostname and parts.port != 0
    except ValueError:
        known = False
    if not known or any(sign.isspace() or not sign.isprintable() for sign in url):
        raise UnreadableInput(
            "second reader",
            "its address is no http or https address",
            f"Write it as https://host/v1 in the option or in {URL}.",
        )
    bare = url.rstrip("/")
    return bare if bare.endswith(_PATH) else bare + _PATH


def _seconds(written: str | None) -> float:
    try:
        seconds = _SECONDS if not written else float(written)
    except ValueError:
        seconds = math.nan
    if not 0 < seconds <= 3600:
        raise UnreadableInput(
            "second reader", "its time is no number of seconds", f"Set {TIMEOUT} to 1 to 3600."
        )
    return seconds
