"""Fixtures for all tests.

Policy: tests read the packaged record, never a copy of it; what a test writes goes below
``tmp_path``; raw material that does not belong to the project is used only where it is found, and
the test says so when it skips.
"""

from pathlib import Path

import pytest
from hypothesis import settings

settings.register_profile("house", deadline=None, print_blob=True, derandomize=True)
settings.load_profile("house")


@pytest.fixture(scope="session")
def root() -> Path:
    """The checkout."""
    return Path(__file__).resolve().parents[1]
