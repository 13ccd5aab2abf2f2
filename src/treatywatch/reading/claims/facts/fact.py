"""Making a claim of type treaty_fact from the words that make it."""

from treatywatch.reading.acts.objects import object_before
from treatywatch.reading.acts.of_treaty import any_party
from treatywatch.reading.acts.voice import hedged, negated, voice
from treatywatch.reading.claim import Claim, ClaimType, Voice
from treatywatch.reading.claims.span import Spanned, as_partial, hull
from treatywatch.reading.naming.mentions import CueHit
from treatywatch.reading.syntax.scenes import Scene, Stage
from treatywatch.reading.vocabulary.spans import (
    DateMention,
    DurationMention,
    Mention,
    NumberMention,
)
from treatywatch.reading.vocabulary.words_acts import CueKind

RULES = frozenset({"notice_period", "withdrawal_rule", "deadline", "reporting", "prohibits"})
"""What a treaty rules for any party: its "must" and "may" are no wish and no doubt."""


def fact(
    stage: Stage,
    scene: Scene,
    kind: str,
    head: CueHit,
    *parts: Spanned | None,
    date: DateMention | None = None,
    amount: DurationMention | NumberMention | None = None,
) -> Claim:
    """The claim of the kind over the head and the parts, of the treaty in the clause or nearby."""
    start, end = hull(stage, scene, head, *parts, date, amount)
    named = [t for t in scene.treaties if t.start < head.end] or list(scene.treaties)
    treaty = named[-1].ids[0] if named else None
    return Claim(
        type=ClaimType.TREATY_FACT,
        quote=stage.text[start:end],
        start=start,
        end=end,
        treaty=treaty or stage.context.treaty_at(head.start),
        stage=kind,
        voice=_rule_voice(stage, scene, head) if kind in RULES else voice(scene, head),
        negated=negated(scene, head),
        hedged=_rule_hedged(stage, scene, head) if kind in RULES else hedged(scene, head),
        date=as_partial(date),
        value=amount.low if amount else None,
        value_high=amount.high if amount and amount.high != amount.low else None,
        unit=amount.unit if isinstance(amount, DurationMention) else None,
    )


def subject_of(scene: Scene, head: CueHit) -> Mention | None:
    """The treaty before the head, where no pronoun between them is the subject."""
    treaty = object_before(scene, head)
    if treaty is None:
        return None
    between = scene.of(CueKind.PRONOUN)
    return None if any(treaty.end <= c.start < head.start for c in between) else treaty


def _rule_voice(stage: Stage, scene: Scene, head: CueHit) -> Voice:
    """As told, unless somebody only wants the rule: "must leave" is one, "should ban" is not."""
    if any_party(stage, scene) is not None or not _wished(stage, scene):
        told = voice(scene, head)
        return told if told in (Voice.CONSIDERS, Voice.DENIED) else Voice.DID
    return voice(scene, head)


def _wished(stage: Stage, scene: Scene) -> bool:
    words = (CueKind.URGING, CueKind.INTEND)
    return any(not _rules(stage, cue) for cue in scene.of(*words))


def _rule_hedged(stage: Stage, scene: Scene, head: CueHit) -> bool:
    """Whether a word of doubt stands before the head: "may" only allows."""
    doubt = (cue for cue in scene.of(CueKind.HEDGE) if cue.end <= head.end)
    return any(not _rules(stage, cue) for cue in doubt)


def _rules(stage: Stage, cue: CueHit) -> bool:
    words = " ".join(stage.folded[cue.start : cue.end].split())
    return words in stage.acts.grammar["allows"] or words in stage.acts.grammar["obliges"]
