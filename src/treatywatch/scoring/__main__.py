"""The score in plain text, and the gate.

``python -m treatywatch.scoring GOLD.jsonl REPORTS`` scores one gold set; of one in a folder named
``sealed...`` or ``apart...`` it shows the totals and no words.

``python -m treatywatch.scoring gate FOLDER`` scores all sets of a folder but those apart, shows
gains and losses since the kept run, and fails where a pinned floor is not reached; ``--renew`` pins
the floors at what was reached and keeps the run, ``--lower`` does so even where a floor falls.

``python -m treatywatch.scoring learn FOLDER`` learns from all sets of a folder that are not sealed
what claims look like, and writes ``record/likeness``; ``--vectors FILE`` gives the rows of numbers
from which the order of words is learned.
"""

import argparse
import sys
from collections.abc import Iterable
from pathlib import Path

from treatywatch.ledger.load import load_ledger
from treatywatch.reading.learned.likeness import ANY_LANGUAGE, table_of
from treatywatch.reading.learned.network import network_of, write_layers
from treatywatch.scoring.gold_sets import (
    gate_complaints,
    measure,
    pinned_floors,
    renew,
    report_lines,
    shows_words,
)
from treatywatch.scoring.lines import score_lines, total_lines
from treatywatch.scoring.run import score_folder


def main(arguments: list[str]) -> int:
    """Score one gold set, or all of them; 0 where the gate is open, 1 where it is shut."""
    if arguments[:1] == ["gate"]:
        return _gate(arguments[1:])
    if arguments[:1] == ["learn"]:
        return _learn(arguments[1:])
    parser = argparse.ArgumentParser(prog="treatywatch.scoring")
    parser.add_argument("gold", type=Path, metavar="GOLD.jsonl")
    parser.add_argument("reports", type=Path, metavar="REPORTS")
    given = parser.parse_args(arguments)
    scored = score_folder(given.gold, given.reports, load_ledger())
    _print(
        score_lines(scored) if shows_words(given.gold.absolute().parent) else total_lines(scored)
    )
    return 0


def _gate(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="treatywatch.scoring gate")
    parser.add_argument("folder", type=Path, metavar="FOLDER")
    parser.add_argument("--renew", action="store_true", help="pin the floors at what is reached")
    parser.add_argument("--lower", action="store_true", help="pin them even where one falls")
    given = parser.parse_args(arguments)
    measured = measure(given.folder, load_ledger())
    _print(report_lines(measured))
    if given.renew or given.lower:
        shut = renew(given.folder, measured, lower=given.lower)
    else:
        shut = gate_complaints(given.folder, measured)
    if not pinned_floors(given.folder):
        _print(["No floors are pinned yet."])
    _print(f"gate: {words}" for words in shut)
    return 1 if shut else 0


def _learn(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="treatywatch.scoring learn")
    parser.add_argument("folder", type=Path, metavar="FOLDER")
    parser.add_argument("--language", action="append", help="default: en, and any language")
    parser.add_argument(
        "--vectors",
        type=Path,
        metavar="FILE",
        help="rows of numbers for words, from which the order of words is learned; "
        "default: those of the network that is there",
    )
    given = parser.parse_args(arguments)
    from treatywatch.scoring.examples import sentences_in
    from treatywatch.scoring.learning import learn, write_table
    from treatywatch.scoring.learning_order import learn_order, read_vectors

    def tell_round(number: int, loss: float) -> None:
        _print([f"round {number}: loss {loss:.4f}"])

    for language in given.language or ("en", ANY_LANGUAGE):
        sentences = tuple(sentences_in(given.folder, load_ledger(), language))
        examples = [example for one in sentences for example in one.examples]
        _print([f"{language}: {len(examples)} sentences and clauses"])
        write_table(table_of(language), learn(examples, tell_round))
        vectors = given.vectors or network_of(language)
        if language != ANY_LANGUAGE and vectors.exists():
            _print([f"{language}: words in their order"])
            layers = learn_order(sentences, read_vectors(vectors), tell_round)
            write_layers(network_of(language), layers)
    return 0


def _print(lines: Iterable[str]) -> None:
    sys.stdout.writelines(f"{line}\n" for line in lines)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
