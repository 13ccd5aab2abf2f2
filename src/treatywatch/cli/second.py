"""The optional second reader, as options and the environment name it; its warnings told."""

import os
import sys
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from treatywatch.ledger.ledger import Ledger

if TYPE_CHECKING:
    from treatywatch.reading.second_reader import SecondReader


def second_reader(
    url: str | None, model: str | None, ledger: Ledger, *, off: bool
) -> "SecondReader | None":
    """The second reader that the user names, None where none is named or it is switched off."""
    from treatywatch.endpoints.settings import endpoint

    named = None if off else endpoint(os.environ, url, model)
    if named is None:
        return None
    from treatywatch.endpoints.chat import ChatReader

    return ChatReader(named, ledger.treaties)


@contextmanager
def told_on_standard_error() -> Iterator[None]:
    """Tell each warning of a second reader in a line on standard error, and go on."""
    from treatywatch.reading.second_reader import SecondReaderWarning

    with warnings.catch_warnings(record=True) as heard:
        warnings.simplefilter("always", SecondReaderWarning)
        try:
            yield
        finally:
            for one in heard:
                sys.stderr.write(f"treatywatch: {one.message}.\n")
