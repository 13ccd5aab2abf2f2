"""Acts and standings told in words that no finer rule knows: a State beside a word of leaving.

The last layer: it takes only clauses that no claim has been read from, and what it finds is marked
as not sure (``Claim.sure``), so that it is never called wrong.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from treatywatch.reading.cast import Party, Stand
from treatywatch.reading.claim import Claim, ClaimType, Voice
from treatywatch.reading.claims.ruled import Ruled, ruled_clauses
from treatywatch.reading.claims.span import as_partial, trim
from treatywatch.reading.mentions import CueHit
from treatywatch.reading.scenes import Scene, Stage
from treatywatch.reading.stages import AS_BEFORE
from treatywatch.reading.subjects import antecedent, carried_on
from treatywatch.reading.topics import Topic, topics
from treatywatch.reading.words_acts import CueKind, Tense

_NEARBY = 1200  # characters back to the treaty that the words are about
_LATELY = 500  # characters back to the act that somebody does too, or whose notice it is
_LEAD = 60  # characters before its subject that a claim may begin with
_SAME = 0.5  # share of a clause from which a claim of a fact or a count has said it already
_OURS = frozenset({ClaimType.PARTICIPATION, ClaimType.WITHDRAWAL})
_OTHERS = frozenset({ClaimType.COUNT, ClaimType.TREATY_FACT, ClaimType.INDICATOR, ClaimType.PLAN})
_OUT = {
    "party": "not_party",
    "signed": "not_signed",
    "ratified": "not_ratified",
    "acceded": "never_party",
}


def claims_at_large(stage: Stage, told: Sequence[Claim]) -> tuple[Claim, ...]:
    """The claims of clauses that ``told`` has left alone, in text order."""
    words = stage.context.words
    if not words.loose_exits.rules:
        return ()
    clauses = [scene.clause for scene in stage.scenes]
    leaving = {r.start: r for r in ruled_clauses(stage.context, words.loose_exits, clauses)}
    joining = {r.start: r for r in ruled_clauses(stage.context, words.loose_joinings, clauses)}
    reading = _Reading(stage, told)
    for scene in stage.scenes:
        start = _bare_start(stage, scene)
        reading.read(scene, leaving.get(start), joining.get(start))
    return tuple(reading.found)


def _bare_start(stage: Stage, scene: Scene) -> int:
    """Where the first word of the clause begins, which is how ruled clauses are cut."""
    start = scene.clause.start
    while start < scene.clause.end and not (
        stage.folded[start].isalnum() or stage.folded[start] == "$"
    ):
        start += 1
    return start


class _Reading:
    """One report read by the loose rules; each claim found may be taken up by the next."""

    def __init__(self, stage: Stage, told: Sequence[Claim]) -> None:
        self._stage = stage
        self._about = topics(stage)
        self._told = sorted((c for c in told if c.type in _OURS), key=lambda c: c.start)
        self._others = [c for c in told if c.type in _OTHERS]
        self.found: list[Claim] = []

    def read(self, scene: Scene, leaving: Ruled | None, joining: Ruled | None) -> None:
        """Add what the clause says, if nothing has been read from it and it can be told of whom."""
        if self._is_told(scene) or _supposes(self._stage, scene):
            return
        exits = self._about[scene.index] is Topic.EXIT or bool(scene.treaties)
        for ruled, kind in (
            (leaving if exits else None, ClaimType.WITHDRAWAL),
            (joining, ClaimType.PARTICIPATION),
        ):
            claim = self._claim(scene, ruled, kind) if ruled is not None else None
            if claim is not None:
                self.found.append(claim)
                return

    def _is_told(self, scene: Scene) -> bool:
        if any(c.start < scene.end and scene.start < c.end for c in self._told):
            return True
        least = _SAME * (scene.end - scene.start)
        shared = (min(c.end, scene.end) - max(c.start, scene.start) for c in self._others)
        return any(part >= least for part in shared)

    def _claim(self, scene: Scene, ruled: Ruled, kind: ClaimType) -> Claim | None:
        treaty = self._treaty(scene)
        if treaty is None:
            return None
        before = self._before(scene, treaty)
        sub_kind = ruled.rule.stage
        party, ids = self._subject(scene)
        if sub_kind == AS_BEFORE:
            if before is None or not ids or set(ids) & set(before.participants):
                return None
            kind, sub_kind = before.type, before.stage or ""
        elif not ids and ruled.rule.unowned and _is_told_of_one(self._stage, scene):
            ids = before.participants if before is not None and before.type is kind else ()
        if not ids:
            return None
        if kind is ClaimType.PARTICIPATION and ruled.negated:
            sub_kind = _OUT.get(sub_kind, sub_kind)
        return self._made(scene, party, ids, kind, sub_kind, treaty, negated=ruled.negated)

    def _made(  # noqa: PLR0913
        self,
        scene: Scene,
        party: Party | None,
        ids: tuple[str, ...],
        kind: ClaimType,
        sub_kind: str,
        treaty: str,
        *,
        negated: bool,
    ) -> Claim:
        far = party is not None and party.start - scene.start > _LEAD
        first = party.start if party is not None and far else scene.start
        start, end = trim(self._stage.text, first, scene.end)
        return Claim(
            type=kind,
            quote=self._stage.text[start:end],
            start=start,
            end=end,
            treaty=treaty,
            participants=ids,
            stage=sub_kind,
            voice=Voice.WILL if scene.has(CueKind.FUTURE) else Voice.DID,
            negated=negated,
            hedged=scene.has(CueKind.HEDGE),
            date=as_partial(scene.dates[0]) if len(scene.dates) == 1 else None,
            named_group=party.group if party is not None else None,
            sure=False,
        )

    def _treaty(self, scene: Scene) -> str | None:
        if scene.treaties:
            return scene.treaties[0].ids[0]
        near = self._stage.context.treaties_in(max(0, scene.start - _NEARBY), scene.start)
        return near[-1].ids[0] if near else None

    def _before(self, scene: Scene, treaty: str) -> Claim | None:
        """The act told last of the same treaty, not far back."""
        lately = (
            c
            for c in (*self._told, *self.found)
            if c.treaty == treaty and scene.start - _LATELY <= c.start and c.end <= scene.start
        )
        return max(lately, key=lambda c: (c.end, c.start), default=None)

    def _subject(self, scene: Scene) -> tuple[Party | None, tuple[str, ...]]:
        """Who acts in the clause: named, by the clause it hangs on, or by a pronoun."""
        acting = scene.acting()
        if acting is not None and not _is_hung(self._stage, scene, acting):
            return acting, acting.ids
        hung = antecedent(self._stage, scene)
        if hung is not None and hung.ids:
            return None, hung.ids
        cues = scene.of(CueKind.PRONOUN, CueKind.COUNTRY, CueKind.POSSESSIVE)
        if cues:
            at = min(cues[0].end + 1, scene.end)
            head = CueHit(at, at, CueKind.PRONOUN, Tense.OTHER)
            return None, carried_on(self._stage, scene, head)
        return None, ()


def _supposes(stage: Stage, scene: Scene) -> bool:
    """Whether the clause is a condition, a call by others, or hangs on one."""
    first = stage.folded[scene.start : scene.end].split()[:1]
    if set(first) & stage.acts.grammar["hypothetical"]:
        return True
    return scene.has(CueKind.URGING, CueKind.CONDITION) or stage.context.is_quoted(scene.start)


_HUNG = 12  # characters between "that" and the subject of its clause: "that in 2012 Finland"


def _is_hung(stage: Stage, scene: Scene, party: Party) -> bool:
    """Whether a clause with "that" or "who" is about something else before it names the party."""
    words = stage.acts.grammar["relative"] | stage.acts.grammar["that"]
    after = party.start - scene.start - len(scene.clause.opener)
    return scene.clause.opener in words and after > _HUNG


def _is_told_of_one(stage: Stage, scene: Scene) -> bool:
    """Whether the clause tells what happened, and not when anybody would: "once notice is given"."""
    opener = scene.clause.opener
    return not opener or opener in stage.acts.grammar["joins"] or bool(scene.dates)
