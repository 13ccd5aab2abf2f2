"""The packaged record, read once for the problems of this room."""

import pytest

from treatywatch.ledger.ledger import Ledger
from treatywatch.ledger.load import load_ledger


@pytest.fixture(scope="session")
def packaged() -> Ledger:
    return load_ledger()
