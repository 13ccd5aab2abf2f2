"""A judgement on a claim, or on the part of it that concerns one participant."""

from collections.abc import Sequence
from dataclasses import dataclass

from treatywatch.checking.finding import Basis, BasisKind, Verdict

# The most telling part decides: one State that has not done it makes the sentence wrong.
_WEIGHT = (
    Verdict.CONTRADICTED,
    Verdict.PREMATURE,
    Verdict.OUTDATED,
    Verdict.UNDETERMINED,
    Verdict.NOT_CHECKED,
    Verdict.BORNE_OUT,
)


@dataclass(frozen=True, slots=True)
class Judgement:
    """A verdict with its reasons and what it rests on."""

    verdict: Verdict
    reasons: tuple[str, ...]
    basis: tuple[Basis, ...] = ()

    def __post_init__(self) -> None:
        if self.verdict not in (Verdict.NOT_CHECKED, Verdict.UNDETERMINED) and not self.basis:
            raise ValueError(f"a verdict without a basis: {self.verdict} ({self.reasons})")

    def noting(self, *reasons: str) -> "Judgement":
        """The same with further reasons."""
        return Judgement(self.verdict, (*self.reasons, *reasons), self.basis)


def not_checked(reason: str) -> Judgement:
    """No verdict: an opinion, a possibility, or nothing to hold it against."""
    return Judgement(Verdict.NOT_CHECKED, (reason,))


def nothing_recorded(about: str) -> Judgement:
    """No verdict, for the record is silent."""
    return not_checked(f"The record has nothing on {about}.")


def undetermined(reason: str, *basis: Basis) -> Judgement:
    """The law or the record itself leaves it open."""
    return Judgement(Verdict.UNDETERMINED, (reason,), basis)


def borne_out(reason: str, *basis: Basis) -> Judgement:
    """The record has it."""
    return Judgement(Verdict.BORNE_OUT, (reason,), basis)


def contradicted(reason: str, *basis: Basis) -> Judgement:
    """The record has it otherwise."""
    return Judgement(Verdict.CONTRADICTED, (reason,), basis)


def premature(reason: str, *basis: Basis) -> Judgement:
    """Not yet: an earlier stage had been reached, this one had not."""
    return Judgement(Verdict.PREMATURE, (reason,), basis)


def outdated(reason: str, *basis: Basis) -> Judgement:
    """It was so, and no longer is."""
    return Judgement(Verdict.OUTDATED, (reason,), basis)


def together(parts: Sequence[Judgement]) -> Judgement:
    """One judgement over several participants: all must hold.

    The verdict of the weightiest part wins, and its reasons come first.
    """
    verdict = min((part.verdict for part in parts), key=_WEIGHT.index)
    ordered = sorted(parts, key=lambda part: _WEIGHT.index(part.verdict))
    return Judgement(
        verdict,
        tuple(dict.fromkeys(reason for part in ordered for reason in part.reasons)),
        tuple(dict.fromkeys(one for part in ordered for one in part.basis)),
    )


def article_of(treaty: str, article: str) -> Basis:
    """An article of a treaty as a basis."""
    return Basis(BasisKind.ARTICLE, f"{treaty} {article}")
