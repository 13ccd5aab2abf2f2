"""Benchmarks: what the command line takes, so garbage is looked for as seldom as it does."""

import gc

from treatywatch.cli import THINGS_BETWEEN_LOOKS

gc.set_threshold(THINGS_BETWEEN_LOOKS)
