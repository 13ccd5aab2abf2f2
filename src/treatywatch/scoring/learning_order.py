"""Learning what the order of words tells: the network of a language, from its annotated reports.

Each word begins with the row of numbers that it has in public vectors, in which words that are used
alike are near to each other; what the vectors lack and reports have, with a row drawn at random.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

import numpy as np

from treatywatch.errors import UnreadableInput
from treatywatch.reading.learned.layers import UNKNOWN, Layers, Numbers
from treatywatch.reading.learned.network import read_layers
from treatywatch.reading.learned.windows import PAUSE, Window
from treatywatch.scoring.examples import OF_ALL, TYPES, Example, Sentence, outcomes
from treatywatch.scoring.fitting_layers import LayersFitting, Lesson

_ROUNDS = 8  # times that every sentence is looked at
_AT_ONCE = 32  # sentences
_LEAST = 2  # times that a word must be met
_VECTORS = 40_000  # words: the most frequent come first in a file of vectors
_WIDTH = 100  # numbers of a row that nothing is known of
_DRAWN = 0.3  # how far such a row is from nothing
_SEED = 1


def learn_order(
    sentences: Iterable[Sentence],
    vectors: Mapping[str, Numbers],
    report_round: Callable[[int, float], None] | None = None,
) -> Layers:
    """The network that has learned from the sentences.

    ``vectors`` has rows for words, all of one length. ``report_round`` is told after each round its
    number and the mean loss of it.
    """
    told = [one for one in sentences if one.window.words]
    examples = [example for one in told for example in one.examples]
    groups = {name: number for number, name in enumerate(_groups(examples))}
    lessons = [_lesson(one, groups) for one in told]
    random = np.random.default_rng(_SEED)
    words = _words([one.window for one in told], vectors)
    rows = _rows(words, vectors, random)
    fitting = LayersFitting(TYPES, words, rows, len(groups), random)
    steps = _ROUNDS * (len(lessons) // _AT_ONCE)
    for number in range(1, _ROUNDS + 1):
        order = random.permutation(len(lessons)).tolist()
        firsts = range(0, len(order) - _AT_ONCE + 1, _AT_ONCE)
        drawn = ([lessons[one] for one in order[first : first + _AT_ONCE]] for first in firsts)
        loss = sum(fitting.step(some, steps) for some in drawn)
        if report_round is not None:
            report_round(number, loss / max(1, len(firsts)))
    return fitting.layers()


def _groups(examples: Iterable[Example]) -> list[str]:
    """The groups, that of all first."""
    return [OF_ALL, *sorted({one.group for one in examples} - {OF_ALL})]


def _lesson(sentence: Sentence, groups: Mapping[str, int]) -> Lesson:
    """With the clauses that have words."""
    whole, *parts = sentence.examples
    window = sentence.window
    clauses = zip(window.clauses, parts, strict=True)
    known = [(one, example) for one, example in clauses if one[1] > one[0]]
    wanted = [outcomes(one, ()) for one in (whole, *(example for _, example in known))]
    seen = Window(window.words, window.own, [one for one, _ in known])
    return Lesson(seen, np.array(wanted, dtype=np.float32), groups[whole.group])


def _words(windows: Iterable[Window], vectors: Mapping[str, Numbers]) -> list[str]:
    """All words that have rows: what stands for every other word comes first."""
    met = Counter(
        word for one in windows for word in one.words[one.own[0] : one.own[1]] if word != PAUSE
    )
    often = {word for word, times in met.items() if times >= _LEAST}
    return [UNKNOWN, PAUSE, *sorted(often | set(vectors) - {UNKNOWN, PAUSE})]


def _rows(
    words: Iterable[str], vectors: Mapping[str, Numbers], random: np.random.Generator
) -> Numbers:
    width = len(next(iter(vectors.values()), [0.0] * _WIDTH))
    drawn = (random.normal(0.0, _DRAWN, width).astype(np.float32) for _ in iter(int, 1))
    return np.stack([vectors[word] if word in vectors else next(drawn) for word in words])


def read_vectors(file: Path) -> dict[str, Numbers]:
    """The rows of the most frequent words in a file of vectors, or of those of a network.

    A file of vectors has a word and its numbers in each line, apart by spaces; a network is an
    ``.npz`` that was learned before. Raises :class:`treatywatch.errors.UnreadableInput` with the
    line that is neither.
    """
    if file.suffix == ".npz":
        layers = read_layers(file)
        rows = layers.rows.astype(np.float32) * layers.scale[:, None]
        return {word: rows[number] for word, number in layers.numbers.items()}
    found: dict[str, Numbers] = {}
    with file.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            word, *numbers = line.split()
            try:
                found[word] = np.array(numbers, dtype=np.float32)
            except ValueError as error:
                raise UnreadableInput(
                    f"{file}:{number}", str(error), "Give a word and its numbers in each line."
                ) from error
            if len(found) == _VECTORS:
                break
    return found
