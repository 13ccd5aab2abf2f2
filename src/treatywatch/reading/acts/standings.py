"""What a State is said to be: a party, a signatory, the 111th member."""

import re

from treatywatch.reading.acts.bare_joinings import of_another_body, timed
from treatywatch.reading.acts.objects import object_after, stands_alone
from treatywatch.reading.acts.topics import Topic
from treatywatch.reading.naming.mentions import CueHit
from treatywatch.reading.syntax.cast import Party, Stand
from treatywatch.reading.syntax.scenes import Scene, Stage
from treatywatch.reading.vocabulary.grammar import grammar
from treatywatch.reading.vocabulary.words_acts import ActWords, CueKind, Tense

_WALK = 6  # words between "is" and "party": "is now also a full"
_OBJECT = 30  # characters between "party" and the treaty
_BEFORE = 30  # characters before a rank that tell what it is said of
_BESIDE = 30  # characters of ", one of the original 122 " between a name and its description


def is_said_to_be(stage: Stage, scene: Scene, head: CueHit) -> bool:
    """Whether a noun ("party", "signatory") is what somebody is said to be, of the treaty."""
    if not _predicate(stage, scene, head) and not _beside(stage, scene, head):
        return False
    if object_after(scene, head, _OBJECT) is not None:
        return True
    alone = stands_alone(stage, scene, head) or timed(stage, scene, head)
    return alone and not of_another_body(stage, scene, head)


def _predicate(stage: Stage, scene: Scene, head: CueHit) -> bool:
    words = stage.folded[scene.start : head.start].split()
    small, verbs = stage.acts.grammar["predicate"], stage.acts.grammar["becomes"]
    for word in reversed(words[-_WALK:]):
        if word in verbs:
            return True
        if word not in small:
            return False
    return False


def _beside(stage: Stage, scene: Scene, head: CueHit) -> bool:
    """Whether the noun describes the name before it: "Israel, a signatory"."""
    named = [p for p in scene.parties if p.ids and 0 < head.start - p.end <= _BESIDE]
    gap = _before(stage, scene, head, named[-1].end) if named else ""
    small = stage.acts.grammar["predicate"]
    return gap.startswith(",") and all(word in small for word in gap[1:].split())


def _before(stage: Stage, scene: Scene, head: CueHit, start: int) -> str:
    """The words before the noun without how many there are: "one of the 12 signatories"."""
    folded = stage.folded
    for number in scene.numbers:
        last = folded[start : number.start].split()[-1:]
        many = start <= number.start and 0 < head.start - number.end <= _MANY
        if many and set(last) & stage.acts.grammar["article"]:
            return folded[start : number.start] + folded[number.end : head.start]
    return folded[start : head.start]


_MANY = 12  # characters of " original " between a number and its noun


def ranked(stage: Stage, scene: Scene) -> CueHit | None:
    """The rank that somebody has among those who joined: "became its 111th member"."""
    for number in scene.numbers:
        if not number.ordinal or number.low < 1:
            continue
        noun = _rank_noun(stage.acts).match(stage.folded, number.end, scene.end)
        before = stage.folded[max(scene.start, number.start - _BEFORE) : number.start].split()
        later = stage.acts.grammar["later"] - stage.acts.grammar["ranked_as"]
        after = set(before) & later  # "became law after the 65th ratification"
        if noun and not after and set(before) & stage.acts.grammar["becomes"]:
            kind = CueKind.SIGN if noun["signs"] else CueKind.ACCEDE
            return CueHit(number.start, noun.end(), kind, Tense.PAST)
    return None


def are_the_only(stage: Stage, scene: Scene) -> Party | None:
    """Whom a relative clause tells apart: "Syria and Chad are the only ones that have not"."""
    if scene.index == 0:
        return None
    earlier = stage.scenes[scene.index - 1]
    named = [p for p in earlier.parties if p.ids and p.stand is Stand.ACTS]
    if not named or earlier.clause.passage != scene.clause.passage:
        return None
    between = stage.folded[named[-1].end : scene.start]
    goes_on = "," in between  # "is a party, leaving ten that have not signed"
    told = bool(set(between.split()[:1]) & stage.acts.grammar["becomes"])
    return named[-1] if told and not goes_on else None


def left_as(stage: Stage, scene: Scene, party: Party) -> Party | None:
    """Who is told apart from the rest: "leaves Chad as the last member outside"."""
    named = [p for p in scene.parties if p.ids and 0 < party.start - p.end <= _AS]
    gap = stage.folded[named[-1].end : party.start].split() if named else []
    return named[-1] if set(gap[:1]) & stage.acts.grammar["left_as"] else None


_AS = 25  # characters of " as the last NATO "


def apposed(stage: Stage, scene: Scene) -> tuple[str, ...]:
    """Whom a noun with a relative clause means: "Mozambique, a country that ratified"."""
    if scene.index == 0 or scene.clause.opener not in stage.acts.grammar["relative"]:
        return ()
    earlier = stage.scenes[scene.index - 1]
    vague = [p for p in earlier.parties if p.vague and scene.start - p.end <= 2]
    named = [p for p in earlier.parties if p.ids and vague and 0 < vague[0].start - p.end <= _A]
    return named[-1].ids if named else ()


_A = 5  # characters of ", a "


def handed_papers(stage: Stage, scene: Scene, about: Topic) -> CueHit | None:
    """ "Niger and Romania handed in their papers", in a report of joining."""
    if about is Topic.EXIT or scene.has(CueKind.EXIT, CueKind.EXIT_OBJECT, CueKind.EXIT_NOTICE):
        return None
    for cue in scene.of(CueKind.HAND_IN):
        papers = _papers(stage.acts).match(stage.folded, cue.end, scene.end)
        if papers:
            return CueHit(cue.start, papers.end(), CueKind.RATIFY, Tense.PAST)
    for cue in scene.of(CueKind.NOTIFY):
        last = stage.folded[cue.start : cue.end].rpartition(" ")[2]
        if last in stage.acts.grammar["instruments"] and cue.tense is Tense.PAST:
            return cue._replace(kind=CueKind.RATIFY)
    return _received(stage, scene) if about is Topic.JOIN else None


def _received(stage: Stage, scene: Scene) -> CueHit | None:
    """ "The instrument was deposited in New York": after words on joining, one of consent."""
    for paper in scene.of(CueKind.PAPER):
        words = stage.folded[paper.start : paper.end].split()
        if not set(words) & stage.acts.grammar["instruments"]:
            continue
        arrives = (c for c in scene.of(CueKind.ARRIVE) if 0 < c.start - paper.end <= _ITS_VERB)
        head = next((c for c in arrives if c.tense is Tense.PAST), None)
        if head is not None and scene.dates:
            return CueHit(paper.start, head.end, CueKind.RATIFY, Tense.PAST)
    return None


_ITS_VERB = 25  # characters of " of ratification " between an instrument and its verb


@grammar
def _papers(acts: ActWords) -> re.Pattern[str]:
    return re.compile(rf"\s+(?:[\w'-]+\s+){{1,3}}?(?:{acts.any_of('instruments')})\b")


@grammar
def _rank_noun(acts: ActWords) -> re.Pattern[str]:
    signs, joins = acts.any_of("rank_signs"), acts.any_of("rank_joins")
    return re.compile(rf"\s+(?:[\w'-]+\s+){{0,2}}?(?:(?P<signs>{signs})|(?:{joins}))\b")
