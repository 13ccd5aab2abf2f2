"""The score as lines of text, for a terminal or a log."""

from collections.abc import Iterable, Iterator, Sequence

from treatywatch.reading.claim import ClaimType
from treatywatch.scoring.gains import Change
from treatywatch.scoring.score import Judged, Score, Tally

_HEAD = (
    f"{'type':<14}{'gold':>5}{'found':>6}  {'span P':>6} {'R':>6} {'F1':>6}   "
    f"{'strict P':>8} {'R':>6} {'F1':>6}"
)


def score_lines(measured: Score) -> Iterator[str]:
    """The table by type, the verdicts, and every verdict that needs a second look."""
    yield from total_lines(measured)
    yield from _listed("wrong claims not caught", _missed(measured))
    yield from _listed("wrong contradicted (must be none)", measured.wrong_contradicted)
    yield from _listed("contradicted, not in gold", measured.contradicted_unmarked)


def total_lines(measured: Score) -> Iterator[str]:
    """The numbers alone, without a word of the reports: all that may be seen of a sealed set."""
    yield _HEAD
    for kind in ClaimType:
        yield _row(kind, measured.span(kind), measured.strict(kind))
    yield _row("all", measured.span(), measured.strict())
    yield ""
    yield from _verdict_lines(measured)


def change_lines(changes: Sequence[Change]) -> Iterator[str]:
    """Gains, then losses, each with what became of the claim before and after."""
    for title, better in (("gains", True), ("losses", False)):
        found = [change for change in changes if change.better is better]
        yield f"{title}: {len(found)}"
        for change in found:
            yield f"  {change.words} -- {change.before} -> {change.after}"


def _verdict_lines(measured: Score) -> Iterator[str]:
    tally = measured.verdicts
    yield (
        f"verdicts: {tally.right} of {tally.found} right ({tally.precision:.3f}); "
        f"not checked {measured.not_checked:.3f} of {tally.wanted} strict matches; "
        f"accuracy with not checked as wrong {tally.recall:.3f}"
    )
    yield f"wrong claims caught: {len(measured.caught)} of {len(measured.wrong_claims)}"
    yield f"wrong contradicted: {len(measured.wrong_contradicted)}"


def _row(name: str, span: Tally, strict: Tally) -> str:
    return (
        f"{name:<14}{span.wanted:>5}{span.found:>6}  "
        f"{span.precision:>6.3f} {span.recall:>6.3f} {span.f1:>6.3f}   "
        f"{strict.precision:>8.3f} {strict.recall:>6.3f} {strict.f1:>6.3f}"
    )


def _missed(measured: Score) -> Iterable[Judged]:
    caught = set(map(id, measured.caught))
    return (judged for judged in measured.wrong_claims if id(judged) not in caught)


def _listed(title: str, judged: Iterable[Judged]) -> Iterator[str]:
    lines = [_one(j) for j in judged]
    if lines:
        yield f"\n{title}:"
        yield from lines


def _one(judged: Judged) -> str:
    gold = f"gold {judged.gold.verdict}" if judged.gold else "gold -"
    ours = "not found"
    if judged.finding is not None:
        ours = f"we {judged.finding.verdict}: {' '.join(judged.finding.reasons)}"
    words = " ".join(judged.words.split())
    return f'  {judged.report} [{gold}] "{words}" -- {ours}'
