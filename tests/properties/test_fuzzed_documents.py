"""Documents put together wrongly are read or refused; no claim stands where it does not."""

from bench.fuzz import document, failures

from treatywatch import api

INPUTS = range(100)
SEED = 20251231


def test_no_document_crashes_or_hangs_the_reader_or_moves_a_claim() -> None:
    failed = list(failures(SEED, INPUTS, api.load()))
    assert not failed, "; ".join(f"input {number}: {why!r}" for number, why in failed)


def test_an_input_can_be_made_again_from_its_number() -> None:
    assert [document(SEED, n) for n in INPUTS] == [document(SEED, n) for n in INPUTS]
