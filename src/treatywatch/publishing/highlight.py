"""A report's text cut at the borders of its claims, so that each piece can be marked in place."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from treatywatch.checking.grounds.finding import Finding, Verdict
from treatywatch.values import frozen

# Where claims overlap, the piece shows the verdict a reader should see first.
_FIRST = (
    Verdict.CONTRADICTED,
    Verdict.PREMATURE,
    Verdict.OUTDATED,
    Verdict.UNDETERMINED,
    Verdict.BORNE_OUT,
    Verdict.NOT_CHECKED,
)


@frozen
class Piece:
    """Some characters of the text: in which claims they stand, and which claims end after them.

    Claims are given by their place in the list of findings; ``verdict`` is None outside all claims.
    """

    text: str
    verdict: Verdict | None
    claims: tuple[int, ...]
    ending: tuple[int, ...]


def paragraphs(text: str, findings: Sequence[Finding]) -> list[list[Piece]]:
    """The text as paragraphs of pieces; all pieces together are the text without its line ends.

    Blank lines separate paragraphs; a line end within one becomes a space.
    """
    blocks: list[list[Piece]] = [[]]
    for piece in pieces(text, findings):
        lines = piece.text.split("\n")
        for number, line in enumerate(lines):
            last = number == len(lines) - 1
            if number and blocks[-1]:
                blocks.append([])
            if line or (last and piece.ending):
                blocks[-1].append(
                    Piece(line, piece.verdict, piece.claims, piece.ending if last else ())
                )
    return [block for block in blocks if any(p.text.strip() or p.ending for p in block)]


def pieces(text: str, findings: Sequence[Finding]) -> Iterator[Piece]:
    """The text in order, cut wherever a claim begins or ends; joined again it is the same text."""
    spans = [(f.claim.start, f.claim.end) for f in findings]
    borders = sorted({0, len(text), *(b for span in spans for b in span)})
    starting: dict[int, list[int]] = {}
    ending: dict[int, list[int]] = {}
    for number, (start, end) in enumerate(spans):
        starting.setdefault(start, []).append(number)
        ending.setdefault(end, []).append(number)
    current: dict[int, None] = {}
    for start, end in pairwise(borders):
        for number in ending.get(start, ()):
            current.pop(number, None)
        for number in starting.get(start, ()):
            current[number] = None
        inside = tuple(current)
        yield Piece(text[start:end], _shown(findings, inside), inside, tuple(ending.get(end, ())))


def _shown(findings: Sequence[Finding], inside: Sequence[int]) -> Verdict | None:
    verdicts = {findings[number].verdict for number in inside}
    return min(verdicts, key=_FIRST.index) if verdicts else None
