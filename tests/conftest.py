"""Fixtures for all tests.

Policy: tests read the packaged record, never a copy of it; what a test writes goes below
``tmp_path``; raw material that does not belong to the project is used only where it is found, and
the test says so when it skips.
"""

import os
import sys
from pathlib import Path

import pytest
from hypothesis import settings

# Hundreds of processes are started: each would compile every module anew where it may keep none.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
sys.dont_write_bytecode = False

settings.register_profile("house", deadline=None, print_blob=True, derandomize=True)
settings.load_profile("house")


@pytest.fixture(scope="session")
def root() -> Path:
    """The checkout."""
    return Path(__file__).resolve().parents[1]
