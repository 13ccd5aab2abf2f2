"""For whom a treaty takes effect, where the words only point back: "for it", "for the country"."""

from treatywatch.reading.acts.bindings import in_that_state
from treatywatch.reading.acts.joinings import Joining
from treatywatch.reading.syntax.cast import Party
from treatywatch.reading.syntax.scenes import Stage
from treatywatch.reading.vocabulary.words_acts import CueKind


def for_whom_told(stage: Stage, one: Joining) -> Party | None:
    """Who "it" is in "Peru ratified the pact, which took effect for it", and where "there" is."""
    scene = one.scene
    if one.head.kind is not CueKind.EFFECT or scene.index == 0:
        return None
    earlier = stage.scenes[scene.index - 1]
    beside = scene.clause.passage.paragraph == earlier.clause.passage.paragraph
    if in_that_state(stage, scene, one.head):
        return earlier.acting() if beside else None
    if scene.clause.opener not in stage.acts.grammar["relative"]:
        return None
    return earlier.acting() if earlier.clause.passage == scene.clause.passage else None


def for_the_country(stage: Stage, one: Joining) -> tuple[str, ...]:
    """Who "the country" is in "The Statute takes effect for the country": whoever acted last."""
    scene, party = one.scene, one.party
    pointed = party is not None and party.vague and party.one and not party.other
    if one.head.kind is not CueKind.EFFECT or not pointed or scene.index == 0:
        return ()
    earlier = stage.scenes[scene.index - 1]
    acting = earlier.acting()
    beside = scene.clause.passage.paragraph == earlier.clause.passage.paragraph
    return acting.ids if beside and acting is not None and len(acting.ids) == 1 else ()
