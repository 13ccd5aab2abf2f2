"""A judgement on a claim, or on the part of it that concerns one participant."""

from collections.abc import Sequence

from treatywatch.checking.grounds.finding import Basis, BasisKind, Verdict
from treatywatch.values import frozen

# The most telling part decides: one State that has not done it makes the sentence wrong.
_WEIGHT = (
    Verdict.CONTRADICTED,
    Verdict.PREMATURE,
    Verdict.OUTDATED,
    Verdict.UNDETERMINED,
    Verdict.NOT_CHECKED,
    Verdict.BORNE_OUT,
)


@frozen
class Judgement:
    """A verdict with its reasons and what it rests on.

    ``withheld`` is what the record has, where only a doubt about the reading keeps it back.
    """

    verdict: Verdict
    reasons: tuple[str, ...]
    basis: tuple[Basis, ...] = ()
    withheld: "Judgement | None" = None

    def __post_init__(self) -> None:
        if self.verdict not in (Verdict.NOT_CHECKED, Verdict.UNDETERMINED) and not self.basis:
            raise ValueError(f"a verdict without a basis: {self.verdict} ({self.reasons})")

    def noting(self, *reasons: str) -> "Judgement":
        """The same with further reasons."""
        return Judgement(self.verdict, (*self.reasons, *reasons), self.basis, self.withheld)

    def doubted(self, doubt: str) -> "Judgement":
        """None, for the words may have been read amiss; what the record has is kept beside it."""
        return Judgement(Verdict.NOT_CHECKED, (doubt, *self.reasons), withheld=self)


def not_checked(reason: str) -> Judgement:
    """No verdict: an opinion, a possibility, or nothing to hold it against."""
    return Judgement(Verdict.NOT_CHECKED, (reason,))


def nothing_recorded(about: str) -> Judgement:
    """No verdict, for the record is silent."""
    return not_checked(f"The record has nothing on {about}.")


def nothing_of_the_kind(stage: str | None) -> str:
    """Why words of a sub-kind without a judge, or of none, are not held against the record."""
    if stage is None:
        return "The record has nothing of this kind to hold it against."
    return f'The record tells nothing of the kind "{stage.replace("_", " ")}".'


def silent_on(name: str, about: str) -> Judgement:
    """No verdict, for the record is silent on that participant; said once of several alike."""
    return not_checked(f"{name}: the record has nothing on {about}.")


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


def together(parts: Sequence[Judgement], names: Sequence[str] = ()) -> Judgement:
    """One judgement over several participants: all must hold.

    The verdict of the weightiest part wins, and its reasons come first. ``names`` are those of the
    participants in the order of the parts; what is said of several alike is said once. Over many
    a sentence comes first that tells of how many of them, and of whom.
    """
    verdict = min((part.verdict for part in parts), key=_WEIGHT.index)
    named = list(zip(parts, names or [""] * len(parts), strict=True))
    ordered = sorted(named, key=lambda one: _WEIGHT.index(one[0].verdict))
    reasons = _said_once([(name, reason) for part, name in ordered for reason in part.reasons])
    return Judgement(
        verdict,
        (*(_of_how_many(verdict, named) if names else ()), *reasons),
        tuple(dict.fromkeys(one for part, _ in ordered for one in part.basis)),
        _withheld(verdict, parts, names),
    )


def _withheld(
    verdict: Verdict, parts: Sequence[Judgement], names: Sequence[str]
) -> Judgement | None:
    """What doubts about some of the parts keep back of all of them."""
    if verdict is not Verdict.NOT_CHECKED or not any(part.withheld for part in parts):
        return None
    return together([part.withheld or part for part in parts], names)


def _of_how_many(verdict: Verdict, judged: Sequence[tuple[Judgement, str]]) -> tuple[str, ...]:
    """ "Not so of 8 of the 27: Cyprus, Estonia, ..."; nothing of a few, who can be counted."""
    words = _OF_MANY.get(verdict)
    if len(judged) < _MANY or words is None:
        return ()
    alike = _NOT_SO if verdict in _NOT_SO else (verdict,)
    meant = [name for part, name in judged if part.verdict in alike]
    if len(meant) == len(judged):
        each = "each" if verdict is Verdict.BORNE_OUT else "any"
        return (f"{words} of {each} of the {len(judged)}.",)
    return (f"{words} of {len(meant)} of the {len(judged)}: {listed(meant)}.",)


_MANY = 7  # participants that nobody counts at a glance
_NOT_SO = (Verdict.CONTRADICTED, Verdict.PREMATURE, Verdict.OUTDATED)
_OF_MANY = {
    Verdict.CONTRADICTED: "Not so",
    Verdict.PREMATURE: "Not yet so",
    Verdict.OUTDATED: "No longer so",
    Verdict.UNDETERMINED: "It cannot be said",
    Verdict.BORNE_OUT: "So",
}


def _said_once(reasons: Sequence[tuple[str, str]]) -> tuple[str, ...]:
    """ "Estonia: ..." and "Latvia: ..." with the same rest become "Estonia and Latvia: ..." """
    names: dict[str, dict[str, None]] = {}
    for name, reason in reasons:
        begins = bool(name) and reason.startswith(f"{name}: ")
        rest = reason.removeprefix(f"{name}: ") if begins else reason
        who = names.setdefault(rest, {})
        if begins:
            who[name] = None
    return tuple(f"{listed(list(who))}: {rest}" if who else rest for rest, who in names.items())


def listed(names: Sequence[str]) -> str:
    """ "Estonia, Latvia and Lithuania" """
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} and {names[-1]}"


def article_of(treaty: str, article: str) -> Basis:
    """An article of a treaty as a basis."""
    return Basis(BasisKind.ARTICLE, f"{treaty} {article}")
