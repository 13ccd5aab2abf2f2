"""Whom "a country" or "the only other state" means, where the words beside it say which it is.

"Only one country had gone down this road: Greece", "the only other state to have left was Greece",
"Lithuania left in March, the only country to have done so".
"""

from collections.abc import Sequence
from dataclasses import replace

from treatywatch.reading.claim import Claim, ClaimType
from treatywatch.reading.claims.verbless import names_in_a_row
from treatywatch.reading.syntax.cast import Party, Stand
from treatywatch.reading.syntax.scenes import Scene, Stage

_OPENS = 60  # characters of "On 6 March, for the first time, " before "a country"
_IS = 8  # characters of " was the " before a name
_COLON = ": "
_ENDS = frozenset(",.;)\n")


def with_the_one_meant(stage: Stage, told: Sequence[Claim]) -> list[Claim]:
    """The claims, each that tells of one State unnamed with the one that the words beside name."""
    return [_with_the_one(stage, claim) for claim in told]


def _with_the_one(stage: Stage, claim: Claim) -> Claim:
    if claim.type is not ClaimType.WITHDRAWAL or claim.negated:
        return claim
    for scene in stage.in_order.meeting(claim.start, claim.end):
        party = _unnamed(scene, claim)
        if party is not None:
            ids = _named_behind(stage, claim, scene, party) or _set_beside(stage, claim, scene)
            return replace(claim, participants=ids) if ids else claim
    return claim


def _unnamed(scene: Scene, claim: Claim) -> Party | None:
    """The one State, unnamed, with which the words of the claim begin."""
    inside = (p for p in scene.parties if claim.start <= p.start < claim.end)
    first = next((p for p in inside if p.ids or p.vague), None)
    opens = first is not None and first.vague and first.one
    near = first is not None and first.start - claim.start <= _OPENS
    return first if opens and near else None


def _named_behind(stage: Stage, claim: Claim, scene: Scene, party: Party) -> tuple[str, ...]:
    """Whom a colon, or "was", names behind it."""
    is_one = stage.acts.grammar["becomes"]
    for named in scene.parties:
        before = stage.folded[max(party.end, named.start - _IS) : named.start].split()
        behind = named.ids and party.end < named.start < claim.end
        if behind and set(before) & is_one:
            return named.ids
    if not stage.folded.startswith(_COLON, claim.end):
        return ()
    names = names_in_a_row(stage, claim.end + len(_COLON))
    alone = names and stage.folded[names[-1].end : names[-1].end + 1] in _ENDS
    return tuple(i for name in names for i in name.ids) if alone else ()


def _set_beside(stage: Stage, claim: Claim, scene: Scene) -> tuple[str, ...]:
    """Who acts in the clause to which the words are only added behind a comma."""
    acting = scene.acting()
    added = stage.folded[max(scene.start, claim.start - 2) : claim.start] == ", "
    if acting is None or not added or acting.stand is not Stand.ACTS:
        return ()
    return acting.ids if acting.end < claim.start and len(acting.ids) == 1 else ()
