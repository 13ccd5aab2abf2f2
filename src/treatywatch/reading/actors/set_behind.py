"""Subjects that stand where none is looked for: in a cleft, behind the verb, in the next clause.

"It was Kenya that signed the treaty", "among those that left was Burundi", "despite joining it,
Finland kept its mines".
"""

from dataclasses import replace

from treatywatch.reading.naming.mentions import CueHit
from treatywatch.reading.syntax.cast import Party, Stand
from treatywatch.reading.syntax.scenes import Scene, Stage
from treatywatch.reading.vocabulary.words_acts import Tense

_LEAD = 4  # words at most before the verb of a clause that leads up to another: "after formally"
_CLAUSES = 2  # clauses behind it in which the subject may stand


def set_behind(stage: Stage, scene: Scene, head: CueHit) -> Party | None:
    """The party that "was" makes the subject of the head, in a cleft or behind the verb."""
    if scene.syntax.object_before or head.tense is Tense.NOUN:
        return None
    for party in scene.parties:
        if not party.ids or stage.folded.startswith("'", party.end):
            continue
        before = stage.folded[scene.start : party.start].split()
        is_it = bool(before) and before[-1] in stage.acts.grammar["be"]
        if is_it and (_is_cleft(stage, before, party, head) or _behind(stage, scene, party, head)):
            return replace(party, stand=Stand.ACTS)
    return None


def led_up_to(stage: Stage, scene: Scene, head: CueHit) -> Party | None:
    """Who stands behind the comma: "having joined it in 2012, Finland ..."."""
    lead = stage.folded[scene.start : head.start].split()
    having = bool(lead) and lead[0] in stage.acts.grammar["having"] and len(lead) <= _LEAD
    if not having or head.tense is not Tense.PAST:
        return None
    acting = (p for p in scene.parties if p.ids and p.stand is Stand.ACTS)
    first = next((p for p in acting if p.start > head.end), None)
    if first is None:
        return None
    _, comma, beside = stage.folded[head.end : first.start].rpartition(",")
    return first if comma and set(beside.split()) <= stage.acts.grammar["article"] else None


def _is_cleft(stage: Stage, before: list[str], party: Party, head: CueHit) -> bool:
    """ "It was Kenya that signed": nothing but the pronoun stands between the name and the verb."""
    between = stage.folded[party.end : head.start].split()
    small = ("relative", "auxiliary", "before_verb", "ranks_first")
    relative = {word for use in small for word in stage.acts.grammar[use]}
    opens = before[:-1] and before[-2] in stage.acts.grammar["cleft_it"]
    return bool(opens) and bool(between) and set(between) <= relative


def _behind(stage: Stage, scene: Scene, party: Party, head: CueHit) -> bool:
    """ "That signed it in 1997 was Kenya": the one name of a clause that has no other subject."""
    first = not any(p.ids and p.start < party.start for p in scene.parties)
    opens = scene.clause.opener in stage.acts.grammar["relative"]
    ends = not stage.folded[party.end : scene.end].strip(" .,;:–-)")
    return first and opens and ends and party.start > head.end


def told_beside(stage: Stage, scene: Scene, head: CueHit) -> tuple[str, ...]:
    """Who acts in a clause that has only its verb: in brackets behind a name, or before its own."""
    return _before_bracket(stage, scene, head) or told_ahead(stage, scene, head)


def _before_bracket(stage: Stage, scene: Scene, head: CueHit) -> tuple[str, ...]:
    """Whom brackets are about that open with a verb: "Germany (ratified 2 April 2014)"."""
    opens = stage.folded.endswith(" (", 0, scene.start) and head.start == scene.start
    if not opens or scene.index == 0:
        return ()
    named = [p for p in stage.scenes[scene.index - 1].parties if p.ids]
    beside = named and scene.start - named[-1].end == len(" (")
    return named[-1].ids if beside else ()


def told_ahead(stage: Stage, scene: Scene, head: CueHit) -> tuple[str, ...]:
    """Who acts in the clause that a participle leads up to: "despite joining it, Finland ..."."""
    opener, grammar = scene.clause.opener, stage.acts.grammar
    lead = stage.folded[scene.start : head.start].split()
    participle = head.tense is Tense.PROGRESSIVE and opener in grammar["before_participle"]
    participle = participle or (head.tense is Tense.PAST and set(lead[:1]) <= grammar["having"])
    if not lead or not participle or len(lead) > _LEAD or any(p.ids for p in scene.parties):
        return ()
    for later in stage.scenes[scene.index + 1 : scene.index + 1 + _CLAUSES]:
        if later.clause.passage != scene.clause.passage:
            return ()
        acting = later.acting()
        if acting is not None:
            return acting.ids
    return ()
