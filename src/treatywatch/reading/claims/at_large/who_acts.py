"""Who acts in words that no finer rule knows: named, by what they hang on, or by a pronoun."""

from treatywatch.reading.actors.subjects import antecedent, carried_on, just_so_many
from treatywatch.reading.claims.at_large.parts import ARTICLE
from treatywatch.reading.claims.ruled import Ruled
from treatywatch.reading.naming.mentions import CueHit
from treatywatch.reading.syntax.cast import Party, Stand
from treatywatch.reading.syntax.companions import own_companions
from treatywatch.reading.syntax.scenes import Scene, Stage
from treatywatch.reading.vocabulary.words_acts import CueKind, Tense


def _is_counted(stage: Stage, scene: Scene, party: Party) -> bool:
    """Whether so many are meant and nobody named: "ten UN members that have not signed"."""
    numbers = stage.scenes[scene.index - 1].numbers
    return any(0 < party.start - n.end <= ARTICLE and not n.ordinal for n in numbers)


def _resumes(stage: Stage, scene: Scene) -> bool:
    """Whether a clause goes on with the subject before a relative: "Iran, which ..., is out"."""
    first = stage.folded[scene.start : scene.end].replace(",", " ").split()[:1]
    verbs = (c for c in scene.cues if c.start - scene.start <= 1 and c.tense in _FINITE)
    resumes = stage.acts.grammar["restarts"] | stage.acts.grammar["becomes"]
    return bool(set(first) & resumes) or any(verbs)


_FINITE = frozenset({Tense.PAST, Tense.PRESENT})
OPENING = 25  # characters of a clause among which its subject stands
_OFFICES = (CueKind.PARLIAMENT, CueKind.GOVERNMENT, CueKind.PRESIDENT)


def _owner(stage: Stage, scene: Scene) -> Party | None:
    """Whose people act at the head of a clause: "Greece's colonels had walked out"."""
    first = next((p for p in scene.parties if p.ids), None)
    opens = first is not None and first.start - scene.start - len(scene.clause.opener) <= ARTICLE
    owns = first is not None and stage.folded[first.end : first.end + 1] == "'"
    if first is not None and own_companions(stage.acts, stage.folded, first.end):
        return None  # "Germany's partners have left"
    return first if opens and owns else None


def _seat(scene: Scene) -> tuple[str, ...]:
    """Whose office acts where only its seat is told: "in Warsaw, the lower house agreed"."""
    places = [m for m in scene.people if m.role == "place"]
    offices = scene.has(*_OFFICES, CueKind.MINISTER, CueKind.PEOPLE)
    return places[-1].ids if places and offices else ()


def _so_many(stage: Stage, scene: Scene) -> tuple[str, ...]:
    """Those whom "the three" or "both" at the head of a clause means."""
    ends = [n.end for n in scene.numbers if n.start - scene.start <= _HEAD and not n.ordinal]
    ends += [c.end for c in scene.of(CueKind.PRONOUN) if c.start - scene.start <= ARTICLE]
    for end in ends:
        told = just_so_many(stage, scene, CueHit(end, end, CueKind.PRONOUN, Tense.OTHER))
        if told:
            return told
    return ()


_HEAD = 12  # characters of "all of the " before a number that opens a clause
_HUNG = 12  # characters between "that" and the subject of its clause: "that in 2012 Finland"


def _is_hung(stage: Stage, scene: Scene, party: Party) -> bool:
    """Whether a clause with "that" or "who" is about something else before it names the party."""
    words = stage.acts.grammar["relative"] | stage.acts.grammar["that"]
    after = party.start - scene.start - len(scene.clause.opener)
    return scene.clause.opener in words and after > _HUNG


def _dangles(stage: Stage, scene: Scene, party: Party) -> bool:
    """Whether an owner closes the clause, and owns what the next one tells of: "and Poland's"."""
    owner = stage.folded.startswith("'", party.end)
    return owner and not stage.folded[party.end : scene.end].removeprefix("'s").strip(" ',.;")


def subject(stage: Stage, scene: Scene) -> tuple[Party | None, tuple[str, ...]]:
    """Who acts in the clause: named, by the clause it hangs on, or by a pronoun."""
    acting = scene.acting()
    if acting is not None and _dangles(stage, scene, acting):
        return None, ()
    if acting is not None and not _is_hung(stage, scene, acting):
        return acting, acting.ids
    hung = antecedent(stage, scene)
    if hung is not None and (hung.ids or _is_counted(stage, scene, hung)):
        return None, hung.ids
    owner = _owner(stage, scene)
    if owner is not None:
        return owner, owner.ids
    seat = _seat(scene)
    if seat:
        return None, seat
    several = _so_many(stage, scene)
    if several:
        return None, several
    if scene.start > scene.clause.passage.start and _resumes(stage, scene):
        whole = stage.scenes[scene.index]
        earlier = [p for p in whole.parties if p.ids and p.end <= scene.start]
        if earlier and earlier[-1].stand is Stand.ACTS:
            return None, earlier[-1].ids  # "Bolivia did so in May and has been outside since"
        head = CueHit(scene.start, scene.start, CueKind.PRONOUN, Tense.OTHER)
        return None, carried_on(stage, scene, head)
    cues = [
        c
        for c in scene.of(CueKind.PRONOUN, CueKind.COUNTRY, CueKind.POSSESSIVE)
        if c.start - scene.start <= OPENING and _may_mean_a_state(stage, c)
    ]
    if cues:
        at = min(cues[0].end + 1, scene.end)
        head = CueHit(at, at, CueKind.PRONOUN, Tense.OTHER)
        return None, carried_on(stage, scene, head)
    return None, ()


def lost(scene: Scene) -> tuple[Party | None, tuple[str, ...]]:
    """Whom the treaty loses: "the pact lost Russia and Britain"."""
    start = scene.treaties[0].end if scene.treaties else scene.end
    party = next((p for p in scene.parties if p.ids and p.start > start), None)
    return party, party.ids if party is not None else ()


def has_owner(scene: Scene, ruled: Ruled) -> bool:
    """Whether what is told is always somebody's ("notice"), or an office opens the clause."""
    offices = scene.of(*_OFFICES, CueKind.MINISTER, CueKind.COUNTRY)
    return ruled.rule.unowned or any(c.start - scene.start <= OPENING for c in offices)


def _may_mean_a_state(stage: Stage, cue: CueHit) -> bool:
    """Whether "it" or "its" may be somebody: "that" and "which" are what was said.

    "Its allies" are others, and "a country" is any.
    """
    before = stage.folded[max(0, cue.start - OPENING) : cue.start].split()[-1:]
    if cue.kind is CueKind.COUNTRY and set(before) & stage.acts.grammar["anyone"]:
        return False
    if cue.kind is CueKind.POSSESSIVE:
        owned = stage.folded[cue.end : cue.end + OPENING].split()[:1]
        if set(owned) & stage.acts.grammar["companions"]:
            return False
    words = stage.acts.grammar["single"] | stage.acts.grammar["several"]
    return cue.kind is CueKind.COUNTRY or stage.folded[cue.start : cue.end] in words
