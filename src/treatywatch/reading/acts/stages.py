"""How far a withdrawal has gone, decided by ordered rules from ``record/words``."""

from functools import cache

from treatywatch.errors import FaultyRecord
from treatywatch.reading.naming.mentions import CueHit
from treatywatch.reading.syntax.cast import Party
from treatywatch.reading.syntax.scenes import Scene
from treatywatch.reading.vocabulary.words import raw_section
from treatywatch.reading.vocabulary.words_acts import CueKind, Tense
from treatywatch.values import frozen


@frozen
class StageRule:
    """``stage`` holds where all cues are in the clause, or before the act, in the form required."""

    stage: str
    all: tuple[CueKind, ...] = ()
    before: tuple[CueKind, ...] = ()
    head: tuple[Tense, ...] = ()
    unowned: bool = False
    act: tuple[CueKind, ...] = ()
    by: CueKind | None = None
    owned: bool = False

    def fits(
        self, scene: Scene, head: CueHit, owner: Party | None, earlier: frozenset[CueKind]
    ) -> bool:
        """Whether the rule fits the act in its clause.

        ``owner`` is the party named beside it, ``earlier`` the kinds of the cues before it; owned
        is what a single State is named beside: its membership runs out, and not the treaty.
        """
        if self.head and head.tense not in self.head:
            return False
        for kind in self.all:
            if kind not in scene.by_kind and kind is not head.kind:
                return False
        if not earlier.issuperset(self.before):
            return False
        if self.by is not None and _office(scene, self.all[0], head) is not self.by:
            return False
        if self.act and head.kind not in self.act:
            return False
        named = len(owner.ids) if owner is not None else 0
        return not (named if self.unowned else self.owned and named != 1)


_OFFICES = (CueKind.PARLIAMENT, CueKind.GOVERNMENT, CueKind.PRESIDENT)


def _office(scene: Scene, deed: CueKind, head: CueHit) -> CueKind | None:
    """The office that does the deed: the nearest before it, else the nearest after it.

    A verb that is only taken for that deed beside a bill ("adopted a bill on leaving") is the head.
    """
    deeds = scene.of(deed) or ((head,) if head.kind is deed else ())
    offices = scene.of(*_OFFICES)
    if not deeds or not offices:
        return None
    before = [o for o in offices if o.end <= deeds[0].start]
    return before[-1].kind if before else offices[0].kind


@cache
def stage_rules(language: str) -> tuple[StageRule, ...]:
    """The rules of the language in order; :class:`FaultyRecord` for a word that is no cue."""
    try:
        return tuple(
            StageRule(
                rule["stage"],
                tuple(CueKind(kind) for kind in rule.get("all", ())),
                tuple(CueKind(kind) for kind in rule.get("before", ())),
                tuple(Tense(tense) for tense in rule.get("head", ())),
                bool(rule.get("unowned", False)),
                tuple(CueKind(kind) for kind in rule.get("act", ())),
                CueKind(rule["by"]) if "by" in rule else None,
                bool(rule.get("owned", False)),
            )
            for rule in raw_section(language, "stages")["rules"]
        )
    except (KeyError, ValueError) as error:
        fault = f"words/{language}.yaml:0: stages: {error}; use the cues of docs/reading.md"
        raise FaultyRecord([fault]) from error


AS_BEFORE = "as_before"
BY_DATE = "by_date"


def stage_of(scene: Scene, head: CueHit, owner: Party | None, language: str) -> str | None:
    """The stage that the first fitting rule gives; None where no rule fits.

    :data:`BY_DATE` where only the date can tell whether it has happened, :data:`AS_BEFORE` where
    the words only take up what the report has told before.
    """
    verb_last = scene.syntax.object_before
    earlier = frozenset(c.kind for c in scene.cues if verb_last or c.end <= head.start)
    rules = stage_rules(language)
    return next((r.stage for r in rules if r.fits(scene, head, owner, earlier)), None)
