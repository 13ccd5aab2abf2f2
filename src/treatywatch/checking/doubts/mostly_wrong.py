"""A report of which most would be wrong is rather about another treaty than the reader took it for.

"The three deposited their notices, Finland followed": of a treaty that none of them ever joined.
"""

from collections.abc import Iterable, Sequence

from treatywatch.checking.doubts.in_dubio import LOOSELY_WRONG
from treatywatch.checking.grounds.finding import Verdict
from treatywatch.checking.grounds.judgement import Judgement, not_checked
from treatywatch.checking.words.named_in import names_treaty
from treatywatch.ledger.ledger import Ledger
from treatywatch.reading.claim import Claim, ClaimType

_OF_A_TREATY = frozenset({ClaimType.WITHDRAWAL, ClaimType.PARTICIPATION, ClaimType.COUNT})
_FEWEST = 3  # claims that are wrong, and States that never took an act under the treaty


def unless_mostly_wrong(
    claims: Sequence[Claim], judged: Sequence[Judgement], ledger: Ledger
) -> list[Judgement]:
    """The judgements; none of claims that leave their treaty out, where most of these are wrong."""
    doubtful = set(_doubtful(claims, judged, ledger))
    return [
        _held(judgement, ledger.treaties[claim.treaty or ""].short_title)
        if number in doubtful
        else judgement
        for number, (claim, judgement) in enumerate(zip(claims, judged, strict=True))
    ]


def _doubtful(
    claims: Sequence[Claim], judged: Sequence[Judgement], ledger: Ledger
) -> Iterable[int]:
    """The numbers of the claims that are wrong of a treaty which they do not name.

    Where several of the States have nothing to do with it, and more is wrong than right.
    """
    wrong: dict[str, list[int]] = {}
    for number, (claim, judgement) in enumerate(zip(claims, judged, strict=True)):
        if judgement.verdict in LOOSELY_WRONG and _leaves_out(claim, ledger):
            wrong.setdefault(claim.treaty or "", []).append(number)
    for treaty, numbers in wrong.items():
        states = {state for number in numbers for state in claims[number].participants}
        strange = states - {act.participant for act in ledger.acts.get(treaty, ())}
        if len(numbers) < _FEWEST or len(strange) < _FEWEST:
            continue
        right = sum(
            judgement.verdict is Verdict.BORNE_OUT
            and claim.treaty == treaty
            and _leaves_out(claim, ledger)
            for claim, judgement in zip(claims, judged, strict=True)
        )
        if len(numbers) > right:
            yield from numbers


def _leaves_out(claim: Claim, ledger: Ledger) -> bool:
    known = ledger.treaties.get(claim.treaty or "")
    return claim.type in _OF_A_TREATY and known is not None and not names_treaty(claim, known)


def _held(judgement: Judgement, treaty: str) -> Judgement:
    doubt = f"Most of what is told would be wrong of the {treaty}; it may be of another treaty."
    return not_checked(doubt).noting(*judgement.reasons)
